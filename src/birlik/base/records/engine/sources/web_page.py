"""HTML: the act's body is found among the navigation of the page it was saved from."""

import re
from collections.abc import Iterator

from lxml import etree, html

from birlik.base.records.engine.draft import SourceText
from birlik.base.records.engine.sources.assembly import Assembly, PlacedCell
from birlik.base.records.engine.sources.encoding import decode
from birlik.base.records.engine.sources.refusal import NO_BODY, UnreadableSourceError

CHARSET = re.compile(rb"charset\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)
XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
DROPPED = {
    *("script", "style", "noscript", "template", "iframe", "object", "embed", "svg", "canvas"),
    *("video", "audio", "button", "select", "input", "dialog", "head", "nav"),
}
# Dropped where they are small beside the page: some pages stand in a form as a whole.
SMALL = {"header", "footer", "aside", "form"}
ROLES = {"navigation", "banner", "contentinfo", "search", "complementary", "menu"}
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
HEADINGS = {f"h{level}": level for level in range(1, 7)}
BLOCKS = {
    *("p", "div", "section", "article", "main", "blockquote", "pre", "center", "address", "hr"),
    *("li", "ul", "ol", "dl", "dt", "dd", "figure", "figcaption", "fieldset", "details"),
    *("table", "tbody", "thead", "tfoot", "tr", "td", "th", "caption", "body", "html"),
    *HEADINGS,
}
LISTS = ("ul", "ol", "dl", "table", "div")
# What pages call their furniture where they do not use the elements meant for it.
FURNITURE = re.compile(
    r"(^|[\s_-])(header|footer|nav|navbar|navigation|menu|breadcrumbs?|sidebar|banner|cookies?|search|"
    r"login|share|social|comments?|related|toolbar|copyright)($|[\s_-])",
    re.IGNORECASE,
)
# Furniture is small beside the page; whatever holds more is the page, whatever it is called.
FURNITURE_SHARE = 0.3
# A list most of whose letters are links is a menu.
LINK_SHARE = 0.7
MENU_LINKS = 3
DEEPER = {"body", "div", "section", "article", "main", "center", "span", "form"}
FEW_LETTERS = 20
# An element of more lines than this holds a page's text, not a paragraph's.
FEW_LINES = 10
BLANK_LINE = re.compile(r"\n\s*\n")
# A cell longer than this holds a page's layout, not a datum.
LAYOUT_CELL = 8_000
# A table wider or a merged cell longer than this is an attack, not a plan.
MAX_ACROSS, MAX_DOWN = 60, 1_000
MAX_DEPTH = 200


def read_web_page(content: bytes) -> SourceText:
    """The text of the act on a saved page, with its headings and tables.

    Raises UnreadableSourceError where the page holds no body of text.
    """
    markup = XML_DECLARATION.sub("", _decode(content))
    try:
        parser = html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True)
        root = html.document_fromstring(markup, parser=parser)
    except (etree.ParserError, ValueError) as error:
        raise UnreadableSourceError(NO_BODY) from error
    _drop_furniture(root)
    body = _body(root)
    assembly = Assembly()
    for title in _titles_before(root, body):
        assembly.append_paragraph(_inline(title), HEADINGS[str(title.tag)])
    _block(body, assembly, 0)
    source = assembly.source("html")
    if not source.text.strip():
        raise UnreadableSourceError(NO_BODY)
    return source


def _decode(content: bytes) -> str:
    declared = CHARSET.search(content[:4_096])
    if declared:
        try:
            return content.decode(declared[1].decode("ascii"))
        except (LookupError, UnicodeDecodeError):
            pass
    return decode(content)


def _drop_furniture(root: etree._Element) -> None:
    for element in list(root.iter()):
        if _is_hidden(element):
            _drop(element)
    most = FURNITURE_SHARE * _letters(root)
    for element in list(root.iter(*SMALL, *LISTS, "section", "p")):
        if _is_furniture(element) and _letters(element) < most:
            _drop(element)
    for element in list(root.iter(*LISTS)):
        if _is_menu(element):
            _drop(element)


def _is_hidden(element: etree._Element) -> bool:
    return (
        element.tag in DROPPED
        or element.get("role") in ROLES
        or element.get("hidden") is not None
        or element.get("aria-hidden") == "true"
        or bool(HIDDEN.search(element.get("style") or ""))
    )


def _is_furniture(element: etree._Element) -> bool:
    """By its element or its name; the head of an article is the article's own."""
    if element.tag in SMALL:
        return next(element.iterancestors("article", "main"), None) is None
    return bool(FURNITURE.search(f"{element.get('class') or ''} {element.get('id') or ''}"))


def _is_menu(element: etree._Element) -> bool:
    links = list(element.iter("a"))
    if len(links) < MENU_LINKS:
        return False
    linked = sum(_letters(link) for link in links)
    return linked > LINK_SHARE * max(1, _letters(element))


def _drop(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is None:
        return
    before = element.getprevious()
    if element.tail:
        if before is not None:
            before.tail = (before.tail or "") + element.tail
        else:
            parent.text = (parent.text or "") + element.tail
    parent.remove(element)


def _letters(element: etree._Element) -> int:
    return sum(len(str(piece).strip()) for piece in element.itertext())


def _body(root: etree._Element) -> etree._Element:
    """The element that holds the act: as deep as can be without leaving words behind.

    The head of an act often stands beside its text, so the descent stops where another element
    has words of its own; a table of data is read whole, with what surrounds it.
    """
    body = root
    while True:
        filled = [child for child in body if isinstance(child.tag, str) and _own_letters(child)]
        heaviest = max(filled, key=_own_letters, default=None)
        if heaviest is None or heaviest.tag not in DEEPER:
            return body
        beside = sum(_own_letters(child) for child in filled if child is not heaviest)
        if beside >= FEW_LETTERS or (body.text or "").strip():
            return body
        body = heaviest


def _own_letters(element: etree._Element) -> int:
    """The letters of an element that are no link, and those that follow it."""
    linked = sum(_letters(link) for link in element.iter("a"))
    return _letters(element) - linked + len((element.tail or "").strip())


def _titles_before(root: etree._Element, body: etree._Element) -> Iterator[etree._Element]:
    """The page's own first-level headings, where they stand outside the body."""
    within = set(body.iter("h1"))
    for title in root.iter("h1"):
        if title not in within:
            yield title


def _walk(element: etree._Element, assembly: Assembly, depth: int) -> None:
    """Append the blocks of `element` in order; loose words between them are paragraphs too."""
    loose: list[str] = [_list_number(element), _flat(element.text)]
    for child in element:
        if child.tag in BLOCKS and depth < MAX_DEPTH:
            _flush(loose, assembly)
            _block(child, assembly, depth + 1)
        elif child.tag == "br":
            loose.append("\n")
        elif _has_blocks(child):
            _flush(loose, assembly)
            _walk(child, assembly, depth + 1)
        else:
            loose.append(_inline(child))
        loose.append(_flat(child.tail))
    _flush(loose, assembly)


def _has_blocks(element: etree._Element) -> bool:
    return any(below.tag in BLOCKS for below in element.iterdescendants())


def _flush(loose: list[str], assembly: Assembly) -> None:
    words = "".join(loose)
    loose.clear()
    if words.strip():
        _append_words(words, assembly)


def _append_words(words: str, assembly: Assembly) -> None:
    """Words with few line breaks are paragraphs parted by blank lines, with many a printed page."""
    lines = [" ".join(line.split()) for line in words.split("\n")]
    if len(lines) > FEW_LINES:
        assembly.append_lines("\n".join([*lines, "", ""]))
    elif len(lines) > 1 and "" in lines[1:-1]:
        for part in BLANK_LINE.split("\n".join(lines)):
            assembly.append_paragraph(part)
    else:
        assembly.append_paragraph(_tidy(words))


def _block(element: etree._Element, assembly: Assembly, depth: int) -> None:
    if element.tag == "table" and not _is_layout(element):
        assembly.append_table(_rows(element))
    elif element.tag in HEADINGS:
        assembly.append_paragraph(_tidy(_inline(element)), HEADINGS[str(element.tag)])
    elif element.tag == "pre":
        assembly.append_lines(f"{''.join(map(str, element.itertext()))}\n\n")
    elif not _has_blocks(element):
        _append_words(_inline(element), assembly)
    else:
        _walk(element, assembly, depth)


def _is_layout(table: etree._Element) -> bool:
    """A table that only places parts of a page: one cell, tables within, or a chapter in a cell."""
    cells = list(table.iter("td", "th"))
    nested = next(table.iterdescendants("table"), None) is not None
    return len(cells) <= 1 or nested or any(_letters(cell) > LAYOUT_CELL for cell in cells)


def _inline(element: etree._Element) -> str:
    """The words of an element: its own line breaks are dropped, <br> and paragraphs kept."""
    pieces = [_list_number(element), _flat(element.text)]
    for child in element:
        if child.tag == "br":
            pieces.append("\n")
        elif isinstance(child.tag, str):
            inner = _inline(child)
            pieces.append(f"\n{inner}\n" if child.tag in BLOCKS else inner)
        pieces.append(_flat(child.tail))
    return "".join(pieces)


def _list_number(element: etree._Element) -> str:
    """The number that a page prints before an item of an ordered list."""
    parent = element.getparent()
    if element.tag != "li" or parent is None or parent.tag != "ol":
        return ""
    start = (parent.get("start") or "1").strip()
    first = int(start) if start.isdecimal() and len(start) < 6 else 1
    return f"{first + len(list(element.itersiblings('li', preceding=True)))}. "


def _flat(words: str | None) -> str:
    return re.sub(r"\s+", " ", words or "")


def _tidy(words: str) -> str:
    lines = (" ".join(line.split()) for line in words.split("\n"))
    return "\n".join(line for line in lines if line)


def _rows(table: etree._Element) -> list[list[PlacedCell]]:
    """The rows with every cell in its column, cells merged downwards kept once."""
    rows: list[list[PlacedCell]] = []
    taken: dict[int, int] = {}
    for row in table.iter("tr"):
        placed: list[PlacedCell] = []
        occupied = {column for column, left in taken.items() if left > 0}
        taken = {column: left - 1 for column, left in taken.items() if left > 1}
        column = 0
        for cell in row.iterchildren("td", "th"):
            while column in occupied:
                column += 1
            width = _span(cell, "colspan", MAX_ACROSS)
            height = _span(cell, "rowspan", MAX_DOWN)
            placed.append(PlacedCell(_tidy(_inline(cell)), column, height, width))
            if height > 1:
                taken |= dict.fromkeys(range(column, column + width), height - 1)
            column += width
        rows.append(placed)
    return rows


def _span(cell: etree._Element, name: str, most: int) -> int:
    value = (cell.get(name) or "1").strip()
    return min(max(int(value), 1), most) if value.isdecimal() else 1
