"""The register is searched by names however they are written, within reach.

The names and what each query must find were written by hand.
"""

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from birlik.base.registry.actions.people import enter_person
from birlik.base.registry.actions.wording import note_words
from birlik.base.registry.engine.people import PersonRow
from birlik.base.registry.engine.searching import words_of
from birlik.base.registry.models import EarlierCard, Person, Posting, Structure, Territory, Word
from birlik.base.registry.queries.searching import search_registry
from birlik.base.registry.refusals.cards import NO_STRUCTURES
from birlik.base.registry.rules.searching import may_search_registry
from birlik.base.values.actor import Actor
from tests.base.registry.world import (
    ABAI,
    AKMOLA,
    AT,
    SYSTEM,
    TODAY,
    body,
    world,
)

pytestmark = pytest.mark.django_db
BODIES = {
    "german": ("«Возрождение» неміс этномәдени бірлестігі", "Немецкое объединение «Возрождение»"),
    "korean": ("«Мирас» корей бірлестігі", "Объединение корейцев «Мирас»"),
    "council": ("Қоғамдық келісім кеңесі", "Совет общественного согласия"),
}
PEOPLE = {
    "zhumabayev": PersonRow("Жұмабаев Ерлан Серікұлы", "Жумабаев Ерлан Серикович"),
    "aigul": PersonRow("Төлегенова Айгүл", "", "Tolegenova Aigul"),
    "fyodorov": PersonRow("Фёдоров Пётр Ильич"),
    "lee": PersonRow("Ли Вера"),
}


def named() -> dict[str, Structure | Person]:
    """The bodies and people of the tests, all in Abai."""
    place = Territory.objects.filter(code=ABAI).first() or Territory.objects.create(
        code=ABAI, kind="oblast", name_kk="Абай облысы", name_ru="Абай"
    )
    made: dict[str, Structure | Person] = {
        name: body("public_association", kk, ru, place) for name, (kk, ru) in BODIES.items()
    }
    note_words(structures=[one for one in made.values() if isinstance(one, Structure)])
    for name, row in PEOPLE.items():
        made[name] = enter_person(SYSTEM, None, at=AT, row=row)
    return made


def found(words: str, by: Actor = SYSTEM, on: date = TODAY) -> list[str]:
    """The names of what answers a query."""
    answer = search_registry(words, by=by, on=on, limit=10)
    return [str(one) for one in (*answer.structures.hits, *answer.people.hits)]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        # Case, ё, і, and Kazakh letters without a Kazakh keyboard.
        ("ЖҰМАБАЕВ", "zhumabayev"),
        ("жумабаев ерлан", "zhumabayev"),
        ("федоров петр", "fyodorov"),
        ("когамдык келисим", "council"),
        # Endings of both languages.
        ("кеңестің", "council"),
        ("бірлестіктер неміс", "german"),
        ("корейцы", "korean"),
        ("немецких", "german"),
        # Latin letters in several ways of writing.
        ("zhumabayev", "zhumabayev"),
        ("Jumabaev Yerlan", "zhumabayev"),
        ("aigul", "aigul"),
        ("Aygül Tölegenova", "aigul"),
        ("vozrozhdenie", "german"),
        # The other language of the same name.
        ("Серикович", "zhumabayev"),
        ("Серікұлы", "zhumabayev"),
        # Slips.
        ("жумабаве", "zhumabayev"),
        ("тулегенова айгуль", "aigul"),
        ("вазрождение", "german"),
        # Short words whole, longer ones from their beginning.
        ("ли", "lee"),
        ("возрожд", "german"),
        # Every word has to be met.
        ("жумабаев вера", ""),
        ("", ""),
        ("?", ""),
    ],
)
def test_names_are_found_however_they_are_written(query: str, expected: str) -> None:
    """Each query finds whom it means and nobody else."""
    made = named()
    assert found(query) == [str(made[name]) for name in expected.split()]


def test_the_better_fit_comes_first() -> None:
    """The name itself comes before one that begins so."""
    place = named()["german"].territory
    longer = body("public_association", "Мирасбек қоры", "", place)
    note_words(structures=[longer])
    assert found("мирас") == [BODIES["korean"][0], "Мирасбек қоры"]


def test_a_bin_is_found_by_all_its_digits_alone() -> None:
    """Twelve digits, with or without spaces, are a BIN; eleven find nothing."""
    one = named()["korean"]
    Structure.objects.filter(pk=one.pk).update(bin="990140000012")
    assert found("990140 000012") == [str(one)]
    assert found("99014000001") == []


def test_a_body_is_found_by_its_earlier_names() -> None:
    """What a body was called is on its earlier cards, and finds it still."""
    one = named()["council"]
    EarlierCard.objects.create(
        structure=one, valid_until=date(2020, 1, 1), card={"name_kk": "Татулық кеңесі"}
    )
    note_words(structures=[one])
    assert found("татулық") == [str(one)]


def test_the_other_entry_is_found_as_the_one_it_is() -> None:
    """The names of an entry that was found to be another's lead to the other."""
    made = named()
    for kept, dropped, word in (("german", "korean", "мирас"), ("aigul", "lee", "ли")):
        one, other = made[kept], made[dropped]
        type(other)._default_manager.filter(pk=other.pk).update(duplicate_of=one.pk)
        other.refresh_from_db()
        if isinstance(one, Structure):
            note_words(structures=[one, other])
        else:
            note_words(people=[one, other])
        assert found(word) == [str(one)]


def test_a_word_of_nobody_goes() -> None:
    """Who has no name any more is not found, and leaves no word behind."""
    one = named()["fyodorov"]
    assert Word.objects.filter(text="федоров").exists()
    one.full_name = ""
    note_words(people=[one])
    assert not Word.objects.filter(text="федоров").exists()
    assert not Posting.objects.filter(person=one).exists()
    assert found("федоров") == []
    assert Word.objects.filter(text="жумабаев").exists()


def test_noting_again_changes_nothing() -> None:
    """The words of the same names are the same rows."""
    one = named()["lee"]
    before = list(Posting.objects.order_by("pk").values_list("pk", flat=True))
    note_words(people=[one])
    assert list(Posting.objects.order_by("pk").values_list("pk", flat=True)) == before


def test_a_latin_form_that_only_says_how_a_name_sounds_is_left_out() -> None:
    """It is met by its sound; an English name stays."""
    assert words_of(["Жұмабаев", "Zhumabayev"]) == {"жумабаев"}
    assert words_of(["Assembly", "Ассамблея"]) == {"assembly", "ассамблея"}
    assert words_of(["8", ""]) == {"8"}


def test_a_foreign_region_is_never_found() -> None:
    """A secretary finds people and bodies of the own region, and no word of another finds any."""
    around = world()
    bodies = list(Structure.objects.all())
    note_words(structures=bodies, people=Person.objects.all())
    own, foreign = around.secretary(around.abai), around.secretary(around.akmola)
    assert "Нұрланов Айбек Абай" in found("нурланов", own)
    assert not [one for one in found("нурланов", own) if "Ақмола" in one]
    assert found("акмола", own) == []
    assert not [one for one in found("бирлестиги", foreign) if "Абай" in one]
    assert found("нурланов", around.actor("researcher")) == []
    assert "Абай бірлестігі" in found("бирлестиги", around.actor("researcher"))


def test_only_what_exists_on_the_day_is_found() -> None:
    """A body is found from its founding until its end."""
    one = named()["german"]
    Structure.objects.filter(pk=one.pk).update(closed_on=date(2024, 1, 1))
    assert found("возрождение") == []
    assert found("возрождение", on=date(2023, 12, 31)) == [str(one)]


def test_more_is_said_where_there_is_more() -> None:
    """As many as are asked for, and whether there are others."""
    place = named()["german"].territory
    note_words(
        structures=[body("public_association", f"«Бірлік {n}» қоры", "", place) for n in range(30)]
    )
    answer = search_registry("бірлік", by=SYSTEM, on=TODAY, limit=5)
    assert len(answer.structures.hits) == 5
    assert answer.structures.more
    assert not answer.none


def test_a_search_asks_few_queries() -> None:
    """The freshness of the words, who holds them, and who is reached: eight queries at most."""
    named()
    found("ли")
    with CaptureQueriesContext(connection) as captured:
        found("вера")
    assert len(captured) <= 8


def test_the_search_is_for_who_reads_the_register() -> None:
    """Who reads neither bodies nor people is refused with the reason."""
    around = world()
    assert may_search_registry(around.secretary(around.abai), AT)
    assert may_search_registry(around.nobody(), AT).reason == NO_STRUCTURES


def test_the_box_suggests_while_somebody_types(client: Client) -> None:
    """Without scripts the form leads to a page of everything; htmx gets the first few as a part;
    both lead to the cards."""
    around = world()
    note_words(structures=Structure.objects.all(), people=Person.objects.all())
    client.force_login(around.account("secretary", around.abai.assembly))
    page = client.get(reverse("registry_search"), {"q": "нурланов"})
    assert "<mark>Нұрланов</mark>" in page.content.decode()
    assert reverse("person", args=(around.abai.person.pk,)) in page.content.decode()
    part = client.get(
        reverse("registry_search"), {"q": "бирлестиги"}, headers={"HX-Request": "true"}
    ).content.decode()
    assert "<html" not in part
    assert reverse("structure", args=(around.abai.association.pk,)) in part
    assert AKMOLA not in part
    nothing = client.get(reverse("registry_search"), {"q": "жоқжоқжоқ"}).content.decode()
    assert "жоқжоқжоқ" in nothing
    assert client.get(reverse("registry_search")).status_code == 200


def test_the_search_over_everything_finds_them_too(client: Client) -> None:
    """Bodies and people are groups of the search that stands on every page."""
    around = world()
    note_words(structures=Structure.objects.all(), people=Person.objects.all())
    client.force_login(around.account("secretary", around.abai.assembly))
    page = client.get(reverse("search"), {"q": "абай"}).content.decode()
    assert reverse("person", args=(around.abai.person.pk,)) in page
    assert reverse("structure", args=(around.abai.association.pk,)) in page
    assert "Ақмола" not in page
