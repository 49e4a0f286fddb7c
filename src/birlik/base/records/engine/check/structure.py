"""What is missing from the frame of the act: sections, points of a list, rows and cells."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import PurePath

from birlik.base.records.engine.check.contents import Entry, read_sections
from birlik.base.records.engine.check.finding import Finding, Kind, Place
from birlik.base.records.engine.check.messages import say
from birlik.base.records.engine.check.reading import CheckedAct, pairs_of_languages
from birlik.base.records.engine.check.words import fold
from birlik.base.records.engine.draft import MeasureDraft, OutlineNode
from birlik.base.records.engine.loss import describe_loss

# Losses that a reader should hear of; rows and sections are counted by the rules above.
_LOST = {
    ("heading", "title"),
    ("heading", "stamp"),
    ("heading", "indicators"),
    ("table", "indicators"),
    ("cell", "indicators"),
}
# The rows that every passport of a concept or programme has.
_PASSPORT = (
    re.compile(r"атауы|наименование", re.IGNORECASE),
    re.compile(r"негіздеме|основани[ея]", re.IGNORECASE),
    re.compile(r"әзірлеуге\s+жауапты|ответственн\w+\s+за\s+разработк|разработчик", re.IGNORECASE),
    re.compile(r"асыруға\s+жауапты|ответственн\w+\s+за\s+реализаци", re.IGNORECASE),
    re.compile(r"мерзімдері|сроки", re.IGNORECASE),
)
_SIMPLE = re.compile(r"\d{1,2}")


@dataclass(frozen=True, slots=True)
class _Numbered:
    number: str
    place: Place


def contents_and_sections(acts: Sequence[CheckedAct]) -> Iterator[Finding]:
    """The table of contents against the headings, and between the languages."""
    for act in acts:
        if act.contents:
            sections = read_sections(act.source, act.contents)
            yield from _against_contents(act, act.contents.entries, sections)
    for kazakh, russian in pairs_of_languages(acts):
        for act, other in ((kazakh, russian), (russian, kazakh)):
            if act.contents and not other.contents:
                yield Finding(
                    "missing_section",
                    "question",
                    say("contents_in_one_language", file=PurePath(other.name).name),
                    (act.place((act.contents.start, act.contents.end)), other.place((0, 0))),
                )


def numberings(acts: Sequence[CheckedAct]) -> Iterator[Finding]:
    """Gaps and repeats in the numbers of indicators, directions, measures and list points."""
    for act in acts:
        rows = [
            _Numbered(row.number, act.place((row.start, row.end))) for row in act.draft.indicators
        ]
        # Rows that the text in the other language has are missed by the comparison of the two.
        whole = not any(
            other.name != act.name and other.same_act(act) and other.draft.indicators
            for other in acts
        )
        yield from _gaps(rows, "missing_row", from_one=whole)
        for run in _runs(act.top_measures):
            yield from _gaps(_rows(act, run), "missing_row", from_one=True)
        for parent in act.draft.measures:
            yield from _gaps(_rows(act, act.children_of(parent)), "missing_row", from_one=True)
        yield from _directions(act)
        yield from _points(act, act.draft.outline)


def _rows(act: CheckedAct, measures: Iterable[MeasureDraft]) -> list[_Numbered]:
    return [_Numbered(row.number, act.place((row.start, row.end))) for row in measures]


def _runs(measures: Iterable[MeasureDraft]) -> Iterator[list[MeasureDraft]]:
    """The measures of a plan, parted where a direction begins their numbers anew."""
    run: list[MeasureDraft] = []
    for measure in measures:
        if not _SIMPLE.fullmatch(measure.number):
            continue
        if run and measure.number == "1" and measure.direction != run[-1].direction:
            yield run
            run = []
        run.append(measure)
    yield run


def empty_cells(acts: Sequence[CheckedAct]) -> Iterator[Finding]:
    """Measures with neither a deadline nor a form of their own.

    A measure above sub-measures may do without, where that is the habit of the plan.
    """
    for act in acts:
        empty = [measure for measure in act.top_measures if not _own_cells(measure)]
        parents = [measure for measure in act.top_measures if act.children_of(measure)]
        habit = sum(measure in empty for measure in parents) > len(parents) / 2
        for measure in empty:
            if not (habit and measure in parents):
                yield Finding(
                    "missing_row",
                    "warning",
                    say("cell_missing", number=measure.number),
                    (act.place((measure.start, measure.end)),),
                )


def _own_cells(measure: MeasureDraft) -> list[str]:
    """Which of deadline and form the measure has itself."""
    return [
        field
        for field in ("deadline", "completion_form")
        if getattr(measure, field) and field not in measure.inherited
    ]


def losses(acts: Sequence[CheckedAct]) -> Iterator[Finding]:
    """What the text itself has lost: a page, the stamp of approval, a table or its head."""
    for act in acts:
        for loss in act.draft.lost:
            if (loss.kind, loss.what.partition("/")[0]) in _LOST or loss.kind == "page":
                yield Finding(
                    "missing_row" if loss.what.startswith("indicators") else "missing_section",
                    "question",
                    say("text_has_lost", thing=describe_loss(loss)),
                    (act.place((loss.start, loss.end)),),
                )


def merged_passport_rows(acts: Sequence[CheckedAct]) -> Iterator[Finding]:
    """A row of the passport whose name is that of two rows."""
    for act in acts:
        for row in act.draft.passport:
            if sum(bool(part.search(row.name)) for part in _PASSPORT) > 1:
                yield Finding(
                    "missing_row",
                    "question",
                    say("rows_run_together", name=row.name),
                    (act.place((row.start, row.end)),),
                )


def _against_contents(
    act: CheckedAct, entries: Sequence[Entry], sections: Sequence[Entry]
) -> Iterator[Finding]:
    by_number = {section.number: section for section in reversed(sections)}
    listed = {entry.number for entry in entries}
    for entry in entries:
        section = by_number.get(entry.number)
        if section is None:
            yield Finding(
                "missing_section",
                "error",
                say("section_lacks", number=entry.number),
                (act.place(entry.span),),
            )
        elif _differs(entry.title, section.title):
            yield Finding(
                "missing_section",
                "question",
                say("section_title_differs", number=entry.number),
                (act.place(entry.span), act.place(section.span)),
            )
    lacking = [section for section in sections if section.number not in listed]
    depth = max((entry.number.count(".") for entry in entries), default=0)
    lacking = [section for section in lacking if section.number.count(".") <= depth]
    if lacking:
        yield Finding(
            "missing_section",
            "error",
            say("contents_lack", number=", ".join(section.number for section in lacking)),
            (_contents_place(act), *(act.place(section.span) for section in lacking)),
        )


def _contents_place(act: CheckedAct) -> Place:
    contents = act.contents
    return act.place((contents.start, contents.end) if contents else (0, 0))


def _differs(a: str, b: str) -> bool:
    """Whether two titles of one section differ in their words (a cut title does not)."""
    left, right = (re.sub(r"[^\w]", "", fold(title)) for title in (a, b))
    if left == right or left.startswith(right) or right.startswith(left):
        return False
    return bool(left and right)


def _gaps(rows: Sequence[_Numbered], kind: Kind, from_one: bool) -> Iterator[Finding]:
    """Where the last part of the numbers does not go up by one."""
    numbered = [
        (int(last), row) for row in rows if (last := row.number.rpartition(".")[2]).isdigit()
    ]
    if numbered and from_one and numbered[0][0] > 1:
        first = numbered[0][1]
        yield Finding(
            kind, "error", say("numbering_starts_late", first=first.number), (first.place,)
        )
    for (before, row), (after, following) in pairwise(numbered):
        if after == before:
            yield Finding(
                kind,
                "error",
                say("numbering_repeats", number=row.number),
                (row.place, following.place),
            )
        elif after != before + 1:
            yield Finding(
                kind,
                "error",
                say("numbering_gap", before=row.number, after=following.number),
                (row.place, following.place),
            )


def _directions(act: CheckedAct) -> Iterator[Finding]:
    """Numbers of directions of which some are one level deeper than their neighbours."""
    numbers = list(act.draft.directions)
    for before, number in pairwise(numbers):
        depth, above = number.count("."), before.count(".")
        expected = f"{before}.1"
        if depth > above and number != expected and expected not in numbers:
            after = numbers[numbers.index(number) + 1 :]
            yield Finding(
                "missing_section",
                "error",
                say(
                    "numbering_mixed",
                    number=number,
                    before=before,
                    after=after[0] if after else before,
                    expected=expected,
                ),
                direction_places(act, number),
            )
    tops = [number for number in numbers if _SIMPLE.fullmatch(number)]
    rows = [_Numbered(number, direction_places(act, number)[0]) for number in tops]
    yield from _gaps(rows, "missing_section", from_one=True)


def direction_places(act: CheckedAct, number: str) -> tuple[Place, ...]:
    """The heading of the direction in the text, else its first measure."""
    heading = re.compile(
        rf"(?<![\d.]){re.escape(number)}\s*-\s*бағыт|направление\s+{re.escape(number)}(?![\d.]\d)",
        re.IGNORECASE,
    ).search(act.source.text)
    if heading:
        return (act.place(heading.span()),)
    measures = [row for row in act.draft.measures if row.direction == number]
    return tuple(act.place((row.start, row.end)) for row in measures[:1]) or (act.place((0, 0)),)


def _points(act: CheckedAct, nodes: Iterable[OutlineNode]) -> Iterator[Finding]:
    """Numbered points of one list ("1)", "2)", "4)") that skip a number."""
    nodes = tuple(nodes)
    run: list[_Numbered] = []
    for node in nodes:
        number = node.number.strip(" .)")
        if not _SIMPLE.fullmatch(number):
            continue
        if number == "1":
            yield from _gaps(run, "missing_row", from_one=False)
            run = []
        run.append(_Numbered(number, act.place((node.start, node.end))))
    yield from _gaps(run, "missing_row", from_one=False)
    for node in nodes:
        yield from _points(act, node.children)
