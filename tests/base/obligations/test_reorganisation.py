"""Reorganisations against a table worked by hand (`reorganisations_by_hand.csv`).

Each case is a story of real or likely bodies: who owes what, how it counts had nothing happened,
and how after the reorganisation. The rates of the cases, on time ÷ fallen due:

- mior: before MIOR 2 ÷ 4 = 50 %, MKS 1 ÷ 4 = 25 %; after MKI 3 ÷ 6 = 50 %, MTS 0 ÷ 2 = 0 %
- split: before M 2 ÷ 6 = 33 %; after X 1 ÷ 2 = 50 %, Y 1 ÷ 4 = 25 %
- abolished: before G 1 ÷ 5 = 20 %; after G 1 ÷ 3 = 33 %, nobody's left out
- merge: before L 2 ÷ 3 = 67 %, K 0 ÷ 3 = 0 %; after N 2 ÷ 5 = 40 %, the joined left out
- chain: before A 2 ÷ 5 = 40 %; after C 1 ÷ 3 = 33 %, D 1 ÷ 2 = 50 %
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from birlik.base.charter.actions import load_charter
from birlik.base.obligations.actions import (
    adopt_act,
    ask_extension,
    correct_act,
    make_remark,
    return_report,
    save_draft,
    submit_report,
)
from birlik.base.obligations.actions.correction_plan import Correction, foreseen
from birlik.base.obligations.actions.pass_on import pass_on
from birlik.base.obligations.actions.reorganise import reorganise
from birlik.base.obligations.engine.rates import Discipline, Rate, Score
from birlik.base.obligations.models import Draft, Duty, FormerDebtor, Obligation
from birlik.base.obligations.queries import scores_by, seen_by, wrong_obligations, wrong_reports
from birlik.base.obligations.queries.passing import orphaned
from birlik.base.obligations.rules import may_report
from birlik.base.obligations.tasks import effect_reorganisations, generate_all
from birlik.base.records.engine.draft import ExecutorDraft
from birlik.base.records.models import Act
from birlik.base.registry.actions import issue_key
from birlik.base.registry.models import (
    Appointment,
    Office,
    Reorganisation,
    Structure,
    Territory,
)
from birlik.base.registry.queries import actor_in, answering, appointments_of, key_of
from birlik.base.values.actor import Grant
from birlik.base.values.local_text import LocalText
from birlik.base.values.schedule import Schedule
from tests.base.obligations.drafts import AKIMATS, MINISTRY, charter, draft, measure, reading
from tests.base.obligations.reorganisation_world import (
    GROUND,
    SYSTEM,
    Row,
    at,
    body,
    by_engine,
    duties,
    expected,
    named,
    new,
    owe,
    plan,
    report,
    table,
)
from tests.base.obligations.reporting_world import person
from tests.domains.execution.offices import OFFICES, acting, settle

pytestmark = pytest.mark.django_db
AUTUMN, SPRING = date(2023, 9, 1), date(2024, 4, 1)
Measures = Mapping[str, Duty]


def mior(found: Measures) -> None:
    """In September 2023 the ministry of information became that of culture and information, and
    that of culture and sports was split between it and the new one of tourism and sports."""
    made = plan("rename", AUTUMN, named("MIOR"), successors=(new("MKI"),))
    reorganise(SYSTEM, None, at=at(AUTUMN), plan=made)
    heirs = (named("MKI").pk, new("MTS"))
    sport = ((found["5"].pk, 1), (found["4"].pk, 0))
    made = plan("split", AUTUMN, named("MKS"), successors=heirs, measures=sport)
    reorganise(SYSTEM, None, at=at(AUTUMN), plan=made)


def split(found: Measures) -> None:
    """A ministry is split in two; measures 2 to 4 are chosen for the second."""
    chosen = tuple((found[number].pk, 1) for number in ("2", "3", "4"))
    made = plan("split", SPRING, named("M"), successors=(new("X"), new("Y")), measures=chosen)
    reorganise(SYSTEM, None, at=at(SPRING), plan=made)


def abolished(_found: Measures) -> None:
    """A council is abolished without successor."""
    reorganise(SYSTEM, None, at=at(SPRING), plan=plan("abolish", SPRING, named("G")))


def merge(_found: Measures) -> None:
    """Who led and who contributed become one."""
    made = plan("merge", SPRING, named("L"), named("K"), successors=(new("N"),))
    reorganise(SYSTEM, None, at=at(SPRING), plan=made)


def chain(found: Measures) -> None:
    """A body is renamed in autumn, and split in spring; measure 2 goes to the second."""
    made = plan("rename", AUTUMN, named("A"), successors=(new("B"),))
    reorganise(SYSTEM, None, at=at(AUTUMN), plan=made)
    made = plan(
        "split", SPRING, named("B"), successors=(new("C"), new("D")),
        measures=((found["2"].pk, 1),),
    )  # fmt: skip
    reorganise(SYSTEM, None, at=at(SPRING), plan=made)


CASES: Mapping[
    str, tuple[Callable[[Measures], None], date, date, dict[str, int], dict[str, int]]
] = {
    "mior": (mior, AUTUMN, date(2024, 1, 1), {"MIOR": 50, "MKS": 25}, {"MKI": 50, "MTS": 0}),
    "split": (split, SPRING, date(2024, 7, 1), {"M": 33}, {"X": 50, "Y": 25}),
    "abolished": (abolished, SPRING, date(2024, 7, 1), {"G": 20}, {"G": 33}),
    "merge": (merge, SPRING, date(2024, 7, 1), {"L": 67, "K": 0}, {"N": 40}),
    "chain": (chain, SPRING, date(2024, 7, 1), {"A": 40}, {"C": 33, "D": 50}),
}
"""What happens, when it is recorded, when the rates are read, and the rates before and after."""


def enter(rows: list[Row], found: Measures) -> list[Obligation]:
    """The obligations of a case, nothing reported yet, contributions under their leads."""
    made: list[Obligation] = []
    for one in rows:
        debtor = named(one.debtor)
        made.append(owe(found[one.measure], debtor, one.fields["due_on"], role=one.fields["role"]))
    return made


def rates(on: date) -> dict[str, int | None]:
    """Name of a body → its on-time rate in per cent, by the database."""
    found = scores_by(Obligation.objects.all(), "debtor", on=on)
    return {str(name_of(key)): one.bound.rate.percent for key, one in found.items()}


def name_of(key: tuple[object, ...]) -> str:
    """The name of the body of a key."""
    return Obligation._meta.get_field("debtor").related_model.objects.get(pk=key[0]).name_kk


@pytest.mark.parametrize("case", CASES)
def test_rates_before_and_after_are_those_worked_by_hand(case: str) -> None:
    """Every obligation counts where the table says, before and after, by SQL and by the engine, the
    rates are those worked out above, and verification finds nothing wrong."""
    happen, recorded_on, on, before, after = CASES[case]
    rows, found = list(table(case)), duties()
    for name in {one.debtor: None for one in rows}:
        body(name)
    made = enter(rows, found)
    early = [pair for pair in zip(rows, made, strict=True) if first_of(pair[0]) < recorded_on]
    late = [pair for pair in zip(rows, made, strict=True) if first_of(pair[0]) >= recorded_on]
    for row, one in early:
        report(one, **row.fields)
    told_before(rows, made, late, on, before)
    happen(found)
    for row, one in late:
        if first_of(row) != date.max:
            report(one, **row.fields)
    counted = scores_by(Obligation.objects.all(), "debtor", on=on)
    assert counted == expected(one.after for one in rows)
    assert by_engine(on) == counted
    assert rates(on) == after
    assert list(wrong_obligations()) == []


def first_of(row: Row) -> date:
    """When a line was first reported on; the last day there is where it never was."""
    first = row.fields["first_submitted_on"]
    return first if isinstance(first, date) else date.max


def told_before(
    rows: list[Row],
    made: list[Obligation],
    late: list[tuple[Row, Obligation]],
    on: date,
    rates_before: dict[str, int],
) -> None:
    """Check the table had nothing happened: reports that come later are made and taken back."""
    for row, one in late:
        if first_of(row) != date.max:
            report(one, **row.fields)
    counted = scores_by(Obligation.objects.all(), "debtor", on=on)
    assert counted == expected(one.before for one in rows)
    assert by_engine(on) == counted
    assert rates(on) == rates_before
    for row, one in late:
        if first_of(row) != date.max:
            for submission in one.submissions.all():
                if hasattr(submission, "review"):
                    submission.review.delete()
                submission.delete()
            one.outcome, one.stage, one.first_submitted_on = "", "", None
            one.save()


PLAN_AT = datetime(2022, 1, 20, 6, tzinfo=UTC)
JETISU_DAY = date(2022, 6, 8)


@pytest.fixture
def oblasts() -> dict[str, Structure]:
    """The akimat of Almaty oblast, in its territory, and the territory of Jetisu."""
    charter()
    places = {
        name: Territory.objects.create(code=code, kind="oblast", name_kk=name)
        for name, code in (("Алматы облысы", "190000000"), ("Жетісу", "330000000"))
    }
    body("Абай", "akimat")
    return {
        "almaty": body("Алматы облысының әкімдігі", "akimat", territory=places["Алматы облысы"]),
        "jetisu": places["Жетісу"],
    }


def quarterly_plan() -> Act:
    """A plan of January 2022: akimats report each quarter; that of Almaty oblast besides."""
    lead = ExecutorDraft("Алматы облысының әкімдігі")
    quarter = Schedule("quarter")
    of_all, of_one = measure("1", quarter, AKIMATS), measure("2", quarter, lead)
    early = date(2022, 1, 10)
    made = adopt_act(
        SYSTEM,
        reading(draft(of_all, of_one, adopted_on=early)),
        at=PLAN_AT,
        controlled_from=early,
    )
    Act.objects.filter(pk=made.pk).update(last_year=2022)
    return made


def quarters(debtor: str, number: str) -> list[str]:
    """The quarters of 2022 for which a body owes something of a measure, now."""
    found = Obligation.objects.filter(debtor__name_kk=debtor, duty__provision__number=number)
    return list(
        found.filter(period__startswith="2022", outcome="").values_list("period", flat=True)
    )


def test_jetisu_is_separated_from_almaty_oblast(oblasts: dict[str, Structure]) -> None:
    """Before 08.06.2022 the akimat of Almaty oblast owes all quarters of both measures. On that day
    that of Jetisu is separated with measure 2: of the group measure Almaty owes on and Jetisu owes
    from II quarter on; of measure 2 what is open passes, and nothing is made for Almaty again.

    By hand, on 01.10.2022, had Almaty kept I quarter of both in time and nothing else:
    before 2 ÷ 6 = 33 %; after Almaty 2 ÷ 4 = 50 % (I of both, II and III of measure 1), Jetisu
    0 ÷ 4 (II and III of both).
    """
    quarterly_plan()
    old = "Алматы облысының әкімдігі"
    assert quarters(old, "1") == quarters(old, "2") == ["2022-Q1", "2022-Q2", "2022-Q3", "2022-Q4"]
    for one in Obligation.objects.filter(debtor__name_kk=old, period="2022-Q1"):
        day = date(2022, 3, 30)
        report(one, first_submitted_on=day, outcome="accepted", stage="")
    on = date(2022, 10, 1)
    only_almaty = Obligation.objects.filter(debtor__name_kk=old)
    assert scores_by(only_almaty, on=on)[()].bound.rate == Rate(2, 6)
    duty = Duty.objects.get(provision__number="2")
    akimat = new("Жетісу облысының әкімдігі", territory=oblasts["jetisu"].pk)
    made = plan(
        "separate", JETISU_DAY, oblasts["almaty"], successors=(akimat,), measures=((duty.pk, 0),)
    )
    reorganise(SYSTEM, None, at=at(date(2022, 6, 10)), plan=made)
    generate_all(at=at(date(2022, 6, 10)))
    young = "Жетісу облысының әкімдігі"
    assert quarters(old, "1") == ["2022-Q2", "2022-Q3", "2022-Q4"]
    assert quarters(young, "1") == quarters(young, "2") == ["2022-Q2", "2022-Q3", "2022-Q4"]
    assert quarters(old, "2") == []
    assert oblasts["almaty"].closed_on is None
    rates_of = scores_by(Obligation.objects.all(), "debtor", on=on)
    assert rates_of[(named(old).pk,)].bound.rate == Rate(2, 4)
    assert rates_of[(named(young).pk,)].bound.rate == Rate(0, 4)
    assert list(wrong_obligations()) == []


def test_secretaries_reach_what_their_territory_owes_now(oblasts: dict[str, Structure]) -> None:
    """The secretary of Almaty oblast reports on measure 2 before the separation, that of Jetisu
    after it, in the list as by the rule; nobody reaches what stayed with the other."""
    quarterly_plan()
    almaty = person(1, *secretary("190000000"))
    jetisu = person(2, *secretary("330000000"))
    duty = Duty.objects.get(provision__number="2")
    one = Obligation.objects.get(duty=duty, period="2022-Q2")
    before, after = at(date(2022, 6, 7)), at(date(2022, 6, 10))
    assert may_report(almaty, one, before)
    assert not may_report(jetisu, one, before)
    akimat = new("Жетісу облысының әкімдігі", territory=oblasts["jetisu"].pk)
    made = plan(
        "separate", JETISU_DAY, oblasts["almaty"], successors=(akimat,), measures=((duty.pk, 0),)
    )
    reorganise(SYSTEM, None, at=after, plan=made)
    one.refresh_from_db()
    assert may_report(jetisu, one, after)
    assert not may_report(almaty, one, after)
    seen = Obligation.objects.filter(seen_by(jetisu, on=date(2022, 6, 10)))
    assert set(seen.values_list("debtor__name_kk", flat=True)) == {"Жетісу облысының әкімдігі"}
    seen = Obligation.objects.filter(seen_by(almaty, on=date(2022, 6, 10)), duty=duty)
    assert not seen.filter(outcome="").exists()


def secretary(code: str) -> tuple[Grant, ...]:
    """The powers of a regional secretary."""
    powers = ("plans.read", "obligations.report")
    return tuple(Grant(power, territory_code=code) for power in powers)


def test_a_territory_reaches_what_bodies_in_it_took_over() -> None:
    """Where a body of another region takes over, the secretary of that region sees and reports on
    the debts that stand in the old row."""
    found = duties()
    places = [
        Territory.objects.create(code=f"{number}00000000", kind="oblast", name_kk=str(number))
        for number in (1, 2)
    ]
    old, young = (
        body(name, "akimat", territory=place) for name, place in zip("AB", places, strict=True)
    )
    one = owe(found["1"], old, date(2024, 6, 30))
    actor = person(1, *secretary("200000000"))
    assert not may_report(actor, one, at(SPRING))
    made = plan("merge", SPRING, old, successors=(young.pk,))
    reorganise(SYSTEM, None, at=at(SPRING), plan=made)
    one = Obligation.objects.get(pk=one.pk)
    assert may_report(actor, one, at(SPRING))
    assert Obligation.objects.filter(seen_by(actor, on=SPRING)).get() == one
    assert not Obligation.objects.filter(seen_by(actor, on=date(2024, 3, 31))).exists()


def test_the_assembly_is_succeeded_by_another_body() -> None:
    """A council of another kind takes over on the day: acts keep the name of the Assembly, what it
    still owes is reported on by the same person in the seat that goes on, with the key made before;
    a seat that does not go on gives no rights any more."""
    load_charter(SYSTEM, None, at=PLAN_AT, content=OFFICES.encode())
    found = duties()
    assembly = body("Қазақстан халқы Ассамблеясы", "assembly")
    one = owe(found["1"], assembly, date(2024, 6, 30))
    going, ending = settle("executor", assembly, name="a"), settle("executor", assembly, name="b")
    seat = Office.objects.get(appointments__person=going.person)
    _key, secret = issue_key(
        acting(going, at=at(date(2024, 2, 1))),
        Appointment.objects.get(person=going.person),
        at=at(date(2024, 2, 1)),
        kind="calendar",
    )
    council = new("Халық кеңесі", kind="council")
    made = plan("rename", SPRING, assembly, successors=(council,), offices=((seat.pk, 0),))
    reorganise(SYSTEM, None, at=at(SPRING), plan=made)
    heir = named("Халық кеңесі")
    assert (heir.kind, assembly_name()) == ("council", "Ассамблея")
    held = appointments_of(going, on=SPRING).get()
    assert (held.office.structure, held.office.kind, held.ground) == (heir, "executor", GROUND)
    one = Obligation.objects.get(pk=one.pk)
    assert may_report(actor_in(held, going, on=SPRING), one, at(SPRING))
    assert not appointments_of(ending, on=SPRING).exists()
    opened = key_of(secret, "calendar", at(SPRING))
    assert opened and opened[1].appointment_id == held.pk
    before = appointments_of(going, on=date(2024, 3, 31)).get()
    assert before.office.structure == assembly
    assert scores_by(Obligation.objects.all(), "debtor", on=date(2024, 7, 1)) == {
        (heir.pk,): Score(bound=Discipline(overdue=1))
    }


def assembly_name() -> str:
    """Who issued the act, as the act says."""
    return Act.objects.get().issuer.kk


def test_drafts_files_and_requests_go_with_the_obligation() -> None:
    """What one writes stays with an obligation that passes; of two that are joined the drafts
    become one text, and a waiting request for a later date is closed."""
    found = duties()
    old, other = body("M"), body("K")
    lead = owe(found["1"], old, date(2024, 6, 30))
    part = owe(found["1"], other, date(2024, 6, 20), role="contributor", lead=lead)
    alone = owe(found["2"], old, date(2024, 6, 30))
    save_draft(SYSTEM, lead, at=at(date(2024, 3, 1)), text_kk="бір", text_ru="")
    save_draft(SYSTEM, part, at=at(date(2024, 3, 2)), text_kk="екі", text_ru="два")
    save_draft(SYSTEM, alone, at=at(date(2024, 3, 2)), text_kk="жалғыз", text_ru="")
    make_remark(SYSTEM, part, at=at(date(2024, 3, 2)), text="сұрақ")
    ask_extension(
        SYSTEM, part, at=at(date(2024, 3, 2)), wanted_on=date(2024, 7, 20), reason="себеп"
    )
    made = plan("merge", SPRING, old, other, successors=(new("N"),))
    reorganise(SYSTEM, None, at=at(SPRING), plan=made)
    draft = Draft.objects.get(obligation=lead)
    assert (draft.text_kk, draft.text_ru) == ("бір\n\nекі", "два")
    assert Draft.objects.get(obligation=alone).text_kk == "жалғыз"
    part.refresh_from_db()
    assert (part.outcome, part.void_reason) == ("void", "joined")
    assert [one.text for one in lead.remarks.all()] == ["сұрақ"]
    assert part.extensions.get().granted is False
    assert [(one.obligation, one.structure) for one in FormerDebtor.objects.all()] == [
        (part, other)
    ]


def test_old_and_new_executors_and_the_journal() -> None:
    """The old executor reports before the split, the new one on what was chosen after it; reports
    and what is stored agree with the journal throughout."""
    found = duties()
    old = body("M")
    one, two = (owe(found[number], old, date(2024, 6, 30)) for number in "12")
    theirs = person(1, Grant("obligations.report", old.pk), Grant("plans.read", old.pk))
    submit_report(theirs, one, at=at(date(2024, 3, 1)), text_kk="Орындалды")
    made = plan(
        "split", SPRING, old, successors=(new("X"), new("Y")),
        measures=((found["1"].pk, 1), (found["2"].pk, 1)),
    )  # fmt: skip
    reorganise(SYSTEM, None, at=at(SPRING), plan=made)
    ours = person(2, Grant("obligations.report", named("Y").pk))
    main = person(3, Grant("obligations.report", named("X").pk))
    two.refresh_from_db()
    assert [bool(may_report(actor, two, at(SPRING))) for actor in (theirs, ours, main)] == [
        False, True, False,
    ]  # fmt: skip
    submit_report(ours, two, at=at(date(2024, 4, 5)), text_kk="Орындалды")
    first = Obligation.objects.get(pk=one.pk)
    waiting = first.submissions.get()
    day = at(date(2024, 4, 6))
    return_report(SYSTEM, first, at=day, submission=waiting.pk, reason="толықтыру")
    submit_report(ours, Obligation.objects.get(pk=one.pk), at=at(date(2024, 4, 7)), text_kk="Толық")
    assert list(wrong_obligations()) == list(wrong_reports()) == []


def test_what_is_announced_ahead_takes_effect_on_its_day() -> None:
    """A split announced in March for 1 April changes nobody's debts before; on the day the body
    ends by itself, and the first hour of the worker passes what was chosen, once."""
    found = duties()
    old = body("M")
    one = owe(found["1"], old, date(2024, 6, 30))
    made = plan(
        "split", SPRING, old, successors=(new("X"), new("Y")), measures=((found["1"].pk, 1),)
    )
    reorganise(SYSTEM, None, at=at(date(2024, 3, 10)), plan=made)
    assert effect_reorganisations(at=at(date(2024, 3, 31))) == 0
    one.refresh_from_db()
    assert one.debtor == old
    assert answering(Structure.objects.get(pk=old.pk), on=date(2024, 3, 31)) == (old.pk,)
    assert answering(Structure.objects.get(pk=old.pk), on=SPRING) == (old.pk, named("X").pk)
    assert effect_reorganisations(at=at(SPRING)) == 1
    one.refresh_from_db()
    assert one.debtor == named("Y")
    assert effect_reorganisations(at=at(SPRING)) == 0
    again = pass_on(SYSTEM, Reorganisation.objects.get(), at=at(SPRING))
    assert (again.moved, again.joined) == (0, 0)


def test_later_generation_and_corrections_respect_what_passed(ministry: Structure) -> None:
    """Of a yearly measure chosen for Y, the years made later are owed by Y; another measure goes on
    with the main successor. A correction that changes nothing of an occurrence keeps its row."""
    load_quarterly = (
        measure("1", Schedule("year"), MINISTRY),
        measure("2", Schedule("year"), MINISTRY),
    )
    act = adopt_act(SYSTEM, reading(draft(*load_quarterly)), at=at(date(2022, 9, 20)))
    heir = named("Мұрагер")
    duty = Duty.objects.get(provision__number="1")
    made = plan("split", SPRING, heir, successors=(new("X"), new("Y")), measures=((duty.pk, 1),))
    reorganise(SYSTEM, None, at=at(SPRING), plan=made)
    assert debtors("1", 2024) == ["Y"]
    assert debtors("2", 2024) == ["Мұрагер"]
    Act.objects.filter(pk=act.pk).update(open_ended=True)
    assert generate_all(at=at(date(2027, 5, 10))) == 4
    assert (debtors("1", 2027), debtors("2", 2027)) == (["Y"], ["X"])
    assert (debtors("1", 2028), debtors("2", 2028)) == (["Y"], ["X"])
    before = set(Obligation.objects.values_list("pk", flat=True))
    act.refresh_from_db()
    other = measure("1", Schedule("year"), MINISTRY)
    correction = Correction(replace(draft(other), language="kk"), {"1": LocalText("Жаңа атау")})
    seen = foreseen(act, correction).seen
    correct_act(SYSTEM, act, at=at(date(2027, 5, 11)), correction=correction, seen=seen)
    assert set(Obligation.objects.values_list("pk", flat=True)) == before
    assert list(wrong_obligations()) == []


def debtors(number: str, year: int) -> list[str]:
    """Who owes a measure in a year, whatever was voided left out."""
    found = Obligation.objects.filter(duty__provision__number=number, period=str(year))
    return list(found.exclude(outcome="void").values_list("debtor__name_kk", flat=True))


def test_what_is_nobodys_is_entrusted() -> None:
    """After an abolition the debts are listed as nobody's; entrusted to another body from 1 June,
    what fell due before the end and from that day on counts for it, what fell due in between for
    nobody."""
    found = duties()
    gone, other = body("G"), body("O")
    days = (date(2024, 3, 31), date(2024, 4, 30), date(2024, 6, 30))
    rows = [owe(found["1"], gone, day) for day in days]
    reorganise(SYSTEM, None, at=at(SPRING), plan=plan("abolish", SPRING, gone))
    on = date(2024, 7, 1)
    assert list(orphaned(on=SPRING)) == rows
    assert list(orphaned(on=date(2024, 3, 31))) == []
    june = date(2024, 6, 1)
    made = plan("entrust", june, gone, successors=(other.pk,), measures=((found["1"].pk, 0),))
    reorganise(SYSTEM, None, at=at(june), plan=made)
    assert list(orphaned(on=on)) == []
    assert scores_by(Obligation.objects.all(), "debtor", on=on) == {
        (other.pk,): Score(bound=Discipline(overdue=2))
    }
    assert by_engine(on) == {(other.pk,): Score(bound=Discipline(overdue=2))}


def test_joined_leads_give_their_contributions_and_drafts() -> None:
    """Of two leads of one occurrence the older stands: it gets the draft of the other, and what
    others contribute to that."""
    found = duties()
    one, two, third = body("A"), body("B"), body("C")
    stands, goes = (owe(found["1"], debtor, date(2024, 6, 30)) for debtor in (one, two))
    part = owe(found["1"], third, date(2024, 6, 20), role="contributor", lead=goes)
    save_draft(SYSTEM, goes, at=at(date(2024, 3, 1)), text_kk="бір", text_ru="")
    made = plan("merge", SPRING, one, two, successors=(new("N"),))
    reorganise(SYSTEM, None, at=at(SPRING), plan=made)
    part.refresh_from_db()
    assert part.lead == stands
    assert Draft.objects.get().obligation == stands
    assert Obligation.objects.get(pk=goes.pk).void_reason == "joined"


def test_what_the_successor_has_settled_stays_with_the_first_body() -> None:
    """Y has had its own report on the occurrence accepted: the other's, though chosen, stays in the
    old row; the next one is joined with that of Y."""
    found = duties()
    old, young = body("M"), body("Y")
    first, second = (owe(found["1"], old, day) for day in (date(2024, 6, 30), date(2024, 9, 30)))
    settled, own = (owe(found["1"], young, day) for day in (date(2024, 6, 30), date(2024, 9, 30)))
    report(settled, first_submitted_on=date(2024, 3, 1), outcome="accepted", stage="")
    made = plan("separate", SPRING, old, successors=(young.pk,), measures=((found["1"].pk, 0),))
    reorganise(SYSTEM, None, at=at(SPRING), plan=made)
    first.refresh_from_db()
    second.refresh_from_db()
    own.refresh_from_db()
    assert (first.debtor, first.outcome) == (old, "")
    assert {second.void_reason, own.void_reason} == {"joined", ""}
    assert Obligation.objects.filter(debtor=young, outcome="").count() == 1
    assert list(wrong_obligations()) == []
