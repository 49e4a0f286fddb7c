"""Numbers of people and bodies, against check digits computed by hand from the published rule.

The sums are written out: digit × weight, leaving out noughts. The numbers are invented.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from birlik.base.values.identity import (
    NO_BODY,
    NOT_TWELVE,
    WRONG_CHECK,
    check_digit,
    fault_of_bin,
    fault_of_iin,
)


@pytest.mark.parametrize(
    ("eleven", "digit"),
    [
        # Weights 1 2 3 4 5 6 7 8 9 10 11:
        # 8×1 + 7×2 + 1×4 + 5×6 + 3×7 + 1×9 = 8 + 14 + 4 + 30 + 21 + 9 = 86 = 7×11 + 9
        ("87010530100", 9),
        # 1×1 + 4×2 + 6×4 + 4×5 + 1×11 = 1 + 8 + 24 + 20 + 11 = 64 = 5×11 + 9
        ("14064000001", 9),
        # 2×1 + 2×3 + 1×4 + 1×6 + 5×7 + 1×10 = 2 + 6 + 4 + 6 + 35 + 10 = 63 = 5×11 + 8
        ("20210150010", 8),
        # 0 everywhere: 0 = 0×11 + 0
        ("00000000000", 0),
        # The first row gives 10:
        # 8×1 + 5×2 + 3×4 + 1×5 + 2×6 + 4×7 + 1×9 + 8×10 = 8+10+12+5+12+28+9+80 = 164 = 14×11 + 10
        # so weights 3 4 5 6 7 8 9 10 11 1 2 count:
        # 8×3 + 5×4 + 3×6 + 1×7 + 2×8 + 4×9 + 1×11 + 8×1 = 24+20+18+7+16+36+11+8 = 140 = 12×11 + 8
        ("85031240180", 8),
        # Both rows give 10, so no number begins like this:
        # 164 + 1×11 = 175 = 15×11 + 10, then 140 + 1×2 = 142 = 12×11 + 10
        ("85031240181", None),
    ],
)
def test_check_digit_by_hand(eleven: str, digit: int | None) -> None:
    """The twelfth digit is what the published rule gives, with the second row of weights only
    where the first gives ten, and none where both do."""
    assert check_digit(eleven) == digit


@pytest.mark.parametrize("number", ["", "1234", "1406400000190", "14064000001９", "140640000 19"])
def test_number_has_twelve_digits(number: str) -> None:
    """Anything but twelve digits of the usual kind is refused, for people and bodies."""
    assert fault_of_iin(number) == fault_of_bin(number) == NOT_TWELVE


def test_wrong_check_digit_is_refused() -> None:
    """87010530100 is followed by 9 and no other digit; 85031240181 by none at all."""
    assert fault_of_iin("870105301009") is None
    assert fault_of_iin("870105301008") == WRONG_CHECK
    assert {fault_of_iin(f"85031240181{digit}") for digit in range(10)} == {WRONG_CHECK}


def test_number_of_a_person_tells_no_day_of_birth() -> None:
    """Since the Rules were changed on 26.08.2013 the digits need not make a day of birth: a number
    whose check digit fits is taken. 9×1 + 9×2 + 9×3 + 9×4 + 9×5 + 9×6 + 9×7 = 252 = 22×11 + 10,
    then 9×3 + 9×4 + 9×5 + 9×6 + 9×7 + 9×8 + 9×9 = 378 = 34×11 + 4."""
    assert fault_of_iin("999999900004") is None


@pytest.mark.parametrize(
    "number",
    [
        # Month 13: 1×1 + 4×2 + 1×3 + 3×4 + 4×5 + 1×11 = 55 = 5×11 + 0
        "141340000010",
        # The fifth digit 3 is no kind of body: 1 + 8 + 6×4 + 3×5 + 11 = 59 = 5×11 + 4
        "140630000014",
        # The sixth digit 7 is neither head office nor branch: 64 + 7×6 = 106 = 9×11 + 7
        "140647000017",
    ],
)
def test_number_of_a_body_tells_month_and_kind(number: str) -> None:
    """A number whose check digit fits is still no body's without month and kind of body."""
    assert fault_of_iin(number) is None
    assert fault_of_bin(number) == NO_BODY


def test_number_of_a_body_fits() -> None:
    """14 06 4 0 00001 is followed by 9 (the sum is above): a head office registered in June."""
    assert fault_of_bin("140640000019") is None


@given(st.from_regex(r"[0-9]{11}", fullmatch=True), st.integers(0, 10), st.integers(1, 9))
def test_one_wrong_digit_never_passes_under_one_row(eleven: str, place: int, by: int) -> None:
    """Where the first row decides for both, a slip in one of the first ten digits shows: each
    weight below eleven has an inverse modulo the prime 11."""
    slipped = str((int(eleven[place]) + by) % 10)
    other = eleven[:place] + slipped + eleven[place + 1 :]
    sums = [sum(int(d) * w for d, w in zip(one, range(1, 12), strict=True)) % 11
            for one in (eleven, other)]  # fmt: skip
    if place < 10 and 10 not in sums:
        assert check_digit(eleven) != check_digit(other)
