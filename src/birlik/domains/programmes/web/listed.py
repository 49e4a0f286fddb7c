"""The associations of a year: who has reported, and how much each has done."""

from collections.abc import Sequence

from django.core.paginator import Paginator
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from birlik.base.ui.export import Column, Listing, exported
from birlik.base.ui.pages import ActorRequest, now, page
from birlik.base.values.clock import day_of
from birlik.domains.programmes.queries.work import (
    Line,
    in_state,
    lines_of_list,
    listed,
    named_so,
    reporting_bodies,
    years_known,
)
from birlik.domains.programmes.rules import may_see_work
from birlik.domains.programmes.web.shown import STATES, year_of

ROWS = 50


@page(
    "work",
    "registry/activity/",
    title=_("Work of associations"),
    may=may_see_work,
    section="registry",
)
def work(request: ActorRequest) -> HttpResponseBase:
    """The associations within reach with their reports of a year; the list as a file."""
    at = now()
    today = day_of(at)
    year = year_of(request, today)
    words = request.GET.get("q", "").strip()[:200]
    state = request.GET.get("state", "")
    every = listed(reporting_bodies(year, by=request.actor, today=today), year)
    found = in_state(named_so(every, words), state)
    chosen = ((_("Year"), year), (_("Search"), words))
    if request.GET.get("format"):
        rows = lines_of_list(found, year)
        listing = Listing("work", _("Work of associations"), COLUMNS, rows, chosen)
        if file := exported(request, listing, at=at):
            return file
    leaf = Paginator(found, ROWS).get_page(request.GET.get("page"))
    context = {
        "year": year,
        "years": years_known(today),
        "q": words,
        "state": state,
        "states": STATES,
        "leaf": leaf,
        "lines": lines_of_list(leaf.object_list, year),
        "narrowed": bool(words or state),
    }
    return render(request, "programmes/work.html", context)


COLUMNS: Sequence[Column[Line]] = (
    Column(_("Association"), lambda line: line.structure.name, 60),
    Column(
        _("Territory"),
        lambda line: line.structure.territory.name if line.structure.territory else "",
        30,
    ),
    Column(_("State"), lambda line: STATES[line.state][1], 24),
    Column(_("Activities"), lambda line: line.activities),
)
