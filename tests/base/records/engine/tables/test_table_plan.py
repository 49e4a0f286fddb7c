"""Plans in real tables are read without fault."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from birlik.base.records.engine.act import read_act
from birlik.base.records.engine.draft import MEASURE_FIELDS, ActDraft, ExecutorDraft, MeasureDraft
from birlik.base.records.engine.sources import read_source
from birlik.base.values.schedule import MonthDay, Schedule, Window

Draw = Callable[[dict[str, Any]], bytes]
Plan = Callable[..., ActDraft]
LAYOUTS: dict[str, Any] = yaml.safe_load(
    (Path(__file__).parents[4] / "fixtures" / "plans" / "layouts.yaml").read_text("utf-8")
)


def executor(entry: str | dict[str, Any]) -> ExecutorDraft:
    """An executor as the layouts write it."""
    if isinstance(entry, str):
        return ExecutorDraft(entry)
    if "group" in entry:
        return ExecutorDraft(entry["group"], group=True)
    return ExecutorDraft(entry["code"], entry.get("by_agreement", False))


def schedule(entry: dict[str, Any] | None) -> Schedule | None:
    """A schedule as the layouts write it."""
    if entry is None:
        return None
    values = dict(entry)
    if "window" in values:
        window = dict(values["window"])
        days = [MonthDay(*map(int, day.split("-"))) for day in window.pop("days", [])]
        values["window"] = Window(days=tuple(days), **window)
    values["years"] = tuple(values.get("years", ()))
    return Schedule(**values)


def read(layout: str, form: str, content: bytes) -> ActDraft:
    """The act drawn from a layout."""
    source = read_source(content, f"{layout}.{form}")
    assert source.language == LAYOUTS[layout]["language"]
    return read_act(source)


def as_written(measure: MeasureDraft) -> tuple[Any, ...]:
    """What of a measure the layouts say."""
    return (
        measure.number,
        measure.parent,
        measure.direction,
        measure.title,
        measure.completion_form,
        measure.deadline,
        measure.executors,
        measure.schedule,
    )


@pytest.mark.parametrize("name", LAYOUTS)
def test_measures(name: str, draw: tuple[str, Any]) -> None:
    """Every measure of a layout is read as a person reads it."""
    form, drawn = draw
    draft = read(name, form, drawn(LAYOUTS[name]))
    expected = [
        (
            one["number"],
            one.get("parent", ""),
            one["direction"],
            one["title"],
            one["completion_form"],
            one["deadline"],
            tuple(executor(entry) for entry in one["executors"]),
            schedule(one["schedule"]),
        )
        for one in LAYOUTS[name]["measures"]
    ]
    assert [as_written(measure) for measure in draft.measures] == expected


@pytest.mark.parametrize("name", LAYOUTS)
def test_certainty(name: str, draw: tuple[str, Any]) -> None:
    """A field is certain when its own cell says it; what is inherited or empty never is."""
    form, drawn = draw
    draft = read(name, form, drawn(LAYOUTS[name]))
    for measure, one in zip(draft.measures, LAYOUTS[name]["measures"], strict=True):
        inherited = dict(one.get("inherited", {}))
        assert dict(measure.inherited) == inherited
        empty = {field for field in MEASURE_FIELDS if not getattr(measure, field)}
        doubtful = set(inherited) | empty | set(one.get("doubtful", []))
        certain = {field for field in MEASURE_FIELDS if measure.certain[field]}
        assert certain == set(MEASURE_FIELDS) - doubtful, measure.number


@pytest.mark.parametrize("name", LAYOUTS)
def test_directions_and_abbreviations(name: str, draw: tuple[str, Any]) -> None:
    """Rows across the table are directions, and the list below it gives the abbreviations."""
    form, drawn = draw
    draft = read(name, form, drawn(LAYOUTS[name]))
    assert dict(draft.directions) == LAYOUTS[name]["directions"]
    assert dict(draft.abbreviations) == LAYOUTS[name]["abbreviations"]


@pytest.mark.parametrize("name", LAYOUTS)
def test_offsets(name: str, draw: tuple[str, Any]) -> None:
    """The spans of a field hold the words it was read from."""
    form, drawn = draw
    source = read_source(drawn(LAYOUTS[name]), f"{name}.{form}")
    for measure in read_act(source).measures:
        words = " ".join(source.text[start:end] for start, end in measure.spans["title"])
        assert " ".join(words.split()) == measure.title
        assert measure.start <= measure.spans["title"][0][0] < measure.end


HEAD = ["№", "Мероприятие", "Форма завершения", "Срок", "Исполнители"]


@pytest.fixture
def plan(as_page: Draw) -> Plan:
    """Reads the act that holds one plan table with the given rows."""

    def read_rows(*rows: list[Any], next_page: list[list[Any]] | None = None) -> ActDraft:
        layout = {"before": ["План садов"], "rows": [HEAD, *rows], "after": []}
        if next_page:
            layout["next_page"] = next_page
        return read_act(read_source(as_page(layout), "plan.html"))

    return read_rows


def across(words: str, columns: int = 5) -> dict[str, Any]:
    """A cell across several columns."""
    return {"text": words, "across": columns}


def test_row_without_number_goes_on(plan: Plan) -> None:
    """A row cut by a page's end goes on with the row before it, and leaves it doubtful."""
    draft = plan(
        ["", "слова до первой меры", "", "", ""],
        ["1", "Посадить", "отчет", "ежегодно", "МСХ,"],
        ["", "яблони", "", "", "МРО"],
    )
    [measure] = draft.measures
    assert measure.title == "Посадить яблони"
    assert [one.code for one in measure.executors] == ["МСХ", "МРО"]
    certain = {field for field in MEASURE_FIELDS if measure.certain[field]}
    assert certain == {"completion_form", "deadline", "schedule"}


def test_directions_in_other_forms(plan: Plan) -> None:
    """A direction may have its number in a cell of its own, none at all, or one lone cell."""
    draft = plan(
        ["I", across("Тень", 4)],
        ["1", "Липы", "отчет", "ежегодно", "МСХ"],
        [across("Плоды")],
        ["2", "Груши", "отчет", "ежегодно", "МСХ"],
        ["", "Направление 3. Цветы", "", "", ""],
        [across("Целевой индикатор 1. Доля садов, %: в 2027 году - 5")],
        ["", "", "", "", ""],
        ["3", "Розы", "отчет", "ежегодно", "МСХ"],
        ["4", across("Полив", 4)],
    )
    assert draft.directions == {"I": "Тень", "Плоды": "Плоды", "3": "Цветы", "4": "Полив"}
    assert [one.direction for one in draft.measures] == ["I", "Плоды", "3"]


def test_lines_of_a_sub_measure(plan: Plan) -> None:
    """A sub-measure inside a cell may take several lines, and so may its executors."""
    draft = plan(
        [
            "1",
            "Сады:\n1) посадить\nлипы;\n2) полить",
            "общий отчет\n1) акт\n2) журнал",
            "ежегодно",
            "1) МСХ,\nМРО\n2) КЛХ\n3) лишний",
        ]
    )
    _, first, second = draft.measures
    assert (first.title, second.title) == ("посадить липы;", "полить")
    assert [one.code for one in first.executors] == ["МСХ", "МРО"]
    assert (first.completion_form, second.completion_form) == ("акт", "журнал")
    assert draft.measures[0].completion_form == "общий отчет"
    assert not first.certain["executors"]


def test_lists_that_do_not_count_from_one(plan: Plan) -> None:
    """«2)» alone at the start of a line is a part of the title, not a sub-measure."""
    [measure] = plan(["1", "Сады:\n2) прочее", "отчет", "ежегодно", "МСХ"]).measures
    assert measure.title == "Сады: 2) прочее"


def test_other_tables(plan: Plan, as_page: Draw) -> None:
    """Tables before the plan and tables of another width after it are not the plan's."""
    row = ["1", "Сад", "отчет", "ежегодно", "МСХ"]
    assert len(plan(row, next_page=[["АБВ", "слово"]]).measures) == 1
    years = {"before": ["План"], "rows": [["Год", "Число"], ["2027", "5"]], "after": []}
    assert read_act(read_source(as_page(years), "a.html")).measures == ()


def test_items_below_a_dotted_number(plan: Plan) -> None:
    """«1)» below «4.2» is a part of 4.2."""
    draft = plan(
        ["4", "Сады", "отчет", "ежегодно", "МСХ"],
        ["4.2", "Липы", "отчет", "ежегодно", "МСХ"],
        ["1)", "полить", "отчет", "ежегодно", "МСХ"],
    )
    assert [(one.number, one.parent) for one in draft.measures] == [
        ("4", ""),
        ("4.2", "4"),
        ("4.2.1", "4.2"),
    ]


def test_head_printed_again(plan: Plan) -> None:
    """The head and the numbers of the columns, printed again on a next page, are no measures."""
    draft = plan(
        ["1", "Сады", "отчет", "ежегодно", "МСХ"],
        ["1", "2", "3", "4", "5"],
        HEAD,
        ["№ 2", "Парки", "отчет", "ежегодно", "МСХ"],
    )
    assert [one.number for one in draft.measures] == ["1", "2"]


def test_items_numbered_with_points(plan: Plan) -> None:
    """Lines «1.», «2.» below a cell's words are sub-measures; a number that opens it is not."""
    draft = plan(["1", "Сады:\n1. липы\n2. груши", "отчет", "ежегодно", "МСХ"])
    assert [one.number for one in draft.measures] == ["1", "1.1", "1.2"]
    draft = plan(["", "1. Сады\nи парки", "отчет", "ежегодно", "МСХ"])
    assert [(one.number, one.title) for one in draft.measures] == [("1", "Сады и парки")]


def test_first_column_without_a_name(as_page: Draw) -> None:
    """A first column that its head does not name holds the numbers where its cells are numbers."""
    head = ["Код", *HEAD[1:]]
    numbered = [["1", "Сады", "отчет", "ежегодно", "МСХ"], ["2", "Парки", "акт", "ежегодно", "МСХ"]]
    for first in ("", "МБ"):
        rows = [head, *numbered, [first, "и скверы", "", "", ""]]
        page = as_page({"before": ["План"], "rows": rows, "after": []})
        assert len(read_act(read_source(page, "plan.html")).measures) == 2, first
    coded = [["МБ", "1. Сады", "отчет", "ежегодно", "МСХ"]]
    page = as_page({"before": ["План"], "rows": [head, *coded], "after": []})
    [measure] = read_act(read_source(page, "plan.html")).measures
    assert (measure.number, measure.title) == ("1", "Сады")
    bare = as_page({"before": ["План"], "rows": [head], "after": []})
    assert read_act(read_source(bare, "plan.html")).measures == ()
