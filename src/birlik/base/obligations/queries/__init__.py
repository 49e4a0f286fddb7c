"""Every read of duties and obligations."""

from birlik.base.obligations.queries.demand import demanded_of
from birlik.base.obligations.queries.rates import scores_by
from birlik.base.obligations.queries.seen import (
    directed_by,
    given_by_heads,
    listed_by,
    seen_by,
)
from birlik.base.obligations.queries.states import (
    ObligationRecord,
    StateColumn,
    counts_of,
    norms,
    obligations_of,
    records_of,
    standing_of,
    titles_of,
    with_state,
)
from birlik.base.obligations.queries.verification import (
    Wrong,
    WrongReport,
    wrong_obligations,
    wrong_reports,
)
from birlik.base.obligations.queries.within import (
    obligation_within,
    obligations_within,
    titles_for,
)

__all__ = [
    "ObligationRecord",
    "StateColumn",
    "Wrong",
    "WrongReport",
    "counts_of",
    "demanded_of",
    "directed_by",
    "given_by_heads",
    "listed_by",
    "norms",
    "obligation_within",
    "obligations_of",
    "obligations_within",
    "records_of",
    "scores_by",
    "seen_by",
    "standing_of",
    "titles_for",
    "titles_of",
    "with_state",
    "wrong_obligations",
    "wrong_reports",
]
