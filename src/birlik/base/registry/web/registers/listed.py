"""The registers of persons: which there are, and the lines of one within reach."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from birlik.base.charter.engine.kinds import ExtraField, RegisterCard
from birlik.base.charter.queries import register_card, register_cards
from birlik.base.registry.engine.cards_sought import code_in, day_in, one_of
from birlik.base.registry.models import Enrolment
from birlik.base.registry.queries.cards_listed import places_to_choose
from birlik.base.registry.queries.cards_named import Named, codes_on
from birlik.base.registry.queries.registers import (
    counts_of_registers,
    ending_by,
    in_place,
    lines_of,
    speaking,
)
from birlik.base.registry.rules.people import READ, may_open_keeping, may_read_people
from birlik.base.registry.web.people.listed import told
from birlik.base.registry.web.people.words import FIELDS
from birlik.base.ui.export import Column, Listing, exported
from birlik.base.ui.pages import ActorRequest, now, page
from birlik.base.ui.templatetags.birlik import words
from birlik.base.values.clock import day_of
from birlik.base.values.local_text import LocalText

ROWS = 40
SOON = timedelta(days=90)
"""How long before its end a line is told to be ending."""

OVER, ENDING = "over", "ending"


@dataclass(frozen=True, slots=True)
class LinesSought:
    """What a reader chose of a register: place (КАТО), language, "over" or "ending", the day."""

    place: str = ""
    language: str = ""
    state: str = ""
    on: date | None = None

    @property
    def is_narrowed(self) -> bool:
        """Whether anything is chosen."""
        return self != LinesSought()


@page(
    "registers",
    "registry/registers/",
    title=gettext_lazy("Registers of persons"),
    may=may_read_people,
    section="registry",
)
def registers_page(request: ActorRequest) -> HttpResponse:
    """Every register of the charter, with how many people stand in it within reach."""
    on = day_of(now())
    counts = counts_of_registers(by=request.actor, on=on)
    rows = [(card, counts.get(code, 0)) for code, card in register_cards(on=on).items()]
    return render(request, "registry/registers/all.html", {"rows": rows})


@page(
    "register",
    "registry/registers/<str:code>/",
    title=gettext_lazy("Register of persons"),
    may=may_read_people,
    section="registry",
)
def register_page(request: ActorRequest, *, code: str) -> HttpResponseBase:
    """The lines of a register within reach, on a day; those that are over or end soon; the file."""
    at = now()
    today = day_of(at)
    sought = sought_of(request.GET.dict(), today)
    on = sought.on or today
    card = register_card(code, on=on)
    if card is None:
        raise Http404
    found = lines_sought(card, sought, by_request=request, on=on)
    codes = codes_on(on)
    listing = Listing("register", card.name.get("ru"), columns(card, codes.languages), found)
    if file := exported(request, listing, at=at):
        return file
    leaf = Paginator(found, ROWS).get_page(request.GET.get("page"))
    context = {
        "card": card,
        "sought": sought,
        "on": on,
        "soon": on + SOON,
        "leaf": leaf,
        "lines": [(one, said(one, card)) for one in leaf],
        "places": places_to_choose(request.actor, READ, on=on),
        "codes": codes,
        "may_keep": bool(may_open_keeping(request.actor, at)),
    }
    return render(request, "registry/registers/one.html", context)


def sought_of(asked: dict[str, str], today: date) -> LinesSought:
    """The choice that an address names; what cannot be chosen counts as not named."""
    on = day_in(asked.get("on", ""))
    return LinesSought(
        place=code_in(asked.get("place", "")),
        language=asked.get("language", "")[:40],
        state=one_of(asked.get("state", ""), (OVER, ENDING)),
        on=None if on == today else on,
    )


def lines_sought(
    card: RegisterCard, sought: LinesSought, *, by_request: ActorRequest, on: date
) -> QuerySet[Enrolment]:
    """The lines within reach that a reader asks for."""
    found = lines_of(card.code, by=by_request.actor, on=on, lasting=sought.state != OVER)
    if sought.state == ENDING:
        found = ending_by(found, on + SOON)
    if sought.place:
        found = in_place(found, sought.place)
    return speaking(found, sought.language) if sought.language else found


def said(one: Enrolment, card: RegisterCard) -> list[tuple[str, str]]:
    """What a line says in the fields of its register: name and value, in the reader's language."""
    return [
        (words(field.name), value_told(field, one.particulars[field.code]))
        for field in card.fields
        if field.code in one.particulars
    ]


def value_told(field: ExtraField, value: Any) -> str:
    """A value of a field in the reader's words."""
    if field.type == "flag":
        return _("yes") if value else _("no")
    if field.type == "choice":
        return words(dict(field.options).get(value, LocalText(value, value, value)))
    return str(value)


def place_told(one: Enrolment) -> LocalText | str:
    """The body of a line, else its territory."""
    place = one.structure or one.territory
    return place.name if place else _("Republic")


def columns(card: RegisterCard, languages: Named) -> tuple[Column[Enrolment], ...]:
    """The columns of a register as a file; of the person the names and languages alone."""
    return (
        Column(FIELDS["full_name"], lambda one: one.person.full_name, 36),
        Column(FIELDS["full_name_ru"], lambda one: one.person.full_name_ru, 36),
        Column(_("Place"), place_told, 40),
        Column(_("Number of the certificate"), lambda one: one.number, 20),
        Column(_("First day"), lambda one: one.valid_from, 12),
        Column(_("Last day"), lambda one: one.last_on, 12),
        Column(FIELDS["languages"], lambda one: told(one.person.languages, languages), 24),
        *(extra_column(field) for field in card.fields),
    )


def extra_column(field: ExtraField) -> Column[Enrolment]:
    """The column of a field that only this register has."""

    def value(one: Enrolment) -> str:
        kept = one.particulars
        return value_told(field, kept[field.code]) if field.code in kept else ""

    return Column(words(field.name), value, 24)
