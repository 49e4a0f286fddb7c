"""A deadline read while it is typed: in plain words and in days."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from birlik.base.obligations.actions.foresight import due_days
from birlik.base.records.engine.by_hand import HandAct, HandPoint
from birlik.base.records.rules import may_open_import
from birlik.base.ui.pages import ActorRequest, now, page
from birlik.base.values.clock import day_of
from birlik.base.values.deadline import read_deadline
from birlik.base.values.local_text import LocalText
from birlik.base.values.schedule import Occurrence
from birlik.domains.execution.web.imports.spoken import spoken

SHOWN = 6
"""So many days are named; of the others, how many there are."""

DAY = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")

EXAMPLES = (
    LocalText("2027 жылғы 30 маусымға дейін", "до 30 июня 2027 года", "by 30 June 2027"),
    LocalText("тоқсан сайын", "ежеквартально", "quarterly"),
    LocalText("жыл сайын 25 желтоқсанға дейін", "ежегодно до 25 декабря", "yearly by 25 December"),
    LocalText("2027 жылдың ішінде", "в течение 2027 года", "during 2027"),
)
"""Deadlines that are understood; a test reads them all."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """What the words of a deadline were understood to mean; `days` are the first due days, `more`
    how many follow. Nothing was understood where `words` is ''."""

    words: str
    certain: bool
    days: tuple[date, ...]
    more: int


def meaning_of(words: str, head: HandAct, *, at: datetime) -> Meaning | None:
    """What a deadline means in an act with this head; None where nothing is written."""
    deadline = " ".join(words.split())[:400]
    if not deadline:
        return None
    reading = read_deadline(deadline)
    point = HandPoint("1", LocalText(kk="-"), "", deadline, ())
    found = due_days(with_point(head, point), at=at)
    return Meaning(spoken(reading.schedule), reading.certain, *days_of(found))


def days_of(found: Iterable[Occurrence]) -> tuple[tuple[date, ...], int]:
    """The first due days, each once, and how many more there are."""
    days = sorted({one.due_on for one in found})
    return tuple(days[:SHOWN]), max(len(days) - SHOWN, 0)


def with_point(head: HandAct, point: HandPoint) -> HandAct:
    """An act of this head that consists of one point."""
    return HandAct(
        kind=head.kind,
        kind_name=head.kind_name,
        number=head.number,
        adopted_on=head.adopted_on,
        issuer=head.issuer,
        title=head.title,
        points=(point,),
        in_force_from=head.in_force_from,
        years=head.years,
        open_ended=head.open_ended,
    )


def head_typed(sent: Mapping[str, str], *, at: datetime) -> HandAct:
    """As much of the head as is typed already; today's where the day of adoption is not."""
    adopted_on = day_typed(sent.get("adopted_on", "")) or day_of(at)
    first, last = (year_typed(sent.get(f"{name}_year", "")) for name in ("first", "last"))
    force = day_typed(sent.get("in_force_from", ""))
    since = first or min(adopted_on.year, last or adopted_on.year)
    return HandAct(
        kind="",
        kind_name=LocalText(),
        number="",
        adopted_on=adopted_on,
        issuer=LocalText(),
        title=LocalText(),
        points=(),
        in_force_from=max(force, adopted_on) if force else None,
        years=(since, max(since, last or since)) if first or last else None,
        open_ended=bool(sent.get("open_ended")),
    )


def day_typed(words: str) -> date | None:
    """A day as 20.11.2026, or None while it is not one yet."""
    found = DAY.fullmatch(words.strip())
    try:
        return date(int(found[3]), int(found[2]), int(found[1])) if found else None
    except ValueError:
        return None


def year_typed(words: str) -> int | None:
    """A year in four digits, or None while it is not one yet."""
    return int(words) if words.isdecimal() and len(words) == 4 else None


@page(
    "deadline_days",
    "acts/new/deadline/",
    title=_("Deadline in plain words"),
    may=may_open_import,
    section="acts",
)
def deadline_page(request: ActorRequest) -> HttpResponse:
    """What the words of a deadline mean, and the days on which it falls due."""
    sent, at = request.GET.dict(), now()
    typed = next((text for name, text in sent.items() if name.endswith("deadline")), "")
    meaning = meaning_of(str(typed), head_typed(sent, at=at), at=at)
    return render(
        request, "execution/by_hand/meaning.html", {"meaning": meaning, "examples": EXAMPLES}
    )
