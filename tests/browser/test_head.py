"""A head looks at the first screen and at the indicators, in one language after the other."""

import pytest
from playwright.sync_api import Page, expect

from birlik.base.values.local_text import LANGUAGES
from birlik.wiring import demo
from tests.browser.visitor import come_in, faults_of, fill

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_head_sees_in_each_language_whether_the_concept_is_kept(page: Page) -> None:
    """Today and the indicators answer the head in Kazakh, then in Russian, then in English, and no
    word of another language is left on them."""
    fill()
    _name, address, password, _office = demo.accounts("en")[1]
    come_in(page, "kk", address, password)
    page.wait_for_url("**/today/")
    faults = []
    for language in LANGUAGES:
        page.goto("/today/")
        page.click(f"button[name=language][value={language}]")
        expect(page.locator("html")).to_have_attribute("lang", language)
        expect(page.locator("a.figure").first).to_be_visible()
        faults += faults_of(page, language)
        page.locator("nav a[href='/indicators/']").click()
        expect(page.locator("main img, main svg").first).to_be_visible()
        faults += faults_of(page, language)
    assert not faults, "\n".join(faults)
