"""Whom rows of people mean, and what they may take up."""

from collections.abc import Iterable
from datetime import date
from typing import Any

import pytest

from birlik.base.charter.engine.kinds import ExtraField, KindCard, RegisterCard, SeatRule
from birlik.base.registry.engine.cards import CardRow
from birlik.base.registry.engine.importing import refusal
from birlik.base.registry.engine.importing.cells import Said
from birlik.base.registry.engine.importing.columns import EXTRA, PEOPLE, enrolment_columns
from birlik.base.registry.engine.importing.known import (
    Bodies,
    Held,
    KnownBody,
    KnownPerson,
    Persons,
    Stood,
)
from birlik.base.registry.engine.importing.people import PersonRows
from birlik.base.registry.engine.importing.seats import PersonTerms
from birlik.base.registry.engine.importing.verdict import Lists, Means, Weighed
from birlik.base.registry.engine.people import PersonRow
from birlik.base.registry.refusals import offices
from birlik.base.registry.refusals.people import IIN_ELSEWHERE, PERSON_NAME_NEEDED
from birlik.base.registry.refusals.registers import TERM_ENDS_TOO_EARLY
from birlik.base.values.local_text import LocalText

HOME, AWAY = "110000000", "100000000"
ON = date(2026, 11, 20)
NAME = LocalText("a", "b", "c")
MEDIATORS = RegisterCard(
    "mediators", NAME, public=True, fields=(ExtraField("rate", NAME, "number"),), numbered=True,
    centred=True,
)  # fmt: skip
CLUB = KindCard(
    "club", NAME, "", public=False,
    offices=(
        SeatRule("chair", NAME, seats=1, term_years=2),
        SeatRule("deputy", NAME, not_with=("chair",)),
        SeatRule("member", NAME),
        SeatRule("keeper", NAME),
    ),
)  # fmt: skip
OURS = KnownBody(1, CardRow("club", "Клуб", "Клуб", territory=HOME, founded_on=date(2020, 1, 1)),
                 kept=True)  # fmt: skip
CLOSED = KnownBody(2, CardRow("club", "Жабық", "Закрытый", territory=HOME), kept=True,
                   closed_on=date(2026, 1, 1))  # fmt: skip
THEIRS = KnownBody(3, CardRow("club", "Өзге", "Чужой", territory=AWAY), kept=False)
TWIN = KnownBody(4, CardRow("club", "Егіз", "Двойной", territory=HOME), kept=True)
OTHER_TWIN = KnownBody(5, CardRow("club", "Егіз", "Двойной", territory=HOME), kept=True)
SINCE = date(2026, 2, 1)
AIDA = KnownPerson(
    10, PersonRow("Сынақова Аида", territory=HOME, phone="1", languages=("kk",)), kept=True,
    digest="#111", held=(Held(1, "chair", SINCE, date(2028, 2, 1)),),
    stood=(Stood("mediators", SINCE, None, structure=1),),
)  # fmt: skip
BAQYT = KnownPerson(11, PersonRow("Сынақов Бақыт", territory=HOME), kept=True)
FAR = KnownPerson(12, PersonRow("Ким Вера", territory=AWAY), kept=False, digest="#222",
                  held=(Held(1, "member", SINCE),))  # fmt: skip
TWINS = [KnownPerson(one, PersonRow("Ли Олег", territory=HOME), kept=True) for one in (13, 14)]
LISTS = Lists({}, {"territory": {HOME: LocalText("Ақмола", "Акмола", "Akmola")}})


def terms(**given: Any) -> PersonTerms:
    """On what the rows are weighed."""
    values: dict[str, Any] = {
        "home": HOME,
        "on": ON,
        "keeps": lambda code: code == HOME,
        "digests": lambda iin: (f"#{iin}",),
        "kinds": {"club": CLUB},
        "barred": frozenset({"keeper"}),
        "apart": {"member": frozenset({"auditor"})},
    }
    return PersonTerms(**{**values, **given})


def weighed(*rows: dict[str, Any], register: RegisterCard | None = None) -> list[Weighed]:
    """What rows of some values mean."""
    bodies = Bodies([OURS, CLOSED, THEIRS, TWIN, OTHER_TWIN], ON)
    persons = Persons([AIDA, BAQYT, FAR, *TWINS])
    columns = enrolment_columns(register) if register else PEOPLE
    reader = PersonRows(terms(register=register), persons, bodies, LISTS, columns)
    return list(reader.weigh(said(rows)))


def said(rows: Iterable[dict[str, Any]]) -> Iterable[Said]:
    """Rows as they are read."""
    for number, values in enumerate(rows, start=2):
        cells = dict(values)
        entry, other = cells.pop("number", None), cells.pop("other", False)
        yield Said(number, dict(values), cells, entry=entry, is_other=other)


def reasons(one: Weighed) -> list[LocalText]:
    """Why a row is unfit."""
    return [reason for _column, reason in one.said.objections]


def seat(name: str = "Ким Олжас", **given: Any) -> dict[str, Any]:
    """A row that gives an office."""
    return {
        "full_name": name, "structure": "Клуб", "office": "member", "valid_from": SINCE,
        "ground": "хаттама",
    } | given  # fmt: skip


def test_a_new_person_with_an_office() -> None:
    """Somebody new comes into the territory of the file, with the office and its usual term."""
    (one,) = weighed(seat(office="deputy", iin="333", valid_until=date(2026, 12, 31)))
    assert (one.means, reasons(one)) == (Means.NEW, [])
    assert one.person is not None
    assert one.person.row == PersonRow("Ким Олжас", territory=HOME, iin="333")
    (line,) = one.person.seats
    assert (line.structure, line.valid_until) == (1, date(2027, 1, 1))


@pytest.mark.parametrize(
    ("row", "number"),
    [
        ({"number": 10, "full_name": "Сынақова Аида Б."}, 10),
        ({"iin": "111", "full_name": "Сынакова"}, 10),
        ({"full_name": "СЫНАКОВ  БАКЫТ", "languages": ("ru",)}, 11),
        ({"full_name": "Сынақова Аида", "structure": "1", "office": "member",
          "valid_from": SINCE, "ground": "x"}, 10),
        ({"full_name": "Сынақов Бақыт", "iin": "333"}, 11),
    ],
)  # fmt: skip
def test_whom_a_row_means(row: dict[str, Any], number: int | None) -> None:
    """The number, then the number of the state, then the name in body or territory."""
    (one,) = weighed(row)
    line = one.person
    assert (line.number if line else None) == number


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ({"number": 12, "full_name": "Ким Вера"}, "no entry No. 12"),
        ({"number": 99, "full_name": "Ким Вера"}, "no entry No. 99"),
        ({"iin": "222", "full_name": "Ким Вера"}, IIN_ELSEWHERE.en),
        ({"full_name": "Ли Олег"}, "№13 Ли Олег; №14 Ли Олег"),
        (seat("Сынақова Аида", structure="Двойной"), "several bodies"),
        (seat("Ким Вера", office="deputy"), refusal.ELSEWHERE.en),
        ({"full_name": "Ким Жан", "territory": AWAY}, refusal.ELSEWHERE.en),
        ({"full_name": " "}, PERSON_NAME_NEEDED.en),
        (seat(structure="Нет такой"), "No body"),
        (seat(structure="3"), refusal.ELSEWHERE.en),
        (seat(structure="2"), offices.OUTSIDE_SEAT.en),
        (seat(valid_from=date(2019, 1, 1)), offices.OUTSIDE_SEAT.en),
        (seat(office="chair"), offices.SEATS_TAKEN.en),
        (seat(office="keeper"), offices.GIVES_POWERS.en),
        (seat(office="cook"), "no office"),
        (seat(valid_until=date(2026, 1, 1)), offices.TERM_BACKWARDS.en),
        (seat(office="chair", valid_from=date(2028, 2, 1), valid_until=date(2031, 1, 1)),
         offices.TERM_TOO_LONG.en),
        (seat("Сынақова Аида", number=10, office="deputy"), offices.NOT_TOGETHER.en),
        (seat("Сынақова Аида", number=10, office="chair", valid_from=date(2026, 5, 1)),
         offices.HOLDS_ALREADY.en),
        (seat("Сынақова Аида", number=10, office="chair", valid_until=date(2027, 1, 1)),
         "since 01.02.2026"),
        ({"full_name": "Ким Жан", "structure": "1"}, refusal.OFFICE_NEEDED.en),
        ({"full_name": "Ким Жан", "office": "member"}, refusal.OFFICE_NEEDED.en),
        ({"full_name": "Ким Жан", "structure": "1", "office": "member", "ground": "x"},
         refusal.SINCE_NEEDED.en),
        ({"full_name": "Ким Жан", "structure": "1", "office": "member", "valid_from": SINCE},
         offices.GROUND_NEEDED.en),
    ],
)  # fmt: skip
def test_what_is_not_taken_says_why(row: dict[str, Any], reason: str) -> None:
    """Who is another's, who could be two, and an office that cannot be taken up, stay out."""
    (one,) = weighed(row)
    assert one.means == Means.UNFIT
    assert any(reason in one.en for one in reasons(one)), reasons(one)


def test_somebody_of_the_name_elsewhere_is_asked_about() -> None:
    """Who holds an office in another body may be another: the number or "new" settles it."""
    row = seat("Сынақова Аида", structure="4")
    (one,) = weighed(row)
    assert "№10 Сынақова Аида" in reasons(one)[0].en
    assert weighed(row | {"number": 10})[0].means == Means.CHANGED
    assert weighed(row | {"other": True})[0].means == Means.NEW
    assert weighed({"full_name": "Сынақова Аида", "iin": "333"})[0].means == Means.NEW


def test_rows_of_one_file_take_up_seats_one_after_another() -> None:
    """The second row of a new person waits, and a seat that the first took is taken."""
    first, second, third = weighed(
        seat("Ким Жан", office="chair", valid_from=date(2028, 2, 1)),
        seat("Ким Жан"),
        seat("Ким Лев", office="chair", valid_from=date(2028, 3, 1)),
    )
    assert first.means == Means.NEW
    assert "Row 2 enters this person" in reasons(second)[0].en
    assert reasons(third) == [offices.SEATS_TAKEN]


def test_what_changes_is_shown_but_for_what_is_kept_apart() -> None:
    """Changes are told with what was and becomes; of numbers and contacts only that they change;
    the same row again changes nothing."""
    (one,) = weighed(
        {"number": 10, "full_name": "Сынақова Аида Б.", "phone": "2", "email": "a@b.kz",
         "iin": "555", "languages": ("ru",), "territory": HOME},
    )  # fmt: skip
    told = {change.column: (change.was.ru, change.becomes.ru) for change in one.changes}
    assert told == {
        "full_name": ("Сынақова Аида", "Сынақова Аида Б."),
        "languages": ("kk", "ru"),
        "phone": ("•••", "•••"),
        "email": ("•••", "•••"),
        "iin": ("•••", "•••"),
    }
    (same,) = weighed(seat("Сынақова Аида", number=10, office="chair", phone="1", iin="111"))
    assert (same.means, same.person) == (Means.SAME, None)
    (added,) = weighed(seat("Сынақова Аида", number=10, structure="4"))
    assert [change.column for change in added.changes] == ["office"]
    (foreign,) = weighed(seat("Ким Вера"))
    assert foreign.means == Means.SAME


def test_places_in_a_register() -> None:
    """A line of a register is new, known, or says otherwise; its term and fields are checked."""
    row = {"full_name": "Ким Жан", "valid_from": SINCE, "certificate": "7", f"{EXTRA}rate": 5}
    known = {"number": 10, "full_name": "Сынақова Аида"}
    found = weighed(
        row,
        row | {"full_name": "Ким Лев", "structure": "3"},
        row | {"full_name": "Ким Тау", "valid_until": date(2025, 1, 1)},
        {"full_name": "Ким Бау"},
        known,
        known | {"valid_from": SINCE},
        known | {"valid_from": date(2026, 3, 1)},
        {"number": 11, "full_name": "Сынақов Бақыт", "valid_from": SINCE, "structure": "Клуб"},
        register=MEDIATORS,
    )
    assert [one.means.value for one in found] == [
        *("new", "unfit", "unfit", "unfit", "same", "same", "unfit", "changed")
    ]
    assert reasons(found[2]) == [TERM_ENDS_TOO_EARLY]
    assert found[0].person is not None
    (line,) = found[0].person.registers
    assert (line.territory, line.number, line.particulars) == (HOME, "7", {"rate": 5})
    assert found[7].person is not None
    assert found[7].person.registers[0].structure == 1
