"""Files that are brought into the registry, on their way in."""

from django.db import models

from birlik.base.registry.models.office import Appointment
from birlik.base.registry.models.territory import Territory


class BroughtFile(models.Model):
    """A filled-in workbook or CSV: what it says is checked first, then taken in by the worker.

    `kind` says what its rows are: "structures/<kind of body>", "people", "register/<register>".
    The bytes lie encrypted, for they may hold personal data, and go once they are `cleared_at`.
    `report` counts what the rows mean (new, changed, same, unfit), `progress` is in rows.
    """

    class State(models.TextChoices):
        """Where it stands."""

        WAITING = "waiting"
        READING = "reading"
        READ = "read"
        TAKING = "taking"
        TAKEN = "taken"
        FAILED = "failed"

    kind = models.CharField(max_length=80)
    name = models.CharField(max_length=200)
    digest = models.CharField(max_length=64)
    size = models.PositiveIntegerField()
    content_sealed = models.BinaryField(null=True)
    territory = models.ForeignKey(
        Territory, on_delete=models.PROTECT, null=True, related_name="brought_files"
    )
    brought_at = models.DateTimeField()
    brought_by = models.ForeignKey(
        Appointment, on_delete=models.PROTECT, null=True, related_name="brought_files"
    )
    state = models.CharField(max_length=8, choices=State.choices, default=State.WAITING)
    rows = models.PositiveIntegerField(default=0)
    progress = models.PositiveIntegerField(default=0)
    report = models.JSONField(default=dict)
    error_kk = models.TextField(blank=True)
    error_ru = models.TextField(blank=True)
    error_en = models.TextField(blank=True)
    taken_at = models.DateTimeField(null=True)
    cleared_at = models.DateTimeField(null=True)

    class Meta:
        """Newest first."""

        ordering = ("-brought_at", "-pk")

    def __str__(self) -> str:
        return f"{self.name} ({self.state})"


class BroughtRow(models.Model):
    """A row of a brought file at which somebody should look: it changes an entry, was put right in
    passing, or cannot be taken.

    What it says, and of it, lies encrypted as JSON, and goes with the content of the file.
    """

    class Verdict(models.TextChoices):
        """What the row means."""

        NEW = "new"
        CHANGED = "changed"
        UNFIT = "unfit"

    file = models.ForeignKey(BroughtFile, on_delete=models.PROTECT, related_name="lines")
    number = models.PositiveIntegerField()
    verdict = models.CharField(max_length=8, choices=Verdict.choices)
    said_sealed = models.TextField()

    class Meta:
        """In the order of the file."""

        ordering = ("file_id", "number")
        constraints = (
            models.UniqueConstraint(fields=("file", "number"), name="one_row_of_a_file_once"),
        )
        indexes = (models.Index(fields=("file", "verdict", "number")),)

    def __str__(self) -> str:
        return f"{self.number} {self.verdict}"
