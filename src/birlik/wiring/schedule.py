"""The worker's clock: what is due when, and how it is begun exactly once.

Each kind of work has a turn in every day or hour. Whoever finds one due first takes it with a row
that is unique, and puts the task into the queue in the same transaction; so two servers begin it
once. A turn that was taken and did not end is taken anew after an hour. Turns of days that have
passed are not made up for: each work looks at how things stand now.
"""

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from django.conf import settings
from django.core.management import call_command
from django.db import transaction
from django.utils.module_loading import import_string
from django_tasks import task

from birlik.base.journal.delivery import deliver_facts
from birlik.base.obligations.actions import sweep_uploads
from birlik.base.obligations.tasks import effect_reorganisations, generate_all
from birlik.base.registry.actions import end_turn, take_turn
from birlik.base.registry.tasks.duplicates import seek_nightly
from birlik.base.registry.tasks.importing import clear_brought
from birlik.base.registry.tasks.terms import remind_of_terms
from birlik.base.values.actor import Actor
from birlik.base.values.clock import ZONE, SystemClock, day_of
from birlik.base.values.ports import Mail
from birlik.domains.accreditation.tasks.notices import remind_of_ends
from birlik.domains.execution.queries.norms import norms
from birlik.domains.execution.tasks.digests import make_all, send_all
from birlik.domains.execution.tasks.reminders import escalate, remind
from birlik.wiring.worker import take_up_lost

LOG = logging.getLogger(__name__)
SYSTEM = Actor.system()
BEHIND = -10
"""The worker's own work comes after what somebody waits for, whose priority is 0."""

KEPT_DAYS = 14
"""For how many days the results of finished tasks are kept."""

Step = Callable[[datetime], object]


class BrokenWorkError(RuntimeError):
    """Some steps of a turn failed; the others were done."""


@dataclass(frozen=True, slots=True)
class Work:
    """A kind of work: its steps by name, the period in which it has one turn, and the norm that
    says from which hour of the day it is done ('' for any)."""

    steps: Mapping[str, Step]
    per: Literal["day", "hour"]
    hour_norm: str = ""

    def period(self, at: datetime) -> str:
        """The period of an instant, in Kazakhstan: "2026-11-20" or "2026-11-20T09"."""
        local = at.astimezone(ZONE)
        return f"{local:%Y-%m-%d}" if self.per == "day" else f"{local:%Y-%m-%dT%H}"

    def is_open(self, at: datetime) -> bool:
        """Whether the hour has come from which it is done."""
        if not self.hour_norm:
            return True
        return at.astimezone(ZONE).hour >= norms().norm(self.hour_norm, day_of(at)).whole_number()


def mail() -> Mail | None:
    """The adapter that sends mail, by the settings; None where none is set."""
    if not settings.MAIL:
        return None
    adapter: Mail = import_string(settings.MAIL["adapter"])(**settings.MAIL["settings"])
    return adapter


def send_digests(at: datetime) -> int:
    """Send the digests of today that are not sent yet; how many left. Without mail they stay."""
    post = mail()
    return send_all(at=at, mail=post) if post else 0


def clear_away(_at: datetime) -> None:
    """Forget sessions that have ended and the results of tasks done long ago."""
    call_command("clearsessions", verbosity=0)
    call_command("prune_db_task_results", min_age_days=KEPT_DAYS, verbosity=0)


DAILY = Work(
    {
        "generate": lambda at: generate_all(at=at),
        "remind": lambda at: remind(at=at),
        "escalate": lambda at: escalate(at=at),
        "accreditation": lambda at: remind_of_ends(at=at),
        "terms": lambda at: remind_of_terms(at=at),
        "digests": lambda at: make_all(at=at, address=settings.CABINET_ADDRESS),
        "mail": send_digests,
    },
    "day",
    "daily_hour",
)
HOURLY = Work(
    {
        "lost": take_up_lost,
        "reorganisations": lambda at: effect_reorganisations(at=at),
        "facts": lambda at: deliver_facts(at=at),
        "mail": send_digests,
    },
    "hour",
)
NIGHTLY = Work(
    {
        "uploads": lambda at: sweep_uploads(SYSTEM, None, at=at),
        "brought": lambda at: clear_brought(at=at),
        "duplicates": lambda at: seek_nightly(at=at),
        "clear": clear_away,
    },
    "day",
    "nightly_hour",
)
WORKS: Mapping[str, Work] = {"hourly": HOURLY, "nightly": NIGHTLY, "daily": DAILY}
"""Every kind of work by name, in the order in which what is due at once is begun."""


def do_turn(name: str, period: str, *, at: datetime) -> dict[str, object]:
    """Do the steps of a turn and end it; what each step answers.

    A step that fails does not keep the next from its work. Raises `BrokenWorkError` naming those
    that failed: the turn then stays open, and is taken anew after its lease.
    """
    answers: dict[str, object] = {}
    failed = []
    for step, do in WORKS[name].steps.items():
        try:
            answers[step] = do(at)
        except Exception:
            LOG.exception("%s of %s failed: %s", name, period, step)
            failed.append(step)
    if failed:
        raise BrokenWorkError(f"{name} {period}: {', '.join(failed)}")
    end_turn(SYSTEM, None, at=at, name=name, period=period)
    return answers


@task(priority=BEHIND)
def turn(name: str, period: str) -> dict[str, object]:
    """Do a turn in the worker, by the time at which it comes to it.

    One whose period has passed in the queue is ended without work: a later one looks at how things
    stand then, so that a worker that was down for a week does not do a day's work seven times.
    """
    at = SystemClock().now()
    if WORKS[name].period(at) == period:
        return do_turn(name, period, at=at)
    end_turn(SYSTEM, None, at=at, name=name, period=period)
    return {}


def due(at: datetime) -> list[tuple[str, str]]:
    """Name and period of every turn that is open at an instant, taken already or not."""
    return [(name, work.period(at)) for name, work in WORKS.items() if work.is_open(at)]


def enqueue_due(at: datetime) -> list[str]:
    """Take what is due and put it into the queue; the names of what was begun now."""
    begun = []
    for name, period in due(at):
        with transaction.atomic():
            if take_turn(SYSTEM, None, at=at, name=name, period=period):
                turn.enqueue(name, period)
                begun.append(name)
    return begun


def do_due(at: datetime) -> dict[str, dict[str, object]]:
    """Take what is due and do it here and now; what each answers.

    Raises `BrokenWorkError` after all of it, where some step failed.
    """
    answers, broken = {}, []
    for name, period in due(at):
        if take_turn(SYSTEM, None, at=at, name=name, period=period):
            try:
                answers[name] = do_turn(name, period, at=at)
            except BrokenWorkError as error:
                broken.append(str(error))
    if broken:
        raise BrokenWorkError("; ".join(broken))
    return answers
