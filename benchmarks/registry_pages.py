"""The demonstration's register at full scale: how long it takes to load, and each of its pages.

Run by `python -m benchmarks registry_pages`, once for each database, with Django set up. Pages are
asked through the whole server, as the secretary of a region and as the coordinator of all.
"""

import time
from collections.abc import Callable, Iterator
from datetime import datetime

from django.core.management import call_command
from django.http import StreamingHttpResponse
from django.test import Client
from django.urls import reverse
from django.utils.timezone import now

from benchmarks.large import (
    PAGE,
    Timed,
    asked,
    begin_serving,
    print_table,
    settle_statistics,
    signed_in,
)
from birlik.base.registry.models import Structure
from birlik.base.registry.tasks.duplicates import seek_nightly
from birlik.wiring import foundations
from birlik.wiring.demo.people import Staff
from birlik.wiring.demo.register import register_events
from birlik.wiring.prepare import prepare

LOADING, EXPORT, SEEKING = 120_000.0, 10_000.0, 120_000.0
"""Milliseconds that are allowed."""
THEN = "2025-11-20"


def measure() -> Iterator[Timed]:
    """Build the register in an empty database and measure everything."""
    prepare()
    call_command("collectstatic", interactive=False, verbosity=0)
    events = register_events()
    foundations.lay(at=events[0][0])
    staff = Staff(at=events[0][0], secret="!")
    yield once("take in the register", lambda: loaded(events, staff), LOADING)
    settle_statistics()
    begin_serving()
    yield from pages()
    yield once("all structures as XLSX", lambda: exported("xlsx"), EXPORT)
    yield once("all structures as CSV", lambda: exported("csv"), EXPORT)
    yield once("look for duplicates", lambda: seek_nightly(at=now()), SEEKING)


def loaded(events: tuple[tuple[datetime, Callable[[Staff], None]], ...], staff: Staff) -> None:
    """What happens to the register, done."""
    for _at, happen in events:
        happen(staff)


def pages() -> Iterator[Timed]:
    """Every page that counts or lists, for one region and for all."""
    for office in ("secretary", "coordinator"):
        client = signed_in(f"{office}@birlik.example")
        for name, address in addresses().items():
            yield asked(f"{name}, {office}", client, [address], allowed=PAGE)
    secretary = signed_in("secretary@birlik.example")
    for name in ("people", "terms"):
        yield asked(f"{name}, secretary", secretary, [reverse(name)], allowed=PAGE)


def addresses() -> dict[str, str]:
    """Name → address, of the secretary's region where there is one body to show."""
    near = Structure.objects.filter(territory__code="350000000")
    body = near.filter(kind="ethnocultural_association").first()
    assembly = near.filter(kind="regional_assembly").first()
    assert body is not None
    assert assembly is not None
    structures = reverse("structures")
    seats = reverse("structure_offices", args=(assembly.pk,))
    return {
        "list": structures,
        "list, one kind": f"{structures}?kind=mothers_council",
        f"list as of {THEN}": f"{structures}?on={THEN}",
        "tree": reverse("structures_tree"),
        "card of an association": reverse("structure", args=(body.pk,)),
        "card of the assembly": reverse("structure", args=(assembly.pk,)),
        f"composition as of {THEN}": f"{seats}?on={THEN}",
        "map": reverse("statistics"),
        "years": reverse("statistics_years"),
        "people in numbers": reverse("statistics_people"),
        "acts and register": reverse("statistics_figures"),
        "what cards lack": reverse("statistics_gaps"),
    }


def exported(ending: str) -> None:
    """The whole list as a file, read to its end."""
    client: Client = signed_in("coordinator@birlik.example")
    answer = client.get(f"{reverse('structures')}?format={ending}")
    assert answer.status_code == 200
    if isinstance(answer, StreamingHttpResponse):
        assert b"".join(answer)


def once(name: str, work: Callable[[], object], allowed: float) -> Timed:
    """What is done once."""
    begun = time.perf_counter()
    work()
    taken = (time.perf_counter() - begun) * 1000
    return Timed(name, taken, taken, allowed)


def main() -> None:
    """Print a table of what was measured."""
    print_table(measure())
