"""An association's application: written, its papers attached, submitted, withdrawn."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from birlik.base.journal.action import action, note
from birlik.base.obligations.actions import BroughtFile
from birlik.base.records.actions import store_document
from birlik.base.records.models import Document
from birlik.base.registry.models import Structure
from birlik.base.registry.queries import existing_on
from birlik.base.values.actor import Actor
from birlik.base.values.clock import day_of
from birlik.base.values.local_text import LocalText
from birlik.base.values.refused import RefusedError
from birlik.domains.accreditation import refusals
from birlik.domains.accreditation.actions.steps import take_step
from birlik.domains.accreditation.models import Application, AttachedPaper, Round, Step
from birlik.domains.accreditation.queries.applications import (
    applied_in,
    branches_of,
    last_certificate,
    missing_papers,
)
from birlik.domains.accreditation.rules.applications import (
    accepts,
    may_apply_for,
    may_withdraw,
    may_write,
)
from birlik.domains.accreditation.rules.norms import codes
from birlik.domains.accreditation.rules.reach import applies


@dataclass(frozen=True, slots=True)
class PaperHead:
    """The number and day of an application that came on paper."""

    number: str
    dated_on: date


@action(
    "application.begun",
    may=may_apply_for,
    label=LocalText("Аккредиттеуге өтініш басталды", "Начато заявление", "Application begun"),
    withheld=("paper",),
)
def begin_application(
    by: Actor,
    structure: Structure,
    /,
    *,
    at: datetime,
    round_: Round,
    paper: PaperHead | None = None,
) -> Application:
    """Begin an association's application in a round; `paper` where it came on paper. It lists all
    branches of today, and refers to the last certificate.

    Raises `RefusedError` for a body that is not accredited or has an application in the round, for
    a day on which the round takes none, and where the paper is not named by who enters it.
    """
    on = day_of(at)
    refuse_unfit(by, structure, round_, paper, on)
    made = Application.objects.create(
        round=round_,
        structure=structure,
        paper_number=paper.number if paper else "",
        paper_on=paper.dated_on if paper else None,
        renews=last_certificate([structure.pk]).get(structure.pk),
        begun_at=at,
        by_id=by.appointment_id,
    )
    made.branches.set(branches_of(structure, on=on))
    note(application=made.pk, round=round_, on_paper=paper is not None)
    return made


def refuse_unfit(
    by: Actor, structure: Structure, round_: Round, paper: PaperHead | None, on: date
) -> None:
    """Raise `RefusedError` where an application cannot begin; see `begin_application`."""
    exists = Structure.objects.filter(existing_on(on), pk=structure.pk).exists()
    fit = exists and structure.kind in codes("bodies", on) and structure.duplicate_of_id is None
    named = paper is not None and bool(paper.number.strip())
    outside = paper is not None and not (accepts(round_, paper.dated_on) and paper.dated_on <= on)
    objections = (
        (not fit, refusals.NOT_AN_ASSOCIATION),
        (not applies(by, structure) and paper is None, refusals.PAPER_DETAILS),
        (paper is not None and not named, refusals.PAPER_DETAILS),
        (outside, refusals.PAPER_DAY),
        (paper is None and not accepts(round_, on), refusals.CLOSED_ROUND),
        (structure.pk in applied_in(round_), refusals.APPLIED),
    )
    for holds, reason in objections:
        if holds:
            raise RefusedError(reason)


@action(
    "application.written",
    may=may_write,
    label=LocalText("Өтініш жазылды", "Заявление записано", "Application written"),
    digested=("statement",),
)
def write_application(
    _by: Actor,
    application: Application,
    /,
    *,
    at: datetime,
    statement: str,
    branches: Collection[int],
) -> None:
    """Put the statement and the branches, by number. Raises `RefusedError` for a body that is no
    branch of the association."""
    known = {one.pk for one in branches_of(application.structure, on=day_of(at))}
    if not known.issuperset(branches):
        raise RefusedError(refusals.NO_BRANCH)
    application.statement = statement
    application.save(update_fields=["statement"])
    application.branches.set(branches)


@action(
    "application.paper_attached",
    may=may_write,
    label=LocalText("Өтінішке құжат қосылды", "К заявлению приложен документ", "Paper attached"),
    withheld=("file",),
)
def attach_paper(
    by: Actor,
    application: Application,
    /,
    *,
    at: datetime,
    item: str,
    file: BroughtFile | None = None,
) -> AttachedPaper:
    """Attach a paper of the checklist: a file whose content was checked, or, to an application on
    paper, none. Raises `RefusedError` for an unknown item, and for a lacking file."""
    if item not in codes("checklist", application.round.opened_on):
        raise RefusedError(refusals.UNKNOWN_ITEM)
    if file is None and not application.on_paper:
        raise RefusedError(refusals.ONLY_ON_PAPER)
    document = stored(by, file, at=at) if file else None
    made = AttachedPaper.objects.create(
        application=application,
        item=item,
        document=document,
        title=file.title[:200] if file else "",
        attached_at=at,
        by_id=by.appointment_id,
    )
    note(paper=made.pk, digest=document.digest if document else "")
    return made


def stored(by: Actor, file: BroughtFile, *, at: datetime) -> Document:
    """The bytes of a paper, kept by their digest."""
    return store_document(
        by,
        None,
        at=at,
        name=file.title[:200],
        media_type=file.media_type,
        content=file.content,
    )


@action(
    "application.paper_removed",
    may=may_write,
    label=LocalText("Өтініштен құжат алынды", "Документ убран из заявления", "Paper removed"),
)
def remove_paper(_by: Actor, application: Application, /, *, at: datetime, paper: int) -> None:
    """Take out a paper that was not submitted yet. Raises `RefusedError` for one that was, and for
    one of another application."""
    last = application.steps.filter(kind="submitted").order_by("-at").first()
    found = AttachedPaper.objects.filter(application=application, pk=paper)
    if last is not None:
        found = found.filter(attached_at__gt=last.at)
    removed, _kinds = found.delete()
    if not removed:
        raise RefusedError(refusals.SENT_PAPER)


@action(
    "application.submitted",
    may=may_write,
    label=LocalText("Аккредиттеуге өтініш берілді", "Заявление подано", "Application submitted"),
)
def submit_application(by: Actor, application: Application, /, *, at: datetime) -> Step:
    """Submit an application, also anew after it was returned. Raises `RefusedError` while papers
    of the checklist are missing; what lacks in one on paper, the secretary sees and returns."""
    if not application.on_paper and missing_papers(application):
        raise RefusedError(refusals.PAPERS_MISSING)
    return take_step(by, application, "submitted", at=at)


@action(
    "application.withdrawn",
    may=may_withdraw,
    label=LocalText("Өтініш кері алынды", "Заявление отозвано", "Application withdrawn"),
)
def withdraw_application(by: Actor, application: Application, /, *, at: datetime) -> Step:
    """Take an application back."""
    return take_step(by, application, "withdrawn", at=at)
