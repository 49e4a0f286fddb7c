"""What a person may ask for: everything that is kept, and its erasure."""

from django.contrib import messages
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from birlik.base.registry.actions.personal_erasure import erase_person
from birlik.base.registry.actions.personal_extract import draw_extract
from birlik.base.registry.engine.personal import ExtractLine
from birlik.base.registry.queries.personal import offices_not_over, offices_of
from birlik.base.registry.queries.personal_whole import erasure_of
from birlik.base.registry.rules.people import may_open_keeping
from birlik.base.registry.web.people.forms import ErasureForm, RequestForm
from birlik.base.registry.web.people.found import found_to_keep
from birlik.base.ui.export import Column, Listing, workbook_of
from birlik.base.ui.pages import ActorRequest, now, page
from birlik.base.ui.templatetags.birlik import words
from birlik.base.values.clock import day_of
from birlik.base.values.refused import RefusedError

UNPROCESSABLE = 422
COLUMNS: tuple[Column[ExtractLine], ...] = (
    Column(_("Part"), lambda one: one.part, 28),
    Column(_("What is kept"), lambda one: one.what, 36),
    Column(_("What it says"), lambda one: one.value, 80),
)


@page(
    "person_extract",
    "registry/people/<int:pk>/extract/",
    title=_("Extract for the person"),
    may=may_open_keeping,
    section="registry",
)
def extract_page(request: ActorRequest, *, pk: int) -> HttpResponseBase:
    """Everything that is kept about a person, as a file for the person; the journal has that it was
    drawn."""
    person, at = found_to_keep(request, pk), now()
    form = RequestForm(request.POST or None)
    if form.is_valid():
        try:
            lines = draw_extract(request.actor, person, at=at, **form.cleaned_data)
        except RefusedError as refusal:
            form.add_error("asked_on", words(refusal.reason))
        else:
            listing = Listing(
                "extract",
                _("Extract of personal data"),
                COLUMNS,
                lines,
                ((_("Date of the person’s request"), form.cleaned_data["asked_on"]),),
            )
            return workbook_of(request, listing, at=at)
    context = {"person": person, "form": form}
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "registry/people/extract.html", context, status=status)


@page(
    "person_erase",
    "registry/people/<int:pk>/erase/",
    title=_("Erase personal data"),
    may=may_open_keeping,
    section="registry",
)
def erase_page(request: ActorRequest, *, pk: int) -> HttpResponse:
    """What erasing does, with what law obliges to keep; then, confirmed, the doing of it."""
    person, at = found_to_keep(request, pk), now()
    planned = erasure_of(person)
    form = ErasureForm(request.POST or None, initial={"seen": planned.seen})
    if form.is_valid():
        asked = {name: form.cleaned_data[name] for name in ("asked_on", "seen")}
        try:
            erase_person(request.actor, person, at=at, **asked)
        except RefusedError as refusal:
            form.add_error(None, words(refusal.reason))
            form.data = request.POST.copy()
            form.data["seen"] = planned.seen
        else:
            messages.success(request, gettext("The personal data are erased."))
            return redirect("person", pk=pk)
    context = {
        "person": person,
        "planned": planned,
        "offices": offices_of(person),
        "held": offices_not_over(person, on=day_of(at)),
        "form": form,
    }
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "registry/people/erase.html", context, status=status)
