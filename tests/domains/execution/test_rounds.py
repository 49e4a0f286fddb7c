"""A reporting round from its beginning to its close, as actions."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from birlik.base.journal.models import Entry, StoredFact
from birlik.base.letters.models import Mailing
from birlik.base.obligations.models import Obligation
from birlik.base.registry.models import Structure, Territory
from birlik.base.values.actor import Actor, Grant
from birlik.base.values.local_text import LocalText
from birlik.base.values.refused import RefusedError
from birlik.domains.execution.actions.rounds.begin import (
    NO_BODIES,
    NO_COLUMNS,
    AdHocRows,
    Asked,
    begin_round,
    drop_round,
)
from birlik.domains.execution.actions.rounds.close import (
    attach_request,
    close_round,
    reopen_round,
)
from birlik.domains.execution.actions.rounds.open import Opened, open_round
from birlik.domains.execution.actions.rounds.return_sheet import NO_REASON, return_sheet
from birlik.domains.execution.actions.rounds.send import send_sheet
from birlik.domains.execution.actions.rounds.take_up import take_up_contributions
from birlik.domains.execution.engine.rounds.columns import STANDARD, ColumnRow
from birlik.domains.execution.models import Round, RoundColumn, Sheet, SheetRow
from birlik.domains.execution.rules.rounds import (
    ALREADY_SENT,
    NO_ROUNDS,
    NOT_A_DRAFT,
    NOT_CLOSED,
    NOT_OPEN,
    NOT_SENT,
    NOT_YOUR_SHEET,
)
from birlik.domains.execution.rules.sheets import ROUND_CLOSED
from tests.base.obligations.reporting_world import AT, Reporting, person, reporting
from tests.domains.execution.sheet_world import (
    DUE,
    RUNNER,
    TITLE,
    Sheets,
    filled,
    row_of,
    sheets,
)

pytestmark = pytest.mark.django_db
NOBODY = person(40, Grant("obligations.report"))
LATER = AT + timedelta(days=20)


@pytest.fixture
def plan() -> Reporting:
    """The small plan of 2024."""
    return reporting()


@pytest.fixture
def world() -> Sheets:
    """The plan with an open round."""
    return sheets()


def drafted(plan: Reporting, *bodies: Structure) -> Round:
    """A draft that asks these bodies about the year 2024."""
    asked = Asked(TITLE, DUE, STANDARD, "2024", number="12-3/45", dated_on=date(2024, 5, 1))
    return begin_round(RUNNER, plan.act, at=AT, asked=asked, bodies=[one.pk for one in bodies])


def refused(reason: LocalText) -> "pytest.RaisesExc[RefusedError]":
    """A refusal for exactly this reason."""
    return pytest.raises(RefusedError, check=lambda error: error.reason == reason)


def test_a_round_begins_as_a_draft_with_its_columns_and_a_sheet_for_each_body(
    plan: Reporting,
) -> None:
    """Nothing is there before; then a draft, the five standard columns from left to right, two
    sheets without rows, and nobody is told."""
    assert not Round.objects.exists()
    made = drafted(plan, plan.lead.debtor, plan.contribution.debtor)
    made.refresh_from_db()
    assert (made.state, made.period, made.number, made.due_at) == ("draft", "2024", "12-3/45", DUE)
    codes = list(made.columns.values_list("code", flat=True))
    assert codes == ["standing", "text_kk", "text_ru", "quantity", "link"]
    assert made.columns.get(code="standing").options[0] == ["done", "орындалды", "исполнено"]
    assert made.sheets.count() == 2
    assert not SheetRow.objects.exists()
    assert not StoredFact.objects.filter(name="RoundOpened").exists()


def test_the_journal_keeps_no_words_of_a_round(plan: Reporting) -> None:
    """The entry of a round that was begun names its period and columns, not what it is called."""
    drafted(plan, plan.lead.debtor)
    text = Entry.objects.get(action="round.begun").text
    assert '"period":"2024"' in text.replace(" ", "")
    assert TITLE.kk not in text


def test_a_round_needs_columns_and_bodies(plan: Reporting) -> None:
    """Without a column, and without a body, no round begins."""
    body = [plan.lead.debtor_id]
    asked = Asked(TITLE, DUE, (), "2024")
    with refused(NO_COLUMNS):
        begin_round(RUNNER, plan.act, at=AT, asked=asked, bodies=body)
    with refused(NO_BODIES):
        begin_round(RUNNER, plan.act, at=AT, asked=replace(asked, columns=STANDARD), bodies=[])
    assert not Round.objects.exists()


def test_only_who_runs_rounds_begins_one(plan: Reporting) -> None:
    """An executor is refused with the reason."""
    asked = Asked(TITLE, DUE, STANDARD, "2024")
    with refused(NO_ROUNDS):
        begin_round(NOBODY, plan.act, at=AT, asked=asked, bodies=[plan.lead.debtor_id])


def test_opening_gives_every_body_what_it_owes_in_the_period(plan: Reporting) -> None:
    """The ministry gets its two obligations and the akimat its two, in the order of the act; what
    is not due before December is there in May; a fact is announced."""
    made = drafted(plan, plan.lead.debtor, plan.contribution.debtor)
    assert open_round(RUNNER, made, at=AT) == Opened(sheets=2, rows=4, empty=0)
    made.refresh_from_db()
    assert (made.state, made.opened_at) == ("open", AT)
    listed = [
        list(sheet.rows.values_list("obligation", flat=True))
        for sheet in (
            made.sheets.get(structure=plan.lead.debtor),
            made.sheets.get(structure=plan.contribution.debtor),
        )
    ]
    assert listed == [
        [plan.lead.pk, plan.counted.pk],
        [plan.contribution.pk, plan.agreed.pk],
    ]
    assert StoredFact.objects.filter(name="RoundOpened").count() == 1


def test_what_is_void_released_or_without_record_is_not_asked(plan: Reporting) -> None:
    """Of the ministry's two obligations one is void and one was due before control: its sheet is
    empty."""
    Obligation.objects.filter(pk=plan.lead.pk).update(outcome="void", void_reason="after_repeal")
    Obligation.objects.filter(pk=plan.counted.pk).update(recorded=False)
    made = drafted(plan, plan.lead.debtor)
    assert open_round(RUNNER, made, at=AT) == Opened(sheets=1, rows=0, empty=1)
    Obligation.objects.filter(pk=plan.agreed.pk).update(outcome="released")
    again = drafted(plan, plan.agreed.debtor)
    assert open_round(RUNNER, again, at=AT).rows == 1


def test_an_obligation_of_another_period_is_not_asked(plan: Reporting) -> None:
    """A round of the first half asks for the year's obligations, for the half lies in the year; one
    of 2025 asks for nothing."""
    asked = Asked(TITLE, DUE, STANDARD, "2024-H1")
    half = begin_round(RUNNER, plan.act, at=AT, asked=asked, bodies=[plan.lead.debtor_id])
    assert open_round(RUNNER, half, at=AT).rows == 2
    asked = replace(asked, period="2025")
    later = begin_round(RUNNER, plan.act, at=AT, asked=asked, bodies=[plan.lead.debtor_id])
    assert open_round(RUNNER, later, at=AT).rows == 0


def test_a_successor_answers_for_whom_it_succeeded(plan: Reporting) -> None:
    """The ministry was closed in April: its successor's sheet has its two obligations."""
    heir = Structure.objects.create(kind="ministry", name_kk="Жаңа", founded_on=date(2024, 4, 1))
    Structure.objects.filter(pk=plan.lead.debtor_id).update(
        closed_on=date(2024, 4, 1), successor=heir
    )
    made = drafted(plan, heir)
    assert open_round(RUNNER, made, at=AT).rows == 2


def test_a_round_opens_once(plan: Reporting) -> None:
    """An open round is not opened again, and not by who does not run rounds."""
    made = drafted(plan, plan.lead.debtor)
    with refused(NO_ROUNDS):
        open_round(NOBODY, made, at=AT)
    open_round(RUNNER, made, at=AT)
    with refused(NOT_A_DRAFT):
        open_round(RUNNER, made, at=AT)


def test_an_ad_hoc_round_asks_its_own_rows_of_every_body(plan: Reporting) -> None:
    """Two lines and two bodies make four rows; the round has no act and no period."""
    bodies = [plan.lead.debtor_id, plan.contribution.debtor_id]
    column = ColumnRow("c1", "number", LocalText("Саны", "Количество"), summed=True)
    rows = AdHocRows(lines=(LocalText("а", "а"), LocalText("ә", "б")))
    made = begin_round(
        RUNNER, None, at=AT, asked=Asked(TITLE, DUE, (column,)), bodies=bodies, rows=rows
    )
    assert open_round(RUNNER, made, at=AT) == Opened(sheets=2, rows=4, empty=0)
    made.refresh_from_db()
    assert (made.act, made.period, made.free_rows) == (None, "", False)


def test_an_ad_hoc_round_by_districts_takes_the_parts_of_each_territory(plan: Reporting) -> None:
    """The akimat's region has two districts in 2024 and one that is gone; the ministry, which has
    no territory, gets one row of its own."""
    region = Territory.objects.create(code="100000000", kind="oblast", name_kk="Абай облысы")
    for code, name, until in (
        ("100100000", "Аягөз", None), ("100200000", "Бесқарағай", None),
        ("100300000", "Бұрынғы", date(2023, 1, 1)),
    ):  # fmt: skip
        Territory.objects.create(
            code=code, kind="district", name_kk=name, parent=region, valid_until=until
        )
    Structure.objects.filter(pk=plan.contribution.debtor_id).update(territory=region)
    bodies = [plan.lead.debtor_id, plan.contribution.debtor_id]
    asked = Asked(TITLE, DUE, STANDARD)
    made = begin_round(
        RUNNER, None, at=AT, asked=asked, bodies=bodies, rows=AdHocRows(districts=True)
    )
    akimat = made.sheets.get(structure=plan.contribution.debtor)
    assert list(akimat.rows.values_list("title_kk", flat=True)) == ["Аягөз", "Бесқарағай"]
    ministry = made.sheets.get(structure=plan.lead.debtor)
    assert list(ministry.rows.values_list("title_kk", flat=True)) == ["Министрлік"]


def test_free_rows_are_left_to_the_bodies(plan: Reporting) -> None:
    """An ad hoc round without rows of its own opens with empty sheets that take free rows."""
    made = begin_round(
        RUNNER, None, at=AT, asked=Asked(TITLE, DUE, STANDARD), bodies=[plan.lead.debtor_id]
    )
    assert made.free_rows
    assert open_round(RUNNER, made, at=AT) == Opened(sheets=1, rows=0, empty=1)


def test_a_draft_is_dropped_with_all_that_belongs_to_it(plan: Reporting) -> None:
    """Nothing of a dropped draft is left; an open round is not dropped."""
    made = drafted(plan, plan.lead.debtor, plan.contribution.debtor)
    assert drop_round(RUNNER, made, at=AT) == 2
    assert not Round.objects.exists()
    assert not RoundColumn.objects.exists()
    assert not Sheet.objects.exists()
    opened = drafted(plan, plan.lead.debtor)
    open_round(RUNNER, opened, at=AT)
    with refused(NOT_A_DRAFT):
        drop_round(RUNNER, opened, at=AT)


def test_a_round_is_closed_and_opened_again_with_another_term(world: Sheets) -> None:
    """Closing tells that both answers are missing; reopening keeps the term unless one is given."""
    assert close_round(RUNNER, world.round, at=LATER) == 2
    world.round.refresh_from_db()
    assert (world.round.state, world.round.closed_at) == ("closed", LATER)
    with refused(NOT_OPEN):
        close_round(RUNNER, world.round, at=LATER)
    reopen_round(RUNNER, world.round, at=LATER, due_at=None)
    world.round.refresh_from_db()
    assert (world.round.state, world.round.closed_at, world.round.due_at) == ("open", None, DUE)
    with refused(NOT_CLOSED):
        reopen_round(RUNNER, world.round, at=LATER, due_at=None)
    close_round(RUNNER, world.round, at=LATER)
    reopen_round(RUNNER, world.round, at=LATER, due_at=DUE + timedelta(days=7))
    world.round.refresh_from_db()
    assert world.round.due_at == DUE + timedelta(days=7)


def test_the_request_letter_is_kept_with_its_round(world: Sheets) -> None:
    """The mailing that asks stands with the round; who does not run rounds cannot put it there."""
    mailing = Mailing.objects.create(kind="request", text_kk="Сұраймыз", made_at=AT)
    with refused(NO_ROUNDS):
        attach_request(NOBODY, world.round, at=AT, mailing=mailing)
    attach_request(RUNNER, world.round, at=AT, mailing=mailing)
    world.round.refresh_from_db()
    assert world.round.request == mailing


def sent(by: Actor, sheet: Sheet, at: datetime = AT) -> None:
    """Have a sheet sent, every row of it as under way where nothing else stands there."""
    for row in SheetRow.objects.filter(sheet=sheet):
        if "standing" not in row.cells:
            filled(by, row, standing="under_way")
    sheet.refresh_from_db()
    send_sheet(by, sheet, at=at)
    sheet.refresh_from_db()


def test_a_sheet_is_returned_with_a_reason(world: Sheets) -> None:
    """Only a sheet that was sent goes back, with a reason that its body sees; a fact tells it."""
    with refused(NOT_SENT):
        return_sheet(RUNNER, world.akimat, at=AT, reason="санын нақтылаңыз")
    sent(world.plan.contributor, world.akimat)
    with refused(NO_REASON):
        return_sheet(RUNNER, world.akimat, at=AT, reason="  ")
    with refused(NO_ROUNDS):
        return_sheet(NOBODY, world.akimat, at=AT, reason="x")
    return_sheet(RUNNER, world.akimat, at=LATER, reason=" санын нақтылаңыз ")
    world.akimat.refresh_from_db()
    assert (world.akimat.state, world.akimat.reason) == ("returned", "санын нақтылаңыз")
    assert StoredFact.objects.filter(name="SheetReturned").count() == 1
    assert "нақтылаңыз" not in Entry.objects.get(action="sheet.returned").text


def test_a_sheet_of_a_closed_round_is_not_returned(world: Sheets) -> None:
    """The round is opened again first."""
    sent(world.plan.contributor, world.akimat)
    close_round(RUNNER, world.round, at=AT)
    with refused(NOT_OPEN):
        return_sheet(RUNNER, Sheet.objects.get(pk=world.akimat.pk), at=AT, reason="x")


def test_a_lead_takes_up_what_was_sent_and_never_twice(world: Sheets) -> None:
    """The akimat's words stand behind its name after the ministry's, 3 and 4 make 7; the second
    time nothing changes."""
    lead = filled(
        world.plan.executor, row_of(world.ministry, world.plan.lead),
        text_kk="Отырыс өтті.", quantity="3",
    )  # fmt: skip
    part = row_of(world.akimat, world.plan.contribution)
    filled(world.plan.contributor, part, text_kk="Форум өтті.", quantity="4")
    assert take_up_contributions(world.plan.executor, world.ministry, at=AT) == 0
    sent(world.plan.contributor, world.akimat)
    assert take_up_contributions(world.plan.executor, world.ministry, at=AT) == 1
    lead.refresh_from_db()
    assert lead.cells["text_kk"] == "Отырыс өтті.\n\nӘкімдік: Форум өтті."
    assert lead.cells["quantity"] == "7"
    assert take_up_contributions(world.plan.executor, world.ministry, at=AT) == 0
    lead.refresh_from_db()
    assert lead.cells["quantity"] == "7"


def test_what_a_contributor_corrects_takes_the_place_of_the_former(world: Sheets) -> None:
    """The akimat sends 4 and, after a return, 5: the ministry's 3 + 4 becomes 3 + 5 and the words
    are changed where they stand."""
    lead = filled(world.plan.executor, row_of(world.ministry, world.plan.lead), quantity="3")
    part = row_of(world.akimat, world.plan.contribution)
    filled(world.plan.contributor, part, text_kk="Форум өтті.", quantity="4")
    sent(world.plan.contributor, world.akimat)
    take_up_contributions(world.plan.executor, world.ministry, at=AT)
    return_sheet(RUNNER, world.akimat, at=AT, reason="саны")
    world.akimat.refresh_from_db()
    filled(world.plan.contributor, part, text_kk="Екі форум өтті.", quantity="5")
    sent(world.plan.contributor, world.akimat)
    assert take_up_contributions(world.plan.executor, world.ministry, at=AT) == 1
    lead.refresh_from_db()
    assert (lead.cells["text_kk"], lead.cells["quantity"]) == ("Әкімдік: Екі форум өтті.", "8")


def test_only_the_leads_office_takes_up_and_not_after_sending(world: Sheets) -> None:
    """A foreign office, a closed round and a sheet that was sent are refused each with its
    reason."""
    with refused(NOT_YOUR_SHEET):
        take_up_contributions(world.plan.stranger, world.ministry, at=AT)
    close_round(RUNNER, world.round, at=AT)
    with refused(ROUND_CLOSED):
        take_up_contributions(world.plan.executor, Sheet.objects.get(pk=world.ministry.pk), at=AT)
    reopen_round(RUNNER, Round.objects.get(pk=world.round.pk), at=AT, due_at=None)
    sheet = Sheet.objects.get(pk=world.ministry.pk)
    sent(world.plan.executor, sheet)
    with refused(ALREADY_SENT):
        take_up_contributions(world.plan.executor, sheet, at=AT)
