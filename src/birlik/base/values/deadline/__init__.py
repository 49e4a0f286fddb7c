"""The language of deadlines: Kazakh, Russian and English words read into a Schedule."""

from birlik.base.values.deadline.reading import DeadlineReading, read_deadline

__all__ = ["DeadlineReading", "read_deadline"]
