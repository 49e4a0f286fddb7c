"""Who may do what with consents, declared affiliation, extracts and erasure."""

from datetime import datetime

from birlik.base.registry.models import Consent, Person
from birlik.base.registry.refusals.personal import ONLY_INSTALLATION, WITHDRAWN_ALREADY
from birlik.base.registry.rules.people import may_keep_person
from birlik.base.values.actor import Actor
from birlik.base.values.verdict import Verdict


def may_withdraw_consent(actor: Actor, consent: Consent | None, at: datetime) -> Verdict:
    """A withdrawal is entered once, by whoever keeps the person's record."""
    person: Person | None = consent.person if consent else None
    kept = may_keep_person(actor, person, at)
    if kept and consent and consent.withdrawn_on:
        return Verdict.no(WITHDRAWN_ALREADY)
    return kept


def may_reseal(actor: Actor, _subject: object, _at: datetime) -> Verdict:
    """Only whoever runs the installation has everything sealed anew."""
    return Verdict.yes() if actor.is_system else Verdict.no(ONLY_INSTALLATION)
