"""Where an obligation stands: below which resolution, and on which turn of its draft's round."""

from collections.abc import Iterator
from dataclasses import dataclass

from birlik.base.obligations.engine.visas import GIVEN
from birlik.base.obligations.models import Obligation, Visa


def parent_of(obligation: Obligation) -> Obligation | None:
    """The obligation on which the resolution that gave this one was written; None for what an act
    gives itself."""
    resolution = getattr(obligation.act, "resolution", None)
    return resolution.obligation if resolution else None


def line_up(obligation: Obligation) -> Iterator[Obligation]:
    """What stands above an obligation, the nearest first, up to what the paper itself gives."""
    above = parent_of(obligation)
    while above is not None:
        yield above
        above = parent_of(above)


def is_asked_for_visa(appointment: int | None, obligation: Obligation) -> bool:
    """Whether the office of an appointment gives a visa on an obligation, or gave one."""
    if appointment is None:
        return False
    asked = Visa.objects.filter(obligation=obligation, office__appointments=appointment)
    return asked.exists()


@dataclass(frozen=True, slots=True)
class Turn:
    """The visas of one turn in the order of the way; none where the draft never went round."""

    visas: tuple[Visa, ...] = ()

    @property
    def runs(self) -> bool:
        """Whether somebody's word is awaited."""
        return self.awaited is not None

    @property
    def awaited(self) -> Visa | None:
        """Whose word is awaited now; None where the turn is over."""
        ended = any(one.decision in {"sent_back", "withdrawn"} for one in self.visas)
        waiting = (one for one in self.visas if one.decision == "")
        return None if ended else next(waiting, None)

    @property
    def is_agreed(self) -> bool:
        """Whether all who give visas have given them, and only the signature may be missing."""
        given = (one.decision in GIVEN for one in self.visas if not one.signs)
        return bool(self.visas) and all(given)


def turn_of(obligation: Obligation) -> Turn:
    """The last turn of an obligation's draft, with the offices."""
    rows = list(Visa.objects.filter(obligation=obligation).select_related("office"))
    last = max((one.turn for one in rows), default=0)
    return Turn(tuple(one for one in rows if one.turn == last))
