"""Between the two languages of one act: the numbers of paired paragraphs must be the same."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from itertools import groupby
from pathlib import PurePath

from birlik.base.records.engine.align import AlignedGroup
from birlik.base.records.engine.check.figures import MONTH_WORD, Figure
from birlik.base.records.engine.check.finding import Finding, Place
from birlik.base.records.engine.check.messages import say, word
from birlik.base.records.engine.check.reading import CheckedAct, Passage, pairs_of_languages
from birlik.base.records.engine.draft import Span

# A month counts when a day or a year stands beside it: «қазан» is also a cauldron.
_NEAR_A_NUMBER = re.compile(r"\d\D{0,8}$")
_NUMBER_NEAR = re.compile(r"\D{0,3}\d")
_DOTTED = re.compile(r"(?<![\w.,/-])\d+(?:[./-]\d+)+")
LONG_PASSAGE = 80
"""Characters from which a passage without a pair is worth a question."""

Token = str


@dataclass(frozen=True, slots=True)
class _Sign:
    """A number of one side, as the other side must have it too."""

    token: Token
    place: Place
    in_words: bool = False


@dataclass(frozen=True)
class _Side:
    """One side of a pair: its passages and what they carry."""

    act: CheckedAct
    spans: tuple[Span, ...]

    def passages(self) -> Iterator[Passage]:
        """The paragraphs of this side."""
        return (Passage(self.act.source.text, *span) for span in self.spans)

    def signs(self) -> list[_Sign]:
        """All the numbers and months of this side, but those of the table of indicators: its rows
        are compared by themselves."""
        rows = [(row.start, row.end) for row in self.act.draft.indicators]
        signs = (sign for passage in self.passages() for sign in _signs(self.act, passage))
        return [
            sign
            for sign in signs
            if not any(start <= sign.place.start < end for start, end in rows)
        ]

    def counts(self) -> dict[Decimal, tuple[Figure, Place]]:
        """The counts that stand once on this side, by value."""
        found = [
            (figure, self.act.place(passage.locate(figure.start, figure.end)))
            for passage in self.passages()
            for figure in passage.figures
            if figure.kind == "count"
        ]
        times = Counter(figure.value for figure, _ in found)
        return {
            figure.value: (figure, place) for figure, place in found if times[figure.value] == 1
        }

    def whole(self) -> Place:
        """All of this side."""
        return self.act.place((self.spans[0][0], self.spans[-1][1]))


def between_languages(acts: Sequence[CheckedAct]) -> Iterator[Finding]:
    """Numbers, dates and bounds that differ in a pair, and passages of one language only."""
    for kazakh, russian in pairs_of_languages(acts):
        groups = kazakh.aligned_with(russian)
        for group in groups:
            if group.a and group.b:
                a, b = _Side(kazakh, group.a), _Side(russian, group.b)
                yield from _numbers_differ(group, a, b)
                yield from _bounds_differ(group, a, b)
        yield from _left_alone(groups, kazakh, russian)


def _signs(act: CheckedAct, passage: Passage) -> Iterator[_Sign]:
    text = passage.text
    place = partial(_placed, act, passage)
    dotted = [match.span() for match in _DOTTED.finditer(text)]
    for start, end in dotted:
        yield _Sign(text[start:end], place(start, end))
    for figure in passage.figures:
        if not any(start <= figure.start < end for start, end in dotted):
            token = f"{figure.value.normalize():f}" + "%" * (figure.kind == "percent")
            yield _Sign(token, place(figure.start, figure.end), figure.in_words)
    for match in MONTH_WORD.finditer(text):
        if _NEAR_A_NUMBER.search(text[: match.start()]) or _NUMBER_NEAR.match(text, match.end()):
            yield _Sign(f"{match.lastgroup}", place(*match.span()))


def _placed(act: CheckedAct, passage: Passage, start: int, end: int) -> Place:
    return act.place(passage.locate(start, end))


def _numbers_differ(group: AlignedGroup, a: _Side, b: _Side) -> Iterator[Finding]:
    left, right = a.signs(), b.signs()
    only_a, only_b = _without(left, right), _without(right, left)
    if not group.certain and len(only_a) + len(only_b) > (len(left) + len(right)) / 3:
        return
    printed = [sign for sign in (*only_a, *only_b) if not sign.in_words]
    if printed or len(only_a) == len(only_b) == 1:
        yield Finding(
            "quantity_languages",
            "error" if only_a and only_b else "warning",
            say("numbers_differ", kazakh=_listed(only_a), russian=_listed(only_b)),
            _where(only_a, a) + _where(only_b, b),
        )


def _without(signs: Sequence[_Sign], others: Sequence[_Sign]) -> list[_Sign]:
    """What is left of `signs` when each of `others` has taken away its like."""
    rest = Counter(sign.token for sign in others)
    left = []
    for sign in sorted(signs, key=lambda sign: sign.in_words):
        if rest[sign.token]:
            rest[sign.token] -= 1
        else:
            left.append(sign)
    return left


def _listed(signs: Sequence[_Sign]) -> object:
    shown = [
        f"{int(sign.token[1:]):02}-" if sign.token.startswith("m") else sign.token for sign in signs
    ]
    return ", ".join(shown) or word("nothing")


def _where(signs: Sequence[_Sign], side: _Side) -> tuple[Place, ...]:
    return tuple(sign.place for sign in signs) or (side.whole(),)


def _bounds_differ(group: AlignedGroup, a: _Side, b: _Side) -> Iterator[Finding]:
    if not group.certain:
        return
    left, right = a.counts(), b.counts()
    for value, (kazakh, place_a) in left.items():
        russian, place_b = right.get(value, (kazakh, place_a))
        if kazakh.bound != russian.bound:
            yield Finding(
                "quantity_languages",
                "warning",
                say(
                    "bounds_differ",
                    value=value,
                    kazakh=word(kazakh.bound),
                    russian=word(russian.bound),
                ),
                (place_a, place_b),
            )


def _left_alone(
    groups: Sequence[AlignedGroup], kazakh: CheckedAct, russian: CheckedAct
) -> Iterator[Finding]:
    """Runs of paragraphs that the other language lacks; tables are compared row by row instead."""
    for alone, run in groupby(groups, key=lambda group: (bool(group.a), bool(group.b))):
        if all(alone):
            continue
        act, other = (kazakh, russian) if alone[0] else (russian, kazakh)
        prose = {passage.start for passage in act.prose}
        spans = [span for group in run for span in group.a + group.b if span[0] in prose]
        if sum(end - start for start, end in spans) >= LONG_PASSAGE:
            yield Finding(
                "missing_section",
                "warning",
                say("passage_in_one_language", file=PurePath(other.name).name),
                (act.place((spans[0][0], spans[-1][1])),),
            )
