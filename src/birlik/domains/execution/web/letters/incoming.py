"""Registering what came in."""

from django.conf import settings
from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext, gettext_lazy

from birlik.base.letters.actions import register_letter
from birlik.base.letters.models import Letter
from birlik.base.letters.queries import letter
from birlik.base.letters.rules import may_open_letters
from birlik.base.obligations.web.examination import examined
from birlik.base.records.actions import store_document
from birlik.base.records.engine.content import UnfitFileError
from birlik.base.records.models import Document
from birlik.base.ui.forms import MEGABYTE
from birlik.base.ui.pages import ActorRequest, now, page
from birlik.base.ui.templatetags.birlik import words
from birlik.base.values.clock import day_of
from birlik.base.values.refused import RefusedError
from birlik.domains.execution.engine.wanted import number_in
from birlik.domains.execution.queries.letters import bodies
from birlik.domains.execution.web.letters.forms import IncomingForm


@page(
    "letter_new",
    "letters/new/",
    title=gettext_lazy("Register an incoming letter"),
    may=may_open_letters,
    section="letters",
)
def letter_new(request: ActorRequest) -> HttpResponse:
    """A letter that came in, with its scan."""
    at = now()
    known = list(bodies(on=day_of(at)))
    if request.method == "POST":
        form = IncomingForm(request.POST, request.FILES, bodies=known)
        if form.is_valid() and (made := registered(request, form)):
            messages.success(request, gettext("The letter is in the register."))
            return redirect("letter", pk=made.pk)
    else:
        form = IncomingForm(bodies=known, initial=begun_with(request))
    context = {
        "form": form,
        "limit": settings.EVIDENCE_FILE_LIMIT // MEGABYTE,
        "file_again": bool(request.FILES) and bool(form.errors),
    }
    status = 422 if form.errors else 200
    return render(request, "execution/letters/incoming.html", context, status=status)


def begun_with(request: ActorRequest) -> dict[str, object]:
    """What the form shows at first: the letter to which this one is an answer, or the body that
    wrote it, where the address names it."""
    answered = letter(number_in(request.GET.get("answers", "")) or 0)
    today = day_of(now())
    if answered is None:
        return {
            "received_on": today,
            "correspondent": number_in(request.GET.get("from", "")),
        }
    return {
        "received_on": today,
        "correspondent": answered.correspondent_id,
        "answers": answered.number,
    }


def registered(request: ActorRequest, form: IncomingForm) -> Letter | None:
    """The letter in the register, or None where the form says what is wrong; with a letter that is
    refused, its scan is not kept either."""
    try:
        with transaction.atomic():
            document = scan_of(request, form)
            return register_letter(request.actor, None, at=now(), letter=form.letter(document))
    except UnfitFileError as unfit:
        form.add_error("scan", words(unfit.reason))
    except RefusedError as refusal:
        form.refuse(refusal)
    return None


def scan_of(request: ActorRequest, form: IncomingForm) -> Document | None:
    """The scan that was sent, as it is kept. Raises `UnfitFileError` for a file that may not be
    kept, one of limited access among them."""
    file = form.cleaned_data["scan"]
    if file is None:
        return None
    brought = examined(file.read, str(file.name), file.size)
    return store_document(
        request.actor,
        None,
        at=now(),
        name=brought.title[:200],
        media_type=brought.media_type,
        content=brought.content,
    )
