"""The words of an act, as witnesses for words that a narrow column broke or a scan misread."""

import re
from collections import Counter
from collections.abc import Sequence

WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
# Letters that scans of Kazakh text give for one another.
CONFUSED = {"э": "ә", "е": "ө", "у": "ү", "ү": "ұ", "о": "ө", "и": "й", "н": "ң", "к": "қ"}
# A form of a word shares its beginning with another form but for an ending this long.
ENDING = 5
# Above this a word is not the act's own.
SLIP = 1.0
LEAST_STEM = 5
# A scan's slip is rarer than the word it spoils by more than this.
MOSTLY = 3
# Between two readings alike the one with fewer words wins: the gaps are the column's.
GAP = 0.05
# A way that is better by less than this is no more than a guess.
CLEARLY = 0.3
SIGNS = "\"'«».,;:()"
# What it costs to believe in another form of one of the act's words.
FORM = 0.4
# The longer a word that the act does not write, the more likely it is two.
USUAL = 12
EXCESS = 0.15
# Narrow lines are where words are broken: only running text bears witness.
RUNNING = 50
RUSSIAN_LETTERS = frozenset("ивскоуая")


class Lexicon:
    """The words of an act's running text, with how often each stands there."""

    def __init__(self, text: str) -> None:
        running = " ".join(line for line in text.splitlines() if len(line) > RUNNING)
        self._counts = Counter(
            word.casefold()
            for word in WORD.findall(running)
            if len(word) > 1 or word in RUSSIAN_LETTERS
        )
        self._stems = Counter(
            word[: len(word) - cut]
            for word in self._counts.elements()
            for cut in range(ENDING)
            if len(word) - cut >= LEAST_STEM
        )

    def attests(self, word: str) -> bool:
        """Whether the act itself writes `word`, or another form of it."""
        return self._strangeness_as_printed(word) < SLIP

    def writes(self, word: str) -> bool:
        """Whether the act itself writes `word` in this very form."""
        folded = word.casefold().strip(SIGNS)
        return not folded or self._counts[folded] > 0

    def join(self, pieces: Sequence[tuple[str, bool]], *, blanks: bool = False) -> tuple[str, bool]:
        """Words put together from pieces; each says whether a word certainly ends with it.

        Of all ways to close or keep the uncertain gaps, the one whose words the act attests best
        (dynamic programming over the pieces, the two best ways kept), and whether it is clearly
        better than the next. Where the gaps are `blanks`, only a word that the act attests is put
        together over them; a line's end parts words and breaks them alike.
        """
        ways: list[list[tuple[float, tuple[str, ...]]]] = [[(0.0, ())]]
        for end in range(1, len(pieces) + 1):
            options = []
            for start in range(end - 1, -1, -1):
                if start < end - 1 and pieces[start][1]:
                    break
                word = "".join(piece for piece, _ in pieces[start:end])
                step = GAP + self._strangeness(word)
                if blanks and end - start > 1 and step > SLIP:
                    continue
                options += [(cost + step, (*words, word)) for cost, words in ways[start]]
            ways.append(sorted(options)[:2])
        first, *others = ways[-1]
        return " ".join(first[1]), all(cost - first[0] >= CLEARLY for cost, _ in others)

    def spell(self, word: str) -> str:
        """`word` with letters that a scan confused put right, where the act mostly writes so."""
        printed = self._evidence(word)
        better = {other for other in _respelt(word) if self._evidence(other) > MOSTLY * printed}
        return better.pop() if len(better) == 1 else word

    def _evidence(self, word: str) -> int:
        """How often the act writes `word` or, where it never does, another form of it."""
        folded = word.casefold().strip(SIGNS)
        return self._counts[folded] or max(
            (self._stems[stem] for stem in _stems(folded)), default=0
        )

    def _strangeness(self, word: str) -> float:
        """What it costs to believe in a word: nothing for one of the act's own."""
        printed = self._strangeness_as_printed(word)
        if printed < SLIP:
            return printed
        return min(printed, *(self._strangeness_as_printed(o) + 0.2 for o in _respelt(word)), 99)

    def _is_word(self, ending: str) -> bool:
        """Whether an ending is rather a short word that stands beside the stem."""
        return len(ending) > 2 and self._counts[ending] > 0

    def _strangeness_as_printed(self, word: str) -> float:
        folded = word.casefold().strip(SIGNS)
        if not folded or self._counts[folded]:
            return 0.0
        if any(
            self._stems[stem] and not self._is_word(folded[len(stem) :]) for stem in _stems(folded)
        ):
            return FORM
        return 2.0 + EXCESS * max(0, len(folded) - USUAL)


def _stems(folded: str) -> list[str]:
    """What is left of a word without an ending."""
    return [folded[:-cut] for cut in range(1, ENDING) if len(folded) - cut >= LEAST_STEM]


def _respelt(word: str) -> list[str]:
    return [word.replace(wrong, right) for wrong, right in CONFUSED.items() if wrong in word]
