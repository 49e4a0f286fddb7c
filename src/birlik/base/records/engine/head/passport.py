"""The passport: the first table of a concept or programme, whatever became of the table."""

import re
from collections.abc import Iterator

from birlik.base.records.engine.draft import PassportRow, SourceText, Table
from birlik.base.records.engine.mending import mend
from birlik.base.records.engine.sources import paragraph_text

HEADING = re.compile(r"\b(паспорты|паспорт)\b", re.IGNORECASE)
SECTION = re.compile(r"^(\d+-(бөлім|тарау)|(раздел|глава)\s+\d+|\d+\.\s)", re.IGNORECASE)
# The rows that passports of programmes have: by the form of a State Planning System document
# (Government resolution No. 790 of 29.11.2017), with the older names of the same rows.
ROW_NAMES = re.compile(
    r"^(?:Тұжырымдаманың атауы|Бағдарламаның атауы|Әзірлеу үшін негіздеме|"
    r"(?:Тұжырымдаманы|Бағдарламаны) (?:әзірлеуге|іске асыруға) жауапты мемлекеттік орган(?:дар)?|"
    r"Іске асыру мерзім(?:дер)?і|Мақсаты|Міндеттері|Қаржыландыру көздері|"
    r"Наименование(?: (?:Концепции|Программы|Плана))?|Основани[ея] для разработки|"
    r"Государственны[йе] орган(?:ы)?, ответственны[йе] за (?:разработку|реализацию)"
    r"(?: (?:Концепции|Программы|Плана))?|Сроки реализации|Цель|Задачи|Источники финансирования|"
    r"Основной (?:разработчик|исполнитель))(?![а-яёәғқңөұүһі])",
    re.IGNORECASE,
)


def read_passport(source: SourceText) -> tuple[PassportRow, ...]:
    """The passport's rows in printed order: from a real table, else from the lines it left."""
    headings = [
        one
        for one in source.paragraphs
        if HEADING.search(source.text[one.start : one.end])
        and len(paragraph_text(source.text, one.start, one.end)) < 200
    ]
    if not headings:
        return ()
    start = headings[-1].end
    table = next((one for one in source.tables if one.start >= start), None)
    end = _section_end(source, start)
    if table and table.start < end:
        return tuple(_from_table(source.text, table))
    return tuple(_from_lines(source, start, end))


def _section_end(source: SourceText, start: int) -> int:
    for one in source.paragraphs:
        if one.start < start:
            continue
        if one.level or SECTION.match(paragraph_text(source.text, one.start, one.end)):
            return one.start
    return len(source.text)


def _from_table(text: str, table: Table) -> Iterator[PassportRow]:
    for number in sorted({cell.row for cell in table.cells}):
        cells = sorted((c for c in table.cells if c.row == number), key=lambda c: c.column)
        if len(cells) >= 2:
            name, value = cells[-2], cells[-1]
            words = mend(text[value.start : value.end])
            yield PassportRow(mend(text[name.start : name.end]), words, name.start, value.end)


def _from_lines(source: SourceText, start: int, end: int) -> Iterator[PassportRow]:
    """Names are known by their words; what follows a name, up to the next one, is its value."""
    row: list[str] = []
    place = (start, start)
    name = ""
    for one in source.paragraphs:
        if not start <= one.start < end:
            continue
        words = mend(paragraph_text(source.text, one.start, one.end))
        match = ROW_NAMES.match(words)
        if match:
            if name:
                yield PassportRow(name, " ".join(row), *place)
            name, row, place = match[0], [], (one.start, one.end)
            words = words[match.end() :].lstrip(" :")
        if name and words:
            row.append(words)
            place = (place[0], one.end)
    if name:
        yield PassportRow(name, " ".join(row), *place)
