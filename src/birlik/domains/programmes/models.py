"""What associations do in a year, and what they report of it."""

from typing import Any

from django.db import models
from django.db.models import F, Q

from birlik.base.obligations.models import Obligation, Submission
from birlik.base.registry.models import Appointment, Structure, Territory
from birlik.base.registry.models.codes import CodesField
from birlik.base.values.local_text import LocalText


class Activity(models.Model):
    """Something that an association did, from one day to another.

    `participants` are those who took part, of a course those who learned; None where nobody
    counted. One that was entered wrongly is `withdrawn`, and no longer counts.
    """

    class Kind(models.TextChoices):
        """What it was."""

        EVENT = "event"
        COURSE = "course"
        PUBLICATION = "publication"
        MEDIA = "media"
        PROJECT = "project"
        HELP = "help"

    structure = models.ForeignKey(Structure, on_delete=models.PROTECT, related_name="activities")
    kind = models.CharField(max_length=12, choices=Kind.choices)
    title_kk = models.CharField(max_length=300, blank=True)
    title_ru = models.CharField(max_length=300, blank=True)
    first_on = models.DateField()
    last_on = models.DateField()
    territory = models.ForeignKey(
        Territory, on_delete=models.PROTECT, null=True, related_name="activities"
    )
    place = models.CharField(max_length=200, blank=True)
    participants = models.PositiveIntegerField(null=True)
    languages = CodesField()
    partners = models.CharField(max_length=500, blank=True)
    link = models.URLField(max_length=300, blank=True)
    entered_at = models.DateTimeField()
    by = models.ForeignKey(
        Appointment, on_delete=models.PROTECT, null=True, related_name="activities"
    )
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        """Newest first; it has a title and does not end before it begins."""

        ordering = ("-last_on", "-pk")
        indexes = (models.Index(fields=("structure", "last_on")),)
        constraints = (
            models.CheckConstraint(
                condition=Q(last_on__gte=F("first_on")), name="activity_days_in_order"
            ),
            models.CheckConstraint(
                condition=Q(title_kk__gt="") | Q(title_ru__gt=""), name="activity_has_a_title"
            ),
        )

    def __str__(self) -> str:
        return self.title_kk or self.title_ru

    @property
    def title(self) -> LocalText:
        """What it was called."""
        return LocalText(self.title_kk, self.title_ru)


class YearlyReport(models.Model):
    """What an association reports of a year beside what it did: its members, branches and paid
    staff, and what it wants to say.

    `version` counts how often it was saved. `obligation` is what is fulfilled by it, where an act
    makes one. It may be written until it is submitted, and again after it was returned, for the
    reason in `returned`.
    """

    structure = models.ForeignKey(
        Structure, on_delete=models.PROTECT, related_name="yearly_reports"
    )
    year = models.PositiveSmallIntegerField()
    members = models.PositiveIntegerField(null=True)
    branches = models.PositiveIntegerField(null=True)
    staff = models.PositiveIntegerField(null=True)
    words = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=0)
    saved_at = models.DateTimeField()
    saved_by = models.ForeignKey(
        Appointment, on_delete=models.PROTECT, null=True, related_name="yearly_reports"
    )
    obligation = models.ForeignKey(
        Obligation, on_delete=models.PROTECT, null=True, related_name="yearly_reports"
    )
    submitted_at = models.DateTimeField(null=True)
    returned_at = models.DateTimeField(null=True)
    returned = models.TextField(blank=True)

    class Meta:
        """Newest first; one for an association and year."""

        ordering = ("-year", "structure_id")
        constraints = (
            models.UniqueConstraint(fields=("structure", "year"), name="one_report_of_a_year"),
        )

    def __str__(self) -> str:
        return f"{self.structure} {self.year}"


class FrozenReport(models.Model):
    """A yearly report as it was submitted, for good: `content` has the figures and the totals of
    what was done, in the shape of `engine.totals.to_record`.

    `submission` is the report on the obligation that it fulfils. The last one of a year counts.
    """

    report = models.ForeignKey(YearlyReport, on_delete=models.PROTECT, related_name="frozen")
    number = models.PositiveSmallIntegerField()
    content: models.JSONField[Any, Any] = models.JSONField()
    submission = models.OneToOneField(
        Submission, on_delete=models.PROTECT, null=True, related_name="yearly_report"
    )
    at = models.DateTimeField()
    by = models.ForeignKey(
        Appointment, on_delete=models.PROTECT, null=True, related_name="frozen_reports"
    )

    class Meta:
        """The last first."""

        ordering = ("report_id", "-number")
        constraints = (
            models.UniqueConstraint(fields=("report", "number"), name="frozen_report_once"),
        )

    def __str__(self) -> str:
        return f"{self.report} ({self.number})"
