"""Fetching a file: always as a file to be saved, never as a page of the cabinet."""

from django.http import FileResponse, Http404
from django.utils.translation import gettext_lazy as _

from birlik.base.obligations.rules import may_open_evidence
from birlik.base.obligations.web.additions import seen_evidence
from birlik.base.records.engine.content import shown_name
from birlik.base.ui.pages import ActorRequest, page

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
    return FileResponse(
        document.file.open("rb"),
        as_attachment=True,
        filename=shown_name(found.title),
        content_type="application/octet-stream",
        headers=HEADERS,
    )
