"""The body that an address names: within reach, or refused as if there were none."""

from datetime import date

from django.http import Http404
from django.urls import reverse

from birlik.base.registry.models import Structure
from birlik.base.registry.queries.cards_around import structure_numbered
from birlik.base.registry.queries.cards_shown import structure_then
from birlik.base.registry.refusals import cards as refusals
from birlik.base.registry.rules import cards as rules
from birlik.base.ui.pages import ActorRequest, now
from birlik.base.values.refused import RefusedError, require


def found_to_read(request: ActorRequest, pk: int, on: date) -> Structure:
    """A body whose card the reader may read, as it stood on a day.

    Raises `RefusedError` for one that is foreign or unknown, and `Http404` for an unknown one where
    the reader reads every card.
    """
    return allowed(request, structure_then(pk, on), rules.READ)


def found_to_keep(request: ActorRequest, pk: int) -> Structure:
    """A body whose card the reader writes; raises as `found_to_read`."""
    return allowed(request, structure_numbered(pk), rules.KEEP)


def allowed(request: ActorRequest, found: Structure | None, power: str) -> Structure:
    """A body for a reader with a power; raises as `found_to_read`."""
    may, reason = (
        (rules.may_read_structure, refusals.NO_STRUCTURES)
        if power == rules.READ
        else (rules.may_keep_structure, refusals.NOT_YOUR_STRUCTURE)
    )
    if found is None and rules.reaches_all(request.actor, power):
        raise Http404
    if found is None:
        raise RefusedError(reason)
    require(may(request.actor, found, now()))
    return found


def kept_instead(found: Structure) -> str:
    """Where the card is kept that a duplicate was merged into; '' for one that is none."""
    kept = found.duplicate_of_id
    return reverse("structure", kwargs={"pk": kept}) if kept else ""
