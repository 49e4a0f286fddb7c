"""States depend on the day, and lists show them."""

from datetime import UTC, date, datetime

import pytest

from birlik.base.obligations.actions import adopt_act
from birlik.base.obligations.queries import obligations_of, records_of
from birlik.base.records.actions.translate import word_act
from birlik.base.records.models import Provision
from birlik.base.registry.models import Structure
from birlik.base.values.schedule import Schedule
from tests.base.obligations.drafts import (
    AT,
    MINISTRY,
    SYSTEM,
    YEARLY,
    adopted,
    draft,
    measure,
    reading,
)

pytestmark = pytest.mark.django_db


def test_states_depend_on_the_day(ministry: Structure) -> None:
    """Three times in 2023: scheduled before the year, then open, the first behind after April,
    all overdue after the year."""
    adopted(draft(measure("1", Schedule("year", times=3, years=(2023,)), MINISTRY)))
    days = {
        date(2022, 12, 31): ["scheduled"] * 3,
        date(2023, 4, 30): ["open"] * 3,
        date(2023, 5, 1): ["behind", "open", "open"],
        date(2023, 12, 31): ["behind", "behind", "open"],
        date(2024, 1, 1): ["overdue"] * 3,
    }
    found = {
        day: [one.state for one in obligations_of(number="1", on=day).order_by("number")]
        for day in days
    }
    assert found == days


def test_no_record_of_the_time_before(ministry: Structure) -> None:
    """An act put under control on 1 June 2023: of the year 2022 there is no record, the year 2023
    becomes overdue."""
    one = draft(measure("1", Schedule("year", years=(2022, 2023)), MINISTRY))
    adopt_act(SYSTEM, reading(one), at=datetime(2023, 6, 1, tzinfo=UTC))
    states = [row.state for row in obligations_of(on=date(2026, 1, 1))]
    assert states == ["no_record", "overdue"]


def test_void_is_never_overdue(ministry: Structure) -> None:
    """What is void stays void long after its day."""
    adopted(draft(measure("1", YEARLY, MINISTRY)), repealed_on=date(2022, 10, 1))
    assert {one.state for one in obligations_of(on=date(2030, 1, 1))} == {"void"}
    assert not obligations_of(state="overdue", on=date(2030, 1, 1)).exists()


def test_records_for_lists(ministry: Structure) -> None:
    """A list shows the title in the reader's language, or in the nearest that has it."""
    act = adopted(draft(measure("1", Schedule("once", years=(2023,), quantity=2), MINISTRY)))
    expected = {
        "act": "1",
        "provision": "1",
        "title": "Іс-шара 1",
        "debtor": "МҰР",
        "role": "lead",
        "by_agreement": False,
        "period": "2023",
        "number": 1,
        "due_on": "2023-12-31",
        "quantity": 2,
        "state": "overdue",
    }
    found = obligations_of(number="1", on=date(2026, 1, 1))
    assert list(records_of(found, "ru")) == [expected]
    worded = word_act(
        SYSTEM, act, at=AT, language="ru", title="Концепция",
        words={"measure/1": "Мероприятие 1", "measure/8": "нет такого"},
    )  # fmt: skip
    assert worded == 1
    assert next(records_of(found, "ru"))["title"] == "Мероприятие 1"
    assert Provision.objects.get(path="measure/1").wordings.count() == 2
