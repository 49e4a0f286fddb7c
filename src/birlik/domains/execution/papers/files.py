"""A consolidated report as its three files."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

import vl_convert
from django.utils.translation import override

from birlik.base.mandate.charts import draw
from birlik.base.mandate.queries import IndicatorCourse
from birlik.base.mandate.words import picture_of
from birlik.domains.execution.engine.report.content import Content, Indicator
from birlik.domains.execution.engine.report.filling import Edition, fields_of
from birlik.domains.execution.engine.report.typeset import typeset
from birlik.domains.execution.engine.report.word import written
from birlik.domains.execution.engine.report.words import Side
from birlik.domains.execution.papers import typst_source
from birlik.domains.execution.papers.workbook import workbook

SHARP = 2.0
"""How much larger than on the screen a chart is drawn for a document."""


@dataclass(frozen=True, slots=True)
class Charts:
    """Draws the charts of a report, each once in a language."""

    courses: Mapping[int, IndicatorCourse]
    drawn: dict[tuple[int, Side], str] = field(default_factory=dict)

    @classmethod
    def of(cls, courses: Iterable[IndicatorCourse]) -> "Charts":
        """The charts of these indicators."""
        return cls({one.indicator.pk: one for one in courses})

    def svg(self, one: Indicator, side: Side) -> str:
        """A chart as SVG; '' for an indicator without any value."""
        course, key = self.courses.get(one.number), (one.number, side)
        if course and key not in self.drawn:
            with override(side):
                picture = picture_of(course)
                self.drawn[key] = draw(picture) if picture.lines or picture.marks else ""
        return self.drawn.get(key, "")

    def png(self, one: Indicator, side: Side) -> object:
        """A chart as PNG; '' for an indicator without any value."""
        svg = self.svg(one, side)
        return vl_convert.svg_to_png(svg, scale=SHARP) if svg else ""


def files_of(
    content: Content,
    edition: Edition,
    *,
    template: bytes,
    courses: Iterable[IndicatorCourse],
    at: datetime,
    shown: Callable[[int], object],
) -> dict[str, bytes]:
    """The report as DOCX (by the template), PDF and XLSX; `shown` is told how far it is, in
    percent of the whole work."""
    charts = Charts.of(courses)
    document = written(template, fields_of(content, edition, charts.png))
    shown(70)
    pdf = typeset(
        typst_source(),
        fields_of(content, edition, charts.svg),
        language=edition.language,
        at=at,
    )
    shown(85)
    return {"docx": document, "pdf": pdf, "xlsx": workbook(content, edition)}
