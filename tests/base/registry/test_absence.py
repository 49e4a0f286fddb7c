"""Who answers in an office while its holder is absent."""

from datetime import UTC, date, datetime, timedelta

import pytest

from birlik.base.registry import refusals
from birlik.base.registry.actions import (
    appoint,
    end_appointment,
    found_office,
    open_account,
    substitute,
)
from birlik.base.registry.models import Account, Appointment, Office, Structure
from birlik.base.registry.queries import appointments_of, seats
from birlik.base.registry.queries.absence import (
    Answering,
    answering_people,
    answering_person,
    colleagues,
    holders_to_replace,
    people_told,
    standing_in,
    substitutions,
    substitutions_by,
    substitutions_for,
)
from birlik.base.values.actor import Actor
from birlik.base.values.local_text import LocalText
from birlik.base.values.refused import RefusedError

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


def stands_in(account: Account, absent: Appointment) -> Appointment:
    """The account's person standing for an absent holder while away."""
    return Appointment.objects.create(
        person=account.person, office=absent.office, valid_from=AWAY, valid_until=BACK,
        acting=True, stands_for=absent, ground="order 5",
    )  # fmt: skip


def test_substitute_answers_from_the_first_day_to_the_last() -> None:
    """Before the absence and after it the holder answers by the office's telephone, and during it
    the substitute."""
    seat = office(phone="74-00-00")
    stands_in(person("Substitute"), seated(person("Holder"), seat))
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
    stands_in(other, seated(holder, office()))
    assert [one.account for one in seats(on=AWAY)] == [other.pk]
    assert [one.account for one in seats(on=BACK)] == [holder.pk]


def holder_and_substitute() -> tuple[Appointment, Account]:
    """The holder of an office, and somebody of the same body."""
    held = seated(person("Holder"), office())
    other = person("Substitute")
    beside = found_office(
        SYSTEM, held.office.structure, at=AT, kind="executor", name=LocalText("b", "b", "b")
    )
    seated(other, beside)
    return held, other


def substituted(
    held: Appointment,
    other: Account,
    *,
    by: Actor = SYSTEM,
    first: date = AWAY,
    until: date = BACK,
    ground: str = "№ 5",
) -> Appointment:
    """The substitution while the holder is away."""
    return substitute(
        by, held, at=AT, person=other.person, valid_from=first, valid_until=until, ground=ground
    )


def who(seat: Office, day: date) -> str:
    """Who answers in an office."""
    found = answering_person(seat, day)
    return found.name if found else ""


def test_substitution_by_the_holder() -> None:
    """Before, the holder answers on every day; by an order of the holder, the colleague does while
    the holder is away, with the powers of the office, and the holder keeps them."""
    held, other = holder_and_substitute()
    assert who(held.office, AWAY) == "Holder"
    holder = held.person.account
    made = substituted(held, other, by=Actor(holder.pk, held.pk, "holder"))
    assert (made.acting, made.stands_for, made.ground) == (True, held, "№ 5")
    days = (AWAY - timedelta(1), AWAY, BACK)
    assert [who(held.office, day) for day in days] == ["Holder", "Substitute", "Holder"]
    assert list(appointments_of(holder, on=AWAY)) == [held]
    assert made in appointments_of(other, on=AWAY)
    assert [one.appointment_id for one in standing_in(other, on=AWAY)] == [made.pk]
    assert standing_in(other, on=BACK) == []
    assert list(substitutions_for(holder.pk, on=AT.date())) == [made]
    assert list(substitutions_by(other.pk, on=AT.date())) == [made]
    assert list(substitutions(on=BACK)) == []


def test_absence_of_a_substitute_passes_on() -> None:
    """The deputy stands for the head from 6 to 19 July, and is absent from 10 to 14 July: whoever
    stands for the deputy then answers for the head, too, on those days alone."""
    head, deputy = holder_and_substitute()
    third = person("Third")
    second = Appointment.objects.get(person=deputy.person)
    substituted(head, deputy)
    substituted(second, third, first=date(2026, 7, 10), until=date(2026, 7, 15))
    days = [date(2026, 7, day) for day in (9, 10, 14, 15, 20)]
    assert [who(head.office, day) for day in days] == [
        "Substitute", "Third", "Third", "Substitute", "Holder",
    ]  # fmt: skip
    assert [who(second.office, day) for day in days] == [
        "Substitute", "Third", "Third", "Substitute", "Substitute",
    ]  # fmt: skip
    assert {one.account for one in seats(on=date(2026, 7, 10))} == {third.pk}


def test_early_return() -> None:
    """Who comes back on 13 July answers from that day, and so on: who stood in for the substitute
    stops as well."""
    head, deputy = holder_and_substitute()
    third = person("Third")
    made = substituted(head, deputy)
    substituted(Appointment.objects.get(person=deputy.person, acting=False), third,
                first=date(2026, 7, 10), until=date(2026, 7, 15))  # fmt: skip
    holder = Actor(head.person.account.pk, head.pk, "holder")
    end_appointment(holder, made, at=AT, on=date(2026, 7, 13))
    days = [date(2026, 7, day) for day in (9, 12, 13, 14)]
    assert [who(head.office, day) for day in days] == ["Substitute", "Third", "Holder", "Holder"]


def test_substitution_taken_back_before_it_begins() -> None:
    """Taken back on its first day, nothing is left of it, and another may be entered."""
    held, other = holder_and_substitute()
    made = substituted(held, other)
    end_appointment(SYSTEM, made, at=AT, on=AWAY)
    assert not Appointment.objects.filter(stands_for=held).exists()
    assert substituted(held, other).pk


def test_what_begins_today_lasts_the_day() -> None:
    """Ended on its first day, when it may have been used already, it lasts until tomorrow."""
    held, other = holder_and_substitute()
    made = substituted(held, other, first=AT.date())
    end_appointment(SYSTEM, made, at=AT, on=AT.date())
    tomorrow = AT.date() + timedelta(1)
    assert [who(held.office, day) for day in (AT.date(), tomorrow)] == ["Substitute", "Holder"]


def test_end_of_an_office_ends_who_stands_in() -> None:
    """The keeper ends the holder's appointment on 10 July: so ends the substitution."""
    held, other = holder_and_substitute()
    substituted(held, other)
    end_appointment(SYSTEM, held, at=AT, on=date(2026, 7, 10))
    assert [who(held.office, date(2026, 7, day)) for day in (9, 10)] == ["Substitute", ""]


@pytest.mark.parametrize(
    ("first", "until", "ground", "reason"),
    [
        (AWAY, BACK, " ", refusals.ORDER_NEEDED),
        (BACK, AWAY, "№ 5", refusals.TERM_BACKWARDS),
        (date(2026, 6, 1), date(2026, 7, 1), "№ 5", refusals.TERM_BACKWARDS),
        (date(2025, 12, 31), BACK, "№ 5", refusals.OUTSIDE_OFFICE),
        (AWAY, date(2027, 1, 2), "№ 5", refusals.OUTSIDE_OFFICE),
    ],
)
def test_wrong_terms_are_refused(first: date, until: date, ground: str, reason: LocalText) -> None:
    """No order, days turned round, days that are over, before the holder came or after the holder
    leaves: nothing is entered."""
    held, other = holder_and_substitute()
    Appointment.objects.filter(pk=held.pk).update(valid_until=date(2027, 1, 1))
    with pytest.raises(RefusedError) as refused:
        substituted(held, other, first=first, until=until, ground=ground)
    assert refused.value.reason == reason
    assert not Appointment.objects.filter(stands_for=held).exists()


def test_wrong_substitutes_are_refused() -> None:
    """Not oneself, not who has no account, not twice, not who is absent, not somebody of another
    body where the holder chooses."""
    held, other = holder_and_substitute()
    stranger = person("Stranger")
    seated(stranger, office("Other"))
    holder = Actor(held.person.account.pk, held.pk, "holder")
    silent = person("Silent")
    Account.objects.filter(pk=silent.pk).update(is_active=False)
    cases = (
        (SYSTEM, held.person.account, refusals.OWN_SUBSTITUTE),
        (SYSTEM, silent, refusals.SUBSTITUTE_UNKNOWN),
        (holder, stranger, refusals.NOT_A_COLLEAGUE),
    )
    for by, account, reason in cases:
        with pytest.raises(RefusedError) as refused:
            substituted(held, account, by=by)
        assert refused.value.reason == reason
    substituted(held, stranger)
    with pytest.raises(RefusedError) as refused:
        substituted(held, other)
    assert refused.value.reason == refusals.COVERED_ALREADY
    with pytest.raises(RefusedError) as refused:
        substituted(Appointment.objects.get(person=other.person), held.person.account)
    assert refused.value.reason == refusals.ABSENT_TOO


def test_others_absence_is_not_ones_own() -> None:
    """A colleague neither enters nor ends the holder's absence, and who only acts names nobody."""
    held, other = holder_and_substitute()
    colleague = Actor(other.pk, None, "colleague")
    with pytest.raises(RefusedError) as refused:
        substituted(held, other, by=colleague)
    assert refused.value.reason == refusals.NOT_YOUR_ABSENCE
    made = substituted(held, other)
    for day, reason in ((BACK, refusals.NOT_YOUR_ABSENCE), (AWAY, refusals.NOT_YOUR_ABSENCE)):
        with pytest.raises(RefusedError) as refused:
            end_appointment(colleague, made, at=AT, on=day)
        assert refused.value.reason == reason
    with pytest.raises(RefusedError) as refused:
        substituted(made, person("Third"), by=colleague)
    assert refused.value.reason == refusals.NOT_YOUR_ABSENCE


def test_ends_today_or_later_and_before_it_is_over() -> None:
    """A past day, a day after the end, and an ordinary office on its first day are refused."""
    held, other = holder_and_substitute()
    made = substituted(held, other)
    later = office("Later")
    coming = seated(person("Coming"), later, since=date(2026, 8, 1))
    for one, day in ((made, AT.date() - timedelta(1)), (made, BACK), (coming, date(2026, 8, 1))):
        with pytest.raises(RefusedError) as refused:
            end_appointment(SYSTEM, one, at=AT, on=day)
        assert refused.value.reason == refusals.ENDS_BEFORE


def test_who_can_be_chosen() -> None:
    """A holder chooses among the own body, its parts and the one above; the keeper among all."""
    held, _other = holder_and_substitute()
    part = Structure.objects.create(kind="department", name_kk="P", parent=held.office.structure)
    inside = found_office(SYSTEM, part, at=AT, kind="executor", name=LocalText("p", "p", "p"))
    seated(person("Inside"), inside)
    seated(person("Outside"), office("Other"))
    near = colleagues(held.office.structure, on=AWAY)
    assert [one.full_name for one in near] == ["Holder", "Inside", "Substitute"]
    assert [one.full_name for one in people_told()] == [
        "Holder", "Inside", "Outside", "Substitute",
    ]  # fmt: skip
    assert [one.person.full_name for one in holders_to_replace(on=AWAY)] == [
        "Holder", "Inside", "Outside", "Substitute",
    ]  # fmt: skip
