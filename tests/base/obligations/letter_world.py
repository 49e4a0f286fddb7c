"""Letters of the bodies of `reporting_world`, and who registers them."""

from dataclasses import replace
from datetime import date

from birlik.base.letters.actions import IncomingLetter, register_letter
from birlik.base.letters.models import Letter
from birlik.base.records.actions import store_document
from birlik.base.registry.models import Structure
from birlik.base.values.actor import Grant
from tests.base.obligations.reporting_world import AT, SYSTEM, person

REGISTRAR = person(21, Grant("letters.register"), Grant("plans.read"))
DATED_ON, RECEIVED_ON = date(2024, 4, 26), date(2024, 5, 1)


def letter_of(
    body: Structure, *, number: str = "5-1/22", scanned: bool = True, kept_at: str = ""
) -> Letter:
    """What a body wrote on 26 April 2024 and what came on 1 May, with its scan."""
    document = (
        store_document(
            SYSTEM, None, at=AT, name="x.pdf", media_type="application/pdf", content=b"x"
        )
        if scanned
        else None
    )
    letter = IncomingLetter(
        correspondent=body,
        number=number,
        dated_on=DATED_ON,
        incoming_number=f"310-{number}",
        received_on=RECEIVED_ON,
        document=document,
    )
    return register_letter(REGISTRAR, None, at=AT, letter=replace(letter, kept_at=kept_at))
