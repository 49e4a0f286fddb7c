"""Automatic numbers of Word lists: printed beside the words, but not among them."""

import re
from collections import defaultdict

from docx.document import Document
from docx.oxml.ns import qn
from lxml import etree

ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


class Numbering:
    """Counts the list paragraphs of a document as Word does when it prints them."""

    def __init__(self, levels: dict[str, dict[int, tuple[str, str, int]]]) -> None:
        self._levels = levels
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)

    @classmethod
    def of(cls, document: Document) -> "Numbering":
        """The list definitions of `document`; none where it has no lists."""
        part = next(
            (
                relation.target_part
                for relation in document.part.rels.values()
                if relation.reltype.endswith("/numbering") and not relation.is_external
            ),
            None,
        )
        return cls(_definitions(etree.fromstring(part.blob, _parser())) if part else {})

    def label(self, paragraph: etree._Element) -> str:
        """The number printed before `paragraph`, with a space after it; '' for none."""
        properties = paragraph.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
        if properties is None:
            return ""
        identifier = _value(properties, "w:numId")
        level = int(_value(properties, "w:ilvl") or 0)
        definition = self._levels.get(identifier, {})
        if level not in definition:
            return ""
        return self._count(identifier, level, definition)

    def _count(
        self, identifier: str, level: int, definition: dict[int, tuple[str, str, int]]
    ) -> str:
        counts = self._counts[identifier]
        form, pattern, start = definition[level]
        counts[level] = counts.get(level, start - 1) + 1
        for deeper in [one for one in counts if one > level]:
            del counts[deeper]
        if form in ("bullet", "none"):
            return ""

        def number(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            kind, _, first = definition.get(at, ("decimal", "", 1))
            return _print(counts.get(at, first), kind)

        return re.sub(r"%(\d)", number, pattern) + " "


def _parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True)


def _definitions(root: etree._Element) -> dict[str, dict[int, tuple[str, str, int]]]:
    abstract = {
        one.get(qn("w:abstractNumId")): {
            int(level.get(qn("w:ilvl")) or 0): (
                _value(level, "w:numFmt") or "decimal",
                _value(level, "w:lvlText"),
                int(_value(level, "w:start") or 1),
            )
            for level in one.iter(qn("w:lvl"))
        }
        for one in root.iter(qn("w:abstractNum"))
    }
    return {
        str(one.get(qn("w:numId"))): abstract.get(_value(one, "w:abstractNumId"), {})
        for one in root.iter(qn("w:num"))
    }


def _value(element: etree._Element, name: str) -> str:
    found = element.find(qn(name))
    return str(found.get(qn("w:val")) or "") if found is not None else ""


def _print(number: int, form: str) -> str:
    if form in ("lowerRoman", "upperRoman"):
        words = ""
        for value, sign in ROMAN:
            words += sign * (number // value)
            number %= value
        return words.upper() if form == "upperRoman" else words
    if form in ("lowerLetter", "upperLetter"):
        letter = chr(ord("a") + (number - 1) % 26)
        return letter.upper() if form == "upperLetter" else letter
    return str(number)
