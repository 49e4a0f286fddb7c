"""Who is told when a round opens and when a sheet is returned."""

from datetime import timedelta

import pytest

from birlik.base.registry.models import Notice
from birlik.base.values.clock import FixedClock
from birlik.domains.execution.actions.rounds.begin import Asked, begin_round
from birlik.domains.execution.actions.rounds.open import open_round
from birlik.domains.execution.actions.rounds.return_sheet import return_sheet
from birlik.domains.execution.engine.rounds.columns import STANDARD
from birlik.domains.execution.facts import RoundOpened
from birlik.domains.execution.models import Round, Sheet
from birlik.domains.execution.tasks import rounds
from tests.base.obligations.reporting_world import AT
from tests.domains.execution.offices import Staffed, delivered, settle, staffed, told
from tests.domains.execution.sheet_world import DUE, RUNNER, TITLE

pytestmark = pytest.mark.django_db
OPENED = [("contributor", "round.opened"), ("lead", "round.opened")]


@pytest.fixture
def world(monkeypatch: pytest.MonkeyPatch) -> Staffed:
    """Executors of both bodies, one of a third body, and a coordinator, on 2 May 2024."""
    monkeypatch.setattr(rounds, "SystemClock", lambda: FixedClock(AT))
    world = staffed()
    settle("executor", world.ministry, name="lead")
    settle("executor", world.akimat, name="contributor")
    settle("executor", world.committee, name="foreign")
    settle("coordinator", world.committee, name="coordinator")
    return world


def opened(world: Staffed) -> Round:
    """A round that asks both bodies about 2024, opened on 2 May."""
    asked = Asked(TITLE, DUE, STANDARD, "2024")
    bodies = [world.ministry.pk, world.akimat.pk]
    made = begin_round(RUNNER, world.plan.act, at=AT, asked=asked, bodies=bodies)
    open_round(RUNNER, made, at=AT)
    return made


def test_executors_of_the_bodies_asked_are_told_of_their_sheets(world: Staffed) -> None:
    """Both executors are told in their words, with the term, of their own sheet; others are not;
    told again, they are told nothing new."""
    made = opened(world)
    assert delivered() == OPENED
    notice = Notice.objects.get(account__email="contributor@birlik.example")
    sheet = made.sheets.get(structure=world.akimat)
    assert notice.address == f"/sheets/{sheet.pk}/"
    assert "20.05.2024 18:00" in notice.name_ru
    assert TITLE.ru in notice.name_ru
    rounds.on_round_opened(RoundOpened(made.pk))
    assert told() == OPENED


def test_a_draft_tells_nobody(world: Staffed) -> None:
    """Nobody is told of a round that is not open, or no longer."""
    made = opened(world)
    Round.objects.filter(pk=made.pk).update(state="closed")
    assert delivered() == []


def test_the_executor_is_told_of_each_return(world: Staffed) -> None:
    """A sheet returned twice is told twice, to its body alone."""
    made = opened(world)
    delivered()
    sheet = made.sheets.get(structure=world.akimat)
    for hours, reason in enumerate(("саны", "сілтеме")):
        Sheet.objects.filter(pk=sheet.pk).update(state="sent", sent_at=AT)
        sheet.refresh_from_db()
        return_sheet(RUNNER, sheet, at=AT + timedelta(hours=hours), reason=reason)
    found = delivered()
    assert found == [
        ("contributor", "round.opened"),
        ("contributor", "sheet.returned"),
        ("contributor", "sheet.returned"),
        ("lead", "round.opened"),
    ]


def test_of_what_is_long_past_nobody_is_told(
    world: Staffed, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A round opened a hundred days ago, as when a history is loaded, is told to nobody."""
    opened(world)
    late = AT + timedelta(days=100)
    monkeypatch.setattr(rounds, "SystemClock", lambda: FixedClock(late))
    assert delivered(late) == []
