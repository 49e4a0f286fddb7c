"""The office or the appointment that an address names: within reach, or refused as if there were
none."""

from django.http import Http404

from birlik.base.registry.models import Appointment, Office
from birlik.base.registry.queries.offices import office_numbered, seat_numbered
from birlik.base.registry.refusals import offices as refusals
from birlik.base.registry.rules.cards import reaches_all
from birlik.base.registry.rules.offices import (
    CENTRAL,
    READ,
    may_end_seat,
    may_fill_office,
    may_see_composition,
)
from birlik.base.ui.pages import ActorRequest, now
from birlik.base.values.local_text import LocalText
from birlik.base.values.refused import RefusedError, require


def office_to_see(request: ActorRequest, pk: int) -> Office:
    """An office of a body whose composition the reader sees.

    Raises `RefusedError` with one reason for what is foreign and what is unknown, and `Http404` for
    an unknown one where the reader sees every body.
    """
    found = office_numbered(pk)
    if found is None:
        raise unknown(request, READ, refusals.NO_COMPOSITION)
    require(may_see_composition(request.actor, found.structure, now()))
    return found


def office_to_fill(request: ActorRequest, pk: int) -> Office:
    """An office to which the reader appoints; raises as `office_to_see`, and `RefusedError` for one
    whose powers only the keeper gives."""
    found = office_numbered(pk)
    if found is None:
        raise unknown(request, CENTRAL, refusals.NOT_YOUR_OFFICE)
    require(may_fill_office(request.actor, found, now()))
    return found


def seat_to_end(request: ActorRequest, pk: int) -> Appointment:
    """An appointment that the reader may end; raises as `office_to_fill`."""
    found = seat_numbered(pk)
    if found is None:
        raise unknown(request, CENTRAL, refusals.NOT_YOUR_OFFICE)
    require(may_end_seat(request.actor, found, now()))
    return found


def unknown(request: ActorRequest, power: str, reason: LocalText) -> Exception:
    """What is said where there is none: only who reaches everything is told so."""
    return Http404() if reaches_all(request.actor, power) else RefusedError(reason)
