"""What every page of a draft shows: its head, its tabs, its state in words."""

from django.http import Http404, QueryDict
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from birlik.base.ui.language import reader_language
from birlik.base.ui.pages import ActorRequest, now
from birlik.base.values.deadline import read_deadline
from birlik.base.values.local_text import LocalText
from birlik.base.values.refused import require
from birlik.base.values.schedule_words import in_words
from birlik.domains.drafting.models import Agreement, Difference, PlanDraft
from birlik.domains.drafting.queries.drafts import draft_known
from birlik.domains.drafting.rules import may_see_draft, may_write, writes

State, Stance, Answer = PlanDraft.State, Agreement.Stance, Difference.Answer
Pills = dict[str, tuple[str, str | Promise]]

STATES: Pills = {
    State.DRAFT: ("todo", _("being written")),
    State.AGREEING: ("wait", _("in agreement")),
    State.SUBMITTED: ("open", _("submitted for approval")),
    State.APPROVED: ("ok", _("approved")),
    State.ADOPTED: ("ok", _("adopted, under control")),
}
STANCES: Pills = {
    Stance.NONE: ("wait", _("no answer yet")),
    Stance.AGREED: ("ok", _("agreed")),
    Stance.REMARKS: ("warn", _("agreed with remarks")),
    Stance.DISAGREED: ("late", _("disagreed")),
}
ANSWERS: Pills = {
    Answer.NONE: ("wait", _("waits for the drafter")),
    Answer.TAKEN: ("ok", _("taken over")),
    Answer.DECLINED: ("late", _("declined")),
}
SEVERITIES: Pills = {
    "error": ("late", _("must be mended")),
    "warning": ("warn", _("to be clarified")),
    "question": ("todo", _("question")),
}
TABS = (
    ("plan_draft", _("Measures")),
    ("plan_draft_matrix", _("Coverage of tasks")),
    ("plan_draft_check", _("Check")),
    ("plan_draft_agreement", _("Agreement")),
    ("plan_draft_versions", _("Versions")),
    ("plan_draft_approval", _("Approval")),
    ("plan_draft_adopted", _("Adopted text")),
)


def sent(request: ActorRequest) -> QueryDict | None:
    """What a form was sent with; None where the page is only looked at."""
    return request.POST if request.method == "POST" else None


def found_or_refuse(request: ActorRequest, pk: int) -> PlanDraft:
    """A draft that the reader sees. Raises `RefusedError` for one that is foreign or unknown, and
    Http404 for an unknown one where the reader sees every draft."""
    found = draft_known(pk)
    require(may_see_draft(request.actor, found, now()))
    if found is None:
        raise Http404
    return found


def head_of(request: ActorRequest, draft: PlanDraft) -> dict[str, object]:
    """The context that the head of every page of a draft takes."""
    tabs = [(reverse(name, kwargs={"pk": draft.pk}), title, name) for name, title in TABS]
    writing = writes(request.actor, draft)
    shown = [tab for tab in tabs if writing or tab[2] != "plan_draft_adopted" or draft.act_id]
    return {
        "draft": draft,
        "tabs": shown,
        "states": STATES,
        "writing": writing,
        "may_write": bool(may_write(request.actor, draft, now())),
    }


def deadline_meaning(words: LocalText) -> str:
    """A deadline in plain words in the reader's language; '' where it cannot be read, or where that
    would only say it again."""
    reader = reader_language()
    spoken = words.language_shown(reader)
    schedule = read_deadline(words.get(reader), spoken).schedule if spoken else None
    said = in_words(schedule).get(reader) if schedule else ""
    return "" if said == words.get(reader) else said
