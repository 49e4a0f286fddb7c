"""Terms that end and seats that are vacant, in the bodies that the reader keeps."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from birlik.base.registry.queries.offices import dressed, ending_terms, vacancies
from birlik.base.registry.rules.offices import KEEP, may_see_terms
from birlik.base.ui.pages import ActorRequest, now, page
from birlik.base.values.clock import day_of

ROWS, MOST = 40, 100
SPANS = (30, 90, 365)
"""Within how many days a term ends that is listed."""


@page(
    "terms",
    "registry/terms/",
    title=_("Ends of terms and vacancies"),
    may=may_see_terms,
    section="registry",
)
def terms_page(request: ActorRequest) -> HttpResponse:
    """Whose term ends within the days chosen, and which seats nobody holds."""
    on = day_of(now())
    asked = request.GET.get("days", "")
    days = next((one for one in SPANS if str(one) == asked), SPANS[1])
    ending = ending_terms(on=on, days=days, by=request.actor, power=KEEP)
    free = vacancies(on=on, by=request.actor, power=KEEP)
    leaf = Paginator(free, ROWS).get_page(request.GET.get("page"))
    context = {
        "days": days,
        "spans": SPANS,
        "on": on,
        "ending": ending[:MOST],
        "ends": len(ending),
        "leaf": leaf,
        "free": dressed(leaf),
    }
    return render(request, "registry/offices/terms.html", context)
