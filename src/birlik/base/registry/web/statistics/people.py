"""People in office and in registers, by place."""

from collections.abc import Sequence

from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from birlik.base.charter.queries import register_cards
from birlik.base.registry.queries.statistics.overview import PeopleRow, people
from birlik.base.registry.rules.statistics import may_see_statistics
from birlik.base.registry.web.statistics.shown import asked, offered
from birlik.base.ui.export import Column, Listing, exported
from birlik.base.ui.pages import ActorRequest, now, page
from birlik.base.ui.templatetags.birlik import words


@page(
    "statistics_people",
    "registry/statistics/people/",
    title=_("People in structures and registers"),
    may=may_see_statistics,
    section="registry",
)
def statistics_people(request: ActorRequest) -> HttpResponseBase:
    """People in office, offices held and vacant, and people in registers on a day; few people are
    never told."""
    at = now()
    found = asked(request, at, narrowed=False)
    counted, form = people(found.scope), offered(found, narrowed=False)
    cards = register_cards(on=found.scope.on)
    names = [words(cards[code].name) if code in cards else code for code in counted.registers]
    columns: Sequence[Column[PeopleRow]] = (
        Column(_("Territory"), lambda row: row.area.name, 44),
        Column(_("People in office"), lambda row: row.people),
        Column(_("Offices held"), lambda row: row.held),
        Column(_("Limited seats"), lambda row: row.seats),
        Column(_("Vacant"), lambda row: row.vacant),
        *(register_column(place, name) for place, name in enumerate(names)),
    )
    title = _("People in structures and registers")
    listing = Listing("statistics-people", title, columns, counted.rows, found.chosen)
    if file := exported(request, listing, at=at):
        return file
    enrolled = list(zip(names, counted.enrolled, strict=True))
    context = {**form, "counted": counted, "names": names, "enrolled": enrolled}
    return render(request, "registry/statistics/people.html", context)


def register_column(place: int, name: str) -> Column[PeopleRow]:
    """The column of a register in the file."""
    return Column(name, lambda row: row.registers[place], 18)
