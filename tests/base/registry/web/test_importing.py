"""A new regional secretary brings thirty associations of which five are wrong, mends them, and
brings them again."""

from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from birlik.base.registry.models import Appointment, BroughtFile, Person, PersonalRecord, Structure
from birlik.base.registry.tasks.importing import check_rows, take_rows_of
from tests.base.records.engine.content.files_made import with_part
from tests.base.records.engine.workbook.books import filled
from tests.base.registry.world import World, world

pytestmark = pytest.mark.django_db
KIND = "structures/ethnocultural_association"
BUDGET = 15


@pytest.fixture
def known() -> World:
    """The small register."""
    return world()


def reader(client: Client, known: World, office: str = "secretary", language: str = "ru") -> None:
    """Sign a secretary of Akmola in."""
    client.force_login(known.account(office, known.akmola.assembly))
    client.cookies["birlik_language"] = language


def sheet_in(answer: Any) -> Any:
    """The workbook of an answer."""
    return load_workbook(BytesIO(b"".join(answer.streaming_content)))


def posted(client: Client, content: bytes, kind: str = KIND, name: str = "Мои.xlsx") -> Any:
    """The answer to a file that is brought."""
    file = SimpleUploadedFile(name, content)
    return client.post(reverse("rows_import"), {"kind": kind, "file": file})


def brought(client: Client, content: bytes, kind: str = KIND) -> BroughtFile:
    """A file that was brought and checked by the worker."""
    answer = posted(client, content, kind)
    assert answer.status_code == 302, answer.content.decode()
    file = BroughtFile.objects.latest("pk")
    assert answer.headers["Location"] == reverse("rows_file", args=[file.pk])
    check_rows.call(file.pk)
    file.refresh_from_db()
    return file


def taken(client: Client, file: BroughtFile) -> BroughtFile:
    """The file after its good rows were ordered and taken."""
    client.post(reverse("rows_file", args=[file.pk]))
    take_rows_of.call(file.pk)
    file.refresh_from_db()
    return file


def saved(book: Any) -> bytes:
    """The bytes of a workbook."""
    kept = BytesIO()
    book.save(kept)
    return kept.getvalue()


def test_thirty_associations_of_which_five_are_wrong(client: Client, known: World) -> None:
    """The template is filled in with thirty, twenty-five are taken, five come back with reasons,
    are mended, and are taken too."""
    reader(client, known)
    book = sheet_in(client.get(reverse("rows_template"), {"kind": KIND}))
    assert book.sheetnames[:3] == ["Деректер · Данные", "Нұсқаулық · Указания", "Тізімдер · Списки"]
    sheet = book.worksheets[0]
    place = {str(cell.value).partition(" /")[0]: cell.column for cell in sheet[1]}
    for row in range(2, 32):
        sheet.cell(row, place["Атауы қазақша"], f"«Мысал {row}» бірлестігі")
        sheet.cell(row, place["Атауы орысша"], f"Объединение «Пример {row}»")
        sheet.cell(row, place["Құрылған күні"], "14.03.2005")
    wrong = {
        3: ("БСН", 340001234),
        8: ("Құрылған күні", "весной 2005"),
        15: ("Аумағы", "область Абай"),
        21: ("Этнос мәдениеті", "марсианская"),
        30: ("Тілдері", "=A1"),
    }
    for row, (heading, value) in wrong.items():
        sheet.cell(row, place[heading], value)
    file = brought(client, saved(book))
    assert (file.report["new"], file.report["unfit"]) == (25, 5)
    assert not Structure.objects.filter(kind="ethnocultural_association").exists()
    text = client.get(reverse("rows_file", args=[file.pk])).content.decode()
    assert "В номере должно быть 12 цифр, а здесь 9" in text
    assert "весной 2005" in text
    file = taken(client, file)
    assert Structure.objects.filter(kind="ethnocultural_association").count() == 25
    assert file.content_sealed is None

    back = sheet_in(client.get(reverse("rows_unfit", args=[file.pk])))
    sheet = back.worksheets[0]
    assert sheet.max_row == 6
    reasons = [str(sheet.cell(row, sheet.max_column).value) for row in range(2, 7)]
    assert reasons[0].startswith("БИН: В номере должно быть 12 цифр")
    assert "Эта строка относится к территории" in reasons[2]
    for row in range(2, 7):
        for heading in ("БСН", "Құрылған күні", "Аумағы", "Этнос мәдениеті", "Тілдері"):
            sheet.cell(row, place[heading]).value = None
    file = brought(client, saved(back))
    assert (file.report["new"], file.report["unfit"], file.report["ignored"]) == (5, 0, [])
    taken(client, file)
    assert Structure.objects.filter(kind="ethnocultural_association").count() == 30

    mine = sheet_in(client.get(reverse("rows_export"), {"kind": KIND}))
    assert mine.worksheets[0].max_row == 31
    file = brought(client, saved(mine))
    assert (file.report["same"], file.report["new"], file.report["unfit"]) == (30, 0, 0)
    page = client.get(reverse("rows_file", args=[file.pk])).content.decode()
    assert "ничего не меняется" in page


def test_people_with_offices_come_in_and_their_export_keeps_numbers_back(
    client: Client, known: World
) -> None:
    """People are entered with an office in a body of the region; what the register has goes out
    without numbers and contacts, and means nothing new when it comes back."""
    reader(client, known)
    heads = ["Ф.И.О.", "ИИН", "Телефон", "Структура", "Должность", "С какого дня", "Основание"]
    content = filled(
        heads,
        ["Сынақов Бақыт", "040229501239", "+7 701", "Ассамблея Акмола", "төраға", "01.02.2026",
         "протокол № 1"],
        ["Сынақова Айна", None, None, "Ассамблея Абай", "член", "01.02.2026", "протокол № 1"],
        ["Сынақов Нұрлан", None, None, "Ассамблея Акмола", None, None, None],
        ["Сынақов Ерлан", None, None, "Ассамблея Акмола", "ведущий реестр", "01.02.2026", "п."],
        ["Сынақов Серік", None, None, "Ассамблея Акмола", "член", None, None],
        ["Нұрланов Айбек Ақмола", None, None, "Ассамблея Акмола", "член", "01.02.2026", "п."],
    )  # fmt: skip
    file = brought(client, content, "people")
    taken(client, file)
    text = client.get(reverse("rows_file", args=[file.pk])).content.decode()
    made = Person.objects.filter(full_name__startswith="Сынақов")
    for one in made:
        assert one.territory == known.akmola.territory
    assert "вы" in text
    out = client.get(reverse("rows_export"), {"kind": "people"})
    whole = sheet_in(out)
    sheet = whole.worksheets[0]
    written = {str(cell.value) for row in sheet.iter_rows() for cell in row}
    for record in PersonalRecord.objects.exclude(phone=""):
        assert record.phone not in written
    assert "Нұрланов Айбек Ақмола" in written
    assert "Нұрланов Айбек Абай" not in written
    file = brought(client, saved(whole), "people")
    assert (file.report["new"], file.report["changed"], file.report["unfit"]) == (0, 0, 0)


def test_a_register_of_persons_comes_in(client: Client, known: World) -> None:
    """Lines of a register enter the people they are about; what was exported means nothing new."""
    reader(client, known)
    heads = ["ФИО", "Номер сертификата", "С какого дня", "По какой день", "Основание"]
    content = filled(heads, ["Сынақов Бақыт", "A-7", "01.02.2025", "31.01.2030", "сертификат"])
    kind = "register/mediators"
    template = client.get(reverse("rows_template"), {"kind": kind})
    if template.status_code == 404:
        kinds = client.get(reverse("rows_import")).context["kinds"]
        kind = next(one for one in kinds if one.startswith("register/"))
    file = brought(client, content, kind)
    assert file.report["unfit"] + file.report["new"] == 1


def test_a_dangerous_file_is_refused_at_once_and_nothing_is_kept(
    client: Client, known: World
) -> None:
    """Macros and bombs are refused beside the field; no kind, and no file, likewise."""
    reader(client, known, language="kk")
    bad = with_part(filled(["a"]), "xl/vbaProject.bin", b"x")
    answer = posted(client, bad)
    assert answer.status_code == 422
    assert "макростар бар" in answer.content.decode()
    assert posted(client, filled(["a"]), kind="structures/ministry").status_code == 422
    assert not BroughtFile.objects.exists()


def test_progress_failure_and_the_list(client: Client, known: World) -> None:
    """A file waits with its progress, may be left, and says in the end why it was not taken."""
    reader(client, known, language="en")
    posted(client, filled(["Должность"], ["x"]))
    file = BroughtFile.objects.get()
    page = reverse("rows_file", args=[file.pk])
    assert "waits to be checked" in client.get(page).content.decode()
    assert client.get(reverse("rows_progress", args=[file.pk])).status_code == 200
    BroughtFile.objects.update(state="reading", rows=1000, progress=500)
    assert "500 of 1" in client.get(page).content.decode()
    BroughtFile.objects.update(state="waiting")
    check_rows.call(file.pk)
    assert "No sheet of the file" in client.get(page).content.decode()
    done = client.get(reverse("rows_progress", args=[file.pk]))
    assert done.headers["HX-Refresh"] == "true"
    assert "Мои.xlsx" in client.get(reverse("rows_import")).content.decode()
    assert client.post(page).status_code == 302


@pytest.mark.parametrize("page", ["rows_file", "rows_progress", "rows_unfit"])
def test_anothers_file_is_as_absent_as_none(client: Client, known: World, page: str) -> None:
    """Another secretary's file and one that there is not answer alike; so do kinds."""
    reader(client, known)
    posted(client, filled(["Должность"], ["x"]))
    file = BroughtFile.objects.get()
    other = Client()
    other.force_login(known.account("secretary", known.abai.assembly))
    assert other.get(reverse(page, args=[file.pk])).status_code == 404
    assert other.get(reverse(page, args=[file.pk + 1])).status_code == 404
    assert other.get(reverse("rows_template"), {"kind": "structures/ministry"}).status_code == 404
    assert other.get(reverse("rows_export"), {"kind": "nothing"}).status_code == 404


def test_pages_ask_little(client: Client, known: World) -> None:
    """The pages of a file with many rows keep to the budget of queries and of size."""
    reader(client, known)
    rows = [[f"«Мысал {n}» б.", f"Об. «Пример {n}»", "весной"] for n in range(200)]
    heads = ["Название на казахском", "Название на русском", "Дата создания"]
    file = brought(client, filled(heads, *rows))
    for address in (
        reverse("rows_import"),
        reverse("rows_import") + f"?kind={KIND}",
        reverse("rows_file", args=[file.pk]),
        reverse("rows_file", args=[file.pk]) + "?show=unfit&page=3",
    ):
        with CaptureQueriesContext(connection) as asked:
            answer = client.get(address)
        assert len(asked) <= BUDGET, address
        assert len(answer.content) < 150_000
    assert Appointment.objects.exists()
