"""The acts that an act repeals, and of which only a point falls."""

import re
from collections.abc import Iterator

from birlik.base.records.engine.draft import ActKind, ActReference, SourceText
from birlik.base.records.engine.head.reference import Reference, kind_of, references
from birlik.base.records.engine.sources import paragraph_text

REPEAL = re.compile(r"күші жойылды деп танылсын|Призна(ть|н\w*)\s+утратившим(и)?\s+силу")
ITEM = re.compile(r"^\d{1,2}\)")
PART = re.compile(
    r"(?P<kk>\d+(?:,\s*\d+)*)-тарма(?:ғы|қ|қтары)\b|\bпункты?\s+(?P<ru>\d+(?:(?:,| и)\s*\d+)*)"
)
KIND_WORD = re.compile(r"\b(Указ|Закон|Постановлени[ея]|Приказ|Распоряжение)\b", re.IGNORECASE)
QUOTED = re.compile(r"[\"«“].*[\"»”]")


def read_repeals(source: SourceText, end: int) -> tuple[ActReference, ...]:
    """The repealed acts named before `end` (where the annexes begin), in printed order."""
    return tuple(
        _reference(start, stop, words, source.language)
        for start, stop, words in _items(source, end)
        if references(words)
    )


def _items(source: SourceText, end: int) -> Iterator[tuple[int, int, str]]:
    """The items below «Признать утратившими силу:», or the sentence itself where it names one."""
    listing = False
    for one in source.paragraphs:
        if one.start >= end:
            return
        words = paragraph_text(source.text, one.start, one.end)
        if REPEAL.search(words):
            listing = True
            yield one.start, one.end, words
        elif listing and ITEM.match(words):
            yield one.start, one.end, words
        else:
            listing = False


def _reference(start: int, stop: int, words: str, language: str) -> ActReference:
    """The act an item repeals: the last it names in Kazakh, the first in Russian.

    The other acts of the item are named inside the title of the repealed one, or are what the
    repealed one amended.
    """
    found = references(words)
    one = found[-1] if language == "kk" else found[0]
    return ActReference(
        kind=one.kind or _displaced_kind(words, one),
        number=one.number,
        adopted_on=one.adopted_on,
        start=start,
        end=stop,
        part=_part(words, one, language),
    )


def _displaced_kind(words: str, one: Reference) -> ActKind:
    """The kind where a hyperlink was torn off its place and stands elsewhere in the item."""
    kinds = {kind_of(match[0]) for match in KIND_WORD.finditer(words)}
    return kinds.pop() if len(kinds) == 1 else ""


def _part(words: str, one: Reference, language: str) -> str:
    """The point that falls: it stands after the act in Kazakh, before it in Russian."""
    place = words[one.end :] if language == "kk" else words[: one.start]
    match = PART.search(QUOTED.sub(" ", place))
    return (match["kk"] or match["ru"]) if match else ""
