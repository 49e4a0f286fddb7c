"""A person's calendar of obligations: the page with its secret address, and what stands there."""

from collections.abc import Iterable
from datetime import date
from functools import partial
from http import HTTPStatus

from allauth.account.adapter import get_adapter
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from birlik.base.registry.actions import issue_key, renew_key, revoke_key
from birlik.base.registry.models import AccessKey
from birlik.base.registry.queries import key_of, keys_of
from birlik.base.registry.queries.absence import standing_in
from birlik.base.registry.rules import NO_OFFICE, may_try_key
from birlik.base.ui.limits import is_spent, within_limit
from birlik.base.ui.pages import ActorRequest, may_when_signed_in, now, page
from birlik.base.values.actor import Actor
from birlik.base.values.clock import day_of
from birlik.base.values.refused import RefusedError
from birlik.domains.execution.queries.calendar import CalendarRow, calendar_rows
from birlik.domains.execution.web.calendar import address_of, calendar_answer

KIND = AccessKey.Kind.CALENDAR
HOUR = 60 * 60
FETCHES, GUESSES = 60, 30
"""How often an hour a calendar is given out, and how many wrong addresses are answered."""


@page(
    "calendar_feed",
    "calendar/<str:secret>.ics",
    title=gettext_lazy("Calendar of obligations"),
    may=may_try_key,
    section="account",
)
def calendar_feed(request: ActorRequest, secret: str) -> HttpResponse:
    """What is owed in the appointment whose key the address holds, and in the offices in which its
    person stands in for somebody today; nothing for any other."""
    at, guesser = now(), f"calendar-guess:{client_of(request)}"
    if is_spent(guesser, most=GUESSES, seconds=HOUR, at=at):
        return too_often()
    found = key_of(secret, KIND, at)
    if found is None:
        within_limit(guesser, most=GUESSES, seconds=HOUR, at=at)
        raise Http404
    key, actor = found
    if not within_limit(f"calendar:{key.pk}", most=FETCHES, seconds=HOUR, at=at):
        return too_often()
    with override(key.account.language):
        rows = rows_for((actor, *standing_in(key.account, on=day_of(at))), on=day_of(at))
        return calendar_answer(rows, _("Obligations"), partial(address_of, request))


def rows_for(actors: Iterable[Actor], *, on: date) -> list[CalendarRow]:
    """What any of the actors owes around a day, each obligation once, by due date."""
    found = {row.obligation.pk: row for one in actors for row in calendar_rows(one, on=on)}
    return sorted(found.values(), key=lambda row: (row.obligation.due_on, row.obligation.pk))


def client_of(request: HttpRequest) -> str:
    """The address from which a request comes, as the proxy in front has seen it."""
    return get_adapter().get_client_ip(request)


def too_often() -> HttpResponse:
    """The answer to a program that asks too often."""
    return HttpResponse(status=HTTPStatus.TOO_MANY_REQUESTS, headers={"Retry-After": str(HOUR)})


@page(
    "calendar",
    "calendar/",
    title=gettext_lazy("Calendar of obligations"),
    may=may_when_signed_in,
    section="account",
)
def calendar_page(request: ActorRequest) -> HttpResponse:
    """The person's calendar in the office in which the person acts: make its address, which is
    shown once, renew it, revoke it."""
    secret = changed(request) if request.method == "POST" else ""
    address = request.build_absolute_uri(reverse("calendar_feed", args=(secret,))) if secret else ""
    context = {
        "address": address,
        "subscription": address.replace("https://", "webcal://").replace("http://", "webcal://"),
        "key": keys_of(request.actor, KIND).first(),
        "has_office": request.actor.appointment_id is not None,
    }
    answer = render(request, "cabinet/calendar.html", context)
    answer.headers["Cache-Control"] = "private, no-store"
    return answer


def changed(request: ActorRequest) -> str:
    """Do what the form asks for; the secret of a new key, '' where there is none."""
    at, key = now(), keys_of(request.actor, KIND).first()
    verb = request.POST.get("verb")
    if verb == "revoke":
        if key:
            revoke_key(request.actor, key, at=at)
        return ""
    if key:
        return renew_key(request.actor, key, at=at)[1]
    own = (one for one in vars(request)["appointments"] if one.pk == request.actor.appointment_id)
    appointment = next(own, None)
    if appointment is None:
        raise RefusedError(NO_OFFICE)
    return issue_key(request.actor, appointment, at=at, kind=KIND)[1]
