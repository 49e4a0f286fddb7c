"""The first job of Birlik, done by hand in each language: from a file to dated obligations."""

from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect
from pytest_django import Settings

from birlik.base.obligations.models import Obligation
from birlik.base.values.local_text import LANGUAGES, Language
from tests.browser.visitor import faults_of, say, sign_in

pytestmark = [pytest.mark.acts, pytest.mark.django_db(transaction=True)]

ACT = "concept-2022-2026-with-plan.kk.txt"
DEADLINE = "жартыжылдықта 1 рет"


@pytest.fixture
def _read_at_once(settings: Settings) -> None:
    """The worker's tasks run where they are asked for."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}


def upload(page: Page, file: Path, language: Language) -> None:
    """Bring a file from the list of acts."""
    page.goto("/acts/")
    page.get_by_role("link", name=say("Import an act", language)).click()
    page.set_input_files("input[type=file]", file)
    page.get_by_role("button", name=say("Read the file", language)).click()


def mended(page: Page, language: Language) -> Locator:
    """The first doubtful row, with another deadline and a person's word that it is right."""
    row = page.locator("article.measure.doubtful").first
    anchor = f"#{row.get_attribute('id')}"
    row.locator("header a.button").click()
    form = page.locator(f"{anchor}.editing")
    form.locator("[name=deadline]").fill(DEADLINE)
    expect(form.locator(".hint[aria-live]")).to_contain_text("→")
    form.get_by_role("button", name=say("Save", language)).click()
    kept = page.locator(f"{anchor}:not(.editing)")
    expect(kept.locator(".deadline")).to_contain_text(DEADLINE)
    right = kept.get_by_text(say("The row is right", language))
    if right.count():
        right.click()
    expect(kept.locator("header .state.ok")).to_have_text(f"✓{say('certain', language)}")
    return kept


@pytest.mark.usefixtures("_read_at_once")
@pytest.mark.parametrize("language", LANGUAGES)
def test_from_a_file_to_obligations(page: Page, acts: Path, language: Language) -> None:
    """A coordinator signs in, imports the act of 2022-2026, mends a doubtful row, confirms, and
    sees the plan, a measure with what is owed under it, the act and the indicators: each in the
    chosen language alone, wide and narrow."""
    page.set_default_timeout(60_000)  # the file is read while the browser waits
    sign_in(page, language)
    upload(page, acts / ACT, language)
    expect(page.locator("h1")).to_have_text(say("Check what was read", language))
    faults = [*faults_of(page, language)]
    page.locator("a.chip[href*=doubtful]").click()
    before = int(page.locator("#doubts").inner_text())
    mended(page, language)
    expect(page.locator("#doubts")).not_to_have_text(str(before))
    page.locator("#confirm button").click()
    expect(page.locator("#confirm .wrong")).to_have_text(
        say("Check the doubtful cells, or accept them as they were read.", language)
    )
    page.fill("[name=repealed_on]", "29.12.2025")
    page.check("[name=accept_doubtful]")
    page.get_by_role("button", name=say("Confirm and put under control", language)).click()
    page.wait_for_url("**/plans/*/")
    expect(page.locator(".notice.success")).to_have_text(say("The act is under control.", language))
    faults += faults_of(page, language)
    page.locator("table.measures a.what").first.click()
    expect(page.locator("#obligations tbody tr")).not_to_have_count(0)
    faults += faults_of(page, language)
    for name in ("Acts", "Indicators"):
        page.locator(".rail").get_by_role("link", name=say(name, language), exact=True).click()
        expect(page.locator("h1")).to_have_text(say(name, language))
        faults += faults_of(page, language)
    assert not faults, "\n".join(faults)
    assert Obligation.objects.exclude(outcome="void").exists()


@pytest.mark.usefixtures("_read_at_once")
def test_two_people_do_not_overwrite_each_other(page: Page, acts: Path) -> None:
    """Who saves a row that another changed meanwhile is shown both, and decides."""
    page.set_default_timeout(60_000)
    sign_in(page, "kk")
    upload(page, acts / ACT, "kk")
    page.locator("article.measure header a.button").first.click()
    form = page.locator("article.editing")
    expect(form).to_be_visible()
    other = page.context.new_page()
    other.goto(page.url)
    other.locator("article.measure header a.button").first.click()
    other.locator("article.editing [name=title]").fill("Басқа атау")
    other.locator("article.editing button.first").click()
    expect(other.locator("article.measure .cell.title").first).to_contain_text("Басқа атау")
    form.locator("[name=title]").fill("Менің атауым")
    form.locator("button.first").click()
    expect(form.locator("[role=alert]")).to_contain_text("Басқа атау")
    expect(form.locator("[name=title]")).to_have_value("Менің атауым")
    form.locator("button.first").click()
    expect(page.locator("article.measure .cell.title").first).to_contain_text("Менің атауым")
