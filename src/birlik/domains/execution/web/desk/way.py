"""The way of a body's reports: who gives visas, who signs."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from birlik.base.obligations.actions import lay_way
from birlik.base.obligations.models import VisaStep
from birlik.base.obligations.queries.desk import (
    bodies_with_ways,
    body_numbered,
    offices_for_way,
    way_steps,
)
from birlik.base.obligations.refusals.desk import NO_WAY
from birlik.base.obligations.rules import may_lay_way, may_open_ways
from birlik.base.registry.models import Structure
from birlik.base.ui.pages import ActorRequest, now, page
from birlik.base.values.refused import RefusedError, require
from birlik.domains.execution.web.desk.forms import WayForm, offices_to_choose


@dataclass(frozen=True, slots=True)
class Row:
    """A body with the steps of its way."""

    body: Structure
    steps: list[VisaStep]


@page("ways", "ways/", title=_("Visas of reports"), may=may_open_ways, section="ways", menu=40)
def ways(request: ActorRequest) -> HttpResponse:
    """The bodies whose ways the reader lays, each with its way."""
    actor = request.actor
    own = {grant.structure_id for grant in actor.grants("obligations.direct")}
    everywhere = actor.holds("registry.keep") or None in own
    numbers = None if everywhere else [one for one in own if one is not None]
    bodies = list(bodies_with_ways(numbers))
    steps = way_steps(one.pk for one in bodies)
    rows = [Row(one, steps.get(one.pk, [])) for one in bodies]
    return render(request, "execution/desk/ways.html", {"rows": rows})


@page("way", "ways/<int:pk>/", title=_("Way of the reports"), may=may_open_ways, section="ways")
def way(request: ActorRequest, *, pk: int) -> HttpResponse:
    """The way of a body: its offices in order, the last of which signs."""
    body = body_numbered(pk)
    if body is None:
        if request.actor.holds("registry.keep"):
            raise Http404
        raise RefusedError(NO_WAY)
    require(may_lay_way(request.actor, body, now()))
    offices = offices_to_choose(list(offices_for_way(body)), gettext("No further step"))
    steps = [one.office_id for one in way_steps([pk]).get(pk, [])]
    form = WayForm(request.POST if request.method == "POST" else None, offices=offices, now=steps)
    if form.is_bound and form.is_valid():
        try:
            lay_way(request.actor, body, at=now(), offices=form.steps)
        except RefusedError as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, gettext("The way of the reports is laid."))
            return redirect("ways")
    context = {"body": body, "form": form}
    status = 422 if form.is_bound else 200
    return render(request, "execution/desk/way.html", context, status=status)
