"""Reads of resolutions and visas."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.db.models import Exists, OuterRef, Q, QuerySet

from birlik.base.obligations.engine.visas import round_digest
from birlik.base.obligations.models import (
    Assignment,
    Draft,
    Evidence,
    Obligation,
    PaperSignature,
    Resolution,
    Submission,
    Visa,
    VisaStep,
)
from birlik.base.obligations.queries.states import StateColumn, with_state
from birlik.base.obligations.rules import Turn
from birlik.base.registry.models import Appointment, Office, Structure
from birlik.base.registry.queries import existing_on, in_office_on, territories_within
from birlik.base.values.actor import Actor

if TYPE_CHECKING:
    from django_stubs_ext import WithAnnotations

WAITS = Q(decision=Visa.Decision.AWAITED)
PARTS_DOWN = ("parent", "parent__parent", "parent__parent__parent")
"""From a part of a body to the body: a department of a committee of a ministry."""


def executors_for(body: Structure, *, on: date) -> QuerySet[Structure]:
    """Whom the head of a body may direct on a day: the body itself, its parts and the institutions
    under it, and the bodies in the smaller places of its territory."""
    within = Q(pk=body.pk)
    for above in PARTS_DOWN:
        within |= Q(**{above: body.pk})
    if body.territory:
        inner = territories_within(body.territory.code) - {body.territory_id}
        within |= Q(territory__in=inner)
    return Structure.objects.filter(existing_on(on) & within).order_by("name_kk", "pk")


def offices_in(structures: Iterable[int]) -> QuerySet[Office]:
    """The offices in some structures, by structure and name."""
    found = Office.objects.filter(structure__in=list(structures)).select_related("structure")
    return found.order_by("structure__name_kk", "name_kk", "pk")


def offices_for_way(body: Structure) -> QuerySet[Office]:
    """The offices that can stand on the way of a body's reports: of the body, of its parts, and of
    the bodies above it."""
    line, above = [body.pk], body.parent
    while above is not None and above.pk not in line:
        line.append(above.pk)
        above = above.parent
    within = Q(structure__in=line)
    for up in PARTS_DOWN:
        within |= Q(**{f"structure__{up}": body.pk})
    found = Office.objects.filter(within).select_related("structure")
    return found.order_by("structure__name_kk", "name_kk", "pk")


def way_steps(structures: Iterable[int]) -> dict[int, list[VisaStep]]:
    """Number of a structure → the steps on the way of its reports, in order."""
    found: defaultdict[int, list[VisaStep]] = defaultdict(list)
    rows = VisaStep.objects.filter(structure__in=list(structures))
    for one in rows.select_related("office__structure"):
        found[one.structure_id].append(one)
    return dict(found)


@dataclass(frozen=True, slots=True)
class Child:
    """What a resolution gave to somebody: the obligation with its state, its title's provision at
    hand, the office it was given to by name, and how deep it stands below, 1 for the nearest."""

    obligation: "WithAnnotations[Obligation, StateColumn]"
    resolution: Resolution
    office: Office | None
    depth: int


def children_of(obligation: Obligation, *, on: date) -> tuple[Child, ...]:
    """All that resolutions on an obligation gave to others, each followed by what stands below it:
    two queries for each level."""
    levels: list[list[Child]] = []
    above = [obligation.pk]
    while above:
        levels.append(given_on(above, on=on, depth=len(levels) + 1))
        above = [one.obligation.pk for one in levels[-1]]
    by_parent: defaultdict[int, list[Child]] = defaultdict(list)
    for level in levels:
        for one in level:
            by_parent[one.resolution.obligation_id].append(one)
    return tuple(below(obligation.pk, by_parent))


def resolutions_on(obligation: Obligation) -> int:
    """How many resolutions were written on an obligation."""
    return Resolution.objects.filter(obligation=obligation).count()


def below(number: int, by_parent: dict[int, list[Child]]) -> Iterable[Child]:
    """The children of an obligation, each followed by its own."""
    for one in by_parent.get(number, ()):
        yield one
        yield from below(one.obligation.pk, by_parent)


def given_on(parents: Iterable[int], *, on: date, depth: int) -> list[Child]:
    """What resolutions on these obligations gave, by resolution, point and due date."""
    found = Obligation.objects.filter(act__resolution__obligation__in=list(parents))
    related = found.select_related(
        *("act__resolution__by__office", "duty__provision", "duty__assignment__office", "debtor")
    )
    rows = with_state(related, on=on).prefetch_related("duty__provision__wordings")
    ordered = rows.order_by("act__resolution__number", "duty__provision__position", "due_on", "pk")
    return [Child(one, one.act.resolution, office_of(one), depth) for one in ordered]


def office_of(obligation: Obligation) -> Office | None:
    """The office to which an obligation was given by name."""
    assignment: Assignment | None = getattr(obligation.duty, "assignment", None)
    return assignment.office if assignment else None


def draft_digest(obligation: Obligation, text_kk: str, text_ru: str) -> str:
    """What the visas of a draft hold for: these words with the evidence brought so far."""
    return round_digest(
        text_kk, text_ru, proofs_of(Evidence.objects.filter(obligation=obligation, submission=None))
    )


def kept_digest(obligation: Obligation) -> str:
    """The same for the draft as it is kept."""
    draft = Draft.objects.filter(obligation=obligation).first()
    return draft_digest(obligation, draft.text_kk if draft else "", draft.text_ru if draft else "")


def proofs_of(evidence: Iterable[Evidence]) -> list[tuple[object, ...]]:
    """Pieces of evidence as a digest takes them, in the order in which they came."""
    return [
        (
            *(one.pk, one.title, one.document_id, one.link, one.quantity, one.number),
            *(one.dated_on, one.issuer, one.kept_at, one.addressees),
        )
        for one in sorted(evidence, key=lambda piece: piece.pk)
    ]


def visas_of(submission: Submission, visas: Iterable[Visa]) -> Turn:
    """The last turn of `visas` that holds for the very words and evidence of a report."""
    text = round_digest(
        submission.text_kk, submission.text_ru, proofs_of(submission.evidence.all())
    )
    fit = [one for one in visas if one.text == text]
    last = max((one.turn for one in fit), default=0)
    return Turn(tuple(one for one in fit if one.turn == last))


def visas_on(obligation: Obligation) -> list[Visa]:
    """Every visa on an obligation's drafts, turn by turn, with the office and who gave it."""
    return list(
        Visa.objects.filter(obligation=obligation).select_related(
            "office__structure", "by__person", "by__office"
        )
    )


def visas_awaited(actor: Actor) -> QuerySet[Visa]:
    """The visas and signatures that wait for the office in which the actor acts, oldest first:
    those on whose turn it is."""
    if actor.appointment_id is None:
        return Visa.objects.none()
    same_turn = Visa.objects.filter(obligation=OuterRef("obligation"), turn=OuterRef("turn"))
    before = same_turn.filter(WAITS, position__lt=OuterRef("position"))
    found = Visa.objects.filter(
        WAITS,
        ~Exists(before),
        office__appointments=actor.appointment_id,
        obligation__outcome="",
        obligation__stage__in=("", "returned"),
    )
    related = found.select_related("obligation__duty__provision", "obligation__debtor")
    return related.order_by("pk")


def works_here(office: int, *, on: date) -> bool:
    """Whether somebody in an office on a day signs in to this installation."""
    held = Appointment.objects.filter(in_office_on(on), office=office)
    return held.filter(person__account__is_active=True).exists()


def signature_by_number(number: int) -> PaperSignature | None:
    """A signature on paper with the scan and all that decides who may see it; None for an unknown
    number."""
    found = PaperSignature.objects.filter(pk=number)
    place = "submission__obligation__debtor__territory"
    return found.select_related("document", place).first()


def visa_by_number(number: int) -> Visa | None:
    """A visa; None for an unknown number."""
    return Visa.objects.filter(pk=number).first()


def bodies_with_ways(numbers: Iterable[int] | None) -> QuerySet[Structure]:
    """The bodies that have offices, of these numbers or all, by name."""
    found = Structure.objects.filter(Exists(Office.objects.filter(structure=OuterRef("pk"))))
    if numbers is not None:
        found = found.filter(pk__in=list(numbers))
    return found.order_by("name_kk", "pk")


def body_numbered(number: int) -> Structure | None:
    """A body with those above it; None for an unknown number."""
    found = Structure.objects.select_related("parent__parent__parent").filter(pk=number)
    return found.first()
