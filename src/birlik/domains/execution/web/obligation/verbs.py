"""What can be done about an obligation, each at an address of its own."""

from collections.abc import Callable
from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from birlik.base.obligations.actions import (
    accept_contributions,
    accept_report,
    ask_extension,
    consolidate_contributions,
    grant_extension,
    make_remark,
    refuse_extension,
    release_obligation,
    return_report,
    take_off_control,
)
from birlik.base.obligations.rules import (
    may_accept_contributions,
    may_ask_extension,
    may_consolidate,
    may_decide_extension,
    may_release,
    may_remark,
    may_review,
    may_take_off,
)
from birlik.base.ui.pages import ActorRequest, now, page
from birlik.base.ui.templatetags.birlik import words
from birlik.base.values.clock import day_of
from birlik.base.values.refused import RefusedError
from birlik.domains.execution.queries.obligations import next_to_review
from birlik.domains.execution.web.obligation.forms import VerbForm
from birlik.domains.execution.web.obligation.sheet import (
    FORMS,
    Entered,
    anywhere,
    show,
    visible,
)


@dataclass(frozen=True, slots=True)
class Verb:
    """A form of the page, the action that it is given to, what is said when it is done, and whether
    it is one of a row: then the next that waits is named."""

    name: str
    do: Callable[..., object]
    done: str | Promise
    of_row: bool = False


def receive(request: ActorRequest, pk: int, verb: Verb) -> HttpResponse:
    """Do what was asked and go back to the page; or show it again with what is wrong."""
    obligation = visible(request, pk)
    if request.method != "POST":
        return redirect("obligation", pk=pk)
    form: VerbForm = FORMS[verb.name][1](request.POST, of=f"{verb.name}_{pk}")
    if form.is_valid():
        try:
            verb.do(request.actor, obligation, at=now(), **form.cleaned_data)
        except RefusedError as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, with_next(request, verb) if verb.of_row else str(verb.done))
            return back(shown_on(request, pk))
    shown = visible(request, shown_on(request, pk))
    return show(request, shown, entered=Entered(verb.name, pk, form), status=422)


def with_next(request: ActorRequest, verb: Verb) -> str:
    """What is said when a report is judged, with a link to the next that waits."""
    waiting = next_to_review(request.actor, on=day_of(now()))
    if waiting is None:
        return format_html("{} {}", verb.done, _("No more reports wait for your review."))
    url = reverse("obligation", kwargs={"pk": waiting.pk})
    name = f"{waiting.duty.provision.number}. {words(waiting.debtor.short)}"
    return format_html('{} <a href="{}">{}: {} →</a>', verb.done, url, _("The next one"), name)


def shown_on(request: ActorRequest, pk: int) -> int:
    """The number of the obligation on whose page the form stood: a contribution's stand on that of
    its lead."""
    lead = request.POST.get("shown_on", "")
    return int(lead) if lead.isascii() and lead.isdecimal() and len(lead) < 18 else pk


def back(pk: int) -> HttpResponseRedirect:
    """To the page of an obligation."""
    return HttpResponseRedirect(reverse("obligation", kwargs={"pk": pk}))


@page(
    "obligation_consolidate",
    "obligations/<int:pk>/consolidate/",
    title=_("Consolidate"),
    may=anywhere(may_consolidate),
    section="obligations",
)
def consolidate(request: ActorRequest, *, pk: int) -> HttpResponse:
    """Take the accepted contributions up into the draft."""
    done = _("The accepted contributions are in the draft now.")
    return receive(request, pk, Verb("consolidate", consolidate_contributions, done))


@page(
    "obligation_accept",
    "obligations/<int:pk>/accept/",
    title=_("Accept"),
    may=anywhere(may_review),
    section="obligations",
)
def accept(request: ActorRequest, *, pk: int) -> HttpResponse:
    """Accept the report that waits."""
    done = _("The report is accepted.")
    return receive(request, pk, Verb("accept", accept_report, done, of_row=True))


@page(
    "obligation_accept_all",
    "obligations/<int:pk>/accept-all/",
    title=_("Accept all"),
    may=anywhere(may_accept_contributions),
    section="obligations",
)
def accept_all(request: ActorRequest, *, pk: int) -> HttpResponse:
    """Accept the reports of the contributors that the lead saw waiting."""
    done = _("The reports of the co-executors are accepted.")
    return receive(request, pk, Verb("accept_all", accept_contributions, done, of_row=True))


@page(
    "obligation_return",
    "obligations/<int:pk>/return/",
    title=_("Return"),
    may=anywhere(may_review),
    section="obligations",
)
def give_back(request: ActorRequest, *, pk: int) -> HttpResponse:
    """Return the report that waits, with a reason."""
    done = _("The report is returned; its author is told why.")
    return receive(request, pk, Verb("return", return_report, done, of_row=True))


@page(
    "obligation_take_off",
    "obligations/<int:pk>/take-off/",
    title=_("Take off control"),
    may=anywhere(may_take_off),
    section="obligations",
)
def take_off(request: ActorRequest, *, pk: int) -> HttpResponse:
    """Take off control what was accepted."""
    done = _("The obligation is taken off control.")
    return receive(request, pk, Verb("take_off", take_off_control, done))


@page(
    "obligation_ask",
    "obligations/<int:pk>/extension/",
    title=_("Ask for an extension"),
    may=anywhere(may_ask_extension),
    section="obligations",
)
def ask(request: ActorRequest, *, pk: int) -> HttpResponse:
    """Ask for a later due date."""
    done = _("The request is sent; the due date stays until it is granted.")
    return receive(request, pk, Verb("ask", ask_extension, done))


@page(
    "obligation_grant",
    "obligations/<int:pk>/extension/grant/",
    title=_("Extend"),
    may=anywhere(may_decide_extension),
    section="obligations",
)
def grant(request: ActorRequest, *, pk: int) -> HttpResponse:
    """Grant the later due date."""
    return receive(request, pk, Verb("grant", grant_extension, _("The due date is extended.")))


@page(
    "obligation_refuse",
    "obligations/<int:pk>/extension/refuse/",
    title=_("Refuse to extend"),
    may=anywhere(may_decide_extension),
    section="obligations",
)
def refuse(request: ActorRequest, *, pk: int) -> HttpResponse:
    """Refuse the later due date."""
    done = _("The request is refused; the due date stays.")
    return receive(request, pk, Verb("refuse", refuse_extension, done))


@page(
    "obligation_release",
    "obligations/<int:pk>/release/",
    title=_("Release"),
    may=anywhere(may_release),
    section="obligations",
)
def release(request: ActorRequest, *, pk: int) -> HttpResponse:
    """Release from execution on the ground of a point of an act."""
    done = _("Released from execution: nothing is owed any more.")
    return receive(request, pk, Verb("release", release_obligation, done))


@page(
    "obligation_remark",
    "obligations/<int:pk>/remarks/",
    title=_("Message"),
    may=anywhere(may_remark),
    section="obligations",
)
def remark(request: ActorRequest, *, pk: int) -> HttpResponse:
    """Say something to all who see the obligation."""
    return receive(request, pk, Verb("remark", make_remark, _("The message is here for all.")))
