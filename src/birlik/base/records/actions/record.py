"""A file and what was read in it, kept in one go: for commands and the demonstration."""

from collections.abc import Sequence
from datetime import datetime
from mimetypes import guess_type
from typing import Any

from birlik.base.records.actions.documents import store_document
from birlik.base.records.actions.readings import begin_reading, finish_reading
from birlik.base.records.engine.draft import ActDraft
from birlik.base.records.engine.draft_record import to_record
from birlik.base.records.models import ActReading
from birlik.base.values.actor import Actor


def record_reading(
    by: Actor,
    draft: ActDraft,
    *,
    at: datetime,
    file: tuple[str, bytes],
    text: str,
    findings: Sequence[dict[str, Any]] = (),
) -> ActReading:
    """The reading of a file (its name and bytes) with what was read, unless it is confirmed.

    A reading that was confirmed before is returned as it stands.
    """
    name, content = file
    media_type = guess_type(name)[0] or "application/octet-stream"
    document = store_document(by, None, at=at, name=name, media_type=media_type, content=content)
    reading = begin_reading(by, document, at=at)
    if reading.state != ActReading.State.CONFIRMED:
        finish_reading(
            by, reading, at=at, text=text, draft=to_record(draft), findings=list(findings)
        )
        reading.refresh_from_db()
    return reading
