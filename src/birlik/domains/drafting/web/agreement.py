"""The agreement: who was asked and what they say, a body's answer, the drafter's reply."""

from datetime import timedelta

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from birlik.base.ui.language import reader_language
from birlik.base.ui.pages import ActorRequest, now, page
from birlik.base.values.clock import day_of
from birlik.base.values.refused import RefusedError, require
from birlik.domains.drafting.actions import answer_agreement, ask_agreement, reply_difference
from birlik.domains.drafting.queries import agreement as found_agreements
from birlik.domains.drafting.queries.drafts import measures_of
from birlik.domains.drafting.queries.norms import norms
from birlik.domains.drafting.rules import (
    may_answer,
    may_ask_agreement,
    may_open_answering,
    may_open_drafts,
    may_open_writing,
    may_write,
    own_bodies,
    writes,
)
from birlik.domains.drafting.web.forms import AnswerForm, AskForm, ReplyForm
from birlik.domains.drafting.web.shown import (
    ANSWERS,
    STANCES,
    deadline_meaning,
    found_or_refuse,
    head_of,
    sent,
)


@page(
    "plan_draft_agreement",
    "plan-drafts/<int:pk>/agreement/",
    title=_("Agreement of the executors"),
    may=may_open_drafts,
    section="drafts",
)
def agreement(request: ActorRequest, pk: int) -> HttpResponse:
    """Who was asked, who has not answered, and the table of differences; from here the draft is
    sent for agreement."""
    found, at = found_or_refuse(request, pk), now()
    today = day_of(at)
    days = norms().norm("agreement_days", today).whole_number()
    form = AskForm(sent(request), today=today, initial={"agree_by": today + timedelta(days=days)})
    if request.method == "POST" and form.is_valid():
        many = ask_agreement(request.actor, found, at=at, agree_by=form.cleaned_data["agree_by"])
        messages.success(request, gettext("Bodies asked: %(many)s.") % {"many": many})
        return redirect("plan_draft_agreement", pk=pk)
    asked = list(found_agreements.agreements_of(found)) if found.round else []
    own = own_bodies(request.actor, at)
    numbers = {one.pk: number for number, one in enumerate(measures_of(found), start=1)}
    wanted = request.GET.get("stance")
    context = {
        **head_of(request, found),
        "form": form if may_ask_agreement(request.actor, found, at) else None,
        "asked": [one for one in asked if wanted in (None, one.stance or "none")],
        "counts": [
            (code or "none", words, sum(one.stance == code for one in asked))
            for code, (_tone, words) in STANCES.items()
        ],
        "many": len(asked),
        "late": found.agree_by is not None and found.agree_by < today,
        "stances": STANCES,
        "answers": ANSWERS,
        "own": own,
        "differences": [
            (one, numbers.get(one.measure_id or 0))
            for one in found_agreements.differences_of(found)
        ],
    }
    status = 422 if form.errors else 200
    return render(request, "drafting/agreement.html", context, status=status)


@page(
    "plan_draft_answer",
    "plan-drafts/<int:pk>/agreements/<int:key>/",
    title=_("Answer of a body"),
    may=may_open_answering,
    section="drafts",
)
def answer(request: ActorRequest, pk: int, key: int) -> HttpResponse:
    """The measures that name a body, and its answer: a remark and a wording for each."""
    found, at = found_or_refuse(request, pk), now()
    asked = found_agreements.agreement_known(key)
    if asked is None or asked.draft_id != found.pk:
        raise Http404
    allowed = may_answer(request.actor, asked, at)
    own = asked.structure_id in own_bodies(request.actor, at)
    if not own and not writes(request.actor, found):
        require(allowed)
    measures = found_agreements.measures_of_body(found, asked.structure)
    form = AnswerForm(sent(request), measures=[one.pk for _number, one in measures])
    if own:
        del form.fields["by_letter"]
    if request.method == "POST" and form.is_valid():
        try:
            answer_agreement(
                request.actor,
                asked,
                at=at,
                stance=form.cleaned_data["stance"],
                remarks=form.remarks(),
                by_letter=form.cleaned_data.get("by_letter", ""),
            )
        except RefusedError as refusal:
            form.add_error(None, refusal.reason.get(reader_language()))
        else:
            messages.success(request, gettext("The answer was sent to those who write the plan."))
            return redirect("plan_draft_answer", pk=pk, key=key)
    context = {
        **head_of(request, found),
        "asked": asked,
        "form": form if allowed else None,
        "why": allowed.reason,
        "rows": [
            (number, one, deadline_meaning(found_agreements.deadline_words(one)), form.pair(one.pk))
            for number, one in measures
        ],
        "whole": form.pair("all"),
        "said": list(asked.differences.all()),
        "numbers": {one.pk: number for number, one in measures},
        "stances": STANCES,
        "answers": ANSWERS,
    }
    status = 422 if form.errors else 200
    return render(request, "drafting/answer.html", context, status=status)


@page(
    "plan_draft_reply",
    "plan-drafts/<int:pk>/differences/<int:key>/",
    title=_("Answer to a remark"),
    may=may_open_writing,
    section="drafts",
)
def reply(request: ActorRequest, pk: int, key: int) -> HttpResponse:
    """A remark beside the measure, and what the drafter does with it."""
    found = found_or_refuse(request, pk)
    require(may_write(request.actor, found, now()))
    one = found_agreements.difference_known(found, key)
    if one is None:
        raise Http404
    initial = {"taken": {"taken": "1", "declined": "0"}.get(one.answer, ""), "reply": one.reply}
    form = ReplyForm(sent(request), initial=initial)
    if request.method == "POST" and form.is_valid():
        clean = form.cleaned_data
        reply_difference(
            request.actor,
            found,
            at=now(),
            difference=one,
            taken=clean["taken"],
            reply=clean["reply"],
        )
        messages.success(request, gettext("The answer to the remark was saved."))
        return redirect("plan_draft_agreement", pk=pk)
    context = {**head_of(request, found), "form": form, "one": one}
    return render(request, "drafting/reply.html", context, status=422 if form.errors else 200)
