"""An invented report with something of everything, on which templates are tried."""

from datetime import date
from decimal import Decimal

from birlik.base.values.local_text import LocalText
from birlik.domains.execution.engine.report.content import (
    ActHead,
    Content,
    Contribution,
    Direction,
    Execution,
    Indicator,
    Line,
    Measure,
    Proof,
    Share,
    Tally,
    Value,
)
from birlik.domains.execution.engine.report.fields import ReportFields
from birlik.domains.execution.engine.report.filling import Edition, fields_of

ON = date(2024, 7, 5)
BODY = LocalText("Үлгі министрлігі", "Министерство-образец")
TALLY = Tally((("fulfilled", 1), ("overdue", 1)), Share(1, 2), Share(0, 1))


def sample_content() -> Content:
    """The facts of the sample."""
    paper = Proof("file", "Хаттама", "7", date(2024, 3, 29), "Кеңес")
    done = Execution(
        debtor=BODY,
        period="2024-Q1",
        number=1,
        due_on=date(2024, 3, 31),
        state="fulfilled",
        submitted_on=date(2024, 3, 29),
        owed=2,
        done=2,
        text=LocalText("Екі отырыс өткізілді.", "Проведены два заседания."),
        proofs=(paper,),
        contributors=(("fulfilled", 1),),
        contributions=(Contribution(BODY, "fulfilled", LocalText("Қатысты.", "")),),
    )
    late = Execution(BODY, "2024-Q2", 1, date(2024, 6, 30), "overdue")
    measure = Measure(
        number="1",
        title=LocalText("Үлгі іс-шара", "Мероприятие-образец"),
        form=LocalText("хаттама", "протокол"),
        deadline=LocalText("тоқсан сайын", "ежеквартально"),
        executors=LocalText("ҮМ", "МО"),
        executions=(done, late),
    )
    values = (Value(2024, Decimal("80.6")), Value(2025, Decimal("80.8"), Decimal("81")))
    indicator = Indicator(1, LocalText("Деңгей", "Уровень"), "%", values)
    return Content(
        act=ActHead(LocalText("жарлық", "указ"), "1", date(2023, 1, 9), BODY, BODY),
        period="2024-H1",
        stated_on=ON,
        total=TALLY,
        directions=tuple(
            Direction(number, LocalText("Бағыт", "Направление"), TALLY, (measure, measure))
            for number in ("1", "2")
        ),
        executors=(Line(BODY, TALLY), Line(BODY, TALLY)),
        indicators=(indicator, indicator),
        idle=("2",),
    )


def sample() -> ReportFields:
    """The fields of the sample, in both languages and without charts."""
    return fields_of(sample_content(), Edition("both", ON, 1), lambda _one, _side: "")
