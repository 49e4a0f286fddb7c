"""What a check finds: a question for a lawyer, never a verdict."""

from dataclasses import dataclass
from typing import Literal

from birlik.base.values.local_text import LocalText

Severity = Literal["question", "warning", "error"]
"""How surely something is wrong.

`error`: two printed statements exclude each other (a figure given twice, an empty place in a
numbering). `warning`: it follows from the printed words by computation or by the dates of the acts.
`question`: it may well be meant so, but a careful reader would ask.
"""

Kind = Literal[
    "quantity_inside",
    "quantity_languages",
    "quantity_acts",
    "sum",
    "percentage",
    "indicator_table_plan",
    "indicator_acts",
    "indicator_course",
    "target_exceeded",
    "fact_against_plan",
    "promised_count",
    "parent_child_deadline",
    "past_deadline",
    "after_repeal",
    "outside_term",
    "deadline_unclear",
    "repeated_measure",
    "executor_unknown",
    "executor_agreement",
    "passport_absent",
    "one_name_two_things",
    "two_names_one_thing",
    "missing_abbreviation",
    "missing_section",
    "missing_row",
]


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Words of a source: `[start, end)` in code points of the text of `file`."""

    file: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to be clarified, said in three languages, with the words it concerns."""

    kind: Kind
    severity: Severity
    message: LocalText
    places: tuple[Place, ...]
