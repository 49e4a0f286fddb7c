"""The person that an address names: within reach, or refused as if there were none."""

from django.http import Http404, HttpResponse

from birlik.base.registry.models import Person
from birlik.base.registry.queries.people import person_numbered
from birlik.base.registry.refusals.people import NO_PEOPLE
from birlik.base.registry.rules.people import KEEP, READ, may_keep_person
from birlik.base.registry.rules.reach import reaches_territory
from birlik.base.ui.pages import ActorRequest, now
from birlik.base.values.clock import day_of
from birlik.base.values.refused import RefusedError, require


def found_to_read(request: ActorRequest, pk: int) -> Person:
    """A person whose card the reader may read.

    Raises `RefusedError` with one reason for who is foreign and who is unknown; Http404 only where
    the reader reads everybody.
    """
    found = person_numbered(pk, by=request.actor, on=day_of(now()))
    if found is not None:
        return found
    if reaches_territory(request.actor, READ, None):
        raise Http404
    raise RefusedError(NO_PEOPLE)


def found_to_keep(request: ActorRequest, pk: int) -> Person:
    """A person whose record the reader keeps; raises as `found_to_read`, and `RefusedError` where
    the card may be read alone."""
    found = found_to_read(request, pk)
    require(may_keep_person(request.actor, found, now()))
    return found


def keeps_republic(request: ActorRequest) -> bool:
    """Whether the reader keeps the records that no territory keeps."""
    return reaches_territory(request.actor, KEEP, None)


def kept_nowhere(answer: HttpResponse) -> HttpResponse:
    """An answer with what is kept apart: neither the browser nor anybody on the way keeps it."""
    answer.headers["Cache-Control"] = "private, no-store"
    return answer
