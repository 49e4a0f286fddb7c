"""Finding words in Kazakh and Russian however they are written, ended or slightly mistyped."""

from birlik.base.values.search.folding import Token, tokens
from birlik.base.values.search.index import Field, Found, WordIndex, asked_words, spans_of
from birlik.base.values.search.sounds import sound
from birlik.base.values.search.vocabulary import Vocabulary

__all__ = [
    "Field",
    "Found",
    "Token",
    "Vocabulary",
    "WordIndex",
    "asked_words",
    "sound",
    "spans_of",
    "tokens",
]
