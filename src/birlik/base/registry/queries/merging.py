"""What points at an entry, in whatever module, and what it says."""

from collections.abc import Iterator
from datetime import date
from typing import Any, TypeAlias

from django.apps import apps
from django.db.models import Field, ForeignKey, Max, Model, Q

from birlik.base.registry.engine.merging import OF_BODIES, OF_PEOPLE
from birlik.base.registry.models import (
    Appointment,
    EarlierCard,
    Enrolment,
    Likeness,
    Merge,
    Office,
    Person,
    PersonalRecord,
    Posting,
    Structure,
    Succession,
)

Entry: TypeAlias = Structure | Person
Pointer: TypeAlias = tuple[type[Model], str]
"""A model and the name of its column that points at an entry."""

STAYING: frozenset[type[Model]] = frozenset({EarlierCard, Likeness, Merge, PersonalRecord, Posting})
"""What stays with the entry it was said of: what its card said before, what it was compared with,
its words; what is kept of a person apart is taken over by itself."""


def pointers(target: type[Model]) -> Iterator[Pointer]:
    """Every column of every module that points at a model."""
    for model in apps.get_models():
        for column in model._meta.concrete_fields:
            if isinstance(column, ForeignKey) and column.related_model is target:
                yield model, column.name


def moving(target: type[Model]) -> list[Pointer]:
    """The columns that follow an entry when it is found to be another's."""
    return [
        (model, name)
        for model, name in pointers(target)
        if model not in STAYING or (model is EarlierCard and name == "parent")
    ]


def numbers_pointing(pointer: Pointer, entry: Model) -> list[Any]:
    """The numbers of the rows that point at an entry in a column."""
    model, name = pointer
    found = model._base_manager.filter(**{name: entry.pk})
    return list(found.order_by("pk").values_list("pk", flat=True))


def last_numbers(target: type[Model]) -> dict[str, Any]:
    """ "registry.appointment" → the highest number of its rows, of what may hang on an entry; what
    comes later is new. Models whose rows are not numbered in order are left out."""
    models = {model for model, _name in pointers(target) if model not in STAYING - {EarlierCard}}
    return {
        model._meta.label_lower: model._base_manager.aggregate(last=Max("pk"))["last"] or 0
        for model in models
        if isinstance(model._meta.pk, Field)
        and model._meta.pk.get_internal_type() == "BigAutoField"
    }


def hangs_anew(entry: Entry, last: dict[str, Any]) -> bool:
    """Whether rows that came after those numbers point at an entry."""
    return any(
        model._base_manager.filter(
            **{name: entry.pk}, pk__gt=last[model._meta.label_lower]
        ).exists()
        for model, name in pointers(type(entry))
        if model._meta.label_lower in last
    )


def is_pointed_at(row: Model) -> bool:
    """Whether anything points at a row."""
    return any(numbers_pointing(pointer, row) for pointer in pointers(type(row)))


def has_papers(entry: Structure) -> bool:
    """Whether anything outside the registry is in the name of a body: obligations, letters,
    sheets."""
    own = entry._meta.app_label
    found = (one for one in pointers(Structure) if one[0]._meta.app_label != own)
    return any(numbers_pointing(one, entry) for one in found)


def was_reorganised(entry: Structure) -> bool:
    """Whether a body took part in a reorganisation."""
    parts = Q(predecessor=entry.pk) | Q(successor=entry.pk)
    return entry.successor_id is not None or Succession.objects.filter(parts).exists()


def lies_within(one: Structure, other: Structure) -> bool:
    """Whether a body is a part of another, at whatever depth."""
    passed: set[int] = set()
    above = one.parent
    while above and above.pk not in passed:
        if above.pk == other.pk:
            return True
        passed.add(above.pk)
        above = above.parent
    return False


def card_values(entry: Entry) -> dict[str, Any]:
    """What the card of an entry says, by field; of bodies and territories their numbers."""
    names = OF_BODIES if isinstance(entry, Structure) else OF_PEOPLE
    columns = {one.name: one for one in entry._meta.concrete_fields}
    return {name: getattr(entry, columns[name].attname) for name in names}


def same_office(kept: Structure, office: Office) -> Office | None:
    """The seat of a body that is of the same kind as one of another's, or None."""
    return Office.objects.filter(structure=kept, kind=office.kind).order_by("pk").first()


def overlapping(one: Appointment | Enrolment, first: date, until: date | None) -> bool:
    """Whether what has a term holds on some day of `[first, until)`."""
    begins = until is None or one.valid_from < until
    return begins and (one.valid_until is None or one.valid_until > first)


def twins(kept: Person, row: Appointment | Enrolment) -> bool:
    """Whether the kept person stands in the same place at the same time as a row says of the
    other."""
    if isinstance(row, Appointment):
        beside: list[Appointment] | list[Enrolment] = list(
            Appointment.objects.filter(person=kept, office=row.office_id, acting=row.acting)
        )
    else:
        beside = list(Enrolment.objects.filter(person=kept, register=row.register))
    return any(overlapping(one, row.valid_from, row.valid_until) for one in beside)
