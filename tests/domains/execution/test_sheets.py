"""The pages of sheets: the list, filling in, sending, files, letters, and who may not."""

import json
import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from importlib import import_module
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import Settings
from pytest_django.fixtures import DjangoAssertNumQueries

from birlik.base.charter.actions import load_charter
from birlik.base.obligations.models import Submission
from birlik.base.records.models import Document
from birlik.base.registry.models import Structure
from birlik.domains.execution.actions.rounds.begin import AdHocRows
from birlik.domains.execution.actions.rounds.close import close_round
from birlik.domains.execution.actions.rounds.return_sheet import return_sheet
from birlik.domains.execution.engine.rounds.columns import STANDARD
from birlik.domains.execution.engine.rounds.merging import told_marks
from birlik.domains.execution.models import BroughtSheet, Round, Sheet, SheetRow
from tests.base.obligations.reporting_world import AT, SYSTEM, later
from tests.domains.execution.obligation_desk import signed_in
from tests.domains.execution.offices import OFFICES, Staffed, staffed
from tests.domains.execution.plan_world import large_plan
from tests.domains.execution.sheet_files import book_of, edited, enter
from tests.domains.execution.sheet_world import (
    DUE,
    RUNNER,
    filled,
    letter_from,
    opened,
    row_of,
)

pytestmark = pytest.mark.django_db
REGISTRAR = """
  registrar:
    - {kk: т, ru: р, en: r, from: 2000-01-01, ground: x, powers: {letters.register: all}}
  coordinator:
    - {kk: ү, ru: к, en: c, from: 2000-01-01, ground: x, powers: {plans.read: all,
       rounds.run: all, letters.register: all}}
"""
MODULES = ("listed", "shown", "one", "fill", "files")


@dataclass(frozen=True, slots=True)
class Desk:
    """The round, and who has signed in."""

    staff: Staffed
    round: Round
    executor: Client
    contributor: Client
    registrar: Client

    @property
    def ministry(self) -> Sheet:
        """The sheet of the ministry."""
        return self.round.sheets.get(structure=self.staff.ministry)

    @property
    def akimat(self) -> Sheet:
        """The sheet of the akimat."""
        return self.round.sheets.get(structure=self.staff.akimat)

    @property
    def counted(self) -> SheetRow:
        """The ministry's row of publications."""
        return row_of(self.ministry, self.staff.plan.counted)

    @property
    def lead(self) -> SheetRow:
        """The ministry's row of minutes."""
        return row_of(self.ministry, self.staff.plan.lead)


def at_instant(monkeypatch: pytest.MonkeyPatch, instant: datetime) -> None:
    """The pages are asked at that instant."""
    for name in MODULES:
        module = import_module(f"birlik.domains.execution.web.sheets.{name}")
        monkeypatch.setattr(module, "now", lambda: instant)


@pytest.fixture
def desk(monkeypatch: pytest.MonkeyPatch, settings: Settings, tmp_path: Path) -> Desk:
    """Everybody at work on 3 May 2024."""
    settings.MEDIA_ROOT = tmp_path
    at_instant(monkeypatch, later(1))
    staff = staffed()
    load_charter(SYSTEM, None, at=AT, content=(OFFICES.partition("  coordinator:")[0] + "\n"
                 + OFFICES[OFFICES.index("  head:") :] + REGISTRAR).encode())  # fmt: skip
    made = opened(staff.plan.act, (staff.ministry, staff.akimat), period="2024")
    return Desk(
        staff,
        made,
        signed_in("executor", staff.ministry, "executor"),
        signed_in("executor", staff.akimat, "contributor"),
        signed_in("registrar", staff.committee, "registrar"),
    )


def page(client: Client, sheet: Sheet, verb: str = "") -> str:
    """A page of a sheet."""
    answer = client.get(f"/sheets/{sheet.pk}/{verb}")
    assert answer.status_code == 200
    return answer.content.decode()


def post(client: Client, sheet: Sheet, verb: str, **entered: object) -> tuple[int, str]:
    """What a form is answered with: the status before any redirect, and the page in the end."""
    answer = client.post(f"/sheets/{sheet.pk}/{verb}", entered)
    if answer.status_code == 302:
        return 302, client.get(answer.headers["Location"]).content.decode()
    return answer.status_code, answer.content.decode()


def typed(row: SheetRow, **cells: str) -> dict[str, str]:
    """What a form carries for a row that was read as it is now."""
    row.refresh_from_db()
    marks = {f"{row.pk}-@": told_marks(row.cells)} if row.cells else {}
    return marks | {f"{row.pk}-{code}": value for code, value in cells.items()}


def by_script(client: Client, sheet: Sheet, entered: dict[str, str]) -> tuple[int, dict]:
    """What the page's script is answered with."""
    answer = client.post(
        f"/sheets/{sheet.pk}/save/", entered, headers={"Accept": "application/json"}
    )
    return answer.status_code, json.loads(answer.content)


def test_an_executor_finds_the_sheet_with_its_term(desk: Desk) -> None:
    """The list shows what is asked of the body, by when and how much is filled in; what is over
    stands apart; nobody who owes nothing sees anything."""
    filled(desk.staff.plan.executor, desk.lead, text_kk="Өтті")
    text = desk.executor.get("/sheets/").content.decode()
    assert "20.05.2024, 18:00" in text
    assert "1 / 2" in text
    assert text.count(f"/sheets/{desk.ministry.pk}/") == 1
    assert f"/sheets/{desk.akimat.pk}/" not in text
    assert "Nobody" not in text
    assert "over yet" in desk.executor.get("/sheets/?state=closed").content.decode()
    foreign = signed_in("executor", Structure.objects.create(kind="x", name_kk="Б"), "foreign")
    assert "Nobody asks you" in foreign.get("/sheets/").content.decode()
    both = desk.registrar.get("/sheets/").content.decode()
    assert f"/sheets/{desk.akimat.pk}/" in both
    close_round(RUNNER, desk.round, at=AT)
    assert "not answered" in desk.executor.get("/sheets/?state=closed").content.decode()


def test_the_page_tells_what_the_plan_says(desk: Desk) -> None:
    """A row shows its number, due date, how many are demanded and for whom the body contributes."""
    text = page(desk.executor, desk.ministry)
    assert "due 30.06.2024" in text
    assert "to do: 20" in text
    assert "contributors: 0 of 1 sent" in text
    assert "for МН" in page(desk.contributor, desk.akimat)


def test_saving_without_a_script(desk: Desk) -> None:
    """The button keeps all that was entered, and the form then carries the marks of it."""
    entered = typed(desk.counted, standing="done", quantity="1 250", text_ru="Вышли")
    status, text = post(desk.executor, desk.ministry, "save/", part="1", **entered)
    assert status == 302
    assert "Everything entered is saved." in text
    assert desk.counted.cells == {"standing": "done", "quantity": "1250", "text_ru": "Вышли"}
    assert told_marks(desk.counted.cells) in text
    assert 'value="1250"' in text


def test_what_cannot_be_read_is_shown_as_typed(desk: Desk) -> None:
    """A wrong cell keeps what was typed, with the reason beside it; the others are saved."""
    entered = typed(desk.counted, quantity="көп", text_ru="Вышли")
    status, text = post(desk.executor, desk.ministry, "save/", **entered)
    assert status == 422
    assert 'value="көп"' in text
    assert "A whole number is needed here" in text
    assert desk.counted.cells == {"text_ru": "Вышли"}


def test_two_windows_are_told_of_each_other(desk: Desk) -> None:
    """Who saves over what another has entered meanwhile sees it beside the cell, keeps the own
    words in the field, and replaces the other's by the next save."""
    late = typed(desk.counted, text_kk="Екінші")
    filled(desk.staff.plan.executor, desk.counted, text_kk="Бірінші")
    status, text = post(desk.executor, desk.ministry, "save/", **late)
    assert status == 422
    assert "Meanwhile somebody else entered:" in text
    assert "<q>Бірінші</q>" in text
    assert ">Екінші</textarea>" in text
    assert desk.counted.cells["text_kk"] == "Бірінші"
    marks = re.search(rf'name="{desk.counted.pk}-@" value="([^"]+)"', text)
    assert marks is not None
    again = {f"{desk.counted.pk}-@": marks[1], f"{desk.counted.pk}-text_kk": "Екінші"}
    assert post(desk.executor, desk.ministry, "save/", **again)[0] == 302
    assert desk.counted.cells["text_kk"] == "Екінші"


def test_the_script_saves_rows_one_by_one(desk: Desk) -> None:
    """The script is told the marks of each row, and why cells were not taken or what is there."""
    status, told = by_script(desk.executor, desk.ministry, typed(desk.counted, text_kk="Бір"))
    assert (status, told["filled"], told["at"]) == (200, 1, "11:00")
    key = str(desk.counted.pk)
    assert told["rows"][key] == {
        "marks": told_marks({"text_kk": "Бір"}), "faults": {}, "there": {},
    }  # fmt: skip
    entered = {f"{key}-text_kk": "Екі", f"{key}-standing": "done", f"{key}-quantity": "-1"}
    filled(desk.staff.plan.executor, desk.counted, standing="under_way")
    _status, told = by_script(desk.executor, desk.ministry, entered)
    row = told["rows"][key]
    assert row["there"]["text_kk"] == ["Бір", "Бір"]
    assert row["there"]["standing"][0] == "under_way"
    assert row["there"]["standing"][1] == "исполняется"
    assert list(row["faults"]) == ["quantity"]


def test_a_script_is_refused_in_words(desk: Desk) -> None:
    """When the round was closed meanwhile the script is told so, and so is the form, which loses
    nothing typed."""
    close_round(RUNNER, desk.round, at=AT)
    entered = typed(desk.counted, text_kk="Кеш")
    status, told = by_script(desk.executor, desk.ministry, entered)
    assert (status, "not open" in told["reason"]) == (403, True)
    status, text = post(desk.executor, desk.ministry, "save/", **entered)
    assert (status, "not open" in text) == (422, True)
    assert post(desk.executor, desk.ministry, "send/", **entered)[0] == 422


def test_sending_makes_reports(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """The sheet is sent with what was just typed, the reports are told, a late one is told to be
    late, and the page then can only be read."""
    filled(desk.staff.plan.executor, desk.lead, standing="not_begun")
    at_instant(monkeypatch, DUE + timedelta(days=1))
    entered = typed(
        desk.counted, standing="done", text_kk="Шықты", quantity="20", link="https://a.kz/1"
    )
    status, text = post(desk.executor, desk.ministry, "send/", **entered)
    assert status == 302
    assert "1 report was made of it." in text
    assert "it counts as late" in text
    assert Submission.objects.get().quantity == 20
    assert "<textarea" not in text
    assert "Sent 21.05.2024" in text
    assert "https://a.kz/1</a>" in text


def test_what_is_lacking_is_shown_by_the_row(desk: Desk) -> None:
    """A sheet that cannot be sent says why beside each row, and what was typed is kept."""
    entered = typed(desk.counted, standing="done", text_kk="Шықты")
    status, text = post(desk.executor, desk.ministry, "send/", **entered)
    assert status == 422
    assert "The sheet was not sent" in text
    assert "Add how many were done" in text
    assert f"/obligations/{desk.staff.plan.counted.pk}/" in text
    assert "Fill in: «Ход исполнения»." in text
    assert desk.counted.cells == {"standing": "done", "text_kk": "Шықты"}
    wrong = typed(desk.counted, quantity="көп")
    assert "A whole number" in post(desk.executor, desk.ministry, "send/", **wrong)[1]


def test_a_returned_sheet_says_why(desk: Desk) -> None:
    """The reason of a return stands on the page, and the sheet can be filled in again."""
    for row in (desk.lead, desk.counted):
        filled(desk.staff.plan.executor, row, standing="under_way")
    status, text = post(desk.executor, desk.ministry, "send/")
    assert (status, "The sheet is sent." in text) == (302, True)
    return_sheet(RUNNER, desk.ministry, at=AT, reason="Санын жазыңыз")
    text = page(desk.executor, desk.ministry)
    assert "Санын жазыңыз" in text
    assert "<textarea" in text


def brought(client: Client, sheet: Sheet, content: bytes) -> tuple[int, str]:
    """What a workbook that is brought on the page is answered with."""
    return post(client, sheet, "bring/", file=SimpleUploadedFile("keste.xlsx", content))


def test_a_workbook_goes_out_and_comes_back(desk: Desk) -> None:
    """The workbook is taken from the page, and what was filled in stands on the sheet; what was
    not taken is told with its place."""
    answer = desk.executor.get(f"/sheets/{desk.ministry.pk}/file/")
    assert 'filename="birlik-' in answer.headers["Content-Disposition"]
    content = edited(answer.content, enter(0, text_kk="Отырыс", quantity="көп"))
    status, text = brought(desk.executor, desk.ministry, content)
    assert status == 200
    assert "The workbook is merged" in text
    assert "J4" in text
    assert desk.lead.cells == {"text_kk": "Отырыс"}
    status, text = brought(desk.executor, desk.ministry, content)
    assert (status, "has been merged into the sheet already" in text) == (409, True)


def test_cells_that_differ_are_chosen_one_by_one(desk: Desk) -> None:
    """The page of a workbook shows both values; what is chosen stays."""
    executor, content = desk.staff.plan.executor, book_of(desk.ministry)
    filled(executor, desk.lead, text_kk="Беттегі", text_ru="На странице")
    content = edited(content, enter(0, text_kk="Файлдағы", text_ru="В файле"))
    _status, text = brought(desk.executor, desk.ministry, content)
    record = BroughtSheet.objects.get()
    address = f"files/{record.pk}/"
    assert f"/sheets/{desk.ministry.pk}/{address}" in text
    assert "In 2 cells the file and the page differ." in page(desk.executor, desk.ministry)
    text = page(desk.executor, desk.ministry, address)
    assert "Беттегі" in text
    assert "Файлдағы" in text
    one = {f"cell-{desk.lead.pk}:text_kk": "file", "cell-1:x": "other"}
    status, text = post(desk.executor, desk.ministry, address, **one)
    assert "Cells still to be chosen: 1." in text
    other = {f"cell-{desk.lead.pk}:text_ru": "page"}
    status, text = post(desk.executor, desk.ministry, address, **other)
    assert (status, "All cells are settled." in text) == (302, True)
    assert desk.lead.cells == {"text_kk": "Файлдағы", "text_ru": "На странице"}
    assert "Meanwhile these cells" in post(desk.executor, desk.ministry, address, **other)[1]
    assert desk.executor.get(f"/sheets/{desk.ministry.pk}/{address}").status_code == 302
    assert desk.executor.get(f"/sheets/{desk.ministry.pk}/files/999999/").status_code == 302


def test_what_is_no_workbook_is_refused_and_not_kept(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing, another kind of file, too large a one: each is refused in words and not stored."""
    assert "Choose a file" in post(desk.executor, desk.ministry, "bring/")[1]
    status, text = brought(desk.executor, desk.ministry, b"a;b")
    assert (status, "Only an XLSX workbook" in text) == (422, True)
    module = import_module("birlik.domains.execution.web.sheets.files")
    monkeypatch.setattr(module, "LARGEST", 10)
    assert "too large" in brought(desk.executor, desk.ministry, b"a;b;c;d;e;f;g")[1]
    assert not Document.objects.exists()


def test_a_registrar_answers_for_a_body(desk: Desk) -> None:
    """A registrar chooses the letter of the body and fills in its sheet; without a letter the page
    says what to do."""
    text = page(desk.registrar, desk.akimat)
    assert "No letter of this body is registered yet" in text
    assert "First choose the registered letter" in text
    letter = letter_from(desk.staff.akimat, scanned=True)
    status, text = post(desk.registrar, desk.akimat, "letter/", letter="")
    assert (status, "Choose a registered letter" in text) == (422, True)
    status, text = post(desk.registrar, desk.akimat, "letter/", letter=letter.pk)
    assert status == 302
    assert "The letter is chosen." in text
    assert "by letter № 15-03/7" in text
    for owed in (desk.staff.plan.contribution, desk.staff.plan.agreed):
        entered = typed(row_of(desk.akimat, owed), standing="done", text_ru="Исполнено")
        status, text = post(desk.registrar, desk.akimat, "save/", **entered)
        assert status == 302
    status, text = post(desk.registrar, desk.akimat, "send/")
    assert "2 reports were made of it." in text
    assert set(Submission.objects.values_list("letter", flat=True)) == {letter.pk}


def test_a_lead_takes_up_contributions(desk: Desk) -> None:
    """What a contributor sent is offered to the lead, and put into the lead's row."""
    for owed in (desk.staff.plan.contribution, desk.staff.plan.agreed):
        filled(desk.staff.plan.contributor, row_of(desk.akimat, owed), standing="under_way",
               text_kk="Дайындық")  # fmt: skip
    post(desk.contributor, desk.akimat, "send/")
    assert "1 contribution was sent" in page(desk.executor, desk.ministry)
    _status, text = post(desk.executor, desk.ministry, "take-up/")
    assert "Contributions taken up: 1." in text
    assert "Дайындық" in desk.lead.cells["text_kk"]
    assert "contribution was sent" not in text
    close_round(RUNNER, desk.round, at=AT)
    assert "not open" in post(desk.executor, desk.ministry, "take-up/")[1]


def test_a_body_adds_rows_where_they_are_free(desk: Desk) -> None:
    """In an ad hoc round of free rows the page adds one by its name, in both languages if two are
    given."""
    made = opened(None, (desk.staff.ministry,), STANDARD[1:3], AdHocRows())
    sheet = made.sheets.get()
    assert "No rows yet" in page(desk.executor, sheet)
    status, text = post(desk.executor, sheet, "row/", title="Ауыл | Село")
    assert (status, sheet.rows.get().title_ru) == (302, "Село")
    assert "ad hoc" in desk.executor.get("/sheets/").content.decode()
    status, text = post(desk.executor, sheet, "row/", title=" ")
    assert (status, "Name the row" in text) == (422, True)
    assert desk.executor.get(f"/sheets/{sheet.pk}/file/").status_code == 200


@pytest.mark.parametrize("verb", ["", "file/"])
def test_foreign_and_unknown_sheets_are_refused_alike(desk: Desk, verb: str) -> None:
    """A foreign number and one that nothing bears are refused in the same words."""
    told = set()
    for number in (desk.akimat.pk, 10**9):
        answer = desk.executor.get(f"/sheets/{number}/{verb}")
        assert answer.status_code == 403
        told.add("does not fill in this sheet" in answer.content.decode())
    assert told == {True}


@pytest.mark.parametrize("verb", ["save/", "send/", "bring/", "row/", "take-up/"])
def test_an_address_of_a_verb_leads_to_the_sheet(desk: Desk, verb: str) -> None:
    """Who opens the address of a verb is led to the sheet, and nothing is done."""
    answer = desk.executor.get(f"/sheets/{desk.ministry.pk}/{verb}")
    assert (answer.status_code, answer.headers["Location"]) == (302, f"/sheets/{desk.ministry.pk}/")
    answer = desk.registrar.get(f"/sheets/{desk.ministry.pk}/letter/")
    assert answer.status_code == 302


def full_sheet(desk: Desk, words: str = "") -> Sheet:
    """The sheet of a body with 70 measures whose titles are as long as real ones."""
    act = large_plan(70, 0)
    for one in act.provisions.filter(kind="measure"):
        one.wordings.update(title="Этносаралық келісімді нығайтуға бағытталған " * 3)
    body = Structure.objects.get(name_kk="Орган 00")
    made = opened(act, (body,), period="2024")
    sheet = made.sheets.get()
    if words:
        SheetRow.objects.filter(sheet=sheet).update(
            cells={"standing": "done", "text_kk": words, "text_ru": words, "quantity": "12"}
        )
    return sheet


@pytest.mark.parametrize("words", ["", "Іс-шара өткізілді, оған өңірлерден қатысты. " * 8])
def test_seventy_measures_come_light(desk: Desk, words: str) -> None:
    """Every page of a sheet of 70 measures stays under 150 kB with its styles and scripts, empty or
    filled in; all rows are on one page while it is empty."""
    sheet = full_sheet(desk, words)
    client = signed_in("executor", sheet.structure, "many")
    client.cookies["birlik_language"] = "kk"
    number, seen = 0, 0
    while True:
        number += 1
        text = client.get(f"/sheets/{sheet.pk}/?part={number}").content
        found = re.findall(rb'/static/([^"]+\.(?:css|js))"', text)
        total = len(text) + sum(Path(finders.find(name.decode())).stat().st_size for name in found)
        assert total < 150_000, (number, total, len(text))
        seen += text.count(b"<fieldset")
        if f'?part={number + 1}"'.encode() not in text:
            break
    assert seen == 70
    assert number == 1 or words


def test_parts_that_lack_something_are_told(desk: Desk) -> None:
    """A sheet in parts that cannot be sent says in which of them something is to be mended."""
    words = "Іс-шара өткізілді, оған өңірлерден қатысты. " * 8
    sheet = full_sheet(desk, words)
    said = {"standing": "under_way", "text_kk": words, "text_ru": words}
    SheetRow.objects.filter(sheet=sheet).update(cells=said)
    last = sheet.rows.order_by("position").last()
    SheetRow.objects.filter(pk=last.pk).update(cells={"text_kk": words, "text_ru": words})
    client = signed_in("executor", sheet.structure, "many")
    parts = re.findall(r"rows \d+–\d+[^<]*", page(client, sheet))
    assert len(parts) > 1
    assert not [one for one in parts if "to be mended" in one]
    told = re.findall(r"rows \d+–\d+[^<]*", post(client, sheet, "send/")[1])
    assert [one.endswith("to be mended") for one in told] == [False] * (len(told) - 1) + [True]


def test_budget(desk: Desk, django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    """A sheet of 70 measures, and the list of sheets, take few queries however many rows there
    are."""
    sheet = full_sheet(desk)
    client = signed_in("executor", sheet.structure, "many")
    for address in (f"/sheets/{sheet.pk}/", "/sheets/"):
        client.get(address)
        with django_assert_max_num_queries(15):
            client.get(address)


@pytest.mark.parametrize("mark", ["ДСП", "Қызмет бабында пайдалану үшін"])
def test_a_workbook_that_bears_a_mark_is_not_kept(desk: Desk, mark: str) -> None:
    """A workbook marked as of limited access, in a cell or in its name, is refused in words;
    nothing of it is kept or merged."""
    content = edited(book_of(desk.ministry), enter(0, text_kk=f"{mark} № 1"))
    status, text = brought(desk.executor, desk.ministry, content)
    assert (status, "limited access" in text) == (422, True)
    named = SimpleUploadedFile(f"{mark} keste.xlsx", book_of(desk.ministry))
    status, text = post(desk.executor, desk.ministry, "bring/", file=named)
    assert (status, "limited access" in text) == (422, True)
    assert not Document.objects.exists()
    assert desk.lead.cells == {}


@pytest.mark.parametrize("part", ["9" * 5000, "0", "٣", "-1"])
def test_a_part_that_no_sheet_has_is_the_nearest(desk: Desk, part: str) -> None:
    """Whatever stands for the part of a sheet, the page comes with what was typed."""
    entered = {**typed(desk.lead, text_kk="Жазылды", quantity="көп"), "part": part}
    status, text = post(desk.executor, desk.ministry, "save/", **entered)
    assert (status, "көп" in text) == (422, True)
