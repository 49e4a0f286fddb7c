"""The API: who may ask what, what it answers, and that no request makes it fail."""

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from django.test import Client
from hypothesis import HealthCheck, settings
from schemathesis.checks import not_a_server_error

from birlik.base.charter.actions import load_charter
from birlik.base.journal.queries import first_wrong_entry
from birlik.base.obligations.models import Duty, Obligation, Submission
from birlik.base.records.engine.draft_record import to_record
from birlik.base.registry.actions import appoint, found_office, issue_key, open_account, revoke_key
from birlik.base.registry.models import AccessKey, Structure
from birlik.base.values.local_text import LocalText
from birlik.base.values.schedule import MonthDay, Schedule, Window
from birlik.wiring.wsgi import application
from tests.base.obligations.reporting_world import SYSTEM, Reporting, reporting

pytestmark = pytest.mark.django_db
AT = datetime(2024, 5, 2, 6, tzinfo=UTC)
CHARTER = """
office_kind:
  executor:
    - {kk: о, ru: и, en: executor, from: 2000-01-01, ground: x,
       powers: {plans.read: structure, obligations.report: structure}}
  coordinator:
    - {kk: ү, ru: к, en: coordinator, from: 2000-01-01, ground: x,
       powers: {plans.read: all, obligations.review: all}}
  clerk:
    - {kk: х, ru: п, en: clerk, from: 2000-01-01, ground: x, powers: {acts.read: all}}
"""


@pytest.fixture
def world() -> Reporting:
    """The obligations of 2024: what falls due in December is still owed or overdue today."""
    made = reporting()
    load_charter(SYSTEM, None, at=AT, content=CHARTER.encode())
    return made


def key_for(kind: str, structure: Structure) -> tuple[AccessKey, str]:
    """A key of somebody who holds an office of that kind in a body."""
    office = found_office(SYSTEM, structure, at=AT, kind=kind, name=LocalText(kind, kind, kind))
    email = f"{kind}-{structure.pk}@birlik.example"
    account = open_account(SYSTEM, None, at=AT, full_name=kind, email=email, password_hash="!")
    held = appoint(
        SYSTEM, office, at=AT, person=account.person, valid_from=date(2020, 1, 1), ground="test"
    )
    return issue_key(SYSTEM, held, at=AT, kind=AccessKey.Kind.API, name="test")


def bearing(secret: str) -> Client:
    """A program that brings a key."""
    return Client(headers={"Authorization": f"Bearer {secret}"})


def ids(client: Client, address: str) -> list[int]:
    return sorted(row["id"] for row in client.get(address).json()["items"])


@pytest.mark.parametrize("address", ["/api/obligations", "/api/obligations/own"])
def test_without_a_key_nothing_is_given(client: Client, address: str) -> None:
    """A program without a key, or with a wrong one, is not let in, signed in or not."""
    assert client.get(address).status_code == 401
    assert bearing("x" * 43).get(address).status_code == 401


def test_a_calendar_key_or_a_revoked_one_opens_nothing(world: Reporting) -> None:
    """A key opens what it was made for, and nothing once it is revoked."""
    key, secret = key_for("coordinator", world.lead.debtor)
    AccessKey.objects.update(kind=AccessKey.Kind.CALENDAR)
    assert bearing(secret).get("/api/obligations").status_code == 401
    AccessKey.objects.update(kind=AccessKey.Kind.API)
    assert bearing(secret).get("/api/obligations").status_code == 200
    revoke_key(SYSTEM, AccessKey.objects.get(pk=key.pk), at=AT)
    assert bearing(secret).get("/api/obligations").status_code == 401


def test_each_key_sees_what_its_office_reaches(world: Reporting) -> None:
    """The coordinator sees all four obligations, the ministry its two and the contribution that
    hangs under one, the akimat its two, the clerk none."""
    ministry, akimat = world.lead.debtor, world.contribution.debtor
    coordinator = bearing(key_for("coordinator", ministry)[1])
    lead = bearing(key_for("executor", ministry)[1])
    contributor = bearing(key_for("executor", akimat)[1])
    clerk = bearing(key_for("clerk", akimat)[1])
    every = [world.lead.pk, world.contribution.pk, world.counted.pk, world.agreed.pk]
    theirs = sorted([world.contribution.pk, world.agreed.pk])
    assert ids(coordinator, "/api/obligations") == sorted(every)
    assert ids(lead, "/api/obligations") == sorted(every[:3])
    assert ids(contributor, "/api/obligations") == theirs
    assert ids(contributor, "/api/obligations/own") == theirs
    assert ids(clerk, "/api/obligations") == []
    assert ids(coordinator, "/api/obligations/own") == []


def test_a_due_date_explains_itself(world: Reporting) -> None:
    """By 28 December 2024, a Saturday, moved to Monday the 30th: each step in three languages, in
    the list and alone."""
    client = bearing(key_for("coordinator", world.lead.debtor)[1])
    by_28 = Schedule("year", window=Window("by", days=(MonthDay(12, 28),)))
    Duty.objects.filter(pk=world.lead.duty_id).update(schedule=to_record(by_28))
    days = {"nominal_on": date(2024, 12, 28), "due_on": date(2024, 12, 30)}
    Obligation.objects.filter(pk=world.lead.pk).update(**days)
    why = client.get(f"/api/obligations/{world.lead.pk}").json()["why_due"]
    assert [(one["step"], one["on"]) for one in why] == [
        ("nominal", "2024-12-28"), ("day_off", "2024-12-28"), ("shifted", "2024-12-30"),
    ]  # fmt: skip
    assert why[1]["words"]["ru"] == "28.12.2024 — суббота; 29.12.2024 — воскресенье"
    listed = client.get("/api/obligations").json()["items"]
    assert next(one["why_due"] for one in listed if one["id"] == world.lead.pk) == why


def test_a_list_is_narrowed_and_counted_whole(world: Reporting) -> None:
    """Filters by state, act and due date narrow the list; its count is that of all its parts."""
    client = bearing(key_for("coordinator", world.lead.debtor)[1])
    part = client.get("/api/obligations?limit=1&offset=1").json()
    assert (part["count"], [one["due_on"] for one in part["items"]]) == (4, ["2024-06-30"])
    narrowed = "/api/obligations?due_from=2024-06-01&due_until=2024-12-20"
    assert ids(client, narrowed) == sorted([world.counted.pk, world.contribution.pk])
    assert ids(client, "/api/obligations?act=8") == []
    assert ids(client, "/api/obligations?state=void") == []
    assert len(ids(client, "/api/obligations?state=overdue&act=7")) == 4


def test_what_may_not_be_seen_and_what_does_not_exist_answer_alike(world: Reporting) -> None:
    """A foreign obligation and a number that nothing bears are refused with the same words."""
    client = bearing(key_for("executor", world.contribution.debtor)[1])
    foreign = client.get(f"/api/obligations/{world.counted.pk}")
    nothing = client.get("/api/obligations/999999")
    assert foreign.status_code == nothing.status_code == 403
    assert foreign.json() == nothing.json()
    assert all(foreign.json()["reason"].values())


def test_a_program_submits_a_report_with_links(world: Reporting) -> None:
    """A report with two links of ten publications each is submitted, counted and entered."""
    client = bearing(key_for("executor", world.counted.debtor)[1])
    links = [{"title": str(n), "link": f"https://x.example/{n}", "quantity": 10} for n in (1, 2)]
    answer = client.post(
        f"/api/obligations/{world.counted.pk}/reports",
        {"text_ru": "Опубликовано", "evidence": links},
        content_type="application/json",
    )
    assert (answer.status_code, answer.json()["state"]) == (201, "submitted")
    made = Submission.objects.get(pk=answer.json()["submission"])
    assert (made.quantity, made.evidence.count(), made.text_ru) == (20, 2, "Опубликовано")
    assert first_wrong_entry() is None


def test_a_refused_report_leaves_nothing(world: Reporting) -> None:
    """Without words a report is refused with the reason, and its links are not kept either."""
    client = bearing(key_for("executor", world.counted.debtor)[1])
    answer = client.post(
        f"/api/obligations/{world.counted.pk}/reports",
        {"evidence": [{"title": "1", "link": "https://x.example/1", "quantity": 20}]},
        content_type="application/json",
    )
    assert answer.status_code == 403
    assert "что сделано" in answer.json()["reason"]["ru"]
    assert not world.counted.evidence.exists()


@pytest.mark.parametrize(
    "report",
    [
        {"text_kk": "a\0b"},
        {"text_kk": "a", "evidence": [{"title": "a\0b", "link": "https://a.example/"}]},
        {"text_kk": "a", "evidence": [{"title": "a", "link": "https://a.example/" + "a" * 1000}]},
        {"text_kk": "a", "evidence": [{"title": "a", "link": "javascript:alert(1)"}]},
    ],
)
def test_what_no_database_keeps_is_no_report(world: Reporting, report: dict[str, object]) -> None:
    """A null character, an address that is too long, and one that a browser would run are refused
    as wrongly shaped, and nothing is kept."""
    program = bearing(key_for("executor", world.lead.debtor)[1])
    address = f"/api/obligations/{world.lead.pk}/reports"
    answer = program.post(address, data=report, content_type="application/json")
    assert answer.status_code == 422
    assert not Submission.objects.exists()


def test_a_coordinator_submits_for_nobody(world: Reporting) -> None:
    """Who only reviews cannot report, and is told who does."""
    client = bearing(key_for("coordinator", world.counted.debtor)[1])
    answer = client.post(
        f"/api/obligations/{world.counted.pk}/reports",
        {"text_kk": "Орындалды"},
        content_type="application/json",
    )
    assert (answer.status_code, Submission.objects.count()) == (403, 0)


def test_a_key_that_asks_too_often_waits(world: Reporting, monkeypatch: pytest.MonkeyPatch) -> None:
    """After the limit of a minute the key is told to wait."""
    monkeypatch.setattr("birlik.faces.opendata.keys.REQUESTS", 2)
    monkeypatch.setattr("birlik.faces.opendata.keys.now", lambda: AT)
    client = bearing(key_for("coordinator", world.lead.debtor)[1])
    statuses = [client.get("/api/obligations").status_code for _turn in range(3)]
    assert statuses == [200, 200, 429]


def test_its_description_is_served_from_here(client: Client) -> None:
    """The documentation page and the OpenAPI description name no other host."""
    page = client.get("/api/docs").content.decode()
    assert "://" not in page.replace("http://www.w3.org", "")
    schema = client.get("/api/openapi.json").json()
    assert set(schema["paths"]) == {
        "/api/obligations",
        "/api/obligations/own",
        "/api/obligations/{number}",
        "/api/obligations/{number}/reports",
        "/api/public/registers/{code}",
        "/api/public/structures",
        "/api/public/structures.csv",
        "/api/public/structures/{number}",
        "/api/public/territories",
    }


SCHEMA = schemathesis.openapi.from_wsgi("/api/openapi.json", application)


@pytest.fixture
def secret(world: Reporting) -> Iterator[str]:
    """A key, in a test whose transaction outlives the requests."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield key_for("executor", world.contribution.debtor)[1]
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@SCHEMA.parametrize()
@settings(
    max_examples=40,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_no_request_makes_it_fail(case: schemathesis.Case, secret: str) -> None:
    """Whatever its description allows, and much that it does not, is answered as described."""
    case.headers = {**(case.headers or {}), "Authorization": f"Bearer {secret}"}
    case.call_and_validate(checks=[not_a_server_error])
    assert Obligation.objects.count() == 4
