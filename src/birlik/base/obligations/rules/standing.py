"""Above whom an obligation stands: what a resolution was written on, and who directs it."""

from collections.abc import Iterator

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
