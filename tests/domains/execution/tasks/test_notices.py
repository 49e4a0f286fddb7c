"""Who is told of what happened to an obligation or an act: the right offices, once."""

from datetime import date, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from birlik.base.journal.action import action, announce
from birlik.base.journal.delivery import deliver_facts
from birlik.base.journal.models import Entry, StoredFact
from birlik.base.journal.queries import undelivered_facts
from birlik.base.obligations.actions import (
    accept_report,
    ask_extension,
    end_act,
    grant_extension,
    make_remark,
    refuse_extension,
    release_obligation,
    return_report,
    submit_report,
)
from birlik.base.obligations.facts import ActAdopted, ActCorrected
from birlik.base.obligations.models import Obligation, Submission
from birlik.base.records.models import Act
from birlik.base.registry.models import Account, Notice, Structure
from birlik.base.values.actor import Actor
from birlik.base.values.clock import FixedClock
from birlik.base.values.local_text import LocalText
from birlik.base.values.verdict import Verdict
from birlik.domains.execution.tasks import notices
from tests.base.obligations.reporting_world import AT, SYSTEM, again, later
from tests.domains.execution.offices import (
    Staffed,
    acting,
    delivered,
    settle,
    staffed,
    told,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """The worker's clock stands at 2 May 2024."""
    monkeypatch.setattr(notices, "SystemClock", lambda: FixedClock(AT))


@pytest.fixture
def world() -> Staffed:
    """Executors of both bodies, two coordinators, and an auditor who is told of nothing."""
    world = staffed()
    settle("executor", world.ministry, name="lead")
    settle("executor", world.akimat, name="contributor")
    settle("coordinator", world.committee, name="first")
    settle("coordinator", world.committee, name="second")
    settle("auditor", world.committee)
    return world


def actor(name: str) -> Actor:
    """The person of that name, acting."""
    return acting(Account.objects.get(email=f"{name}@birlik.example"))


def submitted(obligation: Obligation) -> Submission:
    """A report of the akimat's executor."""
    return submit_report(actor("contributor"), obligation, at=AT, text_kk="Орындалды")


def test_coordinators_are_told_of_a_leads_report(world: Staffed) -> None:
    """A report by agreement's debtor, which hangs under nobody, is told to both coordinators."""
    submitted(world.plan.agreed)
    assert delivered() == [("first", "report.submitted"), ("second", "report.submitted")]


def test_the_lead_is_told_of_a_contributors_report(world: Staffed) -> None:
    """A contribution is judged by the lead, so the lead's executor is told and no coordinator."""
    submitted(world.plan.contribution)
    assert delivered() == [("lead", "report.submitted")]


@pytest.mark.parametrize(
    ("judge", "key"), [(accept_report, "accepted"), (return_report, "returned")]
)
def test_the_debtor_is_told_of_the_decision(world: Staffed, judge: object, key: str) -> None:
    """Accepted or returned, those who report for the debtor are told."""
    submission = submitted(world.plan.agreed)
    delivered()
    reason = {"reason": "Толық емес"} if key == "returned" else {}
    judge(actor("first"), again(world.plan.agreed), at=AT, submission=submission.pk, **reason)
    assert ("contributor", f"report.{key}") in delivered()
    assert len(told()) == 3


def test_nobody_is_told_of_their_own_doing(world: Staffed) -> None:
    """Two report for one body: the one who did not write is told what the coordinator decided, and
    a coordinator's own remark goes to everybody else."""
    make_remark(actor("first"), world.plan.agreed, at=AT, text="Қалай?")
    assert delivered() == [("contributor", "remark.made"), ("second", "remark.made")]


def test_extensions_go_to_coordinators_and_back(world: Staffed) -> None:
    """A request is told to coordinators, also for a contribution; the decision to the debtor."""
    one = world.plan.contribution
    ask_extension(actor("contributor"), one, at=AT, wanted_on=date(2025, 1, 15), reason="қар")
    assert delivered() == [("first", "extension.asked"), ("second", "extension.asked")]
    Notice.objects.all().delete()
    refuse_extension(actor("first"), again(one), at=AT, ground="жоқ")
    assert delivered() == [("contributor", "extension.decided")]
    text = Notice.objects.get().name
    assert text.ru == "В продлении срока отказано: № 7, пункт 1, Акимат, срок 20.12.2024"
    ask_extension(actor("contributor"), again(one), at=AT, wanted_on=date(2025, 1, 9), reason="x")
    grant_extension(actor("first"), again(one), at=AT)
    deliver_facts(at=AT)
    granted = Notice.objects.filter(name_en__startswith="Extension granted").get()
    assert granted.name.en == "Extension granted: No. 7, point 1, Акимат, due 09.01.2025"


def test_a_release_is_told_to_the_debtor_and_the_lead(world: Staffed) -> None:
    """Of a released contribution its debtor and the lead who waited for it are told; where there is
    no lead above, the debtor alone."""
    for one in (world.plan.contribution, world.plan.agreed):
        release_obligation(actor("first"), one, at=AT, ground=world.plan.ground, reason="бұйрық")
    assert delivered() == [
        ("contributor", "obligation.released"),
        ("contributor", "obligation.released"),
        ("lead", "obligation.released"),
    ]


def test_what_becomes_of_an_act_is_told_to_all_whom_it_binds(world: Staffed) -> None:
    """A repeal is told to everybody who sees something owed under the act, with its plan; an act
    of which one owes nothing is not told to its executors."""
    idle = settle("executor", Structure.objects.create(kind="ministry", name_kk="Бос"), name="idle")
    end_act(SYSTEM, world.plan.act, at=AT, repealed_on=date(2024, 12, 1))
    notices.on_act_adopted(ActAdopted(world.plan.act.pk))
    deliver_facts(at=AT)
    everyone = ("contributor", "first", "lead", "second")
    assert told() == [(who, key) for who in everyone for key in ("ActAdopted", "ActRepealed")]
    assert not Notice.objects.filter(account=idle).exists()
    repeal = Notice.objects.filter(key__startswith="ActRepealed").first()
    assert repeal.name.kk == "Актінің күші жойылды: № 7, 10.01.2024"
    assert repeal.address == f"/plans/{world.plan.act.pk}/"


def test_each_correction_of_an_act_is_told(world: Staffed) -> None:
    """An act that is corrected twice is told twice, each time once."""
    for _time in range(2):
        corrected(world.plan.act)
        delivered()
        StoredFact.objects.filter(delivered_at=None).delete()
    assert told().count(("lead", "ActCorrected")) == 2


@action("act.corrected_in_test", may=lambda *_: Verdict.yes(), label=LocalText("т", "и", "c"))
def correct(_by: Actor, act: Act, /, *, at: datetime) -> None:
    """Announces a correction as the action does."""
    announce(ActCorrected(act.pk))


def corrected(act: Act) -> None:
    """A correction by the installation."""
    correct(SYSTEM, act, at=AT)


def test_a_notice_names_no_person_and_leads_to_the_page(world: Staffed) -> None:
    """It says in three languages what happened, to which point of which act, by body and date."""
    submitted(world.plan.agreed)
    delivered()
    one = Notice.objects.first()
    assert one.name.kk == "Қарауға есеп берілді: № 7, 3-тармақ, Әкімдік, мерзімі 31.05.2024"
    assert one.name.ru == "Отчет подан на рассмотрение: № 7, пункт 3, Акимат, срок 31.05.2024"
    assert one.name.en == "Report submitted for review: No. 7, point 3, Акимат, due 31.05.2024"
    assert one.address == f"/obligations/{world.plan.agreed.pk}/"
    assert "contributor" not in Entry.objects.get(action="notice.given").text


def test_only_todays_offices_are_told(world: Staffed) -> None:
    """Whoever left office is not told; whoever came in is, also an acting one; a closed account is
    not."""
    Account.objects.filter(email="second@birlik.example").update(is_active=False)
    settle("coordinator", world.committee, name="former", until=date(2024, 5, 2))
    settle("coordinator", world.committee, name="new", since=date(2024, 5, 2))
    settle("coordinator", world.committee, name="later", since=date(2024, 5, 3))
    submitted(world.plan.agreed)
    assert [who for who, _key in delivered()] == ["first", "new"]


def test_delivered_twice_is_told_once(world: Staffed) -> None:
    """A fact that is delivered again, as after a crash, gives no second notice and no entry."""
    submitted(world.plan.agreed)
    before = delivered()
    entries = Entry.objects.count()
    StoredFact.objects.update(delivered_at=None)
    assert delivered() == before
    assert Entry.objects.count() == entries


def test_what_is_old_is_told_to_nobody(world: Staffed, monkeypatch: pytest.MonkeyPatch) -> None:
    """A fact that waited for a week is told; one that waited for more than thirty days is delivered
    without a notice, be it of an obligation or of an act."""
    submitted(world.plan.contribution)
    monkeypatch.setattr(notices, "SystemClock", lambda: FixedClock(later(7)))
    assert delivered() == [("lead", "report.submitted")]
    submitted(world.plan.agreed)
    end_act(SYSTEM, world.plan.act, at=AT, repealed_on=date(2024, 12, 1))
    monkeypatch.setattr(notices, "SystemClock", lambda: FixedClock(later(31)))
    assert delivered() == [("lead", "report.submitted")]
    assert not undelivered_facts().exists()


def test_a_subscriber_that_fails_leaves_the_fact_waiting(
    world: Staffed, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When telling fails, the fact waits, and is told when it works again."""
    submitted(world.plan.agreed)
    with monkeypatch.context() as broken:
        broken.setattr(notices, "give_notices", lambda *_a, **_k: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            deliver_facts(at=AT)
    assert undelivered_facts().exists()
    assert len(delivered()) == 2


def test_telling_a_hundred_offices_takes_no_more_queries(world: Staffed) -> None:
    """However many hold office, who is to be told is found in a fixed number of queries."""
    for number in range(30):
        settle("executor", world.ministry, name=f"more{number}")
    submitted(world.plan.contribution)
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert len(delivered()) == 31
    assert len(asked) <= 25
