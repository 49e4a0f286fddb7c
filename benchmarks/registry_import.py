"""Files at full scale: how long it takes to check and to take 5,000 bodies and 50,000 people with
an office each, and the same files once more; and to write what is given out to be mended.

Run by `python -m benchmarks registry_import`, once for each database, with Django set up. Files are
worked on as the worker does, reading and checking included. Beside the seconds that passed stand
those of this process on a processor, which say what it takes where nothing else runs.
"""

import time
from collections.abc import Iterable, Iterator
from datetime import date
from io import BytesIO
from os import cpu_count, getloadavg

from django.db import connection
from django.utils.timezone import now
from openpyxl import Workbook
from rich.console import Console
from rich.table import Table

from benchmarks.registry_search import Chance, stem
from birlik.base.registry.models import BroughtFile, Person, Structure
from birlik.base.registry.queries import regions
from birlik.base.registry.queries.importing import rows_to_mend, weighing_of
from birlik.base.registry.tasks.importing import (
    check_rows,
    have_taken,
    order_check,
    take_rows_of,
)
from birlik.base.values.actor import Actor
from birlik.base.values.clock import day_of
from birlik.base.values.identity import check_digit
from birlik.wiring.prepare import prepare

Spent = tuple[float, float]
"""Seconds that passed, and those on a processor."""

SYSTEM = Actor.system()
BODIES, PEOPLE = 5_000, 50_000
ALLOWED = 120.0
"""Seconds for a file, from bringing it to its last row taken."""
KIND = "structures/accord_council"
BODY_HEADS = ("Название на казахском", "Название на русском", "Территория", "Уровень", "Телефон",
              "Языки", "Адрес", "Дата создания")  # fmt: skip
PERSON_HEADS = ("ФИО", "ИИН", "Территория", "Телефон", "Структура", "Должность", "С какого дня",
                "Основание")  # fmt: skip


def book(heads: Iterable[str], rows: Iterable[Iterable[object]]) -> bytes:
    """A workbook of rows under headings."""
    made = Workbook(write_only=True)
    sheet = made.create_sheet("1")
    sheet.append(list(heads))
    for row in rows:
        sheet.append(list(row))
    file = BytesIO()
    made.save(file)
    return file.getvalue()


def bodies(chance: Chance) -> Iterator[list[object]]:
    """Rows of councils over all regions, each of another name."""
    places = list(regions())
    for number in range(BODIES):
        name, region = stem(chance, 3), places[number % len(places)]
        yield [
            f"«{name} {number}» қоғамдық келісім кеңесі", f"Совет общественного согласия {number}",
            region.name_ru, "региональный", "+7 700 000 00 00", "казахский; русский",
            "ул. Примерная, 1", date(2010, 1, 1 + number % 28),
        ]  # fmt: skip


def people(chance: Chance) -> Iterator[list[object]]:
    """Rows of people with a number and an office in one of the bodies each."""
    seated = list(
        Structure.objects.filter(kind="accord_council").order_by("pk")
        .values_list("pk", "territory__code")[:BODIES]
    )  # fmt: skip
    for number, iin in zip(range(PEOPLE), numbers(), strict=False):
        body, code = seated[number % len(seated)]
        yield [
            f"{stem(chance, 3)}ов {stem(chance, 2)} {stem(chance, 2)}ұлы", iin, code,
            "+7 700 000 00 00", body, "member", "01.02.2026", "протокол № 1 от 25.01.2026",
        ]  # fmt: skip


def numbers() -> Iterator[str]:
    """Numbers (ИИН) of nobody: all of the right form."""
    for serial in range(10_000):
        for day in range(1, 29):
            eleven = f"7506{day:02d}3{serial:04d}"
            if (digit := check_digit(eleven)) is not None:
                yield f"{eleven}{digit}"


class Watch:
    """Seconds that passed, and seconds on a processor, since it was made."""

    def __init__(self) -> None:
        self.begun = time.perf_counter(), time.process_time()

    def read(self) -> Spent:
        """Both."""
        passed, worked = self.begun
        return time.perf_counter() - passed, time.process_time() - worked


def checked(kind: str, content: bytes) -> tuple[BroughtFile, Spent]:
    """A file that was brought and checked, and the seconds that took."""
    watch = Watch()
    file = order_check(SYSTEM, None, at=now(), kind=kind, name="rows.xlsx", content=content)
    check_rows.call(file.pk)
    file.refresh_from_db()
    return file, watch.read()


def taken(file: BroughtFile) -> Spent:
    """How many seconds it took to take the good rows of a file."""
    watch = Watch()
    have_taken(SYSTEM, file, at=now())
    take_rows_of.call(file.pk)
    return watch.read()


def measure() -> Iterator[tuple[str, Spent]]:
    """Bring, take and bring again; what was measured, in seconds.

    Raises RuntimeError where a file did not mean what it should.
    """
    chance = Chance(7)
    for name, kind, many in (("5,000 bodies", KIND, BODIES), ("50,000 people", "people", PEOPLE)):
        heads, rows = (
            (BODY_HEADS, bodies(chance)) if kind == KIND else (PERSON_HEADS, people(chance))
        )
        whole = book(heads, rows)
        file, checking = checked(kind, whole)
        if file.report.get("new") != many:
            raise RuntimeError(f"{name}: {file.report} {file.error_en}")
        taking = taken(file)
        yield f"{name}: check", checking
        yield f"{name}: take", taking
        yield f"{name}: both", (checking[0] + taking[0], checking[1] + taking[1])
        again, seconds = checked(kind, whole)
        if again.report.get("same") != many:
            raise RuntimeError(f"{name} again: {again.report}")
        yield f"{name}: the same file again", seconds
        watch = Watch()
        weighing = weighing_of(SYSTEM, kind, "", on=day_of(now()))
        count = sum(1 for _one in rows_to_mend(weighing, "ru"))
        yield f"{name}: {count} rows to mend", watch.read()


def main() -> None:
    """Print a table of what was measured; what exceeds what is allowed is marked."""
    prepare()
    title = f"{connection.vendor}, load {getloadavg()[0]:.1f} on {cpu_count()} processors"
    table = Table("what", "seconds", "on a processor", "allowed", "", title=title)
    for name, (passed, worked) in measure():
        mark = "exceeds" if passed > ALLOWED else ""
        table.add_row(name, f"{passed:.1f}", f"{worked:.1f}", f"{ALLOWED:.0f}", mark)
    Console().print(table)
    Console().print(f"{Structure.objects.count()} bodies, {Person.objects.count()} people")
