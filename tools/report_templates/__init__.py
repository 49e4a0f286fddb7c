"""Builds the Word templates of the consolidated report that Birlik ships.

    python -m tools.report_templates          writes them into the package
    python -m tools.report_templates --check  says whether they are the ones that are there

An office replaces them with its own; these are where it begins. The parts inside of the files carry
no time of their making, so the same source gives the same document.
"""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt
from docx.table import _Cell

import birlik
from tools.report_templates.labels import COUNTS, KK, RU, Labels
from tools.report_templates.sheet import LANGUAGES, Sheet, blank, field, fill, mark_row

FOLDER = Path(birlik.__file__).parent / "domains/execution/papers"
EPOCH = (2026, 1, 1, 0, 0, 0)


def built(language: str) -> bytes:
    """The template of a language: "kk", "ru" or "both"."""
    sides = {"kk": (("kk", KK),), "ru": (("ru", RU),), "both": (("kk", KK), ("ru", RU))}[language]
    sheet = Sheet(blank(language), sides)
    head(sheet)
    summary(sheet)
    measures(sheet)
    indicators(sheet)
    signature(sheet)
    foot(sheet)
    properties = sheet.document.core_properties
    properties.title, properties.author, properties.comments = sheet.label("title"), "Birlik", ""
    file = BytesIO()
    sheet.document.save(file)
    return steady(file.getvalue())


def head(sheet: Sheet) -> None:
    """Title, act, period."""
    centre = WD_ALIGN_PARAGRAPH.CENTER
    sheet.paragraph("{%p if demonstration %}")
    sheet.paragraph(sheet.label("demonstration"), align=centre, size=10)
    sheet.paragraph("{%p endif %}")
    for side, labels in sheet.sides:
        sheet.paragraph(labels.title, style="Heading 1", align=centre, size=15)
        sheet.paragraph(
            f"«{{{{ act.title.{side} }}}}» ({{{{ act.kind.{side} }}}}, "
            f"{{{{ act.adopted_on }}}}, № {{{{ act.number }}}}) {labels.of}"
            if side == "kk"
            else f"{labels.of} «{{{{ act.title.{side} }}}}» ({{{{ act.kind.{side} }}}} "
            f"от {{{{ act.adopted_on }}}} № {{{{ act.number }}}})",
            align=centre,
        )
        sheet.paragraph(
            f"{labels.period}: {{{{ period.{side} }}}}. {labels.stated}: {{{{ stated_on }}}}",
            align=centre,
        )


def summary(sheet: Sheet) -> None:
    """The obligations by direction and by executor."""
    widths = [63, 21, 21, 21, 21, 21, 21, 21, 21, 32]
    for heading, first, rows in (
        ("by_direction", "direction", ("direction in directions", "direction", "number_title")),
        ("by_executor", "executor", ("executor in executors", "executor", "name")),
    ):
        sheet.paragraph(sheet.label(heading), style="Heading 2")
        heads = sheet.labels("counts")
        table = sheet.table([sheet.label(first, "\n"), *heads[:8], joined_rate(heads)], widths)
        sheet.tag_row(table, f"{{%tr for {rows[0]} %}}")
        name = "{{ executor.name }}"
        if rows[2] == "number_title":
            name = "{{ direction.number }}. {{ direction.title }}"
        sheet.row(table, [name, *counts_of(f"{rows[1]}.counts")], numbers=1)
        sheet.tag_row(table, "{%tr endfor %}")
        if first == "direction":
            sheet.row(table, [sheet.label("all"), *counts_of("counts")], bold=True, numbers=1)
    sheet.paragraph(sheet.label("rate", "\n"), size=10)
    sheet.paragraph("{%p if counts.agreed_due %}")
    agreed = "{{ counts.agreed_kept }} / {{ counts.agreed_due }} ({{ counts.agreed_rate }} %)"
    sheet.paragraph(f"{sheet.label('agreed')}: {agreed}.", size=10)
    sheet.paragraph("{%p endif %}")


def joined_rate(heads: Sequence[str]) -> str:
    """The head of the last column: the rate with its denominator."""
    return "\n".join(
        f"{share} ({whole.lower()})"
        for share, whole in zip(heads[9].split("\n"), heads[8].split("\n"), strict=True)
    )


def counts_of(path: str) -> list[str]:
    """The cells of a row of counts."""
    rate = f"{{{{ {path}.rate }}}} ({{{{ {path}.kept }}}} / {{{{ {path}.fallen_due }}}})"
    return [*(f"{{{{ {path}.{name} }}}}" for name in COUNTS), rate]


def measures(sheet: Sheet) -> None:
    """The plan's own columns with the information on execution."""
    sheet.paragraph(sheet.label("execution"), style="Heading 2")
    if sheet.is_both:
        table = sheet.table([KK.columns[0], "Қазақша", "Русский"], [17, 123, 123])
    else:
        table = sheet.table(sheet.labels("columns"), [12, 44, 28, 28, 36, 115])
    sheet.tag_row(table, "{%tr for direction in directions %}")
    title = "{{ direction.number }}. {{ direction.title }}"
    if sheet.is_both:
        titles = ["{{ direction.number }}", "{{ direction.title.kk }}", "{{ direction.title.ru }}"]
        sheet.row(table, titles, bold=True)
    else:
        whole = sheet.row(table, [""] * 6)
        merged = whole.cells[0].merge(whole.cells[5])
        for paragraph in merged.paragraphs[1:]:
            paragraph._p.getparent().remove(paragraph._p)
        fill(merged, title, bold=True)
    sheet.tag_row(table, "{%tr for measure in direction.measures %}")
    if sheet.is_both:
        made = sheet.row(table, ["{{ measure.number }}", "", ""], parted=True)
        for cell, (side, labels) in zip(made.cells[1:], sheet.sides, strict=True):
            measure_in(cell, side, labels)
    else:
        names = ("number", "title", "form", "deadline", "executors")
        made = sheet.row(table, [*(f"{{{{ measure.{name} }}}}" for name in names), ""], parted=True)
        told(made.cells[5], "measure.sentences")
    sheet.tag_row(table, "{%tr endfor %}")
    sheet.tag_row(table, "{%tr endfor %}")
    sheet.paragraph("{%p if idle %}")
    sheet.paragraph(f"{sheet.label('idle')}: {{{{ idle }}}}.", size=10)
    sheet.paragraph("{%p endif %}")


def measure_in(cell: _Cell, side: str, labels: Labels) -> None:
    """A measure in one language, its columns one under the other."""
    fill(cell, f"{{{{ measure.title.{side} }}}}", bold=True)
    for place, name in enumerate(("form", "deadline", "executors"), start=2):
        paragraph = cell.add_paragraph(style="Table text")
        paragraph.add_run(f"{labels.columns[place]}: ").italic = True
        paragraph.add_run(f"{{{{ measure.{name}.{side} }}}}")
    cell.add_paragraph(style="Table text").add_run(f"{labels.columns[5]}:").italic = True
    told(cell, f"measure.sentences_in.{side}", fresh=True)


def told(cell: _Cell, path: str, *, fresh: bool = False) -> None:
    """The information on execution, its heads in bold."""
    lines = (
        (f"{{%p for sentence in {path} %}}", False),
        ("{%p if sentence.head %}", False),
        ("{{ sentence.text }}", True),
        ("{%p else %}", False),
        ("{{ sentence.text }}", False),
        ("{%p endif %}", False),
        ("{%p endfor %}", False),
    )
    for place, (words, bold) in enumerate(lines):
        first = place == 0 and not fresh
        paragraph = cell.paragraphs[0] if first else cell.add_paragraph()
        paragraph.style = "Table text"
        paragraph.add_run(words).bold = bold


def indicators(sheet: Sheet) -> None:
    """The indicators with their charts and values."""
    sheet.paragraph("{%p if indicators %}")
    sheet.paragraph(
        sheet.label("indicators"), style="Heading 2"
    ).paragraph_format.keep_with_next = True
    sheet.paragraph("{%p endif %}")
    sheet.paragraph("{%p for indicator in indicators %}")
    sheet.paragraph("{{ indicator.title }}").paragraph_format.keep_with_next = True
    charts = "{{ indicator.chart.kk }} {{ indicator.chart.ru }}"
    sheet.paragraph(charts if sheet.is_both else "{{ indicator.chart }}")
    table = sheet.table(sheet.labels("values"), [30, 30, 30, 30])
    table.alignment = WD_TABLE_ALIGNMENT.LEFT
    sheet.tag_row(table, "{%tr for value in indicator.values %}")
    names = ("year", "plan", "fact", "estimate")
    sheet.row(table, [f"{{{{ value.{name} }}}}" for name in names], numbers=0)
    sheet.tag_row(table, "{%tr endfor %}")
    sheet.paragraph("")
    sheet.paragraph("{%p endfor %}")


def signature(sheet: Sheet) -> None:
    """Where the report is signed."""
    table = sheet.document.add_table(rows=2, cols=3)
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    for cell, words in zip(table.rows[0].cells, ("_" * 34, "_" * 22, "_" * 34), strict=True):
        fill(cell, words, align=WD_ALIGN_PARAGRAPH.CENTER)
    for cell, name in ((table.rows[1].cells[0], "post"), (table.rows[1].cells[2], "name")):
        fill(cell, sheet.label(name), align=WD_ALIGN_PARAGRAPH.CENTER)
    mark_row(table.rows[0]._tr, "w:cantSplit")
    for paragraph in (one for cell in table.rows[0].cells for one in cell.paragraphs):
        paragraph.paragraph_format.keep_with_next = True
        paragraph.paragraph_format.space_before = Pt(24)


def foot(sheet: Sheet) -> None:
    """The number of the page, the period and the version, at the foot of every page."""
    paragraph = sheet.document.sections[0].footer.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.add_run(
        "№ {{ act.number }} · {{ period }} · v{{ version }} · ".replace(
            "{{ period }}", " / ".join(f"{{{{ period.{side} }}}}" for side, _labels in sheet.sides)
        )
    )
    field(paragraph, "PAGE")
    paragraph.add_run(f" {sheet.label('page')}")
    for run in paragraph.runs:
        run.font.size = Pt(9)


def steady(content: bytes) -> bytes:
    """The same document without the times of its making."""
    file = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(file, "w", ZIP_DEFLATED) as new:
        for name in sorted(old.namelist(), key=lambda one: (one != "[Content_Types].xml", one)):
            new.writestr(ZipInfo(name, EPOCH), old.read(name), ZIP_DEFLATED)
    return file.getvalue()


def parts(content: bytes) -> dict[str, bytes]:
    """What is inside of a document: name → bytes."""
    with ZipFile(BytesIO(content)) as file:
        return {name: file.read(name) for name in file.namelist()}


def main(arguments: Sequence[str]) -> int:
    """Write the templates, or say which of them is another than this source makes."""
    wrong = []
    for language in LANGUAGES:
        place = FOLDER / f"report-{language}.docx"
        made = built(language)
        if "--check" in arguments:
            if not place.exists() or parts(place.read_bytes()) != parts(made):
                wrong.append(place.name)
        else:
            place.write_bytes(made)
    for name in wrong:
        print(f"{name} is not what tools.report_templates makes")
    return bool(wrong)
