"""What a file is, by its content; what is refused, and why."""

import gzip
import os
import zipfile
from io import BytesIO

import pytest
from docx.document import Document
from openpyxl.worksheet.worksheet import Worksheet
from PIL import Image
from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    IndirectObject,
    NameObject,
    NullObject,
    NumberObject,
    TextStringObject,
)

from birlik.base.records.engine.content import (
    UnfitFileError,
    examine,
    portable,
    refusal,
    refuse_marked_name,
    text,
)
from tests.base.records.engine.content.files_made import (
    PLAIN,
    SLIDES,
    der,
    docx,
    in_runs,
    opened,
    packed,
    pdf,
    picture,
    rewritten,
    signature,
    slides,
    with_part,
    xlsx,
)

OFFICE = "application/vnd.openxmlformats-officedocument."
BOMB = (
    (
        '<?xml version="1.0"{0}?><!DOCTYPE a [<!ENTITY a "{1}"><!ENTITY b "{2}">'
        '<!ENTITY c SYSTEM "file:///etc/passwd">]><a>&b;&c;</a>'
    )
    .replace("{1}", "ha" * 1000)
    .replace("{2}", "&a;" * 1000)
)


def why(content: bytes, name: str = "есеп.pdf") -> object:
    """Why a file is refused; None when it is taken."""
    try:
        examine(content, name)
    except UnfitFileError as error:
        return error.reason
    return None


@pytest.mark.parametrize(
    ("content", "title", "media_type"),
    [
        (pdf(), "есеп.pdf", "application/pdf"),
        (docx("Орындалды"), "есеп.pdf.docx", f"{OFFICE}wordprocessingml.document"),
        (xlsx(), "есеп.pdf.xlsx", f"{OFFICE}spreadsheetml.sheet"),
        (slides(), "есеп.pdf.pptx", f"{OFFICE}presentationml.presentation"),
        (opened("text", "Есеп"), "есеп.pdf.odt", "application/vnd.oasis.opendocument.text"),
        (
            opened("spreadsheet", "Есеп"),
            "есеп.pdf.ods",
            "application/vnd.oasis.opendocument.spreadsheet",
        ),
        (picture("JPEG"), "есеп.pdf.jpg", "image/jpeg"),
        (picture("PNG"), "есеп.pdf.png", "image/png"),
        (picture("WEBP"), "есеп.pdf.webp", "image/webp"),
        ("Есеп: бәрі орындалды".encode(), "есеп.pdf.txt", "text/plain"),
        ("Есеп: бәрі орындалды".encode("kz1048"), "есеп.pdf.txt", "text/plain"),
        ("Отчет: все исполнено".encode("cp1251"), "есеп.pdf.txt", "text/plain"),
        ("Есеп\tсаны\nАбай\t3".encode("utf-16"), "есеп.pdf.csv", "text/csv"),
        ("Аты;саны\nАбай;-3,5\n".encode("cp1251"), "есеп.pdf.csv", "text/csv"),
        (signature(), "есеп.pdf.cms", "application/pkcs7-signature"),
    ],
)
def test_the_content_says_what_a_file_is(content: bytes, title: str, media_type: str) -> None:
    """Every kind that is taken is known by its bytes, whatever its name claims, and kept as is."""
    assert examine(content, "есеп.pdf") == (title, media_type, content)


def test_a_name_keeps_the_ending_that_belongs_to_it() -> None:
    """The right ending is not said twice, and is written as everybody writes it."""
    assert examine(picture("JPEG"), "Фото.JPEG").title == "Фото.jpg"
    assert examine(signature(), "хат.pdf.p7s").title == "хат.pdf.cms"


TABLE_BOMB = "Аты;саны\nАбай;=HYPERLINK(1)\n".encode()


def test_a_table_with_formulas_stays_a_text() -> None:
    """A program that opens tables would compute a formula; a text it would not."""
    assert examine(TABLE_BOMB, "кесте.csv").title == "кесте.csv.txt"
    assert examine('бір"\nекі;үш'.encode(), "а").title == "а.txt"


@pytest.mark.parametrize(
    "cell",
    ["=1+1", "@SUM(A1)", "+cmd|' /C calc'!A0", "-2+3", '"=A1"', " =1", "\uff1d1", "\uff0bA1"],
)
def test_formulas_are_known(cell: str) -> None:
    """Whatever a program that opens tables would compute makes a text of a table."""
    assert examine(f"Аты;саны\nАбай;{cell}\n".encode(), "а").title == "а.txt"


@pytest.mark.parametrize("cell", ["-3,5", "+7", "3-5", "a=b", "a@b.kz", "-1.000,5"])
def test_numbers_and_words_are_no_formulas(cell: str) -> None:
    """A number with its sign, an address and a sum within words leave a table a table."""
    assert examine(f"Аты;саны\nАбай;{cell}\n".encode(), "а").title == "а.csv"


def test_a_table_that_cannot_be_read_is_a_text() -> None:
    """A cell longer than any program writes makes no table."""
    assert examine(b"a;b\n" + b"c" * 200_000 + b";d\n", "а").title == "а.txt"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", refusal.EMPTY),
        (b"MZ\x90\0\x03\0\0\0", refusal.UNKNOWN),
        (b"\x7fELF\x02\x01", refusal.UNKNOWN),
        (b"#!/bin/sh\nrm -rf /", refusal.UNKNOWN),
        (b"  <!DOCTYPE html><script>alert(1)</script>", refusal.UNKNOWN),
        (b"\xef\xbb\xbf<svg xmlns='x' onload='alert(1)'/>", refusal.UNKNOWN),
        (b"<?xml version='1.0'?><a/>", refusal.UNKNOWN),
        (picture("GIF"), refusal.UNKNOWN),
        (picture("TIFF"), refusal.UNKNOWN),
        (bytes(range(256)) * 9, refusal.UNKNOWN),
        (bytes(range(1, 32)) * 100, refusal.UNKNOWN),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, refusal.OLD_OFFICE),
        (b"{\\rtf1\\ansi}", refusal.OLD_OFFICE),
        (gzip.compress(b"a"), refusal.ARCHIVE),
        (b"Rar!\x1a\x07\0", refusal.ARCHIVE),
        (packed({"a.pdf": pdf()}), refusal.ARCHIVE),
        (b"%PDF-1.7\nnothing else", refusal.BROKEN),
        (pdf()[:3000], refusal.BROKEN),
        (docx("а")[:-60], refusal.BROKEN),
        (with_part(docx("а"), "word/document.xml", "<a><b></a>"), refusal.BROKEN),
        (with_part(docx("а"), "word/vbaProject.bin", b"x"), refusal.MACROS),
        (with_part(opened("text", "а"), "Basic/Standard/a.xml", "<a/>"), refusal.MACROS),
        (with_part(slides(), "[Content_Types].xml", "macroEnabled"), refusal.MACROS),
        (with_part(slides(), "[Content_Types].xml", "visio.drawing"), refusal.UNKNOWN),
        (opened("graphics", "а"), refusal.UNKNOWN),
        (packed({"mimetype": "application/vnd.oasis.opendocument.text"}), refusal.BROKEN),
        (opened("text", "а", manifest="<m><encryption-data/></m>"), refusal.LOCKED),
        (with_part(docx("а"), "../../etc/cron.d/x", "x"), refusal.HOSTILE),
        (with_part(docx("а"), "word/x.xml", "<a>" * 1000), refusal.HOSTILE),
        (with_part(docx("а"), "/etc/passwd", "x"), refusal.HOSTILE),
        (with_part(docx("а"), "word/big.bin", b"\0" * 50_000_000), refusal.HOSTILE),
        (packed({f"{n}.xml": "" for n in range(10_001)}), refusal.HOSTILE),
        (with_part(docx("а"), "word/document.xml", BOMB.replace("{0}", "")), refusal.HOSTILE),
        (
            with_part(
                docx("а"),
                "word/x.xml",
                BOMB.replace("{0}", ' encoding="UTF-16"').encode("utf-16"),
            ),
            refusal.HOSTILE,
        ),
        (rewritten(pdf(), lambda made: made.encrypt("құпия")), refusal.LOCKED),
        (signature(b"document"), refusal.SIGNED_WITHIN),
        (signature(kind=PLAIN), refusal.UNKNOWN),
        (signature() + b"more", refusal.BROKEN),
        (signature()[:100], refusal.BROKEN),
        (der(0x30, b"\0" * 200), refusal.UNKNOWN),
        (b"\x30\x80\0\0", refusal.UNKNOWN),
        (b"\x30\x84\xff\xff\xff\xff", refusal.BROKEN),
        (picture("JPEG")[:-2000], refusal.BROKEN),
        (picture("PNG")[:2000], refusal.BROKEN),
    ],
)
def test_everything_else_is_refused(content: bytes, reason: object) -> None:
    """What is of no kind that is taken, damaged, locked or dangerous is refused with what to do."""
    assert why(content) is reason


def test_locked_parts_are_refused() -> None:
    """A package that is opened with a password, part by part, is locked."""
    content = bytearray(slides())
    content[content.rindex(b"PK\x01\x02") + 8] |= 1
    assert why(bytes(content)) is refusal.LOCKED


def test_parts_of_one_name_are_refused() -> None:
    """Readers disagree which of two parts of one name counts, so none is believed."""
    kept = BytesIO(slides())
    with zipfile.ZipFile(kept, "a") as archive, pytest.warns(UserWarning, match="Duplicate name"):
        archive.writestr("ppt/slides/slide1.xml", "<other/>")
    assert why(kept.getvalue()) is refusal.HOSTILE


def test_too_much_text_to_look_through_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A PDF of more pages or words than can be checked, and a package of more XML, are refused."""
    two = pdf("бір #pagebreak() екі")
    assert why(b"a" * (text.MAX_TEXT + 1)) is refusal.TOO_LONG
    monkeypatch.setattr(portable, "MAX_TEXT", 3)
    assert why(two) is refusal.TOO_LONG
    monkeypatch.setattr(portable, "MAX_PAGES", 1)
    assert why(two) is refusal.TOO_LONG
    noise = os.urandom(2_000_000).hex().encode()
    large = {f"word/{n}.xml": b"<a>" + noise + b"</a>" for n in range(40)}
    parts = {"[Content_Types].xml": SLIDES} | large
    assert why(packed(parts)) is refusal.TOO_LONG


def test_a_pdf_that_is_drawn_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page of a million steps packs into some kilobytes and would keep the server for minutes: it
    is refused by the bytes it is drawn with and, where they are few, by its steps."""
    two = pdf("бір #pagebreak() екі")
    split = rewritten(two, in_parts)
    monkeypatch.setattr(portable, "MAX_OPERATIONS", 3)
    assert why(two) is refusal.TOO_LONG
    monkeypatch.setattr(portable, "MAX_OPERATIONS", 10_000)
    assert why(split) is None
    monkeypatch.setattr(portable, "MAX_DRAWN", 20)
    assert why(two) is refusal.TOO_LONG
    assert why(split) is refusal.TOO_LONG


def test_a_pdf_that_draws_one_thing_without_end_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What a page draws by a name counts each time, also when it is drawn within another; a form
    that holds itself is followed once."""
    content = rewritten(pdf(), in_forms)
    assert why(content) is None
    monkeypatch.setattr(portable, "MAX_REPEATED", 2 * (9 + 40) - 1)
    assert why(content) is refusal.TOO_LONG
    monkeypatch.setattr(portable, "MAX_REPEATED", 2 * (9 + 40))
    assert why(content) is None


def in_forms(made: PdfWriter) -> None:
    """Have a page draw a form twice that draws another of forty bytes, and an image."""
    inner, outer = form(made, b" " * 40), form(made, b"/Inner Do")
    outer_object = outer.get_object()
    assert isinstance(outer_object, DictionaryObject)
    outer_object[NameObject("/Resources")] = drawing({"/Inner": inner, "/Self": outer})
    image = made._add_object(DictionaryObject({NameObject("/Subtype"): NameObject("/Image")}))
    page = made.pages[0]
    page[NameObject("/Resources")] = drawing({"/Outer": outer, "/Image": image})
    page[NameObject("/Contents")] = stream(made, b"/Outer Do /Outer Do")


def stream(made: PdfWriter, words: bytes) -> IndirectObject:
    """A stream of these bytes."""
    found = DecodedStreamObject()
    found.set_data(words)
    return made._add_object(found)


def form(made: PdfWriter, words: bytes) -> IndirectObject:
    """What a page can draw by a name."""
    found = stream(made, words)
    dictionary = found.get_object()
    assert isinstance(dictionary, DictionaryObject)
    dictionary[NameObject("/Subtype")] = NameObject("/Form")
    return found


def drawing(named: dict[str, IndirectObject]) -> DictionaryObject:
    """Resources with these things by their names."""
    things = DictionaryObject({NameObject(name): one for name, one in named.items()})
    return DictionaryObject({NameObject("/XObject"): things})


def in_parts(made: PdfWriter) -> None:
    """Have a page drawn with two streams."""
    whole = made.pages[0].raw_get("/Contents")
    made.pages[0][NameObject("/Contents")] = ArrayObject([whole, NullObject()])


def test_a_pdf_that_acts_by_itself_is_refused() -> None:
    """A script or a program that a PDF runs when it is opened is a macro by another name."""

    def acting(kind: str) -> bytes:
        action = DictionaryObject({NameObject("/S"): NameObject(kind)})
        return rewritten(
            pdf(), lambda made: made.root_object.update({NameObject("/OpenAction"): action})
        )

    def named(made: PdfWriter) -> None:
        scripts = DictionaryObject({NameObject("/JavaScript"): DictionaryObject()})
        made.root_object[NameObject("/Names")] = scripts

    def leaving(made: PdfWriter) -> None:
        action = DictionaryObject({NameObject("/S"): NameObject("/JavaScript")})
        made.pages[0][NameObject("/AA")] = DictionaryObject({NameObject("/C"): action})

    assert why(rewritten(pdf(), leaving)) is refusal.MACROS
    assert why(acting("/JavaScript")) is refusal.MACROS
    assert why(acting("/Launch")) is refusal.MACROS
    assert why(rewritten(pdf(), named)) is refusal.MACROS
    assert why(acting("/GoTo")) is None


def stamped(document: Document) -> None:
    """A mark in the head of the pages."""
    document.sections[0].header.paragraphs[0].text = "ҚБП"


def in_keywords(document: Document) -> None:
    """A mark in the properties."""
    document.core_properties.keywords = "ДСП"


def in_margin(sheet: Worksheet) -> None:
    """A mark in the head of a sheet, behind the codes that Excel writes there."""
    sheet.oddHeader.center.text = "ДСП"
    sheet.oddHeader.center.font = "Arial,Bold"
    sheet.oddHeader.center.size = 12


def in_cells(sheet: Worksheet) -> None:
    """A mark in two cells, one below the other."""
    sheet["A1"], sheet["A2"] = "Для служебного", "пользования"


def named(sheet: Worksheet) -> None:
    """A mark in the name of a sheet."""
    sheet.title = "ДСП"


def noted(made: PdfWriter) -> None:
    """A mark in a note that lies on the page."""
    corners = [FloatObject(number) for number in (10, 10, 50, 50)]
    note = DictionaryObject(
        {
            NameObject("/Subtype"): NameObject("/FreeText"),
            NameObject("/Contents"): TextStringObject("ДСП"),
            NameObject("/F"): NumberObject(4),
        }
    )
    note[NameObject("/Rect")] = type(made.pages[0].mediabox)(corners)
    made.add_annotation(0, note)


WATERMARK = '<w xmlns:v="urn:v"><v:textpath style="a" string="ДСП"/></w>'


@pytest.mark.parametrize(
    "content",
    [
        docx("Мәтін", "Для служебного", "пользования", "Экз. № 1"),
        in_runs("Для слу", "жебного", " пользо", "вания"),
        in_runs("Хат № 5 Д", "С", "П"),
        docx("Мәтін", made=stamped),
        docx("Мәтін", made=in_keywords),
        with_part(docx("Мәтін"), "word/header9.xml", WATERMARK),
        with_part(docx("Мәтін"), "word/embeddings/a.docx", docx("ДСП")),
        xlsx(in_cells),
        xlsx(in_margin),
        xlsx(named),
        slides("Қызмет бабында пайдалану үшін"),
        opened("text", "Для служебного пользования"),
        opened("text", "Есеп", more="<h>ДСП</h>"),
        pdf("#set page(header: [Для служебного \\ пользования])\nМәтін"),
        pdf("Мәтін #pagebreak() #align(right)[ҚБП]"),
        pdf("#text(tracking: 8pt)[ДСП]"),
        rewritten(pdf(), noted),
        rewritten(pdf(), lambda made: made.add_metadata({"/Title": "Хат (ДСП)"})),
        "Қызмет бабында пайдалану үшін".encode("kz1048"),
        "Аты;белгі\nХат;ДСП\n".encode(),
    ],
)
def test_a_mark_is_found_in_every_place_of_a_file(content: bytes) -> None:
    """Words in runs, heads, notes, properties, names of sheets, print across the page and files
    inside the file are all looked through."""
    with pytest.raises(UnfitFileError) as refused:
        examine(content, "есеп")
    assert refused.value.is_marked
    assert refused.value.reason is refusal.MARKED


def test_a_file_inside_is_known_by_its_content() -> None:
    """Whatever a file inside a document is called: a marked one is found, a program refused, and a
    picture left alone."""
    place = "word/embeddings/oleObject1.bin"
    assert why(with_part(docx("а"), place, docx("Хат ДСП"))) is refusal.MARKED
    assert why(with_part(docx("а"), place, pdf("Хат ДСП"))) is refusal.MARKED
    assert why(with_part(docx("а"), place, b"MZ\x90\0")) is refusal.HOSTILE
    assert why(with_part(docx("а"), place, b"\x7fELF")) is refusal.HOSTILE
    assert why(with_part(docx("а"), place, picture("PNG"))) is None


def test_a_file_within_a_file_within_a_file_is_refused() -> None:
    """A package that holds itself over and over is not followed."""
    content = docx("а")
    for _layer in range(4):
        content = with_part(docx("а"), "word/embeddings/a.docx", content)
    assert why(content) is refusal.HOSTILE


def test_a_marked_name_is_refused_before_the_content() -> None:
    """The name alone is enough."""
    assert why(pdf(), "хат ДСП.pdf") is refusal.MARKED
    with pytest.raises(UnfitFileError):
        refuse_marked_name("dsp.pdf")
    refuse_marked_name("хат.pdf")


def test_every_reason_is_written_in_all_languages() -> None:
    """Whoever is refused can read why and what to do."""
    reasons = {name: text for name, text in vars(refusal).items() if name.isupper()}
    assert len(reasons) > 10
    assert {name for name, text in reasons.items() if text.missing()} == set()


def exif() -> Image.Exif:
    """What a phone writes beside a picture: turned on its side, its maker, and the place."""
    kept = Image.Exif()
    kept[0x0112], kept[0x010F] = 6, "Phone"
    kept.get_ifd(0x8825)[1] = "N"
    return kept


def test_pictures_are_made_smaller_when_asked() -> None:
    """No side is longer than 2000 points, the picture stands upright, and the maker and the place
    are gone; the other files stay as they are."""
    brought = picture("JPEG", (3000, 1500), exif=exif())
    made = examine(brought, "фото.jpg", smaller=True)
    kept = Image.open(BytesIO(made.content))
    assert (kept.size, kept.format, dict(kept.getexif())) == ((1000, 2000), "JPEG", {})
    assert len(made.content) < len(brought)
    assert examine(brought, "фото.jpg").content == brought
    assert examine(pdf(), "a.pdf", smaller=True).media_type == "application/pdf"


@pytest.mark.parametrize(
    ("kind", "mode"), [("PNG", "RGBA"), ("PNG", "1"), ("JPEG", "CMYK"), ("PNG", "LA")]
)
def test_pictures_of_every_make_are_made_smaller(kind: str, mode: str) -> None:
    """What one can see through becomes white, and every make of colours three."""
    made = examine(picture(kind, mode=mode), "сурет", smaller=True)
    kept = Image.open(BytesIO(made.content))
    assert (made.title, kept.mode, kept.size) == ("сурет.jpg", "RGB", (400, 300))


def test_a_picture_one_can_see_through_is_white_there() -> None:
    """A point of no colour at all is white."""
    clear = BytesIO()
    Image.new("RGBA", (10, 10), (0, 0, 0, 0)).save(clear, "PNG")
    made = examine(clear.getvalue(), "сурет", smaller=True)
    assert Image.open(BytesIO(made.content)).getpixel((5, 5)) == (255, 255, 255)


@pytest.mark.parametrize("size", [(8000, 8000), (20_000, 20_000)])
@pytest.mark.filterwarnings("ignore::PIL.Image.DecompressionBombWarning")
def test_a_picture_of_too_many_points_is_refused(size: tuple[int, int]) -> None:
    """A small file that would unfold into an enormous picture is never unfolded."""
    bomb = BytesIO()
    Image.new("1", size).save(bomb, "PNG")
    assert len(bomb.getvalue()) < 100_000
    assert why(bomb.getvalue()) is refusal.TOO_MANY_POINTS
