"""Reads the numbers of running text: their value, how exact they claim to be, what they count.

"36 домов дружбы", "более одной тысячи объединений", "122 миллионнан асып", "88,3 %", "төрт театр".
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from birlik.base.records.engine.check.words import is_kazakh, listed, stem

Bound = Literal["exact", "about", "more", "less"]
FigureKind = Literal["count", "percent", "year", "date", "reference", "ordinal"]

MONTHS: tuple[tuple[str, str], ...] = (
    ("қаңтар", "январ"),
    ("ақпан", "феврал"),
    ("наурыз", "март"),
    ("сәуір", "апрел"),
    ("мамыр", "ма[йяе]"),
    ("маусым", "июн"),
    ("шілде", "июл"),
    ("тамыз", "август"),
    ("қыркүйе[кг]", "сентябр"),
    ("қазан", "октябр"),
    ("қараша", "ноябр"),
    ("желтоқсан", "декабр"),
)
MONTH = "|".join(
    f"(?P<m{at}>(?:{kk}|{ru})[а-яәғқңөұүһі]*)" for at, (kk, ru) in enumerate(MONTHS, 1)
)
MONTH_WORD = re.compile(rf"\b(?:{MONTH})(?!\w)", re.IGNORECASE)

_DIGITS = r"\d{1,3}(?:[ \u00a0]\d{3})+(?!\d)|\d+(?:,\d+)?(?!\d)"
_CARDINAL_TAIL = (
    r"х|ти|ми|и|мя|ю|тью|"
    r"(?:ын|ін|нан|нен|дан|ден|тан|тен|ға|ге|қа|ке|на|не|ны|ні|ды|ді|ты|ті|ның|нің|дың|дің|ы|і|сы|сі|да|де)+"
)
_NUMBER = re.compile(
    rf"(?P<mark>№\s*|N\s+)?(?P<digits>(?<![\w,]){_DIGITS})"
    rf"(?P<dotted>(?:[./-]\d+)+)?(?P<tail>-(?:{_CARDINAL_TAIL})(?!\w)|-[^\W\d_]+)?(?P<percent>\s*(?:%|процент|пайыз))?",
    re.IGNORECASE,
)
_SCALES: tuple[tuple[str, int], ...] = (
    (r"тыс\.|тысяч\w*|мың(?!\s+бала)\w*", 1_000),
    (r"млн\.?|миллион\w*", 1_000_000),
    (r"млрд\.?|миллиард\w*", 1_000_000_000),
)
_SCALE = re.compile(r"\s+(?:" + "|".join(f"({words})" for words, _ in _SCALES) + r")(?!\w)", re.I)

_RU_UNITS = {
    2: "два две двух двум двумя",
    3: "три трех трем тремя",
    4: "четыре четырех четырем четырьмя",
    5: "пять пяти пятью",
    6: "шесть шести шестью",
    7: "семь семи семью",
    8: "восемь восьми восемью",
    9: "девять девяти девятью",
}
_RU_TEENS = {
    10: "десять десяти десятью",
    11: "одиннадцать одиннадцати",
    12: "двенадцать двенадцати",
    13: "тринадцать тринадцати",
    14: "четырнадцать четырнадцати",
    15: "пятнадцать пятнадцати",
    16: "шестнадцать шестнадцати",
    17: "семнадцать семнадцати",
    18: "восемнадцать восемнадцати",
    19: "девятнадцать девятнадцати",
}
_RU_TENS = {
    20: "двадцать двадцати",
    30: "тридцать тридцати",
    50: "пятьдесят пятидесяти",
}
# "Екі", "он", "қырық", "жүз" alone mean too much else to be read as numbers.
_KK_UNITS = {3: "үш", 4: "төрт", 5: "бес", 6: "алты", 7: "жеті", 8: "сегіз", 9: "тоғыз"}
_KK_SMALL = {1: "бір", 2: "екі", **_KK_UNITS}
_KK_TENS = {10: "он", 20: "жиырма", 30: "отыз", 40: "қырық", 50: "елу"}
_KK_TAIL = r"(?:ін|ын|нан|нен|тен|тан|еу|інің|нің|ға|ге|ке|ты|ті|інде)?"


def _forms(table: dict[int, str]) -> dict[str, int]:
    return {form: value for value, forms in table.items() for form in forms.split()}


_RU_WORDS: dict[str, int] = {
    **_forms(_RU_UNITS),
    **_forms(_RU_TEENS),
    **_forms(_RU_TENS),
    **{
        f"{ten} {unit}": tens + units
        for ten, tens in _forms(_RU_TENS).items()
        for unit, units in _forms(_RU_UNITS).items()
    },
}
_KK_WORDS: dict[str, int] = {
    **{form: value for value, form in _KK_UNITS.items()},
    **{_KK_TENS[tens]: tens for tens in (20, 30, 50)},
    **{
        f"{ten} {unit}": tens + units
        for tens, ten in _KK_TENS.items()
        for units, unit in _KK_SMALL.items()
    },
}


def _any_of(words: dict[str, int]) -> str:
    return "|".join(sorted(words, key=len, reverse=True)).replace(" ", r"\s+")


_WORDY = re.compile(
    r"(?<![\w-])(?:(?P<one>одной|одна|один|бір)(?=\s+(?:тысяч|мың|миллион|млн))|"
    rf"(?P<ru>{_any_of(_RU_WORDS)})|(?P<kk>{_any_of(_KK_WORDS)}){_KK_TAIL}(?<!үшін))(?![\w-])",
    re.IGNORECASE,
)

_REFERENCE_BEFORE = re.compile(
    r"(?:\b(?:пункт\w*|подпункт\w*|стать\w*|п\.|ст\.|раздел\w*|глав\w*|приложени\w*|форм[аеы]|протокол\w*|"
    r"тармақ\w*|бап\w*|бөлім\w*|қосымша\w*|целев\w+ индикатор\w*)|COVID-)\s*$",
    re.IGNORECASE,
)
_REFERENCE_AFTER = re.compile(
    r"^(?:-|\s)(?:тармағ|тармақ|бап|баб|бөлім|тарау|қосымша|бағыт|нысаналы|кесте|пункт|тоқсан|жарты)",
    re.IGNORECASE,
)
_YEAR_AFTER = re.compile(
    r"^\s*(?:г\.|гг|год|жыл|учебн|оқу жыл|(?:[-–—,]|и\s|және\s)\s*(?:19|20)\d\d|\))",
    re.IGNORECASE,
)
_YEAR_BEFORE = re.compile(rf"(?:(?:19|20)\d\d\s*[-–—]|\d\s+(?:{MONTH}))\s*$", re.IGNORECASE)
_MORE = re.compile(
    r"(?:более|свыше|больше|не менее|не меньше|минимум|превы\w+|кемінде|кем дегенде)"
    r"(?:\s+чем)?\s*$",
    re.I,
)
_LESS = re.compile(r"(?:менее|меньше|не более|не свыше|до|аспайтын|кем)\s*$", re.IGNORECASE)
_ABOUT = re.compile(r"(?:около|порядка|примерно|почти|приблизительно|шамамен)\s*$", re.IGNORECASE)
_MORE_AFTER = re.compile(
    r"^(?:-\w+)?\s*(?:\w+\s+)?(?:астам|артық|аса(?!\w)|асып|асты|көп(?!\w))", re.IGNORECASE
)
_ABOUT_AFTER = re.compile(r"^\s*(?:жуық|таяу)", re.IGNORECASE)
_BOUND_WORD = re.compile(r"\s*(?:астам|артық|асып|жуық|таяу)\w*", re.IGNORECASE)

_TOKEN = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*|[^\s]")
_PHRASE_END = frozenset(
    listed(
        """
        в во на по с со из от для до при под над за о об у к без между через и или а но как что
        где который которая которое которые которых чем не уже еще также
        және мен бен пен үшін туралы бойынша арқылы ретінде деп әрі немесе болып
        """
    )
)
# Words that begin the predicate of a Kazakh clause, where no preposition ends the noun phrase.
_KK_PREDICATE = (
    "жұмыс",
    "қызмет",
    "кіред",
    "кір",
    "бар",
    "құрыл",
    "біріктір",
    "өтт",
    "тұр",
    "іске",
)
PHRASE_WORDS = 5


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of a text: it stands at `[start, end)`; `noun` holds the stems of what it counts.

    `step` is the worth of the last digit printed (0.1 for 88,3), to judge what rounding explains.
    """

    value: Decimal
    kind: FigureKind
    start: int
    end: int
    bound: Bound = "exact"
    noun: tuple[str, ...] = ()
    in_words: bool = False
    step: Decimal = Decimal(1)

    @property
    def counts(self) -> bool:
        """Whether it says how many things there are."""
        return self.kind == "count" and bool(self.noun)

    def agrees_with(self, other: "Figure") -> bool:
        """Whether both can be true of one thing: bounds and roundings are given their due."""
        if self.value == other.value:
            return self.bound == other.bound or "exact" in (self.bound, other.bound)
        low, high = sorted((self, other), key=lambda figure: figure.value)
        if low.bound == "more" or high.bound == "less":
            return True
        slack = Decimal("0.05") if "about" in (self.bound, other.bound) else Decimal(0)
        return high.value - low.value <= slack * high.value


def figures_of(text: str) -> tuple[Figure, ...]:
    """The numbers of `text` in their order."""
    found = [*_printed(text), *_in_words(text)]
    return tuple(
        replace(figure, bound=_bound(text, figure), noun=_noun(text, figure))
        for figure in sorted(found, key=lambda figure: figure.start)
    )


def _printed(text: str) -> Iterator[Figure]:
    for match in _NUMBER.finditer(text):
        digits = re.sub(r"[ \u00a0]", "", match["digits"]).replace(",", ".")
        value, end = Decimal(digits), match.end()
        scale, end = _scale(text, end) if not match["percent"] else (1, end)
        yield Figure(
            value=value * scale,
            kind=_kind(text, match, value),
            start=match.start("digits"),
            end=end,
            step=Decimal(1).scaleb(int(value.as_tuple().exponent)) * scale,
        )


def _in_words(text: str) -> Iterator[Figure]:
    for match in _WORDY.finditer(text.replace("ё", "е")):
        value = 1
        for table, words in (("ru", _RU_WORDS), ("kk", _KK_WORDS)):
            if match[table]:
                value = words[" ".join(match[table].casefold().split())]
        scale, end = _scale(text, match.end())
        yield Figure(
            Decimal(value * scale), "count", match.start(), end, in_words=True, step=Decimal(scale)
        )


def _scale(text: str, end: int) -> tuple[int, int]:
    """A following "thousand", "million" and where it ends."""
    match = _SCALE.match(text, end)
    if not match:
        return 1, end
    return _SCALES[next(i for i, group in enumerate(match.groups()) if group)][1], match.end()


def _kind(text: str, match: re.Match[str], value: Decimal) -> FigureKind:
    before, after = text[: match.start()][-24:], text[match.end() :][:24]
    tail = match["tail"] or ""
    if match["mark"] or match["dotted"] or _REFERENCE_BEFORE.search(before):
        return "reference"
    if match["percent"]:
        return "percent"
    if _item(text, match) or _REFERENCE_AFTER.match(tail + after):
        return "reference"
    if tail and not re.fullmatch(f"-(?:{_CARDINAL_TAIL})", tail, re.IGNORECASE):
        return "ordinal"
    return _dated(value, before, after)


def _dated(value: Decimal, before: str, after: str) -> FigureKind:
    month = MONTH_WORD.match(after.lstrip())
    if month and 1 <= value <= 31 and value == value.to_integral():
        return "date"
    if 1900 <= value <= 2100 and (_YEAR_AFTER.match(after) or _YEAR_BEFORE.search(before)):
        return "year"
    return "count"


def _item(text: str, match: re.Match[str]) -> bool:
    """Whether the number is the number of a point of a list: "1)", or "2." at the beginning."""
    after = text[match.end() : match.end() + 2]
    if after.startswith(")"):
        return text.rfind("(", 0, match.start()) <= text.rfind(")", 0, match.start())
    return not text[: match.start()].strip(" -") and after.startswith(".")


def _bound(text: str, figure: Figure) -> Bound:
    before, after = text[max(figure.start - 24, 0) : figure.start], text[figure.end :][:24]
    if figure.kind not in ("count", "percent"):
        return "exact"
    if _MORE.search(before) and not re.search(r"не\s+более\s*$", before, re.I):
        return "more"
    if _ABOUT.search(before) or _ABOUT_AFTER.match(after):
        return "about"
    if _MORE_AFTER.match(after):
        return "more"
    return "less" if _LESS.search(before) else "exact"


def _noun(text: str, figure: Figure) -> tuple[str, ...]:
    """The stems of the words that say what is counted, up to the end of their phrase."""
    if figure.kind not in ("count", "percent"):
        return ()
    at = figure.end
    bound = _BOUND_WORD.match(text, at)
    kazakh, found = is_kazakh(text), list[str]()
    for token in _TOKEN.finditer(text, bound.end() if bound else at):
        word = token[0].casefold()
        if not token[0][0].isalpha() or word in _PHRASE_END or word.startswith(_KK_PREDICATE):
            break
        if len(word) > 2:
            found.append(stem(word, kazakh))
        if len(found) == PHRASE_WORDS:
            break
    return tuple(found)
