"""The indicators, as whole requests; values from the tables of decrees 1014 and 1144."""

import csv
from datetime import UTC, date, datetime
from io import StringIO

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from birlik.base.mandate.models import Indicator, Observation, Target
from birlik.base.records.models import Act, Provision
from tests.domains.execution.plan_world import sign_in

pytestmark = pytest.mark.django_db
AT = datetime(2026, 1, 1, tzinfo=UTC)
BUDGET = 10


@pytest.fixture(autouse=True)
def _fresh_cache() -> None:
    """No chart is kept from another test."""
    cache.clear()


def act_of(number: str, adopted_on: date) -> Act:
    """A decree."""
    return Act.objects.create(
        kind="decree",
        number=number,
        issuer_kk="Президент",
        adopted_on=adopted_on,
        in_force_from=adopted_on,
        first_year=adopted_on.year,
        last_year=adopted_on.year + 5,
        confirmed_at=AT,
        controlled_from=adopted_on,
    )


def plan(indicator: Indicator, act: Act, kind: str = "indicator", **values: str) -> Provision:
    """What a point of an act plans, as y2026="81.0"."""
    provision = Provision.objects.create(
        act=act, kind=kind, path=f"{kind}/{indicator.pk}", number="1", position=indicator.pk
    )
    for year, value in values.items():
        Target.objects.create(
            indicator=indicator, provision=provision, year=int(year[1:]), value=value
        )
    return provision


def see(indicator: Indicator, act: Act, year: int, kind: str, value: str, **more: object) -> None:
    """A fact or an estimate that an act printed."""
    Observation.objects.create(
        indicator=indicator,
        act=act,
        year=year,
        kind=kind,
        value=value,
        vintage=act.adopted_on,
        **more,
    )


@pytest.fixture
def wellbeing() -> Indicator:
    """Social wellbeing: planned 76.5 for 2024 and 79.5 for 2030, the fact of 2024 was 85.5."""
    indicator = Indicator.objects.create(
        title_kk="Көңіл-күй деңгейі", title_ru="Уровень самочувствия", key="wellbeing"
    )
    old = act_of("1014", date(2022, 9, 15))
    new = act_of("1144", date(2025, 12, 29))
    plan(indicator, old, y2024="76.5", y2025="77", y2026="77.5")
    plan(indicator, new, y2026="77.5", y2030="79.5")
    see(indicator, new, 2024, "fact", "85.5")
    see(indicator, new, 2025, "estimate", "77")
    return indicator


@pytest.fixture
def reader(client: Client) -> Client:
    """A reader of indicators."""
    sign_in(client, "indicators.read")
    return client


def page_of(reader: Client, language: str = "ru") -> str:
    """The page in a language."""
    reader.cookies["birlik_language"] = language
    answer = reader.get(reverse("indicators"))
    assert answer.status_code == 200
    return answer.content.decode()


def charts_of(text: str) -> list[str]:
    """The addresses of the charts."""
    return [part for part in text.split('"') if part.endswith(".svg") and "/indicators/" in part]


def test_the_status_is_said_in_words_with_both_values(reader: Client, wellbeing: Indicator) -> None:
    """85.5 against 76.5: above the target by 9 points, the survey's error is unknown."""
    text = page_of(reader)
    assert "выше планового значения" in text
    assert "2024 год: факт 85,5\u00a0%, план 76,5\u00a0% (№ 1014)" in text
    assert "разница +9 п. п.; ошибка исследования неизвестна" in text


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        (
            "kk",
            [
                "2024 жылғы факт (85,5\u00a0%) 2030 жылға арналған жоспардан "
                "(79,5\u00a0%; № 1144) жоғары.",
                "2025 жылғы бағалау (77\u00a0%) 2024 жылғы факттен (85,5\u00a0%) нашар.",
            ],
        ),
        (
            "ru",
            [
                "Факт 2024 года (85,5\u00a0%) уже выше плана на 2030 год (79,5\u00a0%; № 1144).",
                "Оценка 2025 года (77\u00a0%) хуже факта 2024 года (85,5\u00a0%).",
            ],
        ),
        (
            "en",
            [
                "The 2024 fact, 85.5\u00a0%, lies above the 2030 plan, 79.5\u00a0% (No. 1144).",
                "The 2025 estimate, 77\u00a0%, is worse than the 2024 fact, 85.5\u00a0%.",
            ],
        ),
    ],
)
def test_contradictions_are_said_in_the_readers_language(
    reader: Client, wellbeing: Indicator, language: str, sentences: list[str]
) -> None:
    """What the papers say against themselves stands above the chart."""
    text = page_of(reader, language)
    for sentence in sentences:
        assert sentence in text


def test_different_plans_of_one_year_name_their_points(reader: Client) -> None:
    """80.9 in direction 1 and 81.0 in the table of one act, 81.2 in another act."""
    indicator = Indicator.objects.create(title_kk="Келісім", key="consent")
    old = act_of("1014", date(2022, 9, 15))
    plan(indicator, old, y2026="81.0")
    plan(indicator, old, "direction", y2026="80.9")
    plan(indicator, act_of("1144", date(2025, 12, 29)), y2026="81.2")
    assert (
        "На 2026 год запланированы разные значения: 81\u00a0% (№ 1014, таблица индикаторов), "
        "80,9\u00a0% (№ 1014, направление 1), 81,2\u00a0% (№ 1144)."
    ) in page_of(reader)


def test_what_two_points_of_an_act_plan_alike_is_said_once(reader: Client) -> None:
    """The table and a direction of act 1014 plan 80.6 for 2024, so the act plans it."""
    indicator = Indicator.objects.create(title_kk="Келісім", key="consent")
    act = act_of("1014", date(2022, 9, 15))
    plan(indicator, act, y2024="80.6", y2025="80.8")
    plan(indicator, act, "direction", y2024="80.6")
    see(indicator, act, 2024, "fact", "88.3")
    text = page_of(reader)
    assert text.count("2024 год: факт 88,3\u00a0%, план 80,6\u00a0% (№ 1014)") == 1
    assert "план по № 1014: 80,6\u00a0% в 2024 году, 80,8\u00a0% в 2025 году" in text


def test_an_estimate_against_an_earlier_plan_is_said(reader: Client) -> None:
    """The estimate of 78 is not the 77 that decree 1014 planned."""
    indicator = Indicator.objects.create(title_kk="Көңіл-күй", key="k")
    plan(indicator, act_of("1014", date(2022, 9, 15)), y2025="77")
    see(indicator, act_of("1144", date(2025, 12, 29)), 2025, "estimate", "78")
    text = page_of(reader)
    assert "не совпадает с планом на этот год по акту № 1014 (77\u00a0%)" in text
    assert "пока не измерялся" in text


def test_where_less_is_better_a_low_fact_is_good(reader: Client) -> None:
    """Three conflicts where five were planned: below the target, and that is good; the last plan
    of five is already beaten."""
    indicator = Indicator.objects.create(title_kk="Қақтығыс", key="k", unit="", rising=False)
    act = act_of("1144", date(2025, 12, 29))
    plan(indicator, act, y2024="5", y2030="5")
    see(indicator, act, 2024, "fact", "3")
    text = page_of(reader)
    assert '<span class="state ok"><span aria-hidden="true">✓</span>ниже планового' in text
    assert "Факт 2024 года (3) уже ниже плана на 2030 год (5; № 1144)." in text
    assert "разница −2;" in text


def test_a_known_error_is_said_and_judged(reader: Client) -> None:
    """77 ± 1.96 against 76.5 is within the survey's error."""
    indicator = Indicator.objects.create(title_kk="Көңіл-күй", key="k")
    act = act_of("1144", date(2025, 12, 29))
    plan(indicator, act, y2024="76.5")
    see(indicator, act, 2024, "fact", "77", standard_error="1", sample_size=1000)
    text = page_of(reader)
    assert "в пределах ошибки исследования" in text
    assert "ошибка исследования ±1,96 п. п." in text
    assert "± 1,96\u00a0%" in text


def test_a_fact_of_a_year_without_plan_says_so(reader: Client) -> None:
    """There is nothing to compare it with."""
    indicator = Indicator.objects.create(title_kk="Көңіл-күй", key="k")
    act = act_of("1144", date(2025, 12, 29))
    plan(indicator, act, y2026="82")
    see(indicator, act, 2024, "fact", "73.2")
    assert "на год факта плана нет" in page_of(reader)


def test_every_value_stands_in_the_table_with_its_act(reader: Client, wellbeing: Indicator) -> None:
    """Seven values: five planned, a fact, an estimate whose error is unknown."""
    text = page_of(reader)
    assert text.count('<th scope="row">') == 7
    assert text.count("неизвестна</td>") == 2


def test_the_chart_says_in_words_what_it_shows(reader: Client, wellbeing: Indicator) -> None:
    """The text beside the picture names plans, facts and estimates."""
    text = page_of(reader, "en")
    assert (
        'alt="Chart: plan by No. 1014: from 76.5\u00a0% in 2024 to 77.5\u00a0% in 2026; '
        "plan by No. 1144: from 77.5\u00a0% in 2026 to 79.5\u00a0% in 2030; "
        'fact in 2024: 85.5\u00a0%; estimate for 2025: 77\u00a0%."'
    ) in text


def test_a_chart_is_drawn_once_and_may_be_kept(reader: Client, wellbeing: Indicator) -> None:
    """Its address changes with its content, so browsers keep it for a year."""
    narrow, wide = charts_of(page_of(reader, "kk"))
    answer = reader.get(wide)
    assert answer.status_code == 200
    assert answer["Content-Type"] == "image/svg+xml"
    assert "immutable" in answer["Cache-Control"]
    assert "жоспар, № 1144" in answer.content.decode()
    assert reader.get(wide).content == answer.content
    assert "факт 85,5</text>" not in reader.get(narrow).content.decode()


def test_an_outdated_chart_leads_to_the_present_one(reader: Client, wellbeing: Indicator) -> None:
    """After a new fact the old address answers with the new one."""
    _narrow, old = charts_of(page_of(reader))
    see(wellbeing, Act.objects.get(number="1144"), 2026, "fact", "86")
    answer = reader.get(old)
    assert answer.status_code == 302
    assert answer["Location"] in charts_of(page_of(reader))


@pytest.mark.parametrize("address", ["9/kk-wide-x.svg", "1/xx-wide-x.svg", "1/kk-round-x.svg"])
def test_a_chart_that_does_not_exist_is_not_found(
    reader: Client, wellbeing: Indicator, address: str
) -> None:
    """An unknown indicator, language or shape."""
    assert reader.get(f"/indicators/{address}").status_code == 404


def test_an_indicator_without_values_has_no_chart(reader: Client) -> None:
    """It stands there with its title, and says that nothing was measured."""
    indicator = Indicator.objects.create(title_kk="Көңіл-күй", key="k")
    assert charts_of(page_of(reader)) == []
    assert reader.get(f"/indicators/{indicator.pk}/kk-wide-x.svg").status_code == 404


def values_of(reader: Client) -> list[dict[str, str]]:
    """The values as the page gives them in a file, in English."""
    reader.cookies["birlik_language"] = "en"
    answer = reader.get(reverse("indicators"), {"format": "csv"})
    assert "indicators-" in answer["Content-Disposition"]
    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    return list(csv.DictReader(StringIO(text), delimiter=";"))


def test_the_values_are_downloaded_with_their_sources(reader: Client, wellbeing: Indicator) -> None:
    """One line for each value, decimal comma, the act and its day."""
    rows = values_of(reader)
    assert len(rows) == 7
    fact = next(row for row in rows if row["Kind"] == "fact")
    assert (fact["Year"], fact["Value"], fact["Act"]) == ("2024", "85,5", "1144")
    assert (fact["Standard error"], fact["Adopted on"]) == ("", "2025-12-29")
    assert {row["Kind"] for row in rows} == {"plan", "fact", "estimate"}


def test_a_value_from_elsewhere_has_no_act(reader: Client, wellbeing: Indicator) -> None:
    """A survey's own result names no paper, and gives its error."""
    Observation.objects.create(
        indicator=wellbeing,
        year=2026,
        kind="fact",
        value="86",
        standard_error="1.5",
        vintage=date(2026, 7, 1),
    )
    (row,) = [one for one in values_of(reader) if one["Year"] == "2026" and not one["Act"]]
    assert (row["Value"], row["Standard error"]) == ("86", "1,5")
    assert row["Adopted on"] == ""


def test_without_indicators_the_page_says_where_they_come_from(reader: Client) -> None:
    """They come from the tables of acts."""
    text = page_of(reader)
    assert "Индикаторы берутся из таблиц актов" in text
    assert "format=csv" not in text


def test_without_the_power_the_indicators_are_refused(client: Client) -> None:
    """Another office is refused with a reason, for the page, the chart and the values."""
    sign_in(client, "plans.read")
    client.cookies["birlik_language"] = "ru"
    for address in ("/indicators/", "/indicators/?format=csv", "/indicators/1/kk-wide-x.svg"):
        answer = client.get(address)
        assert answer.status_code == 403
        assert "не дает права видеть индикаторы" in answer.content.decode()


def test_the_page_keeps_its_budget(
    reader: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    """The number of queries does not grow with the indicators."""
    act = act_of("1144", date(2025, 12, 29))
    for number in range(12):
        indicator = Indicator.objects.create(title_kk=f"Индикатор {number}", key=str(number))
        plan(indicator, act, y2026="80", y2027="81")
        see(indicator, act, 2025, "fact", "79")
    with django_assert_max_num_queries(BUDGET):
        reader.get(reverse("indicators"))
