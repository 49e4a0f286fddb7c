"""The list of plans, and one plan."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial

from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from birlik.base.mandate.queries import IndicatorCourse
from birlik.base.mandate.rules import may_see_indicators
from birlik.base.mandate.words import act_name, contradiction_in_words, measured
from birlik.base.obligations.rules.opening import may_open_balance
from birlik.base.records.models import Act
from birlik.base.ui.export import exported
from birlik.base.ui.pages import ActorRequest, now, page
from birlik.base.ui.templatetags.birlik import StripCell, words
from birlik.base.values.actor import Actor
from birlik.base.values.clock import day_of
from birlik.base.values.local_text import LocalText
from birlik.base.values.period import Period
from birlik.base.values.refused import require
from birlik.domains.execution.engine.choice import SOON, Choice
from birlik.domains.execution.engine.occurrences import WORST_FIRST
from birlik.domains.execution.queries.calendar import calendar_rows
from birlik.domains.execution.queries.plan import Block, PlanSheet, Row, plan_sheet
from birlik.domains.execution.queries.plans import is_in_force, plan_cards
from birlik.domains.execution.rules import may_see_plan, may_see_what_is_found
from birlik.domains.execution.web.calendar import address_of, calendar_answer
from birlik.domains.execution.web.exports import plan_listing, plans_listing
from birlik.domains.execution.web.plan_words import (
    LOOKS,
    Pill,
    contributors_in_words,
    deadline_in_words,
    doubtful_in_words,
    look,
    standing_in_words,
    strip_cells,
)

ALWAYS_COUNTED = ("overdue", SOON)
COUNTED = (*ALWAYS_COUNTED, *(state for state in WORST_FIRST if state != "overdue"))
TONES = {
    **{"overdue": "late", SOON: "warn", "returned": "warn", "behind": "warn"},
    **{"fulfilled": "ok", "fulfilled_late": "ok"},
}


@dataclass(frozen=True, slots=True)
class Link:
    """A choice that the reader can make, as the address that makes it."""

    label: str
    query: str
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """A number on top of a plan, with the address that shows what it counts."""

    value: int
    label: str
    query: str
    tone: str = ""


@dataclass(frozen=True, slots=True)
class Target:
    """An indicator in the head of a direction: its plan and its fact for a year, and what in the
    papers does not go together."""

    title: LocalText
    year: int
    plan: str
    fact: str
    fact_year: int | None
    contradictions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A measure's row in the reader's language."""

    row: Row
    pill: Pill
    cells: list[StripCell]
    deadline: str
    contributors: str
    doubtful: str


@dataclass(frozen=True, slots=True)
class Card:
    """A direction with its rows and the indicators it serves."""

    block: Block
    lines: list[Line]
    targets: list[Target]


@page("plans", "plans/", title=gettext_lazy("Plans"), may=may_see_plan, section="plans", menu=12)
def plans(request: ActorRequest) -> HttpResponseBase:
    """The acts that made duties, with what is owed under them; the list as a file."""
    at = now()
    cards = plan_cards(by=request.actor, on=day_of(at))
    if file := exported(request, plans_listing(cards), at=at):
        return file
    return render(
        request,
        "execution/plans.html",
        {
            "cards": cards,
            "may_import": request.actor.holds("acts.import"),
            "sees_all": request.actor.reaches("plans.read"),
        },
    )


@page("plan", "plans/<int:pk>/", title=gettext_lazy("Plan"), may=may_see_plan, section="plans")
def plan(request: ActorRequest, pk: int) -> HttpResponseBase:
    """One plan: figures, filters, and its measures by direction with a strip of occurrences; its
    measures as a file, what is owed under it as a calendar."""
    at = now()
    on = day_of(at)
    allowed = bool(may_see_indicators(request.actor, at))
    sheet = plan_sheet(pk, by=request.actor, asked=request.GET.dict(), on=on, indicators=allowed)
    require(may_see_what_is_found(request.actor, found=sheet is not None))
    if sheet is None:
        raise Http404
    if file := exported(request, plan_listing(sheet), at=at):
        return file
    if request.GET.get("format") == "ics":
        return plan_calendar(request, sheet.act, on=on)
    return render(
        request,
        "execution/plan.html",
        {
            "sheet": sheet,
            "act_name": act_name(sheet.act),
            "in_force": is_in_force(sheet.act, on=on),
            "figures": list(figures_of(sheet)),
            "years": list(years_of(sheet.years, sheet.choice)),
            "directions": list(directions_of(sheet)),
            "states": [(state, one.name) for state, one in LOOKS.items()],
            "cards": [card_of(block, sheet) for block in sheet.blocks],
            "targets": targets_of(sheet.courses, sheet),
            "looks": LOOKS.values(),
            "takes_over": takes_over(sheet.act, request.actor, at),
        },
    )


def takes_over(act: Act, actor: Actor, at: datetime) -> bool:
    """Whether something of an act was controlled elsewhere, so that the actor may bring its
    record."""
    return act.controlled_from > act.in_force_from and bool(may_open_balance(actor, at))


def plan_calendar(request: ActorRequest, act: Act, *, on: date) -> HttpResponse:
    """What is still owed under an act as a calendar to be taken along."""
    rows = calendar_rows(request.actor, on=on, act=act.pk)
    answer = calendar_answer(rows, act_name(act), partial(address_of, request))
    answer.headers["Content-Disposition"] = f'attachment; filename="birlik-plan-{act.pk}.ics"'
    return answer


def figures_of(sheet: PlanSheet) -> Iterator[Figure]:
    """The numbers on top: each leads to the measures that it counts, in all the years."""
    every = replace(sheet.choice, year=None)
    for state in COUNTED:
        count = sheet.figures[state]
        if count or state in ALWAYS_COUNTED:
            tone = TONES.get(state, "") if count else ""
            yield Figure(count, label_of(state), replace(every, state=state).query, tone)


def label_of(state: str) -> str:
    """What a number on top counts."""
    return _("due in 30 days") if state == SOON else str(look(state).name).lower()


def years_of(years: Sequence[int], choice: Choice) -> Iterator[Link]:
    """A choice of one year, or of all; none where there is only one. A period that the address
    names stands before them."""
    every = replace(choice, period="", year=None)
    if choice.period:
        yield Link(words(Period.parse(choice.period).in_words()), choice.query, chosen=True)
    if len(years) > 1 or choice.period:
        for year in years:
            label = _("Year %(year)s") % {"year": year}
            yield Link(label, replace(every, year=year).query, year == choice.year)
        yield Link(_("All years"), every.query, choice == every)


def directions_of(sheet: PlanSheet) -> Iterator[Link]:
    """A choice of one direction; choosing it again shows all."""
    choice = sheet.choice
    for number, _title in sheet.directions:
        if number:
            chosen = number == choice.direction
            query = replace(choice, direction="" if chosen else number).query
            yield Link(_("Direction %(number)s") % {"number": number}, query, chosen)


def card_of(block: Block, sheet: PlanSheet) -> Card:
    """A direction in the reader's language."""
    return Card(block, [line_of(row) for row in block.rows], targets_of(block.courses, sheet))


def line_of(row: Row) -> Line:
    """A measure's row in the reader's language."""
    return Line(
        row=row,
        pill=standing_in_words(row.standing),
        cells=strip_cells(row.cells),
        deadline=deadline_in_words(row.duty, row.schedule),
        contributors=contributors_in_words(row.contributors),
        doubtful=doubtful_in_words(row.duty.doubtful),
    )


def targets_of(courses: Sequence[IndicatorCourse], sheet: PlanSheet) -> list[Target]:
    """The indicators with what this act plans for the chosen year; for its last year where all are
    shown."""
    found = (target_of(one, sheet.act.pk, sheet.choice.year) for one in courses)
    return [one for one in found if one]


def target_of(course: IndicatorCourse, act: int, year: int | None) -> Target | None:
    """What an act plans for an indicator in a year, and the last fact; None where it plans
    nothing."""
    plans = sorted(
        (one for one in course.planned if one.act == act and year in {None, one.year}),
        key=lambda one: one.year,
    )
    if not plans:
        return None
    unit, fact = course.indicator.unit, course.last_fact
    return Target(
        title=course.indicator.title,
        year=plans[-1].year,
        plan=measured(plans[-1].value, unit),
        fact=measured(fact.value, unit) if fact else "",
        fact_year=fact.year if fact else None,
        contradictions=tuple(contradiction_in_words(one, course) for one in course.contradictions),
    )
