"""Numbers that follow each other."""

import pytest

from birlik.base.letters.engine.numbering import numbers_from


@pytest.mark.parametrize(
    ("first", "expected"),
    [
        ("07-12/1001", ["07-12/1001", "07-12/1002", "07-12/1003"]),
        ("099", ["099", "100", "101"]),
        ("5-И", ["5-И", "6-И", "7-И"]),
        (" 9 ", ["9", "10", "11"]),
    ],
)
def test_the_last_digits_grow(first: str, expected: list[str]) -> None:
    """The last run of digits grows by one and keeps its width."""
    assert list(numbers_from(first, 3)) == expected


def test_without_digits_nothing_follows() -> None:
    """A number without digits has no next one."""
    with pytest.raises(ValueError, match="no digits"):
        list(numbers_from("б/н", 2))
