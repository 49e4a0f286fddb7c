"""What lies in an office today: to be read, printed, carried away, and handed over."""

from datetime import datetime
from typing import Any, cast

from django import forms
from django.contrib import messages
from django.http import Http404
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from birlik.base.registry.models import Appointment, Office
from birlik.base.ui.export import Column, Listing, exported
from birlik.base.ui.forms import REQUIRED
from birlik.base.ui.pages import ActorRequest, now, page
from birlik.base.ui.templatetags.birlik import day, words
from birlik.base.values.actor import Actor
from birlik.base.values.clock import day_of
from birlik.base.values.refused import RefusedError, require
from birlik.base.values.verdict import Verdict
from birlik.domains.execution.actions.handover import hand_over
from birlik.domains.execution.engine.handing_over import PARTS, Item, by_part
from birlik.domains.execution.queries.handing_over import (
    handed_over,
    handovers_of,
    holders_around,
    office_numbered,
)
from birlik.domains.execution.rules.handover import NOT_YOUR_OFFICE, may_hand_over
from birlik.domains.execution.web.plan_words import LOOKS, look


def state_name(one: Item) -> str:
    """The state of a row in the reader's language; '' where it has none."""
    return str(look(one.state).name) if one.state else ""


COLUMNS: tuple[Column[Item], ...] = (
    Column(_("Part"), lambda one: PARTS[one.part], 28),
    Column(_("Act and point"), lambda one: one.point, 18),
    Column(_("About"), lambda one: one.title, 60),
    Column(_("Body"), lambda one: one.body, 24),
    Column(_("Due"), lambda one: one.due_on, 12),
    Column(_("State"), state_name, 16),
)

PILLS = {code: (one.tone, one.name) for code, one in LOOKS.items()}


class HandoverForm(forms.Form):
    """Who hands the office over, and who takes it."""

    use_required_attribute = False
    giver = forms.ChoiceField(label=_("Hands over"), error_messages={"required": REQUIRED})
    taker = forms.ChoiceField(label=_("Takes over"), error_messages={"required": REQUIRED})

    def __init__(self, sent: Any, holders: list[Appointment]) -> None:
        super().__init__(sent)
        for name in ("giver", "taker"):
            choices = [("", "—"), *((str(one.pk), seat_told(one)) for one in holders)]
            cast("forms.ChoiceField", self.fields[name]).choices = choices


def seat_told(one: Appointment) -> str:
    """A person with the days in office: "Айгүл (01.02.2024 – 31.12.2026)"."""
    return f"{one.person.full_name} ({day(one.valid_from)} – {day(one.last_on) or '…'})"


def may_open_handover(actor: Actor, at: datetime) -> Verdict:
    """Who may hand over any office at all; which one, the page asks."""
    return may_hand_over(actor, None, at)


@page(
    "office_handover",
    "offices/<int:pk>/handover/",
    title=_("What lies in the office"),
    may=may_open_handover,
    section="account",
)
def office_handover(request: ActorRequest, *, pk: int) -> HttpResponseBase:
    """The list of today, as a page or a file, and the form that records who takes it over."""
    office, at = visible_office(request, pk), now()
    items = handed_over(office, on=day_of(at))
    listing = Listing("handover", _("What lies in the office"), COLUMNS, items)
    if (answer := exported(request, listing, at=at)) is not None:
        return answer
    holders = holders_around(office, on=day_of(at))
    form = HandoverForm(request.POST or None, holders)
    if form.is_valid() and (made := recorded(request, form, office, holders)):
        return redirect("handover", pk=made)
    context = {
        "office": office,
        "on": day_of(at),
        "parts": by_part(items),
        "pills": PILLS,
        "count": len(items),
        "form": form if len(holders) > 1 else None,
        "before": handovers_of(office),
    }
    status = 422 if form.errors else 200
    return render(request, "execution/handover/list.html", context, status=status)


def visible_office(request: ActorRequest, pk: int) -> Office:
    """An office whose list the reader may see.

    Raises `RefusedError` with one reason for what is not the reader's and what is not there;
    Http404 only to who may see every office.
    """
    office = office_numbered(pk)
    if office is None:
        if request.actor.holds("registry.keep"):
            raise Http404
        raise RefusedError(NOT_YOUR_OFFICE)
    require(may_hand_over(request.actor, office, now()))
    return office


def recorded(
    request: ActorRequest, form: HandoverForm, office: Office, holders: list[Appointment]
) -> int:
    """Record the handover; its number, 0 where it was refused, which the form then says."""
    by_number = {str(one.pk): one for one in holders}
    giver, taker = (by_number[form.cleaned_data[name]] for name in ("giver", "taker"))
    try:
        made = hand_over(request.actor, office, at=now(), giver=giver, taker=taker)
    except RefusedError as refusal:
        form.add_error(None, words(refusal.reason))
        return 0
    messages.success(request, gettext("The handover is recorded. Print it for the signatures."))
    return made.pk
