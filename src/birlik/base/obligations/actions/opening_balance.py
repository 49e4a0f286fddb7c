"""Taking over an office's own record of what fell due before control began here."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from birlik.base.journal.action import action, note
from birlik.base.obligations.engine.opening import Balance, PastRow, Taken
from birlik.base.obligations.models import Obligation, PastRecord
from birlik.base.obligations.queries.opening import balance_of
from birlik.base.obligations.rules.opening import may_take_over
from birlik.base.records.models import Act, Document
from birlik.base.values.actor import Actor
from birlik.base.values.clock import day_of
from birlik.base.values.local_text import LocalText

BATCH = 500
Outcome = Obligation.Outcome


@action(
    "records.taken_over",
    may=may_take_over,
    label=LocalText(
        "Бастапқы қалдық енгізілді", "Внесены начальные остатки", "Past records taken over"
    ),
    withheld=("rows",),
)
def take_over_records(
    by: Actor, act: Act, /, *, at: datetime, document: Document, rows: Sequence[PastRow]
) -> Balance:
    """Take over what the rows of a stored record of control say of obligations under an act.

    What was done counts as accepted and first reported on the day of its letter; what was not is
    owed here from now on. Rows that mean no obligation, or that contradict what is known, are left
    out and given back; what no row names stays without record. What was taken over before changes
    only where the row says something else, and nothing that was reported here is touched.
    """
    found = balance_of(act, rows, on=day_of(at))
    change(found.changed, document)
    PastRecord.objects.bulk_create(
        (
            PastRecord(
                obligation_id=one.obligation,
                done_on=one.done_on,
                letter=one.letter,
                source=document,
                row=one.row,
                at=at,
                by_id=by.appointment_id,
            )
            for one in found.new
        ),
        batch_size=BATCH,
    )
    record(found.taken)
    note(
        digest=document.digest,
        new=len(found.new),
        changed=len(found.changed),
        unchanged=len(found.unchanged),
        unfit=len(found.unfit),
    )
    return found


def change(taken: Iterable[Taken], document: Document) -> None:
    """Let what was taken over before say what its row says now."""
    said = {one.obligation: one for one in taken}
    kept = list(PastRecord.objects.filter(obligation__in=said))
    for one in kept:
        row = said[one.obligation_id]
        one.done_on, one.letter, one.row = row.done_on, row.letter, row.row
        one.source = document
    PastRecord.objects.bulk_update(kept, ("done_on", "letter", "row", "source"), batch_size=BATCH)


def record(taken: Iterable[Taken]) -> None:
    """Settle the obligations as their records say: done on a day, or owed."""
    settled = [
        Obligation(
            pk=one.obligation,
            recorded=True,
            outcome=Outcome.ACCEPTED if one.done_on else Outcome.NONE,
            first_submitted_on=one.done_on,
        )
        for one in taken
    ]
    Obligation.objects.bulk_update(
        settled, ("recorded", "outcome", "first_submitted_on"), batch_size=BATCH
    )
