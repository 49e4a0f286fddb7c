"""An installation of its own, in processes that can be killed, and a browser that asks it."""

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from http.cookies import SimpleCookie
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit, urlunsplit

import psycopg

from birlik.wiring.serve import HOST, server_command, worker_command
from tests.wiring.kill_world import PASSWORD

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 90.0
"""Seconds after which something that ought to happen does not; only a busy machine needs many."""
WORLD = "import django; django.setup(); from tests.wiring.kill_world import main; main()"
LOST = (OSError, HTTPException)
"""What a request ends with when the server is killed."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the server answered."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def said(self) -> Any:
        """The body as JSON."""
        return json.loads(self.body)


@dataclass(slots=True)
class Browser:
    """Asks the server, with its cookies or with a key; every request is a connection of its own."""

    port: int
    key: str = ""
    cookies: dict[str, str] = field(default_factory=dict)

    def ask(
        self, method: str, path: str, body: bytes = b"", headers: Mapping[str, str] | None = None
    ) -> Answer:
        """The answer; raises one of `LOST` when there is none."""
        sent = {
            "Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items()),
            "X-CSRFToken": self.cookies.get("csrftoken", ""),
            **({"Authorization": f"Bearer {self.key}"} if self.key else {}),
            **(headers or {}),
        }
        line = HTTPConnection(HOST, self.port, timeout=PATIENCE)
        try:
            line.request(method, path, body, sent)
            answer = line.getresponse()
            content = answer.read()
        finally:
            line.close()
        for one in answer.headers.get_all("Set-Cookie", []):
            self.cookies |= {name: value.value for name, value in SimpleCookie(one).items()}
        return Answer(answer.status, dict(answer.headers), content)

    def get(self, path: str) -> Answer:
        """A page."""
        return self.ask("GET", path)

    def post(self, path: str, **entered: object) -> Answer:
        """What a form is answered with."""
        form = {"Content-Type": "application/x-www-form-urlencoded"}
        return self.ask("POST", path, urlencode(entered).encode(), form)

    def bring(self, path: str, name: str, content: bytes) -> Answer:
        """What a form with a file is answered with."""
        mark = "----birlik"
        head = f'--{mark}\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n\r\n'
        body = head.encode() + content + f"\r\n--{mark}--\r\n".encode()
        return self.ask(
            "POST", path, body, {"Content-Type": f"multipart/form-data; boundary={mark}"}
        )

    def tell(self, path: str, told: object) -> Answer:
        """What JSON is answered with."""
        return self.ask(
            "POST", path, json.dumps(told).encode(), {"Content-Type": "application/json"}
        )

    def sign_in(self, name: str) -> "Browser":
        """This browser, signed in as somebody of the plan."""
        self.get("/account/login/")
        email = f"{name}@birlik.example"
        assert self.post("/account/login/", login=email, password=PASSWORD).status == 302
        return self


@dataclass(slots=True)
class Installation:
    """An installation with its processes: each leads a group, which is killed as a whole."""

    folder: Path
    environment: Mapping[str, str]
    world: subprocess.Popen[str]
    port: int = 0
    facts: Mapping[str, Any] = field(default_factory=dict)
    server: subprocess.Popen[bytes] | None = None
    worker: subprocess.Popen[bytes] | None = None

    def ask(self, question: str, *given: object) -> Any:
        """What is stored, as `kill_world` answers."""
        assert self.world.stdin and self.world.stdout
        self.world.stdin.write(json.dumps([question, *given]) + "\n")
        self.world.stdin.flush()
        return json.loads(self.world.stdout.readline())

    def begin(self, command: list[str]) -> subprocess.Popen[bytes]:
        """Start a process that leads a group of its own."""
        return subprocess.Popen(
            command, env=self.environment, cwd=self.folder, start_new_session=True
        )

    def open(self) -> None:
        """Start the server; return when it answers."""
        self.server = self.begin(server_command(self.port))
        wait_for(self.answers)

    def answers(self) -> bool:
        """Whether the server answers."""
        assert self.server and self.server.poll() is None
        try:
            return Browser(self.port).get("/account/login/").status == 200
        except LOST:
            return False

    def employ(self) -> None:
        """Start the worker."""
        self.worker = self.begin(worker_command())

    def kill_server(self) -> None:
        """End the server's group without a word."""
        kill(self.server)

    def kill_worker(self) -> None:
        """End the worker's group without a word."""
        kill(self.worker)

    def browser(self) -> Browser:
        """A browser in English that has not signed in."""
        return Browser(self.port, cookies={"birlik_language": "en"})


def kill(child: subprocess.Popen[Any] | None) -> None:
    """End a process and its group as a power cut would: they are not asked."""
    if child is not None:
        try:
            os.killpg(child.pid, signal.SIGKILL)
        except ProcessLookupError:
            return
        finally:
            child.wait()


def wait_for(happened: Callable[[], object], pause: float = 0.05) -> None:
    """Return when something has happened; fail when it never does."""
    end = time.monotonic() + PATIENCE
    while not happened():
        assert time.monotonic() < end, "it never happened"
        time.sleep(pause)


@contextmanager
def installed() -> Iterator[Installation]:
    """An installation in a folder and database of its own; nothing of it is left afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="birlik-kill-"))
    with own_database() as address:
        environment = environment_of(folder, address)
        world = subprocess.Popen(
            [sys.executable, "-c", WORLD],
            env=environment,
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        made = Installation(folder, environment, world)
        try:
            assert world.stdout
            made.facts = json.loads(world.stdout.readline())
            made.port = free_port()
            yield made
        finally:
            for child in (made.server, made.worker, world):
                kill(child)
            shutil.rmtree(folder)


def free_port() -> int:
    """A port on which nobody listens."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


def environment_of(folder: Path, database: str) -> dict[str, str]:
    """The environment of its processes: nothing of a test run, nor of another installation."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("BIRLIK_", "COV", "PYTEST", "PORT", "DATABASE_URL"))
    }
    return {
        **kept,
        "BIRLIK_VAR": str(folder),
        "DJANGO_SETTINGS_MODULE": "birlik.wiring.settings",
        **({"DATABASE_URL": database} if database else {}),
    }


@contextmanager
def own_database() -> Iterator[str]:
    """The address of a database on the server that the suite uses; '' for a file of SQLite."""
    address = os.environ.get("DATABASE_URL", "")
    if not address.startswith("postgres"):
        yield ""
        return
    name = f"birlik_kill_{os.getpid()}"
    with psycopg.connect(address, autocommit=True) as line:
        line.execute(f"CREATE DATABASE {name}")
    try:
        yield urlunsplit(urlsplit(address)._replace(path=f"/{name}"))
    finally:
        with psycopg.connect(address, autocommit=True) as line:
            line.execute(f"DROP DATABASE {name} WITH (FORCE)")
