"""The paper of an act that was entered by hand, as a file to be saved."""

from django.http import FileResponse, Http404
from django.utils.translation import gettext_lazy as _

from birlik.base.records.engine.content import shown_name
from birlik.base.records.queries.acts import act
from birlik.base.records.rules import may_read_act, may_read_acts
from birlik.base.ui.pages import ActorRequest, now, page
from birlik.base.values.refused import require

HEADERS = {
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "private, no-store",
}


@page("act_paper", "acts/<int:pk>/paper/", title=_("Paper"), may=may_read_acts, section="acts")
def paper_page(request: ActorRequest, *, pk: int) -> FileResponse:
    """The file as it was brought, to be saved, never shown inside the cabinet."""
    found = act(pk)
    if found is None or found.paper is None:
        raise Http404
    require(may_read_act(request.actor, found, now()))
    return FileResponse(
        found.paper.file.open("rb"),
        as_attachment=True,
        filename=shown_name(found.paper.name),
        content_type="application/octet-stream",
        headers=HEADERS,
    )
