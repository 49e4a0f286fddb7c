"""From rows of words to measures: texts mended, executors and deadlines read, cells inherited.

A field is certain where the rules leave no doubt: its words stood together as one block, none
was repaired by guessing, and its own vocabulary knows all of it. What is taken from another row is
never certain.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from dataclasses import replace as with_changes

from birlik.base.records.engine.draft import (
    ExecutorDraft,
    MeasureDraft,
    Span,
)
from birlik.base.records.engine.executors import read_executors
from birlik.base.records.engine.plan.cells import CellText, put_together
from birlik.base.records.engine.plan.codes import mend_codes
from birlik.base.records.engine.plan.columns import DEADLINE, EXECUTORS, FORM, TITLE
from birlik.base.records.engine.plan.forms import is_known_form
from birlik.base.records.engine.plan.inheritance import inherit
from birlik.base.records.engine.plan.lexicon import Lexicon
from birlik.base.records.engine.plan.rows import Row
from birlik.base.values.deadline import read_deadline
from birlik.base.values.local_text import Language

# A code in capitals within a deadline is a body that ran in from the next column, though it may
# read like a month («МАМ»); numerals are no codes.
BODY = re.compile(r"\b(?![ІХIVX]+\b)[А-ЯЁӘҒҚҢӨҰҮҺІ]{2,}\b")


@dataclass(frozen=True, slots=True)
class Ground:
    """What the act says that its plan is read by: language, words, codes, replaced words."""

    language: Language
    lexicon: Lexicon
    abbreviations: Mapping[str, str]
    replaced: Mapping[str, str] = field(default_factory=dict)

    def renew(self, text: str) -> str:
        """`text` with the words that the act itself says are replaced throughout."""
        for old, new in self.replaced.items():
            text = text.replace(old, new)
        return text


def draft_measures(rows: Sequence[Row], ground: Ground) -> tuple[MeasureDraft, ...]:
    """The measures that `rows` are, in printed order, empty cells filled where they inherit."""
    return inherit([_draft(row, ground) for row in rows], ground.language)


def _draft(row: Row, ground: Ground) -> MeasureDraft:
    title, form, deadline = (_text(row, column, ground) for column in (TITLE, FORM, DEADLINE))
    term = read_deadline(deadline.text, ground.language)
    executors, executors_certain, executors_at = _executors(row, ground)
    # What stands under a number that is not printed may be another measure's.
    torn = row.cut or row.number_at is None
    plain = not (torn or row.shaken) and is_known_form(form.text)
    parted = row.closed[FORM] and (row.closed[TITLE] or bool(form.text))
    term_certain = (
        not torn
        and _stands_alone(deadline)
        and not BODY.search(deadline.text)
        and term.certain
        and (parted or is_known_form(form.text))
    )
    certain: dict[str, bool] = {
        "title": plain
        and row.headed
        and row.closed[TITLE]
        and _stands_alone(title)
        and title.spelt,
        "completion_form": plain and row.closed[TITLE] and _stands_alone(form),
        "deadline": term_certain,
        "executors": executors_certain
        and not (torn or row.shaken)
        and (row.closed[DEADLINE] or term_certain),
        "schedule": term_certain and term.schedule is not None,
    }
    spans = {
        "title": title.spans,
        "completion_form": form.spans,
        "deadline": deadline.spans,
        "executors": executors_at,
        "schedule": deadline.spans,
        "number": (row.number_at,) if row.number_at else (),
    }
    start, end = row.place
    return MeasureDraft(
        number=row.path,
        parent=str(row.parent) if row.parent else "",
        direction=row.direction,
        title=title.text,
        completion_form=form.text,
        deadline=deadline.text,
        executors=executors,
        schedule=term.schedule,
        certain=certain,
        start=start,
        end=end,
        spans=spans,
    )


def _stands_alone(cell: CellText) -> bool:
    return bool(cell.text) and cell.sure and cell.whole


def _text(row: Row, column: int, ground: Ground) -> CellText:
    cell = put_together(row.cells[column], ground.lexicon)
    text = ground.renew(mend_codes(cell.text, ground.abbreviations))
    return with_changes(cell, text=text, sure=cell.sure and text == cell.text)


def _executors(
    row: Row, ground: Ground
) -> tuple[tuple[ExecutorDraft, ...], bool, tuple[Span, ...]]:
    cell = put_together(row.cells[EXECUTORS], ground.lexicon, repair=False)
    if not cell.text:
        return (), False, ()
    read, known = read_executors(cell.text, ground.abbreviations)
    # Without a list of the act there is nothing to check a code against.
    known = known and (bool(ground.abbreviations) or all(one.group for one in read))
    renewed = tuple(with_changes(one, code=ground.renew(one.code)) for one in read)
    return renewed, known and _stands_alone(cell) and renewed == read, cell.spans
