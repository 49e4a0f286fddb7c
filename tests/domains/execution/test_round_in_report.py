"""What a consolidated report says of a measure that nobody reported on, after a round."""

from datetime import date, timedelta

import pytest

from birlik.base.obligations.actions import attach_evidence, submit_report
from birlik.base.records.models import Act
from birlik.base.values.local_text import LocalText
from birlik.base.values.period import Period
from birlik.domains.execution.actions.rounds.begin import Asked, begin_round
from birlik.domains.execution.actions.rounds.open import open_round
from birlik.domains.execution.actions.rounds.send import send_sheet
from birlik.domains.execution.engine.report.content import Execution, Informed
from birlik.domains.execution.engine.report.words import information
from birlik.domains.execution.engine.rounds.columns import STANDARD
from birlik.domains.execution.models import Round
from birlik.domains.execution.queries.report import report_content
from tests.base.obligations.reporting_world import AT, PROTOCOL
from tests.domains.execution.sheet_world import DUE, RUNNER, TITLE, Sheets, filled, row_of, sheets

pytestmark = pytest.mark.django_db
YEAR, ON = Period.year(2024), date(2024, 5, 2)
TOLD = {
    "standing": "under_way",
    "text_kk": "Үш жарияланым шықты.",
    "text_ru": "Вышли три публикации.",
    "quantity": "3",
    "link": "https://birlik.example/3",
}


@pytest.fixture
def world() -> Sheets:
    """The plan with an open round of 2024; the ministry has filled in what it owes and sent it."""
    world = sheets()
    ours = world.plan.executor
    filled(ours, row_of(world.ministry, world.plan.counted), **TOLD)
    filled(ours, row_of(world.ministry, world.plan.lead), standing="not_begun")
    return world


def executions(act: Act, period: Period = YEAR) -> dict[str, Execution]:
    """What the report says of each measure's only obligation, by the number of the measure."""
    content = report_content(act, period, on=ON)
    return {
        number: one for number, measure in content.measures.items() for one in measure.executions
    }


def number_of(world: Sheets) -> str:
    """The measure of the publications."""
    return str(world.plan.counted.duty.provision.number)


def test_what_the_round_brought_is_told_where_nobody_reported(world: Sheets) -> None:
    """The ministry's answer of 2 May stands in the report of 2024 with its quantity and link."""
    send_sheet(world.plan.executor, world.ministry, at=AT)
    found = executions(world.plan.act)[number_of(world)]
    assert found.informed == Informed(
        on=ON,
        standing=LocalText("орындалуда", "исполняется"),
        text=LocalText("Үш жарияланым шықты.", "Вышли три публикации."),
        done=3,
        link="https://birlik.example/3",
    )


def test_a_sheet_that_was_not_sent_tells_nothing(world: Sheets) -> None:
    """What is only being filled in stays out of the report."""
    assert executions(world.plan.act)[number_of(world)].informed is None


def test_a_round_of_another_period_tells_nothing(world: Sheets) -> None:
    """The report of the half-year does not take what the round of the year brought."""
    send_sheet(world.plan.executor, world.ministry, at=AT)
    half = executions(world.plan.act, Period.half(2024, 1))
    assert half[number_of(world)].informed is None


def test_a_formal_report_stands_alone(world: Sheets) -> None:
    """Once the ministry has reported on the minutes, only that report is told."""
    send_sheet(world.plan.executor, world.ministry, at=AT)
    number = world.plan.lead.duty.provision.number
    assert executions(world.plan.act)[number].informed is not None
    attach(world)
    submit_report(world.plan.executor, world.plan.lead, at=AT, text_kk="Өтті.", text_ru="Прошло.")
    assert executions(world.plan.act)[number].informed is None


def attach(world: Sheets) -> None:
    """Put the signed minutes to the ministry's draft."""
    from_plan = world.plan
    attach_evidence(from_plan.executor, from_plan.lead, at=AT, item=PROTOCOL)


def test_the_newest_round_is_told(world: Sheets) -> None:
    """A second round of the same period, by a letter of 10 May, takes the place of the first."""
    send_sheet(world.plan.executor, world.ministry, at=AT)
    asked = Asked(TITLE, DUE, STANDARD, "2024", "7", date(2024, 5, 10))
    body = world.plan.lead.debtor_id
    made = begin_round(RUNNER, world.plan.act, at=AT, asked=asked, bodies=[body])
    open_round(RUNNER, made, at=AT + timedelta(days=1))
    again = Round.objects.get(pk=made.pk).sheets.get()
    for obligation in (world.plan.counted, world.plan.lead):
        filled(world.plan.executor, row_of(again, obligation), standing="not_begun")
    again.refresh_from_db()
    send_sheet(world.plan.executor, again, at=AT + timedelta(days=1))
    found = executions(world.plan.act)[number_of(world)].informed
    assert found == Informed(date(2024, 5, 10), LocalText("басталған жоқ", "не начато"))


def test_it_is_marked_as_the_rounds_in_both_languages(world: Sheets) -> None:
    """The sentence names the round by its day, and says that there is no report."""
    send_sheet(world.plan.executor, world.ministry, at=AT)
    found = executions(world.plan.act)[number_of(world)]
    kk, ru = ([one.text for one in information([found], side)] for side in ("kk", "ru"))
    assert (
        "02.05.2024 ақпарат сұрату бойынша (есеп ұсынылмаған): орындалуда; Үш жарияланым шықты.; "
        "Орындалған саны: 3; сілтеме: https://birlik.example/3" in kk
    )
    assert (
        "По сбору информации от 02.05.2024 (отчет не представлен): исполняется; Вышли три "
        "публикации.; Выполнено: 3; ссылка: https://birlik.example/3" in ru
    )
