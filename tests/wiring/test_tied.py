"""A child whose parent is gone does not begin, and becomes its command where the parent lives."""

import os
from unittest.mock import Mock

import pytest

from birlik.wiring import tied

COMMAND = ["/bin/true", "x"]


@pytest.fixture(autouse=True)
def untied(monkeypatch: pytest.MonkeyPatch) -> None:
    """The process of the tests itself is tied to nobody."""
    monkeypatch.setattr(tied.ctypes, "CDLL", Mock())


def test_it_becomes_its_command(monkeypatch: pytest.MonkeyPatch) -> None:
    """With its parent there, it becomes the command with its arguments."""
    became = Mock()
    monkeypatch.setattr(os, "execv", became)
    tied.main(os.getppid(), COMMAND)
    became.assert_called_once_with("/bin/true", COMMAND)


def test_it_does_not_begin_when_its_parent_is_gone() -> None:
    """A parent that was killed before its child was tied is found out: the child ends with 1."""
    with pytest.raises(SystemExit) as ended:
        tied.main(os.getppid() + 1, COMMAND)
    assert ended.value.code == 1
