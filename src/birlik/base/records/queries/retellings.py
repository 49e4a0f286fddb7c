"""Retellings of the demonstration whose act itself is here."""

from django.db.models import Exists, OuterRef, Q

from birlik.base.records.models import Act, Telling


def told_twice(act: str = "") -> Q:
    """The condition that a row belongs to a retelling beside which the act itself is kept.

    `act` is the path from the row to its act, ending in two underscores; "" for the act itself.
    """
    itself = Act.objects.filter(
        told="", number=OuterRef(f"{act}number"), adopted_on=OuterRef(f"{act}adopted_on")
    )
    return Q(**{f"{act}told": Telling.RETOLD}) & Q(Exists(itself))
