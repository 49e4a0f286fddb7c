"""Rows of a file as they are kept to be looked at, and given back."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from birlik.base.registry.engine.importing.cells import Objection, worded
from birlik.base.registry.engine.importing.verdict import Change, Means, Weighed
from birlik.base.values.local_text import LANGUAGES, LocalText


@dataclass(frozen=True, slots=True)
class Shown:
    """A row as it is shown: its number, its cells in words, what is to be said of it by column and
    cell ("bin", "B7"), what was put right, and what it changes."""

    number: int
    cells: Mapping[str, str]
    reasons: tuple[tuple[str, str, LocalText], ...]
    mended: tuple[tuple[str, str, LocalText], ...]
    changes: tuple[Change, ...]


def to_see(one: Weighed) -> bool:
    """Whether somebody should look at a row: it changes something, was put right, or is unfit."""
    return one.means in (Means.CHANGED, Means.UNFIT) or bool(one.is_good and one.said.mended)


def record_of(one: Weighed, letters: Mapping[str, str]) -> dict[str, Any]:
    """A row as JSON; `letters` say in which column of the sheet each of its columns stands. Only
    what cannot be taken keeps its cells."""
    said = one.said
    cells = {name: worded(value) for name, value in said.cells.items()}
    return {
        "cells": cells if one.means == Means.UNFIT else {},
        "reasons": [spoken(one, letters, said.number) for one in said.objections],
        "mended": [spoken(one, letters, said.number) for one in said.mended],
        "changes": [
            [change.column, in_each(change.was), in_each(change.becomes)] for change in one.changes
        ],
    }


def shown(number: int, record: Mapping[str, Any]) -> Shown:
    """A row from its JSON."""
    return Shown(
        number,
        record["cells"],
        tuple((name, cell, LocalText(*said)) for name, cell, *said in record["reasons"]),
        tuple((name, cell, LocalText(*said)) for name, cell, *said in record["mended"]),
        tuple(
            Change(column, LocalText(*was), LocalText(*becomes))
            for column, was, becomes in record["changes"]
        ),
    )


def spoken(one: Objection, letters: Mapping[str, str], row: int) -> list[str]:
    """What is to be said of a column in a row, with its cell ("B7") where the sheet has it."""
    cell = f"{letters[one.column]}{row}" if one.column in letters else ""
    return [one.column, cell, *in_each(one.reason)]


def in_each(words: LocalText) -> list[str]:
    """A text in each language, in their order."""
    return [getattr(words, code) for code in LANGUAGES]
