"""The bodies that the measures of a draft name."""

from collections.abc import Iterable
from datetime import date

from birlik.base.registry.models import Structure
from birlik.base.registry.queries import answering
from birlik.domains.drafting.models import DraftMeasure, DraftParty, PlanDraft
from birlik.domains.drafting.queries.naming import Naming


def bodies_named(draft: PlanDraft, *, on: date) -> list[Structure]:
    """The bodies that the measures of a draft name on a day, each once, the members of its groups
    among them; of one that no longer exists, who took over from it."""
    naming = Naming.of(on)
    parties = DraftParty.objects.filter(measure__draft=draft, measure__withdrawn_at=None)
    found: dict[int, Structure] = {}
    for party in parties.select_related("structure__successor"):
        for body in bodies_of(party, naming, draft):
            found[body.pk] = body
    return list(found.values())


def bodies_of(party: DraftParty, naming: Naming, draft: PlanDraft) -> list[Structure]:
    """The bodies for which an executor stands on the day of the names; of a group in a region's
    draft, those of the region."""
    if party.group:
        own = draft.region_id
        members = naming.members(party.group)
        return [one for one in members if own is None or one.territory_id == own]
    return [heir(party.structure, naming.on)] if party.structure else []


def heir(body: Structure, on: date) -> Structure:
    """Who answers for a body on a day: itself while it exists, then its last successor."""
    last = answering(body, on=on)[-1]
    return body if last == body.pk else Structure.objects.get(pk=last)


def measures_naming(
    measures: Iterable[DraftMeasure], body: Structure, *, on: date, draft: PlanDraft
) -> list[DraftMeasure]:
    """Those of the measures that name a body, by itself, by one it succeeded, or by its group."""
    naming = Naming.of(on)
    return [
        one
        for one in measures
        if any(
            body.pk == found.pk
            for party in one.parties.all()
            for found in bodies_of(party, naming, draft)
        )
    ]
