"""The scorecards of executors and regions, whom they are shown to, and what they say."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from birlik.base.charter.models import CharterItem
from birlik.base.obligations.models import Obligation
from birlik.base.registry.models import Office, Structure, Territory
from birlik.base.ui import pages
from birlik.base.values.actor import Actor, Grant
from birlik.base.values.clock import FixedClock
from birlik.base.values.schedule import Schedule
from birlik.domains.execution.engine.scoring import Scope
from birlik.domains.execution.queries.scorecard import (
    quarters_of,
    scorecards,
    structure_card,
)
from tests.domains.execution.plan_world import act_of, duty_of, large_plan, owed, point, sign_in

pytestmark = pytest.mark.django_db
ON = date(2024, 8, 1)
BUDGET = 15


@dataclass(frozen=True, slots=True)
class Scores:
    """Two akimats of two oblasts and a ministry."""

    ministry: Structure
    first: Structure
    second: Structure
    oblast: Territory


@pytest.fixture
def world(monkeypatch: pytest.MonkeyPatch) -> Scores:
    """On 1 August 2024: the ministry kept 4 of 6 (one late, one overdue since 31 May), the first
    akimat 1 of 2 (one returned) and by agreement 0 of 1, the second has nothing fallen due."""
    monkeypatch.setattr(
        pages, "SystemClock", lambda: FixedClock(datetime(2024, 8, 1, 6, tzinfo=UTC))
    )
    oblast, other = (
        Territory.objects.create(
            code=code, kind="oblast", name_kk=name, name_ru=name, short_kk=name[:4],
            short_ru=name[:4], tile_column=place, tile_row=1,
        )
        for place, (code, name) in enumerate((("100000000", "Абай"), ("110000000", "Ақмола")))
    )  # fmt: skip
    district = Territory.objects.create(
        code="101000000", kind="district", name_kk="Аудан", parent=oblast
    )
    ministry = Structure.objects.create(
        kind="ministry", name_kk="Министрлік", name_ru="Министерство"
    )
    first = Structure.objects.create(
        kind="akimat", name_kk="Бірінші", name_ru="Первый", territory=district
    )
    second = Structure.objects.create(
        kind="akimat", name_kk="Екінші", name_ru="Второй", territory=other
    )
    act = act_of()
    duty = duty_of(point(act, "1", "Кеңес отырысы"), Schedule("month"))
    for month in range(1, 5):
        kept(duty, ministry, date(2024, month, 28), date(2024, month, 20))
    kept(duty, ministry, date(2024, 6, 28), date(2024, 7, 1))
    owed(duty, ministry, date(2024, 5, 31), period="2024-05")
    kept(duty, first, date(2024, 3, 31), date(2024, 3, 31), role="contributor")
    owed(duty, first, date(2024, 6, 30), period="2024-06", stage="returned",
         first_submitted_on=date(2024, 6, 1))  # fmt: skip
    owed(duty, first, date(2024, 6, 29), period="a", by_agreement=True)
    owed(duty, second, date(2024, 12, 31))
    return Scores(ministry, first, second, oblast)


def kept(duty: object, debtor: Structure, due_on: date, first: date, **more: object) -> Obligation:
    """An obligation reported on a day and accepted."""
    return owed(
        duty, debtor, due_on, period=f"{due_on:%Y-%m}", outcome="accepted",
        first_submitted_on=first, **more,
    )  # fmt: skip


def words_of(client: Client, address: str, language: str = "ru") -> str:
    """A page in a language, its tags and its runs of blanks left out."""
    client.cookies["birlik_language"] = language
    answer = client.get(address)
    assert answer.status_code == 200
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


def test_rates_stand_with_their_denominators(client: Client, world: Scores) -> None:
    """4 of 6 are 67 per cent; of two no percentage is told; by agreement stands apart."""
    sign_in(client, "plans.read")
    text = words_of(client, reverse("scorecards"))
    assert re.search(r"Министерство .{0,20}67 % 4 из 6", text)
    assert re.search(r"Первый Абай .{0,20}1 из 2", text)
    assert "Второй" not in text
    assert "0 из 1" in text
    assert "63 % в срок: 5 из 8" in text


def test_each_region_has_a_tile_with_its_number(client: Client, world: Scores) -> None:
    """Abai, where a body of its district kept 1 of 2; Aqmola, where nothing has fallen due."""
    sign_in(client, "plans.read")
    client.cookies["birlik_language"] = "ru"
    page = client.get(reverse("scorecards")).content.decode()
    tiles = re.findall(
        r'<li class="(c\d r\d)"><a class="tile (\w+)" href="([^"]+)" title="([^"]+)"', page
    )
    assert tiles == [
        ("c0 r1", "todo", "/scorecards/regions/100000000/", "Абай: 1 из 2"),
        (
            "c1 r1",
            "todo",
            "/scorecards/regions/110000000/",
            "Ақмола: — — срок не наступил ни у одного",
        ),
    ]


def test_a_card_lists_what_is_late_and_the_quarters(client: Client, world: Scores) -> None:
    """The ministry: overdue by 62 days since 31 May; first quarter 3 of 3, second 1 of 3."""
    sign_in(client, "plans.read")
    text = words_of(client, reverse("scorecard", kwargs={"pk": world.ministry.pk}))
    assert "Кеңес отырысы" in text
    assert "просрочено на 62 дня" in text
    assert "I квартал 2024 года 3 из 3" in text
    assert "II квартал 2024 года 1 из 3" in text
    assert "как ответственный за свод 67 % — 4 из 6" in text


def test_a_region_adds_its_bodies_up(client: Client, world: Scores) -> None:
    """What was returned past its date is late; what was owed by agreement is not."""
    sign_in(client, "plans.read")
    text = words_of(client, reverse("region_scorecard", kwargs={"code": world.oblast.code}))
    assert "Просрочено и возвращено 1" in text
    assert "30.06.2024" in text
    assert "29.06.2024" not in text
    assert "как соисполнитель 1 из 1" in text


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("?period=2024-Q1", "в срок"),
        ("?period=2024-H1&role=contributor", "в срок"),
        ("?period=2023", "Среди выбранного нет"),
        ("?act=9999", "Среди выбранного нет"),
    ],
)
def test_a_card_is_narrowed_by_its_address(
    client: Client, world: Scores, query: str, expected: str
) -> None:
    """A period or act in which nothing fell due says so and offers to clear the choice."""
    sign_in(client, "plans.read")
    address = reverse("scorecard", kwargs={"pk": world.first.pk}) + query
    assert expected in words_of(client, address)


def test_the_list_is_searched_and_sorted(client: Client, world: Scores) -> None:
    """By name in any language and by region. Both have one late: who kept less stands first."""
    everyone = Actor(1, 1, "x", frozenset({Grant("plans.read")}))

    def names(scope: Scope) -> list[str]:
        return [row.structure.name_kk for row in scorecards(scope, by=everyone, on=ON).rows]

    assert names(Scope()) == ["Бірінші", "Министрлік"]
    assert names(Scope(sort="rate")) == ["Бірінші", "Министрлік"]
    assert names(Scope(sort="-name")) == ["Министрлік", "Бірінші"]
    assert names(Scope(sort="name")) == ["Бірінші", "Министрлік"]
    assert names(Scope(q="первый")) == ["Бірінші"]
    assert names(Scope(q="абай")) == ["Бірінші"]
    assert names(Scope(q="жоқ")) == []


def test_an_office_sees_the_cards_within_its_reach(world: Scores) -> None:
    """An executor the own card, a secretary those of the region, and neither a map."""
    own = Actor(1, 1, "x", frozenset({Grant("plans.read", structure_id=world.ministry.pk)}))
    region = Actor(2, 2, "y", frozenset({Grant("plans.read", territory_code=world.oblast.code)}))
    for actor, seen in ((own, world.ministry), (region, world.first)):
        found = scorecards(Scope(), by=actor, on=ON)
        assert [row.structure for row in found.rows] == [seen]
        assert found.regions == ()


def sign_in_at(client: Client, structure: Structure) -> None:
    """Sign a person in whose office reads the plans of a structure alone."""
    sign_in(client, "plans.read")
    reach = {"powers": {"plans.read": "structure"}}
    CharterItem.objects.filter(code="reader").update(properties=reach)
    Office.objects.update(structure=structure)


def test_a_foreign_card_is_refused_like_one_that_does_not_exist(
    client: Client, world: Scores
) -> None:
    """An executor of the ministry opens the own card, and learns nothing of others."""
    sign_in_at(client, world.ministry)
    client.cookies["birlik_language"] = "ru"
    assert client.get(reverse("scorecard", kwargs={"pk": world.ministry.pk})).status_code == 200
    foreign = client.get(reverse("scorecard", kwargs={"pk": world.first.pk}))
    absent = client.get(reverse("scorecard", kwargs={"pk": 999_999}))
    region = client.get(reverse("region_scorecard", kwargs={"code": world.oblast.code}))
    for answer in (foreign, absent, region):
        assert answer.status_code == 403
        assert "Здесь нет ничего, что относится к вашей должности" in answer.content.decode()


def test_who_sees_everything_is_told_that_there_is_no_such_card(
    client: Client, world: Scores
) -> None:
    """Unknown numbers and codes, and codes of smaller places, are not found."""
    sign_in(client, "plans.read")
    assert client.get(reverse("scorecard", kwargs={"pk": 999_999})).status_code == 404
    for code in ("999999999", "101000000"):
        assert client.get(reverse("region_scorecard", kwargs={"code": code})).status_code == 404


def test_a_closed_body_names_its_successor(client: Client, world: Scores) -> None:
    """The ministry became the second akimat's body on 1 July: its card says where its debts count,
    and the successor's card has them."""
    Structure.objects.filter(pk=world.ministry.pk).update(
        closed_on=date(2024, 7, 1), successor=world.second
    )
    sign_in(client, "plans.read")
    text = words_of(client, reverse("scorecard", kwargs={"pk": world.ministry.pk}))
    assert "Упразднено 01.07.2024" in text
    card = structure_card(world.second, Scope(), on=ON)
    assert card.total.bound.rate.whole == 6
    assert card.late_count == len(card.late) == 1


def test_quarters_without_anything_due_are_not_left_out() -> None:
    """From the fourth quarter of 2023 to the second of 2024 are three; of nothing, none."""
    world = {date(2023, 10, 1): "a", date(2024, 4, 1): "b"}
    assert [one.code for one, _score in quarters_of(world)] == ["2023-Q4", "2024-Q1", "2024-Q2"]
    assert quarters_of({}) == ()


def test_nothing_fallen_due_says_what_will_be_here(client: Client) -> None:
    """Both the empty list and an empty card explain themselves."""
    sign_in(client, "plans.read")
    body = Structure.objects.create(kind="council", name_kk="Кеңес", name_ru="Совет")
    assert "кто его соблюл" in words_of(client, reverse("scorecards"))
    assert "Ничего не найдено" in words_of(client, reverse("scorecards") + "?q=x")
    assert "соблюден ли он" in words_of(client, reverse("scorecard", kwargs={"pk": body.pk}))


def test_nothing_late_is_said(client: Client, world: Scores) -> None:
    """Of the first quarter the ministry has kept everything."""
    sign_in(client, "plans.read")
    address = reverse("scorecard", kwargs={"pk": world.ministry.pk}) + "?period=2024-Q1"
    assert "Просроченного нет" in words_of(client, address)


def test_the_list_is_a_file(client: Client, world: Scores) -> None:
    """Counts in columns of their own; the rate is whole per cent, also of few."""
    sign_in(client, "plans.read")
    client.cookies["birlik_language"] = "ru"
    answer = client.get(reverse("scorecards") + "?format=csv")
    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    rows = {line.split(";")[0]: line.strip().split(";")[1:] for line in text.splitlines()}
    assert rows["Министерство"] == ["", "6", "4", "67", "1", "1", "0", "0", "0", "0", "0", "0"]
    assert rows["Первый"] == ["Абай", "2", "1", "50", "0", "0", "1", "0", "0", "1", "0", "0"]


@pytest.mark.parametrize("page", ["list", "structure", "region"])
def test_the_pages_keep_their_budget(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries, page: str
) -> None:
    """The number of queries does not grow with obligations, executors or regions."""
    sign_in(client, "plans.read")
    large_plan(measures=10, contributors=20)
    oblast = Territory.objects.create(code="100000000", kind="oblast", name_kk="Абай")
    Structure.objects.filter(kind="akimat").update(territory=oblast)
    body = Structure.objects.filter(kind="akimat").first()
    address = {
        "list": reverse("scorecards"),
        "structure": reverse("scorecard", kwargs={"pk": body.pk}),
        "region": reverse("region_scorecard", kwargs={"code": oblast.code}),
    }[page]
    with django_assert_max_num_queries(BUDGET):
        assert client.get(address).status_code == 200
