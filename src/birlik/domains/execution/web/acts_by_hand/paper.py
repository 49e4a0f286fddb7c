"""The paper of an act that was entered by hand, as a file to be saved."""

from django.http import FileResponse, Http404
from django.utils.translation import gettext_lazy as _

from birlik.base.records.queries.acts import act
from birlik.base.records.rules import may_read_acts
from birlik.base.ui.pages import ActorRequest, page
from birlik.domains.execution.web.acts_by_hand.forms import PAPERS


@page("act_paper", "acts/<int:pk>/paper/", title=_("Paper"), may=may_read_acts, section="acts")
def paper_page(_request: ActorRequest, *, pk: int) -> FileResponse:
    """The file as it was brought, under a name of our own, never shown inside the cabinet."""
    found = act(pk)
    if found is None or found.paper is None:
        raise Http404
    endings = dict(PAPERS.values())
    response = FileResponse(
        found.paper.file.open("rb"),
        as_attachment=True,
        filename=f"act-{found.pk}.{endings.get(found.paper.media_type, 'bin')}",
        content_type="application/octet-stream",
    )
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response
