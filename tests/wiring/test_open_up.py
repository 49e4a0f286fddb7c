"""Opening an installation: what is prepared, and what only a demonstration gets."""

from pathlib import Path

import pytest
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from pytest_django import Settings
from typer.testing import CliRunner

from birlik.base.records.models import Act
from birlik.base.registry.models import Account
from birlik.wiring import demo, prepare, serve
from birlik.wiring.demo.acts import DemoAct
from birlik.wiring.serve import app, open_up

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def static(settings: Settings, tmp_path: Path) -> Path:
    """Static files are collected into a folder of the test; the register is a small one."""
    settings.STATIC_ROOT = tmp_path / "static"
    settings.DEMO_SHARE = 0.01
    return tmp_path / "static"


def test_a_demonstration_has_everything_and_once(static: Path) -> None:
    """Opened twice, a demonstration has its static files, people and acts, and none of them
    doubled."""
    open_up()
    counts = Account.objects.count(), Act.objects.count()
    open_up()
    assert (Account.objects.count(), Act.objects.count()) == counts
    assert counts[0] >= len(demo.accounts("en"))
    assert Act.objects.filter(number__in=[one.number for one in DemoAct.all()]).count() == len(
        DemoAct.all()
    )
    assert (static / "ui" / "birlik.css").exists()


def test_production_gets_no_invented_people(settings: Settings) -> None:
    """In production nothing invented is loaded."""
    settings.DEMONSTRATION = False
    open_up()
    assert not Account.objects.exists()


def test_serving_prepares_first(monkeypatch: pytest.MonkeyPatch) -> None:
    """The command opens the installation up, then serves; its exit code is the supervisor's."""
    done: list[object] = []

    async def supervise(port: int) -> int:
        done.append(port)
        return 0

    monkeypatch.setattr(serve, "open_up", lambda: done.append("opened"))
    monkeypatch.setattr(serve, "supervise", supervise)
    monkeypatch.setattr(serve, "is_taken", lambda _port: False)
    assert CliRunner().invoke(app, ["--port", "8001"]).exit_code == 0
    assert done == ["opened", 8001]


@pytest.mark.parametrize(
    ("demonstration", "waits", "migrated"),
    [(True, True, True), (True, False, False), (False, True, False)],
)
def test_a_command_migrates_a_demonstration_only(
    demonstration: bool,
    waits: bool,
    migrated: bool,
    settings: Settings,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A command prepares a demonstration that lacks a migration; production it never changes."""
    done: list[str] = []
    settings.DEMONSTRATION = demonstration
    monkeypatch.setattr(prepare, "migrations_wait", lambda: waits)
    monkeypatch.setattr(prepare, "prepare", lambda: done.append("prepared"))
    prepare.bring_up_to_date()
    assert bool(done) is migrated


def test_a_missing_migration_is_noticed() -> None:
    """Migrations wait when those of this version are not recorded as applied."""
    assert not prepare.migrations_wait()
    MigrationRecorder(connection).migration_qs.filter(app="registry").delete()
    assert prepare.migrations_wait()
