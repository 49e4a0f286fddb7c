"""An edition of the classifier: brought, checked against what is known, taken over."""

from hashlib import sha256

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from birlik.base.records.engine.content.refusal import UnfitFileError
from birlik.base.records.engine.workbook import read_workbook
from birlik.base.registry.actions.territories import bring_classifier, is_many, take_classifier
from birlik.base.registry.engine.territories import Classifier, Wrong, classifier_of
from birlik.base.registry.models import BroughtFile
from birlik.base.registry.queries.territories import brought_classifier, difference_of
from birlik.base.registry.rules.territories import may_bring_territories
from birlik.base.ui.forms import MEGABYTE, REQUIRED, DayField, SizedFileField
from birlik.base.ui.pages import ActorRequest, now, page
from birlik.base.ui.templatetags.birlik import words
from birlik.base.values.clock import day_of
from birlik.base.values.refused import RefusedError

SHOWN = 100
"""How many places of each sort the check shows."""


class EditionForm(forms.Form):
    """The published file."""

    file = SizedFileField(label=_("Classifier (XLSX)"), types=".xlsx")


class TakeForm(forms.Form):
    """From which day an edition holds, and what is vouched for."""

    use_required_attribute = False
    on = DayField(label=_("The edition holds from"))
    continue_alike = forms.BooleanField(
        label=_("New codes continue the old ones of the same name"), required=False, initial=True
    )
    is_whole = forms.BooleanField(
        label=_("The file is whole: what it does not list is no more"), required=False
    )


@page(
    "territories_import",
    "registry/territories/import/",
    title=_("Import of the classifier"),
    may=may_bring_territories,
    section="registry",
)
def import_page(request: ActorRequest) -> HttpResponse:
    """The place to bring an edition; what is wrong in it is told row by row, and nothing kept."""
    sent = request.method == "POST"
    form = EditionForm(request.POST, request.FILES) if sent else EditionForm()
    wrong: list[Wrong] = []
    if sent and form.is_valid():
        found = read(form)
        if found and not found.wrong:
            return redirect("territories_classifier", pk=kept(request, form, found).pk)
        wrong = list(found.wrong) if found else []
    context = {
        "form": form,
        "wrong": [(row, words(reason)) for row, reason in wrong[:SHOWN]],
        "wrongs": len(wrong),
        "limit": settings.ACT_FILE_LIMIT // MEGABYTE,
    }
    status = 422 if form.errors or wrong else 200
    return render(request, "registry/territories/import.html", context, status=status)


def read(form: EditionForm) -> Classifier | None:
    """What the file says; None with an error in the form where it is no classifier."""
    file = form.cleaned_data["file"]
    try:
        return classifier_of(read_workbook(file.read()))
    except UnfitFileError as error:
        form.add_error("file", words(error.reason))
        return None


def kept(request: ActorRequest, form: EditionForm, found: Classifier) -> BroughtFile:
    """The edition as it waits for its check."""
    file = form.cleaned_data["file"]
    file.seek(0)
    content = file.read()
    return bring_classifier(
        request.actor,
        None,
        at=now(),
        name=str(file.name)[:200],
        digest=sha256(content).hexdigest(),
        size=len(content),
        places=found.places,
    )


@page(
    "territories_classifier",
    "registry/territories/import/<int:pk>/",
    title=_("Check of the classifier"),
    may=may_bring_territories,
    section="registry",
)
def classifier_page(request: ActorRequest, *, pk: int) -> HttpResponse:
    """What an edition changes, before it changes anything; and the taking of it."""
    brought = brought_classifier(pk)
    if brought is None:
        raise Http404
    form = TakeForm(request.POST or None, initial={"on": day_of(now())})
    if request.method == "POST" and form.is_valid() and taken(request, brought, form):
        return redirect("territories")
    for field in form.fields.values():
        field.error_messages["required"] = REQUIRED
    found = None if brought.state == BroughtFile.State.TAKEN else difference_of(brought)
    context = {
        "brought": brought,
        "form": form,
        "found": found,
        "many": found is not None and is_many(found),
        "pairs": list(found.continued.items())[:SHOWN] if found else [],
        "shown": SHOWN,
        "limit": f":{SHOWN}",
    }
    status = 422 if form.errors else 200
    return render(request, "registry/territories/check.html", context, status=status)


def taken(request: ActorRequest, brought: BroughtFile, form: TakeForm) -> bool:
    """Whether the edition was taken over; else the form says why not."""
    try:
        take_classifier(request.actor, brought, at=now(), **form.cleaned_data)
    except RefusedError as refusal:
        form.add_error(None, words(refusal.reason))
        return False
    messages.success(request, gettext("The classifier was taken over."))
    return True
