"""One office of a body: who held it, holds it and is to hold it."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from birlik.base.charter.models import Catalogue
from birlik.base.charter.queries import named_items
from birlik.base.registry.queries.offices import rule_of, terms_in
from birlik.base.registry.rules.cards import may_read_structures
from birlik.base.registry.rules.offices import may_fill_office
from birlik.base.registry.web.offices.found import office_to_see
from birlik.base.ui.pages import ActorRequest, now, page
from birlik.base.values.clock import day_of

ROWS = 60


@page(
    "body_office",
    "registry/offices/<int:pk>/",
    title=_("Office of a body"),
    may=may_read_structures,
    section="registry",
)
def office_page(request: ActorRequest, pk: int) -> HttpResponse:
    """The seats of an office as the charter has them, and every term in it, the newest first."""
    at = now()
    today = day_of(at)
    office = office_to_see(request, pk)
    context = {
        "office": office,
        "structure": office.structure,
        "rule": rule_of(office, on=today),
        "groups": named_items(Catalogue.QUOTA, on=today),
        "leaf": Paginator(terms_in(office), ROWS).get_page(request.GET.get("page")),
        "today": today,
        "may_fill": bool(may_fill_office(request.actor, office, at)),
    }
    return render(request, "registry/offices/seat.html", context)
