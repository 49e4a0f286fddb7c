"""What the worker does for duties and obligations."""

import logging
from datetime import datetime

from birlik.base.obligations.actions.generate_ahead import basis_of, generate_ahead, is_generated
from birlik.base.obligations.actions.pass_on import pass_on
from birlik.base.records.queries.acts import acts_in_force
from birlik.base.registry.queries.succession import ahead_of
from birlik.base.values.actor import Actor
from birlik.base.values.clock import day_of

LOG = logging.getLogger(__name__)
SYSTEM = Actor.system()


def generate_all(*, at: datetime) -> int:
    """Make what the acts in force make people owe later and is not there; return how many.

    An act for which nothing changed since the last time is passed over. One that cannot be reckoned
    does not keep the others from it: it raises RuntimeError with the number of such acts, after
    all the others are done.
    """
    on, made, failed = day_of(at), 0, 0
    for act in acts_in_force(on=on):
        basis = basis_of(act, on=on)
        if is_generated(act, basis):
            continue
        try:
            made += generate_ahead(SYSTEM, act, at=at, basis=basis)
        except Exception:
            LOG.exception("act %s was not reckoned ahead", act.pk)
            failed += 1
    if failed:
        raise RuntimeError(f"{failed} acts were not reckoned ahead")
    return made


def effect_reorganisations(*, at: datetime) -> int:
    """Pass on what reorganisations that were announced ahead pass on, from the first hour of their
    day; return how many there were."""
    waiting = list(ahead_of(day_of(at)))
    for made in waiting:
        pass_on(SYSTEM, made, at=at)
    return len(waiting)
