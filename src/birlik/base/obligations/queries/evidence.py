"""Every read of evidence, and how far a file that is being brought has come."""

from pathlib import Path
from uuid import UUID

from django.conf import settings
from django.db.models import QuerySet

from birlik.base.obligations.models import Evidence, Obligation, Submission, Upload

DEBTOR = "obligation__debtor__territory"
LEAD = "obligation__lead__debtor__territory"


def evidence_of(obligation: Obligation, submission: Submission | None) -> QuerySet[Evidence]:
    """The evidence of a report, or of the draft when it is None, in the order in which it came."""
    return Evidence.objects.filter(obligation=obligation, submission=submission).select_related(
        "document"
    )


def evidence_by_number(number: int) -> Evidence | None:
    """A piece of evidence with all that decides who may see it; None for an unknown number."""
    found = Evidence.objects.filter(pk=number).select_related("document", DEBTOR, LEAD)
    return found.first()


def obligation_by_number(number: int) -> Obligation | None:
    """An obligation with all that decides who may report on it; None for an unknown number."""
    found = Obligation.objects.filter(pk=number)
    return found.select_related("debtor__territory", "lead__debtor__territory").first()


def upload_by_key(key: str) -> Upload | None:
    """A file that is being brought; None for a key that is unknown or none at all."""
    try:
        number = UUID(key)
    except ValueError:
        return None
    return Upload.objects.filter(key=number).select_related(DEBTOR, LEAD).first()


def partial_folder() -> Path:
    """Where files lie while they are being brought."""
    return Path(settings.MEDIA_ROOT) / "uploads"


def partial_file(upload: Upload) -> Path:
    """The file as far as it has come: named by its key, never by what a person calls it."""
    return partial_folder() / str(upload.key)


def offset_of(upload: Upload) -> int:
    """How many bytes have come so far; 0 when none has."""
    try:
        return partial_file(upload).stat().st_size
    except FileNotFoundError:
        return 0
