"""A source text read into the draft of an act: head, passport, outline, indicators and plan."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from birlik.base.records.engine.abbreviations import read_abbreviations
from birlik.base.records.engine.draft import (
    ActDraft,
    Loss,
    MeasureDraft,
    PassportRow,
    SourceText,
    Span,
)
from birlik.base.records.engine.head import Head, read_head, read_passport, read_repeals
from birlik.base.records.engine.indicators import read_indicators, read_plan_lines
from birlik.base.records.engine.outline import read_outline
from birlik.base.records.engine.plan import read_flat_plan
from birlik.base.records.engine.sources.language import is_one_language
from birlik.base.records.engine.table_plan import read_table_plan
from birlik.base.records.engine.term import years_of

Progress = Callable[[float], None]
TERM_ROW = re.compile(r"мерзім|срок", re.IGNORECASE)
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


@dataclass(frozen=True, slots=True)
class _Plan:
    measures: tuple[MeasureDraft, ...]
    directions: Mapping[str, str]
    abbreviations: Mapping[str, str]
    lost: tuple[Loss, ...]
    spans: tuple[Span, ...]


def read_act(source: SourceText, progress: Progress | None = None) -> ActDraft:
    """The draft of the act in `source`; `progress` is told the share done, from 0 to 1.

    Nothing raises here: what cannot be read is empty and not certain, what the text promises and
    no longer carries is listed as lost.
    """
    tell = progress or _silent
    tell(0.0)
    head = read_head(source)
    passport = read_passport(source)
    tell(0.1)
    plan = _read_plan(source)
    tell(0.7)
    adopted = head.adopted_on.year if head.adopted_on else None
    indicators = read_indicators(source, _last_year(head, passport), adopted)
    tell(0.8)
    tables = [*plan.spans, *([indicators.span] if indicators.span else [])]
    outline = read_outline(source, tables)
    tell(1.0)
    return ActDraft(
        kind=head.kind,
        number=head.number,
        adopted_on=head.adopted_on,
        issuer=head.issuer,
        language=source.language,
        title=head.title,
        repeals=tuple(
            one
            for one in read_repeals(source, head.decree_end)
            if (one.number, one.adopted_on) != (head.number, head.adopted_on)
        ),
        certain={**head.certain, "language": is_one_language(source.text)},
        lost=(*source.lost, *head.lost, *outline.lost, *indicators.lost, *plan.lost),
        passport=passport,
        outline=outline.nodes,
        indicators=indicators.rows,
        measures=plan.measures,
        directions=plan.directions,
        abbreviations=plan.abbreviations,
        plan_indicators=read_plan_lines(source),
    )


def _silent(_: float) -> None:
    """No one asked for progress."""


def _read_plan(source: SourceText) -> _Plan:
    """The plan from real tables where the source has them, else rebuilt from flattened lines."""
    abbreviations = {
        entry.code: entry.meaning for entry in read_abbreviations(source.text, source.tables)
    }
    ruled = read_table_plan(source, abbreviations)
    if ruled.measures:
        return _Plan(ruled.measures, ruled.directions, abbreviations, (), ruled.spans)
    flat = read_flat_plan(source)
    return _Plan(
        measures=flat.measures,
        directions=flat.directions,
        abbreviations=flat.abbreviations or abbreviations,
        lost=flat.lost,
        spans=(flat.span,) if flat.span else (),
    )


def _last_year(head: Head, passport: tuple[PassportRow, ...]) -> int | None:
    """The last year of the act's term: by its title, else by its passport."""
    last = years_of(head.title)[1]
    if last is not None:
        return last
    terms = [row.value for row in passport if TERM_ROW.search(row.name)]
    years = [int(year) for value in terms for year in YEAR.findall(value)]
    return max(years, default=None)
