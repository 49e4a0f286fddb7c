"""Terms of office: when they end, how many hold at once, and counts that tell of nobody."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from birlik.base.charter.engine.kinds import SeatRule


@dataclass(frozen=True, slots=True)
class Term:
    """Days on which somebody holds an office, `[first, until)`; None while no end is known."""

    first: date
    until: date | None = None

    def covers(self, on: date) -> bool:
        """Whether it holds on a day."""
        return self.first <= on and (self.until is None or on < self.until)

    def meets(self, other: "Term") -> bool:
        """Whether both hold on some day."""
        return self.covers(other.first) or other.covers(self.first)


def years_later(on: date, years: int) -> date:
    """The same day some years later; after 29 February, in a year without it, 1 March."""
    try:
        return on.replace(year=on.year + years)
    except ValueError:
        return date(on.year + years, 3, 1)


def end_by_rule(first: date, rule: SeatRule | None) -> date | None:
    """The first day after the term that the charter gives an office, the shorter of term and
    rotation; None where it gives none."""
    years = [one for one in (rule and rule.term_years, rule and rule.rotation_years) if one]
    return years_later(first, min(years)) if years else None


def most_at_once(terms: Iterable[Term], wanted: Term) -> int:
    """How many of some terms hold on one day at most, among the days of `wanted`.

    The number grows only on a first day, so it is enough to look at those.
    """
    met = [one for one in terms if one.meets(wanted)]
    days = {wanted.first} | {one.first for one in met if wanted.covers(one.first)}
    return max(sum(one.covers(day) for one in met) for day in days)


def told_counts(counts: Mapping[str, int], least: int) -> dict[str, int]:
    """The counts that may be told: none below `least`. Where only one would stay untold, the
    smallest of the others stays untold too, or the total would tell it."""
    small = [code for code, count in counts.items() if 0 < count < least]
    told = {code: count for code, count in counts.items() if count >= least}
    if len(small) == 1 and told:
        del told[min(told, key=lambda code: (told[code], code))]
    return dict(sorted(told.items(), key=lambda pair: (-pair[1], pair[0])))
