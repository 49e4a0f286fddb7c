"""The list of obligations within the reach of an office."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.core.paginator import Page as Leaf
from django.core.paginator import Paginator
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.functional import Promise, cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from birlik.base.mandate.words import act_name
from birlik.base.obligations.models import Obligation
from birlik.base.obligations.queries import StateColumn
from birlik.base.obligations.rules.by_letter import may_settle_by_letter
from birlik.base.ui.export import Column, Listing, exported
from birlik.base.ui.pages import ActorRequest, now, page
from birlik.base.ui.templatetags.birlik import words
from birlik.base.values.actor import Actor
from birlik.base.values.clock import day_of
from birlik.base.values.local_text import LocalText
from birlik.domains.execution.engine.naming import period_named
from birlik.domains.execution.engine.wanted import (
    ANY,
    DAYS,
    FORCES,
    IN_FORCE,
    LIVE,
    REPEALED,
    RETURNED,
    REVIEW,
    SOON,
    TODO,
    Wanted,
    wanted_of,
)
from birlik.domains.execution.queries.obligations import (
    ObligationList,
    obligation_list,
    title_of,
)
from birlik.domains.execution.rules import may_see_plan
from birlik.domains.execution.web.plan import Figure, Link
from birlik.domains.execution.web.plan_words import LOOKS, Pill, look

if TYPE_CHECKING:
    from django_stubs_ext import WithAnnotations

ROWS = 40
"""How many rows a page has, and how many are asked for at a time for a file."""

GROUP_NAMES: dict[str, str | Promise] = {
    TODO: gettext_lazy("To do"),
    REVIEW: gettext_lazy("Waiting for my review"),
    RETURNED: gettext_lazy("Returned to me"),
    SOON: gettext_lazy("Due in 30 days"),
    LIVE: gettext_lazy("Under control"),
}
FORCE_NAMES: dict[str, str | Promise] = {
    IN_FORCE: gettext_lazy("Acts in force"),
    REPEALED: gettext_lazy("Repealed acts"),
    ANY: gettext_lazy("Any force"),
}
GROUP_TONES = {REVIEW: "warn", RETURNED: "warn", SOON: "warn"}


@dataclass(frozen=True, slots=True)
class Line:
    """An obligation in the reader's language."""

    obligation: "WithAnnotations[Obligation, StateColumn]"
    title: LocalText
    period: LocalText
    pill: Pill
    late: bool


class ListPaginator(Paginator[Any]):
    """Pages of the list, whose length is known already."""

    def __init__(self, found: ObligationList) -> None:
        super().__init__(found.keys, ROWS)
        self.found = found

    @cached_property
    def count(self) -> int:
        """How many rows there are."""
        return self.found.total

    def page(self, number: int | str) -> Leaf[Any]:
        """The rows of a page."""
        place = self.validate_number(number)
        return Leaf(self.found.page((place - 1) * ROWS, ROWS), place, self)


@page(
    "obligations",
    "obligations/",
    title=gettext_lazy("Obligations"),
    may=may_see_plan,
    section="obligations",
    menu=14,
)
def obligations(request: ActorRequest) -> HttpResponseBase:
    """What is owed within reach: figures by state, filters kept in the address, the list as a
    file."""
    at = now()
    usual = usual_state(request.actor)
    wanted = wanted_of(request.GET.dict(), usual)
    found = obligation_list(wanted, by=request.actor, on=day_of(at))
    if file := exported(request, listing_of(found, wanted), at=at):
        return file
    leaf = ListPaginator(found).get_page(request.GET.get("page"))
    context = {
        "wanted": wanted,
        "usual": usual,
        "leaf": leaf,
        "lines": [line_of(one) for one in leaf],
        "figures": list(figures_of(found, wanted, usual, request.actor)),
        "chips": list(chips_of(found, wanted, usual)),
        "reports": request.actor.holds("obligations.report"),
        "settles": bool(may_settle_by_letter(request.actor, None, at)),
        "query": wanted.query(""),
        "states": [*GROUP_NAMES.items(), *((state, one.name) for state, one in LOOKS.items())],
        "offered": found.offered,
        "acts": [(one.pk, act_name(one)) for one in found.offered.acts],
        "days": DAYS,
        "forces": [(one, FORCE_NAMES[one]) for one in FORCES],
        "clear": wanted_of({}, usual).query(usual, state=wanted.state),
        "looks": LOOKS.values(),
    }
    return render(request, "execution/obligations.html", context)


def usual_state(actor: Actor) -> str:
    """What an address that names no state shows: to who reports, what is to be done; to all others
    what is not settled."""
    return TODO if actor.holds("obligations.report") else LIVE


def figures_of(found: ObligationList, wanted: Wanted, usual: str, actor: Actor) -> Iterator[Figure]:
    """The numbers on top: what cuts across the states, each an address that shows what it
    counts."""
    for group in groups_for(actor):
        tone = GROUP_TONES.get(group, "") if found.counts[group] else ""
        query = wanted.query(usual, state=group)
        yield Figure(found.counts[group], str(GROUP_NAMES[group]).lower(), query, tone)


def chips_of(found: ObligationList, wanted: Wanted, usual: str) -> Iterator[tuple[str, int, Link]]:
    """The states that any obligation stands in, each with its tone, its number and an address that
    shows them; then all."""
    for state, shown in LOOKS.items():
        if count := found.counts[state]:
            query = wanted.query(usual, state=state)
            link = Link(str(shown.name).lower(), query, state == wanted.state)
            yield shown.tone, count, link
    every = Link(_("all"), wanted.query(usual, state=ANY), wanted.state == ANY)
    yield "", found.counts[ANY], every


def groups_for(actor: Actor) -> Iterator[str]:
    """The groups that say something to an actor."""
    if actor.holds("obligations.report"):
        yield TODO
        yield RETURNED
    if actor.holds("obligations.report") or actor.holds("obligations.review"):
        yield REVIEW
    yield SOON
    yield LIVE


def line_of(one: "WithAnnotations[Obligation, StateColumn]") -> Line:
    """An obligation in the reader's language."""
    shown = look(one.state)
    return Line(
        obligation=one,
        title=title_of(one),
        period=period_named(one.period_first, one.period_last).in_words(),
        pill=Pill(shown.tone, str(shown.name)),
        late=reported_late(one),
    )


def reported_late(one: Obligation) -> bool:
    """Whether the first report came after the due date and is not settled."""
    reported = one.first_submitted_on
    return bool(one.stage and reported and reported > one.due_on)


def listing_of(found: ObligationList, wanted: Wanted) -> Listing[Any]:
    """The list as a file."""
    state = GROUP_NAMES.get(wanted.state) or (
        look(wanted.state).name if wanted.state != ANY else ""
    )
    chosen = ((_("State"), str(state)), (_("Search"), wanted.q))
    return Listing("obligations", _("Obligations"), COLUMNS, found.flow(), chosen)


def column(title: str | Promise, value: Callable[[Any], Any], width: int = 16) -> Column[Any]:
    """A column of the file."""
    return Column(title, value, width)


COLUMNS = (
    column(gettext_lazy("Act"), lambda one: act_name(one.act), 40),
    column(gettext_lazy("Point"), lambda one: one.duty.provision.number, 8),
    column(gettext_lazy("Measure"), title_of, 60),
    column(gettext_lazy("Executor"), lambda one: one.debtor.name, 40),
    column(
        gettext_lazy("Role"),
        lambda one: _("lead") if one.role == "lead" else _("co-executor"),
    ),
    column(
        gettext_lazy("Period"),
        lambda one: words(period_named(one.period_first, one.period_last).in_words()),
    ),
    column(gettext_lazy("Due"), lambda one: one.due_on),
    column(gettext_lazy("First reported"), lambda one: one.first_submitted_on),
    column(gettext_lazy("Quantity"), lambda one: one.quantity, 10),
    column(gettext_lazy("State"), lambda one: look(one.state).name, 26),
)
"""The columns of the list as a file."""
