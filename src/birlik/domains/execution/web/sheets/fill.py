"""Filling in a sheet and sending it: asked by the script while a person types, or by the buttons.

Without the script the whole form comes, with it the rows that changed. Either way a row carries the
marks of what stood there when it was begun, so that nobody overwrites what they have not seen.
"""

import re
from collections.abc import Mapping
from datetime import datetime

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from birlik.base.ui.pages import ActorRequest, now, page
from birlik.base.ui.templatetags.birlik import moment, words
from birlik.base.values.refused import RefusedError
from birlik.domains.execution.actions.rounds.fill import RowAnswer, RowEntry, fill_rows
from birlik.domains.execution.actions.rounds.send import UnreadySheetError, send_sheet
from birlik.domains.execution.engine.rounds.cells import shown_cell
from birlik.domains.execution.engine.rounds.columns import ColumnRow
from birlik.domains.execution.engine.rounds.merging import read_marks, told_marks
from birlik.domains.execution.models import Sheet
from birlik.domains.execution.queries.rounds.contributed import columns_of
from birlik.domains.execution.queries.rounds.sheet import filled_of
from birlik.domains.execution.rules.sheets import may_open_filling
from birlik.domains.execution.web.sheets.shown import MARKS, RowEntered, seen_sheet, show

PROGRAM = "application/json"
"""What the page's own script asks for."""

NAME = re.compile(r"(\d{1,18})-([-\w]{1,40}|@)", re.ASCII)


@page(
    "sheet_save",
    "sheets/<int:pk>/save/",
    title=_("Save the sheet"),
    may=may_open_filling,
    section="sheets",
)
def save(request: ActorRequest, *, pk: int) -> HttpResponse:
    """Keep what was entered so far."""
    sheet = seen_sheet(request, pk)
    by_script = request.headers.get("Accept") == PROGRAM
    if request.method != "POST":
        return redirect("sheet", pk=pk)
    rows = rows_in(request.POST)
    at = now()
    try:
        answers = fill_rows(request.actor, sheet, at=at, rows=rows)
    except RefusedError as refusal:
        if by_script:
            return JsonResponse({"reason": words(refusal.reason)}, status=403)
        return show(request, sheet, entered=kept_as_typed(rows), refusal=refusal.reason, status=422)
    if by_script:
        return JsonResponse(told(sheet, answers, at=at))
    entered = against(rows, answers)
    if entered:
        return show(request, sheet, entered=entered, status=422)
    messages.success(request, gettext("Everything entered is saved."))
    return redirect(f"{reverse('sheet', kwargs={'pk': pk})}?part={request.POST.get('part', '1')}")


@page(
    "sheet_send",
    "sheets/<int:pk>/send/",
    title=_("Send the sheet"),
    may=may_open_filling,
    section="sheets",
)
def send(request: ActorRequest, *, pk: int) -> HttpResponse:
    """Keep what was entered and send the sheet; whatever stands against it, all that could be read
    is kept."""
    sheet = seen_sheet(request, pk)
    if request.method != "POST":
        return redirect("sheet", pk=pk)
    rows = rows_in(request.POST)
    at = now()
    try:
        answers = fill_rows(request.actor, sheet, at=at, rows=rows)
        if entered := against(rows, answers):
            return show(request, sheet, entered=entered, status=422)
        reports = send_sheet(request.actor, sheet, at=at)
    except UnreadySheetError as unready:
        lacking = {number: RowEntered(lacks=why) for number, why in unready.faults.items()}
        current = seen_sheet(request, pk)
        return show(request, current, entered=lacking, refusal=unready.reason, status=422)
    except RefusedError as refusal:
        current = seen_sheet(request, pk)
        return show(
            request, current, entered=kept_as_typed(rows), refusal=refusal.reason, status=422
        )
    messages.success(request, sent_in_words(sheet, reports, at=at))
    return redirect("sheet", pk=pk)


def sent_in_words(sheet: Sheet, reports: int, *, at: datetime) -> str:
    """What is said when a sheet was sent."""
    told = [gettext("The sheet is sent.")]
    if reports:
        made = ngettext("%(count)s report was made of it.", "%(count)s reports were made of it.",
                        reports)  # fmt: skip
        told.append(made % {"count": reports})
    if at > sheet.round.due_at:
        late = gettext("The term was %(term)s: it counts as late.")
        told.append(late % {"term": moment(sheet.round.due_at)})
    return " ".join(told)


def rows_in(sent: Mapping[str, str]) -> dict[int, RowEntry]:
    """The rows of a form: the cells of each by their codes, and its marks."""
    cells: dict[int, dict[str, str]] = {}
    marks: dict[int, str] = {}
    for name, value in sent.items():
        if found := NAME.fullmatch(name):
            number, code = int(found[1]), found[2]
            if code == MARKS:
                marks[number] = value
            else:
                cells.setdefault(number, {})[code] = value
    return {
        number: RowEntry(row, read_marks(marks.get(number, ""))) for number, row in cells.items()
    }


def against(
    rows: Mapping[int, RowEntry], answers: Mapping[int, RowAnswer]
) -> dict[int, RowEntered]:
    """The rows of which a cell was not taken, with what was typed there."""
    found = {}
    for number, one in answers.items():
        there = {conflict.column: conflict.there for conflict in one.conflicts}
        typed = {code: str(rows[number].cells[code]) for code in {*there, *one.faults}}
        if typed:
            found[number] = RowEntered(typed, one.faults, there)
    return found


def kept_as_typed(rows: Mapping[int, RowEntry]) -> dict[int, RowEntered]:
    """The rows as they were typed, where none of them could be kept."""
    return {
        number: RowEntered({code: str(value) for code, value in row.cells.items()})
        for number, row in rows.items()
    }


def told(sheet: Sheet, answers: Mapping[int, RowAnswer], *, at: datetime) -> dict[str, object]:
    """What the page's script is told: each row's marks, and of its cells those not taken."""
    columns = {one.code: one for one in columns_of(sheet.round)}
    return {
        "at": moment(at).rpartition(" ")[2],
        "filled": filled_of(sheet),
        "rows": {str(number): told_row(one, columns) for number, one in answers.items()},
    }


def told_row(one: RowAnswer, columns: Mapping[str, ColumnRow]) -> dict[str, object]:
    """The marks of a row, why cells of it cannot be read, and what others entered in them: as it
    stands in the field, and in words."""
    return {
        "marks": told_marks(one.cells),
        "faults": {code: words(reason) for code, reason in one.faults.items()},
        "there": {
            conflict.column: [value, words(columns[conflict.column].words(value))]
            for conflict in one.conflicts
            for value in [shown_cell(conflict.there, columns[conflict.column])]
        },
    }
