"""What the outside world must offer; which adapter answers is settled in the wiring."""

from datetime import datetime
from typing import Protocol


class Mail(Protocol):
    """Takes letters and gives them to the post."""

    def send(self, *, to: str, subject: str, text: str, key: str, at: datetime) -> str:
        """Send a plain text to one address; '' when it was handed over.

        `key` tells the letter from every other (letters, digits, hyphens). Answers in words why the
        letter certainly did not leave. Raises any exception when nobody can tell whether it did.
        """
        ...
