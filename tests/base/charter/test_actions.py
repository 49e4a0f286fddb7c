"""The charter in the database: loaded, asked for a day, guarded."""

from datetime import UTC, date, datetime

import pytest

from birlik.base.charter.actions import load_charter
from birlik.base.charter.models import Catalogue, CharterItem
from birlik.base.charter.queries import item, items, rights_of
from birlik.base.values.actor import Actor
from birlik.base.values.refused import RefusedError

pytestmark = pytest.mark.django_db
AT = datetime(2026, 1, 1, tzinfo=UTC)
SYSTEM = Actor.system()
TWO = """
office_kind:
  head:
    - {kk: басшы, ru: руководитель, en: head, from: 2020-01-01, until: 2022-01-01,
       ground: "first law", powers: {acts.read: all}}
    - {kk: жетекші, ru: глава, en: chief, from: 2022-01-01,
       ground: "second law", powers: {acts.read: territory}}
"""


def test_each_day_has_its_version() -> None:
    """On the day one version ends the next one holds; before the first there is none."""
    assert load_charter(SYSTEM, None, at=AT, content=TWO.encode()) == 2
    on = {day: item(Catalogue.OFFICE_KIND, "head", on=day) for day in DAYS}
    assert [str(one.name.en) if one else None for one in on.values()] == [None, "head", "chief"]
    assert rights_of("head", on=date(2022, 1, 1)).powers == {"acts.read": "territory"}
    assert rights_of("nobody", on=date(2022, 1, 1)).powers == {}


DAYS = (date(2019, 12, 31), date(2021, 12, 31), date(2022, 1, 1))


def test_loading_again_changes_what_differs() -> None:
    """A second edition amends the item of the same day and keeps the others."""
    load_charter(SYSTEM, None, at=AT, content=TWO.encode())
    load_charter(SYSTEM, None, at=AT, content=TWO.replace("chief", "leader").encode())
    names = [one.name.en for one in items(Catalogue.OFFICE_KIND, on=date(2025, 1, 1))]
    assert names == ["leader"]


def test_what_an_edition_leaves_out_is_gone() -> None:
    """An office that the next edition drops, or lets begin on another day, gives no powers."""
    load_charter(SYSTEM, None, at=AT, content=TWO.encode())
    moved = TWO.replace("2020-01-01, until", "2019-01-01, until").replace("chief", "leader")
    assert load_charter(SYSTEM, None, at=AT, content=moved.encode()) == 2
    assert CharterItem.objects.count() == 2
    load_charter(SYSTEM, None, at=AT, content=TWO.replace("head:", "chair:").encode())
    assert rights_of("head", on=date(2025, 1, 1)).powers == {}


def test_only_its_keeper_loads_the_charter() -> None:
    """Whoever does not keep the charter is refused, and nothing is loaded."""
    stranger = Actor(1, 1, "stranger")
    with pytest.raises(RefusedError):
        load_charter(stranger, None, at=AT, content=TWO.encode())
    assert item(Catalogue.OFFICE_KIND, "head", on=date(2025, 1, 1)) is None
