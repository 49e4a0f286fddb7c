"""A person's line in a register of the charter, and what may be wrong with it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from birlik.base.charter.engine.kinds import RegisterCard
from birlik.base.registry.engine.cards import Particular
from birlik.base.registry.engine.cards_fit import fits
from birlik.base.registry.refusals.cards import PARTICULAR_UNFIT
from birlik.base.registry.refusals.registers import NO_SUCH_FIELD, TERM_ENDS_TOO_EARLY
from birlik.base.values.local_text import LocalText


@dataclass(frozen=True, slots=True)
class EnrolmentRow:
    """A person's line in a register, on `[valid_from, valid_until)`; open where no end is known.

    `structure` is the number of the body where the person works as such, else `territory` the code
    of the place; '' without either is the republic. `number` is the certificate's.
    """

    register: str
    valid_from: date
    valid_until: date | None = None
    structure: int | None = None
    territory: str = ""
    number: str = ""
    ground: str = ""
    particulars: Mapping[str, Particular] = field(default_factory=dict)


def fault_of_line(row: EnrolmentRow, card: RegisterCard) -> LocalText | None:
    """What is wrong with the term or the fields of a line; None where nothing is."""
    if row.valid_until is not None and row.valid_until <= row.valid_from:
        return TERM_ENDS_TOO_EARLY
    known = {one.code: one for one in card.fields}
    if not row.particulars.keys() <= known.keys():
        return NO_SUCH_FIELD
    wrong = [code for code, value in row.particulars.items() if not fits(known[code], value)]
    return PARTICULAR_UNFIT if wrong else None
