"""Many obligations extended, released or taken off control on the ground of one letter."""

from datetime import date

import pytest

from birlik.base.journal.models import Entry
from birlik.base.letters.models import Letter
from birlik.base.obligations import refusals
from birlik.base.obligations.actions import accept_report, ask_extension, submit_report
from birlik.base.obligations.actions.by_letter import PointsRefusedError
from birlik.base.obligations.actions.settle_by_letter import (
    Settling,
    extend_by_letter,
    most_at_once,
    release_by_letter,
    settle_by_letter,
    take_off_by_letter,
)
from birlik.base.obligations.models import Extension, Obligation, Release, TakenOff
from birlik.base.obligations.queries import wrong_obligations
from birlik.base.obligations.refusals import by_letter, desk
from birlik.base.obligations.rules.by_letter import may_extend_by_letter, may_settle_by_letter
from birlik.base.values.local_text import LocalText
from birlik.base.values.refused import RefusedError
from tests.base.obligations.desk_world import directed, house
from tests.base.obligations.letter_world import REGISTRAR, letter_of
from tests.base.obligations.reporting_world import AT, Reporting, again, reporting

pytestmark = pytest.mark.django_db
LATER = date(2025, 3, 1)
EXTEND = Settling("extend", " Хат бойынша ", LATER)
RELEASE = Settling("release", "Хат бойынша")
TAKE_OFF = Settling("take_off", "Хат бойынша")


@pytest.fixture
def world() -> Reporting:
    """The small plan."""
    return reporting()


@pytest.fixture
def letter(world: Reporting) -> Letter:
    """A letter of the ministry."""
    return letter_of(world.lead.debtor)


def accepted(world: Reporting) -> Obligation:
    """The akimat's information, reported and accepted."""
    made = submit_report(world.contributor, world.agreed, at=AT, text_kk="Иә")
    accept_report(world.coordinator, world.agreed, at=AT, submission=made.pk)
    return again(world.agreed)


def test_many_are_extended_by_one_letter(world: Reporting, letter: Letter) -> None:
    """All move to the new day, the old ones stay on record, and a request that waited is granted by
    it."""
    ask_extension(
        world.executor, world.counted, at=AT, wanted_on=date(2024, 9, 1), reason="Кешігеді"
    )
    done = settle_by_letter(
        world.coordinator,
        letter,
        at=AT,
        settling=EXTEND,
        obligations=[world.lead.pk, world.counted.pk],
    )
    assert done == 2
    answered = Extension.objects.get(obligation=world.counted)
    assert (answered.granted, answered.due_on, answered.letter) == (True, LATER, letter)
    assert (answered.wanted_on, answered.reason) == (date(2024, 9, 1), "Кешігеді")
    made = Extension.objects.get(obligation=world.lead)
    assert (made.old_due_on, made.due_on, made.ground) == (
        date(2024, 12, 31),
        LATER,
        "Хат бойынша",
    )
    assert {again(one).due_on for one in (world.lead, world.counted)} == {LATER}
    assert list(wrong_obligations()) == []
    assert Entry.objects.filter(action="extension.by_letter").count() == 2
    assert "Хат" not in Entry.objects.get(action="letter.settled").text


def test_many_are_released_by_one_letter(world: Reporting, letter: Letter) -> None:
    """They leave the denominator on the ground of the letter; a request that waited is closed."""
    ask_extension(
        world.executor, world.counted, at=AT, wanted_on=date(2024, 9, 1), reason="Кешігеді"
    )
    chosen = [world.lead.pk, world.counted.pk]
    settle_by_letter(world.coordinator, letter, at=AT, settling=RELEASE, obligations=chosen)
    assert {again(one).outcome for one in (world.lead, world.counted)} == {"released"}
    assert set(Release.objects.values_list("letter", "ground", "reason")) == {
        (letter.pk, None, "Хат бойынша")
    }
    assert not Extension.objects.filter(granted=None).exists()
    assert list(wrong_obligations()) == []


def test_what_was_accepted_is_taken_off_by_letter(world: Reporting, letter: Letter) -> None:
    """Control ends on the ground of the letter; the outcome stays."""
    one = accepted(world)
    settle_by_letter(world.coordinator, letter, at=AT, settling=TAKE_OFF, obligations=[one.pk])
    assert TakenOff.objects.get().letter == letter
    assert again(one).outcome == "accepted"


def test_all_or_none_with_the_reason_of_each(world: Reporting, letter: Letter) -> None:
    """Each that cannot be extended says why, and nothing is done."""
    done = accepted(world)
    Obligation.objects.filter(pk=world.counted.pk).update(stage="submitted")
    Obligation.objects.filter(pk=world.contribution.pk).update(due_on=LATER)
    chosen = [world.lead.pk, world.counted.pk, world.contribution.pk, done.pk, 999_999]
    with pytest.raises(PointsRefusedError) as refused:
        settle_by_letter(world.coordinator, letter, at=AT, settling=EXTEND, obligations=chosen)
    assert refused.value.points == {
        world.counted.pk: refusals.UNDER_REVIEW,
        world.contribution.pk: refusals.LATER_NEEDED,
        done.pk: refusals.ACCEPTED,
        999_999: by_letter.UNKNOWN_POINT,
    }
    assert not Extension.objects.exists()


@pytest.mark.parametrize(
    ("state", "reason"),
    [
        ({"outcome": "void", "void_reason": "after_repeal"}, refusals.VOID),
        ({"outcome": "released"}, refusals.RELEASED),
        ({"recorded": False}, refusals.NO_RECORD),
    ],
)
def test_what_is_not_owed_is_not_extended(
    world: Reporting, letter: Letter, state: dict[str, object], reason: LocalText
) -> None:
    """Void, released and unrecorded obligations keep their dates."""
    Obligation.objects.filter(pk=world.lead.pk).update(**state)
    with pytest.raises(RefusedError) as refused:
        extend_by_letter(world.coordinator, world.lead, at=AT, letter=letter, settling=EXTEND)
    assert refused.value.reason == reason


def test_an_extension_needs_a_later_day(world: Reporting, letter: Letter) -> None:
    """Without a day, or with one that is not later, nothing is extended."""
    same = Settling("extend", "x", world.lead.due_on)
    for settling in (Settling("extend", "x"), same):
        with pytest.raises(RefusedError) as refused:
            extend_by_letter(world.coordinator, world.lead, at=AT, letter=letter, settling=settling)
        assert refused.value.reason == refusals.LATER_NEEDED


@pytest.mark.parametrize(
    ("settling", "chosen", "reason"),
    [
        (Settling("release", "  "), [1], refusals.GROUND_NEEDED),
        (RELEASE, [], by_letter.NOTHING_CHOSEN),
        (RELEASE, range(201), by_letter.too_many(200)),
    ],
)
def test_words_and_a_number_that_can_be_overseen_are_needed(
    world: Reporting, letter: Letter, settling: Settling, chosen: list[int], reason: LocalText
) -> None:
    """No words, nothing chosen, or more than the norm of 200 is refused."""
    with pytest.raises(RefusedError) as refused:
        settle_by_letter(world.coordinator, letter, at=AT, settling=settling, obligations=chosen)
    assert refused.value.reason == reason
    assert most_at_once(AT) == 200


def test_a_letter_without_number_is_no_ground(world: Reporting) -> None:
    """What has not gone out yet settles nothing."""
    draft = Letter.objects.create(direction="out", correspondent=world.lead.debtor, at=AT)
    with pytest.raises(RefusedError) as refused:
        settle_by_letter(
            world.coordinator, draft, at=AT, settling=RELEASE, obligations=[world.lead.pk]
        )
    assert refused.value.reason == by_letter.NOT_NUMBERED


def test_only_coordinators_settle(world: Reporting, letter: Letter) -> None:
    """A registrar, who records letters, decides on none of what they ask."""
    with pytest.raises(RefusedError) as refused:
        settle_by_letter(REGISTRAR, letter, at=AT, settling=RELEASE, obligations=[world.lead.pk])
    assert refused.value.reason == refusals.NO_REVIEW
    for settle, settling in (
        (extend_by_letter, EXTEND),
        (release_by_letter, RELEASE),
        (take_off_by_letter, TAKE_OFF),
    ):
        with pytest.raises(RefusedError) as refused:
            settle(REGISTRAR, world.lead, at=AT, letter=letter, settling=settling)
        assert refused.value.reason == refusals.NO_REVIEW
    assert may_settle_by_letter(world.coordinator, None, AT)
    assert may_extend_by_letter(world.coordinator, None, AT)


def test_taking_off_needs_acceptance_and_happens_once(world: Reporting, letter: Letter) -> None:
    """What was not accepted stays under control; what left it, leaves it once."""
    with pytest.raises(RefusedError) as refused:
        take_off_by_letter(world.coordinator, world.lead, at=AT, letter=letter, settling=TAKE_OFF)
    assert refused.value.reason == refusals.NOT_ACCEPTED
    one = accepted(world)
    take_off_by_letter(world.coordinator, one, at=AT, letter=letter, settling=TAKE_OFF)
    with pytest.raises(RefusedError) as refused:
        take_off_by_letter(world.coordinator, one, at=AT, letter=letter, settling=TAKE_OFF)
    assert refused.value.reason == refusals.TAKEN_OFF


def test_what_is_settled_is_not_released(world: Reporting, letter: Letter) -> None:
    """An accepted obligation is not released afterwards."""
    one = accepted(world)
    with pytest.raises(RefusedError) as refused:
        release_by_letter(world.coordinator, one, at=AT, letter=letter, settling=RELEASE)
    assert refused.value.reason == refusals.SETTLED


@pytest.mark.parametrize("settling", [EXTEND, RELEASE, TAKE_OFF])
def test_what_a_head_gave_stays_with_the_head(settling: Settling) -> None:
    """A coordinator's letter settles nothing that a resolution gave inside a body, whatever it
    would do, and then nothing at all of what was chosen with it."""
    inside = house()
    _made, (given,) = directed(inside, inside.first)
    chosen = [given.pk, inside.plan.counted.pk]
    with pytest.raises(PointsRefusedError) as refused:
        settle_by_letter(
            inside.plan.coordinator, letter_of(inside.ministry), at=AT, settling=settling,
            obligations=chosen,
        )  # fmt: skip
    assert refused.value.points[given.pk] == desk.DIRECTOR_DECIDES
    assert not (Extension.objects.exists() or Release.objects.exists() or TakenOff.objects.exists())
