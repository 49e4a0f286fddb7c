"""Coming in by the front door."""

from playwright.sync_api import Page, expect


def test_a_stranger_is_asked_to_sign_in_in_kazakh(page: Page) -> None:
    """Whoever opens Birlik without an account sees the sign-in page, in Kazakh first."""
    page.goto("/")
    expect(page.locator("html")).to_have_attribute("lang", "kk")
    expect(page.locator("input[type=password]")).to_be_visible()
