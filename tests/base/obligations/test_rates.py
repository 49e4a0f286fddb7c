"""Rates against a table worked by hand (`rates_by_hand.csv`), by the engine and by the database."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from birlik.base.obligations.engine.rates import (
    Body,
    Debt,
    Discipline,
    Rate,
    Score,
    answered_for,
    fell_due,
    heir,
    is_answered,
    is_unrecorded,
    scores,
)
from birlik.base.obligations.models import Duty, Obligation, Review, Submission
from birlik.base.obligations.queries import scores_by, standing_of
from birlik.base.obligations.queries.rates import bodies_that_change, quarter_of
from birlik.base.records.models import Act, Provision
from birlik.base.registry.models import Structure

ON = date(2024, 7, 1)
AT = datetime(2024, 6, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table: an obligation, whose it was, and where it is to be counted."""

    what: str
    debtor: str
    counted_for: str
    counted_as: str
    returns: int
    fields: dict[str, object]


def table() -> Iterator[Row]:
    """The table worked by hand, as on 1 July 2024."""
    text = Path(__file__).with_name("rates_by_hand.csv").read_text(encoding="utf-8")
    for line in csv.DictReader(text.splitlines()):
        first = line["first_submitted_on"]
        yield Row(
            what=line["what"],
            debtor=line["debtor"],
            counted_for=line["counted_for"],
            counted_as=line["counted_as"],
            returns=int(line["returns"]),
            fields={
                "due_on": date.fromisoformat(line["due_on"]),
                "first_submitted_on": date.fromisoformat(first) if first else None,
                "outcome": line["outcome"],
                "stage": line["stage"],
                "recorded": line["mark"] != "no record",
                "by_agreement": line["mark"] == "agreed",
                "role": "contributor" if line["mark"] == "contributor" else "lead",
            },
        )


@pytest.fixture
def bodies(db: None) -> dict[str, Structure]:
    """A ministry that became another on 1 April 2024, a body closed that day without successor, one
    founded on 1 May 2024."""
    spring = date(2024, 4, 1)
    new = Structure.objects.create(kind="ministry", name_kk="New", founded_on=spring)
    return {
        "New": new,
        "Old": Structure.objects.create(
            kind="ministry", name_kk="Old", closed_on=spring, successor=new
        ),
        "Gone": Structure.objects.create(kind="council", name_kk="Gone", closed_on=spring),
        "Late": Structure.objects.create(
            kind="council", name_kk="Late", founded_on=date(2024, 5, 1)
        ),
    }


@pytest.fixture
def duty(db: None) -> Duty:
    """A duty of an act."""
    act = Act.objects.create(
        kind="decree", number="1", adopted_on=AT, in_force_from=AT, first_year=2022,
        last_year=2026, confirmed_at=AT, controlled_from=AT,
    )  # fmt: skip
    provision = Provision.objects.create(
        act=act, kind="measure", path="measure/1", number="1", position=0
    )
    return Duty.objects.create(provision=provision)


def owe(duty: Duty, debtor: Structure, returns: int, **fields: object) -> Obligation:
    """An obligation with so many reports that were returned."""
    due_on = fields["due_on"]
    made = Obligation.objects.create(
        act=duty.provision.act, duty=duty, debtor=debtor, period="2024",
        period_first=due_on, period_last=due_on, nominal_on=due_on,
        number=Obligation.objects.count() + 1, **fields,
    )  # fmt: skip
    for number in range(1, returns + 1):
        report = Submission.objects.create(obligation=made, number=number, at=AT)
        Review.objects.create(submission=report, accepted=False, reason="incomplete", at=AT)
    return made


def scored(counted_as: str, returns: int) -> Score:
    """The score of one obligation as the table names its place."""
    agreed, _space, place = counted_as.rpartition(" ")
    one = Discipline(**{place: 1}, returns=0 if place == "no_record" else returns)
    return Score(agreed=one) if agreed else Score(bound=one)


@pytest.mark.parametrize("row", list(table()), ids=lambda row: row.what)
def test_every_row_of_the_table_is_counted_where_it_says(
    row: Row, bodies: dict[str, Structure], duty: Duty
) -> None:
    """Each obligation counts for the body and in the place that the table says, or not at all."""
    owe(duty, bodies[row.debtor], row.returns, **row.fields)
    expected = {}
    if row.counted_for:
        expected[bodies[row.counted_for].pk,] = scored(row.counted_as, row.returns)
    assert scores_by(Obligation.objects.all(), "debtor", on=ON) == expected
    assert by_engine(ON) == expected


def by_engine(on: date) -> dict[tuple[int], Score]:
    """The scores of everything in the database, by the engine."""
    debts = [
        Debt(
            one.debtor_id,
            standing_of(one),
            one.by_agreement,
            Review.objects.filter(submission__obligation=one, accepted=False).count(),
        )
        for one in Obligation.objects.all()
    ]
    return {(number,): one for number, one in scores(debts, bodies_that_change(), on).items()}


def test_the_whole_table_gives_the_rates_worked_by_hand(
    bodies: dict[str, Structure], duty: Duty
) -> None:
    """The new ministry: 6 on time of 13 fallen due, 2 late, 1 waits, 1 returned, 3 overdue, reports
    returned 4 times, and 3 without record beside them; by agreement 1 of 2. The closed and the late
    body: 0 of 1 each."""
    for row in table():
        owe(duty, bodies[row.debtor], row.returns, **row.fields)
    new = Score(
        Discipline(on_time=6, late=2, waiting=1, returned=1, overdue=3, returns=4, no_record=3),
        Discipline(on_time=1, overdue=1),
    )
    one_overdue = Score(Discipline(overdue=1))
    found = scores_by(Obligation.objects.all(), "debtor", on=ON)
    assert found == {
        (bodies["New"].pk,): new,
        (bodies["Gone"].pk,): one_overdue,
        (bodies["Late"].pk,): one_overdue,
    }
    assert by_engine(ON) == found
    bound = found[bodies["New"].pk,].bound
    assert (bound.rate, bound.rate.percent) == (Rate(6, 13), 46)
    assert found[bodies["New"].pk,].agreed.rate == Rate(1, 2)


def test_the_rate_of_a_contributor_stands_beside_that_of_a_lead(
    bodies: dict[str, Structure], duty: Duty
) -> None:
    """Of the thirteen that fell due, one was a contribution, in time; as lead 5 of 12 were."""
    for row in table():
        owe(duty, bodies[row.debtor], row.returns, **row.fields)
    found = scores_by(Obligation.objects.all(), "debtor", "role", on=ON)
    assert found[bodies["New"].pk, "contributor"].bound.rate == Rate(1, 1)
    assert found[bodies["New"].pk, "lead"].bound.rate == Rate(5, 12)


def test_quarters_are_those_of_the_due_date(bodies: dict[str, Structure], duty: Duty) -> None:
    """In the first quarter 7 fell due and 3 were on time, in the second 6 and 3."""
    for row in table():
        owe(duty, bodies[row.debtor], row.returns, **row.fields)
    found = scores_by(
        Obligation.objects.filter(debtor__name_kk__in=("New", "Old")), on=ON, quarterly=True
    )
    rates = {key: one.bound.rate for key, one in found.items()}
    assert rates == {(date(2024, 1, 1),): Rate(3, 7), (date(2024, 4, 1),): Rate(3, 6)}
    ends = [date(2024, 3, 31), date(2024, 4, 1), date(2024, 12, 31)]
    assert [quarter_of(day) for day in ends] == [
        date(2024, 1, 1),
        date(2024, 4, 1),
        date(2024, 10, 1),
    ]


@pytest.mark.parametrize(
    ("part", "whole", "percent"), [(0, 0, None), (26, 30, 87), (1, 8, 13), (0, 4, 0), (7, 7, 100)]
)
def test_per_cent_are_whole_and_halves_go_up(part: int, whole: int, percent: int | None) -> None:
    """26 of 30 is 87 %, 1 of 8 is 12.5 and so 13 %; of nothing there is no rate."""
    assert Rate(part, whole).percent == percent


def test_who_answers_follows_the_line_of_succession() -> None:
    """1 became 2 on 1 March and 2 became 3 on 1 May, which was closed on 1 June without successor;
    4 and 5 name each other, and the search ends all the same."""
    lines = {
        1: Body(None, date(2024, 3, 1), 2),
        2: Body(date(2024, 3, 1), date(2024, 5, 1), 3),
        3: Body(date(2024, 5, 1), date(2024, 6, 1)),
        4: Body(None, date(2024, 3, 1), 5),
        5: Body(None, date(2024, 3, 1), 4),
    }
    days = [date(2024, 2, 29), date(2024, 3, 1), date(2024, 5, 1), date(2024, 6, 1)]
    assert [heir(1, lines, day) for day in days] == [1, 2, 3, 3]
    assert [is_answered(1, lines, day) for day in days] == [True, True, True, False]
    assert [is_answered(2, lines, day) for day in days] == [True, True, True, False]
    assert heir(4, lines, ON) == 5
    assert answered_for(2, lines, date(2024, 3, 1)) == (2, 1)
    assert answered_for(3, lines, ON) == (3, 1, 2)
    assert answered_for(1, lines, ON) == (1,)
    assert not is_answered(4, lines, ON)
    assert is_answered(9, lines, ON)


DAYS = st.integers(-40, 40).map(lambda shift: ON + timedelta(days=shift))
OWED = st.fixed_dictionaries(
    {
        "debtor": st.sampled_from(("New", "Old", "Gone", "Late")),
        "due_on": DAYS,
        "first_submitted_on": st.none() | DAYS,
        "outcome": st.sampled_from(("", "", "accepted", "accepted", "released", "void")),
        "stage": st.sampled_from(("", "submitted", "returned")),
        "recorded": st.sampled_from((True, True, True, False)),
        "by_agreement": st.booleans(),
        "role": st.sampled_from(("lead", "contributor")),
        "returns": st.integers(0, 2),
    }
)


@settings(
    max_examples=60,
    derandomize=True,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    rows=st.lists(OWED, max_size=12),
    ends=st.fixed_dictionaries({"Old": st.none() | DAYS, "New": st.none() | DAYS}),
    begins=st.fixed_dictionaries({"Late": st.none() | DAYS}),
)
def test_the_database_counts_what_the_engine_counts(
    rows: list[dict[str, object]],
    ends: dict[str, date | None],
    begins: dict[str, date | None],
    bodies: dict[str, Structure],
    duty: Duty,
) -> None:
    """Whatever is owed, and whenever bodies begin and end, both give the same scores; and no place
    of a score holds what has not fallen due."""
    with transaction.atomic():
        for name, day in ends.items():
            Structure.objects.filter(name_kk=name).update(closed_on=day, founded_on=None)
        Structure.objects.filter(name_kk="Late").update(founded_on=begins["Late"])
        for row in rows:
            owe(duty, bodies[row["debtor"]], **{k: v for k, v in row.items() if k != "debtor"})
        found = scores_by(Obligation.objects.all(), "debtor", on=ON)
        every = [standing_of(one) for one in Obligation.objects.all()]
        fallen = sum(fell_due(one, ON) for one in every)
        assert found == by_engine(ON)
        assert sum(one.bound.fallen_due + one.agreed.fallen_due for one in found.values()) <= fallen
        apart = sum(is_unrecorded(one, ON) for one in every)
        assert sum(one.bound.no_record + one.agreed.no_record for one in found.values()) <= apart
        transaction.set_rollback(True)
