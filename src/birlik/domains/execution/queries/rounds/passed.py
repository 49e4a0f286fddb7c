"""The rows of sheets that stand with a body which no longer owes what they ask."""

from datetime import date

from birlik.base.obligations.engine.rates import heir
from birlik.base.obligations.queries.rates import bodies_that_change
from birlik.base.registry.models import Reorganisation
from birlik.domains.execution.models import Round, Sheet, SheetRow


def misplaced_rows(made: Reorganisation, *, on: date) -> list[tuple[SheetRow, int]]:
    """The rows about what a reorganisation passed on that stand on another sheet than that of who
    answers for it on a day, each with that body: of open rounds and sheets not sent. Two
    queries."""
    bodies = bodies_that_change()
    found = SheetRow.objects.filter(
        obligation__former_debtors__reorganisation=made, sheet__round__state=Round.State.OPEN
    )
    rows = found.exclude(sheet__state=Sheet.State.SENT).select_related("sheet", "obligation")
    return [
        (row, body)
        for row in rows.order_by("sheet_id", "position")
        if row.obligation
        and (body := heir(row.obligation.debtor_id, bodies, on)) != row.sheet.structure_id
        and heir(row.sheet.structure_id, bodies, on) != body
    ]
