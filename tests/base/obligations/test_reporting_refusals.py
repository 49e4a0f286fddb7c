"""Every reason for which reporting is refused; a refusal changes nothing."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest

from birlik.base.journal.models import Entry
from birlik.base.obligations import refusals
from birlik.base.obligations.actions import (
    EvidenceItem,
    accept_report,
    ask_extension,
    attach_evidence,
    consolidate_contributions,
    detach_evidence,
    grant_extension,
    make_remark,
    refuse_extension,
    release_obligation,
    return_report,
    save_draft,
    submit_report,
    take_off_control,
)
from birlik.base.obligations.models import Obligation, Submission
from birlik.base.obligations.rules import (
    may_ask_extension,
    may_consolidate,
    may_decide_extension,
    may_release,
    may_remark,
    may_report,
    may_review,
    may_see_obligation,
    may_take_off,
)
from birlik.base.registry.models import Structure, Territory
from birlik.base.values.actor import Actor, Grant
from birlik.base.values.local_text import LocalText
from birlik.base.values.refused import RefusedError
from tests.base.obligations.reporting_world import (
    AT,
    PROTOCOL,
    SYSTEM,
    Reporting,
    later,
    person,
    reported,
    reporting,
)

pytestmark = pytest.mark.django_db
Attempt = Callable[[Reporting], object]
SUMMER = date(2024, 7, 1)


@pytest.fixture
def world() -> Reporting:
    """The plan of 2024 on 2 May."""
    return reporting()


def refused(attempt: Callable[[], object]) -> LocalText:
    """The reason of a refusal, after which the journal and the obligations are as before."""
    before = Entry.objects.count(), list(Obligation.objects.order_by("pk").values())
    with pytest.raises(RefusedError) as refusal:
        attempt()
    assert before == (Entry.objects.count(), list(Obligation.objects.order_by("pk").values()))
    return refusal.value.reason


def submitted_by(world: Reporting) -> Submission:
    """A report that waits for review."""
    return reported(world, world.agreed)


def accepted(world: Reporting) -> None:
    """The report on the information is accepted."""
    accept_report(world.coordinator, world.agreed, at=AT, submission=submitted_by(world).pk)


def released(world: Reporting) -> None:
    """The information is released from."""
    release_obligation(world.coordinator, world.agreed, at=AT, ground=world.ground, reason="x")


def voided(world: Reporting) -> None:
    """The information is void."""
    Obligation.objects.filter(pk=world.agreed.pk).update(outcome="void", void_reason="after_repeal")


def unrecorded(world: Reporting) -> None:
    """The information fell due before control began."""
    Obligation.objects.filter(pk=world.agreed.pk).update(recorded=False)


def not_begun(world: Reporting) -> None:
    """The period of the information begins tomorrow."""
    Obligation.objects.filter(pk=world.agreed.pk).update(period_first=date(2024, 5, 3))


def asked(world: Reporting) -> None:
    """A later date was asked for."""
    ask_extension(world.contributor, world.agreed, at=AT, wanted_on=SUMMER, reason="x")


def submit(world: Reporting) -> object:
    """The akimat reports on the information."""
    return reported(world, world.agreed)


def ask(world: Reporting) -> object:
    """The akimat asks for a later date."""
    return ask_extension(world.contributor, world.agreed, at=AT, wanted_on=SUMMER, reason="x")


def review(world: Reporting) -> object:
    """The coordinator accepts the last report on the information."""
    last = Submission.objects.filter(obligation=world.agreed).last()
    return accept_report(world.coordinator, world.agreed, at=AT, submission=last.pk if last else 0)


def take_off(world: Reporting) -> object:
    """The coordinator takes the information off control."""
    return take_off_control(world.coordinator, world.agreed, at=AT, ground="x")


def grant(world: Reporting) -> object:
    """The coordinator grants what was asked."""
    return grant_extension(world.coordinator, world.agreed, at=AT)


def release(world: Reporting) -> object:
    """The coordinator releases from the information."""
    return release_obligation(
        world.coordinator, world.agreed, at=AT, ground=world.ground, reason="x"
    )


def nothing(_world: Reporting) -> None:
    """Nothing happened before."""


BY_STATE = [
    (submit, voided, refusals.VOID),
    (submit, released, refusals.RELEASED),
    (submit, accepted, refusals.ACCEPTED),
    (submit, unrecorded, refusals.NO_RECORD),
    (submit, submitted_by, refusals.UNDER_REVIEW),
    (submit, not_begun, refusals.NOT_BEGUN),
    (ask, accepted, refusals.ACCEPTED),
    (ask, asked, refusals.EXTENSION_WAITS),
    (review, nothing, refusals.NOTHING_TO_REVIEW),
    (review, accepted, refusals.NOTHING_TO_REVIEW),
    (take_off, submitted_by, refusals.NOT_ACCEPTED),
    (grant, nothing, refusals.NO_EXTENSION_WAITS),
    (release, accepted, refusals.SETTLED),
    (release, unrecorded, refusals.SETTLED),
]


@pytest.mark.parametrize(
    ("attempt", "before", "reason"),
    BY_STATE,
    ids=[f"{attempt.__name__}-{before.__name__}" for attempt, before, _reason in BY_STATE],
)
def test_the_state_refuses(
    world: Reporting, attempt: Attempt, before: Attempt, reason: LocalText
) -> None:
    """What an obligation's state does not allow is refused for that very reason."""
    before(world)
    assert refused(lambda: attempt(world)) == reason


def test_what_was_released_with_a_waiting_report_is_judged_no_more(world: Reporting) -> None:
    """A report that waited at the release stays as it was."""
    submitted_by(world)
    released(world)
    assert refused(lambda: review(world)) == refusals.NOTHING_TO_REVIEW


def test_what_was_settled_gets_no_later_date(world: Reporting) -> None:
    """A request that waits on something void is not granted."""
    asked(world)
    voided(world)
    assert refused(lambda: grant(world)) == refusals.SETTLED


def test_control_ends_once(world: Reporting) -> None:
    """What is off control is not taken off again."""
    accepted(world)
    take_off(world)
    assert refused(lambda: take_off(world)) == refusals.TAKEN_OFF


WORDLESS: list[tuple[str, Attempt, LocalText]] = [
    (
        "return",
        lambda world: return_report(
            world.coordinator, world.agreed, at=AT, submission=submitted_by(world).pk, reason=" "
        ),
        refusals.REASON_NEEDED,
    ),
    (
        "take off",
        lambda world: take_off_control(world.coordinator, world.agreed, at=AT, ground=" "),
        refusals.GROUND_NEEDED,
    ),
    (
        "ask",
        lambda world: ask_extension(
            world.contributor, world.agreed, at=AT, wanted_on=SUMMER, reason=""
        ),
        refusals.GROUND_NEEDED,
    ),
    (
        "refuse",
        lambda world: refuse_extension(world.coordinator, world.agreed, at=AT, ground=" "),
        refusals.REASON_NEEDED,
    ),
    (
        "release",
        lambda world: release_obligation(
            world.coordinator, world.agreed, at=AT, ground=world.ground, reason=" "
        ),
        refusals.GROUND_NEEDED,
    ),
    (
        "remark",
        lambda world: make_remark(world.contributor, world.agreed, at=AT, text=" \n"),
        refusals.EMPTY_REMARK,
    ),
]


@pytest.mark.parametrize(
    ("name", "attempt", "reason"), WORDLESS, ids=[name for name, _attempt, _reason in WORDLESS]
)
def test_blank_words_are_none(
    world: Reporting, name: str, attempt: Attempt, reason: LocalText
) -> None:
    """Reasons, grounds and remarks of blanks alone are refused."""
    if name == "return":
        report = submitted_by(world)
        given = {"at": AT, "submission": report.pk, "reason": " "}
        assert refused(lambda: return_report(world.coordinator, world.agreed, **given)) == reason
        return
    before = {"take off": accepted, "refuse": asked}.get(name, nothing)
    before(world)
    assert refused(lambda: attempt(world)) == reason


@pytest.mark.parametrize("wanted_on", [date(2024, 5, 30), date(2024, 5, 31)])
def test_a_later_date_is_later(world: Reporting, wanted_on: date) -> None:
    """The due date itself and a day before it can neither be asked for nor granted."""
    given = {"at": AT, "wanted_on": wanted_on, "reason": "x"}
    assert refused(lambda: ask_extension(world.contributor, world.agreed, **given)) == (
        refusals.LATER_NEEDED
    )
    asked(world)
    assert refused(
        lambda: grant_extension(world.coordinator, world.agreed, at=AT, due_on=wanted_on)
    ) == (refusals.LATER_NEEDED)


def test_only_the_last_report_is_judged(world: Reporting) -> None:
    """Who still looks at the first report is told that a second came in."""
    first = submitted_by(world)
    return_report(world.coordinator, world.agreed, at=AT, submission=first.pk, reason="x")
    reported(world, world.agreed, days=1)
    given = {"at": later(2), "submission": first.pk}
    assert refused(lambda: accept_report(world.other_coordinator, world.agreed, **given)) == (
        refusals.OTHER_REPORT
    )


def test_nobody_judges_the_own_report(world: Reporting) -> None:
    """Who reports and reviews in one person leaves the judgement to another."""
    debtor = world.agreed.debtor_id
    both = person(7, Grant("obligations.report", debtor), Grant("obligations.review"))
    made = submit_report(both, world.agreed, at=AT, text_kk="Орындалды")
    given = {"at": AT, "submission": made.pk}
    assert refused(lambda: accept_report(both, world.agreed, **given)) == refusals.OWN_REPORT


def test_the_installation_is_nobodys_author(world: Reporting) -> None:
    """What the system reported, the system may accept: neither is a person."""
    made = submit_report(SYSTEM, world.agreed, at=AT, text_kk="Орындалды")
    assert accept_report(SYSTEM, world.agreed, at=AT, submission=made.pk).accepted


def test_the_lead_and_nobody_else_judges_contributions(world: Reporting) -> None:
    """The coordinator is told that the lead reviews what a contributor reports."""
    made = submit_report(world.contributor, world.contribution, at=AT, text_kk="Біз де")
    given = {"at": AT, "submission": made.pk}
    assert refused(lambda: accept_report(world.coordinator, world.contribution, **given)) == (
        refusals.LEAD_REVIEWS
    )


def test_nothing_is_consolidated_where_nobody_contributes(world: Reporting) -> None:
    """An obligation of the akimat's alone has no contributions."""
    assert refused(lambda: consolidate_contributions(world.contributor, world.agreed, at=AT)) == (
        refusals.NO_CONTRIBUTIONS
    )


def test_a_draft_saved_elsewhere_is_not_overwritten(world: Reporting) -> None:
    """Who began with no draft is told that there is one now."""
    save_draft(world.executor, world.lead, at=AT, text_kk="Бірінші", text_ru="")
    given = {"at": AT, "text_kk": "Екінші", "text_ru": "", "version": 0}
    assert refused(lambda: save_draft(world.executor, world.lead, **given)) == (
        refusals.SAVED_ELSEWHERE
    )


def test_evidence_of_a_submitted_report_stays(world: Reporting) -> None:
    """After a return the old report's evidence cannot be taken out, only its copy in the draft."""
    made = attach_evidence(world.executor, world.lead, at=AT, item=PROTOCOL)
    report = submit_report(world.executor, world.lead, at=AT, text_kk="Өтті")
    return_report(world.coordinator, world.lead, at=AT, submission=report.pk, reason="x")
    assert refused(
        lambda: detach_evidence(world.executor, world.lead, at=AT, evidence=made.pk)
    ) == (refusals.NOT_OF_DRAFT)


def test_a_report_without_content_says_so(world: Reporting) -> None:
    """Blanks are no report."""
    given = {"at": AT, "text_kk": " "}
    assert (
        refused(lambda: submit_report(world.contributor, world.agreed, **given))
        == (refusals.LACKS["content"])
    )


def test_all_that_a_report_lacks_is_told_at_once(world: Reporting) -> None:
    """Without words and evidence, twenty publications lack three things, each in every language."""
    told = refused(lambda: submit_report(world.executor, world.counted, at=AT))
    for lack in ("content", "quantity", "evidence"):
        for language in ("kk", "ru", "en"):
            assert refusals.LACKS[lack].get(language) in told.get(language)


def test_minutes_need_a_signed_protocol_of_the_period(world: Reporting) -> None:
    """No protocol, then one of the year before: each is told."""
    attempt = {"at": AT, "text_kk": "Өтті"}
    assert (
        refused(lambda: submit_report(world.executor, world.lead, **attempt))
        == (refusals.LACKS["protocol"])
    )
    item = EvidenceItem(
        title="Хаттама", kept_at="кеңсе", number="1", dated_on=date(2023, 12, 31), issuer="Кеңес"
    )
    attach_evidence(world.executor, world.lead, at=AT, item=item)
    assert (
        refused(lambda: submit_report(world.executor, world.lead, **attempt))
        == (refusals.LACKS["protocol_period"])
    )


RULES = [
    (may_report, refusals.NO_REPORTING),
    (may_consolidate, refusals.NO_REPORTING),
    (may_ask_extension, refusals.NO_REPORTING),
    (may_review, refusals.NO_REVIEW),
    (may_take_off, refusals.NO_REVIEW),
    (may_decide_extension, refusals.NO_REVIEW),
    (may_release, refusals.NO_REVIEW),
    (may_remark, refusals.NOT_YOURS_TO_SEE),
    (may_see_obligation, refusals.NOT_YOURS_TO_SEE),
]


@pytest.mark.parametrize(("rule", "reason"), RULES, ids=[rule.__name__ for rule, _why in RULES])
def test_without_the_power_everything_is_refused(
    world: Reporting, rule: Callable[..., object], reason: LocalText
) -> None:
    """A stranger is refused on every obligation, and also before one is chosen."""
    assert rule(world.stranger, world.agreed, AT).reason == reason
    assert rule(world.stranger, None, AT).reason == reason


@pytest.mark.parametrize(
    "rule", [may_report, may_ask_extension, may_see_obligation], ids=lambda rule: rule.__name__
)
def test_the_power_ends_at_the_own_structure(world: Reporting, rule: Callable[..., object]) -> None:
    """The ministry's executor has the power, but not for what the akimat owes by itself."""
    assert rule(world.executor, world.counted, AT)
    assert not rule(world.executor, world.agreed, AT)


def test_who_sees_but_neither_reports_nor_reviews_does_not_speak(world: Reporting) -> None:
    """A head reads along in silence."""
    head = person(8, Grant("plans.read"))
    assert may_see_obligation(head, world.agreed, AT)
    assert may_remark(head, world.agreed, AT).reason == refusals.NO_REPORTING


def test_who_reports_elsewhere_does_not_speak_here(world: Reporting) -> None:
    """The akimat's executor is told that the publications are not theirs to see."""
    assert may_remark(world.contributor, world.counted, AT).reason == refusals.NOT_YOURS_TO_SEE


def test_what_hangs_under_the_own_obligation_is_seen(world: Reporting) -> None:
    """The lead sees the contribution, the contributor does not see the lead's obligation."""
    assert may_see_obligation(world.executor, world.contribution, AT)
    assert not may_see_obligation(world.contributor, world.lead, AT)


def test_a_region_reaches_what_lies_in_it(world: Reporting) -> None:
    """The secretary of the oblast reports for a body of its district, not for the ministry."""
    oblast = Territory.objects.create(code="100000000", kind="oblast", name_kk="Облыс")
    district = Territory.objects.create(
        code="101000000", kind="district", name_kk="Аудан", parent=oblast
    )
    Structure.objects.filter(pk=world.agreed.debtor_id).update(territory=district)
    secretary = person(9, Grant("obligations.report", territory_code=oblast.code))
    mine = Obligation.objects.get(pk=world.agreed.pk)
    assert may_report(secretary, mine, AT)
    assert may_report(secretary, world.counted, AT).reason == refusals.NO_REPORTING


def test_the_day_begins_in_almaty(world: Reporting) -> None:
    """A period that begins on 3 May is open from 19:00 UTC of 2 May, midnight in Kazakhstan."""
    not_begun(world)
    row = Obligation.objects.get(pk=world.agreed.pk)
    assert not may_report(world.contributor, row, datetime(2024, 5, 2, 18, 59, tzinfo=UTC))
    assert may_report(world.contributor, row, datetime(2024, 5, 2, 19, tzinfo=UTC))


@pytest.mark.parametrize(
    "rule",
    [may_report, may_consolidate, may_ask_extension, may_review, may_take_off,
     may_decide_extension, may_release, may_remark],
    ids=lambda rule: rule.__name__,
)  # fmt: skip
def test_who_has_the_powers_is_let_in_before_an_obligation_is_chosen(
    rule: Callable[..., object],
) -> None:
    """With all powers everywhere no rule objects to a page without an obligation."""
    every = ("obligations.report", "obligations.review", "plans.read")
    actor = Actor(1, None, "all", frozenset(map(Grant, every)))
    assert rule(actor, None, AT)
