"""What is entered twice is found, shown to whoever keeps both, and judged by a person."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from birlik.base.registry.actions.duplicates import begin_run, dismiss, end_run, recall
from birlik.base.registry.actions.people import enter_person
from birlik.base.registry.engine.duplicates import (
    Body,
    Human,
    Pair,
    pairs_of_bodies,
    pairs_of_people,
)
from birlik.base.registry.engine.merging import differing, proposed
from birlik.base.registry.engine.people import PersonRow
from birlik.base.registry.models import Likeness, LikenessRun, Merge, Person, Structure
from birlik.base.registry.queries.duplicates import (
    compared_bodies,
    humans,
    likenesses,
    lines_of_succession,
)
from birlik.base.registry.refusals import duplicates as refusals
from birlik.base.registry.rules.duplicates import may_see_duplicates
from birlik.base.registry.tasks.duplicates import (
    LOST,
    give_up_seeking,
    order_run,
    seek_duplicates,
    seek_nightly,
)
from birlik.base.values.refused import RefusedError
from tests.base.registry.world import (
    ABAI,
    ABAI_DISTRICT,
    AKMOLA,
    AT,
    SYSTEM,
    World,
    body,
    world,
)

REGION, DISTRICT, OTHER = (ABAI,), (ABAI_DISTRICT, ABAI), (AKMOLA,)


def people(*names: str, places: tuple[str, ...] = REGION) -> list[Human]:
    """People of one region, one for each name."""
    return [Human(number, (name,), places=places) for number, name in enumerate(names, 1)]


def alike(*names: str) -> list[tuple[int, int]]:
    """The pairs among people of one region."""
    return [(one.first, one.second) for one in pairs_of_people(people(*names))]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Жұмабаев Ерлан Серікұлы", "Жумабаев Ерлан Серикович"),
        ("Жұмабаев Ерлан Серікұлы", "Zhumabayev Yerlan Serikuly"),
        ("Төлегенова Айгүл Маратқызы", "Тулегенова Айгуль Маратовна"),
        ("Ахметова Динара", "Динара Ахметова"),
        ("Иванова Наталья Петровна", "Иванова Наталия Петровна"),
        ("Фёдоров Пётр", "Федоров Петр"),
        ("Нұрланов Айбек Серікұлы", "Нұрланов Айбек"),
    ],
)
def test_one_person_written_in_two_ways_is_found(one: str, other: str) -> None:
    """Scripts, languages, patronymics, order, a slip and a missing patronymic do not hide it."""
    assert alike(one, other) == [(1, 2)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ахметов Ерлан Серікұлы", "Ахметов Ерлан Болатұлы"),
        ("Ахметов Ерлан", "Ахметов Бауыржан"),
        ("Ким Вера Ивановна", "Ли Вера Ивановна"),
        ("Ерлан", "Ерлан"),
        ("", "Ерлан Ахметов"),
    ],
)
def test_two_people_are_two(one: str, other: str) -> None:
    """Another father, given name or surname is another person; one word is no name."""
    assert alike(one, other) == []


def test_namesakes_of_two_regions_are_two_unless_they_sit_together() -> None:
    """The same name in two regions is no sign; in one body it is, and without a region it is
    weaker."""
    one, other = people("Ахметов Ерлан Серікұлы", "Ахметов Ерлан Серикович")
    away = replace(other, places=OTHER)
    assert list(pairs_of_people([one, away])) == []
    together = [replace(one, bodies=frozenset({7})), replace(away, bodies=frozenset({7}))]
    assert list(pairs_of_people(together)) == [Pair(1, 2, 100)]
    assert list(pairs_of_people([one, replace(other, places=())])) == [Pair(1, 2, 94)]
    assert list(pairs_of_people([one, replace(other, places=DISTRICT)])) == [Pair(1, 2, 100)]


def test_numbers_decide_of_people() -> None:
    """Two numbers are two people, whatever their names; one number is one."""
    one, other = people("Ахметов Ерлан", "Ахметов Ерлан")
    assert not list(pairs_of_people([replace(one, digest="a"), replace(other, digest="b")]))
    same = [replace(one, digest="a"), replace(other, digest="a")]
    assert list(pairs_of_people(same)) == [Pair(1, 2, 100, by_number=True)]


KOREAN = Body(1, {"kk": "«Мирас» корей бірлестігі", "ru": ""}, "", "association", REGION)
OTHERS = [
    Body(number, {"kk": f"«{name}» {what} бірлестігі"}, "", "association", REGION)
    for number, (name, what) in enumerate(
        [("Достық", "неміс"), ("Бірлік", "татар"), ("Үміт", "поляк"), ("Шаңырақ", "ұйғыр")], 10
    )
]


def with_korean(**fields: object) -> list[Pair]:
    """The pairs when a second entry of the Korean association differs in some fields."""
    return list(pairs_of_bodies([KOREAN, replace(KOREAN, number=2, **fields), *OTHERS]))


def test_one_body_written_in_two_ways_is_found() -> None:
    """Quotes, a slip, Latin letters and a missing region in the name do not hide it."""
    assert with_korean()[0] == Pair(1, 2, 100)
    for name in ("Мирас корей бірлестігі", "«Мирасс» корей бірлестіги", "Miras корей бірлестігі"):
        pairs = with_korean(names={"kk": name})
        assert [(one.first, one.second) for one in pairs] == [(1, 2)], name


def test_another_language_alone_is_compared_by_proper_names() -> None:
    """One entry in Kazakh, the other in Russian: the names that sound alike weigh."""
    one = Body(1, {"kk": "«Возрождение» «Видергебурт»"}, "", "association", REGION)
    other = Body(2, {"ru": "«Возрождение» «Видергебурт»"}, "", "association", REGION)
    assert [pair.score for pair in pairs_of_bodies([one, other, *OTHERS])] == [100]


def test_two_bodies_are_two() -> None:
    """Another proper name, number or place is another body; so is a predecessor."""
    assert not with_korean(names={"kk": "«Арай» корей бірлестігі"})
    assert not with_korean(names={"kk": "«Мирас» неміс бірлестігі"})
    assert not with_korean(places=OTHER)
    assert not with_korean(kind="media", bin="", parent=3, places=DISTRICT)
    assert not with_korean(line=frozenset({1}))
    assert not with_korean(names={})
    numbered = [
        Body(number, {"kk": f"№ {number} мектеп кеңесі"}, "", "council", REGION)
        for number in (5, 6)
    ]
    assert not list(pairs_of_bodies([*numbered, *OTHERS]))


def test_what_tells_bodies_apart_weighs() -> None:
    """Kind, a place within the other, a parent and a number each take something of the score."""
    scores = [
        with_korean(**fields)[0].score
        for fields in ({"kind": "media"}, {"places": DISTRICT}, {"bin": "1"})
    ]
    assert scores == [90, 92, 100]
    one, other = replace(KOREAN, bin="1", parent=5), replace(KOREAN, number=2, bin="2", parent=5)
    assert [pair.score for pair in pairs_of_bodies([one, other, *OTHERS])] == [88]
    other = replace(other, bin="", parent=6)
    assert [pair.score for pair in pairs_of_bodies([one, other, *OTHERS])] == [88]
    other = Body(3, {"kk": "Мүлде басқа"}, "1", "media", OTHER)
    assert list(pairs_of_bodies([one, other])) == [Pair(1, 3, 100, by_number=True)]


def test_what_may_be_taken_over_is_what_is_lacking() -> None:
    """A field that the kept entry lacks is proposed; one that says otherwise differs."""
    kept, dropped = {"phone": "", "email": "a", "level": "x"}, {"phone": "1", "email": "b"}
    assert proposed(kept, dropped) == {"phone"}
    assert differing(kept, dropped) == {"phone", "email"}


@pytest.fixture
def around() -> World:
    """The register of the tests."""
    return world()


def twins_in(around: World) -> tuple[Likeness, Likeness]:
    """A second entry of the association of Abai and of its head, found by a look."""
    one = around.abai.association
    body(one.kind, "Абай бирлестіги", "", one.territory)
    row = PersonRow("Нурланов Айбек Абай", territory=ABAI)
    enter_person(SYSTEM, None, at=AT, row=row)
    seek_nightly(at=AT)
    found = list(Likeness.objects.all())
    of_bodies = next(one for one in found if one.first_structure_id)
    return of_bodies, next(one for one in found if one.first_person_id)


@pytest.mark.django_db
def test_a_look_keeps_what_it_finds_and_forgets_what_is_gone(around: World) -> None:
    """A pair is kept once, its score is brought up to date, what was said to be two stays said,
    and what is no longer alike goes."""
    bodies, humans_ = twins_in(around)
    assert bodies.score >= 85
    dismiss(SYSTEM, humans_, at=AT)
    Likeness.objects.filter(pk=bodies.pk).update(score=1)
    Person.objects.filter(pk=humans_.second_person_id).update(full_name="Мүлде Басқа Адам")
    seek_nightly(at=AT)
    humans_.refresh_from_db()
    bodies.refresh_from_db()
    assert (humans_.dismissed_at, bodies.score) == (AT, bodies.score)
    assert bodies.score >= 85
    Structure.objects.filter(pk=bodies.second_structure_id).update(name_kk="Арай", name_ru="")
    seek_nightly(at=AT)
    assert list(Likeness.objects.all()) == [humans_]
    assert LikenessRun.objects.filter(ended_at=None).count() == 0


@pytest.mark.django_db
def test_what_is_compared_leaves_out_other_entries_and_predecessors(around: World) -> None:
    """An entry that was merged is not compared again; a body is no duplicate of the one before."""
    one, other = around.abai.association, around.abai.house
    Structure.objects.filter(pk=one.pk).update(successor=other)
    assert lines_of_succession() == {one.pk: {other.pk}, other.pk: {one.pk}}
    Structure.objects.filter(pk=other.pk).update(duplicate_of=one)
    Person.objects.filter(pk=around.official.pk).update(erased_at=AT)
    assert other.pk not in {body.number for body in compared_bodies()}
    assert around.official.pk not in {human.number for human in humans()}


@pytest.mark.django_db
def test_a_pair_is_shown_to_who_keeps_both(around: World) -> None:
    """A region's secretary sees the pairs of the region, the keeper all, a reader none; a pair
    across two regions is the keeper's alone."""
    of_bodies, of_people = twins_in(around)
    numbers = sorted((around.abai.house.pk, around.akmola.house.pk))
    across = Likeness.objects.create(
        first_structure_id=numbers[0], second_structure_id=numbers[1], score=90, found_at=AT
    )
    own = likenesses(around.secretary(around.abai))
    assert set(own) == {of_bodies, of_people}
    assert set(likenesses(around.secretary(around.akmola))) == set()
    assert set(likenesses(around.actor("keeper"))) == {of_bodies, of_people, across}
    head = around.actor("association_head", around.abai.association)
    assert set(likenesses(head)) == set()
    assert list(likenesses(around.actor("keeper"), kind="person")) == [of_people]
    assert may_see_duplicates(around.nobody(), AT).reason == refusals.NO_DUPLICATES


@pytest.mark.django_db
def test_two_are_said_to_be_two_and_looked_at_again(around: World) -> None:
    """Saying it twice changes nothing; another region's secretary says nothing."""
    pair, _other = twins_in(around)
    secretary = around.secretary(around.abai)
    dismiss(secretary, pair, at=AT)
    dismiss(SYSTEM, pair, at=AT + timedelta(days=1))
    pair.refresh_from_db()
    assert (pair.dismissed_at, pair.dismissed_by_id) == (AT, secretary.appointment_id)
    assert list(likenesses(secretary, dismissed=True)) == [pair]
    foreign = around.secretary(around.akmola)
    for verb in (dismiss, recall):
        with pytest.raises(RefusedError) as refusal:
            verb(foreign, pair, at=AT)
        assert refusal.value.reason == refusals.NOT_YOUR_PAIR
    recall(secretary, pair, at=AT)
    pair.refresh_from_db()
    assert pair.dismissed_at is None


@pytest.mark.django_db
def test_one_look_goes_on_at_a_time(around: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """A second is refused; one that was lost an hour ago is given up; only who keeps something
    begins one, and only the worker ends it."""
    with pytest.raises(RefusedError):
        begin_run(around.nobody(), None, at=AT)
    run = begin_run(around.secretary(around.abai), None, at=AT)
    with pytest.raises(RefusedError) as refusal:
        order_run(SYSTEM, at=AT)
    assert refusal.value.reason == refusals.RUN_GOES_ON
    assert seek_nightly(at=AT) == 0
    with pytest.raises(RefusedError):
        end_run(around.actor("keeper"), run, at=AT, bodies=(), people=())
    later = order_run(SYSTEM, at=AT + LOST + timedelta(minutes=1))
    run.refresh_from_db()
    assert run.failed
    seek_duplicates.call(later.pk)
    seek_duplicates.call(later.pk)
    seek_duplicates.call(later.pk + 100)
    later.refresh_from_db()
    assert (later.percent, later.failed) == (100, False)
    seek_nightly(at=AT)
    lost = begin_run(SYSTEM, None, at=AT)
    seek_nightly(at=AT + 2 * LOST)
    lost.refresh_from_db()
    assert lost.failed
    last = begin_run(SYSTEM, None, at=AT)
    give_up_seeking(last.pk, at=AT)
    give_up_seeking(last.pk, at=AT)
    last.refresh_from_db()
    assert last.failed


@pytest.mark.django_db
def test_a_look_that_breaks_says_so(around: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """What went wrong is raised for the worker's log, and the page does not wait for ever."""

    def broken() -> list[Body]:
        raise OSError("disk")

    monkeypatch.setattr("birlik.base.registry.tasks.duplicates.compared_bodies", broken)
    with pytest.raises(OSError, match="disk"):
        seek_nightly(at=AT)
    assert LikenessRun.objects.get().failed


def signed_in(client: Client, around: World, office: str = "secretary") -> Client:
    """The secretary of Abai, or another office in its assembly."""
    client.force_login(around.account(office, around.abai.assembly))
    return client


@pytest.mark.django_db
def test_a_pair_is_compared_and_merged(client: Client, around: World) -> None:
    """Differences are marked, the side that is right is chosen field by field, restricted values
    are not shown, and the merge can be taken back from the list."""
    _bodies, pair = twins_in(around)
    signed_in(client, around)
    listed = client.get(reverse("duplicates")).content.decode()
    assert "Нурланов" in listed
    address = reverse("duplicate", args=(pair.pk,))
    page = client.get(address).content.decode()
    assert 'name="field-full_name"' in page
    assert "MARK1" not in page
    assert "restricted.example" not in page
    first, second = pair.first_person, pair.second_person
    assert first is not None
    assert second is not None
    chosen = {"do": "merge", "keep": "first", "field-full_name": "second"}
    assert client.post(address, chosen).status_code == 302
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.full_name, second.duplicate_of) == ("Нурланов Айбек Абай", first)
    merged = client.get(reverse("duplicates"), {"shown": "merged", "kind": "person"})
    merge = Merge.objects.get()
    undo = reverse("duplicates_undo", args=(merge.pk,))
    assert undo in merged.content.decode()
    client.post(undo)
    first.refresh_from_db()
    assert first.full_name == "Нұрланов Айбек Абай"
    again = client.post(undo, follow=True)
    assert refusals.MERGE_UNDONE.kk in again.content.decode()


@pytest.mark.django_db
def test_bodies_are_compared_and_a_refusal_loses_nothing(client: Client, around: World) -> None:
    """Two numbers refuse the merge beside what was chosen; the pair can be said to be two and
    looked at again."""
    pair, _people = twins_in(around)
    numbers = (pair.first_structure_id, pair.second_structure_id)
    for number, bin_ in zip(numbers, ("1" * 12, "2" * 12), strict=True):
        Structure.objects.filter(pk=number).update(
            bin=bin_,
            languages=("kk",),
            level="region",
            culture="none",
            registered_on=date(2020, 1, 1),
        )
    Structure.objects.filter(pk=numbers[1]).update(kind="assembly")
    signed_in(client, around)
    address = reverse("duplicate", args=(pair.pk,))
    refused = client.post(address, {"do": "merge", "keep": "second", "field-bin": "first"})
    assert refused.status_code == 422
    text = refused.content.decode()
    assert refusals.TWO_BINS.kk in text
    assert 'name="keep" value="second" checked' in text
    assert 'name="field-bin" value="first" checked' in text
    client.post(address, {"do": "two"})
    two = client.get(reverse("duplicates"), {"shown": "two"}).content.decode()
    assert address in two
    assert client.get(address).status_code == 200
    client.post(address, {"do": "recall"})
    pair.refresh_from_db()
    assert pair.dismissed_at is None
    Structure.objects.filter(pk=numbers[1]).update(bin="", kind="public_association")
    assert client.post(address, {"do": "merge", "keep": "wrong"}).status_code == 302
    assert client.post(address, {"do": "merge"}).status_code == 403


@pytest.mark.django_db
def test_the_pages_ask_few_queries(client: Client, around: World) -> None:
    """Each page of duplicates takes at most 15 queries, session and office included."""
    bodies, people_ = twins_in(around)
    part = around.abai.assembly
    Structure.objects.filter(pk=bodies.first_structure_id).update(parent=part, house=part)
    signed_in(client, around)
    addresses = [reverse("duplicate", args=(one.pk,)) for one in (bodies, people_)]
    for address in (reverse("duplicates"), *addresses, f"{reverse('duplicates')}?shown=merged"):
        client.get(address)
        with CaptureQueriesContext(connection) as captured:
            client.get(address)
        assert len(captured) <= 15, address


@pytest.mark.django_db
def test_the_look_is_ordered_and_watched(client: Client, around: World) -> None:
    """A button has the worker look, the page says how far it is, and says why not twice."""
    signed_in(client, around)
    address = reverse("duplicates")
    assert client.get(reverse("duplicates_seek")).status_code == 302
    assert client.get(address, {"shown": "x", "kind": "x"}).status_code == 200
    client.post(reverse("duplicates_seek"))
    part = client.get(address, headers={"HX-Request": "true"}).content.decode()
    assert "<progress" in part
    assert "<html" not in part
    again = client.post(reverse("duplicates_seek"), follow=True).content.decode()
    assert refusals.RUN_GOES_ON.kk in again


@pytest.mark.django_db
def test_a_foreign_pair_and_an_absent_one_answer_alike(client: Client, around: World) -> None:
    """Another region's pair or merge cannot be told from none."""
    pair, _people = twins_in(around)
    client.force_login(around.account("secretary", around.akmola.assembly))
    for name, number in (("duplicate", pair.pk), ("duplicates_undo", 1)):
        answers = [client.post(reverse(name, args=(one,))) for one in (number, 999)]
        assert [one.status_code for one in answers] == [403, 403]
        texts = [one.content.decode().replace(str(number), "N") for one in answers]
        assert refusals.NOT_YOUR_PAIR.kk in texts[0]
