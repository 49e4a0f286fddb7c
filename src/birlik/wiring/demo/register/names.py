"""Names that nobody bears."""

from collections.abc import Iterator
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any, NamedTuple

import yaml

HERE = Path(__file__).parent
STEP = 7919
"""A prime by which the combinations are walked through, so that neighbours do not look alike."""


class PersonName(NamedTuple):
    """A name in its forms."""

    kk: str
    ru: str
    latin: str


@cache
def written(name: str) -> Any:
    """What a YAML file of the register says."""
    return yaml.safe_load((HERE / name).read_text(encoding="utf-8"))


def person_names() -> Iterator[PersonName]:
    """Names one after another, none twice before all combinations are used up."""
    words = written("names.yaml")
    surnames, endings = words["surnames"], words["endings"]
    given, further = words["given"], words["further"]
    pairs = [(stem, ending) for stem in surnames for ending in endings]
    total = len(pairs) * len(given) * len(further)
    for turn in count():
        place = turn * STEP % total
        place, of_pair = divmod(place, len(pairs))
        of_further, of_given = divmod(place, len(given))
        (stem, ending), first, second = pairs[of_pair], given[of_given], further[of_further]
        kk, ru, latin = (
            f"{stem[form]}{ending[form]} {first[form]}" for form in range(len(PersonName._fields))
        )
        yield PersonName(f"{kk} {second}", f"{ru} {second}", latin)


def body_word(number: int) -> str:
    """Two words, or one, by which a body is called: another for each number below 400."""
    words = written("names.yaml")["words"]
    further, first = divmod(number % len(words) ** 2, len(words))
    second = (first + further) % len(words)
    return str(words[first]) if first == second else f"{words[first]}-{words[second]}"
