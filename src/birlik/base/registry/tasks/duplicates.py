"""Looking through the whole register for entries that are alike, in the worker."""

from datetime import datetime, timedelta

from django.db import transaction
from django_tasks import task

from birlik.base.registry.actions.duplicates import begin_run, end_run, fail_run, show_progress
from birlik.base.registry.engine.duplicates import pairs_of_bodies, pairs_of_people
from birlik.base.registry.models import LikenessRun
from birlik.base.registry.queries.duplicates import (
    compared_bodies,
    humans,
    run_going_on,
    run_numbered,
)
from birlik.base.values.actor import Actor
from birlik.base.values.clock import SystemClock

SYSTEM = Actor.system()
LOST = timedelta(hours=1)
"""After how long a look that did not end is taken for broken off."""


def order_run(by: Actor, *, at: datetime) -> LikenessRun:
    """Have the worker look through the register; raises `RefusedError` while it does."""
    with transaction.atomic():
        give_up_lost(at)
        begun = begin_run(by, None, at=at)
        seek_duplicates.enqueue(begun.pk)
    return begun


@task()
def seek_duplicates(number: int) -> None:
    """Do a look that was begun; one that has ended stays as it is, so the task may run twice."""
    run = run_numbered(number)
    if run is not None and run.ended_at is None:
        seek(run)


def seek(run: LikenessRun) -> int:
    """Compare all bodies, then all people, and keep what is alike; how many pairs wait."""
    clock = SystemClock()
    try:
        bodies = list(pairs_of_bodies(compared_bodies()))
        show_progress(SYSTEM, run, at=clock.now(), percent=40)
        people = list(pairs_of_people(humans()))
        show_progress(SYSTEM, run, at=clock.now(), percent=90)
        return end_run(SYSTEM, run, at=clock.now(), bodies=bodies, people=people)
    except Exception:
        fail_run(SYSTEM, run, at=clock.now())
        raise


def seek_nightly(*, at: datetime) -> int:
    """Look through the register at once, in the worker's night, unless a look goes on; how many
    pairs wait."""
    give_up_lost(at)
    return 0 if run_going_on() else seek(begin_run(SYSTEM, None, at=at))


def give_up_lost(at: datetime) -> None:
    """Say that a look which did not end for long broke off."""
    going_on = run_going_on()
    if going_on and going_on.asked_at < at - LOST:
        fail_run(SYSTEM, going_on, at=at)


def give_up_seeking(number: int, *, at: datetime) -> None:
    """Say that a look which the worker was killed over again and again will not be done."""
    run = run_numbered(number)
    if run is not None and run.ended_at is None:
        fail_run(SYSTEM, run, at=at)
