"""Production refuses to start on defaults, and says which."""

import os
import subprocess
import sys

import pytest

from tools.check import environment

SAFE = {
    "BIRLIK_ENV": "production",
    "BIRLIK_SECRET_KEY": "s" * 50,
    "BIRLIK_HOSTS": "birlik.example",
    "DATABASE_URL": "postgres://birlik@127.0.0.1:1/birlik",
}


def started(**changes: str) -> subprocess.CompletedProcess[str]:
    """Import the settings in a process of its own, as every entry point does."""
    variables = {name: value for name, value in (SAFE | changes).items() if value}
    return subprocess.run(
        [sys.executable, "-c", "import birlik.wiring.settings as s; print(s.DEMONSTRATION)"],
        env={**environment(os.environ), **variables},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("BIRLIK_SECRET_KEY", ""),
        ("BIRLIK_SECRET_KEY", "short"),
        ("BIRLIK_HOSTS", ""),
        ("BIRLIK_HOSTS", "*"),
        ("BIRLIK_DEBUG", "true"),
        ("DATABASE_URL", ""),
    ],
)
def test_a_default_is_refused_by_name(name: str, value: str) -> None:
    """Each setting left at an unsafe value stops production, and only that one is named."""
    answer = started(**{name: value})
    assert answer.returncode != 0
    said = answer.stderr.rpartition("does not start in production:")[2]
    assert [line.split(":")[0].strip() for line in said.splitlines() if line] == [name]


def test_all_defaults_are_named_at_once() -> None:
    """Someone who set nothing is told everything that is missing."""
    answer = started(BIRLIK_SECRET_KEY="", BIRLIK_HOSTS="", DATABASE_URL="", BIRLIK_DEBUG="1")
    for name in ("BIRLIK_SECRET_KEY", "BIRLIK_HOSTS", "DATABASE_URL", "BIRLIK_DEBUG"):
        assert name in answer.stderr


def test_production_starts_when_nothing_is_left_at_its_default() -> None:
    """With all settings given, production starts and is no demonstration."""
    answer = started()
    assert (answer.returncode, answer.stdout.strip()) == (0, "False"), answer.stderr
