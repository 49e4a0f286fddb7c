"""What a body reports by letter, recorded for it by a registrar."""

import json
from datetime import date

import pytest

from birlik.base.journal.models import Entry, StoredFact
from birlik.base.letters.models import Letter
from birlik.base.letters.rules import NO_LETTERS
from birlik.base.obligations import refusals
from birlik.base.obligations.actions import (
    PaperDetails,
    accept_report,
    lay_way,
    release_obligation,
    return_report,
    save_draft,
    submit_report,
)
from birlik.base.obligations.actions.by_letter import (
    LetterAnswer,
    PointsRefusedError,
    record_report,
    report_by_letter,
)
from birlik.base.obligations.models import Draft, Evidence, Obligation, Resolution, Submission
from birlik.base.obligations.queries import states, wrong_obligations, wrong_reports
from birlik.base.obligations.queries.by_letter import waiting_for_others
from birlik.base.obligations.refusals import by_letter
from birlik.base.obligations.refusals.desk import ONLY_SIGNS, OVER_HEADS
from birlik.base.obligations.rules.by_letter import may_record_report, may_report_by_letter
from birlik.base.records.models import Act
from birlik.base.registry.models import Office, Structure
from birlik.base.values.norm import Norms
from birlik.base.values.refused import RefusedError
from tests.base.obligations.letter_world import REGISTRAR, letter_of
from tests.base.obligations.reporting_world import (
    AT,
    SYSTEM,
    Reporting,
    again,
    duty,
    later,
    owe,
    person,
    reported,
    reporting,
)

pytestmark = pytest.mark.django_db
MINUTES = PaperDetails("7", date(2024, 4, 20), "Кеңес")


@pytest.fixture
def world() -> Reporting:
    """The small plan."""
    return reporting()


def both(world: Reporting) -> tuple[LetterAnswer, LetterAnswer]:
    """What the ministry says of its two points: signed minutes, and twelve publications."""
    return (
        LetterAnswer(world.lead.pk, text_kk="Өтті", paper=MINUTES),
        LetterAnswer(world.counted.pk, text_ru="Опубликовано", quantity=12),
    )


def test_one_letter_reports_on_many_points(world: Reporting) -> None:
    """Each point gets a report that counts on the letter's day, with the scan as its evidence."""
    letter = letter_of(world.lead.debtor)
    assert report_by_letter(REGISTRAR, letter, at=AT, answers=both(world)) == 2
    minutes, counted = Submission.objects.order_by("pk")
    assert (minutes.letter, minutes.counts_on, minutes.account) == (letter, date(2024, 4, 26), 21)
    assert (minutes.text_kk, counted.text_ru, counted.quantity) == ("Өтті", "Опубликовано", 12)
    proof, other = Evidence.objects.order_by("pk")
    assert (proof.submission, proof.document, proof.number) == (minutes, letter.document, "7")
    assert (other.number, other.issuer, other.quantity) == ("5-1/22", "Министрлік", 12)
    for one in (world.lead, world.counted):
        assert again(one).stage == Obligation.Stage.SUBMITTED
        assert again(one).first_submitted_on == date(2024, 4, 26)
    assert StoredFact.objects.filter(name="ReportSubmitted").count() == 2


def test_the_norm_may_count_the_day_of_arrival(
    world: Reporting, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the norm says "received", a report counts on the day on which the letter came."""
    text = (
        "letter_day_counts: {title: {kk: к, ru: р, en: e}, values: "
        "[{from: 2000-01-01, until: null, value: received, ground: x}]}"
    )
    monkeypatch.setattr("birlik.base.obligations.actions.by_letter.norms", lambda: Norms.read(text))
    report_by_letter(REGISTRAR, letter_of(world.lead.debtor), at=AT, answers=both(world))
    assert again(world.lead).first_submitted_on == date(2024, 5, 1)
    assert states.norms().norm("letter_day_counts", AT.date()).value == "dated"


def test_a_second_report_by_letter_leaves_the_first_day(world: Reporting) -> None:
    """What was returned is reported anew by letter: number two, and the first day stays."""
    first = letter_of(world.agreed.debtor)
    answer = LetterAnswer(world.agreed.pk, text_kk="Бірінші")
    report_by_letter(REGISTRAR, first, at=AT, answers=[answer])
    submission = Submission.objects.get()
    return_report(world.coordinator, world.agreed, at=AT, submission=submission.pk, reason="?")
    second = letter_of(world.agreed.debtor, number="5-1/23")
    Letter.objects.filter(pk=second.pk).update(dated_on=date(2024, 5, 1))
    second.refresh_from_db()
    report_by_letter(REGISTRAR, second, at=later(1), answers=[answer])
    assert Submission.objects.order_by("number").last().number == 2
    assert again(world.agreed).first_submitted_on == date(2024, 4, 26)
    assert [*wrong_obligations(), *wrong_reports()] == []


def test_a_paper_of_limited_access_is_proved_by_its_card(world: Reporting) -> None:
    """Without scan, the card that says where the letter lies is the evidence."""
    letter = letter_of(world.lead.debtor, scanned=False, kept_at="1-бөлме")
    report_by_letter(REGISTRAR, letter, at=AT, answers=both(world))
    card = Evidence.objects.get(obligation=world.counted)
    assert (card.kind, card.kept_at, card.document, card.quantity) == ("card", "1-бөлме", None, 12)


def test_words_alone_need_no_scan(world: Reporting) -> None:
    """Where the form demands only words a letter without scan is enough, and proves nothing."""
    letter = letter_of(world.agreed.debtor, scanned=False)
    answers = [
        LetterAnswer(one.pk, text_kk="Иә", quantity=3) for one in (world.agreed, world.contribution)
    ]
    report_by_letter(REGISTRAR, letter, at=AT, answers=answers)
    assert list(Submission.objects.values_list("quantity", flat=True)) == [None, None]
    assert not Evidence.objects.exists()


def test_a_lead_takes_up_what_contributors_reported(world: Reporting) -> None:
    """The lead's report by letter consolidates the contributions that were accepted before."""
    theirs = reported(world, world.contribution)
    accept_report(world.executor, world.contribution, at=AT, submission=theirs.pk)
    letter = letter_of(world.lead.debtor)
    report_by_letter(REGISTRAR, letter, at=AT, answers=both(world)[:1])
    theirs.refresh_from_db()
    assert theirs.consolidated_in == Submission.objects.get(obligation=world.lead)


def test_a_draft_of_the_body_stays(world: Reporting) -> None:
    """What the body's own office had begun to write is not lost."""
    save_draft(world.contributor, world.agreed, at=AT, text_kk="жоба", text_ru="")
    answers = [LetterAnswer(world.agreed.pk, text_kk="Иә")]
    report_by_letter(REGISTRAR, letter_of(world.agreed.debtor), at=AT, answers=answers)
    assert Draft.objects.get().text_kk == "жоба"


def test_a_successor_answers_for_the_body_it_succeeded(world: Reporting) -> None:
    """A letter of the body that took over answers what the former one owes."""
    heir = Structure.objects.create(kind="ministry", name_kk="Мұрагер")
    Structure.objects.filter(pk=world.counted.debtor_id).update(
        successor=heir, closed_on=date(2024, 3, 1)
    )
    assert report_by_letter(REGISTRAR, letter_of(heir), at=AT, answers=both(world)[1:]) == 1


def test_all_points_or_none_with_the_reason_of_each(world: Reporting) -> None:
    """One point that cannot be reported on keeps all back, and each is told why."""
    Obligation.objects.filter(pk=world.lead.pk).update(stage=Obligation.Stage.SUBMITTED)
    letter = letter_of(world.lead.debtor)
    answers = [
        *both(world),
        LetterAnswer(world.agreed.pk, text_kk="x"),
        LetterAnswer(999_999, text_kk="x"),
    ]
    with pytest.raises(PointsRefusedError) as refused:
        report_by_letter(REGISTRAR, letter, at=AT, answers=answers)
    assert refused.value.reason == by_letter.SOME_CANNOT
    assert refused.value.points == {
        world.lead.pk: refusals.UNDER_REVIEW,
        world.agreed.pk: by_letter.OF_ANOTHER_BODY,
        999_999: by_letter.UNKNOWN_POINT,
    }
    assert not Submission.objects.exists()


def test_what_the_form_demands_must_be_in_the_letter(world: Reporting) -> None:
    """A letter is no signed minutes, minutes of another year are none of the period, and without
    scan nothing is counted."""
    letter = letter_of(world.lead.debtor)
    with pytest.raises(PointsRefusedError) as refused:
        report_by_letter(
            REGISTRAR, letter, at=AT, answers=[LetterAnswer(world.lead.pk, text_kk="Өтті")]
        )
    assert refused.value.points == {world.lead.pk: refusals.LACKS["protocol"]}
    old = LetterAnswer(
        world.lead.pk, text_kk="Өтті", paper=PaperDetails("7", date(2023, 4, 20), "Кеңес")
    )
    with pytest.raises(PointsRefusedError) as refused:
        report_by_letter(REGISTRAR, letter, at=AT, answers=[old])
    assert refused.value.points == {world.lead.pk: refusals.LACKS["protocol_period"]}
    bare = letter_of(world.lead.debtor, number="9", scanned=False)
    with pytest.raises(PointsRefusedError) as refused:
        report_by_letter(REGISTRAR, bare, at=AT, answers=[LetterAnswer(world.counted.pk)])
    why = refused.value.points[world.counted.pk].en
    assert why.startswith(refusals.LACKS["content"].en)
    assert why.endswith(refusals.LACKS["evidence"].en)


def test_a_letter_without_points_reports_nothing(world: Reporting) -> None:
    """At least one point must be chosen."""
    with pytest.raises(RefusedError) as refused:
        report_by_letter(REGISTRAR, letter_of(world.lead.debtor), at=AT, answers=[])
    assert refused.value.reason == by_letter.NOTHING_CHOSEN


def test_only_incoming_letters_report(world: Reporting) -> None:
    """What we wrote ourselves tells nothing of what others did."""
    letter = Letter.objects.create(direction="out", correspondent=world.lead.debtor, at=AT)
    with pytest.raises(RefusedError) as refused:
        report_by_letter(REGISTRAR, letter, at=AT, answers=both(world))
    assert refused.value.reason == by_letter.OUTGOING_TELLS_NOTHING
    with pytest.raises(ValueError, match="incoming"):
        record_report(REGISTRAR, world.counted, at=AT, letter=letter, answer=both(world)[1])


def test_others_record_nothing(world: Reporting) -> None:
    """Who does not register letters records no report of another body."""
    letter = letter_of(world.lead.debtor)
    with pytest.raises(RefusedError) as refused:
        report_by_letter(world.stranger, letter, at=AT, answers=both(world))
    assert refused.value.reason == NO_LETTERS
    with pytest.raises(RefusedError) as refused:
        record_report(world.executor, world.lead, at=AT, letter=letter, answer=both(world)[0])
    assert refused.value.reason == NO_LETTERS
    assert may_report_by_letter(REGISTRAR, None, AT)
    assert may_record_report(REGISTRAR, None, AT)


def test_a_registrar_does_not_review_the_own_recording(world: Reporting) -> None:
    """Who recorded a report of a body does not accept it; another coordinator does."""
    both_powers = person(21, *world.coordinator.powers, *REGISTRAR.powers)
    report_by_letter(both_powers, letter_of(world.lead.debtor), at=AT, answers=both(world)[1:])
    number = Submission.objects.get().pk
    with pytest.raises(RefusedError) as refused:
        accept_report(both_powers, world.counted, at=AT, submission=number)
    assert refused.value.reason == refusals.OWN_REPORT
    accept_report(world.coordinator, world.counted, at=AT, submission=number)
    assert again(world.counted).outcome == Obligation.Outcome.ACCEPTED


def test_settled_points_take_no_letter(world: Reporting) -> None:
    """What was released is not reported on by letter either."""
    release_obligation(world.coordinator, world.counted, at=AT, ground=world.ground, reason="x")
    with pytest.raises(PointsRefusedError) as refused:
        report_by_letter(REGISTRAR, letter_of(world.lead.debtor), at=AT, answers=both(world)[1:])
    assert refused.value.points == {world.counted.pk: refusals.RELEASED}


def test_the_journal_has_numbers_and_no_words(world: Reporting) -> None:
    """Each point has its entry, under that of the letter; words stand as their SHA-256."""
    report_by_letter(REGISTRAR, letter_of(world.lead.debtor), at=AT, answers=both(world))
    outer = Entry.objects.get(action="letter.reported")
    inner = Entry.objects.filter(action="report.recorded").order_by("number")
    assert {one.outer for one in inner} == {outer.id}
    assert [one.subject for one in inner] == [str(world.lead.pk), str(world.counted.pk)]
    assert "Опубликовано" not in "".join(one.text for one in (outer, *inner))
    assert json.loads(outer.text)["noted"] == {"reports": 2}


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"counts_on": date(2024, 1, 11)}, "counts_on"),
        ({"letter": None}, "letter"),
        ({"text_ru": "Иное"}, "text"),
        ({"quantity": 20}, "quantity"),
    ],
)
def test_tampering_with_a_recorded_report_shows(
    world: Reporting, change: dict[str, object], field: str
) -> None:
    """An honest record agrees with the journal; a changed day, letter, text or quantity does
    not."""
    report_by_letter(REGISTRAR, letter_of(world.lead.debtor), at=AT, answers=both(world)[1:])
    assert [*wrong_obligations(), *wrong_reports()] == []
    Submission.objects.update(**change)
    assert [one.field for one in wrong_reports()] == [field]


def test_a_page_report_made_a_letter_report_shows(world: Reporting) -> None:
    """Who backdates a report that came by page, as if a letter had brought it, is found out."""
    made = reported(world, world.agreed)
    letter = letter_of(world.agreed.debtor)
    Submission.objects.filter(pk=made.pk).update(letter=letter, counts_on=date(2024, 2, 1))
    assert [one.field for one in wrong_reports()] == ["counts_on", "letter"]
    assert [one.field for one in wrong_obligations()] == ["first_submitted_on"]


def test_a_letter_over_the_heads_of_a_resolution_says_why(world: Reporting) -> None:
    """Where the body's own resolution gave it to others who still owe it, the registrar says why
    the letter does not wait for them, as the body's office would; once they are done, nobody
    asks."""
    act = Act.objects.create(
        kind="endorsement", number="1", adopted_on=AT.date(), in_force_from=AT.date(),
        first_year=2024, last_year=2024, confirmed_at=AT, controlled_from=AT.date(),
    )  # fmt: skip
    Resolution.objects.create(act=act, obligation=world.agreed, number=1, at=AT)
    given = owe(duty(act, 1, "information"), world.lead.debtor, date(2024, 5, 20))
    letter = letter_of(world.agreed.debtor)
    silent = LetterAnswer(world.agreed.pk, text_kk="Иә", over_heads=" ")
    assert waiting_for_others([world.agreed.pk, world.counted.pk]) == {world.agreed.pk}
    with pytest.raises(PointsRefusedError) as refused:
        report_by_letter(REGISTRAR, letter, at=AT, answers=[silent])
    assert refused.value.points == {world.agreed.pk: OVER_HEADS}
    with pytest.raises(RefusedError) as alone:
        record_report(REGISTRAR, world.agreed, at=AT, letter=letter, answer=silent)
    assert alone.value.reason == OVER_HEADS
    said = LetterAnswer(world.agreed.pk, text_kk="Иә", over_heads=" Хатта айтылған ")
    report_by_letter(REGISTRAR, letter, at=AT, answers=[said])
    assert Submission.objects.get().over_heads == "Хатта айтылған"
    made = Submission.objects.get()
    return_report(world.coordinator, world.agreed, at=AT, submission=made.pk, reason="x")
    Obligation.objects.filter(pk=given.pk).update(outcome=Obligation.Outcome.ACCEPTED)
    assert waiting_for_others([world.agreed.pk]) == set()
    report_by_letter(REGISTRAR, letter, at=AT, answers=[said])
    assert Submission.objects.get(number=2).over_heads == ""


def test_a_letter_stands_for_the_signature_of_the_body(world: Reporting) -> None:
    """A body with a way of visas answers by a signed letter: the registrar records it without a
    round, while the body's own office is still asked for its visas."""
    body = world.counted.debtor
    office = Office.objects.create(structure=body, kind="deputy", name_kk="Орынбасар")
    lay_way(SYSTEM, body, at=AT, offices=[office.pk])
    with pytest.raises(RefusedError) as refused:
        submit_report(world.executor, world.counted, at=AT, text_kk="Орындалды")
    assert refused.value.reason == ONLY_SIGNS
    assert report_by_letter(REGISTRAR, letter_of(body), at=AT, answers=both(world)[1:]) == 1
    assert again(world.counted).stage == Obligation.Stage.SUBMITTED
