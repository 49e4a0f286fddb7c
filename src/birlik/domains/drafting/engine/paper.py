"""A draft as a paper: the plan's official form as a Word document, in Kazakh or in Russian.

The columns are those of the action plan annexed to Decree No. 1014 of 15.09.2022: number, measure,
completion form, deadline, responsible executors; directions run across the table, and the full
names of the abbreviated bodies follow it. The reader of acts reads such a file back.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph

from birlik.base.values.calendar_words import MONTHS, day_in_words
from birlik.domains.drafting.engine.content import DraftContent, PlanLanguage

FONT = "Times New Roman"
WIDTHS = (12, 90, 50, 48, 63)
"""Millimetres of the columns: 263 between the margins of an A4 sheet that lies across."""

DIFFERENCES = (12, 70, 45, 70, 66)
"""The same of the table of differences."""

LONGEST_TITLE = 255
"""How many characters the title may have in the properties of a Word file."""

UNWRITABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML cannot hold; a text pasted from elsewhere may have it."""

TONGUES = {"kk": "kk-KZ", "ru": "ru-RU"}
CENTRE = WD_ALIGN_PARAGRAPH.CENTER


@dataclass(frozen=True, slots=True)
class Words:
    """The fixed words of the form in a language."""

    heads: tuple[str, ...]
    direction: str
    abbreviations: str
    differences: str
    difference_heads: tuple[str, ...]
    whole: str
    taken: str
    declined: str
    unanswered: str
    invented: str
    draft: str
    page: str


WORDS: Mapping[PlanLanguage, Words] = {
    "kk": Words(
        heads=(
            *("Р/с №", "Іс-шараның атауы", "Аяқталу нысаны", "Орындау мерзімі"),
            "Жауапты орындаушылар",
        ),
        direction="{number}-бағыт. {title}",
        abbreviations="Ескертпе: аббревиатуралардың толық жазылуы:",
        differences="Келіспеушіліктер кестесі",
        difference_heads=(
            *("Р/с №", "Жобаның ережесі", "Орган", "Ескерту және ұсынылатын редакция"),
            "Әзірлеушінің ұстанымы",
        ),
        whole="Жоспар жобасы тұтастай",
        taken="Қабылданды",
        declined="Қабылданбады",
        unanswered="Қаралуда",
        invented="Демонстрация: деректер ойдан шығарылған",
        draft="Жоба",
        page="бет",
    ),
    "ru": Words(
        heads=(
            *("№ п/п", "Наименование мероприятия", "Форма завершения", "Срок исполнения"),
            "Ответственные исполнители",
        ),
        direction="Направление {number}. {title}",
        abbreviations="Примечание: расшифровка аббревиатур:",
        differences="Таблица разногласий",
        difference_heads=(
            *("№ п/п", "Положение проекта", "Орган", "Замечание и предлагаемая редакция"),
            "Позиция разработчика",
        ),
        whole="Проект плана в целом",
        taken="Принято",
        declined="Не принято",
        unanswered="Рассматривается",
        invented="Демонстрация: данные вымышлены",
        draft="Проект",
        page="стр.",
    ),
}


@dataclass(frozen=True, slots=True)
class Stamp:
    """By what paper the plan was approved; the number is '' and the day None while it is not.

    `issuer` stands in the genitive («Қазақстан Республикасы Үкіметінің», «Правительства Республики
    Казахстан»), `kind` in the case of the form («қаулысымен», «постановлением»).
    """

    issuer: str
    kind: str
    number: str = ""
    adopted_on: date | None = None


@dataclass(frozen=True, slots=True)
class DifferenceLine:
    """A line of the table of differences: the measure's number and words (both '' for the whole
    draft), the body, its remark and proposal, and what the drafter says; `taken` is None where
    nothing was said yet."""

    number: str
    words: str
    body: str
    remark: str
    proposed: str
    taken: bool | None
    reply: str


def plan_paper(
    draft: DraftContent,
    language: PlanLanguage,
    *,
    stamp: Stamp,
    differences: Sequence[DifferenceLine] = (),
    invented: bool = False,
) -> bytes:
    """The plan as a DOCX file; with `differences`, their table on a page of its own."""
    words, paper = WORDS[language], blank(language)
    if invented:
        line(paper, words.invented, italic=True)
    stamped(paper, stamp, language)
    line(paper, getattr(draft.title, language), bold=True)
    measures(paper, draft, language)
    notes(paper, draft, language)
    if differences:
        line(paper, words.differences, bold=True).paragraph_format.page_break_before = True
        difference_table(paper, words, differences)
    footed(paper, words, stamp)
    paper.core_properties.title = writable(getattr(draft.title, language))[:LONGEST_TITLE]
    paper.core_properties.author, paper.core_properties.comments = "Birlik", ""
    file = BytesIO()
    paper.save(file)
    return file.getvalue()


def stamped(paper: Document, stamp: Stamp, language: PlanLanguage) -> None:
    """The words of approval at the right; blanks stand where the paper is not known yet."""
    day, number = in_words(stamp.adopted_on, language), stamp.number or "______"
    lines = (
        (stamp.issuer, day, f"№ {number} {stamp.kind}", "БЕКІТІЛГЕН")
        if language == "kk"
        else ("УТВЕРЖДЕН", stamp.kind, stamp.issuer, f"{day} № {number}")
    )
    for words in lines:
        made = paper.add_paragraph(writable(words))
        made.alignment = CENTRE
        made.paragraph_format.left_indent = Mm(165)
        made.paragraph_format.space_after = Pt(0)
    paper.add_paragraph()


def in_words(on: date | None, language: PlanLanguage) -> str:
    """A day as a stamp has it: «2026 жылғы 25 наурыздағы», «от 25 марта 2026 года»."""
    if language == "kk":
        if on is None:
            return "20___ жылғы «___» ____________"
        return f"{on.year} жылғы {on.day} {locative(MONTHS['kk'][on.month - 1])}"
    if on is None:
        return "от «___» ____________ 20___ года"
    return f"от {day_in_words(on.month, on.day).ru} {on.year} года"


VOICELESS = frozenset("кқпстфхцчшщ")
BACK = frozenset("аоұы")


def locative(month: str) -> str:
    """A Kazakh month with the ending of "which was in it": наурыз → наурыздағы, тамыз → тамыздағы.

    The ending begins with т after a voiceless letter, and follows the vowel of the last syllable.
    """
    vowels = [letter for letter in month if letter in BACK | frozenset("әеөүіи")]
    hard = vowels[-1] in BACK
    begins = "т" if month[-1] in VOICELESS else "д"
    return f"{month}{begins}{'ағы' if hard else 'егі'}"


def measures(paper: Document, draft: DraftContent, language: PlanLanguage) -> None:
    """The table of the plan: a head, the numbers of its columns, directions and measures."""
    words = WORDS[language]
    table = headed(paper, words.heads, WIDTHS)
    numbers = added(table, [str(place) for place in range(1, len(words.heads) + 1)])
    for cell in numbers.cells:
        cell.paragraphs[0].alignment = CENTRE
    for direction in draft.directions():
        rows = draft.measures_of(direction.number)
        if not rows:
            continue
        title = words.direction.format(
            number=direction.number, title=capital(direction.title.get(language))
        )
        across(table, title)
        for one in rows:
            cells = (one.title, one.form, one.deadline, one.executors)
            added(table, [f"{one.number}.", *(getattr(cell, language) for cell in cells)])


def capital(words: str) -> str:
    """Words that begin a line."""
    return words[:1].upper() + words[1:]


def notes(paper: Document, draft: DraftContent, language: PlanLanguage) -> None:
    """The full names of the bodies that the plan names by abbreviations."""
    codes = draft.codes(language)
    if not codes:
        return
    paper.add_paragraph()
    paper.add_paragraph(WORDS[language].abbreviations).paragraph_format.keep_with_next = True
    for short, name in codes.items():
        made = paper.add_paragraph(writable(f"{short} – {name}"))
        made.paragraph_format.space_after = Pt(0)


def difference_table(paper: Document, words: Words, differences: Sequence[DifferenceLine]) -> None:
    """What the bodies said, and what the drafter says to it."""
    table = headed(paper, words.difference_heads, DIFFERENCES)
    for place, one in enumerate(differences, start=1):
        stands = {True: words.taken, False: words.declined, None: words.unanswered}[one.taken]
        provision = f"{one.number}. {one.words}" if one.number else words.whole
        said = "\n".join(filter(None, (one.remark, one.proposed and f"«{one.proposed}»")))
        position = f"{stands}. {one.reply}" if one.reply else stands
        added(table, [str(place), provision, one.body, said, position])


def blank(language: PlanLanguage) -> Document:
    """An empty A4 sheet that lies across."""
    made = docx.Document()
    section = made.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.left_margin, section.right_margin = Mm(20), Mm(14)
    section.top_margin, section.bottom_margin = Mm(20), Mm(15)
    normal = made.styles["Normal"]
    normal.font.name, normal.font.size = FONT, Pt(12)
    fonts = normal.element.get_or_add_rPr().get_or_add_rFonts()
    for kind in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{kind}"), FONT)
    tongue = OxmlElement("w:lang")
    tongue.set(qn("w:val"), TONGUES[language])
    normal.element.get_or_add_rPr().append(tongue)
    normal.paragraph_format.space_after = Pt(4)
    return made


def line(paper: Document, words: str, *, bold: bool = False, italic: bool = False) -> Paragraph:
    """A line in the middle."""
    made = paper.add_paragraph()
    made.alignment = CENTRE
    made.paragraph_format.space_after = Pt(8)
    run = made.add_run(writable(words))
    run.bold, run.italic = bold, italic
    return made


def headed(paper: Document, heads: Sequence[str], widths: Sequence[int]) -> Table:
    """A table whose head repeats on every page; widths in millimetres."""
    table: Table = paper.add_table(rows=1, cols=len(heads), style="Table Grid")
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    for cell, words, width in zip(table.rows[0].cells, heads, widths, strict=True):
        fill(cell, words, bold=True)
        cell.paragraphs[0].alignment = CENTRE
        cell.width = Mm(width)
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    marked(table.rows[0], "w:tblHeader")
    return table


def row_at_end(table: Table) -> _Row:
    """A new row at the end of a table."""
    add: Callable[[], _Row] = table.add_row
    return add()


def added(table: Table, cells: Sequence[str]) -> _Row:
    """A row that is not parted between pages."""
    made = row_at_end(table)
    for cell, words, head in zip(made.cells, cells, table.rows[0].cells, strict=True):
        fill(cell, words)
        cell.width = head.width
    marked(made, "w:cantSplit")
    return made


def across(table: Table, words: str) -> None:
    """A row of one cell that stays with the row below it."""
    made = row_at_end(table)
    cell = made.cells[0].merge(made.cells[-1])
    for extra in cell.paragraphs[1:]:
        extra._p.getparent().remove(extra._p)
    fill(cell, words, bold=True)
    cell.paragraphs[0].alignment = CENTRE
    cell.paragraphs[0].paragraph_format.keep_with_next = True
    marked(made, "w:cantSplit")


def fill(cell: _Cell, words: str, *, bold: bool = False) -> None:
    """Put words into a cell, one paragraph for each line."""
    for place, text in enumerate(writable(words).split("\n")):
        paragraph = cell.paragraphs[0] if place == 0 else cell.add_paragraph()
        paragraph.paragraph_format.space_after = Pt(0)
        run = paragraph.add_run(text)
        run.bold, run.font.size = bold, Pt(11)


def writable(words: str) -> str:
    """Words without what no Word file can hold: a blank stands in its place."""
    return UNWRITABLE.sub(" ", words)


def marked(row: _Row, name: str) -> None:
    """Give a row a property: a head that repeats, or a row that is not parted."""
    row._tr.get_or_add_trPr().append(OxmlElement(name))


def footed(paper: Document, words: Words, stamp: Stamp) -> None:
    """The number of the page; a plan that is not approved says that it is a draft."""
    paragraph = paper.sections[0].footer.paragraphs[0]
    paragraph.alignment = CENTRE
    paragraph.add_run("" if stamp.number else f"{words.draft} · ")
    for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
        run = paragraph.add_run()
        mark = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            mark.set(qn("w:fldCharType"), kind)
        else:
            mark.text = text
        run._r.append(mark)
    for run in paragraph.runs:
        run.font.size = Pt(9)
