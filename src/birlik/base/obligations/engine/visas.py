"""The text of a draft report for which visas are given."""

from collections.abc import Iterable, Sequence
from hashlib import sha256

GIVEN = frozenset({"approved", "remarked"})
"""The decisions by which a draft goes on."""


def round_digest(text_kk: str, text_ru: str, proofs: Iterable[Sequence[object]]) -> str:
    """The SHA-256 (hex) of a report's words and evidence; how its lines end does not matter."""
    texts = ("\n".join(text.strip().splitlines()) for text in (text_kk, text_ru))
    listed = ("\x1f".join(str(part) for part in proof) for proof in proofs)
    return sha256("\x1e".join((*texts, *listed)).encode()).hexdigest()
