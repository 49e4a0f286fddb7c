"""A register at full scale: how long the search takes, and a run that looks for duplicates.

Run by `python -m benchmarks registry_search`, once for each database, with Django set up. The
people and bodies are invented from syllables; one query in three is misspelt, one in six written in
Latin letters.
"""

import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from os import cpu_count, getloadavg
from typing import TypeVar

from django.db import connection
from django.utils.timezone import now
from rich.console import Console
from rich.table import Table

from birlik.base.registry.actions.wording import note_words
from birlik.base.registry.models import Likeness, Person, Structure, Territory
from birlik.base.registry.queries.searching import KNOWN, search_registry
from birlik.base.registry.tasks.duplicates import seek_nightly
from birlik.base.values.actor import Actor, Grant
from birlik.base.values.clock import day_of
from birlik.base.values.collation import sort_key
from birlik.wiring.prepare import prepare

SYSTEM = Actor.system()
Thing = TypeVar("Thing")
PEOPLE, BODIES, QUERIES, LIMIT = 50_000, 5_000, 500, 8
PLANTED = 300
SEARCH, WORDING, VOCABULARY, SEEKING = 50.0, 15_000.0, 5_000.0, 120_000.0
"""Milliseconds that are allowed: a search at 95 %, the words of the whole register, the first
search of a process, and a look for duplicates."""

ONSETS = ["б", "г", "ғ", "д", "ж", "з", "к", "қ", "л", "м", "н", "п", "р", "с", "т", "ш"]
VOWELS = ["а", "ә", "е", "и", "о", "ө", "ұ", "ү", "ы", "і"]
CODAS = ("", "", "", "н", "р", "л", "т", "м", "й")
GIVEN, SURNAMES = 1_500, 8_000
KINDS = {
    "ethnocultural_association": ("этномәдени бірлестігі", "этнокультурное объединение"),
    "public_accord_council": ("қоғамдық келісім кеңесі", "совет общественного согласия"),
    "mothers_council": ("аналар кеңесі", "совет матерей"),
    "house_of_friendship": ("достық үйі", "дом дружбы"),
    "mediation_cabinet": ("медиация кабинеті", "кабинет медиации"),
}
RUSSIAN = str.maketrans("әғқңөұүһі", "агкноуухи")
LATIN = {
    **dict(zip("абвгдезиклмнопрстуфы", "abvgdeziklmnoprstufy", strict=True)),
    **dict(zip("әғқңөұүһій", "agknouuhii", strict=True)),
    **{"ж": "zh", "ш": "sh", "х": "kh", "ч": "ch"},
}


class Chance:
    """Numbers that look drawn by lot and are the same in every run (the generator of MMIX, Knuth,
    The Art of Computer Programming, volume 2, 3.3.4)."""

    def __init__(self, seed: int) -> None:
        self.state = seed

    def below(self, limit: int) -> int:
        """A number from 0, below a limit."""
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2**64
        return (self.state >> 33) % limit

    def choice(self, some: Sequence[Thing]) -> Thing:
        """One of several things."""
        return some[self.below(len(some))]


@dataclass(frozen=True, slots=True)
class Timed:
    """What was measured: milliseconds at the middle, at 95 %, and allowed."""

    name: str
    middle: float
    slow: float
    allowed: float


def stem(chance: Chance, syllables: int) -> str:
    """A name that nobody bears."""
    parts = (
        chance.choice(ONSETS) + chance.choice(VOWELS) + chance.choice(CODAS)
        for _ in range(syllables)
    )
    return "".join(parts).capitalize()


def people(chance: Chance, places: Sequence[Territory]) -> list[Person]:
    """People with diverse names, over all regions."""
    given = sorted({stem(chance, 2) for _ in range(GIVEN)})
    surnames = sorted({stem(chance, chance.choice((2, 2, 3))) for _ in range(SURNAMES)})
    found = []
    for place in range(PEOPLE):
        woman = place % 2
        surname = chance.choice(surnames) + ("ова" if woman else "ов")
        father = chance.choice(given)
        name = f"{surname} {chance.choice(given)} {father}{'қызы' if woman else 'ұлы'}"
        found.append(
            Person(
                full_name=name,
                full_name_ru=name.translate(RUSSIAN),
                territory=chance.choice(places),
                sort_key=sort_key(name),
            )
        )
    return Person.objects.bulk_create(found, batch_size=2_000)


def bodies(chance: Chance, places: Sequence[Territory]) -> list[Structure]:
    """Bodies of the common kinds, over all regions."""
    found = []
    for place in range(BODIES):
        kind = chance.choice(sorted(KINDS))
        (kk, ru), proper = KINDS[kind], stem(chance, 3)
        region = chance.choice(places)
        name = f"{region.name_kk} «{proper}» {kk}"
        found.append(
            Structure(
                kind=kind,
                name_kk=name,
                name_ru=f"{ru} «{proper.translate(RUSSIAN)}», {region.name_ru}",
                territory=region,
                bin=f"{990_140_000_000 + place}",
                sort_key=sort_key(name),
            )
        )
    return Structure.objects.bulk_create(found, batch_size=1_000)


def queries(chance: Chance, some: Sequence[Person], all_bodies: Sequence[Structure]) -> list[str]:
    """What people type: a few words of a name, as it is, misspelt, or in other letters."""
    names = [one.full_name for one in [chance.choice(some) for _ in range(QUERIES * 2 // 3)]]
    names += [
        one.name_kk.replace("«", "").replace("»", "")
        for one in [chance.choice(all_bodies) for _ in range(QUERIES)]
    ]
    return [typed(chance, name, place) for place, name in enumerate(names[:QUERIES])]


def typed(chance: Chance, name: str, place: int) -> str:
    """One or two words of a name in one of the ways in which they are typed."""
    words = name.split()
    chosen = words[place % 2 :][: 1 + place % 2] if place % 3 else words[-2:]
    text = " ".join(chosen)
    ways: tuple[Callable[[str], str], ...] = (
        str,
        str.upper,
        lambda one: one.casefold().translate(RUSSIAN),
        lambda one: slipped(chance, one),
        lambda one: slipped(chance, one.casefold()),
        lambda one: "".join(LATIN.get(letter, letter) for letter in one.casefold()),
    )
    return ways[place % len(ways)](text)


def slipped(chance: Chance, text: str) -> str:
    """A text with one slip in its longest word."""
    longest = max(text.split(), key=len)
    place = 1 + chance.below(len(longest) - 2)
    wrong = longest[:place] + chance.choice(("", "а", longest[place] * 2)) + longest[place + 1 :]
    return text.replace(longest, wrong, 1)


def measured() -> Iterator[Timed]:
    """Build the register in an empty database and measure everything."""
    chance = Chance(2026)
    prepare()
    places = list(Territory.objects.filter(parent=None))
    some, all_bodies = people(chance, places), bodies(chance, places)
    yield once("note the words of all", lambda: noted(some, all_bodies), WORDING)
    settle_statistics()
    KNOWN.forget()
    on = day_of(now())
    yield once(
        "first search of a process",
        lambda: search_registry("достық", by=SYSTEM, on=on, limit=LIMIT),
        VOCABULARY,
    )
    asked = queries(chance, some, all_bodies)
    yield searched("search, the republic", asked, SYSTEM, on)
    yield searched("search, a region", asked, regional(places[0]), on)
    common = ["кеңес", "достық үйі", "совет общественного согласия", "қоғамдық келісім кеңесі"]
    yield searched("search, the commonest words", common * 10, SYSTEM, on)
    planted(chance, some, all_bodies)
    yield once("look for duplicates", lambda: seek_nightly(at=now()), SEEKING)
    print(f"{Likeness.objects.count()} pairs found, {2 * PLANTED} planted")


def planted(chance: Chance, some: Sequence[Person], all_bodies: Sequence[Structure]) -> None:
    """Second entries of some people and bodies, each with a slip in its name."""
    for one in some[: PLANTED * 7 : 7]:
        name = slipped(chance, one.full_name)
        Person.objects.create(full_name=name, territory_id=one.territory_id)
    for body in all_bodies[: PLANTED * 7 : 7]:
        name = slipped(chance, body.name_kk)
        Structure.objects.create(kind=body.kind, name_kk=name, territory_id=body.territory_id)


def noted(some: Sequence[Person], all_bodies: Sequence[Structure]) -> None:
    """The words of the whole register, as an import notes them."""
    note_words(all_bodies, some)


def regional(place: Territory) -> Actor:
    """The secretary of a region."""
    grants = (
        Grant(power, territory_code=place.code) for power in ("structures.read", "people.read")
    )
    return Actor(1, 1, "secretary", frozenset(grants))


def searched(name: str, asked: Sequence[str], by: Actor, on: date) -> Timed:
    """Each query once."""
    taken, found = [], 0
    for words in asked:
        begun = time.perf_counter()
        answer = search_registry(words, by=by, on=on, limit=LIMIT)
        taken.append((time.perf_counter() - begun) * 1000)
        found += not answer.none
    cuts = statistics.quantiles(taken, n=20)
    return Timed(
        f"{name} ({found} of {len(asked)} found)", statistics.median(taken), cuts[-1], SEARCH
    )


def once(name: str, work: Callable[[], object], allowed: float) -> Timed:
    """What is done once."""
    begun = time.perf_counter()
    work()
    taken = (time.perf_counter() - begun) * 1000
    return Timed(name, taken, taken, allowed)


def settle_statistics() -> None:
    """Let the database know its tables, as an installation's does by itself."""
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE")


def main() -> None:
    """Print a table of what was measured, with the load of the machine above it."""
    title = f"{connection.vendor}, load {getloadavg()[0]:.1f} on {cpu_count()} processors"
    table = Table("what", "p50, ms", "p95, ms", "allowed", "", title=title)
    for one in measured():
        figures = (f"{figure:.1f}" for figure in (one.middle, one.slow, one.allowed))
        table.add_row(one.name, *figures, "exceeds" if one.slow > one.allowed else "")
    Console().print(table)
