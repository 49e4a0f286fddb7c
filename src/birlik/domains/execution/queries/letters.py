"""The register of letters, and what letters are about."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING

from django.db.models import Case, Exists, F, OuterRef, Q, QuerySet, Value, When
from django.db.models.functions import Coalesce

from birlik.base.letters.models import Letter
from birlik.base.letters.queries import letters
from birlik.base.obligations.models import Extension, Obligation, Release, Submission, TakenOff
from birlik.base.obligations.queries import StateColumn, given_by_heads
from birlik.base.records.models import Act
from birlik.base.records.queries.retellings import told_twice
from birlik.base.registry.models import Structure
from birlik.base.registry.queries import answered_for, existing_on
from birlik.base.values.local_text import LocalText
from birlik.base.values.search.folding import tokens
from birlik.domains.execution.engine.corresponding import (
    ANSWERED,
    UNANSWERED,
    UNNUMBERED,
    LettersWanted,
)
from birlik.domains.execution.queries.obligations import holding, in_state, rows_of, told_once

if TYPE_CHECKING:
    from django_stubs_ext import WithAnnotations

Direction = Letter.Direction
RECENT = 200
"""How many letters are offered as a ground."""


def register(wanted: LettersWanted) -> QuerySet[Letter]:
    """The letters of the register as wanted, with `answered` and the day `on` by which the register
    counts them; the newest first."""
    replies = Letter.objects.filter(answers=OuterRef("pk"))
    found = letters().annotate(answered=Exists(replies), on=Coalesce("received_on", "dated_on"))
    named = {
        "direction": wanted.direction,
        "mailing__kind": wanted.kind,
        "correspondent": wanted.body,
        "on__gte": wanted.since,
        "on__lte": wanted.until,
    }
    found = found.filter(**{name: value for name, value in named.items() if value})
    if wanted.standing:
        found = found.filter(STANDING[wanted.standing], direction=Direction.OUTGOING)
    for token in tokens(wanted.q):
        found = found.filter(reduce(or_, (Q(searched__contains=form) for form in token.forms)))
    return found


STANDING = {
    ANSWERED: Q(answered=True),
    UNANSWERED: Q(answered=False, number__gt=""),
    UNNUMBERED: Q(number=""),
}
"""The condition of each standing of an outgoing letter."""


def correspondents() -> QuerySet[Structure]:
    """The bodies with which letters were exchanged, by name."""
    wrote = Letter.objects.filter(correspondent=OuterRef("pk"))
    return Structure.objects.filter(Exists(wrote)).order_by("name_kk", "pk")


def bodies(*, on: date) -> QuerySet[Structure]:
    """The bodies that exist on a day, by kind and then in the order of the territories."""
    return Structure.objects.filter(existing_on(on)).order_by("kind", "territory__code", "name_kk")


def sent_under(number: str, body: Structure) -> Letter | None:
    """The newest outgoing letter to a body that bears a number, else to whomever; None where none
    does."""
    sent = letters().filter(direction=Direction.OUTGOING, number=number).order_by("-dated_on")
    return sent.filter(correspondent=body).first() or sent.first()


def grounds() -> QuerySet[Letter]:
    """The newest letters that have a number and so may be a ground."""
    return letters().filter(number__gt="")[:RECENT]


def acts_written_of() -> QuerySet[Act]:
    """The acts under which something is owed, newest first; not the resolutions of heads."""
    owing = Obligation.objects.filter(~given_by_heads(), act=OuterRef("pk"))
    return Act.objects.filter(Exists(owing)).exclude(told_twice()).order_by("-adopted_on")


@dataclass(frozen=True, slots=True)
class LetterSheet:
    """A letter with what answers it and what was done by it."""

    letter: Letter
    answered_by: tuple[Letter, ...]
    reports: tuple[Submission, ...]
    extensions: tuple[Extension, ...]
    releases: tuple[Release, ...]
    taken_off: tuple[TakenOff, ...]


OF_OBLIGATION = ("obligation__duty__provision", "obligation__act", "obligation__debtor")


def letter_sheet(number: int) -> LetterSheet | None:
    """A letter by its number in the database with all that is told of it; None for an unknown
    one."""
    found = letters().select_related("answers__correspondent").filter(pk=number).first()
    if found is None:
        return None
    reports = found.submissions.select_related(*OF_OBLIGATION, "review")
    return LetterSheet(
        letter=found,
        answered_by=tuple(found.answered_by.select_related("correspondent")),
        reports=tuple(reports.order_by("obligation__duty__provision__position", "pk")),
        extensions=tuple(found.extensions.select_related(*OF_OBLIGATION)),
        releases=tuple(found.releases.select_related(*OF_OBLIGATION).order_by("pk")),
        taken_off=tuple(found.taken_off.select_related(*OF_OBLIGATION).order_by("pk")),
    )


@dataclass(frozen=True, slots=True)
class OwedPoints:
    """What a body owes: those that are `chosen`, then the others as far as they are shown, and how
    many there are beside the chosen."""

    chosen: "list[WithAnnotations[Obligation, StateColumn]]"
    others: "list[WithAnnotations[Obligation, StateColumn]]"
    total: int


def owed_points(
    letter: Letter, *, q: str, chosen: Collection[int], most: int, on: date
) -> OwedPoints:
    """What the body that wrote a letter owes and has not settled: those that it can report on now
    first, then what is under review or has not begun; `most` of those that are not chosen."""
    owed = told_once(Obligation.objects.filter(outcome="", recorded=True))
    owed = owed.filter(debtor__in=answered_for(letter.correspondent_id, on=on))
    ready = Q(period_first__lte=on) & ~Q(stage=Obligation.Stage.SUBMITTED)
    place = Case(When(ready, then=Value(0)), default=Value(1))
    owed = owed.order_by(place, "due_on", "act_id", "duty__provision__position", "pk")
    others = owed.exclude(pk__in=chosen)
    if q:
        others = others.filter(holding(q, ()))
    return OwedPoints(
        chosen=rows_of(owed.filter(pk__in=chosen).values_list("pk", flat=True), on=on),
        others=rows_of(others.values_list("pk", flat=True)[:most], on=on),
        total=others.count(),
    )


def overdue_points(
    addressees: Iterable[Structure], *, act: Act | None, on: date
) -> dict[int, dict[str, LocalText]]:
    """Number of a body → what fills the field `points` of its letter: the points that are overdue
    on a day, of one act or by acts, but not what heads gave. A body without any is left out."""
    numbers = [one.pk for one in addressees]
    owed = Obligation.objects.filter(~given_by_heads(), debtor__in=numbers)
    late = told_once(owed.filter(in_state("overdue", on=on)))
    if act:
        late = late.filter(act=act)
    rows = late.order_by("act__adopted_on", "act_id", "duty__provision__position")
    columns = ("debtor", "act__number", "duty__provision__number")
    found: defaultdict[int, defaultdict[str, dict[str, None]]] = defaultdict(
        lambda: defaultdict(dict)
    )
    for body, paper, point in rows.values_list(*columns):
        found[body][paper][point] = None
    return {
        body: {"points": points_in_words(points, one_act=act is not None)}
        for body, points in found.items()
    }


def points_in_words(points: dict[str, dict[str, None]], *, one_act: bool) -> LocalText:
    """Numbers of points, by act where they are of several: "№ 1144: 3, 4.1; № 7: 2"."""
    listed = [
        ", ".join(of_act) if one_act else f"№ {paper}: {', '.join(of_act)}"
        for paper, of_act in points.items()
    ]
    told = "; ".join(listed)
    return LocalText(told, told)


def obligations_numbered(
    numbers: Collection[int], *, on: date
) -> "list[WithAnnotations[Obligation, StateColumn]]":
    """The obligations of these numbers by due date, with what a list shows of each."""
    found = Obligation.objects.filter(pk__in=numbers).order_by(F("due_on"), "pk")
    return rows_of(found.values_list("pk", flat=True), on=on)
