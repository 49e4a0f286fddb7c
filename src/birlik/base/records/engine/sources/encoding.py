"""From bytes to text, for the encodings that offices of Kazakhstan have used."""

import codecs
import re
import unicodedata

from birlik.base.records.engine.sources.refusal import EMPTY, NOT_TEXT, UnreadableSourceError

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# KZ-1048 and PT-154 are windows-1251 with the Kazakh letters in different free places; where a
# text has none of these bytes all three agree, and the first is as good as the others.
ONE_BYTE = ("cp1251", "kz1048", "ptcp154")
EXPECTED = re.compile(r"[\s\w!-~«»“”„‘’–—…№©°§•­ ]", re.ASCII | re.IGNORECASE)
EXPECTED_LETTERS = re.compile("[а-яёәғқңөұүһі]", re.IGNORECASE)
BLANKS = str.maketrans(
    dict.fromkeys("\u00a0\u2002\u2003\u2007\u2009\u200a\u202f\u3000", " ")
    | dict.fromkeys("\v\x85\u2028\u2029", "\n")
)
LONE_RETURN = re.compile(r"\r(?!\n)")
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x7f]")


def decode(content: bytes) -> str:
    """The text of `content`, unchanged but for a byte order mark.

    Letters that a file writes in parts (й as и and a breve) are composed, and line ends of old
    Macintosh files are line feeds.
    Tries marks, UTF-8, UTF-16 without a mark, then the one-byte encodings, of which the one with
    the fewest unexpected characters wins. Raises UnreadableSourceError for anything else.
    """
    if not content.strip():
        raise UnreadableSourceError(EMPTY)
    mark = next((encoding for sign, encoding in MARKS if content.startswith(sign)), None)
    text = _attempt(content, mark) if mark else _decode_unmarked(content)
    if text is None or len(CONTROL.findall(text)) > len(text) // 1000:
        raise UnreadableSourceError(NOT_TEXT)
    return plain_blanks(LONE_RETURN.sub("\n", unicodedata.normalize("NFC", text)))


def plain_blanks(text: str) -> str:
    """`text` with every kind of blank as a blank and of line end as a line feed, one for one."""
    return text.translate(BLANKS)


def _decode_unmarked(content: bytes) -> str | None:
    text = _attempt(content, "utf-8")
    if text is not None and "\0" not in text:
        return text
    if b"\0" in content or _looks_like_utf16(content):
        little = content[1::2].count(4) + content[1::2].count(0)
        big = content[::2].count(4) + content[::2].count(0)
        return _attempt(content, "utf-16-le" if little >= big else "utf-16-be")
    readings = [text for code in ONE_BYTE if (text := _attempt(content, code)) is not None]
    return min(readings, key=_unexpected, default=None)


def _looks_like_utf16(content: bytes) -> bool:
    """Cyrillic in UTF-16 has the byte 4 at every other place."""
    half = max(1, len(content) // 2)
    return max(content[::2].count(4), content[1::2].count(4)) / half > 0.3


def _attempt(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        return None


def _unexpected(text: str) -> int:
    return sum(
        count
        for character in set(text)
        if not EXPECTED.match(character) and not EXPECTED_LETTERS.match(character)
        for count in [text.count(character)]
    )
