"""Fields in double braces."""

from birlik.base.letters.engine.text import MailingText, fields_in, filled, unfilled
from birlik.base.values.local_text import LocalText

TEXT = MailingText(
    kind="request",
    subject=LocalText("{{act}} туралы", "О {{ act }}"),
    text=LocalText("{{addressee}}: {{Term}}", "{{addressee}}: {{term}}; {{points}}"),
    signatory="С",
    executor="О",
)


def test_fields_are_named_in_small_letters_whatever_the_language() -> None:
    """Fields are found in subject and text of each language, without case and spaces."""
    assert TEXT.fields == {"act", "addressee", "term", "points"}
    assert fields_in(LocalText("{ {x}} {{}} {{1}}", "{{а}}")) == frozenset()


def test_a_field_is_filled_in_its_language() -> None:
    """Kazakh text takes the Kazakh value, Russian the Russian, and what has no value stays."""
    found = filled(TEXT.text, {"term": LocalText("10 шілде", "10 июля")})
    assert found == LocalText("{{addressee}}: 10 шілде", "{{addressee}}: 10 июля; {{points}}")


def test_what_is_put_in_is_not_filled_again() -> None:
    """Braces in a value stand for themselves."""
    assert filled(LocalText("{{a}}"), {"a": LocalText("{{b}}"), "b": LocalText("x")}).kk == "{{b}}"


def test_values_alike_for_all_are_filled_in_subject_and_text() -> None:
    """What is the same for all addressees is filled before the mailing begins."""
    act = TEXT.filled({"act": LocalText("жоспар", "плане")})
    assert act.subject == LocalText("жоспар туралы", "О плане")
    assert act.signatory == "С"


def test_a_field_is_missing_unless_every_addressee_has_it() -> None:
    """The addressee's name is there by itself; others are needed for each addressee."""
    known = LocalText("1")
    values = ({"act": known, "term": known, "points": known}, {"act": known, "term": known})
    assert unfilled(TEXT, values) == ("points",)
