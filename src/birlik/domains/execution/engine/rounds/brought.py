"""A workbook that came back: which of its rows and columns are those of a sheet, and what stands in
them.

Rows and columns are known by their hidden keys, wherever they were moved. Where the keys are lost a
row is known by the number and the title of its measure, and a column by its heading, if that leaves
no doubt. What is not known, doubled, or worked out by a formula is left out and told. What is
absent is not brought: a row that was deleted erases nothing.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from birlik.base.records.engine.workbook import (
    Fault,
    Formula,
    Row,
    Sheet,
    Value,
    Workbook,
    column_letter,
)
from birlik.base.values.local_text import LocalText
from birlik.domains.execution.engine.rounds.cells import Column, Raw, folded, read_cells
from birlik.domains.execution.engine.rounds.sheet_keys import (
    BASE_FROM,
    FORMAT,
    KEYS,
    MARK,
    NUMBER,
    ROUND,
    SHEET,
    TITLE,
)

LOOKED_AT = 40
"""Among how many of the first rows the keys of the columns are looked for."""

HEADINGS = {
    NUMBER: ("Р/с №", "№ п/п", "Р/с № / № п/п", "№"),
    TITLE: (
        *("Іс-шара", "Мероприятие", "Іс-шара / Мероприятие"),
        *("Жол", "Строка", "Жол / Строка"),
    ),
}

OTHER_ROUND = LocalText(
    kk="Бұл басқа сұратудың файлы. Осы кестенің файлын жүктеп алып, соны толтырыңыз.",
    ru="Это файл другого сбора информации. Скачайте файл этой таблицы и заполните его.",
    en="This file belongs to another round. Take the file of this sheet and fill that in.",
)
OTHER_BODY = LocalText(
    kk="Бұл басқа органның файлы. Осы кестенің файлын жүктеп алып, соны толтырыңыз.",
    ru="Это файл другого органа. Скачайте файл этой таблицы и заполните его.",
    en="This file belongs to another body. Take the file of this sheet and fill that in.",
)
NOT_THE_SHEET = LocalText(
    kk="Файлдан бұл кестенің жолдары мен бағандары табылмады. Осы беттен кестенің файлын жүктеп "
    "алып, жауаптарыңызды соған көшіріңіз.",
    ru="В файле не нашлось строк и столбцов этой таблицы. Скачайте файл таблицы с этой страницы и "
    "перенесите ответы в него.",
    en="No rows and columns of this sheet were found in the file. Take the file of the sheet from "
    "this page and put your answers into it.",
)
OTHER_FORMAT = LocalText(
    kk="Файл бағдарламаның басқа нұсқасында жасалған. Кестенің файлын қайта жүктеп алып, "
    "жауаптарыңызды соған көшіріңіз.",
    ru="Файл создан другой версией программы. Скачайте файл таблицы заново и перенесите ответы в "
    "него.",
    en="The file was made by another version. Take the file of the sheet anew and put your answers "
    "into it.",
)
FORMULA = LocalText(
    kk="Мұнда формула тұр. Оны мәнмен ауыстырыңыз: көшіріп, «Мәндерді қою» дегенді таңдаңыз.",
    ru="Здесь формула. Замените ее значением: скопируйте и выберите «Вставить значения».",
    en="There is a formula here. Replace it by its value: copy it and choose “Paste values”.",
)
SHOWS_ERROR = LocalText(
    kk="Ұяшықта қате тұр. Мәнін өзіңіз жазыңыз.",
    ru="В ячейке ошибка. Впишите значение сами.",
    en="The cell shows an error. Write the value yourself.",
)
UNKNOWN_ROW = LocalText(
    kk="Бұл жол кестеде жоқ, сондықтан алынбады.",
    ru="Такой строки в таблице нет, она не взята.",
    en="The sheet has no such row; it was not taken.",
)
DOUBLED_ROW = LocalText(
    kk="Бұл жол файлда екі рет тұр, сондықтан алынбады. Бірін қалдырыңыз.",
    ru="Эта строка стоит в файле дважды и не взята. Оставьте одну из них.",
    en="This row stands in the file twice and was not taken. Leave one of them.",
)
DOUBLED_COLUMN = LocalText(
    kk="Бұл баған файлда екі рет тұр, сондықтан алынбады. Бірін қалдырыңыз.",
    ru="Этот столбец стоит в файле дважды и не взят. Оставьте один из них.",
    en="This column stands in the file twice and was not taken. Leave one of them.",
)


class ForeignBookError(Exception):
    """A workbook is not that of the sheet; `reason` says why."""

    def __init__(self, reason: LocalText) -> None:
        super().__init__(reason.en)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class KnownRow:
    """A row of the sheet by what it can be known: its number in the database, the number and the
    title of its measure."""

    pk: int
    number: str
    title: LocalText

    @property
    def names(self) -> frozenset[tuple[str, str]]:
        """The number with the title in either language or in both."""
        kk, ru = self.title.kk, self.title.ru
        return frozenset(
            (folded(self.number), folded(words)) for words in (kk, ru, f"{kk}\n{ru}") if words
        )


@dataclass(frozen=True, slots=True)
class Told:
    """What was left out of a workbook: where ("D7", or the number of a row), what it is called, and
    why."""

    place: str
    name: str
    reason: LocalText


@dataclass(frozen=True, slots=True)
class Brought:
    """What a workbook brings: the cells of rows in canonical form, by their numbers; what stood
    there when it was made, where that is known; rows that are new, by their titles; and what was
    left out. `absent` rows of the sheet are not in it."""

    rows: Mapping[int, Mapping[str, str]]
    base: Mapping[int, Mapping[str, str]]
    new: Sequence[tuple[str, Mapping[str, str]]] = ()
    told: Sequence[Told] = ()
    absent: int = 0


@dataclass(frozen=True, slots=True)
class Layout:
    """Where a sheet of a workbook holds what: the row under which the answers begin, the column of
    the keys of the rows (0 for none), and the columns by their codes."""

    under: int
    keys: int
    columns: Mapping[str, int]
    doubled: tuple[str, ...] = ()


@dataclass(slots=True)
class Reading:
    """A workbook while it is read."""

    known: Mapping[int, KnownRow]
    columns: Sequence[Column]
    takes_new: bool
    layout: Layout
    told: list[Told] = field(default_factory=list)
    rows: dict[int, dict[str, str]] = field(default_factory=dict)
    new: list[tuple[str, Mapping[str, str]]] = field(default_factory=list)


def brought_of(
    book: Workbook,
    *,
    of: tuple[int, int],
    rows: Iterable[KnownRow],
    columns: Sequence[Column],
    takes_new: bool = False,
) -> Brought:
    """What a workbook brings to the sheet `of` (the numbers of its round and its own) with its rows
    and columns; rows that it names itself are new where it `takes_new` ones.

    Raises `ForeignBookError` for the workbook of another round or body, or of no sheet at all.
    """
    known = {one.pk: one for one in rows}
    hidden = next((one for one in book.sheets if is_marked(one)), None)
    if hidden:
        refuse_foreign(hidden, of)
    sheet, layout = found_in(book, columns)
    if hidden is None:
        refuse_foreign_keys(sheet, layout, known)
    reading = Reading(known, columns, takes_new, layout)
    read_rows(reading, sheet)
    return Brought(
        rows=reading.rows,
        base=base_of(hidden) if hidden else {},
        new=reading.new,
        told=reading.told,
        absent=len(known) - len(reading.rows),
    )


def is_marked(sheet: Sheet) -> bool:
    """Whether a sheet is the one that tells whose workbook it is."""
    return bool(sheet.rows) and sheet.rows[0].at(1) == MARK


def refuse_foreign(hidden: Sheet, of: tuple[int, int]) -> None:
    """Raise `ForeignBookError` for another format, another round or another body."""
    own = {row.at(1): row.at(2) for row in hidden.rows[:3]}
    if own.get(MARK) != FORMAT:
        raise ForeignBookError(OTHER_FORMAT)
    if own.get(ROUND) != of[0]:
        raise ForeignBookError(OTHER_ROUND)
    if own.get(SHEET) != of[1]:
        raise ForeignBookError(OTHER_BODY)


def refuse_foreign_keys(sheet: Sheet, layout: Layout, known: Mapping[int, KnownRow]) -> None:
    """Raise `ForeignBookError` where rows have keys, and none is a key of this sheet."""
    keys = {key for row in sheet.rows if (key := row.at(layout.keys)) and isinstance(key, int)}
    if keys and not keys & set(known):
        raise ForeignBookError(OTHER_BODY)


def base_of(hidden: Sheet) -> dict[int, dict[str, str]]:
    """What stood in each cell when the workbook was made."""
    found: dict[int, dict[str, str]] = {}
    for row in hidden.rows:
        number, code, text = row.at(1), row.at(2), row.at(3)
        if row.number >= BASE_FROM and isinstance(number, int) and isinstance(code, str):
            found.setdefault(number, {})[code] = "" if text is None else str(text)
    return found


def found_in(book: Workbook, columns: Sequence[Column]) -> tuple[Sheet, Layout]:
    """The sheet of the answers and its layout. Raises `ForeignBookError` where there is none."""
    shown = [one for one in book.sheets if not is_marked(one)]
    for lay_out in (by_keys, by_headings):
        for sheet in shown:
            if layout := lay_out(sheet, columns):
                return sheet, layout
    raise ForeignBookError(NOT_THE_SHEET)


def by_keys(sheet: Sheet, columns: Sequence[Column]) -> Layout | None:
    """The layout by the hidden keys; None where they are lost."""
    wanted = {NUMBER, TITLE, *(one.code for one in columns)}
    for row in sheet.rows[:LOOKED_AT]:
        if KEYS in row.values.values():
            places = {column: str(value) for column, value in sorted(row.values.items())}
            count = Counter(places.values())
            return Layout(
                row.number,
                next(column for column, value in places.items() if value == KEYS),
                {code: column for column, code in places.items() if code in wanted},
                tuple(code for code in wanted if count[code] > 1),
            )
    return None


def by_headings(sheet: Sheet, columns: Sequence[Column]) -> Layout | None:
    """The layout by the headings, word for word; None where no row near the top has the title and a
    column to fill."""
    names = {folded(words): code for code, listed in HEADINGS.items() for words in listed}
    for one in columns:
        kk, ru = one.title.kk, one.title.ru
        names |= {folded(words): one.code for words in (kk, ru, f"{kk} / {ru}") if words}
    for row in sheet.rows[:LOOKED_AT]:
        found = [
            (names[words], column)
            for column, value in sorted(row.values.items())
            if isinstance(value, str) and (words := folded(value.rstrip(" *"))) in names
        ]
        places, count = dict(found), Counter(code for code, _column in found)
        if TITLE in places and any(one.code in places for one in columns):
            return Layout(row.number, 0, places, tuple(code for code in count if count[code] > 1))
    return None


def read_rows(reading: Reading, sheet: Sheet) -> None:
    """Take down every row of the answers."""
    tell_doubled_columns(reading)
    answers = [row for row in sheet.rows if is_answer(row, reading.layout)]
    keyed = {row.number: number_of(row, reading) for row in answers}
    count = Counter(keyed.values())
    for row in answers:
        number = keyed[row.number]
        if number is None:
            read_unknown(reading, row)
        elif count[number] > 1:
            reading.told.append(Told(str(row.number), named(row, reading.layout), DOUBLED_ROW))
        else:
            reading.rows[number] = cells_of(reading, row)


def tell_doubled_columns(reading: Reading) -> None:
    """Tell which columns stand twice."""
    titles = {one.code: one.title for one in reading.columns}
    for code in reading.layout.doubled:
        if code in titles:
            place = column_letter(reading.layout.columns[code])
            reading.told.append(Told(place, titles[code].kk, DOUBLED_COLUMN))


def is_answer(row: Row, layout: Layout) -> bool:
    """Whether a row stands under the heads and holds anything but its key."""
    key = row.at(layout.keys)
    is_head = isinstance(key, str) and key.startswith("@")
    return row.number > layout.under and not is_head and set(row.values) != {layout.keys}


def number_of(row: Row, reading: Reading) -> int | None:
    """Which row of the sheet a row is: by its key, else by number and title if that leaves no
    doubt; None where neither tells."""
    key = row.at(reading.layout.keys)
    if isinstance(key, int) and key in reading.known:
        return key
    number = row.at(reading.layout.columns.get(NUMBER))
    said = folded("" if number is None else str(number)), folded(named(row, reading.layout))
    alike = [pk for pk, one in reading.known.items() if said in one.names]
    return alike[0] if len(alike) == 1 else None


def named(row: Row, layout: Layout) -> str:
    """The title in a row."""
    title = row.at(layout.columns.get(TITLE))
    return "" if title is None or isinstance(title, Formula | Fault) else str(title)


def read_unknown(reading: Reading, row: Row) -> None:
    """A row that the sheet does not have: new, or told."""
    name = named(row, reading.layout)
    if reading.takes_new and name:
        cells = cells_of(reading, row)
        reading.new.append((name, {code: text for code, text in cells.items() if text}))
    else:
        reading.told.append(Told(str(row.number), name, UNKNOWN_ROW))


def cells_of(reading: Reading, row: Row) -> dict[str, str]:
    """The cells of a row in canonical form; what cannot be taken is told."""
    layout = reading.layout
    places = {
        one.code: layout.columns[one.code]
        for one in reading.columns
        if one.code in layout.columns and one.code not in layout.doubled
    }
    entered = dict(plain_cells(reading, row, places))
    cells, faults = read_cells(entered, reading.columns)
    for code, reason in faults.items():
        tell(reading, row, places[code], reason)
    return cells


def plain_cells(reading: Reading, row: Row, places: Mapping[str, int]) -> Iterator[tuple[str, Raw]]:
    """What stands in the cells of a row; formulas and errors are told and left out."""
    for code, column in places.items():
        value: Value = row.at(column)
        if isinstance(value, Formula):
            tell(reading, row, column, FORMULA)
        elif isinstance(value, Fault):
            tell(reading, row, column, SHOWS_ERROR)
        else:
            yield code, value


def tell(reading: Reading, row: Row, column: int, reason: LocalText) -> None:
    """Tell why a cell was not taken."""
    place = f"{column_letter(column)}{row.number}"
    reading.told.append(Told(place, named(row, reading.layout), reason))
