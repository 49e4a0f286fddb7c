"""What the figures of a scorecard say, in the reader's language, and how they are drawn."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from birlik.base.obligations.engine.rates import Discipline, Score
from birlik.base.ui.templatetags.birlik import number
from birlik.base.values.calendar_words import ROMAN
from birlik.base.values.period import Period
from birlik.domains.execution.engine.scoring import grade
from birlik.domains.execution.queries.norms import norms

BARS = 8
"""How many quarters the chart shows; the table beneath has them all."""
WIDE, GAP, HIGH = 42, 10, 90
"""A quarter's width in the chart, the gap within it, and the height of 100 per cent."""


@dataclass(frozen=True, slots=True)
class Scale:
    """By what rates are judged on a day: good from, poor below, told in per cent from so many."""

    good: int
    poor: int
    least: int

    @classmethod
    def on(cls, day: date) -> "Scale":
        """The scale that the norms of a day set."""
        keys = ("good_rate", "poor_rate", "percent_from")
        return cls(*(norms().norm(key, day).whole_number() for key in keys))

    @property
    def good_words(self) -> str:
        """What the tone of a good rate means."""
        return _("%(rate)s %% and more") % {"rate": self.good}

    @property
    def fair_words(self) -> str:
        """What the tone between good and poor means."""
        return _("from %(rate)s %%") % {"rate": self.poor}

    @property
    def poor_words(self) -> str:
        """What the tone of a poor rate means."""
        return _("below %(rate)s %%") % {"rate": self.poor}

    @property
    def little_words(self) -> str:
        """What it means that there is no tone."""
        return _("fewer than %(count)s fallen due") % {"count": self.least}

    def tone(self, one: Discipline) -> str:
        """The tone of a rate."""
        return grade(one, good=self.good, poor=self.poor, least=self.least)

    def told(self, one: Discipline) -> "Told":
        """A rate in words: per cent only where enough has fallen due to bear it."""
        if not one.fallen_due:
            return Told("—", _("nothing has fallen due"), "todo")
        counts = _("%(part)s of %(whole)s") % {
            "part": number(one.on_time),
            "whole": number(one.fallen_due),
        }
        if one.fallen_due < self.least:
            return Told(counts, "", self.tone(one))
        return Told(f"{one.rate.percent}\u00a0%", counts, self.tone(one))


@dataclass(frozen=True, slots=True)
class Told:
    """A rate as it is shown: the figure, what stands beside it, its tone."""

    figure: str
    beside: str
    tone: str

    @property
    def whole(self) -> str:
        """Both in one line: "87 % — 26 of 30"."""
        return f"{self.figure} — {self.beside}" if self.beside else self.figure


@dataclass(frozen=True, slots=True)
class Figure:
    """A number on top."""

    value: str
    label: str
    tone: str = ""


@dataclass(frozen=True, slots=True)
class Bar:
    """A quarter of the chart: its place and height, and what it says."""

    at: int
    top: int
    height: int
    label: str
    year: str
    told: Told

    @property
    def middle(self) -> int:
        """The middle of the bar, over which its words stand."""
        return self.at + (WIDE - GAP) // 2


def figures_of(total: Score, scale: Scale) -> Iterator[Figure]:
    """The numbers on top."""
    one, told = total.bound, scale.told(total.bound)
    label = _("on time: %(counts)s") % {"counts": told.beside} if told.beside else _("on time")
    yield Figure(told.figure, label, told.tone if one.fallen_due >= scale.least else "")
    yield Figure(number(one.late), _("accepted, reported late"), "warn" if one.late else "")
    yield Figure(number(one.overdue), _("overdue now"), "late" if one.overdue else "")
    yield Figure(number(one.returned), _("returned, not corrected"), "warn" if one.returned else "")
    yield Figure(number(one.waiting), _("past due, wait for review"))
    yield Figure(number(one.returns), _("times returned"))
    if unknown := one.no_record + total.agreed.no_record:
        yield Figure(number(unknown), _("no record, in no rate"))
    agreed = scale.told(total.agreed)
    if total.agreed.fallen_due:
        yield Figure(agreed.figure, _("on time by agreement, counted apart"))


def bars_of(quarters: Sequence[tuple[Period, Score]], scale: Scale) -> Iterator[Bar]:
    """The bars of the chart, one to a quarter."""
    for place, (one, score) in enumerate(quarters):
        height = HIGH * (score.bound.rate.percent or 0) // 100
        yield Bar(
            at=place * WIDE + GAP // 2,
            top=HIGH - height + 18,
            height=height,
            label=ROMAN[one.number - 1],
            year=str(one.year_number),
            told=scale.told(score.bound),
        )
