"""The journal of actions as an auditor reads it."""

import csv
import re
from datetime import UTC, date, datetime, timedelta
from io import StringIO
from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from birlik.base.charter.actions import load_charter
from birlik.base.journal.models import Entry
from birlik.base.journal.queries import Wanted, head, leaf_of, unsound
from birlik.base.obligations.actions import make_remark
from birlik.base.registry.actions import appoint, found_office, open_account
from birlik.base.registry.models import Appointment, Structure
from birlik.base.registry.queries import actor_in
from birlik.base.values.local_text import LocalText
from tests.base.obligations.reporting_world import Reporting, later, reported, reporting
from tests.domains.execution.plan_world import SYSTEM

pytestmark = pytest.mark.django_db
AT = datetime(2024, 5, 1, 6, tzinfo=UTC)
BUDGET = 15
CHARTER = """
office_kind:
  auditor:
    - {kk: аудитор, ru: аудитор, en: auditor, from: 2000-01-01, ground: x,
       powers: {acts.read: all, journal.read: all}}
"""


@pytest.fixture
def auditor(client: Client) -> Appointment:
    """An auditor who has signed in and reads Russian."""
    load_charter(SYSTEM, None, at=AT, content=CHARTER.encode())
    body = Structure.objects.create(kind="ministry", name_kk="Кеңсе", name_ru="Канцелярия")
    name = LocalText("аудитор", "аудитор", "auditor")
    office = found_office(SYSTEM, body, at=AT, kind="auditor", name=name)
    account = open_account(
        SYSTEM,
        None,
        at=AT,
        full_name="Сергей Аудиторов",
        email="auditor@birlik.example",
        password_hash="!",
        language="ru",
    )
    client.force_login(account)
    client.cookies["birlik_language"] = "ru"
    return appoint(
        SYSTEM, office, at=AT, person=account.person, valid_from=date(2020, 1, 1), ground="x"
    )


@pytest.fixture
def world(auditor: Appointment) -> Reporting:
    """A report on one obligation, and sixty remarks on another, a minute apart."""
    found = reporting()
    reported(found, found.agreed)
    for minute in range(60):
        at = later(1) + timedelta(minutes=minute)
        make_remark(found.executor, found.counted, at=at, text="сөз")
    load_charter(SYSTEM, None, at=later(2), content=CHARTER.encode())
    return found


def shown(client: Client, query: str = "") -> tuple[list[int], str]:
    """The numbers of the entries on a page of the journal, and the page."""
    text = client.get(f"/journal/{query}").content.decode()
    return [int(number) for number in re.findall(r'id="entry-(\d+)"', text)], text


def test_newest_entries_come_first(client: Client, world: Reporting) -> None:
    """The page begins with the last entry, says the end of the chain, and goes on to older ones."""
    number, digest = head()
    numbers, text = shown(client)
    assert numbers == list(range(number, number - 50, -1))
    assert digest in text
    assert f"before={number - 49}" in text
    assert "birlik verify" in text


def test_leaves_follow_one_another(client: Client, world: Reporting) -> None:
    """Going to older entries and back shows every entry once, whatever is written meanwhile."""
    number, _digest = head()
    first, _text = shown(client)
    make_remark(world.executor, world.counted, at=later(3), text="тағы")
    second, text = shown(client, f"?before={first[-1]}")
    assert second == list(range(number - 50, max(number - 100, 0), -1))
    assert f"after={second[0]}" in text
    back, _text = shown(client, f"?after={second[0]}")
    assert back == first
    assert shown(client, f"?after={number}")[0] == [number + 1]
    assert shown(client, f"?after={number + 1}")[0] == []


@pytest.mark.parametrize("nonsense", ["before=x", "after=-1", "before=9999999999999999999999"])
def test_nonsense_in_the_address_is_overlooked(
    client: Client, world: Reporting, nonsense: str
) -> None:
    """What is no number of an entry shows the newest entries."""
    assert shown(client, f"?{nonsense}")[0] == shown(client)[0]


def test_entry_is_told_in_words(client: Client, world: Reporting) -> None:
    """What was done, on what, by whom; what was noted; never the words of the report."""
    numbers, text = shown(client, "?action=report.submitted")
    assert len(numbers) == 1
    assert "Отчет подан" in text
    assert f"Поручение № {world.agreed.pk}" in text
    assert "person 2" in text
    assert "<code>quantity</code>" in text
    assert "Орындалды" not in text
    entry = Entry.objects.get(number=numbers[0])
    assert entry.hash in text
    assert entry.previous_hash in text


def test_who_acted_is_named_by_the_registry(
    client: Client, world: Reporting, auditor: Appointment
) -> None:
    """The journal keeps the office alone; the page adds the person whom the registry knows."""
    by = actor_in(auditor, auditor.person.account, on=date(2024, 5, 2))
    make_remark(replaced(world, by), world.counted, at=later(4), text="сөз")
    numbers, text = shown(client, f"?who={auditor.pk}")
    assert len(numbers) == 1
    assert "Сергей Аудиторов — аудитор" in text
    numbers, text = shown(client, "?who=0&action=office.founded")
    assert len(numbers) == 1
    assert "система" in text


def replaced(world: Reporting, by: Any) -> Any:
    """The executor of the world, acting in the appointment of another."""
    return type(by)(
        account_id=by.account_id,
        appointment_id=by.appointment_id,
        label=by.label,
        powers=world.executor.powers,
    )


def test_subject_leads_where_the_reader_may_go(client: Client, world: Reporting) -> None:
    """An auditor reads acts, so an act is a link; obligations are not the auditor's to open."""
    Entry.objects.filter(action="report.submitted").update(
        subject_kind="records.act", subject=str(world.act.pk)
    )
    _numbers, text = shown(client, "?action=report.submitted")
    assert f'href="/acts/{world.act.pk}/"' in text
    _numbers, text = shown(client, "?action=remark.made")
    assert f'href="/obligations/{world.counted.pk}/"' not in text
    assert f"kind=obligations.obligation&amp;number={world.counted.pk}" in text


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("kind=obligations.obligation", 50),
        ("since=03.05.2024&until=03.05.2024", 50),
        ("since=05.05.2024", 0),
        ("until=30.04.2024", 0),
        ("since=02.05.2024&until=02.05.2024&action=report.submitted", 1),
        ("action=nothing.known", 50),
        ("who=abc", 50),
    ],
)
def test_journal_is_searched(client: Client, world: Reporting, query: str, count: int) -> None:
    """Each filter narrows the entries and both days of a term are included; what cannot be chosen
    is said to be wrong and narrows nothing."""
    numbers, text = shown(client, f"?{query}")
    assert len(numbers) == count
    if not count:
        assert "Ничего не найдено" in text


def test_subject_is_searched_by_its_number(client: Client, world: Reporting) -> None:
    """Kind and number together give the history of one thing; the leaf keeps what is looked for."""
    numbers, _text = shown(client, f"?kind=obligations.obligation&number={world.agreed.pk}")
    assert len(numbers) == 1
    _numbers, text = shown(client, f"?kind=obligations.obligation&number={world.counted.pk}")
    assert f"?kind=obligations.obligation&amp;number={world.counted.pk}&amp;before=" in text


def test_wrong_day_is_said_and_kept(client: Client, world: Reporting) -> None:
    """A day that is none is shown as it was typed, with what to do."""
    numbers, text = shown(client, "?since=31.02.2024")
    assert len(numbers) == 50
    assert 'value="31.02.2024"' in text
    assert "ДД.ММ.ГГГГ" in text


def test_altered_entry_is_marked(client: Client, world: Reporting) -> None:
    """An entry that does not hash to what it says is marked at sight, its text however broken."""
    number, _digest = head()
    Entry.objects.filter(number=number).update(text="{")
    Entry.objects.filter(number=number - 2).update(actor="another")
    _numbers, text = shown(client)
    assert f"{number}, {number - 2}" in text
    assert text.count("</span>изменена</span>") == 2


def test_cut_between_entries_is_marked(world: Reporting) -> None:
    """Two entries side by side of which the later does not follow: the later is marked."""
    number, _digest = head()
    newer, older = Entry.objects.order_by("-number")[:2]
    older.hash = "0" * 64
    assert unsound([newer, older]) == {number, number - 1}
    assert unsound([newer]) == set()


def test_page_keeps_its_budget(
    client: Client, world: Reporting, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    """The number of queries does not depend on how many entries there are or are shown."""
    with django_assert_max_num_queries(BUDGET):
        client.get("/journal/")


def test_empty_journal_has_no_leaves() -> None:
    """Before the first entry there is nothing older or newer."""
    leaf = leaf_of(Wanted(), 50)
    assert (leaf.entries, leaf.older, leaf.newer) == ((), None, None)


def test_the_entries_looked_for_as_a_file(client: Client, world: Reporting) -> None:
    """All of them, not those of one leaf alone, newest first, each with who acted, its hash and its
    whole text."""
    answer = client.get("/journal/", {"action": "remark.made", "format": "csv"})
    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    rows = list(csv.DictReader(StringIO(text), delimiter=";"))
    entries = list(Entry.objects.filter(action="remark.made").order_by("-number"))
    assert len(rows) == len(entries) > 50
    assert [int(row["№"]) for row in rows] == [one.number for one in entries]
    assert {row["Хеш"] for row in rows} == {one.hash for one in entries}
    assert rows[0]["Текст записи"] == entries[0].text
