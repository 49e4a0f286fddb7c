"""Indicators that an action plan repeats between its measures, apart from the table."""

import re

from birlik.base.records.engine.draft import IndicatorDraft, IndicatorValue, SourceText
from birlik.base.records.engine.indicators.values import decimal
from birlik.base.records.engine.mending import mend

HEAD = re.compile(
    r"(?:(?P<kk>\d+)-нысаналы\s+индикатор|Целевой\s+индикатор\s+(?:№\s*)?(?P<ru>\d+))\s*\.?\s*",
    re.IGNORECASE,
)
# «… деңгейі, %: 2022 жылы - 80,2; …», «… , %: в 2022 году – 80,2; …»
SERIES = re.compile(
    r"(?P<title>[^:;]{5,300}?)(?:,\s*(?P<unit>[^,:;]{1,40}))?\s*[:;]\s*"
    r"(?P<values>(?:(?:в\s+)?\d{4}\s*(?:жыл\w*|год\w*|г\.)?\s*[-–—:]\s*\d+(?:[.,]\d+)?\s*%?[;,.\s]*)+)",
)
POINT = re.compile(
    r"(?P<year>\d{4})\s*(?:жыл\w*|год\w*|г\.)?\s*[-–—:]\s*(?P<value>\d+(?:[.,]\d+)?)"
)
REACH = 700


def read_plan_lines(source: SourceText) -> tuple[IndicatorDraft, ...]:
    """The plan's indicator lines in printed order; their values are planned ones."""
    found = []
    for head in HEAD.finditer(source.text):
        series = SERIES.match(source.text, head.end(), min(len(source.text), head.end() + REACH))
        if series is None:
            continue
        values = tuple(
            IndicatorValue(int(point["year"]), value, "plan")
            for point in POINT.finditer(series["values"])
            if (value := decimal(point["value"])) is not None
        )
        end = series.start() + len(series[0].rstrip())
        found.append(
            IndicatorDraft(
                number=head["kk"] or head["ru"],
                title=mend(series["title"]),
                unit=mend(series["unit"] or ""),
                source="",
                values=values,
                certain=len({value.year for value in values}) == len(values),
                start=head.start(),
                end=end,
            )
        )
    return tuple(found)
