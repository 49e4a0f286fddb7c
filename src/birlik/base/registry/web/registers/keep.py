"""Enrolling a person, and the line of a register: renewed or ended."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from birlik.base.charter.queries import register_card, register_cards
from birlik.base.registry.actions.registers import end_line, enrol, renew_line
from birlik.base.registry.engine.cards_sought import code_in
from birlik.base.registry.models import Enrolment, Person, Territory
from birlik.base.registry.queries.cards_listed import places_to_choose
from birlik.base.registry.queries.registers import bodies_to_choose, line_numbered
from birlik.base.registry.refusals.people import NO_PEOPLE
from birlik.base.registry.rules.people import KEEP, READ, may_open_keeping
from birlik.base.registry.rules.reach import reaches_territory
from birlik.base.registry.rules.registers import may_keep_line
from birlik.base.registry.web.people.found import found_to_read
from birlik.base.registry.web.registers.forms import EndForm, EnrolForm, TermForm
from birlik.base.registry.web.registers.listed import said
from birlik.base.ui.pages import ActorRequest, now, page
from birlik.base.ui.templatetags.birlik import words
from birlik.base.values.clock import day_of
from birlik.base.values.refused import RefusedError, require

UNPROCESSABLE = 422


@page(
    "person_enrol",
    "registry/people/<int:pk>/enrol/",
    title=_("Enrol in a register"),
    may=may_open_keeping,
    section="registry",
)
def enrol_page(request: ActorRequest, *, pk: int) -> HttpResponse:
    """First the register and the territory, then the line itself; both stand in the address."""
    person, on = found_to_read(request, pk), day_of(now())
    places = places_to_choose(request.actor, KEEP, on=on)
    card = register_card(request.GET.get("register", ""), on=on)
    place = place_asked(request, person, places)
    form = None
    if card is not None:
        bodies = bodies_to_choose(place, by=request.actor, on=on) if place else []
        form = EnrolForm(request.POST or None, card=card, place=place, bodies=bodies)
        if form.is_valid() and (made := enrolled(request, person, form)):
            return redirect("register", code=made.register)
    context = {
        "person": person,
        "registers": register_cards(on=on).values(),
        "card": card,
        "places": places,
        "place": place,
        "republic": reaches_territory(request.actor, KEEP, None),
        "form": form,
    }
    status = UNPROCESSABLE if form and form.errors else 200
    return render(request, "registry/registers/enrol.html", context, status=status)


def place_asked(request: ActorRequest, person: Person, places: list[Territory]) -> str:
    """The territory that the address names; without one the record's, else the first kept."""
    known = {one.code for one in places}
    if "place" in request.GET:
        asked = code_in(request.GET["place"])
        return asked if asked in known else ""
    own = person.territory.code if person.territory else ""
    return own if own in known else next((one.code for one in places), "")


def enrolled(request: ActorRequest, person: Person, form: EnrolForm) -> Enrolment | None:
    """Enrol the person; None where it was refused, which the form then says."""
    try:
        made = enrol(request.actor, person, at=now(), row=form.row())
    except RefusedError as refusal:
        form.add_error(None, words(refusal.reason))
        return None
    messages.success(request, gettext("The person stands in the register."))
    return made


@page(
    "enrolment",
    "registry/registers/lines/<int:pk>/",
    title=_("Line of a register"),
    may=may_open_keeping,
    section="registry",
)
def line_page(request: ActorRequest, *, pk: int) -> HttpResponse:
    """A line with its term; a form to renew it and one to end it."""
    line = found_line(request, pk)
    deed, sent = request.POST.get("deed", ""), request.POST or None
    renewal = TermForm(sent if deed == "renew" else None)
    ending = EndForm(sent if deed == "end" else None)
    if renewal.is_valid() and renewed(request, line, renewal):
        return redirect("person", pk=line.person_id)
    if ending.is_valid() and ended(request, line, ending):
        return redirect("person", pk=line.person_id)
    card = register_card(line.register, on=day_of(now()))
    context: dict[str, Any] = {
        "line": line,
        "person": line.person,
        "card": card,
        "said": said(line, card) if card else [],
        "on": day_of(now()),
        "renewal": renewal,
        "ending": ending,
    }
    status = UNPROCESSABLE if renewal.errors or ending.errors else 200
    return render(request, "registry/registers/line.html", context, status=status)


def found_line(request: ActorRequest, pk: int) -> Enrolment:
    """A line whose place the reader keeps.

    Raises `RefusedError` with one reason for one that is foreign or unknown; Http404 only where the
    reader reads everybody.
    """
    found = line_numbered(pk, by=request.actor)
    if found is None and reaches_territory(request.actor, READ, None):
        raise Http404
    if found is None:
        raise RefusedError(NO_PEOPLE)
    require(may_keep_line(request.actor, found, now()))
    return found


def renewed(request: ActorRequest, line: Enrolment, form: TermForm) -> bool:
    """Renew the line; False where it was refused, which the form then says."""
    clean = form.cleaned_data
    try:
        renew_line(
            request.actor,
            line,
            at=now(),
            valid_from=clean["valid_from"],
            valid_until=form.valid_until,
            number=clean["number"],
            ground=clean["ground"],
        )
    except RefusedError as refusal:
        form.add_error(None, words(refusal.reason))
        return False
    messages.success(request, gettext("The line is renewed."))
    return True


def ended(request: ActorRequest, line: Enrolment, form: EndForm) -> bool:
    """End the line; False where it was refused, which the form then says."""
    try:
        end_line(request.actor, line, at=now(), **form.cleaned_data)
    except RefusedError as refusal:
        form.add_error("on", words(refusal.reason))
        return False
    messages.success(request, gettext("The line is ended."))
    return True
