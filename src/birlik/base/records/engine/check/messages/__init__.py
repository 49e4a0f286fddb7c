"""What the findings say, in one place and in three languages."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from birlik.base.records.engine.check.messages.figures import FIGURES
from birlik.base.records.engine.check.messages.points import POINTS
from birlik.base.values.local_text import LANGUAGES, Language, LocalText

MESSAGES: Mapping[str, LocalText] = {**FIGURES, **POINTS}

WORDS: Mapping[str, LocalText] = {
    "exact": LocalText(kk="дәл", ru="точно", en="exactly"),
    "about": LocalText(kk="шамамен", ru="около", en="about"),
    "more": LocalText(kk="одан астам", ru="более", en="more than"),
    "less": LocalText(kk="одан аз", ru="менее", en="less than"),
    "fact": LocalText(kk="факт", ru="факт", en="fact"),
    "estimate": LocalText(kk="бағалау", ru="оценка", en="estimate"),
    "nearest": LocalText(
        kk=" (жақыны: «{code}»)", ru=" (ближайшее: «{code}»)", en=' (nearest: "{code}")'
    ),
    "nothing": LocalText(kk="жоқ", ru="нет", en="none"),
}


def say(key: str, **values: object) -> LocalText:
    """The message `key` with its blanks filled, each value written as the language writes it."""
    return _filled(MESSAGES[key], values)


def word(key: str, **values: object) -> LocalText:
    """A word that stands inside a message."""
    return _filled(WORDS[key], values)


def _filled(template: LocalText, values: Mapping[str, object]) -> LocalText:
    written = {
        language: {name: _written(language, value) for name, value in values.items()}
        for language in LANGUAGES
    }
    return LocalText(
        kk=template.kk.format(**written["kk"]),
        ru=template.ru.format(**written["ru"]),
        en=template.en.format(**written["en"]),
    )


def _written(language: Language, value: object) -> str:
    """Dates day first; numbers in groups of three, with a decimal comma but in English."""
    if isinstance(value, LocalText):
        return value.get(language)
    if isinstance(value, date):
        return f"{value:%d.%m.%Y}"
    if isinstance(value, Decimal):
        number = f"{value:,f}" if value == value.to_integral() else f"{value.normalize():,f}"
        number = number.partition(".")[0] if value == value.to_integral() else number
        number = number.replace(",", "\u00a0")
        return number if language == "en" else number.replace(".", ",")
    if isinstance(value, tuple):
        return ", ".join(_written(language, one) for one in value)
    return str(value)
