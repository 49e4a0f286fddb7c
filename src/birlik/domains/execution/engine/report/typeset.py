"""A report as PDF, set by a typst source with the fonts that typst carries in itself.

Those have the letters of Kazakh, so the PDF looks the same on a machine without any fonts; the
system's fonts are never asked.
"""

from dataclasses import asdict
from datetime import datetime
from json import dumps

import typst

from birlik.domains.execution.engine.report.fields import ReportFields


def typeset(source: str, report: ReportFields, *, language: str, at: datetime) -> bytes:
    """The report as PDF; the charts are SVG, as text. `at` is the day in the document's record."""
    pdf = typst.compile(
        source.encode(),
        ignore_system_fonts=True,
        sys_inputs={"report": dumps(asdict(report), ensure_ascii=False), "language": language},
        timestamp=at.replace(microsecond=0),
    )
    if not isinstance(pdf, bytes):
        raise TypeError("typst gives one PDF")
    return pdf
