"""What a reorganisation refuses, in words, and when one can be taken back."""

from datetime import date

import pytest

from birlik.base.journal.models import Entry
from birlik.base.obligations.actions import save_draft
from birlik.base.obligations.actions.pass_on import pass_on
from birlik.base.obligations.actions.reorganise import (
    foresee_reorganisation,
    reorganise,
    undo_reorganisation,
)
from birlik.base.obligations.models import FormerDebtor, Obligation, Passage
from birlik.base.obligations.queries import wrong_obligations
from birlik.base.registry import refusals
from birlik.base.registry.actions.reorganise import (
    NewBody,
    record_reorganisation,
    unrecord_reorganisation,
)
from birlik.base.registry.models import (
    Appointment,
    Office,
    Person,
    Reorganisation,
    Structure,
    Succession,
)
from birlik.base.registry.rules import NO_REGISTRY
from birlik.base.values.local_text import LocalText
from birlik.base.values.refused import RefusedError
from tests.base.obligations.reorganisation_world import SYSTEM, at, body, duties, new, owe, plan
from tests.base.obligations.reporting_world import person

pytestmark = pytest.mark.django_db
DAY = date(2024, 4, 1)
LATER, EARLIER = date(2024, 6, 1), date(2024, 2, 1)


def state() -> list[object]:
    """All that a reorganisation writes."""
    kinds = (Structure, Succession, Reorganisation, Office, Appointment, Passage, FormerDebtor)
    rows = [list(kind.objects.order_by("pk").values()) for kind in (*kinds, Obligation)]
    return [*rows, Entry.objects.count()]


def case(name: str) -> dict[str, object]:
    """A plan that cannot be, for each reason."""
    one, two = body("A"), body("B")
    young = body("C", founded_on=LATER)
    gone = body("D", closed_on=EARLIER)
    by_name = {
        "ground": {"kind": "abolish", "olds": [one], "ground": " "},
        "one_body": {"kind": "rename", "olds": [one, two], "successors": (new("N"),)},
        "several_bodies": {"kind": "merge", "olds": [one], "successors": (new("N"),)},
        "no_body": {"kind": "merge", "olds": [], "successors": (new("N"),)},
        "one_successor": {"kind": "rename", "olds": [one], "successors": ()},
        "too_many": {"kind": "rename", "olds": [one], "successors": (new("N"), new("O"))},
        "several_successors": {"kind": "split", "olds": [one], "successors": (new("N"),)},
        "no_successor": {"kind": "abolish", "olds": [one], "successors": (new("N"),)},
        "same": {"kind": "merge", "olds": [one, two], "successors": (one.pk,)},
        "twice": {"kind": "split", "olds": [one], "successors": (two.pk, two.pk)},
        "unknown": {"kind": "merge", "olds": [one], "successors": (999_999,)},
        "unborn_heir": {"kind": "merge", "olds": [one], "successors": (young.pk,)},
        "dead_heir": {"kind": "merge", "olds": [one], "successors": (gone.pk,)},
        "unborn": {"kind": "abolish", "olds": [young]},
        "ends": {"kind": "abolish", "olds": [gone]},
        "nameless": {"kind": "rename", "olds": [one], "successors": (NewBody(LocalText("Н")),)},
        "not_abandoned": {"kind": "entrust", "olds": [one], "successors": (two.pk,)},
        "foreign_seat": {
            "kind": "rename",
            "olds": [one],
            "successors": (new("N"),),
            "offices": ((Office.objects.create(structure=two, kind="x").pk, 0),),
        },
        "foreign_measure": {
            "kind": "split",
            "olds": [one],
            "successors": (new("N"), new("O")),
            "measures": ((duties(1)["1"].pk, 1),),
        },
    }
    return by_name[name]


REASONS = {
    "ground": refusals.GROUND_NEEDED,
    "one_body": refusals.ONE_BODY,
    "several_bodies": refusals.SEVERAL_BODIES,
    "no_body": refusals.SEVERAL_BODIES,
    "one_successor": refusals.ONE_SUCCESSOR,
    "too_many": refusals.ONE_SUCCESSOR,
    "several_successors": refusals.SEVERAL_SUCCESSORS,
    "no_successor": refusals.NO_SUCCESSOR,
    "same": refusals.SAME_BODY,
    "twice": refusals.SAME_BODY,
    "unknown": refusals.NOT_THERE,
    "unborn_heir": refusals.NOT_THERE,
    "dead_heir": refusals.NOT_THERE,
    "unborn": refusals.NOT_THERE,
    "ends": refusals.ENDS_ALREADY,
    "nameless": refusals.NAME_NEEDED,
    "not_abandoned": refusals.NOT_ABANDONED,
    "foreign_seat": refusals.NOT_OF_THESE,
    "foreign_measure": refusals.NOT_OF_THESE,
}


@pytest.mark.parametrize("name", REASONS)
def test_a_plan_that_cannot_be_is_refused_in_words(name: str) -> None:
    """Each has its reason in three languages, and nothing is written."""
    fields = case(name)
    olds = fields.pop("olds")
    kind = fields.pop("kind")
    before = state()
    with pytest.raises(RefusedError) as refused:
        made = plan(kind, DAY, *olds, **fields)
        reorganise(SYSTEM, None, at=at(DAY), plan=made)
    assert refused.value.reason == REASONS[name]
    assert refused.value.reason.missing() == ()
    assert state() == before


def test_a_circle_is_refused() -> None:
    """B is to become A in June; A cannot become B in April, or nobody would be left."""
    one, two = body("A"), body("B")
    Structure.objects.filter(pk=two.pk).update(closed_on=LATER, successor=one)
    with pytest.raises(RefusedError) as refused:
        made = plan("merge", DAY, one, successors=(two.pk,))
        reorganise(SYSTEM, None, at=at(DAY), plan=made)
    assert refused.value.reason == refusals.CIRCLE


def test_reorganisations_are_entered_in_their_order() -> None:
    """What was separated in June is not renamed in April afterwards."""
    one = body("A")
    made = plan("separate", LATER, one, successors=(new("B"),))
    reorganise(SYSTEM, None, at=at(DAY), plan=made)
    with pytest.raises(RefusedError) as refused:
        renamed = plan("rename", DAY, one, successors=(new("N"),))
        reorganise(SYSTEM, None, at=at(DAY), plan=renamed)
    assert refused.value.reason == refusals.LATER_KNOWN


def test_only_who_keeps_the_registry_reorganises() -> None:
    """Everybody else is refused each of the actions, and nothing happens."""
    one = body("A")
    stranger, wish = person(9), plan("abolish", DAY, one)
    made = Reorganisation.objects.create(kind="abolish", on=DAY, ground="x", at=at(DAY))
    calls = (
        lambda: reorganise(stranger, None, at=at(DAY), plan=wish),
        lambda: record_reorganisation(stranger, None, at=at(DAY), plan=wish),
        lambda: pass_on(stranger, made, at=at(DAY)),
        lambda: undo_reorganisation(stranger, made, at=at(DAY)),
        lambda: unrecord_reorganisation(stranger, made, at=at(DAY)),
    )
    before = state()
    for call in calls:
        with pytest.raises(RefusedError) as refused:
            call()
        assert refused.value.reason == NO_REGISTRY
    assert state() == before


def world() -> tuple[Structure, Structure, tuple[tuple[int, int], ...]]:
    """Two ministries that owe the same measure, the first another besides, with somebody in a seat
    of it, a substitute, and somebody who is to follow."""
    found = duties()
    one, two = body("A"), body("B")
    for number, debtor in (("1", one), ("2", one), ("2", two)):
        owe(found[number], debtor, date(2024, 6, 30))
        owe(found[number], debtor, date(2024, 3, 31))
    seat = Office.objects.create(structure=one, kind="executor", name_kk="Орындаушы")
    people = [Person.objects.create(full_name=str(number)) for number in range(3)]
    holder = Appointment.objects.create(
        person=people[0], office=seat, valid_from=EARLIER, valid_until=date(2025, 1, 1), ground="x"
    )
    Appointment.objects.create(
        person=people[1], office=seat, valid_from=date(2024, 3, 20), valid_until=LATER,
        acting=True, stands_for=holder, ground="x",
    )  # fmt: skip
    Appointment.objects.create(
        person=people[2], office=seat, valid_from=date(2025, 1, 1), ground="x"
    )
    Office.objects.create(structure=one, kind="executor", name_kk="Бос")
    seats = tuple((pk, 0) for pk in Office.objects.order_by("pk").values_list("pk", flat=True))
    return one, two, seats


KINDS = ("rename", "merge", "split", "separate", "abolish")


@pytest.mark.parametrize("kind", KINDS)
def test_a_wrong_reorganisation_is_taken_back_whole(kind: str) -> None:
    """Taken back at once, everything is as it was before, but for the journal."""
    one, two, seats = world()
    olds = [one, two] if kind == "merge" else [one]
    heirs = {"abolish": (), "split": (two.pk, new("Y"))}.get(kind, (new("X"),))
    chosen = Obligation.objects.filter(duty__provision__number="1").values_list("duty", flat=True)
    place = 1 if kind == "split" else 0
    measures = ((chosen[0], place),) if kind in {"split", "separate"} else ()
    before = state()[:-1]
    wish = plan(
        kind, DAY, *olds, successors=heirs, measures=measures,
        offices=() if kind == "abolish" else seats,
    )  # fmt: skip
    made = reorganise(SYSTEM, None, at=at(DAY), plan=wish)
    assert state()[:-1] != before
    assert list(wrong_obligations()) == []
    undo_reorganisation(SYSTEM, made, at=at(DAY))
    assert state()[:-1] == before


def test_seats_go_on_with_their_holders_and_substitutes() -> None:
    """In a part that is separated the holder leaves the seat on the day; the substitute stands for
    the same person in the new seat; who was to begin later begins there; a vacant seat stays."""
    one, _two, seats = world()
    wish = plan("separate", DAY, one, successors=(new("X"),), offices=seats)
    reorganise(SYSTEM, None, at=at(DAY), plan=wish)
    young = Structure.objects.get(name_kk="X")
    seat = Office.objects.get(structure=young)
    rows = seat.appointments.order_by("person__full_name")
    assert [
        (row.person.full_name, row.valid_from, row.valid_until, row.acting) for row in rows
    ] == [
        ("0", DAY, date(2025, 1, 1), False),
        ("1", DAY, LATER, True),
        ("2", date(2025, 1, 1), None, False),
    ]
    assert rows[1].stands_for == rows[0]
    left = Appointment.objects.filter(office__structure=one)
    assert {row.valid_until for row in left} == {DAY}


def test_what_hangs_on_a_reorganisation_keeps_it() -> None:
    """A draft written by the successor, a later reorganisation, or somebody appointed in the new
    body: then it is not taken back, and everything stays."""
    one, _two, _seats = world()
    chosen = Obligation.objects.filter(duty__provision__number="1")[0]
    wish = plan("split", DAY, one, successors=(new("X"), new("Y")), measures=((chosen.duty_id, 1),))
    made = reorganise(SYSTEM, None, at=at(DAY), plan=wish)
    save_draft(SYSTEM, chosen, at=at(LATER), text_kk="бір", text_ru="")
    refused_to_undo(made)
    chosen.draft.delete()
    young = Structure.objects.get(name_kk="Y")
    seat = Office.objects.create(structure=young, kind="executor")
    refused_to_undo(made)
    seat.delete()
    later = plan("rename", LATER, young, successors=(new("Z"),))
    next_one = reorganise(SYSTEM, None, at=at(LATER), plan=later)
    refused_to_undo(made)
    undo_reorganisation(SYSTEM, next_one, at=at(LATER))
    undo_reorganisation(SYSTEM, made, at=at(LATER))
    assert not Reorganisation.objects.exists()


def test_joined_writings_keep_a_reorganisation() -> None:
    """Where of two that were joined one has a draft, nobody can tell whose it was: it stays."""
    one, two, _seats = world()
    owed = Obligation.objects.filter(
        duty__provision__number="2", debtor=one, due_on=date(2024, 6, 30)
    )
    save_draft(SYSTEM, owed.get(), at=at(EARLIER), text_kk="бір", text_ru="")
    wish = plan("merge", DAY, one, two, successors=(new("N"),))
    refused_to_undo(reorganise(SYSTEM, None, at=at(DAY), plan=wish))


def refused_to_undo(made: Reorganisation) -> None:
    """Try to take a reorganisation back; it is refused, and everything stays."""
    before = state()
    with pytest.raises(RefusedError) as refused:
        undo_reorganisation(SYSTEM, made, at=at(LATER))
    assert refused.value.reason == refusals.HANGS
    assert state() == before


def test_a_preview_writes_nothing() -> None:
    """What a split would do is counted: of four open obligations of A two pass to Y, as chosen, two
    by themselves; nothing is written, not even in the journal."""
    one, _two, seats = world()
    chosen = Obligation.objects.filter(duty__provision__number="1")[0]
    before = state()
    found = foresee_reorganisation(
        SYSTEM,
        plan(
            "split", DAY, one, successors=(new("X"), new("Y")),
            measures=((chosen.duty_id, 1),), offices=seats[:1],
        ),
        at=at(EARLIER),
    )  # fmt: skip
    assert [(name.kk, count) for name, count in found.moved] == [("Y", 2)]
    assert (found.by_itself, found.joined, found.people) == (2, 0, 2)
    assert state() == before


def test_the_preview_of_a_merger_counts_what_is_joined() -> None:
    """A and B both owe measure 2 by 30.06.2024: one of the two is joined, what fell due before the
    merger stays apart."""
    one, two, _seats = world()
    wish = plan("merge", DAY, one, two, successors=(new("N"),))
    found = foresee_reorganisation(SYSTEM, wish, at=at(EARLIER))
    assert (found.moved, found.joined, found.by_itself) == ((), 1, 5)
