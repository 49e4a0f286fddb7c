"""What acts say of the Assembly in numbers, beside what the register has."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from birlik.base.charter.engine.figures import Figure
from birlik.base.registry.engine.cited import act_named
from birlik.base.registry.queries.norms import norms
from birlik.base.registry.queries.statistics.figures import Compared, compared
from birlik.base.registry.rules.statistics import may_see_statistics
from birlik.base.ui.export import Column, Listing, exported
from birlik.base.ui.pages import ActorRequest, now, page
from birlik.base.ui.templatetags.birlik import number
from birlik.base.values.clock import day_of
from birlik.base.values.local_text import LocalText


@dataclass(frozen=True, slots=True)
class Line:
    """A figure: what the act says, in words and with a tone, against the register then."""

    one: Compared
    said: str
    act: LocalText
    place: str
    tone: str
    words: str


@page(
    "statistics_figures",
    "registry/statistics/figures/",
    title=gettext_lazy("The acts say, the register has"),
    may=may_see_statistics,
    section="registry",
)
def statistics_figures(request: ActorRequest) -> HttpResponseBase:
    """Each number that an act gives, beside what the register has on the act's day and today."""
    at = now()
    lines = [line_of(one, day_of(at)) for one in compared(today=day_of(at))]
    title = gettext_lazy("The acts say, the register has")
    listing = Listing("statistics-figures", title, COLUMNS, lines)
    if file := exported(request, listing, at=at):
        return file
    counted = [one for one in lines if one.tone]
    context = {
        "lines": lines,
        "met": sum(one.tone == "ok" for one in counted),
        "counted": len(counted),
        "today": day_of(at),
    }
    return render(request, "registry/statistics/figures.html", context)


def line_of(one: Compared, on: date) -> Line:
    """A figure in the reader's language, with the difference on the act's day (today's where the
    act gives none)."""
    there = one.then if one.on else one.today
    act, place = act_named(one.figure.act), place_named(one.figure.place)
    if there is None:
        return Line(one, said_of(one.figure), act, place, "", _("the register does not count this"))
    return Line(one, said_of(one.figure), act, place, *difference(one.figure, there, on=on))


def said_of(figure: Figure) -> str:
    """The number as the act gives it."""
    value = number(figure.value)
    if figure.at_least:
        return _("more than %(n)s") % {"n": value}
    return _("about %(n)s") % {"n": value} if figure.about else value


def difference(figure: Figure, there: int, *, on: date) -> tuple[str, str]:
    """The tone and the words of what parts the register from an act: "about" bears so many per cent
    as the norm says."""
    gap = there - figure.value
    bears = figure.value * norms().norm("about_percent", on).whole_number() // 100
    agreeing = gap == 0 or (gap > 0 and figure.at_least) or (figure.about and abs(gap) <= bears)
    if agreeing:
        return "ok", _("agrees")
    if gap > 0:
        return "wait", _("%(n)s more than the act says") % {"n": number(gap)}
    return "warn", _("%(n)s fewer than the act says") % {"n": number(-gap)}


def place_named(place: str) -> str:
    """The place of an act in the reader's language."""
    part, _space, rest = place.partition(" ")
    if part == "section" and rest:
        return _("section %(n)s") % {"n": rest}
    return _("the plan") if place == "plan" else place


COLUMNS: Sequence[Column[Line]] = (
    Column(gettext_lazy("Figure"), lambda line: line.one.figure.name, 50),
    Column(gettext_lazy("The act says"), lambda line: line.said),
    Column(gettext_lazy("On"), lambda line: line.one.on),
    Column(gettext_lazy("The register had then"), lambda line: line.one.then),
    Column(gettext_lazy("The register has today"), lambda line: line.one.today),
    Column(gettext_lazy("Difference"), lambda line: line.words, 34),
    Column(gettext_lazy("Source"), lambda line: line.act, 34),
    Column(gettext_lazy("Place in the act"), lambda line: line.place, 34),
)
