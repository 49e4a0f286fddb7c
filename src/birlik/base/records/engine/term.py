"""The years an act plans for, read from its title."""

import re

RANGE = re.compile(r"(?<!\d)((?:19|20)\d\d)\s*[-–—]\s*((?:19|20)\d\d)(?!\d)")
UNTIL = re.compile(
    r"(?<!\d)((?:19|20)\d\d)\s+жылға\s+дейін|до\s+((?:19|20)\d\d)\s+года|(?:to|until)\s+((?:19|20)\d\d)(?!\d)"
)


def years_of(title: str) -> tuple[int | None, int | None]:
    """First and last year named by a title such as "… 2022-2026 …" or "… until 2030".

    The first is None where only the end is named, both are None where no year is.
    """
    if found := RANGE.search(title):
        return int(found[1]), int(found[2])
    if found := UNTIL.search(title):
        return None, int(next(year for year in found.groups() if year))
    return None, None
