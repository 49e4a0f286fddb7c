"""Acts are adopted and obligations listed from the console."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from birlik.base.journal.models import Entry
from birlik.base.records.models import Act
from birlik.faces.console.adopt import app as adopt_app
from birlik.faces.console.obligations import app as obligations_app
from birlik.faces.console.terminal import terminal_language
from birlik.faces.console.verify import app as verify_app
from birlik.wiring import foundations
from tests.base.obligations.drafts import AT

pytestmark = pytest.mark.django_db
PLAN = "concept-2022-2026-with-plan.kk.txt"
run = CliRunner().invoke


@pytest.fixture(autouse=True)
def _files(settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Files go to a folder of the test; the terminal speaks English."""
    settings.MEDIA_ROOT = tmp_path
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    foundations.lay(at=AT)
    yield


def listed(*options: str) -> list[dict[str, Any]]:
    """What `birlik obligations list --json` prints."""
    answer = run(obligations_app, ["list", "--json", *options])
    assert answer.exit_code == 0
    found: list[dict[str, Any]] = json.loads(answer.stdout)
    return found


@pytest.mark.acts
def test_plan_of_2022_to_2026(acts: Path) -> None:
    """Nothing that is owed under the plan falls due before its adoption on 15.09.2022 or after
    its repeal on 29.12.2025, and a second adoption doubles nothing."""
    command = [str(acts / PLAN), "--accept-doubtful", "--repealed-on", "2025-12-29"]
    assert run(adopt_app, command).exit_code == 0
    rows = listed("--act", "1014")
    owed = [date.fromisoformat(row["due_on"]) for row in rows if row["state"] != "void"]
    assert date(2022, 9, 15) <= min(owed)
    assert max(owed) <= date(2025, 12, 29)
    assert run(adopt_app, command).exit_code == 0
    assert listed("--act", "1014") == rows
    assert {row["state"] for row in listed("--state", "void")} == {"void"}


@pytest.mark.acts
def test_regional_measure_falls_on_every_akimat(acts: Path) -> None:
    """Measure 4.8 names only the akimats: each of the 20 owes each half-year by itself; the
    second half of 2022 is the first after the adoption."""
    run(adopt_app, [str(acts / PLAN), "--accept-doubtful", "--repealed-on", "2025-12-29"])
    rows = [row for row in listed() if row["provision"] == "4.8" and row["state"] != "void"]
    periods = sorted({row["period"] for row in rows})
    assert periods == ["2022-H2", "2023-H1", "2023-H2", "2024-H1", "2024-H2", "2025-H1"]
    assert len(rows) == 20 * len(periods)
    assert {row["role"] for row in rows} == {"lead"}


@pytest.mark.acts
def test_doubtful_cells_are_not_adopted_silently(acts: Path) -> None:
    """Without --accept-doubtful the plan is refused with the reason, and nothing is owed."""
    answer = run(adopt_app, [str(acts / PLAN)])
    assert answer.exit_code == 1
    assert "need to be clarified" in answer.stderr
    assert listed() == []


@pytest.mark.acts
def test_second_language_is_added(acts: Path) -> None:
    """The concept to 2030 is adopted in Kazakh, then its Russian text is added; the rows of the
    table that the Kazakh text lost come from the Russian one."""
    for language in ("kk", "ru", "ru"):
        answer = run(adopt_app, [str(acts / f"concept-2030.{language}.txt"), "--accept-doubtful"])
        assert answer.exit_code == 0
    act = Act.objects.get()
    assert set(act.sources.values_list("language", flat=True)) == {"kk", "ru"}
    rows = act.provisions.filter(kind="indicator").values_list("number", flat=True)
    assert list(rows) == ["1", "2", "3", "4", "5"]
    assert act.title.missing() == ("en",)


def test_unreadable_file(tmp_path: Path) -> None:
    """A file without text ends with exit code 2 and says why."""
    empty = tmp_path / "empty.txt"
    empty.touch()
    answer = run(adopt_app, [str(empty)])
    assert answer.exit_code == 2
    assert answer.stderr.strip()


def test_list_for_people() -> None:
    """Without --json the list is lines; without obligations it is empty."""
    answer = run(obligations_app, ["list"])
    assert (answer.exit_code, answer.stdout) == (0, "")


def test_verify_names_the_first_wrong_entry() -> None:
    """A sound journal verifies; an altered entry ends with exit code 1 and its number."""
    assert run(verify_app, []).exit_code == 0
    Entry.objects.filter(number=2).update(text="{}")
    answer = run(verify_app, [])
    assert (answer.exit_code, answer.stdout.strip()) == (1, "entry 2")


def test_language_of_the_terminal() -> None:
    """LC_ALL comes before LANG; what is not ours is Kazakh."""
    assert terminal_language({"LC_ALL": "ru_RU.UTF-8", "LANG": "en_US"}) == "ru"
    assert terminal_language({"LANG": "en_US.UTF-8"}) == "en"
    assert terminal_language({"LANG": "C.UTF-8"}) == "kk"
