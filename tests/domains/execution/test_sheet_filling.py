"""Filling in a sheet: what is kept, what is told, and who may not."""

import pytest

from birlik.base.journal.models import Entry
from birlik.base.values.actor import Actor, Grant
from birlik.base.values.local_text import LocalText
from birlik.base.values.refused import RefusedError
from birlik.domains.execution.actions.rounds.begin import AdHocRows
from birlik.domains.execution.actions.rounds.close import close_round
from birlik.domains.execution.actions.rounds.fill import (
    FOREIGN_LETTER,
    NAME_ROW,
    NO_FREE_ROWS,
    TOO_MANY_ROWS,
    RowEntry,
    add_row,
    answer_by_letter,
    fill_rows,
)
from birlik.domains.execution.engine.rounds.columns import STANDARD
from birlik.domains.execution.engine.rounds.merging import Conflict, marks_of
from birlik.domains.execution.models import Sheet
from birlik.domains.execution.queries.rounds.sheet import sheet_within, sheets_within
from birlik.domains.execution.rules.rounds import ALREADY_SENT, NOT_YOUR_SHEET
from birlik.domains.execution.rules.sheets import (
    LETTER_FIRST,
    NO_LETTERS,
    NO_SHEETS,
    ROUND_CLOSED,
    may_answer_by_letter,
    may_fill_sheet,
    may_open_letters,
    may_open_sheets,
    may_see_sheet,
    may_send_sheet,
)
from tests.base.obligations.reporting_world import AT, later, person
from tests.domains.execution.sheet_world import (
    REGISTRAR,
    RUNNER,
    Sheets,
    filled,
    letter_from,
    opened,
    row_of,
    sheets,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> Sheets:
    """The open round."""
    return sheets()


def why(by: Actor, sheet: Sheet) -> LocalText | None:
    """Why somebody may not fill in a sheet."""
    sheet.refresh_from_db()
    return may_fill_sheet(by, Sheet.objects.get(pk=sheet.pk), AT).reason


def test_what_is_entered_is_kept(world: Sheets) -> None:
    """Cells are kept in canonical form, empty ones are not there, and the sheet knows when it was
    changed; no entry is made in the journal."""
    row, entries = row_of(world.ministry, world.plan.lead), Entry.objects.count()
    entry = RowEntry({"standing": "исполнено", "quantity": "1 250", "text_ru": " "})
    answers = fill_rows(
        world.plan.executor, world.ministry, at=later(1), rows={row.pk: entry, 10**6: entry}
    )
    row.refresh_from_db()
    assert row.cells == {"standing": "done", "quantity": "1250"}
    assert answers[row.pk].taken == ("standing", "quantity")
    assert list(answers) == [row.pk]
    assert Sheet.objects.get(pk=world.ministry.pk).changed_at == later(1)
    assert Entry.objects.count() == entries


def test_what_cannot_be_read_is_told_and_the_rest_kept(world: Sheets) -> None:
    """A cell that cannot be read stays as it was, with the reason; the others are kept."""
    row = row_of(world.ministry, world.plan.lead)
    entry = RowEntry({"quantity": "көп", "text_kk": "Өтті"})
    answers = fill_rows(world.plan.executor, world.ministry, at=AT, rows={row.pk: entry})
    assert list(answers[row.pk].faults) == ["quantity"]
    row.refresh_from_db()
    assert row.cells == {"text_kk": "Өтті"}


def test_two_windows_do_not_overwrite_each_other(world: Sheets) -> None:
    """What another has entered meanwhile stays, both are told, and other cells are taken."""
    row = row_of(world.ministry, world.plan.lead)
    seen = marks_of(row.cells)
    filled(world.plan.executor, row, text_kk="Бірінші")
    entry = RowEntry({"text_kk": "Екінші", "text_ru": "Второй"}, seen)
    answers = fill_rows(world.plan.executor, world.ministry, at=AT, rows={row.pk: entry})
    assert answers[row.pk].conflicts == (Conflict("text_kk", "", "Бірінші", "Екінші"),)
    row.refresh_from_db()
    assert row.cells == {"text_kk": "Бірінші", "text_ru": "Второй"}


def test_nothing_changed_writes_nothing(world: Sheets) -> None:
    """The same again does not make the sheet look changed."""
    row = filled(world.plan.executor, row_of(world.ministry, world.plan.lead), text_kk="Өтті")
    entry = RowEntry({"text_kk": "Өтті"}, marks_of(row.cells))
    fill_rows(world.plan.executor, world.ministry, at=later(3), rows={row.pk: entry})
    assert Sheet.objects.get(pk=world.ministry.pk).changed_at == AT


def test_only_its_body_fills_in_a_sheet(world: Sheets) -> None:
    """Another body is refused, and so is somebody without any such power."""
    assert why(world.plan.executor, world.ministry) is None
    assert why(world.plan.contributor, world.ministry) == NOT_YOUR_SHEET
    assert may_fill_sheet(world.plan.stranger, None, AT).reason == NO_SHEETS
    assert may_open_sheets(world.plan.stranger, AT).reason == NO_SHEETS
    assert may_open_sheets(world.plan.executor, AT)
    with pytest.raises(RefusedError, match="does not fill in"):
        fill_rows(world.plan.contributor, world.ministry, at=AT, rows={})


def test_a_successor_fills_in_for_the_body_it_succeeded(world: Sheets) -> None:
    """Whoever took over from a closed body fills in its sheet."""
    body, heir = world.ministry.structure, world.akimat.structure
    body.closed_on, body.successor = AT.date(), heir
    body.save()
    assert why(world.plan.contributor, world.ministry) is None


def test_a_sent_sheet_and_a_closed_round_take_nothing(world: Sheets) -> None:
    """What was sent does not change, nor what belongs to a closed round."""
    Sheet.objects.filter(pk=world.ministry.pk).update(state="sent", sent_at=AT)
    assert why(world.plan.executor, world.ministry) == ALREADY_SENT
    close_round(RUNNER, world.round, at=AT)
    assert why(world.plan.executor, world.akimat) == NOT_YOUR_SHEET
    assert why(world.plan.contributor, world.akimat) == ROUND_CLOSED
    one = Sheet.objects.get(pk=world.akimat.pk)
    assert may_send_sheet(world.plan.contributor, one, AT).reason == ROUND_CLOSED
    assert may_answer_by_letter(REGISTRAR, one, AT).reason == ROUND_CLOSED


def test_a_registrar_fills_in_by_letter_alone(world: Sheets) -> None:
    """A registrar chooses a letter of the body first, and can fill in the sheet then."""
    assert why(REGISTRAR, world.akimat) == LETTER_FIRST
    letter = letter_from(world.akimat.structure)
    answer_by_letter(REGISTRAR, world.akimat, at=AT, letter=letter)
    assert Sheet.objects.get(pk=world.akimat.pk).letter == letter
    assert why(REGISTRAR, world.akimat) is None
    assert why(REGISTRAR, world.ministry) == LETTER_FIRST


def test_a_letter_of_another_body_is_no_answer(world: Sheets) -> None:
    """A letter that came from elsewhere, or went out, is refused; and so is whoever registers
    none."""
    foreign = letter_from(world.ministry.structure)
    with pytest.raises(RefusedError) as refused:
        answer_by_letter(REGISTRAR, world.akimat, at=AT, letter=foreign)
    assert refused.value.reason == FOREIGN_LETTER
    with pytest.raises(RefusedError) as refused:
        answer_by_letter(world.plan.executor, world.ministry, at=AT, letter=foreign)
    assert refused.value.reason == NO_LETTERS
    assert may_open_letters(world.plan.executor, AT).reason == NO_LETTERS


def test_sheets_are_seen_by_who_fills_them_in_or_runs_the_round(world: Sheets) -> None:
    """A body sees its own sheets, a registrar and a coordinator all; a foreign number and an
    unknown one are refused in the same words."""
    on = AT.date()
    assert list(sheets_within(world.plan.executor, on=on)) == [world.ministry]
    assert {*sheets_within(REGISTRAR, on=on)} == {world.ministry, world.akimat}
    assert {*sheets_within(RUNNER, on=on)} == {world.ministry, world.akimat}
    assert not sheets_within(world.plan.stranger, on=on)
    assert not sheets_within(world.plan.executor, on=on, state="closed")
    assert sheet_within(world.plan.executor, world.ministry.pk, at=AT) == world.ministry
    told = set()
    for number in (world.akimat.pk, 10**6):
        with pytest.raises(RefusedError) as refused:
            sheet_within(world.plan.executor, number, at=AT)
        told.add(refused.value.reason)
    assert told == {NOT_YOUR_SHEET}
    assert not may_see_sheet(world.plan.stranger, world.akimat, AT)


def test_a_region_sees_the_sheets_of_its_bodies(world: Sheets) -> None:
    """A power over a territory that holds no body sees none; the count of rows is told."""
    elsewhere = person(40, Grant("obligations.report", territory_code="110000000"))
    assert not sheets_within(elsewhere, on=AT.date())
    filled(world.plan.executor, row_of(world.ministry, world.plan.lead), text_kk="Өтті")
    listed = sheets_within(world.plan.executor, on=AT.date()).get()
    assert (listed.many, listed.filled) == (2, 1)


def test_a_body_names_rows_where_the_round_leaves_them_to_it(world: Sheets) -> None:
    """Where the rows are free a body adds its own, each with a name; elsewhere it cannot."""
    with pytest.raises(RefusedError) as refused:
        add_row(world.plan.executor, world.ministry, at=AT, title=LocalText("Жаңа"))
    assert refused.value.reason == NO_FREE_ROWS
    made = opened(None, (world.ministry.structure,), STANDARD[1:3], AdHocRows())
    sheet = made.sheets.get()
    for name in ("Бір", "Екі"):
        add_row(world.plan.executor, sheet, at=AT, title=LocalText(name))
    assert [(one.position, one.title_kk) for one in sheet.rows.all()] == [(1, "Бір"), (2, "Екі")]
    with pytest.raises(RefusedError) as refused:
        add_row(world.plan.executor, sheet, at=AT, title=LocalText(" "))
    assert refused.value.reason == NAME_ROW
    sheet.rows.filter(position=2).update(position=500)
    with pytest.raises(RefusedError) as refused:
        add_row(world.plan.executor, sheet, at=AT, title=LocalText("Үш"))
    assert refused.value.reason == TOO_MANY_ROWS
