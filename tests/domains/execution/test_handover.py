"""What lies in an office, and its handing over, on 2 May 2024."""

from datetime import date
from io import BytesIO

import pytest
from django.test import Client
from openpyxl import load_workbook
from pytest_django import DjangoAssertNumQueries

from birlik.base.charter.actions import load_charter
from birlik.base.journal.queries import last_entry
from birlik.base.obligations.actions import ask_extension, save_draft
from birlik.base.obligations.models import Obligation, Visa
from birlik.base.registry.actions import appoint, open_account
from birlik.base.registry.models import Account, Appointment, Office
from birlik.base.values.refused import RefusedError
from birlik.domains.execution.actions.handover import hand_over
from birlik.domains.execution.engine.handing_over import digest_of, items_in
from birlik.domains.execution.models import Handover, Round, Sheet
from birlik.domains.execution.queries.handing_over import handed_over
from birlik.domains.execution.rules.handover import NOT_YOUR_OFFICE, TWO_HOLDERS
from tests.base.obligations.reporting_world import AT, SYSTEM, later, reported
from tests.domains.execution.obligation_desk import at
from tests.domains.execution.offices import OFFICES, Staffed, acting, settle, staffed

pytestmark = pytest.mark.django_db
ON = AT.date()


@pytest.fixture
def staff(monkeypatch: pytest.MonkeyPatch) -> Staffed:
    """The plan on 2 May 2024."""
    at(monkeypatch, AT)
    return staffed()


def office_of(account: Account) -> Office:
    """The office of an account."""
    return Office.objects.get(appointments__person=account.person)


def successor(office: Office) -> Appointment:
    """Somebody appointed to the office from 10 May."""
    found = open_account(
        SYSTEM, None, at=AT, full_name="Келесі", email="next@birlik.example", password_hash="!"
    )
    return appoint(
        SYSTEM, office, at=AT, person=found.person, valid_from=date(2024, 5, 10), ground="№ 9"
    )


def parts(office: Office) -> dict[str, list[str]]:
    """Part → the pages of what stands in it."""
    found: dict[str, list[str]] = {}
    for one in handed_over(office, on=ON):
        found.setdefault(one.part, []).append(one.address)
    return found


def page(one: Obligation) -> str:
    """Where an obligation is."""
    return f"/obligations/{one.pk}/"


def test_executor_hands_over_what_the_body_owes(staff: Staffed) -> None:
    """The akimat owes a contribution and an information: both stand there by due date, the begun
    draft, the asked extension, the sheet to fill and the visa awaited too; of others nothing."""
    plan = staff.plan
    office = office_of(settle("executor", staff.akimat))
    settle("executor", staff.ministry, name="other")
    save_draft(plan.contributor, plan.agreed, at=AT, text_kk="Басы", text_ru="", version=0)
    ask_extension(
        plan.contributor, plan.contribution, at=AT, wanted_on=date(2024, 12, 30), reason="r"
    )
    asked = Round.objects.create(
        title_ru="Сбор", state="open", due_at=later(3), begun_at=AT, number="5"
    )
    sheet = Sheet.objects.create(round=asked, structure=staff.akimat)
    Sheet.objects.create(round=asked, structure=staff.ministry)
    Visa.objects.create(obligation=plan.lead, turn=1, position=1, office=office, text="x")
    assert parts(office) == {
        "obligations": [page(plan.agreed), page(plan.contribution)],
        "drafts": [page(plan.agreed)],
        "extensions": [page(plan.contribution)],
        "visas": [page(plan.lead)],
        "sheets": [f"/sheets/{sheet.pk}/"],
    }


def test_returned_report_shows_its_state(staff: Staffed) -> None:
    """What was submitted stands with its state and due date."""
    office = office_of(settle("executor", staff.akimat))
    reported(staff.plan, staff.plan.agreed)
    [first, _second] = handed_over(office, on=ON)
    assert (first.state, first.due_on, first.point) == ("submitted", date(2024, 5, 31), "№ 7, 3")


def test_coordinator_hands_over_what_waits(staff: Staffed) -> None:
    """A coordinator's office holds the report to be judged and the request to be decided."""
    plan = staff.plan
    office = office_of(settle("coordinator", staff.committee))
    reported(plan, plan.agreed)
    ask_extension(plan.executor, plan.lead, at=AT, wanted_on=date(2025, 1, 30), reason="r")
    assert parts(office) == {"reviews": [page(plan.agreed)], "extensions": [page(plan.lead)]}


def test_list_is_recorded_with_its_digest(staff: Staffed) -> None:
    """Before, nothing is recorded; then the list stands as it was, whatever happens later, and the
    journal has its digest."""
    account = settle("executor", staff.akimat)
    office = office_of(account)
    giver, taker = Appointment.objects.get(person=account.person), successor(office)
    assert not Handover.objects.exists()
    made = hand_over(acting(account), office, at=AT, giver=giver, taker=taker)
    reported(staff.plan, staff.plan.agreed)
    kept = Handover.objects.get()
    assert [one.state for one in items_in(kept.rows)] == ["open", "open"]
    assert (kept.handed_by, kept.taken_by, kept.by) == (giver, taker, giver)
    assert digest_of(kept.rows) == kept.digest == made.digest
    entry = last_entry("office.handed_over")
    assert entry is not None
    assert kept.digest in entry.text
    assert "Келесі" not in entry.text


def test_two_holders_of_the_office_are_needed(staff: Staffed) -> None:
    """Not to oneself, and not to who sits elsewhere."""
    account = settle("executor", staff.akimat)
    other = settle("executor", staff.ministry, name="other")
    giver = Appointment.objects.get(person=account.person)
    for taker in (giver, Appointment.objects.get(person=other.person)):
        with pytest.raises(RefusedError) as refused:
            hand_over(SYSTEM, office_of(account), at=AT, giver=giver, taker=taker)
        assert refused.value.reason == TWO_HOLDERS
    assert not Handover.objects.exists()


def test_other_offices_are_not_ones_own(staff: Staffed) -> None:
    """Another executor neither sees the list nor records it; a missing office is told alike."""
    account = settle("executor", staff.akimat)
    other = settle("executor", staff.ministry, name="other")
    office = office_of(account)
    giver, taker = Appointment.objects.get(person=account.person), successor(office)
    with pytest.raises(RefusedError) as refused:
        hand_over(acting(other), office, at=AT, giver=giver, taker=taker)
    assert refused.value.reason == NOT_YOUR_OFFICE
    made = hand_over(SYSTEM, office, at=AT, giver=giver, taker=taker)
    client = Client()
    client.force_login(other)
    for address in (
        f"/offices/{office.pk}/handover/", "/offices/999999/handover/",
        f"/handovers/{made.pk}/", "/handovers/999999/",
    ):  # fmt: skip
        assert client.get(address).status_code == 403


def test_handing_over_by_page(
    staff: Staffed, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    """The holder opens the list, chooses the successor, and gets the recorded list to print and to
    carry away; a wrong choice comes back with the reason."""
    account = settle("executor", staff.akimat)
    office = office_of(account)
    client = Client()
    client.force_login(account)
    address = f"/offices/{office.pk}/handover/"
    assert "record" in client.get(address).content.decode()
    giver, taker = Appointment.objects.get(person=account.person), successor(office)
    with django_assert_max_num_queries(15):
        text = client.get(address).content.decode()
    assert "№ 7, 3" in text
    wrong = client.post(address, {"giver": giver.pk, "taker": giver.pk})
    assert wrong.status_code == 422
    assert "екі түрлі адамды" in wrong.content.decode()
    answer = client.post(address, {"giver": giver.pk, "taker": taker.pk}, follow=True)
    text = answer.content.decode()
    assert Handover.objects.get().digest in text
    assert text.count("Келесі") >= 2
    Handover.objects.update(digest="0" * 64)
    assert 'role="alert"' in client.get(answer.redirect_chain[-1][0]).content.decode()
    assert Handover.objects.get().office == office
    listed = client.get(address).content.decode()
    assert "/handovers/" in listed


def test_list_is_carried_away(staff: Staffed) -> None:
    """The workbook holds a row for each, with the part, the point and the due date."""
    account = settle("executor", staff.akimat)
    client = Client()
    client.force_login(account)
    answer = client.get(f"/offices/{office_of(account).pk}/handover/?format=xlsx")
    sheet = load_workbook(BytesIO(b"".join(answer.streaming_content))).worksheets[0]
    rows = list(sheet.iter_rows(min_row=2, values_only=True))
    assert [row[1] for row in rows] == ["№ 7, 3", "№ 7, 1"]


def test_head_and_keeper_hand_over_too(staff: Staffed) -> None:
    """The head of the body and the keeper of the registry open the list; a head of another body
    does not; only to the keeper is a missing office missing."""
    extra = (
        "  body_head:\n    - {kk: б, ru: г, en: h, from: 2000-01-01, ground: x, powers: "
        "{obligations.direct: structure}}\n"
        "  keeper:\n    - {kk: т, ru: в, en: k, from: 2000-01-01, ground: x, powers: "
        "{registry.keep: all}}\n"
    )
    load_charter(SYSTEM, None, at=AT, content=(OFFICES + extra).encode())
    office = office_of(settle("executor", staff.akimat))
    found = {}
    for name, kind, body in (
        ("own", "body_head", staff.akimat),
        ("foreign", "body_head", staff.ministry),
        ("keeper", "keeper", staff.committee),
    ):
        client = Client()
        client.force_login(settle(kind, body, name=name))
        found[name] = [
            client.get(f"/offices/{pk}/handover/").status_code for pk in (office.pk, 999999)
        ] + [client.get("/handovers/999999/").status_code]
    assert found == {
        "own": [200, 403, 403], "foreign": [403, 403, 403], "keeper": [200, 404, 404],
    }  # fmt: skip
