"""Cards of bodies: entered, corrected, changed from a day, confirmed; bodies closed, reopened."""

from datetime import date
from typing import Any

import pytest

from birlik.base.journal.models import Entry
from birlik.base.obligations.models import Obligation
from birlik.base.registry import refusals as reorganised
from birlik.base.registry.actions.cards import (
    UnfitCardError,
    change_card,
    close_structure,
    confirm_card,
    correct_card,
    enter_structure,
    reopen,
)
from birlik.base.registry.actions.importing import take_rows
from birlik.base.registry.actions.reorganise import (
    NewBody,
    ReorganisationPlan,
    record_reorganisation,
    unrecord_reorganisation,
)
from birlik.base.registry.engine.cards import card_digest
from birlik.base.registry.engine.importing.lines import BodyLine
from birlik.base.registry.models import EarlierCard, Office, Posting, Reorganisation, Structure
from birlik.base.registry.queries.cards import card_of, row_of, structures_as_of
from birlik.base.registry.refusals import cards as refusals
from birlik.base.registry.rules.cards import may_read_structure
from birlik.base.values.local_text import LocalText
from birlik.base.values.schedule import Schedule
from birlik.base.values.verdict import Verdict
from tests.base.registry.cards.cards_world import BIN, ROW, entered, refused, with_card
from tests.base.registry.world import ABAI, ABAI_DISTRICT, AKMOLA, AT, TODAY, World, world
from tests.domains.execution.plan_world import act_of, duty_of, owed, point

pytestmark = pytest.mark.django_db
DAY = date(2020, 3, 1)


@pytest.fixture
def there() -> World:
    """The small register."""
    return world()


def test_a_secretary_enters_a_body(there: World) -> None:
    """A body is entered in the own region, its card confirmed today and found by its words; the
    journal holds neither its telephone nor its address of mail."""
    made = entered(there, there.secretary(there.abai), founded_on=date(2001, 5, 1), bin=BIN)
    row = row_of(made)
    assert (row.territory, row.level, row.bin) == (ABAI, "region", BIN)
    assert (made.confirmed_on, made.sort_key[:3]) == (TODAY, "z06")
    assert Posting.objects.filter(structure=made).exists()
    told = Entry.objects.get(action="card.entered").text
    assert "2001-05-01" in told
    assert not any(secret in told for secret in ("7222", "dostyq@example.kz", BIN))


def test_a_level_that_is_not_said_is_the_usual_one(there: World) -> None:
    """Spaces go, an empty particular goes, and the level is the usual one of the kind."""
    made = entered(there, level="", name_kk="  Қос   сөз ", particulars={"form": "", "members": 7})
    assert (made.level, made.name_kk, made.particulars) == ("region", "Қос сөз", {"members": 7})


def test_nobody_enters_a_body_beyond_reach(there: World) -> None:
    """Neither in another region nor in the republic; a body of the state only the keeper."""
    by, foreign = there.secretary(there.abai), there.akmola.territory
    refused(refusals.NOT_YOUR_PLACE, enter_structure, by, foreign, row=ROW)
    refused(refusals.NOT_YOUR_PLACE, enter_structure, by, None, row=ROW)
    refused(refusals.NOT_YOUR_PLACE, enter_structure, there.nobody(), None, row=ROW)
    akimat = with_card(entered(there), kind="akimat")
    refused(refusals.KEPT_CENTRALLY, enter_structure, by, there.abai.territory, row=akimat)
    keeper = there.actor("keeper")
    assert enter_structure(keeper, there.abai.territory, at=AT, row=akimat).kind == "akimat"


def test_a_card_that_cannot_be_is_refused_field_by_field(there: World) -> None:
    """What is wrong is said of each field, and nothing is written."""
    entered(there, bin=BIN)
    before = Structure.objects.count()
    with pytest.raises(UnfitCardError) as caught:
        entered(there, name_ru="", bin=BIN, parent=10**6, level="republic", provision=10**6)
    assert caught.value.faults == {
        "name_ru": refusals.NAME_NEEDED,
        "bin": refusals.BIN_TAKEN,
        "level": refusals.LEVEL_UNFIT,
        "territory": refusals.PLACE_UNFIT,
        "parent": refusals.PARENT_MISSING,
        "provision": refusals.PROVISION_MISSING,
    }
    assert Structure.objects.count() == before


def test_a_body_is_no_part_of_its_part(there: World) -> None:
    """A circle of parents is refused, and a house does not house itself."""
    above = entered(there)
    part = entered(there, parent=above.pk)
    leaf = entered(there, parent=part.pk)
    by = there.secretary(there.abai)
    circle = with_card(above, parent=leaf.pk)
    refused(refusals.PARENT_CIRCLE, correct_card, by, above, row=circle)
    inside = with_card(above, house=above.pk)
    refused(refusals.HOUSE_ITSELF, correct_card, by, above, row=inside)


def test_a_correction_was_always_so(there: World) -> None:
    """It mends the earlier cards back to where they said something else; the journal tells the
    codes before and after, of a telephone only that it changed."""
    by = there.secretary(there.abai)
    made = entered(there, phone="1", languages=())
    change_card(by, made, at=AT, row=with_card(made, phone="2"), on=date(2018, 1, 1))
    change_card(by, made, at=AT, row=with_card(made, level="district", territory=ABAI_DISTRICT),
                on=date(2019, 1, 1))  # fmt: skip
    correct_card(by, made, at=AT, row=with_card(made, phone="3", languages=("kk",)))
    made.refresh_from_db()
    said = [card_of(made, on) for on in (date(2017, 1, 1), date(2018, 6, 1), DAY)]
    assert [one.phone for one in said] == ["1", "3", "3"]
    assert [one.languages for one in said] == [("kk",)] * 3
    assert [one.territory for one in said] == [ABAI, ABAI, ABAI_DISTRICT]
    told = Entry.objects.filter(action="card.corrected").latest("number").text
    assert '"fields":["phone","languages"]' in told.replace(" ", "")
    assert '"after":{"languages":["kk"]}' in told.replace(" ", "")
    correct_card(by, made, at=AT, row=with_card(made, territory=ABAI, level="region"))
    made.refresh_from_db()
    assert card_of(made, date(2017, 1, 1)).territory == ABAI


def test_a_correction_of_a_place_mends_where_it_was(there: World) -> None:
    """A place that was wrong all along is wrong nowhere any more."""
    by = there.secretary(there.abai)
    made = entered(there)
    change_card(by, made, at=AT, row=with_card(made, phone="9"), on=DAY)
    moved = with_card(made, territory=ABAI_DISTRICT, level="district")
    correct_card(by, made, at=AT, row=moved)
    assert card_of(made, date(2001, 1, 1)).territory == ABAI_DISTRICT


def test_nobody_writes_beyond_reach(there: World) -> None:
    """Another's card, a move into another's territory, a kind of the state, a duplicate."""
    by, made = there.secretary(there.abai), entered(there)
    stranger = there.secretary(there.akmola)
    row = with_card(made, phone="5")
    for act, more in ((correct_card, {}), (change_card, {"on": DAY})):
        refused(refusals.NOT_YOUR_STRUCTURE, act, stranger, made, row=row, **more)
    away = with_card(made, territory=AKMOLA)
    refused(refusals.NOT_YOUR_PLACE, correct_card, by, made, row=away)
    refused(refusals.NOT_YOUR_PLACE, change_card, by, made, row=away, on=DAY)
    republic = with_card(made, territory="", level="republic", kind="public_association")
    refused(refusals.NOT_YOUR_PLACE, correct_card, by, made, row=republic)
    akimat = with_card(made, kind="akimat")
    refused(refusals.KEPT_CENTRALLY, correct_card, by, made, row=akimat)
    Structure.objects.filter(pk=made.pk).update(duplicate_of=there.abai.association)
    refused(refusals.IS_DUPLICATE, correct_card, by, made, row=row)


def test_powers_do_not_move_by_a_secretarys_hand(there: World) -> None:
    """A body with an office whose powers the keeper alone gives keeps its territory, by form and by
    file; the keeper moves it."""
    by, made = there.secretary(there.abai), entered(there)
    Office.objects.create(structure=made, kind="district_secretary", name_kk="Хатшы")
    row = with_card(made, territory=ABAI_DISTRICT, level="district")
    refused(refusals.POWERS_WOULD_MOVE, correct_card, by, made, row=row)
    refused(refusals.POWERS_WOULD_MOVE, change_card, by, made, row=row, on=DAY)
    line = BodyLine(row, number=made.pk)
    refused(refusals.POWERS_WOULD_MOVE, take_rows, by, None, structures=[line])
    correct_card(there.actor("keeper"), made, at=AT, row=row)
    made.refresh_from_db()
    assert card_of(made, TODAY).territory == ABAI_DISTRICT


def test_what_somebody_else_wrote_meanwhile_is_not_lost(there: World) -> None:
    """A card that changed since it was looked at is not written over unseen."""
    by, made = there.secretary(there.abai), entered(there)
    seen = card_digest(row_of(made))
    correct_card(by, made, at=AT, row=with_card(made, phone="6"), seen=seen)
    late: dict[str, Any] = {"row": with_card(made, phone="7"), "seen": seen}
    refused(refusals.CHANGED_MEANWHILE, correct_card, by, made, **late)
    refused(refusals.CHANGED_MEANWHILE, change_card, by, made, on=DAY, **late)
    refused(refusals.SAME_CARD, correct_card, by, made, row=with_card(made))


def test_a_change_keeps_what_the_card_said(there: World) -> None:
    """From its day the new card holds, before it the old one; on the day of the last change the
    card is only amended."""
    by, made = there.secretary(there.abai), entered(there)
    change_card(by, made, at=AT, row=with_card(made, email="new@example.kz"), on=DAY)
    change_card(by, made, at=AT, row=with_card(made, phone="8"), on=DAY)
    made.refresh_from_db()
    earlier = EarlierCard.objects.get(structure=made)
    assert (earlier.valid_from, earlier.valid_until, made.card_from) == (None, DAY, DAY)
    assert card_of(made, date(2020, 2, 29)).email == "dostyq@example.kz"
    assert (card_of(made, DAY).email, card_of(made, DAY).phone) == ("new@example.kz", "8")


def test_days_from_which_a_card_cannot_change(there: World) -> None:
    """Ahead, before the founding, from the closing on, before the last change; and neither name nor
    kind nor founding change from a day."""
    by = there.secretary(there.abai)
    made = entered(there, founded_on=date(2010, 1, 1))
    row = with_card(made, phone="5")
    refused(refusals.AHEAD, change_card, by, made, row=row, on=date(2026, 11, 21))
    refused(refusals.NOT_THERE_THEN, change_card, by, made, row=row, on=date(2010, 1, 1))
    change_card(by, made, at=AT, row=row, on=date(2015, 1, 1))
    again = with_card(made, phone="6")
    refused(refusals.CHANGED_LATER, change_card, by, made, row=again, on=date(2014, 1, 1))
    renamed = with_card(made, name_kk="Басқа")
    refused(refusals.NOT_DATED, change_card, by, made, row=renamed, on=DAY)
    close_structure(by, made, at=AT, on=date(2024, 1, 1), ground="бұйрық")
    refused(refusals.NOT_THERE_THEN, change_card, by, made, row=again, on=date(2024, 1, 1))
    late = with_card(made, founded_on=date(2024, 1, 1))
    refused(refusals.FOUNDED_LATE, correct_card, by, made, row=late)


def test_a_card_is_confirmed_while_the_body_exists(there: World) -> None:
    """The secretary of the territory says that the card is right today; a stranger does not, and
    of a closed body nobody does."""
    by, made = there.secretary(there.abai), there.abai.association
    refused(refusals.NOT_YOUR_STRUCTURE, confirm_card, there.secretary(there.akmola), made)
    confirm_card(by, made, at=AT)
    made.refresh_from_db()
    assert made.confirmed_on == TODAY
    Structure.objects.filter(pk=made.pk).update(closed_on=TODAY)
    refused(refusals.CLOSED_ALREADY, confirm_card, by, made)


def test_a_body_is_closed_and_opened_again(there: World) -> None:
    """Closing is recorded as a reorganisation without successor; taking it back forgets that."""
    by, made = there.secretary(there.abai), entered(there)
    close_structure(by, made, at=AT, on=DAY, ground=" Бұйрық № 1 ")
    made.refresh_from_db()
    ended = Reorganisation.objects.get(successions__predecessor=made)
    assert (made.closed_on, ended.kind, ended.ground) == (DAY, "abolish", "Бұйрық № 1")
    refused(refusals.CLOSED_ALREADY, close_structure, by, made, on=DAY, ground="x")
    reopen(by, made, at=AT)
    made.refresh_from_db()
    assert (made.closed_on, Reorganisation.objects.count()) == (None, 0)
    refused(refusals.NOT_CLOSED, reopen, by, made)


def test_a_body_whose_end_no_reorganisation_records_is_opened_too(there: World) -> None:
    """Foundations enter closed bodies without a reorganisation."""
    made = entered(there)
    Structure.objects.filter(pk=made.pk).update(closed_on=DAY)
    reopen(there.secretary(there.abai), made, at=AT)
    made.refresh_from_db()
    assert made.closed_on is None


def test_why_a_body_is_not_closed(there: World) -> None:
    """Without a ground, while parts remain, by a stranger; a body of the state only by the
    keeper."""
    by, made = there.secretary(there.abai), entered(there)
    entered(there, parent=made.pk)
    refused(refusals.GROUND_NEEDED, close_structure, by, made, on=DAY, ground=" ")
    refused(refusals.PARTS_REMAIN, close_structure, by, made, on=DAY, ground="x")
    stranger = there.secretary(there.akmola)
    refused(refusals.NOT_YOUR_STRUCTURE, close_structure, stranger, made, on=DAY, ground="x")
    akimat = Structure.objects.create(kind="akimat", name_kk="Ә", territory=there.abai.territory)
    refused(refusals.KEPT_CENTRALLY, close_structure, by, akimat, on=DAY, ground="x")
    unknown = Structure.objects.create(kind="gone", name_kk="Ж", territory=there.abai.territory)
    refused(refusals.KEPT_CENTRALLY, close_structure, by, unknown, on=DAY, ground="x")


def test_why_a_body_is_not_opened_again(there: World) -> None:
    """A successor has taken over, or something hangs on the end."""
    by, made, heir = there.secretary(there.abai), entered(there), entered(there)
    plan = ReorganisationPlan("merge", DAY, "x", (made.pk,), (heir.pk,))
    record_reorganisation(by, None, at=AT, plan=plan)
    refused(refusals.SUCCEEDED, reopen, by, made)


def test_a_renaming_takes_the_card_along(there: World) -> None:
    """The new body has the old one's card and number, its parts and residents; taken back, all is
    as it was."""
    by = there.secretary(there.abai)
    made = entered(there, bin=BIN, phone="5")
    part = entered(there, parent=made.pk)
    guest = entered(there, house=made.pk)
    plan = ReorganisationPlan(
        "rename", DAY, "x", (made.pk,), (NewBody(LocalText("Жаңа", "Новое")),)
    )
    done = record_reorganisation(by, None, at=AT, plan=plan)
    heir = done.successors[0]
    heir.refresh_from_db()
    row = row_of(heir)
    assert (row.bin, row.phone, row.territory, heir.founded_on) == (BIN, "5", ABAI, DAY)
    part.refresh_from_db()
    guest.refresh_from_db()
    assert (part.parent_id, guest.house_id) == (heir.pk, heir.pk)
    assert card_of(part, date(2020, 2, 29)).parent == made.pk
    change_card(by, guest, at=AT, row=with_card(guest, phone="77"), on=DAY)
    unrecord_reorganisation(by, done.reorganisation, at=AT)
    part.refresh_from_db()
    guest.refresh_from_db()
    assert (part.parent_id, part.card_from, guest.house_id) == (made.pk, None, made.pk)
    assert guest.card_from == DAY
    assert EarlierCard.objects.filter(structure=part).count() == 0


def test_taking_a_renaming_back_leaves_other_changes_of_that_day(there: World) -> None:
    """A body that is no part of the renamed one keeps what changed on its card the same day."""
    by = there.secretary(there.abai)
    made, other = entered(there), entered(there, phone="1")
    plan = ReorganisationPlan(
        "rename", DAY, "x", (made.pk,), (NewBody(LocalText("Жаңа", "Новое")),)
    )
    done = record_reorganisation(by, None, at=AT, plan=plan)
    change_card(by, other, at=AT, row=with_card(other, phone="2"), on=DAY)
    unrecord_reorganisation(by, done.reorganisation, at=AT)
    other.refresh_from_db()
    assert (other.card_from, other.phone) == (DAY, "2")
    assert card_of(other, date(2020, 2, 29)).phone == "1"


def test_a_merger_takes_over_what_the_bodies_stand_for(there: World) -> None:
    """The new body of several has neither telephone nor number of the first."""
    by = there.secretary(there.abai)
    first, second = entered(there, bin=BIN, languages=("kk",)), entered(there)
    named = (NewBody(LocalText("Бірге", "Вместе")),)
    plan = ReorganisationPlan("merge", DAY, "x", (first.pk, second.pk), named)
    heir = record_reorganisation(by, None, at=AT, plan=plan).successors[0]
    row = row_of(heir)
    assert (row.phone, row.bin, row.languages, row.level) == ("", "", ("kk",), "region")


def test_a_secretary_reorganises_the_own_bodies_alone(there: World) -> None:
    """Neither another region's, nor into another region, nor those of the state."""
    by, made = there.secretary(there.abai), entered(there)
    names = LocalText("Жаңа", "Новое")
    foreign = ReorganisationPlan(
        "rename", DAY, "x", (there.akmola.association.pk,), (NewBody(names),)
    )
    refused(refusals.NOT_YOUR_STRUCTURE, record_reorganisation, by, None, plan=foreign)
    away = NewBody(names, territory=there.akmola.territory.pk)
    plan = ReorganisationPlan("rename", DAY, "x", (made.pk,), (away,))
    refused(refusals.NOT_YOUR_PLACE, record_reorganisation, by, None, plan=plan)
    akimat = NewBody(names, kind="akimat")
    plan = ReorganisationPlan("rename", DAY, "x", (made.pk,), (akimat,))
    refused(refusals.KEPT_CENTRALLY, record_reorganisation, by, None, plan=plan)
    keeper = there.actor("keeper")
    assert record_reorganisation(keeper, None, at=AT, plan=plan).successors[0].kind == "akimat"
    ended = Reorganisation.objects.get()
    stranger = there.secretary(there.akmola)
    refused(refusals.NOT_YOUR_STRUCTURE, unrecord_reorganisation, stranger, ended)


def test_what_hangs_on_an_end_keeps_it(there: World) -> None:
    """An end that something already points at is not taken back."""
    by, made = there.secretary(there.abai), entered(there)
    close_structure(by, made, at=AT, on=DAY, ground="x")
    ended = Reorganisation.objects.get()
    obligation = _passed(made)
    ended.passed_obligations.create(obligation=obligation, structure=made)
    refused(reorganised.HANGS, reopen, by, made)


def _passed(made: Structure) -> Obligation:
    """An obligation of a body."""
    return owed(duty_of(point(act_of("9"), "9.9", "Кеңес"), Schedule("year")), made, DAY)


def test_the_list_of_a_past_day_says_what_was_true_then(there: World) -> None:
    """A body founded in 2010, moved into the district on 01.03.2020 and closed on 01.01.2024: by
    hand, it is in no list of 2009, in the region's until 29.02.2020, in the district's until
    31.12.2023, and then in none."""
    by = there.secretary(there.abai)
    made = entered(there, founded_on=date(2010, 1, 1))
    moved = with_card(made, territory=ABAI_DISTRICT, level="district")
    change_card(by, made, at=AT, row=moved, on=DAY)
    close_structure(by, made, at=AT, on=date(2024, 1, 1), ground="x")
    place, district = there.abai.territory.pk, there.abai.district.pk
    by_hand = {
        date(2009, 12, 31): None,
        date(2010, 1, 1): (place, "region"),
        date(2020, 2, 29): (place, "region"),
        DAY: (district, "district"),
        date(2023, 12, 31): (district, "district"),
        date(2024, 1, 1): None,
    }
    village = there.district_secretary(there.abai)
    for on, expected in by_hand.items():
        found = structures_as_of(on).filter(pk=made.pk).first()
        told = found and (vars(found)["territory_then"], vars(found)["level_then"])
        assert told == expected, on
        seen = structures_as_of(on, by=village).filter(pk=made.pk).exists()
        assert seen == (expected == (district, "district")), on


def test_who_sees_which_bodies(there: World) -> None:
    """The head of an association sees the own body, a region what lies in it, the centre all; a
    duplicate is in no list."""
    head = there.actor("association_head", there.abai.association)
    assert list(structures_as_of(TODAY, by=head)) == [there.abai.association]
    region = structures_as_of(TODAY, by=there.secretary(there.abai))
    assert there.abai.district_assembly in region
    assert not set(region) & set(Structure.objects.filter(territory=there.akmola.territory))
    every = structures_as_of(TODAY, by=there.actor("researcher"))
    assert every.count() == Structure.objects.count()
    Structure.objects.filter(pk=there.abai.house.pk).update(duplicate_of=there.abai.association)
    assert every.count() == Structure.objects.count() - 1
    assert not structures_as_of(TODAY, by=there.nobody()).exists()


def test_who_reads_a_card(there: World) -> None:
    """Who reaches the body, and also the region in which it lay before it moved away."""
    made = entered(there)
    stranger = there.secretary(there.akmola)
    assert not may_read_structure(stranger, made, AT)
    away = with_card(made, territory=AKMOLA)
    change_card(there.actor("keeper"), made, at=AT, row=away, on=DAY)
    made.refresh_from_db()
    yes = Verdict.yes()
    assert may_read_structure(stranger, made, AT) == yes
    assert may_read_structure(there.secretary(there.abai), made, AT) == yes
    assert not may_read_structure(there.nobody(), made, AT)
