"""Who executes: codes against the act's list, the passport against the plan."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from rapidfuzz.distance import Levenshtein

from birlik.base.records.engine.check.concepts import concepts
from birlik.base.records.engine.check.finding import Finding, Place
from birlik.base.records.engine.check.messages import say, word
from birlik.base.records.engine.check.reading import CheckedAct
from birlik.base.records.engine.check.words import likeness
from birlik.base.records.engine.draft import MeasureDraft, PassportRow
from birlik.base.records.engine.mending import mend

_CODE = re.compile(r"(?<![\w\"-])[А-ЯЁӘҒҚҢӨҰҮҺІA-Z]{2,8}(?![\w\"])(?!-\d)")
_QUOTED = re.compile(r"[\"«“][^\"»”]*[\"»”]")
_RESPONSIBLE = re.compile(
    r"іске асыруға жауапты|жауапты орындаушы|ответственн\w+ за\s+(?:\w+\s+)?реализаци|исполнител",
    re.IGNORECASE,
)
# In Kazakh the word for the body ends its name, in Russian it begins it.
_STATE_BODY = re.compile(
    r"(?:министрлігі|комитеті|агенттігі|прокуратурасы|комиссиясы|департамент\w+)$|"
    r"^(?:министерство|комитет|агентство|(?:генеральная )?прокуратура|комиссия|департамент\w*)\b",
    re.IGNORECASE,
)
_GROUP = re.compile(
    r"әкімді[кг]|акимат|акимы|жергілікті атқарушы|местн\w+ исполнительн", re.IGNORECASE
)
# What every body's name has: the country, the rank, the joining words.
_COMMON = re.compile(
    r"Қазақстан\s+Республикасы(?:ның)?|Республики\s+Казахстан|\bҚР\b|\bРК\b|министрлі\w+|министерств\w+|"
    r"\bжәне\b|\bмен\b|\bпо\b",
    re.IGNORECASE,
)
SAME_BODY = 0.6


def unknown_executors(acts: Sequence[CheckedAct]) -> Iterator[Finding]:
    """Codes printed among the executors that the act's list of abbreviations does not have, and
    bodies that it does not have at all."""
    for act in acts:
        codes = _codes(act.draft.abbreviations)
        if codes:
            unknown = list(_unknown_codes(act, codes))
            yield from unknown
            yield from _unknown_bodies(act, {place for one in unknown for place in one.places})


def _unknown_codes(act: CheckedAct, codes: frozenset[str]) -> Iterator[Finding]:
    """Each code once, with all the measures that print it."""
    printed: dict[str, dict[str, Place]] = {}
    for measure in act.draft.measures:
        for code, place in _printed_codes(act, measure):
            if code not in codes:
                printed.setdefault(code, {}).setdefault(measure.number, place)
    for code, places in printed.items():
        yield _unknown(list(places), code, _nearest(code, codes), list(places.values()))


def _unknown_bodies(act: CheckedAct, asked: Collection[Place]) -> Iterator[Finding]:
    """Each body once, where it first stands, but not where its code is asked about already."""
    first: dict[str, MeasureDraft] = {}
    for measure in act.draft.measures:
        for executor in measure.executors:
            if not executor.group and _outside(executor.code, act.draft.abbreviations):
                first.setdefault(executor.code, measure)
    for name, measure in first.items():
        place = act.place(act.field_span(measure, "executors"))
        if not any(place.start <= one.start < place.end for one in asked):
            yield _unknown([measure.number], name, "", [place])


def changing_agreement(acts: Sequence[CheckedAct]) -> Iterator[Finding]:
    """One body that takes part by agreement in one measure and without it in another."""
    for act in acts:
        places: dict[str, dict[bool, list[MeasureDraft]]] = {}
        for measure in act.draft.measures:
            if "executors" in measure.inherited:
                continue
            for executor in measure.executors:
                stands = places.setdefault(executor.code, {True: [], False: []})
                stands[executor.by_agreement].append(measure)
        for code, stands in places.items():
            if stands[True] and stands[False]:
                yield Finding(
                    "executor_agreement",
                    "question",
                    say(
                        "executor_agreement",
                        code=code,
                        with_it=", ".join(measure.number for measure in stands[True]),
                        without=", ".join(measure.number for measure in stands[False]),
                    ),
                    tuple(
                        act.place(act.field_span(measure, "executors"))
                        for measure in (*stands[True], *stands[False])
                    ),
                )


def passport_and_plan(acts: Sequence[CheckedAct]) -> Iterator[Finding]:
    """Bodies of the passport without a measure, and state bodies of the plan not in it."""
    for act in acts:
        rows = [row for row in act.draft.passport if _RESPONSIBLE.search(row.name)]
        if not rows or not act.draft.measures:
            continue
        executing = _executing(act)
        named = [body for row in rows for body in _bodies(row)]
        for row in rows:
            for body in _bodies(row):
                if not _GROUP.search(body) and not any(_same(body, one) for one in executing):
                    yield Finding(
                        "passport_absent",
                        "warning",
                        say("passport_absent", body=body),
                        (_body_place(act, row, body),),
                    )
        outside = [
            (body, measures[0])
            for body, measures in executing.items()
            if _STATE_BODY.search(body) and not any(_same(body, one) for one in named)
        ]
        if outside:
            yield Finding(
                "passport_absent",
                "question",
                say("plan_not_in_passport", bodies="; ".join(body for body, _ in outside)),
                (
                    *(act.place((row.start, row.end)) for row in rows),
                    *(act.place(act.field_span(first, "executors")) for _, first in outside),
                ),
            )


def _codes(abbreviations: Mapping[str, str]) -> frozenset[str]:
    """The bare codes of the list: of «"Қоғамдық келісім" РММ» it is РММ."""
    return frozenset(
        code for entry in abbreviations for code in _CODE.findall(_QUOTED.sub(" ", entry))
    )


def _printed_codes(act: CheckedAct, measure: MeasureDraft) -> Iterator[tuple[str, Place]]:
    """Codes of the executors, and of the body to which the completion form reports."""
    for field in ("executors", "completion_form"):
        if field not in measure.inherited:
            for start, end in measure.spans.get(field, ()):
                for match in _CODE.finditer(act.source.text, start, end):
                    yield match[0], act.place(match.span())


def _outside(code: str, abbreviations: Mapping[str, str]) -> bool:
    """A body that is neither a code of the list, nor made of its codes, nor a name in full."""
    if code in abbreviations or _CODE.fullmatch(code):
        return False
    if set(_QUOTED.sub(" ", code).split()) <= _codes(abbreviations):
        return False
    meanings = (*abbreviations, *abbreviations.values())
    if _STATE_BODY.search(code) or _GROUP.search(code):
        return False
    return not any(_same(code, meaning) for meaning in meanings)


def _unknown(numbers: Sequence[str], code: str, nearest: str, places: Sequence[Place]) -> Finding:
    return Finding(
        "executor_unknown",
        "question",
        say(
            "executor_unknown",
            number=", ".join(numbers),
            code=code,
            nearest=word("nearest", code=nearest) if nearest else "",
        ),
        tuple(places),
    )


def _nearest(code: str, codes: frozenset[str]) -> str:
    """The code of the list that differs by one letter, where there is just one such."""
    near = [one for one in codes if Levenshtein.distance(one, code, score_cutoff=1) <= 1]
    return near[0] if len(near) == 1 else ""


def _executing(act: CheckedAct) -> dict[str, list[MeasureDraft]]:
    """The bodies that execute measures, by their full names where the list gives them."""
    found: dict[str, list[MeasureDraft]] = {}
    for measure in act.draft.measures:
        for executor in measure.executors:
            if not executor.group:
                name = act.draft.abbreviations.get(executor.code, executor.code)
                found.setdefault(name, []).append(measure)
    return found


def _bodies(row: PassportRow) -> list[str]:
    parts = [
        mend(part).strip(" .") for part in re.split(r"[;\n]\s*(?=[А-ЯӘҒҚҢӨҰҮҺІ])|;", row.value)
    ]
    return [part for part in parts if part]


def _same(a: str, b: str) -> bool:
    """Whether two names mean one body."""
    left, right = (concepts(_COMMON.sub(" ", name)) for name in (a, b))
    return likeness(left, right) >= SAME_BODY


def _body_place(act: CheckedAct, row: PassportRow, body: str) -> Place:
    """The body's own words within its passport row."""
    words = r"\s+".join(map(re.escape, body.split()))
    match = re.compile(words).search(act.source.text, row.start, row.end)
    return act.place(match.span() if match else (row.start, row.end))
