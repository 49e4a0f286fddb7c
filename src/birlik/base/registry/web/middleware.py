"""Gives every request its actor: the account in the office it has chosen."""

from collections.abc import Callable

from django.http import HttpRequest
from django.http.response import HttpResponseBase

from birlik.base.registry.models import Account, Appointment
from birlik.base.registry.queries import actor_in, appointments_of
from birlik.base.values.actor import Actor
from birlik.base.values.clock import SystemClock

ANONYMOUS = Actor(account_id=None, appointment_id=None, label="anonymous")
CHOSEN = "appointment"
"""The session's key for the office in which the person acts."""


class ActorMiddleware:
    """Sets `request.actor` and `request.appointments` (those the person may act in today)."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Find the actor, then answer."""
        today = SystemClock().today()
        appointments: list[Appointment] = []
        actor = ANONYMOUS
        if isinstance(request.user, Account):
            appointments = list(appointments_of(request.user, on=today))
            chosen = request.session.get(CHOSEN)
            current = next(
                (one for one in appointments if one.pk == chosen),
                appointments[0] if appointments else None,
            )
            actor = (
                actor_in(current, request.user, on=today)
                if current
                else Actor(request.user.pk, None, "")
            )
        vars(request).update(actor=actor, appointments=appointments)
        return self.answer(request)
