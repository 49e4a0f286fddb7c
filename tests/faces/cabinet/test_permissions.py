"""Who may open which page and do what: every page and action × every kind of office, as tables.

A new page or action must be entered here, or its table's first test fails.
"""

import re
from datetime import date

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client

from birlik.base.charter.actions import load_charter
from birlik.base.charter.queries import rights_of
from birlik.base.journal.action import ACTIONS
from birlik.base.records.models import Act, ActReading
from birlik.base.registry.actions import appoint, found_office, open_account
from birlik.base.registry.models import Enrolment, Person, Proposal, Structure
from birlik.base.ui.pages import Page
from birlik.base.values.actor import Actor, Grant
from birlik.base.values.local_text import LocalText
from birlik.base.values.schedule import Schedule
from birlik.domains.drafting.models import Agreement, PlanDraft
from birlik.domains.execution.models import Round, Sheet
from birlik.wiring import foundations
from birlik.wiring.pages import PAGES
from tests.base.records.readings_world import AT, SYSTEM
from tests.domains.execution.plan_world import act_of, duty_of, owed, point

pytestmark = pytest.mark.django_db

EVERYONE = "coordinator head executor secretary researcher auditor keeper registrar"
PLANS = "coordinator head executor secretary registrar"
INDICATORS = "coordinator head secretary researcher"
IMPORT = "coordinator"
REPORT = "executor secretary"
REVIEW = "coordinator"
SPEAK = "coordinator executor secretary"
LETTERS = "coordinator registrar"
SHEETS = "coordinator executor secretary registrar"
DRAFT = "coordinator head executor registrar"
DRAFTING = "coordinator secretary"
TABLE = {
    "home": EVERYONE,
    "keys": EVERYONE,
    "working_days": EVERYONE,
    "absence": EVERYONE,
    "office_handover": "keeper",
    "handover": "keeper",
    "working_days_move": "keeper",
    "working_days_restore": "keeper",
    "search": EVERYONE,
    "calendar": EVERYONE,
    "calendar_feed": EVERYONE,
    "notices": EVERYONE,
    "digests": EVERYONE,
    "digest": EVERYONE,
    "account": EVERYONE,
    "journal": "auditor",
    "rights": EVERYONE,
    "acts": EVERYONE,
    "act": EVERYONE,
    "obligation": PLANS,
    "obligation_accept": SPEAK,
    "obligation_accept_all": REPORT,
    "obligation_ask": REPORT,
    "obligation_consolidate": REPORT,
    "obligation_draft": REPORT,
    "obligation_grant": REVIEW,
    "obligation_refuse": REVIEW,
    "obligation_release": REVIEW,
    "obligation_remark": SPEAK,
    "obligation_return": SPEAK,
    "obligation_submit": REPORT,
    "obligation_take_off": REVIEW,
    "obligation_paper": REPORT,
    "obligation_round": REPORT,
    "obligation_sign": REPORT,
    "visa": "coordinator head registrar",
    "resolution": "",
    "children_release": "",
    "ways": "keeper",
    "way": "keeper",
    "signature_file": PLANS,
    "obligations": PLANS,
    "sheets": SHEETS,
    "sheet": SHEETS,
    "sheet_save": SHEETS,
    "sheet_send": SHEETS,
    "sheet_file": SHEETS,
    "sheet_bring": SHEETS,
    "sheet_settle": SHEETS,
    "sheet_row": SHEETS,
    "sheet_take_up": SHEETS,
    "sheet_letter": LETTERS,
    "letters": LETTERS,
    "letter": LETTERS,
    "letter_answers": LETTERS,
    "letter_new": LETTERS,
    "letter_pdf": LETTERS,
    "letter_scan": LETTERS,
    "letter_settle": REVIEW,
    "mailing": LETTERS,
    "mailing_new": LETTERS,
    "mailing_pdf": LETTERS,
    "evidence_file": PLANS,
    "evidence_list": PLANS,
    "evidence_add": REPORT,
    "evidence_details": REPORT,
    "evidence_remove": REPORT,
    "upload_begin": REPORT,
    "upload": REPORT,
    "upload_finish": REPORT,
    "plans": PLANS,
    "today": PLANS,
    "plan": PLANS,
    **dict.fromkeys(("reorganisations", "reorganisation"), "coordinator keeper"),
    **dict.fromkeys(("reorganisation_new", "reorganisation_undo"), "keeper"),
    "scorecards": PLANS,
    "scorecard": PLANS,
    "region_scorecard": "coordinator head registrar",
    "measure": PLANS,
    "measure_history": PLANS,
    "reports": "coordinator head",
    "report": "coordinator head",
    "report_file": "coordinator head",
    "report_progress": "coordinator head",
    "report_again": "coordinator",
    "report_new": "coordinator",
    "report_send": "coordinator",
    "report_template_file": "coordinator",
    "report_template_reset": "coordinator",
    "report_templates": "coordinator",
    "indicators": INDICATORS,
    "indicator_chart": INDICATORS,
    "imports": IMPORT,
    "deadline_words": IMPORT,
    "reading": IMPORT,
    "reading_progress": IMPORT,
    "reading_again": IMPORT,
    "reading_head": IMPORT,
    "reading_row": IMPORT,
    "reading_row_right": IMPORT,
    "reading_confirm": IMPORT,
    "reading_second_text": IMPORT,
    "act_by_hand": IMPORT,
    "opening_balance": IMPORT,
    "balance_template": IMPORT,
    "balance_preview": IMPORT,
    "balance_unfit": IMPORT,
    "deadline_days": IMPORT,
    "act_paper": EVERYONE,
    "point_add": IMPORT,
    "point_correct": IMPORT,
    "reading_corrected": IMPORT,
    **dict.fromkeys(
        (
            *("rounds", "round", "round_new", "round_open", "round_drop", "round_close"),
            *("round_reopen", "round_calls", "round_summary", "round_letter", "sheet_return"),
        ),
        "coordinator",
    ),
    # The draft is the country's: a secretary, who writes those of a region, sees no other.
    "plan_drafts": f"{DRAFT} secretary",
    "plan_draft_new": DRAFTING,
    "plan_draft_region": DRAFTING,
    "plan_draft_deadline": DRAFTING,
    "plan_draft": DRAFT,
    "plan_draft_matrix": DRAFT,
    "plan_draft_check": DRAFT,
    "plan_draft_measure": DRAFT,
    "plan_draft_measure_new": "coordinator",
    "plan_draft_withdraw": "coordinator",
    "plan_draft_task": "coordinator",
    "plan_draft_agreement": DRAFT,
    "plan_draft_answer": "coordinator executor",
    "plan_draft_reply": "coordinator",
    "plan_draft_versions": DRAFT,
    "plan_draft_compare": DRAFT,
    "plan_draft_paper": DRAFT,
    "plan_draft_approval": DRAFT,
    "plan_draft_adopted": DRAFT,
    **dict.fromkeys(
        ("territories", "territory", "territories_left"),
        "coordinator head secretary researcher keeper",
    ),
    **dict.fromkeys(
        (
            *("statistics", "statistics_kinds", "statistics_years", "statistics_people"),
            *("statistics_figures", "statistics_gaps", "work", "work_totals"),
        ),
        "coordinator head secretary researcher keeper",
    ),
    # No association bears the number: only who reaches all of them is told so.
    "work_of": "coordinator head researcher keeper",
    **dict.fromkeys(
        (
            *("activity_new", "activity", "activity_withdraw"),
            *("work_submit", "work_return"),
        ),
        "keeper",
    ),
    **dict.fromkeys(("territories_import", "territories_classifier"), "keeper"),
    **dict.fromkeys(
        ("structures", "structure", "structure_history", "structures_tree"),
        "coordinator head secretary researcher keeper",
    ),
    **dict.fromkeys(
        (
            *("structure_new", "structure_edit", "structure_confirm", "structure_reopen"),
            *("proposals", "proposal", "proposal_accept", "proposal_decline"),
        ),
        "secretary keeper",
    ),
    # The body of the table is one of the state; its own head proposes, and is no office of these.
    "structure_end": "keeper",
    **dict.fromkeys(("structure_propose", "proposal_withdraw"), ""),
    "structure_offices": "coordinator head secretary researcher keeper",
    "body_office": "coordinator head researcher keeper",
    **dict.fromkeys(("terms", "found_seats", "strike_seat"), "secretary keeper"),
    **dict.fromkeys(("fill_seat", "leave_seat"), "keeper"),
    **dict.fromkeys(("accounts", "account_new", "account_kept"), "keeper"),
    **dict.fromkeys(("account_begin", "public", "public_structures", "public_structure"), EVERYONE),
    **dict.fromkeys(
        (
            *("people", "person", "person_find", "person_new", "person_enrol"),
            *("registers", "register", "enrolment"),
        ),
        "secretary keeper",
    ),
    # The person of the table holds nothing but a line in the body: the republic keeps the record.
    **dict.fromkeys(
        (
            *("person_restricted", "person_edit", "person_consents", "person_affiliation"),
            *("person_extract", "person_erase"),
        ),
        "keeper",
    ),
    "public_register": EVERYONE,
    "registry_search": "coordinator head secretary researcher keeper",
    **dict.fromkeys(("duplicates", "duplicates_seek"), "secretary keeper"),
    # No pair and no merge bears the number: only the keeper is told so.
    **dict.fromkeys(("duplicate", "duplicates_undo"), "keeper"),
    **dict.fromkeys(
        (
            *("rows_import", "rows_template", "rows_export", "rows_file", "rows_progress"),
            "rows_unfit",
        ),
        "secretary keeper",
    ),
    **dict.fromkeys(
        (
            *("accreditation", "accreditation_round", "accreditation_certificate"),
            "accreditation_certificate_pdf",
        ),
        "coordinator head secretary researcher keeper",
    ),
    **dict.fromkeys(
        (
            *("accreditation_apply", "accreditation_application", "accreditation_paper"),
            "accreditation_commission",
        ),
        "coordinator secretary",
    ),
    **dict.fromkeys(
        (
            *("accreditation_round_new", "accreditation_earlier", "accreditation_earlier_check"),
            *("accreditation_earlier_template", "accreditation_earlier_unfit"),
        ),
        "coordinator",
    ),
    **dict.fromkeys(("verify", "verify_code"), EVERYONE),
}
"""Page → the kinds of office that may open it."""

KEYED = {"calendar_feed", "account_begin"}
"""The pages that a secret in the address opens, whoever comes with it; nothing else does."""

ANYBODY = {
    *("public", "public_structures", "public_structure", "public_register"),
    *("verify", "verify_code"),
}
"""The pages that anybody opens without an account; nothing else is."""

KEEP = "keeper"
ACTION_TABLE = {
    "account.opened": KEEP,
    "activities.taken": "secretary keeper",
    "activity.corrected": "secretary keeper",
    "activity.entered": "secretary keeper",
    "activity.withdrawn": "secretary keeper",
    "yearly_report.returned": "secretary keeper",
    "yearly_report.saved": "secretary keeper",
    "yearly_report.submitted": "secretary keeper",
    "yearly_reports.taken": KEEP,
    "account.given": KEEP,
    "account.link_given": KEEP,
    "account.begun": EVERYONE,
    "account.closed": KEEP,
    "account.reopened": KEEP,
    "second_factor.forgotten": KEEP,
    "office.phone_set": KEEP,
    "act.adopted": IMPORT,
    "act.corrected": IMPORT,
    "act.ended": IMPORT,
    "act.entered": IMPORT,
    "act.registered": IMPORT,
    "act.repealed": IMPORT,
    "act.text_added": IMPORT,
    "act.reworded": IMPORT,
    "act.worded": IMPORT,
    "charter.loaded": KEEP,
    "calendar.days_moved": KEEP,
    "calendar.day_restored": KEEP,
    "obligations.redated": KEEP,
    "contributions.accepted": REPORT,
    "contributions.consolidated": REPORT,
    "digest.claimed": "",
    "digest.released": "",
    "digest.sent": "",
    "digests.made": "",
    "document.stored": "coordinator executor secretary registrar",
    "draft.saved": REPORT,
    "evidence.attached": REPORT,
    "evidence.brought": REPORT,
    "evidence.described": REPORT,
    "evidence.detached": REPORT,
    "extension.asked": REPORT,
    "extension.granted": REVIEW,
    "extension.refused": REVIEW,
    "indicators.recorded": IMPORT,
    "indicators.worded": IMPORT,
    "notice.given": "",
    "notices.seen": EVERYONE,
    "sheet.filled": SHEETS,
    "sheet.row_added": SHEETS,
    "sheet.rows_moved": "coordinator",
    "sheet.sent": SHEETS,
    "sheet.brought": SHEETS,
    "sheet.conflicts_settled": SHEETS,
    "sheet.answered_by_letter": LETTERS,
    "letter.numbered": LETTERS,
    "letter.registered": LETTERS,
    "letter.reported": LETTERS,
    "letter.settled": REVIEW,
    "report.recorded": LETTERS,
    "extension.by_letter": REVIEW,
    "release.by_letter": REVIEW,
    "taking_off.by_letter": REVIEW,
    "mailing.begun": LETTERS,
    "mailing.numbered": LETTERS,
    "obligation.released": REVIEW,
    "obligation.taken_off": REVIEW,
    "key.issued": EVERYONE,
    "key.renewed": EVERYONE,
    "key.revoked": EVERYONE,
    "obligations.generated": IMPORT,
    "office.founded": KEEP,
    "office.handed_over": EVERYONE,
    "person.appointed": KEEP,
    **dict.fromkeys(
        (
            *("person.entered", "person.corrected", "person.sought", "person.restricted_seen"),
            *("person.extract_drawn", "person.erased", "person.enrolled"),
            *("enrolment.renewed", "enrolment.ended", "consent.entered", "consent.withdrawn"),
            *("affiliation.declared", "affiliation.seen"),
        ),
        "secretary keeper",
    ),
    "personal.resealed": "",
    "person.substituted": EVERYONE,
    "bodies.reorganised": KEEP,
    "obligations.passed": KEEP,
    "reorganisation.recorded": "secretary keeper",
    "reorganisation.unrecorded": "secretary keeper",
    "reorganisation.undone": KEEP,
    "appointment.ended": EVERYONE,
    "resolution.written": "",
    "children.released": "",
    "way.laid": KEEP,
    "draft.sent_round": REPORT,
    "round.withdrawn": REPORT,
    "visa.given": EVERYONE,
    "reading.amended": IMPORT,
    "reading.begun": IMPORT,
    "reading.failed": IMPORT,
    "reading.finished": IMPORT,
    "reading.head_amended": IMPORT,
    "reading.restarted": IMPORT,
    "reading.row_confirmed": IMPORT,
    "remark.made": "coordinator executor secretary",
    "recovery_codes.renewed": EVERYONE,
    "records.taken_over": IMPORT,
    "report.accepted": "coordinator executor secretary",
    "report.returned": "coordinator executor secretary",
    "report.submitted": REPORT,
    "report.begun": "coordinator",
    "report.failed": "coordinator",
    "report.made": "coordinator",
    "report.sent": "coordinator",
    "template.replaced": "coordinator",
    "template.reset": "coordinator",
    "second_factor.removed": EVERYONE,
    "second_factor.set_up": EVERYONE,
    "source.added": IMPORT,
    **dict.fromkeys(
        ("rows.taken", "rows.brought", "rows.taking_ordered", "rows.file_taken"),
        "secretary keeper",
    ),
    **dict.fromkeys(("rows.checked", "rows.refused", "rows.cleared"), ""),
    **dict.fromkeys(
        (
            *("duplicates.sought", "likeness.dismissed", "likeness.recalled"),
            *("structures.merged", "people.merged", "merge.unmade"),
        ),
        "secretary keeper",
    ),
    **dict.fromkeys(("duplicates.progressed", "duplicates.found", "duplicates.failed"), ""),
    **dict.fromkeys(
        ("offices.founded", "seat.filled", "seat.left", "seat.struck"), "secretary keeper"
    ),
    "structure.registered": "coordinator keeper",
    **dict.fromkeys(
        (
            *("card.entered", "card.corrected", "card.changed", "card.confirmed"),
            *("structure.closed", "structure.reopened", "proposal.accepted", "proposal.declined"),
        ),
        "secretary keeper",
    ),
    **dict.fromkeys(("proposal.made", "proposal.withdrawn"), ""),
    "territories.loaded": KEEP,
    "territories.brought": KEEP,
    "territories.taken": KEEP,
    "territory.continued": KEEP,
    "turn.ended": "",
    "turn.taken": "",
    "upload.begun": REPORT,
    "upload.continued": REPORT,
    "upload.dropped": REPORT,
    "upload.finished": REPORT,
    "uploads.swept": "",
    "round.begun": "coordinator",
    "round.opened": "coordinator",
    "round.dropped": "coordinator",
    "round.closed": "coordinator",
    "round.reopened": "coordinator",
    "round.request_attached": "coordinator",
    "sheet.returned": "coordinator",
    "sheet.contributions_taken_up": f"{REPORT} {LETTERS}",
    "plan_draft.begun": DRAFTING,
    "plan_draft.task_amended": DRAFTING,
    "plan_draft.measure_written": DRAFTING,
    "plan_draft.measure_withdrawn": DRAFTING,
    "plan_draft.agreement_asked": DRAFTING,
    "plan_draft.agreement_given": "coordinator secretary executor",
    "plan_draft.remark_answered": DRAFTING,
    "plan_draft.version_kept": DRAFTING,
    "plan_draft.submitted": DRAFTING,
    "plan_draft.reopened": DRAFTING,
    "plan_draft.approved": DRAFTING,
    "plan_draft.adopted": DRAFTING,
    **dict.fromkeys(
        (
            *("accreditation.opened", "accreditation.loaded", "protocol.recorded"),
            *("application.appeal_decided", "certificate.appeal_decided", "terms.loaded"),
            "paper.recorded",
        ),
        "coordinator",
    ),
    **dict.fromkeys(
        (
            *("application.begun", "application.written", "application.submitted"),
            *("application.paper_attached", "application.paper_removed"),
            *("application.withdrawn", "application.completed", "application.returned"),
            *("application.decided", "application.appealed", "certificate.decided"),
            *("term.granted", "term.suspended", "term.resumed", "term.withdrawn", "term.restored"),
        ),
        "coordinator secretary",
    ),
    **dict.fromkeys(("application.voted", "certificate.appealed"), ""),
}
"""Action → the kinds of office that may do it."""

OFFICES = EVERYONE.split()
NUMBER = 9999
BY_NAME = {page.name: page for page in PAGES}


def address(page: Page) -> str:
    """An address of the page, with the number of what `_owed` makes; nothing else bears it."""
    route = page.route.replace("<str:number>", "9.9")
    return "/" + re.sub(r"<int:\w+>", str(NUMBER), re.sub(r"<str:\w+>", "x", route))


@pytest.fixture
def structure() -> Structure:
    """A body to hold offices in, under the charter that an installation begins with."""
    content = foundations.charter_content()
    load_charter(SYSTEM, None, at=AT, content=content)
    return Structure.objects.create(
        pk=NUMBER, kind="committee", name_kk="Комитет", name_ru="Комитет"
    )


@pytest.fixture
def _owed(structure: Structure) -> None:
    """An obligation of the body, under a measure of a plan, all of the number in the addresses."""
    act = act_of("9")
    Act.objects.filter(pk=act.pk).update(id=NUMBER)
    provision = point(Act.objects.get(pk=NUMBER), "9.9", "Кеңес")
    owed(duty_of(provision, Schedule("year")), structure, date(2026, 12, 31), pk=NUMBER)


@pytest.fixture
def _drafted(_owed: None, structure: Structure) -> None:
    """The draft of a plan that the body is asked to agree with, of the number in the addresses."""
    draft = PlanDraft.objects.create(
        pk=NUMBER,
        concept_id=NUMBER,
        title_kk="Жоспар",
        title_ru="План",
        first_year=2026,
        last_year=2030,
        state="agreeing",
        round=1,
        begun_at=AT,
    )
    Agreement.objects.create(pk=NUMBER, draft=draft, structure=structure, round=1, asked_at=AT)


@pytest.fixture
def _enrolled(structure: Structure) -> None:
    """A person who stands in a register as somebody of the body, both of the number in the
    addresses."""
    person = Person.objects.create(pk=NUMBER, full_name="Омарова Әсел")
    Enrolment.objects.create(
        pk=NUMBER, person=person, register="experts", structure=structure, valid_from=AT.date()
    )


@pytest.fixture
def _asked(structure: Structure) -> None:
    """An open round with a sheet of the body, both of the number in the addresses."""
    asked = Round.objects.create(
        pk=NUMBER, title_kk="Сұрату", due_at=AT, state="open", begun_at=AT, opened_at=AT
    )
    Sheet.objects.create(pk=NUMBER, round=asked, structure=structure)


@pytest.fixture
def _proposed(structure: Structure) -> None:
    """A change of the body's card that is proposed and waits, of the number in the addresses."""
    changes = {"phone": {"was": "", "new": "1"}}
    Proposal.objects.create(
        pk=NUMBER, structure=structure, changes=changes, on=AT.date(), made_at=AT
    )


def sign_in(client: Client, structure: Structure, kind: str) -> None:
    """Sign in somebody who holds an office of this kind."""
    account = open_account(
        SYSTEM,
        None,
        at=AT,
        full_name=kind,
        email=f"{kind}@birlik.example",
        password_hash="!",
        language="kk",
    )
    office = found_office(SYSTEM, structure, at=AT, kind=kind, name=LocalText(kind, kind, kind))
    appoint(
        SYSTEM,
        office,
        at=AT,
        person=account.person,
        valid_from=AT.date().replace(year=2023),
        ground="test",
    )
    Authenticator.objects.create(user=account, type=Authenticator.Type.TOTP, data={})
    client.force_login(account)


def test_every_page_is_in_the_table() -> None:
    """No page goes without a row of the table, and no row without a page."""
    assert sorted(page.name for page in PAGES) == sorted(TABLE)


@pytest.mark.usefixtures("_owed", "_asked", "_drafted", "_proposed", "_enrolled")
@pytest.mark.parametrize("kind", OFFICES)
def test_office_opens_its_pages_and_no_others(
    client: Client, structure: Structure, kind: str
) -> None:
    """Each office is let in where the table says so, and refused with the reason elsewhere."""
    sign_in(client, structure, kind)
    wrong = {}
    for name, kinds in TABLE.items():
        status = client.get(address(BY_NAME[name])).status_code
        if (status != 403) != (kind in kinds.split()):
            wrong[name] = status
    assert wrong == {}


@pytest.mark.parametrize("name", sorted(KEYED))
def test_a_key_alone_opens_what_programs_ask_for(client: Client, name: str) -> None:
    """A page that programs ask for without sign-in says that there is nothing to whoever comes
    without the right key."""
    assert client.get(address(BY_NAME[name])).status_code == 404


@pytest.mark.parametrize("name", sorted(ANYBODY & set(TABLE)))
def test_anybody_opens_what_is_public(client: Client, structure: Structure, name: str) -> None:
    """A public page answers without sign-in; there is only nothing of the number in the address."""
    assert client.get(address(BY_NAME[name])).status_code in {200, 404}


@pytest.mark.parametrize("name", sorted(set(TABLE) - KEYED - ANYBODY))
def test_nobody_is_led_to_sign_in(client: Client, name: str) -> None:
    """Who has not signed in is led to sign-in, and back to the page afterwards."""
    response = client.get(address(BY_NAME[name]))
    assert response.status_code == 302
    assert response.headers["Location"].startswith("/account/login/?next=%2F")


@pytest.mark.parametrize(
    ("language", "words"), [("kk", "координатор"), ("ru", "вправе"), ("en", "Only")]
)
def test_refusal_says_why_in_the_readers_language(
    client: Client, structure: Structure, language: str, words: str
) -> None:
    """A refused page gives the rule's own reason in the language of the page."""
    sign_in(client, structure, "executor")
    client.cookies["birlik_language"] = language
    text = client.get("/imports/").content.decode()
    assert ("үйлестіруші" if language == "kk" else words) in text


def test_every_action_is_in_the_table() -> None:
    """No action goes without a row of the table, and no row without an action."""
    ours = (key for key, card in ACTIONS.items() if card.may.__module__.startswith("birlik."))
    assert sorted(ours) == sorted(ACTION_TABLE)


@pytest.mark.parametrize("key", sorted(ACTION_TABLE))
@pytest.mark.usefixtures("structure")
def test_action_is_done_by_its_offices_and_refused_to_others(key: str) -> None:
    """Each office may do an action where the table says so; all others are told why not, in three
    languages."""
    unread = key in {"reading.finished", "reading.failed"}
    of_reading = key.startswith(("reading.", "source."))
    subject = ActReading(state="waiting" if unread else "read") if of_reading else None
    allowed = ACTION_TABLE[key].split()
    for kind in OFFICES:
        powers = frozenset(Grant(power) for power in rights_of(kind, on=AT.date()).powers)
        verdict = ACTIONS[key].may(Actor(1, 1, kind, powers), subject, AT)
        assert verdict.allowed == (kind in allowed), kind
        assert verdict.allowed or verdict.reason.missing() == ()
