"""Writing a resolution on an obligation, and releasing from what resolutions gave."""

from dataclasses import dataclass
from functools import partial

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from birlik.base.obligations.actions import release_children, write_resolution
from birlik.base.obligations.models import Obligation
from birlik.base.obligations.queries.desk import executors_for, offices_in, resolutions_on
from birlik.base.obligations.rules import may_direct, may_release_children
from birlik.base.ui.pages import ActorRequest, now, page
from birlik.base.values.clock import day_of
from birlik.base.values.refused import RefusedError, require
from birlik.domains.execution.engine.wanted import number_in
from birlik.domains.execution.queries.obligations import title_of
from birlik.domains.execution.web.desk.forms import (
    MOST_LINES,
    LineForm,
    ResolutionForm,
    bodies_to_choose,
    offices_to_choose,
)
from birlik.domains.execution.web.obligation.sheet import anywhere, visible
from birlik.domains.execution.web.obligation.verbs import Verb, back, receive


@dataclass(frozen=True, slots=True)
class Written:
    """A resolution as far as it is written."""

    form: ResolutionForm
    lines: list[LineForm]

    @property
    def is_whole(self) -> bool:
        """Whether every field could be read."""
        return all([self.form.is_valid(), *(line.is_valid() for line in self.lines)])


@page(
    "resolution",
    "obligations/<int:pk>/resolution/",
    title=_("Resolution"),
    may=anywhere(may_direct),
    section="obligations",
)
def resolution(request: ActorRequest, *, pk: int) -> HttpResponse:
    """Write who is to do what by when; lines are added without losing what is written."""
    obligation = visible(request, pk)
    require(may_direct(request.actor, obligation, now()))
    written = written_on(request, obligation)
    if request.method == "POST" and request.POST.get("do") != "add" and written.is_whole:
        try:
            made = write_resolution(
                request.actor,
                obligation,
                at=now(),
                lines=[one.line for one in written.lines],
                beyond=written.form.cleaned_data["beyond"],
                known=number_in(request.POST.get("known", "")),
            )
        except RefusedError as refusal:
            written.form.refuse(refusal)
        else:
            done = gettext("Resolution No. %(number)s is written: the executors are told.")
            messages.success(request, done % {"number": made.act.number})
            return back(pk)
    context = {
        "obligation": obligation,
        "title": title_of(obligation),
        "form": written.form,
        "lines": written.lines,
        "known": resolutions_on(obligation),
        "more": len(written.lines) < MOST_LINES,
    }
    wrong = request.method == "POST" and request.POST.get("do") != "add"
    return render(request, "execution/desk/resolution.html", context, status=422 if wrong else 200)


def written_on(request: ActorRequest, obligation: Obligation) -> Written:
    """The resolution as it was sent; one empty line before anything was."""
    bodies = list(executors_for(obligation.debtor, on=day_of(now())))
    offices = list(offices_in(one.pk for one in bodies))
    blank = partial(
        LineForm,
        bodies=bodies_to_choose(bodies),
        offices=offices_to_choose(offices, gettext("Nobody by name")),
    )
    if request.method != "POST":
        return Written(ResolutionForm(), [blank(None, place=1)])
    count = count_of(request.POST.get("count", ""))
    lines = [blank(request.POST, place=place) for place in range(1, count + 1)]
    if request.POST.get("do") == "add" and count < MOST_LINES:
        lines.append(blank(None, place=count + 1))
    return Written(ResolutionForm(request.POST), lines)


def count_of(sent: str) -> int:
    """How many lines were sent, at least one and no more than a resolution has."""
    return min(max(number_in(sent) or 1, 1), MOST_LINES)


@page(
    "children_release",
    "obligations/<int:pk>/children/release/",
    title=_("Release from what resolutions gave"),
    may=anywhere(may_release_children),
    section="obligations",
)
def children_release(request: ActorRequest, *, pk: int) -> HttpResponse:
    """Release everybody from what is still owed under the resolutions."""
    done = _("All who had something to do under the resolutions are released.")
    if request.method != "POST":
        return redirect("obligation", pk=visible(request, pk).pk)
    return receive(request, pk, Verb("children", release_children, done))
