"""Storing files: by digest, so the same bytes are kept once."""

from datetime import datetime
from hashlib import sha256

from django.core.files.base import ContentFile

from birlik.base.journal.action import action, note
from birlik.base.records.models import Document, place_of
from birlik.base.records.rules import may_store_document
from birlik.base.values.actor import Actor
from birlik.base.values.local_text import LocalText


@action(
    "document.stored",
    may=may_store_document,
    label=LocalText("Құжат сақталды", "Документ сохранен", "Document stored"),
    withheld=("name",),
    digested=("content",),
)
def store_document(
    _by: Actor, _subject: None, /, *, at: datetime, name: str, media_type: str, content: bytes
) -> Document:
    """Keep a file and return its document; the one already there when the bytes are the same, also
    where two people bring them at once."""
    digest = sha256(content).hexdigest()
    document, new = Document.objects.get_or_create(
        digest=digest,
        defaults={
            "name": name,
            "media_type": media_type,
            "size": len(content),
            "stored_at": at,
        },
    )
    if new:
        # What lies there already is of a server that was killed before it told anybody.
        document.file.storage.delete(place_of(document, name))
        document.file.save(name, ContentFile(content))
    note(digest=digest, known=not new)
    return document
