"""The worker's clock: what is due when, begun once; shown by moving the time."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta
from threading import Barrier
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.db import connections
from django_tasks_db.models import DBTaskResult

from birlik.adapters.mail import FolderMail, SmtpMail
from birlik.base.journal.queries import undelivered_facts
from birlik.base.obligations.actions import submit_report
from birlik.base.registry.models import Digest, Notice, Turn
from birlik.base.values.clock import FixedClock
from birlik.domains.execution.tasks import notices
from birlik.domains.execution.tasks.digests import make_all, send_all
from birlik.wiring import schedule
from birlik.wiring.schedule import BrokenWorkError, do_due, due, enqueue_due, mail, turn
from tests.base.obligations.reporting_world import AT
from tests.domains.execution.offices import Staffed, acting, settle, staffed

pytestmark = pytest.mark.django_db
MORNING = datetime(2024, 7, 3, 2, 5, tzinfo=UTC)
"""3 July 2024, five past seven in Kazakhstan."""


@pytest.fixture(autouse=True)
def post(settings: Any, tmp_path: Any) -> Any:
    """Letters go into a folder of the test."""
    settings.MEDIA_ROOT = tmp_path
    settings.CABINET_ADDRESS = "https://birlik.example"
    folder = tmp_path / "mail"
    settings.MAIL = {
        "adapter": "birlik.adapters.mail.FolderMail",
        "settings": {"sender": "birlik@birlik.example", "folder": folder},
    }
    return folder


@pytest.fixture
def world() -> Staffed:
    """The plan of 2024 with the ministry's executor and a coordinator."""
    world = staffed()
    settle("executor", world.ministry, name="lead")
    settle("coordinator", world.committee)
    return world


def work_through(at: datetime, monkeypatch: pytest.MonkeyPatch) -> int:
    """Let the worker come to everything that waits at an instant; how many tasks it did."""
    for module in (schedule, notices):
        monkeypatch.setattr(module, "SystemClock", lambda: FixedClock(at))
    waiting = list(DBTaskResult.objects.filter(status="READY", task_path__endswith="schedule.turn"))
    for one in waiting:
        one.task.call(*one.args_kwargs["args"], **one.args_kwargs["kwargs"])
        one.set_successful(None)
    return len(waiting)


@pytest.mark.parametrize(
    ("hour", "names"),
    [
        (0, {"hourly"}),
        (1, {"hourly"}),
        (2, {"hourly", "nightly"}),
        (6, {"hourly", "nightly"}),
        (7, {"hourly", "nightly", "daily"}),
        (23, {"hourly", "nightly", "daily"}),
    ],
)
def test_what_is_due_at_an_hour(hour: int, names: set[str]) -> None:
    """Every hour facts and mail, from two at night the clearing, from seven the day's work, by the
    clock of Kazakhstan, which is five hours ahead of UTC."""
    at = datetime(2024, 7, 2, 19, tzinfo=UTC) + timedelta(hours=hour)
    found = dict(due(at))
    assert set(found) == names
    assert found["hourly"] == f"2024-07-03T{hour:02}"
    assert found.get("daily", "2024-07-03") == "2024-07-03"


def test_each_turn_is_begun_once() -> None:
    """However often and by however many servers the clock is looked at, a turn is queued once."""
    assert enqueue_due(MORNING) == ["hourly", "nightly", "daily"]
    assert enqueue_due(MORNING + timedelta(seconds=1)) == []
    assert enqueue_due(MORNING + timedelta(hours=1)) == ["hourly", "nightly", "daily"]
    assert DBTaskResult.objects.count() == 6


def test_a_turn_that_ended_is_not_begun_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """Once the worker has done the day's work, only the next hour and the next day bring more."""
    enqueue_due(MORNING)
    assert work_through(MORNING, monkeypatch) == 3
    assert enqueue_due(MORNING + timedelta(hours=5)) == ["hourly"]
    assert enqueue_due(MORNING + timedelta(days=1)) == ["hourly", "nightly", "daily"]


def test_the_days_work(world: Staffed, post: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """On the morning of 10 July the publications of 30 June are ten days overdue: the coordinator
    is told, both get a digest, and each lies in the folder once."""
    at = MORNING + timedelta(days=7)
    enqueue_due(at)
    work_through(at, monkeypatch)
    (told,) = Notice.objects.filter(key__startswith="overdue/10/").select_related("account")
    assert told.account.email == "coordinator@birlik.example"
    assert Digest.objects.exclude(sent_at=None).count() == 2
    assert len(list(post.iterdir())) == 2
    text = Digest.objects.get(account=told.account).text
    assert "2-тармақ, МИН, мерзімі 30.06.2024" in text


def test_after_a_week_the_worker_catches_up_with_today(
    world: Staffed, post: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The server ran for eight days and the worker did not: then there is one digest, of the last
    day, one letter for each person, and the escalation of the tenth day is not lost."""
    first = MORNING + timedelta(days=6)
    for minute in range(0, 8 * 24 * 60, 20):
        enqueue_due(first + timedelta(minutes=minute))
    last = first + timedelta(days=7, hours=2)
    work_through(last, monkeypatch)
    assert set(Digest.objects.values_list("on", flat=True)) == {date(2024, 7, 16)}
    assert len(list(post.iterdir())) == Digest.objects.count() == 2
    assert Notice.objects.filter(key__startswith="overdue/10/").count() == 1
    assert not Turn.objects.filter(ended_at=None, period__lt="2024-07-16").exists()


def test_nothing_is_done_before_the_hour_because_of_an_old_turn(
    world: Staffed, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A day's work that waited in the queue over midnight is not done at three at night."""
    enqueue_due(MORNING)
    work_through(MORNING + timedelta(hours=20), monkeypatch)
    assert not Digest.objects.exists()
    assert enqueue_due(MORNING + timedelta(days=1)) == ["hourly", "nightly", "daily"]


def test_a_broken_step_does_not_stop_the_others(
    world: Staffed, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When generation fails digests are still made; the turn stays open, is taken anew after an
    hour, and then nobody gets a second digest."""
    with monkeypatch.context() as broken:
        broken.setattr(schedule, "generate_all", lambda **_given: 1 / 0)
        with pytest.raises(BrokenWorkError, match="daily 2024-07-03: generate"):
            do_due(MORNING)
    assert Digest.objects.count() == 2
    assert do_due(MORNING + timedelta(minutes=30)) == {}
    again = do_due(MORNING + timedelta(minutes=61))
    assert again["daily"] == {
        "generate": 0, "remind": 0, "escalate": 0, "accreditation": 0, "terms": 0,
        "digests": 0, "mail": 0,
    }  # fmt: skip
    assert Digest.objects.count() == 2


def test_without_a_worker_the_command_does_it_all(world: Staffed) -> None:
    """Done here and now, each step tells what it did; asked again, there is nothing to do."""
    done = do_due(MORNING)
    assert list(done) == ["hourly", "nightly", "daily"]
    assert (done["daily"]["digests"], done["daily"]["mail"]) == (2, 2)
    assert do_due(MORNING) == {}


def test_facts_that_waited_are_delivered_by_the_hour(
    world: Staffed, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A fact whose delivery was lost is told at the next full hour."""
    akimat = acting(settle("executor", world.akimat, name="contributor"))
    submit_report(akimat, world.plan.agreed, at=AT, text_kk="Бітті")
    assert undelivered_facts().count() == 1
    monkeypatch.setattr(notices, "SystemClock", lambda: FixedClock(AT))
    assert do_due(AT)["hourly"]["facts"] == 1
    assert Notice.objects.filter(key__startswith="report.submitted").count() == 1


def test_the_night_clears_sessions_away() -> None:
    """Sessions that ended are forgotten, others stay."""
    for key, year in (("old", 2020), ("new", 2999)):
        Session.objects.create(
            session_key=key, session_data="", expire_date=datetime(year, 1, 1, tzinfo=UTC)
        )
    nightly = do_due(MORNING)["nightly"]
    assert nightly == {"uploads": 0, "brought": 0, "duplicates": 0, "clear": None}
    assert [one.session_key for one in Session.objects.all()] == ["new"]


def test_without_mail_digests_wait_in_the_cabinet(world: Staffed, settings: Any) -> None:
    """Where no mail is set, digests are made and none is said to have left."""
    settings.MAIL = {}
    assert do_due(MORNING)["daily"]["mail"] == 0
    assert Digest.objects.filter(sent_at=None, sending_at=None).count() == 2


def test_the_adapter_is_the_one_of_the_settings(settings: Any) -> None:
    """The settings name the adapter and what it is made with."""
    assert isinstance(mail(), FolderMail)
    settings.MAIL = {
        "adapter": "birlik.adapters.mail.SmtpMail",
        "settings": {"sender": "b@birlik.example", "host": "mail.example", "port": 25},
    }
    assert mail() == SmtpMail("b@birlik.example", "mail.example", 25)


def test_the_task_of_the_worker_is_known_by_name() -> None:
    """The queue finds the task by its path."""
    assert turn.module_path == "birlik.wiring.schedule.turn"


@pytest.mark.django_db(transaction=True)
def test_eight_servers_at_the_same_instant_begin_each_turn_once() -> None:
    """Eight servers look at the clock at once: each turn is begun by exactly one of them."""
    together = Barrier(8)

    def look(_server: int) -> list[str]:
        try:
            together.wait()
            return enqueue_due(MORNING)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(8) as servers:
        begun = sorted(name for names in servers.map(look, range(8)) for name in names)
    assert begun == ["daily", "hourly", "nightly"]
    assert DBTaskResult.objects.count() == 3


@pytest.mark.django_db(transaction=True)
def test_four_workers_at_the_same_instant_send_each_letter_once(post: Any) -> None:
    """Four workers send the digests of the day at once: each letter leaves once."""
    world = staffed()
    for number in range(6):
        settle("coordinator", world.committee, name=f"c{number}")
    make_all(at=MORNING, address="https://birlik.example")
    sent: list[str] = []
    together = Barrier(4)

    class Counted(FolderMail):
        """Remembers what it sends."""

        def send(self, **letter: Any) -> str:
            """Send and remember."""
            sent.append(letter["to"])
            return super().send(**letter)

    def work(_worker: int) -> int:
        try:
            together.wait()
            return send_all(at=MORNING, mail=Counted("birlik@birlik.example", post))
        finally:
            connections.close_all()

    with ThreadPoolExecutor(4) as workers:
        assert sum(workers.map(work, range(4))) == 6
    assert sorted(sent) == [f"c{number}@birlik.example" for number in range(6)]
