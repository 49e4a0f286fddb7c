"""What an obligation's dates, demands and counts are called, in the reader's language."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from birlik.base.obligations.engine.sufficiency import Lack, lacking, quantity_of
from birlik.base.obligations.queries.demand import proof_of
from birlik.base.obligations.refusals import LACKS
from birlik.base.ui.templatetags.birlik import number
from birlik.base.values.local_text import LocalText
from birlik.domains.execution.queries.obligation import ObligationSheet

BESIDE_TEXT: frozenset[Lack] = frozenset({"content"})
"""What is lacking in the words; all else is lacking in the evidence."""


@dataclass(frozen=True, slots=True)
class Need:
    """Something that the report must bring, and whether the draft brings it."""

    met: bool
    words: LocalText
    of_text: bool


def needs_of(sheet: ObligationSheet, written: str) -> list[Need]:
    """What the report must bring, with what is `written` and the draft's evidence so far."""
    proofs = [proof_of(one) for one in sheet.evidence]
    lacks = lacking(written, proofs, sheet.demanded)
    found = []
    for need in lacking("", (), sheet.demanded):
        missing = next((one for one in lacks if one.startswith(need)), None)
        found.append(Need(missing is None, LACKS[missing or need], need in BESIDE_TEXT))
    return found


def counted(sheet: ObligationSheet, *, drafting: bool) -> int:
    """How many of the things owed are proved by the last report; for who is `drafting` the next
    one, by the draft."""
    brought = quantity_of([proof_of(one) for one in sheet.evidence]) if drafting else None
    reported = sheet.last.quantity if sheet.last else None
    return brought if brought is not None else reported or 0


def counter_in_words(sheet: ObligationSheet, *, drafting: bool) -> str:
    """Done of owed: "12 of 50 publications"; '' where nothing is to be counted. A draft counts only
    for its writers."""
    owed = sheet.obligation.quantity
    if not owed:
        return ""
    told = _("%(done)s of %(owed)s") % {
        "done": number(counted(sheet, drafting=drafting)),
        "owed": number(owed),
    }
    unit = sheet.schedule.unit if sheet.schedule else ""
    return f"{told} {unit}".strip()
