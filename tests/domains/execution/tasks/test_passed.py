"""What follows in rounds and notices when obligations pass to a chosen successor, on 2 May 2024."""

import pytest

from birlik.base.charter.actions import load_charter
from birlik.base.journal.models import Entry
from birlik.base.obligations.actions.reorganise import reorganise, undo_reorganisation
from birlik.base.obligations.facts import ObligationsPassed
from birlik.base.obligations.models import Obligation
from birlik.base.records.models import Document
from birlik.base.registry.models import Notice, Reorganisation, Structure
from birlik.base.values.clock import FixedClock
from birlik.base.values.refused import RefusedError
from birlik.domains.execution.actions.rounds.move_rows import move_rows
from birlik.domains.execution.models import BroughtSheet, Round, Sheet, SheetRow
from birlik.domains.execution.rules.rounds import NO_ROUNDS
from birlik.domains.execution.tasks import passed
from tests.base.obligations.reorganisation_world import plan
from tests.base.obligations.reporting_world import AT, SYSTEM, later, person
from tests.domains.execution.offices import OFFICES, delivered, settle
from tests.domains.execution.sheet_world import Sheets, filled, row_of, sheets

pytestmark = pytest.mark.django_db
PASSED = "obligations.passed"


@pytest.fixture
def world(monkeypatch: pytest.MonkeyPatch) -> Sheets:
    """An open round; nothing has passed yet."""
    monkeypatch.setattr(passed, "SystemClock", lambda: FixedClock(later(1)))
    world = sheets()
    load_charter(SYSTEM, None, at=AT, content=OFFICES.encode())
    return world


def separated(world: Sheets, heir: Structure, *obligations: Obligation) -> Reorganisation:
    """The ministry, which remains, gives the measures of some obligations to another body."""
    measures = tuple((one.duty_id, 0) for one in obligations)
    made = plan(
        "separate", AT.date(), world.plan.lead.debtor, successors=(heir.pk,), measures=measures
    )
    return reorganise(SYSTEM, None, at=AT, plan=made)


def committee() -> Structure:
    """A body that nobody asked yet."""
    return Structure.objects.create(
        kind="committee", name_kk="Комитет", name_ru="Комитет", short_ru="КМ", short_kk="КМ"
    )


def test_both_bodies_hear_of_it_once(world: Sheets) -> None:
    """Who reports for the ministry and for the committee is told, in one notice each, how many
    obligations passed from whom to whom; others are not, and nobody twice."""
    heir = committee()
    settle("executor", world.plan.lead.debtor, name="old")
    settle("executor", heir, name="new")
    settle("executor", world.plan.agreed.debtor, name="foreign")
    made = separated(world, heir, world.plan.lead, world.plan.counted)
    told = [one for one in delivered(later(1)) if one[1] == PASSED]
    assert told == [("new", PASSED), ("old", PASSED)]
    notice = Notice.objects.filter(key__startswith=PASSED).first()
    assert notice.name_ru == "Поручения перешли к правопреемнику: МН → КМ, поручений: 2"
    assert notice.address == "/obligations/?state=todo"
    passed.on_obligations_passed(ObligationsPassed(made.pk))
    assert Notice.objects.filter(key__startswith=PASSED).count() == 2


def test_rows_move_to_a_sheet_made_for_the_successor(world: Sheets) -> None:
    """The committee gets a sheet with the row as the ministry had filled it in; the other row
    stays, and a second delivery moves nothing."""
    heir, row = committee(), row_of(world.ministry, world.plan.counted)
    filled(world.plan.executor, row, text_kk="Басталды")
    made = separated(world, heir, world.plan.counted)
    delivered(later(1))
    [moved] = SheetRow.objects.filter(sheet__structure=heir)
    assert (moved.pk, moved.position, moved.cells) == (row.pk, 1, {"text_kk": "Басталды"})
    assert moved.sheet.round == world.round
    assert [one.obligation for one in world.ministry.rows.all()] == [world.plan.lead]
    passed.on_obligations_passed(ObligationsPassed(made.pk))
    assert Entry.objects.filter(action="sheet.rows_moved").count() == 1


def test_rows_join_the_sheet_that_the_successor_has(world: Sheets) -> None:
    """The akimat has a sheet of two rows: what passes to it stands behind them as the third, and
    cells that waited for a choice on the old sheet wait no more; of other rows they do."""
    row, stays = (row_of(world.ministry, one) for one in (world.plan.counted, world.plan.lead))
    waiting = [{"row": one.pk, "column": "text_kk"} for one in (row, stays)]
    file = Document.objects.create(digest="x", name="x.xlsx", media_type="x", size=1, stored_at=AT)
    BroughtSheet.objects.create(sheet=world.ministry, document=file, conflicts=waiting, at=AT)
    separated(world, world.plan.agreed.debtor, world.plan.counted)
    delivered(later(1))
    row.refresh_from_db()
    assert (row.sheet, row.position) == (world.akimat, 3)
    assert BroughtSheet.objects.get().conflicts == waiting[1:]


@pytest.mark.parametrize("what", ["old", "new", "closed"])
def test_what_was_sent_or_closed_stays(world: Sheets, what: str) -> None:
    """Neither a sheet that was sent loses or gains a row, nor one of a round that is closed."""
    if what == "closed":
        Round.objects.update(state=Round.State.CLOSED)
    else:
        sheet = world.ministry if what == "old" else world.akimat
        Sheet.objects.filter(pk=sheet.pk).update(state=Sheet.State.SENT, sent_at=AT)
    separated(world, world.plan.agreed.debtor, world.plan.counted)
    delivered(later(1))
    assert row_of(world.ministry, world.plan.counted).position == 2
    assert world.akimat.rows.count() == 2


def test_what_was_taken_back_moves_nothing(world: Sheets) -> None:
    """A reorganisation that was undone before anybody heard of it is not told."""
    made = separated(world, committee(), world.plan.counted)
    undo_reorganisation(SYSTEM, made, at=AT)
    assert [one for one in delivered(later(1)) if one[1] == PASSED] == []
    assert world.ministry.rows.count() == 2


def test_of_an_old_reorganisation_nobody_is_told(
    world: Sheets, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A month later nobody is told any more, but the rows move."""
    heir = committee()
    settle("executor", heir, name="new")
    separated(world, heir, world.plan.counted)
    monkeypatch.setattr(passed, "SystemClock", lambda: FixedClock(later(60)))
    assert [one for one in delivered(later(60)) if one[1] == PASSED] == []
    assert SheetRow.objects.filter(sheet__structure=heir).count() == 1


def test_others_move_no_rows(world: Sheets) -> None:
    """Only the installation, or who runs rounds, moves rows."""
    made = separated(world, committee(), world.plan.counted)
    with pytest.raises(RefusedError) as refused:
        move_rows(person(7), made, at=AT)
    assert refused.value.reason == NO_ROUNDS
