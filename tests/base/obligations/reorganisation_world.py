"""Bodies and obligations that are reorganised."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path

from birlik.base.obligations.engine.rates import Debt, Discipline, Score, scores
from birlik.base.obligations.models import Duty, Obligation, Review, Submission
from birlik.base.obligations.queries import standing_of
from birlik.base.obligations.queries.rates import bodies_that_change
from birlik.base.records.models import Act, Provision
from birlik.base.registry.actions.reorganise import NewBody, ReorganisationPlan
from birlik.base.registry.models import Structure
from birlik.base.values.actor import Actor
from birlik.base.values.local_text import LocalText

SYSTEM = Actor.system()
GROUND = "Жарлық № 318"


def at(on: date) -> datetime:
    """Noon in Kazakhstan on a day."""
    return datetime.combine(on, time(7), UTC)


def body(name: str, kind: str = "ministry", **fields: object) -> Structure:
    """A body of the registry."""
    return Structure.objects.create(kind=kind, name_kk=name, name_ru=name, **fields)


def named(name: str) -> Structure:
    """The body of a name."""
    return Structure.objects.get(name_kk=name)


def new(name: str, **fields: object) -> NewBody:
    """A body that is to be founded."""
    return NewBody(LocalText(name, name, name), **fields)


def plan(kind: str, on: date, *olds: Structure, **more: object) -> ReorganisationPlan:
    """A plan for some bodies on the ground of a decree."""
    numbers = tuple(one.pk for one in olds)
    return ReorganisationPlan(
        **{"kind": kind, "on": on, "ground": GROUND, "predecessors": numbers} | more
    )


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table: an obligation, and where it counts before and after."""

    case: str
    what: str
    measure: str
    debtor: str
    fields: dict[str, object]
    before: tuple[str, str]
    after: tuple[str, str]


def table(case: str) -> Iterator[Row]:
    """The lines of a case, in their order."""
    text = Path(__file__).with_name("reorganisations_by_hand.csv").read_text(encoding="utf-8")
    for line in csv.DictReader(text.splitlines()):
        if line["case"] == case:
            first = line["first_submitted_on"]
            yield Row(
                case=case,
                what=line["what"],
                measure=line["measure"],
                debtor=line["debtor"],
                fields={
                    "role": line["role"],
                    "due_on": date.fromisoformat(line["due_on"]),
                    "first_submitted_on": date.fromisoformat(first) if first else None,
                    "outcome": line["outcome"],
                    "stage": line["stage"],
                },
                before=(line["before"], line["before_as"]),
                after=(line["after"], line["after_as"]),
            )


def duties(count: int = 5) -> dict[str, Duty]:
    """Number → measure of an act in force from 2022."""
    first = date(2022, 1, 1)
    act = Act.objects.create(
        kind="decree", number="1014", adopted_on=first, in_force_from=first, first_year=2022,
        last_year=2026, confirmed_at=at(first), controlled_from=first, issuer_kk="Ассамблея",
    )  # fmt: skip
    found = {}
    for position in range(1, count + 1):
        number = str(position)
        provision = Provision.objects.create(
            act=act, kind="measure", path=f"measure/{number}", number=number, position=position
        )
        found[number] = Duty.objects.create(provision=provision)
    return found


def owe(duty: Duty, debtor: Structure, due_on: date, **fields: object) -> Obligation:
    """What a body owes for the quarter of a due date, one after another."""
    quarter = f"{due_on.year}-Q{(due_on.month + 2) // 3}"
    number = 1 + Obligation.objects.filter(duty=duty, debtor=debtor, period=quarter).count()
    values = {"role": "lead", "period": quarter, "number": number, "nominal_on": due_on}
    return Obligation.objects.create(
        act=duty.provision.act, duty=duty, debtor=debtor, due_on=due_on,
        period_first=date(due_on.year, 1, 1), period_last=due_on, **values | fields,
    )  # fmt: skip


def report(one: Obligation, **fields: object) -> None:
    """Have an obligation reported on as a line says."""
    if on := fields["first_submitted_on"]:
        made = Submission.objects.create(obligation=one, number=1, at=at(on))
        if fields["outcome"] or fields["stage"] == "returned":
            Review.objects.create(
                submission=made, accepted=bool(fields["outcome"]), reason="толықтыру", at=at(on)
            )
    names = ("first_submitted_on", "outcome", "stage")
    Obligation.objects.filter(pk=one.pk).update(**{name: fields[name] for name in names})


def score(place: str) -> Score:
    """The score of one obligation in a place of the table."""
    returns = 1 if place == "returned" else 0
    return Score(bound=Discipline(**{place: 1}, returns=returns))


def expected(places: Iterator[tuple[str, str]]) -> dict[tuple[int], Score]:
    """Number of a body → its score, by the table."""
    found: dict[tuple[int], Score] = {}
    for name, place in places:
        if name:
            key = (named(name).pk,)
            found[key] = found.get(key, Score()) + score(place)
    return found


def by_engine(on: date) -> dict[tuple[int], Score]:
    """The scores of everything in the database, by the engine."""
    debts = []
    for one in Obligation.objects.all():
        former = one.former_debtors.filter(reorganisation__on__gt=one.due_on)
        first = former.order_by("reorganisation__on", "pk").first()
        returns = Review.objects.filter(submission__obligation=one, accepted=False).count()
        debts.append(
            Debt(
                one.debtor_id,
                standing_of(one),
                one.by_agreement,
                returns,
                first.structure_id if first else None,
            )
        )
    return {(number,): one for number, one in scores(debts, bodies_that_change(), on).items()}
