"""The page of an obligation, as whole requests on 2 May 2024 and after."""

import re
from datetime import date, timedelta

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from birlik.base.obligations.actions import EvidenceItem, attach_evidence
from birlik.base.obligations.models import (
    Draft,
    Duty,
    Extension,
    Obligation,
    Release,
    Remark,
    Submission,
    TakenOff,
)
from birlik.base.obligations.refusals import NOT_YOURS_TO_SEE
from birlik.base.records.engine.draft_record import to_record
from birlik.base.records.models import Wording
from birlik.base.values.schedule import MonthDay, Schedule, Window
from tests.base.obligations.reporting_world import (
    ADOPTED_ON,
    AT,
    again,
    later,
    owe,
)
from tests.domains.execution.obligation_desk import (
    Desk,
    address,
    at,
    desk,
    page_of,
    report,
    sent,
)

pytestmark = pytest.mark.django_db
VERBS = (
    *("submit/", "draft/", "consolidate/", "accept/", "accept-all/", "return/", "take-off/"),
    *("extension/", "extension/grant/", "extension/refuse/", "release/", "remarks/"),
)


@pytest.fixture
def people(monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Everybody at work on 2 May 2024."""
    at(monkeypatch, AT)
    return desk()


@pytest.fixture
def agreed(people: Desk) -> Obligation:
    """An information of the akimat, due on 31 May, that needs only words."""
    return people.staff.plan.agreed


def test_the_page_says_what_is_owed_by_whom_and_when(people: Desk) -> None:
    """Debtor, role, period, due date, form and the two languages of the point."""
    lead = people.staff.plan.lead
    for language, title in (("kk", "Кеңес отырысы"), ("ru", "Заседание Совета")):
        Wording.objects.create(
            provision=lead.duty.provision, language=language, title=title, start=0, end=0,
            valid_from=ADOPTED_ON,
        )  # fmt: skip
    text = page_of(people.executor, lead)
    assert '<div lang="kk"><h3>Қазақша</h3><p class="point">Кеңес отырысы</p></div>' in text
    assert '<div lang="ru"><h3>На русском</h3><p class="point">Заседание Совета</p></div>' in text
    assert "Министерство" in text
    assert "leads and consolidates" in text
    assert "31.12.2024" in text
    assert "minutes" in text
    assert "Open</span>" in text


def test_a_moved_due_date_is_explained(people: Desk) -> None:
    """By 28 December 2024, a Saturday: why it is due on Monday the 30th, and each extension."""
    lead = people.staff.plan.lead
    by_28 = Schedule("year", window=Window("by", days=(MonthDay(12, 28),)))
    Duty.objects.filter(pk=lead.duty_id).update(schedule=to_record(by_28))
    Obligation.objects.filter(pk=lead.pk).update(
        nominal_on=date(2024, 12, 28), due_on=date(2024, 12, 30)
    )
    text = page_of(people.executor, lead)
    assert "28.12.2024 is a Saturday; 29.12.2024 is a Sunday" in text
    assert "A due date on a day off moves to the next working day" in text
    Extension.objects.create(
        obligation=lead, old_due_on=date(2024, 12, 30), wanted_on=date(2025, 1, 20), reason="x",
        asked_at=AT, granted=True, due_on=date(2025, 1, 20), ground="No. 5",
    )  # fmt: skip
    Obligation.objects.filter(pk=lead.pk).update(due_on=date(2025, 1, 20))
    text = page_of(people.executor, lead)
    assert "28.12.2024 is a Saturday; 29.12.2024 is a Sunday" in text
    assert "Extended from 30.12.2024 to 20.01.2025 (No. 5)" in text


def test_a_contribution_tells_why_it_falls_due_earlier(people: Desk) -> None:
    """The lead owes the whole by 31 December and needs the part ten days before; its page is a
    link."""
    plan = people.staff.plan
    Duty.objects.filter(pk=plan.lead.duty_id).update(schedule=to_record(Schedule("year")))
    Obligation.objects.filter(pk=plan.contribution.pk).update(
        nominal_on=date(2024, 12, 31), due_on=date(2024, 12, 21)
    )
    text = page_of(people.executor, plan.contribution)
    assert "A contributor reports 10 days before the lead" in text
    assert "stayed" not in text
    assert f'href="/obligations/{plan.lead.pk}/"' in text


def test_a_void_obligation_says_why_and_asks_for_nothing(people: Desk) -> None:
    """After a repeal nothing is owed, and there is no form to report on it."""
    lead = people.staff.plan.lead
    Obligation.objects.filter(pk=lead.pk).update(outcome="void", void_reason="after_repeal")
    text = page_of(people.executor, lead)
    assert "Nothing is owed here: falls due after the act was repealed." in text
    assert "report-form" not in text


def test_who_may_not_report_now_is_told_why(people: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Before its period begins an obligation cannot be reported on; the page says so."""
    at(monkeypatch, AT - timedelta(days=150))
    text = page_of(people.executor, people.staff.plan.lead)
    assert "The period has not begun yet." in text
    assert "report-form" not in text


def test_a_foreign_obligation_is_refused_with_a_reason_and_tells_nothing(people: Desk) -> None:
    """Somebody of another body gets the reason and not a word of the obligation."""
    answer = people.foreign.get(address(people.staff.plan.lead))
    assert answer.status_code == 403
    text = answer.content.decode()
    assert NOT_YOURS_TO_SEE.en in text
    assert "Министрлік" not in text


def test_a_guessed_number_is_refused_in_the_very_same_words(people: Desk) -> None:
    """Nobody can tell a foreign obligation from one that does not exist; who sees all is told that
    there is none."""
    lead = people.staff.plan.lead.pk
    foreign, unknown = refusal(people.foreign, lead), refusal(people.foreign, 10**9)
    assert NOT_YOURS_TO_SEE.en in unknown
    assert foreign == unknown
    assert people.coordinator.get(f"/obligations/{10**9}/").status_code == 404


def refusal(client: Client, number: int) -> str:
    """What is answered for a number, without the number and the forms' tokens."""
    answer = client.get(f"/obligations/{number}/")
    assert answer.status_code == 403
    text = answer.content.decode().replace(f"/obligations/{number}/", "")
    return re.sub(r'(name="csrfmiddlewaretoken" value|X-CSRFToken)[^>]*', "", text)


@pytest.mark.parametrize("verb", VERBS)
def test_nothing_is_done_about_a_foreign_obligation(people: Desk, verb: str) -> None:
    """Every verb refuses who may not see the obligation, and changes nothing."""
    answer = people.foreign.post(address(people.staff.plan.agreed, verb), {"text_kk": "x"})
    assert answer.status_code == 403
    assert not Submission.objects.exists()
    assert not Draft.objects.exists()
    assert not Remark.objects.exists()


@pytest.mark.parametrize("verb", VERBS)
def test_the_address_of_a_verb_leads_to_the_page(people: Desk, verb: str) -> None:
    """Who opens such an address instead of sending a form gets the obligation, or the reason why
    not."""
    answers = [
        client.get(address(people.staff.plan.agreed, verb))
        for client in (people.contributor, people.coordinator)
    ]
    led = [one for one in answers if one.status_code == 302]
    assert led
    assert {one.headers["Location"] for one in led} == {address(people.staff.plan.agreed)}


def test_a_draft_is_kept_and_shown_again(people: Desk, agreed: Obligation) -> None:
    """The button saves what was written; the page shows it and when it was saved."""
    status, text = sent(people.contributor, agreed, "draft/", text_kk="Бастадық", text_ru="")
    assert status == 302
    assert "The draft is saved." in text
    assert "Бастадық</textarea>" in text
    assert "Draft saved 02.05.2024, 11:00" in text


def test_the_script_hears_the_version_and_the_time(people: Desk, agreed: Obligation) -> None:
    """A draft saved while typing is answered with its version and the clock in Kazakhstan."""
    answer = by_script(people.contributor, agreed, text_kk="Бастадық", version=0)
    assert (answer.status_code, answer.json()) == (200, {"version": 1, "at": "11:00"})
    again_saved = by_script(people.contributor, agreed, text_kk="Бітті", version=1)
    assert again_saved.json()["version"] == 2


def by_script(client: Client, obligation: Obligation, **entered: object) -> object:
    """Save a draft as the page's script does."""
    texts = {"text_kk": "", "text_ru": ""} | entered
    return client.post(address(obligation, "draft/"), texts, headers={"Accept": "application/json"})


def test_two_writers_lose_nothing(people: Desk) -> None:
    """Who saves over another's draft is shown both texts; the next save replaces it knowingly."""
    counted = people.staff.plan.counted
    sent(people.executor, counted, "draft/", text_kk="Бірінші", version=0)
    status, text = sent(people.colleague, counted, "draft/", text_kk="Екінші", version=0)
    assert status == 409
    assert "Somebody else has saved the draft meanwhile." in text
    assert '<p class="said" lang="kk">Бірінші</p>' in text
    assert "Екінші</textarea>" in text
    assert Draft.objects.get().text_kk == "Бірінші"
    assert 'name="version" value="1"' in text
    assert sent(people.colleague, counted, "draft/", text_kk="Екінші", version=1)[0] == 302
    assert Draft.objects.get().text_kk == "Екінші"


def test_the_script_hears_of_the_other_writer(people: Desk) -> None:
    """It gets the reason, the other's text, and the version that a next save replaces."""
    counted = people.staff.plan.counted
    by_script(people.executor, counted, text_kk="Бірінші", version=0)
    answer = by_script(people.colleague, counted, text_kk="Екінші", version=0)
    told = answer.json()
    assert answer.status_code == 409
    assert (told["version"], told["text_kk"], told["at"]) == (1, "Бірінші", "11:00")
    assert "Somebody else" in told["reason"]


def test_the_script_hears_why_nothing_can_be_saved(people: Desk, agreed: Obligation) -> None:
    """After the report was submitted a draft is refused; too long a text is said to be so."""
    report(people.contributor, agreed)
    answer = by_script(people.contributor, agreed, text_kk="Тағы", version=0)
    assert answer.status_code == 403
    assert "under review" in answer.json()["reason"]
    long = by_script(people.executor, people.staff.plan.counted, text_kk="x" * 40_001)
    assert long.status_code == 422
    assert "40001" in long.json()["reason"]


def test_too_long_a_text_is_refused_and_kept(people: Desk, agreed: Obligation) -> None:
    """Both buttons say what is wrong beside the field, with the text still in it."""
    for verb in ("draft/", "submit/"):
        status, text = sent(people.contributor, agreed, verb, text_kk="ы" * 40_001)
        assert status == 422
        assert "ы" * 40_001 in text
        assert 'class="wrong"' in text


def test_a_report_is_submitted(people: Desk, agreed: Obligation) -> None:
    """The state changes, the form is gone, the report stands among those submitted."""
    status, text = report(people.contributor, agreed, "Төрт кездесу өтті")
    assert status == 302
    assert "The report is submitted and waits for review." in text
    assert "Submitted</span>" in text
    assert "report-form" not in text
    assert "Төрт кездесу өтті" in text


def test_an_insufficient_report_says_what_is_lacking_and_loses_nothing(people: Desk) -> None:
    """Minutes without the signed protocol are refused; the words stay on the page and in the
    draft, and the list of needs names what is lacking."""
    lead = people.staff.plan.lead
    before = page_of(people.executor, lead)
    assert "Attach the signed minutes" in before
    assert "is needed</span>" in before
    status, text = report(people.executor, lead, "Отырыс өтті")
    assert status == 422
    assert "Отырыс өтті</textarea>" in text
    assert "is lacking</span> Attach the signed minutes" in text
    assert "is there</span> Write in Kazakh or Russian what was done." in text
    assert Draft.objects.get().text_kk == "Отырыс өтті"
    assert again(lead).stage == ""


def test_nobody_submits_over_what_another_wrote_meanwhile(people: Desk) -> None:
    """The second writer is shown the first one's text before the report can go."""
    counted = people.staff.plan.counted
    sent(people.executor, counted, "draft/", text_kk="Бірінші", version=0)
    status, text = sent(people.colleague, counted, "submit/", text_kk="Екінші", version=0)
    assert status == 409
    assert "Бірінші" in text
    assert "Екінші</textarea>" in text
    assert not Submission.objects.exists()


def test_the_counter_adds_up_the_evidence(people: Desk) -> None:
    """Five and seven of twenty publications are proved; a draft counts for its writers alone."""
    plan = people.staff.plan
    for count in (5, 7):
        attach_evidence(plan.executor, plan.counted, at=AT, item=proof(count))
    assert "<b>12 of 20</b>" in page_of(people.executor, plan.counted)
    assert "<b>0 of 20</b>" in page_of(people.coordinator, plan.counted)


def proof(count: int) -> EvidenceItem:
    """A paper that proves so many things."""
    return EvidenceItem(title=f"Басылым {count}", link="https://x.example/", quantity=count)


def test_a_report_is_accepted_and_taken_off_control(people: Desk, agreed: Obligation) -> None:
    """The coordinator sees the report with its forms; after acceptance only taking off is left."""
    report(people.contributor, agreed)
    waiting = page_of(people.coordinator, agreed)
    assert "Report to review" in waiting
    assert "It is above" in waiting
    submission = Submission.objects.get().pk
    status, text = sent(
        people.coordinator, agreed, "accept/", submission=submission, words="Рақмет"
    )
    assert status == 302
    assert "The report is accepted." in text
    assert "Рақмет" in text
    assert "Fulfilled on time</span>" in text
    status, text = sent(people.coordinator, agreed, "take-off/", ground="")
    assert status == 422
    assert "Fill in this field." in text
    assert sent(people.coordinator, agreed, "take-off/", ground="Жабылды")[0] == 302
    assert TakenOff.objects.get().ground == "Жабылды"
    assert "taken off control</span>" in page_of(people.coordinator, agreed)


def test_a_return_needs_a_reason_and_reaches_the_author(people: Desk, agreed: Obligation) -> None:
    """Without a reason nothing happens; with one the author sees it above the text returned."""
    report(people.contributor, agreed, "Бірінші нұсқа")
    submission = Submission.objects.get().pk
    status, text = sent(people.coordinator, agreed, "return/", submission=submission, reason="")
    assert status == 422
    assert "Fill in this field." in text
    assert "Бірінші нұсқа" in text
    status, text = sent(
        people.coordinator, agreed, "return/", submission=submission, reason="Күні жоқ"
    )
    assert status == 302
    author = page_of(people.contributor, agreed)
    assert '<p class="said">Күні жоқ</p>' in author
    assert "Бірінші нұсқа</textarea>" in author
    assert report(people.contributor, agreed, "Екінші нұсқа")[0] == 302
    assert Submission.objects.count() == 2


def test_a_report_judged_meanwhile_is_refused_and_the_words_are_kept(
    people: Desk, agreed: Obligation
) -> None:
    """Two coordinators judge at once: the second one is told, and what was written is shown."""
    report(people.contributor, agreed)
    submission = Submission.objects.get().pk
    sent(people.coordinator, agreed, "accept/", submission=submission)
    status, text = sent(
        people.other, agreed, "return/", submission=submission, reason="Толық емес сияқты"
    )
    assert status == 422
    assert "No report waits for review" in text
    assert "Толық емес сияқты" in text
    assert again(agreed).outcome == "accepted"


def test_the_lead_judges_contributions_on_its_own_page(people: Desk) -> None:
    """Accepted contributions are consolidated into the draft with the contributor's name."""
    plan = people.staff.plan
    report(people.contributor, plan.contribution, "Өз бөлігіміз бітті")
    text = page_of(people.executor, plan.lead)
    assert "Өз бөлігіміз бітті" in text
    assert "Accept or return" in text
    assert "Consolidate</button>" not in text
    status, text = sent(
        people.executor,
        plan.contribution,
        "accept/",
        submission=Submission.objects.get().pk,
        shown_on=plan.lead.pk,
    )
    assert status == 302
    assert "Consolidate</button>" in text
    status, text = sent(people.executor, plan.lead, "consolidate/")
    assert "The accepted contributions are in the draft now." in text
    assert "Әкімдік: Өз бөлігіміз бітті</textarea>" in text


def test_a_lead_accepts_all_that_it_saw_waiting(people: Desk) -> None:
    """Two contributions wait: one button accepts both, but not what it did not name; a coordinator
    has no such button."""
    plan = people.staff.plan
    second = owe(
        plan.contribution.duty,
        people.staff.akimat,
        plan.contribution.due_on,
        number=2,
        role="contributor",
        lead=plan.lead,
    )
    report(people.contributor, plan.contribution)
    assert "reports that wait" not in page_of(people.executor, plan.lead)
    report(people.contributor, second)
    assert "Accept all 2 reports that wait" in page_of(people.executor, plan.lead)
    assert "reports that wait" not in page_of(people.coordinator, plan.lead)
    first, other = Submission.objects.order_by("pk")
    status, text = sent(people.executor, plan.lead, "accept-all/", submissions=f"{first.pk},x")
    assert status == 302
    assert "The reports of the co-executors are accepted." in text
    assert {again(plan.contribution).outcome, again(second).outcome} == {"accepted", ""}
    sent(people.executor, plan.lead, "accept-all/", submissions=f"{first.pk},{other.pk}")
    assert again(second).outcome == "accepted"


def test_the_next_report_to_review_is_named(people: Desk) -> None:
    """After a judgement the coordinator is led to the next report that waits, or told that there is
    none."""
    plan = people.staff.plan
    second = owe(plan.agreed.duty, people.staff.akimat, plan.agreed.due_on, number=2)
    report(people.contributor, plan.agreed)
    report(people.contributor, second)
    submission = plan.agreed.submissions.get().pk
    _status, text = sent(people.coordinator, plan.agreed, "accept/", submission=submission)
    assert f'The report is accepted. <a href="/obligations/{second.pk}/">The next one: ' in text
    submission = second.submissions.get().pk
    _status, text = sent(
        people.coordinator, second, "return/", submission=submission, reason="Кесте?"
    )
    assert "its author is told why. No more reports wait for your review." in text


def test_a_contribution_returned_without_a_reason_stays_open_on_the_leads_page(
    people: Desk,
) -> None:
    """The form with what is wrong opens in its place; a wrong address of the page is ignored."""
    plan = people.staff.plan
    report(people.contributor, plan.contribution)
    entered = {"submission": Submission.objects.get().pk, "reason": ""}
    status, text = sent(
        people.executor, plan.contribution, "return/", shown_on=plan.lead.pk, **entered
    )
    assert status == 422
    assert "<details open>" in text
    assert "Fill in this field." in text
    status, text = sent(people.executor, plan.contribution, "return/", shown_on="x", **entered)
    assert status == 422
    assert "Report to review" in text


def test_a_contribution_judged_meanwhile_keeps_the_words_on_the_leads_page(people: Desk) -> None:
    """The colleague accepted it first: the reason typed for the return is not lost."""
    plan = people.staff.plan
    report(people.contributor, plan.contribution)
    entered = {"submission": Submission.objects.get().pk, "shown_on": plan.lead.pk}
    sent(people.colleague, plan.contribution, "accept/", **entered)
    status, text = sent(people.executor, plan.contribution, "return/", reason="Кесте?", **entered)
    assert status == 422
    assert "Кесте?" in text
    assert "No report waits for review" in text


def test_an_extension_is_asked_for_and_granted(people: Desk, agreed: Obligation) -> None:
    """The request waits on the page; granting it moves the due date and tells both days."""
    status, text = sent(
        people.contributor, agreed, "extension/", wanted_on="20.05.2024", reason="Кешігеміз"
    )
    assert status == 422
    assert "The new due date must be later than the present one." in text
    assert "Кешігеміз</textarea>" in text
    entered = {"wanted_on": "20.06.2024", "reason": "Кешігеміз"}
    assert sent(people.contributor, agreed, "extension/", **entered)[0] == 302
    assert "waits for a decision</span>" in page_of(people.coordinator, agreed)
    status, text = sent(people.coordinator, agreed, "extension/grant/", due_on="", ground="")
    assert status == 302
    assert "Extended from 31.05.2024 to 20.06.2024" in text
    assert again(agreed).due_on == date(2024, 6, 20)


def test_an_extension_is_refused_with_a_reason(people: Desk, agreed: Obligation) -> None:
    """Without a reason the request waits on; with one the due date stays."""
    entered = {"wanted_on": "20.06.2024", "reason": "Кешігеміз"}
    sent(people.contributor, agreed, "extension/", **entered)
    assert sent(people.coordinator, agreed, "extension/refuse/", ground="")[0] == 422
    status, text = sent(people.coordinator, agreed, "extension/refuse/", ground="Мерзім белгілі")
    assert status == 302
    assert "refused</span>" in text
    assert again(agreed).due_on == date(2024, 5, 31)


def test_an_obligation_is_released_on_a_point_of_an_act(people: Desk, agreed: Obligation) -> None:
    """An unknown point is said beside its field; a known one releases and is named."""
    plan = people.staff.plan
    entered = {"act": plan.act.pk, "point": "99", "reason": "Іс-шара алынып тасталды"}
    status, text = sent(people.coordinator, agreed, "release/", **entered)
    assert status == 422
    assert "This act has no point of that number." in text
    assert "Іс-шара алынып тасталды</textarea>" in text
    status, text = sent(people.coordinator, agreed, "release/", **entered | {"point": " 1 "})
    assert status == 302
    assert Release.objects.get().ground == plan.ground
    assert "Released</span>" in text
    assert "№ 7</a>, point 1" in text
    assert sent(people.coordinator, agreed, "release/", act="", point="")[0] == 422


def test_a_conversation_is_held(people: Desk, agreed: Obligation) -> None:
    """Each message stands with who said it; an empty one is refused."""
    assert sent(people.contributor, agreed, "remarks/", text=" ")[0] == 422
    status, text = sent(people.coordinator, agreed, "remarks/", text="Қалай барады?")
    assert status == 302
    assert '<p class="said">Қалай барады?</p>' in text
    assert "coordinator — coordinator" in text
    assert "Қалай барады?" in page_of(people.contributor, agreed)
    assert 'id="remarks"' in page_of(people.head, agreed)
    assert "remarks/" not in page_of(people.head, agreed)


def test_the_history_tells_what_was_done(people: Desk, agreed: Obligation) -> None:
    """The journal's entries about the obligation stand with their authors."""
    report(people.contributor, agreed)
    text = page_of(people.coordinator, agreed)
    assert "Report submitted" in text
    assert "contributor — contributor" in text


def test_a_late_report_is_told_as_late(
    people: Desk, agreed: Obligation, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Submitted after 31 May it waits for review, and is told as late."""
    at(monkeypatch, later(40))
    assert "Overdue</span>" in page_of(people.contributor, agreed)
    text = report(people.contributor, agreed)[1]
    assert "reported late</span>" in text


def test_many_contributions_cost_no_more_queries(
    people: Desk, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    """Twenty contributions, all reported on, are read as one."""
    plan = people.staff.plan
    for number in range(20):
        debtor = type(people.staff.akimat).objects.create(
            kind="akimat", name_kk=f"Әкімдік {number}"
        )
        one = owe(plan.lead.duty, debtor, date(2024, 12, 20), role="contributor", lead=plan.lead)
        Submission.objects.create(obligation=one, number=1, text_kk="x", at=AT)
        Obligation.objects.filter(pk=one.pk).update(stage="submitted")
    with django_assert_max_num_queries(40):
        text = page_of(people.executor, plan.lead)
    assert text.count("Accept or return") == 20
