"""The answer of a rule: allowed, or refused with the reason."""

from dataclasses import dataclass
from typing import Self

from birlik.base.values.local_text import LocalText


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a `may_*` rule answers; true in a condition when allowed.

    `reason` says why it is refused in every language of the Assembly, and is None when allowed.
    """

    reason: LocalText | None = None

    @classmethod
    def yes(cls) -> Self:
        """Allowed."""
        return cls()

    @classmethod
    def no(cls, reason: LocalText) -> Self:
        """Refused because of `reason`.

        Raises ValueError when the reason is not written in all languages: whoever is refused
        must be able to read why.
        """
        if missing := reason.missing():
            raise ValueError(f"a refusal must say why in every language; missing: {missing}")
        return cls(reason)

    @property
    def allowed(self) -> bool:
        """True when nothing stands against it."""
        return self.reason is None

    def __bool__(self) -> bool:
        return self.allowed
