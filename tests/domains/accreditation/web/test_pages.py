"""The pages of accreditation: who sees what, what is told of errors, and how often they ask."""

from io import BytesIO

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from openpyxl import Workbook, load_workbook
from pytest_django import DjangoAssertNumQueries

from birlik.base.registry.models import Account
from birlik.base.values.clock import FixedClock, SystemClock
from birlik.domains.accreditation.actions import decide, return_application
from birlik.domains.accreditation.engine.earlier import COLUMNS
from birlik.domains.accreditation.models import Application, Certificate, Round
from birlik.domains.accreditation.web.verify import WRONG_CODES
from tests.domains.accreditation.world import (
    AT,
    REASON,
    WHY,
    Accrediting,
    accrediting,
    protocol_point,
)

pytestmark = pytest.mark.django_db
BUDGET = 15


@pytest.fixture(autouse=True)
def _clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """The day on which the round takes applications."""
    monkeypatch.setattr(SystemClock, "now", lambda _self: FixedClock(AT).now())


@pytest.fixture
def found() -> Accrediting:
    """Associations, commissions and a round."""
    return accrediting()


def signed_in(account: Account) -> Client:
    """Somebody who has signed in and reads Russian."""
    client = Client()
    client.force_login(account)
    client.cookies["birlik_language"] = "ru"
    return client


def granted(found: Accrediting) -> Certificate:
    """A certificate of the association of Abai."""
    made = found.voted("for", "for", "for")
    decide(found.secretary, made, at=AT, provision=protocol_point(), reason=REASON)
    return Certificate.objects.get()


def numbered(number: int) -> list[str]:
    """The addresses with a number of an application or a certificate."""
    return [
        reverse("accreditation_application", args=[number]),
        reverse("accreditation_paper", args=[number, 1]),
        reverse("accreditation_certificate", args=[number]),
        reverse("accreditation_certificate_pdf", args=[number, "kk"]),
    ]


def test_foreign_and_unknown_numbers_answer_alike(found: Accrediting) -> None:
    """To another region's secretary what is foreign is as what does not exist, read or sent to."""
    one = granted(found)
    assert one.application is not None
    other = signed_in(
        Account.objects.get(person__appointments=found.other_secretary.appointment_id)
    )
    for number in {one.pk, one.application.pk, 10**9}:
        for address in numbered(number):
            assert other.get(address).status_code == 404, address
            assert other.post(address, {"do": "withdraw"}).status_code == 404, address


def test_a_draft_is_its_heads_and_the_secretarys(found: Accrediting) -> None:
    """A member of the commission does not see an application before it is submitted."""
    made = found.drafted()
    page = reverse("accreditation_application", args=[made.pk])
    member = signed_in(found.member_account)
    assert member.get(page).status_code == 404
    assert signed_in(found.secretary_account).get(page).status_code == 200
    assert found.body.name_ru not in member.get(reverse("accreditation")).content.decode()


def test_what_is_refused_is_said_and_loses_nothing(found: Accrediting) -> None:
    """A form that lacks something comes back with the reason and with what was typed."""
    made = found.submitted()
    page = reverse("accreditation_application", args=[made.pk])
    secretary = signed_in(found.secretary_account)
    answer = secretary.post(page, {"do": "return", "return-reason": ""})
    assert answer.status_code == 422
    assert "напишите причину возврата" in answer.content.decode()
    return_application(found.secretary, made, at=AT, missing=["charter"], reason=WHY)
    head = signed_in(found.head_account)
    for given in ({"do": "attach", "item": "charter"}, {"do": "appeal", "appeal-reason": ""}):
        assert head.post(page, given).status_code == 422
    bad = SimpleUploadedFile("a.exe", b"MZ\x90\x00" * 99)
    assert head.post(page, {"do": "attach", "item": "charter", "file": bad}).status_code == 422
    assert head.post(page, {"do": "remove", "paper": "x"}).status_code == 422
    assert head.post(page, {"do": "dance"}).status_code == 200
    assert head.post(page, {"do": "appeal", "appeal-reason": "Не согласны"}).status_code == 302
    coordinator = signed_in(found.coordinator_account)
    given = {"do": "answer", "answer-upheld": "1", "answer-reason": "Согласны"}
    assert coordinator.post(page, given).status_code == 302
    assert "Жалоба удовлетворена" in head.get(page).content.decode()


def test_an_application_on_paper_is_entered_on_the_page(found: Accrediting) -> None:
    """The secretary names the association and the paper; without the paper the form says so."""
    page = reverse("accreditation_apply", args=[found.round.pk])
    secretary = signed_in(found.secretary_account)
    assert found.foreign.name_ru not in secretary.get(page).content.decode()
    assert secretary.post(page, {"body": found.body.pk}).status_code == 422
    outside = {"body": found.body.pk, "number": "7", "dated_on": "01.01.2026"}
    assert secretary.post(page, outside).status_code == 422
    assert secretary.post(page, {**outside, "dated_on": "19.11.2026"}).status_code == 302
    made = Application.objects.get()
    address = reverse("accreditation_application", args=[made.pk])
    assert secretary.post(address, {"do": "attach", "item": "charter"}).status_code == 302
    assert "бумажным заявлением" in secretary.get(address).content.decode()
    assert secretary.post(address, {"do": "withdraw"}).status_code == 302


def test_a_file_is_fetched_by_who_sees_the_application(found: Accrediting) -> None:
    """As a file to be saved; a number of another paper is unknown."""
    made = found.submitted()
    paper = made.papers.get(item="charter")
    head = signed_in(found.head_account)
    answer = head.get(reverse("accreditation_paper", args=[made.pk, paper.pk]))
    assert "attachment" in answer.headers["Content-Disposition"]
    assert head.get(reverse("accreditation_paper", args=[made.pk, 10**9])).status_code == 404


def test_the_protocol_form_says_what_it_lacks(found: Accrediting) -> None:
    """Without a case, without reasons, or with a day to come it comes back."""
    made = found.voted("for", "for", "for")
    page, secretary = reverse("accreditation_commission"), signed_in(found.secretary_account)
    head = {"number": "5", "held_on": "20.11.2026"}
    reasons = {f"case{made.pk}-reason_kk": "а", f"case{made.pk}-reason_ru": "б"}
    for given in (
        head,
        {**head, "cases": [made.pk]},
        {**head, **reasons, "cases": [made.pk], "held_on": "21.11.2026"},
        {**reasons, "cases": [made.pk]},
    ):
        assert secretary.post(page, given).status_code == 422
    assert secretary.post(page, {**head, **reasons, "cases": [made.pk]}).status_code == 302
    assert "Комиссии нечего" in secretary.get(page).content.decode()


def test_a_certificate_is_suspended_and_appealed_on_its_page(found: Accrediting) -> None:
    """The secretary records a decision; the public page follows; a withdrawal is appealed."""
    one = granted(found)
    page = reverse("accreditation_certificate", args=[one.pk])
    secretary, head = signed_in(found.secretary_account), signed_in(found.head_account)
    given = {
        "do": "measure",
        "kind": "suspended",
        "number": "9",
        "held_on": "20.11.2026",
        "reason_kk": "Есеп жоқ",
        "reason_ru": "Нет отчета",
    }
    assert secretary.post(page, {**given, "number": ""}).status_code == 422
    assert secretary.post(page, {**given, "held_on": "01.11.2026"}).status_code == 422
    assert secretary.post(page, given).status_code == 302
    public = Client()
    public.cookies["birlik_language"] = "ru"
    shown = public.get(reverse("verify", args=[one.code])).content.decode()
    assert "приостановлена" in shown
    assert "Нет отчета" not in shown
    Certificate.objects.filter(pk=one.pk).update(valid_from="2026-11-01")
    one.terms.update(valid_from="2026-11-01")
    gone = {**given, "kind": "withdrawn", "number": "10"}
    assert secretary.post(page, gone).status_code == 302
    assert head.post(page, {"do": "appeal", "reason": "Отчет был"}).status_code == 302
    coordinator = signed_in(found.coordinator_account)
    answer = {"do": "answer", "upheld": "0", "reason": "Не было"}
    assert coordinator.post(page, answer).status_code == 302
    assert "без удовлетворения" in head.get(page).content.decode()


def test_a_round_is_opened_on_the_page(found: Accrediting) -> None:
    """A year that is there is refused in words beside the form."""
    page, coordinator = reverse("accreditation_round_new"), signed_in(found.coordinator_account)
    given = {"year": "2026", "opened_on": "01.02.2022", "closed_on": "31.05.2022"}
    assert coordinator.post(page, given).status_code == 422
    assert coordinator.post(page, {**given, "year": "2022"}).status_code == 302
    made = Round.objects.get(year=2022)
    assert (
        "Доступных вам"
        in coordinator.get(reverse("accreditation_round", args=[made.pk])).content.decode()
    )
    assert coordinator.get(reverse("accreditation_round", args=[10**9])).status_code == 404


def workbook(*rows: tuple[object, ...]) -> SimpleUploadedFile:
    """A filled-in template."""
    made = Workbook()
    sheet = made.active
    assert sheet is not None
    for row in (tuple(one.heading.ru for one in COLUMNS), *rows):
        sheet.append(list(row))
    file = BytesIO()
    made.save(file)
    return SimpleUploadedFile("2022.xlsx", file.getvalue())


def test_an_earlier_round_comes_from_a_file(found: Accrediting) -> None:
    """Template, check, taking over; what is unfit comes back; brought again, nothing changes."""
    old = Round.objects.create(
        year=2022, opened_on="2022-01-01", closed_on="2022-06-01", opened_at=AT
    )
    coordinator = signed_in(found.coordinator_account)
    template = coordinator.get(reverse("accreditation_earlier_template", args=[old.pk]))
    assert load_workbook(BytesIO(template.content)).worksheets[0].max_column == len(COLUMNS)
    page = reverse("accreditation_earlier", args=[old.pk])
    good = ("", found.body.name_ru, "Абай облысы", "А-1", "10.05.2022", "", "3", "05.05.2022")
    bad = ("", "Нет такого", "", "А-2", "10.05.2022", "", "3", "05.05.2022")
    answer = coordinator.post(page, {"file": workbook(good, bad)})
    check = answer.headers["Location"]
    shown = coordinator.get(check).content.decode()
    assert "B3" in shown
    assert coordinator.get(f"{check}rows.xlsx").status_code == 200
    assert coordinator.post(check).headers["Location"] == check
    assert Certificate.objects.get().number == "А-1"
    again = coordinator.post(page, {"file": workbook(good)}).headers["Location"]
    assert "уже" in coordinator.get(again).content.decode()
    second = ("", found.foreign.name_ru, "", "Б-1", "10.05.2022", "", "3", "05.05.2022")
    third = ("", found.branch.name_ru, "", "А-3", "10.05.2022", "", "3", "05.05.2022")
    clash = coordinator.post(page, {"file": workbook(second, third)}).headers["Location"]
    assert coordinator.post(clash).status_code == 422
    only = coordinator.post(page, {"file": workbook(second)}).headers["Location"]
    assert "rounds" in coordinator.post(only).headers["Location"]
    junk = SimpleUploadedFile("x.xlsx", b"no")
    assert coordinator.post(page, {"file": junk}).status_code == 422
    assert coordinator.get(f"{page}made-up/").status_code == 404
    other = page.replace(f"/{old.pk}/", f"/{found.round.pk}/")
    assert coordinator.get(other + check.rsplit("/", 2)[1] + "/").status_code == 404


def test_a_wrong_code_answers_clearly_and_not_for_ever(found: Accrediting) -> None:
    """A code is typed anyhow; a wrong one is told; after many wrong ones the address waits, also
    for a right one."""
    one = granted(found)
    cache.clear()
    anybody = Client()
    anybody.cookies["birlik_language"] = "ru"
    form = reverse("verify_code")
    assert anybody.get(form).status_code == 200
    assert anybody.post(form, {"code": ""}).status_code == 422
    typed = anybody.post(form, {"code": one.code.lower().replace("-", " ")})
    assert typed.headers["Location"] == reverse("verify", args=[one.code])
    assert (
        found.head_account.person.full_name
        not in anybody.get(typed.headers["Location"]).content.decode()
    )
    wrong = anybody.post(form, {"code": "x"}).headers["Location"]
    for _turn in range(WRONG_CODES):
        assert anybody.get(wrong).status_code == 404
    assert "буква за буквой" not in anybody.get(wrong).content.decode()
    assert anybody.get(typed.headers["Location"]).status_code == 429
    cache.clear()
    assert anybody.get(typed.headers["Location"]).status_code == 200


def test_no_page_asks_too_often(
    found: Accrediting, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    """Every page takes at most 15 queries, whoever opens it."""
    one = granted(found)
    found.drafted(found.foreign)
    assert one.application is not None
    pages = {
        reverse("accreditation"): BUDGET,
        reverse("accreditation_round", args=[found.round.pk]): BUDGET,
        reverse("accreditation_certificate", args=[one.pk]): BUDGET,
        reverse("accreditation_application", args=[one.application.pk]): BUDGET,
        reverse("accreditation_commission"): BUDGET,
    }
    for account in (found.coordinator_account, found.secretary_account, found.head_account):
        client = signed_in(account)
        for page, most in pages.items():
            client.get(page)
            with django_assert_max_num_queries(most, info=f"{page} {account}"):
                client.get(page)
