"""Papers and years that an act cites: one decree with two dates, terms that do not agree."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations, pairwise

from rapidfuzz.distance import Levenshtein

from birlik.base.records.engine.check.figures import MONTH_WORD
from birlik.base.records.engine.check.finding import Finding, Place
from birlik.base.records.engine.check.messages import say
from birlik.base.records.engine.check.reading import CheckedAct
from birlik.base.records.engine.term import years_of
from birlik.base.values.local_text import LocalText

_TERM_ROW = re.compile(r"мерзімдері|сроки", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_TERM = re.compile(r"(?<!\d)((?:19|20)\d\d)\s*[-–—]\s*((?:19|20)\d\d)(?!\d)")
_NEXT_TERM = re.compile(r"\s*(?:г\w*\.*|жыл\w*)?\s*(?:,|и|және)\s*(?:и\s)?\s*(?:на|в)?\s*")
_DATE_RU = re.compile(
    rf"(?P<day>\d{{1,2}})\s+(?P<month>{MONTH_WORD.pattern[2:]})\s+(?P<year>\d{{4}})\s*"
    r"(?:года|г\.)?[^№\d]{0,70}?№\s*(?P<number>\d+)(?![\d./-]*\d)",
    re.IGNORECASE,
)
_DATE_KK = re.compile(
    rf"(?P<year>\d{{4}})\s*жыл\w*\s+(?P<day>\d{{1,2}})\s+(?P<month>{MONTH_WORD.pattern[2:]})"
    r"[^№\d]{0,40}?№\s*(?P<number>\d+)(?![\d./-]*\d)",
    re.IGNORECASE,
)


def references(acts: Sequence[CheckedAct]) -> Iterator[Finding]:
    """One decree cited with two dates, or with two numbers of which one is a slip."""
    cited: dict[tuple[date, str], tuple[CheckedAct, Place]] = {}
    for act in acts:
        for day, number, place in _cited(act):
            cited.setdefault((day, number), (act, place))
    for (one, (act, place)), (two, (other, other_place)) in combinations(cited.items(), 2):
        message = _citation_slip(one, two)
        if message and (act is other or not act.same_act(other)):
            yield Finding(
                "quantity_inside" if act is other else "quantity_acts",
                "error",
                message,
                (place, other_place),
            )


def overlapping_terms(acts: Sequence[CheckedAct]) -> Iterator[Finding]:
    """Terms listed one after another of which one begins before the last has ended."""
    for act in acts:
        for passage in act.prose:
            terms = list(_TERM.finditer(passage.text))
            for one, two in pairwise(terms):
                between = passage.text[one.end() : two.start()]
                if _NEXT_TERM.fullmatch(between) and int(two[1]) < int(one[2]):
                    yield Finding(
                        "quantity_inside",
                        "question",
                        say("terms_overlap", first=one[0], second=two[0]),
                        (act.place(passage.locate(one.start(), two.end())),),
                    )


def title_and_passport(acts: Sequence[CheckedAct]) -> Iterator[Finding]:
    """The years of the act in its title and in its passport."""
    for act in acts:
        first, last = years_of(act.draft.title)
        for row in act.draft.passport:
            years = [int(year) for year in _YEAR.findall(row.value)]
            if last is None or not years or not _TERM_ROW.search(row.name):
                continue
            if max(years) != last or (first and len(years) > 1 and min(years) != first):
                yield Finding(
                    "quantity_inside",
                    "error",
                    say("term_differs", title=act.draft.title, passport=row.value),
                    (act.place((row.start, row.end)),),
                )


def _citation_slip(one: tuple[date, str], two: tuple[date, str]) -> LocalText | None:
    """What is wrong when two citations differ so little that one act must be meant."""
    (first, number), (second, other) = one, two
    if number == other and _nearly(first, second):
        return say("reference_dates_differ", number=number, first=first, second=second)
    if first == second and Levenshtein.distance(number, other) == 1 and len(number) > 2:
        return say("reference_numbers_differ", date=first, first=number, second=other)
    return None


def _cited(act: CheckedAct) -> Iterator[tuple[date, str, Place]]:
    for pattern in (_DATE_RU, _DATE_KK):
        for match in pattern.finditer(act.source.text):
            month = MONTH_WORD.match(match["month"])
            if month and month.lastgroup:
                try:
                    day = date(int(match["year"]), int(month.lastgroup[1:]), int(match["day"]))
                except ValueError:
                    continue
                yield day, match["number"], act.place(match.span())


def _nearly(first: date, second: date) -> bool:
    """Two dates of which one looks like a slip of the other: two of their three parts agree."""
    same = (first.year == second.year, first.month == second.month, first.day == second.day)
    return sum(same) == 2
