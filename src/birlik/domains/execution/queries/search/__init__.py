"""Search over acts, measures and obligations, within the reach of an office."""

from birlik.domains.execution.queries.search.answers import (
    GROUPS,
    ActHit,
    Answers,
    Group,
    MeasureHit,
    ObligationHit,
    answers,
)

__all__ = ["GROUPS", "ActHit", "Answers", "Group", "MeasureHit", "ObligationHit", "answers"]
