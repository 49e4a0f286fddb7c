"""What the worker does with files of acts."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime

from django.db import transaction
from django_tasks import task

from birlik.base.records.actions import (
    begin_reading,
    fail_reading,
    finish_reading,
    restart_reading,
    show_progress,
)
from birlik.base.records.engine.act import read_act
from birlik.base.records.engine.check import check_acts
from birlik.base.records.engine.check.finding import Place
from birlik.base.records.engine.draft import ActDraft, SourceText
from birlik.base.records.engine.draft_record import to_record
from birlik.base.records.engine.sources import UnreadableSourceError
from birlik.base.records.engine.told_apart import told_apart
from birlik.base.records.models import ActReading, Document
from birlik.base.records.queries.readings import (
    draft_of,
    reading,
    source_text,
    sources_beside,
)
from birlik.base.values.actor import Actor
from birlik.base.values.clock import SystemClock
from birlik.base.values.local_text import LocalText

BROKEN = LocalText(
    kk="Файлды оқу кезінде қате шықты. Әкімшіге хабарлаңыз: себебі сервер журналында жазылған.",
    ru="Файл прочитать не удалось. Сообщите администратору: причина записана в журнале сервера.",
    en="Reading the file failed. Tell your administrator: the reason is in the server's log.",
)
READ_SHARE = 70
"""The part of the progress, in percent, after which the check begins."""
UNFINISHED = frozenset({ActReading.State.WAITING, ActReading.State.READING})


def order_reading(by: Actor, document: Document, /, *, at: datetime) -> ActReading:
    """Have the worker read a file, unless it was read before; the reading as it stands.

    What is begun is queued with it or not at all, so that none waits in vain.
    """
    with transaction.atomic():
        begun = begin_reading(by, document, at=at)
        if begun.state == ActReading.State.FAILED:
            restart_reading(by, begun, at=at)
            begun.refresh_from_db()
        if begun.state == ActReading.State.WAITING:
            read_document.enqueue(begun.pk)
    return begun


def order_reading_anew(by: Actor, found: ActReading, /, *, at: datetime) -> None:
    """Have the worker read a file once more: begun and queued, or neither."""
    with transaction.atomic():
        restart_reading(by, found, at=at)
        read_document.enqueue(found.pk)


@task()
def read_document(reading_id: int) -> None:
    """Read a waiting file: its text, its points, and what is to be clarified in it.

    A reading that is already read or confirmed stays as it is, so the task may run twice.
    """
    found = reading(reading_id)
    if found is None or found.state in {ActReading.State.READ, ActReading.State.CONFIRMED}:
        return
    system, clock = Actor.system(), SystemClock()
    show_progress(reading_id, 1)
    try:
        text, draft = read(found)
        finish_reading(
            system,
            found,
            at=clock.now(),
            text=text.text,
            draft=to_record(draft),
            findings=findings_in(found, text, draft),
        )
    except UnreadableSourceError as error:
        fail_reading(system, found, at=clock.now(), reason=error.reason)
    except Exception:
        fail_reading(system, found, at=clock.now(), reason=BROKEN)
        raise


def read(found: ActReading) -> tuple[SourceText, ActDraft]:
    """The text and the draft of a reading's file, showing how far it is."""
    text = source_text(found.document)
    draft = read_act(text, lambda share: show_progress(found.pk, round(share * READ_SHARE)))
    return text, told_apart(draft)


def findings_in(found: ActReading, text: SourceText, draft: ActDraft) -> list[dict[str, object]]:
    """What the check finds in this file, taken together with the acts already here.

    The messages name files as people know them, the places by their digests. What it finds only
    among the other acts is theirs.
    """
    show_progress(found.pk, READ_SHARE)
    own = found.document.name
    files = {own: found.document.digest}
    checked = [(own, text, draft)]
    for source in sources_beside(found.document):
        made_by = source.document.readings.first()
        if made_by is not None:
            name = f"{source.act} ({source.language})"
            files[name] = source.document.digest
            checked.append((name, source_text(source.document), draft_of(made_by)))
    return [
        to_record(replace(finding, places=named_by_digest(finding.places, files)))
        for finding in check_acts(checked)
        if any(place.file == own for place in finding.places)
    ]


def named_by_digest(places: Iterable[Place], files: Mapping[str, str]) -> tuple[Place, ...]:
    """The places with the digests of their files in place of the names."""
    return tuple(replace(place, file=files[place.file]) for place in places)


def give_up_reading(reading_id: int, *, at: datetime) -> None:
    """Tell that a file which the worker was killed over again and again will not be read."""
    found = reading(reading_id)
    if found is not None and found.state in UNFINISHED:
        fail_reading(Actor.system(), found, at=at, reason=BROKEN)
