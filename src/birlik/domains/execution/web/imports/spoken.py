"""A deadline as it was understood, in plain words."""

from birlik.base.ui.language import reader_language
from birlik.base.values.deadline import read_deadline
from birlik.base.values.local_text import Language
from birlik.base.values.schedule import Schedule
from birlik.base.values.schedule_words import in_words


def read_words(deadline: str, language: Language) -> tuple[Schedule | None, bool]:
    """The schedule that the words of a deadline mean, and whether all of them were understood."""
    if not deadline.strip():
        return None, False
    reading = read_deadline(deadline, language)
    return reading.schedule, reading.certain


def spoken(schedule: Schedule | None) -> str:
    """A schedule in the reader's language; '' where nothing was understood."""
    return in_words(schedule).get(reader_language()) if schedule else ""
