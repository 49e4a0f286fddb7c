"""The end of a term before its time, and the striking of what was entered by mistake."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from birlik.base.registry.actions.offices import leave_seat, strike_seat
from birlik.base.registry.refusals import offices as refusals
from birlik.base.registry.rules.offices import may_open_filling, may_strike_seat
from birlik.base.registry.web.offices.forms import DAY, LeaveForm
from birlik.base.registry.web.offices.found import seat_to_end
from birlik.base.ui.pages import ActorRequest, now, page
from birlik.base.ui.templatetags.birlik import words
from birlik.base.values.refused import RefusedError

UNPROCESSABLE = 422


@page(
    "leave_seat",
    "registry/appointments/<int:pk>/end/",
    title=_("End of a term in office"),
    may=may_open_filling,
    section="registry",
)
def leave_seat_page(request: ActorRequest, pk: int) -> HttpResponse:
    """The last day of a term and its ground; below, the striking of a mistaken entry."""
    at = now()
    seat = seat_to_end(request, pk)
    form = LeaveForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        on, ground = form.cleaned_data["last_on"] + DAY, form.cleaned_data["ground"]
        try:
            leave_seat(request.actor, seat, at=at, on=on, ground=ground)
        except RefusedError as refusal:
            field = "ground" if refusal.reason == refusals.GROUND_NEEDED else "last_on"
            form.add_error(field, words(refusal.reason))
        else:
            messages.success(request, gettext("The term has its end."))
            return redirect("body_office", pk=seat.office_id)
    context = {
        "seat": seat,
        "office": seat.office,
        "structure": seat.office.structure,
        "form": form,
        "may_strike": bool(may_strike_seat(request.actor, seat, at)),
    }
    status = UNPROCESSABLE if request.method == "POST" else 200
    return render(request, "registry/offices/leave.html", context, status=status)


@page(
    "strike_seat",
    "registry/appointments/<int:pk>/strike/",
    title=_("End of a term in office"),
    may=may_open_filling,
    section="registry",
)
@require_POST
def strike_seat_page(request: ActorRequest, pk: int) -> HttpResponse:
    """Remove an appointment that was entered by mistake."""
    seat = seat_to_end(request, pk)
    try:
        strike_seat(request.actor, seat, at=now())
    except RefusedError as refusal:
        messages.error(request, words(refusal.reason))
        return redirect("leave_seat", pk=pk)
    messages.success(request, gettext("The appointment is struck."))
    return redirect("body_office", pk=seat.office_id)
