"""Writing and submitting a report on an obligation."""

from datetime import datetime

from birlik.base.journal.action import action, announce, note
from birlik.base.obligations import refusals
from birlik.base.obligations.actions.signature import (
    SignedPaper,
    keep_signature,
    require_signature,
)
from birlik.base.obligations.actions.visas import keep_round
from birlik.base.obligations.engine.sufficiency import lacking, quantity_of
from birlik.base.obligations.facts import ReportSubmitted
from birlik.base.obligations.models import Draft, Evidence, Obligation, Party, Submission
from birlik.base.obligations.queries.demand import demanded_of, proof_of
from birlik.base.obligations.queries.verification import text_digest
from birlik.base.obligations.refusals import desk
from birlik.base.obligations.rules import (
    last_submission,
    may_consolidate,
    may_report,
    may_submit,
    open_children,
)
from birlik.base.values.actor import Actor
from birlik.base.values.clock import day_of
from birlik.base.values.local_text import LocalText
from birlik.base.values.refused import RefusedError


@action(
    "draft.saved",
    may=may_report,
    label=LocalText("Есеп жобасы сақталды", "Сохранен черновик отчета", "Draft of a report saved"),
    withheld=("text_kk", "text_ru"),
    entered=False,
)
def save_draft(
    by: Actor,
    obligation: Obligation,
    /,
    *,
    at: datetime,
    text_kk: str,
    text_ru: str,
    version: int | None = None,
) -> Draft:
    """Keep what has been written so far.

    `version` is that of the draft which the writer began with, 0 for none. Raises `RefusedError`
    when somebody else has saved another since; None writes over whatever is there.
    """
    draft = Draft.objects.filter(obligation=obligation).first()
    if version is not None and version != (draft.version if draft else 0):
        raise RefusedError(refusals.SAVED_ELSEWHERE)
    kept, _new = Draft.objects.update_or_create(
        obligation=obligation,
        defaults={
            "text_kk": text_kk,
            "text_ru": text_ru,
            "version": draft.version + 1 if draft else 1,
            "saved_at": at,
            "saved_by_id": by.appointment_id,
        },
    )
    keep_round(by, obligation, at=at)
    return kept


@action(
    "contributions.consolidated",
    may=may_consolidate,
    label=LocalText(
        "Бірлесіп орындаушылардың есептері жинақталды",
        "Отчеты соисполнителей сведены",
        "Contributions consolidated",
    ),
)
def consolidate_contributions(by: Actor, obligation: Obligation, /, *, at: datetime) -> Draft:
    """Append what contributors reported, and the lead accepted, to the lead's draft.

    A contribution whose words are in the draft already is not appended again.
    """
    draft = Draft.objects.filter(obligation=obligation).first()
    texts = {"kk": draft.text_kk if draft else "", "ru": draft.text_ru if draft else ""}
    taken = 0
    for one in accepted_contributions(obligation):
        name = one.obligation.debtor.short
        for language, words in (("kk", one.text_kk), ("ru", one.text_ru)):
            if words and words not in texts[language]:
                before = texts[language] + "\n\n" if texts[language] else ""
                texts[language] = f"{before}{name.kk if language == 'kk' else name.ru}: {words}"
                taken += 1
    note(taken=taken)
    return save_draft(by, obligation, at=at, text_kk=texts["kk"], text_ru=texts["ru"])


def accepted_contributions(obligation: Obligation) -> list[Submission]:
    """The accepted reports of an obligation's contributors, in the order of their due dates."""
    return list(
        Submission.objects.filter(obligation__lead=obligation, review__accepted=True)
        .select_related("obligation__debtor")
        .order_by("obligation__due_on", "obligation_id", "number")
    )


@action(
    "report.submitted",
    may=may_submit,
    label=LocalText("Есеп берілді", "Отчет подан", "Report submitted"),
    withheld=("text_kk", "text_ru", "over_heads", "signed"),
)
def submit_report(
    by: Actor,
    obligation: Obligation,
    /,
    *,
    at: datetime,
    text_kk: str = "",
    text_ru: str = "",
    over_heads: str = "",
    signed: SignedPaper | None = None,
) -> Submission:
    """Submit a report with the evidence that was attached to its draft.

    Evidence of the report returned before it counts again, unless the draft brought its own.
    `over_heads` says why it does not wait for what resolutions gave to others; `signed` is the
    signature on paper. Raises `RefusedError` when it has no content or lacks what its form demands,
    when what resolutions gave is still owed and nothing is said of it, and when the visas or the
    signature of the body's way are missing.
    """
    require_signature(by, obligation, at=at, texts=(text_kk, text_ru), signed=signed)
    waited_for = open_children(obligation).exists()
    if waited_for and not over_heads.strip():
        raise RefusedError(desk.OVER_HEADS)
    former = last_submission(obligation)
    brought = list(Evidence.objects.filter(obligation=obligation, submission=None))
    proofs = [proof_of(one) for one in brought]
    lacks = lacking(f"{text_kk}{text_ru}", proofs, demanded_of(obligation, on=day_of(at)))
    if lacks:
        raise RefusedError(refusals.told(lacks))
    made = Submission.objects.create(
        obligation=obligation,
        number=former.number + 1 if former else 1,
        text_kk=text_kk.strip(),
        text_ru=text_ru.strip(),
        quantity=quantity_of(proofs),
        at=at,
        account=by.account_id,
        by_id=by.appointment_id,
        over_heads=over_heads.strip() if waited_for else "",
    )
    keep_signature(by, made, at=at, signed=signed)
    if brought:
        Evidence.objects.filter(pk__in=[one.pk for one in brought]).update(submission=made)
    Draft.objects.filter(obligation=obligation).delete()
    if obligation.role == Party.Role.LEAD:
        taken = [one.pk for one in accepted_contributions(obligation)]
        Submission.objects.filter(pk__in=taken).update(consolidated_in=made)
    obligation.stage = Obligation.Stage.SUBMITTED
    obligation.first_submitted_on = obligation.first_submitted_on or day_of(at)
    obligation.save(update_fields=["stage", "first_submitted_on"])
    note(submission=made.pk, number=made.number, quantity=made.quantity, evidence=len(brought))
    note(text=text_digest(made))
    announce(ReportSubmitted(obligation.pk, made.pk))
    return made
