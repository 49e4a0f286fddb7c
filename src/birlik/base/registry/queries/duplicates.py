"""Reading what may be entered twice, and comparing two entries."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from birlik.base.registry.engine.duplicates import Body, Human
from birlik.base.registry.models import (
    Account,
    Appointment,
    Enrolment,
    Likeness,
    LikenessRun,
    Merge,
    Person,
    PersonalRecord,
    Structure,
    Succession,
    Territory,
)
from birlik.base.registry.queries import places_within
from birlik.base.registry.queries.merging import Entry
from birlik.base.registry.rules.cards import KEEP as KEEP_BODIES
from birlik.base.registry.rules.people import KEEP as KEEP_PEOPLE
from birlik.base.values.actor import Actor

Places = dict[int | None, tuple[str, ...]]


def place_lines() -> Places:
    """Number of a territory → its code and those of the territories it lies in."""
    rows = {one[0]: one[1:] for one in Territory.objects.values_list("pk", "code", "parent")}
    lines: Places = {None: ()}
    for number in rows:
        codes: list[str] = []
        above: int | None = number
        while above is not None:
            code, above = rows[above]
            codes.append(code)
        lines[number] = tuple(codes)
    return lines


def humans() -> Iterator[Human]:
    """Everybody as compared: who is erased or another's entry is left out."""
    places = place_lines()
    digests = dict(PersonalRecord.objects.values_list("person", "iin_digest"))
    bodies: defaultdict[int, set[int]] = defaultdict(set)
    for person, body in Appointment.objects.order_by().values_list("person", "office__structure"):
        bodies[person].add(body)
    found = Person.objects.filter(erased_at=None, duplicate_of=None).order_by("pk")
    names = ("full_name", "full_name_ru", "full_name_latin")
    for number, territory, *forms in found.values_list("pk", "territory", *names):
        told = tuple(dict.fromkeys(form for form in forms if form))
        within = frozenset(bodies.get(number, ()))
        yield Human(number, told, digests.get(number, ""), places[territory], within)


def compared_bodies() -> Iterator[Body]:
    """Every body as compared, without other entries of one."""
    places, lines = place_lines(), lines_of_succession()
    found = Structure.objects.filter(duplicate_of=None).order_by("pk")
    columns = ("pk", "name_kk", "name_ru", "name_en", "bin", "kind", "territory", "parent")
    for number, kk, ru, en, bin_, kind, territory, parent in found.values_list(*columns):
        names = {"kk": kk, "ru": ru, "en": en}
        line = frozenset(lines.get(number, ()))
        yield Body(number, names, bin_, kind, places[territory], parent, line)


def lines_of_succession() -> dict[int, set[int]]:
    """Number of a body → the bodies that it succeeded or that succeeded it."""
    found: defaultdict[int, set[int]] = defaultdict(set)
    pairs = [
        *Structure.objects.exclude(successor=None).values_list("pk", "successor"),
        *Succession.objects.exclude(successor=None).values_list("predecessor", "successor"),
    ]
    for one, other in pairs:
        if other is not None:
            found[one].add(other)
            found[other].add(one)
    return found


def within(by: Actor, power: str, column: str) -> Q:
    """The condition that an entry is the actor's to keep; `column` leads to the entry."""
    found = Q(pk__in=())
    for grant in by.grants(power):
        if grant.territory_code is not None:
            places = places_within(grant.territory_code).values("pk")
            found |= Q(**{f"{column}__territory__in": places})
        elif grant.structure_id is None:
            return Q(**{f"{column}__isnull": False})
    return found


def kept_pairs(by: Actor, first: str, second: str) -> Q:
    """The condition that both entries of a pair are the actor's to keep; `first` and `second` lead
    to a body ("first_structure") or a person, without the kind."""
    bodies = within(by, KEEP_BODIES, f"{first}_structure")
    bodies &= within(by, KEEP_BODIES, f"{second}_structure")
    people = within(by, KEEP_PEOPLE, f"{first}_person") & within(
        by, KEEP_PEOPLE, f"{second}_person"
    )
    return bodies | people


SIDES = ("first", "second")
RELATED = tuple(
    f"{place}_{kind}__territory"
    for place in ("first", "second")
    for kind in ("structure", "person")
)


def likenesses(by: Actor, *, dismissed: bool = False, kind: str = "") -> QuerySet[Likeness]:
    """The pairs within reach that wait to be looked at, or those found to be two; of one kind,
    "structure" or "person", or of both. The likest first."""
    found = Likeness.objects.filter(kept_pairs(by, "first", "second"))
    found = found.filter(dismissed_at__isnull=not dismissed).select_related(*RELATED)
    return found.filter(**{f"first_{kind}__isnull": False}) if kind else found


def likeness_numbered(number: int, *, by: Actor) -> Likeness | None:
    """The pair of a number within reach, or None."""
    found = Likeness.objects.filter(kept_pairs(by, "first", "second"), pk=number)
    above = (f"{place}_structure__{name}" for place in SIDES for name in ("parent", "house"))
    return found.select_related(*RELATED, *above).first()


def merges(by: Actor, *, kind: str = "") -> QuerySet[Merge]:
    """The merges within reach that still hold, of one kind or of both, the newest first."""
    found = Merge.objects.filter(kept_pairs(by, "kept", "dropped"), undone_at=None)
    found = found.select_related(
        *("kept_structure__territory", "dropped_structure__territory"),
        *("kept_person__territory", "dropped_person__territory"),
    )
    return found.filter(**{f"kept_{kind}__isnull": False}) if kind else found


def merge_numbered(number: int, *, by: Actor) -> Merge | None:
    """The merge of a number within reach, or None."""
    return Merge.objects.filter(kept_pairs(by, "kept", "dropped"), pk=number).first()


def last_run() -> LikenessRun | None:
    """The last look through the register, or None before the first."""
    return LikenessRun.objects.first()


def run_going_on() -> LikenessRun | None:
    """The look that was begun and has not ended, or None."""
    return LikenessRun.objects.filter(ended_at=None).first()


def run_numbered(number: int) -> LikenessRun | None:
    """The look of a number, or None."""
    return LikenessRun.objects.filter(pk=number).first()


@dataclass(frozen=True, slots=True, order=True)
class Hanging:
    """How much hangs on an entry: whether an account, appointments, places in registers."""

    account: bool
    appointments: int
    enrolments: int


def entries_of_pair(pair: Likeness) -> tuple[Entry, Entry]:
    """The two entries of a pair."""
    first = pair.first_structure or pair.first_person
    second = pair.second_structure or pair.second_person
    assert first is not None and second is not None
    return first, second


def hanging_on(entries: tuple[Entry, Entry]) -> tuple[Hanging, Hanging]:
    """What hangs on the two of a pair, for whoever chooses which to keep."""
    numbers = [one.pk for one in entries]
    bodies = isinstance(entries[0], Structure)
    seat, place = ("office__structure", "structure") if bodies else ("person", "person")
    seats = Appointment.objects.filter(**{f"{seat}__in": numbers}).values_list(seat, flat=True)
    places = Enrolment.objects.filter(**{f"{place}__in": numbers}).values_list(place, flat=True)
    accounts = Account.objects.filter(person__in=() if bodies else numbers)
    held, stood = Counter(seats), Counter(places)
    signing_in = set(accounts.values_list("person", flat=True))
    first, second = (Hanging(one in signing_in, held[one], stood[one]) for one in numbers)
    return first, second


def same_number(one: Person, other: Person) -> bool | None:
    """Whether two people have the same number (ИИН): None where one has none. Nobody is told the
    number."""
    found = PersonalRecord.objects.filter(person__in=(one.pk, other.pk)).exclude(iin_digest="")
    digests = list(found.values_list("iin_digest", flat=True))
    return None if len(digests) < 2 else len(set(digests)) == 1
