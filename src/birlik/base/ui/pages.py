"""Pages declare themselves: address, title, who may open them, and their place in the menu."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import wraps

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import URLPattern, path
from django.utils.functional import Promise

from birlik.base.values.actor import Actor
from birlik.base.values.clock import SystemClock
from birlik.base.values.refused import require
from birlik.base.values.verdict import Verdict

View = Callable[..., HttpResponseBase]
PageRule = Callable[[Actor, datetime], Verdict]


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the cabinet.

    `section` is the menu entry it belongs to ("plans"); `menu` is its place in the menu, or None
    for a page that the menu does not show.
    """

    name: str
    route: str
    title: str | Promise
    may: PageRule
    view: View
    section: str
    menu: int | None = None

    def url_pattern(self) -> URLPattern:
        """The address at which Django finds the page."""
        return path(self.route, self.view, name=self.name)


class ActorRequest(HttpRequest):
    """A request whose actor is known; the middleware sets it."""

    actor: Actor


def now() -> datetime:
    """The instant at which a request is answered: the edge where the clock is read."""
    return SystemClock().now()


def page(
    name: str,
    route: str,
    *,
    title: str | Promise,
    may: PageRule,
    section: str,
    menu: int | None = None,
) -> Callable[[Callable[..., HttpResponseBase]], Page]:
    """Turn the view below into a `Page` that asks `may` before it answers."""

    def declare(view: Callable[..., HttpResponseBase]) -> Page:
        @wraps(view)
        def guarded(request: ActorRequest, **captured: object) -> HttpResponseBase:
            require(may(request.actor, now()))
            return view(request, **captured)

        return Page(name, route, title, may, guarded, section, menu)

    return declare
