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


REPORT = (
    "import birlik.wiring.settings as s;"
    "print(s.DEMONSTRATION, f'secure={s.DEMONSTRATION or s.SECURE_SSL_REDIRECT}', *s.ALLOWED_HOSTS)"
)


def started(**changes: str) -> subprocess.CompletedProcess[str]:
    """Import the settings in a process of its own, as every entry point does."""
    variables = {name: value for name, value in (SAFE | changes).items() if value}
    return subprocess.run(
        [sys.executable, "-c", REPORT],
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


def test_a_misspelt_kind_of_installation_is_refused() -> None:
    """What is neither production nor a demonstration never opens as a demonstration."""
    answer = started(BIRLIK_ENV="Production")
    assert answer.returncode != 0
    assert "'Production' is neither demo nor production" in answer.stderr


def test_hosts_may_stand_apart() -> None:
    """Spaces after the commas between hosts are no part of the hosts."""
    answer = started(BIRLIK_HOSTS="birlik.example, www.birlik.example", BIRLIK_TLS="off")
    assert answer.returncode == 0, answer.stderr
    assert "www.birlik.example" in answer.stdout.split()
    assert "secure=False" in answer.stdout.split()


def test_production_starts_when_nothing_is_left_at_its_default() -> None:
    """With all settings given, production starts and is no demonstration."""
    answer = started()
    assert (answer.returncode, answer.stdout.strip()) == (
        0,
        "False secure=True birlik.example",
    ), answer.stderr


COOKIES = (
    "import birlik.wiring.settings as s;"
    "print(s.SESSION_COOKIE_SECURE, s.CSRF_COOKIE_SECURE, s.SECURE_HSTS_SECONDS >= 31536000)"
)


def test_production_sends_cookies_over_tls_alone() -> None:
    """In production cookies are secure and browsers are told to stay with TLS for a year."""
    answer = subprocess.run(
        [sys.executable, "-c", COOKIES],
        env={**environment(os.environ), **SAFE},
        capture_output=True,
        text=True,
        check=True,
    )
    assert answer.stdout.split() == ["True", "True", "True"]
