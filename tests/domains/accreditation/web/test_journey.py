"""An association's way from the first paper to a certificate that anybody can check."""

from datetime import timedelta
from io import BytesIO
from itertools import count

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from pypdf import PdfReader

from birlik.base.registry.models import Account, AccreditedTerm
from birlik.base.values.clock import SystemClock
from birlik.domains.accreditation.models import Application, Certificate
from tests.domains.accreditation.world import AT, ITEMS, Accrediting, accrediting

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """The day on which the round takes applications, a second later at each look."""
    looks = count()
    monkeypatch.setattr(SystemClock, "now", lambda _self: AT + timedelta(seconds=next(looks)))


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


def said(client: Client, address: str) -> str:
    """What a page says."""
    answer = client.get(address)
    assert answer.status_code == 200, answer.status_code
    return answer.content.decode()


def do(client: Client, address: str, deed: str, **given: object) -> None:
    """Send a form of a page that takes it."""
    answer = client.post(address, {"do": deed, **given})
    assert answer.status_code == 302, answer.content.decode()[:20000]


def test_an_association_is_accredited_and_anybody_checks_its_certificate(
    found: Accrediting,
) -> None:
    """An association applies, is returned for a missing paper, puts it right, is decided by the
    commission and holds a certificate whose code the public page knows."""
    head, secretary = signed_in(found.head_account), signed_in(found.secretary_account)
    home = said(head, reverse("accreditation"))
    assert "принимает заявления до 31.12.2026" in home
    answer = head.post(
        reverse("accreditation_apply", args=[found.round.pk]), {"body": found.body.pk}
    )
    made = Application.objects.get()
    page = reverse("accreditation_application", args=[made.pk])
    assert answer.headers["Location"] == page

    assert head.post(page, {"do": "submit"}).status_code == 422
    for item in ITEMS:
        paper = SimpleUploadedFile(f"{item}.txt", f"Құжат {item}".encode(), "text/plain")
        do(head, page, "attach", item=item, file=paper)
    do(head, page, "write", statement="Жұмысымыз", branches=[found.branch.pk])
    do(head, page, "submit")
    assert "проверяет документы" in said(head, page)

    do(
        secretary,
        page,
        "return",
        **{"return-missing": ["charter"], "return-reason": "Нет последней страницы устава"},
    )
    back = said(head, page)
    assert "Нет последней страницы устава" in back
    assert "исправить" in back
    paper = SimpleUploadedFile("устав.txt", "Устав целиком".encode(), "text/plain")
    do(head, page, "attach", item="charter", file=paper)
    do(head, page, "submit")
    do(secretary, page, "complete")

    commission = reverse("accreditation_commission")
    for place, account in enumerate(
        Account.objects.filter(person__appointments__office__structure=found.commission).exclude(
            pk=found.head_account.pk
        )
    ):
        member = signed_in(account)
        assert found.body.name_ru in said(member, commission)
        do(member, page, "vote", choice="for" if place < 2 else "against")
    sent = {
        "cases": [made.pk],
        f"case{made.pk}-reason_kk": "Өлшемшарттарға сай",
        f"case{made.pk}-reason_ru": "Соответствует критериям",
        "number": "5",
        "held_on": "20.11.2026",
    }
    assert secretary.post(commission, sent).status_code == 302

    certificate = Certificate.objects.get()
    assert certificate.number == "2026-10-001"
    assert (certificate.valid_from.year, certificate.valid_until.year) == (2026, 2029)
    terms = AccreditedTerm.objects.values_list("structure", "number", "kind")
    assert set(terms) == {
        (found.body.pk, "2026-10-001", "accredited"),
        (found.branch.pk, "2026-10-001", "accredited"),
    }

    for language, words in (("kk", ("КУӘЛІК", "19.11.2029")), ("ru", ("СВИДЕТЕЛЬСТВО", "№ 5"))):
        paper_of = reverse("accreditation_certificate_pdf", args=[certificate.pk, language])
        content = head.get(paper_of).getvalue()
        text = "".join(one.extract_text() for one in PdfReader(BytesIO(content)).pages)
        for word in (*words, certificate.number, certificate.code):
            assert word in text

    anybody = Client()
    anybody.cookies["birlik_language"] = "ru"
    public = anybody.get(reverse("verify", args=[certificate.code]))
    shown = public.content.decode()
    assert public.status_code == 200
    for word in (found.body.name_ru, "2026-10-001", "20.11.2026 – 19.11.2029", "действ"):
        assert word in shown
    wrong = anybody.get(reverse("verify", args=["AAAA-AAAA-AAAA-AAAA"]))
    assert wrong.status_code == 404
