"""Who answers in an office while its holder is absent."""

from datetime import UTC, date, datetime, timedelta

import pytest

from birlik.base.registry.actions import appoint, found_office, open_account
from birlik.base.registry.models import Account, Appointment, Office, Structure
from birlik.base.registry.queries import seats
from birlik.base.registry.queries.absence import Answering, answering_people, answering_person
from birlik.base.values.actor import Actor
from birlik.base.values.local_text import LocalText

pytestmark = pytest.mark.django_db
AT = datetime(2026, 7, 1, 5, tzinfo=UTC)
SYSTEM = Actor.system()
SINCE = date(2026, 1, 1)
AWAY, BACK = date(2026, 7, 6), date(2026, 7, 20)


def person(name: str) -> Account:
    """Somebody with an account."""
    return open_account(
        SYSTEM, None, at=AT, full_name=name, email=f"{name}@x.kz", password_hash="!"
    )


def office(name: str = "Office", phone: str = "") -> Office:
    """A seat in a body of its own."""
    body = Structure.objects.create(kind="ministry", name_kk=name)
    found = found_office(SYSTEM, body, at=AT, kind="executor", name=LocalText(name, name, name))
    found.phone = phone
    found.save()
    return found


def seated(account: Account, seat: Office, *, since: date = SINCE) -> Appointment:
    """The account's person appointed to an office in full."""
    return appoint(SYSTEM, seat, at=AT, person=account.person, valid_from=since, ground="order")


def standing_in(account: Account, absent: Appointment) -> Appointment:
    """The account's person standing for an absent holder while away."""
    return Appointment.objects.create(
        person=account.person, office=absent.office, valid_from=AWAY, valid_until=BACK,
        acting=True, stands_for=absent, ground="order 5",
    )  # fmt: skip


def test_substitute_answers_from_the_first_day_to_the_last() -> None:
    """Before the absence and after it the holder answers by the office's telephone, and during it
    the substitute."""
    seat = office(phone="74-00-00")
    standing_in(person("Substitute"), seated(person("Holder"), seat))
    days = (AWAY - timedelta(1), AWAY, BACK - timedelta(1), BACK)
    assert [answering_person(seat, day) for day in days] == [
        Answering("Holder", "74-00-00", acting=False),
        Answering("Substitute", "74-00-00", acting=True),
        Answering("Substitute", "74-00-00", acting=True),
        Answering("Holder", "74-00-00", acting=False),
    ]


def test_office_of_several_names_the_one_who_holds_it_longest() -> None:
    """Of two holders the one appointed first answers; a vacant office has nobody."""
    seat, vacant = office(), office("Vacant")
    seated(person("Newer"), seat, since=date(2026, 3, 1))
    seated(person("Older"), seat)
    found = answering_people((seat.pk, vacant.pk), on=AWAY)
    assert {number: one.name for number, one in found.items()} == {seat.pk: "Older"}
    assert answering_person(vacant, AWAY) is None


def test_seats_name_the_substitute_instead_of_the_absent() -> None:
    """While somebody stands for the holder, those who are told are the substitute alone; then the
    holder again."""
    holder, other = person("Holder"), person("Substitute")
    standing_in(other, seated(holder, office()))
    assert [one.account for one in seats(on=AWAY)] == [other.pk]
    assert [one.account for one in seats(on=BACK)] == [holder.pk]
