"""What a brought record would change, row by row, before anything does; and its confirmation."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from birlik.base.mandate.words import act_name
from birlik.base.obligations.actions import take_over_records
from birlik.base.obligations.engine.opening import Balance, Objection, PastRow
from birlik.base.obligations.queries.opening import balance_of
from birlik.base.obligations.rules.opening import may_open_balance
from birlik.base.records.models import Act, Document
from birlik.base.ui.language import reader_language
from birlik.base.ui.pages import ActorRequest, now, page
from birlik.base.ui.templatetags.birlik import number, words
from birlik.base.values.clock import day_of
from birlik.domains.execution.papers.balance_book import unfit_of
from birlik.domains.execution.web.balance.bring import downloaded
from birlik.domains.execution.web.balance.brought import (
    act_or_404,
    content_of,
    rows_within,
    unsealed,
)

ROWS = 50


@dataclass(frozen=True, slots=True)
class Wrong:
    """A row that cannot be taken: its number, what it is about, and each cell with the reason."""

    row: int
    measure: str
    reasons: list[tuple[str, str]]


@page(
    "balance_preview",
    "plans/<int:pk>/balance/<str:seal>/",
    title=_("Opening balance: check"),
    may=may_open_balance,
    section="plans",
)
def balance_preview(request: ActorRequest, *, pk: int, seal: str) -> HttpResponse:
    """What the record would change, what is known already, what cannot be taken and why."""
    act = act_or_404(pk)
    document = unsealed(act, seal)
    if request.method == "POST":
        return confirm(request, act, document, seal)
    found = weighed(act, document, at=now())
    leaf = Paginator(found.unfit, ROWS).get_page(request.GET.get("page"))
    context = {
        "act": act,
        "act_name": act_name(act),
        "document": document,
        "seal": seal,
        "found": found,
        "done": sum(one.done_on is not None for one in found.new),
        "not_done": sum(one.done_on is None for one in found.new),
        "leaf": leaf,
        "wrong": list(wrong_of(leaf.object_list)),
    }
    return render(request, "execution/balance/preview.html", context)


def weighed(act: Act, document: Document, *, at: datetime) -> Balance:
    """What a stored record means of what is owed under an act now."""
    return balance_of(act, rows_within(content_of(document), act), on=day_of(at))


def wrong_of(unfit: Iterable[tuple[PastRow, Sequence[Objection]]]) -> Iterator[Wrong]:
    """The rows that cannot be taken in the reader's language."""
    for row, objections in unfit:
        said = row.cells.get("measure")
        yield Wrong(
            row.number,
            "" if said is None else str(said),
            [(one.cell, words(one.reason)) for one in objections],
        )


def confirm(request: ActorRequest, act: Act, document: Document, seal: str) -> HttpResponseRedirect:
    """Take over what can be taken; the reader stays with the rows that could not."""
    rows = rows_within(content_of(document), act)
    found = take_over_records(request.actor, act, at=now(), document=document, rows=rows)
    count = len(found.taken)
    said = ngettext("%(n)s record was taken over.", "%(n)s records were taken over.", count)
    messages.success(request, said % {"n": number(count)})
    if found.unfit:
        return redirect("balance_preview", pk=act.pk, seal=seal)
    return redirect("opening_balance", pk=act.pk)


@page(
    "balance_unfit",
    "plans/<int:pk>/balance/<str:seal>/rows.xlsx",
    title=_("Rows that were not taken"),
    may=may_open_balance,
    section="plans",
)
def balance_unfit(request: ActorRequest, *, pk: int, seal: str) -> HttpResponse:
    """The rows that cannot be taken as a workbook with a column of reasons."""
    act = act_or_404(pk)
    found = weighed(act, unsealed(act, seal), at=now())
    return downloaded(
        unfit_of(act, found.unfit, reader_language()), f"birlik-balance-{pk}-rows.xlsx"
    )
