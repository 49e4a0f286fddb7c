"""`birlik worker`: tasks whose worker was killed are taken up again, a few times."""

import fcntl
import os
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from unittest.mock import Mock

import pytest
from django.utils.timezone import now
from django_tasks_db.models import DBTaskResult
from typer.testing import CliRunner

from birlik.base.journal.tasks import deliver
from birlik.base.records.models import ActReading
from birlik.base.records.tasks import order_reading, order_reading_anew, read_document
from birlik.domains.execution.models import Report
from birlik.domains.execution.tasks.report import make_report, order_report
from birlik.wiring import worker
from birlik.wiring.worker import LEASE, LOST, MOST, SPAN, is_dead, named_worker, take_up_lost
from tests.base.records.readings_world import SYSTEM, waiting
from tests.domains.execution.plan_world import act_of

pytestmark = pytest.mark.django_db
AT = datetime.fromisoformat("2024-08-01T11:00:00+05:00")


@pytest.fixture(autouse=True)
def folder(settings: Any, tmp_path: Path) -> Path:
    """Where the workers of the test hold their locks."""
    settings.MEDIA_ROOT = tmp_path
    return worker.workers_folder()


@pytest.fixture
def dead(folder: Path) -> str:
    """The name of a worker whose lock file nobody holds."""
    folder.mkdir()
    (folder / "dead").touch()
    return "dead"


@pytest.fixture
def report() -> Report:
    """A report that was ordered."""
    return order_report(SYSTEM, act_of(), at=AT, period="2024-H1", language="kk")


def claimed(name: str, path: str = make_report.module_path) -> DBTaskResult[Any, Any]:
    """The task of this path that waits, begun by a worker."""
    task = DBTaskResult.objects.get(task_path=path, status="READY")
    task.claim(name)
    return task


def statuses() -> list[str]:
    """The states of all tasks in the order in which they were queued."""
    return list(DBTaskResult.objects.order_by("enqueued_at").values_list("status", flat=True))


def test_a_worker_is_alive_as_long_as_it_holds_its_lock(folder: Path) -> None:
    """Another process that asks finds the worker alive within its block, and its file gone after
    it."""
    with named_worker(folder) as name:
        assert not is_dead(folder / name)
    assert is_dead(folder / name)
    assert list(folder.iterdir()) == []


def test_who_lets_go_of_the_lock_is_dead(folder: Path, dead: str) -> None:
    """A file that somebody holds is a living worker's, and a dead one's as soon as it is let go."""
    descriptor = os.open(folder / dead, os.O_RDWR)
    fcntl.flock(descriptor, fcntl.LOCK_EX)
    assert not is_dead(folder / dead)
    os.close(descriptor)
    assert is_dead(folder / dead)


def test_the_task_of_a_dead_worker_is_queued_anew(folder: Path, dead: str, report: Report) -> None:
    """The begun task of a dead worker fails as lost and waits again; the lock file goes."""
    lost = claimed(dead)
    assert take_up_lost(now()) == 1
    lost.refresh_from_db()
    assert (lost.status, lost.exception_class_path) == ("FAILED", LOST)
    again = DBTaskResult.objects.get(status="READY")
    assert (again.task_path, again.args_kwargs) == (lost.task_path, lost.args_kwargs)
    assert list(folder.iterdir()) == []
    assert take_up_lost(now()) == 0


def test_the_task_of_a_living_worker_is_left_alone(folder: Path, report: Report) -> None:
    """What a living worker works at is not taken from it, however long it takes."""
    with named_worker(folder) as name:
        claimed(name)
        assert take_up_lost(now() + 2 * LEASE) == 0
    assert statuses() == ["RUNNING"]


def test_the_task_of_a_worker_elsewhere_is_lost_after_an_hour(report: Report) -> None:
    """A worker without a lock here may live on another machine: its task is left for an hour."""
    claimed("elsewhere")
    assert take_up_lost(now()) == 0
    assert take_up_lost(now() + LEASE + timedelta(minutes=1)) == 1
    assert statuses() == ["FAILED", "READY"]


def test_a_task_without_a_worker_is_lost_after_an_hour(folder: Path, report: Report) -> None:
    """A task that runs without naming who runs it is no worker's whose file could be there."""
    folder.mkdir()
    DBTaskResult.objects.update(status="RUNNING", started_at=now(), worker_ids=[])
    assert take_up_lost(now()) == 0
    DBTaskResult.objects.update(started_at=None)
    assert take_up_lost(now()) == 1


def test_a_task_broken_off_by_a_second_signal_is_queued_anew(report: Report) -> None:
    """A worker told twice to end leaves its task as failed by that: it is taken up like a lost
    one, while a task that failed of itself stays failed."""
    claimed("told twice").set_failed(SystemExit(1))
    assert take_up_lost(now()) == 1
    claimed("again").set_failed(ValueError())
    assert take_up_lost(now()) == 0
    assert statuses() == ["FAILED", "FAILED"]


def test_what_loses_its_worker_again_and_again_is_given_up(dead: str, report: Report) -> None:
    """The third loss of a day ends the report as failed with a reason; a loss of the day before
    does not count."""
    for time in range(MOST):
        assert take_up_lost_of(dead) == 1, time
    assert statuses() == ["FAILED"] * MOST
    report.refresh_from_db()
    assert (report.state, bool(report.error.kk)) == (Report.State.FAILED, True)
    DBTaskResult.objects.update(enqueued_at=now() - SPAN - timedelta(minutes=1))
    make_report.enqueue(report.pk)
    assert take_up_lost_of(dead) == 1
    assert statuses()[-1] == "READY"


def take_up_lost_of(name: str, path: str = make_report.module_path) -> int:
    """Let a dead worker claim what waits and lose it."""
    folder = worker.workers_folder()
    (folder / name).touch()
    claimed(name, path)
    return take_up_lost(now())


def test_a_made_report_is_not_taken_back(dead: str, report: Report) -> None:
    """Given up after it was made all the same, a report stays as it is."""
    Report.objects.update(state="made", digest="d", content="{}", made_at=AT)
    for _time in range(MOST):
        take_up_lost_of(dead)
    report.refresh_from_db()
    assert report.state == Report.State.MADE


def test_a_reading_is_given_up_too(dead: str) -> None:
    """The reading of an act that loses its worker three times is told as failed; asked for again
    it waits again, and one that was read stays read."""
    reading = order_reading(SYSTEM, waiting().document, at=AT)
    path = read_document.module_path
    for _time in range(MOST):
        take_up_lost_of(dead, path)
    reading.refresh_from_db()
    assert (reading.state, bool(reading.error.ru)) == (ActReading.State.FAILED, True)
    DBTaskResult.objects.all().delete()
    assert order_reading(SYSTEM, reading.document, at=AT).state == ActReading.State.WAITING
    ActReading.objects.update(state="read")
    for _time in range(MOST):
        take_up_lost_of(dead, path)
    reading.refresh_from_db()
    assert reading.state == ActReading.State.READ


def test_begun_and_queued_is_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the queue takes nothing, nothing is begun: no report and no reading waits in vain."""
    refuses = Mock(side_effect=OSError)
    reading = waiting()
    ActReading.objects.update(state="failed")
    for task in (make_report, read_document):
        monkeypatch.setattr(type(task), "enqueue", refuses)
    with pytest.raises(OSError):
        order_report(SYSTEM, act_of(), at=AT, period="2024-H1", language="kk")
    for order in (
        lambda: order_reading(SYSTEM, reading.document, at=AT),
        lambda: order_reading_anew(SYSTEM, reading, at=AT),
    ):
        with pytest.raises(OSError):
            order()
    assert not Report.objects.exists()
    reading.refresh_from_db()
    assert reading.state == ActReading.State.FAILED


def test_what_nobody_waits_for_is_given_up_in_silence(dead: str) -> None:
    """A delivery that is lost three times is not queued a fourth time: the next fact wakes one."""
    deliver.enqueue()
    for _time in range(MOST):
        take_up_lost_of(dead, deliver.module_path)
    assert statuses() == ["FAILED"] * MOST


def test_a_worker_begins_with_what_was_lost(
    dead: str, report: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`birlik worker` takes up what was lost, has waiting facts delivered, and works under a name
    of its own until it ends."""
    claimed(dead)
    works: dict[str, Any] = {}

    def call(command: str, **options: Any) -> None:
        works.update(options, command=command, waiting=statuses().count("READY"))

    monkeypatch.setattr(worker, "call_command", call)
    assert CliRunner().invoke(worker.app).exit_code == 0
    assert (works["command"], works["waiting"]) == ("db_worker", 2)
    assert len(works["worker_id"]) == 32
