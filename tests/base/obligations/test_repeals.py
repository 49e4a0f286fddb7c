"""Acts end acts, whichever of the two comes first; expectations are worked out by hand."""

from dataclasses import replace
from datetime import date

import pytest

from birlik.base.obligations.actions import end_act
from birlik.base.obligations.models import Obligation
from birlik.base.obligations.queries import counts_of
from birlik.base.records.engine.draft import (
    ActReference,
)
from birlik.base.records.models import Act
from birlik.base.registry.models import Structure
from birlik.base.values.refused import RefusedError
from tests.base.obligations.drafts import (
    AT,
    DAY,
    MINISTRY,
    SYSTEM,
    YEARLY,
    adopted,
    draft,
    measure,
    reference,
)

pytestmark = pytest.mark.django_db


def test_repealing_act_ends_the_repealed(ministry: Structure) -> None:
    """The later act's day ends the earlier one: the year it cuts and the year after are void."""
    act = adopted(draft(measure("1", YEARLY, MINISTRY)))
    later = draft(
        number="2",
        adopted_on=date(2025, 12, 29),
        title="2030 жылға дейінгі тұжырымдама",
        repeals=(reference("1", date(2022, 9, 15)), reference("9", None)),
        indicators=(),
    )
    repealing = adopted(later)
    act.refresh_from_db()
    assert (act.repealed_on, act.repealed_by) == (date(2025, 12, 29), repealing)
    void = Obligation.objects.filter(outcome="void").order_by("due_on")
    assert list(void.values_list("due_on", "void_reason")) == [
        (date(2025, 12, 31), "period_cut_by_repeal"),
        (date(2026, 12, 31), "after_repeal"),
    ]
    assert (repealing.first_year, repealing.last_year) == (2025, 2030)


def test_repealed_act_that_comes_later(ministry: Structure) -> None:
    """An act that comes in after the one that repealed it is ended at once; an act of which only a
    point is repealed stays."""
    later = draft(
        number="2",
        adopted_on=date(2025, 12, 29),
        title="2030 жылға дейінгі тұжырымдама",
        repeals=(reference("1", date(2022, 9, 15)), replace(reference("3", DAY), part="35")),
        indicators=(),
    )
    repealing = adopted(later)
    act = adopted(draft(measure("1", YEARLY, MINISTRY)))
    assert Act.objects.get(pk=act.pk).repealed_by == repealing
    assert counts_of(act.pk)["void"] == 2
    other = adopted(draft(number="3", adopted_on=DAY, indicators=()))
    assert Act.objects.get(pk=other.pk).repealed_on is None


@pytest.mark.parametrize("named", [reference("1", date(2022, 9, 15)), reference("9", DAY)])
def test_only_what_is_earlier_is_repealed(ministry: Structure, named: ActReference) -> None:
    """A misread reference to the act itself or to a later act repeals nothing."""
    adopted(draft(number="9", adopted_on=DAY, indicators=()))
    adopted(draft(measure("1", YEARLY, MINISTRY), repeals=(named,)))
    assert not Act.objects.exclude(repealed_on=None).exists()


def test_first_repeal_stands(ministry: Structure) -> None:
    """What an act has repealed is not repealed again by a later one that names it too."""
    adopted(draft(measure("1", YEARLY, MINISTRY)))
    named = (reference("1", date(2022, 9, 15)),)
    first = adopted(draft(number="2", adopted_on=DAY, repeals=named, indicators=()))
    adopted(draft(number="3", adopted_on=date(2024, 1, 9), repeals=named, indicators=()))
    act = Act.objects.get(number="1")
    assert (act.repealed_by, act.repealed_on) == (first, DAY)


def test_repeal_before_adoption_is_refused(ministry: Structure) -> None:
    """An act cannot be repealed before it was adopted, neither at once nor later."""
    with pytest.raises(RefusedError):
        adopted(draft(indicators=()), repealed_on=date(2020, 1, 1))
    act = adopted(draft(indicators=()))
    with pytest.raises(RefusedError):
        end_act(SYSTEM, act, at=AT, repealed_on=date(2020, 1, 1))


def test_corrected_day_of_repeal(ministry: Structure) -> None:
    """Where the day of repeal was entered too early, what it alone made void is owed again."""
    act = adopted(draft(measure("1", YEARLY, MINISTRY)), repealed_on=date(2023, 6, 1))
    assert counts_of(act.pk)["void"] == 4
    assert end_act(SYSTEM, act, at=AT, repealed_on=date(2025, 12, 29)) == 2
    states = Obligation.objects.order_by("due_on").values_list("void_reason", flat=True)
    assert list(states) == ["", "", "", "period_cut_by_repeal", "after_repeal"]


def test_repeal_entered_by_hand_gives_the_same(ministry: Structure) -> None:
    """Entered in the wizard, the day of repeal makes the same occurrences void."""
    act = adopted(draft(measure("1", YEARLY, MINISTRY)), repealed_on=date(2025, 12, 29))
    assert counts_of(act.pk)["void"] == 2
