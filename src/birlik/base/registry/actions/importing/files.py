"""A brought file on its way: kept, checked by the worker, its good rows taken, forgotten."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime

from birlik.base.journal.action import action, note
from birlik.base.registry.actions.importing.take import take_rows
from birlik.base.registry.engine.importing.cells import Said
from birlik.base.registry.engine.importing.records import record_of, to_see
from birlik.base.registry.engine.importing.verdict import Means, Weighed, counts
from birlik.base.registry.models import BroughtFile, BroughtRow, Territory
from birlik.base.registry.queries.importing import Weighing, stale_files
from birlik.base.registry.queries.importing.weighing import person_lines
from birlik.base.registry.refusals.importing import EMPTY_HANDED
from birlik.base.registry.rules.importing import (
    may_bring_file,
    may_order_taking,
    may_record_file,
    may_take_file,
    may_take_rows,
)
from birlik.base.registry.seals import seal
from birlik.base.values.actor import Actor
from birlik.base.values.local_text import LocalText
from birlik.base.values.refused import RefusedError, require

BATCH = 1_000
State = BroughtFile.State


@action(
    "rows.brought",
    may=may_bring_file,
    label=LocalText(
        "Тізілімге файл жүктелді", "Загружен файл для реестра", "File brought for the register"
    ),
    withheld=("name",),
)
def bring_file(
    by: Actor,
    territory: Territory | None,
    /,
    *,
    at: datetime,
    kind: str,
    name: str,
    content: bytes,
    digest: str,
) -> BroughtFile:
    """Keep a file of rows of a kind, encrypted, for the worker to check; `digest` is its SHA-256 in
    hex, the territory that of new rows that name none."""
    return BroughtFile.objects.create(
        kind=kind,
        name=name,
        digest=digest,
        size=len(content),
        content_sealed=seal().sealed_bytes(content),
        territory=territory,
        brought_at=at,
        brought_by_id=by.appointment_id,
    )


def show_progress(file_id: int, rows: int, of: int) -> None:
    """Show how far the worker is; nothing is decided by it, so the journal does not record it."""
    unfinished = (State.WAITING, State.READING)
    BroughtFile.objects.filter(pk=file_id, state__in=unfinished).update(
        state=State.READING, progress=rows, rows=of
    )


@action(
    "rows.checked",
    may=may_record_file,
    label=LocalText("Файл тексерілді", "Файл проверен", "File checked"),
    withheld=("weighed", "letters"),
)
def finish_check(
    _by: Actor,
    file: BroughtFile,
    /,
    *,
    at: datetime,
    weighed: Sequence[Weighed],
    letters: Mapping[str, str],
    ignored: Sequence[str] = (),
) -> None:
    """Keep what the rows of a file mean: counts, and the rows at which somebody should look."""
    keep_rows(file, weighed, letters)
    file.report = {**counts(weighed), **spoken(weighed), "ignored": list(ignored)}
    file.rows = file.progress = len(weighed)
    file.state = State.READ
    file.save(update_fields=["report", "rows", "progress", "state"])
    note(counts=counts(weighed))


def spoken(weighed: Sequence[Weighed]) -> dict[str, int]:
    """How many of the rows to be taken have letters that were put right."""
    return {"mended": sum(bool(one.said.mended) for one in weighed if one.is_good)}


def keep_rows(file: BroughtFile, weighed: Sequence[Weighed], letters: Mapping[str, str]) -> None:
    """Keep the rows at which somebody should look, encrypted, in place of those kept before."""
    BroughtRow.objects.filter(file=file).delete()
    lock = seal()
    BroughtRow.objects.bulk_create(
        [
            BroughtRow(
                file=file,
                number=one.said.number,
                verdict=one.means.value,
                said_sealed=lock.sealed(json.dumps(record_of(one, letters), ensure_ascii=False)),
            )
            for one in weighed
            if to_see(one)
        ],
        batch_size=BATCH,
    )


@action(
    "rows.refused",
    may=may_record_file,
    label=LocalText("Файл қабылданбады", "Файл не принят", "File not taken"),
)
def fail_file(_by: Actor, file: BroughtFile, /, *, at: datetime, reason: LocalText) -> None:
    """Keep why a file cannot be read or taken, and nothing of what it says."""
    file.error_kk, file.error_ru, file.error_en = reason.kk, reason.ru, reason.en
    file.state = State.FAILED
    forget(file, at)
    file.save(update_fields=["error_kk", "error_ru", "error_en", "state"])


@action(
    "rows.taking_ordered",
    may=may_order_taking,
    label=LocalText(
        "Жарамды жолдарды алу тапсырылды",
        "Поручено принять годные строки",
        "Taking of good rows ordered",
    ),
)
def order_taking(_by: Actor, file: BroughtFile, /, *, at: datetime) -> None:
    """Have the good rows of a checked file taken. Raises `RefusedError` where it has none."""
    if not file.report.get(Means.NEW) and not file.report.get(Means.CHANGED):
        raise RefusedError(EMPTY_HANDED)
    file.state = State.TAKING
    file.save(update_fields=["state"])


@action(
    "rows.file_taken",
    may=may_take_file,
    label=LocalText(
        "Файлдың жарамды жолдары алынды", "Годные строки файла приняты", "Good rows of a file taken"
    ),
    withheld=("said", "weighing", "letters"),
)
def take_file(
    by: Actor,
    file: BroughtFile,
    /,
    *,
    at: datetime,
    said: Sequence[Said],
    weighing: Weighing,
    letters: Mapping[str, str],
) -> None:
    """Take the good rows of a file, all of them or none, and keep those that could not be taken.

    What each row means is found out here, as the register stands in this transaction. `said` are
    the rows as they were read, `letters` where their columns stand. Raises `RefusedError` for rows
    beyond reach.
    """
    require(may_take_rows(by, None, at))
    weighed, bodies = weighing.weigh(said)
    people = person_lines(weighed)
    taken = take_rows(
        by, None, at=at, structures=bodies, people=people, source=f"sha256:{file.digest}"
    )
    unfit = [one for one in weighed if one.means == Means.UNFIT]
    forget(file, at)
    keep_rows(file, unfit, letters)
    file.report |= {
        **counts(weighed),
        **spoken(weighed),
        "offices": taken.offices,
        "appointments": taken.appointments,
        "enrolments": taken.enrolments,
    }
    file.state, file.taken_at = State.TAKEN, at
    file.save(update_fields=["report", "state", "taken_at"])
    note(digest=file.digest, counts=counts(weighed))


def forget(file: BroughtFile, at: datetime) -> None:
    """Keep nothing of what a file says."""
    BroughtRow.objects.filter(file=file).delete()
    file.content_sealed = None
    file.cleared_at = file.cleared_at or at
    file.save(update_fields=["content_sealed", "cleared_at"])


@action(
    "rows.cleared",
    may=may_record_file,
    label=LocalText(
        "Жүктелген файлдар өшірілді", "Загруженные файлы стерты", "Brought files cleared"
    ),
)
def clear_files(_by: Actor, _subject: None, /, *, at: datetime, days: int) -> int:
    """Keep nothing more of files brought more than some days ago; how many there were."""
    stale = stale_files(at, days=days)
    for file in stale:
        forget(file, at)
    note(files=[one.pk for one in stale])
    return len(stale)
