"""The phrases of deadlines, and what each of them says.

Where several phrases begin at one word, the longest is meant; of equal ones, the first listed.
"""

from calendar import monthrange
from itertools import pairwise

from birlik.base.values.calendar_words import MONTHS
from birlik.base.values.deadline.facts import (
    After,
    AsNeeded,
    Continuous,
    Count,
    Days,
    Fact,
    Outside,
    Place,
    Rate,
    Results,
    Within,
    Years,
)
from birlik.base.values.deadline.pattern import Phrase, compiled, rule
from birlik.base.values.deadline.token import Token
from birlik.base.values.schedule import AfterPeriod, Per, Window, WindowKind

Facts = tuple[Fact, ...]

_PER: dict[str, Per] = {
    "year": "year",
    "half": "half",
    "quarter": "quarter",
    "month": "month",
    "week": "week",
}
_MOST: dict[str, tuple[WindowKind, int]] = {"quarter": ("quarter", 4), "half": ("half", 2)}
_PER_MONTHS: dict[int, Per] = {1: "month", 3: "quarter", 6: "half", 12: "year"}
SHORTEST_UNIT = 3
"""A shorter word after a number is an abbreviation, and could stand for anything."""

MOST_TIMES = 366
"""Nothing in a plan is done more often than every day of a year."""
LONGEST_AFTER = 366
"""No report is given its period's end and a longer term in days than a year."""
LONGEST_PLAN = 30
"""No plan of the state reaches over more years; what does is a misprint."""

_PERIODS = ("YR", "HALF", "QTR", "MON", "WEEK", "RATE", "ADVERB")


def _period(phrase: Phrase) -> Per | None:
    """The last period named: "within 10 days of a month after the reported quarter" is quarter."""
    return next((_PER[str(token.value)] for token in reversed(phrase.all(*_PERIODS))), None)


def _outside(_: Phrase) -> Facts:
    return (Outside(),)


def _often(phrase: Phrase) -> Facts:
    times = phrase.number("N", "COUNT_TIMES")
    if times is None:
        times = 1
    return (Rate(_period(phrase), times),) if 1 <= times <= MOST_TIMES else ()


def _spaced(phrase: Phrase) -> Facts:
    """Every so many periods: only months that make up a quarter, half or year are a rhythm."""
    span = phrase.parts(_SPAN)
    per = _PER_MONTHS.get(span[0].number("N") or 0) if span else None
    if per is None or _period(phrase) != "month" or phrase.has("OUTSIDE"):
        return (Outside(),)
    often = phrase.parts(_OFTEN)
    return (Rate(per, often[0].number("N", "COUNT_TIMES") if often else None),)


def _every(phrase: Phrase) -> Facts:
    return (Rate(_period(phrase)),)


def _each(phrase: Phrase) -> Facts:
    return (Rate(_period(phrase), each=True),)


def _within(_: Phrase) -> Facts:
    return (Within(),)


def _continuous(_: Phrase) -> Facts:
    return (Continuous(),)


def _as_needed(_: Phrase) -> Facts:
    return (AsNeeded(),)


def _results(phrase: Phrase) -> Facts:
    return (Rate(_period(phrase)), Results())


def _results_of_year(phrase: Phrase) -> Facts:
    return (*_years(phrase), Results())


def _day_after_results(phrase: Phrase) -> Facts:
    """«По итогам полугодия до 15 числа»: the first 15th after it ends."""
    day = phrase.number("N", "R") or 0
    after = AfterPeriod(months=1, day=day)
    return (After(after, _period(phrase)),) if 1 <= day <= 31 else ()


def _years(phrase: Phrase) -> Facts:
    named = phrase.all("Y", "N")
    years: list[int] = []
    for token in named:
        year = token.number if token.kind == "Y" else token.number + years[-1] // 100 * 100
        if years and not 0 < year - years[-1] <= LONGEST_PLAN:
            return (Outside(),)
        since = years[-1] + 1 if years and _is_through(phrase, token) else year
        years += range(since, year + 1)
    through = len(named) == 2 and _is_through(phrase, named[1])
    whole = (Continuous(),) if phrase.has("THROUGHOUT", "ALL") else ()
    return (Years(tuple(years), through), *whole)


def _is_through(phrase: Phrase, last: Token) -> bool:
    before = phrase.tokens[phrase.tokens.index(last) - 1]
    return before.kind in {"DASH", "TO", "YR_FROM"} or phrase.has("FROM")


def _window(phrase: Phrase) -> Facts:
    number = phrase.number("N", "R") or 0
    kind, most = _MOST.get(_period(phrase) or "", ("quarter", 0))
    if any(phrase.text[token.start].isalpha() for token in phrase.all("N")):
        return (Outside(),)  # «два квартала» is how long, not when
    return (Place(Window(kind, number)),) if 1 <= number <= most else ()


def _glued_window(phrase: Phrase) -> Facts:
    """ "4Q" is the fourth quarter, "4 quarters" are four."""
    letter = phrase.tokens[-1]
    return _window(phrase) if letter.end - letter.start == 1 else ()


def _month(phrase: Phrase) -> Facts:
    return (Place(Window("month", phrase.number("MONTH", "MONTH_OF"))),)


def _month_of_each_year(phrase: Phrase) -> Facts:
    return (Rate("year"), *_month(phrase))


def _days(phrase: Phrase) -> Facts:
    days: list[tuple[int | None, int, int]] = []
    for part in phrase.parts(_DAY):
        day, month, year = next(
            (token.on for token in part.all("DATE")),
            (part.number("N", "R") or 0, part.number(*_MONTHS) or 0, part.number("Y")),
        )
        if not 1 <= day <= monthrange(year or 2024, month)[1]:
            return ()
        days.append((year, month, day))
    years = {year for year, _, _ in days if year}
    if len(years) == 1:  # «до 1 июля и 1 декабря 2024 года»: the year is said once for all
        days = [(min(years), month, day) for _, month, day in days]
    limits = {token.kind for token in phrase.all(*_LIMITS)}
    if phrase.has("MONTH_OF") and not limits:
        return ()  # «мамырдың 5-іне» wants «дейін»
    if len(limits) > 1 or not _reaches_all_days(phrase):
        return (Outside(),)
    inclusive = "BEFORE" not in limits or phrase.has("INCLUSIVE")
    return (Days(tuple(days), bool(limits) or phrase.has("MONTH_TO"), inclusive),)


def _reaches_all_days(phrase: Phrase) -> bool:
    """Whether the limit, where there is one, is said of every day listed.

    «До» reaches all days after it; «дейін» those before it that are in its case or joined by
    "and". In «1 маусым, 1 қарашаға дейін» the first day is a day on which, not by which.
    """
    if not phrase.has(*_LIMITS, "MONTH_TO"):
        return True
    kinds = [token.kind for token in phrase.tokens if token.kind not in {"INCLUSIVE", "IN", "YR"}]
    if kinds[0] in _LIMITS:
        return True
    bare = any(
        token.kind == "MONTH"
        and following.kind == "COMMA"
        and token.end - token.start == len(MONTHS["kk"][token.number - 1])
        for token, following in pairwise(phrase.tokens)
    )
    return not bare and kinds[-1] in {*_LIMITS, "MONTH_TO"}


def _day_after(phrase: Phrase) -> Facts:
    """By a day of the k-th month after; of two numbers, the one before "month" counts months."""
    numbers = phrase.all("N", "R")
    counted = [part.tokens[0] for part in phrase.parts(_COUNTED_MONTH)] if numbers[1:] else []
    days = [token.number for token in numbers if token not in counted]
    months = counted[0].number if counted else 1
    if len(days) != 1 or not 1 <= days[0] <= 31 or not 1 <= months <= 12:
        return ()
    periods = [_PER[str(token.value)] for token in phrase.all(*_PERIODS)]
    periods.remove("month")
    return (After(AfterPeriod(months=months, day=days[0]), periods[0] if periods else None),)


def _date_of_next_year(phrase: Phrase) -> Facts:
    """By a date of the year after the reported one: that day of its n-th month."""
    day, month = phrase.number("N", "R") or 0, phrase.number(*_MONTHS) or 0
    if not 1 <= day <= monthrange(2024, month)[1]:
        return ()
    after = AfterPeriod(months=month, day=day)
    return (After(after, "year" if phrase.has("REPORTED") else None),)


def _day_of_each_month(phrase: Phrase) -> Facts:
    day = phrase.number("N", "R") or 0
    return (After(AfterPeriod(months=0, day=day), "month"),) if 1 <= day <= 31 else ()


def _days_after(phrase: Phrase) -> Facts:
    days = phrase.number("N", "R") or 0
    return (After(AfterPeriod(days=days), _period(phrase)),) if 1 <= days <= LONGEST_AFTER else ()


def _count(phrase: Phrase) -> Facts:
    at_least = phrase.has("AT_LEAST", "NOT_LESS")
    unit = _unit(phrase)
    quantity = phrase.number("N")
    if not quantity or len(unit) < SHORTEST_UNIT:
        return ()
    return (Count(quantity, at_least, unit),)


def _bare_count(phrase: Phrase) -> Facts:
    return (Count(phrase.number("N") or 0, True, ""),) if phrase.number("N") else ()


def _unit(phrase: Phrase) -> str:
    """The counted noun as printed, in lower case, its letters and broken halves put together.

    A hyphen at a line's end breaks a word, except after one or two letters: «іс- шара» has it.
    """
    unit, end = "", 0
    for word in phrase.all("WORD"):
        gap = phrase.text[end : word.start] if unit else ""
        hyphen = "-" if "-" in gap and (gap == "-" or len(unit.rsplit(maxsplit=1)[-1]) < 3) else ""
        unit += hyphen if "-" in gap else " " * bool(gap)
        unit += "".join(phrase.text[word.start : word.end].split())
        end = word.end
    return unit.lower()


_COUNTED_MONTH = compiled("(N|R) MON")
_SPAN = compiled("N (P|RATE)")
_OFTEN = compiled("OFTEN")
_LIMITS = ("BEFORE", "BY", "NOT_LATER", "TO")
_MONTHS = ("MONTH", "MONTH_TO", "MONTH_OF")
_A_DAY = (
    "(DATE YR?|Y YR? NUM M DAY?|(Y YR?)? MONTH_OF NUM (DAY|DAY_OF)?|NUM M DAY? (COMMA? Y YR?)?)"
)
_A_DAY_EN = "(DATE|NUM M (COMMA? Y)?|M NUM (COMMA? Y)?)"
_DAYS = "(YR|IN)* LIM? {0} LIM? INCLUSIVE? ((COMMA|AND)+ LIM? {0} LIM? INCLUSIVE?)*"
_DAY = compiled("DATE|(?:Y YR?)? MONTH_OF NUM|Y YR? NUM M|NUM M (?:COMMA? Y)?|M NUM (?:COMMA? Y)?")
_YR = "(YR(?! EVERY))*"
_ONE_DAY = "(DATE|Y YR? NUM M|NUM M (Y YR?)?|M NUM (COMMA? Y)?)"
_MARGIN = "(IN|WITHIN|END|YR)*"
_NEXT_YEAR = "(NEXT YR|YR COMMA? (NEXT|AFTER) END? REP)"

RULES = (
    # Outside the language, though its words are known.
    rule("(OFTEN|TIMES) IN N P|(OFTEN|TIMES)? IN? EVERY NUM P", _spaced),
    rule("EVERY OUTSIDE P", _outside),
    rule("EVERY? N P EVERY", _spaced),
    rule("EVERY? N (RATE|ADVERB) OFTEN|EVERY N RATE", _spaced),
    rule("IN? N? P BEFORE (?=WORD)", _outside),
    rule(f"{_ONE_DAY} DASH {_ONE_DAY}", _outside),
    rule("WITHIN IN P", _outside, ("en",)),
    rule("FROM (NUM|DATE|M)", _outside),
    rule("NUM (DASH|COMMA|AND)+ NUM (QTR|HALF|RATE)", _outside),
    rule("M DASH M|N DASH N M", _outside),
    rule("FROM Y YR?|Y YR_FROM OUTSIDE?|LIM Y YR?|Y YR LIM", _outside),
    rule("LIM M MON?|M (MON|RATE)? LIM|LIM NUM (QTR|HALF)|NUM (QTR|HALF|RATE) LIM", _outside),
    # How often.
    rule("(AT_LEAST|TO)? (OFTEN|TIMES) IN? (IN|EVERY) P", _often),
    rule("AT_LEAST? OFTEN NOT_LESS? RATE", _often),
    rule("AT_LEAST? (RATE|IN P) (AT_LEAST|TO)? OFTEN NOT_LESS?", _often),
    rule("AT_LEAST? OFTEN", _often),
    rule("RATE|IN P", _each),
    rule("(IN|WITHIN|END)? EVERY (P|RATE) (EVERY|WITHIN|END)?|P EVERY", _every),
    rule("AT_LEAST? ADVERB", _every),
    rule("RESULTS (EVERY|REPORTED)* P|P RESULTS", _results),
    rule("RESULTS (Y YR?)|Y YR? RESULTS", _results_of_year),
    # Within the year, throughout, constantly.
    rule("(WITHIN|END) YR|YR (WITHIN|END)|(IN|LIM)? YEAR_END", _within),
    rule("(THROUGHOUT|WITHIN|IN)? ALL YR|THROUGHOUT YR|YR THROUGHOUT", _continuous),
    rule("CONTINUOUS", _continuous),
    rule("AS_NEEDED", _as_needed),
    # Which years.
    rule(
        f"(IN|WITHIN|THROUGHOUT|ALL|END|LIM? YEAR_END|YR)* Y {_YR}"
        f" ((DASH|TO|(COMMA|AND)+ IN?) Y {_YR})* (WITHIN|THROUGHOUT|END)?",
        _years,
    ),
    rule("(IN|WITHIN)? Y DASH N YR WITHIN?", _years),
    rule("WITHIN? FROM Y YR? (TO|AND) Y YR?|Y YR_FROM Y YR LIM", _years),
    # Where in the year.
    rule(f"{_MARGIN} NUM (QTR|HALF|RATE) (WITHIN|END)?", _window, ("kk", "ru")),
    rule(f"{_MARGIN} R (QTR|HALF)", _window, ("en",)),
    rule(f"{_MARGIN} (QTR|HALF) N", _window, ("en",)),
    rule(f"{_MARGIN} N (QTR|HALF)", _glued_window, ("en",)),
    rule(f"{_MARGIN} MON? (MONTH|MONTH_OF) MON? (WITHIN|END)?", _month),
    rule("IN? EVERY MONTH", _month_of_each_year),
    rule(_DAYS.format(_A_DAY), _days),
    rule(_DAYS.format(_A_DAY_EN), _days, ("en",)),
    rule(f"TO {_A_DAY} INCLUSIVE?", _days, ("ru",)),
    # After the reported period.
    rule("LIM? NUM (DAY_OF|DAY)? R? MON COMMA? (NEXT|AFTER) END? REP", _day_after),
    rule("LIM? DAY N R? MON COMMA? (NEXT|AFTER) END? REP", _day_after),
    rule("LIM? NUM (DAY_OF|DAY)? R? NEXT MON", _day_after),
    rule("REP END? AFTER R? MON NUM (DAY_OF|DAY)? LIM?", _day_after),
    rule("NEXT R? MON NUM (DAY_OF|DAY)? LIM?", _day_after),
    rule("LIM? NUM (DAY_OF|DAY)? NEXT REP MON", _day_after),
    rule(
        "RESULTS (EVERY|REPORTED)* P COMMA? LIM NUM DAY_OF(?!R|MON|NEXT|EVERY)", _day_after_results
    ),
    rule(f"LIM (NUM M|M NUM) {_NEXT_YEAR}", _date_of_next_year),
    rule("(NEXT|REP AFTER) YR NUM M LIM", _date_of_next_year),
    rule(
        "LIM? NUM (DAY_OF|DAY)? EVERY MON|EVERY MON NUM ((DAY_OF|DAY) LIM?|LIM)", _day_of_each_month
    ),
    rule("(WITHIN|LIM)? N DAY WITHIN? (NEXT|AFTER) END? REP", _days_after),
    rule("REP END? AFTER N DAY (WITHIN|LIM)?", _days_after),
    rule("AFTER REP (WITHIN|LIM)? N DAY", _days_after),
    # How many.
    rule("(?<!LIM)(AT_LEAST|TO)? N NOT_LESS? WORD WORD? WORD?", _count),
    rule("(AT_LEAST N|N NOT_LESS) (?=$|COMMA|RATE|ADVERB|IN|EVERY|WITHIN|YR EVERY)", _bare_count),
    # What is left of phrases outside the language.
    rule("(WITHIN|LIM)? N (YR|MON|WEEK|DAY) (WITHIN|LIM|OUTSIDE)?|OUTSIDE|AFTER", _outside),
    rule("NUM (QTR|HALF)|YR COMMA? NEXT REPORTED?|NEXT|REPORTED|RESULTS", _outside),
)
