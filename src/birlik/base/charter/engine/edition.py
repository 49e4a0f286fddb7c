"""A charter as its YAML says it, checked line by line."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import yaml

from birlik.base.values.local_text import LocalText


class UnreadableCharterError(ValueError):
    """The YAML is not a charter; the message says where and why."""


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a catalogue, on `[valid_from, valid_until)`."""

    catalogue: str
    code: str
    name: LocalText
    words: tuple[str, ...]
    properties: Mapping[str, Any]
    ground: str
    valid_from: date
    valid_until: date | None


REQUIRED = {"kk", "ru", "en", "from", "ground"}
KNOWN = REQUIRED | {"until", "words"}


def read_charter(text: str, catalogues: frozenset[str]) -> tuple[Item, ...]:
    """The items of a charter: a mapping from catalogue to code to a list of dated versions.

    Raises UnreadableCharterError for text that is not YAML, an unknown catalogue, a version
    without a name in one of the languages, without a ground or without its first day.
    """
    try:
        raw = yaml.safe_load(text)
    except yaml.YAMLError as error:
        raise UnreadableCharterError(f"not YAML: {error}") from error
    if not isinstance(raw, dict) or not set(raw) <= catalogues:
        raise UnreadableCharterError(f"a charter maps from {', '.join(sorted(catalogues))}")
    return tuple(
        read_item(catalogue, code, version)
        for catalogue, codes in raw.items()
        for code, versions in codes.items()
        for version in versions
    )


def read_item(catalogue: str, code: str, version: Mapping[str, Any]) -> Item:
    """One dated version of one item; see `read_charter`."""
    missing = sorted(name for name in REQUIRED if not version.get(name))
    if missing:
        raise UnreadableCharterError(f"{catalogue}.{code} lacks {', '.join(missing)}")
    return Item(
        catalogue=catalogue,
        code=code,
        name=LocalText(version["kk"], version["ru"], version["en"]),
        words=tuple(version.get("words", ())),
        properties={key: value for key, value in version.items() if key not in KNOWN},
        ground=version["ground"],
        valid_from=version["from"],
        valid_until=version.get("until"),
    )
