"""The facts of a report against a table worked out by hand.

| measure | obligation | stands | counts as |
|---|---|---|---|
| 1 | ministry, I quarter, due 31.03, reported 29.03, 2 of 2 | accepted | in time |
| 1 | ministry, II quarter, due 10.07 and then 20.07, reported 15.07 | accepted | in time |
| 1.1 | Abai, half, due 30.06, reported 20.06, 12 of 20 shared | accepted | in time |
| 1.1 | Ulytau, half, due 30.06 | nothing | overdue |
| 2 | ministry, due 31.03, reported 30.03 | returned | fallen due |
| 2 | Abai contributes, due 21.03, reported 20.03 | accepted | in time |
| 2 | Ulytau contributes by agreement, due 21.03 | nothing | apart |
| 3 | ministry | released | – |
| 4 | ministry | void | – |
| 7 | ministry, due 30.04, reported 05.05 | accepted | late |

So 8 are owed, 7 of them bound and fallen due, 4 of these in time; by agreement 0 of 1.
"""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from birlik.base.obligations.models import Obligation, Submission
from birlik.base.records.engine.draft import ExecutorDraft
from birlik.base.records.engine.draft_record import to_record
from birlik.base.records.models import ActReading, Document
from birlik.base.values.actor import Actor
from birlik.base.values.local_text import LocalText
from birlik.base.values.period import Period
from birlik.domains.execution.engine.report.content import Content, Share
from birlik.domains.execution.queries.in_period import in_period
from birlik.domains.execution.queries.plan import plan_sheet
from birlik.domains.execution.queries.report import report_content
from tests.base.obligations.drafts import draft, measure
from tests.domains.execution.plan_world import AT, large_plan
from tests.domains.execution.report_world import ON, World, half_year

pytestmark = pytest.mark.django_db
HALF = Period.half(2024, 1)


@pytest.fixture
def world() -> World:
    """The plan worked out by hand."""
    return half_year()


@pytest.fixture
def content(world: World) -> Content:
    """The report on its first half of 2024, on 1 August."""
    return report_content(world.act, HALF, on=ON)


def test_counts_and_rate_of_the_act(content: Content) -> None:
    """States, what is owed and the on-time rates are those of the table."""
    assert dict(content.total.states) == {
        "fulfilled": 4,
        "fulfilled_late": 1,
        "returned": 1,
        "overdue": 2,
        "released": 1,
        "void": 1,
    }
    assert content.total.owed == 8
    assert (content.total.bound, content.total.agreed) == (Share(4, 7), Share(0, 1))


def test_directions_in_the_order_of_the_act(content: Content) -> None:
    """Direction 1 has measures 1, 1.1 and 2; direction 2 has 3, 4 and 7; the others are idle."""
    measures = {one.number: [part.number for part in one.measures] for one in content.directions}
    assert measures == {"1": ["1", "1.1", "2"], "2": ["3", "4", "7"]}
    assert content.idle == ("5", "6")
    first, second = content.directions
    assert first.title == LocalText("Бірінші бағыт", "Первое направление")
    assert (first.tally.owed, first.tally.bound) == (7, Share(4, 6))
    assert (second.tally.owed, second.tally.bound) == (1, Share(0, 1))


def test_executors_with_their_rates(content: Content) -> None:
    """The ministry kept 2 of 4, Abai 2 of 2, Ulytau 0 of 1 and 0 of 1 by agreement."""
    lines = {one.name.kk: one.tally for one in content.executors}
    assert {name: (one.owed, one.bound, one.agreed) for name, one in lines.items()} == {
        "Министрлік": (4, Share(2, 4), Share()),
        "Абай": (2, Share(2, 2), Share()),
        "Ұлытау": (2, Share(0, 1), Share(0, 1)),
    }


def test_columns_of_the_plan(content: Content) -> None:
    """The plan's own words stand in Kazakh; in Russian the charter's and the names' do, where no
    Russian text is here."""
    one = content.measures["1"]
    assert one.title == LocalText("Кеңес отырысы", "Заседание")
    assert (one.form.kk, one.deadline.kk, one.executors) == (
        "хаттама",
        "тоқсан сайын",
        LocalText("МИН", "МН"),
    )
    assert "квартал" in one.deadline.ru
    assert content.measures["2"].executors.kk == "МИН, Абай, Ұлытау (келісу бойынша)"


def test_execution_with_quantity_words_and_evidence(content: Content) -> None:
    """Measure 1 tells of both quarters: quantity, words, the paper and the card, the extension."""
    first, second = content.measures["1"].executions
    assert (first.period, first.due_on, first.state) == ("2024-Q1", date(2024, 3, 31), "fulfilled")
    assert (first.owed, first.done, first.submitted_on) == (2, 2, date(2024, 3, 29))
    assert first.text == LocalText("Екі отырыс өтті.", "Прошло два заседания.")
    paper, card = first.proofs
    assert (paper.title, paper.number, paper.dated_on) == ("Хаттама", "7", date(2024, 3, 29))
    assert (card.kind, card.kept_at) == ("card", "2-сейф")
    assert (second.due_on, second.asked_on) == (date(2024, 7, 20), date(2024, 7, 10))


def test_contributions_under_the_lead(content: Content) -> None:
    """Measure 2 counts its contributors by state and lists what they wrote; who is late by
    agreement is no debtor."""
    (lead,) = content.measures["2"].executions
    assert (lead.state, lead.contributors) == ("returned", (("fulfilled", 1), ("overdue", 1)))
    assert [(one.debtor.kk, one.text.kk) for one in lead.contributions] == [
        ("Абай", "Үлес қосылды.")
    ]
    assert (lead.behind, lead.unlisted) == ((), 0)


def test_contribution_that_the_lead_took_up_is_not_said_twice(world: World) -> None:
    """What stands in the lead's own text already is not listed again."""
    lead = Obligation.objects.get(duty__provision__number="2", role="lead")
    Submission.objects.filter(obligation=lead).update(text_kk="Абай: Үлес қосылды.")
    (one,) = report_content(world.act, HALF, on=ON).measures["2"].executions
    assert one.contributions == ()


def test_released_and_void_with_their_grounds(content: Content) -> None:
    """Measure 3 names the point that released it, measure 4 why it is void."""
    (released,) = content.measures["3"].executions
    assert released.ground == LocalText(
        "№ 1014 актінің 1-тармағы: су тасқыны", "пункт 1 акта № 1014: су тасқыны"
    )
    (void,) = content.measures["4"].executions
    assert (void.state, void.void_reason) == ("void", "after_repeal")


def test_indicators_of_the_act(content: Content) -> None:
    """The act planned 80.6 for 2024 and 81 for 2026; the fact of 2021 was 88.3."""
    (one,) = content.indicators
    assert [(value.year, value.plan and float(value.plan)) for value in one.values] == [
        (2021, None),
        (2024, 80.6),
        (2026, 81.0),
    ]
    assert float(one.values[0].fact or 0) == 88.3


@pytest.mark.parametrize(
    ("parts", "whole"),
    [
        (("2024-Q1", "2024-Q2"), "2024-H1"),
        (("2024-H1", "2024-H2"), "2024"),
        (("2024-04", "2024-05", "2024-06"), "2024-Q2"),
    ],
)
@pytest.mark.usefixtures("world")
def test_parts_add_up_to_the_whole(parts: tuple[str, ...], whole: str) -> None:
    """Every obligation of a period belongs to exactly one of its parts."""

    def found(code: str) -> list[int]:
        chosen = Obligation.objects.filter(in_period(Period.parse(code)))
        return list(chosen.order_by("pk").values_list("pk", flat=True))

    assert sorted(pk for part in parts for pk in found(part)) == found(whole)
    assert found(whole)


@pytest.mark.usefixtures("world")
def test_year_is_that_of_the_plan_page() -> None:
    """What belongs to a year is what the Plan page shows for that year."""
    by_plan = set(Obligation.objects.filter(period_first__year=2024).values_list("pk", flat=True))
    year = Obligation.objects.filter(in_period(Period.year(2024)))
    assert set(year.values_list("pk", flat=True)) == by_plan


def test_large_plan_takes_as_many_queries_as_a_small_one(
    django_assert_max_num_queries: object,
) -> None:
    """A plan of 15,750 obligations is reported on in a fixed number of queries."""
    act = large_plan()
    with django_assert_max_num_queries(32):
        content = report_content(act, Period.year(2024), on=ON)
    assert content.total.count() == 70 * 45


def test_plan_page_of_the_period_counts_the_same(world: World, content: Content) -> None:
    """The Plan page narrowed to the period shows the figures and the measures of the report."""
    asked = {"period": HALF.code}
    sheet = plan_sheet(world.act.pk, by=Actor.system(), asked=asked, on=ON)
    assert sheet is not None
    counted = {state: many for state, many in sheet.figures.items() if many and state != "soon"}
    assert counted == dict(content.total.states)
    rows = {row.provision.number: row for block in sheet.blocks for row in block.rows}
    assert set(rows) == set(content.measures)
    assert sum(row.owed for row in rows.values()) == content.total.owed


def test_columns_as_the_russian_text_prints_them(world: World) -> None:
    """Where the act is here in Russian too, its own words stand in the Russian columns."""
    for day, language, form, deadline, body in (
        (1, "kk", "хаттама", "тоқсан сайын", "МИН"),
        (2, "ru", "протокол заседания", "раз в квартал", "МКИ"),
    ):
        one = replace(
            measure("1", None, ExecutorDraft(body, by_agreement=language == "ru")),
            completion_form=form,
            deadline=deadline,
        )
        document = Document.objects.create(
            digest=language, name=language, media_type="text/plain", size=1, stored_at=AT
        )
        ActReading.objects.create(
            document=document,
            act=world.act,
            state=ActReading.State.CONFIRMED,
            draft=to_record(draft(one, language=language)),
            begun_at=AT + timedelta(days=day),
        )
    found = report_content(world.act, HALF, on=ON).measures["1"]
    assert found.form == LocalText("хаттама", "протокол заседания")
    assert found.deadline == LocalText("тоқсан сайын", "раз в квартал")
    assert found.executors == LocalText("МИН", "МКИ (по согласованию)")


def test_evidence_of_the_last_report_alone(world: World) -> None:
    """What proved a report that was returned is not cited where a later one brought its own."""
    one = Obligation.objects.get(duty__provision__number="1", period="2024-Q1")
    Submission.objects.create(obligation=one, number=2, text_ru="Заново.", at=AT)
    (first, _second) = report_content(world.act, HALF, on=ON).measures["1"].executions
    assert (first.text.ru, first.proofs) == ("Заново.", ())
