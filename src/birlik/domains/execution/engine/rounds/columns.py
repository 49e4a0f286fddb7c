"""The columns of a round: the usual ones, and those that a coordinator defines on the spot."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import get_args

from birlik.base.values.local_text import LocalText
from birlik.domains.execution.engine.rounds.cells import (
    DONE,
    LINK,
    NOT_BEGUN,
    QUANTITY,
    STANDING,
    TEXT_KK,
    TEXT_RU,
    UNDER_WAY,
    Column,
    Kind,
    Option,
)

KINDS: tuple[Kind, ...] = get_args(Kind)


@dataclass(frozen=True, slots=True)
class ColumnRow(Column):
    """A column that a round asks for; its place is that in the list. `code` names its cells;
    `summed` ones get totals."""

    summed: bool = False

    def words(self, cell: str) -> LocalText:
        """What a cell says: an option by what it is called, anything else as it stands."""
        named = (one.words for one in self.options if one.code == cell)
        return next(named, LocalText(cell, cell, cell))


STANDARD = (
    ColumnRow(
        STANDING,
        "choice",
        LocalText("Орындалу барысы", "Ход исполнения"),
        required=True,
        options=(
            Option(DONE, "орындалды", "исполнено"),
            Option(UNDER_WAY, "орындалуда", "исполняется"),
            Option(NOT_BEGUN, "басталған жоқ", "не начато"),
        ),
    ),
    ColumnRow(TEXT_KK, "text", LocalText("Ақпарат (қазақша)", "Информация (на казахском)")),
    ColumnRow(TEXT_RU, "text", LocalText("Ақпарат (орысша)", "Информация (на русском)")),
    ColumnRow(QUANTITY, "number", LocalText("Саны", "Количество"), summed=True),
    ColumnRow(LINK, "link", LocalText("Жарияланым сілтемесі", "Ссылка на публикацию")),
)
"""What a round of an act asks of each measure, unless the coordinator decides otherwise."""


def own_codes(taken: Iterable[str]) -> Iterator[str]:
    """Codes for columns that have none yet, none of those taken: "c1", "c2", …"""
    known, number = set(taken), 0
    while True:
        number += 1
        if f"c{number}" not in known:
            yield f"c{number}"


def options_of(text: str) -> tuple[Option, ...]:
    """Values to choose from, one on a line, Kazakh and Russian parted by a bar.

    >>> [one.both for one in options_of("иә | да")]
    ['иә / да']
    """
    pairs = [split_words(line) for line in text.splitlines() if line.strip(" |")]
    return tuple(Option(f"o{place}", *pair) for place, pair in enumerate(pairs, start=1))


def options_text(options: Iterable[Option]) -> str:
    """The options as `options_of` reads them."""
    return "\n".join(f"{one.kk} | {one.ru}" for one in options)


def lines_of(text: str) -> tuple[LocalText, ...]:
    """Rows pasted one on a line, Kazakh and Russian parted by a bar or a tabulator."""
    lines = (line.replace("\t", "|") for line in text.splitlines())
    return tuple(LocalText(*split_words(line)) for line in lines if line.strip(" |"))


def split_words(line: str) -> tuple[str, str]:
    """Kazakh and Russian of a line; the same words twice where it has no bar."""
    kk, bar, ru = (part.strip() for part in line.partition("|"))
    return (kk or ru, ru or kk) if bar else (kk, kk)
