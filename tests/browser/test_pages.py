"""Every page that can be reached by links, in three languages, wide and narrow."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import polib
import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import Resolver404, resolve
from playwright.sync_api import Page

import birlik
from birlik.wiring import demo

WIDTHS = (1280, 360)
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
TEXTS = """() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = new Set();
  while (walker.nextNode()) found.add(walker.currentNode.textContent.trim());
  return [...found];
}"""


@pytest.fixture
def coordinator(page: Page) -> Page:
    """The demonstration's coordinator, signed in."""
    demo.load()
    _name, address, password, _office = demo.accounts("en")[0]
    page.goto("/account/login/")
    page.fill("input[name=login]", address)
    page.fill("input[name=password]", password)
    page.click("main button, form button.first")
    page.wait_for_url(lambda url: "login" not in url)
    return page


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


def english_texts() -> set[str]:
    """The English messages of Birlik that read differently in Kazakh and in Russian."""
    places = Path(birlik.__file__).parent.rglob("locale/*/LC_MESSAGES/django.po")
    entries = [
        entry for place in places if "en" not in place.parts for entry in polib.pofile(place)
    ]
    same = {entry.msgid for entry in entries if entry.msgid == entry.msgstr}
    return {entry.msgid for entry in entries} - same


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_every_page_is_whole_in_every_language(coordinator: Page, language: str) -> None:
    """Each page answers in its language alone, fits both widths, and passes the accessibility
    scan."""
    coordinator.click(f"button[name=language][value={language}]")
    foreign = set() if language == "en" else english_texts()
    faults, opened = [], []
    for address in pages_by_links(coordinator):
        opened.append(address)
        if coordinator.locator("html").get_attribute("lang") != language:
            faults.append(f"{address}: is not in {language}")
        left = foreign & set(coordinator.evaluate(TEXTS))
        faults += [f"{address}: «{text}» is not translated" for text in sorted(left)]
        for width in WIDTHS:
            coordinator.set_viewport_size({"width": width, "height": 900})
            if coordinator.evaluate("document.documentElement.scrollWidth > innerWidth"):
                faults.append(f"{address}: wider than {width} px")
            scan = Axe().run(coordinator, options={"runOnly": RULES})
            faults += [
                f"{address} at {width} px: {one['id']}: {one['nodes'][0]['html'][:120]}"
                for one in scan.response["violations"]
            ]
    assert not faults, "\n".join(faults)
    assert len(opened) >= 5
