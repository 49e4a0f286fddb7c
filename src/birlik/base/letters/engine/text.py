"""The text of a mailing and its fields in double braces, which are filled for each addressee.

A field is named in Latin letters: `{{addressee}}`, `{{term}}`. Spaces inside the braces do not
matter, nor does the case of the letters.
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Literal, Self

from birlik.base.values.local_text import LocalText

MailingKind = Literal["request", "reminder", "return", "report", "other"]
FIELD = re.compile(r"\{\{\s*([A-Za-z][A-Za-z0-9_]*)\s*\}\}")
ADDRESSEE = "addressee"
"""The field that every letter has: the name of the body to which it goes."""


@dataclass(frozen=True, slots=True)
class MailingText:
    """What a mailing says and who signs it.

    `text` may hold fields in double braces; paragraphs are parted by an empty line. `executor` and
    `phone` tell whom the addressee may call.
    """

    kind: MailingKind
    subject: LocalText
    text: LocalText
    signatory: str
    executor: str
    phone: str = ""

    def filled(self, values: Mapping[str, LocalText]) -> Self:
        """The same with the fields filled that are alike for all addressees; others stay."""
        return replace(self, subject=filled(self.subject, values), text=filled(self.text, values))

    @property
    def fields(self) -> frozenset[str]:
        """The names of the fields that still stand in it."""
        return fields_in(self.subject) | fields_in(self.text)


def fields_in(text: LocalText) -> frozenset[str]:
    """The names of the fields in a text of any language, in small letters."""
    found = (name for one in (text.kk, text.ru, text.en) for name in FIELD.findall(one))
    return frozenset(name.casefold() for name in found)


def filled(text: LocalText, values: Mapping[str, LocalText]) -> LocalText:
    """A text with the fields of `values` filled, each in its language or the nearest one; fields
    that have no value stay as they are."""
    return LocalText(
        kk=filled_in(text.kk, {name: value.get("kk") for name, value in values.items()}),
        ru=filled_in(text.ru, {name: value.get("ru") for name, value in values.items()}),
        en=filled_in(text.en, {name: value.get("en") for name, value in values.items()}),
    )


def filled_in(text: str, values: Mapping[str, str]) -> str:
    """A text of one language with its fields filled."""
    return FIELD.sub(lambda found: values.get(found[1].casefold(), found[0]), text)


def unfilled(text: MailingText, values: Collection[Mapping[str, LocalText]]) -> tuple[str, ...]:
    """The fields of a mailing for which an addressee has no value, by name; `values` are those of
    each addressee beside `addressee`, which every one has."""
    wanted = text.fields - {ADDRESSEE}
    return tuple(sorted(name for name in wanted if any(name not in one for one in values)))
