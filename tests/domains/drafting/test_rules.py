"""Who sees a draft, and who opens which of its pages."""

import pytest

from birlik.base.values.actor import Grant
from birlik.domains.drafting import actions, refusals, rules
from tests.domains.drafting.test_actions import BY, regional
from tests.domains.drafting.world import AT, person, world

pytestmark = pytest.mark.django_db


def test_a_draft_is_seen_by_those_whom_it_concerns() -> None:
    """The drafter and who reads every plan see it; a body only after it was asked, a region's
    secretary and chair never the country's; a foreign and an unknown one are refused alike."""
    found = world()
    for actor, sees in (
        (found.drafter, True),
        (found.head, True),
        (found.executor, False),
        (found.secretary, False),
        (found.chair, False),
        (found.stranger, False),
    ):
        verdict = rules.may_see_draft(actor, found.draft, AT)
        assert verdict.allowed == sees
        assert sees or verdict.reason == refusals.NOTHING_HERE
    actions.ask_agreement(found.drafter, found.draft, at=AT, agree_by=BY)
    assert rules.may_see_draft(found.executor, found.draft, AT)
    assert rules.may_see_draft(person(7, Grant("plans.agree")), found.draft, AT)
    assert rules.may_see_draft(found.executor, None, AT).reason == refusals.NOTHING_HERE
    assert rules.may_see_draft(found.drafter, None, AT)


def test_a_regions_draft_is_seen_in_the_region() -> None:
    """The secretary and the chair of the region see its draft; those of another one do not."""
    found = world()
    draft = regional(found)
    other = person(8, Grant("plans.draft", territory_code=found.regions[1].code))
    assert rules.may_see_draft(found.secretary, draft, AT)
    assert rules.may_see_draft(found.chair, draft, AT)
    assert rules.may_see_draft(found.drafter, draft, AT)
    assert not rules.may_see_draft(other, draft, AT)


def test_pages_are_opened_by_power() -> None:
    """Lists by any power over drafts, writing by `plans.draft`, answers by `plans.agree`
    or by those who write; a stranger opens none and is told why."""
    found = world()
    pages = {
        rules.may_open_drafts: (refusals.NO_DRAFTS, "drafter secretary chair executor head"),
        rules.may_open_writing: (refusals.NO_DRAFTING, "drafter secretary"),
        rules.may_open_answering: (refusals.NOT_ASKED, "drafter secretary executor"),
    }
    for rule, (reason, allowed) in pages.items():
        for name in ("drafter", "secretary", "chair", "executor", "head", "stranger"):
            verdict = rule(getattr(found, name), AT)
            assert verdict.allowed == (name in allowed.split()), (rule.__name__, name)
            assert verdict.allowed or verdict.reason == reason


def test_without_a_subject_a_rule_speaks_of_the_office() -> None:
    """Asked without a draft, as the matrix of rights does, each rule says what the office may."""
    found = world()
    assert rules.may_write(found.secretary, None, AT)
    assert rules.may_ask_agreement(found.secretary, None, AT)
    assert rules.may_submit(found.secretary, None, AT)
    assert rules.may_freeze(found.secretary, None, AT)
    assert rules.may_tie(found.secretary, None, AT)
    assert rules.may_answer(found.executor, None, AT)
    assert rules.may_approve(found.chair, None, AT) and rules.may_approve(found.drafter, None, AT)
    assert rules.may_reopen(found.chair, None, AT)
    assert not rules.may_approve(found.executor, None, AT)
    assert not rules.may_begin_draft(found.secretary, None, AT)
