"""One body: its card as of a day, its history, and the word that the card is right."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from birlik.base.charter.engine.kinds import KindCard
from birlik.base.charter.queries import kind_cards
from birlik.base.journal.action import ACTIONS
from birlik.base.journal.rules import may_read_journal
from birlik.base.registry.actions.cards import confirm_card, reopen
from birlik.base.registry.engine.cards import changed
from birlik.base.registry.engine.cards_sought import Sought, day_in
from birlik.base.registry.models import Structure
from birlik.base.registry.queries.cards import row_of
from birlik.base.registry.queries.cards_listed import lacks_of
from birlik.base.registry.queries.cards_named import Names, names_in
from birlik.base.registry.queries.cards_shown import (
    NEAR,
    Shown,
    Step,
    entries_of,
    shown_on,
    steps_of,
)
from birlik.base.registry.queries.proposals import waiting_of
from birlik.base.registry.queries.succession import successions_around
from birlik.base.registry.rules.cards import (
    may_end_structure,
    may_keep_structure,
    may_open_keeping,
    may_read_structures,
)
from birlik.base.registry.rules.proposals import may_propose
from birlik.base.registry.web.cards.found import found_to_keep, found_to_read, kept_instead
from birlik.base.registry.web.cards.words import (
    CHANGES,
    FIELDS,
    LACKS,
    LEVELS,
    TERMS,
    Difference,
    differences,
    particulars_of,
    shown,
)
from birlik.base.ui.language import reader_language
from birlik.base.ui.pages import ActorRequest, now, page
from birlik.base.values.clock import day_of
from birlik.base.values.refused import RefusedError

PAPERS = ("bin", "registered_on", "registration_number", "registered_by", "provision", "ground")
CONTACTS = ("phone", "email", "website")
WORK = ("culture", "languages", "fields")


@page(
    "structure",
    "registry/structures/<int:pk>/",
    title=_("Card of a body"),
    may=may_read_structures,
    section="registry",
)
def structure_page(request: ActorRequest, pk: int) -> HttpResponse:
    """The card of a body as of a day, with its place in the tree, its terms and what it lacks."""
    at = now()
    today = day_of(at)
    on = day_in(request.GET.get("on", "")) or today
    found = found_to_read(request, pk, on)
    if address := kept_instead(found):
        return redirect(address)
    card = shown_on(found, on)
    past = on != today
    lacks = () if past or is_over(found, on) else lacks_of(card.line, on=on)
    context = {
        **head_of(card),
        "on": on,
        "past": past,
        "there": (found.founded_on is None or found.founded_on <= on) and not is_over(found, on),
        "papers": facts_of(card, PAPERS),
        "contacts": facts_of(card, CONTACTS),
        "work": facts_of(card, WORK),
        "particulars": list(particulars_of(card.line.card, card.kind)),
        "terms": [(one, TERMS[one.kind], holds(one, on)) for one in card.terms],
        "successions": [(one, CHANGES[one.reorganisation.kind]) for one in card.successions],
        "lacks": [LACKS[one] for one in lacks],
        "near": NEAR,
        "below": (
            (_("Parts"), card.parts, Sought(parent=pk, on=on if past else None).query()),
            (_("Residents of the house"), card.residents, Sought(house=pk).query()),
        ),
        **deeds_of(request, found),
    }
    return render(request, "registry/cards/card.html", context)


def is_over(found: Structure, on: date) -> bool:
    """Whether a body no longer exists on a day."""
    return found.closed_on is not None and found.closed_on <= on


def holds(term: Any, on: date) -> bool:
    """Whether a term lasts on a day."""
    begun = term.valid_from <= on
    return begun and (term.valid_until is None or term.valid_until > on)


def head_of(card: Shown) -> dict[str, object]:
    """What the head of the page says."""
    line = card.line
    return {
        "one": line.structure,
        "line": line,
        "card": card,
        "kind": card.kind,
        "level": LEVELS.get(line.card.level, ""),
    }


def facts_of(card: Shown, names: tuple[str, ...]) -> list[tuple[object, object]]:
    """Some fields of a card with what they hold, in the reader's words."""
    return [(FIELDS[name], shown(name, card.line.card, card.names)) for name in names]


def deeds_of(request: ActorRequest, found: Structure) -> dict[str, object]:
    """What the reader may do with a card, and what waits."""
    at = now()
    keeps = bool(may_keep_structure(request.actor, found, at))
    proposes = not keeps and bool(may_propose(request.actor, found, at))
    return {
        "may_keep": keeps,
        "may_end": keeps and bool(may_end_structure(request.actor, found, at)),
        "may_propose": proposes,
        "waiting": list(waiting_of(found)) if keeps or proposes else [],
    }


@page(
    "structure_history",
    "registry/structures/<int:pk>/history/",
    title=_("History of a body"),
    may=may_read_structures,
    section="registry",
)
def history_page(request: ActorRequest, pk: int) -> HttpResponse:
    """What the card said before, what became of the body, and the journal for who may read it."""
    at = now()
    found = found_to_read(request, pk, day_of(at))
    if address := kept_instead(found):
        return redirect(f"{address}history/")
    steps = steps_of(found)
    cards = [row_of(found), *(one.before for one in steps)]
    names = names_in(cards, on=day_of(at))
    kind = kind_cards(on=day_of(at)).get(found.kind)
    read = bool(may_read_journal(request.actor, at))
    entries = entries_of(found) if read else []
    context = {
        "one": found,
        "steps": [
            (
                step,
                differences(step.before, step.after, changed(step.before, step.after), names, kind),
            )
            for step in steps
        ],
        "successions": [
            (one, CHANGES[one.reorganisation.kind]) for one in successions_around((pk,))
        ],
        "journal": read,
        "entries": [
            (one, ACTIONS[one.action].label if one.action in ACTIONS else None) for one in entries
        ],
    }
    return render(request, "registry/cards/history.html", context)


def different(step: Step, names: Names, kind: KindCard | None) -> list[Difference]:
    """What a change changed, in the reader's words."""
    fields = changed(step.before, step.after)
    return differences(step.before, step.after, fields, names, kind)


@page(
    "structure_confirm",
    "registry/structures/<int:pk>/confirm/",
    title=_("Confirmation of a card"),
    may=may_open_keeping,
    section="registry",
)
@require_POST
def confirm_page(request: ActorRequest, pk: int) -> HttpResponse:
    """Say that the card is right today."""
    found = found_to_keep(request, pk)
    try:
        confirm_card(request.actor, found, at=now())
    except RefusedError as refusal:
        messages.error(request, refusal.reason.get(reader_language()))
    else:
        messages.success(request, gettext("Confirmed: the card is right today."))
    return redirect("structure", pk=pk)


@page(
    "structure_reopen",
    "registry/structures/<int:pk>/reopen/",
    title=_("Taking back the end of a body"),
    may=may_open_keeping,
    section="registry",
)
@require_POST
def reopen_page(request: ActorRequest, pk: int) -> HttpResponse:
    """Take back that a body was closed."""
    found = found_to_keep(request, pk)
    try:
        reopen(request.actor, found, at=now())
    except RefusedError as refusal:
        messages.error(request, refusal.reason.get(reader_language()))
    else:
        messages.success(request, gettext("The body exists again."))
    return redirect(reverse("structure", kwargs={"pk": pk}))
