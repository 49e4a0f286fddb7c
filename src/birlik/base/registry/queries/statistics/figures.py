"""What acts say of the Assembly in numbers, and what the register has."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q

from birlik.base.charter.engine.figures import Figure
from birlik.base.charter.queries import figures
from birlik.base.records.models import Act
from birlik.base.records.queries.retellings import told_twice
from birlik.base.registry.engine.cited import cited
from birlik.base.registry.engine.statistics import Choice, Span
from birlik.base.registry.models import Appointment, Enrolment, Structure
from birlik.base.registry.queries import in_office_on
from birlik.base.registry.queries.statistics.counts import spans_of
from birlik.base.registry.queries.statistics.places import places_on
from birlik.base.registry.rules.reach import lasting_on

Key = tuple[str, date]
"""The code of a figure, and a day."""


@dataclass(frozen=True, slots=True)
class Compared:
    """A figure of an act beside the register, which has `then` on the act's day `on` and `today`.

    None where nothing of the register is counted. `act` is the act itself, where it is here.
    """

    figure: Figure
    on: date | None
    act: Act | None
    then: int | None
    today: int | None


def compared(*, today: date) -> list[Compared]:
    """Every figure of the charter beside the register; nine queries, however many they are."""
    found = figures(on=today)
    acts = acts_cited(found)
    days = {one.code: day_of_figure(one) for one in found}
    wanted = [(one, on) for one in found for on in {days[one.code] or today, today}]
    numbers = registered(wanted, today=today)
    return [
        Compared(
            figure=one,
            on=days[one.code],
            act=acts.get(one.act),
            then=numbers.get((one.code, on)) if (on := days[one.code]) else None,
            today=numbers.get((one.code, today)),
        )
        for one in found
    ]


def acts_cited(found: Iterable[Figure]) -> dict[str, Act]:
    """Short name → the act it cites, where this installation has it; one query."""
    wanted = {one.act: citation for one in found if (citation := cited(one.act))}
    rows = Act.objects.filter(
        number__in={one.number for one in wanted.values()},
        adopted_on__in={one.on for one in wanted.values()},
    )
    acts = {(one.number, one.adopted_on): one for one in rows.exclude(told_twice()).order_by("-pk")}
    keys = {act: (one.number, one.on) for act, one in wanted.items()}
    return {act: acts[key] for act, key in keys.items() if key in acts}


def day_of_figure(one: Figure) -> date | None:
    """The day that a figure is of: its own, the last of its year, else that of its act."""
    if one.day:
        return one.day
    if one.year:
        return date(one.year, 12, 31)
    citation = cited(one.act)
    return citation.on if citation else None


def registered(wanted: Sequence[tuple[Figure, date]], *, today: date) -> dict[Key, int]:
    """What the register has for figures on days."""
    spans = spans_counted(wanted, today=today)
    found = {
        (one.code, on): BODIES[one.counts](
            span for span in spans if matches(span, one) and span.holds_on(on)
        )
        for one, on in wanted
        if one.counts in BODIES
    }
    return found | members(wanted) | enrolled(wanted) | languages(wanted)


def of_counts(wanted: Iterable[tuple[Figure, date]], *counts: str) -> list[tuple[Figure, date]]:
    """The figures that count so."""
    return [(one, on) for one, on in wanted if one.counts in counts]


def spans_counted(wanted: Iterable[tuple[Figure, date]], *, today: date) -> list[Span]:
    """The bodies of which figures count, whenever they existed."""
    kinds = {kind for one, _ in of_counts(wanted, *BODIES) for kind in one.kinds}
    return spans_of(Choice(), kinds, places_on(today)) if kinds else []


def matches(span: Span, one: Figure) -> bool:
    """Whether a figure counts such bodies."""
    return span.kind in one.kinds and (not one.levels or span.level in one.levels)


def bodies(spans: Iterable[Span]) -> int:
    """How many bodies there are."""
    return sum(one.number for one in spans)


def territories(spans: Iterable[Span]) -> int:
    """In how many places there are bodies; the republic is none."""
    return len({one.line[0] for one in spans if one.line})


BODIES: Mapping[str, Callable[[Iterable[Span]], int]] = {
    "bodies": bodies,
    "territories": territories,
}


def members(wanted: Iterable[tuple[Figure, date]]) -> dict[Key, int]:
    """How many people hold an office in the bodies of figures; one query, or none."""
    asked = of_counts(wanted, "members")
    if not asked:
        return {}
    kinds = {kind for one, _ in asked for kind in one.kinds}
    held = Appointment.objects.filter(office__structure__kind__in=kinds, stands_for=None)
    sums = {
        name: Count("person", distinct=True, filter=in_office_on(on) & in_bodies(one))
        for name, (one, on) in named(asked)
    }
    counted = held.order_by().aggregate(**sums)
    return {(one.code, on): counted[name] for name, (one, on) in named(asked)}


def in_bodies(one: Figure) -> Q:
    """The condition that an office is in the bodies of a figure."""
    levels = Q(office__structure__level__in=one.levels) if one.levels else Q()
    duplicate = Q(office__structure__duplicate_of=None)
    return Q(office__structure__kind__in=one.kinds) & levels & duplicate


def enrolled(wanted: Iterable[tuple[Figure, date]]) -> dict[Key, int]:
    """How many people stand in the registers of figures; one query, or none."""
    asked = of_counts(wanted, "enrolled")
    if not asked:
        return {}
    standing = Enrolment.objects.filter(register__in={one.register for one, _ in asked})
    sums = {
        name: Count("person", distinct=True, filter=lasting_on(on) & Q(register=one.register))
        for name, (one, on) in named(asked)
    }
    counted = standing.order_by().aggregate(**sums)
    return {(one.code, on): counted[name] for name, (one, on) in named(asked)}


def languages(wanted: Iterable[tuple[Figure, date]]) -> dict[Key, int]:
    """How many languages the bodies of figures have; one query, or none."""
    asked = of_counts(wanted, "languages")
    kinds = {kind for one, _ in asked for kind in one.kinds}
    bodies = Structure.objects.filter(kind__in=kinds, duplicate_of=None).order_by()
    rows = bodies.values_list("kind", "languages", "founded_on", "closed_on").distinct()
    several = [
        (Span((), "", since, until, kind=kind), codes)
        for kind, codes, since, until in (rows if asked else ())
    ]
    return {
        (one.code, on): len(
            {
                code
                for span, codes in several
                if span.kind in one.kinds and span.holds_on(on)
                for code in codes
            }
        )
        for one, on in asked
    }


def named(asked: Sequence[tuple[Figure, date]]) -> Iterator[tuple[str, tuple[Figure, date]]]:
    """Each of them with a name that a database takes."""
    for place, pair in enumerate(asked):
        yield f"n{place}", pair
