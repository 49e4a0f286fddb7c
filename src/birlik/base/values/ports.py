"""What the outside world must offer; which adapter answers is settled in `wiring`."""

from collections.abc import Sequence
from typing import Protocol


class Mailer(Protocol):
    """Sends letters."""

    def send(self, to: Sequence[str], subject: str, body: str) -> None:
        """Send one plain-text letter to all of `to`.

        Raises OSError when the letter could not be handed over; the caller tries again later.
        """
        ...
