"""The first screen: what is late, what comes, what waits for me, what changed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from birlik.base.journal.action import ACTIONS
from birlik.base.mandate.words import act_name
from birlik.base.ui.pages import ActorRequest, now, page
from birlik.base.ui.templatetags.birlik import day, words
from birlik.base.values.clock import day_of
from birlik.base.values.local_text import LocalText
from birlik.domains.execution.engine.wanted import IN_FORCE, MINE, REPEALED, RETURNED, REVIEW, SOON
from birlik.domains.execution.queries.today import (
    LATE,
    LEFT,
    LISTS,
    Arrear,
    TodaySheet,
    today_sheet,
)
from birlik.domains.execution.rules import may_see_plan
from birlik.domains.execution.web.obligations import Line, line_of
from birlik.faces.cabinet.sign_in import PREVIOUS_VISIT

TO_ASK = 3
"""About how many bodies a head is told what to ask."""

NAMES: dict[str, tuple[str | Promise, str | Promise]] = {
    LATE: (gettext_lazy("Overdue"), gettext_lazy("Nothing is overdue.")),
    SOON: (gettext_lazy("Due in 30 days"), gettext_lazy("Nothing falls due in 30 days.")),
    RETURNED: (gettext_lazy("Returned to me"), gettext_lazy("Nothing was returned to you.")),
    REVIEW: (
        gettext_lazy("Waiting for my review"),
        gettext_lazy("No reports are waiting for your review."),
    ),
}
"""A list → its heading, and what is said when it is empty."""

TONES = {LATE: "late", SOON: "warn", RETURNED: "warn", REVIEW: "warn"}


@dataclass(frozen=True, slots=True)
class ShortList:
    """The first rows of a list, how many there are, and the address of all."""

    name: str
    heading: str | Promise
    nothing: str | Promise
    count: int
    lines: list[Line]
    url: str
    tone: str


@dataclass(frozen=True, slots=True)
class Behind:
    """A body, a region or a plan that is behind, and the address of what it has overdue."""

    name: LocalText | str
    arrear: Arrear
    url: str


@dataclass(frozen=True, slots=True)
class News:
    """Something done since the last visit."""

    at: datetime
    label: LocalText
    line: Line


@page("today", "today/", title=gettext_lazy("Today"), may=may_see_plan, section="today", menu=10)
def today(request: ActorRequest) -> HttpResponse:
    """What is overdue and due soon, what was returned, what waits for review, who is behind, and
    what changed since the last visit."""
    on = day_of(now())
    since = previous_visit(request)
    sheet = today_sheet(by=request.actor, on=on, since=since)
    lists = list(lists_of(sheet, request))
    context = {
        "on": on,
        "since": since,
        "sheet": sheet,
        "lists": lists,
        "left": list(left_by(sheet, request)),
        "asked": sheet.asked,
        "behind": list(behind_of(sheet)),
        "questions": list(questions_of(sheet)) if is_head(request) else [],
        "news": [
            News(one.entry.at, ACTIONS[one.entry.action].label, line_of(one.obligation))
            for one in sheet.changes
        ],
    }
    return render(request, "cabinet/today.html", context)


def previous_visit(request: ActorRequest) -> datetime | None:
    """When the reader signed in the time before this one; None on the first visit."""
    kept = request.session.get(PREVIOUS_VISIT)
    return datetime.fromisoformat(kept) if kept else None


def is_head(request: ActorRequest) -> bool:
    """Whether the reader watches over all without reporting or reviewing."""
    actor = request.actor
    works = actor.holds("obligations.report") or actor.holds("obligations.review")
    return actor.reaches("plans.read") and not works


def lists_of(sheet: TodaySheet, request: ActorRequest) -> Iterator[ShortList]:
    """The short lists that say something to the reader."""
    actor = request.actor
    reports = actor.holds("obligations.report")
    reviews = actor.holds("obligations.review") or actor.holds("obligations.direct")
    own = {"whose": MINE} if reports else {}
    shown = {LATE: True, SOON: True, RETURNED: reports, REVIEW: reports or reviews}
    for name in LISTS:
        if shown[name]:
            heading, nothing = NAMES[name]
            yield ShortList(
                name=name,
                heading=heading,
                nothing=nothing,
                count=sheet.counts[name],
                lines=[line_of(one) for one in sheet.lists[name]],
                url=listed(state=name, **(own if name in {LATE, SOON} else {})),
                tone=TONES[name] if sheet.counts[name] else "",
            )


def left_by(sheet: TodaySheet, request: ActorRequest) -> Iterator[tuple[str | Promise, int, str]]:
    """What repealed acts leave behind: a heading, how many, and the address of all."""
    own = {"whose": MINE} if request.actor.holds("obligations.report") else {}
    for name in LEFT:
        if count := sheet.left[name]:
            chosen = own if name == LATE else {}
            yield NAMES[name][0], count, listed(state=name, force=REPEALED, **chosen)


def listed(**chosen: object) -> str:
    """The address of the list of obligations, narrowed; of acts in force where nothing else is
    said."""
    force = chosen.pop("force", IN_FORCE)
    query = "&".join(f"{name}={value}" for name, value in (*chosen.items(), ("force", force)))
    return f"{reverse('obligations')}?{query}"


def behind_of(sheet: TodaySheet) -> Iterator[tuple[str, str, list[Behind]]]:
    """Who and what is furthest behind: a heading, the name of the column, the rows."""
    bodies = [
        Behind(one.short, arrear, listed(state=LATE, executor=one.pk))
        for one, arrear in sheet.bodies
    ]
    regions = [
        Behind(one.name, arrear, listed(state=LATE, region=one.code))
        for one, arrear in sheet.regions
    ]
    plans = [
        Behind(act_name(one), arrear, listed(state=LATE, act=one.pk)) for one, arrear in sheet.plans
    ]
    for heading, column, rows in (
        (_("Plans furthest behind"), _("Plan"), plans),
        (_("Regions furthest behind"), _("Region"), regions),
        (_("Executors furthest behind"), _("Executor"), bodies),
    ):
        if rows:
            yield heading, column, rows


def questions_of(sheet: TodaySheet) -> Iterator[tuple[str, str]]:
    """What a head may ask of whom: a sentence and the address of what it is about."""
    for body, arrear in sheet.bodies[:TO_ASK]:
        told: Mapping[str, object] = {
            "body": words(body.short),
            "count": arrear.overdue,
            "day": day(arrear.oldest),
        }
        sentence = ngettext(
            "%(body)s: why is %(count)s obligation overdue? It was due on %(day)s.",
            "%(body)s: why are %(count)s obligations overdue? The oldest was due on %(day)s.",
            arrear.overdue,
        )
        yield sentence % told, listed(state=LATE, executor=body.pk)
