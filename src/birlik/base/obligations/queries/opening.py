"""What of an act fell due before control began here, as a record of control may mean it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import BooleanField, Count, Exists, ExpressionWrapper, OuterRef, Q, QuerySet
from django.db.models.functions import ExtractYear

from birlik.base.obligations.engine.opening import Balance, Owed, PastRow, balance, named_key
from birlik.base.obligations.engine.opening.words import number_key
from birlik.base.obligations.models import (
    Extension,
    Obligation,
    Party,
    PastRecord,
    Submission,
    TakenOff,
)
from birlik.base.obligations.queries.seen import given_by_heads
from birlik.base.records.models import Act
from birlik.base.registry.models import Structure

Outcome = Obligation.Outcome
UNRECORDED = Q(recorded=False, outcome=Outcome.NONE)
"""The condition that of an obligation there is no record here."""


TOUCHED = ExpressionWrapper(
    Exists(Submission.objects.filter(obligation=OuterRef("pk")))
    | Exists(Extension.objects.filter(obligation=OuterRef("pk")))
    | Exists(TakenOff.objects.filter(obligation=OuterRef("pk"))),
    output_field=BooleanField(),
)
"""Whether an obligation was reported on or decided here."""


@dataclass(frozen=True, slots=True)
class YearOfRecords:
    """How many obligations of a year of the due dates have no record, and how many have one that
    was taken over: done, and not done."""

    year: int
    without: int
    done: int
    not_done: int


def balance_of(act: Act, rows: Iterable[PastRow], *, on: date) -> Balance:
    """What the rows of a record mean of what is owed under an act; three queries."""
    return balance(rows, owed_under(act), on=on)


def papers_of(act: Act) -> QuerySet[Obligation]:
    """The obligations of an act that are under control; what a head's resolution gave is not."""
    return Obligation.objects.filter(~given_by_heads(), act=act)


def owed_under(act: Act) -> list[Owed]:
    """All obligations of an act as a record of control may mean them: three queries."""
    names = debtor_names(act)
    taken = PastRecord.objects.filter(obligation__act=act)
    past = {
        one: (done_on, letter)
        for one, done_on, letter in taken.values_list("obligation", "done_on", "letter")
    }
    rows = papers_of(act).annotate(touched=TOUCHED).order_by("pk")
    return [
        Owed(
            pk=one.pk,
            duty=one.duty_id,
            measure=number_key(one.duty.provision.number),
            debtor=one.debtor_id,
            debtors=names[one.debtor_id],
            leads=one.role == Party.Role.LEAD,
            period=one.period,
            days=(one.period_first, one.period_last),
            due=(one.nominal_on, one.due_on),
            number=one.number,
            recorded=one.recorded,
            is_void=one.outcome == Outcome.VOID,
            is_settled=one.touched or one.outcome == Outcome.RELEASED,
            past=past.get(one.pk),
        )
        for one in rows.select_related("duty__provision")
    ]


def debtor_names(act: Act) -> dict[int, frozenset[str]]:
    """Number of a structure that owes something under an act → its names as they are compared."""
    owing = Exists(Obligation.objects.filter(act=act, debtor=OuterRef("pk")))
    columns = ("name_kk", "name_ru", "name_en", "short_kk", "short_ru")
    return {
        pk: frozenset(named_key(name) for name in names if name)
        for pk, *names in Structure.objects.filter(owing).order_by().values_list("pk", *columns)
    }


def years_of_records(act: Act) -> tuple[YearOfRecords, ...]:
    """By the year of the due date: what has no record, and what was taken over; the years without
    either left out. One query."""
    taken = Q(past_record__isnull=False)
    counted = (
        papers_of(act)
        .filter(UNRECORDED | taken)
        .order_by()
        .annotate(year=ExtractYear("due_on"))
        .values_list("year")
        .annotate(
            without=Count("pk", filter=UNRECORDED),
            done=Count("pk", filter=taken & Q(past_record__done_on__isnull=False)),
            not_done=Count("pk", filter=taken & Q(past_record__done_on=None)),
        )
        .order_by("year")
    )
    return tuple(YearOfRecords(*row) for row in counted)


def unrecorded_of(act: Act) -> list[Obligation]:
    """The obligations of an act of which there is no record, in the order of the act."""
    found = papers_of(act).filter(UNRECORDED)
    return list(
        found.select_related("duty__provision", "debtor").order_by(
            "duty__provision__position", "due_on", "-role", "debtor__name_kk", "number", "pk"
        )
    )


def past_record_of(obligation: Obligation) -> PastRecord | None:
    """What an office's own record says of an obligation; None where nothing was taken over."""
    found = PastRecord.objects.filter(obligation=obligation)
    return found.select_related("source", "by__person", "by__office").first()
