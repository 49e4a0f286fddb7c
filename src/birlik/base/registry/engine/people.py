"""What is written of a person, and what is shown of it."""

from dataclasses import dataclass
from enum import StrEnum

from birlik.base.values.local_text import LocalText

HIDDEN = "•"


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person as entered or corrected.

    `territory` is the code (КАТО) of the place whose secretary keeps the record, '' for the
    republic. Of `iin` (12 digits), `phone` and `email`, None leaves what is kept, '' removes it.
    """

    full_name: str
    full_name_ru: str = ""
    full_name_latin: str = ""
    territory: str = ""
    languages: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    iin: str | None = None
    phone: str | None = None
    email: str | None = None


class SeenFor(StrEnum):
    """Why somebody looks at what is kept apart: the journal says it, so it is no free text."""

    CONTACT = "contact"
    COMPARE = "compare"
    PAPER = "paper"
    REQUEST = "request"


SEEN_FOR = {
    SeenFor.CONTACT: LocalText(
        "Байланысу үшін", "Чтобы связаться с лицом", "To get in touch with the person"
    ),
    SeenFor.COMPARE: LocalText(
        "Құжатпен салыстыру үшін", "Чтобы сверить с документом", "To compare with a paper"
    ),
    SeenFor.PAPER: LocalText(
        "Құжат дайындау үшін", "Чтобы подготовить документ", "To prepare a paper"
    ),
    SeenFor.REQUEST: LocalText(
        "Адамның өз өтініші бойынша", "По обращению самого лица", "At the person’s own request"
    ),
}
"""The purposes for which restricted fields are shown."""


def masked_iin(iin: str) -> str:
    """A number (ИИН) of which the last four digits alone are read: "••••••••0123"."""
    return HIDDEN * (len(iin) - 4) + iin[-4:] if len(iin) > 4 else HIDDEN * len(iin)
