"""The page of absences, as whole requests on 20 November 2026."""

from datetime import UTC, date, datetime

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from birlik.base.charter.actions import load_charter
from birlik.base.registry.models import Account, Appointment, Structure
from birlik.base.registry.queries import actor_in
from birlik.base.registry.queries.absence import standing_in
from birlik.base.values.clock import SystemClock
from birlik.faces.cabinet.web.calendar import rows_for
from tests.domains.execution.offices import OFFICES, SYSTEM, settle, staffed

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 20, 6, tzinfo=UTC)
PAGE = "/account/absence/"


@pytest.fixture(autouse=True)
def _now(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is 20 November 2026."""
    monkeypatch.setattr(SystemClock, "now", lambda _self: AT)


@pytest.fixture
def ministry() -> Structure:
    """A body with a charter around it."""
    return staffed().ministry


def signed_in(account: Account) -> Client:
    """A browser in which somebody has signed in."""
    client = Client()
    client.force_login(account)
    return client


def away(holder: Account, other: Account, **sent: str) -> dict[str, str]:
    """The form of an absence from 23 to 27 November, as it is sent."""
    office = Appointment.objects.get(person=holder.person, acting=False)
    return {
        "absent": str(office.pk),
        "person": str(other.person_id),
        "first_on": "23.11.2026",
        "last_on": "27.11.2026",
        "ground": "№ 12-қ, 19.11.2026",
    } | sent


def test_holder_names_a_colleague_and_comes_back(ministry: Structure) -> None:
    """The holder enters the own absence: both see it on their pages, to the last day; taken back,
    nothing is left."""
    holder, other = settle("executor", ministry, name="h"), settle("executor", ministry, name="o")
    mine, theirs = signed_in(holder), signed_in(other)
    assert "23.11.2026" not in mine.get(PAGE).content.decode()
    assert mine.post(PAGE, away(holder, other)).status_code == 302
    made = Appointment.objects.get(acting=True)
    assert (made.valid_from, made.valid_until) == (date(2026, 11, 23), date(2026, 11, 28))
    assert (made.person, made.stands_for.person) == (other.person, holder.person)
    for client in (mine, theirs):
        text = client.get(PAGE).content.decode()
        assert "23.11.2026 – 27.11.2026" in text
        assert "№ 12-қ, 19.11.2026" in text
    assert mine.post(PAGE, {"end": made.pk}).status_code == 302
    assert not Appointment.objects.filter(acting=True).exists()


def test_what_is_refused_keeps_what_was_typed(ministry: Structure) -> None:
    """An order missing, days turned round: the reason stands there with all that was typed."""
    holder, other = settle("executor", ministry, name="h"), settle("executor", ministry, name="o")
    client = signed_in(holder)
    cases = (
        (away(holder, other, ground=""), "Бұл өрісті толтырыңыз"),
        (away(holder, other, last_on="20.11.2026"), "Соңғы күн бірінші күннен бұрын"),
    )
    for sent, said in cases:
        answer = client.post(PAGE, sent)
        text = answer.content.decode()
        assert answer.status_code == 422
        assert said in text
        assert 'value="23.11.2026"' in text
    assert not Appointment.objects.filter(acting=True).exists()


def test_nobody_of_another_body_can_be_chosen(ministry: Structure) -> None:
    """Only colleagues are offered, and a number that was guessed is no choice."""
    holder = settle("executor", ministry, name="h")
    foreign = settle("executor", Structure.objects.create(kind="ministry", name_kk="Б"), name="f")
    client = signed_in(holder)
    assert f'value="{foreign.person_id}"' not in client.get(PAGE).content.decode()
    assert client.post(PAGE, away(holder, foreign)).status_code == 422


def test_others_substitution_is_not_ended(ministry: Structure) -> None:
    """Who guesses the number of somebody's substitution is refused, and it stays."""
    holder, other = settle("executor", ministry, name="h"), settle("executor", ministry, name="o")
    signed_in(holder).post(PAGE, away(holder, other))
    made = Appointment.objects.get(acting=True)
    assert signed_in(other).post(PAGE, {"end": made.pk}).status_code == 403
    assert signed_in(holder).post(PAGE, {"end": "99999"}).status_code == 403
    assert Appointment.objects.filter(pk=made.pk).exists()


def test_keeper_enters_and_sees_all(
    ministry: Structure, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    """The keeper of the registry names anybody for anybody, and sees every substitution."""
    holder = settle("executor", ministry, name="h")
    foreign = settle("executor", Structure.objects.create(kind="ministry", name_kk="Б"), name="f")
    powers = "{kk: т, ru: в, en: k, from: 2000-01-01, ground: x, powers: {registry.keep: all}}"
    text = f"{OFFICES}  keeper:\n    - {powers}\n"
    load_charter(SYSTEM, None, at=AT, content=text.encode())
    keeper = settle("keeper", ministry, name="k")
    client = signed_in(keeper)
    assert client.post(PAGE, away(holder, foreign)).status_code == 302
    with django_assert_max_num_queries(15):
        text = client.get(PAGE).content.decode()
    assert "23.11.2026 – 27.11.2026" in text


def test_who_only_acts_enters_nothing(ministry: Structure) -> None:
    """Whose only office is an acting one finds no form."""
    holder = settle("executor", ministry, name="h")
    Appointment.objects.filter(person=holder.person).update(acting=True)
    assert "<select" not in signed_in(holder).get(PAGE).content.decode().split("<main")[1]


def test_calendar_of_a_substitute_holds_the_absent_holders_dates() -> None:
    """The akimat's executor owes two things around 2 May 2024; who stands in finds them beside the
    own ones of the ministry, each once, and no longer after the absence."""
    staff, on = staffed(), date(2024, 5, 2)
    holder, other = settle("executor", staff.akimat, name="h"), settle("executor", staff.ministry)
    held = Appointment.objects.get(person=holder.person)
    Appointment.objects.create(
        person=other.person, office=held.office, valid_from=on, valid_until=date(2024, 5, 3),
        acting=True, stands_for=held, ground="№ 5",
    )  # fmt: skip
    own = actor_in(Appointment.objects.get(person=other.person, acting=False), other, on=on)
    plan = staff.plan

    def owed(day: date) -> list[int]:
        rows = rows_for((own, *standing_in(other, on=day)), on=day)
        return [row.obligation.pk for row in rows]

    alone = [plan.counted.pk, plan.contribution.pk, plan.lead.pk]
    assert owed(on) == [plan.agreed.pk, *alone]
    assert owed(date(2024, 5, 3)) == alone
