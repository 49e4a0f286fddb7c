"""Which words an act uses: what tells a broken word from two, and a slip of the scan from a word.

Nothing is known here beforehand but the fixed words of plans (deadlines, forms); the rest is
counted in the act's own text.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

SIGNS = "\"«»“”„'.,;:!?()[]–—"
# Letters and strokes that scans of Kazakh confuse, as printed and as meant. Some go one way only:
# «еңірлік» is a scan of «өңірлік», but «өту» is a word beside «ету».
SLIPS = (
    *(("е", "ө"), ("ү", "ұ"), ("ұ", "ү"), ("у", "ұ"), ("у", "ү"), ("к", "қ"), ("қ", "к")),
    *(("э", "ә"), ("г", "ғ"), ("ғ", "г"), ("н", "ң"), ("о", "ө"), ("и", "і"), ("i", "і")),
    *(("һ", "h"), ("а", "ә"), ("ііі", "ш"), ("шш", "шін")),
)
# Words so short that a text may print each once only.
PARTICLES = (
    *("және", "мен", "пен", "бен", "да", "де", "та", "те", "үшін", "бар", "бір", "и", "в", "во"),
    *("с", "со", "к", "ко", "о", "об", "у", "а", "на", "по", "до", "за", "из", "от", "для", "при"),
    *("не", "или", "под", "над", "без"),
)
# A slip is believed where the word meant stands so many times as often as the word printed.
OFTENER = 4
CYRILLIC = "АВЕКМНОРСТХУІаеорсхуік"
LATIN = "ABEKMHOPCTXYIaeopcxyik"
# Cyrillic letters whose shape a scan takes for the Latin ones in an otherwise Latin word.
SHAPES = dict(zip(CYRILLIC, LATIN, strict=True)) | {"Ү": "Y", "Ғ": "F", "ү": "y", "һ": "h"}
BACK = str.maketrans(LATIN, CYRILLIC)
SHAPED = str.maketrans(SHAPES)
LATIN_LETTER = re.compile(r"[A-Za-z]")
MIXED = re.compile(r"[A-Za-z]*[Ѐ-ӿ]+[A-Za-z][A-Za-zЀ-ӿ]*|[A-Za-z]+[Ѐ-ӿ][A-Za-zЀ-ӿ]*")
CYRILLIC_LETTER = re.compile(r"[Ѐ-ӿ]")
ROMAN = re.compile(r"[IVXІХ]+")
LETTERS = re.compile(r"[^\W\d_]")
# A piece that ends so many of the act's words and begins none is an ending, not a word.
ENDING_WORDS = 2
STEM, SHORT = 4, 3
# A word that the act has so often is spelt as meant; so many letters of a word may be its ending.
OFTEN, LONGEST_ENDING = 3, 5


def core(word: str) -> str:
    """A word's letters and digits in lower case, without the signs around them."""
    return word.strip(SIGNS).casefold()


def native(text: str) -> str:
    """`text` with Latin letters that stand for Cyrillic ones inside Cyrillic words replaced.

    The length stays. A word with a Latin letter that looks like no Cyrillic one stays as it is.
    """
    return MIXED.sub(lambda match: _cyrillic(match[0]), text)


def _cyrillic(word: str) -> str:
    replaced = word.translate(BACK)
    return word if LATIN_LETTER.search(replaced) else replaced


def _latin(word: str) -> str:
    """A Latin word whose look-alike letters a scan took for Cyrillic ones."""
    replaced = word.translate(SHAPED)
    mixed = LATIN_LETTER.search(word) and not CYRILLIC_LETTER.search(replaced)
    return replaced if mixed else word


class Lexicon:
    """The words of an act, counted where they certainly stand whole."""

    def __init__(self, text: str, fixed: Iterable[str] = ()) -> None:
        self._counts: Counter[str] = Counter(_whole_words(text))
        self._counts.update(dict.fromkeys(map(str.casefold, (*fixed, *PARTICLES)), OFTENER + 1))
        self._counts.pop("", None)
        self._mended: dict[str, str] = {}
        self._ends: Counter[str] = Counter()
        self._stems: Counter[str] = Counter()
        for word in self._counts:
            self._ends.update(word[at:] for at in range(1, len(word)))
            self._stems.update(word[:at] for at in range(1, len(word) + 1))

    def count(self, word: str) -> int:
        """How often `word` (in lower case) stands whole in the act."""
        return self._counts[word]

    def knows(self, word: str) -> bool:
        """Whether the act has `word` (in lower case) standing whole.

        A piece of a broken word may stand alone by chance, the likelier the shorter it is.
        """
        return self._counts[word] > (1 if len(word) <= SHORT else 0)

    def _weight(self, word: str) -> int:
        """How often the act has the word, and how many longer words begin with it."""
        return self._counts[word] + self._stems[word] - (self._counts[word] > 0)

    def begins(self, start: str) -> bool:
        """Whether a longer known word begins with `start`."""
        return self._stems[start] > (1 if self.knows(start) else 0)

    def is_ending(self, piece: str) -> bool:
        """Whether `piece` is how words of the act end, and nothing that a word begins with."""
        head = piece[: max(1, min(STEM, len(piece)))]
        return self._ends[piece] >= ENDING_WORDS and (
            not self._stems[piece] or (len(head) < STEM and not self.knows(piece))
        )

    def is_doubtful(self, word: str) -> bool:
        """Whether `word` is rare and one slip away from the beginning of a word the act uses.

        Too little to repair it, enough to ask: endings vary, so that the beginning is compared.
        """
        low = core(word)
        if self._counts[low] >= OFTEN or not LETTERS.search(low) or ROMAN.fullmatch(word):
            return False
        return any(self._shares_beginning(meant, low) for meant in _variants(low))

    def _shares_beginning(self, meant: str, printed: str) -> bool:
        changed = next(at for at in range(len(meant)) if not printed.startswith(meant[: at + 1]))
        length = max(changed + 1, min(STEM, len(meant)), len(meant) - LONGEST_ENDING)
        return 0 < self._stems[meant[:length]] >= self._stems[printed[:length]]

    def mend(self, word: str) -> str:
        """`word` with a slip of the scan repaired where the act has the word that was meant."""
        if word not in self._mended:
            self._mended[word] = self._mend(word)
        return self._mended[word]

    def _mend(self, word: str) -> str:
        script = _latin(word)
        bare = script.strip(SIGNS)
        low = bare.casefold()
        if not LETTERS.search(low) or ROMAN.fullmatch(bare):
            return word
        best = max(_variants(low), key=self._weight, default=low)
        if not self.knows(best) or self._weight(best) < max(OFTENER * self._weight(low), 2):
            return script
        return script.replace(bare, _in_case_of(best, bare))


def _variants(word: str) -> Iterator[str]:
    for printed, meant in SLIPS:
        at = word.find(printed)
        while at >= 0:
            yield word[:at] + meant + word[at + len(printed) :]
            at = word.find(printed, at + 1)
        if word.count(printed) > 1:
            yield word.replace(printed, meant)


def _in_case_of(word: str, model: str) -> str:
    if model.isupper() and len(model) > 1:
        return word.upper()
    return word.capitalize() if model[:1].isupper() else word


def _set_apart(line: str, words: list[str]) -> bool:
    """Whether letters were set apart to fill the line, so that its pieces are no words."""
    alone = [word for word in words if len(word) == 1 and word.isalpha()]
    return "  " in line.lstrip() or any(letter.lower() not in PARTICLES for letter in alone)


def _whole_words(text: str) -> Iterator[str]:
    """The words that no line's end has cut: the first and the last of a line may be pieces."""
    whole = True
    for line in text.splitlines():
        words = line.split()
        if not words or _set_apart(line, words):
            whole = True
            continue
        goes_on = not line.endswith(" ")
        first = 0 if whole else 1
        last = len(words) - 1 if goes_on and line[-1:].isalpha() else len(words)
        yield from map(core, words[first:last])
        whole = not (goes_on and line[-1:].isalpha())
