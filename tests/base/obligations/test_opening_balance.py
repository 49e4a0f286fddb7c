"""An office's own record of control is taken over: what changes, what does not, what is noted."""

import json
from datetime import date

import pytest

from birlik.base.journal.models import Entry
from birlik.base.obligations.actions import take_over_records
from birlik.base.obligations.engine.opening import Balance
from birlik.base.obligations.engine.rates import Discipline, Score
from birlik.base.obligations.models import Extension, Obligation, PastRecord, Submission
from birlik.base.obligations.queries import scores_by, with_state, wrong_obligations
from birlik.base.obligations.queries.opening import (
    YearOfRecords,
    past_record_of,
    unrecorded_of,
    years_of_records,
)
from birlik.base.obligations.refusals.opening import NO_TAKING_OVER
from birlik.base.values.clock import day_of
from birlik.base.values.refused import RefusedError
from tests.base.obligations.opening_world import (
    AT,
    COORDINATOR,
    STRANGER,
    Past,
    document,
    past,
    rows,
)

pytestmark = pytest.mark.django_db
ON = day_of(AT)
DONE = ("1", "2023-H1", None, None, "иә", "12-3/45", "03.07.2023")
LATE = ("8.1", "2023", None, "Абай әкімдігі", "иә", "7", "10.01.2024")
NOT_DONE = ("1", "2023-H2", None, None, "жоқ", None, None)


@pytest.fixture
def world() -> Past:
    """The plan that was controlled elsewhere."""
    return past()


def take(world: Past, *lines: tuple[object, ...], content: bytes = b"x") -> Balance:
    """Take these rows over."""
    return take_over_records(
        COORDINATOR,
        world.act,
        at=AT,
        document=document(content=content),
        rows=rows(world.act, *lines),
    )


def states(*obligations: Obligation) -> list[str]:
    """How obligations stand on the day of going live."""
    every = {one.pk: one.state for one in with_state(Obligation.objects.all(), on=ON)}
    return [every[one.pk] for one in obligations]


def test_what_a_record_says_becomes_known(world: Past) -> None:
    """Done by a letter of the due day is on time, by one of ten days later late; not done is
    overdue; what no row names stays without record."""
    named = (world.first, world.akimats[0], world.second, world.akimats[1])
    assert states(*named) == ["no_record"] * 4
    found = take(world, DONE, LATE, NOT_DONE)
    assert states(*named) == ["fulfilled", "fulfilled_late", "overdue", "no_record"]
    assert (len(found.new), found.changed, found.unchanged, found.unfit) == (3, (), (), ())
    kept = PastRecord.objects.get(obligation=world.first)
    assert (kept.done_on, kept.letter, kept.row, kept.at) == (date(2023, 7, 3), "12-3/45", 2, AT)
    assert kept.source.name == "бақылау.xlsx"
    assert past_record_of(world.first) == kept
    assert past_record_of(world.akimats[1]) is None


def test_the_rates_count_what_is_known_and_tell_the_rest_apart(world: Past) -> None:
    """Of the ministry five had passed without record: one on time and one overdue make 1 of 2, and
    three stay apart; before anything is taken over all five do."""

    def of_ministry() -> Score:
        return scores_by(Obligation.objects.all(), "debtor", on=ON)[world.ministry.pk,]

    assert of_ministry() == Score(Discipline(no_record=5))
    take(world, DONE, NOT_DONE)
    assert of_ministry() == Score(Discipline(on_time=1, overdue=1, no_record=3))


def test_rows_that_cannot_be_taken_change_nothing_and_stop_nothing(world: Past) -> None:
    """Good rows are taken beside bad ones, which are given back in order."""
    before = Obligation.objects.filter(recorded=True).count()
    found = take(world, ("99", *NOT_DONE[1:]), DONE, DONE, ("2", "2022", *NOT_DONE[2:]))
    assert [row.number for row, _why in found.unfit] == [2, 4, 5]
    assert PastRecord.objects.count() == 1
    assert Obligation.objects.filter(recorded=True).count() == before + 1


def test_the_same_record_twice_changes_nothing(world: Past) -> None:
    """Brought again, the same rows are known already."""
    take(world, DONE, LATE, NOT_DONE)
    before = list(PastRecord.objects.order_by("pk").values())
    found = take(world, DONE, LATE, NOT_DONE, content=b"another file")
    assert (found.taken, found.unchanged, found.unfit) == ((), (2, 3, 4), ())
    assert list(PastRecord.objects.order_by("pk").values()) == before


def test_a_later_record_changes_what_differs(world: Past) -> None:
    """What was done after all, and what was not, is corrected; the rest stays with its source."""
    take(world, DONE, LATE, NOT_DONE)
    found = take(
        world,
        DONE,
        (*LATE[:4], "жоқ", None, None),
        (*NOT_DONE[:4], "иә", "9", "29.12.2023"),
        content=b"corrected",
    )
    assert (found.new, len(found.changed), found.unchanged) == ((), 2, (2,))
    assert states(world.first, world.akimats[0], world.second) == [
        *("fulfilled", "overdue", "fulfilled"),
    ]
    sources = PastRecord.objects.order_by("obligation").values_list("source__digest", flat=True)
    assert len(set(sources)) == 2
    assert not list(wrong_obligations())


def test_what_was_reported_here_is_not_touched(world: Past) -> None:
    """Once something was reported or decided here on what was not done, a later record changes
    nothing of it, and the same record is no error."""
    take(world, NOT_DONE, LATE)
    Submission.objects.create(obligation=world.second, number=1, text_kk="Есеп", at=AT)
    Extension.objects.create(
        obligation=world.akimats[0], old_due_on=ON, wanted_on=ON, reason="x", asked_at=AT
    )
    before = list(Obligation.objects.order_by("pk").values())
    found = take(world, (*NOT_DONE[:4], "иә", "9", "29.12.2023"), (*LATE[:5], "8", LATE[6]))
    assert [row.number for row, _why in found.unfit] == [2, 3]
    assert take(world, NOT_DONE, LATE).unchanged == (2, 3)
    assert list(Obligation.objects.order_by("pk").values()) == before


def test_the_journal_names_the_file_and_the_counts_and_no_words(world: Past) -> None:
    """The entry holds the digest of the file and how many rows were new, changed, known, unfit; no
    letter and no name stands in it."""
    take(world, DONE)
    take(world, DONE, NOT_DONE, ("99", *NOT_DONE[1:]))
    entry = Entry.objects.filter(action="records.taken_over").latest("number")
    assert entry.subject == str(world.act.pk)
    assert json.loads(entry.text)["noted"] == {
        "digest": document().digest,
        "new": 1,
        "changed": 0,
        "unchanged": 1,
        "unfit": 1,
    }
    assert "12-3/45" not in entry.text


def test_only_who_imports_acts_takes_over(world: Past) -> None:
    """Anybody else is refused with the reason, and nothing is kept."""
    with pytest.raises(RefusedError) as caught:
        take_over_records(
            STRANGER, world.act, at=AT, document=document(), rows=rows(world.act, DONE)
        )
    assert caught.value.reason == NO_TAKING_OVER
    assert not PastRecord.objects.exists()


def test_verification_knows_past_records(world: Past) -> None:
    """Nothing is wrong after taking over; an outcome, a first day or a record that somebody changed
    in the database is found."""
    take(world, DONE, LATE, NOT_DONE)
    assert not list(wrong_obligations())
    Obligation.objects.filter(pk=world.second.pk).update(outcome="accepted")
    Obligation.objects.filter(pk=world.first.pk).update(first_submitted_on=date(2023, 6, 1))
    PastRecord.objects.filter(obligation=world.akimats[0]).update(done_on=date(2023, 12, 1))
    Obligation.objects.filter(pk=world.here.pk).update(recorded=False)
    assert {(one.obligation, one.field) for one in wrong_obligations()} == {
        (world.second.pk, "outcome"),
        (world.first.pk, "first_submitted_on"),
        (world.akimats[0].pk, "first_submitted_on"),
        (world.here.pk, "recorded"),
    }


def test_a_record_that_was_taken_away_is_found(world: Past) -> None:
    """An obligation that counts as done by a record which is no longer there is wrong."""
    take(world, DONE)
    PastRecord.objects.all().delete()
    assert {one.field for one in wrong_obligations()} == {"outcome", "first_submitted_on"}


def test_a_known_past_cannot_be_hidden(world: Past) -> None:
    """What was taken over as not done and is made to look unrecorded again is found."""
    take(world, NOT_DONE)
    Obligation.objects.filter(pk=world.second.pk).update(recorded=False)
    assert [(one.field, one.expected) for one in wrong_obligations()] == [("recorded", True)]


def test_years_count_what_has_a_record_and_what_not(world: Past) -> None:
    """Of 2023 eight have no record; then one done, one late, one not done, and five without; what
    is void or controlled here is in neither."""
    assert years_of_records(world.act) == (YearOfRecords(2023, 8, 0, 0),)
    take(world, DONE, LATE, NOT_DONE)
    assert years_of_records(world.act) == (YearOfRecords(2023, 5, 2, 1),)
    left = [one.pk for one in unrecorded_of(world.act)]
    assert left == [
        world.contribution.pk,
        world.akimats[1].pk,
        *(one.pk for one in world.thrice),
    ]
