"""How often something may be asked for."""

from datetime import datetime

from django.core.cache import cache


def within_limit(name: str, *, most: int, seconds: int, at: datetime) -> bool:
    """Whether `name` was counted at most `most` times, this one among them, in the span of
    `seconds` that `at` lies in; the spans follow one another without a gap."""
    key = key_of(name, seconds, at)
    count = int(cache.get(key, 0)) + 1
    # The cache's own counting would forget when the count began.
    cache.set(key, count, seconds)
    return count <= most


def is_spent(name: str, *, most: int, seconds: int, at: datetime) -> bool:
    """Whether `name` was counted so often that nothing more is answered, without counting it."""
    return int(cache.get(key_of(name, seconds, at), 0)) >= most


def key_of(name: str, seconds: int, at: datetime) -> str:
    """Where the count of a name in the span of an instant is kept."""
    return f"limit:{name}:{int(at.timestamp()) // seconds}"
