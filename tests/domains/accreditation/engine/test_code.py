"""The code of a certificate, and how people type it."""

from secrets import choice

import pytest

from birlik.domains.accreditation.engine.code import ALPHABET, new_code, read_code


def test_codes_are_long_and_without_alike_letters() -> None:
    """Sixteen characters in four groups, none of which is taken for another; no two alike."""
    made = {new_code(choice) for _turn in range(200)}
    assert len(made) == 200
    for one in made:
        assert [len(group) for group in one.split("-")] == [4, 4, 4, 4]
        assert set(one) - {"-"} <= set(ALPHABET)
    assert not set("01OIL") & set(ALPHABET)


@pytest.mark.parametrize(
    "typed",
    ["ABCD-EFGH-JKMN-PQRS", " abcd efgh jkmn pqrs ", "abcdefghjkmnpqrs", "АВCD–ЕFGН_JКМN.РQRS"],
)
def test_a_code_is_read_however_it_is_typed(typed: str) -> None:
    """Case, spaces, hyphens and Cyrillic letters that look Latin are forgiven."""
    assert read_code(typed) == "ABCD-EFGH-JKMN-PQRS"


@pytest.mark.parametrize("typed", ["", "ABCD", "ABCD-EFGH-JKMN-PQR0", "ABCD-EFGH-JKMN-PQRST", "x"])
def test_what_cannot_be_a_code_is_none(typed: str) -> None:
    """Too short, too long, or with a character that no code has."""
    assert read_code(typed) == ""
