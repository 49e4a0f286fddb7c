"""A round is opened: every body asked gets the rows that it is to fill."""

from dataclasses import dataclass
from datetime import datetime

from birlik.base.journal.action import action, announce, note
from birlik.base.values.actor import Actor
from birlik.base.values.clock import day_of
from birlik.base.values.local_text import LocalText
from birlik.base.values.period import Period
from birlik.domains.execution.facts import RoundOpened
from birlik.domains.execution.models import Round, Sheet, SheetRow
from birlik.domains.execution.queries.rounds.owing import owed_by_body
from birlik.domains.execution.rules.rounds import may_open_round

BATCH = 2000


@dataclass(frozen=True, slots=True)
class Opened:
    """How many sheets a round has, how many rows stand on them, and on how many sheets none."""

    sheets: int
    rows: int
    empty: int


@action(
    "round.opened",
    may=may_open_round,
    label=LocalText("Ақпарат сұрату ашылды", "Сбор информации открыт", "Reporting round opened"),
)
def open_round(_by: Actor, one: Round, /, *, at: datetime) -> Opened:
    """Open a round: of an act's, each sheet gets a row for every obligation of the period that its
    body answers for now, in the order of the act."""
    sheets = list(Sheet.objects.filter(round=one).order_by())
    if one.act is not None:
        owed = owed_by_body(one.act, Period.parse(one.period), on=day_of(at))
        SheetRow.objects.bulk_create(
            (
                SheetRow(sheet=sheet, position=place, obligation_id=number)
                for sheet in sheets
                for place, number in enumerate(owed.get(sheet.structure_id, ()), start=1)
            ),
            batch_size=BATCH,
        )
    rows = SheetRow.objects.filter(sheet__round=one)
    with_rows = rows.order_by().values("sheet").distinct().count()
    opened = Opened(len(sheets), rows.count(), len(sheets) - with_rows)
    one.state, one.opened_at = Round.State.OPEN, at
    one.save(update_fields=["state", "opened_at"])
    note(sheets=opened.sheets, rows=opened.rows, empty=opened.empty)
    announce(RoundOpened(one.pk))
    return opened
