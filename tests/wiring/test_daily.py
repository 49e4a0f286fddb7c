"""`birlik daily` and `birlik letters`: the clock by hand, and letters that may not have left."""

from datetime import timedelta

import pytest
from typer.testing import CliRunner

from birlik.base.registry.actions import claim_digest
from birlik.base.registry.models import Digest
from birlik.base.values.clock import FixedClock
from birlik.domains.execution.tasks.digests import make_all
from birlik.faces.console import letters
from birlik.wiring import daily
from birlik.wiring.schedule import BrokenWorkError
from tests.base.obligations.reporting_world import AT, SYSTEM
from tests.domains.execution.offices import settle, staffed

pytestmark = pytest.mark.django_db


def test_each_step_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """The command prints what each step did, a step without a number as done."""
    answers = {"nightly": {"clear": None}, "daily": {"digests": 3}}
    monkeypatch.setattr(daily, "do_due", lambda _at: answers)
    answer = CliRunner().invoke(daily.app)
    assert (answer.exit_code, answer.output) == (0, "nightly clear: done\ndaily digests: 3\n")


def test_a_broken_step_is_told_and_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    """When a step failed the exit code is 1 and the step is named."""

    def broken(_at: object) -> None:
        raise BrokenWorkError("daily 2024-05-02: generate")

    monkeypatch.setattr(daily, "do_due", broken)
    answer = CliRunner().invoke(daily.app)
    assert answer.exit_code == 1
    assert "daily 2024-05-02: generate" in answer.output


@pytest.fixture
def doubtful(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Two digests that were claimed an hour ago and never settled."""
    world = staffed()
    for name in ("a", "b"):
        settle("coordinator", world.committee, name=name)
    make_all(at=AT, address="https://birlik.example")
    for one in Digest.objects.all():
        assert claim_digest(SYSTEM, one, at=AT)
    monkeypatch.setattr(letters, "SystemClock", lambda: FixedClock(AT + timedelta(hours=1)))
    return sorted(Digest.objects.values_list("pk", flat=True))


def test_what_is_in_doubt_is_listed_without_addresses(doubtful: list[int]) -> None:
    """Each is named by its number, day and account; while any is left the exit code is 1."""
    answer = CliRunner().invoke(letters.app)
    assert answer.exit_code == 1
    assert answer.output.count("2024-05-02 account") == 2
    assert f"digest-{doubtful[0]} " in answer.output
    assert "@" not in answer.output


def test_each_is_resolved_by_a_person(doubtful: list[int]) -> None:
    """One is given back to be sent again, the other settled; then nothing is left in doubt."""
    first, second = doubtful
    answer = CliRunner().invoke(letters.app, ["--again", str(first), "--settle", str(second)])
    assert (answer.exit_code, answer.output) == (0, "")
    given_back, settled = Digest.objects.get(pk=first), Digest.objects.get(pk=second)
    assert (given_back.sending_at, given_back.sent_at) == (None, None)
    assert settled.sent_at == AT + timedelta(hours=1)


def test_what_is_not_in_doubt_is_left_alone(doubtful: list[int]) -> None:
    """A number that is not in doubt changes nothing."""
    answer = CliRunner().invoke(letters.app, ["--again", "999999"])
    assert answer.output.count("digest-") == 2
