"""The chain: each entry hashes its own canonical text and the hash before it."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from typing import Any
from uuid import UUID

START = "0" * 64
"""The hash before the first entry."""


def plain(value: object) -> Any:
    """`value` as JSON can hold it, always in the same way.

    Bytes become their length and digest, objects with a primary key their kind and number.
    Raises TypeError for anything whose text would not be the same the next time.
    """
    if value is None or isinstance(value, bool | int | str):
        return value
    if isinstance(value, Decimal | UUID):
        return str(value)
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, Enum):
        return plain(value.value)
    if isinstance(value, bytes):
        return {"bytes": len(value), "sha256": hashlib.sha256(value).hexdigest()}
    return plain_compound(value)


def plain_compound(value: object) -> Any:
    """Dataclasses, mappings, sequences and stored objects; see `plain`."""
    if is_dataclass(value) and not isinstance(value, type):
        return plain(asdict(value))
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    if isinstance(value, set | frozenset):
        return sorted((plain(item) for item in value), key=repr)
    if hasattr(value, "pk") and hasattr(value, "_meta"):
        return f"{value._meta.label_lower}:{value.pk}"
    raise TypeError(f"the journal cannot hold a {type(value).__name__}")


def canonical(value: Mapping[str, object]) -> str:
    """The one text of `value`: sorted keys, no spaces, letters as they are."""
    return json.dumps(plain(value), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def digest(value: object) -> dict[str, str]:
    """SHA-256, in hex, of the plain text of a value that is too long to stand in an entry."""
    text = json.dumps(plain(value), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return {"sha256": hashlib.sha256(text.encode()).hexdigest()}


def chained(previous: str, text: str) -> str:
    """SHA-256, in hex, of the previous hash and this entry's text."""
    return hashlib.sha256(f"{previous}\n{text}".encode()).hexdigest()


def first_broken(entries: Iterable[tuple[int, str, str, str]]) -> int | None:
    """The number of the first entry that does not follow from the ones before it, or None.

    `entries` are (number, text, previous hash, hash), in order from the first.
    """
    expected_number, expected_previous = 1, START
    for number, text, previous, own in entries:
        if number != expected_number or previous != expected_previous:
            return expected_number
        if own != chained(previous, text):
            return number
        expected_number, expected_previous = number + 1, own
    return None
