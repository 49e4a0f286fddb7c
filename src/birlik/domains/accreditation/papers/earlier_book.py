"""The workbook of an earlier round: the template to fill in, and the rows that were not taken."""

from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO

from openpyxl import Workbook
from openpyxl.utils import get_column_letter

from birlik.base.records.engine.workbook import Fault, Formula, Value
from birlik.base.registry.engine.importing.cells import Said
from birlik.base.registry.engine.importing.table import ORIGIN, WHY
from birlik.base.ui.export.listing import Plain
from birlik.base.ui.export.workbook import Sheet, head_cell, xlsx_cell
from birlik.base.values.local_text import Language, LocalText
from birlik.domains.accreditation.engine.earlier import COLUMNS, cells_of, reasons_of

WIDTHS = {"name_kk": 60, "territory": 26, "bin": 16}
USUAL_WIDTH = 20
NAME = "Аккредиттеу · Аккредитация"


def template() -> bytes:
    """The workbook to fill in: the headings, each with what is meant by it in the row below."""
    hints = [f"{one.hint.kk} / {one.hint.ru}" if one.hint.kk else "" for one in COLUMNS]
    return book([heading(one.heading) for one in COLUMNS], (), hints)


def unfit_rows(unfit: Iterable[Said], letters: Mapping[str, str], language: Language) -> bytes:
    """The rows that were not taken, as they were brought, each with the reasons."""
    heads = [*(heading(one.heading) for one in COLUMNS), heading(WHY)]
    rows = ([*map(shown, cells_of(one)), reasons(one, letters, language)] for one in unfit)
    return book(heads, rows)


def reasons(one: Said, letters: Mapping[str, str], language: Language) -> str:
    """Why a row was not taken, with the cells of the file that was brought."""
    return "\n".join(
        f"{cell or one.number}: {reason.get(language)}" for cell, reason in reasons_of(one, letters)
    )


def shown(value: Value) -> Plain:
    """A value of a cell to be written anew; a formula and an error as words."""
    if isinstance(value, Formula):
        return value.text
    return value.code if isinstance(value, Fault) else value


def heading(words: LocalText) -> str:
    """A heading in Kazakh and Russian."""
    return f"{words.kk} /\n{words.ru}"


def book(heads: Sequence[str], rows: Iterable[Sequence[Plain]], hints: Sequence[str] = ()) -> bytes:
    """A workbook of rows under heads; a further sheet says what the columns mean, and a hidden one
    for what the file is."""
    made = Workbook(write_only=True)
    sheet: Sheet = made.create_sheet(NAME)
    sheet.freeze_panes = "A2"
    for place in range(1, len(heads) + 1):
        name = COLUMNS[place - 1].name if place <= len(COLUMNS) else "why"
        width = 70 if name == "why" else WIDTHS.get(name, USUAL_WIDTH)
        sheet.column_dimensions[get_column_letter(place)].width = width
    sheet.append([head_cell(sheet, one) for one in heads])
    for row in rows:
        sheet.append([xlsx_cell(sheet, one) for one in row])
    if hints:
        told: Sheet = made.create_sheet("Түсіндірме · Пояснения")
        for head, hint in zip(heads, hints, strict=True):
            told.append([head.replace("\n", " "), hint])
    origin: Sheet = made.create_sheet("birlik")
    origin.sheet_state = "veryHidden"
    origin.append([f"{ORIGIN}accreditation"])
    file = BytesIO()
    made.save(file)
    return file.getvalue()
