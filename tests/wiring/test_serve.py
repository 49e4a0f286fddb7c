"""`birlik serve`: server and worker live and die together."""

import asyncio
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from django.utils.translation import override
from typer.testing import CliRunner

from birlik.wiring import serve
from birlik.wiring.serve import app, is_taken, server_command, supervise, worker_command

SLEEPS = [sys.executable, "-c", "import time; time.sleep(60)"]
ENDS = [sys.executable, "-c", "raise SystemExit(0)"]
DEAF = """
import pathlib, signal, sys, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
pathlib.Path(sys.argv[1]).touch()
time.sleep(60)
"""
"""Does not listen when it is asked to end, and leaves a mark once that is so."""
PATIENCE = 60.0
"""Seconds after which something that ought to happen does not; only a busy machine needs many."""


@pytest.fixture
def free_port() -> int:
    """A port on which nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def taken_port() -> Iterator[int]:
    """A port on which somebody listens."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        yield listener.getsockname()[1]


def run(
    monkeypatch: pytest.MonkeyPatch,
    port: int,
    server: list[str],
    worker: list[str],
    look: Callable[[], None] = lambda: None,
) -> tuple[int, list[int]]:
    """Supervise two stand-ins; the exit code, and the children's own."""
    children: list[asyncio.subprocess.Process] = []
    begin = serve.begin

    async def remembered(command: list[str]) -> asyncio.subprocess.Process:
        children.append(await begin(command))
        return children[-1]

    monkeypatch.setattr(serve, "begin", remembered)
    monkeypatch.setattr(serve, "PAUSE", 0.01)
    monkeypatch.setattr(serve, "look_at_clock", look)
    monkeypatch.setattr(serve, "server_command", lambda _port: server)
    monkeypatch.setattr(serve, "worker_command", lambda: worker)
    with override("en"):
        code = asyncio.run(supervise(port))
    return code, [child.returncode for child in children if child.returncode is not None]


def ask_to_end_when(
    happened: Callable[[], object], number: signal.Signals = signal.SIGTERM
) -> None:
    """Send this process a signal as soon as something has happened, or ought to have."""

    def wait() -> None:
        end = time.monotonic() + PATIENCE
        while not happened() and time.monotonic() < end:
            time.sleep(0.02)
        os.kill(os.getpid(), number)

    threading.Thread(target=wait).start()


def test_a_taken_port_is_seen(free_port: int, taken_port: int) -> None:
    """A port is taken when somebody listens on it, and free otherwise."""
    assert not is_taken(free_port)
    assert is_taken(taken_port)


def test_a_taken_port_is_refused_with_a_way_out(
    taken_port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is started on a taken port; the message says how to choose another."""
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    monkeypatch.delenv("LC_ALL", raising=False)
    answer = CliRunner().invoke(app, ["--port", str(taken_port)])
    assert answer.exit_code == 1
    assert f"PORT={taken_port + 1} make run" in answer.output


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_both_and_is_no_failure(
    number: signal.Signals, monkeypatch: pytest.MonkeyPatch, free_port: int
) -> None:
    """Asked to end, both children are ended and the exit code is 0."""
    end_after(monkeypatch, 2, number)
    assert run(monkeypatch, free_port, SLEEPS, SLEEPS) == (0, [-signal.SIGTERM, -signal.SIGTERM])


def test_when_the_server_ends_by_itself_the_worker_is_ended(
    monkeypatch: pytest.MonkeyPatch, free_port: int, capfd: pytest.CaptureFixture[str]
) -> None:
    """Without a server there is no Birlik: the exit code is 1 and the part is named."""
    code, ends = run(monkeypatch, free_port, ENDS, SLEEPS)
    assert code == 1
    assert sorted(ends) == [-signal.SIGTERM, 0]
    assert "The server ended by itself; Birlik is closed." in capfd.readouterr().out


def test_a_worker_that_will_not_stay_closes_everything(
    monkeypatch: pytest.MonkeyPatch, free_port: int, capfd: pytest.CaptureFixture[str]
) -> None:
    """A worker that ends at once is started anew five times, each told; then all is closed."""
    code, ends = run(monkeypatch, free_port, SLEEPS, ENDS)
    assert code == 1
    assert sorted(ends) == [-signal.SIGTERM, *[0] * 6]
    told = capfd.readouterr().out
    assert [f"({number} of 5)" in told for number in range(1, 7)] == [True] * 5 + [False]
    assert "The worker ended by itself; Birlik is closed." in told


def test_a_worker_that_ended_once_is_started_anew(
    monkeypatch: pytest.MonkeyPatch, free_port: int, tmp_path: Path
) -> None:
    """After the worker was killed once a new one works, and the server was never touched."""
    mark = tmp_path / "been"
    once = [
        *[sys.executable, "-c"],
        f"import pathlib, time; p = pathlib.Path({str(mark)!r}); been = p.exists(); p.touch(); "
        "time.sleep(60 * been)",
    ]
    end_after(monkeypatch, 3)
    code, ends = run(monkeypatch, free_port, SLEEPS, once)
    assert (code, ends) == (0, [-signal.SIGTERM, 0, -signal.SIGTERM])


def test_ends_long_ago_are_forgiven(monkeypatch: pytest.MonkeyPatch, free_port: int) -> None:
    """Only the restarts of the last hour count: with none remembered the worker is started anew
    more often than five times."""
    monkeypatch.setattr(serve, "RESTART_SPAN", 0.0)
    end_after(monkeypatch, 8)
    assert run(monkeypatch, free_port, SLEEPS, ENDS)[0] == 0


SUPERVISES = """
import asyncio, os, sys
os.environ["DJANGO_SETTINGS_MODULE"] = "birlik.wiring.settings"
import django; django.setup()
from birlik.wiring import serve
begin = serve.begin
async def told(command):
    child = await begin(command)
    print(child.pid, flush=True)
    return child
sleeps = [sys.executable, "-c", "import time; time.sleep(60)"]
serve.begin, serve.look_at_clock = told, lambda: None
serve.server_command, serve.worker_command = lambda _port: sleeps, lambda: sleeps
asyncio.run(serve.supervise(1))
"""
"""A process that supervises two stand-ins and prints their numbers."""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells children of a parent's death")
def test_nobody_outlives_a_supervisor_that_was_killed() -> None:
    """Killed without a word, `birlik serve` leaves neither a server that keeps the port nor a
    worker."""
    command = [sys.executable, "-c", SUPERVISES]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as supervisor:
        assert supervisor.stdout
        children = [int(supervisor.stdout.readline()) for _child in range(2)]
        assert all(Path(f"/proc/{child}").exists() for child in children)
        supervisor.kill()
    end = time.monotonic() + PATIENCE
    while any(is_running(child) for child in children):
        assert time.monotonic() < end
        time.sleep(0.05)


def is_running(child: int) -> bool:
    """Whether a process runs: one that ended may stay as a name until somebody asks for it."""
    try:
        state = Path(f"/proc/{child}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    except FileNotFoundError:
        return False
    return state[0] != "Z"


def end_after(
    monkeypatch: pytest.MonkeyPatch, count: int, number: signal.Signals = signal.SIGTERM
) -> None:
    """Ask this process to end when so many children were begun."""
    begun: list[object] = []
    begin = serve.begin

    async def counted(command: list[str]) -> asyncio.subprocess.Process:
        child = await begin(command)
        begun.append(child)
        return child

    monkeypatch.setattr(serve, "begin", counted)
    ask_to_end_when(lambda: len(begun) >= count, number)


def test_the_clock_is_looked_at_again_and_again(
    monkeypatch: pytest.MonkeyPatch, free_port: int
) -> None:
    """While the server runs what is due is begun, and a failure does not stop the clock."""
    looks: list[datetime] = []

    def fails(at: datetime) -> None:
        looks.append(at)
        raise RuntimeError("no database")

    monkeypatch.setattr(serve, "TICK", 0.05)
    monkeypatch.setattr(serve, "enqueue_due", fails)
    ask_to_end_when(lambda: len(looks) > 2)
    code, _ends = run(monkeypatch, free_port, SLEEPS, SLEEPS, look=serve.look_at_clock)
    assert code == 0
    assert len(looks) > 2


def test_a_child_that_does_not_listen_is_killed(
    monkeypatch: pytest.MonkeyPatch, free_port: int, tmp_path: Path
) -> None:
    """A child deaf to the request is ended after the time it was given."""
    mark = tmp_path / "deaf"
    monkeypatch.setattr(serve, "PATIENCE", 3.0)
    ask_to_end_when(mark.exists)
    deaf = [sys.executable, "-c", DEAF, str(mark)]
    assert run(monkeypatch, free_port, deaf, SLEEPS)[1] == [-signal.SIGKILL, -signal.SIGTERM]


def test_the_address_and_the_accounts_are_printed_when_the_server_answers(
    monkeypatch: pytest.MonkeyPatch, free_port: int, capfd: pytest.CaptureFixture[str]
) -> None:
    """The address and who may sign in are told once the server accepts connections."""
    listens = [
        *[sys.executable, "-m", "http.server", str(free_port), "--bind", "127.0.0.1"],
    ]
    asked: list[object] = []

    def accounts(language: object) -> list[tuple[str, ...]]:
        asked.append(language)
        return [("Ayan", "a@b.kz", "secret", "Chair")]

    monkeypatch.setattr(serve.demo, "accounts", accounts)
    ask_to_end_when(lambda: asked)
    run(monkeypatch, free_port, listens, SLEEPS)
    printed = capfd.readouterr().out
    assert f"http://127.0.0.1:{free_port}" in printed
    assert "a@b.kz" in printed


def test_the_server_is_reachable_from_this_machine_only() -> None:
    """gunicorn listens on the loopback address and leaves no socket in the home directory."""
    command = server_command(8000)
    assert "127.0.0.1:8000" in command
    assert "--no-control-socket" in command


def test_the_worker_is_birliks_own() -> None:
    """The worker is the one that takes up what a worker before it was killed over."""
    assert worker_command()[1:] == ["-m", "birlik.wiring.console", "worker"]
