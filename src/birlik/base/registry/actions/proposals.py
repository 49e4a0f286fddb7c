"""What a body proposes of its own card: made, accepted, declined, withdrawn."""

from datetime import date, datetime

from birlik.base.journal.action import action, note
from birlik.base.registry.actions.cards import card_seen, change_card, fit, refuse_day
from birlik.base.registry.actions.notices import NoticeRow, give_notices
from birlik.base.registry.engine.cards import PROPOSED, CardRow, changed, plain, proposed_card
from birlik.base.registry.models import Proposal, Structure
from birlik.base.registry.queries.proposals import accounts_told, waiting_of
from birlik.base.registry.refusals import cards, proposals
from birlik.base.registry.rules import proposals as rules
from birlik.base.values.actor import Actor
from birlik.base.values.clock import day_of
from birlik.base.values.local_text import LocalText
from birlik.base.values.refused import RefusedError

State = Proposal.State
ACCEPTED = LocalText(
    "Карточкаға ұсынған өзгерісіңіз қабылданды.",
    "Предложенное вами изменение карточки принято.",
    "The change of the card that you proposed was accepted.",
)
DECLINED = LocalText(
    "Карточкаға ұсынған өзгерісіңіз қабылданбады. Себебін ұсыныстан оқыңыз.",
    "Предложенное вами изменение карточки отклонено. Причину прочтите в предложении.",
    "The change of the card that you proposed was declined. The proposal says why.",
)


@action(
    "proposal.made",
    may=rules.may_propose,
    label=LocalText(
        "Карточкаға өзгеріс ұсынылды", "Предложено изменение карточки", "Change of a card proposed"
    ),
    withheld=("row", "words", "seen"),
)
def propose(
    by: Actor,
    structure: Structure,
    /,
    *,
    at: datetime,
    row: CardRow,
    on: date,
    words: str = "",
    seen: str = "",
) -> Proposal:
    """Propose what the card of a body is to say from a day on.

    Raises `RefusedError` where a proposal waits already, where nothing changes or something that a
    body does not propose, for a day from which the card cannot change; `UnfitCardError` for a card
    that cannot be.
    """
    if waiting_of(structure).exists():
        raise RefusedError(proposals.WAITS_ALREADY)
    before = card_seen(structure, seen)
    refuse_day(structure, on, day_of(at))
    row = fit(row, on=on, itself=structure)
    names = changed(before, row)
    if not names:
        raise RefusedError(cards.SAME_CARD)
    if not set(names) <= set(PROPOSED):
        raise RefusedError(proposals.NOT_PROPOSED)
    was, new = plain(before), plain(row)
    made = Proposal.objects.create(
        structure=structure,
        changes={name: {"was": was[name], "new": new[name]} for name in names},
        on=on,
        words=words.strip(),
        made_at=at,
        made_by_id=by.appointment_id,
    )
    note(proposal=made.pk, fields=list(names))
    return made


@action(
    "proposal.accepted",
    may=rules.may_decide,
    label=LocalText("Ұсыныс қабылданды", "Предложение принято", "Proposal accepted"),
    withheld=("seen",),
)
def accept_proposal(by: Actor, proposal: Proposal, /, *, at: datetime, on: date, seen: str) -> None:
    """Change the card as proposed from a day on, and tell who proposed it.

    `seen` is the digest of the card that was looked at beside the proposal. Raises as
    `change_card`; then nothing is decided.
    """
    structure = proposal.structure
    row = proposed_card(card_seen(structure, seen), proposal.changes)
    change_card(by, structure, at=at, row=row, on=on, seen=seen)
    decide(by, proposal, State.ACCEPTED, at=at)
    tell(proposal, ACCEPTED, at=at)


@action(
    "proposal.declined",
    may=rules.may_decide,
    label=LocalText("Ұсыныс қабылданбады", "Предложение отклонено", "Proposal declined"),
    withheld=("reason",),
)
def decline_proposal(by: Actor, proposal: Proposal, /, *, at: datetime, reason: str) -> None:
    """Leave the card as it is, and tell who proposed the change why. Raises `RefusedError` without
    a reason."""
    if not reason.strip():
        raise RefusedError(proposals.REASON_NEEDED)
    proposal.reason = reason.strip()
    decide(by, proposal, State.DECLINED, at=at)
    tell(proposal, DECLINED, at=at)


@action(
    "proposal.withdrawn",
    may=rules.may_withdraw,
    label=LocalText("Ұсыныс қайтарып алынды", "Предложение отозвано", "Proposal withdrawn"),
)
def withdraw_proposal(by: Actor, proposal: Proposal, /, *, at: datetime) -> None:
    """Take back what was proposed and waits."""
    decide(by, proposal, State.WITHDRAWN, at=at)


def decide(by: Actor, proposal: Proposal, state: State, *, at: datetime) -> None:
    """Let a proposal wait no longer."""
    proposal.state, proposal.decided_at = state, at
    proposal.decided_by_id = by.appointment_id
    proposal.save(update_fields=["state", "decided_at", "decided_by", "reason"])


def tell(proposal: Proposal, text: LocalText, *, at: datetime) -> None:
    """Tell who made a proposal what became of it."""
    rows = [
        NoticeRow(
            account=one.pk,
            key=f"proposal:{proposal.pk}",
            text=text,
            address=f"/registry/structures/proposals/{proposal.pk}/",
        )
        for one in accounts_told(proposal)
    ]
    if rows:
        give_notices(Actor.system(), None, at=at, about=f"proposal {proposal.pk}", rows=rows)
