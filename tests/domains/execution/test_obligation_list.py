"""The list of obligations, as whole requests on 2 May 2024 and after."""

import csv
import io
import re
from datetime import date, timedelta

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from birlik.base.obligations.engine.state import STATES
from birlik.base.obligations.models import Obligation
from birlik.base.obligations.queries import with_state
from birlik.base.records.models import Act, Wording
from birlik.base.registry.models import Structure, Territory
from birlik.domains.execution.queries.obligations import in_state
from tests.base.obligations.reporting_world import ADOPTED_ON, AT, later, owe
from tests.domains.execution.obligation_desk import Desk, address, at, desk, report, signed_in
from tests.domains.execution.plan_world import large_plan

pytestmark = pytest.mark.django_db
BUDGET = 15
"""How many queries the list may ask, those for the reader's session and office included."""


@pytest.fixture
def people(monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Everybody at work on 2 May 2024."""
    at(monkeypatch, AT)
    return desk()


def rows_of(client: Client, query: str = "") -> list[int]:
    """The numbers of the obligations on a page of the list, in order."""
    answer = client.get(f"/obligations/{query}")
    assert answer.status_code == 200
    found = re.findall(r'class="what" href="/obligations/(\d+)/"', answer.content.decode())
    return [int(one) for one in found]


def figures_of(client: Client, query: str = "") -> dict[str, int]:
    """The numbers on top, by their words."""
    text = client.get(f"/obligations/{query}").content.decode()
    found = re.findall(r'<a class="figure[^"]*" href="[^"]*"><b>(\d+)</b>([^<]*)</a>', text)
    chips = re.findall(r'<a class="chip"[^>]*>([^<]*) <b class="\w*">(\d+)</b></a>', text)
    return {name: int(count) for count, name in found} | {name: int(count) for name, count in chips}


def test_an_executor_sees_what_is_to_be_done_first(people: Desk) -> None:
    """The ministry owes the publications by 30 June and the minutes by 31 December; what the akimat
    contributes is in reach, and not to be done by the ministry."""
    plan = people.staff.plan
    assert rows_of(people.executor) == [plan.counted.pk, plan.lead.pk]
    assert rows_of(people.executor, "?state=any") == [
        *(plan.counted.pk, plan.contribution.pk, plan.lead.pk)
    ]
    own = [plan.counted.pk, plan.lead.pk]
    assert rows_of(people.executor, "?state=any&whose=mine") == own
    assert rows_of(people.contributor) == [plan.agreed.pk, plan.contribution.pk]


def test_a_coordinator_sees_all_that_is_under_control(people: Desk) -> None:
    """Everything unsettled by due date; what is void is not shown unless asked for."""
    plan = people.staff.plan
    Obligation.objects.filter(pk=plan.counted.pk).update(outcome="void", void_reason="corrected")
    under_control = [plan.agreed.pk, plan.contribution.pk, plan.lead.pk]
    assert rows_of(people.coordinator) == under_control
    assert rows_of(people.coordinator, "?state=void") == [plan.counted.pk]


def test_who_owes_nothing_is_told_so(people: Desk) -> None:
    """An empty list says what would be there."""
    text = people.foreign.get("/obligations/").content.decode()
    assert "Nothing waits for your report now." in text
    for state, words in (
        ("any", "No obligations yet"),
        ("review", "No reports are waiting for your review."),
        ("overdue", "No obligation stands in this state."),
        ("any&q=x", "Nothing found."),
    ):
        assert words in people.foreign.get(f"/obligations/?state={state}").content.decode()


def test_the_figures_count_states_and_groups(people: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """On 11 June: the information of the akimat is overdue, its contribution submitted and waiting
    for the ministry, the publications due in 30 days."""
    report(people.contributor, people.staff.plan.contribution)
    at(monkeypatch, later(40))
    assert figures_of(people.executor, "?state=any") == {
        **{"to do": 2, "returned to me": 0, "waiting for my review": 1, "due in 30 days": 1},
        **{"under control": 3, "submitted": 1, "open": 2, "all": 3},
    }
    assert figures_of(people.coordinator)["overdue"] == 1
    assert figures_of(people.coordinator)["waiting for my review"] == 0
    assert rows_of(people.executor, "?state=review") == [people.staff.plan.contribution.pk]
    assert rows_of(people.executor, "?state=soon") == [people.staff.plan.counted.pk]


def test_a_returned_report_is_to_be_done_again(people: Desk) -> None:
    """It is returned to its author and to nobody else, and waits for no review any more."""
    plan = people.staff.plan
    report(people.contributor, plan.agreed)
    assert rows_of(people.coordinator, "?state=review") == [plan.agreed.pk]
    submission = plan.agreed.submissions.get().pk
    people.coordinator.post(
        address(plan.agreed, "return/"), {"submission": submission, "reason": "Күні жоқ"}
    )
    assert rows_of(people.contributor, "?state=mine_returned") == [plan.agreed.pk]
    assert plan.agreed.pk in rows_of(people.contributor)
    assert rows_of(people.coordinator, "?state=review") == []


def test_nobody_is_asked_to_review_the_own_report(people: Desk) -> None:
    """Who reported for the lead and for a contributor is not asked to judge the contribution; the
    colleague is."""
    plan = people.staff.plan
    own = owe(
        plan.lead.duty, people.staff.ministry, date(2024, 12, 20),
        role="contributor", lead=plan.lead, number=2,
    )  # fmt: skip
    report(people.executor, own)
    assert rows_of(people.executor, "?state=review") == []
    assert rows_of(people.colleague, "?state=review") == [own.pk]


def test_the_list_is_narrowed_by_what_the_address_names(people: Desk) -> None:
    """Act, executor, year, role and days until the due date each leave the matching ones."""
    plan = people.staff.plan
    staff = people.staff
    for query, found in (
        (f"act={plan.act.pk}", 4),
        ("act=999", 0),
        (f"executor={staff.akimat.pk}", 2),
        ("year=2024", 4),
        ("year=2025", 0),
        ("role=contributor", 1),
        ("due=30", 1),
        ("due=90", 2),
        ("whose=mine", 0),
    ):
        assert len(rows_of(people.coordinator, f"?{query}")) == found, query


def test_the_list_is_narrowed_by_region(people: Desk) -> None:
    """A body in a district counts for the region that the district lies in."""
    region = Territory.objects.create(code="190000000", name_kk="Алматы облысы", kind="oblast")
    district = Territory.objects.create(
        code="191000000", name_kk="Аудан", kind="district", parent=region
    )
    Structure.objects.filter(pk=people.staff.akimat.pk).update(territory=district)
    plan = people.staff.plan
    rows = rows_of(people.coordinator, "?region=190000000")
    assert rows == [plan.agreed.pk, plan.contribution.pk]
    assert "Алматы облысы</option>" in people.coordinator.get("/obligations/").content.decode()
    assert 'name="region"' not in people.executor.get("/obligations/").content.decode()


def test_words_are_found_in_titles_and_names(people: Desk) -> None:
    """In whatever case, and all of them: "кеңес" in the title, "мин" in the short name."""
    plan = people.staff.plan
    Wording.objects.create(
        provision=plan.lead.duty.provision, language="kk", title="Кеңес отырысы", start=0, end=0,
        valid_from=ADOPTED_ON,
    )  # fmt: skip
    assert rows_of(people.coordinator, "?q=КЕҢЕС") == [plan.contribution.pk, plan.lead.pk]
    assert rows_of(people.coordinator, "?q=кеңес+мин") == [plan.lead.pk]
    assert rows_of(people.coordinator, "?q=кеңес+жоқ") == []


def test_the_list_is_sorted(people: Desk) -> None:
    """By due date unless asked otherwise: falling, by debtor, by point, by first report."""
    plan = people.staff.plan
    report(people.contributor, plan.agreed)
    everything = {plan.agreed.pk, plan.counted.pk, plan.contribution.pk, plan.lead.pk}
    assert rows_of(people.coordinator, "?sort=-due")[0] == plan.lead.pk
    assert rows_of(people.coordinator, "?sort=point")[-1] == plan.agreed.pk
    assert rows_of(people.coordinator, "?sort=debtor")[0] in {plan.counted.pk, plan.lead.pk}
    assert set(rows_of(people.coordinator, "?sort=reported")) == everything


def test_an_act_beside_its_retelling_is_counted_once(people: Desk) -> None:
    """What a retelling of the demonstration makes people owe is left out where the act is here."""
    plan = people.staff.plan
    Act.objects.filter(pk=plan.act.pk).update(told="retold")
    assert len(rows_of(people.coordinator)) == 4
    Act.objects.create(
        kind="decree", number="7", title_kk="Жоспар", adopted_on=ADOPTED_ON,
        in_force_from=ADOPTED_ON, first_year=2024, last_year=2025, confirmed_at=AT,
        controlled_from=ADOPTED_ON, issuer_kk="Басқа",
    )  # fmt: skip
    assert rows_of(people.coordinator) == []


def test_the_list_can_be_carried_away(people: Desk) -> None:
    """The file has a row for every obligation chosen, in the order and language of the page."""
    answer = people.coordinator.get("/obligations/?state=any&sort=-due&format=csv")
    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text), delimiter=";" if ";" in text else ","))
    assert len(rows) == 5
    assert rows[0][:4] == ["Act", "Point", "Measure", "Executor"]
    assert rows[1][3] == "Министерство"
    assert rows[1][-1] == "Open"


def test_each_state_is_found_by_its_own_condition(people: Desk) -> None:
    """On any day the conditions part all obligations as `with_state` names them."""
    plan = people.staff.plan
    ministry, on = people.staff.ministry, AT.date()
    for number, fields in enumerate(
        (
            {"pace_on": on - timedelta(1)},
            {"period_first": on + timedelta(9), "period_last": on + timedelta(99)},
            {"recorded": False},
            {"stage": "returned", "first_submitted_on": on},
            {"stage": "submitted", "first_submitted_on": on},
            {"outcome": "accepted", "first_submitted_on": on},
            {"outcome": "accepted", "first_submitted_on": date(2025, 1, 9)},
            {"outcome": "accepted"},
            {"outcome": "released"},
            {"outcome": "void", "void_reason": "after_repeal"},
            {"recorded": False, "stage": "submitted"},
        ),
        start=2,
    ):
        owe(plan.lead.duty, ministry, date(2024, 12, 31), number=number, **fields)
    owe(plan.lead.duty, ministry, date(2024, 4, 1), number=99)
    every = Obligation.objects.order_by("pk")
    named = {one.pk: one.state for one in with_state(every, on=on)}
    assert set(named.values()) == set(STATES)
    for state in STATES:
        found = set(every.filter(in_state(state, on=on)).values_list("pk", flat=True))
        assert found == {pk for pk, told in named.items() if told == state}, state


def test_a_long_list_keeps_its_budget(
    people: Desk, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    """900 obligations more: forty to a page, the number of queries does not grow."""
    act = large_plan(measures=4, contributors=44)
    lead = Structure.objects.filter(obligations__act=act, obligations__role="lead").first()
    assert lead is not None
    leader = signed_in("executor", lead, "leader")
    for client in (people.coordinator, people.head, leader):
        for query in ("", "?state=any", "?state=review", "?q=орган+01&year=2024"):
            client.get(f"/obligations/{query}")
            with django_assert_max_num_queries(BUDGET):
                client.get(f"/obligations/{query}")
    text = people.coordinator.get("/obligations/?state=any&page=2").content.decode()
    assert "41–80" in text
