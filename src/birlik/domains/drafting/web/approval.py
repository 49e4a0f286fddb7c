"""Submission and approval of a draft."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from birlik.base.ui.pages import ActorRequest, now, page
from birlik.domains.drafting.actions import approve_draft, reopen_draft, submit_draft
from birlik.domains.drafting.engine.check import check
from birlik.domains.drafting.models import PlanDraft
from birlik.domains.drafting.queries.agreement import unanswered_remarks
from birlik.domains.drafting.queries.drafts import answers, content_of
from birlik.domains.drafting.rules import (
    may_approve,
    may_open_drafts,
    may_reopen,
    may_write,
)
from birlik.domains.drafting.web.forms import ApproveForm, ReopenForm
from birlik.domains.drafting.web.shown import found_or_refuse, head_of, sent

Done = HttpResponse | None


def submitted(request: ActorRequest, draft: PlanDraft) -> Done:
    """Submit the draft."""
    submit_draft(request.actor, draft, at=now())
    messages.success(request, gettext("The draft was submitted for approval."))
    return redirect("plan_draft_approval", pk=draft.pk)


def reopened(request: ActorRequest, draft: PlanDraft) -> Done:
    """Give the draft back, when the reason is written."""
    form = ReopenForm(request.POST)
    if not form.is_valid():
        return None
    reopen_draft(request.actor, draft, at=now(), reason=form.cleaned_data["reason"])
    messages.success(request, gettext("The draft was given back."))
    return redirect("plan_draft_approval", pk=draft.pk)


def approved(request: ActorRequest, draft: PlanDraft) -> Done:
    """Approve the plan, when its paper is named."""
    form = ApproveForm(request.POST)
    if not form.is_valid():
        return None
    clean = form.cleaned_data
    approve_draft(
        request.actor, draft, at=now(), number=clean["number"], adopted_on=clean["adopted_on"]
    )
    messages.success(request, gettext("The plan is approved. Now its adopted text can come in."))
    return redirect("plan_draft_approval", pk=draft.pk)


VERBS: dict[str, Callable[[ActorRequest, PlanDraft], Done]] = {
    "submit": submitted,
    "reopen": reopened,
    "approve": approved,
}


@page(
    "plan_draft_approval",
    "plan-drafts/<int:pk>/approval/",
    title=_("Approval of the plan"),
    may=may_open_drafts,
    section="drafts",
)
def approval(request: ActorRequest, pk: int) -> HttpResponse:
    """What still stands against submission, and the verbs that the state and the office allow."""
    found, at, actor = found_or_refuse(request, pk), now(), request.actor
    verb = request.POST.get("do", "")
    if request.method == "POST" and verb in VERBS and (done := VERBS[verb](request, found)):
        return done
    typed = sent(request)
    asked, answered = answers([found])[found.pk]
    content = content_of(found)
    context = {
        **head_of(request, found),
        "may_submit": bool(content.measures and may_write(actor, found, at)),
        "reopen": ReopenForm(typed if verb == "reopen" else None)
        if may_reopen(actor, found, at)
        else None,
        "approve": ApproveForm(typed if verb == "approve" else None)
        if may_approve(actor, found, at)
        else None,
        "findings": len(check(content)),
        "silent": asked - answered,
        "asked": asked,
        "unanswered": unanswered_remarks(found),
    }
    status = 422 if typed else 200
    return render(request, "drafting/approval.html", context, status=status)
