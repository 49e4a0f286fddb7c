"""The words that can be found, and which of them a word that is asked for means.

A word that is asked for meets a word of a text when both are the same, have a stem in common, sound
alike in the other script, or the first begins the second; where it meets none, one slip (a letter
too many, missing or wrong, or two changed round) is forgiven in longer words.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from rapidfuzz import process
from rapidfuzz.distance import OSA

from birlik.base.values.search.endings import stems
from birlik.base.values.search.sounds import sound

SAME, KIN, HEARD, BEGUN, SLIPPED = 1.0, 0.9, 0.85, 0.7, 0.5
"""How well a word fits: the same, of the same stem, of the same sound, begun, with a slip."""

BEGINS_FROM, HARDLY_BEGINS_FROM = 4, 3
"""How many letters begin a word; how many do where nothing else was found."""

SLIP_FROM, SLIP_STEM_FROM = 6, 5
"""How many letters a word has, and its stem, in which a slip is forgiven."""

EDGE = 2
"""How many letters of one end stay right when there is one slip in `SLIP_STEM_FROM` or more."""

Bucket = tuple[int, str, str]


class Vocabulary:
    """Words as they are compared, each with its stems; words are added, and never go.

    `aloud` says whether words are also met by their sound, as names are.
    """

    def __init__(self, *, aloud: bool = False) -> None:
        self.aloud = aloud
        self.words: set[str] = set()
        self.kin: defaultdict[str, set[str]] = defaultdict(set)
        self.heard: defaultdict[str, set[str]] = defaultdict(set)
        self.ordered: list[str] = []
        self.near_stems: defaultdict[Bucket, set[str]] = defaultdict(set)

    def add(self, words: Iterable[tuple[str, str]]) -> None:
        """Take in folded words, each with its language ('' where nobody knows it)."""
        for word, language in words:
            self.words.add(word)
            for stem in stems(word, language):
                self.kin[stem].add(word)
                for bucket in buckets(stem):
                    self.near_stems[bucket].add(stem)
            if self.aloud and (heard := sound(word)):
                self.heard[heard].add(word)
        self.ordered = sorted(self.words)

    def fits(self, forms: Sequence[str], *, slips: bool = False) -> dict[str, float]:
        """The words that a word means, given in its folded forms, each with how well it fits;
        with `slips` also those with a slip where there are others."""
        found: dict[str, float] = {}
        for form in forms:
            for word, fit in self.met(form, slips=slips):
                found[word] = max(fit, found.get(word, 0.0))
        return found

    def met(self, form: str, *, slips: bool = False) -> Iterator[tuple[str, float]]:
        """The words that a form meets, with how well they fit; a slip is looked for last."""
        near = dict(self.near(form))
        yield from near.items()
        if (slips or not near) and len(form) >= SLIP_FROM and form.isalpha():
            yield from ((word, SLIPPED) for word in self.slipped(form))

    def near(self, form: str) -> Iterator[tuple[str, float]]:
        """The words that are the same, of one stem, of one sound, or begun by a form; the best fit
        comes last."""
        kin = {word for stem in stems(form) for word in self.kin.get(stem, ())}
        heard = self.heard.get(sound(form), set()) if self.aloud else set()
        least = BEGINS_FROM if kin or heard else HARDLY_BEGINS_FROM
        if len(form) >= least and form.isalpha():
            yield from ((word, BEGUN) for word in self.begun(form))
        yield from ((word, HEARD) for word in heard)
        yield from ((word, KIN) for word in kin)
        if form in self.words:
            yield form, SAME

    def begun(self, form: str) -> Iterator[str]:
        """The words that begin with a form."""
        for place in range(bisect_left(self.ordered, form), len(self.ordered)):
            if not self.ordered[place].startswith(form):
                return
            yield self.ordered[place]

    def slipped(self, form: str) -> set[str]:
        """The words of which a stem differs by one slip from a stem of the form."""
        found: set[str] = set()
        for stem in (one for one in stems(form) if len(one) >= SLIP_STEM_FROM):
            near = process.extract(
                stem, self.like(stem), scorer=OSA.distance, score_cutoff=1, limit=None
            )
            found |= {word for known, _slips, _place in near for word in self.kin[known]}
        return found

    def like(self, stem: str) -> set[str]:
        """The stems in which at most one slip may part them from a stem: as long or one letter
        more or less, and of the same beginning or the same end."""
        found: set[str] = set()
        for length in (len(stem) - 1, len(stem), len(stem) + 1):
            found |= self.near_stems.get((length, stem[:EDGE], ""), set())
            found |= self.near_stems.get((length, "", stem[-EDGE:]), set())
        return found


def buckets(stem: str) -> tuple[Bucket, Bucket]:
    """Where stems that may be a slip away from a stem are looked for: its length with its first
    letters, and with its last."""
    return (len(stem), stem[:EDGE], ""), (len(stem), "", stem[-EDGE:])
