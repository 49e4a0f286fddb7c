"""What was found in the register, in the reader's language, with the words that were met marked."""

from collections.abc import Collection
from dataclasses import dataclass

from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from birlik.base.registry.models import Person, Structure
from birlik.base.ui.language import reader_language
from birlik.base.ui.templatetags.birlik import words, words_with
from birlik.base.values.local_text import FALLBACK, Language, LocalText
from birlik.base.values.search import spans_of


@dataclass(frozen=True, slots=True)
class Line:
    """A body or a person: `also` is another form of the name, where only that holds the words;
    `note` says where it lies."""

    url: str
    title: SafeString
    also: SafeString
    note: str


def structure_line(one: Structure, met: Collection[str]) -> Line:
    """A body, with its territory."""
    url = reverse("structure", args=(one.pk,))
    names = {code: getattr(one.name, code) for code in FALLBACK[reader_language()]}
    return line(url, names, met, place(one))


def person_line(one: Person, met: Collection[str]) -> Line:
    """A person, with the territory that keeps the record."""
    url = reverse("person", args=(one.pk,))
    forms = LocalText(one.full_name, one.full_name_ru, one.full_name_latin)
    names: dict[Language, str] = {"kk": forms.kk, "ru": forms.ru, "en": forms.en}
    return line(url, names, met, place(one))


def place(one: Structure | Person) -> str:
    """Where an entry lies."""
    return words(one.territory.name) if one.territory else _("Republic")


def line(url: str, names: dict[Language, str], met: Collection[str], note: str) -> Line:
    """A line with the first name that there is, and the one that was met where that is another."""
    known = [(code, text) for code, text in names.items() if text]
    shown = known[0] if known else (reader_language(), note)
    marked = next((one for one in known if spans_of(one[1], met)), shown)
    also = SafeString() if marked == shown else in_language(*marked, met)
    return Line(url, in_language(*shown, met), also, note)


def in_language(code: Language, text: str, met: Collection[str]) -> SafeString:
    """A name with its marks, told to be of another language than the page where it is."""
    marked = words_with(text, spans_of(text, met))
    if code == reader_language():
        return marked
    return format_html('<span lang="{}">{}</span>', code, marked)
