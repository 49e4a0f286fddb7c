"""What every template may use: content in the reader's language."""

from django import template
from django.utils.translation import get_language

from birlik.base.values.local_text import LANGUAGES, Language, LocalText

register = template.Library()


def reader_language() -> Language:
    """The language in which the page is being written."""
    active = (get_language() or "kk")[:2]
    return next((code for code in LANGUAGES if code == active), "kk")


@register.filter
def local(text: LocalText) -> str:
    """A text in the reader's language, or in the nearest one that has it."""
    return text.get(reader_language())
