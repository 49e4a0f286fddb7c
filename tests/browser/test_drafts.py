"""The drafter's journey: from the matrix of tasks to obligations under the adopted plan."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pytest_django import Settings

from birlik.base.obligations.models import Obligation
from birlik.base.values.local_text import LANGUAGES, Language
from birlik.wiring import demo
from tests.browser.visitor import come_in, faults_of, go_out, say, sign_in

pytestmark = pytest.mark.django_db(transaction=True)

EXECUTOR = "executor@birlik.example"


@pytest.fixture
def _read_at_once(settings: Settings) -> None:
    """The worker's tasks run where they are asked for."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}


def open_draft(page: Page, language: Language) -> None:
    """Go to the demonstration's draft by the menu."""
    page.locator(".rail").get_by_role("link", name=say("Drafts of plans", language)).click()
    page.locator("table.rows a.what").first.click()


def tab(page: Page, name: str, language: Language) -> None:
    """Go to a part of the draft."""
    page.locator("nav.tabs").get_by_role("link", name=say(name, language), exact=True).click()


def add_measure(page: Page, language: Language) -> None:
    """Write a measure to the first task that has none, while its deadline is read."""
    tab(page, "Coverage of tasks", language)
    page.locator(".filters").get_by_role("link", name=say("without a measure", language)).click()
    expect(page.locator(".tasks .state.warn")).to_have_count(12)
    page.locator(".tasks a.button.slim").first.click()
    page.fill("[name=title_kk]", "Жұмыс топтарының ашық кестесі")
    page.fill("[name=title_ru]", "Открытое расписание рабочих групп")
    page.fill("[name=form_kk]", "есеп")
    page.fill("[name=form_ru]", "отчет")
    page.fill("[name=deadline_kk]", "жыл сайын, 1 желтоқсанға дейін")
    page.fill("[name=deadline_ru]", "ежегодно, до 1 декабря")
    page.fill("[name=executors_kk]", "МАМ")
    page.fill("[name=executors_ru]", "МКИ")
    page.get_by_role("button", name=say("Save", language)).click()
    expect(page.locator(".tasks .state.warn")).to_have_count(11)


def answer(page: Page, language: Language) -> None:
    """The executor finds the draft, remarks on a measure, and proposes other words."""
    open_draft(page, language)
    tab(page, "Agreement", language)
    page.locator("table.rows a.what").first.click()
    row = page.locator(".answer-rows li").first
    row.locator("summary").click()
    row.locator("textarea").nth(0).fill("Мерзім тым ерте")
    row.locator("textarea").nth(1).fill("2027 жылғы I тоқсан")
    page.get_by_text(say("Agreed with remarks", language), exact=True).click()
    page.get_by_role("button", name=say("Send the answer", language)).click()
    expect(page.locator(".notice.success")).to_be_visible()


def approve(page: Page, language: Language) -> None:
    """Submit the draft and record the paper that approved it."""
    tab(page, "Approval", language)
    page.get_by_role("button", name=say("Submit for approval", language)).click()
    page.fill("[name=number]", "211")
    page.fill("[name=adopted_on]", "16.11.2026")
    page.get_by_role("button", name=say("Record", language), exact=True).click()
    expect(page.locator(".notice.success")).to_be_visible()


def bring_in(page: Page, file: Path, language: Language) -> None:
    """Import the adopted text: nothing in it is doubtful."""
    page.goto("/imports/")
    page.set_input_files("input[type=file]", file)
    page.get_by_role("button", name=say("Read the file", language)).click()
    expect(page.locator("h1")).to_have_text(say("Check what was read", language))
    expect(page.locator("article.measure.doubtful")).to_have_count(0)
    for box in page.locator("#confirm [name=accept_doubtful]").all():
        box.check()
    page.get_by_role("button", name=say("Confirm and put under control", language)).click()
    page.wait_for_url("**/plans/*/")


@pytest.mark.usefixtures("_read_at_once")
@pytest.mark.parametrize("language", LANGUAGES)
def test_from_a_matrix_to_obligations(page: Page, tmp_path: Path, language: Language) -> None:
    """A drafter adds a measure to a bare task and sends the draft of 21 measures again; an executor
    remarks; the drafter sees that in the table of differences, has the plan approved, exports it,
    imports it as adopted and ties it: 21 measures, none changed, with obligations, and 37 of the 48
    tasks carried out. Each page speaks one language and fits a phone."""
    page.set_default_timeout(60_000)
    sign_in(page, language)
    open_draft(page, language)
    faults = [*faults_of(page, language)]
    add_measure(page, language)
    faults += faults_of(page, language)
    tab(page, "Check", language)
    faults += faults_of(page, language)
    tab(page, "Agreement", language)
    page.fill("[name=agree_by]", "31.12.2099")
    page.get_by_role("button", name=say("Send", language), exact=True).click()
    expect(page.locator(".notice.success")).to_be_visible()
    go_out(page, language)
    come_in(page, language, EXECUTOR, demo.accounts("en")[0][2])
    answer(page, language)
    faults += faults_of(page, language)
    go_out(page, language)
    come_in(page, language, *demo.accounts("en")[0][1:3])
    open_draft(page, language)
    tab(page, "Agreement", language)
    expect(page.locator("table.differences")).to_contain_text("Мерзім тым ерте")
    faults += faults_of(page, language)
    tab(page, "Versions", language)
    page.get_by_role("button", name=say("Compare", language)).click()
    faults += faults_of(page, language)
    approve(page, language)
    with page.expect_download() as download:
        page.locator("a[href$='/paper/kk/']").click()
    file = tmp_path / "plan.docx"
    download.value.save_as(file)
    draft = page.url
    bring_in(page, file, language)
    page.goto(draft.replace("/approval/", "/adopted/"))
    page.get_by_role("button", name=say("Show beside the draft", language)).click()
    page.get_by_role("button", name=say("Tie to this draft", language)).click()
    expect(page.locator("section.card .quiet.small", has_text="37 / 48")).to_be_visible()
    assert page.locator("del").count() == 0
    faults += faults_of(page, language)
    page.locator(".covers a.chip").first.click()
    expect(page.locator("#obligations tbody tr")).not_to_have_count(0)
    assert Obligation.objects.filter(act__number="211", role="lead").count() >= 21
    assert faults == []
