"""What an office handed over when it changed hands."""

from typing import Any

from django.db import models

from birlik.base.registry.models import Appointment, Office


class Handover(models.Model):
    """The list of what lay in an office on a day, as it was handed over from one holder to another.

    `rows` are the list's records as they stood `at` that instant, `digest` their SHA-256.
    """

    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="handovers")
    handed_by = models.ForeignKey(
        Appointment, on_delete=models.PROTECT, related_name="handovers_given"
    )
    taken_by = models.ForeignKey(
        Appointment, on_delete=models.PROTECT, related_name="handovers_taken"
    )
    rows: models.JSONField[Any, Any] = models.JSONField(default=list)
    digest = models.CharField(max_length=64)
    at = models.DateTimeField()
    by = models.ForeignKey(Appointment, on_delete=models.PROTECT, null=True)

    class Meta:
        """Newest first."""

        ordering = ("-at", "-pk")

    def __str__(self) -> str:
        return f"{self.office}: {self.handed_by.person} → {self.taken_by.person}"
