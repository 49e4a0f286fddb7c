"""Mends what printing into narrow columns did to words: spaced letters, broken lines, stray gaps.

Nothing is paraphrased: letters are never added, dropped or replaced here, only the white space
between them.
"""

import re
from itertools import pairwise

# «м е н», «Ш ы м к е н т»: letters set apart to fill a line. Two or more gaps between single
# letters cannot be words; one gap can («и в», «А. Б.»).
SPACED = re.compile(r"(?<![\w])(?:[^\W\d_] ){2,}[^\W\d_](?![\w])")
BEFORE_SIGN = re.compile(r"\s+([,;:.!?)»”])")
AFTER_BRACKET = re.compile(r"([(«“])\s+")
BROKEN_HYPHEN = re.compile(
    r"(?<=\w)-\s*\n\s*(?=\w)|(?<=\w)-[ \t]+(?=(ның|нің|ға|ге|қа|ке|да|де)\b)"
)


def flat(text: str) -> str:
    """`text` on one line, spaces single."""
    return " ".join(text.split())


def join_spaced(text: str) -> str:
    """Words whose letters were set apart are closed again."""
    return SPACED.sub(lambda match: match[0].replace(" ", ""), text)


def tidy_quotes(text: str) -> str:
    """Blanks that a line break left inside quotation marks and before signs are taken out.

    A mark that touches a word on one side opens or closes there; only a mark between two blanks
    is told by whether one is open.
    """
    pieces = text.split('"')
    tidied = pieces[0]
    is_open = False
    for before, after in pairwise(pieces):
        touches_left = before != "" and not before[-1:].isspace()
        touches_right = after != "" and not after[:1].isspace()
        is_open = touches_right if touches_left != touches_right else not is_open
        if is_open:
            tidied += '"' + after.lstrip()
        else:
            tidied = tidied.rstrip() + '"' + after
    return AFTER_BRACKET.sub(r"\1", BEFORE_SIGN.sub(r"\1", tidied))


def mend(text: str) -> str:
    """A cell's words as they were before the page broke them, on one line."""
    return tidy_quotes(flat(join_spaced(BROKEN_HYPHEN.sub("-", text))))
