import pytest

from birlik.base.values.local_text import LocalText
from birlik.base.values.verdict import Verdict


def test_yes_is_true_and_has_no_reason() -> None:
    """An allowing verdict is true and gives no reason."""
    assert Verdict.yes()
    assert Verdict.yes().allowed
    assert Verdict.yes().reason is None


def test_no_is_false_and_says_why() -> None:
    """A refusal is false and keeps its reason in three languages."""
    reason = LocalText("Акт күшінде емес", "Акт не в силе", "The act is not in force")
    assert not Verdict.no(reason)
    assert Verdict.no(reason).reason == reason


def test_refusal_without_a_language_is_an_error() -> None:
    """A refusal that some reader could not read is not accepted."""
    with pytest.raises(ValueError, match="kk"):
        Verdict.no(LocalText(ru="Нельзя", en="No"))
