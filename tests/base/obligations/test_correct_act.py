"""A corrected or amended version of an act: what was reported stays, the rest is made anew."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from birlik.base.journal.models import Entry, StoredFact
from birlik.base.obligations.actions import (
    EvidenceItem,
    adopt_act,
    ask_extension,
    attach_evidence,
    correct_act,
    grant_extension,
    make_remark,
    save_draft,
    submit_report,
)
from birlik.base.obligations.actions.correction_plan import Correction, Plan, plan_of
from birlik.base.obligations.actions.generate_ahead import generate_ahead
from birlik.base.obligations.actions.parties import Resolver
from birlik.base.obligations.models import Draft, Duty, Extension, FormerDuty, Obligation
from birlik.base.obligations.queries import wrong_obligations
from birlik.base.records.engine.draft import ExecutorDraft, MeasureDraft
from birlik.base.records.models import Act, ActReading, Provision
from birlik.base.registry.models import Structure
from birlik.base.values.local_text import LocalText
from birlik.base.values.refused import RefusedError
from birlik.base.values.schedule import MonthDay, Schedule, Window
from tests.base.obligations.drafts import (
    AT,
    MINISTRY,
    STRANGER,
    SYSTEM,
    YEARLY,
    adopted,
    body,
    charter,
    draft,
    measure,
    reading,
)

pytestmark = pytest.mark.django_db
OTHER = ExecutorDraft("БАСҚА")
BY_JUNE = Schedule("year", window=Window("by", days=(MonthDay(6, 30),)))
HALVES = Schedule("half")
"""Twice a year, by the end of each half."""


@pytest.fixture
def act() -> Act:
    """A decree for 2022-2026 with a yearly report of the ministry, to which another contributes,
    and a second measure of the ministry alone; it is under control since its adoption."""
    charter()
    body("ministry", "МИН")
    body("ministry", "БАСҚА")
    one, two = measure("1", YEARLY, MINISTRY, OTHER), measure("2", YEARLY, MINISTRY)
    return adopted(draft(one, two), controlled_from=date(2022, 9, 15))


def correction(*measures: MeasureDraft, **more: object) -> Correction:
    """The measures as they are to be, with their titles."""
    titles = {one.number: LocalText(kk=one.title) for one in measures}
    return Correction(draft(*measures), titles, **more)


def foreseen(act: Act, wish: Correction) -> Plan:
    """The plan that a person sees."""
    return plan_of(act, wish, Resolver.foreseeing(wish.draft, on=act.adopted_on))


def corrected(act: Act, wish: Correction, **more: object) -> Plan:
    """The correction, confirmed as it was seen."""
    return correct_act(SYSTEM, act, at=AT, correction=wish, seen=foreseen(act, wish).seen, **more)


def ground() -> int:
    """A point of an act that amends."""
    made = adopted(draft(measure("5", None), number="2", title="Өзгеріс"))
    return Provision.objects.get(act=made, number="5").pk


def owed(number: str, year: int, role: str = "lead") -> Obligation:
    """The obligation of a measure that stands in a year."""
    standing = Obligation.objects.filter(duty__provision__number=number, role=role)
    return standing.exclude(void_reason="corrected").get(period=str(year))


def november(one: Obligation) -> datetime:
    """The first of November of its year."""
    return AT.replace(year=one.period_last.year, month=11, day=1)


def reported(one: Obligation) -> Obligation:
    """The obligation after a report on it."""
    submit_report(SYSTEM, one, at=november(one), text_kk="Есеп", text_ru="")
    one.refresh_from_db()
    return one


def days(number: str) -> list[date]:
    """When the lead of a measure owes, as it stands."""
    standing = Obligation.objects.filter(duty__provision__number=number, role="lead")
    return sorted(standing.exclude(outcome="void").values_list("nominal_on", flat=True))


def test_misreading_is_put_right_from_the_beginning(act: Act) -> None:
    """A deadline misread as the end of the year becomes 30 June in every year; the year before the
    adoption's June is void, and the old obligations are void as corrected."""
    wish = correction(replace(measure("2", BY_JUNE, MINISTRY), deadline="30 маусымнан кешіктірмей"))
    corrected(act, wish)
    assert days("2") == [date(year, 6, 30) for year in range(2023, 2027)]
    gone = Obligation.objects.filter(void_reason="corrected")
    assert gone.count() == 5
    assert owed("2", 2022).void_reason == "before_adoption"
    assert set(Obligation.objects.filter(version=2).values_list("period", flat=True)) == {
        str(year) for year in range(2022, 2027)
    }
    assert Duty.objects.get(provision__number="2").deadline_words == "30 маусымнан кешіктірмей"
    assert list(wrong_obligations()) == []


def test_what_was_reported_stays_with_its_version(act: Act) -> None:
    """A year that was reported on stays as it was, with its old day and version."""
    kept = reported(owed("2", 2022))
    corrected(act, correction(measure("2", BY_JUNE, MINISTRY)))
    kept.refresh_from_db()
    assert (kept.version, kept.nominal_on, kept.stage) == (1, date(2022, 12, 31), "submitted")
    assert days("2") == [date(2022, 12, 31), *(date(year, 6, 30) for year in range(2023, 2027))]
    assert list(wrong_obligations()) == []


def test_amendment_leaves_alone_what_falls_due_before_it(act: Act) -> None:
    """Amended from 01.01.2025, the years to 2024 stand as they were and the later ones are made
    anew; the point that amended is kept with the earlier version."""
    point = ground()
    corrected(
        act, correction(measure("2", BY_JUNE, MINISTRY), since=date(2025, 1, 1), ground=point)
    )
    assert days("2") == [
        *(date(year, 12, 31) for year in range(2022, 2025)),
        *(date(year, 6, 30) for year in (2025, 2026)),
    ]
    former = FormerDuty.objects.get()
    assert (former.version, former.effective_on, former.ground_id) == (1, date(2025, 1, 1), point)
    assert former.record["deadline_words"] == "жыл сайын"
    assert former.record["parties"][0]["words"] == "МИН"
    assert former.record["titles"]["kk"] == "Іс-шара 2"


def test_words_change_from_the_day_or_from_the_beginning(act: Act) -> None:
    """An amended title begins on its day and the old one ends there; a misread one is replaced
    where it stands, and keeps its place in the source."""
    new = replace(measure("2", YEARLY, MINISTRY), title="Жаңа атау")
    corrected(act, correction(new, since=date(2025, 1, 1), ground=ground()))
    wordings = Provision.objects.get(path="measure/2", act=act).wordings.order_by("valid_from")
    assert [(one.title, one.valid_from, one.valid_until) for one in wordings] == [
        ("Іс-шара 2", date(2022, 9, 15), date(2025, 1, 1)),
        ("Жаңа атау", date(2025, 1, 1), None),
    ]
    corrected(act, correction(replace(new, title="Дұрыс атау")))
    assert [one.title for one in wordings.all()] == ["Іс-шара 2", "Дұрыс атау"]
    misread = replace(measure("1", YEARLY, MINISTRY, OTHER), title="Дұрыс")
    corrected(act, correction(misread))
    only = Provision.objects.get(path="measure/1", act=act).wordings.get()
    assert (only.title, only.end) == ("Дұрыс", 3)


def test_misreading_of_an_amended_version_holds_from_the_amendment(act: Act) -> None:
    """What the amendment was misread as is put right from its day on, not before."""
    corrected(
        act, correction(measure("2", HALVES, MINISTRY), since=date(2025, 1, 1), ground=ground())
    )
    corrected(act, correction(measure("2", BY_JUNE, MINISTRY)))
    assert days("2") == [
        *(date(year, 12, 31) for year in range(2022, 2025)),
        *(date(year, 6, 30) for year in (2025, 2026)),
    ]
    assert list(FormerDuty.objects.values_list("version", "effective_on")) == [
        (1, date(2025, 1, 1)),
        (2, date(2025, 1, 1)),
    ]


def test_the_same_version_twice_changes_nothing(act: Act) -> None:
    """A correction that is applied again finds everything as it is to be."""
    wish = correction(measure("2", BY_JUNE, MINISTRY))
    corrected(act, wish)
    before = list(Obligation.objects.order_by("pk").values())
    assert corrected(act, wish).changes == ()
    assert list(Obligation.objects.order_by("pk").values()) == before
    assert FormerDuty.objects.count() == 1
    assert StoredFact.objects.filter(name="ActCorrected").count() == 1


def test_title_alone_passes_the_obligations_on(act: Act) -> None:
    """Where only the words of a point change, its obligations pass to the new version."""
    before = owed("1", 2024)
    plan = corrected(act, correction(replace(measure("1", YEARLY, MINISTRY, OTHER), title="Жаңа")))
    assert len(plan.changes[0].course.carried) == 10
    assert (owed("1", 2024).pk, owed("1", 2024).version) == (before.pk, 2)
    assert not Obligation.objects.filter(void_reason="corrected").exists()


def test_contributions_hang_under_the_lead_of_now(act: Act) -> None:
    """When the lead changes, a contribution that was reported on hangs under the new lead of its
    occurrence, and so do the new ones."""
    kept = reported(owed("1", 2022, "contributor"))
    body("ministry", "ҮШІНШІ")
    third = ExecutorDraft("ҮШІНШІ")
    corrected(act, correction(measure("1", YEARLY, third, OTHER)))
    kept.refresh_from_db()
    assert kept.lead == owed("1", 2022)
    assert owed("1", 2022).debtor.short_kk == ""
    assert owed("1", 2024, "contributor").lead == owed("1", 2024)
    assert owed("1", 2024).debtor.name_kk == "ҮШІНШІ"


def test_new_contributions_hang_under_a_lead_that_was_reported_on(act: Act) -> None:
    """A contributor added to a year whose lead has reported hangs under that lead's obligation."""
    kept = reported(owed("2", 2022))
    corrected(act, correction(measure("2", YEARLY, MINISTRY, OTHER)))
    assert owed("2", 2022, "contributor").lead == kept
    assert owed("2", 2023, "contributor").lead == owed("2", 2023)


def test_what_was_written_goes_with_the_occurrence(act: Act) -> None:
    """A draft, its evidence and a remark on what is void stand with what takes its place."""
    old = owed("2", 2024)
    save_draft(SYSTEM, old, at=november(old), text_kk="Жоба", text_ru="", version=0)
    attach_evidence(
        SYSTEM, old, at=november(old), item=EvidenceItem("Сілтеме", link="https://a.kz/1")
    )
    make_remark(SYSTEM, old, at=november(old), text="Қашан?")
    corrected(act, correction(measure("2", BY_JUNE, MINISTRY)))
    new = owed("2", 2024)
    assert new.pk != old.pk
    assert Draft.objects.get().obligation == new
    assert new.evidence.get().title == "Сілтеме"
    assert new.remarks.get().text == "Қашан?"


def test_extension_goes_with_the_same_day_only(act: Act) -> None:
    """A granted extension goes with an occurrence whose day stays; a request whose day changed is
    closed, and one that has an obligation no more as well."""
    extended, asked = owed("2", 2024), owed("2", 2025)
    later = timedelta(days=30)
    for one in (extended, asked):
        ask_extension(SYSTEM, one, at=november(one), wanted_on=one.due_on + later, reason="Себеп")
    extended.refresh_from_db()
    grant_extension(SYSTEM, extended, at=november(extended))
    counted = replace(YEARLY, quantity=3)
    corrected(act, correction(measure("2", counted, MINISTRY)))
    new = owed("2", 2024)
    assert (new.pk != extended.pk, new.due_on) == (True, date(2025, 1, 30))
    assert new.extensions.get().old_due_on == date(2024, 12, 31)
    assert owed("2", 2025).extensions.get().granted is None
    assert list(wrong_obligations()) == []
    corrected(act, correction(measure("2", BY_JUNE, MINISTRY)))
    assert owed("2", 2024).due_on == date(2024, 7, 1)
    assert set(Extension.objects.values_list("granted", flat=True)) == {True, False}
    assert list(wrong_obligations()) == []


def test_extended_obligation_is_not_taken_for_another(act: Act) -> None:
    """An extension is none of the terms: where they stay, so does the obligation with its day."""
    one = owed("2", 2024)
    ask_extension(SYSTEM, one, at=november(one), wanted_on=date(2025, 2, 1), reason="Себеп")
    one.refresh_from_db()
    grant_extension(SYSTEM, one, at=november(one))
    corrected(act, correction(replace(measure("2", YEARLY, MINISTRY), title="Жаңа")))
    assert (owed("2", 2024).pk, owed("2", 2024).due_on) == (one.pk, date(2025, 2, 1))


def test_point_is_added_in_its_place(act: Act) -> None:
    """A new measure stands after the one before it by number, with a duty of the first version that
    is owed from the day of the amendment; its part stands under it."""
    wish = correction(
        measure("1.1", YEARLY, MINISTRY),
        measure("10", YEARLY, MINISTRY),
        since=date(2025, 1, 1),
        ground=ground(),
    )
    corrected(act, wish)
    points = list(act.provisions.filter(kind="measure"))
    assert [one.number for one in points] == ["1", "1.1", "2", "10"]
    assert points[1].parent == points[0]
    assert days("1.1") == [date(2025, 12, 31), date(2026, 12, 31)]
    assert owed("10", 2025).version == 1
    assert not FormerDuty.objects.exists()


def test_point_is_dropped_and_taken_up_again(act: Act) -> None:
    """A dropped measure owes nothing from its day on, its words end there and it demands nothing;
    dropped again nothing happens, and taken up again it is owed anew."""
    point = ground()
    wish = correction(dropped=("2", "99"), since=date(2025, 1, 1), ground=point)
    corrected(act, wish)
    duty = Duty.objects.get(provision__act=act, provision__number="2")
    assert (duty.schedule, duty.parties.count()) == (None, 0)
    assert days("2") == [date(year, 12, 31) for year in range(2022, 2025)]
    assert duty.provision.wordings.get().valid_until == date(2025, 1, 1)
    assert corrected(act, wish).changes == ()
    again = correction(measure("2", YEARLY, MINISTRY), since=date(2026, 1, 1), ground=point)
    corrected(act, again)
    assert date(2026, 12, 31) in days("2")
    assert date(2025, 12, 31) not in days("2")


def test_report_of_a_contributor_stays_where_its_lead_is_gone(act: Act) -> None:
    """When a measure is dropped, what a contributor reported on stays under the lead's obligation,
    though that is void."""
    kept = reported(owed("1", 2023, "contributor"))
    lead = kept.lead
    corrected(act, correction(dropped=("1",)))
    kept.refresh_from_db()
    assert (kept.stage, kept.lead, kept.outcome) == ("submitted", lead, "")
    assert Obligation.objects.get(pk=lead.pk).void_reason == "corrected"
    assert list(wrong_obligations()) == []


def test_point_that_never_was_ends_where_it_began(act: Act) -> None:
    """A point that was read by mistake has no words on any day, and owes nothing."""
    corrected(act, correction(dropped=("2",)))
    wording = Provision.objects.get(act=act, number="2").wordings.get()
    assert wording.valid_until == wording.valid_from
    assert days("2") == []


def test_second_language_is_compared_by_meaning(act: Act) -> None:
    """The same terms in Russian words change nothing but give the point its Russian title; another
    deadline does change it."""
    russian = replace(
        measure("2", YEARLY, MINISTRY), title="Мера 2", deadline="ежегодно", direction=""
    )
    titles = {"2": LocalText(ru="Мера 2")}
    wish = Correction(draft(russian, language="ru"), titles)
    plan = corrected(act, wish)
    assert len(plan.changes[0].course.carried) == 5
    assert Provision.objects.get(act=act, number="2").wordings.count() == 2
    assert foreseen(act, wish).changes == ()
    late = replace(russian, schedule=BY_JUNE)
    assert foreseen(act, Correction(draft(late, language="ru"), titles)).changes[0].course.voided


def test_once_without_a_year_stays_in_its_year(act: Act) -> None:
    """What is owed once stays in the year in which it fell due, though the act was reckoned further
    meanwhile."""
    corrected(act, correction(measure("2", Schedule("once"), MINISTRY)))
    Act.objects.filter(pk=act.pk).update(last_year=2030)
    act.refresh_from_db()
    title = replace(measure("2", Schedule("once"), MINISTRY), title="Жаңа")
    assert not foreseen(act, correction(title)).changes[0].course.changes


def test_unknown_body_is_entered_only_when_confirmed(act: Act) -> None:
    """Looking at a plan enters nobody; confirming it enters the body once."""
    wish = correction(measure("2", YEARLY, ExecutorDraft("ЖАҢА")))
    before = Structure.objects.count()
    plan = foreseen(act, wish)
    assert Structure.objects.count() == before
    assert any(number < 0 for number in plan.bodies)
    corrected(act, wish)
    assert Structure.objects.count() == before + 1
    assert owed("2", 2024).debtor.short_kk == "ЖАҢА"


def test_plan_that_came_out_otherwise_is_refused(act: Act) -> None:
    """When somebody reported after the plan was shown, it is not applied and nothing is written."""
    wish = correction(measure("2", BY_JUNE, MINISTRY))
    seen = foreseen(act, wish).seen
    reported(owed("2", 2024))
    with pytest.raises(RefusedError, match="Things changed"):
        correct_act(SYSTEM, act, at=AT, correction=wish, seen=seen)
    assert not FormerDuty.objects.exists()


def test_amendment_needs_a_ground(act: Act) -> None:
    """An amendment that names no point that made it is refused."""
    wish = correction(measure("2", BY_JUNE, MINISTRY), since=date(2025, 1, 1))
    with pytest.raises(RefusedError, match="Name the point"):
        corrected(act, wish)


def test_amendment_begins_after_the_version_it_amends(act: Act) -> None:
    """An amendment from a day before the act, or before an earlier amendment, is refused."""
    point = ground()
    early = correction(measure("2", BY_JUNE, MINISTRY), since=date(2022, 1, 1), ground=point)
    with pytest.raises(RefusedError, match="begins before"):
        corrected(act, early)
    corrected(act, replace(early, since=date(2025, 1, 1)))
    with pytest.raises(RefusedError, match="begins before"):
        corrected(
            act, correction(measure("2", HALVES, MINISTRY), since=date(2024, 1, 1), ground=point)
        )


def test_only_a_coordinator_corrects_an_act(act: Act) -> None:
    """Who may not import acts may not correct one."""
    with pytest.raises(RefusedError, match="coordinator"):
        correct_act(STRANGER, act, at=AT, correction=correction(), seen="")


def test_reading_is_taken_over_and_the_journal_counts(act: Act) -> None:
    """The reading of the corrected text is confirmed as the act's, and the journal's one entry
    tells how many obligations were voided and made."""
    found = reading(draft(measure("2", BY_JUNE, MINISTRY), number="1", title="Түзетілген"))
    found.document.__class__.objects.filter(pk=found.document.pk).update(name="b.txt")
    other = ActReading.objects.create(
        document=found.document, state="read", draft=found.draft, begun_at=AT
    )
    corrected(act, correction(measure("2", BY_JUNE, MINISTRY)), reading=other)
    other.refresh_from_db()
    assert (other.state, other.act) == ("confirmed", act)
    text = Entry.objects.get(action="act.corrected").text
    assert '"voided":5' in text.replace(" ", "")
    assert '"created":5' in text.replace(" ", "")
    assert "Іс-шара" not in text


def test_recognised_act_may_be_adopted_again_without_change(act: Act) -> None:
    """After a correction the first file is still recognised, and changes nothing."""
    corrected(act, correction(measure("2", BY_JUNE, MINISTRY)))
    count = Obligation.objects.count()
    assert adopt_act(SYSTEM, act.readings.get(), at=AT) == act
    assert Obligation.objects.count() == count


def test_generation_ahead_follows_the_version_that_stands(act: Act) -> None:
    """What is generated later bears the number of the version and begins with the amendment; a year
    that was reported on under the old day is not owed again under the new one."""
    kept = reported(owed("2", 2022))
    point = ground()
    corrected(act, correction(measure("1", HALVES, MINISTRY), since=date(2025, 1, 1), ground=point))
    corrected(act, correction(measure("2", BY_JUNE, MINISTRY)))
    later = Schedule("year", window=Window("by", days=(MonthDay(10, 31),)))
    corrected(act, correction(measure("2", later, MINISTRY)))
    Obligation.objects.filter(duty__provision__number="1", period="2026-H2").delete()
    generate_ahead(SYSTEM, act, at=AT, basis="x")
    assert owed("2", 2022) == kept
    halves = Obligation.objects.filter(duty__provision__number="1", version=2)
    assert sorted(halves.values_list("period", flat=True)) == [
        f"{year}-H{half}" for year in (2025, 2026) for half in (1, 2)
    ]
