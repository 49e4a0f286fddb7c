"""Executive discipline: the scorecards of executors and regions."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from birlik.base.mandate.words import act_name
from birlik.base.obligations.engine.rates import Score
from birlik.base.obligations.models import Obligation
from birlik.base.obligations.queries import StateColumn
from birlik.base.records.models import Act
from birlik.base.registry.models import Territory
from birlik.base.ui.export import Column, Listing, exported
from birlik.base.ui.pages import ActorRequest, now, page
from birlik.base.ui.templatetags.birlik import words
from birlik.base.values.clock import day_of
from birlik.base.values.local_text import LocalText
from birlik.base.values.period import Period
from birlik.base.values.refused import require
from birlik.domains.execution.engine.scoring import Scope, scope_of
from birlik.domains.execution.queries.obligations import title_of
from birlik.domains.execution.queries.reorganisations import Relative
from birlik.domains.execution.queries.scorecard import (
    Card,
    Row,
    region_card,
    region_coded,
    structure_card,
    structure_numbered,
)
from birlik.domains.execution.queries.scorecard import scorecards as scorecards_within
from birlik.domains.execution.rules import (
    may_see_plan,
    may_see_region_card,
    may_see_scorecard,
    may_see_what_is_found,
)
from birlik.domains.execution.web.plan_words import Pill, look
from birlik.domains.execution.web.reorganisation.words import KINDS
from birlik.domains.execution.web.scorecard_words import (
    BARS,
    GAP,
    HIGH,
    WIDE,
    Scale,
    Told,
    bars_of,
    figures_of,
)

if TYPE_CHECKING:
    from django_stubs_ext import WithAnnotations

ROWS = 30


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the table in the reader's language."""

    row: Row
    told: Told
    agreed: str
    url: str


@dataclass(frozen=True, slots=True)
class Tile:
    """A region in the grid of tiles: where it stands, its short name, its rate."""

    region: Territory
    short: LocalText
    told: Told
    url: str


@dataclass(frozen=True, slots=True)
class Late:
    """A late obligation in the reader's language."""

    pk: int
    title: LocalText
    act: str
    debtor: LocalText
    due_on: date
    days: int
    pill: Pill


@page(
    "scorecards",
    "scorecards/",
    title=gettext_lazy("Executive discipline"),
    may=may_see_plan,
    section="scorecards",
    menu=22,
)
def scorecards(request: ActorRequest) -> HttpResponseBase:
    """The executors within reach by their on-time rates, the regions as a map; the list as a
    file."""
    at = now()
    on = day_of(at)
    scope, scale = scope_of(request.GET.dict()), Scale.on(on)
    found = scorecards_within(scope, by=request.actor, on=on)
    if file := exported(request, listing_of(found.rows, scope), at=at):
        return file
    leaf = Paginator(found.rows, ROWS).get_page(request.GET.get("page"))
    context = {
        **choices(scope, found.acts, on=on),
        "figures": list(figures_of(found.total, scale)),
        "lines": [line_of(row, scope, scale) for row in leaf],
        "leaf": leaf,
        "tiles": [tile_of(row, scope, scale) for row in found.regions],
        "legend": scale,
    }
    return render(request, "execution/scorecards.html", context)


@page(
    "scorecard",
    "scorecards/<int:pk>/",
    title=gettext_lazy("Scorecard"),
    may=may_see_plan,
    section="scorecards",
)
def scorecard(request: ActorRequest, pk: int) -> HttpResponse:
    """How one executor keeps what is due."""
    at = now()
    on = day_of(at)
    structure = structure_numbered(pk)
    if structure is None:
        require(may_see_what_is_found(request.actor, found=False))
        raise Http404
    require(may_see_scorecard(request.actor, structure, at))
    scope = scope_of(request.GET.dict())
    card = structure_card(structure, scope, on=on)
    context = {
        "name": structure.name,
        "structure": structure,
        "heir": card.successor,
        "line": [relative_of(one, card, Scale.on(on)) for one in card.line],
        "own": told_part(structure.pk, card, Scale.on(on)),
        "all_late": reverse("obligations") + f"?state=overdue&executor={structure.pk}",
    }
    return shown(request, card, scope, context, on=on)


@page(
    "region_scorecard",
    "scorecards/regions/<str:code>/",
    title=gettext_lazy("Scorecard of a region"),
    may=may_see_plan,
    section="scorecards",
)
def region_scorecard(request: ActorRequest, code: str) -> HttpResponse:
    """How the executors of a region keep what is due."""
    at = now()
    on = day_of(at)
    region = region_coded(code)
    if region is None:
        require(may_see_what_is_found(request.actor, found=False))
        raise Http404
    require(may_see_region_card(request.actor, region, at))
    scope = scope_of(request.GET.dict())
    card = region_card(region, scope, on=on)
    context = {
        "name": region.name,
        "region": region,
        "all_late": reverse("obligations") + f"?state=overdue&region={region.code}",
    }
    return shown(request, card, scope, context, on=on)


@dataclass(frozen=True, slots=True)
class Kin:
    """A body of the line of succession: how it was reorganised, the rate of what it owed itself
    ('' where nothing of it is counted here), and its card."""

    relative: Relative
    kind: str
    rate: str
    url: str


def relative_of(one: Relative, card: Card, scale: Scale) -> Kin:
    """A body of the line in the reader's language."""
    return Kin(
        relative=one,
        kind=str(KINDS[one.succession.reorganisation.kind].name),
        rate=told_part(one.body.pk, card, scale) if one.earlier and one.counted else "",
        url=reverse("scorecard", kwargs={"pk": one.body.pk}),
    )


def told_part(number: int, card: Card, scale: Scale) -> str:
    """The rate of what one body of the line owed itself; '' where nothing of it fell due."""
    score = card.parts.get(number)
    return scale.told(score.bound).whole if score else ""


def shown(
    request: ActorRequest, card: Card, scope: Scope, context: Mapping[str, object], *, on: date
) -> HttpResponse:
    """The page of one card."""
    scale = Scale.on(on)
    roles = {"lead": _("as lead"), "contributor": _("as co-executor")}
    bars = list(bars_of(card.quarters[-BARS:], scale))
    more = {
        **choices(scope, card.acts, on=on),
        "figures": list(figures_of(card.total, scale)),
        "roles": [
            (name, scale.told(card.by_role.get(role, Score()).bound).whole)
            for role, name in roles.items()
        ],
        "quarters": [
            (one.in_words(), scale.told(score.bound), score) for one, score in card.quarters
        ],
        "bars": bars,
        "chart": {"width": WIDE * len(bars), "high": HIGH, "bar": WIDE - GAP},
        "lines": [line_of(row, scope, scale) for row in card.rows],
        "inside": [line_of(row, scope, scale) for row in card.inside],
        "late": [late_of(one, on=on) for one in card.late],
        "late_count": card.late_count,
    }
    return render(request, "execution/scorecard.html", {**context, **more})


def choices(scope: Scope, acts: Sequence[Act], *, on: date) -> dict[str, object]:
    """What the filters of a page offer and have."""
    first = min((one.first_year for one in acts if one.first_year), default=on.year)
    return {
        "scope": scope,
        "acts": [(one.pk, act_name(one)) for one in acts],
        "years": [(year, list(periods_of(year))) for year in range(on.year, first - 1, -1)],
        "custom": scope.days if scope.days and scope.days.kind in {"custom", "week"} else None,
        "clear": Scope(sort=scope.sort).query(),
    }


def periods_of(year: int) -> Iterator[tuple[str, LocalText]]:
    """A year, its halves and its quarters, each by its code."""
    halves = (Period.half(year, half) for half in (1, 2))
    quarters = (Period.quarter(year, quarter) for quarter in (1, 2, 3, 4))
    for one in (Period.year(year), *halves, *quarters):
        yield one.code, one.in_words()


def line_of(row: Row, scope: Scope, scale: Scale) -> Line:
    """A structure's row."""
    agreed = row.score.agreed
    return Line(
        row=row,
        told=scale.told(row.score.bound),
        agreed=scale.told(agreed).whole if agreed.fallen_due else "",
        url=address("scorecard", scope, pk=row.structure.pk) if row.structure else "",
    )


def tile_of(row: Row, scope: Scope, scale: Scale) -> Tile:
    """A region's tile."""
    region = row.region or Territory()
    return Tile(
        region=region,
        short=LocalText(region.short_kk, region.short_ru),
        told=scale.told(row.score.bound),
        url=address("region_scorecard", scope, code=region.code),
    )


def address(name: str, scope: Scope, **place: object) -> str:
    """A card's address with what the reader chose, save the words searched for and the order."""
    query = scope.query(q="", sort="")
    return reverse(name, kwargs=place) + (query if query != "?" else "")


def late_of(one: "WithAnnotations[Obligation, StateColumn]", *, on: date) -> Late:
    """A late obligation."""
    shown_as = look(one.state)
    return Late(
        pk=one.pk,
        title=title_of(one),
        act=act_name(one.act),
        debtor=one.debtor.short,
        due_on=one.due_on,
        days=(on - one.due_on).days,
        pill=Pill(shown_as.tone, str(shown_as.name)),
    )


def listing_of(rows: Iterable[Row], scope: Scope) -> Listing[Row]:
    """The scorecards as a file."""
    period = words(scope.days.in_words()) if scope.days else ""
    chosen = ((_("Period"), period), (_("Search"), scope.q))
    return Listing("scorecards", gettext_lazy("Executive discipline"), COLUMNS, rows, chosen)


COLUMNS: Sequence[Column[Row]] = (
    Column(gettext_lazy("Executor"), lambda row: row.name, 60),
    Column(gettext_lazy("Region"), lambda row: row.region.name if row.region else "", 30),
    Column(gettext_lazy("Fallen due"), lambda row: row.score.bound.fallen_due),
    Column(gettext_lazy("On time"), lambda row: row.score.bound.on_time),
    Column(gettext_lazy("On time, %"), lambda row: row.score.bound.rate.percent),
    Column(gettext_lazy("Accepted, reported late"), lambda row: row.score.bound.late),
    Column(gettext_lazy("Overdue"), lambda row: row.score.bound.overdue),
    Column(gettext_lazy("Returned, not corrected"), lambda row: row.score.bound.returned),
    Column(gettext_lazy("Past due, wait for review"), lambda row: row.score.bound.waiting),
    Column(gettext_lazy("Times returned"), lambda row: row.score.bound.returns),
    Column(gettext_lazy("By agreement: fallen due"), lambda row: row.score.agreed.fallen_due),
    Column(gettext_lazy("By agreement: on time"), lambda row: row.score.agreed.on_time),
    Column(
        gettext_lazy("No record, in no rate"),
        lambda row: row.score.bound.no_record + row.score.agreed.no_record,
    ),
)
