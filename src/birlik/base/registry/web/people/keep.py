"""Entering a person and correcting what is written."""

from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from birlik.base.registry.actions.people import correct_person, enter_person, seek_person
from birlik.base.registry.engine.people import PersonRow
from birlik.base.registry.models import Person
from birlik.base.registry.queries.cards_listed import places_to_choose
from birlik.base.registry.queries.cards_named import Named, codes_on
from birlik.base.registry.queries.people import fields_kept
from birlik.base.registry.refusals.people import IIN_ELSEWHERE, IIN_KNOWN
from birlik.base.registry.rules.people import KEEP, may_open_keeping
from birlik.base.registry.web.cards.forms import Choices, named, places_named
from birlik.base.registry.web.people.forms import PersonForm
from birlik.base.registry.web.people.found import found_to_keep, keeps_republic
from birlik.base.ui.pages import ActorRequest, now, page
from birlik.base.ui.templatetags.birlik import words
from birlik.base.values.clock import day_of
from birlik.base.values.identity import NOT_TWELVE, WRONG_CHECK
from birlik.base.values.refused import RefusedError

UNPROCESSABLE = 422
OF_NUMBER = (IIN_KNOWN, IIN_ELSEWHERE, NOT_TWELVE, WRONG_CHECK)
"""The refusals that stand beside the number."""


@page(
    "person_new",
    "registry/people/new/",
    title=_("Enter a person"),
    may=may_open_keeping,
    section="registry",
)
def new_page(request: ActorRequest) -> HttpResponse:
    """A person to be entered, in a territory that the reader keeps."""
    form = PersonForm(request.POST or None, offered=offered(request))
    known = None
    if form.is_valid():
        row = form.row()
        try:
            made = enter_person(request.actor, None, at=now(), row=row)
        except RefusedError as refusal:
            known = refuse(request, form, row, refusal)
        else:
            messages.success(request, gettext("The person is in the registry."))
            return redirect("person", pk=made.pk)
    return shown(request, form, known=known)


@page(
    "person_edit",
    "registry/people/<int:pk>/edit/",
    title=_("Correct the record of a person"),
    may=may_open_keeping,
    section="registry",
)
def edit_page(request: ActorRequest, *, pk: int) -> HttpResponse:
    """What is written of a person, to be corrected; restricted fields are left as they are where
    nothing is typed."""
    person = found_to_keep(request, pk)
    form = PersonForm(
        request.POST or None,
        offered=offered(request, person),
        person=person,
        kept=fields_kept(person),
    )
    known = None
    if form.is_valid():
        row = form.row()
        try:
            correct_person(request.actor, person, at=now(), row=row)
        except RefusedError as refusal:
            known = refuse(request, form, row, refusal)
        else:
            messages.success(request, gettext("The record is corrected."))
            return redirect("person", pk=pk)
    return shown(request, form, person=person, known=known)


def refuse(
    request: ActorRequest, form: PersonForm, row: PersonRow, refusal: RefusedError
) -> Person | None:
    """Say beside the field what is refused; the person who has the number, where within reach. That
    a number was tried stands in the journal as a search."""
    form.add_error("iin" if refusal.reason in OF_NUMBER else None, words(refusal.reason))
    if refusal.reason in (IIN_KNOWN, IIN_ELSEWHERE):
        return seek_person(request.actor, None, at=now(), iin=row.iin or "")
    return None


def offered(request: ActorRequest, person: Person | None = None) -> dict[str, Choices]:
    """What the form offers: territories the reader keeps, languages and fields of the charter, and
    what the record has of those that the charter lists no more."""
    on = day_of(now())
    codes = codes_on(on)
    places = places_named(places_to_choose(request.actor, KEEP, on=on))
    own, work = (person.languages, person.fields) if person else ((), ())
    return {
        "territory": [("", gettext("— the republic —")), *places]
        if keeps_republic(request)
        else places,
        "languages": known(codes.languages, own),
        "fields_of_work": known(codes.fields, work),
    }


def known(codes: Named, own: Iterable[str]) -> Choices:
    """Codes with their names, and those of the record that the charter lists no more."""
    return [*named(codes), *((code, code) for code in own if code not in codes)]


def shown(request: ActorRequest, form: PersonForm, **more: Any) -> HttpResponse:
    """The form, with what was refused beside its fields."""
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "registry/people/edit.html", {"form": form, **more}, status=status)
