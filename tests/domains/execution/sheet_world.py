"""A round of the small plan of `reporting_world`, with a sheet for the ministry and the akimat."""

from dataclasses import dataclass
from datetime import UTC, date, datetime

from birlik.base.letters.models import Letter
from birlik.base.records.models import Act, Document
from birlik.base.registry.models import Structure
from birlik.base.values.actor import Actor, Grant
from birlik.base.values.local_text import LocalText
from birlik.domains.execution.actions.rounds.begin import AdHocRows, Asked, begin_round
from birlik.domains.execution.actions.rounds.fill import RowEntry, fill_rows
from birlik.domains.execution.actions.rounds.open import open_round
from birlik.domains.execution.engine.rounds.columns import STANDARD, ColumnRow
from birlik.domains.execution.engine.rounds.merging import marks_of
from birlik.domains.execution.models import Round, Sheet, SheetRow
from tests.base.obligations.reporting_world import AT, Reporting, person, reporting

DUE = datetime(2024, 5, 20, 13, tzinfo=UTC)
"""20 May 2024, 18:00 in Astana."""

RUNNER = person(30, Grant("rounds.run"), Grant("plans.read"))
REGISTRAR = person(31, Grant("letters.register"), Grant("plans.read"))
TITLE = LocalText("Бірінші жартыжылдық", "Первое полугодие")


@dataclass(frozen=True, slots=True)
class Sheets:
    """The plan, the open round of its year 2024, and the two sheets.

    On the ministry's stand `lead` and `counted`, on the akimat's `contribution` and `agreed`.
    """

    plan: Reporting
    round: Round
    ministry: Sheet
    akimat: Sheet


def sheets(columns: tuple[ColumnRow, ...] = STANDARD) -> Sheets:
    """The plan with an open round."""
    plan = reporting()
    bodies = (plan.lead.debtor, plan.contribution.debtor)
    made = opened(plan.act, bodies, columns, period="2024")
    ministry, akimat = (made.sheets.get(structure=body) for body in bodies)
    return Sheets(plan, made, ministry, akimat)


def opened(
    act: Act | None,
    bodies: tuple[Structure, ...],
    columns: tuple[ColumnRow, ...] = STANDARD,
    rows: AdHocRows | None = None,
    *,
    period: str = "",
) -> Round:
    """An open round that asks these bodies."""
    asked = Asked(TITLE, DUE, columns, period)
    made = begin_round(
        RUNNER, act, at=AT, asked=asked, bodies=[one.pk for one in bodies], rows=rows
    )
    open_round(RUNNER, made, at=AT)
    return Round.objects.get(pk=made.pk)


def row_of(sheet: Sheet, obligation: object) -> SheetRow:
    """The row of an obligation."""
    return SheetRow.objects.get(sheet=sheet, obligation=obligation)


def filled(by: Actor, row: SheetRow, **cells: str) -> SheetRow:
    """The row after somebody entered this over what is there now."""
    row.refresh_from_db()
    entry = RowEntry(cells, marks_of(row.cells))
    fill_rows(by, row.sheet, at=AT, rows={row.pk: entry})
    row.refresh_from_db()
    return row


def letter_from(body: Structure, number: str = "15-03/7", *, scanned: bool = False) -> Letter:
    """A letter that came in from a body on 2 May; with its scan, if wanted."""
    scan = Document.objects.create(
        digest=number, name="scan.pdf", media_type="application/pdf", size=1, stored_at=AT
    )
    return Letter.objects.create(
        direction="in",
        correspondent=body,
        number=number,
        dated_on=date(2024, 4, 30),
        incoming_number="77",
        received_on=date(2024, 5, 2),
        at=AT,
        document=scan if scanned else None,
    )
