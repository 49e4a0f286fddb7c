"""The list of people within the reach of an office, as of a day, and as a file."""

from datetime import date
from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from birlik.base.registry.engine.cards_sought import REPUBLIC
from birlik.base.registry.engine.people_sought import PeopleSought, people_sought
from birlik.base.registry.models import Person
from birlik.base.registry.queries.cards_listed import places_to_choose
from birlik.base.registry.queries.cards_named import Named
from birlik.base.registry.queries.people_listed import (
    ListedPerson,
    PeopleNames,
    dressed,
    dressed_in_parts,
    names_on,
    people_listed,
    reached_today,
)
from birlik.base.registry.rules.people import READ, may_open_keeping, may_read_people
from birlik.base.registry.rules.reach import reaches_territory
from birlik.base.registry.web.people.words import FIELDS, place_of
from birlik.base.ui.export import Column, Listing, exported
from birlik.base.ui.pages import ActorRequest, now, page
from birlik.base.ui.templatetags.birlik import words
from birlik.base.values.clock import day_of
from birlik.base.values.local_text import LocalText

ROWS = 40


@page(
    "people",
    "registry/people/",
    title=gettext_lazy("People"),
    may=may_read_people,
    section="registry",
)
def people_page(request: ActorRequest) -> HttpResponseBase:
    """People within reach: filters kept in the address, the list by name, the file."""
    at = now()
    today = day_of(at)
    sought = people_sought(request.GET.dict(), today)
    on = sought.on or today
    found = people_listed(sought, by=request.actor, today=today)
    names = names_on(on)
    listing = listing_of(found, sought, names, on)
    if file := exported(request, listing, at=at):
        return file
    leaf = Paginator(found, ROWS).get_page(request.GET.get("page"))
    context = {
        "sought": sought,
        "on": on,
        "leaf": leaf,
        "lines": [
            (one, [(place, name_in(names.registers, place.register)) for place in one.places])
            for one in dressed(leaf, on=on)
        ],
        "open_today": reached_today(leaf, by=request.actor, today=today)
        if sought.on
        else {one.pk for one in leaf},
        "places": places_to_choose(request.actor, READ, on=on),
        "republic": REPUBLIC if reaches_territory(request.actor, READ, None) else "",
        "names": names,
        "may_keep": bool(may_open_keeping(request.actor, at)),
    }
    return render(request, "registry/people/list.html", context)


def name_in(names: Named, code: str) -> LocalText:
    """The name of a code; the code itself where the charter has it no more."""
    return names.get(code) or LocalText(code, code, code)


def listing_of(
    found: QuerySet[Person], sought: PeopleSought, names: PeopleNames, on: date
) -> Listing[ListedPerson]:
    """The list as a file: names, place, languages, fields, offices and registers, and nothing of
    what is kept apart."""
    chosen: list[tuple[Any, Any]] = [
        (_("As of"), on),
        (_("Search"), "" if sought.is_number else sought.q),
        (FIELDS["territory"], sought.place),
        (_("Register of persons"), names.registers.get(sought.register, "")),
        (_("Office"), names.offices.get(sought.office, "")),
        (FIELDS["languages"], names.languages.get(sought.language, "")),
        (FIELDS["fields"], names.fields.get(sought.field, "")),
    ]
    columns: list[Column[ListedPerson]] = [
        Column(FIELDS["full_name"], lambda one: one.person.full_name, 36),
        Column(FIELDS["full_name_ru"], lambda one: one.person.full_name_ru, 36),
        Column(FIELDS["full_name_latin"], lambda one: one.person.full_name_latin, 36),
        Column(FIELDS["territory"], lambda one: place_of(one.person), 24),
        Column(_("Offices"), offices_told, 60),
        Column(
            _("Registers"),
            lambda one: "; ".join(
                words(name_in(names.registers, it.register)) for it in one.places
            ),
            30,
        ),
        Column(FIELDS["languages"], lambda one: told(one.person.languages, names.languages), 24),
        Column(FIELDS["fields"], lambda one: told(one.person.fields, names.fields), 30),
    ]
    return Listing(
        "people",
        _("People"),
        columns,
        dressed_in_parts(found, on=on),
        [(name, value) for name, value in chosen if value],
    )


def offices_told(one: ListedPerson) -> str:
    """The offices of a person with their bodies, in the reader's language."""
    return "; ".join(
        f"{words(seat.office.name)}, {words(seat.office.structure.short)}" for seat in one.offices
    )


def told(codes: tuple[str, ...], names: Named) -> str:
    """Codes in the reader's words."""
    return ", ".join(words(names[code]) if code in names else code for code in codes)
