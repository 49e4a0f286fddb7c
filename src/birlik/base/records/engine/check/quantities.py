"""The same quantity given differently: inside an act, and between acts of different years."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations, pairwise

from rapidfuzz.distance import Levenshtein

from birlik.base.records.engine.check.figures import MONTH_WORD, Figure
from birlik.base.records.engine.check.finding import Finding, Place
from birlik.base.records.engine.check.messages import say
from birlik.base.records.engine.check.reading import CheckedAct, Passage, pairs_of_years
from birlik.base.records.engine.check.words import likeness, listed, stem, stems
from birlik.base.values.local_text import LocalText

ALIKE = 0.3
"""Share of common words from which two sentences speak of the same."""

# Nouns too general to be the same thing twice unless more is said of them.
_GENERAL_RU = """
    основной основных главный человек людей лиц граждан год лет месяц дней раз процентов тысяч
    миллионов страна стран государств язык языках вопрос вид часть сторона принцип направление
"""
_GENERAL_KK = """
    негізгі басты адам кісі жыл ай күн рет ел мемлекет тіл тілде мәселе түр бөлік тарап қағидат
    бағыт
"""
_GENERAL = frozenset(
    [stem(word, False) for word in listed(_GENERAL_RU)]
    + [stem(word, True) for word in listed(_GENERAL_KK)]
)
_PART = re.compile(
    r"из них|из которых|в том числе|ещё|еще|дополнительно|новых|"
    r"оның ішінде|соның ішінде|сондай-ақ|тағы|жаңа",
    re.IGNORECASE,
)
_CAPITAL = re.compile(r"(?<![.!?\"«] )(?<!^)\b[А-ЯЁӘҒҚҢӨҰҮҺІ][а-яёәғқңөұүһі]{2,}")
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


@dataclass(frozen=True)
class _Claim:
    """That there are so many of something, with what limits it: years, places, parts."""

    act: CheckedAct
    figure: Figure
    noun: frozenset[str]
    years: frozenset[int]
    names: frozenset[str]
    place: Place
    words: str
    sentence: str

    def same_thing(self, other: "_Claim") -> bool:
        """Whether both speak of one thing of one place, in two sentences.

        A noun alone says too little: then the sentences must be alike as well.
        """
        if self.noun != other.noun or self.names != other.names or self.sentence == other.sentence:
            return False
        if len(self.noun) > 1:
            return True
        return likeness(stems(self.sentence), stems(other.sentence)) >= ALIKE


def inside(acts: Sequence[CheckedAct]) -> Iterator[Finding]:
    """Two numbers of one thing in one act, and exact numbers that are called approximate."""
    for act in acts:
        claims = tuple(_claims(act))
        for at, one in enumerate(claims):
            for two in claims[at + 1 :]:
                if (
                    one.same_thing(two)
                    and one.years == two.years
                    and not one.figure.agrees_with(two.figure)
                ):
                    yield _two_figures("quantity_inside", one, two)
        yield from _about_exact(act)


def between_acts(acts: Sequence[CheckedAct]) -> Iterator[Finding]:
    """One thing of one named year with two numbers, and a number that has become smaller."""
    for earlier, later in pairs_of_years(acts):
        if earlier.draft.language != later.draft.language:
            continue
        before = tuple(_claims(earlier))
        for one in before:
            for two in _claims(later):
                if not one.same_thing(two) or one.figure.agrees_with(two.figure):
                    continue
                if one.years and one.years == two.years:
                    yield _two_figures("quantity_acts", one, two)
                elif not one.years and not two.years and two.figure.value < one.figure.value:
                    yield Finding(
                        "quantity_acts",
                        "question",
                        say(
                            "fewer_than_before",
                            noun=two.words,
                            first=one.figure.value,
                            second=two.figure.value,
                        ),
                        (one.place, two.place),
                    )


def references(acts: Sequence[CheckedAct]) -> Iterator[Finding]:
    """One decree cited with two dates, or with two numbers of which one is a slip."""
    cited: dict[tuple[date, str], Place] = {}
    for act in acts:
        for day, number, place in _cited(act):
            cited.setdefault((day, number), place)
    for (one, place), (two, other_place) in combinations(cited.items(), 2):
        message = _citation_slip(one, two)
        if message:
            yield Finding(
                "quantity_inside" if place.file == other_place.file else "quantity_acts",
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


def _citation_slip(one: tuple[date, str], two: tuple[date, str]) -> LocalText | None:
    """What is wrong when two citations differ so little that one act must be meant."""
    (first, number), (second, other) = one, two
    if number == other and _nearly(first, second):
        return say("reference_dates_differ", number=number, first=first, second=second)
    if first == second and Levenshtein.distance(number, other) == 1 and len(number) > 2:
        return say("reference_numbers_differ", date=first, first=number, second=other)
    return None


def _claims(act: CheckedAct) -> Iterator[_Claim]:
    for passage in act.prose:
        for figure in passage.figures:
            if not figure.counts:
                continue
            start, end = passage.sentence_at(figure.start)
            before = passage.text[max(figure.start - 30, start) : figure.start]
            noun = frozenset(figure.noun) - act.own_words
            if len(noun - _GENERAL) >= 1 and not _PART.search(before):
                yield _Claim(
                    act,
                    figure,
                    noun,
                    _years(passage, start, end),
                    _names(passage, start, end, act),
                    act.place(passage.locate(figure.start, figure.end)),
                    _words(passage, figure),
                    passage.text[start:end],
                )


def _years(passage: Passage, start: int, end: int) -> frozenset[int]:
    return frozenset(
        int(figure.value)
        for figure in passage.figures
        if figure.kind == "year" and start <= figure.start < end
    )


def _names(passage: Passage, start: int, end: int, act: CheckedAct) -> frozenset[str]:
    """Proper names of the sentence: a number of Almaty is not the number of the country."""
    return stems(" ".join(_CAPITAL.findall(passage.text[start:end]))) - act.own_words


def _words(passage: Passage, figure: Figure) -> str:
    return " ".join(passage.text[figure.end :].split()[: max(len(figure.noun), 1)]).strip(" ,.;:)")


def _two_figures(kind: str, one: _Claim, two: _Claim) -> Finding:
    return Finding(
        "quantity_acts" if kind == "quantity_acts" else "quantity_inside",
        "warning",
        say(
            "same_thing_two_figures",
            noun=one.words,
            first=one.figure.value,
            second=two.figure.value,
        ),
        (one.place, two.place),
    )


def _about_exact(act: CheckedAct) -> Iterator[Finding]:
    """ "About 1294": a number of three digits and more that was not rounded."""
    for passage in act.prose:
        for figure in passage.figures:
            if (
                figure.bound == "about"
                and figure.value >= 100
                and figure.value % 10
                and figure.step == 1
            ):
                yield Finding(
                    "quantity_inside",
                    "question",
                    say("about_an_exact_number", value=figure.value),
                    (act.place(passage.locate(figure.start, figure.end)),),
                )


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
