"""What a report lacks, demand by demand."""

from datetime import date

import pytest

from birlik.base.obligations.engine.sufficiency import Demanded, Proof, lacking, quantity_of

FIRST, LAST = date(2024, 1, 1), date(2024, 6, 30)
SIGNED = Proof(True, "7", date(2024, 3, 1), "Кеңес")


def demanded(demand: str = "", quantity: int | None = None) -> Demanded:
    """A demand for the first half of 2024."""
    return Demanded(demand, quantity, FIRST, LAST)


@pytest.mark.parametrize(
    ("words", "proofs", "demand", "lacks"),
    [
        ("done", [], demanded(), ()),
        (" \n", [], demanded(), ("content",)),
        ("done", [], demanded("any"), ("evidence",)),
        ("done", [Proof(False)], demanded("any"), ()),
        ("done", [], demanded("any", 20), ("quantity", "evidence")),
        ("done", [Proof(False)], demanded("", 20), ("quantity",)),
        ("done", [Proof(False, quantity=0)], demanded("", 20), ("quantity",)),
        ("done", [Proof(False, quantity=3)], demanded("", 20), ()),
        ("done", [SIGNED], demanded("protocol"), ()),
        ("done", [], demanded("protocol"), ("protocol",)),
        ("done", [Proof(False, "7", FIRST, "Кеңес")], demanded("protocol"), ("protocol",)),
        ("done", [Proof(True, " ", FIRST, "Кеңес")], demanded("protocol"), ("protocol",)),
        ("done", [Proof(True, "7", None, "Кеңес")], demanded("protocol"), ("protocol",)),
        ("done", [Proof(True, "7", FIRST, " ")], demanded("protocol"), ("protocol",)),
        ("done", [Proof(True, "7", FIRST, "Кеңес")], demanded("protocol"), ()),
        ("done", [Proof(True, "7", LAST, "Кеңес")], demanded("protocol"), ()),
        (
            "done",
            [Proof(True, "7", date(2023, 12, 31), "Кеңес")],
            demanded("protocol"),
            ("protocol_period",),
        ),
        (
            "done",
            [Proof(True, "7", date(2024, 7, 1), "Кеңес")],
            demanded("protocol"),
            ("protocol_period",),
        ),
        ("done", [Proof(True, "7", date(2023, 1, 1), "Кеңес"), SIGNED], demanded("protocol"), ()),
        ("", [], demanded("protocol", 2), ("content", "quantity", "protocol")),
    ],
)
def test_what_a_report_lacks(
    words: str, proofs: list[Proof], demand: Demanded, lacks: tuple[str, ...]
) -> None:
    """Words, then how many, then evidence; of a protocol the number, date, body, and the period,
    whose first and last day both belong to it."""
    assert lacking(words, proofs, demand) == lacks


def test_quantities_are_added_up() -> None:
    """3 and 4 are 7; what counts nothing leaves no quantity at all."""
    assert quantity_of([Proof(True, quantity=3), Proof(False), Proof(False, quantity=4)]) == 7
    assert quantity_of([Proof(True)]) is None
