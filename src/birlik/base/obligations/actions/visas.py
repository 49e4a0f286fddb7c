"""The way of a body's reports: who gives visas, who signs, and where a draft is on its round."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.db.models import QuerySet

from birlik.base.journal.action import action, announce, note
from birlik.base.obligations.engine.sufficiency import lacking
from birlik.base.obligations.facts import DraftSentBack, RoundWithdrawn, VisaAwaited
from birlik.base.obligations.models import Draft, Evidence, Obligation, Visa, VisaStep
from birlik.base.obligations.queries.demand import demanded_of, proof_of
from birlik.base.obligations.queries.desk import kept_digest, offices_for_way
from birlik.base.obligations.refusals import desk, told
from birlik.base.obligations.rules import (
    may_give_visa,
    may_lay_way,
    may_report,
    may_send_round,
    turn_of,
    way_of,
)
from birlik.base.registry.models import Structure
from birlik.base.values.actor import Actor
from birlik.base.values.clock import day_of
from birlik.base.values.local_text import LocalText
from birlik.base.values.refused import RefusedError

Decision = Visa.Decision


@action(
    "way.laid",
    may=may_lay_way,
    label=LocalText(
        "Есептердің бұрыштама жолы белгіленді",
        "Установлен порядок визирования отчетов",
        "Way of a body's reports laid",
    ),
)
def lay_way(
    _by: Actor, body: Structure, /, *, at: datetime, offices: Sequence[int]
) -> list[VisaStep]:
    """Lay the way of a body's reports: offices by number that give visas in this order, the last of
    which signs; none, and the reports go without.

    A draft that goes round already keeps the way it began with. Raises `RefusedError` for an office
    of another house, or one named twice.
    """
    allowed = set(offices_for_way(body).values_list("pk", flat=True))
    if len(set(offices)) != len(offices) or not allowed.issuperset(offices):
        raise RefusedError(desk.OFFICE_OUTSIDE)
    VisaStep.objects.filter(structure=body).delete()
    return VisaStep.objects.bulk_create(
        VisaStep(structure=body, position=place, office_id=office, signs=place == len(offices))
        for place, office in enumerate(offices, 1)
    )


@action(
    "draft.sent_round",
    may=may_send_round,
    label=LocalText(
        "Есеп жобасы бұрыштамаға жіберілді",
        "Проект отчета направлен на визирование",
        "Draft of a report sent round",
    ),
)
def send_round(_by: Actor, obligation: Obligation, /, *, at: datetime) -> list[Visa]:
    """Send the draft as it is kept round the offices of the body's way.

    Raises `RefusedError` when it has no content or lacks what its form demands, since what is
    agreed on can be submitted.
    """
    on = day_of(at)
    draft = Draft.objects.filter(obligation=obligation).first()
    brought = Evidence.objects.filter(obligation=obligation, submission=None)
    words = f"{draft.text_kk}{draft.text_ru}" if draft else ""
    lacks = lacking(words, [proof_of(one) for one in brought], demanded_of(obligation, on=on))
    if lacks:
        raise RefusedError(told(lacks))
    former = turn_of(obligation).visas
    turn, text = (former[0].turn if former else 0) + 1, kept_digest(obligation)
    made = Visa.objects.bulk_create(
        Visa(
            obligation=obligation,
            turn=turn,
            position=step.position,
            office_id=step.office_id,
            signs=step.signs,
            text=text,
        )
        for step in way_of(obligation, on=on)
    )
    note(turn=turn, text=text)
    announce_next(made)
    return made


def announce_next(visas: Iterable[Visa]) -> None:
    """Tell whose word is awaited now; somebody's always is, for the last on the way signs."""
    awaited_now = next(one for one in visas if one.decision == Decision.AWAITED)
    announce(VisaAwaited(awaited_now.obligation_id, awaited_now.pk))


@action(
    "visa.given",
    may=may_give_visa,
    label=LocalText("Бұрыштама қойылды", "Завизировано", "Visa given"),
    withheld=("remark",),
)
def give_visa(by: Actor, visa: Visa, /, *, at: datetime, approves: bool, remark: str = "") -> Visa:
    """Give a visa, with a remark or without, and the draft goes on; or, where the office does not
    approve, send it back with a remark, and the turn is over.

    Raises `RefusedError` when a draft is sent back without a remark, and when the office that signs
    would only approve.
    """
    said = remark.strip()
    if not approves and not said:
        raise RefusedError(desk.VISA_REMARK_NEEDED)
    if approves and visa.signs:
        raise RefusedError(desk.SIGN_BY_SUBMITTING)
    agreed = Decision.REMARKED if said else Decision.APPROVED
    decide(by, visa, agreed if approves else Decision.SENT_BACK, at=at, remark=said)
    note(decision=visa.decision, turn=visa.turn, text=visa.text)
    if approves:
        announce_next(turn_of(visa.obligation).visas)
    else:
        awaited(visa.obligation).update(decision=Decision.WITHDRAWN, at=at)
        announce(DraftSentBack(visa.obligation_id, visa.pk))
    return visa


def decide(by: Actor, visa: Visa, decision: str, *, at: datetime, remark: str = "") -> None:
    """Store what an office said."""
    visa.decision, visa.remark = decision, remark
    visa.at, visa.by_id = at, by.appointment_id
    visa.save(update_fields=["decision", "remark", "at", "by"])


def awaited(obligation: Obligation) -> QuerySet[Visa]:
    """The visas on an obligation that nobody has given yet."""
    return Visa.objects.filter(obligation=obligation, decision=Decision.AWAITED)


@action(
    "round.withdrawn",
    may=may_report,
    label=LocalText(
        "Жоба өзгеріп, бұрыштамадан алынды",
        "Проект изменен и снят с визирования",
        "Draft changed and taken out of its round",
    ),
)
def withdraw_round(by: Actor, obligation: Obligation, /, *, at: datetime) -> int:
    """Take a draft that was changed out of its round; return the number of the turn that is
    over."""
    turn = turn_of(obligation).visas[-1].turn
    awaited(obligation).update(decision=Decision.WITHDRAWN, at=at, by=by.appointment_id)
    note(turn=turn)
    announce(RoundWithdrawn(obligation.pk, turn))
    return turn


def keep_round(by: Actor, obligation: Obligation, *, at: datetime) -> None:
    """After a change of a draft: take it out of its round where the visas no longer hold."""
    waiting = awaited(obligation).first()
    if waiting is not None and waiting.text != kept_digest(obligation):
        withdraw_round(by, obligation, at=at)
