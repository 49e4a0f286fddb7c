"""The secretary's check of completeness."""

from collections.abc import Sequence
from datetime import datetime

from birlik.base.journal.action import action
from birlik.base.values.actor import Actor
from birlik.base.values.local_text import LocalText
from birlik.base.values.refused import RefusedError
from birlik.domains.accreditation import refusals
from birlik.domains.accreditation.actions.steps import StepWords, take_step
from birlik.domains.accreditation.models import Application, Step
from birlik.domains.accreditation.queries.applications import missing_papers
from birlik.domains.accreditation.rules.applications import may_check
from birlik.domains.accreditation.rules.norms import codes


@action(
    "application.completed",
    may=may_check,
    label=LocalText("Өтініш толық деп танылды", "Заявление признано комплектным", "Found complete"),
)
def complete_application(by: Actor, application: Application, /, *, at: datetime) -> Step:
    """Find an application complete: the commission has it now. Raises `RefusedError` while papers
    of the checklist are missing."""
    if missing_papers(application):
        raise RefusedError(refusals.PAPERS_MISSING)
    return take_step(by, application, "completed", at=at)


@action(
    "application.returned",
    may=may_check,
    label=LocalText("Өтініш қайтарылды", "Заявление возвращено", "Application returned"),
    withheld=("reason",),
)
def return_application(
    by: Actor,
    application: Application,
    /,
    *,
    at: datetime,
    missing: Sequence[str],
    reason: LocalText,
) -> Step:
    """Return an application, naming what of the checklist is missing or unfit, or why. Raises
    `RefusedError` where neither is said, and for an item that the checklist lacks."""
    if not missing and not (reason.kk.strip() or reason.ru.strip()):
        raise RefusedError(refusals.NAME_MISSING)
    if not set(codes("checklist", application.round.opened_on)).issuperset(missing):
        raise RefusedError(refusals.UNKNOWN_ITEM)
    return take_step(
        by, application, "returned", at=at, words=StepWords(reason=reason, missing=missing)
    )
