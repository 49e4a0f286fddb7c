"""Text in the languages of the Assembly."""

from dataclasses import dataclass
from typing import Literal, get_args

Language = Literal["kk", "ru", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)
FALLBACK: dict[Language, tuple[Language, ...]] = {
    "kk": ("kk", "ru", "en"),
    "ru": ("ru", "kk", "en"),
    "en": ("en", "ru", "kk"),
}


@dataclass(frozen=True, slots=True)
class LocalText:
    """One text in up to three languages; an empty string means the language is missing."""

    kk: str = ""
    ru: str = ""
    en: str = ""

    def get(self, language: Language) -> str:
        """The text in `language`, else in the nearest language that has it, else ''."""
        return getattr(self, self.language_shown(language) or "kk") or ""

    def language_shown(self, language: Language) -> Language | None:
        """Which language `get` answers in; None when all are empty."""
        return next((code for code in FALLBACK[language] if getattr(self, code)), None)

    def missing(self) -> tuple[Language, ...]:
        """The languages in which nothing is written yet."""
        return tuple(code for code in LANGUAGES if not getattr(self, code))
