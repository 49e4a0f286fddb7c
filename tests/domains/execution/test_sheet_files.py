"""The workbook of a sheet goes out, is filled in, comes back; whatever is wrong with it is told and
changes nothing that it should not."""

import time
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook
from pytest_django import Settings

from birlik.base.records.engine.workbook.refusal import NO_WORKBOOK, OLD_WORKBOOK, WITH_MACROS
from birlik.base.values.local_text import LocalText
from birlik.base.values.refused import RefusedError
from birlik.domains.execution.actions.rounds.begin import AdHocRows
from birlik.domains.execution.actions.rounds.bring import (
    MERGED_ALREADY,
    SETTLED_ALREADY,
    settle_conflicts,
)
from birlik.domains.execution.engine.rounds.brought import (
    DOUBLED_COLUMN,
    DOUBLED_ROW,
    FORMULA,
    NOT_THE_SHEET,
    OTHER_BODY,
    OTHER_FORMAT,
    OTHER_ROUND,
    SHOWS_ERROR,
    UNKNOWN_ROW,
)
from birlik.domains.execution.engine.rounds.cells import Option
from birlik.domains.execution.engine.rounds.columns import ColumnRow
from birlik.domains.execution.models import BroughtSheet, Sheet
from birlik.domains.execution.papers.sheet_book import FIRST
from tests.base.obligations.reporting_world import AT
from tests.domains.execution.sheet_files import (
    COLUMNS,
    book_of,
    brought,
    edited,
    enter,
    opened_book,
    saved,
    without_hidden,
)
from tests.domains.execution.sheet_world import Sheets, filled, opened, row_of, sheets

pytestmark = pytest.mark.django_db


@pytest.fixture
def world(settings: Settings, tmp_path: Path) -> Sheets:
    """The open round; the points have titles."""
    settings.MEDIA_ROOT = tmp_path
    made = sheets()
    for owed, words in ((made.plan.lead, "Кеңес отырысы"), (made.plan.counted, "Жарияланымдар")):
        owed.duty.provision.wordings.create(
            language="kk", title=words, start=0, end=0, valid_from=AT.date().replace(month=1)
        )
    return made


def cells(world: Sheets) -> list[dict[str, str]]:
    """What stands on the ministry's sheet: the minutes, then the publications."""
    return [row_of(world.ministry, one).cells for one in (world.plan.lead, world.plan.counted)]


def refused(world: Sheets, content: bytes) -> LocalText:
    """Why a workbook is refused; nothing is changed by it."""
    before = cells(world)
    with pytest.raises(RefusedError) as refusal:
        brought(world.plan.executor, world.ministry, content)
    assert cells(world) == before
    assert not BroughtSheet.objects.filter(sheet=world.ministry).exclude(taken__gt=0).exists()
    assert refusal.value.reason.missing() == ()
    return refusal.value.reason


def test_the_workbook_is_ready_to_be_filled_in(world: Sheets) -> None:
    """It has the plan's columns and those to fill in both languages, frozen heads, choices to pick
    from, locked cells but for those to fill, and prints across one page wide."""
    filled(world.plan.executor, row_of(world.ministry, world.plan.lead), standing="done",
           text_kk="=ЖОҚ()", quantity="1250")  # fmt: skip
    book = opened_book(book_of(world.ministry))
    shown, hidden = book.worksheets
    heads = [cell.value for cell in shown[3]][1:]
    assert heads == [
        "Р/с № / № п/п", "Іс-шара / Мероприятие", "Аяқталу нысаны / Форма завершения",
        "Орындау мерзімі / Срок исполнения", "Соңғы күні / Исполнить до",
        "Орындалу барысы / Ход исполнения *",
        "Ақпарат (қазақша) / Информация (на казахском)",
        "Ақпарат (орысша) / Информация (на русском)", "Саны / Количество",
        "Жарияланым сілтемесі / Ссылка на публикацию",
    ]  # fmt: skip
    first = {name: shown[f"{letter}{FIRST}"] for name, letter in COLUMNS.items()}
    assert first["number"].value == "1"
    assert first["title"].value == "Кеңес отырысы"
    assert f"{first['due'].value:%d.%m.%Y}" == "31.12.2024"
    assert (first["standing"].value, first["quantity"].value) == ("орындалды / исполнено", 1250)
    assert (first["text_kk"].value, first["text_kk"].data_type) == ("=ЖОҚ()", "s")
    assert shown.freeze_panes == "D4"
    assert hidden.sheet_state == "veryHidden"
    assert shown.protection.sheet
    assert book.security.lockStructure
    assert first["title"].protection.locked
    assert not first["text_ru"].protection.locked
    assert (shown.page_setup.orientation, shown.page_setup.paperSize) == ("landscape", 9)
    assert shown.page_setup.fitToHeight == 0
    rules = {rule.type for rule in shown.data_validations.dataValidation}
    assert rules == {"list", "whole", "textLength"}
    told = shown["B2"].value
    assert "Бірінші жартыжылдық / Первое полугодие" in told
    assert "20.05.2024, 18:00" in told


def test_a_filled_workbook_is_merged(world: Sheets) -> None:
    """What was entered in the workbook stands on the sheet; what was entered on the page meanwhile,
    in other cells, stands beside it."""
    content = book_of(world.ministry)
    filled(world.plan.executor, row_of(world.ministry, world.plan.lead), text_ru="Состоялось")
    answer = brought(
        world.plan.executor,
        world.ministry,
        edited(
            content,
            enter(0, standing="исполнено", text_kk="Өтті", quantity=12.0),
            enter(1, standing="орындалуда / исполняется", link="https://assembly.kz/1"),
        ),
    )
    assert (answer.record.taken, answer.record.conflicts, answer.told) == (5, [], ())
    assert cells(world) == [
        {"standing": "done", "text_kk": "Өтті", "text_ru": "Состоялось", "quantity": "12"},
        {"standing": "under_way", "link": "https://assembly.kz/1"},
    ]


def test_what_others_changed_waits_for_a_person(world: Sheets) -> None:
    """A cell that both changed stays as it is on the sheet; a person takes the file's value or
    keeps the other, cell by cell."""
    lead = row_of(world.ministry, world.plan.lead)
    filled(world.plan.executor, lead, text_kk="Бұрынғы", text_ru="Прежнее")
    content = book_of(world.ministry)
    filled(world.plan.executor, lead, text_kk="Беттегі", text_ru="На странице")
    answer = brought(
        world.plan.executor,
        world.ministry,
        edited(content, enter(0, text_kk="Файлдағы", text_ru="В файле", quantity="3")),
    )
    assert answer.record.taken == 1
    assert answer.record.conflicts[0] == {
        "row": lead.pk, "column": "text_kk", "before": "Бұрынғы", "there": "Беттегі",
        "brought": "Файлдағы",
    }  # fmt: skip
    left = settle_conflicts(
        world.plan.executor, world.ministry, at=AT, record=answer.record.pk,
        chosen={f"{lead.pk}:text_kk": True},
    )  # fmt: skip
    assert left == 1
    assert cells(world)[0]["text_kk"] == "Файлдағы"
    filled(world.plan.executor, lead, text_ru="Еще раз")
    again = {"record": answer.record.pk, "at": AT, "chosen": {f"{lead.pk}:text_ru": True}}
    assert settle_conflicts(world.plan.executor, world.ministry, **again) == 1
    assert cells(world)[0]["text_ru"] == "Еще раз"
    keep = {f"{lead.pk}:text_ru": False}
    left = settle_conflicts(
        world.plan.executor, world.ministry, at=AT, record=answer.record.pk, chosen=keep
    )
    assert left == 0
    assert cells(world)[0]["text_ru"] == "Еще раз"
    with pytest.raises(RefusedError) as refusal:
        settle_conflicts(
            world.plan.executor, world.ministry, at=AT, record=answer.record.pk, chosen=keep
        )
    assert refusal.value.reason == SETTLED_ALREADY


def test_an_emptied_cell_can_be_taken_and_a_row_can_go(world: Sheets) -> None:
    """The file's empty value, chosen over another, empties the cell; what waits on a row that is no
    longer there is settled by that."""
    lead, counted = (row_of(world.ministry, one) for one in (world.plan.lead, world.plan.counted))
    for row in (lead, counted):
        filled(world.plan.executor, row, text_kk="Бұрынғы")
    content = book_of(world.ministry)
    for row in (lead, counted):
        filled(world.plan.executor, row, text_kk="Беттегі")
    answer = brought(
        world.plan.executor, world.ministry,
        edited(content, enter(0, text_kk=None), enter(1, text_kk=None)),
    )  # fmt: skip
    counted.delete()
    left = settle_conflicts(
        world.plan.executor, world.ministry, at=AT, record=answer.record.pk,
        chosen={f"{lead.pk}:text_kk": True},
    )  # fmt: skip
    assert left == 0
    lead.refresh_from_db()
    assert lead.cells == {}


def test_moved_columns_and_rows_are_found(world: Sheets) -> None:
    """Columns that were moved, inserted and deleted, and rows that were sorted, are known by their
    keys; a deleted column empties nothing."""
    filled(world.plan.executor, row_of(world.ministry, world.plan.lead), link="https://a.kz/1")

    def move(sheet: object) -> None:
        sheet.delete_cols(11)  # the link
        sheet.insert_cols(2, 2)
        sheet.insert_rows(2, 3)
        top, low = 7, 8
        for column in range(1, 15):
            one, other = sheet.cell(top, column), sheet.cell(low, column)
            one.value, other.value = other.value, one.value

    content = edited(
        book_of(world.ministry), enter(0, text_kk="Отырыс"), enter(1, text_kk="Мақала"), move
    )
    answer = brought(world.plan.executor, world.ministry, content)
    assert (answer.record.taken, answer.absent) == (2, 0)
    assert cells(world) == [
        {"text_kk": "Отырыс", "link": "https://a.kz/1"}, {"text_kk": "Мақала"},
    ]  # fmt: skip


def test_deleted_rows_erase_nothing_and_unknown_ones_are_told(world: Sheets) -> None:
    """A row that is absent stays on the sheet as it was; one that the sheet does not have, or that
    stands twice, is told and not taken."""
    filled(world.plan.executor, row_of(world.ministry, world.plan.lead), text_kk="Бар")

    def change(sheet: object) -> None:
        sheet.delete_rows(FIRST)
        sheet[f"C{FIRST + 3}"], sheet[f"H{FIRST + 3}"] = "Бөтен", "Мәтін"

    answer = brought(world.plan.executor, world.ministry, edited(book_of(world.ministry), change))
    assert answer.absent == 1
    assert [(one.place, one.name, one.reason) for one in answer.told] == [
        (str(FIRST + 3), "Бөтен", UNKNOWN_ROW)
    ]
    assert cells(world) == [{"text_kk": "Бар"}, {}]

    def double(sheet: object) -> None:
        for column in range(1, 12):
            sheet.cell(FIRST + 1, column).value = sheet.cell(FIRST, column).value

    answer = brought(
        world.plan.executor, world.ministry,
        edited(book_of(world.ministry), enter(0, text_kk="Екі рет"), double),
    )  # fmt: skip
    assert [one.reason for one in answer.told] == [DOUBLED_ROW, DOUBLED_ROW]
    assert cells(world) == [{"text_kk": "Бар"}, {}]


def test_formulas_and_errors_are_told_and_not_trusted(world: Sheets) -> None:
    """A formula is not taken, whatever value the program had kept for it; nor is an error, nor what
    cannot be read."""
    content = edited(
        book_of(world.ministry),
        enter(0, text_kk='="Өт"&"ті"', quantity="көп", text_ru="Было"),
        enter(1, text_kk="#REF!"),
    )
    answer = brought(world.plan.executor, world.ministry, content)
    told = {one.place: one.reason for one in answer.told}
    assert told[f"H{FIRST}"] == FORMULA
    assert "whole number" in told[f"J{FIRST}"].en
    assert told[f"H{FIRST + 1}"] == SHOWS_ERROR
    assert cells(world) == [{"text_ru": "Было"}, {}]


def test_a_doubled_column_is_told(world: Sheets) -> None:
    """Two columns with one key leave a doubt, so neither is taken."""

    def double(sheet: object) -> None:
        sheet["L1"], sheet[f"L{FIRST}"] = "text_kk", "Басқа"
        sheet["M1"] = "@title"

    content = edited(book_of(world.ministry), enter(0, text_kk="Бір", text_ru="Один"), double)
    answer = brought(world.plan.executor, world.ministry, content)
    assert answer.told[0].reason == DOUBLED_COLUMN
    assert cells(world)[0] == {"text_ru": "Один"}


def test_the_same_file_twice_changes_nothing(world: Sheets) -> None:
    """A file that was merged is told to be so, even if the sheet changed since."""
    content = edited(book_of(world.ministry), enter(0, text_kk="Өтті"))
    brought(world.plan.executor, world.ministry, content)
    filled(world.plan.executor, row_of(world.ministry, world.plan.lead), text_kk="Жаңа")
    assert refused(world, content) == MERGED_ALREADY
    assert BroughtSheet.objects.count() == 1


def test_files_of_others_are_refused(world: Sheets) -> None:
    """The workbook of another round, of another body and of another version is refused."""
    other = opened(world.plan.act, (world.ministry.structure,), period="2024").sheets.get()
    assert refused(world, book_of(other)) == OTHER_ROUND
    assert refused(world, book_of(world.akimat)) == OTHER_BODY
    assert refused(world, without_hidden(book_of(world.akimat))) == OTHER_BODY
    book = opened_book(book_of(world.ministry))
    book.worksheets[1]["B1"] = 2
    assert refused(world, saved(book)) == OTHER_FORMAT


def test_without_the_hidden_sheet_nothing_is_overwritten(world: Sheets) -> None:
    """Without knowing what was there before, empty cells are filled, and every other value that
    differs waits for a person."""
    filled(world.plan.executor, row_of(world.ministry, world.plan.lead), text_kk="Беттегі")
    content = edited(book_of(world.ministry), enter(0, text_kk="Файлдағы", text_ru="Новое"))
    answer = brought(world.plan.executor, world.ministry, without_hidden(content))
    assert (answer.record.taken, len(answer.record.conflicts)) == (1, 1)
    assert cells(world)[0] == {"text_kk": "Беттегі", "text_ru": "Новое"}


def test_answers_copied_into_another_workbook_are_found_by_words(world: Sheets) -> None:
    """In a plain table rows are known by the number and title of the measure and columns by their
    heads; what is not unambiguous is told."""
    book = Workbook()
    table = book.worksheets[0]
    for line in (
        ["Есеп", None, None],
        ["№ п/п", "Мероприятие", "Информация (на русском)", "Количество"],
        [1, "кеңес  отырысы", "Состоялось", 3],
        ["9", "Кеңес отырысы", "Не то", None],
        [None, None, "Итого", "=SUM(D3:D4)"],
    ):
        table.append(line)
    answer = brought(world.plan.executor, world.ministry, saved(book))
    assert [one.place for one in answer.told] == ["4", "5"]
    assert cells(world) == [{"text_ru": "Состоялось", "quantity": "3"}, {}]


def test_what_is_no_workbook_of_the_sheet_is_refused(world: Sheets) -> None:
    """A table of something else, another kind of file and an old workbook are each refused in
    words."""
    book = Workbook()
    book.worksheets[0].append(["Аты", "Жөні"])
    assert refused(world, saved(book)) == NOT_THE_SHEET
    book.worksheets[0].append(["№", "Іс-шара"])
    assert refused(world, saved(book)) == NOT_THE_SHEET
    assert refused(world, "№;Мероприятие\n1;Заседание".encode()) == NO_WORKBOOK
    assert refused(world, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)) == OLD_WORKBOOK
    assert refused(world, with_part(book_of(world.ministry), "xl/vbaProject.bin")) == WITH_MACROS


def with_part(content: bytes, name: str) -> bytes:
    """A package with one more part."""
    file = BytesIO(content)
    with zipfile.ZipFile(file, "a") as package:
        package.writestr(name, b"x")
    return file.getvalue()


def test_two_hundred_thousand_empty_rows_cost_little(world: Sheets) -> None:
    """A workbook with 200,000 rows that are formatted and hold nothing is merged at once."""
    content = edited(book_of(world.ministry), enter(0, text_kk="Өтті"))
    rows = "".join(f'<row r="{n}"><c r="A{n}" s="1"/></row>' for n in range(100, 200_100))
    file = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(file, "w", 8) as new:
        for part in old.infolist():
            text = old.read(part)
            if part.filename == "xl/worksheets/sheet1.xml":
                text = text.replace(b"</sheetData>", rows.encode() + b"</sheetData>")
            new.writestr(part.filename, text)
    begun = time.perf_counter()
    answer = brought(world.plan.executor, world.ministry, file.getvalue())
    assert answer.record.taken == 1
    assert time.perf_counter() - begun < 10


def test_days_choices_and_numbers_of_other_rounds_come_back(world: Sheets) -> None:
    """An ad hoc table with columns of every kind goes out and comes back as it was entered; rows
    that the body names itself are new, and known by their titles the next time."""
    columns = (
        ColumnRow("c1", "date", LocalText("Күні", "Дата")),
        ColumnRow("c2", "number", LocalText("Саны", "Число"), summed=True),
        ColumnRow("c3", "choice", LocalText("Иә", "Да"), options=(Option("o1", "иә", "да"),)),
    )
    made = opened(None, (world.ministry.structure,), columns, AdHocRows())
    sheet = made.sheets.get()
    own = {"title": "B", "c1": "C", "c2": "D", "c3": "E"}

    def name(sheet: object) -> None:
        for code, value in (("title", "Абай | Абайский"), ("c1", AT.date()), ("c2", 2.5)):
            sheet[f"{own[code]}{FIRST}"] = value
        sheet[f"{own['c3']}{FIRST}"] = "да"
        sheet[f"{own['c2']}{FIRST + 1}"] = 7

    answer = brought(world.plan.executor, sheet, edited(book_of(sheet), name))
    assert (answer.new, answer.record.taken) == (1, 3)
    assert [one.reason for one in answer.told] == [UNKNOWN_ROW]
    row = sheet.rows.get()
    assert (row.title_kk, row.title_ru) == ("Абай", "Абайский")
    assert row.cells == {"c1": "2024-05-02", "c2": "2.5", "c3": "o1"}
    again = edited(book_of(sheet), lambda shown: shown.cell(FIRST, 4, 3))
    answer = brought(world.plan.executor, sheet, again)
    assert (answer.new, answer.record.taken) == (0, 1)
    assert sheet.rows.get().cells["c2"] == "3"


def test_only_its_body_brings_a_file(world: Sheets) -> None:
    """Another body's executor is refused before the file is looked at."""
    for act in (
        lambda: brought(world.plan.contributor, world.ministry, b"x"),
        lambda: settle_conflicts(
            world.plan.contributor, world.ministry, at=AT, record=1, chosen={}
        ),
    ):
        with pytest.raises(RefusedError, match="does not fill in this sheet"):
            act()
    assert not Sheet.objects.exclude(changed_at=None).exists()
