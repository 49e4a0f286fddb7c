"""Bodies by place, kind, level and year."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from birlik.base.registry.models import Territory
from birlik.base.registry.queries.statistics.overview import (
    Overview,
    Row,
    Tile,
    Year,
    overview,
    years,
)
from birlik.base.registry.queries.statistics.scope import WHOLE, Scope
from birlik.base.registry.rules.statistics import may_see_statistics
from birlik.base.registry.web.statistics.shown import LEVELS, asked, offered
from birlik.base.ui.export import Column, Listing, exported
from birlik.base.ui.pages import ActorRequest, now, page
from birlik.base.ui.templatetags.birlik import number, words
from birlik.base.values.clock import day_of
from birlik.base.values.local_text import LocalText

HIGH, WIDE, GAP, TOP = 120, 52, 14, 18
"""The height of the longest column of a chart, the place of a year, the gap in it, the words
above."""


@dataclass(frozen=True, slots=True)
class Place:
    """A tile: the region, its short name, how many ('' where that is not shown), its shade."""

    region: Territory
    short: LocalText
    number: str
    shade: int
    url: str


@page(
    "statistics",
    "registry/statistics/",
    title=_("Statistics of the register"),
    may=may_see_statistics,
    section="registry",
)
def statistics(request: ActorRequest) -> HttpResponseBase:
    """Bodies on a day: a map of the regions, a table of places, levels."""
    at = now()
    found = asked(request, at)
    counted, form = overview(found.scope), offered(found)
    rows = [*counted.rows, Row(WHOLE, counted.totals)]
    columns: Sequence[Column[Row]] = (
        Column(_("Territory"), lambda row: row.area.name, 44),
        Column(_("Structures"), lambda row: row.number),
    )
    listing = Listing("statistics", _("Statistics of the register"), columns, rows, found.chosen)
    if file := exported(request, listing, at=at):
        return file
    context = {
        **form,
        "counted": counted,
        "tiles": [place_of(one, found.scope) for one in counted.tiles],
        "rows": [(row, address_of(row, found.scope)) for row in counted.rows],
        "by_level": levels_of(counted),
    }
    return render(request, "registry/statistics/map.html", context)


def place_of(tile: Tile, scope: Scope) -> Place:
    """A region as its tile, which leads into the region."""
    region = tile.region
    shown = tile.number is not None
    url = reverse("statistics") + scope.choice.query(area=region.code) if shown else ""
    return Place(
        region,
        LocalText(region.short_kk, region.short_ru),
        number(tile.number) if shown else "",
        tile.shade,
        url,
    )


def address_of(row: Row, scope: Scope) -> str:
    """Where a place is told by its own parts; '' where it has none."""
    if row.area.itself or scope.place:
        return ""
    return reverse("statistics") + scope.choice.query(area=row.area.code)


def levels_of(counted: Overview) -> list[tuple[str, int]]:
    """Level in words → how many, from the republic down."""
    found = counted.levels
    return [(str(name), found[code]) for code, name in LEVELS.items() if found.get(code)]


@page(
    "statistics_kinds",
    "registry/statistics/kinds/",
    title=_("Structures by kind and territory"),
    may=may_see_statistics,
    section="registry",
)
def statistics_kinds(request: ActorRequest) -> HttpResponseBase:
    """Every kind of bodies by place, on a day."""
    at = now()
    found = asked(request, at)
    counted, form = overview(found.scope), offered(found)
    lines = [kind_line(kind, counted, found.scope) for kind in counted.kinds]
    columns: Sequence[Column[KindLine]] = (
        Column(_("Kind"), lambda line: line.name, 44),
        *(number_of(place, row) for place, row in enumerate(counted.rows)),
        Column(_("The republic"), lambda line: line.total),
    )
    listing = Listing(
        "statistics-kinds", _("Structures by kind and territory"), columns, lines, found.chosen
    )
    if file := exported(request, listing, at=at):
        return file
    sums = [row.number for row in counted.rows]
    context = {**form, "counted": counted, "lines": lines, "sums": sums}
    return render(request, "registry/statistics/kinds.html", context)


@dataclass(frozen=True, slots=True)
class KindLine:
    """A kind of bodies: how many in each place of the table, and in the republic."""

    code: str
    name: LocalText
    numbers: Sequence[int]
    total: int


def kind_line(kind: str, counted: Overview, scope: Scope) -> KindLine:
    """A kind in the table."""
    return KindLine(
        kind,
        scope.kinds[kind].name,
        [row.kinds.get(kind, 0) for row in counted.rows],
        counted.totals[kind],
    )


def number_of(place: int, row: Row) -> Column[KindLine]:
    """The column of a place in the file."""
    return Column(words(row.area.name), lambda line: line.numbers[place], 14)


@page(
    "statistics_years",
    "registry/statistics/years/",
    title=_("Structures over the years"),
    may=may_see_statistics,
    section="registry",
)
def statistics_years(request: ActorRequest) -> HttpResponseBase:
    """Bodies on the last day of each year and today, as a chart and a table."""
    at = now()
    found = asked(request, at)
    told, form = years(found.scope, today=day_of(at)), offered(found)
    columns: Sequence[Column[Year]] = (
        Column(_("On"), lambda one: one.on),
        Column(_("Structures here"), lambda one: one.number),
        Column(_("The republic"), lambda one: one.total),
    )
    listing = Listing(
        "statistics-years", _("Structures over the years"), columns, told, found.chosen
    )
    if file := exported(request, listing, at=at):
        return file
    context: Mapping[str, object] = {
        **form,
        "years": told,
        "bars": bars_of(told, narrow=bool(found.scope.place)),
        "chart": {"width": WIDE * len(told), "high": HIGH, "bar": WIDE - GAP},
        "narrow": bool(found.scope.place),
    }
    return render(request, "registry/statistics/years.html", context)


@dataclass(frozen=True, slots=True)
class Bar:
    """A year of the chart: its place and height, its words above and below."""

    at: int
    top: int
    height: int
    label: str
    under: str

    @property
    def middle(self) -> int:
        """The middle of the column, over which its words stand."""
        return self.at + (WIDE - GAP) // 2


def bars_of(told: Sequence[Year], *, narrow: bool) -> list[Bar]:
    """The columns of the chart, the longest as high as the chart; of the place where one is told,
    else of the republic."""
    numbers = [one.number if narrow else one.total for one in told]
    most = max(numbers, default=0) or 1
    return [
        Bar(
            at=place * WIDE + GAP // 2,
            top=HIGH - HIGH * count // most + TOP,
            height=HIGH * count // most,
            label=number(count),
            under=str(one.on.year),
        )
        for place, (one, count) in enumerate(zip(told, numbers, strict=True))
    ]
