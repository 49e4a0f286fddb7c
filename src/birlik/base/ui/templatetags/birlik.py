"""What every template may use: content in the reader's language, days, numbers, small parts."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django import template
from django.conf import settings
from django.core.paginator import Page as Leaf
from django.http import HttpRequest
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from birlik.base.ui.language import known_language, reader_language
from birlik.base.values.clock import ZONE
from birlik.base.values.local_text import Language, LocalText

register = template.Library()

SHORT: dict[Language, str] = {"kk": "қаз", "ru": "рус", "en": "eng"}
LANGUAGE_NOTES = {
    "kk": _("The text is in Kazakh"),
    "ru": _("The text is in Russian"),
    "en": _("The text is in English"),
}
SIGNS = {"ok": "✓", "late": "!", "warn": "?", "wait": "…", "open": "○", "todo": "·", "void": "×"}
"""The sign beside each tone, so that no state is told by colour alone."""
MARKDOWN = re.compile(r"\*\*|^#{1,6} ", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class StripCell:
    """A cell of a strip: its tone ("ok", "late", "warn", "wait", "open", "todo", "void"), the
    letter shown in it, what it says in words, and where it leads ('' for nowhere)."""

    tone: str
    letter: str
    words: str
    url: str = ""


@register.filter
def local(text: LocalText) -> str:
    """A text in the reader's language; in another one, marked as such, when it lacks that."""
    reader = reader_language()
    shown = text.language_shown(reader)
    if shown is None or shown == reader:
        return text.get(reader)
    return format_html(
        '<span lang="{}">{}</span> <abbr class="tongue" title="{}">{}</abbr>',
        shown,
        text.get(reader),
        LANGUAGE_NOTES[shown],
        SHORT[shown],
    )


@register.filter
def words(text: LocalText) -> str:
    """A text in the reader's language or the nearest one, bare: for attributes and options."""
    return text.get(reader_language())


@register.filter
def tongue(code: str) -> str:
    """The short name of a language by which its reader knows it: "қаз"."""
    return SHORT[known_language(code)]


@register.filter
def own_name(code: str) -> str:
    """The name of a language in that language: "Қазақша"."""
    return dict(settings.LANGUAGES)[known_language(code)]


@register.filter
def day(on: date | datetime | None) -> str:
    """A day as 20.11.2026, an instant as the day it falls on in Kazakhstan; '' for None."""
    if isinstance(on, datetime):
        on = on.astimezone(ZONE).date()
    return "" if on is None else f"{on:%d.%m.%Y}"


@register.filter
def moment(at: datetime | None) -> str:
    """An instant as 20.11.2026, 14:05 in Kazakhstan; '' for None."""
    return "" if at is None else f"{at.astimezone(ZONE):%d.%m.%Y, %H:%M}"


@register.filter
def number(value: Decimal | float | None) -> str:
    """A number with the reader's decimal sign and narrow spaces between thousands."""
    if value is None:
        return ""
    text = f"{Decimal(str(value)):,f}"
    whole, _point, part = text.partition(".")
    part = part.rstrip("0")
    if reader_language() == "en":
        return f"{whole}.{part}" if part else whole
    whole = whole.replace(",", "\u202f")
    return f"{whole},{part}" if part else whole


@register.simple_tag
def state(tone: str, label: str) -> SafeString:
    """A pill: a state in words, with the colour and the sign of its tone."""
    return format_html(
        '<span class="state {}"><span aria-hidden="true">{}</span>{}</span>',
        tone,
        SIGNS[tone],
        label,
    )


@register.simple_tag
def pill(code: str, pills: Mapping[str, tuple[str, str]]) -> SafeString:
    """The pill that `pills` (code → tone, words) has for a code."""
    tone, label = pills[code]
    return state(tone, label)


@register.inclusion_tag("ui/strip.html")
def strip(cells: Iterable[StripCell], label: str = "") -> dict[str, object]:
    """A strip of cells, one to an occurrence; `label` names it for those who cannot see it."""
    return {"cells": cells, "label": label}


@register.inclusion_tag("ui/figure.html")
def figure(value: object, label: str, url: str = "", tone: str = "") -> dict[str, object]:
    """A figure with its label; a link when `url` is given. A nought takes no tone."""
    return {"value": value, "label": label, "url": url, "tone": tone if value else ""}


@register.inclusion_tag("ui/chip.html", takes_context=True)
def chip(context: dict[str, Any], label: str, name: str, value: object = "") -> dict[str, object]:
    """A filter kept in the address: sets `name` to `value`, or clears it when already set.

    An empty value stands for "all".
    """
    asked: HttpRequest = context["request"]
    query = asked.GET.copy()
    query.pop("page", None)
    chosen = asked.GET.get(name, "") == str(value)
    query.pop(name, None)
    if value != "" and not chosen:
        query[name] = str(value)
    return {"label": label, "chosen": chosen, "query": query.urlencode()}


@register.inclusion_tag("ui/sorted.html", takes_context=True)
def sorted_by(
    context: dict[str, Any], label: str, key: str, kind: str = "", start: str = ""
) -> dict[str, object]:
    """The head of a column that sorts by `key`: `?sort=key`, then `?sort=-key`.

    `start` is the sort of an address that names none; `kind` a class of the cell ("num").
    """
    asked: HttpRequest = context["request"]
    query = asked.GET.copy()
    query.pop("page", None)
    current = asked.GET.get("sort", start)
    query["sort"] = f"-{key}" if current == key else key
    direction = {key: "ascending", f"-{key}": "descending"}.get(current, "")
    return {"label": label, "query": query.urlencode(), "direction": direction, "kind": kind}


@register.inclusion_tag("ui/leaves.html", takes_context=True)
def leaves(context: dict[str, Any], leaf: "Leaf[Any]") -> dict[str, object]:
    """Links to the pages of a list longer than one."""
    asked: HttpRequest = context["request"]
    query = asked.GET.copy()
    query.pop("page", None)
    return {
        "leaf": leaf,
        "query": query.urlencode(),
        "numbers": leaf.paginator.get_elided_page_range(leaf.number, on_each_side=2, on_ends=1),
        "gap": leaf.paginator.ELLIPSIS,
    }


@register.inclusion_tag("ui/exports.html", takes_context=True)
def exports(context: dict[str, Any], *more: str) -> dict[str, object]:
    """Links to the whole list of a page as a file, as far as its filters let it be seen; `more` are
    formats beside XLSX and CSV."""
    asked: HttpRequest = context["request"]
    query = asked.GET.copy()
    for name in ("page", "format"):
        query.pop(name, None)
    return {"query": query.urlencode(), "formats": ("xlsx", "csv", *more)}


@register.filter
def unmarked(text: str) -> str:
    """A source's words without Markdown's marks of headings and bold type, which say nothing."""
    return MARKDOWN.sub("", text)


@register.simple_tag
def words_with(text: str, spans: Iterable[tuple[int, int]]) -> SafeString:
    """A text with `spans` (`[start, end)`, in order, not overlapping) marked."""
    pairs: list[tuple[str, str]] = []
    at = 0
    for start, end in spans:
        pairs.append((unmarked(text[at:start]), unmarked(text[start:end])))
        at = end
    return format_html_join("", "{}<mark>{}</mark>", pairs) + format_html("{}", unmarked(text[at:]))
