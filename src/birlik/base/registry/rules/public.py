"""What anybody may see of the register."""

from datetime import datetime

from birlik.base.values.actor import Actor
from birlik.base.values.verdict import Verdict


def may_see_public(_actor: Actor, _at: datetime) -> Verdict:
    """Anybody, signed in or not; what is public the charter says."""
    return Verdict.yes()
