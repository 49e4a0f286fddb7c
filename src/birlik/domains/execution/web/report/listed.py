"""The list of the consolidated reports."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy

from birlik.base.ui.pages import ActorRequest, now, page
from birlik.domains.execution.queries.reports import acts_to_report_on, reports_made
from birlik.domains.execution.rules import may_open_making, may_read_reports
from birlik.domains.execution.web.report.words import LANGUAGES, REPORT_PILLS, period_words

ROWS = 20


@page(
    "reports",
    "reports/",
    title=gettext_lazy("Reports"),
    may=may_read_reports,
    section="reports",
    menu=36,
)
def reports(request: ActorRequest) -> HttpResponse:
    """The reports that were made, newest first, with their files."""
    number = request.GET.get("act", "")
    leaf = Paginator(reports_made(act=number), ROWS).get_page(request.GET.get("page"))
    return render(
        request,
        "execution/reports.html",
        {
            "leaf": leaf,
            "rows": [
                (one, period_words(one.period), LANGUAGES[one.language], one.files.all())
                for one in leaf
            ],
            "acts": acts_to_report_on(),
            "pills": REPORT_PILLS,
            "may_make": bool(may_open_making(request.actor, now())),
        },
    )
