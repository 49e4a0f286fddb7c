"""The first account is opened from the console."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client
from typer.testing import CliRunner

from birlik.base.journal.models import Entry
from birlik.base.registry.models import Account, Appointment, Office, Structure
from birlik.base.registry.queries import actor_in, appointments_of
from birlik.base.values.actor import Grant
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


@pytest.mark.parametrize("phone", ["", "8 (7172) 74-00-01"])
def test_seat_has_its_telephone(phone: str) -> None:
    """The seat that is founded has the telephone that is given, for call lists; none without."""
    assert opened(*(("--phone", phone) if phone else ())) == 0
    assert Office.objects.get().phone == phone


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


def appointed(*options: str, email: str = "first@birlik.example") -> tuple[int, str]:
    """The exit code of appointing somebody to one more office, and what is said."""
    answer = CliRunner().invoke(app, ["appoint", email, *options, "--ground", "№ 2"])
    return answer.exit_code, answer.output


REGION = ("--office", "secretary", "--structure", "Абай облысының әкімдігі")
TERM = ("--from", "2026-03-01", "--until", "2026-04-01")


def test_secretary_of_a_region_is_appointed_to_its_body() -> None:
    """A regional secretary sits in the akimat of the region for now, and reaches the region."""
    opened()
    code, said = appointed(*REGION, *TERM, "--acting")
    assert code == 0
    assert "2026-03-01 – 2026-04-01" in said
    made = Appointment.objects.get(office__kind="secretary")
    assert (made.valid_from, made.valid_until, made.acting, made.ground) == (
        *(date(2026, 3, 1), date(2026, 4, 1)),
        *(True, "№ 2"),
    )
    account = Account.objects.get()
    grants = actor_in(made, account, on=date(2026, 3, 1)).grants("plans.read")
    assert grants == {Grant("plans.read", territory_code="100000000")}


@pytest.mark.parametrize(
    ("on", "kinds"),
    [
        (date(2026, 2, 28), ["coordinator"]),
        (date(2026, 3, 1), ["coordinator", "secretary"]),
        (date(2026, 3, 31), ["coordinator", "secretary"]),
        (date(2026, 4, 1), ["coordinator"]),
    ],
)
def test_acting_appointment_gives_rights_for_its_term(on: date, kinds: list[str]) -> None:
    """From the first day to the last the office can be chosen; before and after it is not there."""
    opened()
    Appointment.objects.update(valid_from=date(2026, 1, 5))
    appointed(*REGION, *TERM, "--acting")
    held = appointments_of(Account.objects.get(), on=on)
    assert sorted(one.office.kind for one in held) == kinds


def test_seat_is_founded_once() -> None:
    """A second person is appointed to the seat that the body has already."""
    opened()
    opened(email="second@birlik.example")
    appointed(*REGION)
    assert appointed(*REGION, email="Second@birlik.example")[0] == 0
    assert Office.objects.filter(kind="secretary").count() == 1
    assert Appointment.objects.filter(office__kind="secretary", valid_until=None).count() == 2


@pytest.mark.parametrize(
    ("options", "email"),
    [
        (("--office", "wizard", "--structure", "мам"), "first@birlik.example"),
        (("--office", "head", "--structure", "ЖОҚ"), "first@birlik.example"),
        (("--office", "head", "--structure", "мам"), "nobody@birlik.example"),
        ((*REGION, "--from", "2026-04-01", "--until", "2026-04-01"), "first@birlik.example"),
        ((*REGION, "--from", "01.04.2026"), "first@birlik.example"),
        ((*REGION, "--acting"), "first@birlik.example"),
    ],
)
def test_unfit_appointment(options: tuple[str, ...], email: str) -> None:
    """An unknown office, body or account, a term that ends before it begins, and acting without an
    end appoint nobody."""
    opened()
    assert appointed(*options, email=email)[0] == 2
    assert Appointment.objects.count() == 1


def test_body_is_named_by_number_too() -> None:
    """Where names are long, the number of the body will do."""
    opened()
    number = Structure.objects.get(name_kk="Абай облысының әкімдігі").pk
    assert appointed("--office", "secretary", "--body", str(number))[0] == 0
    assert Appointment.objects.get(office__kind="secretary").office.structure_id == number


def test_lost_second_factor_is_removed() -> None:
    """Who lost the device and the recovery codes signs in with the password again; the journal
    knows who ran the installation."""
    opened()
    account = Account.objects.get()
    for kind in ("totp", "recovery_codes"):
        Authenticator.objects.create(user=account, type=kind, data={})
    command = ["forget-factor", "first@birlik.example"]
    assert CliRunner().invoke(app, command).exit_code == 0
    assert not Authenticator.objects.exists()
    assert Entry.objects.filter(action="second_factor.removed", account=None).count() == 1
    assert CliRunner().invoke(app, command).exit_code == 2
