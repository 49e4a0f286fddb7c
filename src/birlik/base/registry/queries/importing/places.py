"""What is known around rows of a file, loaded once for all of them."""

from birlik.base.registry.models import Territory
from birlik.base.values.actor import Actor


def all_places() -> dict[str, Territory]:
    """Code → every territory; what each lies in is there without another query."""
    numbered = Territory.objects.in_bulk()
    for one in numbered.values():
        if one.parent_id:
            one.parent = numbered[one.parent_id]
    return {one.code: one for one in numbered.values()}


def home_of(by: Actor, power: str) -> str:
    """The code of the territory to which a power of somebody is limited, '' for none."""
    codes = sorted(one.territory_code or "" for one in by.grants(power))
    return codes[0] if codes else ""


def place_of_code(code: str) -> Territory | None:
    """The territory of a code; None for the republic."""
    return Territory.objects.filter(code=code).first() if code else None
