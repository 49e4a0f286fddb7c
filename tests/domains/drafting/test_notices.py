"""Who is told of what happens to a draft."""

from datetime import date, timedelta

import pytest
from pytest import MonkeyPatch

from birlik.base.journal.delivery import deliver_facts
from birlik.base.registry.models import Notice
from birlik.base.values.clock import FixedClock
from birlik.domains.drafting import actions
from birlik.domains.drafting.actions.agreement import RemarkWords
from birlik.domains.drafting.queries.agreement import agreements_of
from birlik.domains.drafting.tasks import notices
from tests.domains.drafting.test_actions import BY, regional
from tests.domains.drafting.web.test_pages import OFFICES
from tests.domains.drafting.world import AT, SYSTEM, World, world
from tests.domains.execution.offices import acting, settle

pytestmark = pytest.mark.django_db


def delivered(monkeypatch: MonkeyPatch, *, days: int = 0) -> list[tuple[str, str]]:
    """Deliver what waits, so many days after it happened; who was told of what."""
    at = AT + timedelta(days=days)
    monkeypatch.setattr(notices, "SystemClock", lambda: FixedClock(at))
    deliver_facts(at=at)
    found = Notice.objects.order_by("pk").values_list("account__email", "key")
    return [(email.partition("@")[0], key.partition("/")[0]) for email, key in found]


@pytest.fixture
def found() -> World:
    """The draft, a drafter and an executor in the first ministry, and a region's two offices."""
    made = world(OFFICES)
    for kind in ("drafter", "executor"):
        settle(kind, made.culture)
    for kind in ("secretary", "region_chair"):
        settle(kind, made.akimats[0])
    return made


def test_the_body_is_asked_and_the_drafter_hears(found: World, monkeypatch: MonkeyPatch) -> None:
    """Who agrees for a body is told that it is asked, with the page of its answer; who writes the
    draft is told of the answer; the same again tells nobody twice."""
    actions.ask_agreement(SYSTEM, found.draft, at=AT, agree_by=BY)
    found.draft.refresh_from_db()
    assert delivered(monkeypatch) == [("executor", "plan_draft.asked")]
    one = agreements_of(found.draft).get(structure=found.culture)
    assert Notice.objects.get().address == f"/plan-drafts/{found.draft.pk}/agreements/{one.pk}/"
    actions.answer_agreement(
        SYSTEM, one, at=AT, stance="remarks", remarks=[RemarkWords(None, "ескерту")]
    )
    told = delivered(monkeypatch)
    assert told[1:] == [("drafter", "plan_draft.answered")]
    assert "ескерту" not in Notice.objects.order_by("pk").last().name_kk
    assert delivered(monkeypatch) == told


def test_the_chair_and_the_secretary_are_told(found: World, monkeypatch: MonkeyPatch) -> None:
    """A region's draft that is submitted waits for its chair; what the chair gives back or approves
    is told to those who write it, but never to who did it."""
    draft = regional(found)
    account = found.akimats[0].offices.get(kind="region_chair").appointments.get().person.account
    chair = acting(account, at=AT)
    actions.submit_draft(SYSTEM, draft, at=AT)
    actions.reopen_draft(chair, draft, at=AT, reason="х")
    delivered(monkeypatch)
    actions.submit_draft(SYSTEM, draft, at=AT)
    actions.approve_draft(chair, draft, at=AT, number="1", adopted_on=date(2026, 4, 1))
    assert delivered(monkeypatch) == [
        ("region_chair", "plan_draft.DraftSubmitted"),
        ("drafter", "plan_draft.DraftReopened"),
        ("secretary", "plan_draft.DraftReopened"),
        ("region_chair", "plan_draft.DraftSubmitted"),
        ("drafter", "plan_draft.DraftApproved"),
        ("secretary", "plan_draft.DraftApproved"),
    ]


def test_nobody_approves_the_national_plan_here(found: World, monkeypatch: MonkeyPatch) -> None:
    """The Government is not in office here: a national draft that is submitted tells nobody; and of
    what is older than thirty days nobody is told."""
    actions.submit_draft(SYSTEM, found.draft, at=AT)
    assert delivered(monkeypatch) == []
    actions.reopen_draft(SYSTEM, found.draft, at=AT, reason="х")
    assert delivered(monkeypatch, days=31) == []
