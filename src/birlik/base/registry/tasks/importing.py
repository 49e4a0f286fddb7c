"""What the worker does with files of rows: it checks them, and takes their good rows."""

from collections.abc import Callable, Sequence
from datetime import datetime
from hashlib import sha256

from django.db import transaction
from django_tasks import task

from birlik.base.records.engine.content.refusal import UnfitFileError
from birlik.base.registry.actions.importing import (
    bring_file,
    clear_files,
    fail_file,
    finish_check,
    order_taking,
    show_progress,
    take_file,
)
from birlik.base.registry.engine.importing.cells import Said
from birlik.base.registry.engine.importing.table import Table, read_table
from birlik.base.registry.models import BroughtFile, Territory
from birlik.base.registry.queries.importing import Weighing, actor_of, weighing_of
from birlik.base.registry.queries.importing.files import brought
from birlik.base.registry.queries.norms import norms
from birlik.base.registry.refusals.importing import CLEARED, NO_IMPORT
from birlik.base.registry.seals import seal
from birlik.base.values.actor import Actor
from birlik.base.values.clock import SystemClock, day_of
from birlik.base.values.local_text import LocalText
from birlik.base.values.refused import RefusedError

BROKEN = LocalText(
    kk="Файлды өңдеу кезінде қате шықты, тізілімде ештеңе өзгерген жоқ. Әкімшіге хабарлаңыз: "
    "себебі сервер журналында жазылған.",
    ru="При обработке файла произошла ошибка, в реестре ничего не изменилось. Сообщите "
    "администратору: причина записана в журнале сервера.",
    en="Working on the file failed, and nothing in the register has changed. Tell your "
    "administrator: the reason is in the server's log.",
)
EVERY = 500
"""After how many rows the progress is shown."""
State = BroughtFile.State
UNFINISHED = frozenset({State.WAITING, State.READING, State.TAKING})
SYSTEM = Actor.system()


def order_check(
    by: Actor, territory: Territory | None, /, *, at: datetime, kind: str, name: str, content: bytes
) -> BroughtFile:
    """Keep a file and have the worker check it: both or neither, so that none waits in vain."""
    with transaction.atomic():
        kept = bring_file(
            by,
            territory,
            at=at,
            kind=kind,
            name=name,
            content=content,
            digest=sha256(content).hexdigest(),
        )
        check_rows.enqueue(kept.pk)
    return kept


def have_taken(by: Actor, file: BroughtFile, /, *, at: datetime) -> None:
    """Have the worker take the good rows of a file: ordered and queued, or neither."""
    with transaction.atomic():
        order_taking(by, file, at=at)
        take_rows_of.enqueue(file.pk)


@task()
def check_rows(file_id: int) -> None:
    """Check a waiting file: what each of its rows means. One that was checked already stays as it
    is, so the task may run twice."""
    file = brought().filter(pk=file_id).first()
    if file is not None and file.state in (State.WAITING, State.READING):
        show_progress(file_id, 0, 0)
        attempted(file, check)


@task()
def take_rows_of(file_id: int) -> None:
    """Take the good rows of a file of which that was ordered. What was taken already stays, so the
    task may run twice."""
    file = brought().filter(pk=file_id).first()
    if file is not None and file.state == State.TAKING:
        attempted(file, take)


def attempted(file: BroughtFile, work: Callable[[BroughtFile], None]) -> None:
    """Do some work on a file; where it cannot be done, say why and keep nothing of the file."""
    clock = SystemClock()
    try:
        work(file)
    except (UnfitFileError, RefusedError) as error:
        fail_file(SYSTEM, file, at=clock.now(), reason=error.reason)
    except Exception:
        fail_file(SYSTEM, file, at=clock.now(), reason=BROKEN)
        raise


def check(file: BroughtFile) -> None:
    """Check the rows of a file."""
    weighing, table, said = read(file)
    weighed, _bodies = weighing.weigh(said)
    finish_check(
        SYSTEM,
        file,
        at=SystemClock().now(),
        weighed=weighed,
        letters=table.letters,
        ignored=table.ignored,
    )


def take(file: BroughtFile) -> None:
    """Take the good rows of a file in the name of whoever brought it."""
    weighing, table, said = read(file)
    take_file(
        weighing.by,
        file,
        at=SystemClock().now(),
        said=said,
        weighing=weighing,
        letters=table.letters,
    )


def read(file: BroughtFile) -> tuple[Weighing, Table, Sequence[Said]]:
    """The rows of a file as they are read, and by what they are weighed.

    Raises `UnfitFileError` for a file that is no such table, `RefusedError` where whoever brought
    it may no longer, and where its content was cleared.
    """
    on = day_of(SystemClock().now())
    by = SYSTEM if file.brought_by_id is None else actor_of(file, on=on)
    if by is None:
        raise RefusedError(NO_IMPORT)
    if file.content_sealed is None:
        raise RefusedError(CLEARED)
    content = seal().opened_bytes(bytes(file.content_sealed))
    weighing = weighing_of(by, file.kind, file.territory.code if file.territory else "", on=on)
    table = read_table(content, file.name, weighing.columns, kind=file.kind)
    said = []
    for done, one in enumerate(weighing.said(table), start=1):
        said.append(one)
        if done % EVERY == 0:
            show_progress(file.pk, done, len(table.lines))
    show_progress(file.pk, len(said), len(said))
    return weighing, table, said


def clear_brought(*, at: datetime) -> int:
    """Keep nothing more of the files brought longer ago than the norm says; how many there were."""
    days = norms().norm("brought_file_days", day_of(at)).whole_number()
    return clear_files(SYSTEM, None, at=at, days=days)


def give_up_file(file_id: int, *, at: datetime) -> None:
    """Tell that a file which the worker was killed over again and again will not be worked on."""
    file = brought().filter(pk=file_id).first()
    if file is not None and file.state in UNFINISHED:
        fail_file(SYSTEM, file, at=at, reason=BROKEN)
