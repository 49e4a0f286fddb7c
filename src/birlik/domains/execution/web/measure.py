"""One measure: its words and their source, its parties, everything that is owed under it."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django_htmx.middleware import HtmxDetails

from birlik.base.journal.action import ACTIONS
from birlik.base.journal.models import Entry
from birlik.base.mandate.words import act_name
from birlik.base.obligations.models import Obligation
from birlik.base.obligations.queries import StateColumn
from birlik.base.records.rules import may_open_import
from birlik.base.registry.models import Appointment
from birlik.base.registry.queries import holders
from birlik.base.ui.export import exported
from birlik.base.ui.pages import ActorRequest, now, page
from birlik.base.ui.templatetags.birlik import words
from birlik.base.values.clock import day_of
from birlik.base.values.local_text import LocalText
from birlik.base.values.refused import require
from birlik.domains.execution.engine.choice import Choice, choice_of
from birlik.domains.execution.engine.naming import period_named
from birlik.domains.execution.queries.corrections import bodies_of, former_versions
from birlik.domains.execution.queries.measure import (
    MeasureSheet,
    history_of_measure,
    measure_sheet,
    obligations_of_duty,
)
from birlik.domains.execution.rules import may_see_plan, may_see_what_is_found
from birlik.domains.execution.web.corrections.shown import earlier
from birlik.domains.execution.web.exports import measure_listing
from birlik.domains.execution.web.plan import COUNTED, TONES, Figure, label_of, years_of
from birlik.domains.execution.web.plan_words import (
    LOOKS,
    VOID_REASONS,
    Pill,
    deadline_in_words,
    doubtful_in_words,
    look,
    strip_cells,
)

if TYPE_CHECKING:
    from django_stubs_ext import WithAnnotations


@dataclass(frozen=True, slots=True)
class Owed:
    """An obligation in the reader's language; `reason` says why it is void."""

    obligation: Obligation
    period: LocalText
    pill: Pill
    reason: str


@dataclass(frozen=True, slots=True)
class Deed:
    """An entry of the journal in words: what was done, and by whom."""

    entry: Entry
    label: LocalText
    who: str


@page(
    "measure",
    "plans/<int:pk>/measures/<str:number>/",
    title=gettext_lazy("Measure"),
    may=may_see_plan,
    section="plans",
)
def measure(request: ActorRequest, pk: int, number: str) -> HttpResponseBase:
    """The point of the act with its source words, schedule, parties and obligations; these also as
    a file."""
    at = now()
    on = day_of(at)
    sheet = measure_sheet(pk, number, by=request.actor, on=on)
    require(may_see_what_is_found(request.actor, found=sheet is not None))
    if sheet is None:
        raise Http404
    choice = choice_of(request.GET, sheet.offer, None)
    leaves = obligations_of_duty(sheet, choice, on=on)
    if file := exported(request, measure_listing(sheet, choice, leaves.object_list), at=at):
        return file
    leaf = leaves.get_page(request.GET.get("page"))
    return render(
        request,
        "execution/measure.html",
        {
            "sheet": sheet,
            "act_name": act_name(sheet.act),
            "choice": choice,
            "leaf": leaf,
            "owed": [owed_of(one) for one in leaf],
            "figures": list(figures_of(sheet, choice)),
            "years": list(years_of(sheet.offer.years, choice)),
            "states": [(state, one.name) for state, one in LOOKS.items()],
            "cells": strip_cells(sheet.cells),
            "looks": LOOKS.values(),
            "deadline": deadline_in_words(sheet.duty, sheet.schedule),
            "doubtful": doubtful_in_words(sheet.duty.doubtful),
            "may_correct": bool(may_open_import(request.actor, at)),
        },
    )


@page(
    "measure_history",
    "plans/<int:pk>/measures/<str:number>/history/",
    title=gettext_lazy("History"),
    may=may_see_plan,
    section="plans",
)
def measure_history(request: ActorRequest, pk: int, number: str) -> HttpResponse:
    """What was done to a measure and its act: a part of the measure's page that is fetched when it
    comes into view, and a page of its own for who has no script."""
    entries = history_of_measure(pk, number, by=request.actor, on=day_of(now()))
    require(may_see_what_is_found(request.actor, found=entries is not None))
    if entries is None:
        raise Http404
    htmx: HtmxDetails = vars(request)["htmx"]
    part = "execution/measure_history_part.html" if htmx else "execution/measure_history.html"
    former = former_versions(pk, number)
    shown = {
        "history": list(deeds_of(entries)),
        "act": pk,
        "number": number,
        "earlier": earlier(former, bodies_of(former)),
        "version": len(former) + 1,
    }
    return render(request, part, shown)


def owed_of(obligation: "WithAnnotations[Obligation, StateColumn]") -> Owed:
    """An obligation in the reader's language."""
    shown = look(obligation.state)
    return Owed(
        obligation=obligation,
        period=period_named(obligation.period_first, obligation.period_last).in_words(),
        pill=Pill(shown.tone, str(shown.name)),
        reason=str(VOID_REASONS.get(obligation.void_reason, "")),
    )


def deeds_of(entries: Collection[Entry]) -> Iterator[Deed]:
    """The entries with the labels of their actions, or their keys where an action is no longer
    there, and with those who acted: by the office alone where nobody knows the person now."""
    known = holders(one.appointment for one in entries if one.appointment)
    for entry in entries:
        card = ACTIONS.get(entry.action)
        label = card.label if card else LocalText(en=entry.action)
        yield Deed(entry, label, who_acted(entry, known.get(entry.appointment or 0)))


def who_acted(entry: Entry, holder: Appointment | None) -> str:
    """The person and the office behind an entry, in the reader's language."""
    if holder:
        return f"{holder.person} — {words(holder.office.name)}"
    return _("the installation") if entry.account is None else entry.actor


def figures_of(sheet: MeasureSheet, choice: Choice) -> Iterator[Figure]:
    """How many obligations stand in each state; each number narrows the list to them."""
    for state in COUNTED:
        if count := sheet.figures[state]:
            query = replace(choice, state=state, year=None, executor=None).query
            yield Figure(count, label_of(state), query, TONES.get(state, ""))
