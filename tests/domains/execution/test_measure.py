"""One measure, as whole requests on 1 August 2024."""

from dataclasses import replace
from importlib import import_module

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from birlik.base.journal.models import Entry
from birlik.base.obligations.actions import end_act
from birlik.base.obligations.models import Duty
from birlik.base.records.models import Source, Wording
from birlik.base.registry.models import Appointment
from birlik.base.registry.queries import actor_in
from birlik.base.values.actor import Grant
from tests.domains.execution.plan_world import (
    ADOPTED_ON,
    AT,
    SYSTEM,
    World,
    large_plan,
    sign_in,
    small_plan,
)

pytestmark = pytest.mark.django_db
BUDGET = 15
"""How many queries the page of a measure may ask, session and office included."""


@pytest.fixture(autouse=True)
def _on_1_august_2024(monkeypatch: pytest.MonkeyPatch) -> None:
    """The page is asked on that day."""
    web = import_module("birlik.domains.execution.web.measure")
    monkeypatch.setattr(web, "now", lambda: AT)


@pytest.fixture
def world(client: Client) -> World:
    """The small plan, and a reader of plans."""
    sign_in(client, "plans.read")
    return small_plan()


def page_of(
    client: Client, world: World, number: str, query: str = "", language: str = "ru"
) -> str:
    """The measure in a language."""
    client.cookies["birlik_language"] = language
    address = reverse("measure", kwargs={"pk": world.act.pk, "number": number})
    answer = client.get(address + query)
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_source_words_stand_marked_in_their_surroundings(client: Client, world: World) -> None:
    """What the measure was read from is marked, what stands around it is not."""
    text = page_of(client, world, "1")
    assert "Басы. <mark>1. Кеңес отырысы; хаттама; 31 наурызға дейін.</mark> Соңы." in text
    assert "Текста этого пункта на другом языке нет" in text


def test_both_languages_stand_side_by_side_where_they_exist(client: Client, world: World) -> None:
    """With a Russian wording the note about the missing language is gone."""
    provision = Duty.objects.get(provision__number="1").provision
    Wording.objects.create(
        provision=provision, language="ru", title="Заседание Совета", valid_from=ADOPTED_ON
    )
    text = page_of(client, world, "1")
    assert "Қазақша" in text
    assert "На русском" in text
    assert "Этих слов нет ни в одном исходном тексте." in text
    assert "Текста этого пункта на другом языке нет" not in text


def test_the_deadline_is_said_in_plain_words_beside_those_of_the_act(
    client: Client, world: World
) -> None:
    """What the act prints, and how it was understood."""
    text = page_of(client, world, "1")
    assert "«31 наурызға дейін»" in text
    assert "ежегодно" in text


def test_an_unread_deadline_owes_nothing_and_says_so(client: Client, world: World) -> None:
    """Nothing falls due until somebody reads it; the act's words are shown."""
    text = page_of(client, world, "3")
    assert "Срок не прочитан: пока его не уточнит человек, поручений к сроку нет." in text
    assert "«екі жылда бір»" in text
    assert "По этому мероприятию поручений к сроку нет." in text


def test_doubtful_fields_are_named(client: Client, world: World) -> None:
    """The executors of 1.1 were accepted as read, nobody vouched for them."""
    assert "Требует уточнения: исполнители." in page_of(client, world, "1.1")


def test_a_void_obligation_says_why(client: Client, world: World) -> None:
    """The one of 2026 falls due after the repeal."""
    text = page_of(client, world, "1", "?state=void")
    assert "срок наступает после утраты актом силы" in text
    assert 'data-label="Срок">31.03.2026' in text
    assert 'data-label="Срок">31.03.2024' not in text


def test_a_group_is_expanded_on_demand(client: Client, world: World) -> None:
    """The akimats of the group are listed behind its name."""
    text = page_of(client, world, "1.1")
    assert '<summary>акиматы <span class="quiet">(2)</span></summary>' in text
    assert "<li>Абай</li>" in text
    assert "общее на всех" in text


def test_a_group_that_the_charter_no_longer_lists_keeps_the_words_of_the_act(
    client: Client, world: World
) -> None:
    """The name printed in the act stands in its place."""
    party = Duty.objects.get(provision__number="1.1").parties.get()
    party.group = "forgotten"
    party.save()
    text = page_of(client, world, "1.1")
    assert '<span lang="kk">әкімдіктер</span>' in text
    assert "<summary>" not in text


def test_obligations_are_narrowed_by_year_executor_and_state(client: Client, world: World) -> None:
    """Measure 2: the contribution of the akimat is due within 30 days, the lead's is not."""
    due_soon = page_of(client, world, "2", "?state=soon")
    assert "20.08.2024" in due_soon
    assert 'data-label="Срок">31.12.2024' not in due_soon
    own = page_of(client, world, "2", f"?executor={world.ministry.pk}&year=2024")
    assert 'data-label="Срок">20.08.2024' not in own
    assert "промежуточная дата: 01.07.2024" in own
    assert "Ничего не найдено" in page_of(client, world, "2", "?state=overdue")


def test_findings_that_point_at_the_words_are_shown(client: Client, world: World) -> None:
    """The finding stands with measure 1, into whose words it points, and not with measure 2."""
    assert "Срок сомнителен" in page_of(client, world, "1")
    assert "Срок сомнителен" not in page_of(client, world, "2")


def test_a_sub_measure_leads_to_its_parent_and_back(client: Client, world: World) -> None:
    """1.1 hangs under 1, which lists it."""
    parent = reverse("measure", kwargs={"pk": world.act.pk, "number": "1"})
    child = reverse("measure", kwargs={"pk": world.act.pk, "number": "1.1"})
    assert f'href="{parent}"' in page_of(client, world, "1.1")
    assert f'href="{child}"' in page_of(client, world, "1")


def test_the_history_names_what_was_done_and_by_whom(client: Client, world: World) -> None:
    """The repeal of the act stands in the history of its measures."""
    assert "Записей пока нет." in page_of(client, world, "1", "history/")
    end_act(SYSTEM, world.act, at=AT, repealed_on=AT.date())
    text = page_of(client, world, "1", "history/")
    assert "Акт утратил силу" in text
    assert "01.08.2024, 11:00" in text
    assert "система</span>" in text


def test_the_history_survives_an_action_that_is_gone(client: Client, world: World) -> None:
    """An entry of an action that this version no longer has shows its key and its actor."""
    end_act(SYSTEM, world.act, at=AT, repealed_on=AT.date())
    Entry.objects.update(action="act.forgotten", account=1, actor="Айгүл")
    text = page_of(client, world, "1", "history/")
    assert "act.forgotten" in text
    assert "Айгүл</span>" in text


def test_the_history_names_person_and_office_yet_the_journal_no_person(
    client: Client, world: World
) -> None:
    """Who acted is named in the reader's language; of the person the journal keeps a number."""
    holder = Appointment.objects.get()
    grants = frozenset({Grant("acts.import")})
    by = replace(actor_in(holder, holder.person.account, on=AT.date()), powers=grants)
    end_act(by, world.act, at=AT, repealed_on=AT.date())
    assert "Оқырман — ч</span>" in page_of(client, world, "1", "history/")
    assert not Entry.objects.filter(text__contains="Оқырман").exists()


def test_the_history_is_fetched_when_it_comes_into_view(client: Client, world: World) -> None:
    """The measure's page asks for its history later, as a part; without script it is a page."""
    address = reverse("measure_history", kwargs={"pk": world.act.pk, "number": "1"})
    assert f'hx-get="{address}" hx-trigger="revealed"' in page_of(client, world, "1")
    part = client.get(address, headers={"HX-Request": "true"}).content.decode()
    assert part.startswith('<ul class="plain">')
    unknown = reverse("measure_history", kwargs={"pk": world.act.pk, "number": "99"})
    assert client.get(unknown).status_code == 404


def test_a_measure_without_a_source_shows_its_words_alone(client: Client, world: World) -> None:
    """Where no text was kept, the title stands and it is said that no source carries it."""
    Source.objects.all().delete()
    assert "Этих слов нет ни в одном исходном тексте." in page_of(client, world, "1")


def test_an_address_beyond_any_number_is_not_found(client: Client, world: World) -> None:
    """A number that no database holds is an unknown plan, not a fault."""
    assert client.get(f"/plans/{'9' * 30}/").status_code == 404


def test_an_unknown_number_is_not_found(client: Client, world: World) -> None:
    """A number that the act does not have has no page."""
    address = reverse("measure", kwargs={"pk": world.act.pk, "number": "99"})
    assert client.get(address).status_code == 404


def test_a_point_that_made_no_duty_has_no_page(client: Client, world: World) -> None:
    """A measure's words alone owe nothing."""
    duty = Duty.objects.get(provision__number="4")
    duty.parties.all().delete()
    duty.delete()
    address = reverse("measure", kwargs={"pk": world.act.pk, "number": "4"})
    assert client.get(address).status_code == 404


def test_the_page_of_a_large_measure_keeps_its_budget(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    """225 obligations: forty to a page, the number of queries does not grow."""
    sign_in(client, "plans.read")
    act = large_plan(measures=2, contributors=44)
    address = reverse("measure", kwargs={"pk": act.pk, "number": "1"})
    with django_assert_max_num_queries(BUDGET):
        text = client.get(address).content.decode()
    assert "1–40" in text
    assert "225" in text
