"""One report: how far it is, what it says, its files, and that it was sent."""

from datetime import timedelta

from django.contrib import messages
from django.http import FileResponse, Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils.text import slugify
from django.utils.translation import gettext, gettext_lazy
from django_htmx.http import HttpResponseClientRefresh

from birlik.base.letters.rules import may_open_letters
from birlik.base.ui.pages import ActorRequest, now, page
from birlik.domains.execution.actions import send_report
from birlik.domains.execution.models import Report
from birlik.domains.execution.queries import reports as found_reports
from birlik.domains.execution.rules import may_open_making, may_read_reports
from birlik.domains.execution.tasks.report import UNFINISHED, order_report
from birlik.domains.execution.web.report.shown import shown
from birlik.domains.execution.web.report.words import (
    CHANGES,
    LANGUAGES,
    REPORT_PILLS,
    period_words,
)

PATIENCE = timedelta(minutes=2)
"""After so long without an end, the page offers to begin anew."""

HEADERS = {"X-Content-Type-Options": "nosniff", "Cache-Control": "private, no-store"}


def found_or_404(pk: int) -> Report:
    """A report by its number; raises Http404 where there is none."""
    found = found_reports.report(pk)
    if found is None:
        raise Http404
    return found


@page(
    "report",
    "reports/<int:pk>/",
    title=gettext_lazy("Consolidated report"),
    may=may_read_reports,
    section="reports",
)
def report(request: ActorRequest, pk: int) -> HttpResponse:
    """A report: its progress, or its content and files, and whether it was sent."""
    found = found_or_404(pk)
    content = found_reports.content_of(found)
    language = found_reports.language_of(found)
    unfinished = found.state in UNFINISHED
    ready = content is not None and not unfinished and found.stated_on is not None
    context: dict[str, object] = {
        **progress_context(found),
        "period": period_words(found.period),
        "language": LANGUAGES[found.language],
        "pills": REPORT_PILLS,
        "unfinished": unfinished,
        "may_make": bool(may_open_making(request.actor, now())),
        "may_write": bool(may_open_letters(request.actor, now())),
    }
    if ready and content and found.stated_on:
        context |= {
            "files": found_reports.files_of_report(found),
            "content": content,
            "sides": shown(content, language, on=found.stated_on, version=found.version),
            "changes": changes_of(found),
        }
    return render(request, "execution/report.html", context)


def changes_of(found: Report) -> dict[str, object] | None:
    """In what a report differs from the one sent before it; None where there is none."""
    known = found_reports.changes_since_sent(found)
    if known is None:
        return None
    before, changes = known
    return {
        "before": before,
        "rows": [(one.number, CHANGES[one.change], one.change != "gone") for one in changes],
    }


def progress_context(found: Report) -> dict[str, object]:
    """What the progress shows."""
    return {"report": found, "slow": now() - found.begun_at > PATIENCE}


@page(
    "report_progress",
    "reports/<int:pk>/progress/",
    title=gettext_lazy("Consolidated report"),
    may=may_read_reports,
    section="reports",
)
def report_progress(request: ActorRequest, pk: int) -> HttpResponse:
    """How far the worker is; when it is done, the whole page is asked for anew."""
    found = found_or_404(pk)
    if found.state not in UNFINISHED:
        return HttpResponseClientRefresh()
    context = {**progress_context(found), "may_make": bool(may_open_making(request.actor, now()))}
    return render(request, "execution/report_progress.html", context)


@page(
    "report_again",
    "reports/<int:pk>/again/",
    title=gettext_lazy("Make anew"),
    may=may_open_making,
    section="reports",
)
def report_again(request: ActorRequest, pk: int) -> HttpResponseRedirect:
    """Have a report made anew with what is known by now; of one that was sent, a further
    version."""
    found = found_or_404(pk)
    if request.method != "POST":
        return redirect("report", pk=pk)
    begun = order_report(
        request.actor,
        found.act,
        at=now(),
        period=found.period,
        language=found_reports.language_of(found),
    )
    return redirect("report", pk=begun.pk)


@page(
    "report_send",
    "reports/<int:pk>/send/",
    title=gettext_lazy("Mark as sent"),
    may=may_open_making,
    section="reports",
)
def report_send(request: ActorRequest, pk: int) -> HttpResponseRedirect:
    """Record that a report was sent; from then on it never changes."""
    found = found_or_404(pk)
    if request.method == "POST":
        send_report(request.actor, found, at=now(), seen=request.POST.get("seen", ""))
        messages.success(
            request, gettext("The report is frozen as it was sent. A later one is a new version.")
        )
    return redirect("report", pk=pk)


@page(
    "report_file",
    "reports/<int:pk>/files/<str:kind>/",
    title=gettext_lazy("File of a report"),
    may=may_read_reports,
    section="reports",
)
def report_file(_request: ActorRequest, pk: int, kind: str) -> FileResponse:
    """A report as a file to be kept; no browser opens it in the cabinet's origin."""
    found = found_reports.report_file(pk, kind)
    if found is None:
        raise Http404
    return FileResponse(
        found.document.file.open("rb"),
        as_attachment=True,
        filename=file_name(found.report, found.kind),
        content_type=found.document.media_type,
        headers=HEADERS,
    )


def file_name(found: Report, kind: str) -> str:
    """The name of a file: the act's number as far as it is Latin letters and digits, the period,
    the language, the version."""
    number = slugify(found.act.number) or str(found.act_id)
    period = slugify(found.period.replace("/", "-"))
    return f"birlik-{number}-{period}-{found.language}-v{found.version}.{kind}"
