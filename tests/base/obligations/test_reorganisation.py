"""Reorganisations against a table worked by hand (`reorganisations_by_hand.csv`).

Each case is a story of real or likely bodies: who owes what, how it counts had nothing happened,
and how after the reorganisation. The rates of the cases, on time ÷ fallen due:

- mior: before MIOR 2 ÷ 4 = 50 %, MKS 1 ÷ 4 = 25 %; after MKI 3 ÷ 6 = 50 %, MTS 0 ÷ 2 = 0 %
- split: before M 2 ÷ 6 = 33 %; after X 1 ÷ 2 = 50 %, Y 1 ÷ 4 = 25 %
- abolished: before G 1 ÷ 5 = 20 %; after G 1 ÷ 3 = 33 %, nobody's left out
- merge: before L 2 ÷ 3 = 67 %, K 0 ÷ 3 = 0 %; after N 2 ÷ 5 = 40 %, the joined left out
- chain: before A 2 ÷ 5 = 40 %; after C 1 ÷ 3 = 33 %, D 1 ÷ 2 = 50 %
"""

from collections.abc import Callable, Mapping
from datetime import date

import pytest

from birlik.base.obligations.actions.reorganise import reorganise
from birlik.base.obligations.models import Duty, FormerDebtor, Obligation
from birlik.base.obligations.queries import scores_by, wrong_obligations
from birlik.base.obligations.queries.passing import orphaned
from tests.base.obligations.reorganisation_world import (
    SYSTEM,
    Row,
    at,
    body,
    by_engine,
    duties,
    expected,
    named,
    new,
    owe,
    plan,
    report,
    table,
)

pytestmark = pytest.mark.django_db
AUTUMN, SPRING = date(2023, 9, 1), date(2024, 4, 1)
Measures = Mapping[str, Duty]


def mior(found: Measures) -> None:
    """In September 2023 the ministry of information became that of culture and information, and
    that of culture and sports was split between it and the new one of tourism and sports."""
    made = plan("rename", AUTUMN, named("MIOR"), successors=(new("MKI"),))
    reorganise(SYSTEM, None, at=at(AUTUMN), plan=made)
    heirs = (named("MKI").pk, new("MTS"))
    sport = ((found["5"].pk, 1), (found["4"].pk, 0))
    made = plan("split", AUTUMN, named("MKS"), successors=heirs, measures=sport)
    reorganise(SYSTEM, None, at=at(AUTUMN), plan=made)


def split(found: Measures) -> None:
    """A ministry is split in two; measures 2 to 4 are chosen for the second."""
    chosen = tuple((found[number].pk, 1) for number in ("2", "3", "4"))
    made = plan("split", SPRING, named("M"), successors=(new("X"), new("Y")), measures=chosen)
    reorganise(SYSTEM, None, at=at(SPRING), plan=made)


def abolished(_found: Measures) -> None:
    """A council is abolished without successor."""
    reorganise(SYSTEM, None, at=at(SPRING), plan=plan("abolish", SPRING, named("G")))


def merge(_found: Measures) -> None:
    """Who led and who contributed become one."""
    made = plan("merge", SPRING, named("L"), named("K"), successors=(new("N"),))
    reorganise(SYSTEM, None, at=at(SPRING), plan=made)


def chain(found: Measures) -> None:
    """A body is renamed in autumn, and split in spring; measure 2 goes to the second."""
    made = plan("rename", AUTUMN, named("A"), successors=(new("B"),))
    reorganise(SYSTEM, None, at=at(AUTUMN), plan=made)
    made = plan(
        "split", SPRING, named("B"), successors=(new("C"), new("D")),
        measures=((found["2"].pk, 1),),
    )  # fmt: skip
    reorganise(SYSTEM, None, at=at(SPRING), plan=made)


CASES: Mapping[str, tuple[Callable[[Measures], None], date, date, dict[str, int], dict[str, int]]] = {
    "mior": (mior, AUTUMN, date(2024, 1, 1), {"MIOR": 50, "MKS": 25}, {"MKI": 50, "MTS": 0}),
    "split": (split, SPRING, date(2024, 7, 1), {"M": 33}, {"X": 50, "Y": 25}),
    "abolished": (abolished, SPRING, date(2024, 7, 1), {"G": 20}, {"G": 33}),
    "merge": (merge, SPRING, date(2024, 7, 1), {"L": 67, "K": 0}, {"N": 40}),
    "chain": (chain, SPRING, date(2024, 7, 1), {"A": 40}, {"C": 33, "D": 50}),
}
"""What happens, when it is recorded, when the rates are read, and the rates before and after."""


def enter(rows: list[Row], found: Measures) -> list[Obligation]:
    """The obligations of a case, nothing reported yet, contributions under their leads."""
    made: list[Obligation] = []
    for one in rows:
        debtor = named(one.debtor)
        made.append(owe(found[one.measure], debtor, one.fields["due_on"], role=one.fields["role"]))
    return made


def rates(on: date) -> dict[str, int | None]:
    """Name of a body → its on-time rate in per cent, by the database."""
    found = scores_by(Obligation.objects.all(), "debtor", on=on)
    return {str(name_of(key)): one.bound.rate.percent for key, one in found.items()}


def name_of(key: tuple[object, ...]) -> str:
    """The name of the body of a key."""
    return Obligation._meta.get_field("debtor").related_model.objects.get(pk=key[0]).name_kk


@pytest.mark.parametrize("case", CASES)
def test_rates_before_and_after_are_those_worked_by_hand(case: str) -> None:
    """Every obligation counts where the table says, before and after, by SQL and by the engine, the
    rates are those worked out above, and verification finds nothing wrong."""
    happen, recorded_on, on, before, after = CASES[case]
    rows, found = list(table(case)), duties()
    for name in {one.debtor: None for one in rows}:
        body(name)
    made = enter(rows, found)
    early = [pair for pair in zip(rows, made, strict=True) if first_of(pair[0]) < recorded_on]
    late = [pair for pair in zip(rows, made, strict=True) if first_of(pair[0]) >= recorded_on]
    for row, one in early:
        report(one, **row.fields)
    told_before(rows, made, late, on, before)
    happen(found)
    for row, one in late:
        if first_of(row) != date.max:
            report(one, **row.fields)
    counted = scores_by(Obligation.objects.all(), "debtor", on=on)
    assert counted == expected(one.after for one in rows)
    assert by_engine(on) == counted
    assert rates(on) == after
    assert list(wrong_obligations()) == []


def first_of(row: Row) -> date:
    """When a line was first reported on; the last day there is where it never was."""
    first = row.fields["first_submitted_on"]
    return first if isinstance(first, date) else date.max


def told_before(
    rows: list[Row],
    made: list[Obligation],
    late: list[tuple[Row, Obligation]],
    on: date,
    rates_before: dict[str, int],
) -> None:
    """Check the table had nothing happened: reports that come later are made and taken back."""
    for row, one in late:
        if first_of(row) != date.max:
            report(one, **row.fields)
    counted = scores_by(Obligation.objects.all(), "debtor", on=on)
    assert counted == expected(one.before for one in rows)
    assert by_engine(on) == counted
    assert rates(on) == rates_before
    for row, one in late:
        if first_of(row) != date.max:
            for submission in one.submissions.all():
                if hasattr(submission, "review"):
                    submission.review.delete()
                submission.delete()
            one.outcome, one.stage, one.first_submitted_on = "", "", None
            one.save()
