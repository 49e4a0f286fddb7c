"""Obligations counted by what decides their state, against the state of each."""

from collections import Counter
from datetime import date
from itertools import product

import pytest
from pytest_django import DjangoAssertNumQueries

from birlik.base.obligations.models import Obligation
from birlik.base.obligations.queries import with_state
from birlik.base.obligations.queries.alike import alike
from tests.base.obligations.reporting_world import Reporting, owe, reporting

pytestmark = pytest.mark.django_db
DUE = date(2024, 6, 30)


@pytest.fixture
def world() -> Reporting:
    """The small plan, nothing owed under it yet."""
    made = reporting()
    Obligation.objects.filter(lead__isnull=False).delete()
    Obligation.objects.all().delete()
    return made


def test_those_alike_are_one_row(
    world: Reporting, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    """Two accepted in time, one late and one never reported on make three rows; one query."""
    duty, debtor = world.lead.duty, world.lead.debtor
    for number, fields in enumerate(
        (
            {"outcome": "accepted", "first_submitted_on": date(2024, 6, 30)},
            {"outcome": "accepted", "first_submitted_on": date(2024, 5, 1)},
            {"outcome": "accepted", "first_submitted_on": date(2024, 7, 1)},
            {},
        )
    ):
        owe(duty, debtor, DUE, period=f"custom-{number}", **fields)
    with django_assert_num_queries(1):
        found = list(alike(Obligation.objects.all()))
    told = {(one.state(date(2024, 7, 1)), one.in_time): one.many for one in found}
    assert told == {("fulfilled", True): 2, ("fulfilled_late", False): 1, ("overdue", False): 1}


@pytest.mark.parametrize("on", [date(2023, 12, 31), date(2024, 3, 1), DUE, date(2024, 7, 1)])
def test_states_are_those_of_each_obligation(world: Reporting, on: date) -> None:
    """Whatever is stored, on any day as many stand in each state as when each is asked."""
    stored = product(
        ("", "accepted", "released", "void"),
        ("", "submitted", "returned"),
        (True, False),
        (None, date(2024, 2, 1)),
        (None, DUE, date(2024, 8, 1)),
    )
    for number, (outcome, stage, recorded, pace_on, first) in enumerate(stored):
        owe(
            world.lead.duty,
            world.lead.debtor,
            DUE,
            period=f"custom-{number % 7}",
            number=number,
            outcome=outcome,
            stage=stage,
            recorded=recorded,
            pace_on=pace_on,
            first_submitted_on=first,
        )
    every = Obligation.objects.all()
    counted: Counter[str] = Counter()
    for one in alike(every):
        counted[one.state(on)] += one.many
    assert counted == Counter(with_state(every, on=on).values_list("state", flat=True))
