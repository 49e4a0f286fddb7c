"""A report on a page: its fields in each of its languages, one after the other."""

from dataclasses import dataclass
from datetime import date

from birlik.domains.execution.engine.report.content import Content
from birlik.domains.execution.engine.report.fields import ReportFields
from birlik.domains.execution.engine.report.filling import Edition, ReportLanguage, fields_of
from birlik.domains.execution.engine.report.words import Side

SIDES: dict[ReportLanguage, tuple[Side, ...]] = {
    "kk": ("kk",),
    "ru": ("ru",),
    "both": ("kk", "ru"),
}


@dataclass(frozen=True, slots=True)
class Shown:
    """A report in one language."""

    side: Side
    fields: ReportFields


def shown(content: Content, language: ReportLanguage, *, on: date, version: int = 1) -> list[Shown]:
    """A report in each of its languages, without the charts, which its files have."""
    return [
        Shown(side, fields_of(content, Edition(side, on, version), lambda _one, _side: ""))
        for side in SIDES[language]
    ]
