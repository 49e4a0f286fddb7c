"""Every write of letters."""

from birlik.base.letters.actions.mailing import begin_mailing
from birlik.base.letters.actions.numbering import number_letter, number_mailing
from birlik.base.letters.actions.register import IncomingLetter, register_letter

__all__ = [
    "IncomingLetter",
    "begin_mailing",
    "number_letter",
    "number_mailing",
    "register_letter",
]
