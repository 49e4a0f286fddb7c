"""One text to many addressees: written, numbered, printed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import cast, get_args

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy, ngettext

from birlik.base.charter.models import Catalogue
from birlik.base.charter.queries import items
from birlik.base.letters.actions import begin_mailing, number_mailing
from birlik.base.letters.engine.text import MailingKind
from birlik.base.letters.models import Letter, Mailing
from birlik.base.letters.queries import letters_of, mailing
from birlik.base.letters.rules import may_open_letters
from birlik.base.registry.models import Structure
from birlik.base.ui.pages import ActorRequest, now, page
from birlik.base.values.clock import day_of
from birlik.base.values.local_text import LocalText
from birlik.base.values.period import Period
from birlik.base.values.refused import RefusedError
from birlik.domains.execution.engine.wanted import number_in
from birlik.domains.execution.queries.letters import acts_written_of, bodies, overdue_points
from birlik.domains.execution.web.letters.forms import MailingForm, MailingNumberForm
from birlik.domains.execution.web.letters.one import pdf_of
from birlik.domains.execution.web.letters.words import KINDS

ROWS = 60
POINTS = "points"


@dataclass(frozen=True, slots=True)
class Choice:
    """Bodies of one kind among which addressees are chosen; `whole` where all of them are."""

    kind: str
    name: LocalText
    whole: bool
    bodies: list[tuple[Structure, bool]]

    @property
    def is_open(self) -> bool:
        """Whether some of the bodies are chosen one by one."""
        return any(chosen for _body, chosen in self.bodies)


@page(
    "mailing_new",
    "mailings/new/",
    title=gettext_lazy("New mailing"),
    may=may_open_letters,
    section="letters",
)
def mailing_new(request: ActorRequest) -> HttpResponse:
    """The text of a mailing, to begin with that of its kind, and its addressees."""
    kind = kind_in(request.GET.get("kind", ""))
    on = day_of(now())
    known = list(bodies(on=on))
    sent = request.POST if request.method == "POST" else None
    begun_with = MailingForm.usual(kind, period=period_in(request.GET.get("period", "")))
    about = {"act": number_in(request.GET.get("act", "")) or ""}
    form = MailingForm(sent, kind=kind, acts=list(acts_written_of()), initial=begun_with | about)
    whole = set(sent.getlist("kinds")) if sent else set()
    picked = {number_in(word) for word in sent.getlist("to")} if sent else set()
    addressees = [one for one in known if one.kind in whole or one.pk in picked]
    if form.is_valid() and (made := begun(request, form, addressees)):
        count = made.letters.count()
        told = ngettext("%(count)d letter was made.", "%(count)d letters were made.", count)
        messages.success(request, told % {"count": count})
        return redirect("mailing", pk=made.pk)
    context = {
        "form": form,
        "kind": kind,
        "kinds": KINDS,
        "choices": list(choices_of(known, whole, picked, on=on)),
    }
    status = 422 if form.errors else 200
    return render(request, "execution/letters/mailing_new.html", context, status=status)


def kind_in(word: str) -> MailingKind:
    """The kind of mailing that an address names; a request where it names none."""
    return cast("MailingKind", word) if word in get_args(MailingKind) else "request"


def period_in(code: str) -> LocalText | None:
    """The period that an address names, in words; None where it names none."""
    try:
        return Period.parse(code).in_words()
    except ValueError:
        return None


def begun(request: ActorRequest, form: MailingForm, addressees: list[Structure]) -> Mailing | None:
    """The mailing, or None where the form says what is wrong with it. Where the text names the
    points that are overdue, who is overdue with none gets no letter."""
    text, at = form.written(), now()
    values = None
    if POINTS in text.fields:
        values = overdue_points(addressees, act=form.cleaned_data["act"], on=day_of(at))
        addressees = [one for one in addressees if one.pk in values]
    try:
        return begin_mailing(
            request.actor, None, at=at, text=text, addressees=addressees, values=values
        )
    except RefusedError as refusal:
        form.refuse(refusal)
    return None


def choices_of(
    known: list[Structure], whole: set[str], picked: set[int | None], *, on: date
) -> Iterator[Choice]:
    """The bodies by kind, with what was chosen of them."""
    names = {one.code: one.name for one in items(Catalogue.BODY_KIND, on=on)}
    for kind, group in groupby(known, key=lambda one: one.kind):
        ticked = [(one, one.pk in picked) for one in group]
        yield Choice(kind, names.get(kind, LocalText(kind)), kind in whole, ticked)


@page(
    "mailing",
    "mailings/<int:pk>/",
    title=gettext_lazy("Mailing"),
    may=may_open_letters,
    section="letters",
)
def mailing_page(request: ActorRequest, pk: int) -> HttpResponse:
    """A mailing: its addressees with their numbers, and the numbering of those without one."""
    one = known_mailing(pk)
    at = now()
    found = letters_of(one)
    left = found.filter(number="").count()
    sent = request.POST if request.method == "POST" else None
    form = MailingNumberForm(sent, initial={"dated_on": day_of(at)})
    if form.is_valid() and numbered(request, one, form):
        return redirect("mailing", pk=pk)
    leaf = Paginator(found, ROWS).get_page(request.GET.get("page"))
    context = {
        "one": one,
        "kind": KINDS[one.kind],
        "leaf": leaf,
        "left": left,
        "form": form if left else None,
        "text": LocalText(one.text_kk, one.text_ru),
    }
    status = 422 if form.errors else 200
    return render(request, "execution/letters/mailing.html", context, status=status)


def numbered(request: ActorRequest, one: Mailing, form: MailingNumberForm) -> bool:
    """Whether the letters of a mailing got their numbers; else the form says what is wrong."""
    clean = form.cleaned_data
    try:
        count = number_mailing(
            request.actor,
            one,
            at=now(),
            first=clean["number"],
            dated_on=clean["dated_on"],
            one_for_all=clean["one_for_all"],
        )
    except RefusedError as refusal:
        form.refuse(refusal)
        return False
    told = ngettext(
        "%(count)d letter has its number.", "%(count)d letters have their numbers.", count
    )
    messages.success(request, told % {"count": count})
    return True


@page(
    "mailing_pdf",
    "mailings/<int:pk>/pdf/",
    title=gettext_lazy("Mailing"),
    may=may_open_letters,
    section="letters",
)
def mailing_pdf(_request: ActorRequest, pk: int) -> HttpResponseBase:
    """All letters of a mailing as one PDF, ready to be printed."""
    ready: list[Letter] = list(letters_of(known_mailing(pk)))
    return pdf_of(ready, f"mailing-{pk}")


def known_mailing(pk: int) -> Mailing:
    """The mailing of a number; Http404 for an unknown one."""
    found = mailing(pk)
    if found is None:
        raise Http404
    return found
