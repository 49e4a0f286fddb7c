"""The same quantity given differently: inside an act, and between acts of different years."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from birlik.base.records.engine.check.figures import Figure
from birlik.base.records.engine.check.finding import Finding, Place
from birlik.base.records.engine.check.messages import say
from birlik.base.records.engine.check.reading import CheckedAct, Passage, pairs_of_years
from birlik.base.records.engine.check.words import likeness, listed, stem, stems

ALIKE = 0.3
"""Share of common words from which two sentences speak of the same."""
FEW = 12

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
# A place that limits a number: «в Алматинской области», «Алматы облысында», «Сингапурда».
_NAME = r"[А-ЯЁӘҒҚҢӨҰҮҺІ][а-яёәғқңөұүһі]{2,}"
_PLACE_RU = re.compile(rf"(?<!\w)(?:[ВвНнПп][оа]?|[Гг]\.|город\w*)\s+({_NAME})")
_PLACE_KK = re.compile(
    rf"({_NAME}(?:да|де|та|те|дағы|дегі|тағы|тегі)(?!\w)|{_NAME}(?=\s+(?:облыс|қала|аудан)))"
)
# Bodies and papers of which there is one: they limit nothing.
_EVERYWHERE = re.compile(
    r"парламент|мажилис|мәжіліс|сенат|правительств|үкімет|ассамбле|республик|казахстан|қазақстан|"
    r"президент|конституци|закон|совет|кеңес|стран",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class _Claim:
    """That there are so many of something, with what limits it: years, places, parts."""

    act: CheckedAct
    figure: Figure
    noun: frozenset[str]
    years: frozenset[int]
    places: frozenset[str]
    place: Place
    words: str
    sentence: str

    def same_thing(self, other: "_Claim") -> bool:
        """Whether both speak of one thing of one place, in two sentences.

        A noun alone says too little, and a few of something may be counted anew in every chapter:
        then the sentences must be alike as well.
        """
        if (self.noun, self.places) != (other.noun, other.places):
            return False
        if self.sentence == other.sentence:
            return False
        few = max(self.figure.value, other.figure.value) <= FEW
        least = ALIKE if len(self.noun) == 1 else ALIKE / 2 if few else 0
        words, other_words = (stems(one.sentence) - self.noun for one in (self, other))
        return least == 0 or likeness(words, other_words) >= least


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
                    _places(passage.text[start:end]),
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


def _places(sentence: str) -> frozenset[str]:
    """Places that a sentence names: a number of Almaty is not the number of the country."""
    found = _PLACE_RU.findall(sentence) + _PLACE_KK.findall(sentence)
    return stems(" ".join(name for name in found if not _EVERYWHERE.match(name)))


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
