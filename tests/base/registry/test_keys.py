"""Keys: who makes them, what they open, and when they no longer do."""

import hashlib
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from birlik.base.charter.actions import load_charter
from birlik.base.journal.queries import last_entry
from birlik.base.registry import rules
from birlik.base.registry.actions import (
    appoint,
    found_office,
    issue_key,
    open_account,
    renew_key,
    revoke_key,
)
from birlik.base.registry.models import AccessKey, Account, Appointment, Structure
from birlik.base.registry.queries import appointments_of, key_of, keys_of, seats
from birlik.base.values.actor import Actor, Grant
from birlik.base.values.local_text import LocalText
from birlik.base.values.refused import RefusedError

pytestmark = pytest.mark.django_db
AT = datetime(2026, 1, 1, tzinfo=UTC)
SYSTEM = Actor.system()
CHARTER = """
office_kind:
  executor:
    - {kk: орындаушы, ru: исполнитель, en: executor, from: 2020-01-01, ground: x,
       powers: {plans.read: structure}}
"""


@pytest.fixture
def held() -> Appointment:
    """An appointment until 1 June 2026, of a person with an account."""
    load_charter(SYSTEM, None, at=AT, content=CHARTER.encode())
    structure = Structure.objects.create(kind="ministry", name_kk="Министрлік")
    office = found_office(SYSTEM, structure, at=AT, kind="executor", name=LocalText("о", "и", "e"))
    account = open_account(
        SYSTEM, None, at=AT, full_name="А. Адам", email="a@birlik.example", password_hash="!"
    )
    return appoint(
        SYSTEM,
        office,
        at=AT,
        person=account.person,
        valid_from=date(2025, 1, 1),
        valid_until=date(2026, 6, 1),
        ground="test",
    )


def actor_of(held: Appointment, **changed: int) -> Actor:
    """The person in the appointment."""
    given = {"account_id": held.person.account.pk, "appointment_id": held.pk, **changed}
    return Actor(label="executor", **given)


def test_a_key_opens_in_the_name_of_its_appointment(held: Appointment) -> None:
    """The secret gives the actor with the powers of the office, for its own kind alone."""
    key, secret = issue_key(actor_of(held), held, at=AT, kind="calendar", name="телефон")
    found = key_of(secret, "calendar", AT)
    assert found == (
        key,
        Actor(
            held.person.account.pk,
            held.pk,
            "о",
            frozenset({Grant("plans.read", structure_id=held.office.structure_id)}),
        ),
    )
    assert key_of(secret, "api", AT) is None
    assert key_of(secret + "x", "calendar", AT) is None
    assert key_of("", "calendar", AT) is None
    assert list(keys_of(actor_of(held), "calendar")) == [key]
    assert not keys_of(actor_of(held), "api").exists()


def test_only_the_digest_of_a_secret_is_kept(held: Appointment) -> None:
    """A secret has 256 bits; the table holds its SHA-256, and the journal neither it nor the name
    that the person gave the key."""
    key, secret = issue_key(actor_of(held), held, at=AT, kind="api", name="Айгүлдің бағдарламасы")
    assert len(secret) == 43
    key.refresh_from_db()
    assert key.digest == hashlib.sha256(secret.encode()).hexdigest()
    text = last_entry("key.issued").text
    assert secret not in text
    assert key.digest not in text
    assert "Айгүл" not in text
    other, _secret = issue_key(actor_of(held), held, at=AT, kind="api", name="x")
    assert other.digest != key.digest


def test_a_renewed_key_replaces_the_old_one_at_once(held: Appointment) -> None:
    """After a renewal the new secret opens and the old one opens nothing; kind and name stay."""
    key, old = issue_key(actor_of(held), held, at=AT, kind="calendar", name="телефон")
    made, new = renew_key(actor_of(held), key, at=AT)
    assert key_of(old, "calendar", AT) is None
    assert key_of(new, "calendar", AT)[0] == made
    assert (made.kind, made.name) == ("calendar", "телефон")
    assert last_entry("key.renewed").subject == str(key.pk)


def test_a_revoked_key_opens_nothing(held: Appointment) -> None:
    """Revoking ends a key at once; it cannot be revoked or renewed again."""
    key, secret = issue_key(actor_of(held), held, at=AT, kind="calendar")
    revoke_key(actor_of(held), key, at=AT)
    assert key_of(secret, "calendar", AT) is None
    assert not keys_of(actor_of(held), "calendar").exists()
    for again in (revoke_key, renew_key):
        with pytest.raises(RefusedError) as refused:
            again(actor_of(held), key, at=AT)
        assert refused.value.reason == rules.REVOKED_KEY
    assert AccessKey.objects.count() == 1


def test_a_key_ends_with_the_appointment_and_with_the_account(held: Appointment) -> None:
    """From the day on which the appointment is over, or once the account is closed, a key opens
    nothing."""
    _key, secret = issue_key(actor_of(held), held, at=AT, kind="calendar")
    last = datetime(2026, 5, 31, 18, 59, tzinfo=UTC)
    assert key_of(secret, "calendar", last)
    assert key_of(secret, "calendar", last + timedelta(minutes=1)) is None
    Account.objects.update(is_active=False)
    assert key_of(secret, "calendar", AT) is None


def test_an_office_ends_with_its_body(held: Appointment) -> None:
    """From the day on which a body no longer exists nobody acts in its offices, by hand or by key,
    though nobody ended the appointments."""
    _key, secret = issue_key(actor_of(held), held, at=AT, kind="api")
    Structure.objects.filter(pk=held.office.structure_id).update(closed_on=date(2026, 3, 1))
    last, first = datetime(2026, 2, 28, 12, tzinfo=UTC), datetime(2026, 3, 1, 12, tzinfo=UTC)
    account = held.person.account
    assert key_of(secret, "api", last)
    assert key_of(secret, "api", first) is None
    assert list(appointments_of(account, on=last.date())) == [held]
    assert not appointments_of(account, on=first.date())
    assert [one.account for one in seats(on=last.date())] == [account.pk]
    assert seats(on=first.date()) == ()


def test_keys_are_made_for_ones_own_office_alone(held: Appointment) -> None:
    """Nobody makes a key for an office in which somebody else acts, without an office, or before
    the second factor that it demands."""
    for actor, why in (
        (actor_of(held, appointment_id=held.pk + 1), rules.NOT_YOUR_KEY),
        (actor_of(held, appointment_id=None), rules.NO_OFFICE),
        (replace(actor_of(held), awaits_second_factor=True), rules.FACTOR_FIRST),
    ):
        with pytest.raises(RefusedError) as refused:
            issue_key(actor, held, at=AT, kind="calendar")
        assert refused.value.reason == why
    assert issue_key(SYSTEM, held, at=AT, kind="calendar")[0].account == held.person.account


def test_nobody_touches_anothers_key(held: Appointment) -> None:
    """Another account can neither revoke nor renew a key; nor can who has not signed in."""
    key, secret = issue_key(actor_of(held), held, at=AT, kind="calendar")
    for account in (held.person.account.pk + 1, 0):
        for verb in (revoke_key, renew_key):
            with pytest.raises(RefusedError) as refused:
                verb(actor_of(held, account_id=account), key, at=AT)
            assert refused.value.reason == rules.NOT_YOUR_KEY
    assert not rules.may_keep_key(actor_of(held, account_id=0), None, AT)
    assert key_of(secret, "calendar", AT)
