"""What the cards of bodies lack, place by place."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from birlik.base.registry.queries.lacking import LACKS
from birlik.base.registry.queries.statistics.completeness import Gap, Lacking, completeness
from birlik.base.registry.queries.statistics.scope import Scope
from birlik.base.registry.rules.statistics import may_see_statistics
from birlik.base.registry.web.statistics.shown import asked, offered
from birlik.base.ui.export import Column, Listing, exported
from birlik.base.ui.pages import ActorRequest, now, page
from birlik.base.values.clock import day_of

NAMES: Mapping[str, str | Promise] = {
    "bin": _("No BIN"),
    "head": _("No head"),
    "contact": _("No contact"),
    "confirmed": _("Not confirmed for a year"),
    "languages": _("No languages"),
}


@dataclass(frozen=True, slots=True)
class Cell:
    """A gap of a place, what it is, and the list of the bodies whose cards have it."""

    name: str
    gap: Gap
    url: str


@page(
    "statistics_gaps",
    "registry/statistics/gaps/",
    title=_("What the cards lack"),
    may=may_see_statistics,
    section="registry",
)
def statistics_gaps(request: ActorRequest) -> HttpResponseBase:
    """For each place what its cards lack; where most is to be done stands first."""
    at = now()
    found = asked(request, at, narrowed=False)
    told = completeness(found.scope, today=day_of(at))
    form = offered(found, narrowed=False)
    columns: Sequence[Column[Lacking]] = (
        Column(_("Territory"), lambda row: row.area.name, 44),
        Column(_("Cards"), lambda row: row.cards),
        *(gap_column(what) for what in LACKS),
    )
    rows = [*told.rows, told.total]
    listing = Listing("statistics-gaps", _("What the cards lack"), columns, rows, found.chosen)
    if file := exported(request, listing, at=at):
        return file
    context = {
        **form,
        "names": list(NAMES.values()),
        "rows": [(row, cells_of(row, found.scope)) for row in told.rows],
        "total": told.total,
        "totals": cells_of(told.total, found.scope, linked=not found.scope.own),
    }
    return render(request, "registry/statistics/gaps.html", context)


def gap_column(what: str) -> Column[Lacking]:
    """The column of a gap in the file."""
    return Column(NAMES[what], lambda row: row.gaps[what].lacking, 18)


def cells_of(row: Lacking, scope: Scope, *, linked: bool = True) -> list[Cell]:
    """The gaps of a place, each a link to what is to be mended."""
    return [
        Cell(str(NAMES[what]), gap, list_of(what, row, scope) if linked else "")
        for what, gap in row.gaps.items()
    ]


def list_of(what: str, row: Lacking, scope: Scope) -> str:
    """The list of the bodies whose cards lack something at a place."""
    place = "republic" if row.area.itself and not scope.place else row.area.code or scope.within
    query = {"kind": scope.choice.kind, "place": place, "lacks": what}
    told = {name: value for name, value in query.items() if value}
    return f"{reverse('structures')}?{urlencode(told)}"
