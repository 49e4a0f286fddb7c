"""What the worker does with files of acts."""

from django_tasks import task

from birlik.base.records.actions import fail_reading, finish_reading, show_progress
from birlik.base.records.engine.act import read_act
from birlik.base.records.engine.check import check_acts
from birlik.base.records.engine.draft import ActDraft, SourceText
from birlik.base.records.engine.draft_record import to_record
from birlik.base.records.engine.sources import UnreadableSourceError
from birlik.base.records.models import ActReading
from birlik.base.records.queries.readings import (
    confirmed_sources,
    draft_of,
    reading,
    source_text,
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
        findings = findings_in(found, text, draft)
    except UnreadableSourceError as error:
        fail_reading(system, found, at=clock.now(), reason=error.reason)
    except Exception:
        fail_reading(system, found, at=clock.now(), reason=BROKEN)
        raise
    else:
        finish_reading(
            system,
            found,
            at=clock.now(),
            text=text.text,
            draft=to_record(draft),
            findings=findings,
        )


def read(found: ActReading) -> tuple[SourceText, ActDraft]:
    """The text and the draft of a reading's file, showing how far it is."""
    text = source_text(found.document)
    draft = read_act(text, lambda share: show_progress(found.pk, round(share * READ_SHARE)))
    return text, draft


def findings_in(found: ActReading, text: SourceText, draft: ActDraft) -> list[dict[str, object]]:
    """What the check finds in this file, taken together with the acts already here.

    Files are named by their digests. What it finds only among the other acts is theirs.
    """
    show_progress(found.pk, READ_SHARE)
    own = found.document.digest
    others = [
        (source.document.digest, source_text(source.document), draft_of(source_reading))
        for source in confirmed_sources().exclude(document__digest=own)
        if (source_reading := source.document.readings.first()) is not None
    ]
    return [
        to_record(finding)
        for finding in check_acts([(own, text, draft), *others])
        if any(place.file == own for place in finding.places)
    ]
