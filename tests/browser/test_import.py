"""A coordinator imports the act of 2022-2026, mends a doubtful row, and sees the obligations."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pytest_django import Settings

from birlik.base.obligations.models import Obligation
from birlik.wiring import demo

pytestmark = [pytest.mark.acts, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def _read_at_once(settings: Settings) -> None:
    """The worker's tasks run where they are asked for."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}


def sign_in(page: Page) -> None:
    """Sign the demonstration's coordinator in, in English."""
    demo.load()
    _name, address, password, _office = demo.accounts("en")[0]
    page.goto("/account/login/")
    page.click("button[value=en]")
    page.fill("input[name=login]", address)
    page.fill("input[name=password]", password)
    page.click("main button.first")
    page.wait_for_url(lambda url: "login" not in url)


@pytest.mark.usefixtures("_read_at_once")
def test_act_is_imported_mended_and_confirmed(page: Page, acts: Path) -> None:
    """The file is read, a doubtful row is mended in place and vouched for, the act is confirmed,
    and its plan shows what is owed."""
    page.set_default_timeout(60_000)  # the file is read while the browser waits
    sign_in(page)
    page.goto("/acts/")
    page.click("text=Import an act")
    page.set_input_files("input[type=file]", acts / "concept-2022-2026-with-plan.kk.txt")
    page.click("text=Read the file")
    expect(page.locator("h1")).to_have_text("Check what was read")
    page.click("a.chip:has-text('only doubtful')")
    before = int(page.locator("#doubts").inner_text())
    row = page.locator("article.measure.doubtful").first
    anchor = f"#{row.get_attribute('id')}"
    row.get_by_text("Edit", exact=True).click()
    form = page.locator(f"{anchor}.editing")
    form.locator("[name=deadline]").fill("жартыжылдықта 1 рет")
    expect(form.locator(".hint[aria-live]")).to_contain_text("→")
    form.get_by_text("Save").click()
    kept = page.locator(f"{anchor}:not(.editing)")
    expect(kept.locator(".deadline")).to_contain_text("жартыжылдықта 1 рет")
    if kept.get_by_text("The row is right").count():
        kept.get_by_text("The row is right").click()
    expect(kept.locator("header")).to_contain_text("certain")
    expect(page.locator("#doubts")).not_to_have_text(str(before))
    page.fill("[name=repealed_on]", "29.12.2025")
    page.check("[name=accept_doubtful]")
    page.click("text=Confirm and put under control")
    page.wait_for_url("**/plans/*/**")
    expect(page.locator("main")).to_contain_text("The act is under control.")
    assert Obligation.objects.exclude(outcome="void").exists()
