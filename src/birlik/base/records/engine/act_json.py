"""The printed form of a reading: plain values for JSON, in the shape that `birlik act read` gives.

`repeals`: `[{"kind", "number", "adopted_on", "part", "start", "end"}]`; `lost`: `[{"kind", "what",
"start", "end"}]`; everything else as the fields of the draft are named. Offsets are code points of
the source text, half-open.
"""

from collections.abc import Mapping
from decimal import Decimal

from birlik.base.records.engine.draft import (
    MEASURE_FIELDS,
    ActDraft,
    ActReference,
    IndicatorDraft,
    MeasureDraft,
    OutlineNode,
)
from birlik.base.values.schedule import AfterPeriod, Schedule, Window

Record = dict[str, object]


def act_record(draft: ActDraft) -> Record:
    """The whole reading as dictionaries, lists, texts, numbers and booleans."""
    return {
        "kind": draft.kind,
        "number": draft.number,
        "adopted_on": draft.adopted_on.isoformat() if draft.adopted_on else None,
        "issuer": draft.issuer,
        "language": draft.language,
        "repeals": [_reference(one) for one in draft.repeals],
        "certain": dict(draft.certain),
        "lost": [
            {"kind": one.kind, "what": one.what, "start": one.start, "end": one.end}
            for one in draft.lost
        ],
        "outline": [_node(node) for node in draft.outline],
        "indicators": [_indicator(row) for row in draft.indicators],
        "measures": [_measure(measure) for measure in draft.measures],
        "abbreviations": dict(draft.abbreviations),
    }


def schedule_record(schedule: Schedule | None) -> Record | None:
    """A schedule in the shape that `birlik deadline read` gives; None stays None."""
    if schedule is None:
        return None
    return {
        "per": schedule.per,
        "times": schedule.times,
        "window": _window(schedule.window),
        "years": list(schedule.years),
        "after_period": _after_period(schedule.after_period),
        "quantity": schedule.quantity,
        "at_least": schedule.at_least,
        "unit": schedule.unit,
    }


def _reference(one: ActReference) -> Record:
    return {
        "kind": one.kind,
        "number": one.number,
        "adopted_on": one.adopted_on.isoformat() if one.adopted_on else None,
        "part": one.part,
        "start": one.start,
        "end": one.end,
    }


def _node(node: OutlineNode) -> Record:
    return {
        "number": node.number,
        "level": node.level,
        "title": node.title,
        "start": node.start,
        "end": node.end,
        "children": [_node(child) for child in node.children],
    }


def _indicator(row: IndicatorDraft) -> Record:
    return {
        "number": row.number,
        "title": row.title,
        "unit": row.unit,
        "source": row.source,
        "values": [
            {"year": one.year, "value": _number(one.value), "kind": one.kind} for one in row.values
        ],
        "certain": row.certain,
    }


def _number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


def _measure(measure: MeasureDraft) -> Record:
    return {
        "number": measure.number,
        "parent": measure.parent,
        "direction": measure.direction,
        "title": measure.title,
        "completion_form": measure.completion_form,
        "deadline": measure.deadline,
        "executors": [
            {"code": one.code, "by_agreement": one.by_agreement, "group": one.group}
            for one in measure.executors
        ],
        "inherited": dict(measure.inherited),
        "schedule": schedule_record(measure.schedule),
        "certain": _certainty(measure.certain),
        "start": measure.start,
        "end": measure.end,
    }


def _certainty(certain: Mapping[str, bool]) -> dict[str, bool]:
    return {name: certain.get(name, False) for name in MEASURE_FIELDS}


def _window(window: Window | None) -> Record | None:
    """A number for quarter, half and month; "MM-DD", or a list of them, for by and on."""
    if window is None:
        return None
    if window.kind not in ("by", "on"):
        return {"kind": window.kind, "value": window.number, "inclusive": window.inclusive}
    days = [str(day) for day in window.days]
    value = days[0] if len(days) == 1 else days
    return {"kind": window.kind, "value": value, "inclusive": window.inclusive}


def _after_period(after: AfterPeriod | None) -> Record | None:
    if after is None:
        return None
    if after.days is not None:
        return {"days": after.days}
    return {"months": after.months, "day": after.day}
