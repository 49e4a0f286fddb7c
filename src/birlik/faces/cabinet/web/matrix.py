"""Who may do what: every page and every action by every kind of office, computed from the rules."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _

from birlik.base.charter.models import Catalogue
from birlik.base.charter.queries import items, rights_in
from birlik.base.journal.action import ACTIONS
from birlik.base.ui.pages import ActorRequest, Page, may_when_signed_in, now, page
from birlik.base.ui.templatetags.birlik import words
from birlik.base.values.actor import Actor, Grant
from birlik.base.values.clock import day_of
from birlik.base.values.local_text import LocalText
from birlik.base.values.verdict import Verdict

REACHES = ("all", "territory", "structure")
"""How far a power reaches, the widest first."""

REACH_WORDS: Mapping[str, str | Promise] = {
    "": _("everybody"),
    "all": _("everything"),
    "territory": _("own region"),
    "structure": _("own body"),
}
GRANTS: Mapping[str, Callable[[str], Grant]] = {
    "all": Grant,
    "territory": lambda power: Grant(power, territory_code="own"),
    "structure": lambda power: Grant(power, structure_id=0),
}
"""A power as an office of a region or body that is not named would have it."""

Question = Callable[[Actor], Verdict]


@dataclass(frozen=True, slots=True)
class Column:
    """A kind of office: its powers with their reach, and whether it demands a second factor."""

    code: str
    name: LocalText
    powers: Mapping[str, str]
    second_factor: bool


@dataclass(frozen=True, slots=True)
class Cell:
    """The answer of a rule to a kind of office: how far it reaches, or why it is refused."""

    office: LocalText
    reach: str | Promise
    reason: LocalText | None

    @property
    def allowed(self) -> bool:
        """Whether the office may."""
        return self.reason is None


@dataclass(frozen=True, slots=True)
class Row:
    """A page or an action with the answers in the order of the columns."""

    label: str
    place: str
    cells: tuple[Cell, ...]

    @property
    def nobody(self) -> bool:
        """Whether none of the offices shown may."""
        return not any(cell.allowed for cell in self.cells)


@page("rights", "rights/", title=_("Who may do what"), may=may_when_signed_in, section="rights")
def rights(request: ActorRequest) -> HttpResponse:
    """The matrix of the charter in force today; one office with the reasons of every refusal."""
    at = now()
    every = columns(at)
    chosen = [one for one in every if one.code == request.GET.get("office")]
    shown = chosen or every
    return render(
        request,
        "cabinet/rights.html",
        {
            "offices": every,
            "columns": shown,
            "chosen": chosen[0] if chosen else None,
            "page_rows": list(rows_of(questions_of_pages(at), shown)),
            "action_rows": list(rows_of(questions_of_actions(at), shown)),
        },
    )


def columns(at: datetime) -> list[Column]:
    """The kinds of office that the charter has on the day; those that give no power are none."""
    return [
        Column(one.code, one.name, rights_in(one).powers, rights_in(one).second_factor)
        for one in items(Catalogue.OFFICE_KIND, on=day_of(at))
        if rights_in(one).powers
    ]


def questions_of_pages(at: datetime) -> Iterator[tuple[str, str, Question]]:
    """Every page: its title, its address, and who may open it; by the sections of the menu."""
    pages: Iterable[Page] = import_string(settings.CABINET_PAGES)
    for one in sorted(pages, key=lambda one: one.section):
        yield str(one.title), f"/{one.route}", asking_page(one, at)


def asking_page(one: Page, at: datetime) -> Question:
    """Who may open a page."""
    return lambda actor: one.may(actor, at)


def questions_of_actions(at: datetime) -> Iterator[tuple[str, str, Question]]:
    """Every action: its label, its key, and who may do it to anything at all."""
    for key, card in sorted(ACTIONS.items()):
        yield words(card.label), key, asking_action(key, at)


def asking_action(key: str, at: datetime) -> Question:
    """Who may do an action, whatever it is done to."""
    return lambda actor: ACTIONS[key].may(actor, None, at)


def rows_of(
    questions: Iterable[tuple[str, str, Question]], shown: Iterable[Column]
) -> Iterator[Row]:
    """A row for each question; those of the same name and the same answers stand as one."""
    found: dict[tuple[str, tuple[Cell, ...]], list[str]] = {}
    for label, place, ask in questions:
        cells = tuple(cell_of(ask, one) for one in shown)
        found.setdefault((label, cells), []).append(place)
    for (label, cells), places in found.items():
        yield Row(label, ", ".join(places), cells)


def cell_of(ask: Question, office: Column) -> Cell:
    """The answer to a kind of office, with how far it reaches."""
    verdict = ask(actor_with(office.powers))
    reach = REACH_WORDS[reach_of(ask, office.powers)] if verdict else ""
    return Cell(office.name, reach, verdict.reason)


def reach_of(ask: Question, powers: Mapping[str, str]) -> str:
    """How far an office reaches with what it is allowed: as far as the narrowest power without
    which it would be refused; where several powers would do alone, as far as the widest of them;
    '' where nobody needs a power."""
    if ask(actor_with({})):
        return ""
    needed = [reach for power, reach in powers.items() if not ask(without(powers, power))]
    if needed:
        return max(needed, key=REACHES.index)
    enough = [reach for power, reach in powers.items() if ask(actor_with({power: reach}))]
    return min(enough or powers.values(), key=REACHES.index)


def without(powers: Mapping[str, str], left_out: str) -> Actor:
    """Somebody with all of the powers but one."""
    return actor_with({power: reach for power, reach in powers.items() if power != left_out})


def actor_with(powers: Mapping[str, str]) -> Actor:
    """Somebody who holds an office with these powers."""
    grants = frozenset(GRANTS[reach](power) for power, reach in powers.items())
    return Actor(account_id=0, appointment_id=0, label="", powers=grants)
