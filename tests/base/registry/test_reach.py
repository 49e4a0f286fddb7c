"""How far a power of the registry reaches a person."""

import pytest

from birlik.base.registry.models import Enrolment, Person
from birlik.base.registry.rules.reach import reaches_person
from tests.base.registry.world import TODAY, enrolled, world

pytestmark = pytest.mark.django_db


def test_a_line_in_a_register_brings_a_person_within_reach() -> None:
    """Somebody whose record the republic keeps is reached where a register has the person: in the
    body of the line, or without one in its territory; and no longer after the line has ended."""
    there = world()
    near, far = there.secretary(there.abai), there.secretary(there.akmola)
    person = Person.objects.create(full_name="Мысал")
    assert not reaches_person(near, "people.read", person, on=TODAY)
    enrolled(person, "mediators", structure=there.abai.house)
    assert reaches_person(near, "people.read", person, on=TODAY)
    assert not reaches_person(far, "people.read", person, on=TODAY)
    Enrolment.objects.update(structure=None, territory=there.abai.territory)
    assert reaches_person(near, "people.read", person, on=TODAY)
    assert not reaches_person(far, "people.read", person, on=TODAY)
    Enrolment.objects.update(valid_until=TODAY)
    assert not reaches_person(near, "people.read", person, on=TODAY)
    assert reaches_person(near, "people.read", None, on=TODAY)


def test_an_office_brings_a_person_within_reach() -> None:
    """Whoever sits in a body of a region is reached by it, wherever the record is kept."""
    there = world()
    near, far = there.secretary(there.abai), there.secretary(there.akmola)
    Person.objects.filter(pk=there.abai.person.pk).update(territory=None)
    person = Person.objects.get(pk=there.abai.person.pk)
    assert reaches_person(near, "people.read", person, on=TODAY)
    assert not reaches_person(far, "people.read", person, on=TODAY)
