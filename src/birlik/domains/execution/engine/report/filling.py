"""From the facts of a report to the fields of a template, in the languages of the report."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from birlik.base.obligations.engine.rates import Rate
from birlik.base.values.local_text import LocalText
from birlik.base.values.period import Period
from birlik.domains.execution.engine.report.content import (
    Content,
    Direction,
    Indicator,
    Measure,
    Share,
    Tally,
    Value,
)
from birlik.domains.execution.engine.report.fields import (
    ActFields,
    CountFields,
    DirectionFields,
    Drawn,
    ExecutorFields,
    IndicatorFields,
    MeasureFields,
    ReportFields,
    Said,
    SentenceFields,
    SentencesFields,
    ValueFields,
)
from birlik.domains.execution.engine.report.words import Sentence, Side, day, information, said

ReportLanguage = Literal["kk", "ru", "both"]
PENDING = ("open", "scheduled", "behind")
NOTHING = "–"
"""What stands for a rate of which nothing has fallen due."""

Draw = Callable[[Indicator, Side], object]
"""Draws the chart of an indicator in a language, as the kind of paper takes it."""


@dataclass(frozen=True, slots=True)
class Edition:
    """What is not in the facts of a report: its language, day, version, and where it is made."""

    language: ReportLanguage
    made_on: date
    version: int
    demonstration: bool = False

    @property
    def side(self) -> Side:
        """The language of what is printed once."""
        return "ru" if self.language == "ru" else "kk"

    def said(self, text: LocalText) -> Said:
        """A text in the languages of the report; in a report of both, one under the other."""
        both = self.language == "both"
        kk, ru = (said(text, side, marked_only=both) for side in ("kk", "ru"))
        return Said(
            kk, ru, f"{kk}\n{ru}" if both and kk != ru else (ru if self.side == "ru" else kk)
        )


def fields_of(content: Content, edition: Edition, draw: Draw) -> ReportFields:
    """The fields of a report."""
    act = content.act
    return ReportFields(
        act=ActFields(
            title=edition.said(act.title),
            kind=edition.said(act.kind),
            number=act.number,
            adopted_on=day(act.adopted_on),
            issuer=edition.said(act.issuer),
        ),
        period=edition.said(Period.parse(content.period).in_words()),
        stated_on=day(content.stated_on),
        made_on=day(edition.made_on),
        version=edition.version,
        demonstration=edition.demonstration,
        counts=counted(content.total),
        directions=tuple(direction_of(one, edition) for one in content.directions),
        executors=tuple(
            ExecutorFields(edition.said(one.name), counted(one.tally)) for one in content.executors
        ),
        indicators=tuple(indicator_of(one, edition, draw) for one in content.indicators),
        idle=", ".join(content.idle),
    )


def counted(tally: Tally) -> CountFields:
    """A tally as a template prints it."""
    return CountFields(
        owed=tally.owed,
        fulfilled=tally.count("fulfilled"),
        fulfilled_late=tally.count("fulfilled_late"),
        submitted=tally.count("submitted"),
        returned=tally.count("returned"),
        overdue=tally.count("overdue"),
        pending=tally.count(*PENDING),
        released=tally.count("released"),
        void=tally.count("void"),
        no_record=tally.count("no_record"),
        kept=tally.bound.part,
        fallen_due=tally.bound.whole,
        rate=percent(tally.bound),
        agreed_kept=tally.agreed.part,
        agreed_due=tally.agreed.whole,
        agreed_rate=percent(tally.agreed),
    )


def percent(share: Share) -> str:
    """A share in whole per cent; a dash where nothing has fallen due."""
    value = Rate(share.part, share.whole).percent
    return NOTHING if value is None else str(value)


def direction_of(one: Direction, edition: Edition) -> DirectionFields:
    """A direction with its measures."""
    return DirectionFields(
        number=one.number,
        title=edition.said(one.title),
        counts=counted(one.tally),
        measures=tuple(measure_of(measure, edition) for measure in one.measures),
    )


def measure_of(one: Measure, edition: Edition) -> MeasureFields:
    """A measure with the information on its execution in the languages of the report."""
    kk, ru = (tuple(information(one.executions, side)) for side in ("kk", "ru"))
    shown = {"kk": kk, "ru": ru, "both": (*kk, *ru)}[edition.language]
    return MeasureFields(
        number=one.number,
        title=edition.said(one.title),
        form=edition.said(one.form),
        deadline=edition.said(one.deadline),
        executors=edition.said(one.executors),
        information=Said(joined(kk), joined(ru), joined(shown)),
        sentences=sentences(shown),
        sentences_in=SentencesFields(sentences(kk), sentences(ru)),
    )


def joined(found: Sequence[Sentence]) -> str:
    """Paragraphs as one text, each on its own line."""
    return "\n".join(one.text for one in found)


def sentences(found: Sequence[Sentence]) -> tuple[SentenceFields, ...]:
    """Paragraphs as a template takes them."""
    return tuple(SentenceFields(one.text, one.head) for one in found)


def indicator_of(one: Indicator, edition: Edition, draw: Draw) -> IndicatorFields:
    """An indicator with its chart and values."""
    charts = {side: draw(one, side) for side in ("kk", "ru") if edition.language in {side, "both"}}
    shown = charts[edition.side]
    return IndicatorFields(
        title=edition.said(one.title),
        unit=one.unit,
        chart=Drawn(charts.get("kk", shown), charts.get("ru", shown), shown),
        values=tuple(value_of(value) for value in one.values),
    )


def value_of(one: Value) -> ValueFields:
    """The values of a year with a decimal comma."""
    return ValueFields(one.year, decimal(one.plan), decimal(one.fact), decimal(one.estimate))


def decimal(value: Decimal | None) -> str:
    """A number without needless noughts, with a decimal comma; '' for None."""
    if value is None:
        return ""
    whole = f"{value:f}"
    return (whole.rstrip("0").rstrip(".") if "." in whole else whole).replace(".", ",")
