"""A PostgreSQL that lives as long as one command.

    python -m tools.postgresql MODULE [ARGUMENT …]

Starts a server in a temporary directory, reachable through a socket only, runs the Python module
with DATABASE_URL pointing at it, and removes everything whatever happens.
"""

import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

# Tests leave their tables empty: statistics gathered just then would mislead the planner, so there
# are to be none.
FAST = (
    "-c listen_addresses='' -c fsync=off -c synchronous_commit=off -c full_page_writes=off"
    " -c autovacuum=off"
)


def postgresql_binaries() -> Path | None:
    """The folder with the newest server's `initdb` and `pg_ctl`; None where there is none."""
    places = Path("/usr/lib/postgresql").glob("*/bin/initdb")
    newest = max(places, key=lambda place: int(place.parts[-3]), default=None)
    return newest.parent if newest else None


def owner() -> str:
    """The account that runs the server: oneself, or as root (which initdb refuses) another."""
    if os.geteuid() != 0:
        return ""
    accounts = {entry.pw_name for entry in pwd.getpwall()}
    return next(name for name in ("postgres", "nobody") if name in accounts)


@contextmanager
def throwaway_server(binaries: Path) -> Iterator[str]:
    """Run a server; yield its DATABASE_URL; stop it and remove its files on the way out.

    Raises `subprocess.CalledProcessError` when the server cannot be made or started.
    """
    # The name is short because a socket's path may not pass 107 bytes.
    folder = Path(tempfile.mkdtemp(prefix="pg-"))
    account = owner()
    if account:
        shutil.chown(folder, account)

    def ask(program: str, *arguments: str) -> None:
        subprocess.run(
            [binaries / program, "--pgdata", folder / "data", *arguments],
            user=account or None,
            cwd=folder,
            check=True,
            stdout=subprocess.DEVNULL,
        )

    try:
        ask("initdb", "--username=birlik", "--auth=trust", "--encoding=UTF8", "--no-sync")
        ask("pg_ctl", "start", "--wait", "--log", str(folder / "log"), "-o", f"{FAST} -k {folder}")
        # "postgres" is the database every new server has, empty.
        yield f"postgres://birlik@{quote(str(folder), safe='')}/postgres"
    finally:
        if (folder / "data" / "postmaster.pid").exists():
            ask("pg_ctl", "stop", "--mode=immediate")
        shutil.rmtree(folder)


def main(arguments: Sequence[str]) -> int:
    """Run a Python module beside a server of its own; its exit code."""
    binaries = postgresql_binaries()
    if binaries is None:
        print("PostgreSQL is not installed: no initdb in /usr/lib/postgresql/*/bin")
        return 1
    # Told to end, the program must still stop the server: so the signal becomes an exception.
    signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(128 + number))
    with throwaway_server(binaries) as address:
        environment = {**os.environ, "DATABASE_URL": address}
        return subprocess.call([sys.executable, "-m", *arguments], env=environment)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
