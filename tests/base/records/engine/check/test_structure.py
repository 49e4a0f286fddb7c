"""The frame of an act."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from birlik.base.records.engine.check import structure
from birlik.base.records.engine.check.reading import CheckedAct
from birlik.base.records.engine.draft import (
    IndicatorDraft,
    Loss,
    OutlineNode,
    PassportRow,
)

MakeAct = Callable[..., CheckedAct]
ACT = (
    "# Содержание\n\n1.\tПаспорт\t3\n2.\tАнализ текущей\nситуации\t5\n3.\tВидение\t9\n\n"
    "## 1. Паспорт\n\nТекст паспорта.\n\n## 2. Анализ текущей ситуации\n\nТекст.\n\n"
    "## 3. Видение\n\n1. Первое.\n\n2. Второе.\n"
)


def test_contents_and_sections_agree(act: MakeAct) -> None:
    """An act whose headings are those of its contents is not asked; points of a list are no
    sections."""
    assert list(structure.contents_and_sections([act(ACT)])) == []


@pytest.mark.parametrize("mark", ["", "1. "], ids=["without number", "with number"])
def test_a_plain_paragraph_can_be_the_heading_announced(act: MakeAct, mark: str) -> None:
    """In a text without headings a paragraph worded like an entry is its section."""
    text = f"Содержание\n\n1. Паспорт документа\n\n{mark}Паспорт документа\n\nТекст паспорта.\n"
    assert list(structure.contents_and_sections([act(text)])) == []


@pytest.mark.parametrize(
    ("old", "new", "severity"),
    [
        ("## 3. Видение\n", "Взгляд\n", "error"),
        ("## 3. Видение\n", "## 3. Видение развития\n\n## 4. Выводы\n", "error"),
        ("## 3. Видение\n", "## 3. Взгляд\n", "question"),
        ("3.\tВидение\t9\n", "", "error"),
    ],
    ids=["heading lost", "section not listed", "worded otherwise", "entry lost"],
)
def test_what_differs_is_told(act: MakeAct, old: str, new: str, severity: str) -> None:
    """A section without a heading, one that is not listed, and another wording are told."""
    (finding,) = structure.contents_and_sections([act(ACT.replace(old, new))])
    assert (finding.kind, finding.severity) == ("missing_section", severity)


def test_contents_belong_to_both_languages(act: MakeAct) -> None:
    """Where one text of an act has contents, the other is asked for them."""
    identity = {"number": "7", "adopted_on": date(2031, 1, 1)}
    russian = act(ACT, "ru", **identity)
    kazakh = act("1-бөлім. Құжат паспорты\n\nҚұжат мәтіні.\n", "kk", **identity)
    (finding,) = structure.contents_and_sections([kazakh, russian])
    assert "kk has none" in finding.message.en


def test_empty_contents_are_still_contents(act: MakeAct) -> None:
    """A heading "contents" with nothing under it lacks every section."""
    text = "Мазмұны\n\nКіріспе сөз.\n\n1-бөлім. Құжат паспорты\n\nҚұжат мәтіні.\n"
    (finding,) = structure.contents_and_sections([act(text)])
    assert finding.message.en == "Section 1 is not in the contents."


def row(number: str) -> IndicatorDraft:
    """An indicator of this number."""
    return IndicatorDraft(number, "", "", "", (), certain=True, start=0, end=1)


@pytest.mark.parametrize(
    ("numbers", "found"),
    [(["1", "2", "3"], 0), (["1", "3"], 1), (["4", "5"], 1), (["1", "1"], 1), (["", "x"], 0)],
)
def test_rows_are_numbered_without_gaps(act: MakeAct, numbers: list[str], found: int) -> None:
    """A gap, a late beginning and a number given twice are errors."""
    checked = act(indicators=tuple(map(row, numbers)))
    assert len(list(structure.numberings([checked]))) == found


@pytest.mark.parametrize(
    ("numbers", "found"),
    [
        (["1", "1.1", "1.2", "2"], 0),
        (["1", "1.1", "1.3", "2"], 1),
        (["1", "1.2", "2"], 1),
        (["1", "3"], 1),
    ],
)
def test_measures_are_numbered_without_gaps(
    act: MakeAct, measure: Callable[..., Any], numbers: list[str], found: int
) -> None:
    """Measures and their sub-measures are numbered each in their own row."""
    rows = tuple(measure(number, end=2) for number in numbers)
    assert len(list(structure.numberings([act(measures=rows)]))) == found


@pytest.mark.parametrize(
    ("numbers", "found"),
    [
        (["1", "2", "3"], 0),
        (["1", "1.1", "1.2", "2"], 0),
        (["1", "1.2", "2", "3"], 1),
        (["1", "3"], 1),
        (["1", "1.2"], 1),
    ],
)
def test_directions_are_of_one_level(act: MakeAct, numbers: list[str], found: int) -> None:
    """A direction numbered one level deeper than its neighbours, without a first, is an error."""
    checked = act(directions=dict.fromkeys(numbers, ""))
    assert len(list(structure.numberings([checked]))) == found


def test_a_direction_is_found_by_its_heading_or_its_measure(
    act: MakeAct, measure: Callable[..., Any]
) -> None:
    """The place of a direction is its heading, else its first measure."""
    text = "1-бағыт. Ынтымақтастық\n"
    rows = (measure("9", direction="2", start=3, end=5),)
    checked = act(text, measures=rows)
    assert [
        place.end for number in ("1", "2") for place in structure.direction_places(checked, number)
    ] == [7, 5]


def test_points_of_a_list_follow_one_another(act: MakeAct) -> None:
    """A list that goes from 1) to 3) lacks its second point; a new list begins with 1)."""

    def points(*numbers: str) -> tuple[OutlineNode, ...]:
        return tuple(OutlineNode(number, 2, "", 0, 1) for number in numbers)

    whole = OutlineNode("1", 1, "", 0, 1, points("1", "2", "", "1", "2", "3"))
    broken = OutlineNode("2", 1, "", 0, 1, points("1", "3"))
    (finding,) = structure.numberings([act(outline=(whole, broken))])
    assert finding.message.en == "A gap in the numbering: 3 follows 1."


def test_a_measure_has_a_deadline_or_a_form(act: MakeAct, measure: Callable[..., Any]) -> None:
    """A measure with neither is told; a sub-measure takes its own from above."""
    rows = (
        measure("1"),
        measure("2", completion_form=""),
        measure("2.1", completion_form=""),
        measure("4"),
        measure("4.1"),
        measure("3", completion_form="x", inherited={"completion_form": "above"}),
    )
    found = [finding.message.en for finding in structure.empty_cells([act(measures=rows)])]
    assert [words.split()[1] for words in found] == ["2", "3"]


def test_headings_of_a_plan_may_be_empty(act: MakeAct, measure: Callable[..., Any]) -> None:
    """Where most measures above sub-measures have empty cells, they are headings; a measure without
    sub-measures is not."""
    rows = (
        measure("1", completion_form=""),
        measure("1.1"),
        measure("2", completion_form=""),
        measure("2.1"),
        measure("3", completion_form=""),
    )
    (finding,) = structure.empty_cells([act(measures=rows)])
    assert finding.message.en.startswith("Measure 3 ")


def test_losses_of_the_text_are_told(act: MakeAct) -> None:
    """A lost stamp, page or table is told; a lost word is not."""
    lost = (
        Loss("heading", "stamp"),
        Loss("page", "3"),
        Loss("table", "indicators"),
        Loss("word", "indicators/1"),
        Loss("heading", "contents"),
    )
    found = structure.losses([act(lost=lost)])
    assert [finding.kind for finding in found] == [
        "missing_section",
        "missing_section",
        "missing_row",
    ]


def test_two_rows_of_a_passport_in_one_are_told(act: MakeAct) -> None:
    """A row named like two rows has lost its border."""
    merged = PassportRow(
        "Орган, ответственный за разработку Органы, ответственные за реализацию", ""
    )
    single = PassportRow("Сроки реализации", "")
    assert len(list(structure.merged_passport_rows([act(passport=(merged, single))]))) == 1


def test_numbers_that_begin_anew(act: MakeAct, measure: Any) -> None:
    """Measures that each direction numbers from 1 have no gap, nor do their sub-measures."""
    rows = [
        measure(number, direction=direction)
        for direction in ("1", "2")
        for number in ("1", "1.1", "1.2", "2", "2-1", "3")
    ]
    assert list(structure.numberings([act(measures=tuple(rows))])) == []
    assert (
        len(list(structure.numberings([act(measures=(*rows, measure("5", direction="2")))]))) == 1
    )
