"""Appointing to an office: the person is found by name, or entered anew."""

from datetime import datetime

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from birlik.base.charter.engine.kinds import SeatRule
from birlik.base.charter.models import Catalogue
from birlik.base.charter.queries import named_items
from birlik.base.registry.actions.offices import SeatingRow, fill_seat
from birlik.base.registry.models import Office, Person, Structure
from birlik.base.registry.queries.cards import structures_as_of
from birlik.base.registry.queries.offices import bodies_named, rule_of
from birlik.base.registry.queries.people import person_numbered
from birlik.base.registry.queries.searching import search_registry
from birlik.base.registry.refusals import offices as refusals
from birlik.base.registry.rules.offices import may_open_filling
from birlik.base.registry.web.offices.forms import FillForm
from birlik.base.registry.web.offices.found import office_to_fill
from birlik.base.ui.pages import ActorRequest, now, page
from birlik.base.ui.templatetags.birlik import words
from birlik.base.values.clock import day_of
from birlik.base.values.local_text import LocalText
from birlik.base.values.refused import RefusedError

FOUND = 8
UNPROCESSABLE = 422


@page(
    "fill_seat",
    "registry/offices/<int:pk>/fill/",
    title=_("Appointment to an office"),
    may=may_open_filling,
    section="registry",
)
def fill_seat_page(request: ActorRequest, pk: int) -> HttpResponse:
    """Search for a person, choose or name one, and appoint; what was typed is kept."""
    at = now()
    office = office_to_fill(request, pk)
    rule = rule_of(office, on=day_of(at))
    form = FillForm(request.POST or None, groups=groups_of(rule, at))
    if request.method == "POST" and form.is_valid() and appointed(request, office, form, at):
        messages.success(request, gettext("The person is appointed."))
        return redirect("structure_offices", pk=office.structure_id)
    return shown(request, office, rule, form, at)


def shown(
    request: ActorRequest, office: Office, rule: SeatRule | None, form: FillForm, at: datetime
) -> HttpResponse:
    """The page with what was found by name and with the form as it was filled in."""
    sought = (request.POST or request.GET).get("q", "").strip()[:100]
    found: tuple[Person, ...] = ()
    if sought:
        answers = search_registry(sought, by=request.actor, on=day_of(at), limit=FOUND)
        found = answers.people.hits
    context = {
        "office": office,
        "structure": office.structure,
        "rule": rule,
        "form": form,
        "q": sought,
        "found": found,
        "chosen": str(form["person"].value() or ""),
    }
    status = UNPROCESSABLE if request.method == "POST" else 200
    return render(request, "registry/offices/fill.html", context, status=status)


def groups_of(rule: SeatRule | None, at: datetime) -> dict[str, LocalText]:
    """The groups of the composition that an office has, by name."""
    if rule is None or not rule.groups:
        return {}
    names = named_items(Catalogue.QUOTA, on=day_of(at))
    return {code: names.get(code, LocalText(code)) for code in rule.groups}


def appointed(request: ActorRequest, office: Office, form: FillForm, at: datetime) -> bool:
    """Appoint as the form says; False with the reason in the form where that cannot be."""
    try:
        fill_seat(request.actor, office, at=at, row=row_of(request, form, at))
    except RefusedError as refusal:
        form.add_error(BESIDE.get(refusal.reason), words(refusal.reason))
        return False
    return True


BESIDE = {
    refusals.GROUND_NEEDED: "ground",
    refusals.TERM_BACKWARDS: "valid_until",
    refusals.TERM_TOO_LONG: "valid_until",
    refusals.OUTSIDE_SEAT: "valid_from",
    refusals.BODY_UNKNOWN: "represents",
    refusals.NO_SUCH_GROUP: "group",
    refusals.QUOTA_FULL: "group",
}
"""Beside which field a reason is said; the others stand above the form."""


def row_of(request: ActorRequest, form: FillForm, at: datetime) -> SeatingRow:
    """The appointment that a form asks for.

    Raises `RefusedError` for a person or a body out of reach.
    """
    said = form.cleaned_data
    return SeatingRow(
        valid_from=said["valid_from"],
        person=person_of(request, said["person"], at),
        new_name=said["new_name"],
        valid_until=form.until,
        acting=said["acting"],
        ground=said["ground"],
        represents=body_of(request, said["represents"], at),
        group=said.get("group", ""),
    )


def person_of(request: ActorRequest, number: int | None, at: datetime) -> Person | None:
    """The person chosen, within reach; raises `RefusedError` for another."""
    if number is None:
        return None
    found = person_numbered(number, by=request.actor, on=day_of(at))
    if found is None:
        raise RefusedError(refusals.PERSON_UNKNOWN)
    return found


def body_of(request: ActorRequest, name: str, at: datetime) -> Structure | None:
    """The body that is represented, within reach; raises `RefusedError` where none, or more than
    one, is called so."""
    if not name.strip():
        return None
    found = bodies_named(name, among=structures_as_of(day_of(at), by=request.actor))
    if len(found) != 1:
        raise RefusedError(refusals.BODY_UNKNOWN)
    return found[0]
