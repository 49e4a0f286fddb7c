"""The wizard's first step: a file is brought and read."""

from datetime import timedelta

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django_htmx.http import HttpResponseClientRefresh

from birlik.base.records.actions import store_document
from birlik.base.records.models import ActReading
from birlik.base.records.queries.readings import reading, readings
from birlik.base.records.rules import may_open_import
from birlik.base.records.tasks import order_reading, order_reading_anew
from birlik.base.ui.forms import MEGABYTE
from birlik.base.ui.pages import ActorRequest, now, page
from birlik.domains.execution.web.imports.forms import FileForm

ROWS = 20
PATIENCE = timedelta(minutes=2)
"""After so long without an end, the page offers to begin anew."""

UNFINISHED = {ActReading.State.WAITING, ActReading.State.READING}


@page("imports", "imports/", title=_("Import an act"), may=may_open_import, section="acts")
def imports_page(request: ActorRequest) -> HttpResponse:
    """The drop zone, and all readings so far."""
    sent = request.method == "POST"
    form = FileForm(request.POST, request.FILES) if sent else FileForm()
    if sent and form.is_valid():
        return bring(request, form)
    leaf = Paginator(readings(search=request.GET.get("q", "")), ROWS).get_page(
        request.GET.get("page")
    )
    status = 422 if form.errors else 200
    context = {"form": form, "leaf": leaf, "limit": settings.ACT_FILE_LIMIT // MEGABYTE}
    return render(request, "execution/imports/imports.html", context, status=status)


def bring(request: ActorRequest, form: FileForm) -> HttpResponseRedirect:
    """Keep the file and have it read, unless it was read before."""
    file = form.cleaned_data["file"]
    document = store_document(
        request.actor,
        None,
        at=now(),
        name=str(file.name)[:200],
        media_type=(file.content_type or "")[:100],
        content=file.read(),
    )
    begun = order_reading(request.actor, document, at=now())
    if begun.state != ActReading.State.WAITING:
        messages.info(
            request, gettext("This very file was uploaded before: here is what was read.")
        )
    return redirect("reading", pk=begun.pk)


@page(
    "reading_progress",
    "imports/<int:pk>/progress/",
    title=_("Reading of the act"),
    may=may_open_import,
    section="acts",
)
def progress_page(request: ActorRequest, *, pk: int) -> HttpResponse:
    """How far the worker is; when it is done, the whole page is asked for anew."""
    found = reading(pk)
    if found is None:
        raise Http404
    if found.state not in UNFINISHED:
        return HttpResponseClientRefresh()
    return render(request, "execution/imports/progress_part.html", progress_context(found))


def progress_context(found: ActReading) -> dict[str, object]:
    """What the progress shows."""
    return {"reading": found, "slow": now() - found.begun_at > PATIENCE}


@page(
    "reading_again",
    "imports/<int:pk>/again/",
    title=_("Read anew"),
    may=may_open_import,
    section="acts",
)
def again_page(request: ActorRequest, *, pk: int) -> HttpResponse:
    """Have a file read anew, after a failure or when the worker was lost."""
    found = reading(pk)
    if found is None:
        raise Http404
    if request.method == "POST":
        order_reading_anew(request.actor, found, at=now())
    return redirect("reading", pk=pk)
