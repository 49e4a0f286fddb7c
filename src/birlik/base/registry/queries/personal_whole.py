"""Everything that is kept about one person, for the person's own extract and before erasure."""

import json
from collections.abc import Iterator
from datetime import date

from django.db.models import QuerySet

from birlik.base.charter.models import Catalogue
from birlik.base.charter.queries import named_items, register_cards
from birlik.base.journal.queries import history
from birlik.base.registry.engine import personal as words
from birlik.base.registry.engine.people import SEEN_FOR
from birlik.base.registry.engine.personal import Erasure, ExtractLine, Value, among, term
from birlik.base.registry.models import Account, Affiliation, Consent, Digest, Notice, Person
from birlik.base.registry.models import PersonalRecord as Kept
from birlik.base.registry.queries.personal import entries_of, offices_of, places_in_registers
from birlik.base.registry.seals import seal
from birlik.base.values.local_text import LocalText

VIEWED = ("person.restricted_seen", "affiliation.seen", "person.extract_drawn")
"""The actions of the journal by which somebody saw what is kept apart."""


def erasure_of(person: Person) -> Erasure:
    """What erasing a person would do now."""
    entries = list(entries_of(person))
    numbers = [one.pk for one in entries]
    kept = list(Kept.objects.filter(person__in=numbers))
    offices = offices_of(person).count()
    accounts = Account.objects.filter(person__in=numbers)
    counts = (
        (words.FULL_NAME, 0 if offices else len(entries)),
        (words.NAME_RU, sum(bool(one.full_name_ru) for one in entries)),
        (words.NAME_LATIN, sum(bool(one.full_name_latin) for one in entries)),
        (words.LANGUAGES_KNOWN, sum(len(one.languages) for one in entries)),
        (words.FIELDS, sum(len(one.fields) for one in entries)),
        (words.IIN, sum(bool(one.iin_sealed) for one in kept)),
        (words.PHONE, sum(bool(one.phone) for one in kept)),
        (words.EMAIL, sum(bool(one.email) for one in kept)),
        (words.CONSENTS, Consent.objects.filter(person__in=numbers).count()),
        (words.AFFILIATION_DECLARED, Affiliation.objects.filter(person__in=numbers).count()),
        (words.REGISTERS, places_in_registers(person).count()),
        (words.ACCOUNT, accounts.count()),
        (words.NOTICES, told(accounts)),
    )
    return Erasure(tuple(one for one in counts if one[1]), offices)


def told(accounts: "QuerySet[Account]") -> int:
    """How many notices and digests accounts were given."""
    given = Notice.objects.filter(account__in=accounts).count()
    return given + Digest.objects.filter(account__in=accounts).count()


def extract_of(person: Person, *, on: date) -> list[ExtractLine]:
    """Every line of the person's own extract, opened."""
    return [
        *lines_of_person(person, on),
        *lines_apart(person),
        *lines_of_consents(person, on),
        *lines_of_offices(person),
        *lines_of_registers(person, on),
        *lines_of_account(person),
        *lines_of_views(person),
        ExtractLine(words.BESIDES, words.ACTS_OF_OFFICE, words.ACTS_KEPT),
    ]


def lines_of_person(person: Person, on: date) -> Iterator[ExtractLine]:
    """Names, territory, languages and fields; names of other entries too."""
    languages = named_items(Catalogue.LANGUAGE, on=on)
    fields = named_items(Catalogue.WORK_FIELD, on=on)
    for one in entries_of(person).select_related("territory"):
        values: tuple[tuple[LocalText, Value], ...] = (
            (words.FULL_NAME, one.full_name),
            (words.NAME_RU, one.full_name_ru),
            (words.NAME_LATIN, one.full_name_latin),
            (words.TERRITORY, one.territory.name if one.territory else words.REPUBLIC),
            (words.LANGUAGES_KNOWN, among(one.languages, languages) if one.languages else ""),
            (words.FIELDS, among(one.fields, fields) if one.fields else ""),
        )
        yield from (ExtractLine(words.PERSON, what, value) for what, value in values if value)


def lines_apart(person: Person) -> Iterator[ExtractLine]:
    """Number, contacts and declared affiliation."""
    entries = entries_of(person).values("pk")
    for one in Kept.objects.filter(person__in=entries):
        values = (
            (words.IIN, seal().opened(one.iin_sealed)),
            (words.PHONE, one.phone),
            (words.EMAIL, one.email),
        )
        yield from (ExtractLine(words.APART, what, value) for what, value in values if value)
    for declared in Affiliation.objects.filter(person__in=entries):
        said = seal().opened(declared.words_sealed)
        value = f"{said} ({declared.declared_on:%d.%m.%Y})"
        yield ExtractLine(words.APART, words.AFFILIATION_DECLARED, value)


def lines_of_consents(person: Person, on: date) -> Iterator[ExtractLine]:
    """What the person agreed to, from when to when, and which paper shows it."""
    names = named_items(Catalogue.PURPOSE, on=on)
    for one in Consent.objects.filter(person__in=entries_of(person).values("pk")):
        ends = "…" if one.withdrawn_on is None else f"{one.withdrawn_on:%d.%m.%Y}"
        value = f"{one.given_on:%d.%m.%Y} – {ends} {one.ground}".strip()
        yield ExtractLine(words.CONSENTS, among((one.purpose,), names), value)


def lines_of_offices(person: Person) -> Iterator[ExtractLine]:
    """Every office with its body, term and ground."""
    for one in offices_of(person):
        value = f"{one.office.structure}, {term(one.valid_from, one.valid_until)}, {one.ground}"
        yield ExtractLine(words.OFFICES, one.office.name, value)


def lines_of_registers(person: Person, on: date) -> Iterator[ExtractLine]:
    """Every place in a register with what its line says."""
    cards = register_cards(on=on)
    for one in places_in_registers(person):
        card = cards.get(one.register)
        name = card.name if card else LocalText(one.register, one.register, one.register)
        parts = (
            term(one.valid_from, one.valid_until),
            one.number,
            str(one.structure or one.territory or ""),
            one.ground,
            *(f"{key}: {value}" for key, value in one.particulars.items()),
        )
        yield ExtractLine(words.REGISTERS, name, "; ".join(filter(None, parts)))


def lines_of_account(person: Person) -> Iterator[ExtractLine]:
    """The address of sign-in, the names of keys, and how much was told to the account."""
    for account in Account.objects.filter(person__in=entries_of(person).values("pk")):
        yield ExtractLine(words.ACCOUNT, words.ADDRESS, account.email)
        for key in account.keys.all():
            yield ExtractLine(words.ACCOUNT, words.KEY, f"{key.name} ({key.made_at:%d.%m.%Y})")
        count = told(Account.objects.filter(pk=account.pk))
        yield ExtractLine(words.ACCOUNT, words.NOTICES, str(count))


def lines_of_views(person: Person) -> Iterator[ExtractLine]:
    """Who saw what is kept apart, as the journal has it: in which office, when, and for what."""
    names = {str(code): name for code, name in SEEN_FOR.items()}
    for one in entries_of(person):
        for entry in history(one).filter(action__in=VIEWED):
            purpose = json.loads(entry.text)["given"].get("purpose", "")
            said = names.get(purpose, words.EXTRACT)
            yield ExtractLine(words.VIEWS, said, f"{entry.at:%d.%m.%Y}, {entry.actor}")
