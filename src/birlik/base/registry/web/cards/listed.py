"""The list of bodies within the reach of an office, as of a day, and as a file."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.functional import Promise, cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from birlik.base.charter.engine.kinds import KindCard
from birlik.base.charter.queries import kind_cards
from birlik.base.registry.engine.cards_sought import CLOSED, NO, REPUBLIC, YES, Sought, sought_of
from birlik.base.registry.models import Structure, Territory
from birlik.base.registry.queries.cards_listed import (
    Listed,
    counted,
    dressed,
    dressed_in_parts,
    lacks_of,
    listed,
    places_to_choose,
)
from birlik.base.registry.queries.cards_named import Codes, codes_on
from birlik.base.registry.queries.lacking import LACKS
from birlik.base.registry.queries.proposals import waiting_for
from birlik.base.registry.rules.cards import (
    READ,
    may_open_keeping,
    may_read_structures,
    reaches_all,
)
from birlik.base.registry.web.cards.words import FIELDS, LEVELS, Words, named_code
from birlik.base.registry.web.cards.words import LACKS as LACK_WORDS
from birlik.base.ui.export import Column, Listing, exported
from birlik.base.ui.pages import ActorRequest, now, page
from birlik.base.ui.templatetags.birlik import words
from birlik.base.values.clock import day_of
from birlik.base.values.local_text import LocalText

ROWS = 40


@dataclass(frozen=True, slots=True)
class Figure:
    """A number on top of the list with the address that shows what it counts."""

    value: int
    label: str
    query: str
    tone: str = ""


class CountedPaginator(Paginator[Structure]):
    """Pages of a list whose length is known already."""

    def __init__(self, found: QuerySet[Structure], total: int) -> None:
        super().__init__(found, ROWS)
        self.total = total

    @cached_property
    def count(self) -> int:
        """How many rows there are."""
        return self.total


@page(
    "structures",
    "registry/structures/",
    title=gettext_lazy("Registry"),
    may=may_read_structures,
    section="registry",
    menu=18,
)
def structures_page(request: ActorRequest) -> HttpResponseBase:
    """Bodies within reach: figures of what cards lack, filters kept in the address, the list."""
    at = now()
    today = day_of(at)
    sought = sought_of(request.GET.dict(), LACKS, today)
    on, past = sought.on or today, sought.on is not None
    kinds, codes = kind_cards(on=on), codes_on(on)
    found = listed(sought, by=request.actor, kinds=kinds, today=today)
    if file := exported(request, listing_of(found, sought, kinds, codes, on), at=at):
        return file
    places = places_to_choose(request.actor, READ, on=on)
    counts = counted(found, kinds, on=on, past=past)
    leaf = CountedPaginator(found, counts["all"]).get_page(request.GET.get("page"))
    lines = dressed(leaf, kinds, on=on, places=places, parents=False)
    context = {
        "sought": sought,
        "on": on,
        "past": past,
        "leaf": leaf,
        "lines": [
            (one, kinds.get(one.structure.kind), () if past else lacks_of(one, on=on))
            for one in lines
        ],
        "figures": list(figures_of(sought, counts)),
        "kinds": kinds.values(),
        "codes": codes,
        "levels": LEVELS.items(),
        "lack_words": {what: names[0] for what, names in LACK_WORDS.items()},
        "places": offered(places, sought),
        "republic": REPUBLIC if reaches_all(request.actor, READ) else "",
        "waiting": waiting_for(request.actor).count(),
        "may_keep": bool(may_open_keeping(request.actor, at)),
        "accredited": ((YES, _("with accreditation")), (NO, _("without accreditation"))),
        "closed": CLOSED,
    }
    return render(request, "registry/cards/list.html", context)


def figures_of(sought: Sought, counts: Mapping[str, int]) -> Iterator[Figure]:
    """How many there are, and how many of them lack something, each an address that shows them."""
    yield Figure(counts["all"], str(_("found")), sought.query(lacks=""))
    if sought.on or sought.state == CLOSED:
        return
    for what in LACKS:
        if counts[what]:
            yield Figure(counts[what], str(LACK_WORDS[what][0]), sought.query(lacks=what), "warn")


def offered(places: list[Territory], sought: Sought) -> list[Territory]:
    """The regions, and the districts of the one that is chosen; all that is reached, where that is
    one region."""
    regions = {one.pk for one in places if one.parent_id is None}
    if len(regions) <= 1:
        return places
    chosen = {
        one.parent_id or one.pk for one in places if sought.place and one.code == sought.place
    }
    return [one for one in places if one.parent_id is None or one.parent_id in chosen]


def listing_of(
    found: QuerySet[Structure],
    sought: Sought,
    kinds: Mapping[str, KindCard],
    codes: Codes,
    on: date,
) -> Listing[Listed]:
    """The list as a file."""
    kind = kinds.get(sought.kind)
    chosen: list[tuple[Words, Any]] = [
        (_("As of"), on),
        (_("Search"), sought.q),
        (FIELDS["kind"], kind.name if kind else sought.kind),
        (FIELDS["territory"], sought.place),
        (FIELDS["level"], LEVELS.get(sought.level, "")),
        (_("Lacks"), LACK_WORDS[sought.lacks][0] if sought.lacks else ""),
        (_("State"), _("closed") if sought.state == CLOSED else _("existing")),
    ]
    return Listing(
        "structures",
        _("Structures"),
        columns(kinds, codes),
        dressed_in_parts(found, kinds, on=on),
        [(name, value) for name, value in chosen if value],
    )


def columns(kinds: Mapping[str, KindCard], codes: Codes) -> list[Column[Listed]]:
    """The columns of the file."""

    def column(
        title: str | Promise, value: Callable[[Listed], Any], width: int = 16
    ) -> Column[Listed]:
        return Column(title, value, width)

    def plain(name: str, width: int = 16) -> Column[Listed]:
        return Column(FIELDS[name], lambda one: getattr(one.card, name) or None, width)

    def coded(name: str, known: Mapping[str, LocalText]) -> Column[Listed]:
        def value(one: Listed) -> str:
            return ", ".join(words(named_code(code, known)) for code in getattr(one.card, name))

        return Column(FIELDS[name], value, 24)

    return [
        column(FIELDS["kind"], lambda one: kind_name(one, kinds), 24),
        plain("name_kk", 50),
        plain("name_ru", 50),
        plain("short_ru"),
        column(FIELDS["level"], lambda one: LEVELS.get(one.card.level), 18),
        column(_("Region"), region_of, 24),
        column(FIELDS["territory"], lambda one: one.territory and one.territory.name, 24),
        column(FIELDS["parent"], lambda one: one.parent and one.parent.name, 40),
        plain("bin"),
        plain("founded_on"),
        column(_("Closed on"), lambda one: one.structure.closed_on),
        column(_("Head"), lambda one: one.head or None, 28),
        plain("address_kk", 40),
        plain("address_ru", 40),
        plain("phone", 20),
        plain("email", 28),
        plain("website", 28),
        column(
            FIELDS["culture"],
            lambda one: named_code(one.card.culture, codes.cultures) if one.card.culture else None,
            20,
        ),
        coded("languages", codes.languages),
        coded("fields", codes.fields),
        column(_("Confirmed on"), lambda one: one.structure.confirmed_on),
    ]


def kind_name(one: Listed, kinds: Mapping[str, KindCard]) -> LocalText:
    """The name of a body's kind; its code where the charter has none of it."""
    kind = kinds.get(one.structure.kind)
    return kind.name if kind else LocalText(one.structure.kind)


def region_of(one: Listed) -> LocalText | None:
    """The region in which a body lies; None for one of the republic."""
    place = one.territory
    while place and place.parent:
        place = place.parent
    return place.name if place else None
