"""The registry: what exists on a day, and who acts with what powers."""

from datetime import UTC, date, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from birlik.base.charter.actions import load_charter
from birlik.base.charter.engine.wording import folded
from birlik.base.journal.models import Entry
from birlik.base.journal.queries import last_entry
from birlik.base.registry.actions import (
    StructureRow,
    TerritoryRow,
    appoint,
    found_office,
    load_territories,
    open_account,
    register_structure,
)
from birlik.base.registry.models import Account, Structure, Territory
from birlik.base.registry.queries import (
    actor_in,
    appointments_of,
    named_structures,
    regions,
    seats,
    structures_known,
    structures_of_kind,
)
from birlik.base.values.actor import Actor, Grant
from birlik.base.values.local_text import LocalText
from birlik.base.values.refused import RefusedError

pytestmark = pytest.mark.django_db
AT = datetime(2026, 1, 1, tzinfo=UTC)
SYSTEM = Actor.system()
STRANGER = Actor(1, 1, "stranger")
OBLAST = TerritoryRow(
    "100000000", "KZ-10", "oblast", "", LocalText("Абай облысы", "область Абай", "Abai Region"),
    "Абай", "Абай", "630000000", date(2022, 6, 8), (5, 2),
)  # fmt: skip
DISTRICT = TerritoryRow(
    "101000000", "", "district", "100000000", LocalText("Аудан", "Район", "District"),
    "", "", "", None, None,
)  # fmt: skip
CHARTER = """
office_kind:
  secretary:
    - {kk: хатшы, ru: секретарь, en: secretary, from: 2020-01-01, ground: x,
       powers: {acts.read: all, plans.read: territory, duty.submit: structure}}
"""

SECURED = """
  secured:
    - {kk: қ, ru: з, en: s, from: 2020-01-01, ground: x, powers: {registry.keep: all},
       second_factor: true}
"""


def structure(territory: Territory | None = None, **row: object) -> Structure:
    """A structure of the test."""
    given = {"kind": "ministry", "name": LocalText("Министрлік", "Министерство", ""), **row}
    return register_structure(SYSTEM, territory, at=AT, row=StructureRow(**given))


def account(email: str = "a@birlik.example") -> Account:
    """An account of the test."""
    return open_account(SYSTEM, None, at=AT, full_name="А. Адам", email=email, password_hash="!")


def test_territories_are_loaded_parents_first() -> None:
    """A district finds its oblast wherever it stands in the file; loading again amends."""
    assert load_territories(SYSTEM, None, at=AT, rows=[DISTRICT, OBLAST]) == 2
    load_territories(SYSTEM, None, at=AT, rows=[OBLAST])
    assert Territory.objects.get(code="101000000").parent == regions().get()
    assert regions().get().tile_column == 5


def test_structures_exist_from_until() -> None:
    """A body exists from its first day up to, but not including, the day it closed."""
    structure(founded_on=date(2022, 6, 8), closed_on=date(2023, 9, 1))
    days = (date(2022, 6, 7), date(2022, 6, 8), date(2023, 8, 31), date(2023, 9, 1))
    counts = [structures_of_kind("ministry", on=day).count() for day in days]
    assert counts == [0, 1, 1, 0]
    assert structures_known()


def test_abbreviations_meet_whatever_their_quotes() -> None:
    """Quotes and case do not matter; of two that bear one name the later founded is meant."""
    structure(short=LocalText('"Қоғамдық келісім" РММ'), founded_on=date(2014, 1, 1))
    later = structure(short=LocalText("«Қоғамдық келісім» РММ"), founded_on=date(2020, 1, 1))
    assert named_structures()["қоғамдық келісім рмм"] == later
    assert folded("  «А»   Б ") == "а б"


def test_a_body_is_found_by_its_name_too() -> None:
    """An act that writes a body out in full means the same one; an abbreviation goes before."""
    one = register_structure(
        SYSTEM,
        None,
        at=AT,
        row=StructureRow("x", LocalText("Даму орталығы", "Центр"), LocalText("ДО", "ЦР")),
    )
    other = register_structure(
        SYSTEM, None, at=AT, row=StructureRow("x", LocalText("Басқа"), LocalText("Центр"))
    )
    found = named_structures()
    assert found[folded("«Даму орталығы»")] == found["до"] == one
    assert found["центр"] == other


def test_short_name_falls_back_to_the_name() -> None:
    """A body without an abbreviation is shown by its name."""
    one = structure()
    assert (one.short.kk, str(one), one.name.ru) == ("Министрлік", "Министрлік", "Министерство")


def test_powers_come_from_the_office() -> None:
    """Each power reaches as far as the charter says: everywhere, the territory, the structure."""
    load_charter(SYSTEM, None, at=AT, content=CHARTER.encode())
    load_territories(SYSTEM, None, at=AT, rows=[OBLAST])
    body = structure(regions().get())
    office = found_office(
        SYSTEM, body, at=AT, kind="secretary", name=LocalText("Хатшы", "Секретарь", "Secretary")
    )
    holder = account()
    appointment = appoint(
        SYSTEM, office, at=AT, person=holder.person, valid_from=date(2026, 1, 1), ground="order"
    )
    actor = actor_in(appointment, holder, on=date(2026, 2, 1))
    assert actor.powers == {
        Grant("acts.read"),
        Grant("plans.read", territory_code="100000000"),
        Grant("duty.submit", structure_id=body.pk),
    }
    assert (actor.account_id, actor.label) == (holder.pk, "Хатшы")


def test_power_of_a_territory_without_territory() -> None:
    """Without a territory the power stays with the structure itself."""
    load_charter(SYSTEM, None, at=AT, content=CHARTER.encode())
    body = structure()
    office = found_office(SYSTEM, body, at=AT, kind="secretary", name=LocalText("Хатшы", "С", "S"))
    holder = account()
    appointment = appoint(
        SYSTEM, office, at=AT, person=holder.person, valid_from=date(2026, 1, 1), ground="order"
    )
    actor = actor_in(appointment, holder, on=date(2026, 2, 1))
    assert Grant("plans.read", structure_id=body.pk) in actor.powers


def test_appointments_end() -> None:
    """On the day an appointment ends it can no longer be acted in."""
    office = found_office(SYSTEM, structure(), at=AT, kind="x", name=LocalText("а", "б", "c"))
    holder = account()
    appoint(
        SYSTEM,
        office,
        at=AT,
        person=holder.person,
        valid_from=date(2026, 1, 1),
        valid_until=date(2026, 6, 1),
        ground="order",
        acting=True,
    )
    days = (date(2025, 12, 31), date(2026, 1, 1), date(2026, 5, 31), date(2026, 6, 1))
    assert [appointments_of(holder, on=day).count() for day in days] == [0, 1, 1, 0]


def test_personal_data_stays_out_of_the_journal() -> None:
    """The entry of an opened account names neither the person nor the address."""
    opened = account("secret@birlik.example")
    assert str(opened) == "secret@birlik.example"
    text = last_text()
    assert "secret@birlik.example" not in text
    assert "А. Адам" not in text


def last_text() -> str:
    """The text of the newest journal entry."""
    entry = last_entry("account.opened")
    assert entry is not None
    return entry.text


@pytest.mark.parametrize("verb", ["territories", "structure", "office", "account", "appointment"])
def test_only_the_keeper_changes_the_registry(verb: str) -> None:
    """Whoever does not keep the registry is refused, whatever the change."""
    body = structure()
    office = found_office(SYSTEM, body, at=AT, kind="x", name=LocalText("а", "б", "c"))
    holder = account()
    attempts = {
        "territories": lambda: load_territories(STRANGER, None, at=AT, rows=[OBLAST]),
        "structure": lambda: register_structure(
            STRANGER, None, at=AT, row=StructureRow("x", LocalText("а"))
        ),
        "office": lambda: found_office(STRANGER, body, at=AT, kind="x", name=LocalText("а")),
        "account": lambda: open_account(
            STRANGER, None, at=AT, full_name="x", email="x@birlik.example", password_hash="!"
        ),
        "appointment": lambda: appoint(
            STRANGER, office, at=AT, person=holder.person, valid_from=AT.date(), ground="x"
        ),
    }
    with pytest.raises(RefusedError):
        attempts[verb]()


def test_all_in_office_are_found_with_their_powers() -> None:
    """Everybody in office on a day is found in three queries, with the powers and the reach of the
    office; closed accounts, past and future appointments are not, and an office that demands a
    second factor gives an account without one no power."""
    load_charter(SYSTEM, None, at=AT, content=(CHARTER + SECURED).encode())
    body = structure()
    for number, (kind, active, since) in enumerate(
        [("secretary", True, 2025), ("secured", True, 2025), ("secretary", False, 2025),
         ("secretary", True, 2027)]
    ):  # fmt: skip
        holder = account(f"{number}@birlik.example")
        office = found_office(SYSTEM, body, at=AT, kind=kind, name=LocalText(kind))
        day = date(since, 1, 1)
        appoint(SYSTEM, office, at=AT, person=holder.person, valid_from=day, ground="x")
        Account.objects.filter(pk=holder.pk).update(is_active=active)
    with CaptureQueriesContext(connection) as asked:
        first, second = sorted(seats(on=AT.date()), key=lambda one: one.account)
    assert len(asked) == 3
    assert first.actor.grants("plans.read") == {Grant("plans.read", structure_id=body.pk)}
    assert (first.structure, first.language) == (body.pk, "kk")
    assert (second.actor.powers, second.actor.awaits_second_factor) == (frozenset(), True)


def test_the_journal_holds_no_telephone() -> None:
    """The telephone of an office stands with the office, where it can be changed and erased; its
    entry in the journal, which stays for ever, has none."""
    load_charter(SYSTEM, None, at=AT, content=CHARTER.encode())
    office = found_office(
        SYSTEM, structure(), at=AT, kind="x", name=LocalText("а", "б", "c"), phone="74-11-22"
    )
    assert office.phone == "74-11-22"
    assert "74-11-22" not in Entry.objects.get(action="office.founded").text
