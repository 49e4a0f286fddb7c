"""How acts of Kazakhstan are referred to: kind, issuer, date and number, in Kazakh and Russian."""

import re
from dataclasses import dataclass
from datetime import date

from birlik.base.records.engine.draft import ActKind

MONTHS = {
    **dict.fromkeys(("қаңтар", "январ"), 1),
    **dict.fromkeys(("ақпан", "феврал"), 2),
    **dict.fromkeys(("наурыз", "март"), 3),
    **dict.fromkeys(("сәуір", "апрел"), 4),
    **dict.fromkeys(("мамыр", "мая", "май"), 5),
    **dict.fromkeys(("маусым", "июн"), 6),
    **dict.fromkeys(("шілде", "июл"), 7),
    **dict.fromkeys(("тамыз", "август"), 8),
    **dict.fromkeys(("қыркүйек", "сентябр"), 9),
    **dict.fromkeys(("қазан", "октябр"), 10),
    **dict.fromkeys(("қараша", "ноябр"), 11),
    **dict.fromkeys(("желтоқсан", "декабр"), 12),
}
KINDS: dict[str, ActKind] = {
    **dict.fromkeys(("жарлы", "указ"), "decree"),
    **dict.fromkeys(("заң", "закон"), "law"),
    **dict.fromkeys(("қаулы", "постановлени"), "resolution"),
    **dict.fromkeys(("бұйры", "приказ", "өкім", "распоряжени"), "order"),
    **dict.fromkeys(("хаттама", "протокол"), "protocol"),
    **dict.fromkeys(("тұжырымдама", "концепци"), "concept"),
    **dict.fromkeys(("жоспар", "план"), "plan"),
}
# Laws carry the letters of their series after the number: «№ 480-V ЗРК», «№ 480-V ҚРЗ».
NUMBER = r"№\s*(?P<number>(?:\d[\w/.-]*\w|\d)(?:\s(?:ЗРК|ҚРЗ)\b)?)"
KAZAKH_KIND = (
    r"(?P<kind>(?:Жарлығы|Заңы|қаулысы|бұйрығы|өкімі|хаттамасы|Жарлық|Заң|қаулы|бұйрық|өкім)\w*)"
)
RUSSIAN_KIND = re.compile(r"\b(?:Указ|Закон|Постановлени|Приказ|Распоряжени|Протокол)\w*", re.I)
KAZAKH = re.compile(
    rf"(?:(?P<lead>[^\W\d][^;:\"«»№\d]{{3,150}}?)\s+)?(?P<year>\d{{4}})\s*жылғы\s+"
    rf"(?P<day>\d{{1,2}})\s+(?P<month>[а-яәғқңөұүһі]+)\s+{NUMBER}\s*[;.,:]?\s*{KAZAKH_KIND}?",
    re.IGNORECASE,
)
RUSSIAN = re.compile(
    rf"(?:(?P<lead>[^\W\d][^.;:\"«»№\d]{{3,200}}?)\s+)?от\s+"
    rf"(?P<day>\d{{1,2}})\s+(?P<month>[а-яё]+)\s+(?P<year>\d{{4}})\s*(?:года|г\.)\s*{NUMBER}",
    re.IGNORECASE,
)
# An issuer without initials: those belong to the signature that was printed before it.
WHOLE_GENITIVE = re.compile(r"^[^.]*(нің|ның)$")
# The nominative of the bodies that adopt acts; a body not named here keeps its printed form.
NOMINATIVE = {
    "Президента": "Президент",
    "Правительства": "Правительство",
    "Премьер-Министра": "Премьер-Министр",
    "Министра": "Министр",
    "Председателя": "Председатель",
    "Руководителя": "Руководитель",
    "Министерства": "Министерство",
    "Комитета": "Комитет",
    "Совета": "Совет",
    "Акима": "Аким",
    "Акимата": "Акимат",
}


@dataclass(frozen=True, slots=True)
class Reference:
    """An act as some words name it; offsets are those of the text that was searched."""

    kind: ActKind
    issuer: str
    number: str
    adopted_on: date | None
    start: int
    end: int


def references(text: str) -> list[Reference]:
    """Every reference with date and number in a text of one line, in order."""
    found = [_kazakh(match) for match in KAZAKH.finditer(text)]
    found += [_russian(match) for match in RUSSIAN.finditer(text)]
    return sorted((one for one in found if one.adopted_on), key=lambda one: one.start)


def kind_of(word: str) -> ActKind:
    """The kind that a word names in any of its cases; '' for other words."""
    folded = word.casefold()
    return next((kind for stem, kind in KINDS.items() if folded.startswith(stem)), "")


def written_date(day: str, month: str, year: str) -> date | None:
    """The date of «18», «апреля», «2013»; None where it is none."""
    folded = month.casefold()
    number = next((n for stem, n in MONTHS.items() if folded.startswith(stem)), 0)
    try:
        return date(int(year), number, int(day))
    except ValueError:
        return None


def _kazakh(match: re.Match[str]) -> Reference:
    """The kind stands after the number; the issuer opens with the country's name."""
    lead = match["lead"] or ""
    at = max(lead.rfind("Қазақстан Республикасы"), 0)
    return Reference(
        kind=kind_of(match["kind"] or ""),
        issuer=_kazakh_issuer(lead[at:]),
        number=match["number"],
        adopted_on=written_date(match["day"], match["month"], match["year"]),
        start=match.start() + at,
        end=match.end(),
    )


def _russian(match: re.Match[str]) -> Reference:
    """The kind stands before the issuer; of several the last is meant («… утвержденных Указом»)."""
    lead = match["lead"] or ""
    kinds = list(RUSSIAN_KIND.finditer(lead))
    at = kinds[-1].start() if kinds else 0
    issuer = lead[kinds[-1].end() :].strip() if kinds else lead
    return Reference(
        kind=kind_of(kinds[-1][0]) if kinds else "",
        issuer=_russian_issuer(issuer),
        number=match["number"],
        adopted_on=written_date(match["day"], match["month"], match["year"]),
        start=match.start() + at,
        end=match.end(),
    )


def _kazakh_issuer(genitive: str) -> str:
    """«Қазақстан Республикасы Президентінің» → «Қазақстан Республикасының Президенті»."""
    words = genitive.split()
    if len(words) < 3 or words[0] != "Қазақстан" or not WHOLE_GENITIVE.search(genitive):
        return ""
    return " ".join([words[0], "Республикасының", *words[2:-1], words[-1][:-3]])


def _russian_issuer(genitive: str) -> str:
    first, _, rest = genitive.partition(" ")
    return f"{NOMINATIVE[first]} {rest}" if first in NOMINATIVE and rest else ""
