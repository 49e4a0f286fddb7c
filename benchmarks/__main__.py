"""Print how long the work takes that a person waits for.

    python -m benchmarks [NAME …]

Every figure is a whole process, from its start to its end, as a person at a terminal meets it:
the best of three runs, beside the time it is allowed. Others print tables of their own, on each
database that is here: `large` the pages of an installation of 100,000 obligations,
`registry_search` the search and the duplicates in a register of 50,000 people, `registry_import`
files of as many rows, `registry_pages` the pages of the demonstration's register.
"""

import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table

from tools.postgresql import postgresql_binaries, throwaway_server

ROOT = Path(__file__).resolve().parents[1]
ACTS = ROOT.parent / "shared" / "acts"
BIRLIK = [sys.executable, str(Path(sys.executable).with_name("birlik"))]
RUNS = 3
LONG_TEXT = 250_000
MODULE = "import django; django.setup(); from benchmarks import {0}; {0}.main()"
LARGE = ("large", "registry_import", "registry_search", "registry_pages")
"""What prints tables of its own on each database."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One row of the table: what is timed, and the seconds it may take."""

    name: str
    title: str
    allowed: float
    measure: Callable[[], float]


def timed(arguments: Sequence[str]) -> float:
    """Seconds that a command takes as a whole process.

    Raises `CalledProcessError` when it ends badly; 1 is fine, it means findings.
    """
    begun = time.perf_counter()
    ended = subprocess.run(arguments, stdout=subprocess.DEVNULL, check=False)
    seconds = time.perf_counter() - begun
    if ended.returncode not in {0, 1}:
        raise subprocess.CalledProcessError(ended.returncode, arguments)
    return seconds


def best(arguments: Sequence[str]) -> float:
    """The quickest of several runs: what the machine can do when nothing else disturbs it."""
    return min(timed(arguments) for _ in range(RUNS))


def read_long_text() -> float:
    """Read an act of 250 kB: the Russian concepts one after another, cut to length."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "long.ru.txt"
        text = b"".join(path.read_bytes() for path in sorted(ACTS.glob("*.ru.txt")))
        whole = (text * (LONG_TEXT // len(text) + 1))[:LONG_TEXT]
        place.write_bytes(whole.decode(errors="ignore").encode())
        return best([*BIRLIK, "act", "read", str(place), "--json"])


def read_plan() -> float:
    """Read the act whose action plan was flattened to text."""
    path = ACTS / "concept-2022-2026-with-plan.kk.txt"
    return best([*BIRLIK, "act", "read", str(path), "--json"])


def check_all() -> float:
    """Check all the acts together."""
    return best([*BIRLIK, "act", "check", *map(str, sorted(ACTS.glob("*.txt"))), "--json"])


def align() -> float:
    """Align the two texts of one act."""
    texts = [str(ACTS / f"concept-2030.{language}.txt") for language in ("kk", "ru")]
    return best([*BIRLIK, "act", "align", *texts, "--json"])


def read_deadline() -> float:
    """Read one deadline."""
    return best([*BIRLIK, "deadline", "read", "жыл сайын, 20 желтоқсанға дейін", "--json"])


def second_start() -> float:
    """Open Birlik for the second time, until it answers."""
    with tempfile.TemporaryDirectory() as folder:
        started(Path(folder))
        return min(started(Path(folder)) for _ in range(RUNS))


def started(var: Path) -> float:
    """Seconds from the command until the server answers; it is closed again.

    Raises RuntimeError when it closes by itself.
    """
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = {**os.environ, "BIRLIK_VAR": str(var), "PORT": str(port)}
    begun = time.perf_counter()
    server = subprocess.Popen([*BIRLIK, "serve"], env=environment, stdout=subprocess.DEVNULL)
    try:
        while server.poll() is None:
            with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
                return time.perf_counter() - begun
            time.sleep(0.02)
        raise RuntimeError("birlik serve closed by itself")
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait()


FIGURES = (
    Figure("deadline", "birlik deadline read", 0.3, read_deadline),
    Figure("read", "birlik act read, 250 kB of text", 2.0, read_long_text),
    Figure("plan", "birlik act read, the plan of 2022-2026", 2.0, read_plan),
    Figure("align", "birlik act align, the concept to 2030", 5.0, align),
    Figure("check", "birlik act check, four acts", 5.0, check_all),
    Figure("start", "birlik serve, the second start", 10.0, second_start),
)


def measure_large(module: str) -> None:
    """Print the figures of a large installation on SQLite, and on PostgreSQL where it is
    installed."""
    large_on("", module)
    binaries = postgresql_binaries()
    if binaries is None:
        print("PostgreSQL is not installed: its figures are left out.")
        return
    with throwaway_server(binaries) as address:
        large_on(address, module)


def large_on(database: str, module: str) -> None:
    """Build and measure what a module measures in a database ('' for SQLite), in a process of its
    own: Django can be set up only once.

    Raises `CalledProcessError` when it ends badly.
    """
    with tempfile.TemporaryDirectory() as var:
        environment = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "birlik.wiring.settings",
            "BIRLIK_VAR": var,
            "DATABASE_URL": database,
        }
        subprocess.run(
            [sys.executable, "-c", MODULE.format(module)], cwd=ROOT, env=environment, check=True
        )


def main(chosen: Sequence[str]) -> None:
    """Measure what was asked for, or everything, and print the tables."""
    table = Table("what", "seconds", "allowed")
    for figure in FIGURES:
        if not chosen or figure.name in chosen:
            table.add_row(figure.title, f"{figure.measure():.2f}", f"{figure.allowed:.1f}")
    if table.row_count:
        Console().print(table)
    for module in LARGE:
        if not chosen or module in chosen:
            measure_large(module)


if __name__ == "__main__":
    main(sys.argv[1:])
