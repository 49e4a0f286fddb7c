"""The text of a deadline cut into numbers, dates, marks and recognised words."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import groupby

from birlik.base.values.deadline.lexicon import Lexicon, roman
from birlik.base.values.deadline.recognition import recognise
from birlik.base.values.deadline.token import Token

_LEXEME = re.compile(
    r"""(?P<iso>\d{4}-\d\d-\d\d(?!\d))
    | (?P<date>\d{1,2}(?:\.\d\d(?:\.(?:\d{4}|\d\d))?|/\d\d/\d{4})(?![./]?\d))
    | (?P<year>(?:19|2[0OО])\d\d(?!\d))
    | (?P<grouped>\d{1,3}(?:[ ,]\d{3})+(?!\d))
    | (?P<mixed>1[IІlVvХX1|]*[IІVХX][IІlVvХX1|]*(?![^\W_]))
    | (?P<number>\d+)
    | (?P<numeral>[IVX]+(?=кв|[а-яәғқңөұүһі]{3}))
    | (?P<word>[^\W\d_]/[^\W\d_](?![^\W_])
        | [^\W\d_]+(?:['’][^\W\d_]+|0[^\W\d_]+|(?<=[^\W\d_]{2})0(?!\d))*)
    | (?P<comma>[,;])
    | (?P<in>/)
    | (?P<and>&)
    | (?P<hyphen>-)
    | (?P<silent>[].:()"«»“”„*•·▪●[])
    | (?P<mark>\S)""",
    re.VERBOSE,
)
_ENDINGS = {
    "R": "ші шы інші ыншы нші ншы й го му м е я ый ой ого ому ым ом ое ая ую ю st nd rd th",
    "N": "ға ге қа ке на не ына іне сына сіне дан ден тан тен нан нен ынан інен сынан сінен "
    "да де та те ы і сы сі х ти ми",
}
_ENDING = re.compile(
    "-?(?:"
    + "|".join(f"(?P<{kind}>{'|'.join(forms.split())})" for kind, forms in _ENDINGS.items())
    + r")(?![^\W_])",
    re.IGNORECASE,
)
_CASE = re.compile(rf"-(?:{_ENDINGS['N'].replace(' ', '|')})(?![^\W_])", re.IGNORECASE)
_PLAIN = str.maketrans(
    dict.fromkeys("‐‑‒–—−", "-") | dict.fromkeys("\u00a0\u2007\u2009\u202f", " ")
)
_SOFT_HYPHEN = re.compile("\u00ad\\s*|[\u200b\u200c\u200d\ufeff]")
_LONGEST_NUMBER = 9
"""No deadline has a number of more digits."""

_SPACED_YEAR = re.compile(r"(?<!\d)([12]) +(\d) +(\d) +(\d)(?!\d)")
_NUMERIC = {"N", "R", "Y", "DATE"}


def clean(text: str) -> str:
    """The text with one kind of dash and space, soft hyphens gone and spaced years joined."""
    plain = _SOFT_HYPHEN.sub("", unicodedata.normalize("NFC", text)).translate(_PLAIN)
    return _SPACED_YEAR.sub(r"\1\2\3\4", plain)


def tokenise(text: str, words: Lexicon) -> list[Token]:
    """The tokens of cleaned `text` in the language of `words`; a MARK is one it cannot have."""
    pieces = _without_hyphens(text, list(_pieces(text)))
    tokens: list[Token] = []
    for is_word, group in groupby(pieces, key=lambda piece: piece.kind == "WORD"):
        run = list(group)
        tokens += _near_words(text, recognise(text, run, words), words) if is_word else run
    return _joined_numbers(text, tokens)


def _near_words(text: str, tokens: list[Token], words: Lexicon) -> list[Token]:
    """The tokens, with each unknown word that may be a misprint of a known one told apart."""
    return [
        replace(token, kind="NEAR")
        if token.kind == "WORD" and words.is_near(words.spell(text[token.start : token.end]))
        else token
        for token in tokens
    ]


def _pieces(text: str) -> Iterator[Token]:
    place = 0
    while match := _LEXEME.search(text, place):
        start, place = match.span()
        token = _piece(match.lastgroup or "", match[0], start, place)
        if token.kind == "N" and (ending := _ENDING.match(text, place)):
            place = ending.end()
            token = replace(token, kind=ending.lastgroup or "N", end=place)
        elif token.kind == "DATE" and (ending := _CASE.match(text, place)):
            place = ending.end()
            token = replace(token, end=place)
        yield token


def _piece(group: str, found: str, start: int, end: int) -> Token:
    match group:
        case "number" | "grouped" if len(digits := re.sub(r"\D", "", found)) <= _LONGEST_NUMBER:
            return Token("N", start, end, int(digits))
        case "year":
            return Token("Y", start, end, int(re.sub("[OО]", "0", found)))
        case "iso" | "date":
            return _date_piece(found, start, end)
        case "mixed" | "numeral" if number := roman(found):
            return Token("R", start, end, number)
        case "mixed" | "number" | "grouped":
            return Token("IMPOSSIBLE", start, end)
    return Token({"numeral": "WORD"}.get(group, group.upper()), start, end)


def _date_piece(found: str, start: int, end: int) -> Token:
    parts = [int(part) for part in re.split(r"[./-]", found)]
    day, month, *years = reversed(parts) if "-" in found else parts
    if "/" in found and max(day, month) <= 12 and day != month:
        return Token("IMPOSSIBLE", start, end)  # 05/12 is May or December
    year = years[0] + (2000 if years[0] < 100 else 0) if years else None
    try:
        date(year or 2024, month, day)
    except ValueError:
        return Token("IMPOSSIBLE", start, end)
    return Token("DATE", start, end, on=(day, month, year))


def _without_hyphens(text: str, pieces: list[Token]) -> list[Token]:
    """The pieces with hyphens inside words left out and those between things made dashes."""
    kept: list[Token] = []
    for index, piece in enumerate(pieces):
        if piece.kind != "HYPHEN":
            kept.append(piece)
        elif index and index + 1 < len(pieces):
            before, after = pieces[index - 1], pieces[index + 1]
            apart = before.end < piece.start and piece.end < after.start
            numbered = _is_number(text, before) and before.kind not in {"Y", "DATE"}
            if (apart and not numbered) or (_is_number(text, before) and _is_number(text, after)):
                kept.append(replace(piece, kind="DASH"))
    return kept


def _is_number(text: str, piece: Token) -> bool:
    return piece.kind in _NUMERIC or roman(text[piece.start : piece.end]) is not None


def _joined_numbers(text: str, tokens: list[Token]) -> list[Token]:
    """Silent marks left out, an ordinal ending made part of its number, «жиырма бес» made 25, and a
    number repeated in brackets, «1 (один) раз», said once."""
    joined: list[Token] = []
    for token in tokens:
        last = joined[-1] if joined else None
        if token.kind == "SILENT":
            continue
        if last and token.kind == "SCALE" and last.kind == "N":
            joined[-1] = replace(last, value=last.number * token.number, end=token.end)
        elif last and token.kind == "ORDINAL" and last.kind in {"N", "R"}:
            joined[-1] = replace(last, kind="R", end=token.end)
        elif last and _is_repeated(text, last, token):
            kind = "COUNT_TIMES" if "COUNT_TIMES" in {last.kind, token.kind} else "N"
            joined[-1] = replace(last, kind=kind, end=token.end)
        elif last and _are_tens_and_units(text, last, token):
            joined[-1] = replace(last, value=last.number + token.number, end=token.end)
        else:
            joined.append(token)
    return joined


def _is_repeated(text: str, number: Token, again: Token) -> bool:
    return (
        {number.kind, again.kind} <= {"N", "COUNT_TIMES"}
        and number.number == again.number
        and "(" in text[number.end : again.start]
    )


def _are_tens_and_units(text: str, tens: Token, units: Token) -> bool:
    return (
        tens.kind == units.kind == "N"
        and text[tens.start].isalpha()
        and text[units.start].isalpha()
        and tens.number % 10 == 0 < units.number < 10
    )
