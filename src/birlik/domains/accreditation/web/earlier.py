"""An earlier round from a workbook: brought, checked row by row, taken over."""

from collections.abc import Iterable, Iterator

from django.conf import settings
from django.contrib import messages
from django.core import signing
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from birlik.base.records.actions import store_document
from birlik.base.records.engine.content import UnfitFileError
from birlik.base.records.models import Document
from birlik.base.records.queries.documents import document_numbered
from birlik.base.registry.engine.importing.cells import Said
from birlik.base.ui.forms import MEGABYTE
from birlik.base.ui.language import reader_language
from birlik.base.ui.pages import ActorRequest, now, page
from birlik.base.ui.templatetags.birlik import number, words
from birlik.base.values.clock import day_of
from birlik.base.values.refused import RefusedError
from birlik.domains.accreditation.actions import load_earlier
from birlik.domains.accreditation.engine.earlier import Brought, reasons_of, weigh
from birlik.domains.accreditation.models import Round
from birlik.domains.accreditation.papers.earlier_book import template, unfit_rows
from birlik.domains.accreditation.queries.earlier import register_of
from birlik.domains.accreditation.rules.norms import whole
from birlik.domains.accreditation.rules.reach import may_open_running
from birlik.domains.accreditation.web.forms import BringForm
from birlik.domains.accreditation.web.rounds import round_or_404

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SALT = "birlik.accreditation.earlier"
ROWS = 50


@page(
    "accreditation_earlier",
    "registry/accreditation/rounds/<int:pk>/earlier/",
    title=_("Certificates of an earlier round"),
    may=may_open_running,
    section="registry",
)
def earlier(request: ActorRequest, pk: int) -> HttpResponse:
    """The template, and the place to bring it filled in."""
    found = round_or_404(pk)
    sent = request.method == "POST"
    form = BringForm(request.POST, request.FILES) if sent else BringForm()
    if sent and form.is_valid() and (seal := brought(request, found, form)):
        return redirect("accreditation_earlier_check", pk=pk, seal=seal)
    context = {
        "round": found,
        "form": form,
        "limit": settings.ACT_FILE_LIMIT // MEGABYTE,
        "years": whole("term_years", found.opened_on),
    }
    status = 422 if form.errors else 200
    return render(request, "accreditation/earlier.html", context, status=status)


def brought(request: ActorRequest, found: Round, form: BringForm) -> str:
    """Keep a file that can be read; the part of the address that names it, '' with an error in the
    form for one that cannot, of which nothing is kept."""
    file = form.cleaned_data["file"]
    content, name = file.read(), str(file.name)[:200]
    try:
        weigh(content, name, register_of(found), on=day_of(now()))
    except UnfitFileError as error:
        form.add_error("file", words(error.reason))
        return ""
    document = store_document(
        request.actor, None, at=now(), name=name, media_type=XLSX, content=content
    )
    return signing.dumps([found.pk, document.pk], salt=SALT)


def unsealed(found: Round, seal: str) -> Document:
    """The stored file that an address names; raises Http404 for one that was made up."""
    try:
        of, key = signing.loads(seal, salt=SALT)
    except (signing.BadSignature, ValueError) as error:
        raise Http404 from error
    document = document_numbered(key) if of == found.pk else None
    if document is None:
        raise Http404
    return document


def weighed(found: Round, document: Document) -> Brought:
    """What a stored file means today."""
    with document.file.open("rb") as source:
        content = bytes(source.read())
    return weigh(content, document.name, register_of(found), on=day_of(now()))


@page(
    "accreditation_earlier_template",
    "registry/accreditation/rounds/<int:pk>/earlier/template.xlsx",
    title=_("Template of an earlier round"),
    may=may_open_running,
    section="registry",
)
def earlier_template(request: ActorRequest, pk: int) -> HttpResponse:
    """The workbook to fill in."""
    found = round_or_404(pk)
    return downloaded(template(), f"birlik-accreditation-{found.year}.xlsx")


@page(
    "accreditation_earlier_check",
    "registry/accreditation/rounds/<int:pk>/earlier/<str:seal>/",
    title=_("Certificates of an earlier round: check"),
    may=may_open_running,
    section="registry",
)
def earlier_check(request: ActorRequest, pk: int, seal: str) -> HttpResponse:
    """What the file means, row by row, before anything changes; and its confirmation."""
    found = round_or_404(pk)
    document = unsealed(found, seal)
    meant = weighed(found, document)
    refused = ""
    if request.method == "POST":
        try:
            return taken(request, found, meant, seal)
        except RefusedError as error:
            refused = words(error.reason)
    leaf = Paginator(meant.unfit, ROWS).get_page(request.GET.get("page"))
    context = {
        "round": found,
        "document": document,
        "seal": seal,
        "found": meant,
        "refused": refused,
        "leaf": leaf,
        "wrong": list(wrong_of(meant, leaf.object_list)),
    }
    status = 422 if refused else 200
    return render(request, "accreditation/earlier_check.html", context, status=status)


def wrong_of(meant: Brought, unfit: Iterable[Said]) -> Iterator[tuple[int, list[tuple[str, str]]]]:
    """The rows that cannot be taken, each cell with its reason in the reader's language."""
    for one in unfit:
        cells = reasons_of(one, meant.letters)
        yield one.number, [(cell, words(reason)) for cell, reason in cells]


def taken(request: ActorRequest, found: Round, meant: Brought, seal: str) -> HttpResponseRedirect:
    """Take over what can be taken; the reader stays with the rows that could not."""
    count = load_earlier(request.actor, found, at=now(), rows=meant.new)
    said = ngettext(
        "%(n)s certificate was taken over.", "%(n)s certificates were taken over.", count
    )
    messages.success(request, said % {"n": number(count)})
    if meant.unfit:
        return redirect("accreditation_earlier_check", pk=found.pk, seal=seal)
    return redirect("accreditation_round", pk=found.pk)


@page(
    "accreditation_earlier_unfit",
    "registry/accreditation/rounds/<int:pk>/earlier/<str:seal>/rows.xlsx",
    title=_("Rows that were not taken"),
    may=may_open_running,
    section="registry",
)
def earlier_unfit(request: ActorRequest, pk: int, seal: str) -> HttpResponse:
    """The rows that cannot be taken as a workbook with a column of reasons."""
    found = round_or_404(pk)
    meant = weighed(found, unsealed(found, seal))
    content = unfit_rows(meant.unfit, meant.letters, reader_language())
    return downloaded(content, f"birlik-accreditation-{found.year}-rows.xlsx")


def downloaded(content: bytes, name: str) -> HttpResponse:
    """A workbook to be kept by the reader."""
    answer = HttpResponse(content, content_type=XLSX)
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
