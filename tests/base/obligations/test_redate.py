"""Due dates reckoned anew when an act moves days; every date is worked out by hand."""

from datetime import UTC, date, datetime

import pytest

from birlik.base.charter import rules
from birlik.base.charter.models import MovedDay
from birlik.base.journal.queries import last_entry
from birlik.base.obligations.actions import (
    grant_extension,
    move_working_days,
    redate_obligations,
    restore_working_day,
)
from birlik.base.obligations.actions.extension import ask_extension
from birlik.base.obligations.actions.generate_ahead import basis_of
from birlik.base.obligations.actions.redate import foreseen_redating
from birlik.base.obligations.actions.report import submit_report
from birlik.base.obligations.models import Duty, FormerDuty, Obligation
from birlik.base.obligations.queries import wrong_obligations
from birlik.base.obligations.queries.explanation import why_due
from birlik.base.obligations.queries.terms import Dating
from birlik.base.records.engine.draft import ExecutorDraft
from birlik.base.records.models import Act
from birlik.base.values.actor import Actor, Grant
from birlik.base.values.refused import RefusedError
from birlik.base.values.schedule import MonthDay, Schedule, Window
from birlik.base.values.working_days import MovedDate, WorkingDays
from tests.base.obligations.drafts import MINISTRY, SYSTEM, adopted, body, charter, draft, measure

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 20, 6, tzinfo=UTC)
KEEPER = Actor(1, None, "keeper", frozenset({Grant("charter.keep")}))
MONDAY, TUESDAY, SATURDAY = date(2026, 12, 14), date(2026, 12, 15), date(2026, 12, 12)
PAIR = (MovedDate(MONDAY, False, SATURDAY), MovedDate(SATURDAY, True, MONDAY))


@pytest.fixture
def act() -> Act:
    """Of every year: a report by 14 December with a contribution, a Monday in 2026; another by the
    12th, a Saturday; and one at the end of the year, which never moves."""
    charter()
    body("ministry", "МИН")
    body("agency", "АГ")
    by_14 = Schedule("year", window=Window("by", days=(MonthDay(12, 14),)))
    by_12 = Schedule("year", window=Window("by", days=(MonthDay(12, 12),)))
    return adopted(
        draft(
            measure("1", by_14, MINISTRY, ExecutorDraft("АГ")),
            measure("2", by_12, MINISTRY),
            measure("3", Schedule("year"), MINISTRY),
        )
    )


def due(act: Act) -> dict[tuple[str, str], date]:
    """Point and role → the due date of 2026."""
    rows = Obligation.objects.filter(act=act, period="2026").select_related("duty__provision")
    return {(one.duty.provision.number, str(one.role)): one.due_on for one in rows}


PLAIN = {
    ("1", "lead"): MONDAY,
    ("1", "contributor"): date(2026, 12, 4),
    ("2", "lead"): MONDAY,
    ("3", "lead"): date(2026, 12, 31),
}


def test_changed_calendar_moves_what_follows_it(act: Act) -> None:
    """Before, both fall due on Monday the 14th. With Monday off for a worked Saturday, the first is
    due on Tuesday with its contribution on the 5th, the second on the Saturday itself; put back,
    all is as it was."""
    assert due(act) == PLAIN
    found = move_working_days(KEEPER, at=AT, days=PAIR, ground="Приказ № 5")
    assert (found.count, found.overdue) == (3, 0)
    assert due(act) == PLAIN | {
        ("1", "lead"): TUESDAY,
        ("1", "contributor"): date(2026, 12, 5),
        ("2", "lead"): SATURDAY,
    }
    assert list(wrong_obligations()) == []
    restore_working_day(KEEPER, MovedDay.objects.get(on=SATURDAY), at=AT)
    assert due(act) == PLAIN
    assert not MovedDay.objects.exists()
    assert list(wrong_obligations()) == []


def test_preview_says_what_the_confirmation_does(act: Act) -> None:
    """The preview counts the same three, both ways, and writes nothing."""
    assert foreseen_redating(date(2026, 11, 20), added=PAIR).count == 3
    assert due(act) == PLAIN
    move_working_days(KEEPER, at=AT, days=PAIR, ground="Приказ № 5")
    assert foreseen_redating(date(2026, 11, 20), removed=(MONDAY, SATURDAY)).count == 3
    assert foreseen_redating(date(2026, 11, 20)).count == 0


def test_what_becomes_overdue_is_counted(act: Act) -> None:
    """Entered on Sunday the 13th, the worked Saturday makes one of the three overdue at once."""
    found = foreseen_redating(date(2026, 12, 13), added=PAIR)
    assert (found.count, found.overdue) == (3, 1)


def test_reported_settled_and_extended_stay(act: Act) -> None:
    """A report that came in, and a granted extension, keep their dates; the page says so, and the
    verification holds."""
    rows = Obligation.objects.filter(act=act, period="2026", role="lead").order_by("due_on", "pk")
    first, second = rows.filter(due_on=MONDAY)
    Obligation.objects.filter(act=act, period="2026").update(period_first=date(2026, 1, 1))
    submit_report(SYSTEM, first, at=AT, text_kk="Орындалды")
    ask_extension(SYSTEM, second, at=AT, wanted_on=date(2026, 12, 25), reason="r")
    grant_extension(SYSTEM, second, at=AT, ground="№ 1")
    move_working_days(KEEPER, at=AT, days=PAIR, ground="Приказ № 5")
    assert due(act) == PLAIN | {
        ("1", "contributor"): date(2026, 12, 5),
        ("2", "lead"): date(2026, 12, 25),
    }
    assert list(wrong_obligations()) == []
    told = why_due(Obligation.objects.filter(pk__in=(first.pk, second.pk)).select_related("act"))
    assert [part.step for part in told[first.pk]] == ["nominal", "day_off", "shifted", "kept"]
    assert told[second.pk][-1].words.en == "Extended from 14.12.2026 to 25.12.2026 (№ 1)"


def test_what_the_days_do_not_touch_stays(act: Act) -> None:
    """A Monday off two weeks later moves neither of the two reports, nor the end of the year."""
    monday = MovedDate(date(2026, 12, 28), False)
    found = move_working_days(KEEPER, at=AT, days=[monday], ground="Приказ № 6")
    assert (found.count, found.changes) == (0, [])
    assert due(act) == PLAIN


def test_deadline_of_a_former_version_counts(act: Act) -> None:
    """What was made by a former version of a point follows the deadline of that version; of a
    version whose deadline could not be read, no due date follows."""
    one = Obligation.objects.select_related("act", "duty").get(
        act=act, period="2026", role="contributor"
    )
    FormerDuty.objects.create(
        duty=one.duty,
        version=1,
        record={"schedule": one.duty.schedule},
        effective_on=date(2022, 9, 15),
    )
    Duty.objects.filter(pk=one.duty_id).update(schedule=None)
    dating = Dating.of(WorkingDays(), Duty.objects.all())
    found = dating.due_date(one)
    assert found is not None
    assert (found.shifted_on, found.due_on) == (MONDAY, date(2026, 12, 4))
    one.version = 2
    assert dating.due_date(one) is None


def test_one_entry_with_counts(act: Act) -> None:
    """The journal holds one entry of the redating with its counts."""
    move_working_days(KEEPER, at=AT, days=PAIR, ground="Приказ № 5")
    entry = last_entry("obligations.redated")
    assert entry is not None
    assert '"moved":3' in entry.text.replace(" ", "")


def test_night_reckons_again_after_the_calendar_changed(act: Act) -> None:
    """The calendar belongs to what an act was reckoned on."""
    before = basis_of(act, on=AT.date())
    move_working_days(KEEPER, at=AT, days=PAIR, ground="Приказ № 5")
    assert basis_of(act, on=AT.date()) != before


def test_wrong_due_date_is_found(act: Act) -> None:
    """A due date that follows from nothing is wrong."""
    lead = Obligation.objects.get(act=act, period="2025", role="lead", due_on=date(2025, 12, 15))
    Obligation.objects.filter(pk=lead.pk).update(due_on=date(2025, 12, 17))
    [wrong] = wrong_obligations()
    assert (wrong.obligation, wrong.field) == (lead.pk, "due_on")
    assert (wrong.stored, wrong.expected) == (date(2025, 12, 17), date(2025, 12, 15))


def test_only_the_keeper_of_the_charter_redates(act: Act) -> None:
    """A coordinator moves no due dates by the calendar, and nothing is entered."""
    coordinator = Actor(2, None, "c", frozenset({Grant("obligations.review")}))
    with pytest.raises(RefusedError) as refused:
        redate_obligations(coordinator, None, at=AT, days=[MONDAY])
    assert refused.value.reason == rules.NO_CALENDAR
    with pytest.raises(RefusedError):
        move_working_days(coordinator, at=AT, days=PAIR, ground="№ 5")
    assert due(act) == PLAIN
