"""A reading's way from a stored file to what a person has checked."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from birlik.base.journal.action import action, note
from birlik.base.records.engine.amendment import (
    HeadWords,
    MeasureWords,
    amended,
    confirmed,
    head_version,
    measure_of,
    version_of,
    with_head,
)
from birlik.base.records.engine.draft_record import from_record, to_record
from birlik.base.records.models import ActReading, Document
from birlik.base.records.rules import (
    may_amend_reading,
    may_begin_reading,
    may_record_reading,
    may_restart_reading,
)
from birlik.base.values.actor import Actor
from birlik.base.values.local_text import LocalText
from birlik.base.values.refused import RefusedError

CHANGED = LocalText(
    kk="Жазбаны басқа пайдаланушы өзгертті. Бетті жаңартыңыз.",
    ru="Запись изменил другой пользователь. Обновите страницу.",
    en="Someone else changed this record. Reload the page.",
)


class ChangedMeanwhileError(RefusedError):
    """What a person was looking at is no longer what is kept; nothing was written."""

    def __init__(self) -> None:
        super().__init__(CHANGED)


@action(
    "reading.begun",
    may=may_begin_reading,
    label=LocalText("Актіні оқу басталды", "Начато чтение акта", "Reading of an act begun"),
)
def begin_reading(by: Actor, document: Document, /, *, at: datetime) -> ActReading:
    """A reading of the document, waiting for the worker; the latest one when it was read before."""
    known = document.readings.first()
    if known is not None:
        note(reading=known, known=True)
        return known
    return ActReading.objects.create(document=document, begun_at=at, begun_by=by.account_id)


@action(
    "reading.restarted",
    may=may_restart_reading,
    label=LocalText("Акт қайта оқылуда", "Чтение акта начато заново", "Reading begun anew"),
)
def restart_reading(_by: Actor, reading: ActReading, /, *, at: datetime) -> None:
    """Put a reading back to where it waits for the worker; what was read and mended is dropped."""
    reading.state = ActReading.State.WAITING
    reading.progress = 0
    reading.begun_at = at
    reading.save(update_fields=["state", "progress", "begun_at"])


@action(
    "reading.finished",
    may=may_record_reading,
    label=LocalText("Акт оқылды", "Акт прочитан", "Act read"),
    digested=("text", "draft", "findings"),
)
def finish_reading(
    _by: Actor,
    reading: ActReading,
    /,
    *,
    at: datetime,
    text: str,
    draft: dict[str, Any],
    findings: Sequence[dict[str, Any]],
) -> None:
    """Keep what was read: the text, the draft and the findings as their records."""
    reading.text = text
    reading.draft = draft
    reading.findings = list(findings)
    reading.state = ActReading.State.READ
    reading.progress = 100
    reading.save(update_fields=["text", "draft", "findings", "state", "progress"])


@action(
    "reading.failed",
    may=may_record_reading,
    label=LocalText("Актіні оқу мүмкін болмады", "Акт прочитать не удалось", "Act not readable"),
)
def fail_reading(_by: Actor, reading: ActReading, /, *, at: datetime, reason: LocalText) -> None:
    """Keep why the file could not be read."""
    reading.error_kk, reading.error_ru, reading.error_en = reason.kk, reason.ru, reason.en
    reading.state = ActReading.State.FAILED
    reading.save(update_fields=["error_kk", "error_ru", "error_en", "state"])


def show_progress(reading_id: int, percent: int) -> None:
    """Show how far the worker is; nothing is decided by it, so the journal does not record it.

    What another worker has finished meanwhile stays as it is.
    """
    unfinished = (ActReading.State.WAITING, ActReading.State.READING)
    ActReading.objects.filter(pk=reading_id, state__in=unfinished).update(
        state=ActReading.State.READING, progress=min(percent, 99)
    )


@action(
    "reading.amended",
    may=may_amend_reading,
    label=LocalText("Оқылған жол түзетілді", "Исправлена строка прочтения", "Row amended"),
)
def amend_row(
    _by: Actor,
    reading: ActReading,
    /,
    *,
    at: datetime,
    number: str,
    version: str,
    words: MeasureWords,
) -> None:
    """Put a measure as a person entered it; see `amended`.

    `version` is that of the row the person saw. Raises ChangedMeanwhileError when it is another by
    now, UnknownMeasureError when there is no such row.
    """
    draft = from_record(reading.draft)
    old = measure_of(draft, number)
    if version_of(old) != version:
        raise ChangedMeanwhileError
    note(before=to_record(old))
    keep(reading, to_record(amended(draft, number, words)))


@action(
    "reading.row_confirmed",
    may=may_amend_reading,
    label=LocalText("Жол дұрыс деп расталды", "Строка подтверждена", "Row confirmed"),
)
def confirm_row(
    _by: Actor, reading: ActReading, /, *, at: datetime, number: str, version: str
) -> None:
    """Vouch for every cell of a measure as it stands; raises as `amend_row` does."""
    draft = from_record(reading.draft)
    if version_of(measure_of(draft, number)) != version:
        raise ChangedMeanwhileError
    keep(reading, to_record(confirmed(draft, number)))


@action(
    "reading.head_amended",
    may=may_amend_reading,
    label=LocalText("Актінің деректемелері түзетілді", "Исправлены реквизиты акта", "Head amended"),
)
def amend_head(
    _by: Actor, reading: ActReading, /, *, at: datetime, version: str, words: HeadWords
) -> None:
    """Put the act's head as a person entered it; raises as `amend_row` does."""
    draft = from_record(reading.draft)
    if head_version(draft) != version:
        raise ChangedMeanwhileError
    keep(reading, to_record(with_head(draft, words)))


def keep(reading: ActReading, draft: dict[str, Any]) -> None:
    """Store the amended draft."""
    reading.draft = draft
    reading.save(update_fields=["draft"])
