"""The bodies of one territory as a tree: the assembly, its councils, their parts."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from birlik.base.charter.queries import kind_cards
from birlik.base.registry.engine.cards_sought import REPUBLIC, Sought, sought_of
from birlik.base.registry.engine.cards_tree import branches
from birlik.base.registry.queries.cards_listed import bodies_at, places_to_choose
from birlik.base.registry.rules.cards import READ, may_read_structures, reaches_all
from birlik.base.registry.web.cards.listed import offered
from birlik.base.ui.pages import ActorRequest, now, page
from birlik.base.values.clock import day_of

MOST = 500


@page(
    "structures_tree",
    "registry/structures/tree/",
    title=_("Tree of bodies"),
    may=may_read_structures,
    section="registry",
)
def tree_page(request: ActorRequest) -> HttpResponse:
    """The bodies that stand at a place on a day, each under the one it is a part of."""
    today = day_of(now())
    sought = sought_of(request.GET.dict(), (), today)
    on = sought.on or today
    kinds = kind_cards(on=on)
    places = places_to_choose(request.actor, READ, on=on)
    everywhere = reaches_all(request.actor, READ)
    usual = REPUBLIC if everywhere or not places else places[0].code
    place = sought.place or usual
    bodies = {one.pk: one for one in bodies_at(place, by=request.actor, on=on)[:MOST]}
    parents = [(one.pk, vars(one)["parent_then"]) for one in bodies.values()]
    context = {
        "place": place,
        "places": offered(places, Sought(place=place)),
        "republic": REPUBLIC if everywhere else "",
        "on": on,
        "past": sought.on is not None,
        "rows": [
            (bodies[number], min(depth, 6), kinds.get(bodies[number].kind))
            for number, depth in branches(parents)
        ],
        "most": MOST if len(bodies) == MOST else 0,
    }
    return render(request, "registry/cards/tree.html", context)
