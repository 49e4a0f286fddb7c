"""What is inside of a Word file, looked at before anything opens it."""

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from docx.oxml.ns import qn
from lxml import etree

from birlik.base.values.local_text import LocalText

DOCUMENT = "wordprocessingml.document.main+xml"
MACROS = re.compile(r"vbaProject|vbaData|macrosheet|activeX|\.bin$", re.IGNORECASE)
EMBEDDED = re.compile(r"^word/embeddings/|oleObject", re.IGNORECASE)
FOREIGN = {
    *("aFChunk", "subDocument", "oleObject", "package", "control", "vbaProject", "wordVbaData"),
    *("attachedToolbars", "mailMergeSource", "mailMergeHeaderSource", "frame"),
}
"""The kinds of parts that bring code, objects or whole documents of others."""
FILLED = re.compile(r"^word/(document|header\d*|footer\d*|footnotes)\.xml$")
"""The parts that are filled with fields."""

READ = ("officeDocument", "header", "footer", "footnotes")
"""The kinds of parts that the library fills, by the last word of what they are called."""
READ_TYPES = ("document.main+xml", "header+xml", "footer+xml", "footnotes+xml")
WEB = ("http://", "https://", "mailto:")
FIELDS = {
    *("PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES", "DATE", "TIME", "CREATEDATE", "SAVEDATE"),
    *("PRINTDATE", "TITLE", "SUBJECT", "AUTHOR", "TOC", "TC", "PAGEREF", "REF", "NOTEREF"),
    *("SEQ", "STYLEREF", "HYPERLINK", "SYMBOL", "FILENAME", "DOCPROPERTY", "FORMTEXT", "=", "IF"),
}
"""Word's own fields that compute from the document alone; others fetch files or start programs."""
LARGEST = 60 * 2**20
"""So much may come out of a file when it is unpacked, in bytes."""

NOT_WORD = LocalText(
    kk="Бұл Word құжаты (.docx) емес немесе бүлінген. Үлгіні Word бағдарламасында DOCX түрінде "
    "сақтап, қайта жүктеңіз.",
    ru="Это не документ Word (.docx) или он поврежден. Сохраните шаблон в Word в формате DOCX и "
    "загрузите снова.",
    en="This is not a Word document (.docx), or it is damaged. Save the template in Word as DOCX "
    "and upload it again.",
)
HAS_MACROS = LocalText(
    kk="Құжатта макрос немесе ендірілген нысан бар. Оларды алып тастап, DOCX түрінде сақтаңыз.",
    ru="В документе есть макросы или внедренные объекты. Уберите их и сохраните как DOCX.",
    en="The document has macros or embedded objects. Remove them and save it as DOCX.",
)
LINKS_OUT = LocalText(
    kk="Құжат сыртқы файлға немесе суретке сілтейді. Оны құжаттың ішіне салыңыз.",
    ru="Документ ссылается на внешний файл или рисунок. Вставьте его в сам документ.",
    en="The document links to a file or picture outside of it. Put it into the document itself.",
)
FIELD_IN_PROPERTIES = LocalText(
    kk="Өрістер құжаттың қасиеттерінде емес, мәтінінде ғана жұмыс істейді. Қасиеттерден алып "
    "тастаңыз.",
    ru="Поля работают только в тексте документа, а не в его свойствах. Уберите их из свойств.",
    en="Fields work in the text of the document only, not in its properties. Remove them there.",
)


class UnfitFileError(Exception):
    """A file that cannot be a template; `reason` says why in three languages."""

    def __init__(self, reason: LocalText) -> None:
        super().__init__(reason.en)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a template: its words, and where it stands, in words."""

    words: str
    place: LocalText


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the document that is filled: its XML and its paragraphs."""

    xml: str
    paragraphs: tuple[Paragraph, ...]


def parts_of_file(content: bytes) -> tuple[Part, ...]:
    """The parts of a Word file that are filled, the text first.

    Raises UnfitFileError for what is no Word document, is larger than it should be, carries code or
    objects, links outside, or has fields where none work.
    """
    try:
        with ZipFile(BytesIO(content)) as file:
            refuse_unfit(file)
            names = sorted(name for name in file.namelist() if FILLED.match(name))
            return tuple(part_of(name, file.read(name)) for name in names)
    except (BadZipFile, KeyError, etree.XMLSyntaxError, UnicodeDecodeError) as error:
        raise UnfitFileError(NOT_WORD) from error


def refuse_unfit(file: ZipFile) -> None:
    """Raise UnfitFileError unless a file is a plain Word document."""
    entries = file.infolist()
    if sum(one.file_size for one in entries) > LARGEST:
        raise UnfitFileError(NOT_WORD)
    names = [one.filename for one in entries]
    if any(MACROS.search(name) or EMBEDDED.search(name) for name in names):
        raise UnfitFileError(HAS_MACROS)
    kinds = file.read("[Content_Types].xml").decode()
    if "macroEnabled" in kinds:
        raise UnfitFileError(HAS_MACROS)
    if DOCUMENT not in kinds or "word/document.xml" not in names:
        raise UnfitFileError(NOT_WORD)
    refuse_misnamed(file)
    for name in names:
        if name.endswith(".rels"):
            refuse_links(read_strictly(file.read(name)), posixpath.dirname(name))
    properties = [name for name in names if name.startswith("docProps/")]
    if any(b"{{" in file.read(name) or b"{%" in file.read(name) for name in properties):
        raise UnfitFileError(FIELD_IN_PROPERTIES)


def refuse_misnamed(file: ZipFile) -> None:
    """Raise UnfitFileError where two parts bear one name, or one that is filled bears none of the
    names by which we look for it: it would be filled without having been looked at."""
    names = [one.filename for one in file.infolist()]
    kinds = read_strictly(file.read("[Content_Types].xml"))
    read = [one for one in kinds if one.get("ContentType", "").endswith(READ_TYPES)]
    if len(set(names)) != len(names) or any(
        not FILLED.match(one.get("PartName", "").lstrip("/")) for one in read
    ):
        raise UnfitFileError(NOT_WORD)


def refuse_links(links: etree._Element, folder: str) -> None:
    """Raise UnfitFileError for links that fetch something from outside, for parts of others, and
    for parts that are filled under names by which we do not look for them.

    `folder` is where the links stand: "word/_rels" for those of the parts in "word". A link that a
    reader follows by hand may lead to the web.
    """
    base = posixpath.dirname(folder)
    for link in links.iter("{*}Relationship"):
        kind = link.get("Type", "").rpartition("/")[2]
        target = link.get("Target", "")
        if link.get("TargetMode", "Internal") != "Internal":
            if kind != "hyperlink" or not target.lower().startswith(WEB):
                raise UnfitFileError(LINKS_OUT)
        elif kind in FOREIGN:
            raise UnfitFileError(HAS_MACROS)
        elif kind in READ and not FILLED.match(place_in(base, target)):
            raise UnfitFileError(NOT_WORD)


def place_in(base: str, target: str) -> str:
    """The name of the part that a link leads to, from a part in the folder `base`."""
    return posixpath.normpath(posixpath.join("/", base, target)).lstrip("/")


def read_strictly(xml: bytes) -> etree._Element:
    """The root of a part, without entities; raises UnfitFileError for a part with a document type
    of its own."""
    root = etree.fromstring(xml, etree.XMLParser(resolve_entities=False, no_network=True))
    if root.getroottree().docinfo.internalDTD is not None:
        raise UnfitFileError(NOT_WORD)
    return root


def refuse_fields(root: etree._Element) -> None:
    """Raise UnfitFileError where one of Word's own fields fetches a file or starts a program."""
    instructions = [one.get(qn("w:instr"), "") for one in root.iter(qn("w:fldSimple"))]
    open_fields: list[list[str]] = []
    for one in root.iter(qn("w:fldChar"), qn("w:instrText"), qn("w:delInstrText")):
        mark = one.get(qn("w:fldCharType"))
        if mark == "begin":
            open_fields.append([])
        elif mark == "end" and open_fields:
            instructions.append("".join(open_fields.pop()))
        elif mark is None and open_fields:
            open_fields[-1].append(one.text or "")
    instructions += ["".join(left) for left in open_fields]
    words = (one.split() for one in instructions)
    if any(one and one[0].upper() not in FIELDS for one in words):
        raise UnfitFileError(LINKS_OUT)


def part_of(name: str, xml: bytes) -> Part:
    """A part with its paragraphs; entities of its own are not read."""
    root = read_strictly(xml)
    refuse_fields(root)
    margin = "header" in name or "footer" in name
    found = tuple(paragraphs_of(root, in_margin=margin))
    return Part(etree.tostring(root, encoding="unicode"), found)


def paragraphs_of(root: etree._Element, *, in_margin: bool) -> Iterator[Paragraph]:
    """The paragraphs of a part in their order, those in tables with their row and column."""
    tables = list(root.iter(qn("w:tbl")))
    for number, paragraph in enumerate(root.iter(qn("w:p")), start=1):
        words = "".join(node.text or "" for node in paragraph.iter(qn("w:t")))
        cell = next(paragraph.iterancestors(qn("w:tc")), None)
        if in_margin:
            place = LocalText("колонтитул", "колонтитул", "header or footer")
        elif cell is None:
            place = LocalText(f"{number}-абзац", f"абзац {number}", f"paragraph {number}")
        else:
            place = place_of_cell(cell, tables)
        yield Paragraph(words, place)


def place_of_cell(cell: etree._Element, tables: list[etree._Element]) -> LocalText:
    """The table, the row and the column of a cell, in words."""
    row = next(cell.iterancestors(qn("w:tr")))
    table = next(row.iterancestors(qn("w:tbl")))
    at = tables.index(table) + 1
    line = list(table.iter(qn("w:tr"))).index(row) + 1
    column = list(row.iter(qn("w:tc"))).index(cell) + 1
    return LocalText(
        f"{at}-кесте, {line}-жол, {column}-баған",
        f"таблица {at}, строка {line}, столбец {column}",
        f"table {at}, row {line}, column {column}",
    )
