"""Is a Word file a template that can be filled: every fault, where it stands, and what was meant.

A template can do three things: print a field, repeat for each of a list, and leave something out
unless a field says otherwise. Whatever else the language of templates offers is refused here, and
not there in the sandbox in which templates are run.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from io import BytesIO
from typing import Any

from docxtpl import DocxTemplate
from jinja2 import TemplateError, TemplateSyntaxError, nodes
from lxml import etree

from birlik.base.values.local_text import LocalText
from birlik.domains.execution.engine.report.fields import (
    ReportFields,
    item_of,
    parts_of,
)
from birlik.domains.execution.engine.report.package import Part, UnfitFileError, parts_of_file
from birlik.domains.execution.engine.report.sample import sample
from birlik.domains.execution.engine.report.template_words import (
    BADLY_PLACED,
    NO_FIELDS,
    no_list,
    not_allowed,
    not_begun,
    not_closed,
    not_ended,
    nothing_under,
    unknown,
    unknown_tag,
    unread,
)
from birlik.domains.execution.engine.report.word import filled, sandbox, written

TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}")
OPENED, CLOSED = re.compile(r"\{\{|\{%"), re.compile(r"\}\}|%\}")
WORD = re.compile(r"^\{%-?\s*(?:(?:p|tr|tc|r)\s+)?(\w+)")
BLOCKS = {"for": "endfor", "if": "endif"}
NESTED = 4
"""So many loops may stand in one another: directions, measures, sentences, and one to spare."""

ALLOWED = (
    *(nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Getattr, nodes.For),
    *(nodes.If, nodes.Const, nodes.Compare, nodes.Operand, nodes.Not, nodes.And, nodes.Or),
)
LOOP = {"index": int, "first": bool, "last": bool}
"""What may be asked of the loop one is in."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong in a template, in three languages: the place, then what is to be done."""

    place: LocalText
    words: LocalText


@dataclass(slots=True)
class Walk:
    """The tree of one part on its way: the faults found so far, by what they quote."""

    part: Part
    faults: list[Fault] = field(default_factory=list)

    def add(self, quoted: str, words: LocalText) -> None:
        """Note a fault at the first place where something stands in a tag."""
        fault = Fault(place_of(quoted, self.part), words)
        if fault not in self.faults:
            self.faults.append(fault)


def faults_of(content: bytes) -> tuple[Fault, ...]:
    """Everything that is wrong in a template, in the order of the document; nothing when it can be
    filled. A template without fault has been filled with a sample."""
    try:
        parts = parts_of_file(content)
    except UnfitFileError as error:
        return (Fault(LocalText(), error.reason),)
    found = [fault for part in parts for fault in faults_in(part)]
    if not any("{{" in part.xml or "{%" in part.xml for part in parts):
        return (Fault(LocalText(), NO_FIELDS),)
    return tuple(found) or trial(content, parts)


def trial(content: bytes, parts: Iterable[Part]) -> tuple[Fault, ...]:
    """What goes wrong when a sample is filled in: a loop that begins in one place and ends in
    another. The library mends what is broken by dropping it, so each part is read strictly."""
    try:
        for part in parts:
            etree.fromstring(filled(part.xml, sample()).encode())
        written(content, sample())
    except (TemplateError, etree.XMLSyntaxError, ValueError, KeyError, TypeError, IndexError):
        return (Fault(LocalText(), BADLY_PLACED),)
    return ()


def faults_in(part: Part) -> list[Fault]:
    """What is wrong in a part: tags that cannot be read, else fields that are not there."""
    try:
        tree = sandbox().parse(DocxTemplate(BytesIO()).patch_xml(part.xml))
    except TemplateSyntaxError as error:
        return list(unreadable(part)) or [Fault(LocalText(), unread(error.message or ""))]
    walk = Walk(part)
    follow(tree, {"": ReportFields}, walk, over=())
    return walk.faults


def unreadable(part: Part) -> Iterator[Fault]:
    """The tags that cannot be read, each with its place."""
    stack: list[tuple[str, Fault]] = []
    for paragraph in part.paragraphs:
        if len(OPENED.findall(paragraph.words)) != len(CLOSED.findall(paragraph.words)):
            yield Fault(paragraph.place, not_closed(paragraph.words.strip()[:80]))
            continue
        for tag in TAG.findall(paragraph.words):
            word = WORD.match(tag)
            opens = word[1] if word else ""
            if opens in BLOCKS:
                stack.append((BLOCKS[opens], Fault(paragraph.place, not_ended(tag, BLOCKS[opens]))))
                continue
            if opens in BLOCKS.values():
                if not stack or stack.pop()[0] != opens:
                    yield Fault(paragraph.place, not_begun(tag))
            elif fault := expression_fault(tag, opens):
                yield Fault(paragraph.place, fault)
    yield from (fault for _end, fault in stack)


def expression_fault(tag: str, word: str) -> LocalText | None:
    """Why a tag that neither opens nor ends anything cannot be read; None when it can."""
    if word in {"else", "elif"}:
        return None
    if tag.startswith("{%"):
        return unknown_tag(tag)
    try:
        sandbox().parse(tag)
    except TemplateSyntaxError:
        return unread(tag)
    return None


def follow(
    node: nodes.Node, known: Mapping[str, Any], walk: Walk, *, over: tuple[str, ...]
) -> None:
    """Note every field under a node that is not there; `known` has the kinds of the names in
    scope, "" that of the report itself; `over` has the lists of the loops around the node."""
    if not isinstance(node, ALLOWED):
        walk.add(quoted(node), not_allowed(kind_of(node)))
        return
    if isinstance(node, nodes.For):
        follow_loop(node, known, walk, over=over)
        return
    if isinstance(node, nodes.Name | nodes.Getattr):
        kind_under(node, known, walk)
        return
    for inner in node.iter_child_nodes():
        follow(inner, known, walk, over=over)


def follow_loop(
    node: nodes.For, known: Mapping[str, Any], walk: Walk, *, over: tuple[str, ...]
) -> None:
    """A loop: over a list of the report, under a plain name, without more; never over a list within
    itself, which would print it as often as it is long."""
    listed_as = path_of(node.iter)
    if len(over) >= NESTED or listed_as in over or node.recursive or node.test or node.else_:
        walk.add("for", not_allowed("for"))
        return
    listed = kind_under(node.iter, known, walk)
    item = item_of(listed)
    if listed is not None and item is None:
        walk.add(listed_as, no_list(listed_as))
    if not isinstance(node.target, nodes.Name):
        walk.add("for", not_allowed("for"))
        return
    for inner in node.body:
        scope = {**known, node.target.name: item, "loop": LOOP}
        follow(inner, scope, walk, over=(*over, listed_as))


def kind_under(node: nodes.Node, known: Mapping[str, Any], walk: Walk) -> Any:
    """The kind of a field; None where it is not there, which is noted once."""
    if isinstance(node, nodes.Name):
        scope = {**parts_under(known[""]), **{name: kind for name, kind in known.items() if name}}
        return found_in(scope, node.name, node.name, "", walk)
    if not isinstance(node, nodes.Getattr):
        walk.add(quoted(node), not_allowed(kind_of(node)))
        return None
    above = kind_under(node.node, known, walk)
    if above is None:
        return None
    before = f"{path_of(node.node)}."
    return found_in(parts_under(above), node.attr, path_of(node), before, walk)


def found_in(scope: Mapping[str, Any], name: str, path: str, before: str, walk: Walk) -> Any:
    """The kind that a name has among those in a scope; notes a fault where there is none."""
    if name in scope:
        return scope[name]
    near = get_close_matches(name, scope, n=1, cutoff=0.6)
    offered = f"{before}{near[0]}" if near else ", ".join(f"{before}{one}" for one in scope)
    walk.add(path, unknown(path, offered) if scope else nothing_under(path))
    return None


def parts_under(kind: Any) -> Mapping[str, Any]:
    """The fields under a kind."""
    return kind if isinstance(kind, dict) else parts_of(kind)


def path_of(node: nodes.Node) -> str:
    """A field as a template writes it: "measure.title"; '' for what is none."""
    if isinstance(node, nodes.Name):
        return node.name
    return f"{path_of(node.node)}.{node.attr}" if isinstance(node, nodes.Getattr) else ""


def kind_of(node: nodes.Node) -> str:
    """What a node is called in the language of templates: "filter", "call"."""
    return getattr(node, "name", "") or type(node).__name__.lower()


def quoted(node: nodes.Node) -> str:
    """A name that stands in a node, by which its tag is found."""
    names = (path_of(one) for one in node.find_all((nodes.Getattr, nodes.Name)))
    return next((name for name in names if name), "")


def place_of(quoted_words: str, part: Part) -> LocalText:
    """Where some words stand in a tag for the first time."""
    wanted = re.compile(rf"(?<![\w.]){re.escape(quoted_words)}(?!\w)")
    for paragraph in part.paragraphs:
        if any(wanted.search(tag) for tag in TAG.findall(paragraph.words)):
            return paragraph.place
    return LocalText()
