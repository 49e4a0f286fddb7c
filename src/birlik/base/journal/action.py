"""`@action`: the one way to write.

It opens the transaction, locks and reloads the subject, asks the rule about the locked row, runs
the body, and appends one entry to the chain. A nested action joins the transaction, and its entry
carries the outer entry's id.
"""

from collections.abc import Callable, Mapping
from contextvars import ContextVar
from dataclasses import asdict, dataclass, field
from datetime import datetime
from functools import partial, wraps
from inspect import signature
from typing import Any, Concatenate, ParamSpec, TypeVar
from uuid import UUID, uuid4

from django.db import models, transaction

from birlik.base.journal.engine.chain import canonical, chained, digest
from birlik.base.journal.facts import Fact
from birlik.base.journal.models import Entry, Head, StoredFact
from birlik.base.values.actor import Actor
from birlik.base.values.local_text import LocalText
from birlik.base.values.refused import require
from birlik.base.values.verdict import Verdict

P = ParamSpec("P")
R = TypeVar("R")
S = TypeVar("S")
Rule = Callable[[Actor, Any, datetime], Verdict]


@dataclass(frozen=True, slots=True)
class ActionCard:
    """A registered action: its key, its rule and its label, for the matrix and the journal."""

    key: str
    may: Rule
    label: LocalText


@dataclass(slots=True)
class OpenEntry:
    """The entry of the action that is running."""

    id: UUID
    outer: UUID | None
    entered: bool = True
    noted: dict[str, object] = field(default_factory=dict)
    facts: list[Fact] = field(default_factory=list)
    appends: list[Callable[[], None]] = field(default_factory=list)


ACTIONS: dict[str, ActionCard] = {}
WAKERS: list[Callable[[], object]] = []
"""What is called after a commit that stored facts; the wiring puts the worker's task here."""

_running: ContextVar[OpenEntry | None] = ContextVar("running", default=None)


def announce(fact: Fact) -> None:
    """Store `fact` with the running action's entry; delivered after commit, at least once.

    Raises RuntimeError where no action runs, or one that leaves no entry.
    """
    entry = _open()
    if not entry.entered:
        raise RuntimeError("an action without an entry announces nothing")
    entry.facts.append(fact)


def note(**details: object) -> None:
    """Add details to the running action's entry."""
    _open().noted.update(details)


def _open() -> OpenEntry:
    entry = _running.get()
    if entry is None:
        raise RuntimeError("only a running action announces facts or notes details")
    return entry


def action(
    key: str,
    *,
    may: Rule,
    label: LocalText,
    withheld: tuple[str, ...] = (),
    digested: tuple[str, ...] = (),
    entered: bool = True,
) -> Callable[
    [Callable[Concatenate[Actor, S, P], R]],
    Callable[Concatenate[Actor, S, P], R],
]:
    """Register the function below as the action `key`, guarded by the rule `may`.

    The function takes the actor and the subject (for a creation the parent, or None) and, by
    keyword, `at` and whatever else it needs; what it is given is written into the journal, save
    that `withheld` names (personal data, secrets) are left out and `digested` ones (long texts)
    stand as their SHA-256. Working copies, which say nothing yet, are not `entered`. Calling it
    raises `RefusedError` when the rule says no, and then nothing is written.
    """

    def register(
        body: Callable[Concatenate[Actor, S, P], R],
    ) -> Callable[Concatenate[Actor, S, P], R]:
        refuse_unknown(key, body, {*withheld, *digested})
        if key in ACTIONS:
            raise ValueError(f"two actions are called {key}")
        ACTIONS[key] = ActionCard(key, may, label)

        @wraps(body)
        def run(by: Actor, subject: S, /, *args: P.args, **given: P.kwargs) -> R:
            at = given.get("at")
            if not isinstance(at, datetime):
                raise TypeError(f"{key}: `at` is the instant of the action")
            if args:
                raise TypeError(f"{key}: what it is given is named, so that the journal shows it")
            with transaction.atomic():
                locked = lock(subject)
                require(may(by, locked, at))
                outer = _running.get()
                entry = OpenEntry(uuid4(), outer.id if outer else None, entered)
                token = _running.set(entry)
                try:
                    result = body(by, locked, *args, **given)
                finally:
                    _running.reset(token)
                written = locked if locked is not None else result
                given_shown = shown(given, withheld, digested)
                if entered:
                    entry.appends.append(partial(append, entry, key, by, at, written, given_shown))
                conclude(entry, outer)
            return result

        return run

    return register


def refuse_unknown(key: str, body: Callable[..., object], named: set[str]) -> None:
    """Raise ValueError when an action would hide from the journal what it does not take."""
    if unknown := named - set(signature(body).parameters):
        raise ValueError(f"{key} takes no {', '.join(sorted(unknown))}")


def conclude(entry: OpenEntry, outer: OpenEntry | None) -> None:
    """Append an entry and those of the actions nested in it; a nested one leaves that to the outer.

    So only the outermost action locks the head row, and does it last: two actions that want each
    other's rows never wait for each other's head.
    """
    if outer:
        outer.appends += entry.appends
        return
    for write in entry.appends:
        write()


def lock(subject: S) -> S:
    """The subject's row, reloaded and locked until the transaction ends."""
    if not isinstance(subject, models.Model):
        return subject
    rows = subject.__class__._default_manager.select_for_update(of=("self",))
    locked: S = rows.get(pk=subject.pk)
    return locked


def shown(
    given: Mapping[str, object], withheld: tuple[str, ...], digested: tuple[str, ...]
) -> dict[str, object]:
    """What the journal may show of an action's arguments; `at` stands in the entry itself."""
    return {
        name: digest(value) if name in digested else value
        for name, value in given.items()
        if name != "at" and name not in withheld
    }


def append(  # the parts of one entry
    entry: OpenEntry,
    key: str,
    by: Actor,
    at: datetime,
    subject: object,
    given: Mapping[str, object],
) -> None:
    """Write the entry at the end of the chain; the head row is locked last."""
    kind, number = address(subject)
    head = locked_head()
    head.number += 1
    text = canonical(
        {
            "number": head.number,
            "id": entry.id,
            "outer": entry.outer,
            "at": at,
            "action": key,
            "by": {"account": by.account_id, "appointment": by.appointment_id, "as": by.label},
            "subject": {"kind": kind, "id": number},
            "given": given,
            "noted": entry.noted,
            "facts": [named(fact) for fact in entry.facts],
        }
    )
    previous, head.hash = head.hash, chained(head.hash, text)
    row = Entry.objects.create(
        id=entry.id,
        number=head.number,
        at=at,
        action=key,
        account=by.account_id,
        appointment=by.appointment_id,
        actor=by.label,
        subject_kind=kind,
        subject=number,
        outer=entry.outer,
        text=text,
        previous_hash=previous,
        hash=head.hash,
    )
    head.save()
    if entry.facts:
        StoredFact.objects.bulk_create(
            StoredFact(
                entry=row, position=place, name=type(fact).__name__, text=canonical(asdict(fact))
            )
            for place, fact in enumerate(entry.facts)
        )
        for wake in WAKERS:
            transaction.on_commit(wake)


def locked_head() -> Head:
    """The end of the chain, locked; the first entry of all makes it."""
    rows = Head.objects.select_for_update().filter(pk=1)
    found = rows.first()
    if found is None:
        Head.objects.get_or_create(pk=1)
        found = rows.get()
    return found


def named(fact: Fact) -> dict[str, object]:
    """A fact with its name, as the entry's text holds it."""
    return {"fact": type(fact).__name__, **asdict(fact)}


def address(subject: object) -> tuple[str, str]:
    """Kind and number of a stored subject; two empty texts for anything else."""
    if isinstance(subject, models.Model):
        return subject._meta.label_lower, str(subject.pk)
    return "", ""
