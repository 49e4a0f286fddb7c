"""The yearly reports of associations added up: by region and in the republic."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from birlik.base.registry.rules.statistics import own_places, sees_every_place
from birlik.base.ui.export import Column, Listing, exported
from birlik.base.ui.pages import ActorRequest, now, page
from birlik.base.values.clock import day_of
from birlik.base.values.local_text import LocalText
from birlik.domains.programmes.engine.telling import NAMES
from birlik.domains.programmes.engine.totals import KINDS, TYPED, Sum
from birlik.domains.programmes.queries.work import RegionSum, totals_of, years_known
from birlik.domains.programmes.rules import may_see_work
from birlik.domains.programmes.web.shown import year_of

REPUBLIC = LocalText("Республика", "Республика", "The republic")
NO_REGION = LocalText(
    "Республикалық (өңірсіз)", "Республиканские (вне регионов)", "Republican (in no region)"
)
FIGURES = (*TYPED, *KINDS)


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the totals: a place, how many associations there are, and their reports added up."""

    name: LocalText
    bodies: int
    total: Sum

    @property
    def figures(self) -> list[int]:
        """The figures in the order of their heads."""
        return [self.figure(name) for name in FIGURES]

    @property
    def people(self) -> int:
        """How many people took part in all."""
        return sum(self.total.people.values())

    def figure(self, name: str) -> int:
        """A figure of the reports."""
        return self.total.typed[name] if name in TYPED else self.total.counts[name]


@page(
    "work_totals",
    "registry/activity/totals/",
    title=_("Yearly reports of associations"),
    may=may_see_work,
    section="registry",
)
def work_totals(request: ActorRequest) -> HttpResponseBase:
    """What was submitted on a year, added up; a region sees its own and the republic's totals."""
    at = now()
    today = day_of(at)
    year = year_of(request, today)
    seen = None if sees_every_place(request.actor) else own_places(request.actor)
    found = totals_of(year, seen=seen, today=today)
    lines = [
        *(line_of(one) for one in found.rows),
        Line(REPUBLIC, found.bodies, found.total),
    ]
    title = _("Yearly reports of associations")
    listing = Listing("work-totals", title, COLUMNS, lines, ((_("Year"), year),))
    if file := exported(request, listing, at=at):
        return file
    context = {
        "year": year,
        "years": years_known(today),
        "heads": [NAMES[name] for name in FIGURES],
        "lines": lines,
        "total": found.total,
        "bodies": found.bodies,
        "people": sum(found.total.people.values()),
    }
    return render(request, "programmes/totals.html", context)


def line_of(one: RegionSum) -> Line:
    """A region as a row."""
    return Line(one.region.name if one.region else NO_REGION, one.bodies, one.total)


def figure_column(name: str) -> Column[Line]:
    """The column of a figure."""
    return Column(_NAMED[name], lambda line: line.figure(name))


_NAMED = {
    "members": _("Members of associations"),
    "branches": _("Branches of associations"),
    "staff": _("Paid staff"),
    "event": _("Events"),
    "course": _("Courses"),
    "publication": _("Publications"),
    "media": _("Items in the media"),
    "project": _("Projects"),
    "help": _("Help given"),
}
COLUMNS: Sequence[Column[Line]] = (
    Column(_("Territory"), lambda line: line.name, 40),
    Column(_("Associations"), lambda line: line.bodies),
    Column(_("Reports submitted"), lambda line: line.total.reports),
    *(figure_column(name) for name in FIGURES),
    Column(_("Took part"), lambda line: line.people),
)
