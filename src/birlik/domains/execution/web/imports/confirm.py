"""The wizard's last step: a reading becomes an act with its duties, or an act's second text."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from birlik.base.obligations.actions import add_text, adopt_act
from birlik.base.records.engine.amendment import doubtful_count
from birlik.base.records.models import ActReading
from birlik.base.records.queries.readings import (
    act_in_one_language,
    draft_of,
    reading,
    source_text,
)
from birlik.base.records.rules import may_open_import
from birlik.base.ui.language import reader_language
from birlik.base.ui.pages import ActorRequest, now, page
from birlik.base.values.refused import RefusedError
from birlik.domains.execution.web.imports.check import check
from birlik.domains.execution.web.imports.forms import ConfirmForm


def reading_to_confirm(pk: int) -> ActReading:
    """A reading that waits for its confirmation."""
    found = reading(pk)
    if found is None or found.state != ActReading.State.READ:
        raise Http404
    return found


@page(
    "reading_confirm",
    "imports/<int:pk>/confirm/",
    title=_("Confirm"),
    may=may_open_import,
    section="acts",
)
def confirm_page(request: ActorRequest, *, pk: int) -> HttpResponse:
    """Make the reading an act; go to its plan, or to the act when it plans nothing."""
    found = reading_to_confirm(pk)
    if request.method != "POST":
        return redirect(reverse("reading", kwargs={"pk": pk}) + f"?{request.GET.urlencode()}")
    draft = draft_of(found)
    form = ConfirmForm(request.POST, adopted_on=draft.adopted_on, doubtful=doubtful_count(draft))
    if not form.is_valid():
        return check(request, found, form)
    try:
        act = adopt_act(
            request.actor,
            found,
            at=now(),
            repealed_on=form.cleaned_data["repealed_on"],
            controlled_from=form.cleaned_data["controlled_from"],
            accept_doubtful=form.cleaned_data["accept_doubtful"],
        )
    except RefusedError as refusal:
        form.add_error(None, refusal.reason.get(reader_language()))
        return check(request, found, form)
    done = gettext("The act is under control.") if draft.measures else gettext("The act is kept.")
    messages.success(request, done)
    return redirect("plan" if draft.measures else "act", pk=act.pk)


@page(
    "reading_second_text",
    "imports/<int:pk>/second-text/",
    title=_("Add as the second text"),
    may=may_open_import,
    section="acts",
)
def second_text_page(request: ActorRequest, *, pk: int) -> HttpResponse:
    """Add the reading to the act that is already there, as its text in the other language."""
    found = reading_to_confirm(pk)
    known = act_in_one_language(draft_of(found))
    if request.method != "POST" or known is None:
        return redirect("reading", pk=pk)
    act, other = known
    add_text(
        request.actor,
        found,
        at=now(),
        act=act,
        text=source_text(found.document),
        other=source_text(other.document),
    )
    messages.success(request, gettext("The second text was added."))
    return redirect("act", pk=act.pk)
