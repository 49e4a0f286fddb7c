"""Search over acts, measures and obligations: what is found, by whom, and what stays hidden."""

from collections.abc import Iterator
from datetime import date

import pytest
from django.test import Client

from birlik.base.obligations.models import Obligation
from birlik.base.records.actions import word_act
from birlik.base.records.models import Act, Telling, Wording
from birlik.base.registry.actions import StructureRow, register_structure
from birlik.base.registry.models import Structure, Territory
from birlik.base.values.actor import Actor, Grant
from birlik.base.values.local_text import LocalText
from birlik.domains.execution.queries.search import Answers, answers
from birlik.domains.execution.queries.search import contents as contents_module
from birlik.domains.execution.queries.search.contents import contents
from tests.domains.execution.plan_world import (
    ADOPTED_ON,
    AT,
    SYSTEM,
    World,
    act_of,
    owed,
    point,
    sign_in,
    small_plan,
)

pytestmark = pytest.mark.django_db
ALL = Actor(1, 1, "coordinator", frozenset({Grant("plans.read"), Grant("acts.read")}))


@pytest.fixture(autouse=True)
def nothing_kept() -> Iterator[None]:
    """Each test begins without an index; the journal of a test is not that of the one before."""
    contents_module._kept.clear()
    yield
    contents_module._kept.clear()


@pytest.fixture
def world() -> World:
    """The small plan, its council also in Russian, with a heading."""
    made = small_plan()
    council = made.act.provisions.get(path="measure/1")
    Wording.objects.create(
        provision=council, language="ru", title="Заседание совета", valid_from=ADOPTED_ON
    )
    point(made.act, "2", "Медиация институтын дамыту", kind="section", start=7, end=20)
    return made


def found(query: str, by: Actor = ALL) -> Answers:
    """What a query finds on 1 August 2024."""
    return answers(query, by=by, at=AT)


def measures(result: Answers) -> list[str]:
    """The numbers of the measures found."""
    return [one.number for one in result.measures.hits]


def debts(result: Answers) -> list[tuple[str, date]]:
    """Abbreviation or name of the debtor, and due date, of the obligations found."""
    return [
        (one.obligation.debtor.short.kk, one.obligation.due_on) for one in result.obligations.hits
    ]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("кеңестің отырыстары", ["1"]),
        ("заседаний советов", ["1"]),
        ("клуб", ["1.1"]),
        ("1.1", ["1.1"]),
        ("1014 кеңес", ["1"]),
        ("даму клуб", ["1.1"]),
        ("медиация", []),
        ("жоқ сөз", []),
    ],
)
def test_measures_are_found_by_their_words_and_numbers(
    world: World, query: str, expected: list[str]
) -> None:
    """A measure is found by words in either language, by its number, and together with words of
    its act; a heading is no measure."""
    assert measures(found(query)) == expected


def test_acts_are_found_by_number_title_and_the_words_of_their_points(world: World) -> None:
    """An act answers to its number, day and title; a heading leads to its place in the text."""
    for query in ("1014", "15.09.2022", "дамудың жоспарлары", "плана развитию"):
        (hit,) = found(query).acts.hits
        assert (hit.act, hit.point) == (world.act.pk, None), query
    (hit,) = found("медиацияны дамыту").acts.hits
    assert hit.point == LocalText("Медиация институтын дамыту")
    assert hit.place == ("kk", 7)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        # Overdue, the newest first, then what comes; beyond 400 days nothing is near.
        ("МИН", [("МИН", "2024-03-31"), ("МИН", "2024-12-31")]),
        ("министрліктің", [("МИН", "2024-03-31"), ("МИН", "2024-12-31")]),
        ("клубтар", [("Абай", "2024-12-31"), ("Ұлытау", "2024-12-31")]),
        ("клубы Улытау", [("Ұлытау", "2024-12-31")]),
        ("абай", [("Абай", "2024-08-20"), ("Абай", "2024-12-31")]),
        # A period that is named: all of it, void ones among them, by date.
        ("МИН 2023", [("МИН", "2023-03-31")]),
        ("кеңес 2026", [("МИН", "2026-03-31")]),
        ("кеңес 2026 жыл", [("МИН", "2026-03-31")]),
        ("2024", []),
        ("кеңес Абай", []),
    ],
)
def test_obligations_are_found_by_measure_debtor_and_period(
    world: World, query: str, expected: list[tuple[str, str]]
) -> None:
    """An obligation answers when its measure, debtor and period hold all words between them."""
    assert [(who, str(when)) for who, when in debts(found(query))] == expected


def test_what_is_settled_is_found_where_nothing_is_owed(world: World) -> None:
    """Where nothing near is owed any more, the last that was settled is shown."""
    Obligation.objects.filter(debtor=world.ministry).update(outcome="released")
    assert debts(found("МИН")) == [("МИН", date(2024, 12, 31)), ("МИН", date(2024, 3, 31))]
    assert {one.obligation.state for one in found("МИН").obligations.hits} == {"released"}


def test_an_office_finds_what_it_reaches(world: World) -> None:
    """A structure finds what it owes and what hangs under that; of measures those under which it
    reaches something; a territory what lies in it."""
    first, second = world.akimats
    of_second = Actor(2, 2, "executor", frozenset({Grant("plans.read", structure_id=second.pk)}))
    assert measures(found("клубтар", of_second)) == ["1.1"]
    assert debts(found("клубтар", of_second)) == [("Ұлытау", date(2024, 12, 31))]
    assert found("кеңес", of_second).none
    assert found("абай", of_second).none
    assert found("1014", of_second).acts.hits == ()
    of_ministry = Actor(
        3, 3, "executor", frozenset({Grant("plans.read", structure_id=world.ministry.pk)})
    )
    assert debts(found("абай", of_ministry)) == [("Абай", date(2024, 8, 20))]
    place = Territory.objects.create(code="100000000", kind="oblast", name_kk="Абай облысы")
    Structure.objects.filter(pk=first.pk).update(territory=place)
    regional = Actor(
        4, 4, "secretary", frozenset({Grant("plans.read", territory_code="100000000")})
    )
    assert debts(found("клубтар", regional)) == [("Абай", date(2024, 12, 31))]
    assert measures(found("есеп", regional)) == ["2"]


def test_without_powers_nothing_is_found(world: World) -> None:
    """An office that reads neither acts nor plans finds nothing; one that reads acts, those."""
    assert found("кеңес 1014 МИН", Actor(5, 5, "nobody")).none
    assert found("1014", Actor(5, 5, "nobody")).none
    reader = Actor(6, 6, "auditor", frozenset({Grant("acts.read")}))
    assert len(found("1014", reader).acts.hits) == 1
    assert found("кеңес", reader).none


def test_a_retelling_beside_its_act_is_hidden(world: World) -> None:
    """Where an act itself is here, neither the demonstration's retelling of it nor what is owed
    under that is found."""
    Act.objects.filter(pk=world.act.pk).update(told=Telling.RETOLD)
    assert debts(found("МИН"))
    contents_module._kept.clear()
    act_of()
    assert measures(found("кеңес")) == []
    assert debts(found("МИН")) == []


def test_the_index_follows_the_journal(world: World) -> None:
    """A body registered after the first search is found by the next, and so is the new wording of
    an act; entries that change no word leave the index as it was."""
    register_structure(SYSTEM, None, at=AT, row=StructureRow("ministry", LocalText("Қор", "Фонд")))
    kept = contents()
    assert contents() is kept
    made = register_structure(
        SYSTEM, None, at=AT, row=StructureRow("institute", LocalText("Институт", "Институт"))
    )
    owed(world.act.provisions.get(path="measure/1").duty, made, date(2024, 9, 1))
    assert contents() is not kept
    assert debts(found("институты")) == [("Институт", date(2024, 9, 1))]
    kept = contents()
    words = {"measure/1": "Sittings of the council"}
    word_act(SYSTEM, world.act, at=AT, language="en", title="Council plan", words=words)
    assert contents() is not kept
    assert measures(found("sitting")) == ["1"]


def test_the_index_is_made_anew_after_very_many_entries(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After so many entries nobody asks what they were."""
    register_structure(SYSTEM, None, at=AT, row=StructureRow("ministry", LocalText("Қор", "Фонд")))
    kept = contents()
    monkeypatch.setattr(contents_module, "PATIENCE", 1)
    assert contents() is not kept


@pytest.mark.parametrize("group", ["acts", "measures", "obligations"])
def test_one_group_can_be_shown_alone(world: World, group: str) -> None:
    """A group asked for alone leaves the others out."""
    result = answers("кеңес", by=ALL, at=AT, alone=group)
    shown = {name for name in ("acts", "measures", "obligations") if getattr(result, name).hits}
    assert shown <= {group}


def test_a_group_says_when_there_is_more(world: World) -> None:
    """Of nine measures eight are shown, with the word that there are more; alone all nine."""
    measure = world.act.provisions.get(path="measure/1")
    for number in range(20, 29):
        made = point(world.act, str(number), "Кітапхана ашу")
        measure.duty.pk, measure.duty.provision = None, made
        measure.duty.save(force_insert=True)
    result = found("кітапхана")
    assert (len(result.measures.hits), result.measures.more) == (8, True)
    alone = answers("кітапхана", by=ALL, at=AT, alone="measures")
    assert (len(alone.measures.hits), alone.measures.more) == (9, False)


def test_the_page_marks_what_was_met(client: Client, world: World) -> None:
    """The page groups the answers, marks the words, links to the pages, and shows the text of the
    language in which the words stand."""
    sign_in(client, "plans.read", "acts.read")
    text = client.get("/search/", {"q": "кеңестер"}).content.decode()
    assert f'href="/plans/{world.act.pk}/measures/1/"' in text
    assert "<mark>Кеңес</mark> отырысы" in text
    assert 'value="кеңестер"' in text
    text = client.get("/search/", {"q": "советы"}).content.decode()
    assert "Кеңес отырысы</a>" in text
    assert '<span lang="ru">Заседание <mark>совета</mark></span>' in text
    (debt,) = Obligation.objects.filter(due_on=date(2023, 3, 31))
    text = client.get("/search/", {"q": "МИН 2023"}).content.decode()
    assert f'href="/obligations/{debt.pk}/"' in text
    text = client.get("/search/", {"q": "медиацияны"}).content.decode()
    assert f'href="/acts/{world.act.pk}/?at=7&amp;in=kk"' in text
    point(world.act, "9", "Көрме", kind="section")
    contents_module._kept.clear()
    text = client.get("/search/", {"q": "көрме"}).content.decode()
    assert f'href="/acts/{world.act.pk}/"' in text
    text = client.get("/search/", {"q": "1014"}).content.decode()
    assert "15.09.2022 № 1014" in text


def test_the_page_says_what_to_do_when_nothing_is_found(client: Client, world: World) -> None:
    """Without a query the page says what can be searched, without answers what to try; a query is
    shown as text, whatever it holds."""
    sign_in(client, "plans.read", "acts.read")
    client.cookies["birlik_language"] = "en"
    assert "A slip in a longer word is forgiven" in client.get("/search/").content.decode()
    text = client.get("/search/", {"q": "<script>жоқ</script>"}).content.decode()
    assert "Try fewer words" in text
    assert "<script>жоқ" not in text
    text = client.get("/search/", {"q": "кеңес", "group": "measures"}).content.decode()
    assert "All groups" in text


def test_search_asks_few_questions(
    client: Client, world: World, django_assert_max_num_queries
) -> None:
    """A search takes at most 15 queries, everything around it included."""
    sign_in(client, "plans.read", "acts.read")
    client.get("/search/", {"q": "кеңес"})
    with django_assert_max_num_queries(15):
        client.get("/search/", {"q": "кеңес МИН 2024"})
