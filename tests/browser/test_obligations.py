"""An obligation from the first screen to its acceptance, by the people who do it."""

from pathlib import Path

import pytest
from django.contrib.auth.hashers import make_password
from playwright.sync_api import Page, expect
from pytest_django import Settings

from birlik.base.obligations.models import Draft, Obligation
from birlik.base.obligations.refusals import NOT_YOURS_TO_SEE
from birlik.base.registry.models import Account
from birlik.base.values.local_text import LANGUAGES, Language
from tests.browser.visitor import come_in, faults_of, go_out, say
from tests.domains.execution.offices import Staffed, settle, staffed

pytestmark = pytest.mark.django_db(transaction=True)
PASSWORD = "тұжырымдама-2030"


@pytest.fixture
def staff(settings: Settings, tmp_path: Path) -> Staffed:
    """The plan of 2024, long overdue, and those who work with it."""
    settings.MEDIA_ROOT = tmp_path
    found = staffed()
    for kind, structure, name in (
        ("executor", found.akimat, "executor"),
        ("executor", found.ministry, "ministry"),
        ("coordinator", found.committee, "coordinator"),
    ):
        settle(kind, structure, name=name)
    Account.objects.update(password=make_password(PASSWORD))
    return found


def enter(page: Page, language: Language, name: str) -> None:
    """Sign in as somebody of the plan."""
    come_in(page, language, f"{name}@birlik.example", PASSWORD)
    page.wait_for_url("**/today/")


def find_overdue(page: Page) -> None:
    """From the first screen over the number of what is overdue to the first of it."""
    page.locator("a.figure[href*='state=overdue']").click()
    page.locator("table.list a.what").first.click()
    page.wait_for_url("**/obligations/*/")


def write(page: Page, text: str, language: Language) -> None:
    """Type a report in Kazakh and wait until the draft is kept."""
    page.locator("[name=text_kk]").fill(text)
    expect(page.locator("[data-status]")).to_contain_text(say("Saved at", language))


def stands(page: Page, state: str, language: Language) -> None:
    """Wait until the head of the page tells this state."""
    told = page.locator(".under .state").first
    expect(told).to_contain_text(say(state, language, context="state"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_from_overdue_to_accepted(
    page: Page, staff: Staffed, tmp_path: Path, language: Language
) -> None:
    """An executor finds what is overdue, reports with a file and sees it submitted; a coordinator
    returns it with a reason; the executor corrects it; the coordinator accepts: every page in the
    chosen language alone, wide and narrow."""
    enter(page, language, "executor")
    faults = [*faults_of(page, language)]
    find_overdue(page)
    faults += faults_of(page, language)
    write(page, "Төрт кездесу өтті", language)
    proof = tmp_path / "kezdesu.txt"
    proof.write_text("Кездесулер туралы анықтама", encoding="utf-8")
    page.set_input_files("#evidence-input", proof)
    expect(page.locator("#evidence a[download]")).to_contain_text("kezdesu")
    faults += faults_of(page, language)
    submit = page.get_by_role("button", name=say("Submit the report", language))
    submit.click()
    done = say("The report is submitted and waits for review.", language)
    expect(page.locator(".notice.success")).to_have_text(done)
    stands(page, "Submitted", language)
    faults += faults_of(page, language)
    go_out(page, language)

    enter(page, language, "coordinator")
    page.locator("a.figure[href*='state=review']").click()
    page.locator("table.list a.what").first.click()
    give_back = page.get_by_role("button", name=say("Return", language), exact=True)
    give_back.click()
    expect(page.locator("#review .wrong")).to_have_text(say("Fill in this field.", language))
    faults += faults_of(page, language)
    page.locator("#review [name=reason]").fill("Қатысушылар саны жоқ")
    give_back.click()
    stands(page, "Returned", language)
    go_out(page, language)

    enter(page, language, "executor")
    page.locator("a.figure[href*='state=mine_returned']").click()
    page.locator("table.list a.what").first.click()
    expect(page.locator("#report .notice.warn:not([data-conflict]) .said")).to_have_text(
        "Қатысушылар саны жоқ"
    )
    expect(page.locator("[name=text_kk]")).to_have_value("Төрт кездесу өтті")
    faults += faults_of(page, language)
    write(page, "Төрт кездесу өтті, 120 адам қатысты", language)
    submit.click()
    expect(page.locator(".notice.success")).to_have_text(done)
    go_out(page, language)

    enter(page, language, "coordinator")
    page.locator("a.figure[href*='state=review']").click()
    page.locator("table.list a.what").first.click()
    expect(page.locator("#review")).to_contain_text("120 адам қатысты")
    page.get_by_role("button", name=say("Accept", language), exact=True).click()
    told = ("The report is accepted.", "No more reports wait for your review.")
    expect(page.locator(".notice.success")).to_have_text(
        " ".join(say(one, language) for one in told)
    )
    stands(page, "Fulfilled late", language)
    faults += faults_of(page, language)
    assert not faults, "\n".join(faults)
    assert Obligation.objects.get(outcome="accepted").submissions.count() == 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_foreign_obligation_is_refused_with_a_reason(
    page: Page, staff: Staffed, language: Language
) -> None:
    """A person of another body who opens the address is told why not, and nothing of what it is;
    a number that nothing bears is answered in the same words."""
    enter(page, language, "executor")
    other = page.context.new_page()
    told = []
    for number in (staff.plan.counted.pk, 10**9):
        answer = other.goto(f"/obligations/{number}/")
        assert answer is not None
        assert answer.status == 403
        assert [*faults_of(other, language)] == []
        told.append(other.locator("main").inner_text())
    assert NOT_YOURS_TO_SEE.get(language) in told[0]
    assert told[0] == told[1]


def test_a_text_survives_a_lost_connection(page: Page, staff: Staffed) -> None:
    """What is typed while there is no connection is kept in the browser and sent when it is
    back; what was typed just before the page was left is there again."""
    enter(page, "kk", "executor")
    other = page.context.new_page()
    other.goto(f"/obligations/{staff.plan.agreed.pk}/")
    other.context.set_offline(True)
    other.locator("[name=text_kk]").fill("Байланыссыз жазылды")
    expect(other.locator("[data-status]")).to_contain_text("Байланыс жоқ")
    assert not Draft.objects.exists()
    other.context.set_offline(False)
    expect(other.locator("[data-status]")).to_contain_text("Сақталды", timeout=20_000)
    assert Draft.objects.get().text_kk == "Байланыссыз жазылды"
    other.locator("[name=text_kk]").fill("Беттен кетер алдында")
    other.reload()
    expect(other.locator("[name=text_kk]")).to_have_value("Беттен кетер алдында")
    expect(other.locator("[data-status]")).to_contain_text("Сақталды", timeout=20_000)
    assert Draft.objects.get().text_kk == "Беттен кетер алдында"


def test_two_who_write_at_once_see_each_other(page: Page, staff: Staffed) -> None:
    """Who types over what another has saved meanwhile sees it, and replaces it knowingly."""
    enter(page, "kk", "executor")
    address = f"/obligations/{staff.plan.agreed.pk}/"
    page.goto(address)
    other = page.context.new_page()
    other.goto(address)
    write(other, "Бірінші", "kk")
    page.locator("[name=text_kk]").fill("Екінші")
    expect(page.locator("[data-conflict] [data-other=text_kk]")).to_have_text("Бірінші")
    expect(page.locator("[name=text_kk]")).to_have_value("Екінші")
    assert Draft.objects.get().text_kk == "Бірінші"
    page.locator("[data-replace]").click()
    expect(page.locator("[data-status]")).to_contain_text("Сақталды")
    assert Draft.objects.get().text_kk == "Екінші"


def test_a_draft_is_kept_without_scripts(page: Page, staff: Staffed) -> None:
    """The button saves the draft and another submits it where no script runs."""
    enter(page, "ru", "executor")
    bare = page.context.browser.new_context(
        base_url=page.url.partition("/today")[0],
        java_script_enabled=False,
        storage_state=page.context.storage_state(),
    )
    plain = bare.new_page()
    plain.goto(f"/obligations/{staff.plan.agreed.pk}/")
    plain.locator("[name=text_ru]").fill("Провели четыре встречи")
    plain.get_by_role("button", name="Сохранить черновик").click()
    expect(plain.locator(".notice.success")).to_have_text("Черновик сохранен.")
    expect(plain.locator("[name=text_ru]")).to_have_value("Провели четыре встречи")
    plain.get_by_role("button", name="Представить отчет").click()
    expect(plain.locator(".under .state").first).to_contain_text("Отчет представлен")
    bare.close()
