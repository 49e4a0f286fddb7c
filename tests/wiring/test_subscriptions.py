"""Who reacts to which fact, and that the worker is called once for what waits."""

import pytest
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from birlik.base.journal.delivery import SUBSCRIBERS
from birlik.base.journal.facts import FACTS
from birlik.wiring.subscriptions import SUBSCRIPTIONS, connect, wake


def test_every_fact_is_told() -> None:
    """No fact that a module declares goes without somebody who reacts to it."""
    ours = {kind for kind in FACTS.values() if kind.__module__.startswith("birlik.")}
    assert {kind for kind, _subscriber in SUBSCRIPTIONS} == ours


def test_connecting_again_changes_nothing() -> None:
    """A subscriber is called once for a fact, however often the modules are connected."""
    before = {kind: list(found) for kind, found in SUBSCRIBERS.items()}
    connect()
    assert dict(SUBSCRIBERS) == before


@pytest.mark.django_db
def test_the_worker_is_called_once_for_what_waits() -> None:
    """Of many actions one after another the worker is called once; when it has begun, a further
    action calls it again, for it may have looked already."""
    for _action in range(3):
        wake()
    (waiting,) = DBTaskResult.objects.all()
    assert waiting.task_path == "birlik.base.journal.tasks.deliver"
    DBTaskResult.objects.update(status=TaskResultStatus.RUNNING)
    wake()
    assert DBTaskResult.objects.count() == 2
