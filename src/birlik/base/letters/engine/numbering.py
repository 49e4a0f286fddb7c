"""Numbers of outgoing letters that follow each other."""

import re
from collections.abc import Iterator
from itertools import count as counted
from itertools import islice

LAST_DIGITS = re.compile(r"^(.*?)(\d+)(\D*)$", re.DOTALL)


def numbers_from(first: str, count: int) -> Iterator[str]:
    """`count` numbers in sequence: the last run of digits grows, as wide as it was written
    ("07-12/0099-И" → "07-12/0100-И"). Raises ValueError for a number without digits."""
    found = LAST_DIGITS.match(first.strip())
    if found is None:
        raise ValueError(f"no digits in {first!r}")
    before, digits, after = found.groups()
    for number in islice(counted(int(digits)), count):
        yield f"{before}{number:0{len(digits)}d}{after}"
