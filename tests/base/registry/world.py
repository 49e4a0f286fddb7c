"""A small register for tests: the republic, two regions with a district each, bodies, people, and
those who act in it. Extend it; do not make another.

The markers are values of restricted fields that stand nowhere else, so that a leak shows.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime

from allauth.mfa.models import Authenticator

from birlik.base.charter.actions import load_charter
from birlik.base.registry.actions import appoint, found_office, load_territories, open_account
from birlik.base.registry.actions.people import enter_person
from birlik.base.registry.actions.register import TerritoryRow
from birlik.base.registry.engine.people import PersonRow
from birlik.base.registry.models import (
    Account,
    Appointment,
    Enrolment,
    Person,
    Structure,
    Territory,
)
from birlik.base.registry.queries import actor_in, office_in
from birlik.base.values.actor import Actor
from birlik.base.values.collation import sort_key
from birlik.base.values.identity import check_digit
from birlik.base.values.local_text import LocalText
from birlik.wiring import foundations

AT = datetime(2026, 11, 20, 9, tzinfo=UTC)
TODAY = date(2026, 11, 20)
SYSTEM = Actor.system()
ABAI, AKMOLA = "100000000", "110000000"
ABAI_DISTRICT, AKMOLA_DISTRICT = "101000000", "111000000"
PLACES = (
    TerritoryRow(
        ABAI, "KZ-10", "oblast", "", LocalText("Абай облысы", "область Абай", "Abai Region"),
        "Абай", "Абай", "", None, (5, 2),
    ),
    TerritoryRow(
        AKMOLA, "KZ-11", "oblast", "", LocalText("Ақмола облысы", "Акмолинская область", "Akmola"),
        "Ақмола", "Акмолинская", "", None, (4, 1),
    ),
    TerritoryRow(
        ABAI_DISTRICT, "", "district", ABAI, LocalText("Бірінші аудан", "Первый район", ""),
        "", "", "", None, None,
    ),
    TerritoryRow(
        AKMOLA_DISTRICT, "", "district", AKMOLA, LocalText("Екінші аудан", "Второй район", ""),
        "", "", "", None, None,
    ),
)  # fmt: skip
OFFICES = ("secretary", "district_secretary", "association_head", "keeper", "researcher", "auditor")


def iin_of(eleven: str) -> str:
    """A number that begins with eleven digits; only for those that have a check digit."""
    digit = check_digit(eleven)
    assert digit is not None
    return f"{eleven}{digit}"


@dataclass(frozen=True, slots=True)
class Region:
    """A region: its territory and district, its assembly, an association, a house of friendship,
    the district's assembly, a person of the region and one of the district."""

    territory: Territory
    district: Territory
    assembly: Structure
    association: Structure
    house: Structure
    district_assembly: Structure
    person: Person
    villager: Person


@dataclass(frozen=True, slots=True)
class World:
    """The register. `council` is a body of the republic, `official` a person without a territory
    who sits in it; of each region the head of the association is `person`, appointed in 2024."""

    council: Structure
    official: Person
    abai: Region
    akmola: Region

    def account(self, office: str, body: Structure | None = None) -> Account:
        """Somebody new who signs in and holds an office of this kind in a body (the council by
        default) since 2025; with a second factor where the office demands one."""
        return account_in(office, body or self.council)

    def actor(self, office: str, body: Structure | None = None) -> Actor:
        """Somebody new acting in such an office."""
        return acting(self.account(office, body))

    def secretary(self, region: Region) -> Actor:
        """The secretary of a region."""
        return self.actor("secretary", region.assembly)

    def district_secretary(self, region: Region) -> Actor:
        """The secretary of a region's district."""
        return self.actor("district_secretary", region.district_assembly)

    def nobody(self) -> Actor:
        """Somebody who has signed in and holds no office."""
        account = open_account(
            SYSTEM, None, at=AT, full_name="Бейтаныс", email="nobody@x.kz", password_hash="!"
        )
        return Actor(account.pk, None, "")


def world() -> World:
    """The register with the charter of an installation."""
    load_charter(SYSTEM, None, at=AT, content=foundations.charter_content())
    load_territories(SYSTEM, None, at=AT, rows=PLACES)
    council = body("council", "Ассамблея Кеңесі", "Совет Ассамблеи")
    official = enter_person(SYSTEM, None, at=AT, row=PersonRow("Омарова Әсел"))
    seat(official, council, "head", since=date(2023, 1, 1))
    return World(council, official, region(ABAI, "1", "Абай"), region(AKMOLA, "2", "Ақмола"))


def region(code: str, mark: str, name: str) -> Region:
    """A region whose restricted values bear its mark."""
    place = Territory.objects.get(code=code)
    district = Territory.objects.get(parent=place)
    association = body("public_association", f"{name} бірлестігі", f"Объединение {name}", place)
    person = enter_person(
        SYSTEM,
        None,
        at=AT,
        row=PersonRow(
            f"Нұрланов Айбек {name}",
            territory=code,
            languages=("kk", "ru"),
            iin=iin_of(f"8{mark}051530100"),
            phone=f"+7700MARK{mark}",
            email=f"mark{mark}@restricted.example",
        ),
    )
    seat(person, association, "association_head", since=date(2024, 1, 1))
    row = PersonRow(
        f"Ким Вера {name}",
        territory=district.code,
        iin=iin_of(f"9{mark}081540200"),
        phone=f"+7701MARK{mark}",
    )
    villager = enter_person(SYSTEM, None, at=AT, row=row)
    return Region(
        territory=place,
        district=district,
        assembly=body("assembly", f"{name} ассамблеясы", f"Ассамблея {name}", place),
        association=association,
        house=body("accord_institution", f"{name} Достық үйі", f"Дом дружбы {name}", place),
        district_assembly=body(
            "assembly", f"{name} аудандық ассамблеясы", f"Районная ассамблея {name}", district
        ),
        person=person,
        villager=villager,
    )


def body(kind: str, kk: str, ru: str, territory: Territory | None = None) -> Structure:
    """A body of the test, founded in 2000."""
    return Structure.objects.create(
        kind=kind,
        name_kk=kk,
        name_ru=ru,
        territory=territory,
        founded_on=date(2000, 1, 1),
        sort_key=sort_key(kk),
    )


def seat(
    person: Person, structure: Structure, kind: str, *, since: date, until: date | None = None
) -> Appointment:
    """A person in an office of a body, founded where it has none of the kind."""
    office = office_in(structure, kind) or found_office(
        SYSTEM, structure, at=AT, kind=kind, name=LocalText(kind, kind, kind)
    )
    return appoint(
        SYSTEM, office, at=AT, person=person, valid_from=since, valid_until=until, ground="бұйрық"
    )


def account_in(office: str, structure: Structure) -> Account:
    """Somebody new who signs in, in an office of this kind; see `World.account`."""
    place = Account.objects.count() + 1
    account = open_account(
        SYSTEM,
        None,
        at=AT,
        full_name=f"Қызметкер {place}",
        email=f"{office}{place}@birlik.example",
        password_hash="!",
    )
    seat(account.person, structure, office, since=date(2025, 1, 1))
    if office == "keeper":
        Authenticator.objects.create(user=account, type=Authenticator.Type.TOTP, data={})
    return account


def acting(account: Account) -> Actor:
    """The account acting in its office today."""
    return actor_in(Appointment.objects.get(person=account.person), account, on=TODAY)


def enrolled(
    person: Person,
    register: str,
    *,
    structure: Structure | None = None,
    territory: Territory | None = None,
    since: date = date(2025, 1, 1),
    until: date | None = None,
    **particulars: object,
) -> Enrolment:
    """A person standing in a register."""
    return Enrolment.objects.create(
        person=person,
        register=register,
        structure=structure,
        territory=territory,
        valid_from=since,
        valid_until=until,
        particulars=particulars,
    )
