"""What lies in an office on a day, to be handed over."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet

from birlik.base.charter.queries import rights_of
from birlik.base.obligations.models import (
    Assignment,
    Draft,
    Extension,
    Obligation,
    Resolution,
    Visa,
)
from birlik.base.obligations.queries import seen_by, standing_of, titles_for
from birlik.base.registry.models import Appointment, Office
from birlik.base.registry.queries import answered_for, grants_in
from birlik.base.values.actor import Actor
from birlik.base.values.clock import day_of
from birlik.base.values.local_text import LocalText
from birlik.domains.execution.engine.handing_over import Item, Part
from birlik.domains.execution.models import Handover, Sheet

SOON = timedelta(days=90)
"""How far ahead obligations whose period has not begun are handed over."""

RECENT = timedelta(days=60)
"""How long ago an appointment may have ended whose holder hands over."""

OBLIGATION_PAGE, SHEET_PAGE = "/obligations/{}/", "/sheets/{}/"
REPORTS, REVIEWS = "obligations.report", "obligations.review"
DESK: tuple[Part, ...] = ("visas", "resolutions", "assignments")
ASKED = Q(asked=True)
RELATED = ("act", "duty__provision", "debtor")


@dataclass(slots=True)
class Found:
    """Obligations that lie in an office, each with the part of the list in which it stands."""

    rows: list[tuple[Part, Obligation]]

    def add(self, part: Part, obligations: Iterable[Obligation]) -> None:
        """Put obligations into a part."""
        self.rows += [(part, one) for one in obligations]

    def items(self, *, on: date) -> Iterator[Item]:
        """The rows with the words of their points, in one query."""
        titles = titles_for(one.duty.provision_id for _part, one in self.rows)
        for part, one in self.rows:
            yield Item(
                part=part,
                point=f"№ {one.act.number}, {one.duty.provision.number}",
                title=titles.get(one.duty.provision_id, LocalText()),
                body=one.debtor.short,
                due_on=one.due_on,
                state=standing_of(one).state(on),
                address=OBLIGATION_PAGE.format(one.pk),
            )


def handed_over(office: Office, *, on: date) -> list[Item]:
    """Everything that lies in an office on a day by the reach of its powers, by part and due date;
    in seven queries."""
    seat = Actor(None, None, "", grants_in(rights_of(office.kind, on=on), office.structure))
    bodies = answered_for(office.structure_id, on=on)
    known: dict[str | int, frozenset[int]] = {office.structure_id: bodies}
    found = Found([])
    if seat.holds(REPORTS):
        own = seen_by(seat, on=on, power=REPORTS, hanging=False, known=known)
        owed = list(marked(all_open().filter(own)))
        near = [one for one in owed if one.period_first <= on or one.due_on <= on + SOON]
        found.add("obligations", near)
        found.add("drafts", (one for one in owed if vars(one)["drafted"]))
        found.add("extensions", (one for one in owed if vars(one)["asked"]))
    if seat.holds(REVIEWS):
        reach = seen_by(seat, on=on, power=REVIEWS, hanging=False, known=known)
        waiting = marked(all_open().filter(reach)).filter(Q(stage="submitted", lead=None) | ASKED)
        judged = list(waiting)
        reports = (one for one in judged if one.stage == "submitted" and one.lead_id is None)
        found.add("reviews", reports)
        found.add("extensions", (one for one in judged if vars(one)["asked"]))
    for part, one in at_desk(office):
        found.add(part, [one])
    sheets = sheets_of(office, bodies) if seat.holds(REPORTS) else ()
    return [*found.items(on=on), *sheets]


def marked(obligations: QuerySet[Obligation]) -> QuerySet[Obligation]:
    """Obligations, each with whether a report is `drafted` and a later date `asked` for."""
    drafts = Draft.objects.filter(obligation=OuterRef("pk"))
    requests = Extension.objects.filter(granted=None, obligation=OuterRef("pk"))
    return obligations.annotate(drafted=Exists(drafts), asked=Exists(requests))


def at_desk(office: Office) -> Iterator[tuple[Part, Obligation]]:
    """What waits for the visa of an office, what it gave by resolutions, and what it was given."""
    awaited = Visa.objects.filter(
        office=office, decision=Visa.Decision.AWAITED, obligation=OuterRef("pk")
    )
    given = Resolution.objects.filter(by__office=office, act=OuterRef("act"))
    named = Assignment.objects.filter(office=office, duty=OuterRef("duty"))
    rows = all_open().annotate(
        visas_=Exists(awaited), resolutions_=Exists(given), assignments_=Exists(named)
    )
    found = list(rows.filter(Q(visas_=True) | Q(resolutions_=True) | Q(assignments_=True)))
    for part in DESK:
        yield from ((part, one) for one in found if vars(one)[f"{part}_"])


def all_open() -> QuerySet[Obligation]:
    """What is not settled, whoever owes it, by due date."""
    found = Obligation.objects.filter(outcome="", recorded=True).select_related(*RELATED)
    return found.order_by("due_on", "pk")


def sheets_of(office: Office, bodies: Iterable[int]) -> Iterator[Item]:
    """The sheets of open rounds that the body of an office has yet to send."""
    rows = Sheet.objects.filter(structure__in=list(bodies), round__state="open")
    for one in rows.exclude(state="sent").select_related("round").order_by("round__due_at", "pk"):
        yield Item(
            part="sheets",
            point=one.round.number,
            title=one.round.title,
            body=office.structure.short,
            due_on=day_of(one.round.due_at),
            state="",
            address=SHEET_PAGE.format(one.pk),
        )


def office_numbered(pk: int) -> Office | None:
    """An office with its body; None where there is none."""
    related = Office.objects.select_related("structure__territory__parent")
    return related.filter(pk=pk).first()


def holders_around(office: Office, *, on: date) -> list[Appointment]:
    """Who holds an office on a day, held it shortly before, or will, the newest first."""
    near = Q(valid_until=None) | Q(valid_until__gt=on - RECENT)
    found = Appointment.objects.filter(near, office=office).select_related("person")
    return list(found.order_by("-valid_from", "-pk"))


def handovers_of(office: Office) -> QuerySet[Handover]:
    """What an office handed over before, newest first."""
    return Handover.objects.filter(office=office).select_related(
        "handed_by__person", "taken_by__person"
    )


def handover_numbered(pk: int) -> Handover | None:
    """A recorded handover with its office and people; None where there is none."""
    related = Handover.objects.select_related(
        *("office__structure__territory__parent", "handed_by__person", "taken_by__person"),
        "by__office",
    )
    return related.filter(pk=pk).first()
