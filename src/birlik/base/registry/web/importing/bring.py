"""The kinds of files, their templates, and the place to bring one."""

from typing import Any

from django import forms
from django.conf import settings
from django.core.paginator import Paginator
from django.http import FileResponse, Http404, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from birlik.base.records.engine.content.refusal import UnfitFileError
from birlik.base.registry.engine.importing.table import refuse_shape
from birlik.base.registry.papers.rows_book import RowsBook, offered
from birlik.base.registry.queries.importing import (
    Weighing,
    files_of,
    home_of,
    kinds_for,
    place_of_code,
    rows_to_mend,
    weighing_of,
)
from birlik.base.registry.rules.importing import may_open_importing, power_for
from birlik.base.registry.tasks.importing import order_check
from birlik.base.ui.export.answer import XLSX
from birlik.base.ui.forms import MEGABYTE, REQUIRED, SizedFileField
from birlik.base.ui.language import reader_language
from birlik.base.ui.pages import ActorRequest, now, page
from birlik.base.ui.templatetags.birlik import words
from birlik.base.values.clock import day_of
from birlik.base.values.local_text import LocalText

FILES = 20
"""How many files a leaf of the list has."""


class FileOfRowsForm(forms.Form):
    """A file of rows of a kind."""

    use_required_attribute = False
    kind = forms.ChoiceField(label=_("What the rows are"), error_messages={"required": REQUIRED})
    file = SizedFileField(label=_("Filled-in file (XLSX or CSV)"), types=".xlsx,.csv")

    def __init__(self, kinds: dict[str, LocalText], *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        field: Any = self.fields["kind"]
        named_kinds = ((code, capfirst(words(name))) for code, name in kinds.items())
        field.choices = [("", "—"), *named_kinds]


@page(
    "rows_import",
    "registry/import/",
    title=_("Import into the register"),
    may=may_open_importing,
    section="registry",
)
def rows_import(request: ActorRequest) -> HttpResponse:
    """The kinds with their templates, the place to bring a file, and the files brought before."""
    kinds = kinds_for(request.actor, on=day_of(now()))
    chosen = request.GET.get("kind", "")
    sent = request.method == "POST"
    form = FileOfRowsForm(kinds, request.POST or None, request.FILES or None,
                          initial={"kind": chosen})  # fmt: skip
    if sent and form.is_valid() and (answer := bring(request, form)):
        return answer
    chosen = str(form.data.get("kind", "")) if sent else chosen
    leaf = Paginator(files_of(request.actor), FILES).get_page(request.GET.get("page"))
    context = {
        "form": form,
        "kinds": kinds,
        "chosen": chosen if chosen in kinds else "",
        "chosen_name": kinds.get(chosen),
        "leaf": leaf,
        "listed": [(one, kinds.get(one.kind)) for one in leaf],
        "limit": settings.ACT_FILE_LIMIT // MEGABYTE,
    }
    status = 422 if form.errors else 200
    return render(request, "registry/importing/bring.html", context, status=status)


def bring(request: ActorRequest, form: FileOfRowsForm) -> HttpResponseRedirect | None:
    """Keep a file and have it checked; None, with an error in the form, for one whose shape is
    refused at once, of which nothing is kept."""
    file, kind = form.cleaned_data["file"], form.cleaned_data["kind"]
    content, name = file.read(), str(file.name)[:200]
    try:
        refuse_shape(content, name)
    except UnfitFileError as error:
        form.add_error("file", words(error.reason))
        return None
    home = place_of_code(home_of(request.actor, power_for(kind)))
    begun = order_check(request.actor, home, at=now(), kind=kind, name=name, content=content)
    return redirect("rows_file", pk=begun.pk)


def asked(request: ActorRequest) -> Weighing:
    """What is needed for rows of the kind that an address asks for; raises Http404 for a kind that
    is not the reader's."""
    kind, on = request.GET.get("kind", ""), day_of(now())
    if kind not in kinds_for(request.actor, on=on):
        raise Http404
    return weighing_of(request.actor, kind, home_of(request.actor, power_for(kind)), on=on)


@page(
    "rows_template",
    "registry/import/template.xlsx",
    title=_("Template of a file of rows"),
    may=may_open_importing,
    section="registry",
)
def rows_template(request: ActorRequest) -> HttpResponseBase:
    """The workbook to fill in: headings, what is written where, and the lists; without a kind the
    page where one is chosen."""
    if "kind" not in request.GET:
        return redirect("rows_import")
    return given(asked(request), [], "template")


@page(
    "rows_export",
    "registry/import/rows.xlsx",
    title=_("Rows to be mended and brought back"),
    may=may_open_importing,
    section="registry",
)
def rows_export(request: ActorRequest) -> HttpResponseBase:
    """What the reader keeps of a kind, in the shape of the template; without a kind the page where
    one is chosen."""
    if "kind" not in request.GET:
        return redirect("rows_import")
    weighing = asked(request)
    return given(weighing, rows_to_mend(weighing, reader_language()), "rows")


def given(weighing: Weighing, rows: Any, name: str, *, why: bool = False) -> FileResponse:
    """A workbook of rows of a kind as a file to be kept by the reader."""
    language = reader_language()
    lists = offered(weighing.columns, weighing.lists, weighing.kept, language)
    book = RowsBook(weighing.kind, weighing.columns, lists)
    part = weighing.kind.replace("/", "-").replace("_", "-")
    return FileResponse(
        book.written(rows, language, why=why),
        content_type=XLSX,
        headers={
            "Content-Disposition": f'attachment; filename="birlik-{part}-{name}.xlsx"',
            "Cache-Control": "private, no-store",
        },
    )
