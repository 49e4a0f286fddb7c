"""What proves a report, while the report is still a draft."""

from dataclasses import asdict, dataclass
from datetime import date, datetime

from birlik.base.journal.action import action, note
from birlik.base.obligations import refusals
from birlik.base.obligations.actions.visas import keep_round
from birlik.base.obligations.models import Evidence, Obligation
from birlik.base.obligations.rules import may_report
from birlik.base.records.models import Document
from birlik.base.values.actor import Actor
from birlik.base.values.local_text import LocalText
from birlik.base.values.refused import RefusedError


@dataclass(frozen=True, slots=True)
class EvidenceItem:
    """A piece of evidence as it is brought: exactly one of `document`, `link` and `kept_at`; see
    `Evidence` for the rest."""

    title: str
    document: Document | None = None
    link: str = ""
    kept_at: str = ""
    quantity: int | None = None
    number: str = ""
    dated_on: date | None = None
    issuer: str = ""
    addressees: str = ""

    @property
    def kind(self) -> Evidence.Kind:
        """A file, a link or a card."""
        if self.document is not None:
            return Evidence.Kind.FILE
        return Evidence.Kind.LINK if self.link else Evidence.Kind.CARD


@dataclass(frozen=True, slots=True)
class PaperDetails:
    """Number, date and issuer of a paper, and how many of the things demanded it proves."""

    number: str = ""
    dated_on: date | None = None
    issuer: str = ""
    quantity: int | None = None


@action(
    "evidence.attached",
    may=may_report,
    label=LocalText(
        "Растайтын құжат қосылды", "Добавлен подтверждающий документ", "Evidence attached"
    ),
    withheld=("item",),
)
def attach_evidence(
    by: Actor, obligation: Obligation, /, *, at: datetime, item: EvidenceItem
) -> Evidence:
    """Add a piece of evidence to the draft of a report."""
    made = Evidence.objects.create(
        obligation=obligation,
        kind=item.kind,
        title=item.title,
        document=item.document,
        link=item.link,
        quantity=item.quantity,
        number=item.number,
        dated_on=item.dated_on,
        issuer=item.issuer,
        kept_at=item.kept_at,
        addressees=item.addressees,
        attached_at=at,
        by_id=by.appointment_id,
    )
    keep_round(by, obligation, at=at)
    note(evidence=made.pk, kind=made.kind, digest=item.document.digest if item.document else "")
    return made


@action(
    "evidence.described",
    may=may_report,
    label=LocalText(
        "Растайтын құжаттың деректемелері енгізілді",
        "Внесены реквизиты подтверждающего документа",
        "Details of evidence entered",
    ),
    withheld=("details",),
)
def describe_evidence(
    by: Actor, obligation: Obligation, /, *, at: datetime, evidence: int, details: PaperDetails
) -> None:
    """Put number, date, issuer and quantity of a piece of evidence of the draft.

    Raises `RefusedError` for evidence of a report that was submitted.
    """
    of_draft = Evidence.objects.filter(pk=evidence, obligation=obligation, submission=None)
    if not of_draft.update(**asdict(details)):
        raise RefusedError(refusals.NOT_OF_DRAFT)
    keep_round(by, obligation, at=at)


@action(
    "evidence.detached",
    may=may_report,
    label=LocalText(
        "Растайтын құжат алынды", "Подтверждающий документ убран", "Evidence removed from a draft"
    ),
)
def detach_evidence(by: Actor, obligation: Obligation, /, *, at: datetime, evidence: int) -> None:
    """Take a piece of evidence out of the draft again, by its number.

    Raises `RefusedError` for evidence of a report that was submitted.
    """
    removed, _kinds = Evidence.objects.filter(
        pk=evidence, obligation=obligation, submission=None
    ).delete()
    if not removed:
        raise RefusedError(refusals.NOT_OF_DRAFT)
    keep_round(by, obligation, at=at)
