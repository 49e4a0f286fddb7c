"""Reading what a person entered in a cell, by the kind of its column.

A cell is kept as a text in canonical form, so that two who mean the same have entered the same:
numbers with a point and without blanks, dates as 2026-11-20, choices by their codes.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from types import MappingProxyType
from typing import Literal
from urllib.parse import urlsplit

from birlik.base.values.local_text import LocalText

Kind = Literal["text", "number", "date", "link", "choice"]
Raw = str | bool | int | float | Decimal | date | datetime | None
"""What a form or a workbook gives for a cell."""

STANDING, TEXT_KK, TEXT_RU, QUANTITY, LINK = "standing", "text_kk", "text_ru", "quantity", "link"
"""The codes of the columns that a round of an act has."""

DONE, UNDER_WAY, NOT_BEGUN = "done", "under_way", "not_begun"
"""What may stand in `STANDING`."""

LONGEST_TEXT = 20_000
LONGEST_LINK = 1_000
LONGEST_NUMBER = 15
"""How many characters a text and a link may have, and how many digits a number."""

LARGEST_QUANTITY = 2_147_483_647
FIRST_DAY, LAST_DAY = date(1990, 1, 1), date(2099, 12, 31)
DAY = re.compile(r"(\d{1,2})[./](\d{1,2})[./](\d{4})")
ISO_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?")
NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")

TOO_LONG = LocalText(
    kk=f"Мәтін тым ұзын: {LONGEST_TEXT} таңбадан аспауы тиіс. Оны қысқартыңыз.",
    ru=f"Текст слишком длинный: не более {LONGEST_TEXT} знаков. Сократите его.",
    en=f"The text is too long: {LONGEST_TEXT} characters at most. Shorten it.",
)
NO_NUMBER = LocalText(
    kk="Мұнда сан керек, мысалы 1 250 немесе 12,5. Сөздерін мәтінге жазыңыз.",
    ru="Здесь нужно число, например 1 250 или 12,5. Слова напишите в тексте.",
    en="A number is needed here, such as 1 250 or 12,5. Put the words into the text.",
)
NO_QUANTITY = LocalText(
    kk="Мұнда бүтін сан керек, мысалы 12.",
    ru="Здесь нужно целое число, например 12.",
    en="A whole number is needed here, such as 12.",
)
NO_DATE = LocalText(
    kk="Күнді КК.АА.ЖЖЖЖ түрінде жазыңыз, мысалы 20.11.2026.",
    ru="Укажите дату в виде ДД.ММ.ГГГГ, например 20.11.2026.",
    en="Enter the date as DD.MM.YYYY, such as 20.11.2026.",
)
NO_LINK = LocalText(
    kk="Сілтеменің толық мекенжайын жазыңыз: ол https:// немесе http:// деп басталады.",
    ru="Укажите полный адрес ссылки: он начинается с https:// или http://.",
    en="Give the whole address of the link: it begins with https:// or http://.",
)


@dataclass(frozen=True, slots=True)
class Option:
    """A value to choose from."""

    code: str
    kk: str
    ru: str

    @property
    def words(self) -> LocalText:
        """What it says."""
        return LocalText(self.kk, self.ru)

    @property
    def both(self) -> str:
        """What it says in both languages."""
        return " / ".join(dict.fromkeys((self.kk, self.ru)))


@dataclass(frozen=True, slots=True)
class Column:
    """A column that is to be filled; `options` where its kind is a choice."""

    code: str
    kind: Kind
    title: LocalText
    required: bool = False
    options: Sequence[Option] = field(default=())

    @property
    def is_quantity(self) -> bool:
        """Whether it counts the things done, which are whole."""
        return self.code == QUANTITY and self.kind == "number"


class CellError(ValueError):
    """What was entered in a cell cannot be taken; `reason` says why."""

    def __init__(self, reason: LocalText) -> None:
        super().__init__(reason.en)
        self.reason = reason


def read_cell(entered: Raw, column: Column) -> str:
    """What was entered in canonical form; '' for an empty cell. Raises `CellError`."""
    words = plain(entered)
    return READERS[column.kind](words, column) if words else ""


def read_cells(
    entered: Mapping[str, Raw], columns: Iterable[Column]
) -> tuple[dict[str, str], dict[str, LocalText]]:
    """The cells of a row that can be taken, and of the others why they cannot."""
    taken: dict[str, str] = {}
    faults: dict[str, LocalText] = {}
    for column in columns:
        if column.code in entered:
            try:
                taken[column.code] = read_cell(entered[column.code], column)
            except CellError as error:
                faults[column.code] = error.reason
    return taken, faults


def plain(entered: Raw) -> str:
    """What was entered as a text, with the letters and line ends written in one way."""
    if entered is None:
        return ""
    if isinstance(entered, datetime):
        entered = entered.date()
    if isinstance(entered, float):
        entered = Decimal(repr(entered))
    if isinstance(entered, Decimal):
        return f"{entered.normalize():f}" if entered.is_finite() else str(entered)
    text = unicodedata.normalize("NFC", str(entered)).replace("\r\n", "\n").replace("\r", "\n")
    return CONTROL.sub("", text).strip()


def read_text(words: str, _column: Column) -> str:
    """Some sentences."""
    if len(words) > LONGEST_TEXT:
        raise CellError(TOO_LONG)
    return words


def read_number(words: str, column: Column) -> str:
    """A number with blanks between its thousands, a comma or a point before its parts."""
    bare = "".join(words.split()).replace(",", ".").replace("−", "-")
    if not NUMBER.fullmatch(bare) or len(bare.lstrip("-").replace(".", "")) > LONGEST_NUMBER:
        raise CellError(NO_QUANTITY if column.is_quantity else NO_NUMBER)
    return whole(bare) if column.is_quantity else shortest(bare)


def shortest(bare: str) -> str:
    """A number without noughts that say nothing."""
    value = Decimal(bare)
    return f"{value.normalize():f}" if value else "0"


def whole(bare: str) -> str:
    """A number of things. Raises `CellError` for parts of one and for less than none."""
    text = shortest(bare)
    if not text.isdecimal() or int(text) > LARGEST_QUANTITY:
        raise CellError(NO_QUANTITY)
    return text


def read_date(words: str, _column: Column) -> str:
    """A day as official papers write it, or as programs do."""
    try:
        if found := DAY.fullmatch(words):
            day = date(int(found[3]), int(found[2]), int(found[1]))
        elif found := ISO_DAY.fullmatch(words):
            day = date(int(found[1]), int(found[2]), int(found[3]))
        else:
            raise CellError(NO_DATE)
    except ValueError as error:
        raise CellError(NO_DATE) from error
    if not FIRST_DAY <= day <= LAST_DAY:
        raise CellError(NO_DATE)
    return day.isoformat()


def read_link(words: str, _column: Column) -> str:
    """The address of a page."""
    try:
        parts = urlsplit(words)
        known = parts.scheme.lower() in {"http", "https"} and "." in (parts.hostname or "")
    except ValueError:
        known = False
    if not known or len(words) > LONGEST_LINK or len(words.split()) > 1:
        raise CellError(NO_LINK)
    return words


def read_choice(words: str, column: Column) -> str:
    """One of the values to choose from: its code, or what it says in a language or in both."""
    meant = folded(words)
    for one in column.options:
        if meant in {folded(text) for text in (one.code, one.kk, one.ru, one.both)}:
            return one.code
    offered = [[getattr(one, code) for one in column.options] for code in ("kk", "ru")]
    kk, ru = (", ".join(f"«{text}»" for text in texts) for texts in offered)
    raise CellError(
        LocalText(
            kk=f"Мұндай мән жоқ. Біреуін таңдаңыз: {kk}.",
            ru=f"Такого значения нет. Выберите одно из: {ru}.",
            en=f"There is no such value. Choose one of: {ru}.",
        )
    )


def folded(words: str) -> str:
    """Words without regard to case and to how many blanks stand between them."""
    return " ".join(words.casefold().split())


READERS: Mapping[Kind, Callable[[str, Column], str]] = MappingProxyType(
    {
        "text": read_text,
        "number": read_number,
        "date": read_date,
        "link": read_link,
        "choice": read_choice,
    }
)


def shown_cell(text: str, column: Column) -> str:
    """A cell as a person reads and writes it: 20.11.2026, 1250,5; what is no such thing as it is.

    A choice stands by its code.
    """
    if column.kind == "date" and (found := ISO_DAY.fullmatch(text)):
        return f"{found[3]}.{found[2]}.{found[1]}"
    return text.replace(".", ",") if column.kind == "number" else text


def number_in(text: str) -> Decimal | None:
    """The number that a cell holds; None for an empty one or what is none."""
    try:
        return Decimal(text) if text else None
    except InvalidOperation:
        return None
