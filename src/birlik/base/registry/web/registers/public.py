"""The registers that the charter calls public, searched by anybody without an account.

Of a person: name, number of the certificate, languages, place, validity, and the fields that the
charter calls public; only of those who agreed to be shown there.
"""

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.utils.translation import gettext_lazy as _

from birlik.base.charter.queries import register_card
from birlik.base.registry.engine.cards_sought import code_in
from birlik.base.registry.queries import regions
from birlik.base.registry.queries.cards_named import codes_on
from birlik.base.registry.queries.public import lines_shown, public_kinds
from birlik.base.registry.queries.registers import in_place, public_lines, speaking
from birlik.base.registry.rules.public import may_see_public
from birlik.base.registry.web.public import plain
from birlik.base.ui.pages import ActorRequest, now, page
from birlik.base.values.clock import day_of

ROWS = 40


@page(
    "public_register",
    "public/registers/<str:code>/",
    title=_("Public register"),
    may=may_see_public,
    section="public",
)
def public_register_page(request: ActorRequest, *, code: str) -> HttpResponse:
    """A public register by region and language, as it stands today."""
    on = day_of(now())
    card = register_card(code, on=on)
    if card is None or not card.public:
        raise Http404
    place, language = code_in(request.GET.get("place", "")), request.GET.get("language", "")[:40]
    found = public_lines(code, on=on)
    found = in_place(found, place) if place else found
    found = speaking(found, language) if language else found
    leaf = Paginator(found, ROWS).get_page(request.GET.get("page"))
    context = {
        "card": card,
        "on": on,
        "place": place,
        "language": language,
        "leaf": leaf,
        "rows": lines_shown(leaf, card, public_kinds(on=on, today=on)),
        "regions": regions(),
        "codes": codes_on(on),
    }
    return plain(request, "registry/registers/public.html", context)
