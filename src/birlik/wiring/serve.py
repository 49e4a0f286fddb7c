"""`birlik serve`: prepares the installation, then runs the server and the worker together.

Both live and die with this process: it passes SIGINT and SIGTERM on, and when one of the two ends
by itself it ends the other and says so.
"""

import asyncio
import signal
import socket
import sys
from collections.abc import Sequence
from contextlib import closing
from typing import Annotated

import typer
from django.conf import settings
from django.core.management import call_command
from django.utils.translation import gettext as _
from django.utils.translation import override
from rich.console import Console
from rich.table import Column, Table

from birlik.faces.console.terminal import terminal_language
from birlik.wiring import demo
from birlik.wiring.prepare import prepare

HOST = "127.0.0.1"
PATIENCE = 30.0
"""Seconds that a part may take to end when asked."""

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
    return [sys.executable, "-m", "django", "db_worker", "--no-reload", "--no-startup-delay"]


async def supervise(port: int) -> int:
    """Run server and worker until a signal comes or one of them ends; the exit code."""
    asked = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        asyncio.get_running_loop().add_signal_handler(number, asked.set)
    children = [await begin(server_command(port)), await begin(worker_command())]
    ends = [asyncio.create_task(child.wait()) for child in children]
    opening = asyncio.create_task(announce(port))
    waiting = [*ends, asyncio.create_task(asked.wait())]
    await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
    opening.cancel()
    names = (_("The server"), _("The worker"))
    fallen = [name for name, ended in zip(names, ends, strict=True) if ended.done()]
    await asyncio.gather(*map(end, children))
    for name in fallen:
        print_line(_("%(part)s ended by itself; Birlik is closed.") % {"part": name})
    return 1 if fallen else 0


async def begin(command: Sequence[str]) -> asyncio.subprocess.Process:
    """Start a child in a session of its own, so that Ctrl-C reaches it through us and only once."""
    return await asyncio.create_subprocess_exec(*command, start_new_session=True)


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
