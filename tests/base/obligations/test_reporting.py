"""What each verb of reporting changes, from before to after."""

import hashlib
import json
from datetime import date

import pytest

from birlik.base.journal.models import Entry, StoredFact
from birlik.base.obligations import refusals
from birlik.base.obligations.actions import (
    EvidenceItem,
    accept_contributions,
    accept_report,
    ask_extension,
    attach_evidence,
    consolidate_contributions,
    detach_evidence,
    grant_extension,
    make_remark,
    refuse_extension,
    release_obligation,
    return_report,
    save_draft,
    submit_report,
    take_off_control,
)
from birlik.base.obligations.models import Draft, Evidence, Extension, Obligation, Submission
from birlik.base.obligations.queries import with_state, wrong_obligations
from birlik.base.values.actor import Grant
from birlik.base.values.local_text import LocalText
from birlik.base.values.refused import RefusedError
from tests.base.obligations.reporting_world import (
    AT,
    PROTOCOL,
    Reporting,
    again,
    later,
    owe,
    person,
    reported,
    reporting,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> Reporting:
    """The plan of 2024 on 2 May."""
    return reporting()


def state(obligation: Obligation, on: date) -> str:
    """The state of an obligation on a day."""
    return with_state(Obligation.objects.filter(pk=obligation.pk), on=on).get().state


def last_entry() -> dict[str, object]:
    """The newest entry of the journal."""
    return json.loads(Entry.objects.order_by("number").last().text)


def facts() -> list[str]:
    """The names of the facts announced so far."""
    return list(StoredFact.objects.order_by("entry__number").values_list("name", flat=True))


def test_a_draft_is_kept_and_grows_a_version_and_leaves_no_entry(world: Reporting) -> None:
    """Two saves keep the last words as version 2; the state stays open and the journal silent."""
    save_draft(world.executor, world.lead, at=AT, text_kk="Басы", text_ru="", version=0)
    before = Entry.objects.count()
    kept = save_draft(world.executor, world.lead, at=AT, text_kk="Соңы", text_ru="Конец", version=1)
    assert Draft.objects.get() == kept
    assert (kept.text_kk, kept.text_ru, kept.version) == ("Соңы", "Конец", 2)
    assert state(world.lead, AT.date()) == "open"
    assert Entry.objects.count() == before
    unnamed = save_draft(world.executor, world.lead, at=AT, text_kk="3", text_ru="")
    assert unnamed.version == 3


def test_evidence_is_attached_to_the_draft_and_can_be_taken_out_again(world: Reporting) -> None:
    """A card of a paper stands in the draft until it is detached; the entry keeps no title."""
    made = attach_evidence(world.executor, world.lead, at=AT, item=PROTOCOL)
    assert (made.kind, made.submission, made.number) == ("card", None, "7")
    assert last_entry()["given"] == {}
    detach_evidence(world.executor, world.lead, at=AT, evidence=made.pk)
    assert not Evidence.objects.exists()


def test_a_link_counts_what_it_proves(world: Reporting) -> None:
    """Twenty publications behind one link are the quantity of the report."""
    item = EvidenceItem(title="Тізім", link="https://example.kz/list", quantity=20)
    assert attach_evidence(world.executor, world.counted, at=AT, item=item).kind == "link"
    made = submit_report(world.executor, world.counted, at=AT, text_ru="Размещено")
    assert made.quantity == 20
    assert list(made.evidence.values_list("title", flat=True)) == ["Тізім"]


def test_a_report_is_submitted_with_its_evidence_and_ends_the_draft(world: Reporting) -> None:
    """On 2 May the lead reports with a protocol: submitted, first on that day, no draft is left,
    and the fact is announced; its words stay out of the journal."""
    save_draft(world.executor, world.lead, at=AT, text_kk="Өтті", text_ru="")
    attach_evidence(world.executor, world.lead, at=AT, item=PROTOCOL)
    made = submit_report(world.executor, world.lead, at=AT, text_kk=" Өтті ")
    row = again(world.lead)
    assert (row.stage, row.first_submitted_on, row.outcome) == ("submitted", date(2024, 5, 2), "")
    assert (made.number, made.text_kk, made.quantity) == (1, "Өтті", None)
    assert made.words == LocalText("Өтті", "")
    assert made.account == 1
    assert not Draft.objects.exists()
    assert facts() == ["ReportSubmitted"]
    assert last_entry()["given"] == {}
    assert last_entry()["noted"] == {
        "submission": made.pk, "number": 1, "quantity": None, "evidence": 1,
        "text": {"sha256": hashlib.sha256('["Өтті",""]'.encode()).hexdigest()},
    }  # fmt: skip


def test_an_accepted_report_fulfils(world: Reporting) -> None:
    """Reported on 30 May and accepted in July: fulfilled, as the report came by 31 May."""
    made = reported(world, world.agreed, days=28)
    accept_report(world.coordinator, world.agreed, at=later(70), submission=made.pk, words="Рахмет")
    row = again(world.agreed)
    assert (row.outcome, row.stage) == ("accepted", "")
    assert (made.review.accepted, made.review.account) == (True, 3)
    assert state(row, date(2025, 1, 1)) == "fulfilled"
    assert facts() == ["ReportSubmitted", "ReportAccepted"]


def test_a_report_that_came_late_is_fulfilled_late(world: Reporting) -> None:
    """Reported on 1 June, a day after it was due."""
    made = reported(world, world.agreed, days=30)
    accept_report(world.coordinator, world.agreed, at=later(31), submission=made.pk)
    assert state(world.agreed, date(2025, 1, 1)) == "fulfilled_late"


def test_acceptance_answers_a_request_that_waits(world: Reporting) -> None:
    """What was accepted needs no later date: the request does not wait any longer."""
    asked = ask_extension(
        world.contributor, world.agreed, at=AT, wanted_on=date(2024, 7, 1), reason="Ауырды"
    )
    made = reported(world, world.agreed)
    accept_report(world.coordinator, world.agreed, at=AT, submission=made.pk)
    asked.refresh_from_db()
    assert (asked.granted, asked.decided_at) == (False, AT)
    assert again(world.agreed).due_on == date(2024, 5, 31)


def test_a_returned_report_is_corrected_and_its_first_day_stays(world: Reporting) -> None:
    """Returned on 3 May with its evidence, reported again on 6 June, accepted: the second report is
    number 2, and what counts is 2 May."""
    attach_evidence(world.executor, world.lead, at=AT, item=PROTOCOL)
    first = submit_report(world.executor, world.lead, at=AT, text_kk="Өтті")
    return_report(world.coordinator, world.lead, at=later(1), submission=first.pk, reason="Толық")
    assert state(world.lead, date(2024, 5, 4)) == "returned"
    carried = Evidence.objects.get(submission=None)
    assert (carried.number, carried.obligation) == ("7", world.lead)
    second = submit_report(world.executor, world.lead, at=later(35), text_kk="Толық өтті")
    assert (second.number, second.evidence.count(), first.evidence.count()) == (2, 1, 1)
    accept_report(world.coordinator, world.lead, at=later(36), submission=second.pk)
    row = again(world.lead)
    assert (row.first_submitted_on, row.outcome) == (date(2024, 5, 2), "accepted")
    assert Submission.objects.get(pk=first.pk).text_kk == "Өтті"
    names = ["ReportSubmitted", "ReportReturned", "ReportSubmitted", "ReportAccepted"]
    assert facts() == names


def test_the_lead_accepts_a_contribution_and_consolidates_it(world: Reporting) -> None:
    """The akimat's accepted words are appended to the lead's draft under its name, once, and the
    lead's report takes the contribution up."""
    made = submit_report(
        world.contributor, world.contribution, at=AT, text_kk="Біз де", text_ru="И мы"
    )
    accept_report(world.executor, world.contribution, at=AT, submission=made.pk)
    save_draft(world.executor, world.lead, at=AT, text_kk="Басы", text_ru="")
    for _twice in range(2):
        draft = consolidate_contributions(world.executor, world.lead, at=AT)
        assert draft.text_kk == "Басы\n\nӘкімдік: Біз де"
        assert draft.text_ru == "Акимат: И мы"
    attach_evidence(world.executor, world.lead, at=AT, item=PROTOCOL)
    whole = submit_report(
        world.executor, world.lead, at=AT, text_kk=draft.text_kk, text_ru=draft.text_ru
    )
    made.refresh_from_db()
    assert made.consolidated_in == whole


def test_consolidating_begins_a_draft_where_there_was_none(world: Reporting) -> None:
    """Of a contribution in Russian alone only the Russian words come."""
    made = submit_report(world.contributor, world.contribution, at=AT, text_ru="Сделано")
    accept_report(world.executor, world.contribution, at=AT, submission=made.pk)
    draft = consolidate_contributions(world.executor, world.lead, at=AT)
    assert (draft.text_kk, draft.text_ru) == ("", "Акимат: Сделано")
    assert last_entry()["noted"] == {"taken": 1}


def test_an_accepted_obligation_is_taken_off_control_and_keeps_its_state(world: Reporting) -> None:
    """Who, when and on what ground is kept; the state is as before."""
    made = reported(world, world.agreed)
    accept_report(world.coordinator, world.agreed, at=AT, submission=made.pk)
    off = take_off_control(world.coordinator, world.agreed, at=later(3), ground=" Қызметтік жазба ")
    assert (off.ground, off.at) == ("Қызметтік жазба", later(3))
    assert state(world.agreed, date(2025, 1, 1)) == "fulfilled"


def test_an_extension_moves_the_due_date_and_keeps_the_old_one(world: Reporting) -> None:
    """31 May becomes 1 July as asked; a second request is granted until another day."""
    asked = ask_extension(
        world.contributor, world.agreed, at=AT, wanted_on=date(2024, 7, 1), reason=" Қар "
    )
    assert (asked.reason, asked.granted, again(world.agreed).due_on) == (
        "Қар", None, date(2024, 5, 31),
    )  # fmt: skip
    grant_extension(world.coordinator, world.agreed, at=later(1), ground="Хат")
    assert again(world.agreed).due_on == date(2024, 7, 1)
    ask_extension(world.contributor, world.agreed, at=AT, wanted_on=date(2024, 9, 1), reason="Тағы")
    grant_extension(world.coordinator, world.agreed, at=later(2), due_on=date(2024, 8, 1))
    kept = Extension.objects.values_list("old_due_on", "wanted_on", "due_on", "granted")
    assert list(kept) == [
        (date(2024, 5, 31), date(2024, 7, 1), date(2024, 7, 1), True),
        (date(2024, 7, 1), date(2024, 9, 1), date(2024, 8, 1), True),
    ]
    assert state(world.agreed, date(2024, 8, 1)) == "open"
    assert state(world.agreed, date(2024, 8, 2)) == "overdue"
    assert not list(wrong_obligations())


def test_a_refused_extension_leaves_the_due_date(world: Reporting) -> None:
    """The refusal keeps its reason with the request and out of the journal."""
    ask_extension(world.contributor, world.agreed, at=AT, wanted_on=date(2024, 7, 1), reason="Қар")
    refused = refuse_extension(world.coordinator, world.agreed, at=later(1), ground=" Уақыт бар ")
    assert (refused.granted, refused.due_on, refused.ground) == (False, None, "Уақыт бар")
    assert again(world.agreed).due_on == date(2024, 5, 31)
    assert last_entry()["given"] == {}
    assert facts() == ["ExtensionAsked", "ExtensionDecided"]


def test_a_released_obligation_is_owed_no_longer(world: Reporting) -> None:
    """Released on the ground of a point; the request that waited is answered."""
    ask_extension(world.contributor, world.agreed, at=AT, wanted_on=date(2024, 7, 1), reason="Қар")
    made = release_obligation(
        world.coordinator, world.agreed, at=later(5), ground=world.ground, reason=" Таратылды "
    )
    assert (made.ground, made.reason) == (world.ground, "Таратылды")
    assert state(world.agreed, date(2025, 1, 1)) == "released"
    assert not Extension.objects.filter(granted=None).exists()
    assert facts() == ["ExtensionAsked", "ObligationReleased"]


def test_people_speak_of_an_obligation(world: Reporting) -> None:
    """What the akimat asks stays out of the journal, but the fact is announced."""
    made = make_remark(world.contributor, world.agreed, at=AT, text=" Қай нысан? ")
    assert (made.text, made.at) == ("Қай нысан?", AT)
    assert last_entry()["given"] == {}
    assert facts() == ["RemarkMade"]


def test_who_succeeded_the_debtor_reports_in_its_place(world: Reporting) -> None:
    """The ministry became another on 1 May: on 2 May the heir's office reports on its debt."""
    heir = type(world.lead.debtor).objects.create(kind="ministry", name_kk="Мұрагер")
    old = world.lead.debtor
    old.closed_on, old.successor = date(2024, 5, 1), heir
    old.save()
    ours = person(8, Grant("obligations.report", heir.pk))
    draft = save_draft(ours, world.lead, at=AT, text_kk="Енді біз", text_ru="")
    assert draft.obligation.debtor == old


def test_the_lead_accepts_contributions_at_once(world: Reporting) -> None:
    """Of three contributions two wait and are named: both are accepted, whatever else is named;
    what the lead wrote itself is left to another."""
    others = [
        owe(world.lead.duty, world.contribution.debtor, date(2024, 12, 20), role="contributor",
            lead=world.lead, number=number)
        for number in (2, 3)
    ]  # fmt: skip
    made = [
        submit_report(world.contributor, one, at=AT, text_kk="Біз де")
        for one in (world.contribution, others[0])
    ]
    debtor = Grant("obligations.report", world.contribution.debtor_id)
    both = person(1, debtor, Grant("obligations.report", world.lead.debtor_id))
    own = submit_report(both, others[1], at=AT, text_kk="Өзім")
    asked = [*(one.pk for one in made), own.pk, 999_999]
    assert accept_contributions(world.executor, world.lead, at=AT, submissions=asked) == 2
    assert [again(one.obligation).outcome for one in (*made, own)] == ["accepted", "accepted", ""]
    assert facts().count("ReportAccepted") == 2
    assert not list(wrong_obligations())


def test_nobody_else_accepts_contributions_at_once(world: Reporting) -> None:
    """The coordinator is told that this is the lead's."""
    made = submit_report(world.contributor, world.contribution, at=AT, text_kk="Біз де")
    with pytest.raises(RefusedError) as refusal:
        accept_contributions(world.coordinator, world.lead, at=AT, submissions=[made.pk])
    assert refusal.value.reason == refusals.LEAD_REVIEWS
