"""Certificates: the list, one with its history, what the public page is told."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Prefetch, QuerySet

from birlik.base.values.actor import Actor
from birlik.domains.accreditation.engine.code import read_code
from birlik.domains.accreditation.models import Certificate, Round, Step
from birlik.domains.accreditation.queries.within import known
from birlik.domains.accreditation.rules.certificates import shown_state

PLACE = "structure__territory__parent__parent__parent"


@dataclass(frozen=True, slots=True)
class CertificateCard:
    """A certificate with what anybody is told of it on a day."""

    certificate: Certificate
    state: str


def full() -> QuerySet[Certificate]:
    """Certificates with what their state and their place are read from."""
    steps = Prefetch("steps", Step.objects.select_related("by__office", "provision__act"))
    return Certificate.objects.select_related(
        "round", "application", "provision__act", PLACE
    ).prefetch_related(steps)


def certificates(
    *, by: Actor, on: date, round_: Round | None, words: str = ""
) -> list[CertificateCard]:
    """The certificates within the reach of an actor, of a round where one is given, whose number or
    association holds the words, in the order of the names."""
    found = full().filter(known(by))
    if round_ is not None:
        found = found.filter(round=round_)
    wanted = words.casefold().split()
    cards = [
        CertificateCard(one, shown_state(one, on=on))
        for one in found.order_by("structure__sort_key", "structure__name_kk", "-valid_from")
    ]
    return [one for one in cards if all(word in text_of(one.certificate) for word in wanted)]


def text_of(one: Certificate) -> str:
    """What of a certificate is searched, casefolded."""
    return f"{one.number} {one.structure.name_kk} {one.structure.name_ru}".casefold()


def certificate_known(pk: int) -> Certificate | None:
    """A certificate with its bodies, or None."""
    return full().prefetch_related("terms__structure").filter(pk=pk).first()


def certificate_of_code(typed: str) -> Certificate | None:
    """The certificate that a code names, however it was typed; None for a wrong one."""
    code = read_code(typed)
    found = full().prefetch_related("terms__structure").filter(code=code) if code else ()
    return next(iter(found), None)


def ending(*, on: date, days: int) -> list[Certificate]:
    """The valid or suspended certificates whose term ends within so many days after a day, those
    left out whose association has a later one."""
    last = on + timedelta(days=days)
    found = full().filter(valid_from__lte=on, valid_until__gt=on, valid_until__lte=last)
    later = set(
        Certificate.objects.filter(valid_until__gt=last).values_list("structure", flat=True)
    )
    return [
        one
        for one in found
        if one.structure_id not in later and shown_state(one, on=on) in {"valid", "suspended"}
    ]
