"""Figures that do not add up, lists shorter than announced, percentages that do not follow."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from birlik.base.records.engine.check.figures import Figure
from birlik.base.records.engine.check.finding import Finding
from birlik.base.records.engine.check.messages import say
from birlik.base.records.engine.check.reading import CheckedAct, Passage
from birlik.base.records.engine.check.words import stems

_BRACKET = re.compile(r"\(([^()]*)\)")
_PART_BESIDE = re.compile(r"^\s*[-–—:]|[-–—:]\s*$")
_OF_WHICH = re.compile(r"из (?:них|которых)|оның ішінде|олардың ішінде", re.IGNORECASE)
_ALL_PARTS = re.compile(r"осталь\w+|други[ех]|проч\w+|басқа|қалған", re.IGNORECASE)
# The noun phrase behind a number, up to the sign that opens a list.
_LIST = re.compile(r"(?:\s+[^\W\d_]+(?:-[^\W\d_]+)*){1,5}?[\"»]?(?:\s*[:(]|\s[-–—]\s)")
_LIST_ENDS = re.compile(
    r"[.;()]|,?\s(?:а также|сондай-ақ|в том числе|включая|и други|и др\.|және басқа)"
)
_AND = re.compile(r"\s(?:и|және|мен|пен|бен)\s")
_HOLE = re.compile(r"\([^()]*\)|[\"«][^\"»]*[\"»]")
_SHARE = re.compile(r"составля|құрай|что равно|\bили\b|яғни|то есть|т\. ?е\.", re.IGNORECASE)
_OF = re.compile(r"\bиз\b|ішінен|ішіндегі", re.IGNORECASE)
_GROWTH = re.compile(
    r"увелич|вырос|возрос|прирос|рост|снизил|уменьш|сократ|өс(?:ті|кен|еді|у)|арт(?:ты|қан|ады|у)|кемі|азай|төменде",
    re.IGNORECASE,
)
_AGAINST = re.compile(
    r"сравнен\w+ с\s*(\d{4})|(\d{4})\s*\w*\s*(?:жылмен|жылғымен)\s*салыстыр|"
    r"\bс\s+(\d{4})\s+год|(\d{4})\s*жылдан бері",
    re.IGNORECASE,
)
_FALL = re.compile(r"снизил|уменьш|сократ|кемі|азай|төменде", re.IGNORECASE)
_PEOPLE = re.compile(r"\b(?:населени|жител|граждан|человек|халық|халқ|тұрғын|адам)", re.IGNORECASE)
LONGEST_LIST = 12
MANY_SHARES = 4
ENOUGH_FOR_SHARES = 100
"""A change in per cent of fewer things than this says little."""


def parts_and_wholes(acts: Sequence[CheckedAct]) -> Iterator[Finding]:
    """ "21 councils (1 republican, 20 regional)": the parts must make the whole."""
    for act in acts:
        for passage in act.prose:
            for bracket in _BRACKET.finditer(passage.text):
                yield from _bracket(act, passage, *bracket.span(1))
            yield from _of_which(act, passage)


def shares(acts: Sequence[CheckedAct]) -> Iterator[Finding]:
    """A list of percentages that makes more than a hundred, or is whole and makes less."""
    for act in acts:
        for passage in act.prose:
            for start, end in passage.sentences:
                percents = [
                    figure
                    for figure in passage.figures
                    if figure.kind == "percent" and start <= figure.start < end
                ]
                if len(percents) >= MANY_SHARES:
                    yield from _add_up(act, passage, (start, end), percents)


def announced_lists(acts: Sequence[CheckedAct]) -> Iterator[Finding]:
    """ "Four languages (German, French, Italian)": as many must be listed as are announced."""
    for act in acts:
        for passage in act.prose:
            for figure in passage.figures:
                if figure.counts and 2 <= figure.value <= LONGEST_LIST and figure.bound == "exact":
                    yield from _list_after(act, passage, figure)


def shares_of_wholes(acts: Sequence[CheckedAct]) -> Iterator[Finding]:
    """ "30 of 120, or 20 %": the percentage must follow from the two numbers."""
    for act in acts:
        for passage in act.prose:
            for start, end in passage.sentences:
                here = [figure for figure in passage.figures if start <= figure.start < end]
                yield from _share(act, passage, passage.text[start:end], here)


def growth(acts: Sequence[CheckedAct]) -> Iterator[Finding]:
    """ "Grew by 4 % against 2021", where an act gives the number of 2021 and of now."""
    known = {act.name: tuple(_numbers_of_years(act)) for act in acts}
    everywhere = [one for numbers in known.values() for one in numbers]
    for act in acts:
        for passage in act.prose:
            for claim in _growth_claims(passage, known[act.name]):
                yield from _growth(act, claim, everywhere)


def _bracket(act: CheckedAct, passage: Passage, start: int, end: int) -> Iterator[Finding]:
    """Parts in brackets right after a counted noun, each beside a dash."""
    parts = [
        figure
        for figure in passage.figures
        if start <= figure.start < end and figure.kind == "count" and _is_part(passage, figure)
    ]
    before = [
        figure
        for figure in passage.figures
        if figure.counts
        and figure.end <= start - 1
        and not _cut(passage.text[figure.end : start - 1])
    ]
    if len(parts) < 2 or not before or before[-1].bound != "exact":
        return
    total, made = before[-1].value, sum(part.value for part in parts)
    if total != made:
        yield Finding(
            "sum",
            "error",
            say("sum_differs", total=total, sum=Decimal(made)),
            (act.place(passage.locate(before[-1].start, end)),),
        )


def _is_part(passage: Passage, figure: Figure) -> bool:
    after, before = passage.text[figure.end :][:4], passage.text[: figure.start][-4:]
    return bool(_PART_BESIDE.search(before) or re.match(r"\s*[-–—:]", after))


def _cut(text: str) -> bool:
    return bool(re.search(r"[.;:,()]", text))


def _of_which(act: CheckedAct, passage: Passage) -> Iterator[Finding]:
    """A part named after "of which" cannot be more than its whole."""
    for match in _OF_WHICH.finditer(passage.text):
        start, end = passage.sentence_at(match.start())
        whole = [
            figure
            for figure in passage.figures
            if figure.counts and start <= figure.start and figure.end <= match.start()
        ]
        part = [
            figure
            for figure in passage.figures
            if figure.kind == "count" and match.end() <= figure.start < end
        ]
        if whole and part and part[0].value > whole[-1].value and whole[-1].bound == "exact":
            yield Finding(
                "sum",
                "error",
                say("parts_exceed", part=part[0].value, total=whole[-1].value),
                (act.place(passage.locate(whole[-1].start, part[0].end)),),
            )


def _add_up(
    act: CheckedAct, passage: Passage, sentence: tuple[int, int], percents: Sequence[Figure]
) -> Iterator[Finding]:
    """Rounding explains half of the last digit for every share."""
    made = sum((figure.value for figure in percents), Decimal(0))
    slack = sum((figure.step / 2 for figure in percents), Decimal(0))
    listed = sum(
        passage.text[: figure.start].rstrip().endswith(("(", "–", "-", "—")) for figure in percents
    )
    if listed < len(percents) - 1:
        return
    whole = bool(_ALL_PARTS.search(passage.text[slice(*sentence)]))
    if made - slack > 100 or (whole and made + slack < 100):
        yield Finding(
            "sum",
            "warning",
            say("shares_differ", sum=made),
            (act.place(passage.locate(percents[0].start, percents[-1].end)),),
        )


def _list_after(act: CheckedAct, passage: Passage, figure: Figure) -> Iterator[Finding]:
    opened = _LIST.match(passage.text, figure.end)
    if not opened:
        return
    rest = passage.text[opened.end() :]
    items = _HOLE.sub("…", rest)
    stop = _LIST_ENDS.search(items)
    words = items[: stop.start()] if stop else items
    few = words.count(",") + 1
    many = few + len(_AND.findall(words))
    if few < 2 or few <= figure.value <= many:
        return
    last = opened.end() + rest.find(words[-1]) if words not in rest else opened.end() + len(words)
    yield Finding(
        "sum",
        "question",
        say("list_differs", stated=figure.value, listed=few if few == many else many),
        (act.place(passage.locate(figure.start, last)),),
    )


def _share(
    act: CheckedAct, passage: Passage, sentence: str, here: Sequence[Figure]
) -> Iterator[Finding]:
    counts = [figure for figure in here if figure.kind == "count" and figure.value > 1]
    percents = [figure for figure in here if figure.kind == "percent"]
    if len(counts) != 2 or len(percents) != 1:
        return
    part, whole = sorted(figure.value for figure in counts)
    if not (_OF.search(sentence) and (_SHARE.search(sentence) or "(" in sentence)):
        return
    computed = part / whole * 100
    stated = percents[0]
    if abs(computed - stated.value) > stated.step:
        yield Finding(
            "percentage",
            "warning",
            say(
                "share_does_not_follow",
                part=part,
                whole=whole,
                stated=stated.value,
                computed=round(computed, 2),
            ),
            (act.place(passage.locate(here[0].start, here[-1].end)),),
        )


@dataclass(frozen=True, slots=True)
class _Known:
    """How many of something an act says there are in a year."""

    act: CheckedAct
    passage: Passage
    figure: Figure
    year: int

    @property
    def people(self) -> bool:
        """Whether it is people that are counted, in either language."""
        return bool(_PEOPLE.search(self.passage.text, self.figure.end, self.figure.end + 24))

    def same_thing(self, other: "_Known") -> bool:
        """Whether two numbers count one thing; across languages only people are recognised."""
        return self.figure.noun == other.figure.noun or (self.people and other.people)


@dataclass(frozen=True, slots=True)
class _Claim:
    """A change in per cent against a year, and the number it leads to."""

    percent: Figure
    against: int
    now: _Known
    falls: bool


def _numbers_of_years(act: CheckedAct) -> Iterator[_Known]:
    """Exact numbers with the year of their sentence."""
    for passage in act.prose:
        for figure in passage.figures:
            if figure.counts and figure.bound == "exact" and figure.value >= ENOUGH_FOR_SHARES:
                start, _ = passage.sentence_at(figure.start)
                years = [
                    int(one.value)
                    for one in passage.figures
                    if one.kind == "year" and start <= one.start < figure.start
                ]
                if years:
                    yield _Known(act, passage, figure, years[-1])


def _growth_claims(passage: Passage, known: Sequence[_Known]) -> Iterator[_Claim]:
    """Claims of the passage; the number of now is the last one before the claim that its words
    speak of."""
    for percent in passage.figures:
        if percent.kind != "percent":
            continue
        start, _ = passage.sentence_at(percent.start)
        window = passage.text[max(percent.start - 140, start) : percent.end + 30]
        against = _AGAINST.search(window)
        now = [
            one
            for one in known
            if one.passage is passage
            and one.figure.end <= percent.start
            and (set(one.figure.noun) & stems(window) or (one.people and _PEOPLE.search(window)))
        ]
        if against and now and _GROWTH.search(window):
            year = int(next(filter(None, against.groups())))
            yield _Claim(percent, year, now[-1], bool(_FALL.search(window)))


def _growth(act: CheckedAct, claim: _Claim, known: Sequence[_Known]) -> Iterator[Finding]:
    bases = [
        base
        for base in known
        if base.year == claim.against != claim.now.year and base.same_thing(claim.now)
    ]
    for base in bases[:1]:
        change = (claim.now.figure.value / base.figure.value - 1) * 100
        stated = -claim.percent.value if claim.falls else claim.percent.value
        if abs(change - stated) > claim.percent.step:
            passage = claim.now.passage
            yield Finding(
                "percentage",
                "warning",
                say(
                    "growth_does_not_follow",
                    first=base.figure.value,
                    first_year=base.year,
                    second=claim.now.figure.value,
                    second_year=claim.now.year,
                    stated=claim.percent.value,
                    computed=round(abs(change), 2),
                ),
                (
                    act.place(passage.locate(claim.now.figure.start, claim.percent.end)),
                    base.act.place(base.passage.locate(base.figure.start, base.figure.end)),
                ),
            )
