"""Puts extracted pieces into one text and keeps where each of them lies."""

from birlik.base.records.engine.draft import Cell, Paragraph, Table


class Assembly:
    """A text under construction; every piece appended is known by its offsets."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self.paragraphs: list[Paragraph] = []
        self.tables: list[Table] = []

    @property
    def text(self) -> str:
        """Everything appended so far."""
        return "".join(self._pieces)

    @property
    def length(self) -> int:
        """How many letters were appended so far."""
        return self._length

    def append_text(self, words: str) -> None:
        """Append words as they are, without making a paragraph of them."""
        self._append(words)

    def append_paragraph(self, words: str, level: int = 0) -> None:
        """Append a paragraph; nothing when it holds no words."""
        words = words.strip()
        if words:
            start, end = self._append(words)
            self._append("\n\n")
            self.paragraphs.append(Paragraph(start, end, level))

    def append_table(self, rows: "list[list[PlacedCell]]") -> None:
        """Append a table: cells parted by tabs, rows by line breaks."""
        cells: list[Cell] = []
        first = self._length
        for number, row in enumerate(rows):
            for index, cell in enumerate(row):
                if index:
                    self._append("\t")
                start, end = self._append(cell.words.strip())
                cells.append(Cell(number, cell.column, start, end, cell.row_span, cell.column_span))
            self._append("\n")
        if cells:
            self.tables.append(Table(first, cells[-1].end, tuple(cells)))
            self._append("\n")

    def _append(self, piece: str) -> tuple[int, int]:
        start = self._length
        self._pieces.append(piece)
        self._length += len(piece)
        return start, self._length


class PlacedCell:
    """A table's cell with its words and its place in the grid."""

    def __init__(self, words: str, column: int, row_span: int = 1, column_span: int = 1) -> None:
        self.words = words
        self.column = column
        self.row_span = row_span
        self.column_span = column_span
