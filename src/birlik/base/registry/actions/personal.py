"""Consents, and the affiliation that a person declares on one."""

from datetime import date, datetime

from birlik.base.charter.models import Catalogue
from birlik.base.charter.queries import named_items
from birlik.base.journal.action import action, note
from birlik.base.registry.engine.people import SeenFor
from birlik.base.registry.models import Affiliation, Consent, Person
from birlik.base.registry.queries.personal import AFFILIATION, consent_in_force
from birlik.base.registry.refusals import personal as refusals
from birlik.base.registry.rules.people import may_keep_person, may_see_restricted
from birlik.base.registry.rules.personal import may_withdraw_consent
from birlik.base.registry.seals import seal
from birlik.base.values.actor import Actor
from birlik.base.values.clock import day_of
from birlik.base.values.local_text import LocalText
from birlik.base.values.refused import RefusedError


@action(
    "consent.entered",
    may=may_keep_person,
    label=LocalText("Келісім енгізілді", "Внесено согласие", "Consent entered"),
    withheld=("ground",),
)
def enter_consent(
    _by: Actor, person: Person, /, *, at: datetime, purpose: str, given_on: date, ground: str = ""
) -> Consent:
    """Record that a person agreed to a purpose of the charter; `ground` says which paper shows it.

    Raises `RefusedError` for an unknown purpose, a day to come, or where one stands already.
    """
    if purpose not in named_items(Catalogue.PURPOSE, on=day_of(at)):
        raise RefusedError(refusals.UNKNOWN_PURPOSE)
    if given_on > day_of(at):
        raise RefusedError(refusals.DAY_TO_COME)
    if consent_in_force(person, purpose):
        raise RefusedError(refusals.CONSENT_STANDS)
    return Consent.objects.create(
        person=person, purpose=purpose, given_on=given_on, ground=ground.strip()
    )


@action(
    "consent.withdrawn",
    may=may_withdraw_consent,
    label=LocalText("Келісім қайтарып алынды", "Согласие отозвано", "Consent withdrawn"),
)
def withdraw_consent(_by: Actor, consent: Consent, /, *, at: datetime, on: date) -> None:
    """Record that a consent was withdrawn on a day; what was declared on it is deleted with it.

    Raises `RefusedError` for a day to come or before the consent.
    """
    if on > day_of(at):
        raise RefusedError(refusals.DAY_TO_COME)
    if on < consent.given_on:
        raise RefusedError(refusals.BEFORE_IT_WAS_GIVEN)
    consent.withdrawn_on = on
    consent.save(update_fields=("withdrawn_on",))
    gone, _by_model = Affiliation.objects.filter(consent=consent).delete()
    note(affiliations_deleted=gone)


@action(
    "affiliation.declared",
    may=may_keep_person,
    label=LocalText(
        "Этностық тиесілігі мәлімделді",
        "Заявлена этническая принадлежность",
        "Ethnic affiliation declared",
    ),
    withheld=("words",),
)
def declare_affiliation(
    _by: Actor, person: Person, /, *, at: datetime, words: str, declared_on: date
) -> None:
    """Keep, sealed, what a person declared of the own will, in the person's words; it takes the
    place of what was declared before.

    Raises `RefusedError` without words, without a consent in force, or for a day to come.
    """
    consent = consent_in_force(person, AFFILIATION)
    if consent is None:
        raise RefusedError(refusals.CONSENT_NEEDED)
    if not words.strip():
        raise RefusedError(refusals.WORDS_NEEDED)
    if declared_on > day_of(at):
        raise RefusedError(refusals.DAY_TO_COME)
    Affiliation.objects.update_or_create(
        person=person,
        defaults={
            "words_sealed": seal().sealed(words.strip()),
            "declared_on": declared_on,
            "consent": consent,
        },
    )


@action(
    "affiliation.seen",
    may=may_see_restricted,
    label=LocalText(
        "Этностық тиесілігі туралы жазба қаралды",
        "Просмотрена запись об этнической принадлежности",
        "Ethnic affiliation viewed",
    ),
)
def see_affiliation(_by: Actor, person: Person, /, *, at: datetime, purpose: SeenFor) -> str:
    """What a person declared, for a purpose that the journal keeps; raises `RefusedError` where
    nothing is kept."""
    kept = Affiliation.objects.filter(person=person).first()
    if kept is None:
        raise RefusedError(refusals.NOT_DECLARED)
    return seal().opened(kept.words_sealed)
