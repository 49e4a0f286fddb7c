"""Coming in by the front door."""

from playwright.sync_api import Page, expect

from birlik.base.values.local_text import LANGUAGES
from tests.browser.visitor import faults_of, say, sign_in


def test_a_stranger_is_asked_to_sign_in_in_kazakh(page: Page) -> None:
    """Whoever opens Birlik without an account sees the sign-in page, in Kazakh first."""
    page.goto("/")
    expect(page.locator("html")).to_have_attribute("lang", "kk")
    expect(page.locator("input[type=password]")).to_be_visible()


def test_a_wrong_password_is_said_in_the_reader_s_language(page: Page) -> None:
    """The form stays, keeps the address, and says what is wrong."""
    for language in LANGUAGES:
        sign_in(page, language, password="not the one")
        expect(page.locator(".notice.late")).to_have_text(
            say("Wrong e-mail address or password.", language)
        )
        expect(page.locator("input[name=login]")).not_to_be_empty()
        assert not [*faults_of(page, language)]
