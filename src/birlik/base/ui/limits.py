"""How often something may be asked for."""

from django.core.cache import cache


def within_limit(name: str, *, most: int, seconds: int) -> bool:
    """Whether `name` was counted at most `most` times, this one among them, since the first count
    of the last `seconds`."""
    key = f"limit:{name}"
    if cache.add(key, 1, seconds):
        return True
    try:
        return cache.incr(key) <= most
    except ValueError:
        return True


def is_spent(name: str, *, most: int) -> bool:
    """Whether `name` was counted so often that nothing more is answered, without counting it."""
    return int(cache.get(f"limit:{name}", 0)) >= most
