"""One box over the whole register: bodies by name or BIN, people by name."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy

from birlik.base.registry.queries.searching import search_registry
from birlik.base.registry.rules.searching import may_search_registry
from birlik.base.registry.web.searching.lines import person_line, structure_line
from birlik.base.ui.pages import ActorRequest, Page, now, page
from birlik.base.values.clock import day_of

LONGEST = 200
FEW, MANY = 6, 40


@page(
    "registry_search",
    "registry/search/",
    title=gettext_lazy("Search in the register"),
    may=may_search_registry,
    section="registry",
)
def search_page(request: ActorRequest) -> HttpResponse:
    """The bodies and people whose names hold the words; the first few while somebody types."""
    typing = bool(request.headers.get("HX-Request"))
    query = request.GET.get("q", "").strip()[:LONGEST]
    limit = FEW if typing else MANY
    found = search_registry(query, by=request.actor, on=day_of(now()), limit=limit)
    context = {
        "query": query,
        "structures": [structure_line(one, found.words) for one in found.structures.hits],
        "people": [person_line(one, found.words) for one in found.people.hits],
        "more": found.structures.more or found.people.more,
        "limit": limit,
    }
    name = "suggestions" if typing else "page"
    return render(request, f"registry/search/{name}.html", context)


PAGES: tuple[Page, ...] = (search_page,)
