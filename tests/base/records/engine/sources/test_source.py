"""What is refused, and how the refusal is said."""

import io
import zipfile

import pytest

from birlik.base.records.engine import sources
from birlik.base.records.engine.sources import UnreadableSourceError, read_source


def archive(**parts: bytes) -> bytes:
    """A ZIP file with the given parts; two underscores stand for a slash, one for a dot."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name.replace("__", "/").replace("_", "."), content)
    return stream.getvalue()


BOMB = archive(word__document_xml=b"a" * 50_000_000)
ENTITIES = archive(word__document_xml=b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>')
EXTERNAL = archive(word__document_xml=b'<!DOCTYPE x SYSTEM "file:///etc/passwd"><x/>')
MANY = archive(word__document_xml=b"<x/>", **{f"part{n}": b"" for n in range(5_001)})


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "no text"),
        (b" \n\t", "no text"),
        (b"\0" * 500, "not text"),
        (bytes(range(256)) * 20, "not text"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old", "DOC"),
        (b"{\\rtf1 text}", "RTF"),
        (b"PK\x03\x04 torn", "damaged"),
        (archive(word__document_xml=b"<x/>"), "damaged"),
        (archive(xl__workbook_xml=b"<x/>"), "damaged"),
        (BOMB, "dangerous"),
        (ENTITIES, "dangerous"),
        (EXTERNAL, "dangerous"),
        (MANY, "dangerous"),
        (b"%PDF-1.7 torn", "PDF file is damaged"),
        (b"<!doctype html>", "no text of an act"),
        (b"<html><body><script>alert(1)</script></body></html>", "no text of an act"),
    ],
)
def test_refusals(content: bytes, said: str) -> None:
    """A file that cannot be read is refused with its reason in three languages."""
    with pytest.raises(UnreadableSourceError, match=said) as refusal:
        read_source(content, "act")
    assert refusal.value.reason.missing() == ()


def test_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file above the limit is refused before anything is read."""
    monkeypatch.setattr(sources, "MAX_BYTES", 10)
    with pytest.raises(UnreadableSourceError, match="too large"):
        read_source(b"a" * 11, "act.txt")


def test_unpacked_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    """A Word file that unpacks above the limit is refused unopened."""
    monkeypatch.setattr(sources.word, "MAX_UNPACKED", 1_000)
    with pytest.raises(UnreadableSourceError, match="too large"):
        read_source(archive(word__document_xml=b"a" * 2_000), "act.docx")
