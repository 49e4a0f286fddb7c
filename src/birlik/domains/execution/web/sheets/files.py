"""A sheet as a workbook: taken away, brought back, and what differs settled."""

from django.conf import settings
from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from birlik.base.records.actions import store_document
from birlik.base.records.engine.content import refuse_marked_name
from birlik.base.records.engine.content.examination import refuse_marked
from birlik.base.records.engine.workbook import UnfitFileError, read_workbook
from birlik.base.ui.export.answer import XLSX
from birlik.base.ui.pages import ActorRequest, now, page
from birlik.base.ui.templatetags.birlik import words
from birlik.base.values.clock import day_of
from birlik.base.values.local_text import LocalText
from birlik.base.values.refused import RefusedError
from birlik.domains.execution.actions.rounds.bring import (
    MERGED_ALREADY,
    bring_workbook,
    settle_conflicts,
)
from birlik.domains.execution.models import BroughtSheet, Sheet
from birlik.domains.execution.papers.sheet_book import sheet_book
from birlik.domains.execution.queries.rounds.sheet import Conflicting, conflicting_of, sheet_lines
from birlik.domains.execution.rules.sheets import may_open_filling, may_open_sheets
from birlik.domains.execution.web.sheets.shown import head_of, seen_sheet, show

LARGEST = 5 * 2**20
"""How many bytes the workbook of a sheet may have."""

NO_FILE = LocalText(
    kk="Файлды таңдаңыз: осы кестеден жүктеп алынған XLSX кітабы.",
    ru="Выберите файл: книгу XLSX, скачанную из этой таблицы.",
    en="Choose a file: the XLSX workbook that was taken from this sheet.",
)
FILE_TOO_LARGE = LocalText(
    kk="Файл тым үлкен: кесте 5 МБ-тан аспайды. Ішінен суреттерді алып тастап, қайта жүктеңіз.",
    ru="Файл слишком велик: таблица не больше 5 МБ. Уберите из него изображения и загрузите снова.",
    en="The file is too large: a sheet has 5 MB at most. Take pictures out of it and bring it "
    "again.",
)


@page(
    "sheet_file",
    "sheets/<int:pk>/file/",
    title=_("The sheet as a workbook"),
    may=may_open_sheets,
    section="sheets",
)
def file(request: ActorRequest, *, pk: int) -> HttpResponse:
    """The workbook of a sheet, with what stands in it now."""
    sheet, at = seen_sheet(request, pk), now()
    mark = "demonstration-" if settings.DEMONSTRATION else ""
    name = f"birlik-{mark}sheet-{sheet.round_id}-{sheet.pk}-{day_of(at):%Y-%m-%d}.xlsx"
    return HttpResponse(
        sheet_book(sheet_lines(sheet, on=day_of(at))),
        content_type=XLSX,
        headers={
            "Content-Disposition": f'attachment; filename="{name}"',
            "Cache-Control": "private, no-store",
        },
    )


@page(
    "sheet_bring",
    "sheets/<int:pk>/bring/",
    title=_("Bring the workbook"),
    may=may_open_filling,
    section="sheets",
)
def bring(request: ActorRequest, *, pk: int) -> HttpResponse:
    """Merge a workbook into the sheet, and tell what was taken of it and what was not."""
    sheet = seen_sheet(request, pk)
    if request.method != "POST":
        return redirect("sheet", pk=pk)
    try:
        name, content = file_in(request)
        refuse_marked_name(name)
        refuse_marked(read_workbook(content).words)
        document = store_document(
            request.actor,
            None,
            at=now(),
            name=name,
            media_type=XLSX,
            content=content,
        )
        answer = bring_workbook(request.actor, sheet, at=now(), document=document)
    except (RefusedError, UnfitFileError) as refusal:
        status = 409 if refusal.reason is MERGED_ALREADY else 422
        return show(request, seen_sheet(request, pk), refusal=refusal.reason, status=status)
    of = sheet_lines(seen_sheet(request, pk), on=day_of(now()))
    context = {**head_of(request, of, at=now()), "answer": answer}
    return render(request, "execution/sheets/brought.html", context)


def file_in(request: ActorRequest) -> tuple[str, bytes]:
    """Name and bytes of the file that came. Raises `RefusedError` without one, and for too large a
    one."""
    sent = request.FILES.get("file")
    if not isinstance(sent, UploadedFile):
        raise RefusedError(NO_FILE)
    if (sent.size or 0) > LARGEST:
        raise RefusedError(FILE_TOO_LARGE)
    return str(sent.name)[:200], bytes(sent.read())


@page(
    "sheet_settle",
    "sheets/<int:pk>/files/<int:number>/",
    title=_("Cells that differ"),
    may=may_open_filling,
    section="sheets",
)
def settle(request: ActorRequest, *, pk: int, number: int) -> HttpResponse:
    """The cells in which a workbook and the sheet differ, each to be chosen."""
    sheet = seen_sheet(request, pk)
    if request.method != "POST":
        return show_conflicts(request, sheet, number)
    chosen = {
        name.removeprefix("cell-"): value == "file"
        for name, value in request.POST.items()
        if name.startswith("cell-") and value in {"file", "page"}
    }
    try:
        left = settle_conflicts(request.actor, sheet, at=now(), record=number, chosen=chosen)
    except RefusedError as refusal:
        messages.error(request, words(refusal.reason))
        return redirect("sheet", pk=pk)
    if left:
        messages.warning(request, gettext("Cells still to be chosen: %(count)s.") % {"count": left})
        return redirect("sheet_settle", pk=pk, number=number)
    messages.success(request, gettext("All cells are settled."))
    return redirect("sheet", pk=pk)


def show_conflicts(request: ActorRequest, sheet: Sheet, number: int) -> HttpResponse:
    """The page of the cells that wait."""
    of = sheet_lines(sheet, on=day_of(now()))
    record: BroughtSheet | None
    waiting: list[Conflicting]
    record, waiting = conflicting_of(of, number)
    if record is None or not waiting:
        return redirect("sheet", pk=sheet.pk)
    context = {**head_of(request, of, at=now()), "record": record, "waiting": waiting}
    return render(request, "execution/sheets/conflicts.html", context)
