"""Builds the Word templates of the consolidated report that Birlik ships.

    python -m tools.report_templates          writes them into the package
    python -m tools.report_templates --check  says whether they are the ones that are there

An office replaces them with its own; these are where it begins. The parts inside of the files carry
no time of their making, so the same source gives the same document.
"""

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.table import CT_Row
from docx.shared import Mm, Pt
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph

import birlik

FOLDER = Path(birlik.__file__).parent / "domains/execution/papers"
FONT = "Times New Roman"
LANGUAGES = {"kk": "kk-KZ", "ru": "ru-RU", "both": "kk-KZ"}
WIDTH = 263
"""Millimetres between the margins of an A4 sheet that lies across."""

EPOCH = (2026, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Labels:
    """The fixed words of a template in one language."""

    title: str
    of: str
    period: str
    stated: str
    summary: str
    counts: tuple[str, ...]
    all: str
    direction: str
    executor: str
    by_direction: str
    by_executor: str
    columns: tuple[str, ...]
    execution: str
    indicators: str
    values: tuple[str, ...]
    idle: str
    agreed: str
    rate: str
    demonstration: str
    post: str
    name: str
    page: str


KK = Labels(
    title="ЖИЫНТЫҚ ЕСЕП",
    of="іс-шаралар жоспарының орындалуы туралы",
    period="Есепті кезең",
    stated="Тапсырмалардың күйі алынған күн",
    summary="Қорытынды",
    counts=(
        *("Тапсырма", "Мерзімінде орындалды", "Кеш орындалды", "Қаралып жатыр"),
        *("Қайтарылды", "Мерзімі өткен", "Мерзімі келмеген", "Босатылды"),
        *("Уақтылы / мерзімі келген", "Үлесі, %"),
    ),
    all="Барлығы",
    direction="Бағыт",
    executor="Орындаушы",
    by_direction="Бағыттар бойынша",
    by_executor="Орындаушылар бойынша",
    columns=(
        *("Р/с №", "Іс-шара", "Аяқталу нысаны", "Орындау мерзімі", "Жауапты орындаушылар"),
        "Орындалуы туралы ақпарат",
    ),
    execution="Іс-шаралардың орындалуы",
    indicators="Нысаналы индикаторлар",
    values=("Жыл", "Жоспар", "Факт", "Бағалау"),
    idle="Осы кезеңде мерзімі жоқ іс-шаралар",
    agreed="Келісу бойынша тапсырмалар бөлек есептеледі: уақтылы",
    rate="Үлесі – мерзімі келген тапсырмалардың ішінде уақтылы ұсынылып, қабылданғандары. "
    "Босатылған және қолданылмайтын тапсырмалар есепке алынбайды.",
    demonstration="Демонстрация: деректер ойдан шығарылған",
    post="Лауазымы",
    name="Тегі, аты-жөні",
    page="бет",
)
RU = Labels(
    title="СВОДНЫЙ ОТЧЕТ",
    of="об исполнении плана мероприятий",
    period="Отчетный период",
    stated="Состояние поручений на",
    summary="Итоги",
    counts=(
        *("Поручений", "Исполнено в срок", "Исполнено с опозданием", "На рассмотрении"),
        *("Возвращено", "Просрочено", "Срок не наступил", "Освобождено"),
        *("В срок / срок наступил", "Доля, %"),
    ),
    all="Всего",
    direction="Направление",
    executor="Исполнитель",
    by_direction="По направлениям",
    by_executor="По исполнителям",
    columns=(
        *("№ п/п", "Мероприятие", "Форма завершения", "Срок исполнения"),
        *("Ответственные исполнители", "Информация об исполнении"),
    ),
    execution="Исполнение мероприятий",
    indicators="Целевые индикаторы",
    values=("Год", "План", "Факт", "Оценка"),
    idle="Мероприятия без срока в этом периоде",
    agreed="Поручения по согласованию считаются отдельно: в срок",
    rate="Доля – принятые и представленные в срок из тех, чей срок наступил. Освобожденные и "
    "неприменимые поручения не учитываются.",
    demonstration="Демонстрация: данные вымышлены",
    post="Должность",
    name="Фамилия, инициалы",
    page="стр.",
)
COUNTS = (
    *("owed", "fulfilled", "fulfilled_late", "submitted", "returned", "overdue", "pending"),
    "released",
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A template on its way: the document, its labels (two where it is in both languages)."""

    document: Document
    sides: tuple[tuple[str, Labels], ...]

    @property
    def is_both(self) -> bool:
        """Whether it has both languages side by side."""
        return len(self.sides) > 1

    def label(self, name: str, apart: str = " / ") -> str:
        """A fixed word, in both languages where the template has both."""
        return apart.join(str(getattr(labels, name)) for _side, labels in self.sides)

    def labels(self, name: str) -> list[str]:
        """Fixed words of a row of heads."""
        rows = [getattr(labels, name) for _side, labels in self.sides]
        return ["\n".join(parts) for parts in zip(*rows, strict=True)]

    def paragraph(
        self,
        words: str,
        *,
        style: str = "Normal",
        align: WD_ALIGN_PARAGRAPH | None = None,
        size: int | None = None,
    ) -> Paragraph:
        """A paragraph at the end of the document."""
        made = self.document.add_paragraph(style=style)
        run = made.add_run(words)
        if size:
            run.font.size = Pt(size)
        if align is not None:
            made.alignment = align
        return made

    def table(self, heads: Sequence[str], widths: Sequence[int]) -> Table:
        """A table with a head that repeats on every page; widths in millimetres."""
        made: Table = self.document.add_table(rows=1, cols=len(heads), style="Table Grid")
        made.alignment = WD_TABLE_ALIGNMENT.CENTER
        made.autofit = False
        for cell, words in zip(made.rows[0].cells, heads, strict=True):
            fill(cell, words, bold=True, align=WD_ALIGN_PARAGRAPH.CENTER, size=7.5)
            shade(cell)
        mark_row(made.rows[0]._tr, "w:tblHeader")
        for column, width in zip(made.columns, widths, strict=True):
            column.width = Mm(width)
            for cell in column.cells:
                cell.width = Mm(width)
        return made

    def row(
        self,
        table: Table,
        cells: Sequence[str],
        *,
        bold: bool = False,
        numbers: int = 99,
        parted: bool = False,
    ) -> _Row:
        """A row of a table; from the place `numbers` on the cells are numbers; one that may be
        `parted` goes on over the page."""
        made = added(table)
        for place, (cell, words) in enumerate(zip(made.cells, cells, strict=True)):
            right = WD_ALIGN_PARAGRAPH.RIGHT if place >= numbers else None
            fill(cell, words, bold=bold, align=right)
            cell.width = table.rows[0].cells[place].width
        if not parted:
            mark_row(made._tr, "w:cantSplit")
        return made

    def tag_row(self, table: Table, tag: str) -> None:
        """A row that only carries a tag, and goes with it."""
        made = added(table)
        made.cells[0].paragraphs[0].add_run(tag)


def added(table: Table) -> _Row:
    """A new row at the end of a table."""
    add: Callable[[], _Row] = table.add_row
    return add()


def fill(
    cell: _Cell,
    words: str,
    *,
    bold: bool = False,
    align: WD_ALIGN_PARAGRAPH | None = None,
    size: float | None = None,
) -> None:
    """Put words into a cell, one paragraph for each line."""
    for place, line in enumerate(words.split("\n")):
        paragraph = cell.paragraphs[0] if place == 0 else cell.add_paragraph()
        paragraph.style = "Table text"
        paragraph.alignment = align
        run = paragraph.add_run(line)
        run.bold = bold
        if size:
            run.font.size = Pt(size)


def mark_row(row: CT_Row, name: str) -> None:
    """Give a row a property: a head that repeats, or a row that is not parted."""
    properties = row.get_or_add_trPr()
    properties.append(OxmlElement(name))


def shade(cell: _Cell) -> None:
    """A light ground for a head."""
    shading = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", "E8EEF2")):
        shading.set(qn(f"w:{name}"), value)
    cell._tc.get_or_add_tcPr().append(shading)


def field(paragraph: Paragraph, code: str) -> None:
    """A field that Word computes, such as the number of the page."""
    for kind, words in (("begin", ""), ("", code), ("end", "")):
        run = paragraph.add_run()
        if kind:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
        else:
            mark = OxmlElement("w:instrText")
            mark.set(qn("xml:space"), "preserve")
            mark.text = words
        run._r.append(mark)


def blank(language: str) -> Document:
    """An empty A4 sheet that lies across, with the styles of the report."""
    made = docx.Document()
    section = made.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.left_margin, section.right_margin = Mm(20), Mm(14)
    section.top_margin, section.bottom_margin = Mm(15), Mm(15)
    for name, size in (("Normal", 12), ("Heading 1", 13), ("Heading 2", 12), ("Title", 15)):
        style = made.styles[name]
        style.font.name, style.font.size = FONT, Pt(size)
        style.font.bold = name != "Normal"
        style.font.color.rgb = docx.shared.RGBColor(0, 0, 0)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for kind in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{kind}"), None)
        for kind in ("ascii", "hAnsi", "cs", "eastAsia"):
            fonts.set(qn(f"w:{kind}"), FONT)
        style.paragraph_format.space_after = Pt(4)
    tongue = OxmlElement("w:lang")
    tongue.set(qn("w:val"), LANGUAGES[language])
    made.styles["Normal"].element.get_or_add_rPr().append(tongue)
    text = made.styles.add_style("Table text", WD_STYLE_TYPE.PARAGRAPH)
    text.base_style = made.styles["Normal"]
    text.font.size = Pt(10)
    text.paragraph_format.space_after = Pt(0)
    return made


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


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
