"""Consents, declared affiliation, a person's own extract, erasure, and sealing anew."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from cryptography.fernet import InvalidToken

from birlik.base.journal.models import Entry
from birlik.base.journal.queries import last_entry
from birlik.base.registry.actions import (
    end_appointment,
    give_notices,
    issue_key,
    open_account,
)
from birlik.base.registry.actions.notices import NoticeRow
from birlik.base.registry.actions.people import correct_person, see_restricted
from birlik.base.registry.actions.personal import (
    declare_affiliation,
    enter_consent,
    see_affiliation,
    withdraw_consent,
)
from birlik.base.registry.actions.personal_erasure import erase_person
from birlik.base.registry.actions.personal_extract import draw_extract
from birlik.base.registry.actions.personal_reseal import reseal
from birlik.base.registry.engine.people import PersonRow, SeenFor
from birlik.base.registry.models import (
    Account,
    Affiliation,
    Appointment,
    BroughtFile,
    Consent,
    Enrolment,
    Notice,
    Person,
    PersonalRecord,
    Posting,
)
from birlik.base.registry.queries.people import people_as_of, person_with_iin
from birlik.base.registry.queries.personal import (
    affiliation_kept,
    consent_in_force,
    consent_numbered,
    consents_of,
)
from birlik.base.registry.queries.personal_whole import erasure_of
from birlik.base.registry.refusals import people as people_refusals
from birlik.base.registry.refusals import personal as refusals
from birlik.base.registry.seals import seal
from birlik.base.values.actor import Actor
from birlik.base.values.local_text import LocalText
from birlik.base.values.refused import RefusedError
from tests.base.registry.world import (
    AT,
    SYSTEM,
    TODAY,
    World,
    enrolled,
    seat,
    world,
)

pytestmark = pytest.mark.django_db
DECLARED = "ТАЙПАСЫБЕЛГІ"
TOMORROW = TODAY + timedelta(days=1)


@pytest.fixture(name="laid")
def _laid() -> World:
    return world()


def refused(reason: LocalText) -> "pytest.RaisesContext[RefusedError]":
    """The refusal for a reason."""
    return pytest.raises(RefusedError, match=reason.en.split(".")[0])


def consented(person: Person, purpose: str = "affiliation") -> Consent:
    """A consent given last year."""
    return enter_consent(
        SYSTEM, person, at=AT, purpose=purpose, given_on=date(2025, 5, 1), ground="өтініш № 7"
    )


def declared(person: Person) -> None:
    """An affiliation that the person declared."""
    declare_affiliation(SYSTEM, person, at=AT, words=DECLARED, declared_on=date(2025, 5, 1))


def erased(person: Person, by: Actor = SYSTEM) -> None:
    """The person erased, having seen what goes."""
    erase_person(by, person, at=AT, asked_on=TODAY, seen=erasure_of(person).seen)


def test_consent_is_entered_and_withdrawn(laid: World) -> None:
    """A consent stands from its day until it is withdrawn, and is found among the person's own."""
    person, by = laid.abai.person, laid.secretary(laid.abai)
    made = enter_consent(by, person, at=AT, purpose="public_mediators", given_on=TODAY)
    assert consent_in_force(person, "public_mediators") == made
    assert consent_numbered(made.pk, person) == made
    assert consent_numbered(made.pk, laid.akmola.person) is None
    withdraw_consent(by, made, at=AT, on=TODAY)
    assert consent_in_force(person, "public_mediators") is None
    assert [one.withdrawn_on for one in consents_of(person)] == [TODAY]


@pytest.mark.parametrize(
    ("purpose", "given_on", "reason"),
    [
        ("advertising", TODAY, refusals.UNKNOWN_PURPOSE),
        ("contact", TOMORROW, refusals.DAY_TO_COME),
        ("affiliation", TODAY, refusals.CONSENT_STANDS),
    ],
)
def test_unfit_consent_is_refused(
    laid: World, purpose: str, given_on: date, reason: LocalText
) -> None:
    """A purpose the charter lacks, a day to come, and a second consent to one purpose."""
    consented(laid.abai.person)
    with refused(reason):
        enter_consent(SYSTEM, laid.abai.person, at=AT, purpose=purpose, given_on=given_on)


def test_withdrawal_is_refused_where_it_makes_no_sense(laid: World) -> None:
    """Before the consent, in the future, twice, and by who does not keep the record."""
    made = consented(laid.abai.person)
    with refused(refusals.BEFORE_IT_WAS_GIVEN):
        withdraw_consent(SYSTEM, made, at=AT, on=date(2025, 4, 30))
    with refused(refusals.DAY_TO_COME):
        withdraw_consent(SYSTEM, made, at=AT, on=TOMORROW)
    with refused(people_refusals.NOT_YOUR_PERSON):
        withdraw_consent(laid.secretary(laid.akmola), made, at=AT, on=TODAY)
    withdraw_consent(SYSTEM, made, at=AT, on=TODAY)
    with refused(refusals.WITHDRAWN_ALREADY):
        withdraw_consent(SYSTEM, made, at=AT, on=TODAY)


def test_affiliation_rests_on_a_consent_and_goes_with_it(laid: World) -> None:
    """What a person declares is sealed, its view journalled; a withdrawn consent deletes it."""
    person, by = laid.abai.person, laid.secretary(laid.abai)
    with refused(refusals.CONSENT_NEEDED):
        declared(person)
    made = consented(person)
    with refused(refusals.WORDS_NEEDED):
        declare_affiliation(by, person, at=AT, words=" ", declared_on=TODAY)
    with refused(refusals.DAY_TO_COME):
        declare_affiliation(by, person, at=AT, words="x", declared_on=TOMORROW)
    declared(person)
    declared(person)
    kept = affiliation_kept(person)
    assert kept
    assert DECLARED not in kept.words_sealed
    assert see_affiliation(by, person, at=AT, purpose=SeenFor.REQUEST) == DECLARED
    entry = last_entry("affiliation.seen")
    assert entry
    assert '"purpose":"request"' in entry.text
    withdraw_consent(by, made, at=AT, on=TODAY)
    assert not Affiliation.objects.exists()
    with refused(refusals.NOT_DECLARED):
        see_affiliation(by, person, at=AT, purpose=SeenFor.REQUEST)
    assert not Entry.objects.filter(text__contains=DECLARED).exists()


def test_extract_holds_everything_that_is_kept(laid: World) -> None:
    """Names, number and contacts, consents, affiliation, offices, registers, account, and who
    looked at what is restricted; the journal says that it was drawn, not what it says."""
    person, by = laid.abai.person, laid.secretary(laid.abai)
    consented(person)
    declared(person)
    enrolled(person, "mediators", structure=laid.abai.house, topics="отбасы", until=TOMORROW)
    enrolled(person, "unheard_of", territory=laid.abai.territory)
    account = Account.objects.create(person=person, email="own@birlik.example", password="!")
    issue_key(
        SYSTEM, Appointment.objects.get(person=person), at=AT, kind="calendar", name="телефоным"
    )
    see_restricted(by, person, at=AT, purpose=SeenFor.CONTACT)
    lines = draw_extract(by, person, at=AT, asked_on=TODAY)
    text = "\n".join(
        f"{one.what.ru}: {one.value.ru if isinstance(one.value, LocalText) else one.value}"
        for one in lines
    )
    iin = seal().opened(PersonalRecord.objects.get(person=person).iin_sealed)
    for words in (
        "Фамилия, имя, отчество: Нұрланов Айбек Абай",
        "Территория, где ведется запись: область Абай",
        "Языки: казахский язык, русский язык",
        f"ИИН: {iin}",
        "Телефон: +7700MARK1",
        "Электронная почта: mark1@restricted.example",
        f"{DECLARED} (01.05.2025)",
        "01.05.2025 – … өтініш № 7",
        "association_head: Абай бірлестігі, 01.01.2024 – …, бұйрық",
        "медиаторы: 01.01.2025 – 20.11.2026; Абай Достық үйі; topics: отбасы",
        "unheard_of: 01.01.2025 – …",
        "Адрес для входа: own@birlik.example",
        "телефоным (20.11.2026)",
        "Чтобы связаться с лицом: 20.11.2026, secretary",
    ):
        assert words in text
    assert account
    entry = last_entry("person.extract_drawn")
    assert entry
    assert f'"lines":{len(lines)}' in entry.text
    assert "MARK1" not in entry.text
    assert "Для выписки лицу" in [
        one.what.ru for one in draw_extract(by, person, at=AT, asked_on=TODAY)
    ]
    with refused(refusals.DAY_TO_COME):
        draw_extract(by, person, at=AT, asked_on=TOMORROW)


def test_extract_of_somebody_of_the_republic(laid: World) -> None:
    """A record that no territory keeps says that the republic does."""
    lines = draw_extract(SYSTEM, laid.official, at=AT, asked_on=TODAY)
    assert "Республика" in [one.value.ru for one in lines if isinstance(one.value, LocalText)]


def test_erasure_leaves_what_law_obliges_to_keep(laid: World) -> None:
    """Who held an office keeps the name and the appointments; number, contacts, consents,
    affiliation, other names, languages, keys, notices and lines of registers go, and the account is
    closed."""
    person, by = laid.abai.person, laid.secretary(laid.abai)
    row = PersonRow(person.full_name, "Нурланов", "Nurlanov", "100000000", ("kk",), ("culture",))
    correct_person(SYSTEM, person, at=AT, row=row)
    consented(person)
    declared(person)
    account = Account.objects.create(person=person, email="own@birlik.example", password="!")
    held = Appointment.objects.get(person=person)
    issue_key(SYSTEM, held, at=AT, kind="calendar", name="телефоным")
    Authenticator.objects.create(user=account, type=Authenticator.Type.TOTP, data={})
    told = NoticeRow(account.pk, "k", LocalText("а", "б", "c"), "/")
    give_notices(SYSTEM, None, at=AT, about="x", rows=[told])
    lasting = enrolled(person, "mediators", structure=laid.abai.house, topics="отбасы")
    enrolled(person, "experts", since=TOMORROW)
    with refused(refusals.HOLDS_OFFICE):
        erased(person, by)
    end_appointment(SYSTEM, held, at=AT, on=TODAY)
    erased(person, by)
    person.refresh_from_db()
    account.refresh_from_db()
    lasting.refresh_from_db()
    assert (person.full_name, person.full_name_ru) == ("Нұрланов Айбек Абай", "")
    assert (person.full_name_latin, person.languages, person.fields) == ("", (), ())
    assert person.erased_at == AT
    assert Appointment.objects.filter(person=person).count() == 1
    for model in (PersonalRecord, Consent, Affiliation):
        assert not model.objects.filter(person=person).exists()
    assert (account.email, account.is_active) == (f"erased-{account.pk}@birlik.invalid", False)
    assert not account.has_usable_password()
    assert not Notice.objects.filter(account=account).exists()
    assert not Authenticator.objects.filter(user=account).exists()
    assert [(one.revoked_at, one.name) for one in account.keys.all()] == [(AT, "")]
    assert (lasting.valid_until, lasting.particulars) == (TODAY, {})
    assert Enrolment.objects.filter(person=person).count() == 1
    assert person not in people_as_of(TODAY)
    assert not Posting.objects.filter(person=person).exists()
    entry = last_entry("person.erased")
    assert entry
    assert '"offices_kept":1' in entry.text
    with refused(people_refusals.ERASED):
        erased(person)


def test_erasure_takes_the_name_of_who_never_held_an_office(laid: World) -> None:
    """Nothing obliges to keep a name that no office bears: it goes, with those of the entries that
    were found to be the same person's."""
    person = laid.abai.villager
    other = Person.objects.create(full_name="Ким В.", duplicate_of=person)
    erased(person)
    assert set(Person.objects.filter(erased_at=AT).values_list("pk", "full_name")) == {
        (person.pk, ""),
        (other.pk, ""),
    }


def test_erasure_does_what_was_seen_or_nothing(laid: World) -> None:
    """Where the record changed after it was looked at, nothing is erased; nor for a request of a
    day to come, nor by who does not keep the record."""
    person = laid.abai.villager
    seen = erasure_of(person).seen
    consented(person)
    with refused(refusals.ERASURE_CHANGED):
        erase_person(SYSTEM, person, at=AT, asked_on=TODAY, seen=seen)
    with refused(refusals.DAY_TO_COME):
        erase_person(SYSTEM, person, at=AT, asked_on=TOMORROW, seen=seen)
    with refused(people_refusals.NOT_YOUR_PERSON):
        erased(person, laid.secretary(laid.akmola))
    person.refresh_from_db()
    assert person.erased_at is None


def test_office_to_come_keeps_from_erasure(laid: World) -> None:
    """Who is to hold an office is not erased before it."""
    seat(laid.abai.villager, laid.abai.house, "executor", since=TOMORROW)
    with refused(refusals.HOLDS_OFFICE):
        erased(laid.abai.villager)


def test_everything_is_sealed_with_the_newest_secret(laid: World, settings: Any) -> None:
    """After a new secret everything still opens and numbers are found; sealed anew it opens with
    the new secret alone, and numbers are found by it."""
    person = laid.abai.person
    consented(person)
    declared(person)
    iin = seal().opened(PersonalRecord.objects.get(person=person).iin_sealed)
    brought = BroughtFile.objects.create(
        kind="people", name="x", digest="x", size=2, content_sealed=seal().sealed_bytes(b"PK"),
        brought_at=AT,
    )  # fmt: skip
    settings.PERSONAL_SECRETS = ("new secret", *settings.PERSONAL_SECRETS)
    assert person_with_iin(iin) == person
    # Four numbers, one affiliation, one file.
    assert reseal(SYSTEM, None, at=AT) == 6
    settings.PERSONAL_SECRETS = ("new secret",)
    assert person_with_iin(iin) == person
    assert seal().opened(Affiliation.objects.get().words_sealed) == DECLARED
    brought.refresh_from_db()
    assert seal().opened_bytes(bytes(brought.content_sealed or b"")) == b"PK"


def test_nothing_is_sealed_anew_without_the_old_secret(laid: World, settings: Any) -> None:
    """With a secret that opens nothing the whole is refused, and every row stays as it was."""
    before = set(PersonalRecord.objects.values_list("iin_sealed", flat=True))
    settings.PERSONAL_SECRETS = ("another",)
    with pytest.raises(InvalidToken):
        reseal(SYSTEM, None, at=AT)
    assert set(PersonalRecord.objects.values_list("iin_sealed", flat=True)) == before


def test_only_the_installation_seals_anew(laid: World) -> None:
    """No office has personal data sealed anew."""
    with refused(refusals.ONLY_INSTALLATION):
        reseal(laid.actor("keeper"), None, at=AT)


def test_account_of_nobody_erased_stays(laid: World) -> None:
    """The erasure of one person closes nobody else's account."""
    other = open_account(
        SYSTEM, None, at=datetime(2026, 1, 1, tzinfo=UTC), full_name="Б", email="b@x.kz",
        password_hash="!",
    )  # fmt: skip
    erased(laid.abai.villager)
    other.refresh_from_db()
    assert other.is_active
