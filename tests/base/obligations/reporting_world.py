"""A small plan whose obligations are reported on, and those who do it."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from birlik.base.charter.actions import load_charter
from birlik.base.obligations.actions import EvidenceItem, submit_report
from birlik.base.obligations.models import Duty, Obligation, Submission
from birlik.base.records.models import Act, Provision
from birlik.base.registry.models import Structure
from birlik.base.values.actor import Actor, Grant

SYSTEM = Actor.system()
ADOPTED_ON = date(2024, 1, 10)
AT = datetime(2024, 5, 2, 6, tzinfo=UTC)
"""The morning of 2 May 2024: the period runs, everything is still ahead."""

CHARTER = """
completion_form:
  information:
    - {kk: ақпарат, ru: информация, en: information, from: 2000-01-01, ground: x}
  publication:
    - {kk: жариялау, ru: публикация, en: publication, from: 2000-01-01, ground: x, evidence: any}
  minutes:
    - {kk: хаттама, ru: протокол, en: minutes, from: 2000-01-01, ground: x, evidence: protocol}
"""
PROTOCOL = EvidenceItem(
    title="Хаттама", kept_at="кеңсе", number="7", dated_on=date(2024, 4, 30), issuer="Кеңес"
)
"""The card of a signed protocol of the period."""


def person(account: int, *grants: Grant) -> Actor:
    """Somebody who acts with these powers, in no appointment of the registry."""
    return Actor(account, None, f"person {account}", frozenset(grants))


@dataclass(frozen=True, slots=True)
class Reporting:
    """The obligations of the year 2024, all open on 2 May.

    `lead` and `contribution` are the minutes that the ministry owes by 31 December and what the
    akimat contributes by 20 December; `counted` twenty publications of the ministry by 30 June;
    `agreed` an information of the akimat by 31 May, by agreement.
    """

    act: Act
    ground: Provision
    lead: Obligation
    contribution: Obligation
    counted: Obligation
    agreed: Obligation
    executor: Actor
    contributor: Actor
    coordinator: Actor
    other_coordinator: Actor
    stranger: Actor


def reporting() -> Reporting:
    """The plan, its parties and the people who act."""
    load_charter(SYSTEM, None, at=AT, content=CHARTER.encode())
    act = Act.objects.create(
        kind="decree", number="7", title_kk="Жоспар", title_ru="План", adopted_on=ADOPTED_ON,
        in_force_from=ADOPTED_ON, first_year=2024, last_year=2025, confirmed_at=AT,
        controlled_from=ADOPTED_ON,
    )  # fmt: skip
    ministry = Structure.objects.create(
        kind="ministry", name_kk="Министрлік", name_ru="Министерство", short_kk="МИН", short_ru="МН"
    )
    akimat = Structure.objects.create(kind="akimat", name_kk="Әкімдік", name_ru="Акимат")
    minutes, publications, information = (
        duty(act, number, form)
        for number, form in enumerate(("minutes", "publication", "information"), 1)
    )
    lead = owe(minutes, ministry, date(2024, 12, 31))
    ours = person(1, Grant("obligations.report", ministry.pk), Grant("plans.read", ministry.pk))
    theirs = person(2, Grant("obligations.report", akimat.pk), Grant("plans.read", akimat.pk))
    reviewing = (Grant("obligations.review"), Grant("plans.read"))
    return Reporting(
        act=act,
        ground=minutes.provision,
        lead=lead,
        contribution=owe(minutes, akimat, date(2024, 12, 20), role="contributor", lead=lead),
        counted=owe(publications, ministry, date(2024, 6, 30), quantity=20),
        agreed=owe(information, akimat, date(2024, 5, 31), by_agreement=True),
        executor=ours,
        contributor=theirs,
        coordinator=person(3, *reviewing),
        other_coordinator=person(4, *reviewing),
        stranger=person(5),
    )


def duty(act: Act, number: int, form: str) -> Duty:
    """A measure of the act that demands this form."""
    provision = Provision.objects.create(
        act=act, kind="measure", path=f"measure/{number}", number=str(number), position=number
    )
    return Duty.objects.create(provision=provision, form=form)


def owe(of: Duty, debtor: Structure, due_on: date, **more: object) -> Obligation:
    """What a debtor owes for the year of the due date."""
    fields = {
        "role": "lead",
        "period": str(due_on.year),
        "period_first": date(due_on.year, 1, 1),
        "period_last": date(due_on.year, 12, 31),
        "nominal_on": due_on,
    } | more
    return Obligation.objects.create(
        act=of.provision.act, duty=of, debtor=debtor, due_on=due_on, **fields
    )


def later(days: int) -> datetime:
    """The instant so many days after 2 May 2024."""
    return AT + timedelta(days=days)


def reported(world: Reporting, obligation: Obligation, *, days: int = 0) -> Submission:
    """A report of the akimat's on an obligation that needs only words."""
    return submit_report(world.contributor, obligation, at=later(days), text_kk="Орындалды")


def again(obligation: Obligation) -> Obligation:
    """An obligation as the database has it now."""
    return Obligation.objects.get(pk=obligation.pk)
