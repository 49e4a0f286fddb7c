"""The agreement of the executors: asked for, given, and its remarks answered."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from birlik.base.journal.action import action, announce, note
from birlik.base.registry.queries import answering
from birlik.base.values.actor import Actor
from birlik.base.values.clock import day_of
from birlik.base.values.local_text import LocalText
from birlik.base.values.refused import RefusedError
from birlik.domains.drafting.actions.course import keep_version
from birlik.domains.drafting.facts import AgreementAsked, AgreementGiven
from birlik.domains.drafting.models import Agreement, Difference, PlanDraft
from birlik.domains.drafting.queries.executors import bodies_named
from birlik.domains.drafting.refusals import LETTER_WANTED, NOT_IN_DRAFT, REMARKS_WANTED
from birlik.domains.drafting.rules import AGREES, may_answer, may_ask_agreement, may_write

Stance = Agreement.Stance


@dataclass(frozen=True, slots=True)
class RemarkWords:
    """A remark on a measure (None for the whole draft), and the wording proposed in its place."""

    measure: int | None
    text: str
    proposed: str = ""


@action(
    "plan_draft.agreement_asked",
    may=may_ask_agreement,
    label=LocalText(
        "Жоспар жобасы келісуге жіберілді",
        "Проект плана направлен на согласование",
        "Draft sent for agreement",
    ),
)
def ask_agreement(by: Actor, draft: PlanDraft, /, *, at: datetime, agree_by: date) -> int:
    """Ask every body that the measures name whether it agrees, by a day; return how many.

    The draft is kept as a version first, so that everybody speaks of the same words. Asking again
    opens a new round.
    """
    keep_version(by, draft, at=at)
    bodies = bodies_named(draft, on=day_of(at))
    draft.round += 1
    draft.agree_by, draft.state = agree_by, PlanDraft.State.AGREEING
    draft.save(update_fields=["round", "agree_by", "state"])
    Agreement.objects.bulk_create(
        Agreement(draft=draft, structure=body, round=draft.round, asked_at=at) for body in bodies
    )
    note(round=draft.round, asked=len(bodies))
    announce(AgreementAsked(draft.pk, draft.round))
    return len(bodies)


@action(
    "plan_draft.agreement_given",
    may=may_answer,
    label=LocalText(
        "Жоспар жобасын келісуге жауап берілді",
        "Дан ответ о согласовании проекта плана",
        "Agreement with a draft answered",
    ),
    withheld=("remarks", "by_letter"),
)
def answer_agreement(
    by: Actor,
    agreement: Agreement,
    /,
    *,
    at: datetime,
    stance: str,
    remarks: Sequence[RemarkWords] = (),
    by_letter: str = "",
) -> None:
    """Answer for a body that was asked: agreed, agreed with remarks, or disagreed with them.

    Raises `RefusedError` when remarks are announced and none is given, when a remark is on a
    measure of another draft, and when who is not of the body names no letter.
    """
    own = by.reaches(AGREES, structures=answering(agreement.structure, on=day_of(at)))
    if not own and not by_letter.strip():
        raise RefusedError(LETTER_WANTED)
    if stance != Stance.AGREED and not remarks:
        raise RefusedError(REMARKS_WANTED)
    measures = set(agreement.draft.measures.values_list("pk", flat=True))
    if any(one.measure not in measures for one in remarks if one.measure is not None):
        raise RefusedError(NOT_IN_DRAFT)
    Difference.objects.bulk_create(
        Difference(
            agreement=agreement, measure_id=one.measure, text=one.text, proposed=one.proposed
        )
        for one in remarks
    )
    agreement.stance, agreement.answered_at = stance, at
    agreement.by_letter, agreement.by_id = by_letter.strip(), by.appointment_id
    agreement.save(update_fields=["stance", "answered_at", "by_letter", "by"])
    note(remarks=len(remarks))
    announce(AgreementGiven(agreement.draft_id, agreement.pk))


@action(
    "plan_draft.remark_answered",
    may=may_write,
    label=LocalText(
        "Келісу ескертуіне жауап берілді",
        "Дан ответ на замечание",
        "Remark on a draft answered",
    ),
    withheld=("reply",),
)
def reply_difference(
    _by: Actor,
    draft: PlanDraft,
    /,
    *,
    at: datetime,
    difference: Difference,
    taken: bool,
    reply: str,
) -> None:
    """Say what became of a remark: taken over, or declined with the reason. Raises `RefusedError`
    for a remark on another draft."""
    if difference.agreement.draft_id != draft.pk:
        raise RefusedError(NOT_IN_DRAFT)
    difference.answer = Difference.Answer.TAKEN if taken else Difference.Answer.DECLINED
    difference.reply, difference.replied_at = reply, at
    difference.save(update_fields=["answer", "reply", "replied_at"])
