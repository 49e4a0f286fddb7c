"""The act's own list of abbreviations, printed after its action plan."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from birlik.base.records.engine.draft import Cell, Table
from birlik.base.records.engine.mending import mend

# «Ескертпе: аббревиатуралардың толық жазылуы», «Примечание: расшифровка аббревиатур»; the first
# letter of the note is often misread, so only the telling word is asked for.
HEADING = re.compile(
    r"^[^\n]{0,60}(аббревиатуралар\w*\s+(толық\s+)?(жазылуы|мағынасы)|"
    r"(расшифровк\w+|перечень|список)\s+(аббревиатур|сокращений)|"
    r"қысқартылған\s+(сөздер|атаулар)|қысқартулар\w*)[^\n]*$",
    re.IGNORECASE | re.MULTILINE,
)
LETTERS = "А-ЯЁӘҒҚҢӨҰҮҺІA-Z"
WORD = rf"[{LETTERS}][{LETTERS}а-я]*[{LETTERS}]"
QUOTED = r"[\"«“][^\"»”\n]{2,60}(?:\s*\n[^\"»”\n]{0,40})?[\"»”]"
CODE = re.compile(
    rf"(?<![\w-])((?:{QUOTED}\s+)?{WORD}(?:\s+{WORD})?(?:\s+{QUOTED})?)\s*[ \t\n]+[-–—](?=\s)"
)
LONE_CODE = re.compile(rf"^(?:{QUOTED}\s+)?{WORD}(?:\s+{WORD})?(?:\s+{QUOTED})?$")
END = re.compile(r"©|_{5,}|\n\s*\n\s*(?=\d+[.)]\s)")


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """A short name and what it stands for; its words lie at `[start, end)` of the text."""

    code: str
    meaning: str
    start: int
    end: int


def read_abbreviations(text: str, tables: Iterable[Table] = ()) -> tuple[Abbreviation, ...]:
    """The entries of the list, in printed order; none where the act prints no list.

    Entries are parted by dashes («АҚДМ - …»), or stand in the two columns of a real table.
    """
    headings = list(HEADING.finditer(text))
    if not headings:
        return ()
    first = headings[-1].end()
    stop = END.search(text, first)
    last = stop.start() if stop else len(text)
    heads = list(CODE.finditer(text, first, last))
    ends = [*(head.start() for head in heads[1:]), last][: len(heads)]
    listed = tuple(
        Abbreviation(
            code=mend(head[1]),
            meaning=mend(text[head.end() : end]).rstrip(" ;.,"),
            start=head.start(1),
            end=head.end() + len(text[head.end() : end].rstrip()),
        )
        for head, end in zip(heads, ends, strict=True)
    )
    return listed or tuple(_from_tables(text, [one for one in tables if one.start >= first]))


def _from_tables(text: str, tables: Sequence[Table]) -> Iterator[Abbreviation]:
    for table in tables[:1]:
        rows: dict[int, list[Cell]] = {}
        for cell in table.cells:
            rows.setdefault(cell.row, []).append(cell)
        for row in rows.values():
            code, meaning = row[0], row[-1]
            words = mend(text[code.start : code.end])
            if len(row) > 1 and LONE_CODE.match(words):
                full = mend(text[meaning.start : meaning.end]).rstrip(" ;.,")
                yield Abbreviation(words, full, code.start, meaning.end)
