"""The свод of a round as a workbook: every answer, then the totals."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from typing import IO

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from birlik.base.registry.models import Structure, Territory
from birlik.base.ui.export import Cell, Column
from birlik.base.ui.export.listing import Plain, plain
from birlik.base.ui.export.workbook import ListingBook
from birlik.base.values.local_text import LocalText
from birlik.domains.execution.engine.rounds.cells import number_in
from birlik.domains.execution.engine.rounds.columns import ColumnRow
from birlik.domains.execution.engine.rounds.summary import Sums
from birlik.domains.execution.models import Round
from birlik.domains.execution.queries.rounds.gathered import Gathered, Line, MeasureLines

Row = list[Cell]


def workbook(one: Round, found: Gathered, *, at: datetime) -> IO[bytes]:
    """The answers by measure or by body, and the summed columns by body and by region."""
    book = ListingBook()
    rows = measure_rows(found) if one.act else body_rows(found)
    heads = MEASURE_HEADS if one.act else BODY_HEADS
    columns = [
        *(head(title, width) for title, width in heads),
        *(head(plain(column.title), 40) for column in found.columns),
    ]
    book.add_rows(_("Answers"), columns, lines(rows))
    if any(column.summed for column in found.columns):
        totals(book, _("By body"), BODY, found, found.by_body)
        totals(book, _("By region"), REGION, found, found.by_region)
    book.add_origin(_("About the file"), list(origin(one, found, at=at)))
    return book.written()


REGION, BODY = gettext_lazy("Region"), gettext_lazy("Body")
STATUS = (gettext_lazy("Status"), 16)
MEASURE_HEADS: tuple[tuple[str | Promise, int], ...] = (
    ("№", 8),
    (gettext_lazy("Measure"), 50),
    (gettext_lazy("Form of completion"), 24),
    (gettext_lazy("Deadline"), 24),
    (gettext_lazy("Executors"), 30),
    (BODY, 34),
    (REGION, 22),
    (gettext_lazy("Role"), 18),
    STATUS,
)
BODY_HEADS: tuple[tuple[str | Promise, int], ...] = (
    (REGION, 22),
    (BODY, 40),
    (pgettext_lazy("of a table", "Row"), 40),
    STATUS,
)


def head(title: object, width: int) -> Column[Row]:
    """A column with its head; what stands in it is told by the row's place."""
    return Column(str(title), lambda _row: None, width)


def lines(rows: Iterable[Row]) -> Iterator[list[Plain]]:
    """Rows as plain cells."""
    for row in rows:
        yield [plain(cell) for cell in row]


def measure_rows(found: Gathered) -> Iterator[Row]:
    """A row for each answer by measure: the lead's, then its contributors'."""
    for measure in found.measures:
        for line in measure.lines:
            yield measure_row(measure, line, found.columns)
            for part in line.contributions:
                yield measure_row(measure, part, found.columns)


def measure_row(measure: MeasureLines, line: Line, columns: Sequence[ColumnRow]) -> Row:
    """An answer with the plan's columns of its measure."""
    printed, owed = measure.printed, line.obligation
    return [
        measure.provision.number,
        measure.title,
        printed.form,
        printed.deadline,
        printed.executors,
        line.body.short,
        line.region.name if line.region else "",
        _("co-executor") if owed and owed.lead_id else _("lead"),
        _("answered") if line.sent else _("not answered"),
        *cells(line, columns),
    ]


def body_rows(found: Gathered) -> Iterator[Row]:
    """A row for each row of an ad hoc round, by region and body."""
    for line in found.lines:
        yield [
            line.region.name if line.region else "",
            line.body.name,
            LocalText(line.row.title_kk, line.row.title_ru),
            _("answered") if line.sent else _("not answered"),
            *cells(line, found.columns),
        ]


def cells(line: Line, columns: Iterable[ColumnRow]) -> Row:
    """What was sent in each column: numbers and days as such, options by their names."""
    return [cell_of(line.cells.get(column.code, ""), column) for column in columns]


def cell_of(text: str, column: ColumnRow) -> Cell:
    """A cell for a sheet."""
    if column.kind == "number":
        return number_in(text)
    if column.kind == "date" and text:
        return date.fromisoformat(text)
    return column.words(text) if text else None


def totals(
    book: ListingBook,
    title: str,
    first: str | Promise,
    found: Gathered,
    listed: Sequence[tuple[Structure | Territory | None, Sums]],
) -> None:
    """A sheet of summed columns; its last row counts everything once."""
    summed = [one for one in found.columns if one.summed]
    columns = [
        head(first, 44),
        head(_("Rows"), 10),
        *(head(plain(one.title), 18) for one in summed),
    ]
    rows: list[Row] = [
        [
            one.name if one else _("The whole country"),
            sums.rows,
            *(sums.by_code[column.code] for column in summed),
        ]
        for one, sums in listed
    ]
    whole = found.total
    rows.append([_("Total"), whole.rows, *(whole.by_code[column.code] for column in summed)])
    book.add_rows(title, columns, lines(rows))


def origin(one: Round, found: Gathered, *, at: datetime) -> Iterator[tuple[str, Plain]]:
    """What the file is of."""
    sent = {line.body.pk for line in found.lines if line.sent}
    yield _("Reporting round"), plain(one.title)
    yield _("Act"), str(one.act) if one.act else ""
    yield _("Term"), plain(one.due_at)
    yield _("Answered"), len(sent)
    yield _("Asked"), len({line.body.pk for line in found.lines})
    yield _("Made at"), plain(at)
