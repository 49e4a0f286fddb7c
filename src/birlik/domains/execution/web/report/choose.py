"""The choice of a report, with its preview before anything is made."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy

from birlik.base.ui.language import reader_language
from birlik.base.ui.pages import ActorRequest, now, page
from birlik.base.values.clock import day_of
from birlik.domains.execution.queries.report import report_content
from birlik.domains.execution.queries.reports import acts_to_report_on
from birlik.domains.execution.rules import may_open_making
from birlik.domains.execution.tasks.report import order_report
from birlik.domains.execution.web.report.forms import ReportForm
from birlik.domains.execution.web.report.shown import shown
from birlik.domains.execution.web.report.words import period_words


@page(
    "report_new",
    "reports/new/",
    title=gettext_lazy("New report"),
    may=may_open_making,
    section="reports",
)
def new_report(request: ActorRequest) -> HttpResponse:
    """The choice of act, period and language; what the report would say; and its making."""
    acts = list(acts_to_report_on())
    if not acts:
        return render(request, "execution/report_new.html", {"form": None})
    on = day_of(now())
    asked = request.POST if request.method == "POST" else request.GET
    usual = ReportForm.usual(acts, on=on, language=reader_language())
    form = ReportForm(asked or None, acts=acts, initial=usual)
    context: dict[str, object] = {"form": form}
    if not form.is_valid():
        status = 422 if form.errors else 200
        return render(request, "execution/report_new.html", context, status=status)
    act, period, language = (
        form.cleaned_data["act"],
        form.chosen_period(),
        form.chosen_language(),
    )
    if request.method == "POST":
        begun = order_report(request.actor, act, at=now(), period=period.code, language=language)
        return redirect("report", pk=begun.pk)
    content = report_content(act, period, on=on)
    context |= {
        "act": act,
        "content": content,
        "period": period_words(period.code),
        "sides": shown(content, language, on=on),
    }
    return render(request, "execution/report_new.html", context)
