"""What a registrar records of a body that answers by letter: one letter, many points."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from birlik.base.journal.action import action, announce, note
from birlik.base.letters.models import Letter
from birlik.base.obligations.actions.evidence import PaperDetails
from birlik.base.obligations.actions.report import accepted_contributions
from birlik.base.obligations.engine.sufficiency import Demanded, Proof, lacking
from birlik.base.obligations.facts import ReportSubmitted
from birlik.base.obligations.models import Evidence, Obligation, Party, Submission
from birlik.base.obligations.queries.by_letter import chosen_obligations
from birlik.base.obligations.queries.demand import demanded_of
from birlik.base.obligations.queries.states import norms
from birlik.base.obligations.queries.verification import text_digest
from birlik.base.obligations.refusals import by_letter as refusals
from birlik.base.obligations.refusals import told
from birlik.base.obligations.refusals.desk import OVER_HEADS
from birlik.base.obligations.rules import last_submission, open_children
from birlik.base.obligations.rules.by_letter import may_record_report, may_report_by_letter
from birlik.base.registry.queries import answered_for
from birlik.base.values.actor import Actor
from birlik.base.values.clock import day_of
from birlik.base.values.local_text import LocalText
from birlik.base.values.refused import RefusedError

DATED, RECEIVED = "dated", "received"
"""What the norm `letter_day_counts` may say: the sender's day, or the day on which it came."""


@dataclass(frozen=True, slots=True)
class LetterAnswer:
    """What a letter says of one obligation, by its number: words in either language, how many were
    done, and, where signed minutes are annexed, their number, day and body; `over_heads` says why
    it does not wait for what the body's own resolutions gave to others."""

    obligation: int
    text_kk: str = ""
    text_ru: str = ""
    quantity: int | None = None
    paper: PaperDetails | None = None
    over_heads: str = ""


class PointsRefusedError(RefusedError):
    """Some points stand against it, so nothing was done; `points` says why, by the number of the
    obligation."""

    def __init__(self, points: Mapping[int, LocalText]) -> None:
        super().__init__(refusals.SOME_CANNOT)
        self.points = points


@action(
    "letter.reported",
    may=may_report_by_letter,
    label=LocalText(
        "Хатпен келген есептер тіркелді",
        "Внесены отчеты, поступившие письмом",
        "Reports that came by letter recorded",
    ),
    withheld=("answers",),
)
def report_by_letter(
    by: Actor, letter: Letter, /, *, at: datetime, answers: Sequence[LetterAnswer]
) -> int:
    """Record for the body that wrote a letter what it reports: a report on each point, or none.

    They count on the day that the norm takes from the letter; its scan, or the card of a paper of
    limited access, is their evidence. Returns how many there are. Raises `RefusedError` without any
    point, `PointsRefusedError` when one of them is not owed by that body, cannot be reported on
    now, or lacks what its form demands.
    """
    if not answers:
        raise RefusedError(refusals.NOTHING_CHOSEN)
    owed = chosen_obligations([one.obligation for one in answers])
    bodies = answered_for(letter.correspondent_id, on=day_of(at))
    objections = {
        one.obligation: why
        for one in answers
        if (why := objection(by, letter, one, owed.get(one.obligation), bodies=bodies, at=at))
    }
    if objections:
        raise PointsRefusedError(objections)
    for one in answers:
        record_report(by, owed[one.obligation], at=at, letter=letter, answer=one)
    note(reports=len(answers))
    return len(answers)


def objection(
    by: Actor,
    letter: Letter,
    answer: LetterAnswer,
    obligation: Obligation | None,
    *,
    bodies: frozenset[int],
    at: datetime,
) -> LocalText | None:
    """What stands against recording an answer, in words; None where nothing does."""
    if obligation is None:
        return refusals.UNKNOWN_POINT
    if obligation.debtor_id not in bodies:
        return refusals.OF_ANOTHER_BODY
    verdict = may_record_report(by, obligation, at)
    if verdict.reason is not None:
        return verdict.reason
    demanded = demanded_of(obligation, on=day_of(at))
    words = f"{answer.text_kk}{answer.text_ru}"
    lacks = lacking(words, proofs_of(letter, answer, demanded), demanded)
    return told(lacks) if lacks else unsaid(answer, obligation)


def unsaid(answer: LetterAnswer, obligation: Obligation) -> LocalText | None:
    """What stands against a report over the heads of those to whom resolutions gave the
    obligation and who still owe it; None where it says why, or where there are none."""
    silent = not answer.over_heads.strip() and open_children(obligation).exists()
    return OVER_HEADS if silent else None


def proofs_of(letter: Letter, answer: LetterAnswer, demanded: Demanded) -> list[Proof]:
    """What a letter proves: nothing without its scan or its place; and it is no signed minutes
    unless those are annexed."""
    if not is_kept(letter):
        return []
    if demanded.demand == "protocol" and answer.paper is None:
        return [Proof(is_paper=True, quantity=answer.quantity)]
    paper = paper_of(letter, answer)
    return [Proof(True, paper.number, paper.dated_on, paper.issuer, answer.quantity)]


def is_kept(letter: Letter) -> bool:
    """Whether a letter can be looked at: there is its scan, or it is told where the paper lies."""
    return letter.document_id is not None or bool(letter.kept_at)


def paper_of(letter: Letter, answer: LetterAnswer) -> PaperDetails:
    """The details of the paper: of the minutes annexed, else of the letter."""
    sender = letter.correspondent
    own = PaperDetails(letter.number, letter.dated_on, (sender.name_kk or sender.name_ru)[:300])
    return answer.paper or own


@action(
    "report.recorded",
    may=may_record_report,
    label=LocalText(
        "Хатпен келген есеп тіркелді", "Внесен отчет из письма", "Report by letter recorded"
    ),
    withheld=("answer",),
)
def record_report(
    by: Actor, obligation: Obligation, /, *, at: datetime, letter: Letter, answer: LetterAnswer
) -> Submission:
    """The report on one point of a letter, with the letter as its evidence.

    A draft that the body's office may have begun stays as it is. A letter that the registrar
    records is signed by the body: it stands for the visas and the signature of the body's way,
    where it has one. Raises `RefusedError` where the body's own resolutions gave the obligation to
    others who still owe it, and the answer does not say why it does not wait for them.
    """
    if reason := unsaid(answer, obligation):
        raise RefusedError(reason)
    former = last_submission(obligation)
    counts_on = day_that_counts(letter)
    made = Submission.objects.create(
        obligation=obligation,
        number=former.number + 1 if former else 1,
        text_kk=answer.text_kk.strip(),
        text_ru=answer.text_ru.strip(),
        quantity=answer.quantity if is_kept(letter) else None,
        at=at,
        account=by.account_id,
        by_id=by.appointment_id,
        letter=letter,
        counts_on=counts_on,
        over_heads=answer.over_heads.strip() if open_children(obligation).exists() else "",
    )
    if is_kept(letter):
        evidence_of_letter(letter, answer, made).save()
    if obligation.role == Party.Role.LEAD:
        taken = [one.pk for one in accepted_contributions(obligation)]
        Submission.objects.filter(pk__in=taken).update(consolidated_in=made)
    obligation.stage = Obligation.Stage.SUBMITTED
    obligation.first_submitted_on = obligation.first_submitted_on or counts_on
    obligation.save(update_fields=["stage", "first_submitted_on"])
    note(submission=made.pk, number=made.number, quantity=made.quantity, text=text_digest(made))
    note(counts_on=counts_on)
    announce(ReportSubmitted(obligation.pk, made.pk))
    return made


def day_that_counts(letter: Letter) -> date:
    """The day on which a report counts that came by a letter: which of its two days, the norm of
    the day on which it came says."""
    if letter.received_on is None or letter.dated_on is None:
        raise ValueError("only an incoming letter has both days")
    norm = norms().norm("letter_day_counts", letter.received_on)
    return letter.dated_on if norm.one_of(DATED, RECEIVED) == DATED else letter.received_on


def evidence_of_letter(letter: Letter, answer: LetterAnswer, made: Submission) -> Evidence:
    """The letter as evidence: its scan, or the card of a paper of limited access."""
    paper = paper_of(letter, answer)
    scanned = letter.document_id is not None
    return Evidence(
        obligation=made.obligation,
        submission=made,
        kind=Evidence.Kind.FILE if scanned else Evidence.Kind.CARD,
        title=cited(letter),
        document_id=letter.document_id,
        kept_at="" if scanned else letter.kept_at,
        number=paper.number,
        dated_on=paper.dated_on,
        issuer=paper.issuer,
        quantity=answer.quantity,
        attached_at=made.at,
        by_id=made.by_id,
    )


def cited(letter: Letter) -> str:
    """A letter as every language cites it: its number and day."""
    return f"№ {letter.number}, {letter.dated_on:%d.%m.%Y}"
