"""`birlik verify` on an installation where somebody reported, reviewed, and then tampered."""

import json
import re
from datetime import date

import pytest
from typer.testing import CliRunner

from birlik.base.journal.engine.chain import chained
from birlik.base.journal.models import Entry, Head, StoredFact
from birlik.base.journal.queries import head, head_on
from birlik.base.obligations.actions import (
    accept_contributions,
    accept_report,
    ask_extension,
    grant_extension,
    make_remark,
    release_obligation,
    return_report,
    submit_report,
)
from birlik.base.obligations.models import Obligation, Review, Submission
from birlik.base.values.clock import day_of
from birlik.faces.console.verify import app
from tests.base.obligations.reporting_world import (
    Reporting,
    again,
    later,
    reported,
    reporting,
)

pytestmark = pytest.mark.django_db
LATER = date(2030, 1, 1)


@pytest.fixture
def world() -> Reporting:
    """A report returned and reported anew, one accepted, one extended, one released, and twelve
    remarks at the end of the chain."""
    found = reporting()
    first = reported(found, found.agreed)
    return_report(found.coordinator, found.agreed, at=later(1), submission=first.pk, reason="жоқ")
    second = submit_report(found.contributor, found.agreed, at=later(2), text_ru="Исполнено")
    accept_report(found.coordinator, found.agreed, at=later(3), submission=second.pk)
    ask_extension(
        found.executor, found.counted, at=later(4), wanted_on=date(2024, 8, 31), reason="кеш"
    )
    grant_extension(
        found.coordinator, found.counted, at=later(5), due_on=date(2024, 8, 31), ground="№ 5"
    )
    reported(found, found.contribution, days=6)
    release_obligation(
        found.coordinator, found.lead, at=later(7), ground=found.ground, reason="негіз"
    )
    for day in range(12):
        make_remark(found.executor, found.counted, at=later(8 + day), text=f"{day}")
    return found


def verified(*options: str) -> tuple[int, str]:
    """The exit code of `birlik verify` and what it says."""
    answer = CliRunner().invoke(app, list(options))
    return answer.exit_code, answer.output.strip()


def rehash(*entries: Entry) -> None:
    """Give entries the hashes that their own text and place ask for, as a careful forger would."""
    for one in entries:
        previous = Entry.objects.filter(number=one.number - 1).values_list("hash", flat=True)
        one.previous_hash = previous.first() or "0" * 64
        one.hash = chained(one.previous_hash, one.text)
        one.save()


def test_untouched_record_holds(world: Reporting) -> None:
    """Nothing was changed: the number and hash of the head, and exit code 0."""
    number, digest = head()
    assert verified() == (0, f"{number} {digest}")


@pytest.mark.parametrize("number", [1, 7, 18])
def test_an_altered_entry_is_named(world: Reporting, number: int) -> None:
    """One word changed in the text of an entry: that entry is named."""
    one = Entry.objects.get(number=number)
    told = json.loads(one.text)
    told["by"]["as"] = "another"
    one.text = json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    one.save()
    assert verified() == (1, f"entry {number}")


def test_an_altered_entry_with_its_hash_shows_at_the_next(world: Reporting) -> None:
    """Who also recomputes the hash of the changed entry is betrayed by the one after it."""
    one = Entry.objects.get(number=7)
    one.text = one.text.replace('"quantity":null', '"quantity":50').replace("МИН", "МУЗ")
    one.text = one.text.replace('"facts":', '"facts" :')
    rehash(one)
    assert verified() == (1, "entry 8")


@pytest.mark.parametrize(
    ("column", "value"), [("actor", "another"), ("action", "act.adopted"), ("account", 77)]
)
def test_an_altered_column_is_named(world: Reporting, column: str, value: object) -> None:
    """The columns beside the text, by which the pages search and show, are compared with it."""
    Entry.objects.filter(number=9).update(**{column: value})
    assert verified() == (1, "entry 9")


def test_the_last_ten_cut_off_are_missed(world: Reporting) -> None:
    """Ten entries deleted at the end: the first of them is named, for the head knows it."""
    number, _digest = head()
    StoredFact.objects.filter(entry__number__gt=number - 10).delete()
    Entry.objects.filter(number__gt=number - 10).delete()
    assert verified() == (1, f"entry {number - 9}")


def test_the_last_ten_cut_off_with_the_head_show_by_a_kept_head(world: Reporting) -> None:
    """With the head rewritten the chain holds; only the head of a digest tells that it was cut."""
    number, digest = head_on(LATER)
    StoredFact.objects.filter(entry__number__gt=number - 10).delete()
    Entry.objects.filter(number__gt=number - 10).delete()
    last = Entry.objects.order_by("number").last()
    assert last is not None
    Head.objects.update(number=last.number, hash=last.hash)
    assert verified()[0] == 0
    code, said = verified("--head", f"{number}:{digest}")
    assert code == 1
    assert said.startswith(f"entry {number}: no longer there")


def test_a_chain_written_anew_shows_by_a_kept_head(world: Reporting) -> None:
    """Every hash recomputed after a change: the chain holds, the head of a digest does not."""
    kept = head()
    one = Entry.objects.get(number=7)
    one.text = one.text.replace('"facts":', '"facts" :')
    rehash(one, *Entry.objects.filter(number__gt=7).order_by("number"))
    last = Entry.objects.order_by("-number")[0]
    Head.objects.update(hash=last.hash)
    assert verified()[0] == 0
    code, said = verified("--head", f"{kept[0]}:{kept[1][:16]}")
    assert (code, said) == (1, f"entry {kept[0]}: {last.hash}, a digest gave {kept[1][:16]}")


def test_a_kept_head_that_holds_says_nothing(world: Reporting) -> None:
    """The heads of digests, whole or cut to sixteen signs, agree with an untouched journal."""
    number, digest = head_on(day_of(later(3)))
    assert Entry.objects.get(number=number).action == "report.accepted"
    assert head_on(date(2000, 1, 1)) == (0, "0" * 64)
    options = [f"{number}:{digest}", f"{number}:{digest[:16].upper()}", f"0:{'0' * 64}"]
    assert verified(*(part for one in options for part in ("--head", one)))[0] == 0


@pytest.mark.parametrize("words", ["", "12", "12:xyz", "x:0123456789abcdef", "12:0123"])
def test_a_head_is_written_in_one_way(world: Reporting, words: str) -> None:
    """What is no number with a hash is refused as bad usage."""
    assert verified("--head", words)[0] == 2


def swapped(first: int, second: int) -> tuple[Entry, Entry]:
    """Two entries that have changed places, as an SQL statement would do it."""
    one, other = Entry.objects.get(number=first), Entry.objects.get(number=second)
    Entry.objects.filter(pk=one.pk).update(number=-1)
    Entry.objects.filter(pk=other.pk).update(number=first)
    Entry.objects.filter(pk=one.pk).update(number=second)
    return Entry.objects.get(number=first), Entry.objects.get(number=second)


def test_two_swapped_entries_are_missed(world: Reporting) -> None:
    """Two entries in each other's place: the first of the two places is named."""
    swapped(10, 11)
    assert verified() == (1, "entry 10")


def test_two_swapped_entries_with_new_hashes_are_named(world: Reporting) -> None:
    """Swapped, with hashes recomputed for their new places: their own text still says its number,
    and the next entry does not follow."""
    first, second = swapped(10, 11)
    Entry.objects.filter(pk=first.pk).update(hash="a" * 64)
    rehash(first, second)
    assert verified() == (1, "entry 10")


def test_two_swapped_entries_that_lie_about_their_numbers_are_named(world: Reporting) -> None:
    """Swapped, renumbered in their text and rehashed: the entry after them does not follow."""
    pair = swapped(10, 11)
    for one in pair:
        one.text = re.sub(r'"number":\d+,"outer"', f'"number":{one.number},"outer"', one.text)
    Entry.objects.filter(pk=pair[0].pk).update(hash="a" * 64)
    rehash(*pair)
    assert verified() == (1, "entry 12")


@pytest.mark.parametrize(
    ("column", "value", "said"),
    [
        ("outcome", "released", "outcome 'released', not 'accepted'"),
        ("stage", "returned", "stage 'returned', not ''"),
        ("first_submitted_on", date(2024, 5, 1), "first_submitted_on datetime.date(2024, 5, 1)"),
        ("void_reason", "after_repeal", "outcome 'accepted', not 'void'"),
    ],
)
def test_an_altered_state_is_named(world: Reporting, column: str, value: object, said: str) -> None:
    """A stored state that does not follow from the reports and reviews: the obligation is named,
    with what is stored and what follows."""
    Obligation.objects.filter(pk=world.agreed.pk).update(**{column: value})
    code, words = verified()
    assert code == 1
    assert words.startswith(f"obligation {world.agreed.pk}: {said}")


def test_an_altered_extension_is_named(world: Reporting) -> None:
    """A due date later than the one granted: the obligation is named."""
    assert again(world.counted).due_on == date(2024, 8, 31)
    Obligation.objects.filter(pk=world.counted.pk).update(due_on=date(2024, 12, 31))
    code, said = verified()
    assert code == 1
    assert said.startswith(f"obligation {world.counted.pk}: due_on")


def test_a_release_taken_away_is_named(world: Reporting) -> None:
    """A released obligation without its release is wrong, and so is one that is void by its act."""
    again(world.lead).release.delete()
    assert verified() == (1, f"obligation {world.lead.pk}: outcome 'released', not ''")


def test_a_void_reason_that_the_act_does_not_give_is_named(world: Reporting) -> None:
    """An act repealed behind the back of the actions leaves obligations that should be void."""
    world.act.repealed_on = date(2024, 6, 15)
    world.act.save()
    code, said = verified()
    assert code == 1
    assert "void_reason '', not 'period_cut_by_repeal'" in said


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"text_ru": "Исполнено на сто процентов"}, "text {'sha256'"),
        ({"quantity": 50}, "quantity 50, the journal says None"),
        ({"number": 9}, "number 9, the journal says 2"),
    ],
)
def test_a_changed_report_is_named(world: Reporting, change: dict[str, object], said: str) -> None:
    """A report whose words, quantity or number were changed afterwards is named."""
    last = Submission.objects.filter(obligation=world.agreed).latest("number")
    Submission.objects.filter(pk=last.pk).update(**change)
    code, words = verified()
    assert code == 1
    assert words.startswith(f"report {last.pk}: {said}")


def test_a_report_moved_in_time_is_named(world: Reporting) -> None:
    """A report dated back changes the day of the first report: the obligation is named."""
    Submission.objects.filter(obligation=world.agreed, number=1).update(at=later(-30))
    code, said = verified()
    assert code == 1
    assert said.startswith(f"obligation {world.agreed.pk}: first_submitted_on")


def test_a_report_that_nobody_submitted_is_named(world: Reporting) -> None:
    """A report put into the database past the actions is unknown to the journal."""
    made = Submission.objects.create(
        obligation=world.counted, number=1, text_kk="Орындалды", at=later(20)
    )
    code, said = verified()
    assert code == 1
    assert said.startswith(f"report {made.pk}: obligation '{world.counted.pk}', the journal says")


def test_a_report_that_vanished_is_named(world: Reporting) -> None:
    """A report taken out of the database is still known to the journal."""
    gone = Submission.objects.get(obligation=world.contribution)
    number = gone.pk
    gone.delete()
    code, said = verified()
    assert code == 1
    assert said.startswith(f"report {number}: obligation None")


def test_a_judgement_turned_round_is_named(world: Reporting) -> None:
    """A return made an acceptance is named, and so is one that is taken away."""
    Review.objects.filter(accepted=False).update(accepted=True)
    first = Submission.objects.get(obligation=world.agreed, number=1)
    assert verified() == (1, f"report {first.pk}: accepted True, the journal says False")
    Review.objects.filter(submission=first).delete()
    assert verified() == (1, f"report {first.pk}: accepted None, the journal says False")


def test_contributions_accepted_at_once_are_known_to_the_journal() -> None:
    """Each report of a bulk acceptance agrees with the journal; one added behind its back does
    not."""
    world = reporting()
    made = reported(world, world.contribution)
    assert accept_contributions(world.executor, world.lead, at=later(1), submissions=[made.pk])
    assert verified()[0] == 0
    Review.objects.filter(submission=made).update(accepted=False, reason="x")
    assert verified() == (1, f"report {made.pk}: accepted False, the journal says True")


def test_an_entry_that_is_no_text_of_an_entry_is_named(world: Reporting) -> None:
    """A last entry emptied of its text, with hash and head rewritten: its columns give it away."""
    last = Entry.objects.latest("number")
    last.text = "{"
    rehash(last)
    Head.objects.update(hash=last.hash)
    assert verified() == (1, f"entry {last.number}")
