"""Small invented acts for the rules of the check."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from birlik.base.records.engine.check.reading import CheckedAct
from birlik.base.records.engine.draft import ActDraft, MeasureDraft
from birlik.base.records.engine.sources import read_source
from birlik.base.values.schedule import Schedule

MakeAct = Callable[..., CheckedAct]
MakeMeasure = Callable[..., MeasureDraft]


@pytest.fixture
def act() -> MakeAct:
    """Makes an act of a text; its draft has the fields given and nothing else."""

    def make(text: str = "Совет создан.\n", name: str = "act.txt", **fields: Any) -> CheckedAct:
        source = read_source(text.encode(), name)
        given = {
            "kind": "decree",
            "number": "",
            "adopted_on": None,
            "issuer": "",
            "language": source.language,
            **fields,
        }
        return CheckedAct(name, source, ActDraft(**given))

    return make


@pytest.fixture
def measure() -> MakeMeasure:
    """Makes a measure; the parent follows from its number."""

    def make(number: str, title: str = "", deadline: str = "", **fields: Any) -> MeasureDraft:
        given = {
            "parent": number.rpartition(".")[0],
            "direction": "",
            "completion_form": "отчет",
            "executors": (),
            "schedule": Schedule("year") if deadline else None,
            "certain": {},
            "start": 0,
            "end": 1,
            **fields,
        }
        return MeasureDraft(number=number, title=title, deadline=deadline, **given)

    return make


@pytest.fixture
def adopted() -> date:
    """The day on which the invented acts were adopted."""
    return date(2031, 9, 15)
