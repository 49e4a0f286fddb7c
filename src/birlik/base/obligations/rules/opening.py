"""Who may take over what an office's own record of control says of the past."""

from datetime import datetime

from birlik.base.obligations.refusals.opening import NO_TAKING_OVER
from birlik.base.obligations.rules.reporting import unless
from birlik.base.values.actor import Actor
from birlik.base.values.verdict import Verdict


def may_take_over(actor: Actor, _act: object, _at: datetime) -> Verdict:
    """Whoever imports acts may bring what was known of them before."""
    return unless((not actor.holds("acts.import"), NO_TAKING_OVER))


def may_open_balance(actor: Actor, at: datetime) -> Verdict:
    """Who takes past records over opens their pages."""
    return may_take_over(actor, None, at)
