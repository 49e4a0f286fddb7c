"""The calendar of obligations: its secret address, and what stands there."""

from datetime import UTC, date, datetime, timedelta

import icalendar
import pytest
from django.core.cache import cache
from django.test import Client

from birlik.base.obligations.models import Extension, Obligation, Review, Submission
from birlik.base.records.models import Wording
from birlik.base.registry.models import AccessKey, Account
from birlik.base.values.actor import Actor, Grant
from birlik.base.values.clock import FixedClock
from birlik.domains.execution.queries.calendar import calendar_rows
from birlik.faces.cabinet.web import calendar as calendar_module
from tests.domains.execution.plan_world import ADOPTED_ON, AT, World, owed, sign_in, small_plan

pytestmark = pytest.mark.django_db
ON = date(2024, 8, 1)


@pytest.fixture(autouse=True)
def _nothing_counted() -> None:
    """Each test begins with no address counted."""
    cache.clear()


@pytest.fixture
def world(client: Client, monkeypatch: pytest.MonkeyPatch) -> World:
    """The small plan on 1 August 2024, and a reader who sees all of it."""
    monkeypatch.setattr(calendar_module, "now", FixedClock(AT).now)
    made = small_plan()
    sign_in(client, "plans.read")
    return made


def address_of(client: Client, verb: str = "make") -> str:
    """The path that the page shows after a button was pressed."""
    answer = client.post("/calendar/", {"verb": verb})
    assert answer["Cache-Control"] == "private, no-store"
    return str(answer.context["address"]).removeprefix("http://testserver")


def events(path: str, client: Client | None = None) -> dict[str, icalendar.Event]:
    """What a program finds at an address, by title; it has not signed in."""
    answer = (client or Client()).get(path)
    assert answer.status_code == 200
    found = icalendar.Calendar.from_ical(answer.content)
    return {str(one["summary"]): one for one in found.walk("vevent")}


def test_a_program_finds_what_is_owed(client: Client, world: World) -> None:
    """Without signing in, the address gives every obligation that is still owed and falls due from
    90 days ago to 400 days ahead, a whole day each, with its act, state and link."""
    found = events(address_of(client))
    assert sorted((str(title), str(one["dtstart"].dt)) for title, one in found.items()) == [
        ("1.1. Клубтар (Абай)", "2024-12-31"),
        ("1.1. Клубтар (Ұлытау)", "2024-12-31"),
        ("2. Есеп жинау (Абай)", "2024-08-20"),
        ("2. Есеп жинау (МИН)", "2024-12-31"),
    ]
    one = found["2. Есеп жинау (Абай)"]
    assert one["dtstart"].params["value"] == "DATE"
    assert one["dtend"].dt == date(2024, 8, 21)
    debt = Obligation.objects.get(due_on=date(2024, 8, 20))
    assert one["url"] == f"http://testserver/obligations/{debt.pk}/"
    assert one["uid"].startswith(f"obligation-{debt.pk}@")
    assert "1014" in one["description"]
    assert one["url"] in one["description"]
    assert found["2. Есеп жинау (МИН)"]["categories"].to_ical().decode() == "Кестеден қалып келеді"


def test_the_horizon_ends_on_its_days(world: World) -> None:
    """Exactly 90 days ago and 400 days ahead still show; a day beyond does not."""
    duty = world.act.provisions.get(path="measure/3").duty
    for number, shift in enumerate((-91, -90, 400, 401), start=1):
        owed(duty, world.ministry, ON + timedelta(days=shift), number=number)
    by = Actor(1, 1, "x", frozenset({Grant("plans.read")}))
    rows = calendar_rows(by, on=ON)
    shown = [one.obligation.due_on for one in rows if one.obligation.duty_id == duty.pk]
    assert shown == [ON - timedelta(days=90), ON + timedelta(days=400)]


def test_an_office_finds_only_what_it_reaches(world: World) -> None:
    """Another body's obligations are not in the calendar, nor are those of no power at all."""
    by = Actor(1, 1, "x", frozenset({Grant("plans.read", structure_id=world.akimats[1].pk)}))
    assert [one.title.kk for one in calendar_rows(by, on=ON)] == ["Клубтар"]
    assert calendar_rows(Actor(1, 1, "x"), on=ON) == []
    assert calendar_rows(by, on=ON, act=world.act.pk + 1) == []


def test_an_extension_moves_the_entry_and_fulfilment_removes_it(
    client: Client, world: World
) -> None:
    """A new due date moves the entry, which stays the same one; what is accepted is gone; when it
    was last changed is told."""
    path = address_of(client)
    before = events(path)["2. Есеп жинау (Абай)"]
    assert before["last-modified"].dt == AT
    debt = Obligation.objects.get(due_on=date(2024, 8, 20))
    decided = AT + timedelta(hours=5)
    Extension.objects.create(
        obligation=debt, old_due_on=debt.due_on, wanted_on=date(2024, 9, 2), reason="x",
        asked_at=AT, granted=True, due_on=date(2024, 9, 2), ground="x", decided_at=decided,
    )  # fmt: skip
    Obligation.objects.filter(pk=debt.pk).update(due_on=date(2024, 9, 2))
    after = events(path)["2. Есеп жинау (Абай)"]
    assert after["uid"] == before["uid"]
    assert after["dtstart"].dt == date(2024, 9, 2)
    assert after["last-modified"].dt == decided
    report = Submission.objects.create(obligation=debt, number=1, text_kk="x", at=decided)
    Review.objects.create(
        submission=report, accepted=False, reason="x", at=decided + timedelta(hours=1)
    )
    changed = events(path)["2. Есеп жинау (Абай)"]["last-modified"].dt
    assert changed == decided + timedelta(hours=1)
    Obligation.objects.filter(pk=debt.pk).update(outcome="accepted")
    assert "2. Есеп жинау (Абай)" not in events(path)


def test_the_calendar_speaks_the_language_of_the_account(client: Client, world: World) -> None:
    """Whoever fetches it and with what cookie, titles and states are in the account's language."""
    council = world.act.provisions.get(path="measure/2")
    Wording.objects.create(
        provision=council, language="ru", title="Сбор отчетов", valid_from=ADOPTED_ON
    )
    Account.objects.update(language="ru")
    fetcher = Client()
    fetcher.cookies["birlik_language"] = "en"
    one = events(address_of(client), fetcher)["2. Сбор отчетов (МН)"]
    assert one["categories"].to_ical().decode() == "Отстает от графика"


def test_the_address_is_secret_and_shown_once(client: Client, world: World) -> None:
    """The page shows the address in answer to the button and never again; nothing on the way keeps
    it, and no page learns where its reader came from."""
    path = address_of(client)
    secret = path.removeprefix("/calendar/").removesuffix(".ics")
    assert len(secret) == 43
    assert secret not in client.get("/calendar/").content.decode()
    answer = Client().get(path)
    assert answer["Cache-Control"] == "private, no-store"
    assert answer["Referrer-Policy"] == "no-referrer"
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert not answer.cookies


def test_a_new_address_ends_the_old_one(client: Client, world: World) -> None:
    """After making a new address, or closing it, the old one is not found any more."""
    old = address_of(client)
    new = address_of(client)
    assert Client().get(old).status_code == 404
    assert Client().get(new).status_code == 200
    assert address_of(client, "revoke") == ""
    assert Client().get(new).status_code == 404
    assert address_of(client, "revoke") == ""
    assert AccessKey.objects.filter(revoked_at=None).count() == 0


def test_a_wrong_address_is_not_found_and_guessing_ends(
    client: Client, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An address that nobody was given is not found, also for who has signed in; who guesses often
    is answered nothing for a while, even if right."""
    monkeypatch.setattr(calendar_module, "GUESSES", 3)
    path = address_of(client)
    statuses = [client.get(f"/calendar/guess{n}.ics").status_code for n in range(5)]
    assert statuses == [404, 404, 404, 429, 429]
    answer = client.get(path)
    assert (answer.status_code, answer["Retry-After"]) == (429, "3600")


def test_a_calendar_is_given_out_so_often_an_hour(
    client: Client, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A program that asks again and again is told to wait."""
    monkeypatch.setattr(calendar_module, "FETCHES", 2)
    path = address_of(client)
    assert [Client().get(path).status_code for _ in range(3)] == [200, 200, 429]


def test_without_an_office_there_is_no_calendar(
    client: Client, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who holds no office any more is told so, cannot make an address, and the old one is dead."""
    path = address_of(client)
    later = datetime(2025, 1, 1, tzinfo=UTC)
    Account.objects.get().person.appointments.update(valid_until=later.date())
    monkeypatch.setattr(calendar_module, "now", FixedClock(later).now)
    assert 'value="make"' not in client.get("/calendar/").content.decode()
    assert client.post("/calendar/", {"verb": "make"}).status_code == 403
    assert AccessKey.objects.count() == 1
    assert Client().get(path).status_code == 404


def test_a_calendar_of_many_holds_what_is_led_first(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where there is more than a calendar holds, what somebody leads comes before contributions,
    and the rest is left out."""
    monkeypatch.setattr("birlik.domains.execution.queries.calendar.MOST", 3)
    by = Actor(1, 1, "x", frozenset({Grant("plans.read")}))
    assert [one.obligation.role for one in calendar_rows(by, on=ON)] == ["lead"] * 3


def test_a_calendar_asks_five_questions(world: World, django_assert_max_num_queries) -> None:
    """However much is owed, five queries."""
    by = Actor(1, 1, "x", frozenset({Grant("plans.read")}))
    with django_assert_max_num_queries(5):
        calendar_rows(by, on=ON)
