"""A column with several codes of a catalogue."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django.db import models

if TYPE_CHECKING:
    CodesText = models.Field[Iterable[str], tuple[str, ...]]
else:
    CodesText = models.TextField


class CodesField(CodesText):
    """Codes of a catalogue of the charter ("kk", "ru"), in order and each once, as a tuple.

    They lie in the database as " kk ru ", so that `contains=" ru "` finds one on every database.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs |= {"blank": True, "default": ()}
        super().__init__(*args, **kwargs)

    def from_db_value(self, value: str | None, *_asked: object) -> tuple[str, ...]:
        """The codes of a row."""
        return tuple((value or "").split())

    def to_python(self, value: object) -> tuple[str, ...]:
        """Codes from a list of them or from the text that holds them."""
        words = value.split() if isinstance(value, str) else value or ()
        return tuple(dict.fromkeys(words)) if isinstance(words, Iterable) else ()

    def get_prep_value(self, value: object) -> str:
        """The text that lies in the database."""
        codes = self.to_python(value)
        return f" {' '.join(codes)} " if codes else ""
