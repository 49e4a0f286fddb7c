"""A draft of twenty measures as plain values, and in the database."""

from collections.abc import Mapping
from functools import cache
from typing import Any

import yaml

from birlik.base.values.local_text import LocalText
from birlik.domains.drafting.engine.content import DraftContent, MeasureRow
from birlik.wiring.demo.drafting import task_rows
from birlik.wiring.foundations import HERE

NAMES = ("title", "form", "deadline")


@cache
def card() -> Mapping[str, Any]:
    """The draft of the demonstration, as its file has it."""
    path = HERE / "demo" / "plan_draft.yaml"
    found: Mapping[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return found


def executors(codes: list[str]) -> LocalText:
    """The cell of the executors in both languages."""
    named = [card()["executors"][code] for code in codes]
    return LocalText(*(", ".join(names[language] for names in named) for language in ("kk", "ru")))


def twenty() -> DraftContent:
    """The twenty measures, numbered through."""
    bodies = yaml.safe_load((HERE / "structures.yaml").read_text(encoding="utf-8"))
    return DraftContent(
        title=LocalText(**card()["title"]),
        first_year=2026,
        last_year=2030,
        tasks=tuple(task_rows(card())),
        measures=tuple(
            MeasureRow(
                key=number,
                number=str(number),
                direction=str(one["direction"]),
                executors=executors(one["executors"]),
                tasks=tuple(one["tasks"]),
                indicators=tuple(one["indicators"]),
                **{name: LocalText(**one[name]) for name in NAMES},
            )
            for number, one in enumerate(card()["measures"], start=1)
        ),
        abbreviations=tuple(
            (LocalText(one["short_kk"], one["short_ru"]), LocalText(one["kk"], one["ru"]))
            for one in bodies
            if "until" not in one
        ),
    )
