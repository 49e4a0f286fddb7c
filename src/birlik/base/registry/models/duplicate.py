"""Entries that may be the same body or person, and those that were merged."""

from django.db import models
from django.db.models import F, Q

from birlik.base.registry.models.office import Appointment
from birlik.base.registry.models.person import Person
from birlik.base.registry.models.structure import Structure


class Likeness(models.Model):
    """Two entries that look like one: two bodies, or two people; `score` is 0 to 100.

    A `dismissed` pair was looked at: they are two.
    """

    first_structure = models.ForeignKey(
        Structure, on_delete=models.PROTECT, null=True, related_name="likenesses"
    )
    second_structure = models.ForeignKey(
        Structure, on_delete=models.PROTECT, null=True, related_name="likenesses_to"
    )
    first_person = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, related_name="likenesses"
    )
    second_person = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, related_name="likenesses_to"
    )
    score = models.PositiveSmallIntegerField()
    by_number = models.BooleanField(default=False)
    found_at = models.DateTimeField()
    dismissed_at = models.DateTimeField(null=True)
    dismissed_by = models.ForeignKey(
        Appointment, on_delete=models.PROTECT, null=True, related_name="dismissed_likenesses"
    )

    class Meta:
        """The likest first; a pair once, the smaller number first."""

        ordering = ("-score", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("first_structure", "second_structure"), name="one_likeness_of_bodies"
            ),
            models.UniqueConstraint(
                fields=("first_person", "second_person"), name="one_likeness_of_people"
            ),
            models.CheckConstraint(
                condition=Q(
                    first_person=None,
                    second_person=None,
                    first_structure__lt=F("second_structure"),
                )
                | Q(
                    first_structure=None,
                    second_structure=None,
                    first_person__lt=F("second_person"),
                ),
                name="likeness_of_two_bodies_or_two_people",
            ),
        )

    def __str__(self) -> str:
        return f"{self.score}"


class LikenessRun(models.Model):
    """A look through the whole register for entries that are alike, done by the worker; `percent`
    says how far it is, `found` how many pairs it left to be looked at."""

    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey(
        Appointment, on_delete=models.PROTECT, null=True, related_name="likeness_runs"
    )
    percent = models.PositiveSmallIntegerField(default=0)
    found = models.PositiveIntegerField(default=0)
    ended_at = models.DateTimeField(null=True)
    failed = models.BooleanField(default=False)

    class Meta:
        """Newest first."""

        ordering = ("-asked_at", "-pk")

    def __str__(self) -> str:
        return f"{self.asked_at:%d.%m.%Y}: {self.percent} %"


class Merge(models.Model):
    """One entry was found to be another: what pointed at it points at the other now.

    `moved` lists what was moved, as [model, number, column, what it pointed at], and `kept` what
    the kept entry took over, so that it can be taken back while nothing new hangs on it.
    """

    kept_structure = models.ForeignKey(
        Structure, on_delete=models.PROTECT, null=True, related_name="merges"
    )
    dropped_structure = models.ForeignKey(
        Structure, on_delete=models.PROTECT, null=True, related_name="merged_by"
    )
    kept_person = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, related_name="merges"
    )
    dropped_person = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, related_name="merged_by"
    )
    moved = models.JSONField(default=list)
    kept = models.JSONField(default=dict)
    at = models.DateTimeField()
    by = models.ForeignKey(Appointment, on_delete=models.PROTECT, null=True, related_name="merges")
    undone_at = models.DateTimeField(null=True)

    class Meta:
        """Newest first."""

        ordering = ("-at", "-pk")

    def __str__(self) -> str:
        return f"merge {self.pk}"
