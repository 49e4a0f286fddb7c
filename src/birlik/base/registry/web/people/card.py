"""The card of a person, what is kept apart, and finding somebody by the exact number."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from birlik.base.charter.models import Catalogue
from birlik.base.charter.queries import named_items
from birlik.base.registry.actions.people import see_restricted, seek_person
from birlik.base.registry.models import Person
from birlik.base.registry.queries.cards_named import codes_on
from birlik.base.registry.queries.people import fields_kept
from birlik.base.registry.queries.personal import (
    affiliation_kept,
    consents_of,
    offices_of,
    places_in_registers,
)
from birlik.base.registry.rules.people import may_keep_person, may_open_keeping, may_read_people
from birlik.base.registry.rules.registers import may_enrol, may_keep_line
from birlik.base.registry.web.people.forms import NumberForm, SeenForForm, bare
from birlik.base.registry.web.people.found import found_to_keep, found_to_read, kept_nowhere
from birlik.base.registry.web.people.listed import name_in
from birlik.base.registry.web.people.words import FIELDS, place_of
from birlik.base.ui.pages import ActorRequest, now, page
from birlik.base.ui.templatetags.birlik import words
from birlik.base.values.clock import day_of
from birlik.base.values.identity import fault_of_iin

UNPROCESSABLE = 422


@page(
    "person",
    "registry/people/<int:pk>/",
    title=_("Person"),
    may=may_read_people,
    section="registry",
)
def person_page(request: ActorRequest, *, pk: int) -> HttpResponse:
    """The card: names, languages, fields, offices and registers with their history; what is kept
    apart is hidden."""
    person, at = found_to_read(request, pk), now()
    on = day_of(at)
    registers = named_items(Catalogue.REGISTER, on=on)
    context = {
        **card_context(request, person),
        "codes": codes_on(on),
        "on": on,
        "offices": offices_of(person),
        "lines": [
            (one, name_in(registers, one.register), bool(may_keep_line(request.actor, one, at)))
            for one in places_in_registers(person)
        ],
        "may_enrol": bool(may_enrol(request.actor, person, at)),
    }
    return render(request, "registry/people/card.html", context)


def card_context(request: ActorRequest, person: Person) -> dict[str, Any]:
    """Who it is, and to whoever keeps the record what is kept apart, without a value of it."""
    keeps = bool(may_keep_person(request.actor, person, now()))
    found: dict[str, Any] = {"person": person, "place": place_of(person), "keeps": keeps}
    if keeps:
        on = day_of(now())
        found |= {
            "kept": [(name, FIELDS[name]) for name in fields_kept(person)],
            "seeing": SeenForForm(),
            "consents": consents_of(person),
            "purposes": named_items(Catalogue.PURPOSE, on=on),
            "declared": affiliation_kept(person),
        }
    return found


@page(
    "person_restricted",
    "registry/people/<int:pk>/restricted/",
    title=_("Restricted fields"),
    may=may_open_keeping,
    section="registry",
)
def restricted_page(request: ActorRequest, *, pk: int) -> HttpResponse:
    """What is kept apart, for a purpose that is chosen; nobody keeps the answer."""
    person = found_to_keep(request, pk)
    form = SeenForForm(request.POST or None)
    shown: list[tuple[object, str]] | None = None
    if form.is_valid():
        found = see_restricted(
            request.actor,
            person,
            at=now(),
            purpose=form.chosen,
            whole_iin=form.cleaned_data["whole_iin"],
        )
        shown = [(FIELDS[name], value) for name, value in found.items()]
    context = {"person": person, "form": form, "shown": shown}
    status = UNPROCESSABLE if form.errors else 200
    return kept_nowhere(render(request, "registry/people/restricted.html", context, status=status))


@page(
    "person_find",
    "registry/people/find/",
    title=_("Find by IIN"),
    may=may_read_people,
    section="registry",
)
def find_page(request: ActorRequest) -> HttpResponse:
    """Somebody by the exact number: it comes in the body of a request, never in an address."""
    form = NumberForm(request.POST or None)
    nobody = False
    if form.is_valid():
        number = bare(form.cleaned_data["iin"])
        if fault := fault_of_iin(number):
            form.add_error("iin", words(fault))
        else:
            found = seek_person(request.actor, None, at=now(), iin=number)
            if found:
                messages.success(request, gettext("Found by IIN."))
                return redirect("person", pk=found.pk)
            nobody = True
    context = {
        "form": form,
        "nobody": nobody,
        "may_keep": bool(may_open_keeping(request.actor, now())),
    }
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "registry/people/find.html", context, status=status)
