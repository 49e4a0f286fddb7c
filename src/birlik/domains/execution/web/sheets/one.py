"""The page of a sheet, and what is done about it beside filling it in."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from birlik.base.ui.pages import ActorRequest, now, page
from birlik.base.ui.templatetags.birlik import words
from birlik.base.values.local_text import LocalText
from birlik.base.values.refused import RefusedError
from birlik.domains.execution.actions.rounds.fill import NO_LETTER, add_row, answer_by_letter
from birlik.domains.execution.actions.rounds.take_up import take_up_contributions
from birlik.domains.execution.engine.rounds.columns import split_words
from birlik.domains.execution.queries.rounds.sheet import answers_of
from birlik.domains.execution.rules.sheets import (
    may_open_filling,
    may_open_letters,
    may_open_sheets,
)
from birlik.domains.execution.web.sheets.shown import seen_sheet, show


@page(
    "sheet", "sheets/<int:pk>/", title=_("Sheet to fill in"), may=may_open_sheets, section="sheets"
)
def sheet_page(request: ActorRequest, *, pk: int) -> HttpResponse:
    """A sheet with its rows, to be filled in or, when it was sent, to be read."""
    return show(request, seen_sheet(request, pk))


@page(
    "sheet_row",
    "sheets/<int:pk>/row/",
    title=_("Add a row"),
    may=may_open_filling,
    section="sheets",
)
def row(request: ActorRequest, *, pk: int) -> HttpResponse:
    """Add a row of the body's own."""
    sheet = seen_sheet(request, pk)
    if request.method != "POST":
        return redirect("sheet", pk=pk)
    title = LocalText(*split_words(request.POST.get("title", "")))
    try:
        add_row(request.actor, sheet, at=now(), title=title)
    except RefusedError as refusal:
        return show(request, sheet, refusal=refusal.reason, status=422)
    return redirect("sheet", pk=pk)


@page(
    "sheet_letter",
    "sheets/<int:pk>/letter/",
    title=_("Answer by letter"),
    may=may_open_letters,
    section="sheets",
)
def letter(request: ActorRequest, *, pk: int) -> HttpResponse:
    """Choose the registered letter by which the body answered."""
    sheet = seen_sheet(request, pk)
    if request.method != "POST":
        return redirect("sheet", pk=pk)
    chosen = request.POST.get("letter", "")
    found = next((one for one in answers_of(sheet) if str(one.pk) == chosen), None)
    if found is None:
        return show(request, sheet, refusal=NO_LETTER, status=422)
    answer_by_letter(request.actor, sheet, at=now(), letter=found)
    messages.success(request, gettext("The letter is chosen. Now enter what it says."))
    return redirect("sheet", pk=pk)


@page(
    "sheet_take_up",
    "sheets/<int:pk>/take-up/",
    title=_("Take up contributions"),
    may=may_open_filling,
    section="sheets",
)
def take_up(request: ActorRequest, *, pk: int) -> HttpResponseRedirect:
    """Put what contributors sent into the rows of the lead."""
    sheet = seen_sheet(request, pk)
    if request.method == "POST":
        try:
            count = take_up_contributions(request.actor, sheet, at=now())
        except RefusedError as refusal:
            messages.error(request, words(refusal.reason))
        else:
            told = gettext("Contributions taken up: %(count)s. Check the texts and the sums.")
            messages.success(request, told % {"count": count})
    return redirect("sheet", pk=pk)
