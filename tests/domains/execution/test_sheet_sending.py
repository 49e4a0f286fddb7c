"""Sending a sheet: what is done becomes reports; what is lacking is told, and nothing is sent."""

from pathlib import Path

import pytest
from pytest_django import Settings

from birlik.base.journal.models import Entry
from birlik.base.obligations import refusals
from birlik.base.obligations.actions import (
    EvidenceItem,
    accept_report,
    attach_evidence,
    return_report,
)
from birlik.base.obligations.models import Evidence, Obligation, Submission
from birlik.base.values.actor import Actor, Grant
from birlik.base.values.refused import RefusedError
from birlik.domains.execution.actions.rounds.fill import answer_by_letter
from birlik.domains.execution.actions.rounds.return_sheet import return_sheet
from birlik.domains.execution.actions.rounds.send import (
    FILES_WAIT,
    NOT_READY,
    UnreadySheetError,
    send_sheet,
)
from birlik.domains.execution.models import BroughtSheet, Sheet
from tests.base.obligations.reporting_world import AT, PROTOCOL, again, later, person
from tests.domains.execution.sheet_files import document_of
from tests.domains.execution.sheet_world import (
    REGISTRAR,
    RUNNER,
    Sheets,
    filled,
    letter_from,
    row_of,
    sheets,
)

pytestmark = pytest.mark.django_db
LINK = "https://assembly.kz/1"


@pytest.fixture
def world(settings: Settings, tmp_path: Path) -> Sheets:
    """The open round with the ministry's sheet half filled in: nothing done yet."""
    settings.MEDIA_ROOT = tmp_path
    made = sheets()
    for owed in (made.plan.lead, made.plan.counted):
        filled(made.plan.executor, row_of(made.ministry, owed), standing="not_begun")
    return made


def send(by: Actor, sheet: Sheet, *, days: int = 0) -> int:
    """Send a sheet some days later."""
    return send_sheet(by, sheet, at=later(days))


def faults(by: Actor, sheet: Sheet, *, days: int = 0) -> dict[int, str]:
    """What is lacking in the rows of a sheet; it is not sent, and no report is made."""
    made = Submission.objects.count()
    with pytest.raises(UnreadySheetError) as refused:
        send(by, sheet, days=days)
    assert refused.value.reason == NOT_READY
    assert Submission.objects.count() == made
    assert Sheet.objects.get(pk=sheet.pk).state != "sent"
    assert not Evidence.objects.filter(submission=None, attached_at=later(days)).exists()
    return {number: reason.en for number, reason in faults_of(refused.value).items()}


def faults_of(refused: UnreadySheetError) -> dict[int, object]:
    """The reasons, each said in three languages."""
    assert all(reason.missing() == () for reason in refused.faults.values())
    return dict(refused.faults)


def test_what_is_done_is_reported(world: Sheets) -> None:
    """A row that is done becomes a report with its words, its quantity and its link; one that is
    not stays on the sheet alone."""
    row = row_of(world.ministry, world.plan.counted)
    filled(world.plan.executor, row, standing="done", text_kk="Шықты", text_ru="Вышли",
           quantity="20", link=LINK)  # fmt: skip
    assert send(world.plan.executor, world.ministry, days=1) == 1
    made = Submission.objects.get()
    assert (made.obligation, made.text_kk, made.text_ru) == (world.plan.counted, "Шықты", "Вышли")
    assert (made.quantity, made.at) == (20, later(1))
    assert Evidence.objects.get(submission=made).link == LINK
    sheet = Sheet.objects.get(pk=world.ministry.pk)
    assert (sheet.state, sheet.sent_at) == ("sent", later(1))
    assert again(world.plan.lead).stage == ""
    with pytest.raises(RefusedError, match="was sent"):
        send(world.plan.executor, sheet, days=2)


def test_the_journal_tells_of_the_sending_without_words(world: Sheets) -> None:
    """The sheet and each report leave an entry, and none holds what was written."""
    row = row_of(world.ministry, world.plan.counted)
    filled(world.plan.executor, row, standing="done", text_kk="Шықты", quantity="20", link=LINK)
    send(world.plan.executor, world.ministry, days=30)
    entries = Entry.objects.order_by("-number")[:3]
    assert {one.action for one in entries} == {
        "sheet.sent", "report.submitted", "evidence.attached",
    }  # fmt: skip
    assert not any("Шықты" in one.text for one in entries)
    sent = next(one for one in entries if one.action == "sheet.sent")
    assert '"late":true' in sent.text.replace(" ", "")


def test_required_cells_must_be_filled(world: Sheets) -> None:
    """A row without a cell that must be filled says which; nothing is sent."""
    row = row_of(world.akimat, world.plan.contribution)
    other = row_of(world.akimat, world.plan.agreed)
    filled(world.plan.contributor, row, standing="under_way")
    told = faults(world.plan.contributor, world.akimat)
    assert list(told) == [other.pk]
    assert "Ход исполнения" in told[other.pk]


def test_what_a_report_lacks_is_told_by_its_row(world: Sheets) -> None:
    """A done row without words, without minutes or without what it counts says so, and so long no
    other row is sent; when they are mended, or no longer called done, all goes."""
    lead, counted = (row_of(world.ministry, one) for one in (world.plan.lead, world.plan.counted))
    filled(world.plan.executor, lead, standing="done", text_kk="Өтті")
    filled(world.plan.executor, counted, standing="done", link=LINK)
    told = faults(world.plan.executor, world.ministry)
    assert told[lead.pk] == refusals.LACKS["protocol"].en
    assert refusals.LACKS["content"].en in told[counted.pk]
    assert refusals.LACKS["quantity"].en in told[counted.pk]
    attach_evidence(world.plan.executor, world.plan.lead, at=AT, item=PROTOCOL)
    filled(world.plan.executor, counted, standing="under_way")
    assert send(world.plan.executor, world.ministry) == 1
    assert Submission.objects.get().evidence.get().number == "7"


def test_a_period_that_has_not_begun_is_told(world: Sheets) -> None:
    """What is called done before its period says so."""
    Obligation.objects.filter(pk=world.plan.agreed.pk).update(period_first=later(10).date())
    rows = [row_of(world.akimat, one) for one in (world.plan.contribution, world.plan.agreed)]
    for row in rows:
        filled(world.plan.contributor, row, standing="done", text_kk="Болды")
    told = faults(world.plan.contributor, world.akimat)
    assert told == {rows[1].pk: refusals.NOT_BEGUN.en}


def test_what_is_reported_or_settled_already_stays(world: Sheets) -> None:
    """A sheet that was returned is sent again: what waits for review or was accepted is left as it
    is, what was returned is reported anew, and its link and quantity replace the former ones."""
    plan, row = world.plan, row_of(world.ministry, world.plan.counted)
    filled(plan.executor, row, standing="done", text_kk="Шықты", quantity="12", link=LINK)
    send(plan.executor, world.ministry, days=1)
    return_sheet(RUNNER, world.ministry, at=later(2), reason="Толықтырыңыз")
    assert send(plan.executor, world.ministry, days=3) == 0
    first = Submission.objects.get()
    return_sheet(RUNNER, world.ministry, at=later(4), reason="Тағы")
    return_report(plan.coordinator, plan.counted, at=later(4), submission=first.pk, reason="Аз")
    Evidence.objects.filter(submission=None).update(attached_at=later(3))
    attach_evidence(
        plan.executor, plan.counted, at=later(4),
        item=EvidenceItem(title="Үшінші", link="https://a.kz/3", quantity=1),
    )  # fmt: skip
    filled(plan.executor, row, quantity="20", link="https://assembly.kz/2")
    assert send(plan.executor, world.ministry, days=5) == 1
    second = Submission.objects.get(number=2)
    assert second.quantity == 21
    assert {one.link for one in second.evidence.all()} == {
        "https://assembly.kz/2", "https://a.kz/3",
    }  # fmt: skip
    accept_report(plan.coordinator, plan.counted, at=later(6), submission=second.pk)
    return_sheet(RUNNER, world.ministry, at=later(6), reason="Соңғысы")
    assert send(plan.executor, world.ministry, days=7) == 0


def test_a_link_that_is_evidence_already_is_counted_once(world: Sheets) -> None:
    """A link that somebody attached to the draft by hand is not attached again; it takes the
    quantity of the row."""
    plan = world.plan
    item = EvidenceItem(title="Сайт", link=LINK, quantity=3)
    attach_evidence(plan.executor, plan.counted, at=AT, item=item)
    row = row_of(world.ministry, plan.counted)
    filled(plan.executor, row, standing="done", text_kk="Шықты", quantity="20", link=LINK)
    send(plan.executor, world.ministry, days=1)
    made = Submission.objects.get()
    assert (made.quantity, made.evidence.count()) == (20, 1)


def test_cells_of_a_file_that_wait_hold_the_sheet(world: Sheets) -> None:
    """While somebody must choose between two values, the sheet is not sent."""
    BroughtSheet.objects.create(
        sheet=world.ministry, document=document_of(b"1"), conflicts=[{"row": 1}], at=AT
    )
    with pytest.raises(RefusedError) as refused:
        send(world.plan.executor, world.ministry)
    assert refused.value.reason == FILES_WAIT


def test_a_registrar_sends_what_a_letter_says(world: Sheets) -> None:
    """The rows become reports by letter, which count on the letter's day and have its scan for
    evidence; what stands against one is told by its row."""
    plan, letter = world.plan, letter_from(world.akimat.structure, scanned=True)
    answer_by_letter(REGISTRAR, world.akimat, at=AT, letter=letter)
    rows = [row_of(world.akimat, one) for one in (plan.contribution, plan.agreed)]
    for row in rows:
        filled(REGISTRAR, row, standing="done", text_kk="Орындалды")
    Obligation.objects.filter(pk=plan.agreed.pk).update(recorded=False)
    assert faults(REGISTRAR, world.akimat) == {rows[1].pk: refusals.NO_RECORD.en}
    Obligation.objects.filter(pk=plan.agreed.pk).update(recorded=True)
    assert send(REGISTRAR, world.akimat, days=3) == 2
    made = Submission.objects.get(obligation=plan.agreed)
    assert (made.letter, made.text_kk) == (letter, "Орындалды")
    assert made.counts_on in {letter.dated_on, letter.received_on}
    assert made.evidence.get().document == letter.document


def test_a_letter_without_done_rows_makes_no_report(world: Sheets) -> None:
    """A registrar sends a sheet on which nothing is done yet."""
    letter = letter_from(world.akimat.structure)
    answer_by_letter(REGISTRAR, world.akimat, at=AT, letter=letter)
    for owed in (world.plan.contribution, world.plan.agreed):
        filled(REGISTRAR, row_of(world.akimat, owed), standing="not_begun")
    assert send(REGISTRAR, world.akimat) == 0
    assert not Submission.objects.exists()


def test_only_its_body_sends_a_sheet(world: Sheets) -> None:
    """Another body is refused; whose power reaches every body sends it."""
    with pytest.raises(RefusedError, match="does not fill in this sheet"):
        send(world.plan.contributor, world.ministry)
    ours = person(50, Grant("obligations.report"))
    assert send(ours, world.ministry) == 0
    assert Sheet.objects.get(pk=world.ministry.pk).state == "sent"
