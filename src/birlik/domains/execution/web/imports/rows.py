"""Mending a reading in place: its head, its rows, and what a deadline means while it is typed."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from birlik.base.records.actions import (
    ChangedMeanwhileError,
    amend_head,
    amend_row,
    confirm_row,
)
from birlik.base.records.engine.amendment import (
    UnknownMeasureError,
    doubtful_count,
    head_version,
    measure_of,
    version_of,
)
from birlik.base.records.engine.draft import ActDraft, MeasureDraft
from birlik.base.records.models import ActReading
from birlik.base.records.queries.acts import kinds_of_act
from birlik.base.records.queries.readings import draft_of, reading
from birlik.base.records.rules import may_open_import
from birlik.base.ui.language import reader_language
from birlik.base.ui.pages import ActorRequest, now, page
from birlik.base.values.clock import day_of
from birlik.base.values.local_text import Language
from birlik.domains.execution.web.imports.check import ROWS
from birlik.domains.execution.web.imports.forms import (
    ExecutorForms,
    HeadForm,
    MeasureForm,
    executors_entered,
    executors_shown,
)
from birlik.domains.execution.web.imports.shown import shown_measure
from birlik.domains.execution.web.imports.spoken import read_words, spoken


def row_of(pk: int, number: str) -> tuple[ActReading, ActDraft, MeasureDraft]:
    """A reading with its draft and one of its measures; not found when there is no such row."""
    found = reading(pk)
    if found is None or not found.draft:
        raise Http404
    draft = draft_of(found)
    try:
        return found, draft, measure_of(draft, number)
    except UnknownMeasureError as error:
        raise Http404 from error


@page(
    "reading_row",
    "imports/<int:pk>/measures/<str:number>/",
    title=_("Measure as read"),
    may=may_open_import,
    section="acts",
)
def row_page(request: ActorRequest, *, pk: int, number: str) -> HttpResponse:
    """A row's form, and its row again once it was accepted; `?closed` shows the row as it is."""
    found, draft, measure = row_of(pk, number)
    if request.method == "POST":
        return receive_row(request, found, draft, measure)
    if "closed" in request.GET:
        return answer_row(request, found, number)
    form = MeasureForm(initial={**MeasureForm.shows(measure), "version": version_of(measure)})
    lines = ExecutorForms(initial=executors_shown(measure))
    return show_form(request, found, measure, form=form, lines=lines)


def receive_row(
    request: ActorRequest, found: ActReading, draft: ActDraft, measure: MeasureDraft
) -> HttpResponse:
    """Amend the row as entered; say what is wrong, or that another person changed it meanwhile."""
    form = MeasureForm(request.POST)
    lines = ExecutorForms(request.POST, initial=executors_shown(measure))
    if not (form.is_valid() and lines.is_valid()):
        return show_form(request, found, measure, form=form, lines=lines, status=422)
    words = form.words(executors_entered(lines), draft.language)
    version = form.cleaned_data["version"]
    try:
        amend_row(
            request.actor, found, at=now(), number=measure.number, version=version, words=words
        )
    except ChangedMeanwhileError:
        return show_conflict(request, found.pk, measure.number)
    return answer_row(request, found, measure.number)


def show_conflict(request: ActorRequest, pk: int, number: str) -> HttpResponse:
    """The form with what this person entered, beside what the other one has kept meanwhile."""
    found, _draft, measure = row_of(pk, number)
    entered = request.POST.copy()
    entered["version"] = version_of(measure)
    form = MeasureForm(entered)
    lines = ExecutorForms(entered, initial=executors_shown(measure))
    return show_form(request, found, measure, form=form, lines=lines, status=409)


def show_form(
    request: ActorRequest,
    found: ActReading,
    measure: MeasureDraft,
    *,
    form: MeasureForm,
    lines: Any,
    status: int = 200,
) -> HttpResponse:
    """The row's form: in the place of the row, or on a page of its own without scripts."""
    template = "row_form.html" if vars(request)["htmx"] else "row_page.html"
    schedule = form.data.get("deadline", measure.deadline) if form.is_bound else measure.deadline
    context = {
        "reading": found,
        "row": shown_measure(measure, found.text),
        "form": form,
        "lines": lines,
        "conflict": status == 409,
        "meaning": spoken(read_words(schedule, draft_of(found).language)[0]),
    }
    return render(request, f"execution/imports/{template}", context, status=status)


def answer_row(request: ActorRequest, found: ActReading, number: str) -> HttpResponse:
    """The row as it is now, with the count of doubts; without scripts, the list at that row."""
    fresh, draft, measure = row_of(found.pk, number)
    row = shown_measure(measure, fresh.text)
    if not vars(request)["htmx"]:
        leaf = draft.measures.index(measure) // ROWS + 1
        address = reverse("reading", kwargs={"pk": found.pk})
        return redirect(f"{address}?page={leaf}#{row.anchor}")
    context = {
        "reading": fresh,
        "row": row,
        "doubts": doubtful_count(draft),
        "counted": True,
    }
    return render(request, "execution/imports/row.html", context)


@page(
    "reading_row_right",
    "imports/<int:pk>/measures/<str:number>/right/",
    title=_("The row is right"),
    may=may_open_import,
    section="acts",
)
def row_right_page(request: ActorRequest, *, pk: int, number: str) -> HttpResponse:
    """Vouch for every cell of a row as it stands."""
    found, _draft, _measure = row_of(pk, number)
    if request.method == "POST":
        version = request.POST.get("version", "")
        confirm_row(request.actor, found, at=now(), number=number, version=version)
    return answer_row(request, found, number)


@page(
    "reading_head",
    "imports/<int:pk>/head/",
    title=_("Head of the act"),
    may=may_open_import,
    section="acts",
)
def head_page(request: ActorRequest, *, pk: int) -> HttpResponse:
    """The form of the act's head."""
    found = reading(pk)
    if found is None or not found.draft:
        raise Http404
    draft = draft_of(found)
    names = kinds_of_act(on=draft.adopted_on or day_of(now()))
    kinds = [(code, name.get(reader_language())) for code, name in names.items()]
    shown = {**HeadForm.shows(draft), "version": head_version(draft)}
    form = HeadForm(request.POST or None, initial=shown, kinds=kinds)
    if request.method == "POST" and form.is_valid():
        version = form.cleaned_data["version"]
        amend_head(request.actor, found, at=now(), version=version, words=form.words())
        return redirect("reading", pk=pk)
    status = 422 if form.errors else 200
    context = {"reading": found, "form": form}
    return render(request, "execution/imports/head.html", context, status=status)


@page(
    "deadline_words",
    "imports/deadline/",
    title=_("Deadline in plain words"),
    may=may_open_import,
    section="acts",
)
def deadline_page(request: ActorRequest) -> HttpResponse:
    """What the words of a deadline mean, while they are typed."""
    text = request.GET.get("deadline", "")[:400]
    language: Language = "ru" if request.GET.get("language") == "ru" else "kk"
    schedule, certain = read_words(text, language)
    context = {"meaning": spoken(schedule), "certain": certain, "text": text}
    return render(request, "execution/imports/meaning.html", context)
