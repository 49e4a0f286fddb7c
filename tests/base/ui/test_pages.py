"""Pages that declare themselves, and the language they are written in."""

from datetime import UTC, datetime

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory
from django.utils.translation import get_language

from birlik.base.ui.language import LanguageMiddleware, chosen_language, known_language
from birlik.base.ui.pages import ActorRequest, Page, may_when_signed_in, menu_for, page
from birlik.base.values.actor import Actor
from birlik.base.values.refused import RefusedError

AT = datetime(2026, 11, 20, tzinfo=UTC)
NOBODY = Actor(None, None, "anonymous")
SOMEBODY = Actor(7, None, "somebody")


def declared(name: str, menu: int | None) -> Page:
    """A page for whoever has signed in."""

    @page(name, f"{name}/", title=name, may=may_when_signed_in, section=name, menu=menu)
    def view(_request: ActorRequest) -> HttpResponse:
        return HttpResponse(name)

    return view


def request_of(actor: Actor) -> HttpRequest:
    """A request by this actor."""
    request = RequestFactory().get("/")
    vars(request).update(actor=actor)
    return request


def test_page_asks_before_it_answers() -> None:
    """Who may not open a page gets no answer from its view; who may gets it, with the page."""
    shown = declared("plans", 1)
    with pytest.raises(RefusedError, match="Sign in"):
        shown.view(request_of(NOBODY))
    request = request_of(SOMEBODY)
    assert shown.view(request).status_code == 200
    assert vars(request)["page"] is shown
    assert shown.url_pattern().name == "plans"


def test_menu_shows_what_may_be_opened_in_order() -> None:
    """The menu has the pages with a place in it, by their places, and only those one may open."""
    pages = [declared("b", 20), declared("hidden", None), declared("a", 10)]
    assert [one.name for one in menu_for(pages, SOMEBODY, AT)] == ["a", "b"]
    assert menu_for(pages, NOBODY, AT) == []
    assert len(menu_for(pages, Actor.system(), AT)) == 2


def test_menu_is_parted_into_groups_by_tens() -> None:
    """Pages whose places share their tens are one group of the menu; a page without a place is in
    none."""
    assert declared("a", 12).group == declared("b", 19).group == 1
    assert declared("c", 20).group == 2
    assert declared("hidden", None).group == 0


def test_first_visit_is_in_kazakh() -> None:
    """Whatever the browser wishes, a reader who chose nothing gets Kazakh."""

    def answer(request: HttpRequest) -> HttpResponse:
        return HttpResponse(f"{get_language()} {vars(request)['LANGUAGE_CODE']}")

    first = RequestFactory().get("/", headers={"accept-language": "ru,en;q=0.5"})
    response = LanguageMiddleware(answer)(first)
    assert response.content == b"kk kk"
    assert response.headers["Content-Language"] == "kk"
    chosen = RequestFactory().get("/")
    chosen.COOKIES["birlik_language"] = "ru"
    assert LanguageMiddleware(answer)(chosen).content == b"ru ru"


def test_unknown_language_is_kazakh() -> None:
    """A cookie that names none of the three languages counts as none."""
    assert chosen_language({"birlik_language": "de"}) == "kk"
    assert known_language("en-GB") == "en"
