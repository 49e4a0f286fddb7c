"""The register of letters, a letter, what came in, and mailings."""

from datetime import date, timedelta
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import load_workbook
from pypdf import PdfReader, PdfWriter
from pytest_django import DjangoAssertNumQueries

from birlik.base.letters.actions import number_mailing
from birlik.base.letters.models import Letter, Mailing
from birlik.base.obligations.actions.settle_by_letter import Settling, settle_by_letter
from birlik.base.obligations.models import Obligation
from birlik.domains.execution.actions.rounds.begin import Asked, begin_round
from birlik.domains.execution.actions.rounds.open import open_round
from birlik.domains.execution.engine.rounds.columns import STANDARD
from tests.base.letters.post import begun
from tests.base.obligations.letter_world import REGISTRAR
from tests.base.obligations.reporting_world import AT, SYSTEM
from tests.domains.execution.letters.letter_desk import LetterDesk, letter_desk
from tests.domains.execution.sheet_world import TITLE

pytestmark = pytest.mark.django_db


def scan() -> bytes:
    """A PDF of one empty page."""
    paper, written = PdfWriter(), BytesIO()
    paper.add_blank_page(width=200, height=200)
    paper.write(written)
    return written.getvalue()


@pytest.fixture
def desk(monkeypatch: pytest.MonkeyPatch) -> LetterDesk:
    """Everybody at work."""
    return letter_desk(monkeypatch)


def sent_to(desk: LetterDesk, first: str = "07/1") -> Mailing:
    """A numbered request to the ministry and the akimat."""
    mailing = begun(desk.staff.ministry, desk.staff.akimat)
    number_mailing(REGISTRAR, mailing, at=AT, first=first, dated_on=date(2024, 4, 2))
    return mailing


def listed(desk: LetterDesk, query: str = "") -> list[str]:
    """The numbers of the letters that the register shows."""
    answer = desk.registrar.get(f"/letters/{query}")
    assert answer.status_code == 200
    return [one[0].number for one in answer.context["lines"]]


def entered(desk: LetterDesk, **more: object) -> dict[str, object]:
    """What the form of an incoming letter takes."""
    usual = {
        "correspondent": desk.staff.ministry.pk,
        "number": "5-1/22",
        "dated_on": "26.04.2024",
        "incoming_number": "310",
        "received_on": "01.05.2024",
        "subject": "Орындалуы туралы",
    }
    return {name: value for name, value in (usual | more).items() if value != ""}


def test_an_empty_register_says_how_to_begin(desk: LetterDesk) -> None:
    """Without letters the page leads to the registration of the first."""
    assert "No letters yet." in desk.registrar.get("/letters/").content.decode()
    assert "Nothing found" in desk.registrar.get("/letters/?q=x").content.decode()


def test_the_register_is_searched_without_regard_to_case(desk: LetterDesk) -> None:
    """Number, subject and correspondent are found, whatever the case of Cyrillic letters."""
    desk.came()
    sent_to(desk)
    assert listed(desk) == ["07/2", "07/1", "5-1/22"]
    assert listed(desk, "?q=АКПАРАТ") == ["07/2", "07/1"]
    assert listed(desk, "?q=Информации") == ["07/2", "07/1"]
    assert listed(desk, "?q=әкІмдіК") == ["07/2"]
    assert listed(desk, "?q=5-1/22") == ["5-1/22"]
    assert listed(desk, "?q=жоқ") == []


def test_filters_stand_in_the_address(desk: LetterDesk) -> None:
    """Direction, kind, correspondent, days and whether it was answered narrow the register."""
    mailing = sent_to(desk)
    letter = desk.came()
    Letter.objects.filter(pk=letter.pk).update(answers=mailing.letters.first())
    begun(desk.staff.akimat)
    Letter.objects.filter(number="").update(at=AT)
    answered = mailing.letters.get(answered_by=letter).number
    other = mailing.letters.exclude(answered_by=letter).get().number
    assert listed(desk, "?direction=in") == ["5-1/22"]
    assert listed(desk, "?kind=report") == []
    assert listed(desk, "?standing=answered") == [answered]
    assert listed(desk, "?standing=unanswered") == [other]
    assert listed(desk, "?standing=unnumbered") == [""]
    assert sorted(listed(desk, f"?body={desk.staff.akimat.pk}")) == ["", "07/2"]
    assert listed(desk, "?since=01.05.2024") == ["5-1/22"]
    assert listed(desk, "?until=02.04.2024&q=07") == ["07/2", "07/1"]


def test_the_register_is_carried_away(desk: LetterDesk) -> None:
    """The workbook has the rows that the filters leave, with both numbers."""
    mailing = sent_to(desk)
    letter = desk.came()
    Letter.objects.filter(pk=letter.pk).update(answers=mailing.letters.first())
    answer = desk.registrar.get("/letters/?direction=in&format=xlsx")
    sheet = load_workbook(BytesIO(b"".join(answer.streaming_content))).worksheets[0]
    row = [cell.value for cell in sheet[2]]
    assert row[:4] == ["Incoming", "5-1/22", row[2], "310-5-1/22"]
    assert row[2].date() == date(2024, 4, 26)
    assert sheet.max_row == 2
    assert "№ 07/" in row[9]


def test_the_register_asks_few_queries(
    desk: LetterDesk, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    """However many letters there are, the page stays within fifteen queries."""
    sent_to(desk)
    for number in range(20):
        desk.came(number=f"9/{number}")
    with django_assert_max_num_queries(15):
        desk.registrar.get("/letters/")


def test_a_letter_that_came_in_is_registered_with_its_scan(desk: LetterDesk) -> None:
    """The letter is in the register, with its scan and the letter that it answers."""
    sent_to(desk)
    asked = Letter.objects.get(number="07/1")
    assert 'value="07/1"' not in desk.registrar.get("/letters/new/").content.decode()
    begun_form = desk.registrar.get(f"/letters/new/?answers={asked.pk}").content.decode()
    assert 'value="07/1"' in begun_form
    content = scan()
    brought = SimpleUploadedFile("scan.pdf", content)
    answer = desk.registrar.post("/letters/new/", entered(desk, scan=brought, answers="07/1"))
    letter = Letter.objects.get(direction="in")
    assert answer.headers["Location"] == f"/letters/{letter.pk}/"
    assert letter.answers == asked
    page = desk.registrar.get(f"/letters/{letter.pk}/").content.decode()
    assert "scan.pdf" in page
    assert "№ 07/1, 02.04.2024" in page
    fetched = desk.registrar.get(f"/letters/{letter.pk}/scan/")
    assert b"".join(fetched.streaming_content) == content
    assert "attachment" in fetched.headers["Content-Disposition"]
    told = desk.registrar.get(f"/letters/{asked.pk}/").content.decode()
    assert "Answered by" in told


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"number": ""}, "Fill in this field."),
        ({"answers": "99"}, "No outgoing letter has this number."),
        ({"received_on": "03.05.2024"}, "This day is still to come."),
        ({"dated_on": "2024"}, "Enter the date as DD.MM.YYYY."),
    ],
)
def test_what_is_wrong_is_said_and_nothing_typed_is_lost(
    desk: LetterDesk, more: dict[str, object], said: str
) -> None:
    """A letter that cannot be registered stays in the form, with what is wrong with it."""
    answer = desk.registrar.post("/letters/new/", entered(desk, **more))
    assert answer.status_code == 422
    page = answer.content.decode()
    assert said in page
    assert "Орындалуы туралы" in page
    assert not Letter.objects.exists()


def test_a_paper_of_limited_access_is_not_kept(desk: LetterDesk) -> None:
    """A scan that bears the mark of limited access is refused, and the letter with it; its place is
    told instead, and never both."""
    marked = SimpleUploadedFile("x.txt", "Для служебного пользования\nТекст".encode())
    answer = desk.registrar.post("/letters/new/", entered(desk, scan=marked))
    assert answer.status_code == 422
    assert answer.context["form"].errors["scan"]
    assert "Choose the file again" in answer.content.decode()
    both = desk.registrar.post(
        "/letters/new/", entered(desk, scan=SimpleUploadedFile("s.pdf", scan()), kept_at="12")
    )
    assert "not both" in both.content.decode()
    assert not Letter.objects.exists()
    desk.registrar.post("/letters/new/", entered(desk, kept_at="12-бөлме"))
    letter = Letter.objects.get()
    assert (letter.kept_at, letter.document) == ("12-бөлме", None)
    assert "12-бөлме" in desk.registrar.get(f"/letters/{letter.pk}/").content.decode()


def test_an_outgoing_letter_is_numbered_on_its_page(desk: LetterDesk) -> None:
    """The form gives the number once, a taken one is refused with the reason."""
    sent_to(desk)
    letter = begun(desk.staff.akimat).letters.get()
    page = f"/letters/{letter.pk}/"
    assert "Without number" in desk.registrar.get(page).content.decode()
    taken = desk.registrar.post(page, {"number": "07/1", "dated_on": "02.05.2024"})
    assert (taken.status_code, "Another outgoing letter" in taken.content.decode()) == (422, True)
    done = desk.registrar.post(page, {"number": "07/9", "dated_on": "02.05.2024"})
    assert done.status_code == 302
    assert "07/9, 02.05.2024" in desk.registrar.get(page).content.decode()


def test_a_mailing_is_written_numbered_and_printed(desk: LetterDesk) -> None:
    """One text goes to all of a kind and to those chosen; each page of the PDF has its addressee,
    Kazakh before Russian, and who may be called."""
    text = {
        "subject_kk": "Ақпарат туралы",
        "text_kk": "{{addressee}}: {{term}} дейін ұсыныңыз.\r\n{{act}}",
        "subject_ru": "Об информации",
        "text_ru": "Просим до {{term}}.",
        "term": "10.05.2024",
        "act": desk.staff.plan.act.pk,
        "signatory": "Төраға\r\nА. Әбдіқадырұлы",
        "executor": "Ғ. Өмірһанқызы",
        "phone": "74-00-00",
        "kinds": ["ministry"],
        "to": [desk.staff.akimat.pk],
    }
    answer = desk.registrar.post("/mailings/new/?kind=request", text)
    mailing = Mailing.objects.get()
    assert answer.headers["Location"] == f"/mailings/{mailing.pk}/"
    page = desk.registrar.get(f"/mailings/{mailing.pk}/").content.decode()
    assert "Number 2 letters" in page
    wrong = desk.registrar.post(
        f"/mailings/{mailing.pk}/", {"number": "б/н", "dated_on": "02.05.2024"}
    )
    assert (wrong.status_code, "no digits" in wrong.content.decode()) == (422, True)
    desk.registrar.post(f"/mailings/{mailing.pk}/", {"number": "07/8", "dated_on": "02.05.2024"})
    assert set(mailing.letters.values_list("number", flat=True)) == {"07/8", "07/9"}
    pdf = desk.registrar.get(f"/mailings/{mailing.pk}/pdf/")
    assert pdf.headers["Content-Type"] == "application/pdf"
    pages = [one.extract_text() for one in PdfReader(BytesIO(pdf.content)).pages]
    assert len(pages) == 2
    for words in ("№ 07/8", "02.05.2024", "А. Әбдіқадырұлы", "Ғ. Өмірһанқызы, тел. 74-00-00"):
        assert words in pages[0]
    assert pages[0].index("Ақпарат туралы") < pages[0].index("Об информации")
    letter = mailing.letters.first()
    alone = desk.registrar.get(f"/letters/{letter.pk}/pdf/")
    assert len(PdfReader(BytesIO(alone.content)).pages) == 1
    shown = desk.registrar.get(f"/letters/{letter.pk}/").content.decode()
    assert "10.05.2024 дейін" in shown
    assert "(10.01.2024, № 7)" in shown


def test_a_reminder_names_the_points_of_who_is_overdue(desk: LetterDesk) -> None:
    """Each gets its own overdue points; who is overdue with none gets no letter."""
    owed = Obligation.objects.filter(debtor=desk.staff.ministry)
    owed.update(due_on=date(2024, 4, 1))
    text = {
        "text_kk": "Тармақтар: {{points}}",
        "signatory": "Т",
        "executor": "О",
        "kinds": ["ministry", "akimat"],
    }
    desk.registrar.post("/mailings/new/?kind=reminder", text)
    letter = Letter.objects.get()
    assert letter.correspondent == desk.staff.ministry
    assert letter.fields == {"points": ["№ 7: 1, 2", "№ 7: 1, 2"]}
    desk.registrar.post("/mailings/new/?kind=reminder", text | {"act": desk.staff.plan.act.pk})
    assert Letter.objects.first().fields == {"points": ["1, 2", "1, 2"]}


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"signatory": ""}, "Fill in this field."),
        ({"signatory": "я" * 301}, "no more than 300"),
        ({}, "at least one addressee"),
        ({"kinds": ["ministry"]}, "{{act}}, {{period}}, {{term}}"),
    ],
)
def test_an_unready_mailing_stays_in_the_form(
    desk: LetterDesk, more: dict[str, object], said: str
) -> None:
    """What is missing is said, and the text that was typed stays."""
    usual = desk.registrar.get("/mailings/new/?kind=nonsense").context["form"].initial
    text = usual | {"signatory": "Т", "executor": "О"} | more
    answer = desk.registrar.post("/mailings/new/?kind=request", text)
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert not Mailing.objects.exists()


def test_what_is_not_there_is_not_found(desk: LetterDesk) -> None:
    """Unknown numbers, a scan that was not brought and the print of what came in are not there."""
    letter = desk.came(scanned=False)
    for missing in (
        *("/letters/9999/", "/letters/9999/scan/", "/mailings/9999/"),
        *(f"/letters/{letter.pk}/scan/", f"/letters/{letter.pk}/pdf/"),
    ):
        assert desk.registrar.get(missing).status_code == 404


def test_no_page_of_letters_asks_too_often(
    desk: LetterDesk, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    """Every page of letters takes at most fifteen queries, with whatever stands on it."""
    mailing = sent_to(desk)
    letter = desk.came()
    done = Obligation.objects.filter(debtor=desk.staff.ministry).values_list("pk", flat=True)
    settle_by_letter(
        desk.staff.plan.coordinator,
        letter,
        at=AT,
        settling=Settling("extend", "x", date(2025, 3, 1)),
        obligations=list(done),
    )
    for address in (
        *(f"/letters/{letter.pk}/", f"/letters/{mailing.letters.first().pk}/", "/letters/new/"),
        *(f"/mailings/{mailing.pk}/", f"/mailings/{mailing.pk}/pdf/", "/mailings/new/"),
        "/letters/settle/?state=any&all=1",
    ):
        with django_assert_max_num_queries(15, info=address):
            assert desk.coordinator.get(address).status_code == 200, address


def test_a_cover_letter_begins_with_act_and_period(desk: LetterDesk) -> None:
    """Reached from a report, it has the act and the period of that report; a period that an address
    garbles stays to be filled in."""
    act = desk.staff.plan.act.pk
    form = desk.registrar.get(f"/mailings/new/?kind=report&act={act}&period=2024-H1").context[
        "form"
    ]
    assert form["act"].value() == act
    assert "Отчетный период: первое полугодие 2024 года." in form["text_ru"].value()
    assert "{{period}}" not in form["text_kk"].value()
    other = desk.registrar.get("/mailings/new/?kind=report&period=2024-H9").context["form"]
    assert "{{period}}" in other["text_ru"].value()


def test_a_letter_leads_to_the_sheet_that_it_answers(desk: LetterDesk) -> None:
    """A letter of a body that an open round asks leads to its sheet, where it stands chosen; and
    from a sheet without a letter one registers it, its body already named."""
    body = desk.staff.ministry
    made = begin_round(
        SYSTEM,
        desk.staff.plan.act,
        at=AT,
        asked=Asked(TITLE, AT + timedelta(days=9), STANDARD, "2024"),
        bodies=[body.pk],
    )
    letter = desk.came()
    page = f"/letters/{letter.pk}/"
    assert 'id="sheets"' not in desk.registrar.get(page).content.decode()
    open_round(SYSTEM, made, at=AT)
    sheet = f"/sheets/{made.sheets.get().pk}/?letter={letter.pk}"
    assert sheet in desk.registrar.get(page).content.decode()
    chosen = desk.registrar.get(sheet).content.decode()
    assert f'<option value="{letter.pk}" selected>' in chosen
    letter.delete()
    begin = f"/letters/new/?from={body.pk}"
    assert begin in desk.registrar.get(sheet).content.decode()
    assert desk.registrar.get(begin).context["form"]["correspondent"].value() == body.pk
