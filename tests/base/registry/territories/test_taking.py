"""Taking an edition of the classifier over: what it changes, what it keeps, what is refused."""

from collections.abc import Iterable
from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from birlik.base.journal.queries import last_entry
from birlik.base.registry.actions.territories import (
    bring_classifier,
    continue_place,
    take_classifier,
)
from birlik.base.registry.engine.territories import Difference, PlaceRow
from birlik.base.registry.models import BroughtFile, Structure, Territory
from birlik.base.registry.queries import bodies_within, places_within, regions
from birlik.base.registry.queries.territories import found_places, left_behind, parts_of, place_of
from birlik.base.registry.refusals import territories as refusals
from birlik.base.registry.rules.territories import may_bring_territories, may_see_territories
from birlik.base.values.actor import Actor
from birlik.base.values.refused import RefusedError
from birlik.wiring import foundations
from tests.base.registry.territories.classifier import PLACES, Place, classifier
from tests.base.registry.world import AT, SYSTEM, TODAY, World, world

pytestmark = pytest.mark.django_db
BEFORE = TODAY - timedelta(days=30)
MOVED: tuple[Place, ...] = (
    *PLACES[:3],
    ("104200000", "Абай ауданы", "Абайский район"),
    ("104230000", "Арқат а.о.", "Аркатский с.о."),
    ("104230100", "Арқат а.", "с.Аркат"),
    *PLACES[6:],
)
"""The district of Abai with all in it under another code."""


@pytest.fixture
def _laid() -> None:
    """The territories that an installation begins with."""
    foundations.load_territories(SYSTEM, None, at=AT, rows=foundations.territory_rows())


def brought(places: Iterable[Place] = PLACES) -> BroughtFile:
    """An edition that waits."""
    rows = [PlaceRow(*one) for one in places]
    return bring_classifier(SYSTEM, None, at=AT, name="КАТО.xlsx", digest="d", size=1, places=rows)


def taken(places: Iterable[Place] = PLACES, *, on: date = BEFORE, **given: bool) -> Difference:
    """An edition taken over."""
    return take_classifier(SYSTEM, brought(places), at=AT, on=on, **{"is_whole": True, **given})


def body_in(code: str, **given: object) -> Structure:
    """A body in a place."""
    place = Territory.objects.get(code=code)
    return Structure.objects.create(kind="akimat", name_kk=code, territory=place, **given)


@pytest.mark.usefixtures("_laid")
def test_a_first_edition_fills_the_tree() -> None:
    """Places that it lists were there before anybody looked; a region keeps tile, ISO code, short
    and English names; what it does not list is given up on the day."""
    found = taken()
    abai = Territory.objects.get(code="100000000")
    assert (abai.tile_column, abai.iso, abai.short_kk, abai.name_en) == (
        5, "KZ-10", "Абай", "Abai Region",
    )  # fmt: skip
    village = Territory.objects.get(code="103230100")
    assert village.valid_from is None
    assert village.parent is not None
    assert (village.parent.code, village.level, village.kind) == ("103230000", 4, "settlement")
    assert len(found.new) == 6
    assert Territory.objects.get(code="190000000").valid_until == BEFORE
    assert {one.code for one in regions()} == {"100000000", "750000000"}


def test_a_later_edition_keeps_what_was() -> None:
    """A code that goes ends on the day, its successor begins then and names it; a rename stays with
    the code; the tree of an earlier day is as it was."""
    taken()
    renamed = ("751110000", "Жаңа ауданы", "Новый район")
    found = taken((*MOVED[:-1], renamed), on=TODAY, continue_alike=True)
    old, new = (Territory.objects.get(code=code) for code in ("103200000", "104200000"))
    assert (old.valid_until, new.valid_from, new.predecessor_code) == (TODAY, TODAY, "103200000")
    assert Territory.objects.get(code="104230100").predecessor_code == "103230100"
    assert Territory.objects.get(code="751110000").name_kk == "Жаңа ауданы"
    assert (len(found.new), len(found.gone), len(found.renamed)) == (3, 3, 1)
    abai = place_of("100000000")
    days = (TODAY - timedelta(days=1), TODAY)
    assert [[one.territory.code for one in parts_of(abai, on=day)] for day in days] == [
        ["101000000", "103200000"],
        ["101000000", "104200000"],
    ]


def test_without_the_word_nothing_is_continued() -> None:
    """Equal names alone make no continuation, unless the keeper wants it."""
    taken()
    taken(MOVED, on=TODAY)
    assert not Territory.objects.exclude(predecessor_code="").exists()


def test_the_same_edition_again_changes_nothing() -> None:
    """Taken twice, it leaves every row as it was."""
    taken()
    before = list(Territory.objects.values())
    found = taken(on=TODAY)
    assert not found.changes
    assert list(Territory.objects.values()) == before


def test_a_code_in_force_again_has_no_end() -> None:
    """A place that an edition left out and the next one lists is in force, and lies where the new
    one says."""
    taken()
    taken(PLACES[:-2])
    taken(on=TODAY)
    assert Territory.objects.get(code="751110000").valid_until is None


def test_a_place_may_lie_elsewhere() -> None:
    """Where the rural district between is no longer listed, the village lies in the district."""
    taken()
    found = taken([one for one in PLACES if one[0] != "103230000"], on=TODAY)
    village = Territory.objects.get(code="103230100")
    assert [one.row.code for one in found.moved] == ["103230100"]
    assert village.parent is not None
    assert village.parent.code == "103200000"


def test_the_journal_counts_and_names_nothing() -> None:
    """The entry has the digest of the file and the counts, not the places."""
    taken()
    entry = last_entry("territories.taken")
    assert entry is not None
    assert '"new":8' in entry.text
    assert "Арқат" not in entry.text


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ({"on": TODAY + timedelta(days=1)}, refusals.DAY_TO_COME),
        ({"on": BEFORE - timedelta(days=1)}, refusals.EARLIER_EDITION),
    ],
)
def test_a_day_out_of_order_is_refused(given: dict[str, date], reason: object) -> None:
    """An edition is taken on a day that has come, and not before one taken already."""
    taken()
    with pytest.raises(RefusedError) as refused:
        taken(MOVED, **given)
    assert refused.value.reason == reason
    assert Territory.objects.get(code="103200000").valid_until is None


def test_an_edition_is_taken_once() -> None:
    """What was taken over is not taken over again."""
    one = brought()
    take_classifier(SYSTEM, one, at=AT, on=BEFORE)
    with pytest.raises(RefusedError) as refused:
        take_classifier(SYSTEM, one, at=AT, on=BEFORE)
    assert refused.value.reason == refusals.TAKEN_ALREADY


def test_a_part_of_a_file_is_not_taken_for_the_whole() -> None:
    """Where many places are missing somebody must say that the file is whole."""
    many = [(f"1032{n:02d}000", f"Ауыл {n}", f"Село {n}") for n in range(10, 60)]
    taken([*PLACES[:4], *many])
    with pytest.raises(RefusedError) as refused:
        taken(PLACES[:4], on=TODAY, is_whole=False)
    assert refused.value.reason == refusals.MANY_GONE
    assert len(taken(PLACES[:4], on=TODAY).gone) == 50


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("104200000", refusals.OWN_CODE),
        ("999999999", refusals.UNKNOWN_CODE),
        ("100000000", refusals.STILL_THERE),
    ],
)
def test_a_wrong_earlier_code_is_refused(code: str, reason: object) -> None:
    """A place continues another code that is known and no longer in force."""
    taken()
    taken(MOVED, on=TODAY)
    place = Territory.objects.get(code="104200000")
    with pytest.raises(RefusedError) as refused:
        continue_place(SYSTEM, place, at=AT, code=code)
    assert refused.value.reason == reason


def test_an_earlier_code_is_given_and_taken_back() -> None:
    """The keeper says which code a place continues; an empty one takes that back."""
    taken()
    taken(MOVED, on=TODAY)
    place = Territory.objects.get(code="104200000")
    continue_place(SYSTEM, place, at=AT, code="103200000")
    place.refresh_from_db()
    assert place.predecessor_code == "103200000"
    continue_place(SYSTEM, place, at=AT, code="")
    place.refresh_from_db()
    assert place.predecessor_code == ""


def test_only_the_keeper_brings_and_takes() -> None:
    """Others are refused, whatever they read; who reads structures sees the tree."""
    found = world()
    secretary = found.secretary(found.abai)
    one = brought()
    attempts = (
        lambda: bring_classifier(secretary, None, at=AT, name="", digest="", size=0, places=()),
        lambda: take_classifier(secretary, one, at=AT, on=TODAY),
        lambda: continue_place(secretary, found.abai.district, at=AT, code=""),
    )
    for attempt in attempts:
        with pytest.raises(RefusedError):
            attempt()
    assert may_see_territories(secretary, AT).allowed
    assert may_see_territories(found.actor("keeper"), AT).allowed
    assert not may_see_territories(Actor(1, 1, "x"), AT).allowed
    assert not may_bring_territories(secretary, AT).allowed


def test_bodies_are_counted_in_all_that_lies_in_a_place() -> None:
    """A body of the village counts in its rural district, district and region; one that is over
    does not."""
    taken()
    body_in("103230100")
    body_in("103200000")
    body_in("103200000", closed_on=TODAY)
    assert [one.bodies for one in parts_of(None, on=TODAY)] == [2, 0]
    assert [one.bodies for one in parts_of(place_of("103200000"), on=TODAY)] == [1]
    assert parts_of(place_of("103230100"), on=TODAY) == []


def test_places_are_found_by_name_and_code() -> None:
    """Case, Kazakh letters left out and parts of a name are forgiven; a code is found too."""
    taken()
    assert [one.territory.code for one in found_places("АРКАТ", on=TODAY)] == [
        "103230000", "103230100",
    ]  # fmt: skip
    assert [one.territory.code for one in found_places("75111", on=TODAY)] == ["751110000"]
    assert found_places("жоқ", on=TODAY) == []


def test_reach_goes_four_levels_down() -> None:
    """A region reaches its village and the bodies there, a district its own and no other's."""
    taken()
    village, other = body_in("103230100"), body_in("751110000")
    assert places_within("100000000").count() == 6
    assert set(bodies_within("100000000", on=TODAY)) == {village}
    assert set(bodies_within("103200000", on=TODAY)) == {village}
    assert set(bodies_within("750000000", on=TODAY)) == {other}


@pytest.fixture
def ready(client: Client) -> World:
    """The register of tests with the keeper signed in."""
    found = world()
    client.force_login(found.account("keeper"))
    client.cookies["birlik_language"] = "ru"
    return found


def sent(client: Client, content: bytes) -> object:
    """The classifier brought by the page."""
    file = SimpleUploadedFile("КАТО.xlsx", content)
    return client.post(reverse("territories_import"), {"file": file})


def test_an_edition_is_brought_checked_and_taken(client: Client, ready: World) -> None:
    """The page shows what would change before anything does; then it is taken, and the bodies in
    places that were given up are listed with the place that continues theirs."""
    answer = client.post(
        reverse("territories_import"), {"file": SimpleUploadedFile("К.xlsx", classifier())}
    )
    assert answer.status_code == 302
    assert not Territory.objects.filter(code="103230100").exists()
    page = client.get(answer["Location"])
    text = page.content.decode()
    assert "Аркатский с.о." in text
    assert client.post(answer["Location"], {"on": "20.11.2027"}).status_code == 422
    done = client.post(answer["Location"], {"on": "20.11.2026", "continue_alike": "on"})
    assert done["Location"] == reverse("territories")
    assert Territory.objects.filter(code="103230100").exists()
    assert "Эта редакция принята" in client.get(answer["Location"]).content.decode()
    left = client.get(reverse("territories_left")).content.decode()
    assert str(ready.akmola.association.name_ru) in left


def test_a_wrong_file_is_told_and_nothing_kept(client: Client, ready: World) -> None:
    """What is no workbook, and rows that cannot be right, are told on the page (422)."""
    for content, said in (
        (b"x", "файл"),
        (classifier([("10", "а", "б")]), "девяти цифр"),
    ):
        file = SimpleUploadedFile("К.xlsx", content)
        answer = client.post(reverse("territories_import"), {"file": file})
        assert answer.status_code == 422
        assert said in answer.content.decode()
    assert not BroughtFile.objects.exists()


def test_the_tree_is_walked_searched_and_dated(client: Client, ready: World) -> None:
    """Regions lead to districts; words find a place in its line; a day shows what was then; an
    absent code is not found."""
    take_classifier(ready.actor("keeper"), brought(), at=AT, on=BEFORE, is_whole=True)
    tree = client.get(reverse("territories")).content.decode()
    assert reverse("territory", args=["100000000"]) in tree
    district = client.get(reverse("territory", args=["103200000"])).content.decode()
    assert "Аркатский с.о." in district
    assert "область Абай" in client.get(reverse("territories") + "?q=аркат").content.decode()
    early = client.get(reverse("territories") + "?on=01.01.2020").content.decode()
    assert "01.01.2020" in early
    assert client.get(reverse("territory", args=["999999999"])).status_code == 404


def test_the_keeper_gives_an_earlier_code_by_the_page(client: Client, ready: World) -> None:
    """A wrong code is told beside the field; a right one is kept."""
    take_classifier(SYSTEM, brought(), at=AT, on=BEFORE, is_whole=True)
    address = reverse("territory", args=["103200000"])
    assert client.post(address, {"code": "103200000"}).status_code == 422
    assert client.post(address, {"code": "110000000"}).status_code == 302
    assert "Акмолинская область" in client.get(address).content.decode()
    client.force_login(ready.account("secretary", ready.abai.assembly))
    assert client.post(address, {"code": ""}).status_code == 403


def test_a_secretary_sees_only_the_own_bodies_left_behind(client: Client, ready: World) -> None:
    """Bodies of another region in places that were given up are that region's business."""
    take_classifier(SYSTEM, brought(), at=AT, on=BEFORE, is_whole=True)
    secretary = ready.secretary(ready.abai)
    assert ready.akmola.association not in set(left_behind(secretary, on=TODAY))
    assert ready.akmola.association in set(left_behind(SYSTEM, on=TODAY))


@pytest.mark.parametrize("page", ["territories", "territories_left", "territories_import"])
def test_pages_ask_little(client: Client, ready: World, page: str) -> None:
    """A page of territories takes at most 15 queries."""
    with CaptureQueriesContext(connection) as asked:
        assert client.get(reverse(page)).status_code == 200
    assert len(asked) <= 15
