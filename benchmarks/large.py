"""A plan of 100,000 obligations: how long generating, pages, search and the report take.

Run by `python -m benchmarks large`, once for each database, with Django set up. The acts'
demonstration plan is adopted for 270 akimats instead of 20; reports are written in bulk for two
thirds of what fell due. Every page is asked through the whole server, and timed inside it.
"""

import statistics
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice

from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.timezone import now

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
from birlik.wiring.demo.acts import DemoAct
from birlik.wiring.demo.load import read
from birlik.wiring.demo.people import Staff
from birlik.wiring.prepare import prepare

SYSTEM = Actor.system()
BEGUN_AT = datetime(2022, 9, 15, 9, tzinfo=ZONE)
AKIMATS = 270
TURNS = 40
SEARCHED = (
    *("отырыс", "Заседания Совета", "кенес отырысы", "медиатор", "достық үйлері", "домов дружбы"),
    *("Қарағанды", "акимат алматы", "публикаций", "жариялау", "8.1", "этносаралық", "форум"),
)


@dataclass(frozen=True, slots=True)
class Timed:
    """What was measured: a name, milliseconds at the middle and at 95 %, and queries (0 where they
    do not count)."""

    name: str
    middle: float
    slow: float
    queries: int = 0


@contextmanager
def stopwatch(found: list[Timed], name: str) -> Iterator[None]:
    """Time a block that is done once."""
    begun = time.perf_counter()
    yield
    taken = (time.perf_counter() - begun) * 1000
    found.append(Timed(name, taken, taken))


def measure() -> list[Timed]:
    """Build the installation in an empty database and measure everything."""
    found: list[Timed] = []
    prepare()
    call_command("collectstatic", interactive=False, verbosity=0)
    staff = people()
    act = generated(staff, found)
    reported(act)
    settle_statistics()
    found += pages(act)
    return found


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


def generated(staff: Staff, found: list[Timed]) -> Act:
    """The plan under control: the time is that of adoption as a whole, journal included."""
    demo = next(one for one in DemoAct.all() if one.number == "1014")
    reading = read(demo.text("kk"), at=staff.at, findings=[])
    with stopwatch(found, "generate all obligations of the plan"):
        act = adopt_act(SYSTEM, reading, at=BEGUN_AT, controlled_from=BEGUN_AT.date())
    found.append(Timed(f"obligations: {Obligation.objects.count()}", 0, 0))
    return act


def reported(act: Act) -> None:
    """Write reports on two thirds of what fell due, as many as three in four accepted."""
    due = act.obligations.filter(outcome="", due_on__lt=day_of(now())).order_by("pk")
    rows = [one for place, one in enumerate(due) if place % 3]
    sent = Submission.objects.bulk_create(
        [
            Submission(
                obligation=one,
                number=1,
                text_kk="Жұмыс жүргізілді.",
                text_ru="Работа проведена.",
                at=at_of(one, place),
            )
            for place, one in enumerate(rows)
        ],
        batch_size=2000,
    )
    judged = [one for place, one in enumerate(sent) if place % 4]
    Review.objects.bulk_create(
        [Review(submission=one, accepted=True, at=one.at) for one in judged], batch_size=2000
    )
    accepted = {one.obligation_id for one in judged}
    for place, one in enumerate(rows):
        one.first_submitted_on = day_of(at_of(one, place))
        one.outcome = "accepted" if one.pk in accepted else ""
        one.stage = "" if one.pk in accepted else "submitted"
    Obligation.objects.bulk_update(
        rows, ["first_submitted_on", "outcome", "stage"], batch_size=1000
    )
    pass_over_facts(at=now(), before=now())


def at_of(one: Obligation, place: int) -> datetime:
    """When a report came: mostly in time."""
    on = one.due_on + timedelta(days=10 if place % 7 == 0 else -3)
    return datetime(on.year, on.month, on.day, 12, tzinfo=ZONE)


def settle_statistics() -> None:
    """Let PostgreSQL know its tables, as an installation's does by itself within a minute."""
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE")


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
        yield asked(name, client, [address])
    yield asked("search", coordinator, [f"{reverse('search')}?q={word}" for word in SEARCHED])


def signed_in(email: str) -> Client:
    """A reader who has signed in."""
    client = Client(SERVER_NAME="127.0.0.1")
    client.force_login(Account.objects.get(email=email))
    return client


def asked(name: str, client: Client, addresses: Sequence[str]) -> Timed:
    """Ask each address in turn, once to warm up and then `TURNS` times."""
    for address in addresses:
        answer = client.get(address)
        if answer.status_code != 200:
            raise RuntimeError(f"{address} answers {answer.status_code}")
    with CaptureQueriesContext(connection) as captured:
        client.get(addresses[0])
    taken = [timed(client, addresses[turn % len(addresses)]) for turn in range(TURNS)]
    cuts = statistics.quantiles(taken, n=20)
    return Timed(name, statistics.median(taken), cuts[-1], len(captured))


def timed(client: Client, address: str) -> float:
    """Milliseconds of one request inside the server."""
    begun = time.perf_counter()
    client.get(address)
    return (time.perf_counter() - begun) * 1000


def main() -> None:
    """Print what was measured, a line each: name, p50, p95, queries."""
    for one in measure():
        print(f"{one.name}\t{one.middle:.1f}\t{one.slow:.1f}\t{one.queries}", flush=True)
