"""The beginning of a round: about what, what is asked, of whom."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext, gettext_lazy

from birlik.base.records.models import Act
from birlik.base.ui.pages import ActorRequest, now, page
from birlik.base.values.clock import day_of
from birlik.base.values.period import Period
from birlik.domains.execution.actions.rounds.begin import begin_round
from birlik.domains.execution.models import Round
from birlik.domains.execution.queries.reports import acts_to_report_on
from birlik.domains.execution.queries.rounds.contributed import columns_of
from birlik.domains.execution.queries.rounds.owing import Addressees, all_bodies, owing_bodies
from birlik.domains.execution.queries.rounds.progress import bodies_asked, round_numbered
from birlik.domains.execution.rules.rounds import may_run_rounds
from birlik.domains.execution.web.rounds.forms import (
    ColumnForms,
    RoundForm,
    WhatForm,
    column_initial,
    columns_of_forms,
    usual_columns,
)

EVENING = time(18)
LONG = 19
"""No key has so many digits; a database refuses a number that long."""


@dataclass(frozen=True, slots=True)
class Beginning:
    """What the page of a round to be begun works with: about what it asks, whom it may ask, and the
    earlier round that it follows, if any."""

    act: Act | None
    period: Period | None
    groups: tuple[Addressees, ...]
    like: Round | None
    at: datetime

    @property
    def offered(self) -> set[int]:
        """The bodies that may be asked."""
        return {body.structure.pk for one in self.groups for body in one.bodies}

    def usual_bodies(self) -> set[int]:
        """The bodies that are ticked to begin with: those that the earlier round asked, else all
        that owe something; of an ad hoc round nobody."""
        if self.like:
            return bodies_asked(self.like) & self.offered
        return self.offered if self.act else set()

    def usual(self) -> dict[str, object]:
        """What the form begins with."""
        found: dict[str, object] = {"due_time": EVENING, "rows": "lines"}
        if self.like:
            found |= {"title_kk": self.like.title_kk, "title_ru": self.like.title_ru}
        elif self.act and self.period:
            said, number = self.period.in_words(), self.act.number
            found["title_kk"] = f"№ {number}: {said.kk} бойынша іс-шаралардың орындалуы"
            found["title_ru"] = f"№ {number}: исполнение мероприятий, {said.ru}"
        return found

    def columns(self) -> list[dict[str, object]]:
        """The columns that the form begins with."""
        usual = usual_columns(ad_hoc=self.act is None)
        if self.like is None:
            return usual
        return [column_initial(one) for one in columns_of(self.like)] + usual[-3:]


@page(
    "round_new",
    "rounds/new/",
    title=gettext_lazy("New reporting round"),
    may=may_run_rounds,
    section="rounds",
)
def new_round(request: ActorRequest) -> HttpResponse:
    """The act and the period; then what is asked, in which columns, and of whom."""
    at = now()
    acts = [one for one in acts_to_report_on() if one.first_year and one.last_year]
    like = earlier(request)
    what = WhatForm(
        request.GET if "act" in request.GET else None,
        acts=acts,
        initial=usual_what(acts, like, on=day_of(at)),
    )
    if not what.is_valid():
        status = 422 if what.errors else 200
        return render(request, "execution/rounds/new.html", {"what": what}, status=status)
    begun = beginning(what, like, at=at)
    return ask(request, what, begun)


def usual_what(acts: Sequence[Act], like: Round | None, *, on: date) -> dict[str, str]:
    """The act and period that are chosen to begin with."""
    usual = WhatForm.usual(acts, on=on)
    if like:
        usual["act"] = str(like.act_id or "")
    return usual


def earlier(request: ActorRequest) -> Round | None:
    """The round that the address says to follow; None where it names none."""
    like = request.GET.get("like", "")
    return round_numbered(int(like)) if like.isdecimal() and len(like) < LONG else None


def beginning(what: WhatForm, like: Round | None, *, at: datetime) -> Beginning:
    """What the page works with for what was chosen."""
    act, period = what.chosen_act, what.chosen_period
    on = day_of(at)
    groups = owing_bodies(act, period, on=on) if act and period else all_bodies(on=on)
    return Beginning(act, period, groups, like, at)


def ask(request: ActorRequest, what: WhatForm, begun: Beginning) -> HttpResponse:
    """The form of a round; what was entered begins it, and what is wrong is said beside."""
    entered = request.POST if request.method == "POST" else None
    ad_hoc = begun.act is None
    form = RoundForm(entered, ad_hoc=ad_hoc, at=begun.at, initial=begun.usual())
    columns = ColumnForms(entered, initial=begun.columns(), prefix="column")
    chosen = chosen_bodies(request, begun)
    if entered is not None and form.is_valid() and columns.is_valid():
        wanted = columns_of_forms(columns)
        if wanted and chosen:
            one = begin_round(
                request.actor,
                begun.act,
                at=begun.at,
                asked=form.asked(begun.period, wanted),
                bodies=sorted(chosen),
                rows=form.ad_hoc_rows(),
            )
            messages.success(request, gettext("The draft is ready. Look through it and open it."))
            return redirect("round", pk=one.pk)
    context: dict[str, Any] = {
        "what": what,
        "form": form,
        "columns": columns,
        "groups": begun.groups,
        "chosen": chosen,
        "ad_hoc": ad_hoc,
        "no_columns": columns.is_bound and columns.is_valid() and not columns_of_forms(columns),
        "no_bodies": entered is not None and not chosen,
    }
    status = 200 if entered is None else 422
    return render(request, "execution/rounds/new.html", context, status=status)


def chosen_bodies(request: ActorRequest, begun: Beginning) -> set[int]:
    """The bodies that are ticked."""
    if request.method != "POST":
        return begun.usual_bodies()
    ticked = request.POST.getlist("bodies")
    return {int(one) for one in ticked if one.isdecimal() and len(one) < LONG} & begun.offered
