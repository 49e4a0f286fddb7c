"""Every read of duties and obligations; the state is an expression of the day."""

from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict

from django.db.models import (
    Case,
    CharField,
    Count,
    F,
    Q,
    QuerySet,
    Value,
    When,
)

from birlik.base.obligations.engine.state import Standing
from birlik.base.obligations.models import Duty, Obligation
from birlik.base.records.models import Wording
from birlik.base.records.queries.retellings import told_twice
from birlik.base.values.local_text import FALLBACK, Language
from birlik.base.values.norm import Norms

if TYPE_CHECKING:
    from django_stubs_ext import WithAnnotations


Outcome = Obligation.Outcome


@cache
def norms() -> Norms:
    """The norms of this module, read on first use."""
    return Norms.read(Path(__file__).parents[1].joinpath("norms.yaml").read_text(encoding="utf-8"))


class StateColumn(TypedDict):
    """What `with_state` adds to an obligation."""

    state: str


def with_state(
    obligations: QuerySet[Obligation], *, on: date
) -> "QuerySet[WithAnnotations[Obligation, StateColumn]]":
    """The obligations with their `state` on a day: that of `engine.state`, in SQL."""
    return obligations.annotate(
        state=Case(
            When(outcome=Outcome.VOID, then=Value("void")),
            When(outcome=Outcome.RELEASED, then=Value("released")),
            When(
                outcome=Outcome.ACCEPTED,
                first_submitted_on__lte=F("due_on"),
                then=Value("fulfilled"),
            ),
            When(outcome=Outcome.ACCEPTED, then=Value("fulfilled_late")),
            When(recorded=False, then=Value("no_record")),
            When(~Q(stage=""), then=F("stage")),
            When(due_on__lt=on, then=Value("overdue")),
            When(pace_on__lt=on, then=Value("behind")),
            When(period_first__lte=on, then=Value("open")),
            default=Value("scheduled"),
            output_field=CharField(),
        )
    )


def standing_of(one: Obligation) -> Standing:
    """What is stored of an obligation and decides its state."""
    return Standing(
        outcome=one.outcome,
        stage=one.stage,
        first_submitted_on=one.first_submitted_on,
        due_on=one.due_on,
        pace_on=one.pace_on,
        period_first=one.period_first,
        recorded=one.recorded,
    )


def obligations_of(
    *, number: str = "", state: str = "", on: date
) -> "QuerySet[WithAnnotations[Obligation, StateColumn]]":
    """The obligations of the act of that number ("" for all), in that state ("" for any).

    Where an act is here itself, the demonstration's retelling of it is left out.
    """
    once = Obligation.objects.exclude(told_twice("act__"))
    found = with_state(once.select_related("act", "duty__provision", "debtor"), on=on)
    if number:
        found = found.filter(act__number=number)
    return found.filter(state=state) if state else found


class ObligationRecord(TypedDict):
    """One obligation as lists print it; dates in ISO form."""

    act: str
    provision: str
    title: str
    debtor: str
    role: str
    by_agreement: bool
    period: str
    number: int
    due_on: str
    quantity: int | None
    state: str


def records_of(
    obligations: "QuerySet[WithAnnotations[Obligation, StateColumn]]", language: Language
) -> Iterator[ObligationRecord]:
    """The obligations of `obligations_of` as plain records, titles in a language or the nearest."""
    titles = titles_of(language)
    for one in obligations.iterator():
        provision = one.duty.provision
        yield {
            "act": one.act.number,
            "provision": provision.number,
            "title": titles.get(provision.pk, ""),
            "debtor": one.debtor.short.get(language),
            "role": one.role,
            "by_agreement": one.by_agreement,
            "period": one.period,
            "number": one.number,
            "due_on": one.due_on.isoformat(),
            "quantity": one.quantity,
            "state": one.state,
        }


def titles_of(language: Language) -> dict[int, str]:
    """Number of a provision that made a duty → its title in a language, or the nearest one."""
    found: dict[int, str] = {}
    for nearest in reversed(FALLBACK[language]):
        wordings = Wording.objects.filter(language=nearest, provision__duty__isnull=False)
        found.update(wordings.order_by("valid_from").values_list("provision", "title"))
    return found


def counts_of(act_id: int) -> dict[str, int]:
    """What an act made: duties, obligations owed and void, leads' and contributions."""
    obligations = Obligation.objects.filter(act=act_id)
    void = Q(outcome=Obligation.Outcome.VOID)
    return {
        "duties": Duty.objects.filter(provision__act=act_id).count(),
        **obligations.aggregate(
            obligations=Count("pk", filter=~void & Q(role="lead")),
            contributions=Count("pk", filter=~void & Q(role="contributor")),
            void=Count("pk", filter=void),
        ),
    }
