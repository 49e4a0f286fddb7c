"""One round: how far it is, who has not answered, and what is done about it."""

from dataclasses import dataclass

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils.translation import gettext, gettext_lazy

from birlik.base.registry.models import Territory
from birlik.base.ui.pages import ActorRequest, now, page
from birlik.base.values.clock import day_of
from birlik.base.values.local_text import LocalText
from birlik.domains.execution.actions.rounds.begin import drop_round
from birlik.domains.execution.actions.rounds.close import close_round, reopen_round
from birlik.domains.execution.actions.rounds.open import open_round
from birlik.domains.execution.actions.rounds.return_sheet import return_sheet
from birlik.domains.execution.engine.rounds.choice import Choice
from birlik.domains.execution.models import Round, Sheet
from birlik.domains.execution.queries.rounds.contributed import columns_of
from birlik.domains.execution.queries.rounds.owing import kinds
from birlik.domains.execution.queries.rounds.progress import (
    Answered,
    Progress,
    progress_of,
    round_numbered,
    sheet_numbered,
)
from birlik.domains.execution.rules.rounds import may_return_sheet, may_run_rounds
from birlik.domains.execution.web.report.words import period_words
from birlik.domains.execution.web.rounds.forms import ReopenForm, ReturnForm
from birlik.domains.execution.web.rounds.words import CHOICES, KIND_NAMES, ROUND_PILLS, SHEET_PILLS

ROWS = 60


@dataclass(frozen=True, slots=True)
class RegionTile:
    """A region in the grid of tiles: how many of its bodies have answered."""

    region: Territory
    answered: Answered
    url: str

    @property
    def short(self) -> LocalText:
        """Its short name."""
        return LocalText(self.region.short_kk, self.region.short_ru)

    @property
    def tone(self) -> str:
        """All of them, some, or none."""
        if not self.answered.missing:
            return "ok"
        return "warn" if self.answered.sent else "late"


def found_or_404(pk: int) -> Round:
    """A round by its number; raises Http404 where there is none."""
    found = round_numbered(pk)
    if found is None:
        raise Http404
    return found


@page(
    "round",
    "rounds/<int:pk>/",
    title=gettext_lazy("Reporting round"),
    may=may_run_rounds,
    section="rounds",
)
def round_page(request: ActorRequest, pk: int) -> HttpResponse:
    """A round: figures, regions, the sheets with filters kept in the address, and its verbs."""
    one = found_or_404(pk)
    at = now()
    choice, progress = Choice.of(request.GET.dict()), progress_of(one)
    leaf = Paginator(progress.chosen(choice), ROWS).get_page(request.GET.get("page"))
    named = kinds(on=day_of(at))
    context = {
        **round_context(one),
        "columns": columns_of(one),
        "column_kinds": KIND_NAMES,
        "progress": progress,
        "choice": choice,
        "choices": [(code, label, choice.query(state=code)) for code, label in CHOICES.items()],
        "kinds": [(kind, named.get(kind, LocalText(kind))) for kind in progress.kinds],
        "tiles": list(tiles_of(progress, choice)),
        "leaf": leaf,
        "pills": SHEET_PILLS,
        "late": one.state == Round.State.OPEN and one.due_at < at,
        "reopen": ReopenForm(),
    }
    return render(request, "execution/rounds/round.html", context)


def round_context(one: Round) -> dict[str, object]:
    """What the head of every page of a round shows."""
    return {
        "round": one,
        "period": period_words(one.period) if one.period else None,
        "round_pills": ROUND_PILLS,
    }


def tiles_of(progress: Progress, choice: Choice) -> list[RegionTile]:
    """The regions that have a place in the grid."""
    return [
        RegionTile(region, answered, choice.query(region=region.code, state=""))
        for region, answered in progress.regions
        if region.tile_row is not None
    ]


@page(
    "round_open",
    "rounds/<int:pk>/open/",
    title=gettext_lazy("Open the round"),
    may=may_run_rounds,
    section="rounds",
)
def open_(request: ActorRequest, pk: int) -> HttpResponseRedirect:
    """Open a draft: every body gets its sheet."""
    one = found_or_404(pk)
    if request.method == "POST":
        opened = open_round(request.actor, one, at=now())
        told = gettext("The round is open: %(sheets)s sheets, %(rows)s rows.")
        messages.success(request, told % {"sheets": opened.sheets, "rows": opened.rows})
        if opened.empty and not one.free_rows:
            told = gettext("Sheets without rows: %(count)s. Their bodies owe nothing any more.")
            messages.warning(request, told % {"count": opened.empty})
    return redirect("round", pk=pk)


@page(
    "round_drop",
    "rounds/<int:pk>/drop/",
    title=gettext_lazy("Drop the draft"),
    may=may_run_rounds,
    section="rounds",
)
def drop(request: ActorRequest, pk: int) -> HttpResponseRedirect:
    """Drop a draft."""
    one = found_or_404(pk)
    if request.method != "POST":
        return redirect("round", pk=pk)
    drop_round(request.actor, one, at=now())
    messages.success(request, gettext("The draft was dropped."))
    return redirect("rounds")


@page(
    "round_close",
    "rounds/<int:pk>/close/",
    title=gettext_lazy("Close the round"),
    may=may_run_rounds,
    section="rounds",
)
def close(request: ActorRequest, pk: int) -> HttpResponseRedirect:
    """Close an open round: nothing is entered any more."""
    one = found_or_404(pk)
    if request.method == "POST":
        missing = close_round(request.actor, one, at=now())
        told = gettext("The round is closed. Answers missing: %(count)s.")
        messages.success(request, told % {"count": missing})
    return redirect("round", pk=pk)


@page(
    "round_reopen",
    "rounds/<int:pk>/reopen/",
    title=gettext_lazy("Reopen the round"),
    may=may_run_rounds,
    section="rounds",
)
def reopen(request: ActorRequest, pk: int) -> HttpResponse:
    """Open a closed round again, with another term if one is given."""
    one = found_or_404(pk)
    form = ReopenForm(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        for error in form.errors.get("due_on", ()):
            messages.error(request, str(error))
        return redirect("round", pk=pk)
    reopen_round(request.actor, one, at=now(), due_at=form.due_at(one.due_at))
    messages.success(request, gettext("The round is open again."))
    return redirect("round", pk=pk)


@page(
    "sheet_return",
    "rounds/<int:pk>/sheets/<int:number>/return/",
    title=gettext_lazy("Return a sheet"),
    may=may_run_rounds,
    section="rounds",
)
def give_back(request: ActorRequest, pk: int, number: int) -> HttpResponse:
    """The reason for which a sheet goes back to its body."""
    sheet = sheet_or_404(pk, number)
    form = ReturnForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        return_sheet(request.actor, sheet, at=now(), reason=form.cleaned_data["reason"])
        messages.success(request, gettext("The sheet was returned; its body is told."))
        return redirect("round", pk=pk)
    context = {
        **round_context(sheet.round),
        "sheet": sheet,
        "form": form,
        "refusal": may_return_sheet(request.actor, sheet, now()).reason,
    }
    status = 422 if form.errors else 200
    return render(request, "execution/rounds/return.html", context, status=status)


def sheet_or_404(pk: int, number: int) -> Sheet:
    """A sheet of a round; raises Http404 where there is none."""
    found = sheet_numbered(pk, number)
    if found is None:
        raise Http404
    return found
