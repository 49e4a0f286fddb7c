"""Two entries of one become one, and two again while nothing new hangs on the one."""

from datetime import date
from itertools import count

import pytest

from birlik.base.journal.models import Entry
from birlik.base.journal.queries import first_wrong_entry
from birlik.base.obligations.models import Duty, Obligation
from birlik.base.obligations.queries import wrong_obligations, wrong_reports
from birlik.base.records.models import Act, Provision
from birlik.base.registry.actions import open_account
from birlik.base.registry.actions.merging import merge_people, merge_structures, unmerge
from birlik.base.registry.actions.people import enter_person
from birlik.base.registry.actions.personal_erasure import erase_person
from birlik.base.registry.engine.people import PersonRow
from birlik.base.registry.models import (
    AccessKey,
    Account,
    AccreditedTerm,
    Affiliation,
    Appointment,
    Consent,
    Enrolment,
    Likeness,
    Merge,
    Office,
    Person,
    PersonalRecord,
    Reorganisation,
    Structure,
    Succession,
)
from birlik.base.registry.queries import existing_on, named_structures
from birlik.base.registry.queries.merging import pointers
from birlik.base.registry.queries.personal_whole import erasure_of
from birlik.base.registry.refusals import duplicates as refusals
from birlik.base.registry.rules.cards import KEEP
from birlik.base.registry.rules.duplicates import may_judge_likeness, may_merge, may_unmerge
from birlik.base.values.actor import Actor, Grant
from birlik.base.values.refused import RefusedError
from tests.base.registry.world import (
    ABAI,
    AT,
    SYSTEM,
    TODAY,
    World,
    body,
    enrolled,
    iin_of,
    seat,
    world,
)

pytestmark = pytest.mark.django_db
NUMBERS = count(1)


@pytest.fixture
def around() -> World:
    """The register of the tests."""
    return world()


def twin_of(one: Structure, name: str = "Абай бірлестіги") -> Structure:
    """A second entry of a body."""
    return body(one.kind, name, "", one.territory)


def merged(kept: Structure, dropped: Structure, *taken: str, by: Actor = SYSTEM) -> Merge:
    """Two bodies merged."""
    return merge_structures(by, kept, at=AT, dropped=dropped, taken=taken)


def joined(kept: Person, dropped: Person, *taken: str, by: Actor = SYSTEM) -> Merge:
    """Two people merged."""
    return merge_people(by, kept, at=AT, dropped=dropped, taken=taken)


def refused(reason: object) -> pytest.RaisesExc[RefusedError]:
    """A refusal with this reason."""
    return pytest.RaisesExc(RefusedError, check=lambda one: one.reason == reason)


def second(one: Person, **fields: str) -> Person:
    """A second entry of a person."""
    row = PersonRow(one.full_name, territory=ABAI, **fields)
    return enter_person(SYSTEM, None, at=AT, row=row)


def owing(debtor: Structure, measure: Provision | None = None) -> Obligation:
    """Something that a body owes by the end of the year."""
    first, last = date(2026, 1, 1), date(2026, 12, 31)
    if measure is None:
        act = Act.objects.create(
            kind="plan", number=f"M-{next(NUMBERS)}", title_kk="Жоспар", adopted_on=first,
            in_force_from=first, first_year=2026, last_year=2026, controlled_from=first,
            confirmed_at=AT,
        )  # fmt: skip
        measure = Provision.objects.create(
            act=act, kind="measure", path="measure/1", number="1", position=1
        )
    duty, _made = Duty.objects.get_or_create(
        provision=measure, defaults={"schedule": {"per": "year"}}
    )
    return Obligation.objects.create(
        act=measure.act, duty=duty, debtor=debtor, period="2026", period_first=first,
        period_last=last, nominal_on=last, due_on=last, role="lead",
    )  # fmt: skip


def test_whatever_points_at_a_body_follows(around: World) -> None:
    """Parts, residents, terms, places in registers, representatives and proposals of the dropped
    entry are the kept one's, which takes over the fields that were chosen; the dropped one is no
    body any more."""
    kept = around.abai.association
    dropped = twin_of(kept)
    Structure.objects.filter(pk=dropped.pk).update(phone="+7 700", email="a@b.kz", bin="x" * 12)
    part = body("public_association", "Филиал", "", kept.territory)
    Structure.objects.filter(pk=part.pk).update(parent=dropped, house=dropped)
    term = AccreditedTerm.objects.create(structure=dropped, valid_from=TODAY, ground="хаттама")
    place = enrolled(around.abai.person, "mediators", structure=dropped)
    one = merged(kept, dropped, "phone", "bin")
    for row in (part, term, place, kept, dropped):
        row.refresh_from_db()
    assert (part.parent, part.house, term.structure, place.structure) == (kept,) * 4
    assert (kept.phone, kept.email, kept.bin) == ("+7 700", "", "x" * 12)
    assert dropped.duplicate_of == kept
    assert not Structure.objects.filter(existing_on(TODAY), pk=dropped.pk).exists()
    assert named_structures()["абай бірлестіги"] == kept
    assert one.by is None
    entry = Entry.objects.get(action="structures.merged")
    assert entry.subject == str(kept.pk)
    assert "+7" not in entry.text


def test_a_merge_taken_back_leaves_everything_as_it_was(around: World) -> None:
    """Fields, parts, seats and the number of a body are whose they were."""
    kept = around.abai.association
    dropped = twin_of(kept)
    Structure.objects.filter(pk=dropped.pk).update(bin="1" * 12, founded_on=date(1999, 1, 1))
    seat(around.abai.villager, dropped, "association_head", since=date(2024, 1, 1))
    seat(around.abai.villager, dropped, "secretary", since=date(2024, 1, 1))
    tables = (Structure, Office, Appointment)
    before = [list(table.objects.order_by("pk").values()) for table in tables]
    one = merged(kept, dropped, "bin", "founded_on", "name_ru")
    held = Appointment.objects.filter(person=around.abai.villager)
    assert {each.office.structure for each in held} == {kept}
    assert Office.objects.filter(structure=kept).count() == 2
    one.refresh_from_db()
    unmerge(SYSTEM, one, at=AT)
    assert [list(table.objects.order_by("pk").values()) for table in tables] == before
    one.refresh_from_db()
    assert one.undone_at == AT
    with refused(refusals.MERGE_UNDONE):
        unmerge(SYSTEM, one, at=AT)
    merged(kept, dropped)


def test_what_a_body_owes_is_owed_by_the_kept_one(around: World) -> None:
    """Obligations move, and the record still holds as `birlik verify` checks it."""
    kept = around.abai.association
    dropped = twin_of(kept)
    owed = owing(dropped)
    merged(kept, dropped, by=around.actor("keeper"))
    owed.refresh_from_db()
    assert owed.debtor == kept
    assert first_wrong_entry() is None
    assert not list(wrong_obligations())
    assert not list(wrong_reports())


def test_two_that_owe_the_same_are_not_merged(around: World) -> None:
    """Where both owe one occurrence nobody can say which of the two counts; nothing is changed."""
    kept = around.abai.association
    dropped = twin_of(kept)
    owed = owing(kept)
    owing(dropped, owed.duty.provision)
    with refused(refusals.STAND_TOGETHER):
        merged(kept, dropped)
    dropped.refresh_from_db()
    assert dropped.duplicate_of is None


def test_papers_are_passed_on_by_the_keeper_alone(around: World) -> None:
    """A region's secretary does not move obligations to another entry; nor does anybody to a body
    that did not exist then."""
    kept = around.abai.association
    dropped = twin_of(kept)
    owing(dropped)
    with refused(refusals.PAPERS_ARE_CENTRAL):
        merged(kept, dropped, by=around.secretary(around.abai))
    Structure.objects.filter(pk=kept.pk).update(founded_on=date(2026, 6, 1))
    with refused(refusals.NOT_THERE_THEN):
        merged(kept, dropped)
    merged(kept, dropped, "founded_on")


def test_bodies_that_are_two_stay_two(around: World) -> None:
    """Other numbers, a reorganisation, a part of the other, the same entry, one merged already:
    each is refused with its reason."""
    kept, dropped = around.abai.association, twin_of(around.abai.association)
    with refused(refusals.SAME_ENTRY):
        merged(kept, kept)
    Structure.objects.filter(pk=kept.pk).update(bin="1" * 12)
    Structure.objects.filter(pk=dropped.pk).update(bin="2" * 12)
    with refused(refusals.TWO_BINS):
        merged(kept, dropped)
    Structure.objects.filter(pk=dropped.pk).update(bin="", parent=kept)
    with refused(refusals.ONE_WITHIN_OTHER):
        merged(kept, dropped)
    Structure.objects.filter(pk=dropped.pk).update(parent=None)
    made = Reorganisation.objects.create(kind="rename", on=TODAY, ground="x", at=AT)
    step = Succession.objects.create(reorganisation=made, predecessor=dropped)
    with refused(refusals.REORGANISED):
        merged(kept, dropped)
    step.delete()
    third = twin_of(kept)
    merged(kept, dropped)
    with refused(refusals.ALREADY_MERGED):
        merged(third, dropped)


def test_a_circle_of_parents_ends() -> None:
    """Bodies that lie in each other, by some old mistake, are still compared."""
    around = world()
    kept, above = around.abai.association, around.abai.assembly
    Structure.objects.filter(pk=kept.pk).update(parent=above)
    Structure.objects.filter(pk=above.pk).update(parent=kept)
    merged(kept, twin_of(kept))


def test_a_merge_is_for_who_keeps_both(around: World) -> None:
    """A pair across two regions, and bodies of the state, are the central keeper's."""
    kept, abroad = around.abai.association, around.akmola.association
    secretary = around.secretary(around.abai)
    with refused(refusals.NOT_YOUR_PAIR):
        merged(kept, abroad, by=secretary)
    with refused(refusals.NOT_YOUR_PAIR):
        merged(abroad, kept, by=secretary)
    one = merged(kept, twin_of(kept), by=secretary)
    assert one.by_id == secretary.appointment_id
    akimat = body("akimat", "Әкімдік", "", kept.territory)
    with pytest.raises(RefusedError):
        merged(akimat, body("akimat", "Әкімдiк", "", kept.territory), by=secretary)
    with refused(refusals.NOT_YOUR_PAIR):
        unmerge(around.secretary(around.akmola), one, at=AT)
    unmerge(secretary, one, at=AT)


def test_a_merge_is_not_taken_back_once_something_new_hangs_on_it(around: World) -> None:
    """A new part, another merge, a changed card: each keeps the merge as it is."""
    kept, dropped = around.abai.association, twin_of(around.abai.association)
    Structure.objects.filter(pk=dropped.pk).update(phone="1")
    one = merged(kept, dropped, "phone")
    Structure.objects.filter(pk=kept.pk).update(phone="2")
    with refused(refusals.CARD_CHANGED):
        unmerge(SYSTEM, one, at=AT)
    Structure.objects.filter(pk=kept.pk).update(phone="1")
    term = AccreditedTerm.objects.create(structure=kept, valid_from=TODAY, ground="х")
    with refused(refusals.NEW_HANGS):
        unmerge(SYSTEM, one, at=AT)
    term.delete()
    third = twin_of(kept, "Үшінші")
    other = merged(third, Structure.objects.get(pk=kept.pk))
    with refused(refusals.MERGED_FURTHER):
        unmerge(SYSTEM, one, at=AT)
    unmerge(SYSTEM, other, at=AT)
    unmerge(SYSTEM, one, at=AT)


def test_whatever_points_at_a_person_follows(around: World) -> None:
    """Offices, places in registers, consents and the account of the dropped entry are the kept
    person's, who is given what the own record lacks of what is kept apart; no value is told."""
    kept = around.abai.villager
    dropped = second(kept, email="only@restricted.example")
    held = seat(dropped, around.abai.house, "secretary", since=date(2024, 1, 1))
    place = enrolled(dropped, "mediators", territory=around.abai.territory)
    consent = Consent.objects.create(person=dropped, purpose="x", given_on=TODAY)
    account = Account.objects.create(person=dropped, email="v@x.kz", password="!")
    one = joined(kept, dropped, "languages", by=around.actor("keeper"))
    for row in (held, place, consent, account):
        row.refresh_from_db()
        assert row.person == kept
    record = PersonalRecord.objects.get(person=kept)
    assert record.email == "only@restricted.example"
    assert record.phone == "+7701MARK1"
    assert "restricted" not in str(one.kept)
    assert "restricted" not in Entry.objects.get(action="people.merged").text
    unmerge(SYSTEM, Merge.objects.get(), at=AT)
    assert PersonalRecord.objects.get(person=dropped).email == "only@restricted.example"
    assert PersonalRecord.objects.get(person=kept).email == ""
    assert Account.objects.get(email="v@x.kz").person == dropped


def test_a_record_alone_goes_over_whole(around: World) -> None:
    """Who has nothing kept apart takes over the other's record, number and all, and gives it
    back."""
    kept = around.official
    PersonalRecord.objects.filter(person=kept).delete()
    dropped = around.abai.villager
    one = joined(kept, dropped)
    assert PersonalRecord.objects.get(person=kept).iin_digest
    unmerge(SYSTEM, Merge.objects.get(pk=one.pk), at=AT)
    assert PersonalRecord.objects.get(person=dropped).iin_digest


def test_the_same_seat_is_held_once(around: World) -> None:
    """What both entries say of one seat or register at one time stands once afterwards, and twice
    again when the merge is taken back; what hangs on it is not lost."""
    kept = around.abai.person
    dropped = second(kept)
    twice = seat(dropped, around.abai.association, "association_head", since=date(2024, 5, 1))
    earlier = seat(
        dropped, around.abai.association, "association_head",
        since=date(2020, 1, 1), until=date(2021, 1, 1),
    )  # fmt: skip
    enrolled(kept, "mediators", since=date(2024, 1, 1))
    enrolled(dropped, "mediators", since=date(2025, 1, 1))
    one = joined(kept, dropped)
    assert set(Appointment.objects.filter(person=kept).values_list("pk", flat=True)) >= {earlier.pk}
    assert not Appointment.objects.filter(pk=twice.pk).exists()
    assert Enrolment.objects.filter(person=kept).count() == 1
    unmerge(SYSTEM, Merge.objects.get(pk=one.pk), at=AT)
    assert Appointment.objects.get(pk=twice.pk).person == dropped
    assert Enrolment.objects.filter(person=dropped).count() == 1
    account = open_account(SYSTEM, None, at=AT, full_name="x", email="k@x.kz", password_hash="!")
    AccessKey.objects.create(kind="api", account=account, appointment=twice, digest="d", made_at=AT)
    with refused(refusals.STAND_TOGETHER):
        joined(kept, dropped)


def test_people_who_are_two_stay_two(around: World) -> None:
    """Two numbers, two accounts, two declarations, an account without the keeper: each is refused
    with its reason."""
    kept = around.abai.person
    dropped = second(kept, iin=iin_of("83051530100"))
    with refused(refusals.TWO_NUMBERS):
        joined(kept, dropped)
    PersonalRecord.objects.filter(person=dropped).update(iin_digest="", iin_sealed="")
    Account.objects.create(person=kept, email="k@x.kz", password="!")
    with refused(refusals.ACCOUNT_IS_CENTRAL):
        joined(kept, dropped, by=around.secretary(around.abai))
    own = Account.objects.create(person=dropped, email="d@x.kz", password="!")
    with refused(refusals.TWO_ACCOUNTS):
        joined(kept, dropped)
    own.delete()
    for one in (kept, dropped):
        consent = Consent.objects.create(person=one, purpose="x", given_on=TODAY)
        Affiliation.objects.create(person=one, words_sealed="x", declared_on=TODAY, consent=consent)
    with refused(refusals.TWO_DECLARATIONS):
        joined(kept, dropped)


def test_a_merge_of_an_erased_person_stays(around: World) -> None:
    """Once the person's data are erased nothing is left to take back, and nobody keeps them."""
    kept = around.abai.villager
    one = joined(kept, second(kept))
    kept.refresh_from_db()
    erase_person(SYSTEM, kept, at=AT, asked_on=TODAY, seen=erasure_of(kept).seen)
    with refused(refusals.NOT_YOUR_PAIR):
        unmerge(SYSTEM, Merge.objects.get(pk=one.pk), at=AT)
    with refused(refusals.NOT_YOUR_PAIR):
        joined(around.official, kept)


def test_the_pair_is_no_longer_shown(around: World) -> None:
    """Whatever was found alike with the dropped entry goes with the merge."""
    kept, dropped = sorted(
        (around.abai.association, twin_of(around.abai.association)), key=lambda one: one.pk
    )
    Likeness.objects.create(first_structure=kept, second_structure=dropped, score=95, found_at=AT)
    merged(kept, dropped)
    assert not Likeness.objects.exists()


def test_every_column_that_points_at_a_body_is_known() -> None:
    """Columns of every module are found, so that none is forgotten when one is added."""
    found = {(model._meta.label, name) for model, name in pointers(Structure)}
    assert {
        ("obligations.Obligation", "debtor"),
        ("letters.Letter", "correspondent"),
        ("execution.Sheet", "structure"),
        ("drafting.Agreement", "structure"),
        ("registry.Office", "structure"),
        ("registry.Structure", "parent"),
    } <= found


def test_a_rule_without_subject_says_whether_one_may_at_all() -> None:
    """Who keeps no card merges nothing."""
    keeper = Actor(1, 1, "x", frozenset({Grant(KEEP, territory_code=ABAI)}))
    for rule in (may_merge, may_unmerge, may_judge_likeness):
        assert rule(keeper, None, AT)
        assert rule(Actor(1, 1, "x"), None, AT).reason == refusals.NO_DUPLICATES
