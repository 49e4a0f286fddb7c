"""In which language a text is written."""

import re
from typing import Literal

KAZAKH_LETTERS = re.compile("[әғқңөұүһі]", re.IGNORECASE)
CYRILLIC = re.compile("[а-яёәғқңөұүһі]", re.IGNORECASE)
KAZAKH_WORDS = {"және", "мен", "бен", "үшін", "бойынша", "туралы", "жылы", "тиіс", "осы", "жəне"}
RUSSIAN_WORDS = {"и", "в", "на", "по", "с", "от", "для", "о", "об", "не", "года", "при", "или"}
# Kazakh prose has its own letters at about one in six, Russian at none; a Kazakh masthead over a
# Russian act stays far below this.
KAZAKH_SHARE = 0.05
# Between these shares a text is of both languages, or has lost its Kazakh letters.
RUSSIAN_ONLY, KAZAKH_ONLY = 0.02, 0.10


def detect_language(text: str) -> Literal["kk", "ru"]:
    """The language of most of `text`: by its letters, and where these were lost by its words."""
    if _kazakh_share(text) >= KAZAKH_SHARE:
        return "kk"
    words = text.casefold().split()
    kazakh = sum(word in KAZAKH_WORDS for word in words)
    russian = sum(word in RUSSIAN_WORDS for word in words)
    return "kk" if kazakh > russian else "ru"


def is_one_language(text: str) -> bool:
    """Whether the letters alone leave no doubt which language `text` is in."""
    share = _kazakh_share(text)
    return share >= KAZAKH_ONLY or (share <= RUSSIAN_ONLY and detect_language(text) == "ru")


def _kazakh_share(text: str) -> float:
    """The share of Kazakh's own letters among the Cyrillic ones."""
    return len(KAZAKH_LETTERS.findall(text)) / max(1, len(CYRILLIC.findall(text)))
