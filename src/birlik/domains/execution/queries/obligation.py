"""One obligation with everything that was done about it."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.db.models import Prefetch, QuerySet

from birlik.base.charter.models import Catalogue
from birlik.base.charter.queries import item
from birlik.base.journal.models import Entry
from birlik.base.journal.queries import history
from birlik.base.obligations.engine.sufficiency import Demanded
from birlik.base.obligations.models import (
    Draft,
    Evidence,
    Extension,
    FormerDebtor,
    Obligation,
    Remark,
    Submission,
)
from birlik.base.obligations.queries import StateColumn, with_state
from birlik.base.obligations.queries.demand import demanded_of
from birlik.base.records.models import Act, Provision
from birlik.base.registry.models import Structure
from birlik.base.values.local_text import LocalText
from birlik.base.values.schedule import Schedule
from birlik.domains.execution.queries.points import schedule_of, title_of
from birlik.domains.execution.queries.reorganisations import answering_now, former_debtors

if TYPE_CHECKING:
    from django_stubs_ext import WithAnnotations

DEEDS = 60
"""How many entries of the journal a page shows."""

POINTS_FIRST = (Provision.Kind.MEASURE, Provision.Kind.DIRECTION, Provision.Kind.SECTION)
"""Which of several points of one number is meant: the first of these kinds."""


@dataclass(frozen=True, slots=True)
class ObligationSheet:
    """An obligation as its page shows it.

    `reports` are its submissions, newest first; `evidence` that of the draft; `extensions` and
    `remarks` in the order in which they came; `deeds` the journal's entries, newest first;
    `former` who owed it before reorganisations passed it on, `answers` who answers for a debtor
    that ended (itself where nobody does).
    """

    obligation: "WithAnnotations[Obligation, StateColumn]"
    title: LocalText
    form: LocalText
    schedule: Schedule | None
    demanded: Demanded
    draft: Draft | None
    evidence: tuple[Evidence, ...]
    reports: tuple[Submission, ...]
    contributions: "tuple[WithAnnotations[Obligation, StateColumn], ...]"
    extensions: tuple[Extension, ...]
    remarks: tuple[Remark, ...]
    deeds: tuple[Entry, ...]
    former: tuple[FormerDebtor, ...] = ()
    answers: Structure | None = None

    @property
    def last(self) -> Submission | None:
        """The newest report."""
        return self.reports[0] if self.reports else None

    @property
    def first_due_on(self) -> date:
        """The due date before any extension."""
        granted = (one.old_due_on for one in self.extensions if one.granted)
        return next(granted, self.obligation.due_on)


def obligation_of(pk: int, *, on: date) -> "WithAnnotations[Obligation, StateColumn] | None":
    """An obligation with its state on a day, its debtor, its point and its lead; None where no
    obligation has the number."""
    related = (
        *("act", "duty__provision__act", "debtor__territory__parent", "debtor__successor"),
        *("lead__debtor__territory__parent", "lead__debtor__successor"),
        *("release__ground__act", "release__by__person", "release__by__office"),
        *("release__letter", "taken_off__letter", "taken_off__by__person", "taken_off__by__office"),
        *("act__resolution__obligation__debtor__territory__parent", "duty__assignment__office"),
        "act__resolution__obligation__debtor__successor",
        *("past_record__source", "past_record__by__person", "past_record__by__office"),
    )
    return with_state(Obligation.objects.select_related(*related), on=on).filter(pk=pk).first()


def obligation_sheet(
    obligation: "WithAnnotations[Obligation, StateColumn]", *, on: date
) -> ObligationSheet:
    """Everything that is known of an obligation on a day."""
    reports = tuple(reports_of(obligation))
    form = item(Catalogue.COMPLETION_FORM, obligation.duty.form, on=on)
    return ObligationSheet(
        obligation=obligation,
        title=title_of(obligation.duty.provision.wordings.all(), on=on),
        form=form.name if form else LocalText(),
        schedule=schedule_of(obligation.duty),
        demanded=demanded_of(obligation, on=on),
        draft=draft_of(obligation),
        evidence=tuple(obligation.evidence.filter(submission=None).select_related("document")),
        reports=reports,
        contributions=contributions_of(obligation, on=on),
        extensions=tuple(
            obligation.extensions.select_related(
                *("asked_by__person", "asked_by__office"),
                *("decided_by__person", "decided_by__office", "letter"),
            )
        ),
        remarks=tuple(obligation.remarks.select_related("by__person", "by__office")),
        deeds=tuple(history(obligation)[:DEEDS]),
        former=tuple(former_debtors(obligation)),
        answers=answering_now(obligation.debtor, on=on),
    )


def draft_of(obligation: Obligation) -> Draft | None:
    """The draft of a report, with who saved it."""
    related = Draft.objects.select_related("saved_by__person", "saved_by__office")
    return related.filter(obligation=obligation).first()


def reports_of(obligation: Obligation) -> QuerySet[Submission]:
    """The reports on an obligation, newest first, with evidence and how they were judged."""
    return submissions().filter(obligation=obligation).order_by("-number")


def submissions() -> QuerySet[Submission]:
    """Reports with their evidence, their authors, and how they were judged."""
    found = Submission.objects.select_related(
        *("by__person", "by__office", "review__by__person", "review__by__office", "letter"),
        "paper_signature",
    )
    return found.prefetch_related(
        Prefetch("evidence", Evidence.objects.select_related("document").order_by("pk"))
    )


def contributions_of(
    lead: Obligation, *, on: date
) -> "tuple[WithAnnotations[Obligation, StateColumn], ...]":
    """What others contribute to a lead's obligation, with their reports: five queries at most."""
    found = with_state(Obligation.objects.filter(lead=lead), on=on)
    related = found.select_related("debtor", "duty").order_by(
        "debtor__territory__code", "debtor__name_kk", "pk"
    )
    rows = tuple(related.prefetch_related(Prefetch("submissions", submissions())))
    for one in rows:
        one.lead = lead
    return rows


def acts_with_points() -> list[Act]:
    """The acts that have points to refer to, newest first; not the resolutions of heads."""
    found = Act.objects.filter(provisions__isnull=False, resolution=None)
    return list(found.distinct().order_by("-adopted_on"))


def point_numbered(act: Act, number: str) -> Provision | None:
    """The point of an act that bears a number; None where none does."""
    found = act.provisions.filter(number=number, kind__in=POINTS_FIRST)
    return min(found, key=lambda one: POINTS_FIRST.index(one.kind), default=None)
