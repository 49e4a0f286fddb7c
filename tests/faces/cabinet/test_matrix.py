"""Who may do what: the matrix against the charter, read by hand."""

import re
from dataclasses import dataclass

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from birlik.base.charter.actions import load_charter
from birlik.base.journal.action import ACTIONS
from birlik.base.registry.actions import open_account
from birlik.base.values.actor import Actor
from birlik.base.values.local_text import LocalText
from birlik.base.values.verdict import Verdict
from birlik.faces.cabinet.web.matrix import actor_with, reach_of
from birlik.wiring import foundations
from birlik.wiring.pages import PAGES
from tests.base.records.readings_world import AT, SYSTEM

pytestmark = pytest.mark.django_db
BUDGET = 10
KINDS = [
    *["association_head", "auditor", "body_head", "commission_member", "coordinator"],
    *["district_secretary", "executor", "head", "keeper", "region_chair", "registrar"],
    *["researcher", "secretary"],
]
"""The offices that give powers, in the order of their codes, as the columns stand."""

EXPECTED = {
    "report.submitted": "body - - - - region body - - - - - region",
    "report.accepted": "body - body - all region body - - - - - region",
    "obligation.released": "- - body - all - - - - - - - -",
    "resolution.written": "- - body - - - - - - - - - -",
    "letter.registered": "- - - - all - - - - - all - -",
    "round.opened": "- - - - all - - - - - - - -",
    "bodies.reorganised": "- - - - - - - - all - - - -",
    "remark.made": "body - body - all region body - - - - - region",
    "charter.loaded": "- - - - - - - - all - - - -",
    "second_factor.set_up": "own own own own own own own own own own own own own",
    "digests.made": "- - - - - - - - - - - - -",
    "/journal/": "- all - - - - - - - - - - -",
    "/plans/": "body - body - all region body all - region all - region",
    "/indicators/": "- - - - all - - all - all - all all",
    "/acts/": "all all all - all all all all all all all all all",
    "/rights/": "own own own own own own own own own own own own own",
}
WORDS = {"-": "no", "all": "everything", "body": "own body", "region": "own region"}


@pytest.fixture
def reader(client: Client) -> Client:
    """Somebody who has signed in without any office, under the real charter, reading English."""
    content = foundations.charter_content()
    load_charter(SYSTEM, None, at=AT, content=content)
    account = open_account(
        SYSTEM, None, at=AT, full_name="А", email="a@birlik.example", password_hash="!"
    )
    client.force_login(account)
    client.cookies["birlik_language"] = "en"
    return client


@dataclass(frozen=True, slots=True)
class Shown:
    """A row of the page: its label, its places, and the words of its cells."""

    label: str
    places: list[str]
    cells: list[str]


def rows_of(text: str) -> list[Shown]:
    """The rows of both tables."""
    found = []
    for row in re.findall(r"<tr>\s*<th scope=\"row\">(.*?)</tr>", text, re.DOTALL):
        place = re.search(r'<div class="place">(.*?)</div>', row)
        cells = re.findall(r"<td data-label.*?>(.*?)</td>", row, re.DOTALL)
        assert place
        words = [re.sub(r"<span aria-hidden.*?</span>|<[^>]*>", "", one).strip() for one in cells]
        label = row.partition("<div")[0]
        found.append(Shown(label, place[1].replace("&lt;", "<").split(", "), words))
    return found


def test_every_page_and_action_stands_once(reader: Client) -> None:
    """No page and no action is left out, and none stands twice."""
    rows = rows_of(reader.get("/rights/").content.decode())
    places = [place.replace("&gt;", ">") for row in rows for place in row.places]
    ours = [key for key, card in ACTIONS.items() if card.may.__module__.startswith("birlik.")]
    known = [one for one in places if one.startswith("/") or one in ours]
    assert sorted(known) == sorted([*ours, *(f"/{one.route}" for one in PAGES)])


@pytest.mark.parametrize("place", sorted(EXPECTED))
def test_cells_are_what_the_charter_gives(reader: Client, place: str) -> None:
    """Each kind of office may or may not, and as far as its powers reach."""
    rows = rows_of(reader.get("/rights/").content.decode())
    (row,) = (one for one in rows if place in one.places)
    words = {**WORDS, "own": "everybody"}
    assert row.cells == [words[cell] for cell in EXPECTED[place].split()]


def test_one_office_is_told_why_not(reader: Client) -> None:
    """An office alone has the reason beside every refusal; an unknown one shows them all."""
    text = reader.get("/rights/?office=executor").content.decode()
    assert "Only a coordinator decides this." in text
    assert all(len(row.cells) == 1 for row in rows_of(text))
    every = rows_of(reader.get("/rights/?office=wizard").content.decode())
    assert all(len(row.cells) == len(KINDS) for row in every)


def test_second_factor_is_mentioned(reader: Client) -> None:
    """An office that demands a second factor is marked as such."""
    assert "only with a second factor" in reader.get("/rights/?office=keeper").content.decode()
    assert "only with a second factor" not in reader.get("/rights/").content.decode()


@pytest.mark.parametrize(
    ("language", "words"), [("kk", "Кім не істей алады"), ("ru", "Кто что может")]
)
def test_matrix_speaks_the_readers_language(reader: Client, language: str, words: str) -> None:
    """The title is that of the reader's language."""
    reader.cookies["birlik_language"] = language
    assert f"<h1>{words}</h1>" in reader.get("/rights/").content.decode()


def test_charter_without_offices_says_so(reader: Client) -> None:
    """Before a charter names offices the page says what would be there."""
    load_charter(SYSTEM, None, at=AT, content=b"{}")
    assert "The charter lists no office yet." in reader.get("/rights/").content.decode()


def test_matrix_asks_little(
    reader: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    """Rules asked about nothing in particular ask the database nothing."""
    with django_assert_max_num_queries(BUDGET):
        reader.get("/rights/")


NO = LocalText("жоқ", "нет", "no")


def asking(*sets: set[str]) -> object:
    """A rule that is content with any of these sets of powers."""

    def ask(actor: Actor) -> Verdict:
        enough = any(all(actor.holds(power) for power in one) for one in sets)
        return Verdict.yes() if enough else Verdict.no(NO)

    return ask


@pytest.mark.parametrize(
    ("sets", "reach"),
    [
        ([set()], ""),
        ([{"a"}], "all"),
        ([{"b"}], "structure"),
        ([{"a", "b"}], "structure"),
        ([{"b"}, {"c"}], "territory"),
        ([{"a"}, {"b"}], "all"),
        ([{"a", "b"}, {"b", "c"}], "structure"),
        ([{"a", "b"}, {"c", "d"}], "all"),
    ],
)
def test_reach_of_several_powers(sets: list[set[str]], reach: str) -> None:
    """What needs two powers reaches as far as the narrower; what either gives, as the wider."""
    powers = {"a": "all", "b": "structure", "c": "territory", "d": "all"}
    assert reach_of(asking(*sets), powers) == reach
    assert actor_with({}).powers == frozenset()


def test_rules_of_pages_and_actions_bear_nothing_in_particular() -> None:
    """Every rule answers for no subject at all, as the matrix asks it."""
    nobody = Actor(1, 1, "x")
    for card in ACTIONS.values():
        assert isinstance(card.may(nobody, None, AT), Verdict)
    for page in PAGES:
        assert isinstance(page.may(nobody, AT), Verdict)
