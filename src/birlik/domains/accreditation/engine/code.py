"""The code of a certificate: nobody guesses it, and it can be read aloud and typed."""

import re
from collections.abc import Callable, Sequence

ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""Without the letters and digits that are taken for each other: 0 and O, 1, I and L."""
GROUPS, LENGTH = 4, 4
"""Sixteen of 31 characters: 79 bits."""
ALIKE = str.maketrans({"А": "A", "В": "B", "С": "C", "Е": "E", "Н": "H", "К": "K", "М": "M"})
FURTHER = str.maketrans({"Р": "P", "Т": "T", "У": "Y", "Х": "X", "І": "1", "О": "0"})


def new_code(choose: Callable[[Sequence[str]], str]) -> str:
    """A code of four groups, each character by `choose` (a source of chance fit for secrets)."""
    letters = tuple(ALPHABET)
    return "-".join(
        "".join(choose(letters) for _place in range(LENGTH)) for _group in range(GROUPS)
    )


def read_code(typed: str) -> str:
    """A code as a person typed it: spaces, hyphens, case and Cyrillic look-alikes forgiven; '' for
    what cannot be one."""
    bare = re.sub(r"[\s\-–—_.]+", "", typed).upper().translate(ALIKE).translate(FURTHER)
    if len(bare) != GROUPS * LENGTH or any(one not in ALPHABET for one in bare):
        return ""
    return "-".join(bare[at : at + LENGTH] for at in range(0, len(bare), LENGTH))
