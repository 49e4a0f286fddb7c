"""`birlik serve`: prepares the installation, then runs the server, the worker and the clock.

All live and die with this process: it passes SIGINT and SIGTERM on. A worker that ends by itself is
started anew a few times; when it will not stay, or the server ends, everything is closed and the
part is named. The clock looks once a minute whether a turn of the worker's work is due.
"""

import asyncio
import logging
import os
import signal
import socket
import sys
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, field
from typing import Annotated

import typer
from django.conf import settings
from django.core.management import call_command
from django.db import connections
from django.utils.translation import gettext as _
from django.utils.translation import override
from rich.console import Console
from rich.table import Column, Table

from birlik.base.values.clock import SystemClock
from birlik.faces.console.terminal import terminal_language
from birlik.wiring import demo
from birlik.wiring.prepare import prepare
from birlik.wiring.schedule import enqueue_due

HOST = "127.0.0.1"
PATIENCE = 30.0
"""Seconds that a part may take to end when asked."""
RESTARTS = 5
"""How often within `RESTART_SPAN` seconds the worker is started anew."""
RESTART_SPAN = 3600.0
PAUSE = 2.0
"""Seconds before the worker is started anew the first time; each further time doubles them."""
TICK = 60.0
"""Seconds between two looks at the clock."""
LOG = logging.getLogger(__name__)

app = typer.Typer(help="Run the server and the worker.")


@app.command()
def serve(port: Annotated[int, typer.Option(envvar="PORT", min=1, max=65535)] = 8000) -> None:
    """Prepare the database, static files and demonstration, then serve until told to end.

    Exit codes: 0 ended as asked, 1 the port is taken or a part ended by itself.
    """
    with override(terminal_language()):
        if is_taken(port):
            print_line(
                _("Port %(port)s is taken. Choose another: PORT=%(next)s make run")
                % {"port": port, "next": port + 1}
            )
            raise typer.Exit(1)
        open_up()
        raise typer.Exit(asyncio.run(supervise(port)))


def is_taken(port: int) -> bool:
    """Whether something already listens on the port of this machine."""
    with closing(socket.socket()) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return True
        return False


def open_up() -> None:
    """Bring database, static files and demonstration up to date; repeating is safe."""
    prepare()
    call_command("collectstatic", interactive=False, verbosity=0)
    if settings.DEMONSTRATION:
        demo.load()


def server_command(port: int) -> list[str]:
    """The web server's command line: one process keeps the chart engine warm, threads serve."""
    return [
        *[sys.executable, "-m", "gunicorn", "birlik.wiring.wsgi"],
        *["--bind", f"{HOST}:{port}", "--threads", "8", "--log-level", "warning"],
        # gunicorn 27 writes its control socket into the home directory, which may be read-only.
        "--no-control-socket",
    ]


def worker_command() -> list[str]:
    """The worker's command line."""
    return [sys.executable, "-m", "birlik.wiring.console", "worker"]


@dataclass
class Worker:
    """The worker as it is kept running: its present child, and when it was started anew."""

    child: asyncio.subprocess.Process
    restarts: list[float] = field(default_factory=list)

    async def keep(self) -> None:
        """Start the worker anew whenever it ends by itself; return when it will not stay."""
        while True:
            await self.child.wait()
            now = asyncio.get_running_loop().time()
            self.restarts = [at for at in self.restarts if now - at < RESTART_SPAN]
            if len(self.restarts) >= RESTARTS:
                return
            self.restarts.append(now)
            print_line(
                _("The worker ended by itself and is started anew (%(number)s of %(most)s).")
                % {"number": len(self.restarts), "most": RESTARTS}
            )
            await asyncio.sleep(PAUSE * 2 ** (len(self.restarts) - 1))
            self.child = await begin(worker_command())


async def supervise(port: int) -> int:
    """Run server, worker and clock until a signal comes or a part ends for good; the exit code."""
    asked = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        asyncio.get_running_loop().add_signal_handler(number, asked.set)
    server = await begin(server_command(port))
    worker = Worker(await begin(worker_command()))
    ends = [asyncio.create_task(server.wait()), asyncio.create_task(worker.keep())]
    beside = [asyncio.create_task(announce(port)), asyncio.create_task(keep_time())]
    waiting = [*ends, asyncio.create_task(asked.wait())]
    await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
    names = (_("The server"), _("The worker"))
    fallen = [name for name, ended in zip(names, ends, strict=True) if ended.done()]
    for one in (ends[1], *beside):
        one.cancel()
    # A worker that is just being started must be known before it can be ended.
    await asyncio.wait(ends[1:])
    await asyncio.gather(end(server), end(worker.child))
    for name in fallen:
        print_line(_("%(part)s ended by itself; Birlik is closed.") % {"part": name})
    return 1 if fallen else 0


async def keep_time() -> None:
    """Look at the clock again and again, in a thread of its own because the database waits."""
    while True:
        await asyncio.to_thread(look_at_clock)
        await asyncio.sleep(TICK)


def look_at_clock() -> None:
    """Begin what is due; a failure is told and tried again at the next look."""
    try:
        enqueue_due(SystemClock().now())
    except Exception:
        LOG.exception("what is due could not be begun")
    finally:
        connections.close_all()


async def begin(command: Sequence[str]) -> asyncio.subprocess.Process:
    """Start a child in a session of its own, so that Ctrl-C reaches it through us and only once;
    it is ended when we are, even where we are killed and cannot tell it."""
    tied = (sys.executable, "-m", "birlik.wiring.tied", str(os.getpid()))
    return await asyncio.create_subprocess_exec(*tied, *command, start_new_session=True)


async def end(child: asyncio.subprocess.Process) -> None:
    """Ask a child to end, and after `PATIENCE` seconds end it."""
    if child.returncode is None:
        child.terminate()
    try:
        await asyncio.wait_for(child.wait(), PATIENCE)
    except TimeoutError:
        child.kill()
        await child.wait()


async def announce(port: int) -> None:
    """Wait until the server answers, then print the address and who may sign in."""
    while not await answers(port):
        await asyncio.sleep(0.1)
    print_line(
        _("Birlik is open at %(address)s — Ctrl-C closes it.")
        % {"address": f"http://{HOST}:{port}"}
    )
    if settings.DEMONSTRATION:
        heads = (_("Who"), _("Sign-in"), _("Password"), _("Office"))
        # What is to be copied is never cut or broken, however narrow the terminal.
        table = Table(
            *(Column(head, no_wrap=number in {1, 2}) for number, head in enumerate(heads))
        )
        for row in demo.accounts(terminal_language()):
            table.add_row(*row)
        Console().print(table)


async def answers(port: int) -> bool:
    """Whether the server answers a request yet: its port is open before it can."""
    host = settings.ALLOWED_HOSTS[0].lstrip(".")
    try:
        reader, writer = await asyncio.open_connection(HOST, port)
        writer.write(f"HEAD / HTTP/1.0\r\nHost: {host}\r\n\r\n".encode())
        answer = await reader.read(5)
        writer.close()
    except OSError:
        return False
    return answer.startswith(b"HTTP")


def print_line(text: str) -> None:
    """Print a line at once, links and brackets as they are."""
    Console().print(text, markup=False, highlight=False, soft_wrap=True)
