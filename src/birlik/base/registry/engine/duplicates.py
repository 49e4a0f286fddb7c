"""Which entries look like one: people by their names and where they are kept, bodies by the words
that tell their names apart, their kind, their territory and what they are a part of.

Only entries that share a key are compared, so that tens of thousands take seconds; what is compared
are sounds, in which scripts and ways of writing meet (see `base.values.search.sounds`). Words are
compared as the normalised Indel similarity of rapidfuzz, 0 to 100. What is weighed:

- people: the likeness of the whole names; less where the records lie in other regions and the two
  sit in no body together, for namesakes are many (see `AWAY`);
- bodies: which part of their words, weighed by how rare they are (the logarithm of how many bodies
  have one), is common to both; less for another kind, parent or place.

Two numbers of the State (ИИН, БСН) that differ are two people, and mostly two bodies.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from rapidfuzz import fuzz

from birlik.base.values.search import sound, tokens

LEAST = 85
"""The score from which two entries are shown to somebody."""

ALIKE = 80.0
"""How like two words are that may be one with a slip."""

COMMON = 60
"""In how many entries at most a key is found that brings them together."""

AWAY, UNPLACED = 18, 6
"""What people lose who are kept in two regions, and where one is kept in none."""

OTHER_KIND, OTHER_PLACE, NESTED, OTHER_PARENT, OTHER_BIN = 10, 22, 8, 12, 12
"""What bodies lose for another kind, place (or one that lies in the other's), parent, number."""

FATHERS = ("uli", "kizi", "oviq", "eviq", "ovna", "evna", "iq", "ina")
"""How patronymics end, as they sound: Серікұлы, Серикович."""


@dataclass(frozen=True, slots=True)
class Human:
    """A person as compared: names in every form, the digest of the number (ИИН), the codes of the
    territory with those it lies in, and the bodies in which the person sits."""

    number: int
    names: tuple[str, ...]
    digest: str = ""
    places: tuple[str, ...] = ()
    bodies: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Body:
    """A body as compared: its names by language, BIN, kind, the codes of its territory with those
    it lies in, its parent, and the bodies with which it stands in a line of succession."""

    number: int
    names: Mapping[str, str]
    bin: str = ""
    kind: str = ""
    places: tuple[str, ...] = ()
    parent: int | None = None
    line: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True, order=True)
class Pair:
    """Two entries that look like one, the smaller number first; `score` is 0 to 100."""

    first: int
    second: int
    score: int
    by_number: bool = False


def pairs_of_people(humans: Iterable[Human]) -> Iterator[Pair]:
    """The people who may be entered twice."""
    known = {one.number: one for one in humans}
    heard = {one.number: [heard_name(name) for name in one.names] for one in known.values()}
    keys = {number: keys_of_names(names) for number, names in heard.items()}
    for first, second in compared(keys):
        pair = score_of_people(known[first], known[second], heard[first], heard[second])
        if pair.score >= LEAST:
            yield pair


def heard_name(name: str) -> tuple[str, ...]:
    """The sounds of the words of a full name, without what makes a patronymic of a name."""
    return tuple(
        without_father(sound(token.forms[-1]) or token.forms[-1]) for token in tokens(name)
    )


@lru_cache(maxsize=100_000)
def without_father(heard: str) -> str:
    """A sound without the ending of a patronymic."""
    for ending in FATHERS:
        if heard.endswith(ending) and len(heard) > len(ending) + 2:
            return heard[: -len(ending)]
    return heard


def keys_of_names(names: Sequence[tuple[str, ...]]) -> set[str]:
    """What brings people together: one word without its vowels, and the beginning of another."""
    return {
        f"{bare(one)} {other[:3]}"
        for words in names
        for place, one in enumerate(words)
        for elsewhere, other in enumerate(words)
        if place != elsewhere
    }


VOWELS = str.maketrans("", "", "aeiou")


def bare(heard: str) -> str:
    """A sound without its vowels, in which slips are most."""
    return heard.translate(VOWELS) or heard


def score_of_people(
    one: Human, other: Human, names: Sequence[tuple[str, ...]], others: Sequence[tuple[str, ...]]
) -> Pair:
    """How much two people look like one."""
    first, second = sorted((one.number, other.number))
    if one.digest and other.digest:
        same = one.digest == other.digest
        return Pair(first, second, 100 if same else 0, by_number=same)
    likeness = max(like_names(mine, theirs) for mine in names for theirs in others)
    return Pair(first, second, max(0, round(likeness) - distance(one, other)))


def like_names(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    """How like two full names are, in whatever order their words stand; 0 where a word of the
    shorter has none like it in the other, or where one is a single word."""
    short, long = sorted((one, other), key=len)
    if len(short) < 2:
        return 0.0
    if any(max(fuzz.ratio(word, each) for each in long) < ALIKE for word in short):
        return 0.0
    missing = 4.0 * (len(long) - len(short))
    whole = max(fuzz.ratio(" ".join(one), " ".join(other)), fuzz.ratio(*map(joined, (one, other))))
    return whole if not missing else 100.0 - missing - (100.0 - partial(short, long))


def joined(words: Iterable[str]) -> str:
    """Words in the order of letters."""
    return " ".join(sorted(words))


def partial(short: Sequence[str], long: Sequence[str]) -> float:
    """How like the words of a shorter name are to those of a longer, on average."""
    return sum(max(fuzz.ratio(word, each) for each in long) for word in short) / len(short)


def distance(one: Human, other: Human) -> int:
    """What two people lose who are not kept in one region."""
    if one.bodies & other.bodies:
        return 0
    if not one.places or not other.places:
        return UNPLACED
    return 0 if one.places[-1] == other.places[-1] else AWAY


def pairs_of_bodies(bodies: Iterable[Body]) -> Iterator[Pair]:
    """The bodies that may be entered twice."""
    known = {one.number: one for one in bodies}
    words = {one.number: words_by_language(one) for one in known.values()}
    counts = Counter(word for several in words.values() for word in set().union(*several.values()))
    rarity = {word: math.log(1 + len(known) / count) for word, count in counts.items()}
    keys = {one.number: keys_of_body(one, words[one.number], counts) for one in known.values()}
    for first, second in compared(keys):
        pair = score_of_bodies(known[first], known[second], words[first], words[second], rarity)
        if pair.score >= LEAST:
            yield pair


def words_by_language(one: Body) -> dict[str, frozenset[str]]:
    """Language → the sounds and numbers of the words of a name."""
    found = {
        language: frozenset(sound(token.forms[-1]) or token.forms[-1] for token in tokens(name))
        for language, name in one.names.items()
    }
    return {language: words for language, words in found.items() if words}


def keys_of_body(
    one: Body, words: Mapping[str, frozenset[str]], counts: Mapping[str, int]
) -> set[str]:
    """What brings bodies together: number, kind and place, and words that few have."""
    place = one.places[0] if one.places else ""
    keys = {f"bin {one.bin}"} if one.bin else set()
    keys |= {
        f"word {bare(word)}" for word in set().union(*words.values()) if counts[word] <= COMMON
    }
    return keys | {f"{one.kind} {place} {one.parent or ''}"}


def score_of_bodies(
    one: Body,
    other: Body,
    mine: Mapping[str, frozenset[str]],
    theirs: Mapping[str, frozenset[str]],
    rarity: Mapping[str, float],
) -> Pair:
    """How much two bodies look like one; those of a line of succession are two."""
    first, second = sorted((one.number, other.number))
    if other.number in one.line or one.number in other.line:
        return Pair(first, second, 0)
    if one.bin and one.bin == other.bin:
        return Pair(first, second, 100, by_number=True)
    shared = mine.keys() & theirs.keys()
    ways = ((language, language) for language in shared) if shared else across(mine, theirs)
    likeness = max((common(mine[a], theirs[b], rarity) for a, b in ways), default=0.0)
    return Pair(first, second, max(0, round(likeness * 100) - apart(one, other)))


def across(
    mine: Mapping[str, frozenset[str]], theirs: Mapping[str, frozenset[str]]
) -> Iterator[tuple[str, str]]:
    """The pairs of languages of two bodies that have no language in common."""
    return ((a, b) for a in mine for b in theirs)


def common(one: frozenset[str], other: frozenset[str], rarity: Mapping[str, float]) -> float:
    """The part of the weight of two sets of words that both have, 0 to 1; a word with a slip
    counts as far as it is like."""
    both = one & other
    mine, theirs = one - both, other - both
    shared = 2 * sum(rarity[word] for word in both)
    for word in mine:
        best, like = nearest(word, theirs)
        if best:
            shared += (rarity[word] + rarity[best]) * like / 100
    weight = sum(rarity[word] for word in one) + sum(rarity[word] for word in other)
    return shared / weight


def nearest(word: str, others: Iterable[str]) -> tuple[str, float]:
    """The word most like another, and how like it is; ('', 0) where none is. Numbers have no
    slips: 5 is not 6."""
    if not word.isalpha():
        return "", 0.0
    likes = [(fuzz.ratio(word, each), each) for each in others if each.isalpha()]
    like, best = max(likes, default=(0.0, ""))
    return (best, like) if like >= ALIKE else ("", 0.0)


def apart(one: Body, other: Body) -> int:
    """What two bodies lose for what tells them apart beside their names."""
    lost = OTHER_KIND * (one.kind != other.kind)
    lost += OTHER_BIN * bool(one.bin and other.bin)
    lost += OTHER_PARENT * bool(one.parent and other.parent and one.parent != other.parent)
    return lost + place_apart(one.places, other.places)


def place_apart(one: tuple[str, ...], other: tuple[str, ...]) -> int:
    """What two bodies lose for their places; none is the republic's."""
    if one[:1] == other[:1]:
        return 0
    nested = bool(one and other) and (one[0] in other or other[0] in one)
    return NESTED if nested else OTHER_PLACE


def compared(keys: Mapping[int, Iterable[str]]) -> Iterator[tuple[int, int]]:
    """The pairs of entries that share a key, each once, as (smaller, larger)."""
    having: defaultdict[str, list[int]] = defaultdict(list)
    for number, some in keys.items():
        for key in some:
            having[key].append(number)
    seen: set[tuple[int, int]] = set()
    for numbers in having.values():
        for pair in combinations(sorted(numbers), 2):
            if pair not in seen:
                seen.add(pair)
                yield pair
