"""What the kinds of reorganisation are called, and what each of them means."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from birlik.base.registry.models import Reorganisation

Kind = Reorganisation.Kind


@dataclass(frozen=True, slots=True)
class KindWords:
    """A kind of reorganisation: its name, and what becomes of the bodies and of what they owe."""

    name: str | Promise
    meaning: str | Promise


KINDS: Mapping[str, KindWords] = {
    Kind.RENAME: KindWords(
        _("Renaming"),
        _("A body goes on under a new name. Papers keep the old one."),
    ),
    Kind.MERGE: KindWords(
        _("Merger"),
        _("Several bodies become one, new or existing. What both owed, one owes once."),
    ),
    Kind.SPLIT: KindWords(
        _("Split"),
        _("One body becomes several. You choose which measures go where."),
    ),
    Kind.SEPARATE: KindWords(
        _("Separation"),
        _("A part goes to another body, and the first remains."),
    ),
    Kind.ABOLISH: KindWords(
        _("Abolition without successor"),
        _("What is still owed becomes nobody's: the coordinator releases it, or it is entrusted."),
    ),
    Kind.ENTRUST: KindWords(
        _("Entrusting what is nobody's"),
        _("Measures of a body that was abolished go to another body."),
    ),
}
"""Every kind by its code, in the order in which they are offered."""

ENDS = frozenset({Kind.RENAME, Kind.MERGE, Kind.SPLIT})
"""The kinds in which the main successor takes over by itself."""
CHOOSES = frozenset({Kind.SPLIT, Kind.SEPARATE, Kind.ENTRUST})
"""The kinds in which measures are chosen for successors."""
