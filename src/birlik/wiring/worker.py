"""`birlik worker`: does what is queued, and first what a worker before it was killed over.

The queue marks a task as running and then knows nothing more of it: one whose worker was killed
would run for ever, and what it makes would never be made. So every worker holds a lock on a file
of its name in `MEDIA_ROOT/workers`, which the system lets go of when the process ends, whatever
ended it. Whoever can take the lock knows that the worker is gone; its tasks are queued anew, a few
times.
"""

import fcntl
import logging
import os
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from secrets import token_hex
from typing import Any, TypeAlias

import typer
from django.conf import settings
from django.core.management import call_command
from django.db import transaction
from django.db.models import Q
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from birlik.base.records.tasks import give_up_reading, read_document
from birlik.base.registry.tasks.duplicates import give_up_seeking, seek_duplicates
from birlik.base.registry.tasks.importing import check_rows, give_up_file, take_rows_of
from birlik.base.values.clock import SystemClock
from birlik.domains.execution.tasks.report import give_up_report, make_report
from birlik.wiring.subscriptions import wake

LOG = logging.getLogger(__name__)
LEASE = timedelta(hours=1)
"""After how long the task of a worker that holds no lock here, as on another machine, is lost."""
MOST = 3
"""How often a task may lose its worker within `SPAN` before it is given up."""
SPAN = timedelta(days=1)

GIVE_UP: Mapping[str, Callable[..., None]] = {
    make_report.module_path: give_up_report,
    read_document.module_path: give_up_reading,
    seek_duplicates.module_path: give_up_seeking,
    check_rows.module_path: give_up_file,
    take_rows_of.module_path: give_up_file,
}
"""What is done, with the arguments of the task, when a task is given up: somebody waits for it."""

Queued: TypeAlias = "DBTaskResult[Any, Any]"
"""A task in the queue, whatever it takes and gives."""

app = typer.Typer()


class WorkerLostError(RuntimeError):
    """The worker ended before the task did."""


LOST = f"{WorkerLostError.__module__}.{WorkerLostError.__qualname__}"
BROKEN_OFF = "builtins.SystemExit"
"""How the queue marks the task of a worker that was told twice to end."""


@app.command()
def worker() -> None:
    """Do what is queued until told to end."""
    with named_worker(workers_folder()) as name:
        take_up_lost(SystemClock().now())
        wake()
        call_command("db_worker", reload=False, startup_delay=False, worker_id=name)


def workers_folder() -> Path:
    """Where the workers of this installation hold their locks: wherever its files are shared."""
    return Path(settings.MEDIA_ROOT) / "workers"


@contextmanager
def named_worker(folder: Path) -> Iterator[str]:
    """A name for this worker, with a lock that lasts as long as the process or the block.

    The file gets its name when it is locked already, so that nobody takes it for a dead worker's.
    """
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    name = token_hex(16)
    place, nameless = folder / name, folder / f".{name}"
    descriptor = os.open(nameless, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        nameless.rename(place)
        yield name
    finally:
        place.unlink(missing_ok=True)
        os.close(descriptor)


def is_dead(place: Path) -> bool:
    """Whether the worker whose lock file this is has ended."""
    try:
        descriptor = os.open(place, os.O_RDWR | os.O_CLOEXEC)
    except FileNotFoundError:
        return True
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    finally:
        os.close(descriptor)
    return True


def take_up_lost(at: datetime) -> int:
    """Queue the tasks of dead workers anew, or give up those that lost too many; how many there
    were. Each is idempotent, so that nothing is done twice that was done already."""
    folder = workers_folder()
    gone = {one.name for one in folder.glob("[!.]*") if is_dead(one)}
    with transaction.atomic():
        begun = Q(status=TaskResultStatus.RUNNING)
        broken = Q(status=TaskResultStatus.FAILED, exception_class_path=BROKEN_OFF)
        found = DBTaskResult.objects.select_for_update().filter(begun | broken)
        lost = [one for one in found if is_lost(one, folder, gone, at=at)]
        for one in lost:
            one.set_failed(WorkerLostError(f"the worker of {one.task_path} ended"))
            take_up(one, at=at)
    for name in gone:
        (folder / name).unlink(missing_ok=True)
    return len(lost)


def is_lost(one: Queued, folder: Path, gone: set[str], *, at: datetime) -> bool:
    """Whether nobody works at a task that was begun."""
    if one.status == TaskResultStatus.FAILED:
        return True
    name = one.worker_ids[-1] if one.worker_ids else ""
    if (folder / name).is_file():
        return name in gone
    return one.started_at is None or one.started_at <= at - LEASE


def take_up(one: Queued, *, at: datetime) -> None:
    """Queue a lost task anew, or give it up when it has lost its worker `MOST` times."""
    given = one.args_kwargs
    before = DBTaskResult.objects.filter(
        task_path=one.task_path, exception_class_path=LOST, enqueued_at__gt=at - SPAN
    )
    times = Counter(str(args) for args in before.values_list("args_kwargs", flat=True))
    if times[str(given)] < MOST:
        one.task.enqueue(*given["args"], **given["kwargs"])
        return
    LOG.error("%s %s lost its worker %s times and is given up", one.task_path, given, MOST)
    if give_up := GIVE_UP.get(one.task_path):
        give_up(*given["args"], **given["kwargs"], at=at)
