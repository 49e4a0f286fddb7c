"""Abbreviations: introduced and never used, used and never introduced."""

import re
from collections.abc import Iterator, Sequence

from birlik.base.records.engine.abbreviations import read_abbreviations
from birlik.base.records.engine.check.finding import Finding, Place
from birlik.base.records.engine.check.messages import say
from birlik.base.records.engine.check.reading import CheckedAct, Passage
from birlik.base.records.engine.check.words import listed

_CAPITALS = "А-ЯЁӘҒҚҢӨҰҮҺІ"
_CODE = re.compile(rf"(?<![\w\"-])[{_CAPITALS}]{{2,6}}(?![\w\"])")
_INTRODUCED = re.compile(
    rf"\(\s*(?:далее|бұдан\s+әрі)\s*[-–—]\s*(?P<words>[^()]{{2,60}}?)\s*\)|\((?P<bare>[{_CAPITALS}]{{2,6}})\)"
)
_ROMAN = re.compile(r"[ІIХXVМСL]+")
# Abbreviations that a reader knows without being told. As of 2025-12-29; source: Orthographic
# dictionaries of Russian and Kazakh; names of states and organisations.
KNOWN = frozenset(
    map(
        str.upper,
        listed(
            """
            США СССР ФРГ КНР ОАЭ ООН ЮНЕСКО ЮНИСЕФ СНГ ЕС РФ РК ТВ ПК ИИН БИН УК ГК ВВП НДС ВИЧ
            АҚШ КСРО ГФР ҚХР БАӘ БҰҰ ТМД ЕО ҚР ЖСН БСН ЖІӨ ҚҚС
            """
        ),
    )
)


def introduced(act: CheckedAct) -> Iterator[tuple[str, str, Place]]:
    """Every abbreviation the act explains, with the words it stands for and the place."""
    for passage in act.prose:
        for match in _INTRODUCED.finditer(passage.text):
            for code in _CODE.findall(match["words"] or match["bare"]):
                place = act.place(passage.locate(*match.span()))
                yield code, _meaning(passage.text[: match.start()], code), place
    for entry in read_abbreviations(act.source.text, act.source.tables):
        for code in _CODE.findall(entry.code)[-1:]:
            yield code, entry.meaning, act.place((entry.start, entry.end))


def unexplained(acts: Sequence[CheckedAct]) -> Iterator[Finding]:
    """Abbreviations of the prose that the act introduces nowhere: one finding for each."""
    for act in acts:
        explained = {code for code, _, _ in introduced(act)} | KNOWN
        explained |= {code for entry in act.draft.abbreviations for code in _CODE.findall(entry)}
        places: dict[str, list[Place]] = {}
        for passage in act.prose:
            for code, span in _used(passage):
                place = act.place(passage.locate(*span))
                if code not in explained and not _set_for_weight(act.source.text, place):
                    places.setdefault(code, []).append(place)
        for code, where in places.items():
            yield Finding(
                "missing_abbreviation",
                "question",
                say("abbreviation_unexplained", code=code),
                tuple(where),
            )


def unused(acts: Sequence[CheckedAct]) -> Iterator[Finding]:
    """Abbreviations that are introduced and then never stand in the act."""
    for act in acts:
        seen: set[str] = set()
        for code, _, place in introduced(act):
            uses = re.findall(rf"(?<!\w){re.escape(code)}(?!\w)", act.source.text)
            if len(uses) < 2 and code not in seen | KNOWN:
                seen.add(code)
                yield Finding(
                    "missing_abbreviation",
                    "question",
                    say("abbreviation_unused", code=code),
                    (place,),
                )


def _used(passage: Passage) -> Iterator[tuple[str, tuple[int, int]]]:
    """Codes of a passage that is not itself set in capitals."""
    letters = [sign for sign in passage.text if sign.isalpha()]
    if sum(sign.isupper() for sign in letters) > len(letters) / 3:
        return
    for match in _CODE.finditer(passage.text):
        if not _ROMAN.fullmatch(match[0]) and not _emphasis(passage.text, *match.span()):
            yield match[0], match.span()


def _set_for_weight(text: str, place: Place) -> bool:
    """A word in capitals that has a line for itself ("УКАЗ") is a heading, not an abbreviation."""
    first = text.rfind("\n", 0, place.start) + 1
    last = text.find("\n", place.end)
    line = text[first : last if last >= 0 else len(text)]
    return line.strip(" *#\t") == text[place.start : place.end]


def _emphasis(text: str, start: int, end: int) -> bool:
    """A word beside another word in capitals is set so for weight, not shortened."""
    return bool(re.search(rf"[{_CAPITALS}]{{3,}}\W+$", text[:start])) or bool(
        re.match(rf"\W+[{_CAPITALS}]{{3,}}(?!\w)", text[end:])
    )


def _meaning(before: str, code: str) -> str:
    """The words before the bracket: as many as the code has letters, and one more."""
    return " ".join(before.split()[-(len(code) + 1) :]).strip(" ,;")
