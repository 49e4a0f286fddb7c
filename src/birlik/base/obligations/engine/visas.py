"""The round of a draft report: which text the visas hold for, and whose turn it is."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Generic, Protocol, TypeVar

GIVEN = frozenset({"approved", "remarked"})
"""The decisions by which a draft goes on."""


class Row(Protocol):
    """What is asked of a visa."""

    @property
    def decision(self) -> str:
        """What was said; "" while it is awaited."""

    @property
    def signs(self) -> bool:
        """Whether the office signs."""


V = TypeVar("V", bound=Row)


def round_digest(text_kk: str, text_ru: str, proofs: Iterable[Sequence[object]]) -> str:
    """The SHA-256 (hex) of a report's words and evidence; how its lines end does not matter."""
    texts = ("\n".join(text.strip().splitlines()) for text in (text_kk, text_ru))
    listed = ("\x1f".join(str(part) for part in proof) for proof in proofs)
    return sha256("\x1e".join((*texts, *listed)).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Turn(Generic[V]):
    """The visas of one turn in the order of the way; none where the draft never went round."""

    visas: tuple[V, ...] = ()

    @property
    def runs(self) -> bool:
        """Whether somebody's word is awaited."""
        return self.awaited is not None

    @property
    def awaited(self) -> V | None:
        """Whose word is awaited now; None where the turn is over."""
        ended = any(one.decision in {"sent_back", "withdrawn"} for one in self.visas)
        waiting = (one for one in self.visas if one.decision == "")
        return None if ended else next(waiting, None)

    @property
    def is_agreed(self) -> bool:
        """Whether all who give visas have given them, and only the signature may be missing."""
        given = (one.decision in GIVEN for one in self.visas if not one.signs)
        return bool(self.visas) and all(given)
