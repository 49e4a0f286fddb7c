"""A plan of 100,000 obligations: how long generating, pages, search and the report take.

Run by `python -m benchmarks large`, once for each database, with Django set up. The plan of the
demonstration is adopted for 270 akimats instead of 20; reports are written in bulk for two thirds
of what fell due. Every page is asked through the whole server, and timed inside it.
"""

import statistics
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from importlib import import_module
from itertools import islice
from os import cpu_count, getloadavg

from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.timezone import now
from rich.console import Console
from rich.table import Table

from benchmarks import rounds
from birlik.base.journal.delivery import pass_over_facts
from birlik.base.obligations.actions import adopt_act
from birlik.base.obligations.models import Obligation, Review, Submission
from birlik.base.records.models import Act
from birlik.base.registry.actions import StructureRow, register_structure
from birlik.base.registry.models import Account, Structure, Territory
from birlik.base.registry.queries import regions
from birlik.base.values.actor import Actor
from birlik.base.values.clock import ZONE, day_of
from birlik.base.values.local_text import LocalText
from birlik.domains.execution.actions import begin_report
from birlik.domains.execution.tasks.report import make_report
from birlik.wiring.demo.acts import DemoAct
from birlik.wiring.demo.load import read
from birlik.wiring.demo.people import Staff
from birlik.wiring.prepare import prepare

SYSTEM = Actor.system()
BEGUN_AT = datetime(2022, 9, 15, 9, tzinfo=ZONE)
AKIMATS = 270
TURNS = 40
HALF_YEAR = "2024-H1"
QUERIES = 15
"""How many queries a page may ask."""
PAGE, SEARCH, GENERATING, REPORTING = 150.0, 50.0, 30_000.0, 10_000.0
"""Milliseconds that are allowed."""
SEARCHED = (
    *("отырыс", "Заседания Совета", "кенес отырысы", "медиатор", "достық үйлері", "домов дружбы"),
    *("Қарағанды", "акимат алматы", "публикаций", "жариялау", "8.1", "этносаралық", "форум"),
)


@dataclass(frozen=True, slots=True)
class Timed:
    """What was measured: a name, milliseconds at the middle, at 95 % and allowed, and queries (0
    where they do not count)."""

    name: str
    middle: float
    slow: float
    allowed: float
    queries: int = 0

    @property
    def exceeds(self) -> bool:
        """Whether it takes more time, or asks more often, than it may."""
        return self.slow > self.allowed or self.queries > QUERIES


def measure() -> Iterator[Timed]:
    """Build the installation in an empty database and measure everything."""
    prepare()
    call_command("collectstatic", interactive=False, verbosity=0)
    staff = people()
    begun = time.perf_counter()
    act = generated(staff)
    yield once(f"generate {act.obligations.count()} obligations", begun, allowed=GENERATING)
    reported(act)
    settle_statistics()
    begin_serving()
    yield from pages(act)
    report = begin_report(SYSTEM, act, at=now(), period=HALF_YEAR, language="both")
    begun = time.perf_counter()
    make_report.call(report.pk)
    yield once("report of a half-year", begun, allowed=REPORTING)
    yield from round_of_45()


def round_of_45() -> Iterator[Timed]:
    """A round of 45 bodies and 70 measures: opened, its workbooks merged, its pages shown."""
    one, opening = rounds.opened()
    yield Timed("open a round, 45 × 70", opening, opening, rounds.OPENING)
    merging = rounds.merged(one)
    yield Timed("merge 45 workbooks", merging, merging, rounds.MERGING)
    rounds.sent(one)
    coordinator = signed_in("coordinator@birlik.example")
    for name, address in rounds.addresses(one).items():
        yield asked(name, coordinator, [address], allowed=rounds.PAGES[name])


def once(name: str, begun: float, *, allowed: float) -> Timed:
    """What is done once, from an instant of `perf_counter` until now."""
    taken = (time.perf_counter() - begun) * 1000
    return Timed(name, taken, taken, allowed)


def people() -> Staff:
    """The demonstration's people, and two hundred akimats more."""
    for place, territory in enumerate(islice(cycled(), AKIMATS - 20)):
        name = f"{territory.name_ru} {place}"
        row = StructureRow("akimat", LocalText(name, name, name))
        register_structure(SYSTEM, territory, at=BEGUN_AT, row=row)
    return Staff(at=BEGUN_AT, secret="!")


def cycled() -> Iterator[Territory]:
    """The regions over and over."""
    while True:
        yield from regions()


def generated(staff: Staff) -> Act:
    """The plan under control: adopted as a whole, journal included."""
    demo = next(one for one in DemoAct.all() if one.number == "1014")
    reading = read(demo.text("kk"), at=staff.at, findings=[])
    return adopt_act(SYSTEM, reading, at=BEGUN_AT, controlled_from=BEGUN_AT.date())


def reported(act: Act) -> None:
    """Write reports on two thirds of what fell due: of eight, six are accepted, one is returned,
    one waits."""
    due = act.obligations.filter(outcome="", due_on__lt=day_of(now())).order_by("pk")
    rows = [one for place, one in enumerate(due) if place % 3]
    words = {"text_kk": "Жұмыс жүргізілді.", "text_ru": "Работа проведена."}
    sent = Submission.objects.bulk_create(
        [
            Submission(obligation=one, number=1, at=at_of(one, place), **words)
            for place, one in enumerate(rows)
        ],
        batch_size=2000,
    )
    verdicts = {one.obligation_id: verdict(place) for place, one in enumerate(sent)}
    Review.objects.bulk_create(
        [
            Review(submission=one, accepted=accepted, reason="" if accepted else "?", at=one.at)
            for one in sent
            if (accepted := verdicts[one.obligation_id]) is not None
        ],
        batch_size=2000,
    )
    for place, one in enumerate(rows):
        accepted = verdicts[one.pk]
        one.first_submitted_on = day_of(at_of(one, place))
        one.outcome = "accepted" if accepted else ""
        one.stage = "" if accepted else "submitted" if accepted is None else "returned"
    Obligation.objects.bulk_update(rows, ["first_submitted_on", "outcome", "stage"], batch_size=100)
    pass_over_facts(at=now(), before=now())


def verdict(place: int) -> bool | None:
    """How a report was judged; None while it waits."""
    return None if place % 8 == 0 else place % 8 != 1


def at_of(one: Obligation, place: int) -> datetime:
    """When a report came: mostly in time."""
    on = one.due_on + timedelta(days=10 if place % 7 == 0 else -3)
    return datetime(on.year, on.month, on.day, 12, tzinfo=ZONE)


def settle_statistics() -> None:
    """Let PostgreSQL know its tables, as an installation's does by itself within a minute; SQLite
    does without."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE")


def begin_serving() -> None:
    """Load what a server loads, as it does when it begins."""
    import_module("birlik.wiring.wsgi")


def pages(act: Act) -> Iterator[Timed]:
    """Every page that counts obligations, and the search, as those who open them."""
    measure_number = act.provisions.filter(kind="measure", duty__isnull=False).first()
    assert measure_number is not None
    akimat = Structure.objects.filter(kind="akimat", obligations__isnull=False).first()
    assert akimat is not None
    coordinator = signed_in("coordinator@birlik.example")
    executor = signed_in("executor@birlik.example")
    listed = {
        "today, coordinator": (coordinator, reverse("today")),
        "today, executor": (executor, reverse("today")),
        "plans": (coordinator, reverse("plans")),
        "plan": (coordinator, reverse("plan", args=[act.pk])),
        "plan, all years": (coordinator, reverse("plan", args=[act.pk]) + "?year=all"),
        "plan, executor": (executor, reverse("plan", args=[act.pk])),
        "measure": (coordinator, reverse("measure", args=[act.pk, measure_number.number])),
        "obligations": (coordinator, reverse("obligations")),
        "scorecards": (coordinator, reverse("scorecards")),
        "scorecard": (coordinator, reverse("scorecard", args=[akimat.pk])),
    }
    for name, (client, address) in listed.items():
        yield asked(name, client, [address], allowed=PAGE)
    searches = [f"{reverse('search')}?q={word}" for word in SEARCHED]
    yield asked("search", coordinator, searches, allowed=SEARCH)


def signed_in(email: str) -> Client:
    """A reader who has signed in."""
    client = Client(SERVER_NAME="127.0.0.1")
    client.force_login(Account.objects.get(email=email))
    return client


def asked(name: str, client: Client, addresses: Sequence[str], *, allowed: float) -> Timed:
    """Ask each address in turn, once to warm up and then `TURNS` times."""
    for address in addresses:
        answer = client.get(address)
        if answer.status_code != 200:
            raise RuntimeError(f"{address} answers {answer.status_code}")
    with CaptureQueriesContext(connection) as captured:
        client.get(addresses[0])
    queries = len(captured)
    taken = [timed(client, addresses[turn % len(addresses)]) for turn in range(TURNS)]
    cuts = statistics.quantiles(taken, n=20)
    return Timed(name, statistics.median(taken), cuts[-1], allowed, queries)


def timed(client: Client, address: str) -> float:
    """Milliseconds of one request inside the server."""
    begun = time.perf_counter()
    client.get(address)
    return (time.perf_counter() - begun) * 1000


def main() -> None:
    """Print a table of what was measured."""
    print_table(measure())


def print_table(measured: Iterable[Timed]) -> None:
    """Print what was measured; what exceeds what is allowed is marked. The load of the machine
    stands above it: more than its processors, and the figures tell of others' work."""
    title = f"{connection.vendor}, load {getloadavg()[0]:.1f} on {cpu_count()} processors"
    table = Table("what", "p50, ms", "p95, ms", "allowed", "queries", "", title=title)
    for one in measured:
        figures = (f"{figure:.0f}" for figure in (one.middle, one.slow, one.allowed))
        mark = "exceeds" if one.exceeds else ""
        table.add_row(one.name, *figures, str(one.queries or ""), mark)
    Console().print(table)
