"""The list of plans and one plan, as whole requests on 1 August 2024."""

import re
from datetime import date
from importlib import import_module

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from birlik.base.obligations.models import Obligation
from birlik.base.records.models import Act, Provision
from birlik.base.values.schedule import Schedule
from tests.domains.execution.plan_world import (
    AT,
    World,
    act_of,
    duty_of,
    indicator_of,
    large_plan,
    point,
    sign_in,
    small_plan,
)

pytestmark = pytest.mark.django_db
BUDGET = 15
"""How many queries a page of a plan may ask, those for the reader's session and office included."""


@pytest.fixture(autouse=True)
def _on_1_august_2024(monkeypatch: pytest.MonkeyPatch) -> None:
    """The pages are asked on that day."""
    for name in ("plan", "measure"):
        web = import_module(f"birlik.domains.execution.web.{name}")
        monkeypatch.setattr(web, "now", lambda: AT)


@pytest.fixture
def world(client: Client) -> World:
    """The small plan, and a reader of plans and indicators."""
    sign_in(client, "plans.read", "indicators.read")
    return small_plan()


def page_of(client: Client, world: World, query: str = "", language: str = "ru") -> str:
    """The plan in a language."""
    client.cookies["birlik_language"] = language
    answer = client.get(reverse("plan", kwargs={"pk": world.act.pk}) + query)
    assert answer.status_code == 200
    return answer.content.decode()


def rows_of(text: str) -> dict[str, str]:
    """The rows of a plan's tables by the number of the measure."""
    found = re.findall(r'<td class="point">([\d.]+)</td>(.*?)</tr>', text, re.DOTALL)
    return dict(found)


def figures_of(text: str) -> dict[str, str]:
    """The numbers on top, by the address they lead to."""
    return dict(re.findall(r'<a class="figure[^"]*" href="([^"]*)"><b>(\d+)</b>', text))


def test_the_list_counts_measures_and_obligations(client: Client, world: World) -> None:
    """Four measures and a sub-measure, six owed, two overdue, one void, one deadline unread."""
    text = client.get(reverse("plans")).content.decode()
    assert re.findall(r">4 <span class=\"quiet\">\+ 1</span>", text)
    assert re.findall(r'<td class="num" data-label="[^"]+">6</td>', text)
    link = f"{reverse('plan', kwargs={'pk': world.act.pk})}?year=all&amp;state="
    assert f'<a href="{link}overdue">2</a>' in text
    assert f'<a href="{link}void">1</a>' in text
    assert "қолданыста" in text


def test_an_empty_list_says_how_to_begin(client: Client) -> None:
    """A coordinator is told to import an act, anybody else to wait for the coordinator."""
    sign_in(client, "plans.read")
    client.cookies["birlik_language"] = "en"
    assert "The coordinator begins by importing an act" in client.get("/plans/").content.decode()


def test_an_empty_list_asks_the_coordinator_to_import(client: Client) -> None:
    """Whoever may import acts is told that this is how to begin."""
    sign_in(client, "plans.read", "acts.import")
    client.cookies["birlik_language"] = "en"
    assert "To begin, import an act." in client.get("/plans/").content.decode()


def test_the_figures_count_and_lead_to_what_they_count(client: Client, world: World) -> None:
    """Two overdue, one due in 30 days, one behind pace, three open, one void."""
    assert figures_of(page_of(client, world)) == {
        "?year=all&amp;state=overdue": "2",
        "?year=all&amp;state=soon": "1",
        "?year=all&amp;state=behind": "1",
        "?year=all&amp;state=open": "3",
        "?year=all&amp;state=void": "1",
    }


def test_each_measure_tells_its_state(client: Client, world: World) -> None:
    """Overdue, open for two akimats, behind pace, unread, as needed — in words, with a sign."""
    rows = rows_of(page_of(client, world))
    assert "Просрочено</span>" in rows["1"]
    assert "На исполнении: 2</span>" in rows["1.1"]
    assert "Отстает от графика</span>" in rows["2"]
    assert "Срок не прочитан" in rows["3"]
    assert "по мере необходимости</span>" in rows["4"]
    assert '<span aria-hidden="true">!</span>' in rows["1"]


def test_a_cell_of_the_strip_says_its_state_and_date(client: Client, world: World) -> None:
    """Not by colour alone: a letter, and period, due date and state in words."""
    row = rows_of(page_of(client, world))["1"]
    assert 'class="late" title="2024 год, срок 31.03.2024: просрочено"' in row
    assert row.count('role="listitem"') == 1


def test_several_debtors_share_a_cell_with_their_number(client: Client, world: World) -> None:
    """Two akimats that lead alone are one cell "И 2"."""
    row = rows_of(page_of(client, world))["1.1"]
    assert "И\u202f2</span>" in row
    assert "на исполнении 2" in row


def test_the_next_due_date_is_that_of_the_lead(client: Client, world: World) -> None:
    """Measure 2 is next due on 31.12.2024, though a contribution is due before."""
    assert "31.12.2024" in rows_of(page_of(client, world))["2"]


def test_a_group_has_its_short_name_and_says_the_long_one(client: Client, world: World) -> None:
    """There is little room beside a measure: the full name of a group is told on pointing at it."""
    lead = rows_of(page_of(client, world))["1.1"]
    assert '<span title="акиматы">ак-ты</span> <span class="quiet">(2)</span>' in lead


def test_a_repealed_act_says_that_nothing_new_falls_due(client: Client, world: World) -> None:
    """Who opens the plan of a repealed act learns what its states mean, and what repealed it."""
    other = act_of("1144")
    assert "Акт утратил силу" not in page_of(client, world)
    Act.objects.filter(pk=world.act.pk).update(repealed_on=date(2024, 7, 1), repealed_by=other)
    text = page_of(client, world)
    assert "Акт утратил силу: новых поручений по нему не возникает." in text
    assert f'<a href="/acts/{other.pk}/">' in text


def test_of_what_fell_due_before_the_installation_took_over_there_is_no_record(
    client: Client, world: World
) -> None:
    """Taken over on 1 January 2024: 2023 is unknown, never overdue; 2024 still is."""
    Act.objects.update(controlled_from=date(2024, 1, 1))
    Obligation.objects.filter(due_on__lt=date(2024, 1, 1)).update(recorded=False)
    text = page_of(client, world, "?year=2023")
    assert 'class="todo" title="2023 год, срок 31.03.2023: нет данных"' in rows_of(text)["1"]
    assert figures_of(text)["?year=all&amp;state=overdue"] == "1"
    assert figures_of(text)["?year=all&amp;state=no_record"] == "1"


def test_doubtful_fields_are_said(client: Client, world: World) -> None:
    """The executors of 1.1 were accepted as read."""
    rows = rows_of(page_of(client, world, language="kk"))
    assert "нақтылауды қажет етеді" in rows["1.1"]
    assert "орындаушылар" in rows["1.1"]
    assert "нақтылауды қажет етеді" not in rows["1"]


def test_words_in_another_language_are_marked(client: Client, world: World) -> None:
    """A Kazakh title on a Russian page carries its language; on a Kazakh page it does not."""
    assert '<span lang="kk">Кеңес отырысы</span>' in page_of(client, world)
    assert '<span lang="kk">' not in rows_of(page_of(client, world, language="kk"))["1"]


def test_all_years_show_every_occurrence(client: Client, world: World) -> None:
    """Measure 1 has three: two overdue and a void one."""
    row = rows_of(page_of(client, world, "?year=all"))["1"]
    assert row.count('role="listitem"') == 3
    assert 'class="void" title="2026 год, срок 31.03.2026: не применяется"' in row


def test_a_year_without_an_occurrence_names_the_year_that_has_one(
    client: Client, world: World
) -> None:
    """In 2023 measure 2 owes nothing: its row says "in 2024"."""
    assert "в 2024 году" in rows_of(page_of(client, world, "?year=2023"))["2"]


def test_a_state_narrows_the_measures(client: Client, world: World) -> None:
    """Only measure 1 has something overdue; only measure 2 something due soon."""
    assert set(rows_of(page_of(client, world, "?year=all&state=overdue"))) == {"1"}
    assert set(rows_of(page_of(client, world, "?year=all&state=soon"))) == {"2"}


def test_an_executor_narrows_measures_strips_and_figures(client: Client, world: World) -> None:
    """The first akimat owes 1.1 and the contribution to 2, and nothing overdue."""
    text = page_of(client, world, f"?executor={world.akimats[0].pk}")
    rows = rows_of(text)
    assert set(rows) == {"1.1", "2"}
    assert "срок 20.08.2024" in rows["2"]
    figures = figures_of(text)
    assert figures[f"?year=all&amp;executor={world.akimats[0].pk}&amp;state=overdue"] == "0"


def test_a_choice_without_result_says_what_to_do(client: Client, world: World) -> None:
    """Nothing scheduled: the page says so and offers to clear the filters."""
    text = page_of(client, world, "?state=scheduled")
    assert rows_of(text) == {}
    assert "сбросьте фильтры" in text


def test_a_direction_shows_its_indicator_and_what_contradicts_it(
    client: Client, world: World
) -> None:
    """Planned 80.6 for 2024, the fact 88.3 known before lies above the last plan of 81."""
    indicator_of(Provision.objects.get(kind="direction"))
    text = page_of(client, world)
    assert "план на 2024 год 80,6\u00a0%" in text
    assert "Факт 2021 года (88,3\u00a0%) уже выше плана на 2026 год (81\u00a0%; № 1014)." in text


def test_an_indicator_of_no_direction_stands_above_the_directions(
    client: Client, world: World
) -> None:
    """Where the act does not say which direction serves it, the indicator belongs to the act."""
    table = Provision.objects.create(
        act=world.act, kind="indicator", path="indicator/1", number="1", position=99
    )
    indicator_of(table)
    assert "Целевые индикаторы акта" in page_of(client, world)
    assert "Целевые индикаторы акта" not in page_of(client, world, "?year=2025")


def test_without_the_power_no_indicator_is_shown(client: Client) -> None:
    """A reader of plans alone sees no indicators."""
    sign_in(client, "plans.read")
    world = small_plan()
    indicator_of(Provision.objects.get(kind="direction"))
    assert "80,6" not in page_of(client, world)


def test_a_plan_of_one_year_without_directions_offers_no_such_choice(client: Client) -> None:
    """An order for 2024 whose points stand under no direction: no chips of years or directions."""
    sign_in(client, "plans.read")
    act = act_of("7", first_year=2024, last_year=2024)
    duty_of(point(act, "1", "Тапсырма"), Schedule("as_needed"), direction="")
    client.cookies["birlik_language"] = "ru"
    text = client.get(reverse("plan", kwargs={"pk": act.pk})).content.decode()
    assert 'class="chip"' not in text
    assert "Направление" not in text
    assert "по мере необходимости" in rows_of(text)["1"]


def test_an_act_without_duties_has_no_plan(client: Client, world: World) -> None:
    """An unknown number answers "not found"."""
    assert client.get(reverse("plan", kwargs={"pk": world.act.pk + 1})).status_code == 404


@pytest.mark.parametrize("address", ["/plans/", "/plans/1/", "/plans/1/measures/1/"])
def test_without_the_power_the_pages_are_refused_with_a_reason(
    client: Client, address: str
) -> None:
    """Another office is refused, in the reader's language."""
    sign_in(client, "acts.read")
    client.cookies["birlik_language"] = "kk"
    answer = client.get(address)
    assert answer.status_code == 403
    assert "жоспарларды көруге құқық бермейді" in answer.content.decode()


@pytest.mark.parametrize("query", ["", "?year=all", "?year=all&state=overdue"])
def test_a_plan_of_fifteen_thousand_obligations_keeps_its_budget(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries, query: str
) -> None:
    """The number of queries does not grow with measures, years or executors."""
    sign_in(client, "plans.read", "indicators.read")
    act = large_plan(measures=70, contributors=44)
    address = reverse("plan", kwargs={"pk": act.pk}) + query
    with django_assert_max_num_queries(BUDGET):
        answer = client.get(address)
    assert len(rows_of(answer.content.decode())) == 70


def test_the_list_of_plans_keeps_its_budget(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    """Counting is left to the database."""
    sign_in(client, "plans.read")
    large_plan(measures=12, contributors=4)
    with django_assert_max_num_queries(BUDGET):
        client.get(reverse("plans"))
