"""The list of what an office hands over: its parts, its rows and their digest."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Any, Literal

from birlik.base.values.local_text import LocalText

Part = Literal[
    "obligations",
    "drafts",
    "reviews",
    "visas",
    "sheets",
    "extensions",
    "resolutions",
    "assignments",
]
PARTS: dict[Part, LocalText] = {
    "obligations": LocalText(
        "Орындалатын тапсырмалар", "Поручения к исполнению", "Obligations to be fulfilled"
    ),
    "drafts": LocalText(
        "Басталған есептердің жобалары", "Начатые проекты отчетов", "Drafts of reports"
    ),
    "reviews": LocalText(
        "Қарауды күтіп тұрған есептер", "Отчеты, ожидающие рассмотрения", "Reports to be reviewed"
    ),
    "visas": LocalText("Күтіліп тұрған бұрыштамалар", "Ожидаемые визы", "Visas awaited"),
    "sheets": LocalText(
        "Толтырылатын парақтар", "Листы сбора информации к заполнению", "Sheets to fill in"
    ),
    "extensions": LocalText(
        "Мерзімді ұзарту өтінімдері", "Запросы о продлении срока", "Requests for a later date"
    ),
    "resolutions": LocalText(
        "Берілген қарарлар бойынша орындалмағаны",
        "Неисполненное по данным резолюциям",
        "Open under resolutions given",
    ),
    "assignments": LocalText(
        "Қарармен осы лауазымға тапсырылғаны",
        "Порученное этой должности резолюциями",
        "Given to this office by resolutions",
    ),
}
"""The parts of the list in order, and what they are called."""


@dataclass(frozen=True, slots=True)
class Item:
    """A row: of which part, the act and point, what it is about, whose, by when, in which state
    (its code, '' where it has none), and the page where it is done."""

    part: Part
    point: str
    title: LocalText
    body: LocalText
    due_on: date | None
    state: str
    address: str


def records_of(items: Iterable[Item]) -> list[dict[str, Any]]:
    """The rows as they are stored."""
    return [
        {
            "part": one.part,
            "point": one.point,
            "title": [one.title.kk, one.title.ru, one.title.en],
            "body": [one.body.kk, one.body.ru, one.body.en],
            "due_on": one.due_on.isoformat() if one.due_on else None,
            "state": one.state,
            "address": one.address,
        }
        for one in items
    ]


def items_in(records: Iterable[Mapping[str, Any]]) -> list[Item]:
    """The rows of a stored list."""
    return [
        Item(
            part=one["part"],
            point=one["point"],
            title=LocalText(*one["title"]),
            body=LocalText(*one["body"]),
            due_on=date.fromisoformat(one["due_on"]) if one["due_on"] else None,
            state=one["state"],
            address=one["address"],
        )
        for one in records
    ]


def digest_of(records: Sequence[Mapping[str, Any]]) -> str:
    """The SHA-256 of a stored list."""
    text = json.dumps(records, ensure_ascii=False, sort_keys=True)
    return sha256(text.encode()).hexdigest()


def by_part(items: Iterable[Item]) -> list[tuple[LocalText, list[Item]]]:
    """The parts that have rows, in order, each with its name."""
    rows = list(items)
    parts = ((name, [one for one in rows if one.part == part]) for part, name in PARTS.items())
    return [(name, found) for name, found in parts if found]
