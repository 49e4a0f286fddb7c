"""The kinds of files that are taken, and how each is known by its first bytes."""

from enum import Enum
from typing import NamedTuple

from birlik.base.records.engine.content.refusal import (
    ARCHIVE,
    EMPTY,
    OLD_OFFICE,
    UNKNOWN,
    UnfitFileError,
)

OFFICE = "application/vnd.openxmlformats-officedocument."
OPEN = "application/vnd.oasis.opendocument."


class Form(NamedTuple):
    """The ending of the names of a kind of files, and its media type."""

    ending: str
    media_type: str


class Kind(Enum):
    """A kind of files that is taken."""

    PDF = Form("pdf", "application/pdf")
    DOCX = Form("docx", f"{OFFICE}wordprocessingml.document")
    XLSX = Form("xlsx", f"{OFFICE}spreadsheetml.sheet")
    PPTX = Form("pptx", f"{OFFICE}presentationml.presentation")
    ODT = Form("odt", f"{OPEN}text")
    ODS = Form("ods", f"{OPEN}spreadsheet")
    JPEG = Form("jpg", "image/jpeg")
    PNG = Form("png", "image/png")
    WEBP = Form("webp", "image/webp")
    TXT = Form("txt", "text/plain")
    CSV = Form("csv", "text/csv")
    CMS = Form("cms", "application/pkcs7-signature")


class Family(Enum):
    """What must be looked at in the same way; which kind it is, the look says."""

    PDF = "pdf"
    PACKAGE = "package"
    PICTURE = "picture"
    SIGNATURE = "signature"
    TEXT = "text"


# Compound files of old offices (and of new ones under a password), RTF.
OLD = (b"\xd0\xcf\x11\xe0", b"{\\rtf")
# RAR, 7z, gzip, bzip2, xz, zstd, cabinet; a ZIP that is empty or a part of several.
ARCHIVES = (
    *(b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"BZh", b"\xfd7zXZ", b"\x28\xb5\x2f\xfd", b"MSCF"),
    *(b"PK\x05\x06", b"PK\x07\x08"),
)
# Programs, and markup that a browser or an editor would run.
FOREIGN = (b"MZ\x90", b"\x7fELF", b"\xca\xfe\xba\xbe", b"#!")
MARKUP = (b"<!doctype", b"<html", b"<?xml", b"<svg", b"<script", b"<?php", b"<head", b"<body")
PICTURES = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")
BLANK = b"\xef\xbb\xbf \t\r\n"


def family_of(content: bytes) -> Family:
    """What a file seems to be by its first bytes; what is inside must still be looked at.

    Raises `UnfitFileError` for what is never taken. Everything without a sign of its own may yet
    be a text.
    """
    if not content:
        raise UnfitFileError(EMPTY)
    refuse_foreign(content)
    if content.startswith(b"%PDF-"):
        return Family.PDF
    if content.startswith(b"PK\x03\x04"):
        return Family.PACKAGE
    if content.startswith(PICTURES) or (content[:4] == b"RIFF" and content[8:12] == b"WEBP"):
        return Family.PICTURE
    # A sequence in DER or BER whose length takes bytes of its own; no text begins so.
    if content[0] == 0x30 and b"\x80" <= content[1:2] <= b"\x84":
        return Family.SIGNATURE
    return Family.TEXT


def refuse_foreign(content: bytes) -> None:
    """Raise `UnfitFileError` for old offices, archives, programs and markup."""
    if content.startswith(OLD):
        raise UnfitFileError(OLD_OFFICE)
    if content.startswith(ARCHIVES):
        raise UnfitFileError(ARCHIVE)
    head = content[:1024].lstrip(BLANK).lower()
    if content.startswith(FOREIGN) or head.startswith(MARKUP):
        raise UnfitFileError(UNKNOWN)
