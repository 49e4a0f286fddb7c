"""One letter: what it is, what it answers, what was done by it; its number, scan and print."""

from django.contrib import messages
from django.http import FileResponse, Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext, gettext_lazy

from birlik.base.letters.actions import number_letter
from birlik.base.letters.engine.typeset import typeset
from birlik.base.letters.models import Letter
from birlik.base.letters.papers import letters_source
from birlik.base.letters.queries import body_of, letter, printed
from birlik.base.letters.rules import may_number_letter, may_open_letters
from birlik.base.obligations.rules.by_letter import may_report_by_letter, may_settle_by_letter
from birlik.base.obligations.web.download import HEADERS
from birlik.base.records.engine.content import shown_name
from birlik.base.ui.pages import ActorRequest, now, page
from birlik.base.values.clock import day_of
from birlik.base.values.refused import RefusedError
from birlik.domains.execution.queries.letters import LetterSheet, letter_sheet
from birlik.domains.execution.queries.rounds.sheet import waiting_sheets
from birlik.domains.execution.web.letters.forms import NumberForm
from birlik.domains.execution.web.letters.words import (
    KINDS,
    STANDING_NAMES,
    STANDING_TONES,
    named,
    standing_of,
)


@page(
    "letter",
    "letters/<int:pk>/",
    title=gettext_lazy("Letter"),
    may=may_open_letters,
    section="letters",
)
def letter_page(request: ActorRequest, pk: int) -> HttpResponse:
    """The letter with all that is told of it; an outgoing one gets its number here."""
    sheet = known_sheet(pk)
    at, one = now(), sheet.letter
    sent = request.method == "POST"
    form = NumberForm(request.POST if sent else None, initial=number_shown(one, day_of(at)))
    if sent and form.is_valid():
        try:
            number_letter(request.actor, one, at=at, **form.cleaned_data)
        except RefusedError as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, gettext("The letter has its number."))
            return redirect("letter", pk=pk)
    standing = standing_of(one, answered=bool(sheet.answered_by))
    context = {
        "sheet": sheet,
        "one": one,
        "named": named(one),
        "kind": KINDS.get(one.mailing.kind, "") if one.mailing else "",
        "standing": (STANDING_TONES.get(standing), STANDING_NAMES.get(standing)),
        "body": body_of(one),
        "form": form if may_number_letter(request.actor, one, at) else None,
        "may_report": bool(may_report_by_letter(request.actor, one, at)),
        "waiting": waiting_sheets(one),
        "may_settle": bool(may_settle_by_letter(request.actor, one, at)),
    }
    status = 422 if form.errors else 200
    return render(request, "execution/letters/letter.html", context, status=status)


def number_shown(one: Letter, today: object) -> dict[str, object]:
    """What the form of the number shows."""
    return {"number": one.number, "dated_on": one.dated_on or today}


def known_sheet(pk: int) -> LetterSheet:
    """The letter of a number; Http404 for an unknown one."""
    found = letter_sheet(pk)
    if found is None:
        raise Http404
    return found


def known_letter(pk: int) -> Letter:
    """The letter of a number, alone; Http404 for an unknown one."""
    found = letter(pk)
    if found is None:
        raise Http404
    return found


@page(
    "letter_scan",
    "letters/<int:pk>/scan/",
    title=gettext_lazy("Scan"),
    may=may_open_letters,
    section="letters",
)
def letter_scan(_request: ActorRequest, pk: int) -> FileResponse:
    """The scan of a letter, always as a file to be saved."""
    document = known_letter(pk).document
    if document is None:
        raise Http404
    return FileResponse(
        document.file.open("rb"),
        as_attachment=True,
        filename=shown_name(document.name),
        content_type="application/octet-stream",
        headers=HEADERS,
    )


@page(
    "letter_pdf",
    "letters/<int:pk>/pdf/",
    title=gettext_lazy("Letter"),
    may=may_open_letters,
    section="letters",
)
def letter_pdf(_request: ActorRequest, pk: int) -> HttpResponseBase:
    """An outgoing letter ready to be printed."""
    return pdf_of([known_letter(pk)], f"letter-{pk}")


def pdf_of(ready: list[Letter], name: str) -> HttpResponse:
    """Outgoing letters as one PDF to be saved; Http404 where none of them has a text of ours."""
    pages = printed(ready)
    if not pages:
        raise Http404
    pdf = typeset(letters_source(), pages, at=now())
    headers = {
        "Content-Disposition": f'attachment; filename="birlik-{name}.pdf"',
        "Cache-Control": "private, no-store",
    }
    return HttpResponse(pdf, content_type="application/pdf", headers=headers)
