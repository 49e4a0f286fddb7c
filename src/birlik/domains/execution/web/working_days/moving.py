"""Days that an act moves: what it does to due dates is shown first, then it is done."""

from datetime import datetime

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext, gettext_lazy

from birlik.base.charter.actions.calendar import refuse_wrong
from birlik.base.charter.queries import moved_day
from birlik.base.charter.rules import may_keep_calendar
from birlik.base.obligations.actions.redate import (
    Redating,
    foreseen_redating,
    move_working_days,
    restore_working_day,
)
from birlik.base.obligations.refusals import PLAN_CHANGED
from birlik.base.ui.pages import ActorRequest, now, page
from birlik.base.ui.templatetags.birlik import words
from birlik.base.values.actor import Actor
from birlik.base.values.clock import day_of
from birlik.base.values.refused import RefusedError
from birlik.base.values.verdict import Verdict
from birlik.domains.execution.web.working_days.forms import MoveForm
from birlik.domains.execution.web.working_days.year import year_context

UNPROCESSABLE = 422


def may_move_days(actor: Actor, at: datetime) -> Verdict:
    """Whoever keeps the calendar."""
    return may_keep_calendar(actor, None, at)


@page(
    "working_days_move",
    "working-days/move/",
    title=gettext_lazy("Calendar of working days"),
    may=may_move_days,
    section="obligations",
)
def move_days_page(request: ActorRequest) -> HttpResponse:
    """What the days of the form would do, and with `seen` the doing of it."""
    form = MoveForm(request.POST or None)
    if not form.is_valid():
        return shown(request, form, status=UNPROCESSABLE if request.POST else 200)
    at, days, ground = now(), form.days, form.cleaned_data["ground"]
    try:
        refuse_wrong(days, ground)
        effect = foreseen_redating(day_of(at), added=days)
        seen = request.POST.get("seen", "")
        if not seen or seen != told_as(effect):
            changed = words(PLAN_CHANGED) if seen else ""
            return shown(request, form, effect=effect, seen=told_as(effect), changed=changed)
        move_working_days(request.actor, at=at, days=days, ground=ground)
    except RefusedError as refusal:
        form.add_error(None, words(refusal.reason))
        return shown(request, form, status=UNPROCESSABLE)
    return done(request, effect, days[0].on.year)


def shown(
    request: ActorRequest, form: MoveForm, *, status: int = 200, **more: object
) -> HttpResponse:
    """The page of the year with the form as it was filled in."""
    context = year_context(request, form=form, **more)
    return render(request, "execution/working_days/year.html", context, status=status)


def told_as(effect: Redating) -> str:
    """What a person has seen of an effect: another one as soon as it comes out otherwise."""
    return f"{effect.count}-{effect.overdue}"


def done(request: ActorRequest, effect: Redating, year: int) -> HttpResponseRedirect:
    """Back to the year, with how many due dates moved."""
    told = gettext("Done. Due dates that moved: %(count)s.") % {"count": effect.count}
    messages.success(request, told)
    return HttpResponseRedirect(f"{reverse('working_days')}?year={year}")


@page(
    "working_days_restore",
    "working-days/<int:pk>/restore/",
    title=gettext_lazy("Put a moved day back"),
    may=may_move_days,
    section="obligations",
)
def restore_day_page(request: ActorRequest, *, pk: int) -> HttpResponse:
    """What it would do to put a day back with the one it changed places with, and the doing."""
    day = moved_day(pk)
    if day is None:
        raise Http404
    at = now()
    gone = [one for one in (day.on, day.moved_from) if one]
    effect = foreseen_redating(day_of(at), removed=gone)
    if request.method == "POST":
        return done(request, restore_working_day(request.actor, day, at=at), day.on.year)
    context = {"day": day, "effect": effect}
    return render(request, "execution/working_days/restore.html", context)
