"""A consolidated report as XLSX: real days and numbers, for whoever counts on."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO

from openpyxl import Workbook
from openpyxl.styles import Alignment
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from birlik.base.obligations.engine.rates import Rate
from birlik.base.ui.export.listing import Plain
from birlik.base.ui.export.workbook import head_cell, xlsx_cell
from birlik.base.values.local_text import LocalText
from birlik.base.values.period import Period
from birlik.domains.execution.engine.report.content import (
    Content,
    Execution,
    Line,
    Measure,
    Share,
    Tally,
)
from birlik.domains.execution.engine.report.filling import PENDING, Edition, joined
from birlik.domains.execution.engine.report.words import (
    STATES,
    Side,
    counts_in_words,
    information,
    proof_in_words,
    said,
    state_of,
)

LONGEST = 32_000
"""So many characters go into a cell; the format takes 32,767."""

REPORT = LocalText("Есеп", "Отчет")
BY_DIRECTION = LocalText("Бағыттар", "Направления")
BY_EXECUTOR = LocalText("Орындаушылар", "Исполнители")
MEASURES = LocalText("Іс-шаралар", "Мероприятия")
OBLIGATIONS = LocalText("Тапсырмалар", "Поручения")
INDICATORS = LocalText("Индикаторлар", "Индикаторы")
ACT = LocalText("Акт", "Акт")
PERIOD = LocalText("Есепті кезең", "Отчетный период")
STATED_ON = LocalText("Тапсырмалардың күйі алынған күн", "Состояние поручений на")
MADE_ON = LocalText("Жасалған күні", "Составлен")
VERSION = LocalText("Нұсқасы", "Версия")
DEMONSTRATION = LocalText(
    "Демонстрация: деректер ойдан шығарылған", "Демонстрация: данные вымышлены"
)
NUMBER = LocalText("№", "№")
DIRECTION = LocalText("Бағыт", "Направление")
EXECUTOR = LocalText("Орындаушы", "Исполнитель")
ALL = LocalText("Барлығы", "Всего")
OWED = LocalText("Тапсырма", "Поручений")
PENDING_ONES = LocalText("Мерзімі келмеген", "Срок не наступил")
KEPT = LocalText("Уақтылы", "В срок")
FALLEN_DUE = LocalText("Мерзімі келген", "Срок наступил")
RATE = LocalText("Үлесі, %", "Доля, %")
AGREED_KEPT = LocalText("Келісу бойынша: уақтылы", "По согласованию: в срок")
AGREED_DUE = LocalText("Келісу бойынша: мерзімі келген", "По согласованию: срок наступил")
MEASURE = LocalText("Іс-шара", "Мероприятие")
FORM = LocalText("Аяқталу нысаны", "Форма завершения")
DEADLINE = LocalText("Орындау мерзімі", "Срок исполнения")
EXECUTORS = LocalText("Жауапты орындаушылар", "Ответственные исполнители")
INFORMATION = LocalText("Орындалуы туралы ақпарат", "Информация об исполнении")
LEAD = LocalText("Жинақтаушы", "Ответственный за свод")
OWN_PERIOD = LocalText("Кезең", "Период")
DUE_ON = LocalText("Мерзімі", "Срок")
SUBMITTED_ON = LocalText("Есеп ұсынылған күн", "Отчет представлен")
STATE = LocalText("Күйі", "Состояние")
PLANNED = LocalText("Саны: жоспар", "Количество: план")
DONE = LocalText("Саны: орындалды", "Количество: выполнено")
REPORTED = LocalText("Есептің мәтіні", "Текст отчета")
PROOFS = LocalText("Растайтын құжаттар", "Подтверждающие документы")
CONTRIBUTORS = LocalText("Бірлесіп орындаушылар", "Соисполнители")
INDICATOR = LocalText("Индикатор", "Индикатор")
UNIT = LocalText("Өлшем бірлігі", "Единица измерения")
YEAR = LocalText("Жыл", "Год")
PLAN = LocalText("Жоспар", "План")
FACT = LocalText("Факт", "Факт")
ESTIMATE = LocalText("Бағалау", "Оценка")
COUNTED = ("fulfilled", "fulfilled_late", "submitted", "returned", "overdue")
OUTSIDE = ("released", "void", "no_record")

Heads = Sequence[tuple[str, int]]
"""The heads of a sheet with the widths of their columns in characters."""


@dataclass(frozen=True, slots=True)
class Sides:
    """The languages of a workbook: one, or both in columns beside each other."""

    sides: tuple[Side, ...]

    @classmethod
    def of(cls, edition: Edition) -> "Sides":
        """The languages of an edition."""
        return cls(("kk", "ru") if edition.language == "both" else (edition.side,))

    def head(self, words: LocalText) -> str:
        """A head that stands once."""
        return " / ".join(dict.fromkeys(words.get(side) for side in self.sides))

    def heads(self, words: LocalText, width: int) -> list[tuple[str, int]]:
        """Heads of a text, one for each language."""
        return [(words.get(side), width) for side in self.sides]

    def texts(self, text: LocalText) -> list[str]:
        """A text in each language, marked where it is not translated."""
        return [said(text, side)[:LONGEST] for side in self.sides]


def workbook(content: Content, edition: Edition) -> bytes:
    """The report as a workbook."""
    book, sides = Workbook(), Sides.of(edition)
    for empty in book.worksheets:
        book.remove(empty)
    facts(book.create_sheet(sides.head(REPORT).replace("/", "·")), content, edition, sides)
    summary(book, sides, BY_DIRECTION, DIRECTION, directions_of(content))
    summary(book, sides, BY_EXECUTOR, EXECUTOR, content.executors)
    listed(book, sides.head(MEASURES), measure_heads(sides), measure_rows(content, sides))
    listed(book, sides.head(OBLIGATIONS), obligation_heads(sides), obligation_rows(content, sides))
    listed(book, sides.head(INDICATORS), indicator_heads(sides), indicator_rows(content, sides))
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def facts(sheet: Worksheet, content: Content, edition: Edition, sides: Sides) -> None:
    """What the report is about."""
    act, period = content.act, Period.parse(content.period).in_words()
    rows: list[tuple[LocalText, Iterable[Plain]]] = [
        (ACT, [f"№ {act.number}", act.adopted_on, *sides.texts(act.title)]),
        (PERIOD, sides.texts(period)),
        (STATED_ON, [content.stated_on]),
        (MADE_ON, [edition.made_on]),
        (VERSION, [edition.version]),
    ]
    for name, values in rows:
        cells = [xlsx_cell(sheet, value) for value in values]
        sheet.append([head_cell(sheet, sides.head(name)), *cells])
    if edition.demonstration:
        sheet.append([head_cell(sheet, sides.head(DEMONSTRATION))])
    for letter, width in (("A", 34), ("B", 24), ("C", 24), ("D", 60), ("E", 60)):
        sheet.column_dimensions[letter].width = width
    printed(sheet)


def directions_of(content: Content) -> Iterator[Line]:
    """A row for each direction, then one for all."""
    for one in content.directions:
        yield Line(one.title, one.tally, one.number)
    yield Line(ALL, content.total)


def summary(
    book: Workbook, sides: Sides, title: LocalText, first: LocalText, lines: Iterable[Line]
) -> None:
    """A sheet of obligations counted."""
    names = (OWED, *(STATES[state] for state in COUNTED), PENDING_ONES)
    names = (*names, *(STATES[state] for state in OUTSIDE), KEPT, FALLEN_DUE, RATE)
    names = (*names, AGREED_KEPT, AGREED_DUE)
    heads = [(NUMBER.kk, 6), *sides.heads(first, 44), *((sides.head(one), 15) for one in names)]
    rows = ([line.number, *sides.texts(line.name), *counts_of(line.tally)] for line in lines)
    listed(book, sides.head(title), heads, rows)


def counts_of(tally: Tally) -> list[Plain]:
    """The numbers of a row of a summary."""
    return [
        tally.owed,
        *(tally.count(state) for state in COUNTED),
        tally.count(*PENDING),
        *(tally.count(state) for state in OUTSIDE),
        tally.bound.part,
        tally.bound.whole,
        percent(tally.bound),
        tally.agreed.part,
        tally.agreed.whole,
    ]


def percent(share: Share) -> int | None:
    """A share in whole per cent; an empty cell where nothing has fallen due."""
    return Rate(share.part, share.whole).percent


def measure_heads(sides: Sides) -> Heads:
    """The plan's own columns, then the information on execution."""
    columns = ((MEASURE, 50), (FORM, 26), (DEADLINE, 26), (EXECUTORS, 34), (INFORMATION, 80))
    return [
        (NUMBER.kk, 8),
        *sides.heads(DIRECTION, 26),
        *(head for words, width in columns for head in sides.heads(words, width)),
    ]


def measure_rows(content: Content, sides: Sides) -> Iterator[list[Plain]]:
    """A row for each measure of the period."""
    for direction in content.directions:
        for one in direction.measures:
            columns = (direction.title, one.title, one.form, one.deadline, one.executors)
            told = [
                joined(tuple(information(one.executions, side)))[:LONGEST] for side in sides.sides
            ]
            texts = (cell for column in columns for cell in sides.texts(column))
            yield [one.number, *texts, *told]


def obligation_heads(sides: Sides) -> Heads:
    """The columns of the obligations of those who lead."""
    return [
        (NUMBER.kk, 8),
        *sides.heads(MEASURE, 40),
        *sides.heads(LEAD, 30),
        *sides.heads(OWN_PERIOD, 24),
        (sides.head(DUE_ON), 13),
        (sides.head(SUBMITTED_ON), 13),
        *sides.heads(STATE, 34),
        (sides.head(PLANNED), 12),
        (sides.head(DONE), 12),
        *sides.heads(REPORTED, 60),
        *sides.heads(PROOFS, 50),
        *sides.heads(CONTRIBUTORS, 40),
    ]


def obligation_rows(content: Content, sides: Sides) -> Iterator[list[Plain]]:
    """A row for each obligation of whoever leads."""
    for measure in content.measures.values():
        for one in measure.executions:
            yield obligation_row(measure, one, sides)


def obligation_row(measure: Measure, one: Execution, sides: Sides) -> list[Plain]:
    """An obligation as a row."""
    return [
        measure.number,
        *sides.texts(measure.title),
        *sides.texts(one.debtor),
        *sides.texts(Period.parse(one.period).in_words()),
        one.due_on,
        one.submitted_on,
        *(state_of(one, side) for side in sides.sides),
        one.owed,
        one.done,
        *sides.texts(one.text),
        *("; ".join(proof_in_words(paper, side) for paper in one.proofs) for side in sides.sides),
        *(counts_in_words(one.contributors, side) for side in sides.sides),
    ]


def indicator_heads(sides: Sides) -> Heads:
    """The columns of the indicators."""
    years = (YEAR, PLAN, FACT, ESTIMATE)
    return [
        *sides.heads(INDICATOR, 60),
        (sides.head(UNIT), 18),
        *((sides.head(words), 12) for words in years),
    ]


def indicator_rows(content: Content, sides: Sides) -> Iterator[list[Plain]]:
    """A row for each indicator and year."""
    for one in content.indicators:
        for value in one.values:
            numbers = (value.plan, value.fact, value.estimate)
            yield [*sides.texts(one.title), one.unit, value.year, *numbers]


def listed(book: Workbook, title: str, heads: Heads, rows: Iterable[Sequence[Plain]]) -> None:
    """A sheet with frozen heads that can be filtered, ready to be printed."""
    sheet = book.create_sheet(title.replace("/", "·")[:31])
    sheet.append([head_cell(sheet, words) for words, _width in heads])
    for row in rows:
        sheet.append([xlsx_cell(sheet, value) for value in row])
    for place, (_words, width) in enumerate(heads, start=1):
        sheet.column_dimensions[get_column_letter(place)].width = width
    for cells in sheet.iter_rows(min_row=2):
        for cell in cells:
            cell.alignment = Alignment(vertical="top", wrap_text=True)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    sheet.print_title_rows = "1:1"
    printed(sheet)


def printed(sheet: Worksheet) -> None:
    """A sheet that lies across, as wide as the paper."""
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
