"""The pages on which measures and tasks are written."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from birlik.base.ui.pages import ActorRequest, now, page
from birlik.base.values.deadline import read_deadline
from birlik.base.values.local_text import LocalText
from birlik.base.values.refused import require
from birlik.domains.drafting.actions import amend_task, withdraw_measure, write_measure
from birlik.domains.drafting.engine.check import of_measure
from birlik.domains.drafting.engine.content import PLAN_LANGUAGES, DraftContent, MeasureRow
from birlik.domains.drafting.models import DraftMeasure, PlanDraft
from birlik.domains.drafting.queries.agreement import differences_of
from birlik.domains.drafting.queries.drafts import content_of, measures_of
from birlik.domains.drafting.rules import may_open_drafts, may_open_writing, may_write
from birlik.domains.drafting.web.forms import MeasureForm, TaskForm
from birlik.domains.drafting.web.shown import (
    ANSWERS,
    SEVERITIES,
    deadline_meaning,
    found_or_refuse,
    head_of,
    sent,
)


def form_of(
    request: ActorRequest, content: DraftContent, initial: dict[str, object]
) -> MeasureForm:
    """The form of a measure with the tasks and indicators of a draft."""
    return MeasureForm(
        sent(request),
        tasks=content.tasks,
        indicators=content.indicators,
        initial=initial,
    )


@page(
    "plan_draft_measure_new",
    "plan-drafts/<int:pk>/measures/new/",
    title=_("New measure"),
    may=may_open_writing,
    section="drafts",
)
def measure_new(request: ActorRequest, pk: int) -> HttpResponse:
    """A measure is written; one begun from a task covers that task."""
    found = found_or_refuse(request, pk)
    require(may_write(request.actor, found, now()))
    content = content_of(found)
    begun = request.GET.get("task", "")
    task = next((one for one in content.tasks if one.number == begun and one.direction), None)
    initial: dict[str, object] = (
        {"direction": task.direction, "tasks": [task.number]} if task else {}
    )
    form = form_of(request, content, initial)
    if request.method == "POST" and form.is_valid():
        write_measure(request.actor, found, at=now(), words=form.words())
        messages.success(request, gettext("The measure was added."))
        return redirect("plan_draft_matrix" if task else "plan_draft", pk=pk)
    context = {**head_of(request, found), "form": form, "task": task}
    status = 422 if form.errors else 200
    return render(request, "drafting/measure.html", context, status=status)


@page(
    "plan_draft_measure",
    "plan-drafts/<int:pk>/measures/<int:key>/",
    title=_("Measure of the draft"),
    may=may_open_drafts,
    section="drafts",
)
def measure(request: ActorRequest, pk: int, key: int) -> HttpResponse:
    """A measure: its words, what is to be clarified, what the bodies say of it, and its form for
    who writes the draft."""
    found = found_or_refuse(request, pk)
    content = content_of(found)
    row = next((one for one in content.measures if one.key == key), None)
    if row is None:
        raise Http404
    form = form_of(request, content, MeasureForm.of(row))
    if request.method == "POST" and form.is_valid():
        write_measure(
            request.actor, found, at=now(), words=form.words(), measure=measure_named(found, key)
        )
        messages.success(request, gettext("The measure was saved."))
        return redirect("plan_draft_measure", pk=pk, key=key)
    return shown(request, found, content, row, form)


def shown(
    request: ActorRequest,
    found: PlanDraft,
    content: DraftContent,
    row: MeasureRow,
    form: MeasureForm,
) -> HttpResponse:
    """The page of a measure."""
    context = {
        **head_of(request, found),
        "form": form,
        "row": row,
        "meaning": deadline_meaning(row.deadline),
        "findings": list(of_measure(row, content)),
        "severities": SEVERITIES,
        "differences": [one for one in differences_of(found) if one.measure_id == row.key],
        "answers": ANSWERS,
        "covers": [one for one in content.tasks if one.number in row.tasks],
        "serves": [one for one in content.indicators if one.key in row.indicators],
    }
    status = 422 if form.errors else 200
    return render(request, "drafting/measure.html", context, status=status)


def measure_named(found: PlanDraft, key: int) -> DraftMeasure:
    """A measure that stands in a draft. Raises Http404 where there is none."""
    for one in measures_of(found):
        if one.pk == key:
            return one
    raise Http404


@page(
    "plan_draft_withdraw",
    "plan-drafts/<int:pk>/measures/<int:key>/withdraw/",
    title=_("Withdraw a measure"),
    may=may_open_writing,
    section="drafts",
)
def withdraw(request: ActorRequest, pk: int, key: int) -> HttpResponse:
    """Take a measure out of the draft."""
    found = found_or_refuse(request, pk)
    one = measure_named(found, key)
    if request.method != "POST":
        return redirect("plan_draft_measure", pk=pk, key=key)
    withdraw_measure(request.actor, found, at=now(), measure=one)
    messages.success(request, gettext("The measure was taken out of the draft."))
    return redirect("plan_draft", pk=pk)


@page(
    "plan_draft_task",
    "plan-drafts/<int:pk>/tasks/<str:number>/",
    title=_("Task of the concept"),
    may=may_open_writing,
    section="drafts",
)
def task(request: ActorRequest, pk: int, number: str) -> HttpResponse:
    """The words of a direction or task, as a person mends what was read."""
    found = found_or_refuse(request, pk)
    require(may_write(request.actor, found, now()))
    content = content_of(found)
    row = next((one for one in content.tasks if one.number == number), None)
    if row is None:
        raise Http404
    initial = {"title_kk": row.title.kk, "title_ru": row.title.ru}
    form = TaskForm(sent(request), initial=initial)
    if request.method == "POST" and form.is_valid():
        title = LocalText(form.cleaned_data["title_kk"], form.cleaned_data["title_ru"])
        amend_task(
            request.actor, found, at=now(), number=number, title=title, direction=row.direction
        )
        messages.success(request, gettext("The task was saved."))
        return redirect("plan_draft_matrix", pk=pk)
    context = {**head_of(request, found), "form": form, "row": row}
    return render(request, "drafting/task.html", context, status=422 if form.errors else 200)


@page(
    "plan_draft_deadline",
    "plan-drafts/deadline/",
    title=_("Deadline in plain words"),
    may=may_open_writing,
    section="drafts",
)
def deadline(request: ActorRequest) -> HttpResponse:
    """What the words of a deadline mean, while they are typed."""
    typed = {code: request.GET.get(f"deadline_{code}", "")[:400] for code in PLAN_LANGUAGES}
    words = LocalText(**typed)
    read = [
        read_deadline(typed[code], code).schedule is not None
        for code in PLAN_LANGUAGES
        if typed[code].strip()
    ]
    context = {"meaning": deadline_meaning(words), "typed": bool(read), "unread": not all(read)}
    return render(request, "drafting/meaning.html", context)
