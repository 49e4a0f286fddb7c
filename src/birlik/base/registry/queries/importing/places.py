"""What is known around rows of a file, loaded once for all of them."""

from birlik.base.registry.models import Territory


def all_places() -> dict[str, Territory]:
    """Code → every territory; what each lies in is there without another query."""
    numbered = Territory.objects.in_bulk()
    for one in numbered.values():
        if one.parent_id:
            one.parent = numbered[one.parent_id]
    return {one.code: one for one in numbered.values()}
