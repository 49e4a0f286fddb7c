"""What of an act has no record, the template to fill in, and the file that is brought."""

from django import forms
from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _

from birlik.base.mandate.words import act_name
from birlik.base.obligations.queries import titles_for
from birlik.base.obligations.queries.opening import unrecorded_of, years_of_records
from birlik.base.obligations.rules.opening import may_open_balance
from birlik.base.records.actions import store_document
from birlik.base.records.engine.workbook import UnfitFileError
from birlik.base.records.models import Act
from birlik.base.ui.forms import MEGABYTE, SizedFileField
from birlik.base.ui.language import reader_language
from birlik.base.ui.pages import ActorRequest, now, page
from birlik.base.ui.templatetags.birlik import words
from birlik.domains.execution.papers.balance_book import template_of
from birlik.domains.execution.web.balance.brought import act_or_404, rows_within, sealed

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class RecordForm(forms.Form):
    """The workbook with the record of control."""

    file = SizedFileField(label=_("Filled-in workbook (XLSX)"), types=".xlsx")


@page(
    "opening_balance",
    "plans/<int:pk>/balance/",
    title=_("Opening balance"),
    may=may_open_balance,
    section="plans",
)
def opening_balance(request: ActorRequest, *, pk: int) -> HttpResponse:
    """By year, what has no record; and the place to bring it."""
    act = act_or_404(pk)
    sent = request.method == "POST"
    form = RecordForm(request.POST, request.FILES) if sent else RecordForm()
    if sent and form.is_valid() and (seal := bring(request, act, form)):
        return redirect("balance_preview", pk=act.pk, seal=seal)
    years = years_of_records(act)
    context = {
        "act": act,
        "act_name": act_name(act),
        "years": years,
        "without": sum(one.without for one in years),
        "form": form,
        "limit": settings.ACT_FILE_LIMIT // MEGABYTE,
    }
    status = 422 if form.errors else 200
    return render(request, "execution/balance/bring.html", context, status=status)


def bring(request: ActorRequest, act: Act, form: RecordForm) -> str:
    """Keep a record that can be read; the part of the address that names it, '' with an error in
    the form for one that cannot, of which nothing is kept."""
    file = form.cleaned_data["file"]
    content, name = file.read(), str(file.name)[:200]
    try:
        rows_within(content, act, name=name)
    except UnfitFileError as error:
        form.add_error("file", words(error.reason))
        return ""
    document = store_document(
        request.actor, None, at=now(), name=name, media_type=XLSX, content=content
    )
    return sealed(act, document)


@page(
    "balance_template",
    "plans/<int:pk>/balance/template.xlsx",
    title=_("Template of the opening balance"),
    may=may_open_balance,
    section="plans",
)
def balance_template(request: ActorRequest, *, pk: int) -> HttpResponse:
    """What has no record, as a workbook to fill in."""
    act = act_or_404(pk)
    owed = unrecorded_of(act)
    titles = titles_for(one.duty.provision_id for one in owed)
    return downloaded(
        template_of(act, owed, titles, reader_language()), f"birlik-balance-{pk}.xlsx"
    )


def downloaded(content: bytes, name: str) -> HttpResponse:
    """A workbook to be kept by the reader."""
    answer = HttpResponse(content, content_type=XLSX)
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
