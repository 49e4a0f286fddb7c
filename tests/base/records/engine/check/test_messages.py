"""What findings say."""

from datetime import date
from decimal import Decimal
from string import Formatter

import pytest

from birlik.base.records.engine.check.messages import MESSAGES, WORDS, say, word
from birlik.base.values.local_text import LocalText

ALL = {**MESSAGES, **WORDS}


def blanks(text: str) -> set[str | None]:
    """The names of the blanks of a template."""
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("key", sorted(ALL))
def test_every_message_stands_in_three_languages(key: str) -> None:
    """Each message has all languages, with the same blanks to fill."""
    message = ALL[key]
    assert message.missing() == ()
    assert blanks(message.kk) == blanks(message.ru) == blanks(message.en)


def test_values_are_written_as_each_language_writes_them() -> None:
    """Dates day first, decimal commas but in English, and words in the message's language."""
    message = say(
        "past_deadline",
        number=Decimal("1234567"),
        deadline=Decimal("80.50"),
        adopted=date(2031, 9, 15),
        due=(date(2031, 6, 30), date(2031, 3, 31)),
    )
    assert "80,5" in message.ru
    assert "80.5" in message.en
    assert "1\u00a0234\u00a0567" in message.kk
    assert "30.06.2031, 31.03.2031" in message.kk
    told = say("bounds_differ", value=Decimal(400), kazakh=word("more"), russian=LocalText(ru="x"))
    assert "более" in told.ru
    assert "more than" in told.en
