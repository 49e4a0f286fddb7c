"""An index of words: which documents hold a word, in whatever form, and how well it fits.

A word that is asked for meets a word of a text when both are the same, have a stem in common, or
the first begins the second; where it meets none, one slip (a letter too many, missing or wrong, or
two changed round) is forgiven in longer words.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from rapidfuzz import process
from rapidfuzz.distance import OSA

from birlik.base.values.search.endings import stems
from birlik.base.values.search.folding import tokens

Document = TypeVar("Document")

SAME, KIN, BEGUN, SLIPPED = 1.0, 0.9, 0.7, 0.5
"""How well a word fits: the same, of the same stem, begun, with a slip."""

BEGINS_FROM, HARDLY_BEGINS_FROM = 4, 3
"""How many letters begin a word; how many do where nothing else was found."""

SLIP_FROM, SLIP_STEM_FROM = 6, 5
"""How many letters a word has, and its stem, in which a slip is forgiven."""

MOST_WORDS = 8
EMPTY = "жане мен бен пен и а в на по о об к с у от до из за для при the of and for in a to"
"""Words (folded) that are not looked for where others are."""


@dataclass(frozen=True, slots=True)
class Field:
    """A text of a document: its language ('' for names and numbers), and how much it weighs."""

    text: str
    language: str = ""
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Found(Generic[Document]):
    """What was found for one word: the words of texts that it meets, and how well it fits each
    document."""

    words: frozenset[str] = frozenset()
    documents: dict[Document, float] = field(default_factory=dict)


class WordIndex(Generic[Document]):
    """The words of some documents; it never changes once it is made."""

    def __init__(self, documents: Iterable[tuple[Document, Iterable[Field]]]) -> None:
        postings: defaultdict[str, dict[Document, float]] = defaultdict(dict)
        kin: defaultdict[str, set[str]] = defaultdict(set)
        for document, fields in documents:
            for one in fields:
                for form in (form for token in tokens(one.text) for form in token.forms):
                    known = postings[form]
                    known[document] = max(known.get(document, 0.0), one.weight)
                    for stem in stems(form, one.language):
                        kin[stem].add(form)
        self.postings = dict(postings)
        self.kin = dict(kin)
        self.ordered = sorted(self.postings)
        self.by_length: defaultdict[int, list[str]] = defaultdict(list)
        for stem in kin:
            self.by_length[len(stem)].append(stem)

    def found(self, forms: Sequence[str]) -> Found[Document]:
        """What is found for a word that is asked for, given in its folded forms."""
        fits: dict[str, float] = {}
        for form in forms:
            for word, fit in self.met(form):
                fits[word] = max(fit, fits.get(word, 0.0))
        documents: dict[Document, float] = {}
        for word, fit in fits.items():
            for document, weight in self.postings[word].items():
                documents[document] = max(documents.get(document, 0.0), fit * weight)
        return Found(frozenset(fits), documents)

    def met(self, form: str) -> Iterator[tuple[str, float]]:
        """The words that a form meets, with how well they fit; a slip is looked for last."""
        near = dict(self.near(form))
        yield from near.items()
        if not near and len(form) >= SLIP_FROM and form.isalpha():
            yield from ((word, SLIPPED) for word in self.slipped(form))

    def near(self, form: str) -> Iterator[tuple[str, float]]:
        """The words that are the same, of one stem, or begun by a form; the best fit comes last."""
        kin = {word for stem in stems(form) for word in self.kin.get(stem, ())}
        least = BEGINS_FROM if kin else HARDLY_BEGINS_FROM
        if len(form) >= least and form.isalpha():
            yield from ((word, BEGUN) for word in self.begun(form))
        yield from ((word, KIN) for word in kin)
        if form in self.postings:
            yield form, SAME

    def begun(self, form: str) -> Iterator[str]:
        """The words that begin with a form."""
        for place in range(bisect_left(self.ordered, form), len(self.ordered)):
            if not self.ordered[place].startswith(form):
                return
            yield self.ordered[place]

    def slipped(self, form: str) -> set[str]:
        """The words of which a stem differs by one slip from a stem of the form."""
        found: set[str] = set()
        for stem in (one for one in stems(form) if len(one) >= SLIP_STEM_FROM):
            for length in (len(stem) - 1, len(stem), len(stem) + 1):
                near = process.extract(
                    stem,
                    self.by_length.get(length, ()),
                    scorer=OSA.distance,
                    score_cutoff=1,
                    limit=None,
                )
                found |= {word for known, _slips, _place in near for word in self.kin[known]}
        return found


def asked_words(text: str) -> list[tuple[str, ...]]:
    """The words of a query in their folded forms: the first few, without those that say nothing
    by themselves unless there is nothing else."""
    asked = list(dict.fromkeys(token.forms for token in tokens(text)))
    telling = [forms for forms in asked if not set(forms) <= set(EMPTY.split())]
    return (telling or asked)[:MOST_WORDS]


def spans_of(text: str, words: Collection[str]) -> list[tuple[int, int]]:
    """Where the words that were met stand in a text, as `[start, end)`."""
    return [
        (token.start, token.end)
        for token in tokens(text)
        if any(form in words for form in token.forms)
    ]
