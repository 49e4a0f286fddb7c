"""The canonical text and the chain of hashes."""

import hashlib
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import Enum
from uuid import UUID

import pytest

from birlik.base.journal.engine.chain import START, canonical, chained, digest, first_broken, plain


class Colour(Enum):
    """A plain enumeration."""

    SKY = "sky"


@dataclass(frozen=True)
class Point:
    """A plain dataclass."""

    on: date
    amount: Decimal


def test_canonical_text_is_sorted_and_keeps_letters() -> None:
    """Keys are sorted, spaces left out, Kazakh letters kept as they are."""
    assert canonical({"ұ": 1, "a": ["ә", None, True]}) == '{"a":["ә",null,true],"ұ":1}'


def test_plain_values() -> None:
    """Each kind of value has one text."""
    assert plain(Point(date(2024, 5, 1), Decimal("80.20"))) == {
        "on": "2024-05-01",
        "amount": "80.20",
    }
    assert plain(datetime(2024, 5, 1, tzinfo=UTC)) == "2024-05-01T00:00:00+00:00"
    assert plain(Colour.SKY) == "sky"
    assert plain(UUID(int=1)) == "00000000-0000-0000-0000-000000000001"
    assert plain({"b", "a"}) == ["a", "b"]
    assert plain((1, 2)) == [1, 2]


def test_bytes_stand_as_their_digest() -> None:
    """The digest of three letters is the published test value of SHA-256."""
    expected = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    assert plain(b"abc") == {"bytes": 3, "sha256": expected}


def test_unknown_values_are_refused() -> None:
    """What has no text of its own cannot enter the journal."""
    with pytest.raises(TypeError):
        plain(object())


def test_digest_is_that_of_the_plain_text() -> None:
    """A digested value is the SHA-256 of its JSON text."""
    assert digest(["ә"]) == {"sha256": hashlib.sha256('["ә"]'.encode()).hexdigest()}


def links(*texts: str) -> list[tuple[int, str, str, str]]:
    """A sound chain of these texts."""
    found, previous = [], START
    for number, text in enumerate(texts, 1):
        own = chained(previous, text)
        found.append((number, text, previous, own))
        previous = own
    return found


def test_sound_chain() -> None:
    """A chain that was only appended to has no broken entry."""
    assert first_broken(links("a", "b", "c")) is None
    assert first_broken([]) is None


def test_altered_text_shows() -> None:
    """A changed text is found at its own number."""
    chain = links("a", "b", "c")
    chain[1] = (2, "B", chain[1][2], chain[1][3])
    assert first_broken(chain) == 2


def test_removed_entry_shows() -> None:
    """A missing entry is found at the number that is missing."""
    chain = links("a", "b", "c")
    del chain[1]
    assert first_broken(chain) == 2


def test_rehashed_entry_shows_at_the_next() -> None:
    """An entry altered together with its hash no longer carries the next one."""
    chain = links("a", "b", "c")
    chain[1] = (2, "B", chain[1][2], chained(chain[1][2], "B"))
    assert first_broken(chain) == 3
