"""What was reported on many obligations at once: words, evidence, grounds, extensions."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from birlik.base.obligations.models import Evidence, Extension, Obligation, Release, Submission
from birlik.base.values.local_text import LocalText
from birlik.domains.execution.engine.report.content import Proof, ProofKind

KINDS: dict[str, ProofKind] = {"file": "file", "link": "link", "card": "card"}


@dataclass(frozen=True, slots=True)
class Last:
    """The last report on an obligation: its number among all reports, words and quantity."""

    pk: int
    text: LocalText
    quantity: int | None


@dataclass(frozen=True, slots=True)
class Reported:
    """What was reported, each by the number of its obligation.

    `grounds` says on what ground it was released, `extended` its due date before an extension.
    """

    last: Mapping[int, Last]
    proofs: Mapping[int, tuple[Proof, ...]]
    grounds: Mapping[int, LocalText]
    extended: Mapping[int, date]

    def text(self, obligation: int) -> LocalText:
        """The words of the last report; empty where there is none."""
        found = self.last.get(obligation)
        return found.text if found else LocalText()

    def done(self, obligation: int) -> int | None:
        """How many things the last report counts; None where nothing is counted."""
        found = self.last.get(obligation)
        return found.quantity if found else None


def reported(obligations: QuerySet[Obligation]) -> Reported:
    """What was reported on the obligations: four queries."""
    numbers = obligations.order_by().values("pk")
    submissions = Submission.objects.filter(obligation__in=numbers).order_by("number")
    last = {
        obligation: Last(pk, LocalText(kk, ru), quantity)
        for obligation, pk, kk, ru, quantity in submissions.values_list(
            "obligation", "pk", "text_kk", "text_ru", "quantity"
        )
    }
    releases = Release.objects.filter(obligation__in=numbers).select_related("ground__act")
    extensions = Extension.objects.filter(obligation__in=numbers, granted=True).order_by("-pk")
    return Reported(
        last=last,
        proofs=proofs_of(Evidence.objects.filter(obligation__in=numbers), last),
        grounds={one.obligation_id: ground_of(one) for one in releases},
        extended=dict(extensions.values_list("obligation", "old_due_on")),
    )


def proofs_of(
    evidence: QuerySet[Evidence], last: Mapping[int, Last]
) -> dict[int, tuple[Proof, ...]]:
    """The evidence of the last report on each obligation."""
    found: defaultdict[int, list[Proof]] = defaultdict(list)
    for one in evidence.filter(submission__isnull=False).order_by("pk"):
        report = last.get(one.obligation_id)
        if report and report.pk == one.submission_id:
            found[one.obligation_id].append(proof_of(one))
    return {obligation: tuple(papers) for obligation, papers in found.items()}


def proof_of(one: Evidence) -> Proof:
    """A piece of evidence as a report cites it."""
    return Proof(
        kind=KINDS[one.kind],
        title=one.title,
        number=one.number,
        dated_on=one.dated_on,
        issuer=one.issuer,
        kept_at=one.kept_at,
        quantity=one.quantity,
    )


def ground_of(one: Release) -> LocalText:
    """On what ground an obligation was released: the point of the act or the letter, and the reason
    as it was written."""
    if one.letter:
        number, day = one.letter.number, f"{one.letter.dated_on:%d.%m.%Y}"
        return LocalText(
            f"{day} № {number} хат: {one.reason}", f"письмо от {day} № {number}: {one.reason}"
        )
    point = one.ground
    act, number = (point.act.number, point.number) if point else ("", "")
    return LocalText(
        f"№ {act} актінің {number}-тармағы: {one.reason}",
        f"пункт {number} акта № {act}: {one.reason}",
    )
