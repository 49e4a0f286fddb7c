"""From a plan's table to measures."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from birlik.base.records.engine.draft import (
    MeasureDraft,
    MeasureField,
    SourceText,
    Span,
)
from birlik.base.records.engine.executors import is_code, read_executors
from birlik.base.records.engine.grid import Grid
from birlik.base.records.engine.mending import mend
from birlik.base.records.engine.table_plan.columns import Role, find_columns, is_numbering
from birlik.base.records.engine.table_plan.parts import share, split_title
from birlik.base.records.engine.table_plan.rows import (
    NUMBERED,
    PlanRow,
    counted,
    opens_measure,
    plan_rows,
    title_column,
)
from birlik.base.values.deadline import read_deadline

CELLS: tuple[MeasureField, ...] = ("completion_form", "deadline", "executors")
ROLES: Mapping[MeasureField, Role] = {
    "completion_form": "completion_form",
    "deadline": "deadline",
    "executors": "executors",
}


@dataclass(frozen=True, slots=True)
class TablePlan:
    """The measures of the plan's tables, the titles of its directions, where the tables lie."""

    measures: tuple[MeasureDraft, ...]
    directions: Mapping[str, str]
    spans: tuple[Span, ...]


@dataclass(slots=True)
class _Measure:
    """A measure under construction: the spans of each field, and where a field came from."""

    number: str
    parent: str
    direction: str
    title: tuple[Span, ...]
    above: "_Measure | None" = None
    cells: dict[MeasureField, tuple[Span, ...]] = field(default_factory=dict)
    doubtful: set[MeasureField] = field(default_factory=set)
    inherited: dict[str, str] = field(default_factory=dict)


def read_table_plan(source: SourceText, abbreviations: Mapping[str, str]) -> TablePlan:
    """Every plan table of the source; a table without a head goes on with the one before it.

    A cell that a merged cell covers takes its words from there, an empty one from the parent
    measure; what is taken from elsewhere is never certain.
    """
    reader = _Reader(source, abbreviations)
    roles: Mapping[int, Role] = {}
    width = 0
    head = ""
    spans: list[Span] = []
    for table in source.tables:
        grid = Grid.of(source.text, table, wrapped=source.format == "pdf")
        found = find_columns(grid)
        goes_on = bool(roles) and grid.columns == width and opens_measure(grid, roles)
        if found and not goes_on:
            roles, first = found
            width = grid.columns
            last = first - 1 - is_numbering(grid, first - 1)
            head = grid.words(grid.rows[last].get(title_column(roles)))
        elif not roles or grid.columns != width:
            continue
        else:
            first = 0
        spans.append((table.start, table.end))
        reader.read(grid, plan_rows(grid, roles, first, head))
    return TablePlan(reader.finish(), reader.directions, tuple(spans))


class _Reader:
    """Walks the rows and remembers the direction and the measure they stand under."""

    def __init__(self, source: SourceText, abbreviations: Mapping[str, str]) -> None:
        self._source = source
        self._abbreviations = abbreviations
        self.measures: list[_Measure] = []
        self._direction = ""
        self._counts = True
        self._current = self._item = ""
        self._latest: dict[str, _Measure] = {}
        self._ranks: dict[int, str] = {}
        self.directions: dict[str, str] = {}

    def read(self, grid: Grid, rows: Iterable[PlanRow]) -> None:
        """Take the rows of one table; a plan without any numbers is counted."""
        rows = list(rows)
        self._counts &= not any(row.kind in NUMBERED for row in rows)
        for row in counted(rows, len(self.measures)) if self._counts else rows:
            if row.kind == "direction":
                self._turn_to(row, mend(grid.text[slice(*row.title)]))
            elif row.kind == "more":
                self._go_on(grid, row)
            else:
                self._open(grid, row)

    def _turn_to(self, row: PlanRow, title: str) -> None:
        """A heading opens a direction, but not a goal or task that only counts within one."""
        higher = [self._ranks[rank] for rank in self._ranks if rank < row.rank]
        if higher and not row.number.startswith(f"{higher[-1]}."):
            return
        self._direction = row.number or title
        self.directions[self._direction] = title
        if row.rank:
            self._ranks = {rank: at for rank, at in self._ranks.items() if rank < row.rank}
            self._ranks[row.rank] = self._direction

    def _open(self, grid: Grid, row: PlanRow) -> None:
        number, parent = row.number, row.number.rpartition(".")[0]
        if row.kind == "sub":
            parent = self._item if row.number.isalpha() else self._current
            number = f"{parent}.{row.number}".lstrip(".")
        else:
            self._current = number
        if not row.number.isalpha():
            self._item = number
        head, parts = split_title(grid, row.title)
        above = self._latest.get(parent)
        measure = _Measure(number, above.number if above else "", self._direction, (head,), above)
        self._latest[number] = measure
        subs = [
            _Measure(f"{number}.{part}", number, self._direction, (span,), measure)
            for part, span in parts
        ]
        for name in CELLS:
            self._fill(grid, row, name, measure, subs)
        self.measures += [measure, *subs]

    def _fill(
        self,
        grid: Grid,
        row: PlanRow,
        name: MeasureField,
        measure: _Measure,
        subs: Sequence[_Measure],
    ) -> None:
        cell = row.cells.get(ROLES[name])
        if cell is None or not grid.words(cell):
            return
        if ROLES[name] in row.merged:
            measure.cells[name] = tuple(grid.lines(cell))
            measure.inherited[name] = "merged"
            return
        spans = self._contributors(grid, row) if name == "executors" else ()
        shared = share(grid, cell, [sub.number.rpartition(".")[2] for sub in subs])
        measure.cells[name] = (*shared.own, *spans)
        for sub, part in zip(subs, shared.parts, strict=True):
            sub.cells[name] = part
            if not shared.certain:
                sub.doubtful.add(name)

    def _contributors(self, grid: Grid, row: PlanRow) -> tuple[Span, ...]:
        """The words of a second column of executors, for those who contribute."""
        cell = row.cells.get("contributors")
        return tuple(grid.lines(cell)) if cell and "contributors" not in row.merged else ()

    def _go_on(self, grid: Grid, row: PlanRow) -> None:
        """A row without a number: more words of the row before, never certain which."""
        if not self.measures:
            return
        last = self.measures[-1]
        if row.title[1] > row.title[0] and "title" not in row.merged:
            last.title += (row.title,)
            last.doubtful.add("title")
        for name in CELLS:
            cell = row.cells.get(ROLES[name])
            if cell and grid.words(cell) and ROLES[name] not in row.merged:
                last.cells[name] = (*last.cells.get(name, ()), *grid.lines(cell))
                last.doubtful.add(name)

    def finish(self) -> tuple[MeasureDraft, ...]:
        """All measures, empty cells taken from the parent."""
        for one in self.measures:
            parent = one.above
            for name in CELLS:
                if parent and not one.cells.get(name) and parent.cells.get(name):
                    one.cells[name] = parent.cells[name]
                    one.inherited[name] = "parent"
        return tuple(self._draft(one) for one in self.measures)

    def _draft(self, one: _Measure) -> MeasureDraft:
        title = self._words(one.title)
        form = self._words(one.cells.get("completion_form", ()))
        deadline = self._words(one.cells.get("deadline", ()))
        executors, known = read_executors(
            self._executor_words(one.cells.get("executors", ())), self._abbreviations
        )
        read = read_deadline(deadline, self._source.language) if deadline else None
        inherited = dict(one.inherited)
        if "deadline" in inherited:
            inherited["schedule"] = inherited["deadline"]
        deadline_sure = bool(read and read.certain) and self._own(one, "deadline")
        certain = {
            "title": bool(title) and self._own(one, "title"),
            "completion_form": bool(form) and self._own(one, "completion_form"),
            "deadline": bool(deadline) and self._own(one, "deadline"),
            "executors": bool(executors) and known and self._own(one, "executors"),
            "schedule": deadline_sure and read is not None and read.schedule is not None,
        }
        places = [*one.title, *self._own_places(one)]
        return MeasureDraft(
            number=one.number,
            parent=one.parent,
            direction=one.direction,
            title=title,
            completion_form=form,
            deadline=deadline,
            executors=executors,
            schedule=read.schedule if read else None,
            certain=certain,
            start=min(start for start, _ in places),
            end=max(end for _, end in places),
            inherited=inherited,
            spans={"title": one.title, **{str(name): span for name, span in one.cells.items()}},
        )

    def _own(self, one: _Measure, name: MeasureField) -> bool:
        return name not in one.doubtful and name not in one.inherited

    def _own_places(self, one: _Measure) -> list[Span]:
        return [
            span for name, spans in one.cells.items() if name not in one.inherited for span in spans
        ]

    def _words(self, spans: Sequence[Span]) -> str:
        return mend("\n".join(self._source.text[start:end] for start, end in spans))

    def _executor_words(self, spans: Sequence[Span]) -> str:
        """The lines of the cell; a line that is a whole executor is parted from the next."""
        lines = [self._source.text[start:end].strip() for start, end in spans]
        words = ""
        for line in lines:
            whole = words.endswith(")") or is_code(
                words.rpartition(",")[2].strip(), self._abbreviations
            )
            if words and whole and line[:1] not in "(,;" and not line[:1].islower():
                words += ","
            words = f"{words}\n{line}" if words else line
        return words
