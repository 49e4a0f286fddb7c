"""Pages declare themselves: address, title, who may open them, and their place in the menu."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import wraps

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import URLPattern, path
from django.utils.functional import Promise

from birlik.base.values.actor import Actor
from birlik.base.values.clock import SystemClock
from birlik.base.values.local_text import LocalText
from birlik.base.values.refused import require
from birlik.base.values.verdict import Verdict

View = Callable[..., HttpResponseBase]
PageRule = Callable[[Actor, datetime], Verdict]

SIGN_IN = LocalText(
    kk="Бұл бетті ашу үшін жүйеге кіріңіз.",
    ru="Чтобы открыть эту страницу, войдите в систему.",
    en="Sign in to open this page.",
)


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the cabinet.

    `section` is the menu entry it belongs to ("plans"); `menu` is its place in the menu, whose tens
    are the group that a line parts from the next, or None for a page that the menu does not show.
    """

    name: str
    route: str
    title: str | Promise
    may: PageRule
    view: View
    section: str
    menu: int | None = None

    @property
    def group(self) -> int:
        """The part of the menu that the page stands in; 0 where the menu does not show it."""
        return (self.menu or 0) // 10

    def url_pattern(self) -> URLPattern:
        """The address at which Django finds the page."""
        return path(self.route, self.view, name=self.name)


class ActorRequest(HttpRequest):
    """A request whose actor is known; the middleware sets it."""

    actor: Actor


def now() -> datetime:
    """The instant at which a request is answered: the edge where the clock is read."""
    return SystemClock().now()


def may_when_signed_in(actor: Actor, _at: datetime) -> Verdict:
    """Whoever has signed in, in whatever office."""
    return Verdict.yes() if actor.is_system or actor.account_id is not None else Verdict.no(SIGN_IN)


def menu_for(pages: Iterable[Page], actor: Actor, at: datetime) -> list[Page]:
    """The pages of the menu that the actor may open, in the menu's order."""
    shown = (page for page in pages if page.menu is not None and page.may(actor, at))
    return sorted(shown, key=lambda page: (page.menu, page.name))


def page(
    name: str,
    route: str,
    *,
    title: str | Promise,
    may: PageRule,
    section: str,
    menu: int | None = None,
) -> Callable[[Callable[..., HttpResponseBase]], Page]:
    """Turn the view below into a `Page` that asks `may` before it answers.

    The request carries the page as `request.page` from then on: the layout takes from it the
    title and the place in the menu.
    """

    def declare(view: Callable[..., HttpResponseBase]) -> Page:
        @wraps(view)
        def guarded(request: ActorRequest, **captured: object) -> HttpResponseBase:
            vars(request).update(page=declared)
            require(may(request.actor, now()))
            return view(request, **captured)

        declared = Page(name, route, title, may, guarded, section, menu)
        return declared

    return declare
