"""The course of a draft: versions, submission, approval, and the text that was adopted."""

from collections.abc import Mapping
from datetime import date, datetime
from hashlib import sha256

from django.db.models import Max

from birlik.base.journal.action import action, announce, note
from birlik.base.journal.engine.chain import canonical
from birlik.base.records.engine.draft_record import to_record
from birlik.base.records.models import Act
from birlik.base.values.actor import Actor
from birlik.base.values.local_text import LocalText
from birlik.base.values.refused import RefusedError
from birlik.domains.drafting.facts import DraftApproved, DraftReopened, DraftSubmitted
from birlik.domains.drafting.models import DraftVersion, PlanDraft
from birlik.domains.drafting.queries.drafts import content_of
from birlik.domains.drafting.refusals import ACT_TAKEN
from birlik.domains.drafting.rules import (
    may_approve,
    may_freeze,
    may_reopen,
    may_submit,
    may_tie,
)

State = PlanDraft.State


@action(
    "plan_draft.version_kept",
    may=may_freeze,
    label=LocalText(
        "Жоспар жобасының нұсқасы сақталды",
        "Сохранена версия проекта плана",
        "Version of a draft kept",
    ),
    withheld=("words",),
)
def freeze_version(
    by: Actor, draft: PlanDraft, /, *, at: datetime, words: str = ""
) -> DraftVersion:
    """Keep the draft as it stands; `words` say what the version is. One that says the same as the
    last is that one."""
    made = keep_version(by, draft, at=at, words=words)
    note(version=made.number, digest=made.digest)
    return made


def keep_version(by: Actor, draft: PlanDraft, *, at: datetime, words: str = "") -> DraftVersion:
    """The version of a draft as it stands, made where the last one says something else."""
    content = to_record(content_of(draft))
    digest = sha256(canonical(content).encode()).hexdigest()
    last = draft.versions.first()
    if last is not None and last.digest == digest:
        return last
    number = (draft.versions.aggregate(last=Max("number"))["last"] or 0) + 1
    return DraftVersion.objects.create(
        draft=draft,
        number=number,
        content=content,
        digest=digest,
        words=words,
        frozen_at=at,
        by_id=by.appointment_id,
    )


@action(
    "plan_draft.submitted",
    may=may_submit,
    label=LocalText(
        "Жоспар жобасы бекітуге ұсынылды",
        "Проект плана внесен на утверждение",
        "Draft submitted for approval",
    ),
)
def submit_draft(by: Actor, draft: PlanDraft, /, *, at: datetime) -> None:
    """Submit a draft for approval; what is submitted is kept as a version."""
    version = keep_version(by, draft, at=at)
    move(draft, State.SUBMITTED)
    note(version=version.number, digest=version.digest)
    announce(DraftSubmitted(draft.pk))


@action(
    "plan_draft.reopened",
    may=may_reopen,
    label=LocalText(
        "Жоспар жобасы пысықтауға қайтарылды",
        "Проект плана возвращен на доработку",
        "Draft returned for more work",
    ),
    withheld=("reason",),
)
def reopen_draft(_by: Actor, draft: PlanDraft, /, *, at: datetime, reason: str) -> None:
    """Give a submitted draft back to those who write it, with the reason."""
    draft.returned = reason
    move(draft, State.DRAFT, "returned")
    announce(DraftReopened(draft.pk))


@action(
    "plan_draft.approved",
    may=may_approve,
    label=LocalText("Жоспар бекітілді", "План утвержден", "Plan approved"),
)
def approve_draft(
    by: Actor, draft: PlanDraft, /, *, at: datetime, number: str, adopted_on: date
) -> None:
    """Approve a regional plan, or record that the Government approved the national one, by a paper
    of that number and day."""
    version = keep_version(by, draft, at=at)
    draft.number, draft.adopted_on = number, adopted_on
    move(draft, State.APPROVED, "number", "adopted_on")
    note(version=version.number, digest=version.digest)
    announce(DraftApproved(draft.pk))


@action(
    "plan_draft.adopted",
    may=may_tie,
    label=LocalText(
        "Қабылданған мәтін жоспар жобасымен байланыстырылды",
        "Принятый текст связан с проектом плана",
        "Adopted text tied to its draft",
    ),
)
def tie_act(
    _by: Actor, draft: PlanDraft, /, *, at: datetime, act: Act, points: Mapping[int, int]
) -> None:
    """Tie the adopted act to its draft; `points` are measure → provision, so that the tasks which a
    measure covers are known of the duty that it became. Raises `RefusedError` for an act that is
    tied to another draft."""
    if PlanDraft.objects.filter(act=act).exclude(pk=draft.pk).exists():
        raise RefusedError(ACT_TAKEN)
    for measure in draft.measures.filter(pk__in=points):
        measure.point_id = points[measure.pk]
        measure.save(update_fields=["point"])
    draft.act = act
    move(draft, State.ADOPTED, "act")


def move(draft: PlanDraft, state: PlanDraft.State, *fields: str) -> None:
    """Put a draft into a state, with what else of it changed."""
    draft.state = state
    draft.save(update_fields=["state", *fields])
