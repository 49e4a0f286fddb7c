"""Reminders of terms that end and of seats that became vacant, each once, to those who keep the
bodies.

What falls on the same day is told in one notice, which leads to the list.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from birlik.base.registry.actions.notices import NoticeRow, give_notices, unknown
from birlik.base.registry.engine.terms_told import PAGE, level_reached, seat_vacant, term_ends
from birlik.base.registry.models import Office
from birlik.base.registry.queries import Seat, seats
from birlik.base.registry.queries.norms import norms
from birlik.base.registry.queries.offices import dressed, ending_terms, vacancies
from birlik.base.registry.rules.offices import KEEP
from birlik.base.registry.rules.reach import territory_line
from birlik.base.values.actor import Actor
from birlik.base.values.clock import day_of
from birlik.base.values.local_text import LocalText

SYSTEM = Actor.system()
Words = Callable[[LocalText, LocalText, date, int], LocalText]


@dataclass(frozen=True, slots=True)
class Matter:
    """What is to be told of an office: `key` tells it from every other matter, `on` is the day
    that is named."""

    key: str
    on: date
    office: Office
    words: Words


def remind_of_terms(*, at: datetime) -> int:
    """Tell those who keep bodies of terms that end soon and of seats that became vacant; return how
    many notices are new. What is told already is not told again."""
    on = day_of(at)
    keepers = [one for one in seats(on=on) if one.actor.holds(KEEP)]
    rows = unknown(gathered(keepers, [*terms_near(on), *seats_left(on)]))
    return give_notices(SYSTEM, None, at=at, about="terms", rows=rows) if rows else 0


def terms_near(on: date) -> Iterator[Matter]:
    """The terms that end within the days of the norm, each at the level that was reached."""
    levels = norms().norm("term_reminder_days", on).whole_numbers()
    for one in ending_terms(on=on, days=max(levels), by=SYSTEM, power=KEEP):
        level = level_reached((one.until - on).days, levels)
        yield Matter(f"term/{level}/{one.last}", one.last, one.appointment.office, term_ends)


def seats_left(on: date) -> Iterator[Matter]:
    """The seats that became vacant within the days of the norm."""
    first = on - timedelta(days=norms().norm("vacancy_days", on).whole_number())
    for one in dressed(vacancies(on=on, by=SYSTEM, power=KEEP, since=first)):
        since = one.left_on or on
        yield Matter(f"vacant/{since}", since, one.office, seat_vacant)


def gathered(keepers: list[Seat], matters: list[Matter]) -> Iterator[NoticeRow]:
    """The notices: for each account, one of all matters with the same key."""
    found: defaultdict[tuple[int, str], list[Matter]] = defaultdict(list)
    for one in matters:
        for account in told_of(keepers, one):
            found[account, one.key].append(one)
    for (account, key), same in found.items():
        first = same[0]
        name, body = first.office.name, first.office.structure.name
        yield NoticeRow(account, key, first.words(name, body, first.on, len(same)), PAGE)


def told_of(keepers: list[Seat], matter: Matter) -> set[int]:
    """The accounts that keep the body of an office."""
    body = matter.office.structure
    places = territory_line(body.territory)
    kept = (
        one.account
        for one in keepers
        if one.actor.reaches(KEEP, structures=(body.pk,), territories=places)
    )
    return set(kept)
