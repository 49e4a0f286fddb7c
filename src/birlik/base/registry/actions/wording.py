"""Keeping the words by which bodies and people are found.

Whoever enters, renames, merges or erases one calls `note_words` in the same action, once for all.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Literal

from birlik.base.registry.engine.searching import words_of
from birlik.base.registry.models import EarlierCard, Person, Posting, Structure, Word

Kind = Literal["structure", "person"]
BATCH = 5_000
NAMES = ("name_kk", "name_ru", "name_en", "short_kk", "short_ru")
"""What a body is called, on its card and on those before it."""

FULL_NAMES = ("full_name", "full_name_ru", "full_name_latin")


def note_words(structures: Iterable[Structure] = (), people: Iterable[Person] = ()) -> None:
    """Bring the words by which bodies and people are found to what their rows say now.

    A body is found by its present and its earlier names. Who was found to be another's entry is
    not found, but the other is by both names; who was erased or has no name is not found at all.
    """
    bodies, some = list(structures), list(people)
    for begin in range(0, len(bodies), BATCH):
        names = names_of(bodies[begin : begin + BATCH])
        keep("structure", {one: words_of(texts) for one, texts in names.items()})
    for begin in range(0, len(some), BATCH):
        names = full_names_of(some[begin : begin + BATCH])
        keep("person", {one: words_of(texts) for one, texts in names.items()})


def names_of(bodies: Sequence[Structure]) -> dict[int, list[str]]:
    """Number of a body → its names now and before, and those of its other entries."""
    names = {one.pk: names_on(one, NAMES) for one in bodies}
    for one in Structure.objects.filter(duplicate_of__in=names):
        names[one.duplicate_of_id or 0] += names_on(one, NAMES)
    for body, card in EarlierCard.objects.filter(structure__in=names).values_list(
        "structure", "card"
    ):
        names[body] += [str(card[name]) for name in NAMES if card.get(name)]
    return names | {one.pk: [] for one in bodies if one.duplicate_of_id}


def full_names_of(people: Sequence[Person]) -> dict[int, list[str]]:
    """Number of a person → the names in every form, and those of the person's other entries."""
    names = {one.pk: names_on(one, FULL_NAMES) for one in people}
    for one in Person.objects.filter(duplicate_of__in=names):
        names[one.duplicate_of_id or 0] += names_on(one, FULL_NAMES)
    return names | {one.pk: [] for one in people if one.duplicate_of_id or one.erased_at}


def names_on(one: Structure | Person, columns: Iterable[str]) -> list[str]:
    """What stands in the columns of a row."""
    return [text for column in columns if (text := getattr(one, column))]


def keep(kind: Kind, wanted: Mapping[int, Collection[str]]) -> None:
    """Bring the postings of some bodies or people to their words; a word of nobody goes."""
    numbers = words_numbered(frozenset().union(*wanted.values()))
    gone: defaultdict[int, list[int]] = defaultdict(list)
    missing = {(one, numbers[word]) for one, words in wanted.items() for word in words}
    held = Posting.objects.filter(**{f"{kind}__in": list(wanted)})
    for posting, one, word in held.values_list("pk", kind, "word"):
        if (one, word) in missing:
            missing.remove((one, word))
        else:
            gone[word].append(posting)
    Posting.objects.bulk_create(
        [Posting(word_id=word, **{f"{kind}_id": one}) for one, word in sorted(missing)],
        batch_size=BATCH,
    )
    Posting.objects.filter(pk__in=[one for postings in gone.values() for one in postings]).delete()
    Word.objects.filter(pk__in=list(gone), postings=None).delete()


def words_numbered(texts: Collection[str]) -> dict[str, int]:
    """Word → its number, of those that were known and those that are now."""
    wanted = sorted(texts)
    numbers: dict[str, int] = {}
    for begin in range(0, len(wanted), BATCH):
        some = wanted[begin : begin + BATCH]
        known = Word.objects.filter(text__in=some)
        numbers |= dict(known.values_list("text", "pk"))
        new = [Word(text=one) for one in some if one not in numbers]
        if new:
            Word.objects.bulk_create(new, ignore_conflicts=True)
            numbers |= dict(known.values_list("text", "pk"))
    return numbers
