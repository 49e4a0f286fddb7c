"""A sheet filled in by people on a phone, over a line that drops, in two windows, in a workbook."""

import contextlib
from collections.abc import Callable
from pathlib import Path

import pytest
from django.contrib.auth.hashers import make_password
from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import Page, expect
from pytest_django import Settings

from birlik.base.charter.actions import load_charter
from birlik.base.obligations.models import Submission
from birlik.base.registry.models import Account
from birlik.base.values.local_text import LANGUAGES, Language
from birlik.domains.execution.actions.rounds.begin import Asked, begin_round
from birlik.domains.execution.actions.rounds.open import open_round
from birlik.domains.execution.engine.rounds.columns import STANDARD
from birlik.domains.execution.models import Sheet, SheetRow
from tests.base.obligations.reporting_world import AT, SYSTEM
from tests.browser.visitor import come_in, faults_of, say
from tests.domains.execution.offices import OFFICES, Staffed, settle, staffed
from tests.domains.execution.sheet_files import edited, enter
from tests.domains.execution.sheet_world import TITLE

pytestmark = pytest.mark.django_db(transaction=True)
PASSWORD = "тұжырымдама-2030"
FOREVER = AT.replace(year=2099)
PHONE = {"width": 360, "height": 740}


@pytest.fixture
def sheet(settings: Settings, tmp_path: Path) -> Sheet:
    """The sheet of the akimat, two rows, in an open round; its executor has a password."""
    settings.MEDIA_ROOT = tmp_path
    staff: Staffed = staffed()
    load_charter(SYSTEM, None, at=AT, content=OFFICES.encode())
    settle("executor", staff.akimat, name="executor")
    Account.objects.update(password=make_password(PASSWORD))
    asked = Asked(TITLE, FOREVER, STANDARD, "2024")
    made = begin_round(SYSTEM, staff.plan.act, at=AT, asked=asked, bodies=[staff.akimat.pk])
    open_round(SYSTEM, made, at=AT)
    return made.sheets.get()


def enter_sheet(page: Page, sheet: Sheet, language: Language = "kk") -> None:
    """Sign in and open the sheet from the list."""
    come_in(page, language, "executor@birlik.example", PASSWORD)
    page.wait_for_url("**/today/")
    page.goto("/sheets/")
    page.locator("table.list a.what").first.click()
    page.wait_for_url(f"**/sheets/{sheet.pk}/")


def rows(sheet: Sheet) -> list[SheetRow]:
    """The rows as they are now."""
    return list(SheetRow.objects.filter(sheet=sheet).order_by("position"))


def says(page: Page, message: str, language: Language = "kk", *, wait: int = 15_000) -> None:
    """Wait until the bar at the bottom says something."""
    expect(page.locator("[data-status]")).to_contain_text(say(message, language), timeout=wait)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sheet_is_filled_in_on_a_phone_and_sent(
    page: Page, sheet: Sheet, language: Language
) -> None:
    """At 360 px every row is a card, what is typed is saved by itself, a wrong cell says why, and
    the sheet is sent with one report; every page in the chosen language alone."""
    enter_sheet(page, sheet, language)
    faults = [*faults_of(page, language)]
    page.set_viewport_size(PHONE)
    first, second = (one.pk for one in rows(sheet))
    page.locator(f"[name='{first}-standing']").select_option("done")
    page.locator(f"[name='{first}-text_kk']").fill("Кездесу өтті")
    page.locator(f"[name='{first}-quantity']").fill("көп")
    says(page, "Saved, but for the cells marked in red.", language)
    expect(page.locator(f"#r{first} .wrong")).to_be_visible()
    assert rows(sheet)[0].cells == {"standing": "done", "text_kk": "Кездесу өтті"}
    page.locator(f"[name='{first}-quantity']").fill("2")
    says(page, "Saved at", language)
    expect(page.locator(f"#r{first} .wrong")).to_have_count(0)
    bar = page.locator(".keep").bounding_box()
    assert bar is not None
    assert bar["y"] + bar["height"] <= PHONE["height"] + 1
    send = page.get_by_role("button", name=say("Send the sheet", language))
    send.click()
    expect(page.locator(f"#r{second} .wrong")).to_be_visible()
    faults += faults_of(page, language)
    page.set_viewport_size(PHONE)
    page.locator(f"[name='{second}-standing']").select_option("under_way")
    send.click()
    expect(page.locator(".notice.success")).to_contain_text(say("The sheet is sent.", language))
    faults += faults_of(page, language)
    page.goto("/sheets/")
    faults += faults_of(page, language)
    assert not faults, "\n".join(faults)
    assert Submission.objects.get().text_kk == "Кездесу өтті"
    assert (
        page.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('birlik-sheet'))")
        == []
    )


def kept_by(page: Page, happened: Callable[[], bool]) -> None:
    """Wait until the server has kept what the page sends."""
    for _turn in range(150):
        if happened():
            return
        page.wait_for_timeout(100)
    assert happened()


def test_nothing_is_lost_when_the_line_drops(page: Page, sheet: Sheet) -> None:
    """What is typed without a connection is told to be unsaved, kept in the browser and sent when
    the line is back; it also outlives the page."""
    enter_sheet(page, sheet)
    other = page.context.new_page()
    other.set_viewport_size(PHONE)
    other.goto(f"/sheets/{sheet.pk}/")
    first, second = (one.pk for one in rows(sheet))
    other.context.set_offline(True)
    other.locator(f"[name='{first}-text_kk']").fill("Байланыссыз")
    says(other, "Not saved: no connection. It is kept in this browser and will be sent when the "
                "line is back.")  # fmt: skip
    assert rows(sheet)[0].cells == {}
    other.context.set_offline(False)
    says(other, "Saved at", wait=30_000)
    assert rows(sheet)[0].cells == {"text_kk": "Байланыссыз"}
    other.context.set_offline(True)
    other.locator(f"[name='{second}-text_kk']").fill("Беттен кетер алдында")
    says(other, "Not saved: no connection. It is kept in this browser and will be sent when the "
                "line is back.")  # fmt: skip
    with contextlib.suppress(PlaywrightError):
        other.reload()
    other.context.set_offline(False)
    other.goto(f"/sheets/{sheet.pk}/")
    expect(other.locator(f"[name='{second}-text_kk']")).to_have_value("Беттен кетер алдында")
    # The page that was left may have sent it the moment the line was back, or the new one does.
    kept_by(other, lambda: rows(sheet)[1].cells == {"text_kk": "Беттен кетер алдында"})


def test_two_windows_do_not_overwrite_each_other(page: Page, sheet: Sheet) -> None:
    """Who types over what another window has saved sees it beside the cell, and chooses; other
    cells are saved meanwhile."""
    enter_sheet(page, sheet)
    first, second = (one.pk for one in rows(sheet))
    bare = page.context.browser.new_context(
        base_url=page.url.partition("/sheets")[0], storage_state=page.context.storage_state()
    )
    other = bare.new_page()
    other.goto(f"/sheets/{sheet.pk}/")
    other.locator(f"[name='{first}-text_kk']").fill("Бірінші")
    other.locator(f"[name='{second}-text_kk']").fill("Бірінші")
    says(other, "Saved at")
    page.locator(f"[name='{first}-text_kk']").fill("Екінші")
    page.locator(f"[name='{second}-text_kk']").fill("Екінші")
    page.locator(f"[name='{first}-text_ru']").fill("Второй")
    expect(page.locator(f"#r{first} .other q")).to_have_text("Бірінші", timeout=15_000)
    assert [one.cells for one in rows(sheet)] == [
        {"text_kk": "Бірінші", "text_ru": "Второй"}, {"text_kk": "Бірінші"},
    ]  # fmt: skip
    page.locator(f"#r{first}").get_by_role("button", name=say("Keep mine", "kk")).click()
    page.locator(f"#r{second}").get_by_role("button", name=say("Take theirs", "kk")).click()
    expect(page.locator(f"[name='{second}-text_kk']")).to_have_value("Бірінші")
    says(page, "Saved at")
    kept_by(page, lambda: [one.cells["text_kk"] for one in rows(sheet)] == ["Екінші", "Бірінші"])
    bare.close()


def test_a_workbook_makes_the_round_trip(page: Page, sheet: Sheet, tmp_path: Path) -> None:
    """The workbook is taken, filled in and brought back; what somebody entered on the page
    meanwhile waits for a choice, and nothing is overwritten before."""
    enter_sheet(page, sheet)
    first = rows(sheet)[0].pk
    with page.expect_download() as download:
        page.locator("main .head a[download]").click()
    taken = tmp_path / "keste.xlsx"
    download.value.save_as(taken)
    taken.write_bytes(edited(taken.read_bytes(), enter(0, text_kk="Файлдағы", text_ru="В файле")))
    page.locator(f"[name='{first}-text_kk']").fill("Беттегі")
    says(page, "Saved at")
    page.locator("details.away summary").click()
    page.set_input_files("#file", taken)
    page.get_by_role("button", name=say("Bring the workbook", "kk")).click()
    faults = [*faults_of(page, "kk")]
    assert rows(sheet)[0].cells == {"text_kk": "Беттегі", "text_ru": "В файле"}
    page.locator("main a[href*='/files/']").click()
    faults += faults_of(page, "kk")
    page.locator("input[type=radio][value=file]").check()
    page.get_by_role("button", name=say("Keep what I chose", "kk")).click()
    expect(page.locator(".notice.success")).to_have_text(say("All cells are settled.", "kk"))
    assert rows(sheet)[0].cells["text_kk"] == "Файлдағы"
    assert not faults, "\n".join(faults)


def test_a_sheet_is_filled_in_without_scripts(page: Page, sheet: Sheet) -> None:
    """One button saves and another sends where no script runs."""
    enter_sheet(page, sheet, "ru")
    bare = page.context.browser.new_context(
        base_url=page.url.partition("/sheets")[0],
        java_script_enabled=False,
        storage_state=page.context.storage_state(),
    )
    plain = bare.new_page()
    plain.goto(f"/sheets/{sheet.pk}/")
    for row in rows(sheet):
        plain.locator(f"[name='{row.pk}-standing']").select_option("under_way")
    plain.get_by_role("button", name="Сохранить", exact=True).click()
    expect(plain.locator(".notice.success")).to_have_text("Все введенное сохранено.")
    plain.get_by_role("button", name="Отправить таблицу").click()
    expect(plain.locator(".notice.success")).to_have_text("Таблица отправлена.")
    bare.close()


def kept(page: Page) -> list[str]:
    """What pages keep in the browser of what was typed."""
    return page.evaluate(
        "Object.keys(localStorage).filter((key) => key.startsWith('birlik-sheet')"
        " || key.startsWith('birlik-draft'))"
    )


def test_nothing_typed_stays_in_the_browser_for_the_next_person(page: Page, sheet: Sheet) -> None:
    """What could not be saved stays for its author, and goes from the browser when the author signs
    out, and when somebody else signs in after a session that simply ended."""
    enter_sheet(page, sheet)
    for key in ("birlik-sheet-1-1", "birlik-draft-1"):
        page.evaluate("(key) => localStorage.setItem(key, '{}')", key)
    page.goto("/sheets/")
    assert len(kept(page)) == 2
    page.get_by_role("button", name=say("Sign out", "kk")).click()
    page.wait_for_url("**/login/**")
    assert kept(page) == []
    come_in(page, "kk", "executor@birlik.example", PASSWORD)
    page.wait_for_url("**/today/")
    page.evaluate("localStorage.setItem('birlik-draft-1', 'x')")
    page.goto("/sheets/")
    assert len(kept(page)) == 1
    page.evaluate("localStorage.setItem('birlik-account', '0')")
    page.goto("/sheets/")
    assert kept(page) == []
