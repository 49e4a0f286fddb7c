"""An index of words: which documents hold a word, in whatever form, and how well it fits."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from birlik.base.values.search.folding import tokens
from birlik.base.values.search.vocabulary import Vocabulary

Document = TypeVar("Document")

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
        words: dict[tuple[str, str], None] = {}
        for document, fields in documents:
            for one in fields:
                for form in (form for token in tokens(one.text) for form in token.forms):
                    known = postings[form]
                    known[document] = max(known.get(document, 0.0), one.weight)
                    words[form, one.language] = None
        self.postings = dict(postings)
        self.vocabulary = Vocabulary()
        self.vocabulary.add(words)

    def found(self, forms: Sequence[str]) -> Found[Document]:
        """What is found for a word that is asked for, given in its folded forms."""
        fits = self.vocabulary.fits(forms)
        documents: dict[Document, float] = {}
        for word, fit in fits.items():
            for document, weight in self.postings[word].items():
                documents[document] = max(documents.get(document, 0.0), fit * weight)
        return Found(frozenset(fits), documents)


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
