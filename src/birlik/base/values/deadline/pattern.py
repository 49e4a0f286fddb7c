"""Patterns over tokens: a regular expression whose letters are the kinds of tokens.

Each kind is given one character, so that "N TIMES (IN|EVERY) P" runs as an ordinary regular
expression over the string of a deadline's kinds.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from birlik.base.values.deadline.facts import Fact
from birlik.base.values.deadline.token import Token
from birlik.base.values.local_text import LANGUAGES, Language

GROUPS = {
    "P": "(?:YR|HALF|QTR|MON|WEEK)",
    "LIM": "(?:BEFORE|NOT_LATER|BY)",
    "NUM": "(?:N|R)",
    "M": "(?:MONTH|MONTH_TO|MONTH_OF)",
    "REP": "(?:(?:REPORTED|EVERY)* (?:SPAN|YR|YR_FROM|HALF|QTR|MON|WEEK)|REPORTED)",
    "OFTEN": "(?:N TIMES|COUNT_TIMES)",
}
"""Names for kinds that stand in the same places."""

_NAME = re.compile(r"[A-Z_]+")
_CODES: dict[str, str] = {}


@dataclass(frozen=True, slots=True)
class Phrase:
    """The tokens that a pattern matched."""

    tokens: Sequence[Token]
    text: str

    def parts(self, pattern: re.Pattern[str]) -> list["Phrase"]:
        """The phrases within this one that a compiled pattern matches, in order."""
        found = pattern.finditer(codes(self.tokens))
        return [Phrase(self.tokens[m.start() : m.end()], self.text) for m in found]

    def has(self, *kinds: str) -> bool:
        """Whether a token of one of the kinds is among them."""
        return any(token.kind in kinds for token in self.tokens)

    def all(self, *kinds: str) -> list[Token]:
        """The tokens of the kinds, in order."""
        return [token for token in self.tokens if token.kind in kinds]

    def number(self, *kinds: str) -> int | None:
        """The number of the first token of the kinds; None when there is none."""
        return next((token.number for token in self.all(*kinds)), None)


Build = Callable[[Phrase], Sequence[Fact]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern and what a phrase of it says; no facts when the phrase makes no sense."""

    pattern: re.Pattern[str]
    build: Build
    languages: tuple[Language, ...]


def rule(pattern: str, build: Build, languages: tuple[Language, ...] = LANGUAGES) -> Rule:
    """A rule from a pattern in names of kinds and groups."""
    return Rule(compiled(pattern), build, languages)


def compiled(pattern: str) -> re.Pattern[str]:
    """The regular expression over codes of a pattern in names of kinds and groups."""
    for name, group in GROUPS.items():
        pattern = re.sub(rf"(?<![A-Z_]){name}(?![A-Z_])", group, pattern)
    coded = _NAME.sub(lambda name: _code(name[0]), pattern)
    return re.compile(coded.replace(" ", ""))


def codes(tokens: Sequence[Token]) -> str:
    """The tokens' kinds as the string that compiled patterns run over."""
    return "".join(_code(token.kind) for token in tokens)


def _code(kind: str) -> str:
    return _CODES.setdefault(kind, chr(0xE000 + len(_CODES)))
