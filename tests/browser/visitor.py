"""A person at a browser: signs in, reads a page, and sees whether it speaks one language."""

import re
import sqlite3
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import polib
from django.db import connection
from django.utils.translation import gettext, override, pgettext
from playwright.sync_api import Page

import birlik
from birlik.base.values.local_text import LANGUAGES, Language
from birlik.wiring import demo

WIDTHS = (1280, 360)
HEIGHT = 900
BLANK = re.compile(r"%\(\w+\)s")
"""The place in a message that takes a value."""

SEEN = """() => {
  const page = document.documentElement.lang, seen = new Set([document.title.split(" — ")[0]]);
  const own = (element) => element.closest("[lang]").lang === page;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    if (own(walker.currentNode.parentElement)) seen.add(walker.currentNode.textContent.trim());
  }
  for (const name of ["aria-label", "title", "placeholder", "alt"]) {
    for (const one of document.querySelectorAll(`[${name}]`)) {
      if (own(one)) seen.add(one.getAttribute(name).trim());
    }
  }
  return [...seen].filter(Boolean);
}"""
"""All that a page says in its own language, to the eye and to a screen reader; quotations that are
marked as being in another language are left out."""


COPY = sqlite3.connect(":memory:", check_same_thread=False)
"""The demonstration as it was loaded first: every test empties the tables, and two years of
reporting take long to live through again."""


SHARE = 0.02
"""How much of the invented register is loaded: a hundred bodies and a thousand people will do."""


def fill() -> None:
    """Load the demonstration, or on SQLite bring it back from the copy of the first time."""
    if connection.vendor != "sqlite":
        return demo.load(share=SHARE)
    connection.ensure_connection()
    if not COPY.execute("SELECT name FROM sqlite_master").fetchall():
        demo.load(share=SHARE)
        connection.connection.backup(COPY)
    COPY.backup(connection.connection)
    return None


def sign_in(page: Page, language: Language, *, password: str = "") -> None:
    """Fill the demonstration if it is not there, choose a language, and come in as its coordinator;
    a given `password` stands in place of the right one."""
    fill()
    _name, address, right, _office = demo.accounts("en")[0]
    come_in(page, language, address, password or right)


def come_in(page: Page, language: Language, address: str, password: str) -> None:
    """Choose a language and sign in."""
    page.goto("/account/login/")
    page.click(f"button[name=language][value={language}]")
    page.fill("input[name=login]", address)
    page.fill("input[name=password]", password)
    page.click("main button.first")


def go_out(page: Page, language: Language) -> None:
    """Sign out."""
    page.get_by_role("button", name=say("Sign out", language)).click()
    page.wait_for_url("**/account/login/**")


def say(message: str, language: Language, *, context: str = "", **values: object) -> str:
    """A message as a page in that language says it; `context` tells it from another one."""
    with override(language):
        told = pgettext(context, message) if context else gettext(message)
        return told % values if values else told


def faults_of(page: Page, language: Language) -> Iterator[str]:
    """Where the open page is not in its language alone, or wider than a screen."""
    page.wait_for_load_state()  # a text can be there before the style that sets it
    address = page.url
    if page.locator("html").get_attribute("lang") != language:
        yield f"{address}: is not in {language}"
    plain, blanks = foreign(language)
    for text in page.evaluate(SEEN):
        if text in plain or any(blank.fullmatch(text) for blank in blanks):
            yield f"{address}: «{text}» is not in {language}"
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": HEIGHT})
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            yield f"{address}: wider than {width} px"
    page.set_viewport_size({"width": WIDTHS[0], "height": HEIGHT})


@cache
def foreign(language: Language) -> tuple[frozenset[str], tuple[re.Pattern[str], ...]]:
    """The messages of the catalogues as the other two languages say them, where this one says it
    otherwise: those without a place for a value, and those with one as patterns."""
    own = set(messages(language))
    others = {
        text for code in LANGUAGES if code != language for text in messages(code) if text not in own
    }
    plain = {text for text in others if not BLANK.search(text)}
    return frozenset(plain), tuple(map(pattern, others - plain))


@cache
def messages(language: Language) -> tuple[str, ...]:
    """All messages of Birlik in a language, plural forms among them."""
    places = Path(birlik.__file__).parent.rglob(f"locale/{language}/LC_MESSAGES/django.po")
    entries = [entry for place in places for entry in polib.pofile(place)]
    found = (text for one in entries for text in (one.msgstr, *one.msgstr_plural.values()))
    return tuple(text for text in found if any(map(str.isalpha, BLANK.sub("", text))))


def pattern(message: str) -> re.Pattern[str]:
    """What a message with places for values looks like on a page; beside a single word a value is a
    number or a day, or every title of an act that ends with that word would look like it."""
    parts = BLANK.split(message)
    value = ".+" if len(" ".join(parts).split()) > 1 else r"[\d\s.,:–-]+"
    return re.compile(value.join(map(re.escape, parts)), re.DOTALL)
