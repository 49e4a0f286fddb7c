"""Turns a refusal into a page that says why, in the reader's language, and what to do."""

from collections.abc import Callable
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django_htmx.http import HttpResponseClientRedirect
from django_htmx.middleware import HtmxDetails

from birlik.base.registry.models import Account, Appointment
from birlik.base.registry.queries import actor_in
from birlik.base.ui.pages import Page, now
from birlik.base.values.actor import Actor
from birlik.base.values.clock import day_of
from birlik.base.values.refused import RefusedError

OPEN_TO_ALL = ("account/", "language/", "office/")
"""How the addresses begin that stay open to who has yet to set up the second factor."""


class RefusalMiddleware:
    """Answers a `RefusedError`: with sign-in for who has not signed in, else with the reason.

    Whose office demands a second factor that is not set up is led to where that is done.
    """

    def __init__(self, answer: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Pass the request on."""
        return self.answer(request)

    def process_view(
        self, request: HttpRequest, _view: object, _args: object, _kwargs: object
    ) -> HttpResponse | None:
        """Lead to the second factor whoever must set it up first; None for everybody else."""
        actor: Actor = vars(request)["actor"]
        route = request.resolver_match.route if request.resolver_match else ""
        if not actor.awaits_second_factor or route.startswith(OPEN_TO_ALL):
            return None
        htmx: HtmxDetails = vars(request)["htmx"]
        address = reverse("account")
        return HttpResponseClientRedirect(address) if htmx else HttpResponseRedirect(address)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """The answer to a refusal; any other exception goes its way."""
        if not isinstance(error, RefusedError):
            return None
        htmx: HtmxDetails = vars(request)["htmx"]
        if not request.user.is_authenticated:
            return to_sign_in(request, htmx)
        template = "cabinet/refused_part.html" if htmx else "cabinet/refused.html"
        said = {"reason": error.reason, "offices": offices_opening(request)}
        answer = render(request, template, said, status=403)
        if htmx:
            answer.headers["HX-Retarget"] = "#notices"
            answer.headers["HX-Reswap"] = "innerHTML show:window:top"
        return answer


def offices_opening(request: HttpRequest) -> list[Appointment]:
    """The person's other offices of today that open the page which was refused."""
    page: Page | None = vars(request).get("page")
    account, at = request.user, now()
    if page is None or not isinstance(account, Account):
        return []
    current: Actor = vars(request)["actor"]
    return [
        one
        for one in vars(request)["appointments"]
        if one.pk != current.appointment_id and page.may(actor_in(one, account, on=day_of(at)), at)
    ]


def to_sign_in(request: HttpRequest, htmx: HtmxDetails) -> HttpResponse:
    """Send the reader to the sign-in page, and back afterwards to where they were."""
    here = htmx.current_url_abs_path if htmx else request.get_full_path()
    address = f"{reverse('account_login')}?{urlencode({'next': here or '/'})}"
    return HttpResponseClientRedirect(address) if htmx else HttpResponseRedirect(address)
