import os
import subprocess
import sys

RUN = "from birlik.wiring.console import main; main()"


def birlik(*arguments: str, after: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # the command as a person starts it: its own process
        [sys.executable, "-c", f"{RUN}{after}", *arguments],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": ":".join(sys.path), "PYTHONUTF8": "1"},
    )


def test_help_lists_every_command() -> None:
    """The help names the commands with their summaries and ends well."""
    answer = birlik("--help")
    assert answer.returncode == 0
    assert "Read the deadlines of official plans." in answer.stdout


def test_unknown_command_is_bad_usage() -> None:
    """A command that does not exist is bad usage: exit code 2."""
    assert birlik("conjure").returncode == 2


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
