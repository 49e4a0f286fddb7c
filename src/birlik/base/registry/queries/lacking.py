"""What the card of a body may lack: one condition for the list of bodies and for its scorecard."""

from collections.abc import Mapping
from datetime import date, timedelta

from django.db.models import Exists, OuterRef, Q

from birlik.base.charter.engine.kinds import KindCard
from birlik.base.registry.models import Appointment
from birlik.base.registry.queries import in_office_on
from birlik.base.registry.queries.norms import norms

LACKS = ("bin", "head", "contact", "confirmed", "languages")
"""What a card may lack, in the order in which it is told; as `?lacks=` names it."""


def lacking(what: str, kinds: Mapping[str, KindCard], *, on: date) -> Q:
    """The condition that the card of a body lacks one of `LACKS` on a day, where its kind needs it.

    A number (БИН) is needed by the kinds of the norm `kinds_with_bin`; a head is whoever holds the
    office that the charter names first for the kind, or any office where it names none; a contact
    is a telephone or an address of mail; a card is confirmed within the days of the norm.
    """
    if what == "bin":
        return needing(what, kinds, on=on) & Q(bin="")
    if what == "head":
        return ~headed(kinds, on=on)
    if what == "contact":
        return Q(phone="", email="")
    if what == "confirmed":
        return unconfirmed(on=on)
    return Q(languages="")


def needing(what: str, kinds: Mapping[str, KindCard], *, on: date) -> Q:
    """The condition that a body's card needs one of `LACKS` at all."""
    if what == "bin":
        return Q(kind__in=kinds_with_bin(on=on))
    return Q(kind__in=tuple(kinds))


def kinds_with_bin(*, on: date) -> tuple[str, ...]:
    """The codes of the kinds whose bodies are legal persons, so that they have a number (БИН)."""
    listed = norms().norm("kinds_with_bin", on).value
    return tuple(map(str, listed)) if isinstance(listed, tuple) else ()


def headed(kinds: Mapping[str, KindCard], *, on: date) -> Q:
    """The condition that a body has a head on a day."""
    first = {code: one.offices[0].office for code, one in kinds.items() if one.offices}
    held = Appointment.objects.filter(in_office_on(on), office__structure=OuterRef("pk"))
    heads = held.filter(office__kind__in=set(first.values()))
    return (Q(kind__in=tuple(first)) & Q(Exists(heads))) | (
        ~Q(kind__in=tuple(first)) & Q(Exists(held))
    )


def unconfirmed(*, on: date) -> Q:
    """The condition that nobody confirmed or wrote the card within the days of the norm."""
    since = on - timedelta(days=norms().norm("card_fresh_days", on).whole_number())
    written = Q(card_from__isnull=False, card_from__gt=since)
    return ~(Q(confirmed_on__isnull=False, confirmed_on__gt=since) | written)
