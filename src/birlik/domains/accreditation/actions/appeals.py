"""Appeals: against a return or refusal of an application, against the withdrawal of a certificate.

The office that runs accreditation for the republic decides; upheld, the commission hears the case.
"""

from datetime import datetime

from birlik.base.journal.action import action, note
from birlik.base.values.actor import Actor
from birlik.base.values.local_text import LocalText
from birlik.base.values.refused import RefusedError
from birlik.domains.accreditation import refusals
from birlik.domains.accreditation.actions.steps import StepWords, take_step
from birlik.domains.accreditation.models import Application, Certificate, Step
from birlik.domains.accreditation.rules.applications import may_answer_appeal, may_appeal
from birlik.domains.accreditation.rules.certificates import (
    may_answer_withdrawal,
    may_appeal_withdrawal,
)


def needed(reason: LocalText) -> StepWords:
    """The words of an appeal or of its answer. Raises `RefusedError` where there are none."""
    if not (reason.kk.strip() or reason.ru.strip()):
        raise RefusedError(refusals.WORDS_NEEDED)
    return StepWords(reason=reason)


@action(
    "application.appealed",
    may=may_appeal,
    label=LocalText("Өтініш бойынша шағым берілді", "Подана жалоба по заявлению", "Appeal filed"),
    withheld=("reason",),
)
def appeal(by: Actor, application: Application, /, *, at: datetime, reason: LocalText) -> Step:
    """Appeal a return or a refusal. Raises `RefusedError` without words."""
    return take_step(by, application, "appealed", at=at, words=needed(reason))


@action(
    "application.appeal_decided",
    may=may_answer_appeal,
    label=LocalText("Шағым қаралды", "Жалоба рассмотрена", "Appeal decided"),
    withheld=("reason",),
)
def answer_appeal(
    by: Actor, application: Application, /, *, at: datetime, upheld: bool, reason: LocalText
) -> Step:
    """Uphold an appeal, so that the commission hears the application, or dismiss it. Raises
    `RefusedError` without words."""
    note(upheld=upheld)
    kind = "upheld" if upheld else "dismissed"
    return take_step(by, application, kind, at=at, words=needed(reason))


@action(
    "certificate.appealed",
    may=may_appeal_withdrawal,
    label=LocalText(
        "Куәліктің қайтарып алынуына шағым берілді",
        "Подана жалоба на отзыв свидетельства",
        "Withdrawal appealed",
    ),
    withheld=("reason",),
)
def appeal_withdrawal(
    by: Actor, certificate: Certificate, /, *, at: datetime, reason: LocalText
) -> Step:
    """Appeal the withdrawal of a certificate. Raises `RefusedError` without words."""
    return take_step(by, certificate, "appealed", at=at, words=needed(reason))


@action(
    "certificate.appeal_decided",
    may=may_answer_withdrawal,
    label=LocalText(
        "Куәлік бойынша шағым қаралды",
        "Рассмотрена жалоба по свидетельству",
        "Appeal on a certificate decided",
    ),
    withheld=("reason",),
)
def answer_withdrawal(
    by: Actor, certificate: Certificate, /, *, at: datetime, upheld: bool, reason: LocalText
) -> Step:
    """Uphold an appeal against a withdrawal, so that the commission decides again, or dismiss it.
    Raises `RefusedError` without words."""
    note(upheld=upheld)
    kind = "upheld" if upheld else "dismissed"
    return take_step(by, certificate, kind, at=at, words=needed(reason))
