"""What is raised when a rule says no."""

from birlik.base.values.local_text import LocalText
from birlik.base.values.verdict import Verdict


class RefusedError(Exception):
    """An actor may not do this; `reason` says why, in every language."""

    def __init__(self, reason: LocalText) -> None:
        super().__init__(reason.en)
        self.reason = reason


def require(verdict: Verdict) -> None:
    """Return when `verdict` allows; raise `RefusedError` with its reason otherwise."""
    if verdict.reason is not None:
        raise RefusedError(verdict.reason)
