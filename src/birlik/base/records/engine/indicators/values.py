"""Values of an indicator as tables print them, and the years and kinds of their columns."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from birlik.base.records.engine.draft import IndicatorValue

Kind = Literal["fact", "estimate", "plan"]
VALUE = re.compile(r"(?:(?<!\w)\d+(?:[.,]\d+)?|[-–—])(?:\s?%)?(?!\w)")
# In a cell of its own a value may group its thousands by blanks; in a row these part the values.
CELL_VALUE = re.compile(r"^(?:\d{1,3}(?:\s\d{3})+|\d+)?(?:[.,]\d+)?[-–—]?\s?%?$")
YEAR = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)(?!\d)")
FACT = re.compile(r"\bфакт|нақты|есепті", re.IGNORECASE)
ESTIMATE = re.compile(r"бағалау|оценк|күтілетін|ожидаем", re.IGNORECASE)
PLAN = re.compile(r"жоспар|планов|\bплан\b|болжам|прогноз", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Column:
    """A column of values: its year and what kind of value it holds."""

    year: int
    kind: Kind


def kind_named(words: str) -> Kind | None:
    """The kind that a column's heading names; None where it names none."""
    if FACT.search(words):
        return "fact"
    if ESTIMATE.search(words):
        return "estimate"
    return "plan" if PLAN.search(words) else None


def split_values(words: str) -> list[str]:
    """The values of a row as printed, empty where a dash says that there is none."""
    return [match[0].strip(" -–—") for match in VALUE.finditer(words)]


def is_values(words: str, least: int = 3) -> bool:
    """Whether `words` are nothing but values, and not the numbering of the columns (1 2 3 4)."""
    if not words or VALUE.sub("", words).strip():
        return False
    values = split_values(words)
    return len(values) >= least and values != [str(n) for n in range(1, len(values) + 1)]


def is_value(words: str) -> bool:
    """Whether a cell holds one value, or the dash that says there is none."""
    return bool(words) and bool(CELL_VALUE.match(words))


def decimal(printed: str) -> Decimal | None:
    """«80,2 %» → 80.2; None for an empty cell."""
    digits = re.sub(r"[^\d.,]", "", printed).replace(",", ".")
    return Decimal(digits) if digits else None


def pair(columns: Sequence[Column], printed: Sequence[str]) -> tuple[IndicatorValue, ...]:
    """The values under their columns, empty cells left out."""
    return tuple(
        IndicatorValue(column.year, value, column.kind)
        for column, words in zip(columns, printed, strict=False)
        if (value := decimal(words)) is not None
    )


def infer_columns(count: int, last: int, adopted: int) -> list[Column]:
    """Years and kinds where the head of a table is lost: `count` years up to the act's last one.

    What lies before the year of adoption was known then, the year itself was estimated, the rest
    planned. This is a conclusion, not a reading: nothing that rests on it is certain.
    """
    years = range(last - count + 1, last + 1)
    return [
        Column(year, "fact" if year < adopted else "estimate" if year == adopted else "plan")
        for year in years
    ]
