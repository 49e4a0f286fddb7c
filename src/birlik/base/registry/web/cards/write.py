"""A body is entered, and its card corrected or changed from a day on; nothing typed is lost."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from birlik.base.charter.engine.kinds import KindCard
from birlik.base.charter.queries import kind_cards
from birlik.base.registry.actions.cards import change_card, correct_card, enter_structure
from birlik.base.registry.engine.cards import CardRow, card_digest, changed
from birlik.base.registry.models import Structure, Territory
from birlik.base.registry.queries.cards import row_of
from birlik.base.registry.queries.cards_around import territory_coded
from birlik.base.registry.queries.cards_listed import places_to_choose
from birlik.base.registry.queries.cards_named import codes_on, names_in
from birlik.base.registry.queries.cards_offered import bodies_above, houses_near
from birlik.base.registry.refusals import cards as refusals
from birlik.base.registry.rules.cards import (
    CENTRAL,
    KEEP,
    may_end_structure,
    may_open_keeping,
    reaches_all,
)
from birlik.base.registry.web.cards.forms import CardForm, ChangeForm, Choices, offered_for
from birlik.base.registry.web.cards.found import found_to_keep
from birlik.base.registry.web.cards.words import FIELDS, Difference, differences
from birlik.base.ui.pages import ActorRequest, now, page
from birlik.base.ui.templatetags.birlik import words
from birlik.base.values.clock import day_of
from birlik.base.values.refused import RefusedError


@page(
    "structure_new",
    "registry/structures/new/",
    title=_("Enter a body"),
    may=may_open_keeping,
    section="registry",
)
def new_page(request: ActorRequest) -> HttpResponse:
    """First the kind and the place, then the card with the fields of the kind."""
    today = day_of(now())
    kinds = makeable(request, kind_cards(on=today))
    kind = kinds.get(request.GET.get("kind", ""))
    places = places_to_choose(request.actor, KEEP, on=today)
    usual = places[0].code if places and not reaches_all(request.actor, KEEP) else ""
    place = request.GET.get("place", usual)
    if kind is None:
        context = {
            "kinds": kinds.values(),
            "places": places,
            "place": place,
            "everywhere": reaches_all(request.actor, KEEP),
        }
        return render(request, "registry/cards/new.html", context)
    card = CardRow(kind.code, "", "", territory=place, level=kind.level)
    form = card_form(request, card, kind, places, on=today)
    if request.method == "POST" and form.is_valid():
        made = entered(request, form)
        if made:
            messages.success(request, gettext("The body stands in the registry now."))
            return redirect("structure", pk=made.pk)
    context = {"form": form, "kind": kind}
    return render(request, "registry/cards/form.html", context, status=422 if form.errors else 200)


def makeable(request: ActorRequest, kinds: Mapping[str, KindCard]) -> dict[str, KindCard]:
    """The kinds of which the reader enters bodies: those of the state only the keeper."""
    every = request.actor.holds(CENTRAL)
    return {code: one for code, one in kinds.items() if every or one.side != "outside"}


def card_form(
    request: ActorRequest,
    card: CardRow,
    kind: KindCard | None,
    places: list[Territory],
    *,
    on: date,
    itself: int | None = None,
    asked: frozenset[str] = frozenset(),
) -> CardForm:
    """The form of a card, with what was sent where something was."""
    kinds = kind_cards(on=on)
    offered = offered_for(
        kind,
        codes_on(on),
        places,
        bodies_above(card, kinds, on=on, itself=itself),
        houses_near(card, kinds, on=on, itself=itself),
    )
    sent = request.POST if request.method == "POST" else None
    seen = card_digest(card) if itself else ""
    return CardForm(
        sent,
        card,
        kind=kind,
        offered=with_present(offered, card) if itself else offered,
        asked=asked,
        seen=seen,
    )


def with_present(offered: dict[str, Choices], card: CardRow) -> dict[str, Choices]:
    """What a form offers, with the place and the level that the card has, whatever they are."""
    for name in ("territory", "level", "culture"):
        value: str = getattr(card, name)
        if value not in dict(offered[name]):
            place = territory_coded(value) if name == "territory" else None
            offered[name] = [*offered[name], (value, words(place.name) if place else value)]
    return offered


def entered(request: ActorRequest, form: CardForm) -> Structure | None:
    """The body as entered; None where it is refused, and the form says why."""
    row = form.row()
    territory = territory_coded(row.territory)
    if row.territory and territory is None:
        form.add_error("territory", words(refusals.PLACE_UNKNOWN))
        return None
    try:
        return enter_structure(request.actor, territory, at=now(), row=row)
    except RefusedError as refusal:
        form.refuse(refusal)
        return None


@page(
    "structure_edit",
    "registry/structures/<int:pk>/edit/",
    title=_("Change of a card"),
    may=may_open_keeping,
    section="registry",
)
def edit_page(request: ActorRequest, pk: int) -> HttpResponse:
    """Correct a card, or write what has changed from a day on. Where somebody else wrote meanwhile,
    both are shown and nothing typed is lost."""
    found, today = found_to_keep(request, pk), day_of(now())
    card = row_of(found)
    kind = kind_cards(on=today).get(found.kind)
    places = places_to_choose(request.actor, KEEP, on=today)
    form = card_form(request, card, kind, places, on=today, itself=pk)
    if not may_end_structure(request.actor, found, now()):
        for name in ("name_kk", "name_ru", "name_en", "founded_on"):
            form.fields[name].disabled = True
    how = ChangeForm(request.POST if request.method == "POST" else None)
    conflict: list[Difference] = []
    if request.method == "POST" and form.is_valid() and how.is_valid():
        if form.cleaned_data["seen"] != card_digest(card):
            conflict = conflicts(card, form.row(), kind, on=today)
            form.look_again(card_digest(card))
            form.add_error(None, words(refusals.CHANGED_MEANWHILE))
        elif written(request, found, form, how):
            messages.success(request, gettext("The card is saved."))
            return redirect("structure", pk=pk)
    context = {"one": found, "form": form, "how": how, "kind": kind, "conflict": conflict}
    status = 422 if form.errors or how.errors else 200
    return render(request, "registry/cards/form.html", context, status=status)


def conflicts(
    card: CardRow, typed: CardRow, kind: KindCard | None, *, on: date
) -> list[Difference]:
    """What the card says now beside what was typed."""
    names = [name for name in changed(card, typed) if name in FIELDS or name == "particulars"]
    return differences(card, typed, names, names_in((card, typed), on=on), kind)


def written(request: ActorRequest, found: Structure, form: CardForm, how: ChangeForm) -> bool:
    """Whether the card was written; else the forms say why not."""
    given: dict[str, Any] = {"at": now(), "row": form.row(), "seen": form.cleaned_data["seen"]}
    try:
        if how.cleaned_data["how"] == ChangeForm.CHANGE:
            change_card(request.actor, found, on=how.cleaned_data["on"], **given)
        else:
            correct_card(request.actor, found, **given)
    except RefusedError as refusal:
        form.refuse(refusal)
        return False
    return True
