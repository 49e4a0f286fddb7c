"""Rows that are settled: what is to be written, and of whom."""

from dataclasses import dataclass
from datetime import date

from birlik.base.registry.engine.cards import CardRow
from birlik.base.registry.engine.people import PersonRow
from birlik.base.registry.engine.registers import EnrolmentRow


@dataclass(frozen=True, slots=True)
class BodyLine:
    """A body to be entered, or, where `number` is that of a body, one whose card is corrected.

    A new body may lie `within` another new one of the same call, given by its place among the
    lines, counted from 0; else `card.parent` says what it lies in.
    """

    card: CardRow
    number: int | None = None
    within: int | None = None


@dataclass(frozen=True, slots=True)
class SeatLine:
    """An office that a person takes up: the body is a `structure` by number, or `of` a new body of
    the same call by its place among the lines, counted from 0.

    `valid_until` is the first day on which it no longer holds. `group` and `represents` are what a
    composition is counted by; see `Appointment`.
    """

    office: str
    valid_from: date
    valid_until: date | None = None
    structure: int | None = None
    of: int | None = None
    ground: str = ""
    group: str = ""
    represents: int | None = None


@dataclass(frozen=True, slots=True)
class PersonLine:
    """A person to be entered, or, where `number` is a person's, corrected; with the offices and the
    places in registers that are new."""

    row: PersonRow
    number: int | None = None
    seats: tuple[SeatLine, ...] = ()
    registers: tuple[EnrolmentRow, ...] = ()


@dataclass(frozen=True, slots=True)
class Taken:
    """What was written: the numbers of the bodies and of the people in the order of their lines,
    and how many offices were founded, appointments made and places in registers given."""

    structures: tuple[int, ...] = ()
    people: tuple[int, ...] = ()
    offices: int = 0
    appointments: int = 0
    enrolments: int = 0
