"""The record of control of an act as a workbook: the template, and the rows that were not taken."""

from collections.abc import Iterable, Sequence
from datetime import date
from io import BytesIO

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from birlik.base.obligations.engine.opening import COLUMNS, HEADINGS, ORIGIN, Objection, PastRow
from birlik.base.obligations.models import Obligation
from birlik.base.records.engine.workbook import Fault, Formula, Value
from birlik.base.records.models import Act
from birlik.base.ui.export.listing import Plain
from birlik.base.ui.export.workbook import Sheet, head_cell, xlsx_cell
from birlik.base.values.local_text import Language, LocalText
from birlik.domains.execution.engine.naming import period_named

WIDTHS = {"code": 9, "measure": 11, "title": 50, "executor": 34, "period": 24, "note": 30}
USUAL_WIDTH = 18
AS_TEXT = ("measure", "letter")
"""The columns whose numbers are words: 8.10 is not 8.1."""
NAME = LocalText("Бастапқы қалдық", "Начальные остатки", "Opening balance")
WHY = LocalText("Алынбау себебі", "Почему не принято", "Why it was not taken")
YES_NO = '"иә / да,жоқ / нет"'


def template_of(
    act: Act,
    owed: Iterable[Obligation],
    titles: dict[int, LocalText],
    language: Language,
) -> bytes:
    """The workbook to fill in: what is owed without record, row by row; `titles` by the number of
    the point."""
    rows = (line_of(one, titles, language) for one in owed)
    return written(act, rows, heads=[heading(HEADINGS[name]) for name in COLUMNS])


def line_of(one: Obligation, titles: dict[int, LocalText], language: Language) -> list[Plain]:
    """An obligation as its row in the template; what was done stays empty."""
    point = one.duty.provision
    period = period_named(one.period_first, one.period_last)
    return [
        one.pk,
        point.number,
        titles.get(point.pk, LocalText()).get(language),
        one.debtor.name.get(language),
        period.in_words().get(language),
        one.due_on,
    ]


def unfit_of(
    act: Act, unfit: Iterable[tuple[PastRow, Sequence[Objection]]], language: Language
) -> bytes:
    """The rows that were not taken, as they were brought, each with the reasons; corrected, the
    file can be brought again."""
    heads = [*(heading(HEADINGS[name]) for name in COLUMNS), heading(WHY)]
    rows = (
        [*(shown(row.cells.get(name)) for name in COLUMNS), reasons(row, objections, language)]
        for row, objections in unfit
    )
    return written(act, rows, heads=heads)


def reasons(row: PastRow, objections: Iterable[Objection], language: Language) -> str:
    """What is wrong with a row, with the cells of the file that was brought."""
    return "\n".join(f"{one.cell or row.number}: {one.reason.get(language)}" for one in objections)


def shown(value: Value) -> Plain:
    """A value of a cell to be written anew; a formula and an error as words."""
    if isinstance(value, Formula):
        return value.text
    return value.code if isinstance(value, Fault) else value


def heading(words: LocalText) -> str:
    """A heading in Kazakh and Russian."""
    return f"{words.kk} /\n{words.ru}"


def written(act: Act, rows: Iterable[Sequence[Plain]], *, heads: Sequence[str]) -> bytes:
    """A workbook of rows under heads, which knows by a hidden sheet of which act it is."""
    book = Workbook(write_only=True)
    sheet: Sheet = book.create_sheet(f"{NAME.kk} · {NAME.ru}"[:31])
    sheet.freeze_panes = "C2"
    for place, name in enumerate((*COLUMNS, "why")[: len(heads)], start=1):
        width = 70 if name == "why" else WIDTHS.get(name, USUAL_WIDTH)
        sheet.column_dimensions[get_column_letter(place)].width = width
    sheet.append([head_cell(sheet, one) for one in heads])
    for row in rows:
        sheet.append([cell_of(sheet, name, value) for name, value in named(row)])
    done = get_column_letter(COLUMNS.index("done") + 1)
    rule = DataValidation(type="list", formula1=YES_NO, allow_blank=True)
    rule.add(f"{done}2:{done}1048576")
    sheet.data_validations.append(rule)
    origin: Sheet = book.create_sheet("birlik")
    origin.sheet_state = "veryHidden"
    origin.append([f"{ORIGIN}{act.pk}"])
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def named(row: Sequence[Plain]) -> Iterable[tuple[str, Plain]]:
    """The values of a row with their columns, the empty ones to the end of the template too."""
    padded = [*row, *[None] * (len(COLUMNS) - len(row))]
    return zip((*COLUMNS, "why"), padded, strict=False)


def cell_of(sheet: Sheet, name: str, value: Plain) -> object:
    """A cell: numbers of measures and letters stay words, also when somebody edits them."""
    if name in AS_TEXT and not isinstance(value, date):
        cell = WriteOnlyCell(sheet, None if value is None else str(value))
        cell.number_format = "@"
        return cell
    return xlsx_cell(sheet, value)
