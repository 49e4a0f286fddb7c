"""Wordings as they are compared, whatever their spelling."""

QUOTES = frozenset('"«»“”„')


def folded(words: str) -> str:
    """Words without case, quotes and doubled spaces, so that spellings meet."""
    return " ".join("".join(" " if c in QUOTES else c for c in words).casefold().split())
