"""The indicators: what was planned, what was measured, and where the papers disagree."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.core.cache import cache
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from birlik.base.mandate.charts import SIZES, Picture, Shape, draw
from birlik.base.mandate.engine.course import Planned, Seen
from birlik.base.mandate.engine.standing import Standing, margin_of
from birlik.base.mandate.queries import IndicatorCourse, indicator_course, indicator_courses
from birlik.base.mandate.rules import may_see_indicators
from birlik.base.mandate.words import (
    Remark,
    act_name,
    contradiction_in_words,
    error_in_words,
    measured,
    paper,
    picture_in_words,
    picture_of,
    standing_in_words,
)
from birlik.base.records.models import Act
from birlik.base.ui.export import Column, Listing, exported
from birlik.base.ui.language import known_language, reader_language
from birlik.base.ui.pages import ActorRequest, now, page
from birlik.base.values.local_text import LANGUAGES

Value = tuple[IndicatorCourse, Planned | Seen]
A_YEAR = 365 * 24 * 60 * 60


@dataclass(frozen=True, slots=True)
class Comparison:
    """A fact beside a plan, in words."""

    year: int
    fact: str
    plan: str
    paper: str
    remark: Remark
    error: str


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the table underneath a chart: one value with the paper it stands in."""

    year: int
    kind: str
    value: str
    margin: str
    paper: str


@dataclass(frozen=True, slots=True)
class Panel:
    """One indicator as the page shows it; `charts` are the addresses by shape, '' without
    values."""

    course: IndicatorCourse
    comparisons: tuple[Comparison, ...]
    contradictions: tuple[str, ...]
    lines: tuple[Line, ...]
    last_fact: str
    wide: str
    narrow: str
    words: str


@page(
    "indicators",
    "indicators/",
    title=gettext_lazy("Indicators"),
    may=may_see_indicators,
    section="indicators",
    menu=20,
)
def indicators(request: ActorRequest) -> HttpResponseBase:
    """Every indicator with its chart, its status in words and a table underneath; all values as a
    file."""
    courses = indicator_courses()
    if file := exported(request, values_listing(courses), at=now()):
        return file
    panels = [panel_of(course) for course in courses]
    return render(
        request,
        "cabinet/indicators.html",
        {"panels": panels, "disputed": sum(bool(one.contradictions) for one in panels)},
    )


def panel_of(course: IndicatorCourse) -> Panel:
    """An indicator in the reader's language."""
    unit, picture = course.indicator.unit, picture_of(course)
    drawn = bool(picture.lines or picture.marks)
    return Panel(
        course=course,
        comparisons=tuple(comparisons_of(course)),
        contradictions=tuple(contradiction_in_words(one, course) for one in course.contradictions),
        lines=tuple(sorted(lines_of(course, unit), key=lambda line: line.year)),
        last_fact=fact_in_words(course),
        wide=chart_address(course, picture, "wide") if drawn else "",
        narrow=chart_address(course, picture, "narrow") if drawn else "",
        words=picture_in_words(course) if drawn else "",
    )


def comparisons_of(course: IndicatorCourse) -> Iterator[Comparison]:
    """The facts beside the plans for their years, the last first; what the points of one act plan
    alike is said once."""
    alike: dict[tuple[Seen, int, Decimal], list[Standing]] = {}
    for one in reversed(course.standings):
        alike.setdefault((one.seen, one.planned.act, one.planned.value), []).append(one)
    for (_seen, act, _value), found in alike.items():
        name = paper(found[0].planned, course)
        yield comparison_of(found[0], course, act_name(course.acts[act]) if found[1:] else name)


def comparison_of(found: Standing, course: IndicatorCourse, name: str) -> Comparison:
    """A fact beside a plan for its year, in words; `name` is the paper of the plan."""
    unit = course.indicator.unit
    return Comparison(
        year=found.seen.year,
        fact=measured(found.seen.value, unit),
        plan=measured(found.planned.value, unit),
        paper=name,
        remark=standing_in_words(found),
        error=error_in_words(found, unit),
    )


def fact_in_words(course: IndicatorCourse) -> str:
    """The last fact of an indicator; '' before the first."""
    fact = course.last_fact
    if fact is None:
        return ""
    value = measured(fact.value, course.indicator.unit)
    return _("fact in %(year)s: %(value)s") % {"year": fact.year, "value": value}


def lines_of(course: IndicatorCourse, unit: str) -> Iterator[Line]:
    """Every value of an indicator, plans before what was seen."""
    for plan in course.planned:
        yield Line(plan.year, _("plan"), measured(plan.value, unit), "", paper(plan, course))
    for seen in course.seen:
        margin = margin_of(seen)
        yield Line(
            year=seen.year,
            kind=kind_in_words(seen),
            value=measured(seen.value, unit),
            margin=_("unknown") if margin is None else f"± {measured(margin, unit)}",
            paper=source_of(seen, course),
        )


def source_of(value: Planned | Seen, course: IndicatorCourse) -> str:
    """The act in which a value stands; '' for one that no act printed."""
    return "" if value.act is None else act_name(course.acts[value.act])


def chart_address(course: IndicatorCourse, picture: Picture, shape: Shape) -> str:
    """Where a chart is found; the address changes with the picture, so it can be kept for long."""
    return reverse(
        "indicator_chart",
        kwargs={
            "pk": course.indicator.pk,
            "language": reader_language(),
            "shape": shape,
            "digest": picture.digest,
        },
    )


@page(
    "indicator_chart",
    "indicators/<int:pk>/<str:language>-<str:shape>-<str:digest>.svg",
    title=gettext_lazy("Chart of an indicator"),
    may=may_see_indicators,
    section="indicators",
)
def indicator_chart(
    _request: ActorRequest, pk: int, language: str, shape: str, digest: str
) -> HttpResponseBase:
    """The chart as SVG, drawn once; an outdated address leads to the present one."""
    course = indicator_course(pk)
    known: Shape | None = next((one for one in SIZES if one == shape), None)
    if course is None or known is None or language not in LANGUAGES:
        raise Http404
    with override(known_language(language)):
        picture = picture_of(course)
        if not picture.lines and not picture.marks:
            raise Http404
        if picture.digest != digest:
            return HttpResponseRedirect(chart_address(course, picture, known))
    svg = cache.get_or_set(f"chart-{known}-{digest}", lambda: draw(picture, known), A_YEAR)
    return HttpResponse(
        svg,
        content_type="image/svg+xml",
        headers={"Cache-Control": f"private, max-age={A_YEAR}, immutable"},
    )


def values_listing(courses: Iterable[IndicatorCourse]) -> Listing[Value]:
    """Every value of the indicators as a file, plans before what was seen."""

    def values() -> Iterator[Value]:
        for course in courses:
            yield from ((course, value) for value in course.planned)
            yield from ((course, value) for value in course.seen)

    return Listing("indicators", gettext_lazy("Values of the indicators"), COLUMNS, values())


def kind_in_words(value: Planned | Seen) -> str:
    """Whether a value is a plan, a fact or an estimate."""
    if isinstance(value, Planned):
        return _("plan")
    return _("fact") if value.kind == "fact" else _("estimate")


def error_of(value: Planned | Seen) -> Decimal | None:
    """The standard error of what was seen, where it is known."""
    return value.standard_error if isinstance(value, Seen) else None


def act_of(course: IndicatorCourse, value: Planned | Seen) -> Act | None:
    """The act in which a value stands; None for one that no act printed."""
    return course.acts.get(value.act or 0)


def act_number(course: IndicatorCourse, value: Planned | Seen) -> str:
    """The number of the act in which a value stands."""
    act = act_of(course, value)
    return act.number if act else ""


def act_day(course: IndicatorCourse, value: Planned | Seen) -> date | None:
    """The day of the act in which a value stands."""
    act = act_of(course, value)
    return act.adopted_on if act else None


COLUMNS: Sequence[Column[Value]] = (
    Column(gettext_lazy("Indicator"), lambda one: one[0].indicator.title, 60),
    Column(gettext_lazy("Unit"), lambda one: one[0].indicator.unit),
    Column(gettext_lazy("Year"), lambda one: one[1].year, 8),
    Column(gettext_lazy("Kind"), lambda one: kind_in_words(one[1])),
    Column(gettext_lazy("Value"), lambda one: one[1].value.normalize()),
    Column(gettext_lazy("Standard error"), lambda one: error_of(one[1])),
    Column(gettext_lazy("Act"), lambda one: act_number(*one)),
    Column(gettext_lazy("Adopted on"), lambda one: act_day(*one)),
)
"""The columns of the values as a file."""
