"""Finding bodies and people by their names, within reach.

The vocabulary, of which a word of a query means some words, is kept by each server process and
grows with the table: a few figures of the table tell whether it did. Which entries hold all the
words is asked of the database, together with whom the actor reaches; so nothing is read of anybody
else. People are found by whoever reads their records (`people.read`), each within that reach;
who only reads bodies finds no people by name, but sees on each card who holds its public offices.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import reduce
from operator import add
from threading import Lock
from typing import Generic, Literal, TypeVar

from django.db.models import Case, F, FloatField, Max, QuerySet, When

from birlik.base.registry.models import Person, Posting, Structure, Word
from birlik.base.registry.queries.cards import structures_as_of
from birlik.base.registry.queries.people import people_as_of
from birlik.base.values.actor import Actor
from birlik.base.values.search import Vocabulary, asked_words

Kind = Literal["structure", "person"]
Fits = Mapping[int, float]
"""Number of a word → how well it fits a word that was asked for."""

BIN = re.compile(r"\d{12}")
EXAMINED = 5_000
"""Of how many entries at most it is asked whether they are reached."""

Hit = TypeVar("Hit", Structure, Person)


@dataclass(frozen=True, slots=True)
class Part(Generic[Hit]):
    """The best answers of a kind; `more` says whether there are others."""

    hits: tuple[Hit, ...] = ()
    more: bool = False


@dataclass(frozen=True, slots=True)
class Answers:
    """What answers a query; `words` are the folded words that it met, for marking them."""

    words: frozenset[str] = frozenset()
    structures: Part[Structure] = Part()
    people: Part[Person] = Part()

    @property
    def none(self) -> bool:
        """Whether nothing was found."""
        return not (self.structures.hits or self.people.hits)


class Known:
    """The vocabulary of the table of words as one process knows it.

    A word that is gone from the table stays in the vocabulary, and means nothing; `numbers` still
    has those that went with the last change, for who was just told of them.
    """

    def __init__(self) -> None:
        self.lock = Lock()
        self.forget()

    def forget(self) -> None:
        """Begin anew."""
        self.state: tuple[object, ...] = ()
        self.table: dict[str, int] = {}
        self.numbers: dict[str, int] = {}
        self.vocabulary = Vocabulary(aloud=True)

    def fits(self, asked: Sequence[Sequence[str]], *, slips: bool) -> list[dict[str, float]]:
        """For each word that is asked for, in its folded forms, the words of the table that it
        means."""
        with self.lock:
            self.refresh()
            found = [self.vocabulary.fits(forms, slips=slips) for forms in asked]
            return [{word: fit for word, fit in one.items() if word in self.table} for one in found]

    def refresh(self) -> None:
        """Take in the words that are new."""
        rows = Word.objects.order_by("-pk")
        state = (rows.count(), rows.values_list("pk", "text").first())
        if state == self.state:
            return
        table = dict(rows.values_list("text", "pk"))
        self.vocabulary.add((text, "") for text in table.keys() - self.vocabulary.words)
        self.numbers = self.table | table
        self.state, self.table = state, table


KNOWN = Known()


def search_registry(words: str, *, by: Actor, on: date, limit: int) -> Answers:
    """The bodies and people whose names hold every word of a query, as far as `by` reaches them on
    a day: the best first, `limit` of each. Slips are forgiven in any word where nothing holds all
    of them; twelve digits are a BIN, by which a body is found exactly."""
    if number := BIN.fullmatch(re.sub(r"\s", "", words)):
        return Answers(structures=with_bin(number[0], by=by, on=on))
    asked = asked_words(words)
    found = Answers()
    for slips in (False, True):
        if asked and found.none:
            found = answers(KNOWN.fits(asked, slips=slips), by=by, on=on, limit=limit)
    return found


def with_bin(number: str, *, by: Actor, on: date) -> Part[Structure]:
    """The body that has a number (БСН), within reach."""
    return Part(tuple(structures_as_of(on, by=by).filter(bin=number)))


def answers(terms: Sequence[Mapping[str, float]], *, by: Actor, on: date, limit: int) -> Answers:
    """What holds a word of each term."""
    if not all(terms):
        return Answers()
    fits = [{KNOWN.numbers[word]: fit for word, fit in term.items()} for term in terms]
    people = by.holds("people.read")
    return Answers(
        frozenset().union(*terms),
        best("structure", fits, lambda: structures_as_of(on, by=by), limit),
        best("person", fits, lambda: people_as_of(on, by=by), limit) if people else Part(),
    )


def best(
    kind: Kind, terms: Sequence[Fits], seen: Callable[[], QuerySet[Hit]], limit: int
) -> Part[Hit]:
    """The best of those seen that hold a word of each term: how well the words fit decides, then
    the order of names.

    Whom the actor reaches is asked of the few best first, and then at once of all others: asking
    it of many portions would find out each time who is reached.
    """
    numbers = ranked(kind, terms)
    few = 4 * limit
    found: list[int] = []
    for some in (numbers[:few], numbers[few:]):
        if some and len(found) <= limit:
            reached = set(seen().order_by().filter(pk__in=some).values_list("pk", flat=True))
            found += [one for one in some if one in reached]
    rows = seen().model._default_manager.select_related("territory").in_bulk(found[:limit])
    return Part(tuple(rows[one] for one in found[:limit]), len(found) > limit)


def ranked(kind: Kind, terms: Sequence[Fits]) -> list[int]:
    """The numbers of the entries that hold a word of each term, the best first."""
    fit = {f"fit_{place}": fit_of(term) for place, term in enumerate(terms)}
    rows = (
        Posting.objects.filter(
            **{f"{kind}__isnull": False}, word__in={word for term in terms for word in term}
        )
        .values(kind)
        .annotate(**fit)
        .filter(**{f"{name}__gt": 0 for name in fit})
        .order_by(-reduce(add, map(F, fit)), f"{kind}__sort_key", kind)
    )
    return list(rows.values_list(kind, flat=True)[:EXAMINED])


def fit_of(term: Fits) -> Max:
    """How well the best word of an entry fits a term; 0 where none does."""
    levels = sorted(set(term.values()))
    cases = (
        When(word__in=[word for word, fit in term.items() if fit == level], then=level)
        for level in levels
    )
    return Max(Case(*cases, default=0.0, output_field=FloatField()))
