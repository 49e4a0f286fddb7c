"""The page of working days, as whole requests on 20 November 2026."""

import re
from datetime import UTC, date, datetime

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from birlik.base.charter.models import MovedDay
from birlik.base.obligations.models import Obligation
from birlik.base.values.clock import SystemClock
from birlik.base.values.schedule import MonthDay, Schedule, Window
from tests.base.obligations.drafts import MINISTRY, adopted, body, charter, draft, measure
from tests.domains.execution.plan_world import sign_in

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 20, 6, tzinfo=UTC)
MOVE = {"ground": "Приказ № 5", "off_0": "14.12.2026", "worked_0": "12.12.2026"}
TUESDAY = date(2026, 12, 15)


@pytest.fixture(autouse=True)
def _now(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is 20 November 2026."""
    monkeypatch.setattr(SystemClock, "now", lambda _self: AT)


@pytest.fixture
def keeper(client: Client) -> Client:
    """Who keeps the charter, over an act with one report due on Monday 14 December 2026."""
    charter()
    body("ministry", "МИН")
    by_14 = Schedule("year", window=Window("by", days=(MonthDay(12, 14),)))
    adopted(draft(measure("1", by_14, MINISTRY)))
    sign_in(client, "charter.keep")
    return client


def due() -> date:
    """When the report of 2026 is due."""
    return Obligation.objects.get(period="2026").due_on


def test_everyone_sees_the_year(client: Client) -> None:
    """Twelve months with their working days, the holidays by name, and no form."""
    sign_in(client, "plans.read")
    text = client.get("/working-days/?year=2024").content.decode()
    assert text.count('class="card month"') == 12
    assert "Құрбан айт" in text
    assert "249" in text
    assert "working-days/move" not in text
    assert "2026" in client.get("/working-days/").content.decode()
    assert "2026" in client.get("/working-days/?year=abc").content.decode()
    assert "2026" in client.get("/working-days/?year=020269").content.decode()


def test_keeper_sees_what_a_move_does_before_it_is_done(keeper: Client) -> None:
    """The preview counts one obligation and writes nothing; confirmed, the report is due on Tuesday
    and both days stand in the list with their act; put back, it is due on Monday again."""
    preview = keeper.post("/working-days/move/", MOVE).content.decode()
    assert "14.12.2026 → 15.12.2026: 1" in preview
    assert not MovedDay.objects.exists()
    seen = re.search(r'name="seen" value="([^"]+)"', preview)
    assert seen is not None
    answer = keeper.post("/working-days/move/", {**MOVE, "seen": seen[1]}, follow=True)
    assert answer.redirect_chain == [("/working-days/?year=2026", 302)]
    assert answer.content.decode().count("Приказ № 5") >= 2
    assert due() == TUESDAY
    day = MovedDay.objects.get(on=date(2026, 12, 14))
    address = f"/working-days/{day.pk}/restore/"
    assert "15.12.2026 → 14.12.2026: 1" in keeper.get(address).content.decode()
    assert due() == TUESDAY
    assert keeper.post(address).status_code == 302
    assert due() == date(2026, 12, 14)
    assert keeper.get(address).status_code == 404


def test_what_changed_meanwhile_is_shown_again(keeper: Client) -> None:
    """Who confirms another effect than is due now sees the new one, and nothing is done."""
    text = keeper.post("/working-days/move/", {**MOVE, "seen": "7-0"}).content.decode()
    assert 'name="seen" value="1-0"' in text
    assert "Сіз қарап отырғанда жағдай өзгерді" in text
    assert not MovedDay.objects.exists()


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"ground": ""}, "Бұл өрісті толтырыңыз"),
        ({"off_0": "", "worked_0": ""}, "Кемінде бір күн енгізіңіз"),
        ({"off_0": "2026-12-14"}, "КК.АА.ЖЖЖЖ"),
        ({"off_0": "16.12.2026"}, "онсыз да сондай"),
    ],
)
def test_wrong_days_come_back_with_the_reason(
    keeper: Client, sent: dict[str, str], said: str
) -> None:
    """Without an act or days, with a date written otherwise, or with a holiday that is off anyway,
    the form comes back as it was filled in and says what to do."""
    answer = keeper.post("/working-days/move/", {**MOVE, **sent})
    text = answer.content.decode()
    assert answer.status_code == 422
    assert said in text
    assert 'value="12.12.2026"' in text or "worked_0" in sent
    assert not MovedDay.objects.exists()


def test_day_alone_needs_no_pair(keeper: Client) -> None:
    """An act that only gives a day off moves that day alone."""
    sent = {"ground": "№ 6", "off_1": "14.12.2026"}
    assert "→" in keeper.post("/working-days/move/", sent).content.decode()
    keeper.post("/working-days/move/", {**sent, "seen": "1-0"})
    assert [(one.on, one.moved_from) for one in MovedDay.objects.all()] == [
        (date(2026, 12, 14), None)
    ]


def test_year_asks_the_database_seldom(
    keeper: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    """The year and the preview take at most 15 queries, in less than 150 kB."""
    with django_assert_max_num_queries(15):
        assert len(keeper.get("/working-days/?year=2026").content) < 150_000
    with django_assert_max_num_queries(15):
        keeper.post("/working-days/move/", MOVE)
