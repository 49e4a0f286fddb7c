"""Who sits in a body, on any day: by office, with whom each represents, and as a file."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from birlik.base.charter.models import Catalogue
from birlik.base.charter.queries import named_items, office_rights
from birlik.base.registry.actions.offices import found_seats
from birlik.base.registry.engine.cards_sought import day_in
from birlik.base.registry.models import Appointment, Structure
from birlik.base.registry.queries.offices import (
    SeatsHeld,
    composition,
    counts_of,
    sitting,
    small,
)
from birlik.base.registry.rules.cards import may_read_structures
from birlik.base.registry.rules.offices import CENTRAL, is_local, may_found_seats, may_see_terms
from birlik.base.registry.web.cards.found import found_to_read
from birlik.base.ui.export import Column, Listing, exported
from birlik.base.ui.pages import ActorRequest, now, page
from birlik.base.ui.templatetags.birlik import day, words
from birlik.base.values.actor import Actor
from birlik.base.values.clock import day_of
from birlik.base.values.local_text import LocalText
from birlik.base.values.refused import RefusedError

ROWS = 60


@dataclass(frozen=True, slots=True)
class Line:
    """An office of the body: its seats, and whether the reader appoints to it."""

    seats: SeatsHeld
    open: bool


@page(
    "structure_offices",
    "registry/structures/<int:pk>/offices/",
    title=_("Composition"),
    may=may_read_structures,
    section="registry",
)
def composition_page(request: ActorRequest, pk: int) -> HttpResponseBase:
    """The offices of a body on a day with how many seats are held, and everybody in them."""
    at = now()
    today = day_of(at)
    typed = request.GET.get("on", "").strip()[:20]
    asked = day_in(typed)
    on = asked or today
    structure = found_to_read(request, pk, on)
    seats = composition(structure, on)
    groups = named_items(Catalogue.QUOTA, on=on)
    people = sitting(structure, seats, on)
    if file := exported(request, listing_of(structure, people, groups, on), at=at):
        return file
    keeps = bool(may_found_seats(request.actor, structure, at))
    by_group, by_body = counts_of(structure, groups, on)
    leaf = Paginator(people, ROWS).get_page(request.GET.get("page"))
    lines = list(lines_of(request.actor, seats, keeps=keeps, on=today))
    context = {
        "structure": structure,
        "lines": lines,
        "open_offices": {one.seats.office.pk for one in lines if one.open},
        "leaf": leaf,
        "groups": groups,
        "by_group": by_group,
        "by_body": by_body,
        "least": small(on),
        "on": on,
        "typed": day(asked) if asked else typed,
        "wrong": gettext("Enter the date as DD.MM.YYYY.") if typed and not asked else "",
        "past": on != today,
        "keeps": keeps,
    }
    return render(request, "registry/offices/composition.html", context)


def lines_of(actor: Actor, seats: list[SeatsHeld], *, keeps: bool, on: date) -> Iterator[Line]:
    """The offices, each with whether the reader may appoint to it."""
    rights = office_rights(on=on)
    for one in seats:
        local = one.office.kind not in rights or is_local(rights[one.office.kind])
        yield Line(one, open=keeps and (local or actor.holds(CENTRAL)))


def listing_of(
    structure: Structure,
    people: QuerySet[Appointment],
    groups: Mapping[str, LocalText],
    on: date,
) -> Listing[Appointment]:
    """The composition as a file."""
    columns: tuple[Column[Appointment], ...] = (
        Column(_("Office"), lambda one: one.office.name, 30),
        Column(_("Name"), lambda one: one.person.full_name, 34),
        Column(_("From"), lambda one: one.valid_from, 12),
        Column(_("Until"), lambda one: one.last_on, 12),
        Column(_("Represents"), lambda one: name_of(one.represents), 40),
        Column(_("Group"), lambda one: groups.get(one.group, LocalText(one.group)), 24),
        Column(_("Ground"), lambda one: one.ground, 40),
    )
    chosen = ((_("Structure"), structure.name), (_("As of"), on))
    return Listing("composition", _("Composition"), columns, people, chosen)


def name_of(body: Structure | None) -> LocalText:
    """What a body is called; nothing for none."""
    return body.name if body else LocalText()


@page(
    "found_seats",
    "registry/structures/<int:pk>/offices/found/",
    title=_("Composition"),
    may=may_see_terms,
    section="registry",
)
@require_POST
def found_seats_page(request: ActorRequest, pk: int) -> HttpResponseRedirect:
    """Give the body the offices that the charter has for its kind."""
    at = now()
    structure = found_to_read(request, pk, day_of(at))
    try:
        made = found_seats(request.actor, structure, at=at)
        told = gettext("Offices founded: %(count)s.") % {"count": len(made)}
        messages.success(request, told)
    except RefusedError as refusal:
        messages.error(request, words(refusal.reason))
    return HttpResponseRedirect(reverse("structure_offices", kwargs={"pk": pk}))
