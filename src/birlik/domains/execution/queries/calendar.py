"""What is still owed and falls due around a day, for calendars."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from django.db.models import Max, QuerySet

from birlik.base.obligations.models import Extension, Obligation, Submission
from birlik.base.obligations.queries import StateColumn, listed_by, with_state
from birlik.base.records.models import Wording
from birlik.base.records.queries.retellings import told_twice
from birlik.base.values.actor import Actor
from birlik.base.values.local_text import LocalText
from birlik.domains.execution.queries.points import title_of

if TYPE_CHECKING:
    from django_stubs_ext import WithAnnotations

BEFORE, AFTER = timedelta(days=90), timedelta(days=400)
"""How far before and after the day a calendar reaches."""

MOST = 2000
"""How many entries a calendar has at most: those that one leads before those to contribute to."""


@dataclass(frozen=True, slots=True)
class CalendarRow:
    """An obligation with its state, the words of its measure, and when it last changed."""

    obligation: "WithAnnotations[Obligation, StateColumn]"
    title: LocalText
    changed_at: datetime


def calendar_rows(by: Actor, *, on: date, act: int | None = None) -> list[CalendarRow]:
    """What `by` sees that is still owed and falls due around a day, by due date; with `act` under
    that act alone. Five queries."""
    owed = Obligation.objects.filter(
        listed_by(by, on=on),
        outcome=Obligation.Outcome.NONE,
        recorded=True,
        due_on__range=(on - BEFORE, on + AFTER),
    )
    owed = owed.exclude(told_twice("act__")) if act is None else owed.filter(act=act)
    nearest = owed.select_related("act", "duty__provision", "debtor").order_by("-role", "due_on")
    found = sorted(with_state(nearest, on=on)[:MOST], key=lambda one: (one.due_on, one.pk))
    titles = titles_on(on, {one.duty.provision_id for one in found})
    changes = changes_of([one.pk for one in found])
    return [
        CalendarRow(
            obligation=one,
            title=titles.get(one.duty.provision_id, LocalText()),
            changed_at=max(one.act.confirmed_at, changes.get(one.pk, one.act.confirmed_at)),
        )
        for one in found
    ]


def titles_on(on: date, provisions: Iterable[int]) -> dict[int, LocalText]:
    """The words of points on a day."""
    wordings: dict[int, list[Wording]] = {}
    for one in Wording.objects.filter(provision__in=provisions):
        wordings.setdefault(one.provision_id, []).append(one)
    return {number: title_of(found, on=on) for number, found in wordings.items()}


def changes_of(obligations: list[int]) -> dict[int, datetime]:
    """When obligations were last reported on, judged, or given another date."""
    found: dict[int, datetime] = {}
    reports = Submission.objects.filter(obligation__in=obligations)
    extensions = Extension.objects.filter(obligation__in=obligations)
    for rows in (
        latest(reports, "at"),
        latest(reports, "review__at"),
        latest(extensions, "decided_at"),
    ):
        for number, at in rows:
            if at is not None:
                found[number] = max(at, found.get(number, at))
    return found


def latest(
    rows: "QuerySet[Submission] | QuerySet[Extension]", column: str
) -> "Iterable[tuple[int, datetime | None]]":
    """The last instant in a column, by obligation."""
    grouped = rows.order_by().values_list("obligation")
    return grouped.annotate(last=Max(column))
