"""One association in a year: what it did, its report, what was submitted."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from birlik.base.registry.models import Structure
from birlik.base.ui.export import Column, Listing, exported
from birlik.base.ui.export.workbook import ListingBook
from birlik.base.ui.pages import ActorRequest, now, page
from birlik.base.ui.templatetags.birlik import words
from birlik.base.values.clock import day_of
from birlik.base.values.refused import RefusedError, require
from birlik.domains.programmes.actions import (
    return_yearly_report,
    save_yearly_report,
    submit_yearly_report,
)
from birlik.domains.programmes.engine.telling import NAMES
from birlik.domains.programmes.engine.totals import KINDS, TYPED, Content, from_record
from birlik.domains.programmes.models import Activity, YearlyReport
from birlik.domains.programmes.queries.work import (
    activities_of,
    content_of,
    frozen_of,
    owed_for,
    report_of,
    state_of,
    years_known,
)
from birlik.domains.programmes.refusals import NOT_SUBMITTED
from birlik.domains.programmes.rules import (
    is_open,
    may_keep_work,
    may_open_keeping,
    may_open_returning,
    may_return_report,
    may_see_work,
)
from birlik.domains.programmes.web.forms import ReportForm
from birlik.domains.programmes.web.shown import STATES, body_or_refuse, year_of

ROWS = 50


@page(
    "work_of",
    "registry/activity/<int:pk>/",
    title=_("Work of an association"),
    may=may_see_work,
    section="registry",
)
def work_of(request: ActorRequest, pk: int) -> HttpResponseBase:
    """What an association did in a year, with its report: the form is saved here."""
    at = now()
    body, year = body_or_refuse(request, pk, at), year_of(request, day_of(at))
    done = activities_of(body, year)
    listing = Listing("activities", _("Work of an association"), COLUMNS, done)
    if file := exported(request, listing, at=at):
        return file
    if request.method == "POST":
        return save(request, body, year, at=at)
    return shown(request, body, year, at=at)


def shown(
    request: ActorRequest,
    body: Structure,
    year: int,
    *,
    at: datetime,
    form: ReportForm | None = None,
    wrong: str = "",
) -> HttpResponse:
    """The page of an association and year; with `wrong` it answers that something is to be
    mended."""
    report = report_of(body, year)
    frozen = frozen_of(report)
    state = state_of(report)
    content = (
        from_record(frozen.content)
        if frozen and state == "submitted"
        else content_of(body, year, report)
    )
    keeps = bool(may_keep_work(request.actor, body, at))
    writes = keeps and (report is None or bool(is_open(report)))
    context = {
        "body": body,
        "year": year,
        "years": years_known(day_of(at)),
        "report": report,
        "frozen": frozen,
        "owed": report.obligation
        if report and report.obligation
        else owed_for(body, year, on=day_of(at)),
        "pill": STATES[state],
        "content": content,
        "figures": list(figures_of(content)),
        "leaf": Paginator(activities_of(body, year), ROWS).get_page(request.GET.get("page")),
        "kinds": NAMES,
        "writes": writes,
        "returns": report is not None and bool(may_return_report(request.actor, report, at)),
        "form": form or ReportForm(initial=typed(report)),
        "wrong": wrong,
    }
    status = 422 if wrong or (form and form.errors) else 200
    return render(request, "programmes/one.html", context, status=status)


def typed(report: YearlyReport | None) -> dict[str, object]:
    """What the form of a report begins with."""
    if report is None:
        return {"version": 0}
    names = ("members", "branches", "staff", "words", "version")
    return {name: getattr(report, name) for name in names}


def figures_of(content: Content) -> Iterator[tuple[str, int | None, int]]:
    """The figures of a report by name, each with the people who took part."""
    for name in TYPED:
        yield words(NAMES[name]), content.typed.get(name), 0
    for kind in KINDS:
        yield words(NAMES[kind]), content.counts.get(kind, 0), content.people.get(kind, 0)


def save(request: ActorRequest, body: Structure, year: int, *, at: datetime) -> HttpResponse:
    """Keep what was typed; whatever is wrong stands beside the form with everything typed."""
    form = ReportForm(request.POST)
    if not form.is_valid():
        return shown(request, body, year, at=at, form=form)
    require(may_keep_work(request.actor, body, at))
    try:
        save_yearly_report(
            request.actor,
            body,
            at=at,
            year=year,
            row=form.row,
            version=form.cleaned_data["version"],
        )
    except RefusedError as error:
        return shown(request, body, year, at=at, form=form, wrong=words(error.reason))
    messages.success(request, gettext("The report was saved. It is not submitted yet."))
    return redirect(address(body, year))


def address(body: Structure, year: int) -> str:
    """The page of an association and year."""
    return f"{reverse('work_of', kwargs={'pk': body.pk})}?year={year}"


@page(
    "work_submit",
    "registry/activity/<int:pk>/submit/",
    title=_("Submit the yearly report"),
    may=may_open_keeping,
    section="registry",
)
def work_submit(request: ActorRequest, pk: int) -> HttpResponse:
    """Save what stands in the form and submit the report with what was done."""
    at = now()
    body, year = body_or_refuse(request, pk, at), year_of(request, day_of(at))
    if request.method != "POST":
        return redirect(address(body, year))
    require(may_keep_work(request.actor, body, at))
    form = ReportForm(request.POST)
    if not form.is_valid():
        return shown(request, body, year, at=at, form=form)
    version = form.cleaned_data["version"]
    try:
        report = save_yearly_report(
            request.actor, body, at=at, year=year, row=form.row, version=version
        )
    except RefusedError as error:
        return shown(request, body, year, at=at, form=form, wrong=words(error.reason))
    try:
        submit_yearly_report(request.actor, report, at=at, sheet=sheet_of(body, year))
    except RefusedError as error:
        return shown(request, body, year, at=at, wrong=words(error.reason))
    messages.success(request, gettext("The yearly report was submitted."))
    return redirect(address(body, year))


def sheet_of(body: Structure, year: int) -> bytes:
    """What was done in a year as a workbook: the evidence of the report."""
    listing = Listing("activities", _("Work of an association"), COLUMNS, activities_of(body, year))
    book = ListingBook()
    book.add_rows(str(listing.title), listing.columns, listing.lines())
    with book.written() as file:
        return bytes(file.read())


@page(
    "work_return",
    "registry/activity/<int:pk>/return/",
    title=_("Return the yearly report"),
    may=may_open_returning,
    section="registry",
)
def work_return(request: ActorRequest, pk: int) -> HttpResponse:
    """Give a report back to be mended, with the reason."""
    at = now()
    body, year = body_or_refuse(request, pk, at), year_of(request, day_of(at))
    report = report_of(body, year)
    if request.method != "POST":
        return redirect(address(body, year))
    try:
        if report is None:
            raise RefusedError(NOT_SUBMITTED)
        reason = request.POST.get("reason", "")[:1000]
        return_yearly_report(request.actor, report, at=at, reason=reason)
    except RefusedError as error:
        return shown(request, body, year, at=at, wrong=words(error.reason))
    messages.success(request, gettext("The yearly report was returned."))
    return redirect(address(body, year))


COLUMNS: Sequence[Column[Activity]] = (
    Column(_("What it was"), lambda one: NAMES[one.kind], 18),
    Column(_("Title"), lambda one: one.title, 60),
    Column(_("From"), lambda one: one.first_on),
    Column(_("To"), lambda one: one.last_on),
    Column(_("Territory"), lambda one: one.territory.name if one.territory else "", 30),
    Column(_("Place"), lambda one: one.place, 30),
    Column(_("Took part"), lambda one: one.participants),
    Column(_("Languages"), lambda one: " ".join(one.languages)),
    Column(_("Partners"), lambda one: one.partners, 40),
    Column(_("Link to an account of it"), lambda one: one.link, 40),
)
