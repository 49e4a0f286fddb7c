"""The list of acts, and the reader of one."""

from collections import defaultdict
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from birlik.base.records.engine.draft import Loss
from birlik.base.records.engine.loss import describe_loss
from birlik.base.records.models import Act, Finding
from birlik.base.records.queries.acts import (
    ActCounts,
    act,
    acts,
    alignment_of,
    findings_of,
    kinds_of_act,
    measure_wordings,
)
from birlik.base.records.queries.readings import draft_of, reading_of
from birlik.base.records.rules import may_open_import, may_read_act, may_read_acts
from birlik.base.records.web.labels import FINDING_KINDS, SEVERITIES
from birlik.base.records.web.reader import Reader
from birlik.base.ui.export import Column, Listing, exported
from birlik.base.ui.language import reader_language
from birlik.base.ui.pages import ActorRequest, now, page
from birlik.base.values.clock import day_of
from birlik.base.values.local_text import LocalText
from birlik.base.values.refused import require

if TYPE_CHECKING:
    from django_stubs_ext import WithAnnotations

ROWS = 25
VIEWS = (
    ("", _("Text")),
    ("measures", _("Measures")),
    ("findings", _("To be clarified")),
    ("passport", _("Passport and indicators")),
)


@page("acts", "acts/", title=_("Acts"), may=may_read_acts, section="acts", menu=16)
def acts_page(request: ActorRequest) -> HttpResponseBase:
    """All acts: search, sort, pages; the list as a file."""
    at = now()
    search = request.GET.get("q", "")
    found = acts(search=search, sort=request.GET.get("sort", "-adopted"))
    kinds = kinds_of_act(on=day_of(at))
    listing = Listing("acts", _("Acts"), columns_of(kinds), found, ((_("Search"), search),))
    if file := exported(request, listing, at=at):
        return file
    context = {
        "leaf": Paginator(found, ROWS).get_page(request.GET.get("page")),
        "kinds": kinds,
        "today": day_of(at),
        "may_import": bool(may_open_import(request.actor, at)),
    }
    return render(request, "records/acts.html", context)


def columns_of(
    kinds: Mapping[str, LocalText],
) -> "tuple[Column[WithAnnotations[Act, ActCounts]], ...]":
    """The columns of the list of acts as a file; `kinds` are the names of kinds by code."""
    return (
        Column(_("Number"), lambda act: act.number),
        Column(_("Kind"), lambda act: kinds.get(act.kind, act.kind), 22),
        Column(_("Title"), lambda act: act.title, 80),
        Column(_("Issuer"), lambda act: act.issuer, 40),
        Column(_("Adopted on"), lambda act: act.adopted_on),
        Column(_("In force from"), lambda act: act.in_force_from),
        Column(_("Repealed on"), lambda act: act.repealed_on),
        Column(_("Languages"), lambda act: ", ".join(one.language for one in act.sources.all())),
        Column(_("Measures"), lambda act: act.measures),
        Column(_("To be clarified"), lambda act: act.questions),
    )


@page("act", "acts/<int:pk>/", title=_("Act"), may=may_read_acts, section="acts")
def act_page(request: ActorRequest, *, pk: int) -> HttpResponse:
    """One act: its text in its languages, its measures, findings, passport and indicators."""
    found = act(pk)
    if found is None:
        raise Http404
    require(may_read_act(request.actor, found, now()))
    view = request.GET.get("view", "")
    makers = {"measures": measures_view, "findings": findings_view, "passport": passport_view}
    name = view if view in makers else "text"
    findings = findings_of(found)
    context = {
        "act": found,
        "kind": kinds_of_act(on=found.adopted_on).get(found.kind),
        "today": day_of(now()),
        "view": view,
        "views": VIEWS,
        "findings": findings,
        "may_import": bool(may_open_import(request.actor, now())),
        **makers.get(view, text_view)(found, findings, request.GET),
    }
    return render(request, f"records/act_{name}.html", context)


def text_view(found: Act, findings: list[Finding], asked: Mapping[str, Any]) -> dict[str, Any]:
    """A leaf of the text with its outline."""
    reader = Reader(found.sources.all(), alignment_of(found))
    pages = Paginator(reader.leaves, 1)
    number = asked.get("page")
    if str(asked.get("at", "")).isdecimal():
        number = reader.leaf_of(int(asked["at"]), str(asked.get("in", "")))
    leaf = pages.get_page(number)
    shown = reader.leaves[leaf.number - 1] if reader.leaves else None
    wordings = list(measure_wordings(found))
    rows = reader.shown(shown, findings, wordings) if shown else []
    contents_in = reader.outline_language(reader_language())
    return {
        "leaf": leaf,
        "outline": reader.outline(contents_in),
        "outline_language": contents_in,
        "languages": list(reader.sources),
        "rows": rows,
        "doubtful": not all(row.certain for row in rows),
        "severities": SEVERITIES,
    }


def measures_view(found: Act, _findings: list[Finding], _asked: object) -> dict[str, Any]:
    """The measures that the act made, with their words in each language of the act: the reader's
    first."""
    rows: dict[str, dict[str, str]] = defaultdict(dict)
    for wording in measure_wordings(found):
        rows[wording.provision.number][wording.language] = wording.title
    order = dict.fromkeys((reader_language(), "kk", "ru"))
    return {
        "rows": {
            number: {code: texts[code] for code in order if code in texts} or texts
            for number, texts in rows.items()
        }
    }


def findings_view(found: Act, findings: list[Finding], _asked: object) -> dict[str, Any]:
    """What is to be clarified, by kind, with the words concerned; and what the text lost."""
    reader = Reader(found.sources.all(), [])
    grouped: dict[str, list[tuple[Finding, list[tuple[str, str, int]]]]] = defaultdict(list)
    for finding in findings:
        quotes = [
            (language, reader.sources[language].text[start:end], start)
            for _finding, language, (start, end) in reader.places_of(finding)
        ]
        grouped[finding.kind].append((finding, quotes))
    return {
        "groups": [(FINDING_KINDS.get(kind, kind), rows) for kind, rows in grouped.items()],
        "severities": SEVERITIES,
        "main": reader.language,
        "languages": len(reader.sources),
        "lost": [
            (one.language, describe_loss(Loss(**loss)))
            for one in found.sources.all()
            for loss in one.lost
        ],
    }


def passport_view(found: Act, _findings: list[Finding], _asked: object) -> dict[str, Any]:
    """The act's own passport, indicators and abbreviations, as they were read in the reader's
    language if the act has it."""
    reading = reading_of(found, reader_language())
    draft = draft_of(reading) if reading else None
    years = sorted({one.year for row in draft.indicators for one in row.values}) if draft else []
    return {"draft": draft, "years": years}
