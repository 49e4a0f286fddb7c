"""The first account is opened from the console."""

from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from typer.testing import CliRunner

from birlik.base.registry.models import Account, Appointment
from birlik.faces.console.accounts import app
from birlik.wiring import foundations
from tests.base.obligations.drafts import AT

pytestmark = pytest.mark.django_db
SECRET = "жеті-өзен-42"
ORDER = ["--name", "А. Бірінші", "--office", "coordinator", "--body", "мам", "--ground", "№ 1"]


@pytest.fixture(autouse=True)
def _founded(settings: Any, tmp_path: Path) -> None:
    """An installation with its foundations."""
    settings.MEDIA_ROOT = tmp_path
    foundations.lay(at=AT)


def opened(*options: str, email: str = "first@birlik.example", secret: str = SECRET) -> int:
    """The exit code of opening an account."""
    command = ["open", email, *ORDER, *options]
    return CliRunner().invoke(app, command, input=f"{secret}\n{secret}\n").exit_code


def test_first_account_can_sign_in(client: Client) -> None:
    """The person signs in with the password and acts in the office."""
    assert opened() == 0
    answer = client.post("/account/login/", {"login": "first@birlik.example", "password": SECRET})
    assert answer.status_code == 302
    appointment = Appointment.objects.get()
    assert (appointment.ground, appointment.office.structure.short_ru) == ("№ 1", "МКИ")


@pytest.mark.parametrize(
    ("options", "email", "secret"),
    [
        (("--office", "wizard"), "a@birlik.example", SECRET),
        (("--body", "ЖОҚ"), "a@birlik.example", SECRET),
        ((), "no address", SECRET),
        ((), "a@birlik.example", "1234"),
    ],
)
def test_unfit(options: tuple[str, ...], email: str, secret: str) -> None:
    """An unknown office or body, a false address or a weak password opens nothing."""
    assert opened(*options, email=email, secret=secret) == 2
    assert not Account.objects.exists()


def test_address_is_taken_once() -> None:
    """A second account of one address is refused, whatever the case of its letters."""
    assert opened() == 0
    assert opened(email="First@birlik.example") == 2
    assert Account.objects.count() == 1
