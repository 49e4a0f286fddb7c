"""Dated, cited parameters: how many, how long, how soon, and which paper says so.

A module keeps them in `norms.yaml` beside its models, written so that a lawyer can check it:

    reminder_days:
      title: {kk: Еске салу мерзімі, ru: Срок напоминания, en: Days of reminder}
      values:
        - {from: 2022-09-15, until: 2025-12-29, value: 10, ground: "Decree No. 1014, point 5"}
        - {from: 2025-12-29, until: null, value: 5, ground: "Decree No. 1144, point 7"}

A value holds from its first day up to, but not including, its `until`: the day on which one value
ends is the day on which the next begins. A ground that pages show is written as {kk, ru, en}.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from itertools import pairwise
from typing import Any, Self

import yaml

from birlik.base.values.local_text import LANGUAGES, LocalText

Scalar = bool | int | Decimal | str
NormValue = Scalar | tuple[Scalar, ...]


class NormError(Exception):
    """Something is wrong with a norm."""


class UnreadableNormsError(NormError):
    """The YAML is not a list of norms; the message says where."""


class UnknownNormError(NormError, KeyError):
    """No norm has this key."""


class NoNormOnDateError(NormError):
    """The norm has no value on this date."""


class NormKindError(NormError, TypeError):
    """The value is not of the kind the caller needs."""


@dataclass(frozen=True, slots=True)
class Norm:
    """One value of one norm, with the paper it rests on.

    It holds on `[valid_from, valid_until)`; `valid_until` is None while no end is known. `ground`
    is how English names it, `ground_words` how each language does.
    """

    key: str
    title: LocalText
    value: NormValue
    ground: str
    valid_from: date
    valid_until: date | None
    ground_words: LocalText = field(default_factory=LocalText)

    def holds_on(self, on: date) -> bool:
        """Whether this value is the one in force on the day `on`."""
        return self.valid_from <= on and (self.valid_until is None or on < self.valid_until)

    def whole_number(self) -> int:
        """The value as a whole number. Raises NormKindError when it is something else."""
        if isinstance(self.value, bool) or not isinstance(self.value, int):
            raise NormKindError(f"{self.key}: a whole number is needed, not {self.value!r}")
        return self.value

    def whole_numbers(self) -> tuple[int, ...]:
        """The value as a list of whole numbers. Raises NormKindError when it is something else."""
        listed = self.value if isinstance(self.value, tuple) else ()
        found = tuple(one for one in listed if type(one) is int)
        if not found or len(found) < len(listed):
            raise NormKindError(f"{self.key}: whole numbers are needed, not {self.value!r}")
        return found

    def flag(self) -> bool:
        """The value as yes or no. Raises NormKindError when it is something else."""
        if not isinstance(self.value, bool):
            raise NormKindError(f"{self.key}: yes or no is needed, not {self.value!r}")
        return self.value

    def one_of(self, *words: str) -> str:
        """The value as one of some words. Raises NormKindError when it is something else."""
        if not isinstance(self.value, str) or self.value not in words:
            raise NormKindError(f"{self.key}: one of {words} is needed, not {self.value!r}")
        return self.value


class Norms:
    """The norms of one module, by key."""

    def __init__(self, norms: Mapping[str, tuple[Norm, ...]]) -> None:
        self._norms = dict(norms)

    @classmethod
    def read(cls, text: str) -> Self:
        """The norms written in the YAML `text` of a `norms.yaml`.

        Raises UnreadableNormsError when the text is not YAML of the shape this module describes,
        when a title lacks a language, a ground is empty, or two values hold on the same day.
        """
        try:
            raw = yaml.safe_load(text)
        except yaml.YAMLError as error:
            raise UnreadableNormsError(f"not YAML: {error}") from error
        if not isinstance(raw, dict):
            raise UnreadableNormsError("norms are a mapping from key to title and values")
        return cls({str(key): _norm(str(key), entry) for key, entry in raw.items()})

    def norm(self, key: str, on: date) -> Norm:
        """The value of `key` in force on the day `on`, with its ground.

        Raises UnknownNormError for a key that is not there, NoNormOnDateError when no value
        holds on that day.
        """
        try:
            values = self._norms[key]
        except KeyError as error:
            raise UnknownNormError(f"no norm is called {key!r}") from error
        for norm in values:
            if norm.holds_on(on):
                return norm
        raise NoNormOnDateError(f"{key} has no value on {on.isoformat()}")

    def history(self, key: str) -> tuple[Norm, ...]:
        """All values of `key`, oldest first. Raises UnknownNormError for an unknown key."""
        if key not in self._norms:
            raise UnknownNormError(f"no norm is called {key!r}")
        return self._norms[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._norms)


def _norm(key: str, entry: object) -> tuple[Norm, ...]:
    fields = _fields(key, entry, {"title", "values"})
    titles = _fields(f"{key}.title", fields["title"], set(LANGUAGES))
    title = LocalText(**{code: str(text or "") for code, text in titles.items()})
    if title.missing():
        raise UnreadableNormsError(f"{key}.title is empty in {', '.join(title.missing())}")
    rows = fields["values"]
    if not isinstance(rows, list) or not rows:
        raise UnreadableNormsError(f"{key}.values is a list with at least one value")
    norms = sorted((_value(key, title, row) for row in rows), key=lambda norm: norm.valid_from)
    for earlier, later in pairwise(norms):
        if earlier.holds_on(later.valid_from):
            raise UnreadableNormsError(f"{key} has two values on {later.valid_from.isoformat()}")
    return tuple(norms)


def _value(key: str, title: LocalText, row: object) -> Norm:
    fields = _fields(f"{key}.values", row, {"from", "until", "value", "ground"})
    ground = _ground(fields["ground"])
    if ground.missing():
        raise UnreadableNormsError(f"{key}: a value without a ground")
    valid_from = _day(key, fields["from"])
    valid_until = None if fields["until"] is None else _day(key, fields["until"])
    if valid_until is not None and valid_until <= valid_from:
        raise UnreadableNormsError(f"{key}: until does not lie after from")
    value = _literal(key, fields["value"])
    return Norm(key, title, value, ground.en, valid_from, valid_until, ground)


def _ground(written: object) -> LocalText:
    """A ground in three languages, or one text for all of them."""
    in_each = written if isinstance(written, dict) else dict.fromkeys(LANGUAGES, written)
    return LocalText(*(str(in_each.get(code) or "").strip() for code in LANGUAGES))


def _fields(where: str, entry: object, names: set[str]) -> dict[str, Any]:
    if not isinstance(entry, dict) or set(entry) != names:
        raise UnreadableNormsError(f"{where} has exactly the fields {', '.join(sorted(names))}")
    return entry


def _day(key: str, value: object) -> date:
    if not isinstance(value, date) or isinstance(value, datetime):
        raise UnreadableNormsError(f"{key}: from and until are dates, as 2025-12-29")
    return value


def _literal(key: str, value: object) -> NormValue:
    if isinstance(value, list):
        return tuple(_scalar(key, item) for item in value)
    return _scalar(key, value)


def _scalar(key: str, value: object) -> Scalar:
    if isinstance(value, float):
        return Decimal(str(value))
    if isinstance(value, bool | int | str):
        return value
    raise UnreadableNormsError(f"{key}: {value!r} is not a number, a text or yes or no")
