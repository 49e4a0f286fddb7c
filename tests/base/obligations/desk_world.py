"""The small plan of `reporting_world` with a ministry's house: its head, two departments, offices
that give visas, and those who sit in them."""

from dataclasses import dataclass, field
from datetime import date, datetime

from birlik.base.obligations.actions import ResolutionLine, lay_way, write_resolution
from birlik.base.obligations.models import Obligation, Resolution
from birlik.base.registry.models import Appointment, Office, Person, Structure
from birlik.base.values.actor import Actor, Grant
from birlik.base.values.local_text import LocalText
from tests.base.obligations.reporting_world import AT, SYSTEM, Reporting, person, reporting

HEAD = (Grant("obligations.direct"), Grant("plans.read"))


@dataclass(frozen=True, slots=True)
class House:
    """A ministry that owes, with its two departments of the same name.

    `lead` of the plan is the minutes due by 31 December 2024, `counted` twenty publications due by
    30 June 2024.
    """

    plan: Reporting
    first: Structure
    second: Structure
    head: Actor
    first_head: Actor
    first_executor: Actor
    second_executor: Actor
    offices: dict[str, Office] = field(default_factory=dict)

    @property
    def ministry(self) -> Structure:
        """Who owes the parents."""
        return self.plan.lead.debtor


def in_body(account: int, body: Structure, *powers: str) -> Actor:
    """Somebody with these powers in one body."""
    return person(account, *(Grant(power, body.pk) for power in powers))


def house() -> House:
    """The house, without any resolution yet."""
    plan = reporting()
    ministry = plan.lead.debtor
    first, second = (
        Structure.objects.create(
            kind="department", name_kk="Департамент", name_ru="Департамент", parent=ministry
        )
        for _one in range(2)
    )
    reports, directs = ("obligations.report", "plans.read"), ("obligations.direct", "plans.read")
    return House(
        plan=plan,
        first=first,
        second=second,
        head=in_body(20, ministry, *directs),
        first_head=in_body(21, first, *directs),
        first_executor=in_body(22, first, *reports),
        second_executor=in_body(23, second, *reports),
    )


def line(
    executor: Structure, due_on: date | None = date(2024, 6, 3), **more: object
) -> ResolutionLine:
    """A line for a body: prepare proposals, by 3 June 2024 where nothing else is said."""
    given: dict[str, object] = {"text": LocalText("Ұсыныс беру", "Подготовить предложения")}
    return ResolutionLine(executor.pk, due_on=due_on, **(given | more))


def directed(
    world: House, *bodies: Structure, parent: Obligation | None = None, at: datetime = AT
) -> tuple[Resolution, list[Obligation]]:
    """A resolution of the ministry's head that gives something to these bodies, and what they
    owe."""
    of = parent or world.plan.lead
    made = write_resolution(world.head, of, at=at, lines=[line(one) for one in bodies])
    return made, children(made)


def children(made: Resolution) -> list[Obligation]:
    """What a resolution gave, in the order of its lines."""
    found = Obligation.objects.filter(act=made.act)
    return list(found.order_by("duty__provision__position", "due_on"))


def seated(body: Structure, kind: str, account: int, *powers: str) -> tuple[Office, Actor]:
    """An office in a body and the actor who sits in it."""
    office = Office.objects.create(structure=body, kind=kind, name_kk=kind, name_ru=kind)
    holder = Person.objects.create(full_name=kind)
    appointment = Appointment.objects.create(
        person=holder, office=office, valid_from=date(2024, 1, 1), ground="x"
    )
    grants = frozenset(Grant(power, body.pk) for power in powers)
    return office, Actor(account, appointment.pk, kind, grants)


@dataclass(frozen=True, slots=True)
class Way:
    """The way of the ministry's reports: lawyers and economists of its departments, then the deputy
    minister, who signs."""

    lawyer: Actor
    economist: Actor
    deputy: Actor
    offices: tuple[Office, Office, Office]


def way(world: House) -> Way:
    """The way, laid."""
    lawyer, by_lawyer = seated(world.first, "lawyer", 31, "plans.read")
    economist, by_economist = seated(world.second, "economist", 32, "plans.read")
    deputy, by_deputy = seated(world.ministry, "deputy", 33, "plans.read")
    offices = (lawyer, economist, deputy)
    lay_way(SYSTEM, world.ministry, at=AT, offices=[one.pk for one in offices])
    return Way(by_lawyer, by_economist, by_deputy, offices)
