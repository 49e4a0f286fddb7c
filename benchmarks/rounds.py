"""A reporting round of 45 bodies and 70 measures: how long it takes to open it, to merge the
workbooks of all bodies, and to show what they brought.

Run within `python -m benchmarks large`, on each database.
"""

import time
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from io import BytesIO

from django.urls import reverse
from django.utils.timezone import now
from openpyxl import load_workbook

from birlik.base.obligations.models import Duty, Obligation
from birlik.base.records.actions import store_document
from birlik.base.records.engine.draft_record import to_record
from birlik.base.records.models import Act, Provision, Wording
from birlik.base.registry.models import Structure
from birlik.base.ui.export.answer import XLSX
from birlik.base.values.actor import Actor
from birlik.base.values.clock import ZONE, day_of
from birlik.base.values.local_text import LocalText
from birlik.base.values.schedule import Schedule
from birlik.domains.execution.actions.rounds.begin import Asked, begin_round
from birlik.domains.execution.actions.rounds.bring import bring_workbook
from birlik.domains.execution.actions.rounds.open import open_round
from birlik.domains.execution.actions.rounds.send import send_sheet
from birlik.domains.execution.engine.rounds.columns import STANDARD
from birlik.domains.execution.models import Round, Sheet
from birlik.domains.execution.papers.sheet_book import FIRST, sheet_book
from birlik.domains.execution.queries.rounds.sheet import sheet_lines

SYSTEM = Actor.system()
BODIES, MEASURES = 45, 70
YEAR = 2026
OPENING, MERGING = 2_000.0, 60_000.0
PAGES = {
    "round, 45 bodies": 150.0,
    "round, call list": 150.0,
    "round, answers put together": 400.0,
}
"""Milliseconds that are allowed; the page of all answers reads every row of the round."""


def owed() -> tuple[Act, list[int]]:
    """A plan of which every body owes every measure in the year: the first leads, the others
    contribute."""
    first, last = date(YEAR, 1, 1), date(YEAR, 12, 31)
    act = Act.objects.create(
        kind="plan", number="R-71", title_kk="Жоспар", title_ru="План", adopted_on=first,
        in_force_from=first, first_year=YEAR, last_year=YEAR, controlled_from=first,
        confirmed_at=datetime(YEAR, 1, 1, tzinfo=ZONE),
    )  # fmt: skip
    standing = Structure.objects.filter(closed_on=None, successor=None).order_by("pk")
    bodies = list(standing.values_list("pk", flat=True)[:BODIES])
    for number in range(1, MEASURES + 1):
        provision = Provision.objects.create(
            act=act, kind="measure", path=f"measure/{number}", number=str(number), position=number
        )
        Wording.objects.create(
            provision=provision, language="kk", title=f"Іс-шара {number}", start=0, end=0,
            valid_from=first,
        )  # fmt: skip
        duty = Duty.objects.create(provision=provision, schedule=to_record(Schedule("year")))
        shared = {
            "act": act, "duty": duty, "period": str(YEAR), "period_first": first,
            "period_last": last, "nominal_on": last, "due_on": last,
        }  # fmt: skip
        lead = Obligation.objects.create(**shared, debtor_id=bodies[0], role="lead")
        Obligation.objects.bulk_create(
            Obligation(**shared, debtor_id=body, role="contributor", lead=lead)
            for body in bodies[1:]
        )
    return act, bodies


def begun(act: Act, bodies: list[int]) -> Round:
    """A draft that asks them all about the year."""
    at = now()
    title = LocalText("Жылдық ақпарат", "Годовая информация")
    asked = Asked(title, at + timedelta(days=10), STANDARD, str(YEAR))
    return begin_round(SYSTEM, act, at=at, asked=asked, bodies=bodies)


def filled_books(one: Round) -> Iterator[tuple[Sheet, bytes]]:
    """The workbook of each sheet, filled in by its body."""
    for sheet in Sheet.objects.filter(round=one).select_related("round__act", "structure"):
        book = load_workbook(BytesIO(sheet_book(sheet_lines(sheet, on=day_of(now())))))
        page = book.worksheets[0]
        for row in range(FIRST, FIRST + MEASURES):
            page.cell(row, 7).value = "исполняется"
            page.cell(row, 9).value = "Проведены встречи с участием этнокультурных объединений."
            page.cell(row, 10).value = row
        file = BytesIO()
        book.save(file)
        yield sheet, file.getvalue()


def opened() -> tuple[Round, float]:
    """An open round, and how many milliseconds it took to begin and open it."""
    act, bodies = owed()
    started = time.perf_counter()
    one = begun(act, bodies)
    made = open_round(SYSTEM, one, at=now())
    taken = (time.perf_counter() - started) * 1000
    if made.rows != BODIES * MEASURES:
        raise RuntimeError(f"the round has {made.rows} rows")
    return one, taken


def merged(one: Round) -> float:
    """How many milliseconds it took to store and merge the workbooks of all bodies."""
    books = list(filled_books(one))
    started = time.perf_counter()
    for sheet, content in books:
        document = store_document(
            SYSTEM, None, at=now(), name="sheet.xlsx", media_type=XLSX, content=content
        )
        answer = bring_workbook(SYSTEM, sheet, at=now(), document=document)
        if answer.record.taken != 3 * MEASURES:
            raise RuntimeError(f"{answer.record.taken} cells were taken")
    return (time.perf_counter() - started) * 1000


def sent(one: Round) -> None:
    """Have every sheet sent."""
    for sheet in Sheet.objects.filter(round=one):
        send_sheet(SYSTEM, sheet, at=now())


def addresses(one: Round) -> dict[str, str]:
    """The pages that show the round."""
    return {
        "round, 45 bodies": reverse("round", args=[one.pk]),
        "round, answers put together": reverse("round_summary", args=[one.pk]),
        "round, call list": reverse("round_calls", args=[one.pk]),
    }
