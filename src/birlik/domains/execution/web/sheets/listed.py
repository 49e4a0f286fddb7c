"""The list of the sheets that an office fills in."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy

from birlik.base.ui.pages import ActorRequest, now, page
from birlik.base.values.clock import day_of
from birlik.domains.execution.models import Round
from birlik.domains.execution.queries.rounds.sheet import sheets_within
from birlik.domains.execution.rules.sheets import may_open_sheets
from birlik.domains.execution.web.sheets.words import PILLS, state_of

ROWS = 50


@page(
    "sheets",
    "sheets/",
    title=gettext_lazy("Sheets to fill in"),
    may=may_open_sheets,
    section="sheets",
    menu=30,
)
def sheets(request: ActorRequest) -> HttpResponse:
    """The sheets of open rounds with their terms, or those of closed ones."""
    at = now()
    closed = request.GET.get("state") == Round.State.CLOSED
    state = Round.State.CLOSED if closed else Round.State.OPEN
    found = sheets_within(request.actor, on=day_of(at), state=state)
    leaf = Paginator(found, ROWS).get_page(request.GET.get("page"))
    context = {
        "leaf": leaf,
        "rows": [(one, state_of(one, at=at)) for one in leaf],
        "pills": PILLS,
        "closed": closed,
        "many_bodies": len({one.structure_id for one in leaf}) > 1,
    }
    return render(request, "execution/sheets/sheets.html", context)
