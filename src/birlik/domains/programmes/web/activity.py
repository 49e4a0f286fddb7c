"""An activity: entered, mended, withdrawn."""

from datetime import datetime

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from birlik.base.registry.models import Structure
from birlik.base.ui.pages import ActorRequest, now, page
from birlik.base.ui.templatetags.birlik import words
from birlik.base.values.clock import day_of
from birlik.base.values.refused import RefusedError, require
from birlik.domains.programmes.actions import (
    correct_activity,
    enter_activity,
    withdraw_activity,
)
from birlik.domains.programmes.engine.fitting import faults
from birlik.domains.programmes.models import Activity
from birlik.domains.programmes.queries.work import activity_of, languages_known, places_offered
from birlik.domains.programmes.rules import may_keep_activity, may_keep_work, may_open_keeping
from birlik.domains.programmes.web.forms import ActivityForm, entered
from birlik.domains.programmes.web.one import address
from birlik.domains.programmes.web.shown import body_or_refuse


@page(
    "activity_new",
    "registry/activity/<int:pk>/new/",
    title=_("Enter an activity"),
    may=may_open_keeping,
    section="registry",
)
def activity_new(request: ActorRequest, pk: int) -> HttpResponse:
    """Enter something that an association did."""
    at = now()
    body = body_or_refuse(request, pk, at)
    require(may_keep_work(request.actor, body, at))
    return written(request, body, None, at=at)


@page(
    "activity",
    "registry/activity/<int:pk>/<int:number>/",
    title=_("Mend an activity"),
    may=may_open_keeping,
    section="registry",
)
def activity(request: ActorRequest, pk: int, number: int) -> HttpResponse:
    """Mend an activity."""
    at = now()
    body = body_or_refuse(request, pk, at)
    require(may_keep_work(request.actor, body, at))
    return written(request, body, found_or_404(body, number), at=at)


def found_or_404(body: Structure, number: int) -> Activity:
    """An activity of a body; raises Http404 for another's and for one that is not there."""
    found = activity_of(body, number)
    if found is None:
        raise Http404
    return found


def written(
    request: ActorRequest, body: Structure, one: Activity | None, *, at: datetime
) -> HttpResponse:
    """The form of an activity, and what becomes of it."""
    languages, places = languages_known(day_of(at)), places_offered(body)
    form = ActivityForm(
        request.POST if request.method == "POST" else None,
        initial=entered(one) if one else None,
        places=places,
        languages=languages,
    )
    wrong = ""
    if form.is_bound and form.is_valid():
        codes = [place.code for place in places]
        found = faults(form.row, today=day_of(at), languages=languages, places=codes)
        for name, reason in found.items():
            form.add_error(name, words(reason))
        wrong = "" if found else kept(request, body, one, form, at=at)
        if not found and not wrong:
            return redirect(address(body, form.row.ends_on.year))
    elif one and not form.is_bound:
        verdict = may_keep_activity(request.actor, one, at)
        wrong = words(verdict.reason) if verdict.reason else ""
    context = {"body": body, "one": one, "form": form, "wrong": wrong}
    status = 422 if form.is_bound else 200
    return render(request, "programmes/activity.html", context, status=status)


def kept(
    request: ActorRequest,
    body: Structure,
    one: Activity | None,
    form: ActivityForm,
    *,
    at: datetime,
) -> str:
    """Keep what was entered; '' or why it was refused."""
    try:
        if one is None:
            enter_activity(request.actor, body, at=at, row=form.row)
        else:
            correct_activity(request.actor, one, at=at, row=form.row)
    except RefusedError as error:
        return words(error.reason)
    messages.success(request, gettext("The activity was saved."))
    return ""


@page(
    "activity_withdraw",
    "registry/activity/<int:pk>/<int:number>/withdraw/",
    title=_("Withdraw an activity"),
    may=may_open_keeping,
    section="registry",
)
def activity_withdraw(request: ActorRequest, pk: int, number: int) -> HttpResponse:
    """Take an activity that was entered wrongly out of the count."""
    at = now()
    body = body_or_refuse(request, pk, at)
    one = found_or_404(body, number)
    if request.method == "POST":
        withdraw_activity(request.actor, one, at=at)
        messages.success(request, gettext("The activity was withdrawn."))
    return redirect(address(body, one.last_on.year))
