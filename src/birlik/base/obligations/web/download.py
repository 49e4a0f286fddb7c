"""Fetching a file: always as a file to be saved, never as a page of the cabinet."""

from django.http import FileResponse, Http404
from django.utils.translation import gettext_lazy as _

from birlik.base.obligations.queries.desk import signature_by_number
from birlik.base.obligations.rules import may_open_evidence, may_see_obligation
from birlik.base.obligations.web.additions import seen_evidence
from birlik.base.records.engine.content import shown_name
from birlik.base.records.models import Document
from birlik.base.ui.pages import ActorRequest, now, page

POLICY = "default-src 'none'; sandbox"
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "private, no-store",
}


@page(
    "evidence_file",
    "evidence/<int:pk>/",
    title=_("Evidence"),
    may=may_open_evidence,
    section="obligations",
)
def evidence_file(request: ActorRequest, pk: int) -> FileResponse:
    """The bytes of a file that is evidence, for who may see the obligation.

    They go out without a type of their own and in a sandbox, so that no browser opens them here.
    An unknown number and one that is not to be seen are answered alike.
    """
    found = seen_evidence(request, pk)
    document = found.document
    if document is None:
        raise Http404
    return saved(document, found.title)


@page(
    "signature_file",
    "signatures/<int:pk>/",
    title=_("Scan of the signature"),
    may=may_open_evidence,
    section="obligations",
)
def signature_file(request: ActorRequest, pk: int) -> FileResponse:
    """The scan of a signature on paper, for who may see the obligation; as for evidence."""
    found = signature_by_number(pk)
    if found is None or not may_see_obligation(request.actor, found.submission.obligation, now()):
        raise Http404
    return saved(found.document, found.document.name)


def saved(document: Document, title: str) -> FileResponse:
    """The bytes of a document, to be saved under a title."""
    return FileResponse(
        document.file.open("rb"),
        as_attachment=True,
        filename=shown_name(title),
        content_type="application/octet-stream",
        headers=HEADERS,
    )
