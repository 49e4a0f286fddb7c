"""Who keeps the protocol of a commission."""

from datetime import datetime

from birlik.base.registry.models import Territory
from birlik.base.registry.rules.reach import reaches_territory
from birlik.base.values.actor import Actor
from birlik.base.values.verdict import Verdict
from birlik.domains.accreditation import refusals
from birlik.domains.accreditation.rules.reach import CHECK, RUN, unless


def may_record(actor: Actor, region: Territory | None, _at: datetime) -> Verdict:
    """The secretary keeps the protocol of the region's commission; that of the republic (None), who
    runs accreditation."""
    near = region is not None and reaches_territory(actor, CHECK, region)
    return unless((not near and not actor.reaches(RUN), refusals.NO_CHECKING))
