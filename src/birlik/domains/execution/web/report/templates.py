"""The Word templates of the reports: ours, an office's own, and the fields that they may use."""

from dataclasses import dataclass

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext, gettext_lazy

from birlik.base.ui.forms import MEGABYTE
from birlik.base.ui.pages import ActorRequest, now, page
from birlik.domains.execution.actions import replace_template, reset_template
from birlik.domains.execution.actions.report import MEDIA_TYPES
from birlik.domains.execution.engine.report.fields import MEANINGS
from birlik.domains.execution.engine.report.template_check import Fault, faults_of
from birlik.domains.execution.models import ReportTemplate
from birlik.domains.execution.papers.template import template_content
from birlik.domains.execution.queries.reports import template_in_use
from birlik.domains.execution.rules import may_open_making
from birlik.domains.execution.web.report.forms import TemplateForm, language_named
from birlik.domains.execution.web.report.words import LANGUAGES


@dataclass(frozen=True, slots=True)
class InUse:
    """The template of a language: an office's own, or None for ours."""

    language: str
    name: str | Promise
    own: ReportTemplate | None


@page(
    "report_templates",
    "reports/templates/",
    title=gettext_lazy("Templates of reports"),
    may=may_open_making,
    section="reports",
)
def report_templates(request: ActorRequest) -> HttpResponse:
    """The templates in use, a new one, and the fields."""
    sent = request.method == "POST"
    form = TemplateForm(request.POST, request.FILES) if sent else TemplateForm()
    faults: tuple[Fault, ...] = ()
    if sent and form.is_valid():
        file = form.cleaned_data["file"]
        content = file.read()
        faults = faults_of(content)
        if not faults:
            replace_template(
                request.actor,
                None,
                at=now(),
                language=language_named(form.cleaned_data["language"]),
                name=str(file.name)[:200],
                content=content,
            )
            messages.success(request, gettext("The template is used for reports from now on."))
            return redirect("report_templates")
    context = {
        "form": form,
        "faults": faults,
        "limit": settings.ACT_FILE_LIMIT // MEGABYTE,
        "in_use": [InUse(code, name, template_in_use(code)) for code, name in LANGUAGES.items()],
        "fields": MEANINGS.items(),
    }
    status = 422 if faults or form.errors else 200
    return render(request, "execution/report_templates.html", context, status=status)


@page(
    "report_template_file",
    "reports/templates/<str:language>/",
    title=gettext_lazy("Templates of reports"),
    may=may_open_making,
    section="reports",
)
def report_template_file(_request: ActorRequest, language: str) -> HttpResponse:
    """The template in use for a language, to begin one's own with."""
    if language not in LANGUAGES:
        raise Http404
    return HttpResponse(
        template_content(language),
        content_type=MEDIA_TYPES["docx"],
        headers={"Content-Disposition": f'attachment; filename="birlik-report-{language}.docx"'},
    )


@page(
    "report_template_reset",
    "reports/templates/<str:language>/reset/",
    title=gettext_lazy("Templates of reports"),
    may=may_open_making,
    section="reports",
)
def report_template_reset(request: ActorRequest, language: str) -> HttpResponseRedirect:
    """Use our template for a language again."""
    if language not in LANGUAGES:
        raise Http404
    if request.method == "POST":
        reset_template(request.actor, None, at=now(), language=language_named(language))
        messages.success(request, gettext("The template that Birlik brings is used again."))
    return redirect("report_templates")
