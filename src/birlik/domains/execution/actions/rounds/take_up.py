"""A lead takes up what its contributors sent."""

from datetime import datetime

from birlik.base.journal.action import action, note
from birlik.base.values.actor import Actor
from birlik.base.values.local_text import LocalText
from birlik.domains.execution.engine.rounds.summary import taken_up
from birlik.domains.execution.models import Sheet, SheetRow
from birlik.domains.execution.queries.rounds.contributed import columns_of, contributions_to
from birlik.domains.execution.rules.sheets import may_fill_sheet


@action(
    "sheet.contributions_taken_up",
    may=may_fill_sheet,
    label=LocalText(
        "Бірлесіп орындаушылардың жауаптары жинақталды",
        "Ответы соисполнителей включены в свод",
        "Contributions taken up on a sheet",
    ),
)
def take_up_contributions(_by: Actor, sheet: Sheet, /, *, at: datetime) -> int:
    """Put what contributors sent into the lead's rows: texts appended, each after the short name of
    its body, summed columns added; of how many rows anew.

    What was taken up is not taken twice; where a contributor sent something else since, it takes
    the place of the former.
    """
    columns, contributed = columns_of(sheet.round), contributions_to(sheet)
    changed, count = [], 0
    for row in SheetRow.objects.filter(pk__in=contributed).select_for_update(of=("self",)):
        sent = [one.answer for one in contributed[row.pk] if one.sent]
        found = taken_up(row.cells, row.taken, sent, columns)
        if found.count:
            row.cells, row.taken = found.cells, {key: dict(of) for key, of in found.taken.items()}
            changed.append(row)
            count += found.count
    SheetRow.objects.bulk_update(changed, ["cells", "taken"], batch_size=100)
    if changed:
        sheet.changed_at = at
        sheet.save(update_fields=["changed_at"])
    note(rows=len(changed), taken=count)
    return count
