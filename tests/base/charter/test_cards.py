"""What the charter says of kinds and registers on a day, in one query each."""

from datetime import UTC, date, datetime

import pytest
from pytest_django import DjangoAssertNumQueries

from birlik.base.charter import queries
from birlik.base.charter.actions import load_charter
from birlik.base.charter.models import Catalogue
from birlik.base.values.actor import Actor
from birlik.base.values.local_text import LocalText

pytestmark = pytest.mark.django_db
ON, BEFORE = date(2025, 1, 1), date(2019, 1, 1)
CONTENT = """
office_kind:
  chair: [{kk: төраға, ru: председатель, en: chair, from: 2020-01-01, ground: law}]
body_kind:
  house:
    - {kk: үй, ru: дом, en: house, from: 2020-01-01, ground: law, level: [region],
       offices: [{office: chair, seats: 1}]}
  academy: [{kk: академия, ru: академия, en: academy, from: 2020-01-01, ground: law}]
register:
  experts: [{kk: сарапшылар, ru: эксперты, en: experts, from: 2020-01-01, ground: law}]
figure:
  houses:
    - {kk: үйлер, ru: дома, en: houses, from: 2020-01-01, ground: law, value: 36, counts: bodies,
       kinds: [house], act: concept, place: section 2, printed: "36", text: t, offset: 5,
       day: 2025-04-30}
"""


@pytest.fixture(autouse=True)
def _charter() -> None:
    at = datetime(2026, 1, 1, tzinfo=UTC)
    load_charter(Actor.system(), None, at=at, content=CONTENT.encode())


def test_kinds(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    """The kinds of a day come by name with the names of their offices, in one query."""
    with django_assert_num_queries(1):
        cards = queries.kind_cards(on=ON)
    assert list(cards) == ["academy", "house"]
    assert cards["house"].offices[0].name == LocalText("төраға", "председатель", "chair")
    assert queries.kind_cards(on=BEFORE) == {}


def test_kind(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    """One kind is read in one query; what is none on that day is None."""
    with django_assert_num_queries(1):
        card = queries.kind_card("house", on=ON)
    assert card is not None and card.level == "region"
    assert queries.kind_card("house", on=BEFORE) is None
    assert queries.kind_card("chair", on=ON) is None


def test_registers(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    """The registers of a day, all and one, are read in one query each."""
    with django_assert_num_queries(2):
        assert list(queries.register_cards(on=ON)) == ["experts"]
        assert queries.register_card("experts", on=ON) is not None
    assert queries.register_card("patrons", on=ON) is None


def test_names_and_figures(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    """A catalogue gives its names, and the figures keep their day, in one query each."""
    with django_assert_num_queries(2):
        named = queries.named_items(Catalogue.REGISTER, on=ON)
        (figure,) = queries.figures(on=ON)
    assert named == {"experts": LocalText("сарапшылар", "эксперты", "experts")}
    assert (figure.value, figure.day) == (36, date(2025, 4, 30))
