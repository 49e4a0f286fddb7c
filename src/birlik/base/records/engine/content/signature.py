"""A detached electronic signature: CMS signed data that holds no document of its own."""

from birlik.base.records.engine.content.refusal import (
    BROKEN,
    SIGNED_WITHIN,
    UNKNOWN,
    UnfitFileError,
)

SEQUENCE, SET, INTEGER, OBJECT, EXPLICIT = 0x30, 0x31, 0x02, 0x06, 0xA0
SIGNED = bytes.fromhex("2a864886f70d010702")
"""1.2.840.113549.1.7.2, signed data, as RFC 5652 numbers it."""


def refuse_unless_signature(content: bytes) -> None:
    """Return for a detached signature in DER (RFC 5652).

    Raises `UnfitFileError` for anything else, and for a signature with the document inside, which
    could not be looked at.
    """
    outer, rest = value_of(content, SEQUENCE)
    kind, explicit = value_of(outer, OBJECT)
    if kind != SIGNED:
        raise UnfitFileError(UNKNOWN)
    if rest.strip(b"\0\r\n"):
        raise UnfitFileError(BROKEN)
    signed, _rest = value_of(value_of(explicit, EXPLICIT)[0], SEQUENCE)
    _version, signed = value_of(signed, INTEGER)
    _digests, signed = value_of(signed, SET)
    encapsulated, _rest = value_of(signed, SEQUENCE)
    _kind, inside = value_of(encapsulated, OBJECT)
    if inside:
        raise UnfitFileError(SIGNED_WITHIN)


def value_of(content: bytes, tag: int) -> tuple[bytes, bytes]:
    """The value of the first element, which must bear `tag`, and what follows it.

    Raises `UnfitFileError` for another tag, for a length that goes beyond the end, and for one
    that is left open (BER), which DER forbids.
    """
    if len(content) < 2 or content[0] != tag:
        raise UnfitFileError(UNKNOWN)
    size, start = content[1], 2
    if size >= 0x80:
        start += size & 0x7F
        size = int.from_bytes(content[2:start], "big")
        if not 2 < start <= 6:
            raise UnfitFileError(UNKNOWN)
    if start + size > len(content):
        raise UnfitFileError(BROKEN)
    return content[start : start + size], content[start + size :]
