"""The rows of a record of control, as its workbook says them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from birlik.base.obligations.engine.opening import refusal
from birlik.base.obligations.engine.opening.words import (
    numbers_meant,
    said_day,
    said_done,
    said_period,
)
from birlik.base.records.engine.workbook import (
    Fault,
    Formula,
    Header,
    Row,
    Sheet,
    UnfitFileError,
    Value,
    Workbook,
    column_letter,
    header_of,
    spread,
)
from birlik.base.values.local_text import LANGUAGES, LocalText
from birlik.base.values.period import Period

HEADINGS: Mapping[str, LocalText] = {
    "code": LocalText("Birlik коды", "Код Birlik", "Birlik code"),
    "measure": LocalText("Іс-шара №", "№ мероприятия", "Measure No."),
    "title": LocalText("Іс-шара", "Мероприятие", "Measure"),
    "executor": LocalText("Орындаушы", "Исполнитель", "Executor"),
    "period": LocalText("Кезең", "Период", "Period"),
    "due": LocalText("Мерзімі", "Срок", "Due date"),
    "done": LocalText("Орындалды (иә/жоқ)", "Исполнено (да/нет)", "Done (yes/no)"),
    "letter": LocalText("Хаттың нөмірі", "Номер письма", "Letter No."),
    "day": LocalText(
        "Хаттың күні (орындалған күн)",
        "Дата письма (день исполнения)",
        "Letter date (the day it was done)",
    ),
    "note": LocalText("Ескертпе", "Примечание", "Note"),
}
"""What the columns of the template are called, in its order."""

COLUMNS = tuple(HEADINGS)
OTHERWISE: Mapping[str, tuple[str, ...]] = {
    "measure": (
        *("№", "№ п/п", "п/п", "Пункт", "№ пункта", "Номер пункта", "Номер мероприятия", "Номер"),
        *("Тармақ", "Тармақ №", "Іс-шараның нөмірі", "Нөмірі", "р/с №", "Point", "No"),
    ),
    "title": ("Наименование мероприятия", "Іс-шараның атауы", "Наименование", "Атауы"),
    "executor": ("Орындаушылар", "Ответственный исполнитель", "Исполнители", "Жауапты орындаушы"),
    "period": ("Есепті кезең", "Отчетный период", "Reporting period"),
    "due": ("Срок исполнения", "Орындау мерзімі", "Дата исполнения по плану", "Мерзім", "Deadline"),
    "done": (
        *("Исполнение", "Отметка об исполнении", "Выполнено", "Статус", "Орындалуы"),
        *("Орындалғаны", "Status"),
    ),
    "letter": (
        *("№ письма", "Исх. №", "Исходящий номер", "Номер исходящего", "Хат №", "Хат нөмірі"),
        *("Шығыс нөмірі", "Letter number"),
    ),
    "day": (
        *("Дата исполнения", "Дата исходящего", "Хат күні", "Орындалған күні", "Date"),
        *("День исполнения", "Дата", "Күні"),
    ),
    "note": ("Примечания", "Ескерту", "Notes"),
}
"""What else offices call them."""

ORIGIN = "birlik:opening-balance:"
"""With this and the number of the act begins a cell of the template, by which the act is known."""

LONGEST_LETTER = 100


class Objection(NamedTuple):
    """What is wrong with a row: the cell as the sheet calls it ("" for the row as a whole) and why,
    with what to do."""

    cell: str
    reason: LocalText


@dataclass(frozen=True, slots=True)
class PastRow:
    """A row of the record: what it says as it stands (`cells`, by the name of the column), and what
    was understood of it.

    `numbers` are those of the measures that it may mean; `objections` what could not be read.
    """

    number: int
    cells: Mapping[str, Value]
    places: Mapping[str, str]
    code: int | None = None
    numbers: frozenset[str] = frozenset()
    period: Period | None = None
    due_on: date | None = None
    executor: str = ""
    done: bool | None = None
    letter: str = ""
    done_on: date | None = None
    objections: tuple[Objection, ...] = ()

    def objected(self, column: str, reason: LocalText, words: str = "") -> Objection:
        """An objection to what the row says in a column."""
        return Objection(self.places.get(column, ""), told(reason, words))

    @property
    def is_blank(self) -> bool:
        """Whether nobody filled anything in about how it was done."""
        return all(self.cells.get(name) is None for name in ("done", "letter", "day"))


def told(reason: LocalText, words: str) -> LocalText:
    """A reason with the words that it is about."""
    return LocalText(*(reason.get(code).replace("{words}", words) for code in LANGUAGES))


def past_rows(book: Workbook, *, act: int) -> tuple[PastRow, ...]:
    """The rows of the first sheet that has the headings, those that nobody filled in left out.

    Raises `UnfitFileError` where no sheet has them, where a heading stands twice, and for a file
    that was made for another act than that of the number.
    """
    refuse_other_act(book, act)
    for sheet in book.shown:
        if header := header_within(sheet):
            return tuple(one for one in rows_of(sheet, header) if not one.is_blank)
    raise UnfitFileError(refusal.NO_HEADINGS)


def refuse_other_act(book: Workbook, act: int) -> None:
    """Raise `UnfitFileError` when a cell of the file says that it was made for another act."""
    for sheet in book.sheets:
        for row in sheet.rows[:10]:
            for value in row.values.values():
                marked = isinstance(value, str) and value.startswith(ORIGIN)
                if marked and value != f"{ORIGIN}{act}":
                    raise UnfitFileError(refusal.OTHER_ACT)


def header_within(sheet: Sheet) -> Header | None:
    """Where the headings stand; raises `UnfitFileError` where one stands twice."""
    names = {
        name: (f"{words.kk} {words.ru}", *map(words.get, LANGUAGES), *OTHERWISE.get(name, ()))
        for name, words in HEADINGS.items()
    }
    found = [header_of(sheet, names, needed=("measure", "done", one)) for one in ("period", "due")]
    found.append(header_of(sheet, names, needed=("code", "done")))
    header = next((one for one in found if one), None)
    if header:
        for name in header.doubled:
            reason = refusal.DOUBLED_HEADING
            heading = HEADINGS[name]
            raise UnfitFileError(
                LocalText(*(reason.get(c).replace("{heading}", heading.get(c)) for c in LANGUAGES))
            )
    return header


def rows_of(sheet: Sheet, header: Header) -> list[PastRow]:
    """The rows under the headings."""
    under = [row for row in spread(sheet).rows if row.number > header.last_row]
    return [read(row, header) for row in under]


def read(row: Row, header: Header) -> PastRow:
    """What a row says."""
    cells = {name: row.at(column) for name, column in header.columns.items()}
    places = {name: f"{column_letter(at)}{row.number}" for name, at in header.columns.items()}
    bare = PastRow(row.number, cells, places)
    reading = Reading(bare)
    return PastRow(
        number=row.number,
        cells=cells,
        places=places,
        code=reading.code(),
        numbers=reading.numbers(),
        period=reading.period(),
        due_on=reading.day("due") or reading.day_for_a_period(),
        executor=reading.words("executor"),
        done=reading.done(),
        letter=reading.letter(),
        done_on=reading.day("day"),
        objections=tuple(reading.objections),
    )


class Reading:
    """Reads one row, cell by cell, and notes what it could not read."""

    def __init__(self, row: PastRow) -> None:
        self.row = row
        self.objections: list[Objection] = []

    def value(self, column: str) -> Value:
        """What a cell holds; None, with an objection, for a formula or an error."""
        value = self.row.cells.get(column)
        if isinstance(value, Formula):
            self.refuse(column, refusal.FORMULA)
            return None
        if isinstance(value, Fault):
            self.refuse(column, refusal.FAULT, value.code)
            return None
        return value

    def refuse(self, column: str, reason: LocalText, words: str = "") -> None:
        """Note an objection, once for a cell."""
        objection = self.row.objected(column, reason, words)
        if objection not in self.objections:
            self.objections.append(objection)

    def code(self) -> int | None:
        """The number of the obligation, where the template gave it."""
        value = self.value("code")
        if value is None:
            return None
        text = str(value).strip()
        if text.isdecimal():
            return int(text)
        self.refuse("code", refusal.NO_SUCH_CODE, text)
        return None

    def numbers(self) -> frozenset[str]:
        """The numbers of measures that the row may mean."""
        value = self.value("measure")
        if value is None:
            if self.row.cells.get("code") is None and self.row.cells.get("measure") is None:
                self.refuse("measure", refusal.NO_NUMBER)
        elif isinstance(value, date):
            self.refuse("measure", refusal.NUMBER_IS_A_DAY)
        elif isinstance(value, str | int | Decimal):
            return numbers_meant(value)
        return frozenset()

    def period(self) -> Period | None:
        """The period; None where there is none, or a day stands in its place."""
        value = self.value("period")
        if value is None or isinstance(value, date):
            return None
        found = said_period(value)
        if found is None and said_day(value) is None:
            self.refuse("period", refusal.NO_PERIOD_READ, str(value))
        return found

    def day_for_a_period(self) -> date | None:
        """The day that stands in the column of the period."""
        value = self.row.cells.get("period")
        return None if value is None or said_period(value) else said_day(value)

    def day(self, column: str) -> date | None:
        """The day in a column."""
        value = self.value(column)
        if value is None:
            return None
        found = said_day(value)
        if found is None:
            self.refuse(column, refusal.NO_DAY_READ, str(value))
        return found

    def words(self, column: str) -> str:
        """The words in a column."""
        value = self.value(column)
        return "" if value is None else str(value)

    def done(self) -> bool | None:
        """Whether it was done."""
        value = self.value("done")
        if value is None:
            if self.row.cells.get("done") is None:
                self.refuse("done", refusal.SAY_WHETHER_DONE)
            return None
        found = said_done(value)
        if found is None:
            self.refuse("done", refusal.NO_ANSWER_READ, str(value))
        return found

    def letter(self) -> str:
        """The number of the letter."""
        words = self.words("letter")
        if len(words) > LONGEST_LETTER:
            self.refuse("letter", refusal.LETTER_TOO_LONG)
        return words
