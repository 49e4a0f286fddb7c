"""The acts that figures of the charter cite by a short name, as papers name them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from birlik.base.values.local_text import LocalText


@dataclass(frozen=True, slots=True)
class Citation:
    """An act as papers name it: its number, its day, and all of it in words."""

    number: str
    on: date
    name: LocalText


CITED: Mapping[str, Citation] = {
    "C2013": Citation(
        "552",
        date(2013, 4, 18),
        LocalText(
            "ҚР Президентінің 2013 жылғы 18 сәуірдегі № 552 Жарлығы",
            "Указ Президента РК от 18 апреля 2013 года № 552",
            "Decree No. 552 of 18.04.2013",
        ),
    ),
    "C2022": Citation(
        "1014",
        date(2022, 9, 15),
        LocalText(
            "ҚР Президентінің 2022 жылғы 15 қыркүйектегі № 1014 Жарлығы",
            "Указ Президента РК от 15 сентября 2022 года № 1014",
            "Decree No. 1014 of 15.09.2022",
        ),
    ),
    "C2030": Citation(
        "1144",
        date(2025, 12, 29),
        LocalText(
            "ҚР Президентінің 2025 жылғы 29 желтоқсандағы № 1144 Жарлығы",
            "Указ Президента РК от 29 декабря 2025 года № 1144",
            "Decree No. 1144 of 29.12.2025",
        ),
    ),
}
"""Short name → the act: the three concepts of the Assembly's development."""


def cited(act: str) -> Citation | None:
    """The act of a short name; None for one that is not known."""
    return CITED.get(act)


def act_named(act: str) -> LocalText:
    """What papers call an act; the name as it is given where it is none of the short ones."""
    found = CITED.get(act)
    return found.name if found else LocalText(act, act, act)
