"""Judging a report, and taking what was accepted off control."""

from collections.abc import Collection
from datetime import datetime

from birlik.base.journal.action import action, announce, note
from birlik.base.obligations import refusals
from birlik.base.obligations.actions.extension import close_requests
from birlik.base.obligations.facts import ReportAccepted, ReportReturned
from birlik.base.obligations.models import Evidence, Obligation, Review, Submission, TakenOff
from birlik.base.obligations.rules import (
    is_author,
    last_submission,
    may_accept_contributions,
    may_review,
    may_take_off,
)
from birlik.base.values.actor import Actor
from birlik.base.values.local_text import LocalText
from birlik.base.values.refused import RefusedError


@action(
    "report.accepted",
    may=may_review,
    label=LocalText("Есеп қабылданды", "Отчет принят", "Report accepted"),
    withheld=("words",),
)
def accept_report(
    by: Actor, obligation: Obligation, /, *, at: datetime, submission: int, words: str = ""
) -> Review:
    """Accept a report by its number in the database; it must be the last one.

    A request for a later date that waited is answered by it. Raises `RefusedError` when another
    report came in or this one was judged meanwhile.
    """
    review = judge(by, obligation, at=at, submission=submission, accepted=True, reason=words)
    obligation.outcome = Obligation.Outcome.ACCEPTED
    obligation.stage = Obligation.Stage.NONE
    obligation.save(update_fields=["outcome", "stage"])
    close_requests(by, [obligation.pk], at=at)
    announce(ReportAccepted(obligation.pk, submission))
    return review


@action(
    "report.returned",
    may=may_review,
    label=LocalText("Есеп қайтарылды", "Отчет возвращен", "Report returned"),
    withheld=("reason",),
)
def return_report(
    by: Actor, obligation: Obligation, /, *, at: datetime, submission: int, reason: str
) -> Review:
    """Return a report with a reason; its evidence goes on with the next draft.

    Raises `RefusedError` without a reason, and as `accept_report` does.
    """
    if not reason.strip():
        raise RefusedError(refusals.REASON_NEEDED)
    review = judge(by, obligation, at=at, submission=submission, accepted=False, reason=reason)
    obligation.stage = Obligation.Stage.RETURNED
    obligation.save(update_fields=["stage"])
    Evidence.objects.bulk_create(
        copied(one) for one in Evidence.objects.filter(submission=submission)
    )
    announce(ReportReturned(obligation.pk, submission))
    return review


def judge(
    by: Actor,
    obligation: Obligation,
    *,
    at: datetime,
    submission: int,
    accepted: bool,
    reason: str,
) -> Review:
    """Store the judgement of the last report.

    Raises `RefusedError` when another report is the last one now.
    """
    last = last_submission(obligation)
    if last is None or last.pk != submission:
        raise RefusedError(refusals.OTHER_REPORT)
    note(submission=submission)
    return Review.objects.create(
        submission=last,
        accepted=accepted,
        reason=reason.strip(),
        at=at,
        account=by.account_id,
        by_id=by.appointment_id,
    )


@action(
    "contributions.accepted",
    may=may_accept_contributions,
    label=LocalText(
        "Бірлесіп орындаушылардың есептері қабылданды",
        "Отчеты соисполнителей приняты",
        "Contributions accepted",
    ),
)
def accept_contributions(
    by: Actor, obligation: Obligation, /, *, at: datetime, submissions: Collection[int]
) -> int:
    """Accept several reports of a lead's contributors at once; return how many they were.

    What is none of these or was judged meanwhile is left as it is, and so is what the actor wrote.
    """
    waiting = {
        one.pk: one
        for one in Obligation.objects.select_for_update().filter(
            lead=obligation, stage=Obligation.Stage.SUBMITTED, outcome=""
        )
    }
    last = {
        one.obligation_id: one
        for one in Submission.objects.filter(obligation__in=waiting).order_by("number")
    }
    judged = [one for one in last.values() if one.pk in submissions and not is_author(by, one)]
    Review.objects.bulk_create(
        Review(submission=one, accepted=True, at=at, account=by.account_id, by_id=by.appointment_id)
        for one in judged
    )
    Obligation.objects.filter(pk__in=[one.obligation_id for one in judged]).update(
        outcome=Obligation.Outcome.ACCEPTED, stage=Obligation.Stage.NONE
    )
    close_requests(by, [one.obligation_id for one in judged], at=at)
    for one in judged:
        announce(ReportAccepted(one.obligation_id, one.pk))
    note(accepted=len(judged))
    return len(judged)


def copied(one: Evidence) -> Evidence:
    """The same evidence in the draft of the next report."""
    one.pk = None
    one.submission = None
    return one


@action(
    "obligation.taken_off",
    may=may_take_off,
    label=LocalText("Бақылаудан алынды", "Снято с контроля", "Taken off control"),
    withheld=("ground",),
)
def take_off_control(
    by: Actor, obligation: Obligation, /, *, at: datetime, ground: str
) -> TakenOff:
    """Take an accepted obligation off control on a ground; its state and rate stay as they are.

    Raises `RefusedError` without a ground.
    """
    if not ground.strip():
        raise RefusedError(refusals.GROUND_NEEDED)
    return TakenOff.objects.create(
        obligation=obligation, ground=ground.strip(), at=at, by_id=by.appointment_id
    )
