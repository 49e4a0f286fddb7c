"""Turns a refusal into a page that says why, in the reader's language."""

from collections.abc import Callable
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django_htmx.http import HttpResponseClientRedirect
from django_htmx.middleware import HtmxDetails

from birlik.base.values.refused import RefusedError


class RefusalMiddleware:
    """Answers a `RefusedError`: with sign-in for who has not signed in, else with the reason."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Pass the request on."""
        return self.answer(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """The answer to a refusal; any other exception goes its way."""
        if not isinstance(error, RefusedError):
            return None
        htmx: HtmxDetails = vars(request)["htmx"]
        if not request.user.is_authenticated:
            return to_sign_in(request, htmx)
        template = "cabinet/refused_part.html" if htmx else "cabinet/refused.html"
        answer = render(request, template, {"reason": error.reason}, status=403)
        if htmx:
            answer.headers["HX-Retarget"] = "#notices"
            answer.headers["HX-Reswap"] = "innerHTML show:window:top"
        return answer


def to_sign_in(request: HttpRequest, htmx: HtmxDetails) -> HttpResponse:
    """Send the reader to the sign-in page, and back afterwards to where they were."""
    here = htmx.current_url_abs_path if htmx else request.get_full_path()
    address = f"{reverse('account_login')}?{urlencode({'next': here or '/'})}"
    return HttpResponseClientRedirect(address) if htmx else HttpResponseRedirect(address)
