"""Stored files, by number."""

from birlik.base.records.models import Document


def document_numbered(number: int) -> Document | None:
    """The stored file of a number; None where there is none."""
    return Document.objects.filter(pk=number).first()
