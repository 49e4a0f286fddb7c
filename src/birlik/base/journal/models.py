"""The append-only record of every action."""

from django.db import models


class Entry(models.Model):
    """One action: who did what to what, when, with what.

    `text` is the canonical text that is hashed; the columns beside it are copies to search by.
    The journal stands below the registry, so actors and subjects are kept by number.
    """

    id = models.UUIDField(primary_key=True)
    number = models.BigIntegerField(unique=True)
    at = models.DateTimeField()
    action = models.CharField(max_length=80)
    account = models.BigIntegerField(null=True)
    appointment = models.BigIntegerField(null=True)
    actor = models.CharField(max_length=200)
    subject_kind = models.CharField(max_length=80, blank=True)
    subject = models.CharField(max_length=64, blank=True)
    outer = models.UUIDField(null=True)
    text = models.TextField()
    previous_hash = models.CharField(max_length=64)
    hash = models.CharField(max_length=64, unique=True)

    class Meta:
        """Newest last. Each index ends with the number, so that a leaf of what is searched for is
        read from the index in the order of the chain."""

        ordering = ("number",)
        indexes = (
            models.Index(fields=("subject_kind", "subject", "number"), name="entry_by_subject"),
            models.Index(fields=("action", "number"), name="entry_by_action"),
            models.Index(fields=("appointment", "number"), name="entry_by_appointment"),
            models.Index(fields=("at", "number"), name="entry_by_time"),
        )

    def __str__(self) -> str:
        return f"{self.number} {self.action}"


class Head(models.Model):
    """The end of the chain: one row, locked last by whoever appends."""

    number = models.BigIntegerField(default=0)
    hash = models.CharField(max_length=64, default="0" * 64)

    def __str__(self) -> str:
        return f"{self.number} {self.hash}"


class StoredFact(models.Model):
    """A fact that waits to be delivered, or was."""

    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="facts")
    position = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=80)
    text = models.TextField()
    delivered_at = models.DateTimeField(null=True, db_index=True)

    class Meta:
        """Delivered in the order of the chain."""

        ordering = ("entry__number", "position")
        constraints = (
            models.UniqueConstraint(fields=("entry", "position"), name="fact_once_per_entry"),
        )

    def __str__(self) -> str:
        return self.name
