"""Several people at one round at once, on the database of the installation."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytest_django import Settings

from birlik.base.journal.queries import first_wrong_entry
from birlik.base.obligations.models import Submission
from birlik.domains.execution.actions.rounds.begin import Asked, begin_round
from birlik.domains.execution.actions.rounds.bring import bring_workbook
from birlik.domains.execution.actions.rounds.close import close_round
from birlik.domains.execution.actions.rounds.open import open_round
from birlik.domains.execution.actions.rounds.send import send_sheet
from birlik.domains.execution.engine.rounds.columns import STANDARD
from birlik.domains.execution.models import BroughtSheet, Round, SheetRow
from tests.base.obligations.reporting_world import AT
from tests.base.obligations.test_stress import at_once
from tests.domains.execution.sheet_files import book_of, document_of, edited, enter
from tests.domains.execution.sheet_world import (
    DUE,
    RUNNER,
    TITLE,
    Sheets,
    filled,
    row_of,
    sheets,
)

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def world(settings: Settings, tmp_path: Path) -> Sheets:
    """The open round with its two sheets."""
    settings.MEDIA_ROOT = tmp_path
    return sheets()


def test_a_sheet_sent_by_two_at_once_makes_one_report(world: Sheets) -> None:
    """Two windows send a sheet at the same instant: it is sent once, with one report on what it
    says is done."""
    for one in (world.plan.contribution, world.plan.agreed):
        row = row_of(world.akimat, one)
        filled(world.plan.contributor, row, standing="done", text_kk="Өтті", text_ru="Состоялось")
    ends = at_once(*[lambda: send_sheet(world.plan.contributor, world.akimat, at=AT)] * 2)
    assert ends == {"done": 1, "refused": 1}
    assert Submission.objects.count() == 2
    assert first_wrong_entry() is None


def test_a_round_opened_by_two_at_once_is_opened_once(world: Sheets) -> None:
    """Two coordinators open a draft at the same instant: every sheet has its rows once."""
    asked = Asked(TITLE, DUE, STANDARD, "2024")
    bodies = [world.ministry.structure_id, world.akimat.structure_id]
    made = begin_round(RUNNER, world.plan.act, at=AT, asked=asked, bodies=bodies)
    assert at_once(*[lambda: open_round(RUNNER, made, at=AT)] * 2) == {"done": 1, "refused": 1}
    rows = SheetRow.objects.filter(sheet__round=made)
    assert rows.count() == SheetRow.objects.filter(sheet__round=world.round).count()
    assert Round.objects.get(pk=made.pk).state == Round.State.OPEN


def test_two_files_at_once_are_both_merged(world: Sheets) -> None:
    """Two files with other cells at the same instant: both are taken; with the same cell, the later
    one waits for a person and nothing is overwritten."""
    content = book_of(world.ministry)
    files = [
        edited(content, enter(0, text_kk="Бірінші", text_ru="Первый")),
        edited(content, enter(0, text_kk="Екінші", quantity=3)),
    ]
    documents = [document_of(one) for one in files]

    def work(place: int) -> Callable[[], object]:
        return lambda: bring_workbook(
            world.plan.executor, world.ministry, at=AT, document=documents[place]
        )

    assert at_once(work(0), work(1)) == {"done": 2}
    cells = row_of(world.ministry, world.plan.lead).cells
    assert (cells["text_ru"], cells["quantity"]) == ("Первый", "3")
    waiting = [one for record in BroughtSheet.objects.all() for one in record.conflicts]
    assert len(waiting) == 1
    assert {waiting[0]["there"], waiting[0]["brought"]} == {"Бірінші", "Екінші"}
    assert cells["text_kk"] == waiting[0]["there"]


def test_nothing_is_sent_after_the_round_was_closed(world: Sheets) -> None:
    """Who sends at the instant of the closing is either counted as answered, or refused."""
    for one in (world.plan.contribution, world.plan.agreed):
        row = row_of(world.akimat, one)
        filled(world.plan.contributor, row, standing="under_way", text_kk="Ж", text_ru="Д")
    missing: list[int] = []
    ends = at_once(
        lambda: send_sheet(world.plan.contributor, world.akimat, at=AT),
        lambda: missing.append(close_round(RUNNER, world.round, at=AT)),
    )
    sent = ends["done"] == 2
    assert missing == [1 if sent else 2]
