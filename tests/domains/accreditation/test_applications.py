"""An application's way: begun, written, submitted, returned, withdrawn, appealed."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from birlik.base.registry.models import Structure
from birlik.base.values.local_text import LocalText
from birlik.base.values.refused import RefusedError
from birlik.domains.accreditation import refusals
from birlik.domains.accreditation.actions import (
    PaperHead,
    answer_appeal,
    appeal,
    attach_paper,
    begin_application,
    complete_application,
    open_round,
    remove_paper,
    return_application,
    submit_application,
    withdraw_application,
    write_application,
)
from birlik.domains.accreditation.models import Application, AttachedPaper, Step
from birlik.domains.accreditation.queries.applications import checklist_of
from birlik.domains.accreditation.rules.applications import state_of
from birlik.domains.accreditation.rules.reach import region_of
from tests.domains.accreditation.world import (
    AT,
    ITEMS,
    SYSTEM,
    TODAY,
    WHY,
    Accrediting,
    accrediting,
    file,
)

pytestmark = pytest.mark.django_db
LATER = AT + timedelta(days=31)
NOTHING = LocalText()


@pytest.fixture
def found() -> Accrediting:
    """Associations, commissions and a round."""
    return accrediting()


def refused(why: LocalText, deed: Callable[..., object], /, *args: object, **given: object) -> None:
    """The deed is refused for this reason."""
    with pytest.raises(RefusedError) as caught:
        deed(*args, **given)
    assert caught.value.reason == why


def test_a_round_is_opened_once_a_year_in_the_order_of_its_days(found: Accrediting) -> None:
    """A year that is there, and days the wrong way round, are refused."""
    days = {"opened_on": date(2027, 1, 1), "closed_on": date(2027, 2, 1)}
    assert open_round(found.coordinator, None, at=AT, year=2027, **days).year == 2027
    refused(refusals.YEAR_TAKEN, open_round, SYSTEM, None, at=AT, year=2026, **days)
    back = {"opened_on": date(2028, 2, 1), "closed_on": date(2028, 1, 1)}
    refused(refusals.DAYS_BACKWARDS, open_round, SYSTEM, None, at=AT, year=2028, **back)
    refused(refusals.NO_RUNNING, open_round, found.secretary, None, at=AT, year=2029, **days)


def test_a_body_of_a_district_is_heard_in_its_region(found: Accrediting) -> None:
    """The commission is that of the region around the district; of the republic there is none."""
    region = found.world.abai
    Structure.objects.filter(pk=region.house.pk).update(territory=region.district, level="district")
    region.house.refresh_from_db()
    assert region_of(region.house) == region.territory
    assert region_of(found.republican) is None


def test_an_application_lists_the_branches(found: Accrediting) -> None:
    """The head begins it for the own association; its branches of today apply with it."""
    made = begin_application(found.head, found.body, at=AT, round_=found.round)
    assert list(made.branches.all()) == [found.branch]
    assert state_of(made) == "draft"
    assert not made.on_paper
    assert str(made) == f"{found.body} (2026)"


def test_what_stands_against_beginning(found: Accrediting) -> None:
    """Each obstacle is told by its own reason, and nothing is begun."""
    begin = {"at": AT, "round_": found.round}
    paper = PaperHead("7", TODAY)
    house = found.world.abai.house
    refused(refusals.NO_APPLYING, begin_application, found.head, found.foreign, **begin)
    refused(refusals.NOT_AN_ASSOCIATION, begin_application, SYSTEM, house, **begin)
    refused(refusals.PAPER_DETAILS, begin_application, found.secretary, found.body, **begin)
    blank = {**begin, "paper": PaperHead(" ", TODAY)}
    refused(refusals.PAPER_DETAILS, begin_application, found.secretary, found.body, **blank)
    for day in (date(2026, 10, 31), date(2026, 11, 21)):
        early = {**begin, "paper": PaperHead("7", day)}
        refused(refusals.PAPER_DAY, begin_application, found.secretary, found.body, **early)
    late = {"at": AT + timedelta(days=60), "round_": found.round}
    refused(refusals.CLOSED_ROUND, begin_application, found.head, found.body, **late)
    Structure.objects.filter(pk=found.foreign.pk).update(closed_on=date(2020, 1, 1))
    refused(refusals.NOT_AN_ASSOCIATION, begin_application, SYSTEM, found.foreign, **begin)
    assert not Application.objects.exists()
    begin_application(found.secretary, found.body, paper=paper, **begin)
    refused(refusals.APPLIED, begin_application, found.head, found.body, **begin)


def test_after_withdrawing_one_may_apply_anew(found: Accrediting) -> None:
    """An application that was withdrawn does not stand in the way of another."""
    made = begin_application(found.head, found.body, at=AT, round_=found.round)
    withdraw_application(found.head, made, at=AT)
    assert state_of(made) == "withdrawn"
    again = begin_application(found.head, found.body, at=AT, round_=found.round)
    assert again.pk != made.pk
    refused(refusals.NOT_NOW, withdraw_application, found.head, made, at=AT)
    refused(refusals.NO_APPLYING, withdraw_application, found.secretary, again, at=AT)


def test_an_application_is_written_by_its_head_alone(found: Accrediting) -> None:
    """Statement and branches are kept; a foreign body is no branch, and nobody else writes."""
    made = begin_application(found.head, found.body, at=AT, round_=found.round)
    given = {"at": AT, "statement": "Жұмысымыз"}
    write_application(found.head, made, branches=[], **given)
    made.refresh_from_db()
    assert made.statement == "Жұмысымыз"
    assert not made.branches.exists()
    foreign = [found.foreign.pk]
    refused(refusals.NO_BRANCH, write_application, found.head, made, branches=foreign, **given)
    refused(refusals.NO_APPLYING, write_application, found.secretary, made, branches=[], **given)
    late = {**given, "at": AT + timedelta(days=60)}
    refused(refusals.CLOSED_ROUND, write_application, found.head, made, branches=[], **late)


def test_papers_are_attached_by_the_checklist(found: Accrediting) -> None:
    """A file stands under its item; without a file only what came on paper is marked."""
    made = begin_application(found.head, found.body, at=AT, round_=found.round)
    one = attach_paper(found.head, made, at=AT, item="charter", file=file())
    assert one.document is not None
    assert str(one) == "жарғы.txt"
    refused(refusals.UNKNOWN_ITEM, attach_paper, found.head, made, at=AT, item="x", file=file())
    refused(refusals.ONLY_ON_PAPER, attach_paper, found.head, made, at=AT, item="charter")
    remove_paper(found.head, made, at=AT, paper=one.pk)
    assert not AttachedPaper.objects.exists()
    refused(refusals.SENT_PAPER, remove_paper, found.head, made, at=AT, paper=one.pk)


def test_an_application_is_submitted_whole(found: Accrediting) -> None:
    """While a paper is missing it is not submitted."""
    made = found.drafted()
    last = AttachedPaper.objects.get(item="plan")
    remove_paper(found.head, made, at=AT, paper=last.pk)
    refused(refusals.PAPERS_MISSING, submit_application, found.head, made, at=AT)
    attach_paper(found.head, made, at=AT, item="plan", file=file())
    submit_application(found.head, made, at=AT)
    assert state_of(made) == "checking"
    refused(refusals.NOT_NOW, submit_application, found.head, made, at=AT)


def test_returned_it_keeps_everything_and_comes_back(found: Accrediting) -> None:
    """The return names what is missing; what was sent stays but counts no more, and what is added
    can be taken out until it is submitted again."""
    made = found.submitted()
    step = return_application(found.secretary, made, at=AT, missing=["charter"], reason=WHY)
    assert (step.missing, step.reason) == (["charter"], WHY)
    assert state_of(made) == "returned"
    sent = made.papers.get(item="charter")
    refused(refusals.SENT_PAPER, remove_paper, found.head, made, at=AT, paper=sent.pk)
    later = AT + timedelta(days=1)
    new = attach_paper(found.head, made, at=later, item="charter", file=file("жаңа.txt"))
    remove_paper(found.head, made, at=later, paper=new.pk)
    refused(refusals.PAPERS_MISSING, submit_application, found.head, made, at=later)
    assert [one.code for one in checklist_of(made) if one.missing] == ["charter"]
    attach_paper(found.head, made, at=later, item="charter", file=file("жаңа.txt"))
    submit_application(found.head, made, at=later)
    complete_application(found.secretary, made, at=later)
    assert state_of(made) == "hearing"
    assert [one.kind for one in made.steps.all()] == [
        "submitted",
        "returned",
        "submitted",
        "completed",
    ]


def test_a_return_says_why(found: Accrediting) -> None:
    """Neither an item nor a reason, or an item that the checklist lacks, is refused."""
    made = found.submitted()
    back = {"at": AT, "reason": NOTHING}
    refused(refusals.NAME_MISSING, return_application, found.secretary, made, missing=[], **back)
    refused(refusals.UNKNOWN_ITEM, return_application, found.secretary, made, missing=["x"], **back)
    assert Step.objects.filter(kind="returned").count() == 0


def test_only_the_regions_secretary_checks(found: Accrediting) -> None:
    """Another region's secretary and the head do not; a republican association's is checked by who
    runs accreditation."""
    made = found.submitted()
    for actor in (found.other_secretary, found.head):
        refused(refusals.NO_CHECKING, complete_application, actor, made, at=AT)
    complete_application(found.coordinator, made, at=AT)
    refused(refusals.NOT_NOW, complete_application, found.secretary, made, at=AT)
    republican = found.drafted(found.republican)
    submit_application(SYSTEM, republican, at=AT)
    refused(refusals.NO_CHECKING, complete_application, found.secretary, republican, at=AT)
    complete_application(found.coordinator, republican, at=AT)


def test_an_application_on_paper_is_entered_by_the_secretary(found: Accrediting) -> None:
    """Its papers are marked without files; what lacks, the check says; the secretary may take it
    back for the association."""
    made = begin_application(
        found.secretary, found.body, at=AT, round_=found.round, paper=PaperHead("7", TODAY)
    )
    assert made.on_paper
    attach_paper(found.secretary, made, at=AT, item="charter")
    assert str(made.papers.get()) == "charter"
    submit_application(found.secretary, made, at=AT)
    refused(refusals.PAPERS_MISSING, complete_application, found.secretary, made, at=AT)
    return_application(found.secretary, made, at=AT, missing=["plan"], reason=NOTHING)
    for item in ITEMS:
        attach_paper(found.secretary, made, at=LATER, item=item)
    submit_application(found.secretary, made, at=LATER)
    withdraw_application(found.secretary, made, at=LATER)
    assert state_of(made) == "withdrawn"


def test_a_return_is_appealed_once_and_in_time(found: Accrediting) -> None:
    """Upheld, the commission has the application; dismissed, it is put right; nobody appeals twice,
    after 30 days, without words, or for another."""
    made = found.submitted()
    refused(refusals.NOT_NOW, appeal, found.head, made, at=AT, reason=WHY)
    return_application(found.secretary, made, at=AT, missing=["charter"], reason=WHY)
    refused(refusals.WORDS_NEEDED, appeal, found.head, made, at=AT, reason=NOTHING)
    refused(refusals.APPEAL_LATE, appeal, found.head, made, at=LATER, reason=WHY)
    refused(refusals.NO_APPLYING, appeal, found.secretary, made, at=AT, reason=WHY)
    appeal(found.head, made, at=AT + timedelta(days=30), reason=WHY)
    answer = {"at": LATER, "upheld": False, "reason": WHY}
    refused(refusals.NO_RUNNING, answer_appeal, found.secretary, made, **answer)
    answer_appeal(found.coordinator, made, **answer)
    assert state_of(made) == "returned"
    refused(refusals.APPEALED_ALREADY, appeal, found.head, made, at=AT, reason=WHY)
    refused(refusals.NOT_NOW, answer_appeal, found.coordinator, made, **answer)


def test_an_upheld_appeal_goes_to_the_commission(found: Accrediting) -> None:
    """The republic finds that the papers were enough."""
    made = found.submitted()
    return_application(found.secretary, made, at=AT, missing=["charter"], reason=WHY)
    appeal(found.head, made, at=AT, reason=WHY)
    answer_appeal(found.coordinator, made, at=AT, upheld=True, reason=WHY)
    assert state_of(made) == "hearing"
