"""What `@action` guarantees: guard, transaction, one chained entry, facts after commit."""

import json
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest

from birlik.base.journal.action import ACTIONS, WAKERS, action, announce, note
from birlik.base.journal.delivery import SUBSCRIBERS, deliver_facts, subscribe
from birlik.base.journal.facts import FACTS, Fact, fact
from birlik.base.journal.models import Entry, Head, StoredFact
from birlik.base.journal.queries import (
    first_wrong_entry,
    head,
    history,
    last_entry,
    undelivered_facts,
)
from birlik.base.journal.tasks import deliver
from birlik.base.values.actor import Actor
from birlik.base.values.local_text import LocalText
from birlik.base.values.refused import RefusedError
from birlik.base.values.verdict import Verdict

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 20, 9, tzinfo=UTC)
NO = LocalText("жоқ", "нет", "no")
LABEL = LocalText("сынақ", "проба", "trial")
CLERK = Actor(7, 3, "А. Іс жүргізуші")


def may_try(actor: Actor, _subject: object, _at: datetime) -> Verdict:
    """Only the clerk and the system."""
    return Verdict.yes() if actor.is_system or actor == CLERK else Verdict.no(NO)


@fact
@dataclass(frozen=True, slots=True)
class TrialHeld(Fact):
    """A trial was held."""

    count: int


@action("trial.held", may=may_try, label=LABEL, withheld=("secret",), digested=("long",))
def hold_trial(
    _by: Actor, _subject: None, /, *, at: datetime, count: int, secret: str = "", long: str = ""
) -> int:
    """An action of the test."""
    announce(TrialHeld(count))
    note(doubled=2 * count)
    if count < 0:
        raise ValueError("less than nothing")
    return count


@action("trial.series", may=may_try, label=LABEL)
def hold_series(by: Actor, _subject: None, /, *, at: datetime) -> int:
    """An action that calls another; how many entries there are then."""
    hold_trial(by, None, at=at, count=1)
    return Entry.objects.count()


@action("trial.closed", may=may_try, label=LABEL)
def close_trial(_by: Actor, entry: Entry, /, *, at: datetime) -> str:
    """An action on a stored subject."""
    return entry.action


def entries() -> list[Entry]:
    """All entries in order."""
    return list(Entry.objects.order_by("number"))


def test_one_entry_with_who_and_what() -> None:
    """An action leaves one entry that names the actor, what was given, noted and announced."""
    assert hold_trial(CLERK, None, at=AT, count=4, secret="s", long="x") == 4
    (entry,) = entries()
    text = json.loads(entry.text)
    assert (entry.number, entry.action, entry.account, entry.actor) == (
        1,
        "trial.held",
        7,
        "А. Іс жүргізуші",
    )
    # SHA-256 of the letter x in JSON's quotes, by `sha256sum`.
    expected = "ba2df4903a2c14e86dc3bcca58911b44ac1d2514b7227bf6eb08cfb978f55a1b"
    assert text["given"]["long"] == {"sha256": expected}
    assert text["given"]["count"] == 4
    assert "secret" not in text["given"]
    assert text["noted"] == {"doubled": 8}
    assert text["facts"] == [{"fact": "TrialHeld", "count": 4}]
    assert text["at"] == "2026-11-20T09:00:00+00:00"


def test_refusal_writes_nothing() -> None:
    """A refused action raises with its reason and leaves no entry."""
    with pytest.raises(RefusedError) as refusal:
        hold_trial(Actor(8, None, "stranger"), None, at=AT, count=1)
    assert refusal.value.reason == NO
    assert entries() == []


def test_failure_writes_nothing() -> None:
    """An action that breaks leaves neither entry nor fact."""
    with pytest.raises(ValueError, match="less than nothing"):
        hold_trial(CLERK, None, at=AT, count=-1)
    assert entries() == []
    assert not StoredFact.objects.exists()


def test_nested_action_carries_the_outer_id() -> None:
    """The inner entry comes first in the chain and names the outer one; both are appended, and the
    head is locked, only when the outer one ends."""
    assert hold_series(CLERK, None, at=AT) == 0
    inner, outer = entries()
    assert (inner.action, outer.action) == ("trial.held", "trial.series")
    assert inner.outer == outer.id
    assert outer.outer is None


def test_subject_is_reloaded_and_named() -> None:
    """The body sees the row as the database has it, and the entry names it."""
    hold_trial(CLERK, None, at=AT, count=1)
    (first,) = entries()
    first.action = "altered in memory only"
    assert close_trial(CLERK, first, at=AT) == "trial.held"
    assert [one.action for one in history(first)] == ["trial.closed"]


def test_time_is_an_instant() -> None:
    """An action without an instant is a mistake of the caller."""
    with pytest.raises(TypeError):
        hold_trial(CLERK, None, at="today", count=1)


def test_facts_and_notes_need_an_action() -> None:
    """Outside an action nothing can be announced."""
    with pytest.raises(RuntimeError):
        announce(TrialHeld(1))


def test_names_are_taken_once() -> None:
    """Two actions or facts of one name would make the journal ambiguous."""
    with pytest.raises(ValueError, match="two actions"):
        action("trial.held", may=may_try, label=LABEL)(hold_trial)
    with pytest.raises(ValueError, match="two facts"):
        fact(TrialHeld)
    assert ACTIONS["trial.held"].label == LABEL


def test_chain_holds_and_tampering_shows() -> None:
    """Three entries verify; altering one, or cutting the last off, is found at its number."""
    for count in range(3):
        hold_trial(CLERK, None, at=AT, count=count)
    assert first_wrong_entry() is None
    assert head() == (3, entries()[2].hash)
    Entry.objects.filter(number=2).update(text="{}")
    assert first_wrong_entry() == 2


@pytest.mark.parametrize(
    "column", [{"actor": "somebody else"}, {"account": 8}, {"action": "x"}, {"subject": "9"}]
)
def test_altered_column_shows(column: dict[str, object]) -> None:
    """What pages show of an entry stands in columns: altering one is found like altering the text,
    also where a later entry is broken too."""
    for count in range(3):
        hold_trial(CLERK, None, at=AT, count=count)
    Entry.objects.filter(number=2).update(**column)
    assert first_wrong_entry() == 2
    Entry.objects.filter(number=3).update(text="{}")
    assert first_wrong_entry() == 2


def test_everything_given_is_named() -> None:
    """What would not show in the journal is not taken: values without a name, names that hide
    nothing, and an action without its time."""
    with pytest.raises(TypeError, match="named"):
        hold_trial(CLERK, None, 4, at=AT)
    with pytest.raises(TypeError, match="instant"):
        hold_trial(CLERK, None, count=4)
    with pytest.raises(ValueError, match="pasword"):
        action("trial.misspelt", may=may_try, label=LABEL, withheld=("pasword",))(hold_trial)
    assert "trial.misspelt" not in ACTIONS


def test_cut_tail_shows() -> None:
    """With the last entry gone the head no longer fits."""
    for count in range(2):
        hold_trial(CLERK, None, at=AT, count=count)
    StoredFact.objects.all().delete()
    Entry.objects.filter(number=2).delete()
    assert first_wrong_entry() == 2


def test_empty_journal_holds() -> None:
    """Before the first action the chain is empty and sound."""
    assert first_wrong_entry() is None
    assert head() == (0, "0" * 64)
    assert Head.objects.count() == 0
    assert last_entry("trial.held") is None


def test_delivery_is_repeated_until_it_succeeds() -> None:
    """A subscriber that fails gets the same fact again; one that succeeds does not."""
    heard: list[int] = []

    def listen(held: TrialHeld) -> None:
        heard.append(held.count)
        if len(heard) == 1:
            raise ConnectionError

    SUBSCRIBERS.pop(TrialHeld, None)
    subscribe(TrialHeld, listen)
    subscribe(TrialHeld, listen)
    hold_trial(CLERK, None, at=AT, count=5)
    with pytest.raises(ConnectionError):
        deliver_facts(at=AT)
    assert deliver_facts(at=AT) == 1
    assert deliver_facts(at=AT) == 0
    assert heard == [5, 5]
    assert not undelivered_facts().exists()
    SUBSCRIBERS.pop(TrialHeld)
    assert FACTS["TrialHeld"] is TrialHeld


def test_worker_is_woken_after_the_commit(django_capture_on_commit_callbacks: object) -> None:
    """An action with facts calls the worker once it is committed; one without facts does not."""
    with django_capture_on_commit_callbacks() as calls:
        hold_trial(CLERK, None, at=AT, count=1)
        close_trial(CLERK, entries()[0], at=AT)
    assert len(calls) == len(WAKERS) == 1


def test_worker_delivers() -> None:
    """The worker's task delivers what waits."""
    hold_trial(CLERK, None, at=AT, count=1)
    assert deliver.func() == 1


@action("trial.drafted", may=may_try, label=LABEL, entered=False)
def draft_trial(_by: Actor, _subject: None, /, *, at: datetime, announced: bool = False) -> int:
    """A working copy, of which the journal says nothing."""
    note(kept=1)
    if announced:
        announce(TrialHeld(1))
    return 1


@action("trial.prepared", may=may_try, label=LABEL)
def prepare_trial(by: Actor, _subject: None, /, *, at: datetime) -> int:
    """An action that keeps a working copy on its way."""
    return draft_trial(by, None, at=at)


def test_a_working_copy_leaves_no_entry() -> None:
    """It is guarded like every action and writes no entry, alone or within another one."""
    assert draft_trial(CLERK, None, at=AT) == 1
    assert entries() == []
    assert prepare_trial(CLERK, None, at=AT) == 1
    assert [one.action for one in entries()] == ["trial.prepared"]
    assert first_wrong_entry() is None
    with pytest.raises(RefusedError):
        draft_trial(Actor(8, None, "stranger"), None, at=AT)


def test_a_working_copy_announces_nothing() -> None:
    """A fact without an entry would have no place in the chain."""
    with pytest.raises(RuntimeError, match="announces nothing"):
        draft_trial(CLERK, None, at=AT, announced=True)
    assert not StoredFact.objects.exists()
