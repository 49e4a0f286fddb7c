"""A report as a Word document: a template of an office, filled with the fields of the report."""

import re
from dataclasses import fields as fields_in
from dataclasses import replace
from io import BytesIO

from docx.shared import Mm
from docxtpl import DocxTemplate, InlineImage
from jinja2 import StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from birlik.domains.execution.engine.report.fields import Drawn, IndicatorFields, ReportFields

UNWRITABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML cannot hold; a text pasted from elsewhere may have it."""

ALONE, BESIDE = 165, 120
"""The width of a chart in millimetres, alone or beside the same in the other language."""


def sandbox() -> ImmutableSandboxedEnvironment:
    """What a template runs in: fields, loops and conditions; no filter, no function, no attribute
    that begins with an underscore, and a name that is not there is an error."""
    made = ImmutableSandboxedEnvironment(
        undefined=StrictUndefined, autoescape=True, finalize=writable
    )
    made.filters, made.globals, made.tests = {}, {}, {}
    return made


def writable(value: object) -> object:
    """What a field prints, without what XML cannot hold: with it the words around would be lost."""
    return UNWRITABLE.sub(" ", value) if type(value) is str else value


def written(template: bytes, report: ReportFields) -> bytes:
    """The document that a template makes of a report; the charts are PNG, as bytes.

    Raises whatever the template makes the libraries raise: a checked one raises nothing.
    """
    made = DocxTemplate(BytesIO(template))
    indicators = tuple(with_pictures(one, made) for one in report.indicators)
    made.render(context_of(replace(report, indicators=indicators)), sandbox(), autoescape=True)
    file = BytesIO()
    made.save(file)
    return file.getvalue()


def context_of(report: ReportFields) -> dict[str, object]:
    """The fields at the top of a template, by their names."""
    return {one.name: getattr(report, one.name) for one in fields_in(report)}


def filled(xml: str, report: ReportFields) -> str:
    """A part of a template filled as `written` fills it, before it is read as XML again: where the
    tags stand badly it is none."""
    source = DocxTemplate(BytesIO()).patch_xml(xml)
    return sandbox().from_string(source).render(context_of(report))


def with_pictures(one: IndicatorFields, document: DocxTemplate) -> IndicatorFields:
    """An indicator whose charts can be placed in the document."""
    chart = one.chart
    width = ALONE if chart.kk == chart.ru else BESIDE
    kk, ru, shown = (picture(png, document, width) for png in (chart.kk, chart.ru, chart.shown))
    return replace(one, chart=Drawn(kk, ru, shown))


def picture(png: object, document: DocxTemplate, width: int) -> object:
    """A chart as the document takes it, so many millimetres wide; '' where there is none."""
    if not isinstance(png, bytes):
        return ""
    return InlineImage(document, BytesIO(png), width=Mm(width))
