"""Storing files: by digest, so the same bytes are kept once."""

from datetime import datetime
from hashlib import sha256

from django.core.files.base import ContentFile

from birlik.base.journal.action import action, note
from birlik.base.records.models import Document
from birlik.base.records.rules import may_store_document
from birlik.base.values.actor import Actor
from birlik.base.values.local_text import LocalText


@action(
    "document.stored",
    may=may_store_document,
    label=LocalText("Құжат сақталды", "Документ сохранен", "Document stored"),
    digested=("content",),
)
def store_document(
    _by: Actor, _subject: None, /, *, at: datetime, name: str, media_type: str, content: bytes
) -> Document:
    """Keep a file and return its document; the one already there when the bytes are the same."""
    digest = sha256(content).hexdigest()
    document = Document.objects.filter(digest=digest).first()
    note(digest=digest, known=document is not None)
    if document is not None:
        return document
    document = Document(
        digest=digest, name=name, media_type=media_type, size=len(content), stored_at=at
    )
    document.file.save(name, ContentFile(content), save=True)
    return document
