"""A list that was handed over, as it stood then."""

from django.http import Http404
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from birlik.base.ui.export import Listing, exported
from birlik.base.ui.pages import ActorRequest, now, page
from birlik.base.values.clock import day_of
from birlik.base.values.refused import RefusedError, require
from birlik.domains.execution.engine.handing_over import by_part, digest_of, items_in
from birlik.domains.execution.models import Handover
from birlik.domains.execution.queries.handing_over import handover_numbered
from birlik.domains.execution.rules.handover import NOT_YOUR_OFFICE, may_hand_over
from birlik.domains.execution.web.handover.list import COLUMNS, PILLS, may_open_handover


@page(
    "handover",
    "handovers/<int:pk>/",
    title=_("Handover of an office"),
    may=may_open_handover,
    section="account",
)
def handover(request: ActorRequest, *, pk: int) -> HttpResponseBase:
    """Who handed over to whom and when, the list as it stood, its digest, and room to sign."""
    found = visible(request, pk)
    items = items_in(found.rows)
    listing = Listing("handover", _("Handover of an office"), COLUMNS, items)
    if (answer := exported(request, listing, at=now())) is not None:
        return answer
    context = {
        "handover": found,
        "office": found.office,
        "on": day_of(found.at),
        "parts": by_part(items),
        "pills": PILLS,
        "count": len(items),
        "whole": digest_of(found.rows) == found.digest,
    }
    return render(request, "execution/handover/one.html", context)


def visible(request: ActorRequest, pk: int) -> Handover:
    """A handover that the reader may see; refused and missing ones are told alike.

    Raises `RefusedError`; Http404 only to who may see every office.
    """
    found = handover_numbered(pk)
    if found is None:
        if request.actor.holds("registry.keep"):
            raise Http404
        raise RefusedError(NOT_YOUR_OFFICE)
    require(may_hand_over(request.actor, found.office, now()))
    return found
