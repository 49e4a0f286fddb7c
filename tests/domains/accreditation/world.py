"""Associations of two regions, those who check and vote, and a round that takes applications."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from birlik.base.obligations.actions import BroughtFile
from birlik.base.records.actions import record_paper
from birlik.base.records.models import Provision
from birlik.base.registry.models import Account, Appointment, Structure
from birlik.base.registry.queries import actor_in
from birlik.base.values.actor import Actor
from birlik.base.values.local_text import LocalText
from birlik.domains.accreditation.actions import (
    attach_paper,
    begin_application,
    complete_application,
    open_round,
    submit_application,
    vote,
)
from birlik.domains.accreditation.engine.checklist import PAPERS
from birlik.domains.accreditation.engine.protocol import Decided, ProtocolHead, protocol
from birlik.domains.accreditation.models import Application, Round
from tests.base.registry.world import World, account_in, acting, seat, world

AT = datetime(2026, 11, 20, 9, tzinfo=UTC)
TODAY = date(2026, 11, 20)
SYSTEM = Actor.system()
REASON = LocalText("Өлшемшарттарға сай келеді", "Соответствует критериям")
WHY = LocalText("Жарғының беті жоқ", "Нет страницы устава")
ITEMS = tuple(PAPERS)


def file(title: str = "жарғы.txt") -> BroughtFile:
    """A file whose content was checked."""
    return BroughtFile(title, "text/plain", title.encode())


@dataclass(frozen=True, slots=True)
class Accrediting:
    """The register with associations of Abai and Akmola and a republican one; a branch of that of
    Abai; the commission of Abai with three members, of whom `interested` heads the association
    that applies; the commission of the republic with one."""

    world: World
    round: Round
    body: Structure
    branch: Structure
    foreign: Structure
    republican: Structure
    commission: Structure
    head: Actor
    secretary: Actor
    other_secretary: Actor
    coordinator: Actor
    members: tuple[Actor, ...]
    interested: Actor
    republican_member: Actor
    head_account: Account
    member_account: Account
    secretary_account: Account
    coordinator_account: Account

    def drafted(self, body: Structure | None = None) -> Application:
        """An application of the association with every paper, not yet submitted."""
        made = begin_application(
            SYSTEM if body else self.head,
            body or self.body,
            at=AT - timedelta(days=3),
            round_=self.round,
        )
        for item in ITEMS:
            attach_paper(self.head if body is None else SYSTEM, made, at=AT, item=item, file=file())
        return made

    def submitted(self) -> Application:
        """An application that was submitted."""
        made = self.drafted()
        submit_application(self.head, made, at=AT)
        return made

    def heard(self) -> Application:
        """An application before the commission."""
        made = self.submitted()
        complete_application(self.secretary, made, at=AT)
        return made

    def voted(self, *choices: str) -> Application:
        """An application on which members voted."""
        made = self.heard()
        for member, choice in zip(self.members, choices, strict=False):
            vote(member, made, at=AT, choice=choice)
        return made


def accrediting() -> Accrediting:
    """The world as `Accrediting` describes it."""
    register = world()
    Structure.objects.filter(kind="public_association").update(kind="ethnocultural_association")
    abai = register.abai
    body, foreign = abai.association, register.akmola.association
    body.refresh_from_db()
    foreign.refresh_from_db()
    branch = part_of(body, "Семей филиалы", "Семейский филиал")
    republican = Structure.objects.create(
        kind="republican_ethnocultural_association",
        name_kk="Республикалық бірлестік",
        name_ru="Республиканское объединение",
        level="republic",
    )
    commission = Structure.objects.create(
        kind="accreditation_commission", name_kk="К", name_ru="К", territory=abai.territory
    )
    top = Structure.objects.create(kind="accreditation_commission", name_kk="Р", name_ru="Р")
    accounts = [account_in("commission_member", commission) for _place in range(3)]
    head_account = account_in("association_head", body)
    own_seat = seat(head_account.person, commission, "commission_member", since=date(2025, 1, 1))
    secretary, coordinator = (
        account_in("secretary", abai.assembly),
        account_in("coordinator", register.council),
    )
    made = open_round(
        SYSTEM, None, at=AT, year=2026, opened_on=date(2026, 11, 1), closed_on=date(2026, 12, 31)
    )
    return Accrediting(
        world=register,
        round=made,
        body=body,
        branch=branch,
        foreign=foreign,
        republican=republican,
        commission=commission,
        head=in_office(head_account, "association_head"),
        secretary=acting(secretary),
        other_secretary=register.secretary(register.akmola),
        coordinator=acting(coordinator),
        members=tuple(acting(one) for one in accounts),
        interested=in_office(head_account, own_seat.office.kind),
        republican_member=register.actor("commission_member", top),
        head_account=head_account,
        member_account=accounts[0],
        secretary_account=secretary,
        coordinator_account=coordinator,
    )


def in_office(account: Account, kind: str) -> Actor:
    """The account acting in one of its offices."""
    held = Appointment.objects.get(person=account.person, office__kind=kind)
    return actor_in(held, account, on=TODAY)


def part_of(body: Structure, kk: str, ru: str) -> Structure:
    """A branch of an association."""
    return Structure.objects.create(
        kind="ethnocultural_association",
        name_kk=kk,
        name_ru=ru,
        territory=body.territory,
        parent=body,
    )


def protocol_point(number: str = "1", on: date = TODAY, kind: str = "granted") -> Provision:
    """The only point of a protocol."""
    entered = protocol(
        ProtocolHead(number, on),
        LocalText("Комиссия", "Комиссия"),
        [Decided(kind, LocalText("Бірлестік", "Объединение"))],
    )
    return record_paper(SYSTEM, None, at=AT, entered=entered).provisions.get()
