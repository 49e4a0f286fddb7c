"""The act's own list of abbreviations, printed after its action plan."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from birlik.base.records.engine.draft import Cell, Table
from birlik.base.records.engine.mending import mend

# «Ескертпе: аббревиатуралардың толық жазылуы», «Примечание: расшифровка аббревиатур»; the first
# letter of the note is often misread, so only the telling word is asked for.
NOTE = r"(?:Ескертпе|Ескерту|Примечание)"
SHORT = r"(?-i:[А-ЯЁӘҒҚҢӨҰҮҺІ]{2,8})"
HEADING = re.compile(
    r"^(?:[^\n]{0,60}(?:аббревиатуралар\w*\s+(?:толық\s+)?(?:жазылуы|мағынасы)|"
    r"(?:расшифровк\w+|перечень|список|приняты\w+|используем\w+|применяем\w+)\s+"
    r"(?:использ\w+\s+|принят\w+\s+)?(?:аббревиатур|сокращени)\w*|"
    r"қысқартылған\s+(?:сөздер|атаулар)|қысқартулар\w*)[^\n:]*(?::|$)|"
    rf"[ \t]*(?:{NOTE}\s*[:.]?\s*)?(?:аббревиатур(?:ы|алар)|сокращения)[ \t]*(?::|$)|"
    rf"[ \t]*{NOTE}[ \t]*[:.]?[ \t]*(?=\s*{SHORT}\s+[-–—]\s))",
    re.IGNORECASE | re.MULTILINE,
)
LETTERS = "А-ЯЁӘҒҚҢӨҰҮҺІA-Z"
WORD = rf"[{LETTERS}][{LETTERS}а-я]*[{LETTERS}]"
QUOTED = r"[\"«“][^\"»”\n]{2,60}(?:\s*\n[^\"»”\n]{0,40})?[\"»”]"
# The parts of a code may stand on two lines only where the first opens its line: what ends a line
# before a code belongs to the entry above («… при Президенте РК», a next line «МКИ - …»).
GAP, BREAK = r"[ \t]+", r"[ \t]*\n?[ \t]*(?<=\s)"
PARTS = r"(?:{quoted}{gap})?{word}(?:{gap}{word})?(?:{gap}{quoted})?"
CODE = re.compile(
    r"(?:(?<![\w-])(?P<inner>"
    + PARTS.format(quoted=QUOTED, word=WORD, gap=GAP)
    + r")|^[ \t]*(?P<opening>"
    + PARTS.format(quoted=QUOTED, word=WORD, gap=BREAK)
    + r"))\s*[ \t\n]+[-–—](?=\s)",
    re.MULTILINE,
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

    Entries are parted by dashes («АҚДМ - …»), or stand in the two columns of a real table. A list
    that follows a real table needs no heading.
    """
    tables = list(tables)
    headings = [heading.end() for heading in HEADING.finditer(text)]
    below = [table.end for table in tables if CODE.match(text, _next_word(text, table.end))]
    if not headings and not below:
        return ()
    first = headings[-1] if headings else below[-1]
    stop = END.search(text, first)
    last = stop.start() if stop else len(text)
    heads = list(CODE.finditer(text, first, last))
    ends = [*(head.start() for head in heads[1:]), last][: len(heads)]
    listed = tuple(
        Abbreviation(
            code=mend(_words(head)),
            meaning=mend(text[head.end() : end]).rstrip(" ;.,"),
            start=head.start(head.lastgroup or 0),
            end=head.end() + len(text[head.end() : end].rstrip()),
        )
        for head, end in zip(heads, ends, strict=True)
    )
    return listed or tuple(_from_tables(text, [one for one in tables if one.start >= first]))


def _next_word(text: str, at: int) -> int:
    return len(text) - len(text[at:].lstrip())


def _words(head: re.Match[str]) -> str:
    return head[head.lastgroup or 0]


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
