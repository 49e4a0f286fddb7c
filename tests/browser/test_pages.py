"""Every page that can be reached by links, in three languages, wide and narrow."""

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import Resolver404, resolve
from playwright.sync_api import Page, expect

from birlik.base.values.local_text import LANGUAGES, Language
from tests.browser.visitor import HEIGHT, WIDTHS, faults_of, sign_in

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


def pages_by_links(page: Page) -> Iterator[str]:
    """Open one page of every kind that links lead to; yield its address while it is open."""
    seen: set[str] = set()
    waiting = ["/"]
    while waiting:
        address = waiting.pop(0)
        kind = kind_of(address)
        if not kind or kind in seen:
            continue
        seen.add(kind)
        if "text/html" not in page.request.get(address).headers["content-type"]:
            continue
        answer = page.goto(address)
        assert answer is not None
        assert answer.status == 200, address
        hrefs = page.eval_on_selector_all("a[href]", "links => links.map(a => a.href)")
        waiting += [urlsplit(href).path for href in hrefs if kind_of(urlsplit(href).path)]
        yield address


def kind_of(path: str) -> str:
    """The name of the view behind a path; '' where none is, or where the account's own begin."""
    try:
        found = resolve(path)
    except Resolver404:
        return ""
    return "" if found.url_name is None or path.startswith("/account/") else found.view_name


def inaccessible(page: Page) -> Iterator[str]:
    """What the accessibility scan finds on the open page, wide and narrow."""
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": HEIGHT})
        for one in Axe().run(page, options={"runOnly": RULES}).response["violations"]:
            yield f"{page.url} at {width} px: {one['id']}: {one['nodes'][0]['html'][:120]}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_is_whole_in_every_language(page: Page, language: Language) -> None:
    """Each page answers in its language alone, fits both widths, and passes the accessibility
    scan."""
    sign_in(page, language)
    opened, faults = [], []
    for address in pages_by_links(page):
        opened.append(address)
        faults += [*faults_of(page, language), *inaccessible(page)]
    assert not faults, "\n".join(faults)
    assert len(opened) >= 5


def test_every_view_of_an_act_is_in_kazakh_alone(page: Page) -> None:
    """The other views of an act say nothing in Russian or English, and fit both widths."""
    sign_in(page, "kk")
    page.goto("/acts/")
    page.locator("a.what").last.click()
    faults = []
    for view in ("measures", "findings", "passport"):
        address = f"?view={view}"
        page.locator(f".filters a[href='{address}']").click()
        expect(page.locator(".filters [aria-current=page]")).to_have_attribute("href", address)
        faults += faults_of(page, "kk")
    assert not faults, "\n".join(faults)


def test_the_list_of_obligations_is_printed(page: Page) -> None:
    """On paper stands the list that a coordinator may tick, without its boxes and buttons."""
    sign_in(page, "kk")
    page.goto("/obligations/")
    page.emulate_media(media="print")
    expect(page.locator("table.list tbody tr").first).to_be_visible()
    expect(page.locator("table.list input").first).to_be_hidden()
    expect(page.locator(".by-letter")).to_be_hidden()


def test_everything_can_be_done_from_the_keyboard(page: Page) -> None:
    """The first stop leads past the menu, a ring shows where one is, and the filter is reached."""
    sign_in(page, "kk")
    page.goto("/plans/")
    page.locator("a.what").first.click()
    page.keyboard.press("Tab")
    expect(page.locator("a.skip")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    stops = []
    while "executor" not in stops:
        page.keyboard.press("Tab")
        ring = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert ring == "solid", stops
        stops.append(page.evaluate("document.activeElement.id || document.activeElement.tagName"))
        assert len(stops) < 40
