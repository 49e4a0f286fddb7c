"""What a report must bring to be one: content, and the evidence that its form demands.

A submission without content, or without the evidence that the form demands, is no fulfilment.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Literal

Demand = Literal["", "any", "protocol"]
"""What a form of completion demands: nothing beyond words; any file, link or card; a signed
protocol of the body with its number and a date in the period."""

Lack = Literal["content", "evidence", "protocol", "protocol_period", "quantity"]


@dataclass(frozen=True, slots=True)
class Proof:
    """A piece of evidence: the number, date and issuer of the paper, and how many things it counts;
    `is_paper` for a file or a card."""

    is_paper: bool
    number: str = ""
    dated_on: date | None = None
    issuer: str = ""
    quantity: int | None = None


@dataclass(frozen=True, slots=True)
class Demanded:
    """What an obligation demands of its report: evidence, how many things, and its period."""

    demand: Demand
    quantity: int | None
    first_on: date
    last_on: date


def lacking(words: str, proofs: Collection[Proof], demanded: Demanded) -> tuple[Lack, ...]:
    """What a report lacks, in the order in which its author meets it."""
    lacks: list[Lack] = []
    if not words.strip():
        lacks.append("content")
    if demanded.quantity and not quantity_of(proofs):
        lacks.append("quantity")
    if demanded.demand == "any" and not proofs:
        lacks.append("evidence")
    if demanded.demand == "protocol":
        signed = [one for one in proofs if one.is_paper and one.number.strip() and one.dated_on]
        signed = [one for one in signed if one.issuer.strip()]
        if not signed:
            lacks.append("protocol")
        elif not any(is_within(one.dated_on, demanded) for one in signed):
            lacks.append("protocol_period")
    return tuple(lacks)


def is_within(day: date | None, demanded: Demanded) -> bool:
    """Whether a day lies in the period of an obligation."""
    return day is not None and demanded.first_on <= day <= demanded.last_on


def quantity_of(proofs: Collection[Proof]) -> int | None:
    """The sum of what the evidence counts; None where nothing is counted."""
    counted = [one.quantity for one in proofs if one.quantity is not None]
    return sum(counted) if counted else None
