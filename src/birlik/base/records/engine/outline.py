"""The outline of an act: sections, numbered items and bullets, as a tree with offsets."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from birlik.base.records.engine.draft import Loss, OutlineNode, Paragraph, SourceText, Span
from birlik.base.records.engine.mending import tidy_quotes
from birlik.base.records.engine.sources import paragraph_text
from birlik.base.records.engine.sources.paragraphs import BOLD_LEVEL

SECTION = re.compile(
    r"^(?P<label>(?P<kk>\d+)-(?:бөлім|тарау)|(?:Раздел|Глава)\s+(?P<ru>\d+))\b\.?\s*(?P<title>.*)$",
    re.IGNORECASE,
)
DOTTED = re.compile(r"^(?P<number>\d{1,2}(?:\.\d{1,2})*)\.\s+(?P<title>\S.*)$")
BRACKETED = re.compile(r"^(?P<number>\d{1,2})\s?\)\s*(?P<title>\S.*)$")
BULLET_MARK = re.compile(r"^[-–—•*]\s+(?=\S)")
CONTENTS = re.compile(r"^(мазмұны|содержание|оглавление)$", re.IGNORECASE)
CONTENTS_ENTRY = re.compile(r"^(?P<number>\d{1,2}(?:\.\d{1,2})*)\.")
ANNEX = re.compile(r"(^|\s)ҚОСЫМША$|\d-қосымша$|^ПРИЛОЖЕНИЕ\b|^Приложение( \d+)?( к\s.*)?$")
# Ranks order what may stand inside what: sections, headings without a number, items, bullets.
HEADING, POINT, ITEM, BULLET = 4, 5, 6, 7
# Headings deeper than this in Markdown are all of one rank: their depth is not kept in practice.
DEEPEST = 3


@dataclass(slots=True)
class _Node:
    rank: int
    number: str
    title: str
    start: int
    end: int
    children: list["_Node"] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Outline:
    """The tree, and the headings that the contents promise and the text no longer carries."""

    nodes: tuple[OutlineNode, ...]
    lost: tuple[Loss, ...]


@dataclass(frozen=True, slots=True)
class _Entry:
    """A line of the contents: the section's number and how it is printed."""

    number: str
    label: str
    start: int
    end: int


def read_outline(source: SourceText, outside: Iterable[Span] = ()) -> Outline:
    """The outline of everything but the spans `outside` (tables that were flattened to lines).

    A node covers what stands below it: `[start, end)` runs to the end of its last paragraph.
    """
    skipped = sorted(outside)
    paragraphs = [
        one
        for one in source.paragraphs
        if not any(start <= one.start < end for start, end in skipped)
    ]
    contents, entries = _contents(source.text, paragraphs)
    body = [one for index, one in enumerate(paragraphs) if index not in contents]
    root = _tree(source.text, body)
    lost: list[Loss] = []
    if contents:
        lost = list(_lost(root, entries, paragraphs[contents.start]))
    return Outline(tuple(_freeze(node, 1) for node in root.children), tuple(lost))


def _tree(text: str, paragraphs: Sequence[Paragraph]) -> _Node:
    root = _Node(0, "", "", 0, len(text))
    path = [root]
    before = ""
    for paragraph in paragraphs:
        words = tidy_quotes(paragraph_text(text, paragraph.start, paragraph.end))
        if ANNEX.search(words):
            path = [root]
        marked = bool(BULLET_MARK.match(text[paragraph.start : paragraph.end]))
        node = _node(paragraph, words, before, path, marked=marked)
        path = _placed(path, node, before)
        if node is not None or _in_section(path):
            # Outside any section (a decree's points) what follows a point is the signature.
            for open_node in path[1:]:
                open_node.end = paragraph.end
        before = words
    return root


def _placed(path: Sequence[_Node], node: _Node | None, before: str) -> list[_Node]:
    """The path after a paragraph: to its node, hung where it belongs, or out of a list it ended.

    Running text after a list belongs to what stands above the list.
    """
    if node is not None:
        above = [one for one in path if one.rank < node.rank]
        above[-1].children.append(node)
        return [*above, node]
    if before.endswith(":"):
        return list(path)
    return [one for one in path if one.rank not in (ITEM, BULLET)]


def _node(
    paragraph: Paragraph, words: str, before: str, path: Sequence[_Node], *, marked: bool
) -> _Node | None:
    """The node a paragraph opens, if any; a bullet is `marked`, or known by the words before it."""
    section = SECTION.match(words)
    if section:
        number = section["kk"] or section["ru"]
        return _Node(1, number, section["title"], paragraph.start, paragraph.end)
    dotted = DOTTED.match(words)
    if paragraph.level:
        return _heading(paragraph, words, dotted, path)
    for rank, match in ((POINT, dotted), (ITEM, BRACKETED.match(words))):
        if match:
            return _Node(rank, match["number"], match["title"], paragraph.start, paragraph.end)
    if marked or _is_bare_bullet(words, before, path[-1].rank):
        title = BULLET_MARK.sub("", words)
        return _Node(BULLET, "", title, paragraph.start, paragraph.end)
    return None


def _heading(
    paragraph: Paragraph, words: str, dotted: re.Match[str] | None, path: Sequence[_Node]
) -> _Node | None:
    """A heading by its format; a bold line outside any section (a masthead) is none."""
    if dotted is None and paragraph.level == BOLD_LEVEL and not _in_section(path):
        return None
    rank = _heading_rank(paragraph.level, dotted["number"] if dotted else "")
    number, title = (dotted["number"], dotted["title"]) if dotted else ("", words)
    return _Node(rank, number, title, paragraph.start, paragraph.end)


def _is_bare_bullet(words: str, before: str, above: int) -> bool:
    """A bullet that lost its mark: it follows a colon, or a bullet that ends with a semicolon."""
    if above == BULLET and before.endswith(";"):
        return True
    opens = not words[0].isupper() or words.endswith(";")
    return before.endswith(":") and opens and not words.endswith(":")


def _in_section(path: Sequence[_Node]) -> bool:
    return any(0 < node.rank < HEADING for node in path)


def _heading_rank(level: int, number: str) -> int:
    """A numbered heading ranks by its number («5.1» below «5»), another by its level."""
    return min(number.count(".") + 1, DEEPEST) if number else min(level, DEEPEST)


def _freeze(node: _Node, level: int) -> OutlineNode:
    return OutlineNode(
        number=node.number,
        level=level,
        title=node.title,
        start=node.start,
        end=node.end,
        children=tuple(_freeze(child, level + 1) for child in node.children),
    )


def _contents(text: str, paragraphs: Sequence[Paragraph]) -> tuple[range, list[_Entry]]:
    """Where the table of contents stands among the paragraphs, and its entries.

    It ends where a number comes that was there already: the body begins with the first section.
    """
    words = [paragraph_text(text, one.start, one.end) for one in paragraphs]
    start = next((index for index, line in enumerate(words) if CONTENTS.match(line)), None)
    if start is None:
        return range(0), []
    entries: list[_Entry] = []
    for index in range(start + 1, len(paragraphs)):
        entry = _entry(words[index], paragraphs[index])
        bare_before = SECTION.match(words[index - 1])
        if entry is None:
            # The title of an entry may stand in a paragraph of its own.
            if bare_before and not bare_before["title"]:
                continue
            return range(start, index), entries
        if entry.number in {one.number for one in entries}:
            return range(start, index), entries
        entries.append(entry)
    return range(start, len(paragraphs)), entries


def _entry(words: str, paragraph: Paragraph) -> _Entry | None:
    section = SECTION.match(words)
    if section:
        number = section["kk"] or section["ru"]
        return _Entry(number, section["label"], paragraph.start, paragraph.end)
    numbered = CONTENTS_ENTRY.match(words)
    if numbered and not paragraph.level:
        return _Entry(numbered["number"], numbered["number"], paragraph.start, paragraph.end)
    return None


def _lost(root: _Node, entries: Sequence[_Entry], heading: Paragraph) -> Iterator[Loss]:
    """Sections that the contents name and the text does not, and contents that were cut."""
    found = {node.number for node in _sections(root)}
    listed = {entry.number for entry in entries}
    if any(number not in listed for number in found if "." not in number):
        yield Loss("heading", "contents", heading.start, heading.end)
    for entry in entries:
        if entry.number not in found:
            yield Loss("heading", entry.label, entry.start, entry.end)


def _sections(node: _Node) -> Iterator[_Node]:
    """The numbered headings of the tree; points of the running text are none."""
    for child in node.children:
        if child.number and child.rank < HEADING:
            yield child
        yield from _sections(child)
