"""Who signs in to bring evidence, and files to bring."""

from dataclasses import dataclass
from datetime import date

from django.test import Client

from birlik.base.charter.actions import load_charter
from birlik.base.obligations.models import Evidence
from birlik.base.records.models import Document
from birlik.base.registry.actions import appoint, found_office, open_account
from birlik.base.registry.models import Structure
from birlik.base.values.local_text import LocalText
from tests.base.obligations.reporting_world import AT, CHARTER, SYSTEM, Reporting, reporting

OFFICES = """
office_kind:
  executor:
    - {kk: о, ru: и, en: e, from: 2000-01-01, ground: x,
       powers: {plans.read: structure, obligations.report: structure}}
  coordinator:
    - {kk: ү, ru: к, en: c, from: 2000-01-01, ground: x,
       powers: {plans.read: all, obligations.review: all}}
  reader:
    - {kk: о, ru: ч, en: r, from: 2000-01-01, ground: x, powers: {acts.read: all}}
"""
TEXT = "Есеп: бәрі орындалды".encode()


@dataclass(frozen=True, slots=True)
class Desk:
    """The world of reports, and browsers of those who work in it: the ministry's executor and a
    colleague of the same office, the akimat's, a coordinator, and one who reads acts alone."""

    world: Reporting
    executor: Client
    colleague: Client
    akimat: Client
    coordinator: Client
    reader: Client


def desk() -> Desk:
    """Everybody signed in."""
    world = reporting()
    load_charter(SYSTEM, None, at=AT, content=(CHARTER + OFFICES).encode())
    ministry, akimat = world.lead.debtor, world.agreed.debtor
    return Desk(
        world=world,
        executor=browser("executor", ministry),
        colleague=browser("executor", ministry, name="colleague"),
        akimat=browser("executor", akimat, name="akimat"),
        coordinator=browser("coordinator", ministry),
        reader=browser("reader", ministry),
    )


def browser(kind: str, structure: Structure, *, name: str = "") -> Client:
    """The browser, in English, of somebody who holds an office of this kind in a structure."""
    name = name or kind
    account = open_account(
        SYSTEM,
        None,
        at=AT,
        full_name=name,
        email=f"{name}@birlik.example",
        password_hash="!",
        language="en",
    )
    office = found_office(SYSTEM, structure, at=AT, kind=kind, name=LocalText(name, name, name))
    appoint(
        SYSTEM, office, at=AT, person=account.person, valid_from=date(2020, 1, 1), ground="test"
    )
    client = Client()
    client.force_login(account)
    client.cookies["birlik_language"] = "en"
    return client


def titles() -> list[str]:
    """The titles of all evidence, in the order in which it came."""
    return list(Evidence.objects.order_by("pk").values_list("title", flat=True))


def documents() -> int:
    """How many files are kept."""
    return Document.objects.count()
