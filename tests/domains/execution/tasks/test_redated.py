"""Executors hear that the calendar moved their dates."""

from datetime import UTC, date, datetime

import pytest

from birlik.base.charter.actions import load_charter
from birlik.base.journal.delivery import deliver_facts, pass_over_facts
from birlik.base.obligations.actions import move_working_days
from birlik.base.registry.models import Notice
from birlik.base.values.actor import Actor
from birlik.base.values.clock import SystemClock
from birlik.base.values.schedule import MonthDay, Schedule, Window
from birlik.base.values.working_days import MovedDate
from tests.base.obligations.drafts import CHARTER, MINISTRY, adopted, body, draft, measure
from tests.domains.execution.offices import OFFICES, settle

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 20, 6, tzinfo=UTC)
SYSTEM = Actor.system()
MONDAY, SATURDAY = date(2026, 12, 14), date(2026, 12, 12)
PAIR = (MovedDate(MONDAY, False, SATURDAY), MovedDate(SATURDAY, True, MONDAY))


def told(*days: int, monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str, str]]:
    """Who is told what in Russian, and where it leads, when reports due in December move."""
    monkeypatch.setattr(SystemClock, "now", lambda _self: AT)
    offices = OFFICES[OFFICES.index("office_kind:") :]
    load_charter(SYSTEM, None, at=AT, content=(CHARTER + offices).encode())
    ministry = body("ministry", "МИН")
    settle("executor", ministry, name="ours")
    settle("executor", body("ministry", "Басқа"), name="others")
    by = [Schedule("year", window=Window("by", days=(MonthDay(12, day),))) for day in days]
    adopted(draft(*(measure(str(n), one, MINISTRY) for n, one in enumerate(by, 1))))
    pass_over_facts(at=AT, before=AT)
    move_working_days(SYSTEM, at=AT, days=PAIR, ground="Приказ № 5")
    deliver_facts(at=AT)
    deliver_facts(at=AT)
    found = Notice.objects.filter(key__startswith="redated").order_by("pk")
    return [(one.account.person.full_name, one.name_ru, one.address) for one in found]


def test_executor_hears_of_one_moved_date(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whose date moved from Monday to Tuesday is told so, once, and nobody else."""
    [(who, text, address)] = told(14, monkeypatch=monkeypatch)
    assert who == "ours"
    assert text.startswith("Срок изменен по календарю рабочих дней, был 14.12.2026: № 1, пункт 1")
    assert text.endswith("срок 15.12.2026")
    assert address.startswith("/obligations/")


def test_many_of_an_act_make_one_notice(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two reports that move from the same day to the same day are told of together."""
    [(_who, text, address)] = told(14, 13, monkeypatch=monkeypatch)
    assert text.endswith("№ 1, срок 15.12.2026, поручений: 2")
    assert address.startswith("/obligations/?state=todo&act=")


def test_other_days_make_their_own(monkeypatch: pytest.MonkeyPatch) -> None:
    """A report by Saturday the 12th is now due on that Saturday, one by the 14th on Tuesday: two
    notices."""
    found = told(12, 14, monkeypatch=monkeypatch)
    assert sorted(text[-10:] for _who, text, _address in found) == ["12.12.2026", "15.12.2026"]
