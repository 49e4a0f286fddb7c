"""The act's table of target indicators, from any form in which a text still carries it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from birlik.base.records.engine.draft import IndicatorDraft, Loss, SourceText, Span
from birlik.base.records.engine.indicators.flattened import FlatTable, read_flattened
from birlik.base.records.engine.indicators.plan_lines import read_plan_lines
from birlik.base.records.engine.indicators.ruled import read_ruled

__all__ = ["IndicatorReading", "read_indicators", "read_plan_lines"]

PROMISE = re.compile(
    r"нысаналы\s+индикатор\w*\s+мен\s+күтілетін|целевые\s+индикаторы\s+и\s+ожидаемые", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class IndicatorReading:
    """The rows that the text carries, in the order of their numbers, and what it lost of them.

    `span` is where a flattened table lies among the paragraphs; None where the text has none.
    """

    rows: tuple[IndicatorDraft, ...]
    lost: tuple[Loss, ...]
    span: Span | None = None


def read_indicators(source: SourceText, last: int | None, adopted: int | None) -> IndicatorReading:
    """Every piece of the indicator table, wherever it stands in the text.

    `last` is the last year of the act's term, `adopted` the year of its adoption: from them the
    years follow where the head of the table is lost, and then nothing is certain.
    """
    rows: list[IndicatorDraft] = []
    headless: list[IndicatorDraft] = []
    for table in source.tables:
        broken = source.format in ("text", "markdown", "pdf")
        found, headed = read_ruled(source.text, table, last, adopted, broken=broken)
        rows += found
        headless += [] if headed else found
    flat = FlatTable() if rows else read_flattened(source.text)
    rows += flat.rows
    plausible = [row if _in_time(row, adopted) else replace(row, certain=False) for row in rows]
    ordered = sorted(plausible, key=lambda row: (int(row.number or 0), row.start))
    return IndicatorReading(
        tuple(ordered), tuple(_lost(source, ordered, headless, flat.torn)), flat.span
    )


def _in_time(row: IndicatorDraft, adopted: int | None) -> bool:
    """Whether the kinds fit the year of adoption: what is planned lies ahead, what is known not."""
    return adopted is None or all(
        one.year >= adopted if one.kind == "plan" else one.year <= adopted for one in row.values
    )


def _lost(
    source: SourceText,
    rows: list[IndicatorDraft],
    headless: list[IndicatorDraft],
    torn: frozenset[str],
) -> Iterator[Loss]:
    if not rows:
        promise = list(PROMISE.finditer(source.text))
        if promise:
            yield Loss("table", "indicators", promise[-1].start(), promise[-1].end())
        return
    if headless:
        yield Loss("heading", "indicators", headless[0].start, headless[0].start)
    yield from _lost_rows(rows)
    for row in rows:
        if row.number in torn:
            yield Loss("word", f"indicators/{row.number}", row.start, row.end)
        elif row.title[:1].islower() or not (row.unit and row.values):
            yield Loss("cell", f"indicators/{row.number}", row.start, row.end)


def _lost_rows(rows: list[IndicatorDraft]) -> Iterator[Loss]:
    """The numbers that are missing below the highest one."""
    numbered = [row for row in rows if row.number]
    numbers = {int(row.number) for row in numbered}
    for number in sorted(set(range(1, max(numbers, default=0))) - numbers):
        following = next(row for row in numbered if int(row.number) > number)
        yield Loss("row", f"indicators/{number}", following.start, following.start)
