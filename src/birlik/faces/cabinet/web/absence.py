"""Absence: who stands in for me, for whom I stand in, and for the keeper everybody's."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any, cast

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from birlik.base.registry.actions import end_appointment, substitute
from birlik.base.registry.models import Appointment, Person
from birlik.base.registry.queries.absence import (
    colleagues,
    holders_to_replace,
    people_told,
    substitutions,
    substitutions_by,
    substitutions_for,
)
from birlik.base.registry.refusals import NOT_YOUR_ABSENCE
from birlik.base.ui.forms import REQUIRED, DayField
from birlik.base.ui.pages import ActorRequest, may_when_signed_in, now, page
from birlik.base.ui.templatetags.birlik import words
from birlik.base.values.clock import day_of
from birlik.base.values.refused import RefusedError

DAY = timedelta(days=1)
ROWS = 50
Choice = tuple[str, str]
"""What a list of choices sends and shows."""


class AbsenceForm(forms.Form):
    """Who is absent, who stands in, from the first day to the last, on what order."""

    use_required_attribute = False
    absent = forms.ChoiceField(label=_("Office"), error_messages={"required": REQUIRED})
    person = forms.ChoiceField(label=_("Who stands in"), error_messages={"required": REQUIRED})
    first_on = DayField(label=_("First day of absence"))
    last_on = DayField(label=_("Last day of absence"))
    ground = forms.CharField(
        label=_("Order"),
        help_text=_("Its number and date."),
        max_length=300,
        error_messages={"required": REQUIRED},
    )

    def __init__(self, sent: Any, *, offices: Iterable[Choice], people: Iterable[Choice]) -> None:
        super().__init__(sent)
        choices = list(offices)
        empty = [] if len(choices) == 1 else [("", "—")]
        cast("forms.ChoiceField", self.fields["absent"]).choices = [*empty, *choices]
        cast("forms.ChoiceField", self.fields["person"]).choices = [("", "—"), *people]


@page(
    "absence",
    "account/absence/",
    title=_("Absence and substitutes"),
    may=may_when_signed_in,
    section="account",
)
def absence(request: ActorRequest) -> HttpResponse:
    """Who stands in for the reader and for whom the reader does; for the keeper of the registry
    everybody's; and the form for a new absence."""
    if "end" in request.POST:
        ended(request)
        return redirect("absence")
    keeps, on = request.actor.holds("registry.keep"), day_of(now())
    offices = {str(one.pk): one for one in replaceable(request, keeps=keeps, on=on)}
    people = {str(one.pk): one for one in candidates(request, offices.values(), keeps=keeps, on=on)}
    form = AbsenceForm(
        request.POST or None,
        offices=((pk, told_of(one, named=keeps)) for pk, one in offices.items()),
        people=((pk, one.full_name) for pk, one in people.items()),
    )
    if form.is_valid() and entered(request, form, offices, people):
        return redirect("absence")
    account = request.actor.account_id or 0
    every = Paginator(substitutions(on=on), ROWS).get_page(request.GET.get("page"))
    context = {
        "form": form if offices else None,
        "mine": substitutions_for(account, on=on),
        "by_me": substitutions_by(account, on=on),
        "every": every if keeps else None,
        "today": on,
    }
    return render(request, "cabinet/absence.html", context, status=422 if form.errors else 200)


def replaceable(request: ActorRequest, *, keeps: bool, on: date) -> list[Appointment]:
    """The appointments whose holder may be entered as absent: one's own in full, or all."""
    if keeps:
        return list(holders_to_replace(on=on))
    return [one for one in vars(request)["appointments"] if not one.acting]


def candidates(
    request: ActorRequest, offices: Iterable[Appointment], *, keeps: bool, on: date
) -> list[Person]:
    """Who may stand in: for the keeper whoever has an account, else colleagues, never oneself."""
    if keeps:
        return list(people_told())
    own = {one.person_id for one in vars(request)["appointments"]}
    near = (one for office in offices for one in colleagues(office.office.structure, on=on))
    return list({one.pk: one for one in near if one.pk not in own}.values())


def told_of(one: Appointment, *, named: bool) -> str:
    """An office as it is chosen: with its body, and with the person where there are several."""
    seat = f"{words(one.office.name)}, {words(one.office.structure.short)}"
    return f"{one.person.full_name}: {seat}" if named else seat


def entered(
    request: ActorRequest,
    form: AbsenceForm,
    offices: Mapping[str, Appointment],
    people: Mapping[str, Person],
) -> bool:
    """Enter the absence; whether it was. A refusal stands in the form."""
    given = form.cleaned_data
    try:
        substitute(
            request.actor,
            offices[given["absent"]],
            at=now(),
            person=people[given["person"]],
            valid_from=given["first_on"],
            valid_until=given["last_on"] + DAY,
            ground=given["ground"],
        )
    except RefusedError as refusal:
        form.add_error(None, words(refusal.reason))
        return False
    messages.success(request, gettext("The substitute is entered."))
    return True


def ended(request: ActorRequest) -> None:
    """End a substitution from today on, or take back one that has not begun.

    Raises `RefusedError` for one that is not there, or not the actor's to end.
    """
    at = now()
    asked = request.POST["end"]
    found = next((one for one in substitutions(on=day_of(at)) if str(one.pk) == asked), None)
    if found is None:
        raise RefusedError(NOT_YOUR_ABSENCE)
    end_appointment(request.actor, found, at=at, on=max(day_of(at), found.valid_from))
    messages.success(request, gettext("The substitution is ended."))
