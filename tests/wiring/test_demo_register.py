"""The invented register: what the acts count, the register has; its people do not exist."""

from collections.abc import Iterator
from datetime import date

import pytest
from django.db import transaction
from pytest_django import DjangoDbBlocker

from birlik.base.charter.engine.figures import Figure
from birlik.base.charter.queries import figures
from birlik.base.registry.models import Person, PersonalRecord, Structure
from birlik.base.registry.queries.statistics.figures import registered
from birlik.base.values.identity import fault_of_bin
from birlik.wiring import foundations
from birlik.wiring.demo.people import Staff
from birlik.wiring.demo.register import register_events
from birlik.wiring.demo.register.names import body_word, person_names, written
from birlik.wiring.demo.register.shares import shared

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 20)


@pytest.fixture(scope="module", autouse=True)
def register(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """The invented register in the test database, taken back when the module is through."""
    with django_db_blocker.unblock(), transaction.atomic():
        events = register_events()
        begun = events[0][0]
        foundations.lay(at=begun)
        staff = Staff(at=begun, secret="!")
        for _at, happen in events:
            happen(staff)
        yield
        transaction.set_rollback(True)


def of_concept() -> list[Figure]:
    """The figures that the concept to 2030 gives of the present, and the register counts."""
    return [one for one in figures(on=TODAY) if one.act == "C2030" and one.counts != "nothing"]


def test_register_has_what_the_concept_counts() -> None:
    """Each number of the concept to 2030 is the register's today, or less than the
    register's where the concept says "more than"; "about" is within a hundredth."""
    wanted = [(one, TODAY) for one in of_concept()]
    assert len(wanted) > 25
    numbers = registered(wanted, today=TODAY)
    for one, on in wanted:
        there = numbers[one.code, on]
        if one.at_least:
            assert there > one.value, (one.code, there)
        elif one.about:
            assert abs(there - one.value) <= one.value / 100, (one.code, there)
        else:
            assert there == one.value, (one.code, there)


def test_bodies_of_regions_add_up_to_the_figure_of_the_act() -> None:
    """The 1263 councils of elders and 1697 mothers' councils lie in districts of all 20."""
    for kind, count in (("elders_council", 1263), ("mothers_council", 1697)):
        found = Structure.objects.filter(kind=kind).select_related("territory__parent")
        assert found.count() == count
        assert len({one.territory.parent_id for one in found if one.territory}) == 20


def test_numbers_of_bodies_are_right_and_of_no_body() -> None:
    """A БИН of the register has a fitting check digit and a year before there were such numbers
    (the law is of 2007); of people no number is kept at all."""
    numbers = list(Structure.objects.exclude(bin="").values_list("bin", flat=True))
    assert len(numbers) > 900
    assert not [one for one in numbers if fault_of_bin(one)]
    assert all(60 <= int(one[:2]) < 80 for one in numbers)
    assert not PersonalRecord.objects.exclude(iin_sealed="").exists()


def test_nobody_of_the_register_exists() -> None:
    """Every surname is made of a word for "example" or the like."""
    stems = tuple(form for one in written("names.yaml")["surnames"] for form in one)
    drawn = Person.objects.filter(account=None).values_list("full_name", flat=True)
    assert drawn.count() > 50_000
    assert all(name.startswith(stems) for name in drawn.iterator())


def test_names_do_not_come_twice() -> None:
    """A thousand people have a thousand names, and 400 numbers 400 words for bodies."""
    names = person_names()
    assert len({next(names).kk for _turn in range(1000)}) == 1000
    assert len({body_word(number) for number in range(400)}) == 400


def test_shares_by_hand() -> None:
    """Ten among weights 5, 3, 3: 4.54, 2.72, 2.72 give 4, 2, 2 and the two left to the largest
    remainders, which are those of the second and third."""
    assert shared(10, {"a": 5, "b": 3, "c": 3}) == {"a": 4, "b": 3, "c": 3}
    assert shared(0, {"a": 1}) == {"a": 0}
