"""The list of reporting rounds."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy

from birlik.base.ui.pages import ActorRequest, now, page
from birlik.domains.execution.queries.rounds.progress import rounds_held
from birlik.domains.execution.rules.rounds import may_run_rounds
from birlik.domains.execution.web.report.words import period_words
from birlik.domains.execution.web.rounds.words import ROUND_PILLS

ROWS = 30


@page(
    "rounds",
    "rounds/",
    title=gettext_lazy("Reporting rounds"),
    may=may_run_rounds,
    section="rounds",
    menu=32,
)
def rounds(request: ActorRequest) -> HttpResponse:
    """The rounds, newest first, with how many have answered."""
    found = rounds_held(state=request.GET.get("state", ""))
    leaf = Paginator(found, ROWS).get_page(request.GET.get("page"))
    context = {
        "leaf": leaf,
        "rows": [(one, period_words(one.period) if one.period else None) for one in leaf],
        "pills": ROUND_PILLS,
        "states": [(code, label) for code, (_tone, label) in ROUND_PILLS.items()],
        "at": now(),
    }
    return render(request, "execution/rounds/rounds.html", context)
