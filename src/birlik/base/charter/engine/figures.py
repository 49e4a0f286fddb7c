"""Numbers that acts give of the Assembly, and what of the register they are compared with."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, cast, get_args

from birlik.base.charter.engine.properties import UnreadableCharterError, Wants, checked
from birlik.base.values.local_text import LocalText

Counted = Literal["bodies", "members", "enrolled", "territories", "languages", "nothing"]
"""What of the register a figure counts: bodies of `kinds`, people in office in them, people in a
`register`, territories with a body of `kinds`, languages of bodies of `kinds`; or nothing yet."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of an act: on a day or in a year where the act says so, else as of its adoption.

    `printed` is how the act writes it, `offset` where in its `text` (code points from the
    beginning); `at_least` for "more than" and "over", `about` for "about". `levels` narrow what is
    counted.
    """

    code: str
    name: LocalText
    value: int
    counts: Counted
    act: str
    place: str
    printed: str
    text: str
    offset: int
    kinds: tuple[str, ...] = ()
    register: str = ""
    levels: tuple[str, ...] = ()
    at_least: bool = False
    about: bool = False
    year: int | None = None
    day: date | None = None


FIGURE = {
    "value": Wants(int, needed=True),
    "counts": Wants(str, needed=True, among=get_args(Counted)),
    "act": Wants(str, needed=True),
    "place": Wants(str, needed=True),
    "printed": Wants(str, needed=True),
    "text": Wants(str, needed=True),
    "offset": Wants(int, needed=True),
    "kinds": Wants(list),
    "register": Wants(str),
    "levels": Wants(list),
    "at_least": Wants(bool),
    "about": Wants(bool),
    "year": Wants(int),
    "day": Wants(date),
}


def read_figure(code: str, name: LocalText, properties: Mapping[str, Any]) -> Figure:
    """A figure of an act; raises `UnreadableCharterError` for properties that are not those of
    one."""
    place = f"figure.{code}"
    found = checked(place, dated(properties), FIGURE)
    counts = cast(Counted, found["counts"])
    if counts in ("bodies", "members", "territories", "languages") and not found.get("kinds"):
        raise UnreadableCharterError(f"{place} lacks kinds: the bodies that are counted")
    if counts == "enrolled" and not found.get("register"):
        raise UnreadableCharterError(f"{place} lacks register: whose people are counted")
    return Figure(
        code=code,
        name=name,
        value=found["value"],
        counts=counts,
        act=found["act"],
        place=found["place"],
        printed=found["printed"],
        text=found["text"],
        offset=found["offset"],
        kinds=tuple(found.get("kinds", ())),
        register=found.get("register", ""),
        levels=tuple(found.get("levels", ())),
        at_least=found.get("at_least", False),
        about=found.get("about", False),
        year=found.get("year"),
        day=found.get("day"),
    )


def dated(properties: Mapping[str, Any]) -> dict[str, Any]:
    """Properties in which a day is a day, also where JSON kept it as text."""
    day = properties.get("day")
    return dict(properties) | ({"day": date.fromisoformat(day)} if isinstance(day, str) else {})
