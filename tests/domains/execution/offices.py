"""The small plan of `reporting_world` with people in office who are told of it."""

from dataclasses import dataclass
from datetime import date, datetime

from birlik.base.charter.actions import load_charter
from birlik.base.journal.delivery import deliver_facts
from birlik.base.registry.actions import appoint, found_office, open_account
from birlik.base.registry.models import Account, Appointment, Notice, Structure
from birlik.base.registry.queries import actor_in
from birlik.base.values.actor import Actor
from birlik.base.values.clock import day_of
from birlik.base.values.local_text import Language, LocalText
from tests.base.obligations.reporting_world import AT, CHARTER, SYSTEM, Reporting, reporting

OFFICES = (
    CHARTER
    + """
office_kind:
  coordinator:
    - {kk: ү, ru: к, en: c, from: 2000-01-01, ground: x, powers: {plans.read: all,
       obligations.review: all, reports.read: all}}
  head:
    - {kk: б, ru: р, en: h, from: 2000-01-01, ground: x, powers: {plans.read: all,
       reports.read: all}}
  executor:
    - {kk: о, ru: и, en: e, from: 2000-01-01, ground: x, powers: {plans.read: structure,
       obligations.report: structure}}
  auditor:
    - {kk: а, ru: а, en: a, from: 2000-01-01, ground: x, powers: {journal.read: all}}
  researcher:
    - {kk: з, ru: и, en: r, from: 2000-01-01, ground: x, powers: {indicators.read: all}}
"""
)


@dataclass(frozen=True, slots=True)
class Staffed:
    """The plan, and the body in which coordinators sit."""

    plan: Reporting
    committee: Structure

    @property
    def ministry(self) -> Structure:
        """Who leads."""
        return self.plan.lead.debtor

    @property
    def akimat(self) -> Structure:
        """Who contributes."""
        return self.plan.contribution.debtor


def staffed() -> Staffed:
    """The plan of 2024 without anybody in office yet."""
    plan = reporting()
    load_charter(SYSTEM, None, at=AT, content=OFFICES.encode())
    return Staffed(plan, Structure.objects.create(kind="committee", name_kk="Комитет"))


def settle(
    kind: str,
    structure: Structure,
    *,
    name: str = "",
    language: Language = "kk",
    since: date = date(2024, 1, 1),
    until: date | None = None,
) -> Account:
    """Somebody in an office of this kind; the account is called after it."""
    name = name or kind
    account = open_account(
        SYSTEM,
        None,
        at=AT,
        full_name=name,
        email=f"{name}@birlik.example",
        password_hash="!",
        language=language,
    )
    office = found_office(SYSTEM, structure, at=AT, kind=kind, name=LocalText(name, name, name))
    appoint(
        SYSTEM,
        office,
        at=AT,
        person=account.person,
        valid_from=since,
        valid_until=until,
        ground="test",
    )
    return account


def acting(account: Account, *, at: datetime = AT) -> Actor:
    """The account as it acts in its only office."""
    appointment = Appointment.objects.get(person=account.person)
    return actor_in(appointment, account, on=day_of(at))


def told() -> list[tuple[str, str]]:
    """Who was told of what: the name of the account and the beginning of the key."""
    found = Notice.objects.order_by("account__email", "key")
    return [
        (email.partition("@")[0], key.partition("/")[0])
        for email, key in found.values_list("account__email", "key")
    ]


def delivered(at: datetime = AT) -> list[tuple[str, str]]:
    """The same after what waits was delivered."""
    deliver_facts(at=at)
    return told()
