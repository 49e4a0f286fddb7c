"""A brought file where it stands: its progress, its refusal, what it means, what came of it."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django_htmx.http import HttpResponseClientRefresh

from birlik.base.registry.engine.importing.records import Shown, shown
from birlik.base.registry.models import BroughtFile, BroughtRow
from birlik.base.registry.queries.importing import (
    columns_for,
    file_numbered,
    kinds_for,
    rows_of,
    rows_to_see,
    weighing_of,
)
from birlik.base.registry.rules.importing import may_open_importing
from birlik.base.registry.seals import seal
from birlik.base.registry.tasks.importing import have_taken
from birlik.base.registry.web.importing.bring import given
from birlik.base.ui.language import reader_language
from birlik.base.ui.pages import ActorRequest, now, page
from birlik.base.ui.templatetags.birlik import words
from birlik.base.values.clock import day_of
from birlik.base.values.local_text import Language, LocalText
from birlik.base.values.refused import RefusedError

ROWS = 50
PATIENCE = timedelta(minutes=3)
"""After so long without an end, the page says that the worker may not be running."""
State = BroughtFile.State
WORKING = frozenset({State.WAITING, State.READING, State.TAKING})
SECTIONS = {
    "unfit": _("cannot be taken"),
    "changed": _("change an entry"),
    "new": _("new, letters put right"),
}


@dataclass(frozen=True, slots=True)
class RowShown:
    """A row as the page shows it: its number, who or what it is about, what is to be said of its
    cells, and what it changes: heading, was, becomes."""

    number: int
    about: str
    reasons: list[tuple[str, str]]
    changes: list[tuple[str, str, str]]


@page(
    "rows_file",
    "registry/import/<int:pk>/",
    title=_("Brought file"),
    may=may_open_importing,
    section="registry",
)
def rows_file(request: ActorRequest, *, pk: int) -> HttpResponse:
    """The file where it stands; a POST has its good rows taken."""
    file = file_or_404(request, pk)
    if request.method == "POST":
        return take(request, file)
    if file.state in WORKING:
        return render(request, "registry/importing/working.html", progress_of(request, file))
    return render(request, "registry/importing/file.html", context_of(request, file))


def file_or_404(request: ActorRequest, pk: int) -> BroughtFile:
    """The reader's own file of a number; raises Http404 for another's and for none."""
    found = file_numbered(pk, by=request.actor)
    if found is None:
        raise Http404
    return found


def take(request: ActorRequest, file: BroughtFile) -> HttpResponseRedirect:
    """Have the good rows taken; what stands against it is said on the page."""
    try:
        have_taken(request.actor, file, at=now())
    except RefusedError as refusal:
        messages.error(request, words(refusal.reason))
    return redirect("rows_file", pk=file.pk)


def context_of(request: ActorRequest, file: BroughtFile) -> dict[str, object]:
    """What the page of a file that was worked on shows."""
    there = rows_to_see(file)
    shown_ones = [one for one in SECTIONS if there.get(one)]
    asked = request.GET.get("show", "")
    show = asked if asked in shown_ones else next(iter(shown_ones), "")
    leaf = Paginator(rows_of(file, show), ROWS).get_page(request.GET.get("page"))
    headings = headings_of(file)
    good = file.report.get("new", 0) + file.report.get("changed", 0)
    return {
        **shared(request, file),
        "report": file.report,
        "good": good,
        "error": words(LocalText(file.error_kk, file.error_ru, file.error_en)),
        "sections": [(one, SECTIONS[one], there[one]) for one in shown_ones],
        "show": show,
        "leaf": leaf,
        "rows": [row_shown(one, headings) for one in unsealed(leaf)],
    }


def shared(request: ActorRequest, file: BroughtFile) -> dict[str, object]:
    """What every page of a file shows."""
    name = kinds_for(request.actor, on=day_of(now())).get(file.kind)
    return {"file": file, "kind_name": name}


def headings_of(file: BroughtFile) -> dict[str, str]:
    """Column → its heading in the reader's language."""
    return {one.name: words(one.heading) for one in columns_for(file.kind, on=day_of(now()))}


def unsealed(rows: Iterable[BroughtRow]) -> Iterator[Shown]:
    """Rows as they were kept, opened."""
    lock = seal()
    for one in rows:
        yield shown(one.number, json.loads(lock.opened(one.said_sealed)))


def row_shown(one: Shown, headings: dict[str, str]) -> RowShown:
    """A row in the reader's language."""
    said = [(cell, words(reason)) for _column, cell, reason in (*one.reasons, *one.mended)]
    changes = [
        (headings.get(change.column, change.column), words(change.was), words(change.becomes))
        for change in one.changes
    ]
    about = one.cells.get("name_kk") or one.cells.get("name_ru") or one.cells.get("full_name") or ""
    return RowShown(one.number, about, said, changes)


@page(
    "rows_progress",
    "registry/import/<int:pk>/progress/",
    title=_("Brought file"),
    may=may_open_importing,
    section="registry",
)
def rows_progress(request: ActorRequest, *, pk: int) -> HttpResponse:
    """How far the worker is; when it is done, the whole page is asked for anew."""
    file = file_or_404(request, pk)
    if file.state not in WORKING:
        return HttpResponseClientRefresh()
    return render(request, "registry/importing/working_part.html", progress_of(request, file))


def progress_of(request: ActorRequest, file: BroughtFile) -> dict[str, object]:
    """What the progress shows."""
    return {**shared(request, file), "slow": now() - file.brought_at > PATIENCE}


@page(
    "rows_unfit",
    "registry/import/<int:pk>/rows.xlsx",
    title=_("Rows that were not taken"),
    may=may_open_importing,
    section="registry",
)
def rows_unfit(request: ActorRequest, *, pk: int) -> HttpResponseBase:
    """The rows that cannot be taken as a workbook with a column of reasons, to be mended and
    brought again."""
    file = file_or_404(request, pk)
    home = file.territory.code if file.territory else ""
    weighing = weighing_of(request.actor, file.kind, home, on=day_of(now()))
    headings, language = headings_of(file), reader_language()
    kept = unsealed(rows_of(file, BroughtRow.Verdict.UNFIT).iterator())
    rows = (
        [
            *(one.cells.get(column.name) for column in weighing.columns),
            why(one, headings, language),
        ]
        for one in kept
    )
    return given(weighing, rows, f"{pk}-rows", why=True)


def why(one: Shown, headings: dict[str, str], language: Language) -> str:
    """Why a row was not taken, column by column."""
    return "\n".join(
        ": ".join(filter(None, (headings.get(column, ""), reason.get(language))))
        for column, _cell, reason in one.reasons
    )
