"""A file as rows with named cells, whichever program wrote it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from birlik.base.records.engine.content import refuse_marked_name
from birlik.base.records.engine.content.examination import refuse_marked
from birlik.base.records.engine.content.kinds import Family, family_of
from birlik.base.records.engine.workbook import (
    Header,
    Sheet,
    UnfitFileError,
    Value,
    Workbook,
    column_letter,
    header_of,
    read_workbook,
)
from birlik.base.records.engine.workbook.reading import package_within
from birlik.base.records.engine.workbook.refusal import NO_WORKBOOK, about_workbook
from birlik.base.registry.engine.importing import refusal
from birlik.base.registry.engine.importing.columns import Column
from birlik.base.registry.engine.importing.refusal import told
from birlik.base.registry.engine.importing.separated import read_separated
from birlik.base.values.local_text import LANGUAGES, LocalText

ORIGIN = "birlik:rows:"
"""With this and the kind begins a cell of the template, by which its kind is known."""
WHY = LocalText("Алынбау себебі", "Почему не принято", "Why it was not taken")
MOST_ROWS = 60_000
MOST_CELLS = 2_500_000


class Line(NamedTuple):
    """A row of a table: its number as the sheet counts, and the cells by the name of the column;
    `merged` are the columns whose cells are merged with others, and with which ("A2:A5")."""

    number: int
    cells: Mapping[str, Value]
    merged: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of a file: where its columns stand (name → "A"), and the headings that say nothing
    here, which are left aside."""

    letters: Mapping[str, str]
    lines: tuple[Line, ...]
    ignored: tuple[str, ...] = ()


def read_table(content: bytes, name: str, columns: Sequence[Column], *, kind: str) -> Table:
    """The rows of a workbook or CSV under the headings of some columns.

    Raises `UnfitFileError` for what is neither, is dangerous or beyond measure, lacks a column that
    is needed, has one twice, was made from the template of another kind, or has no row.
    """
    refuse_marked_name(name)
    sheet, header = sheet_within(content, columns, kind)
    refuse_doubled(header, columns)
    lines = tuple(lines_of(sheet, header))
    if not lines:
        raise UnfitFileError(refusal.NO_ROWS)
    if len(lines) > MOST_ROWS:
        raise UnfitFileError(told(refusal.TOO_MANY_ROWS, f"{MOST_ROWS:,}".replace(",", " ")))
    letters = {one: column_letter(at) for one, at in header.columns.items()}
    return Table(letters, lines, tuple(ignored(sheet, header)))


def sheet_within(content: bytes, columns: Sequence[Column], kind: str) -> tuple[Sheet, Header]:
    """The sheet that has the most of the headings, and where they stand; raises `UnfitFileError`
    where none has those that are needed."""
    names = {one.name: one.headings for one in columns}
    needed = [one.name for one in columns if one.needed]
    sheets: Sequence[Sheet]
    if is_text(content):
        sheets = [read_separated(content, names, needed)]
        refuse_marked(words_of(sheets))
    else:
        book = opened(content)
        refuse_marked(book.words)
        refuse_other_kind(book, kind)
        sheets = book.shown
    found = [(sheet, header_of(sheet, names, needed=needed)) for sheet in sheets]
    whole = [(sheet, header) for sheet, header in found if header]
    if not whole:
        raise UnfitFileError(no_headings(columns))
    return max(whole, key=lambda pair: len(pair[1].columns))


def is_text(content: bytes) -> bool:
    """Whether a file may be a CSV; raises `UnfitFileError` for what is never taken."""
    try:
        return family_of(content) == Family.TEXT
    except UnfitFileError as error:
        raise about_table(about_workbook(error)) from error


def opened(content: bytes) -> Workbook:
    """The workbook; raises `UnfitFileError` for what is none, or is not to be trusted."""
    try:
        return read_workbook(content, max_cells=MOST_CELLS)
    except UnfitFileError as error:
        raise about_table(error) from error


def about_table(error: UnfitFileError) -> UnfitFileError:
    """A refusal of a workbook, where a CSV would have done as well."""
    return UnfitFileError(refusal.NOT_A_TABLE) if error.reason == NO_WORKBOOK else error


def words_of(sheets: Iterable[Sheet]) -> Iterator[str]:
    """All words of some sheets."""
    for sheet in sheets:
        for row in sheet.rows:
            yield from (one for one in row.values.values() if isinstance(one, str))


def refuse_other_kind(book: Workbook, kind: str) -> None:
    """Raise `UnfitFileError` when a cell of the file says that it was made for rows of another
    kind."""
    for sheet in book.sheets:
        for value in sheet.rows[0].values.values() if sheet.rows else ():
            marked = isinstance(value, str) and value.startswith(ORIGIN)
            if marked and value != f"{ORIGIN}{kind}":
                raise UnfitFileError(refusal.OTHER_KIND)


def no_headings(columns: Sequence[Column]) -> LocalText:
    """That the columns which are needed are not there, by their headings."""
    needed = [one.heading for one in columns if one.needed]
    return LocalText(
        *(
            getattr(refusal.NO_HEADINGS, code).replace(
                "{words}", ", ".join(f"«{one.get(code)}»" for one in needed)
            )
            for code in LANGUAGES
        )
    )


def refuse_doubled(header: Header, columns: Sequence[Column]) -> None:
    """Raise `UnfitFileError` where a heading stands twice."""
    headings = {one.name: one.heading for one in columns}
    for name in header.doubled:
        raise UnfitFileError(
            LocalText(
                *(
                    getattr(refusal.DOUBLED_HEADING, code).replace(
                        "{words}", headings[name].get(code)
                    )
                    for code in LANGUAGES
                )
            )
        )


def lines_of(sheet: Sheet, header: Header) -> Iterator[Line]:
    """The rows under the headings in which one of the columns holds something."""
    merged = merges_of(sheet, header)
    named = {at: name for name, at in header.columns.items()}
    for row in sheet.rows:
        if row.number <= header.last_row:
            continue
        cells = {named[at]: value for at, value in row.values.items() if at in named}
        if cells:
            yield Line(row.number, cells, merged.get(row.number, {}))


def merges_of(sheet: Sheet, header: Header) -> dict[int, dict[str, str]]:
    """Row → column → with which cells its cell is merged, under the headings."""
    last = sheet.rows[-1].number if sheet.rows else 0
    found: dict[int, dict[str, str]] = {}
    for merge in sheet.merges:
        ends = f"{column_letter(merge.left)}{merge.top}:{column_letter(merge.right)}{merge.bottom}"
        touched = [name for name, at in header.columns.items() if merge.left <= at <= merge.right]
        for number in range(max(merge.top, header.last_row + 1), min(merge.bottom, last) + 1):
            found.setdefault(number, {}).update(dict.fromkeys(touched, ends))
    return found


def ignored(sheet: Sheet, header: Header) -> Iterator[str]:
    """The headings of the columns that say nothing here, but for the column of reasons."""
    taken = set(header.columns.values())
    row = next((one for one in sheet.rows if one.number == header.last_row), None)
    for at, value in sorted(row.values.items()) if row else ():
        if at not in taken and isinstance(value, str) and not is_why(value):
            yield value


def is_why(heading: str) -> bool:
    """Whether a heading is that of the reasons which a file was given back with."""
    return any(getattr(WHY, code) in heading for code in LANGUAGES)


def refuse_shape(content: bytes, name: str) -> None:
    """Raise `UnfitFileError` for what can be refused before it is read: a name that bears a mark of
    limited access, a file of another kind, locked, dangerous, or linked to other files."""
    refuse_marked_name(name)
    if not is_text(content):
        try:
            package_within(content)
        except UnfitFileError as error:
            raise about_table(about_workbook(error)) from error
