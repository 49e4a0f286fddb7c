"""A refusal is raised with its reason."""

import pytest

from birlik.base.values.local_text import LocalText
from birlik.base.values.refused import RefusedError, require
from birlik.base.values.verdict import Verdict

NO = LocalText("жоқ", "нет", "no")


def test_allowed_passes() -> None:
    """What is allowed goes on without a word."""
    require(Verdict.yes())


def test_refused_says_why() -> None:
    """What is refused raises the reason in every language."""
    with pytest.raises(RefusedError, match="no") as refusal:
        require(Verdict.no(NO))
    assert refusal.value.reason == NO
