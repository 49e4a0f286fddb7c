"""Finding words in Kazakh and Russian however they are written, ended or slightly mistyped."""

from birlik.base.values.search.folding import Token, tokens
from birlik.base.values.search.index import Field, Found, WordIndex, asked_words, spans_of

__all__ = ["Field", "Found", "Token", "WordIndex", "asked_words", "spans_of", "tokens"]
