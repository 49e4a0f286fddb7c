"""The half-year report, from the choice to the opened document, by the coordinator who sends it."""

from pathlib import Path

import docx
import pytest
from django.contrib.auth.hashers import make_password
from django.test import Client
from playwright.sync_api import Page, expect
from pytest_django import Settings

from birlik.base.registry.models import Account
from birlik.base.values.local_text import LANGUAGES, Language
from tests.browser.visitor import come_in, faults_of, say
from tests.domains.execution import plan_world
from tests.domains.execution.report_world import World, half_year

pytestmark = pytest.mark.django_db(transaction=True)
PASSWORD = "тұжырымдама-2030"
PAPERS = {
    "kk": ("kk", "ЖИЫНТЫҚ ЕСЕП", "Екі отырыс өтті."),
    "ru": ("ru", "СВОДНЫЙ ОТЧЕТ", "Прошло два заседания."),
    "en": ("both", "ЖИЫНТЫҚ ЕСЕП", "Прошло два заседания."),
}
"""Language of the reader → that of the report, its title, and what stands in it."""


@pytest.fixture
def plan(settings: Settings, tmp_path: Path) -> World:
    """The plan worked out by hand, and somebody who makes reports on it at once."""
    settings.MEDIA_ROOT = tmp_path
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
    world = half_year()
    powers = ("reports.read", "reports.make", "plans.read", "indicators.read")
    plan_world.sign_in(Client(), *powers)
    Account.objects.update(password=make_password(PASSWORD))
    return world


@pytest.mark.parametrize("language", LANGUAGES)
def test_from_the_choice_to_the_document(page: Page, plan: World, language: Language) -> None:
    """A coordinator chooses act, half-year and language, sees what the report says, has it made,
    opens the document, and marks it as sent: each page in the chosen language alone."""
    page.set_default_timeout(60_000)  # the report is made while the browser waits
    paper, title, words = PAPERS[language]
    come_in(page, language, "reader@birlik.example", PASSWORD)
    page.goto("/reports/")
    assert list(faults_of(page, language)) == []
    page.get_by_role("link", name=say("New report", language)).first.click()
    page.select_option("[name=act]", str(plan.act.pk))
    page.select_option("[name=period]", "2024-H1")
    page.select_option("select[name=language]", paper)
    page.get_by_role("button", name=say("Show the preview", language)).click()
    expect(page.locator(".paper").last).to_contain_text(words)
    assert list(faults_of(page, language)) == []
    page.get_by_role("button", name=say("Make the report", language)).click()
    with page.expect_download() as download:
        page.locator(".files a").first.click()
    assert download.value.suggested_filename == f"birlik-1014-2024-h1-{paper}-v1.docx"
    opened = docx.Document(str(download.value.path()))
    assert title in [one.text for one in opened.paragraphs]
    cells = [cell.text for table in opened.tables for row in table.rows for cell in row.cells]
    assert any(words in cell for cell in cells)
    page.get_by_role("button", name=say("Mark as sent", language)).click()
    expect(page.locator(".head .state")).to_contain_text(say("sent", language, context="report"))
    assert list(faults_of(page, language)) == []
    page.goto("/reports/templates/")
    assert list(faults_of(page, language)) == []
