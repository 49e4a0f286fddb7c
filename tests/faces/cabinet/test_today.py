"""The first screen, as whole requests."""

import re
from datetime import UTC, date, datetime, timedelta

import pytest
from django.contrib.auth.hashers import make_password
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from birlik.base.obligations.models import Obligation
from birlik.base.records.models import Act
from birlik.base.registry.models import Account, Structure, Territory
from birlik.faces.cabinet.sign_in import PREVIOUS_VISIT
from tests.base.obligations.reporting_world import AT, later, owe
from tests.domains.execution.obligation_desk import (
    Desk,
    at,
    desk,
    report,
    sent,
    signed_in,
)
from tests.domains.execution.offices import settle
from tests.domains.execution.plan_world import large_plan

pytestmark = pytest.mark.django_db
BUDGET = 15
"""How many queries the first screen may ask, those for session and office included."""


@pytest.fixture
def people(monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Everybody at work on 2 May 2024."""
    at(monkeypatch, AT)
    return desk()


def today(client: Client) -> str:
    """The first screen."""
    answer = client.get("/today/")
    assert answer.status_code == 200
    return answer.content.decode()


def figures_of(text: str) -> dict[str, tuple[int, str]]:
    """The numbers on top by their words, with the addresses they lead to."""
    found = re.findall(r'<a class="figure[^"]*" href="([^"]*)"><b>(\d+)</b>([^<]*)</a>', text)
    return {name: (int(count), url) for url, count, name in found}


def test_the_first_page_leads_here(people: Desk) -> None:
    """Who reads plans begins with the day."""
    for client in (people.executor, people.coordinator, people.head):
        assert client.get("/").headers["Location"] == "/today/"


def test_an_executor_sees_what_the_own_body_owes(
    people: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On 11 June the akimat is late with its information; nothing else falls due in 30 days. The
    publications of the ministry do, and its lateness is none of the akimat's."""
    at(monkeypatch, later(40))
    plan = people.staff.plan
    own = figures_of(today(people.contributor))
    assert own == {
        "Overdue": (1, "/obligations/?state=overdue&amp;whose=mine&amp;force=in_force"),
        "Due in 30 days": (0, "/obligations/?state=soon&amp;whose=mine&amp;force=in_force"),
        "Returned to me": (0, "/obligations/?state=mine_returned&amp;force=in_force"),
        "Waiting for my review": (0, "/obligations/?state=review&amp;force=in_force"),
    }
    text = today(people.executor)
    assert figures_of(text)["Due in 30 days"][0] == 1
    assert f'href="/obligations/{plan.counted.pk}/"' in text
    assert f'href="/obligations/{plan.agreed.pk}/"' not in text
    assert "Nothing is overdue." in text


def test_what_repealed_acts_left_stands_apart(
    people: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On 11 June, three days after the repeal: the akimat's information is still owed, and the
    report that waits can still be reviewed, but neither is among what is overdue or waits under
    acts in force, and nobody is asked about it. On the day of the repeal itself all was as ever."""
    plan = people.staff.plan
    report(people.contributor, plan.contribution)
    at(monkeypatch, later(40))
    Act.objects.filter(pk=plan.act.pk).update(repealed_on=date(2024, 6, 8))
    own, judged = today(people.contributor), today(people.executor)
    assert figures_of(own)["Overdue"][0] == 0
    assert figures_of(judged)["Waiting for my review"][0] == 0
    left = judged.partition("Left by repealed acts")[2]
    assert '"/obligations/?state=review&amp;force=repealed">Waiting for my review: 1</a>' in left
    assert "state=overdue&amp;whose=mine&amp;force=repealed" in own
    watched = today(people.coordinator)
    assert '"/obligations/?state=overdue&amp;force=repealed">Overdue: 1</a>' in watched
    assert "furthest behind" not in watched
    assert "What to ask" not in today(people.head)
    listed = people.contributor.get("/obligations/?state=overdue&whose=mine&force=repealed")
    assert f'href="/obligations/{plan.agreed.pk}/"' in listed.content.decode()
    hidden = people.contributor.get("/obligations/").content.decode()
    assert f'href="/obligations/{plan.agreed.pk}/"' not in hidden
    Act.objects.filter(pk=plan.act.pk).update(repealed_on=date(2024, 6, 11))
    assert figures_of(today(people.contributor))["Overdue"][0] == 1


def test_a_lead_is_told_of_contributions_and_returns(people: Desk) -> None:
    """A contribution waits for the ministry; returned, it is the akimat's again."""
    plan = people.staff.plan
    report(people.contributor, plan.contribution)
    assert figures_of(today(people.executor))["Waiting for my review"][0] == 1
    submission = plan.contribution.submissions.get().pk
    sent(people.executor, plan.contribution, "return/", submission=submission, reason="Кесте?")
    assert figures_of(today(people.contributor))["Returned to me"][0] == 1


def test_a_coordinator_is_told_of_reports_and_requests(people: Desk) -> None:
    """A report of a lead and a request for a later due date wait for the coordinator."""
    plan = people.staff.plan
    sent(people.contributor, plan.agreed, "extension/", wanted_on="20.06.2024", reason="Кешігеміз")
    report(people.contributor, plan.agreed)
    text = today(people.coordinator)
    assert figures_of(text)["Waiting for my review"][0] == 1
    assert "31.05.2024 → 20.06.2024" in text
    assert "Кешігеміз" in text
    assert "Returned to me" not in text
    assert "Requests for an extension" not in today(people.head)


def test_a_head_sees_who_is_behind_and_what_to_ask(
    people: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On 11 July: the akimat's information and the ministry's publications are overdue; of what
    fell due in a year but for the information, which is by agreement, nothing was in time; each
    name leads to what it has overdue."""
    region = Territory.objects.create(code="190000000", name_kk="Алматы облысы", kind="oblast")
    district = Territory.objects.create(
        code="191000000", name_kk="Аудан", kind="district", parent=region
    )
    Structure.objects.filter(pk=people.staff.akimat.pk).update(territory=district)
    at(monkeypatch, later(70))
    plan, staff = people.staff.plan, people.staff
    text = today(people.head)
    assert "on time in the last 12 months: 0 % of 1" in text
    question = "%s: why is 1 obligation overdue? It was due on %s."
    assert question % ("Акимат", "31.05.2024") in text
    assert question % ("МН", "30.06.2024") in text
    for address in (
        f"executor={staff.akimat.pk}",
        f"executor={staff.ministry.pk}",
        "region=190000000",
        f"act={plan.act.pk}",
    ):
        assert f'href="/obligations/?state=overdue&amp;{address}&amp;force=in_force"' in text
    assert "Алматы облысы" in text
    assert "What to ask" not in today(people.coordinator)


def test_the_share_in_time_counts_the_last_twelve_months(
    people: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of two that fell due within a year one was accepted in time; an older one, a released one,
    one by agreement and one that is still to come do not count: 50 % of 2."""
    at(monkeypatch, later(70))
    plan, ministry = people.staff.plan, people.staff.ministry
    accepted = {"outcome": "accepted", "first_submitted_on": date(2024, 5, 1)}
    owe(plan.lead.duty, ministry, date(2024, 5, 20), number=2, **accepted)
    owe(plan.lead.duty, ministry, date(2023, 5, 20), number=3, **accepted)
    owe(plan.lead.duty, ministry, date(2024, 5, 20), number=4, outcome="released")
    text = today(people.head)
    assert "on time in the last 12 months: 50 % of 2" in text


def test_news_since_the_last_visit_are_told(people: Desk) -> None:
    """What others have done since then about what is in reach; neither one's own deeds nor those
    about foreign obligations."""
    plan = people.staff.plan
    report(people.contributor, plan.agreed)
    report(people.contributor, plan.contribution)
    for client, told in (
        (people.executor, {plan.contribution.pk}),
        (people.coordinator, {plan.contribution.pk, plan.agreed.pk}),
        (people.contributor, set()),
        (people.foreign, set()),
    ):
        session = client.session
        session[PREVIOUS_VISIT] = (AT - timedelta(days=1)).isoformat()
        session.save()
        part = today(client).partition("Since your last visit")[2]
        assert {int(one) for one in re.findall(r"/obligations/(\d+)/", part)} == told
        assert ("Report submitted" in part) == bool(told)
        assert ("Nobody has done anything" in part) == (not told)


def test_a_first_visit_says_what_will_be_here(people: Desk) -> None:
    """Nobody is told of news since a visit that never was."""
    assert "This is your first visit." in today(people.executor)


def test_sign_in_keeps_the_visit_before(client: Client, people: Desk) -> None:
    """The instant of the sign-in before this one is kept; on the first one there is none."""
    account = settle("executor", people.staff.ministry, name="new")
    account.password = make_password("тұжырымдама-2030")
    account.save()
    entered = {"login": account.email, "password": "тұжырымдама-2030"}
    client.post("/account/login/", entered)
    assert PREVIOUS_VISIT not in client.session
    before = datetime(2024, 5, 1, 6, tzinfo=UTC)
    Account.objects.filter(pk=account.pk).update(last_login=before)
    client.post("/account/logout/")
    client.post("/account/login/", entered)
    assert datetime.fromisoformat(client.session[PREVIOUS_VISIT]) == before


def test_a_full_day_keeps_its_budget(
    people: Desk,
    monkeypatch: pytest.MonkeyPatch,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    """With 900 obligations more, every list full and news to tell, no office asks more."""
    act = large_plan(measures=4, contributors=44)
    at(monkeypatch, later(560))
    every = Obligation.objects.filter(act=act)
    leads = every.filter(role="lead")
    for one in every.filter(role="contributor", period="2025")[:60]:
        lead = leads.get(duty=one.duty_id, period=one.period)
        Obligation.objects.filter(pk=one.pk).update(lead=lead, stage="submitted")
    leads.filter(period="2024").update(stage="returned")
    report(people.contributor, people.staff.plan.agreed)
    lead = leads.first()
    assert lead is not None
    leader = signed_in("executor", lead.debtor, "leader")
    for client in (people.coordinator, people.head, leader, people.contributor):
        session = client.session
        session[PREVIOUS_VISIT] = AT.isoformat()
        session.save()
        today(client)
        with django_assert_max_num_queries(BUDGET):
            today(client)
    assert figures_of(today(leader))["Waiting for my review"][0] == 60
    assert figures_of(today(people.coordinator))["Overdue"][0] > 8
