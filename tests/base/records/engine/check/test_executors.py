"""Who executes."""

from collections.abc import Callable
from typing import Any

import pytest

from birlik.base.records.engine.check import executors
from birlik.base.records.engine.check.reading import CheckedAct
from birlik.base.records.engine.draft import ExecutorDraft, PassportRow

MakeAct = Callable[..., CheckedAct]
MakeMeasure = Callable[..., Any]
LIST = {
    "МКИ": "Министерство культуры и информации Республики Казахстан",
    'РГУ "Келісім"': 'республиканское государственное учреждение "Келісім"',
}


def executing(measure: MakeMeasure, number: str, text: str, *found: ExecutorDraft) -> Any:
    """A measure whose executors are printed as `text`, the whole source."""
    spans = {"executors": ((0, len(text)),)}
    return measure(number, executors=found, spans=spans, end=len(text))


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ('МКИ, РГУ "Келісім"', []),
        ("МКU, акиматы областей", ["МКU"]),
        ("МКИ, МНВО", ["МНВО"]),
        ('РГУ "МВД"', []),
    ],
)
def test_codes_are_those_of_the_acts_list(
    act: MakeAct, measure: MakeMeasure, text: str, codes: list[str]
) -> None:
    """A printed code that the list does not have is asked about; names in quotation marks are not
    codes."""
    row = executing(measure, "4", text)
    found = executors.unknown_executors([act(text, measures=(row,), abbreviations=LIST)])
    printed = [finding.places[0] for finding in found]
    assert [text[place.start : place.end] for place in printed] == codes


def test_the_nearest_code_is_offered(act: MakeAct, measure: MakeMeasure) -> None:
    """A code that differs by one letter from one of the list is said to be near it."""
    row = executing(measure, "4", "МКН")
    (finding,) = executors.unknown_executors([act("МКН", measures=(row,), abbreviations=LIST)])
    assert '(nearest: "МКИ")' in finding.message.en


def test_a_name_outside_the_list_is_asked_about(act: MakeAct, measure: MakeMeasure) -> None:
    """A body that is neither abbreviated nor a state body in full stands outside the list; a group
    and a ministry in full do not."""
    names = ("союз писателей", "Министерство финансов", "МКИ", 'РГУ "Дос"')
    found = [ExecutorDraft(name) for name in names]
    row = executing(measure, "4", "", *found, ExecutorDraft("акиматы областей", group=True))
    (finding,) = executors.unknown_executors([act(measures=(row,), abbreviations=LIST)])
    assert "союз писателей" in finding.message.en


def test_without_a_list_nothing_is_unknown(act: MakeAct, measure: MakeMeasure) -> None:
    """An act that prints no list cannot be held against it."""
    row = executing(measure, "4", "МНВО", ExecutorDraft("МНВО"))
    assert list(executors.unknown_executors([act("МНВО", measures=(row,))])) == []


def test_inherited_executors_are_asked_about_once(act: MakeAct, measure: MakeMeasure) -> None:
    """What a sub-measure takes from above is not printed in it."""
    row = measure("4.1", inherited={"executors": "parent"}, spans={"executors": ((0, 4),)})
    checked = act("МНВО", measures=(row,), abbreviations=LIST)
    assert list(executors.unknown_executors([checked])) == []


def test_agreement_does_not_come_and_go(act: MakeAct, measure: MakeMeasure) -> None:
    """A body that takes part by agreement once and without it elsewhere is named once."""
    rows = (
        measure("1", executors=(ExecutorDraft("МКИ", by_agreement=True),)),
        measure("2", executors=(ExecutorDraft("МКИ"), ExecutorDraft("МВД"))),
        measure("2.1", executors=(ExecutorDraft("МВД", True),), inherited={"executors": "parent"}),
    )
    (finding,) = executors.changing_agreement([act(measures=rows)])
    assert finding.message.en == '"МКИ" stands by agreement (1) and without it (2).'


def test_passport_and_plan_name_the_same_bodies(act: MakeAct, measure: MakeMeasure) -> None:
    """A body of the passport without a measure, and a state body of the plan outside the passport,
    are named; groups and other bodies are not."""
    text = "Министерство финансов Республики Казахстан; акиматы областей\n"
    row = PassportRow("Органы, ответственные за реализацию", text, 0, len(text))
    bodies = (ExecutorDraft("МКИ"), ExecutorDraft('РГУ "Келісім"'))
    rows = (measure("4", executors=(*bodies, ExecutorDraft("акиматы", group=True))),)
    checked = act(text, passport=(row,), measures=rows, abbreviations=LIST)
    absent, outside = executors.passport_and_plan([checked])
    assert (absent.severity, outside.severity) == ("warning", "question")
    place = absent.places[0]
    assert text[place.start : place.end] == "Министерство финансов Республики Казахстан"
    assert "культуры" in outside.message.en


def test_a_passport_is_silent_without_a_plan(act: MakeAct, measure: MakeMeasure) -> None:
    """An act without measures, or whose passport names their executors, is not asked."""
    row = PassportRow("Органы, ответственные за реализацию", "Министерство культуры и информации")
    rows = (measure("4", executors=(ExecutorDraft("МКИ"),)),)
    fitting = act(passport=(row,), measures=rows, abbreviations=LIST)
    assert list(executors.passport_and_plan([act(passport=(row,)), fitting])) == []
