"""Files as offices, phones and attackers make them."""

import zipfile
from collections.abc import Callable
from io import BytesIO

import typst
from docx import Document
from docx.document import Document as DocumentType
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet
from PIL import Image
from pypdf import PdfReader, PdfWriter

ODF = "urn:oasis:names:tc:opendocument:xmlns"
SLIDES = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
SIGNED = bytes.fromhex("06092a864886f70d010702")
PLAIN = bytes.fromhex("06092a864886f70d010701")


def docx(*words: str, made: Callable[[DocumentType], object] = lambda _document: None) -> bytes:
    """A document of Word with these paragraphs and what `made` does to it."""
    document = Document()
    for one in words:
        document.add_paragraph(one)
    made(document)
    kept = BytesIO()
    document.save(kept)
    return kept.getvalue()


def in_runs(*pieces: str) -> bytes:
    """A document of Word whose one paragraph is cut into runs, as after much editing."""

    def cut(document: DocumentType) -> None:
        paragraph = document.add_paragraph()
        for piece in pieces:
            paragraph.add_run(piece).bold = True

    return docx(made=cut)


def xlsx(made: Callable[[Worksheet], object] = lambda _sheet: None) -> bytes:
    """A workbook with one sheet and what `made` does to it."""
    book = Workbook()
    book.active["A1"] = "Орындалды"
    made(book.active)
    kept = BytesIO()
    book.save(kept)
    return kept.getvalue()


def packed(parts: dict[str, bytes | str]) -> bytes:
    """A ZIP with these parts in order."""
    kept = BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return kept.getvalue()


def with_part(content: bytes, name: str, part: bytes | str) -> bytes:
    """A package with one part more, or another one in its place."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        parts: dict[str, bytes | str] = {one: archive.read(one) for one in archive.namelist()}
    return packed(parts | {name: part})


def opened(kind: str, *words: str, more: str = "", manifest: str = "<manifest/>") -> bytes:
    """An OpenDocument text or spreadsheet whose words stand in spans, with `more` in its styles."""
    body = "".join(
        f'<text:p>{one[:3]}<text:span>{one[3:]}</text:span><text:s text:c="2"/></text:p>'
        for one in words
    )
    content = f'<?xml version="1.0"?><a xmlns:text="{ODF}:text:1.0">\n  {body}\n</a>'
    return packed(
        {
            "mimetype": f"application/vnd.oasis.opendocument.{kind}",
            "content.xml": content,
            "styles.xml": f"<a>{more}</a>",
            "META-INF/manifest.xml": manifest,
        }
    )


def slides(words: str = "Орындалды") -> bytes:
    """A presentation with one slide."""
    return packed(
        {
            "[Content_Types].xml": f'<Types><Override ContentType="{SLIDES}"/></Types>',
            "ppt/slides/slide1.xml": f'<s xmlns:a="x"><a:p><a:t>{words}</a:t></a:p></s>',
        }
    )


def pdf(body: str = "Орындалды") -> bytes:
    """A PDF that typst makes of a body."""
    return typst.compile(body.encode())


def rewritten(content: bytes, made: Callable[[PdfWriter], object]) -> bytes:
    """A PDF with what `made` does to it."""
    writer = PdfWriter(clone_from=PdfReader(BytesIO(content)))
    made(writer)
    kept = BytesIO()
    writer.write(kept)
    return kept.getvalue()


def picture(
    kind: str, size: tuple[int, int] = (400, 300), *, mode: str = "RGB", **more: object
) -> bytes:
    """A picture of noise, which cannot be pressed to nothing."""
    kept = BytesIO()
    Image.effect_noise(size, 60).convert(mode).save(kept, kind, **more)
    return kept.getvalue()


def der(tag: int, *inside: bytes) -> bytes:
    """An element of DER."""
    value = b"".join(inside)
    if len(value) < 0x80:
        return bytes([tag, len(value)]) + value
    length = len(value).to_bytes(3, "big")
    return bytes([tag, 0x83]) + length + value


def signature(inside: bytes = b"", *, kind: bytes = SIGNED) -> bytes:
    """CMS signed data, detached when nothing is `inside` (RFC 5652, 5.1)."""
    document = der(0xA0, der(0x04, inside)) if inside else b""
    signed = der(
        0x30,
        der(0x02, b"\x01"),
        der(0x31),
        der(0x30, PLAIN, document),
        der(0x31, b"\0" * 300),
    )
    return der(0x30, kind, der(0xA0, signed))
