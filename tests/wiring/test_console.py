import os
import subprocess
import sys
from pathlib import Path

RUN = "from birlik.wiring.console import main; main()"


def birlik(*arguments: str, after: str = "", **named: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # the command as a person starts it: its own process
        [sys.executable, "-c", f"{RUN}{after}", *arguments],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": ":".join(sys.path), "PYTHONUTF8": "1", **named},
    )


def test_help_lists_every_command() -> None:
    """The help names the commands with their summaries and ends well."""
    answer = birlik("--help")
    assert answer.returncode == 0
    assert "Read the deadlines of official plans." in answer.stdout


def test_unknown_command_is_bad_usage() -> None:
    """A command that does not exist is bad usage: exit code 2."""
    assert birlik("conjure").returncode == 2


def test_what_is_kept_is_read_by_its_owner_alone(tmp_path: Path) -> None:
    """The database of a new installation, with its people and their sign-ins, opens to nobody else
    on the machine."""
    var = tmp_path / "var"
    answer = birlik("prepare", BIRLIK_VAR=str(var), DATABASE_URL="")
    assert answer.returncode == 0, answer.stderr
    assert (var / "birlik.sqlite3").stat().st_mode & 0o777 == 0o600
    assert var.stat().st_mode & 0o777 == 0o700


def test_reading_a_deadline_starts_neither_django_nor_yaml() -> None:
    """A command that only reads its arguments imports neither Django nor what it does not use."""
    code = (
        "import sys; from birlik.wiring.console import GROUP; "
        "GROUP(['deadline', 'read', 'жыл сайын', '--json'], standalone_mode=False); "
        "assert not {'django', 'yaml', 'rich', 'holidays'} & set(sys.modules), sys.modules.keys()"
    )
    answer = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": ":".join(sys.path), "PYTHONUTF8": "1"},
    )
    assert answer.returncode == 0, answer.stderr
