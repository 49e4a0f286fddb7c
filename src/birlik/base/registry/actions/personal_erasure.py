"""Erasing a person on the person's request: what law does not oblige to keep goes for good."""

from datetime import date, datetime

from allauth.mfa.models import Authenticator
from django.db.models import Q

from birlik.base.journal.action import action, note
from birlik.base.registry.actions.wording import note_words
from birlik.base.registry.models import (
    AccessKey,
    Account,
    Affiliation,
    Consent,
    Digest,
    Enrolment,
    Merge,
    Notice,
    Person,
    PersonalRecord,
)
from birlik.base.registry.queries.personal import (
    entries_of,
    offices_not_over,
    offices_of,
    places_in_registers,
)
from birlik.base.registry.queries.personal_whole import erasure_of
from birlik.base.registry.refusals.personal import DAY_TO_COME, ERASURE_CHANGED, HOLDS_OFFICE
from birlik.base.registry.rules.people import may_keep_person
from birlik.base.values.actor import Actor
from birlik.base.values.clock import day_of
from birlik.base.values.collation import sort_key
from birlik.base.values.local_text import LocalText
from birlik.base.values.refused import RefusedError


@action(
    "person.erased",
    may=may_keep_person,
    label=LocalText(
        "Адамның дербес деректері жойылды",
        "Персональные данные лица удалены",
        "Personal data of a person erased",
    ),
    withheld=("seen",),
)
def erase_person(_by: Actor, person: Person, /, *, at: datetime, asked_on: date, seen: str) -> None:
    """Erase a person on a request of the day `asked_on`; `seen` is the `Erasure.seen` that was
    looked at.

    Appointments stay with their grounds, and with them the official name: without it a record of
    office tells nothing. Raises `RefusedError` while an office is held, for a request of a day to
    come, and where the erasure would do something else than was seen.
    """
    if asked_on > day_of(at):
        raise RefusedError(DAY_TO_COME)
    if offices_not_over(person, on=day_of(at)).exists():
        raise RefusedError(HOLDS_OFFICE)
    planned = erasure_of(person)
    if planned.seen != seen:
        raise RefusedError(ERASURE_CHANGED)
    entries = list(entries_of(person))
    end_places(person, on=day_of(at))
    close_accounts(entries, at)
    for model in (Affiliation, Consent, PersonalRecord):
        model.objects.filter(person__in=entries).delete()
    merged = Merge.objects.filter(Q(kept_person__in=entries) | Q(dropped_person__in=entries))
    merged.update(kept={}, moved=[])
    for one in entries:
        unname(one, at, keep_name=offices_of(person).exists())
    note_words(people=entries)
    note(erased=[name.en for name, _count in planned.goes], offices_kept=planned.offices)


def end_places(person: Person, *, on: date) -> None:
    """End every place in a register on a day, with what its line said; one that is still to begin
    is deleted."""
    places_in_registers(person).filter(valid_from__gte=on).delete()
    left = places_in_registers(person)
    left.filter(Q(valid_until=None) | Q(valid_until__gt=on)).update(valid_until=on)
    Enrolment.objects.filter(pk__in=left.values("pk")).update(number="", particulars={}, ground="")


def close_accounts(people: list[Person], at: datetime) -> None:
    """Close the accounts of people for good: no address, no password, no keys, nothing told."""
    for account in Account.objects.filter(person__in=people):
        account.email = f"erased-{account.pk}@birlik.invalid"
        account.is_active = False
        account.set_unusable_password()
        account.save()
        AccessKey.objects.filter(account=account, revoked_at=None).update(revoked_at=at)
        AccessKey.objects.filter(account=account).update(name="")
        Authenticator.objects.filter(user=account).delete()
        for told in (Notice, Digest):
            told.objects.filter(account=account).delete()


def unname(person: Person, at: datetime, *, keep_name: bool) -> None:
    """Leave of a person the row that papers point at, and the official name where an office was
    held."""
    person.full_name = person.full_name if keep_name else ""
    person.full_name_ru = person.full_name_latin = ""
    person.languages = person.fields = ()
    person.sort_key = sort_key(person.full_name)
    person.erased_at = at
    person.save()
