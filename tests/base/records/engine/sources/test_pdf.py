"""PDF with a text layer, and without one."""

import io

import pytest
import vl_convert
from pypdf import PdfReader, PdfWriter

from birlik.base.records.engine import sources
from birlik.base.records.engine.draft import Loss
from birlik.base.records.engine.sources import UnreadableSourceError, paragraph_text, read_source

LINES = (
    "      Бау-бақша өсіру және құстарға ұя жасау үшін жоспар бекітілсін, ол осы",
    "жылдан бастап орындалсын.",
)


def page(*lines: str) -> bytes:
    """A PDF of one page with the given lines."""
    drawn = "".join(
        f'<text x="40" y="{60 + 20 * at}" font-family="sans-serif" xml:space="preserve">'
        f"{line}</text>"
        for at, line in enumerate(lines)
    )
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="600" height="800">{drawn}</svg>'
    return vl_convert.svg_to_pdf(svg)


def bound(*pages: bytes, password: str = "") -> bytes:
    """One PDF of several, locked where a password is given."""
    writer = PdfWriter()
    for content in pages:
        writer.append(PdfReader(io.BytesIO(content)))
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def test_text_layer() -> None:
    """Lines of a page are joined to paragraphs, and a page without words is listed as lost."""
    source = read_source(bound(page(*LINES), page()), "act.pdf")
    assert (source.format, source.language) == ("pdf", "kk")
    [one] = source.paragraphs
    assert paragraph_text(source.text, one.start, one.end) == " ".join(
        line.strip() for line in LINES
    )
    assert [(loss.kind, loss.what) for loss in source.lost] == [("page", "2")]
    assert isinstance(source.lost[0], Loss)


def test_scan() -> None:
    """A PDF without any words is refused."""
    with pytest.raises(UnreadableSourceError, match="pictures of pages"):
        read_source(page(), "scan.pdf")


def test_locked() -> None:
    """A PDF that asks for a password is refused with advice."""
    with pytest.raises(UnreadableSourceError, match="password"):
        read_source(bound(page(*LINES), password="ағаш"), "act.pdf")


def test_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    """Too many pages or too much text is refused."""
    monkeypatch.setattr(sources.pdf, "MAX_PAGES", 1)
    with pytest.raises(UnreadableSourceError, match="too large"):
        read_source(bound(page(*LINES), page(*LINES)), "act.pdf")
    monkeypatch.setattr(sources.pdf, "MAX_TEXT", 10)
    with pytest.raises(UnreadableSourceError, match="too large"):
        read_source(page(*LINES), "act.pdf")
