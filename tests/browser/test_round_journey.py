"""A reporting round from its beginning to the report that is sent, each body answering its way."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from django.contrib.auth.hashers import make_password
from openpyxl import load_workbook
from PIL import Image
from playwright.sync_api import Locator, Page, expect
from pytest_django import Settings

from birlik.base.charter.actions import load_charter
from birlik.base.obligations.models import Submission
from birlik.base.records.models import Provision, Wording
from birlik.base.registry.models import Account, Structure
from birlik.base.values.local_text import Language
from birlik.domains.execution.models import Report, Round, Sheet
from tests.base.obligations.reporting_world import ADOPTED_ON, AT, SYSTEM, owe
from tests.browser.visitor import come_in, faults_of, go_out, say
from tests.domains.execution.offices import OFFICES, Staffed, settle, staffed
from tests.domains.execution.sheet_files import edited, enter

pytestmark = pytest.mark.django_db(transaction=True)
PASSWORD = "тұжырымдама-2030"
PATIENCE, USUAL = 60_000, 5_000
"""Milliseconds for a page on a busy machine, and what Playwright waits by itself."""
LANGUAGE: Language = "ru"
POWERS = OFFICES.replace(
    "obligations.review: all, reports.read: all",
    "obligations.review: all, reports.read: all, reports.make: all, rounds.run: all, "
    "letters.register: all",
) + (
    "  registrar:\n"
    "    - {kk: т, ru: р, en: g, from: 2000-01-01, ground: x, powers: {plans.read: all,\n"
    "       letters.register: all}}\n"
)
ON_PAGE, IN_BOOK, IN_LETTER = "Проведено на странице", "Заполнено в книге", "Сообщено письмом"


@dataclass(frozen=True, slots=True)
class Office:
    """The plan with its bodies, one of which only contributes, and a scan of a letter."""

    staff: Staffed
    institute: Structure
    scan: Path


@pytest.fixture
def office(settings: Settings, tmp_path: Path) -> Office:
    """A ministry that leads, an akimat and an institute that contribute; whoever works on a round
    has a password."""
    settings.MEDIA_ROOT = tmp_path / "files"
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
    staff = staffed()
    load_charter(SYSTEM, None, at=AT, content=POWERS.encode())
    institute = Structure.objects.create(kind="institute", name_kk="Институт", name_ru="Институт")
    lead = staff.plan.lead
    owe(lead.duty, institute, date(2024, 12, 20), role="contributor", lead=lead)
    for point in Provision.objects.filter(act=staff.plan.act):
        titled = {"title": f"Мероприятие {point.number}", "valid_from": ADOPTED_ON}
        Wording.objects.create(provision=point, language="ru", **titled)
    for kind, body in (("coordinator", staff.committee), ("registrar", staff.committee)):
        settle(kind, body)
    settle("executor", staff.akimat, name="akimat")
    settle("executor", institute, name="institute")
    Account.objects.update(password=make_password(PASSWORD))
    scan = tmp_path / "hat.pdf"
    Image.new("RGB", (200, 300), "white").save(scan)
    return Office(staff, institute, scan)


@pytest.fixture(autouse=True)
def _patient(page: Page) -> Iterator[None]:
    """Nothing is given up early on a busy machine; other tests keep Playwright's own patience."""
    page.context.set_default_timeout(PATIENCE)
    expect.set_options(timeout=PATIENCE)
    yield
    expect.set_options(timeout=USUAL)


def enter_as(page: Page, name: str) -> None:
    """Come in as somebody, whoever was there before."""
    if page.url.startswith("http"):
        go_out(page, LANGUAGE)
    come_in(page, LANGUAGE, f"{name}@birlik.example", PASSWORD)
    page.wait_for_url("**/today/")


def press(page: Page, name: str) -> None:
    """Press the button of a name."""
    button(page, name).click()


def button(page: Page, name: str) -> Locator:
    """The button of a name."""
    return page.get_by_role("button", name=say(name, LANGUAGE), exact=True)


def begin(page: Page, office: Office) -> None:
    """The coordinator begins the round of the year and opens it."""
    page.goto("/rounds/")
    page.get_by_role("link", name=say("New round", LANGUAGE)).first.click()
    page.select_option("[name=act]", str(office.staff.plan.act.pk))
    page.select_option("[name=period]", "2024")
    press(page, "Continue")
    page.fill("[name=due_on]", "01.12.2099")
    press(page, "Make the draft")
    press(page, "Open the round")
    expect(page.locator(".notice.success")).to_contain_text("3")


def ask_by_letter(page: Page) -> None:
    """The request goes to all three, in numbers one after another."""
    page.locator("main a[href$='/letters/request/']").click()
    page.fill("[name=signatory]", "Министр А. Министров")
    page.fill("[name=executor]", "А. Үйлестіруші")
    page.locator("main form button.first").click()
    page.wait_for_url("**/mailings/*/")
    page.fill("[name=number]", "07-12/1")
    press(page, "Give the numbers")
    expect(page.locator("main tbody")).to_contain_text("07-12/3")


def open_sheet(page: Page) -> None:
    """The only sheet of one's body."""
    page.goto("/sheets/")
    page.locator("table.list a.what").click()
    page.wait_for_url("**/sheets/*/")


def fill(page: Page, words: str) -> None:
    """Every row is under way, and says so."""
    for row in page.locator("fieldset.row").all():
        row.locator("select[name$=-standing]").select_option("under_way")
        row.locator("textarea[name$=-text_ru]").fill(words)


def send(page: Page) -> None:
    """The sheet goes to the coordinator."""
    press(page, "Send the sheet")
    told = page.locator(".notice.success").first
    expect(told).to_contain_text(say("The sheet is sent.", LANGUAGE))


def answer_in_a_book(page: Page, book: Path) -> None:
    """The workbook is taken away, filled in, brought back, and the sheet sent."""
    open_sheet(page)
    with page.expect_download() as download:
        page.locator("main .head a[download]").click()
    download.value.save_as(book)
    said = enter(0, standing="орындалуда / исполняется", text_ru=IN_BOOK)
    book.write_bytes(edited(book.read_bytes(), said))
    page.locator("details.away summary").click()
    page.set_input_files("#file", book)
    press(page, "Bring the workbook")
    open_sheet(page)
    send(page)


def record_letter(page: Page, office: Office) -> None:
    """The registrar registers the ministry's letter, goes from it to the sheet that it answers, and
    enters there what it says."""
    page.goto("/letters/new/")
    page.select_option("[name=correspondent]", str(office.staff.ministry.pk))
    page.fill("[name=number]", "1-7/77")
    page.fill("[name=dated_on]", "01.06.2024")
    page.fill("[name=incoming_number]", "В-5")
    page.set_input_files("[name=scan]", office.scan)
    press(page, "Register")
    page.wait_for_url("**/letters/*/")
    page.locator("#sheets a").click()
    expect(page.locator("#letter option:checked")).to_contain_text("1-7/77")
    press(page, "Choose")
    fill(page, IN_LETTER)
    send(page)


def put_together(page: Page, one: Round) -> None:
    """All three answers stand in one table, on the page and in the workbook; those of contributors
    with their measure."""
    page.goto(f"/rounds/{one.pk}/calls/")
    expect(page.locator("main")).to_contain_text(
        say("Everybody has answered: there is nobody to call.", LANGUAGE)
    )
    page.goto(f"/rounds/{one.pk}/summary/")
    for words in (ON_PAGE, IN_LETTER):
        expect(page.locator("article").get_by_text(words).first).to_be_visible()
    with page.expect_download() as download:
        page.locator("main .head a[href*=xlsx]").click()
    content = BytesIO(Path(download.value.path()).read_bytes())
    cells = {cell.value for row in load_workbook(content).worksheets[0] for cell in row}
    assert {ON_PAGE, IN_BOOK, IN_LETTER} <= cells
    page.locator("article a[href='?point=1']").first.click()
    expect(page.locator("main")).to_contain_text(IN_BOOK)


def report(page: Page, office: Office) -> None:
    """The report of the year tells what the round brought, has its cover letter, and is frozen."""
    page.goto("/reports/new/")
    page.select_option("[name=act]", str(office.staff.plan.act.pk))
    page.select_option("[name=period]", "2024")
    page.select_option("select[name=language]", "ru")
    press(page, "Show the preview")
    expect(page.locator(".paper")).to_contain_text(IN_LETTER)
    press(page, "Make the report")
    cover = page.locator(".files a[href*='/mailings/new/']")
    expect(cover).to_be_visible()
    made = page.url
    cover.click()
    expect(page.locator("[name=text_ru]")).to_have_value(re.compile("Отчетный период: 2024 год"))
    page.goto(made)
    press(page, "Mark as sent")
    expect(page.locator(".head .state")).to_contain_text(say("sent", LANGUAGE, context="report"))


def test_from_the_round_to_the_frozen_report(page: Page, office: Office, tmp_path: Path) -> None:
    """A coordinator asks three bodies; one answers on the page, one in a workbook, one by a letter
    that the registrar records; all of it stands in one table and in the report that is sent."""
    enter_as(page, "coordinator")
    begin(page, office)
    faults = [*faults_of(page, LANGUAGE)]
    ask_by_letter(page)
    enter_as(page, "akimat")
    open_sheet(page)
    fill(page, ON_PAGE)
    send(page)
    enter_as(page, "institute")
    answer_in_a_book(page, tmp_path / "kniga.xlsx")
    enter_as(page, "registrar")
    record_letter(page, office)
    faults += faults_of(page, LANGUAGE)
    one = Round.objects.get()
    assert not Sheet.objects.exclude(state=Sheet.State.SENT).exists()
    assert not Submission.objects.exists()
    enter_as(page, "coordinator")
    put_together(page, one)
    faults += faults_of(page, LANGUAGE)
    report(page, office)
    faults += faults_of(page, LANGUAGE)
    assert Report.objects.get().state == Report.State.SENT
    assert not faults, "\n".join(faults)
