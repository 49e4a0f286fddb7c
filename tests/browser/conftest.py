"""A real browser on a live server; whatever leaves that server is stopped and fails the test."""

import os
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route, sync_playwright

CHROMIUM = Path("/usr/bin/chromium")

REFUSED_FORM = re.compile(r"status of (409|422)")
"""How Chromium's console tells of a form that was answered with what is wrong in it."""

# Playwright's loop runs in this thread; Django would refuse to touch the database beside it.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder is a journey in a browser."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium; the journeys are left out loudly where it is absent."""
    if not CHROMIUM.exists():
        pytest.skip(f"Chromium is not at {CHROMIUM}")
    with sync_playwright() as playwright:
        # Chromium's sandbox needs rights that a container does not give, not even to root.
        chromium = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-dev-shm-usage"]
        )
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser: Browser, live_server: object) -> Iterator[Page]:
    """A page of a new visitor at 1280 px, with the live server as the base of its addresses.

    Requests to any other host, errors of scripts and of the console fail the test.
    """
    faults: list[str] = []
    address = str(live_server)

    def stay(route: Route) -> None:
        if urlsplit(route.request.url).netloc == urlsplit(address).netloc:
            route.continue_()
        else:
            faults.append(f"left the server: {route.request.url}")
            route.abort()

    context = browser.new_context(
        base_url=address, locale="kk-KZ", viewport={"width": 1280, "height": 900}
    )
    context.set_default_timeout(10_000)
    context.route("**/*", stay)
    page = context.new_page()
    page.on("pageerror", lambda error: faults.append(f"script: {error}"))
    page.on(
        "console",
        lambda message: (
            message.type == "error"
            and not REFUSED_FORM.search(message.text)
            and faults.append(f"console: {message.text}")
        ),
    )
    yield page
    page.wait_for_load_state("networkidle")  # a chart may still be drawn for it
    context.close()
    assert faults == []
