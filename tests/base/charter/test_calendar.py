"""Days that acts move in the working-day calendar."""

from datetime import UTC, date, datetime

import pytest

from birlik.base.charter import rules
from birlik.base.charter.actions import move_days, restore_day
from birlik.base.charter.models import MovedDay
from birlik.base.charter.queries import moved_day, moved_days, working_days
from birlik.base.journal.queries import last_entry
from birlik.base.values.actor import Actor, Grant
from birlik.base.values.local_text import LocalText
from birlik.base.values.refused import RefusedError
from birlik.base.values.working_days import MovedDate

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 20, tzinfo=UTC)
KEEPER = Actor(1, None, "keeper", frozenset({Grant("charter.keep")}))
MONDAY, SATURDAY = date(2026, 12, 14), date(2026, 12, 12)
PAIR = (MovedDate(MONDAY, False, SATURDAY), MovedDate(SATURDAY, True, MONDAY))


def test_days_that_change_places() -> None:
    """Before, Saturday is off and Monday worked; after the act the other way round, and it says by
    what act."""
    before = working_days()
    assert (before.is_working(SATURDAY), before.is_working(MONDAY)) == (False, True)
    move_days(KEEPER, None, at=AT, days=PAIR, ground=" Приказ № 5 ")
    after = working_days()
    assert (after.is_working(SATURDAY), after.is_working(MONDAY)) == (True, False)
    assert after.standing(MONDAY).ground == "Приказ № 5"
    assert [str(one) for one in moved_days(2026)] == ["12.12.2026", "14.12.2026"]
    assert not moved_days(2025).exists()


def test_a_day_is_put_back_with_its_pair() -> None:
    """Putting the Monday back puts the Saturday back as well, and no other day."""
    move_days(KEEPER, None, at=AT, days=PAIR, ground="Приказ № 5")
    other = MovedDate(date(2026, 12, 18), False)
    move_days(KEEPER, None, at=AT, days=[other], ground="Приказ № 6")
    found = moved_day(MovedDay.objects.get(on=MONDAY).pk)
    assert found is not None
    assert restore_day(KEEPER, found, at=AT) == [SATURDAY, MONDAY]
    assert working_days().moves == (MovedDate(date(2026, 12, 18), False, None, "Приказ № 6"),)
    entry = last_entry("calendar.day_restored")
    assert entry is not None and "2026-12-14" in entry.text
    assert moved_day(found.pk) is None


@pytest.mark.parametrize(
    ("days", "ground", "reason"),
    [
        (PAIR, " ", rules.GROUND_NEEDED),
        ((), "№ 5", rules.NO_DAYS),
        ((PAIR[0], PAIR[0]), "№ 5", rules.DAY_TWICE),
        ((MovedDate(date(2026, 12, 16), False),), "№ 5", rules.NOTHING_MOVED),
        ((MovedDate(date(2026, 12, 15), True),), "№ 5", rules.NOTHING_MOVED),
    ],
)
def test_wrong_days_are_refused(
    days: tuple[MovedDate, ...], ground: str, reason: LocalText
) -> None:
    """No act, no days, a day twice, a holiday that is off anyway, a Tuesday that is worked anyway:
    nothing is entered."""
    with pytest.raises(RefusedError) as refused:
        move_days(KEEPER, None, at=AT, days=days, ground=ground)
    assert refused.value.reason == reason
    assert not MovedDay.objects.exists()


def test_a_day_is_moved_once() -> None:
    """What an act moved is put back before another act moves it."""
    move_days(KEEPER, None, at=AT, days=PAIR, ground="№ 5")
    with pytest.raises(RefusedError) as refused:
        move_days(KEEPER, None, at=AT, days=PAIR, ground="№ 6")
    assert refused.value.reason == rules.MOVED_ALREADY


def test_only_the_keeper_of_the_charter_changes_the_calendar() -> None:
    """A coordinator without that power neither moves a day nor puts one back."""
    coordinator = Actor(2, None, "coordinator", frozenset({Grant("obligations.review")}))
    [day, _other] = move_days(KEEPER, None, at=AT, days=PAIR, ground="№ 5")
    with pytest.raises(RefusedError) as refused:
        move_days(coordinator, None, at=AT, days=PAIR, ground="№ 5")
    assert refused.value.reason == rules.NO_CALENDAR
    with pytest.raises(RefusedError) as refused:
        restore_day(coordinator, day, at=AT)
    assert refused.value.reason == rules.NO_CALENDAR
