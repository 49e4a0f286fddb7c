"""A report's files, opened again and read."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO

import docx
import openpyxl
import pytest
from pypdf import PdfReader

from birlik.base.mandate.queries import indicator_courses
from birlik.base.values.local_text import LocalText
from birlik.base.values.period import Period
from birlik.domains.execution.engine.report.filling import Edition, ReportLanguage
from birlik.domains.execution.engine.report.sample import sample_content
from birlik.domains.execution.papers import shipped_template
from birlik.domains.execution.papers.files import files_of
from birlik.domains.execution.papers.workbook import workbook
from birlik.domains.execution.queries.report import report_content
from tests.domains.execution.report_world import ON, half_year
from tools import report_templates

pytestmark = pytest.mark.django_db
AT = datetime(2024, 8, 1, 6, 30, 15, 123456, tzinfo=UTC)


def made(language: ReportLanguage, *, demonstration: bool = False) -> dict[str, bytes]:
    """The files of the report worked out by hand."""
    world = half_year()
    return files_of(
        report_content(world.act, Period.half(2024, 1), on=ON),
        Edition(language, ON, 3, demonstration),
        template=shipped_template(language),
        courses=indicator_courses(act=world.act.pk),
        at=AT,
        shown=lambda _percent: None,
    )


def words_of(document: bytes) -> Iterator[str]:
    """Every paragraph of a Word file, those of tables and the footer too."""
    opened = docx.Document(BytesIO(document))
    yield from (one.text for one in opened.paragraphs)
    for table in opened.tables:
        for row in table.rows:
            yield from (one.text for cell in row.cells for one in cell.paragraphs)
    yield from (one.text for one in opened.sections[0].footer.paragraphs)


def test_word_in_russian() -> None:
    """The document has the act, the period, the counts, the measures and their execution."""
    files = made("ru")
    words = list(words_of(files["docx"]))
    for expected in (
        "СВОДНЫЙ ОТЧЕТ",
        "Отчетный период: первое полугодие 2024 года. Состояние поручений на: 01.08.2024",
        "57 (4 / 7)",
        "1. Первое направление",
        "Заседание",
        "I квартал 2024 года (срок 31.03.2024): исполнено в срок, представлено 29.03.2024",
        "Прошло два заседания.",
        "Мероприятия без срока в этом периоде: 5, 6.",
    ):
        assert expected in words
    assert not any("{{" in one or "{%" in one for one in words)
    assert any(one.startswith("№ 1014 · первое полугодие 2024 года · v3 · ") for one in words)
    opened = docx.Document(BytesIO(files["docx"]))
    assert len(opened.inline_shapes) == 1
    section = opened.sections[0]
    assert section.page_width and section.page_height and section.page_width > section.page_height


def test_word_in_both_languages_side_by_side() -> None:
    """A row of a measure has Kazakh in one cell and Russian in the next, what is missing marked."""
    opened = docx.Document(BytesIO(made("both", demonstration=True)["docx"]))
    rows = [row.cells for table in opened.tables for row in table.rows]
    clubs = next(cells for cells in rows if cells[0].text == "1.1")
    assert clubs[1].text.startswith("Клубтар\nАяқталу нысаны: хаттама")
    assert clubs[2].text.startswith("[перевод отсутствует]\nФорма завершения: ")
    assert "Абай: Он екі клуб ашылды." in clubs[1].text
    assert "Выполнено: 12 (всего на всех: 20)" in clubs[2].text
    assert opened.paragraphs[0].text.startswith("Демонстрация")


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("kk", ("ЖИЫНТЫҚ ЕСЕП", "Кеңес отырысы", "Екі отырыс өтті.", "жоспар")),
        ("ru", ("СВОДНЫЙ ОТЧЕТ", "Заседание", "Прошло два заседания.", "план")),
    ],
)
def test_pdf_has_the_words_with_the_letters_of_kazakh(
    language: ReportLanguage, expected: tuple[str, ...]
) -> None:
    """The PDF can be read back, the chart's words too, and carries its own fonts."""
    opened = PdfReader(BytesIO(made(language)["pdf"]))
    text = " ".join(" ".join(page.extract_text() for page in opened.pages).split())
    assert [word for word in expected if word not in text] == []
    fonts = {
        font.get_object()["/BaseFont"]
        for page in opened.pages
        for font in page["/Resources"]["/Font"].values()
    }
    assert all("Libertinus" in str(font) for font in fonts)


def test_workbook_has_real_days_and_numbers() -> None:
    """Sheets have frozen heads with filters; days are days, counts are numbers."""
    book = openpyxl.load_workbook(BytesIO(made("kk")["xlsx"]))
    assert book.sheetnames == [
        *("Есеп", "Бағыттар", "Орындаушылар", "Іс-шаралар", "Тапсырмалар", "Индикаторлар")
    ]
    directions = list(book["Бағыттар"].values)
    assert directions[-1][:8] == (None, "Барлығы", 8, 4, 1, 0, 1, 2)
    assert directions[-1][12:15] == (4, 7, 57)
    sheet = book["Тапсырмалар"]
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", sheet.dimensions)
    assert sheet.page_setup.orientation == "landscape"
    first = next(row for row in sheet.values if row[0] == "1")
    assert first[4] == datetime.fromisoformat("2024-03-31")
    assert first[7:9] == (2, 2)
    assert next(iter(book["Есеп"].values))[2] == datetime.fromisoformat("2022-09-15")


def test_workbook_in_both_languages_has_a_column_for_each() -> None:
    """Texts stand in two columns, marked where they are not translated; nothing is a formula."""
    book = openpyxl.load_workbook(BytesIO(made("both", demonstration=True)["xlsx"]))
    measures = list(book["Іс-шаралар · Мероприятия"].values)
    assert measures[0][:5] == ("№", "Бағыт", "Направление", "Іс-шара", "Мероприятие")
    row = next(one for one in measures if one[0] == "1.1")
    assert row[3:5] == ("Клубтар", "Клубтар [перевод отсутствует]")
    assert all(cell.data_type != "f" for sheet in book for line in sheet for cell in line)


def test_shipped_templates_are_what_their_source_makes() -> None:
    """Whoever changes `tools.report_templates` also writes the templates anew."""
    assert report_templates.main(["--check"]) == 0


def test_pdf_says_when_it_was_made() -> None:
    """The PDF's own record has the instant to the second."""
    meta = PdfReader(BytesIO(made("kk")["pdf"])).metadata
    assert meta and meta.creation_date and meta.creation_date.date() == date(2024, 8, 1)


def test_words_that_look_like_a_formula_stay_words() -> None:
    """What people wrote is never computed by a spreadsheet."""
    content = sample_content()
    direction = content.directions[0]
    armed = replace(direction.measures[0], title=LocalText("=1+1", "@SUM(A1)"))
    content = replace(content, directions=(replace(direction, measures=(armed,)),))
    book = openpyxl.load_workbook(BytesIO(workbook(content, Edition("both", ON, 1))))
    row = list(book["Іс-шаралар · Мероприятия"].rows)[1]
    assert [cell.value for cell in row[3:5]] == ["=1+1", "@SUM(A1)"]
    assert [cell.data_type for cell in row[3:5]] == ["s", "s"]
