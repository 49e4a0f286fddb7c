"""Keeping files, and what was read in them."""

import hashlib
import mimetypes
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import PurePath
from typing import Any

from django.core.files.base import ContentFile

from birlik.base.journal.action import action, note
from birlik.base.records.models import ActReading, Document
from birlik.base.records.rules import may_register_act
from birlik.base.values.actor import Actor
from birlik.base.values.local_text import LocalText


@action(
    "document.stored",
    may=may_register_act,
    label=LocalText("Файл сақталды", "Файл сохранен", "File stored"),
)
def store_document(
    _by: Actor, _subject: None, /, *, at: datetime, name: str, content: bytes
) -> Document:
    """Keep a file under its digest; the same bytes are kept once, under the first name."""
    digest = hashlib.sha256(content).hexdigest()
    known = Document.objects.filter(digest=digest).first()
    if known is not None:
        note(known=True)
        return known
    document = Document(
        digest=digest,
        name=PurePath(name).name[-200:],
        media_type=mimetypes.guess_type(name)[0] or "application/octet-stream",
        size=len(content),
        stored_at=at,
    )
    document.file.save(digest, ContentFile(content), save=False)
    document.save()
    return document


@action(
    "reading.recorded",
    may=may_register_act,
    label=LocalText("Оқылған нәтиже сақталды", "Прочитанное сохранено", "Reading recorded"),
    digested=("text", "draft", "findings"),
)
def record_reading(
    by: Actor,
    document: Document,
    /,
    *,
    at: datetime,
    text: str,
    draft: Mapping[str, Any],
    findings: Sequence[Mapping[str, Any]] = (),
) -> ActReading:
    """Keep what was read in a document, ready to be checked and confirmed.

    `draft` is the record that `to_record` makes of an `ActDraft`; its offsets point into `text`.
    """
    return ActReading.objects.create(
        document=document,
        state=ActReading.State.READ,
        progress=100,
        text=text,
        draft=dict(draft),
        findings=list(findings),
        begun_at=at,
        begun_by=by.account_id,
    )
