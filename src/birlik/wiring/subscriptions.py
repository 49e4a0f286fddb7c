"""All coupling between modules: who reacts to which fact."""

from birlik.base.journal.action import WAKERS
from birlik.base.journal.tasks import deliver


def connect() -> None:
    """Have the worker called for facts that wait; no module reacts to another yet."""
    if deliver.enqueue not in WAKERS:
        WAKERS.append(deliver.enqueue)
