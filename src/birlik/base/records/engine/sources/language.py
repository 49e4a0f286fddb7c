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


def detect_language(text: str) -> Literal["kk", "ru"]:
    """The language of most of `text`: by its letters, and where these were lost by its words."""
    cyrillic = len(CYRILLIC.findall(text))
    if cyrillic and len(KAZAKH_LETTERS.findall(text)) / cyrillic >= KAZAKH_SHARE:
        return "kk"
    words = text.casefold().split()
    kazakh = sum(word in KAZAKH_WORDS for word in words)
    russian = sum(word in RUSSIAN_WORDS for word in words)
    return "kk" if kazakh > russian else "ru"
