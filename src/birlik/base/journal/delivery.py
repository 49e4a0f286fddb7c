"""Delivery of facts to those who react to them: after commit, at least once, in order."""

import json
from collections import defaultdict
from datetime import datetime

from birlik.base.journal.facts import FACTS, Fact, Subscriber
from birlik.base.journal.queries import undelivered_facts

SUBSCRIBERS: defaultdict[type[Fact], list[Subscriber]] = defaultdict(list)


def subscribe(kind: type[Fact], subscriber: Subscriber) -> None:
    """Have `subscriber` called for every fact of this kind; it must be idempotent."""
    if subscriber not in SUBSCRIBERS[kind]:
        SUBSCRIBERS[kind].append(subscriber)


def deliver_facts(*, at: datetime) -> int:
    """Deliver what waits and return how many facts were delivered.

    A subscriber that raises stops the delivery there; the fact stays and is tried again.
    """
    delivered = 0
    for stored in undelivered_facts():
        kind = FACTS[stored.name]
        for subscriber in SUBSCRIBERS[kind]:
            subscriber(kind(**json.loads(stored.text)))
        stored.delivered_at = at
        stored.save(update_fields=["delivered_at"])
        delivered += 1
    return delivered


def pass_over_facts(*, at: datetime, before: datetime) -> int:
    """Leave undelivered what happened before an instant; return how many facts that were.

    For what is loaded as history, of which nobody is to be told now.
    """
    return undelivered_facts().filter(entry__at__lt=before).update(delivered_at=at)
