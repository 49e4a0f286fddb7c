"""By which letter: what bodies write to each other, and the register of it."""

from typing import Any

from django.db import models
from django.db.models import Q

from birlik.base.records.models import Document
from birlik.base.registry.models import Appointment, Structure
from birlik.base.values.local_text import LocalText


class Mailing(models.Model):
    """One text that goes out to many addressees, each of whom gets a letter of it.

    The text stands in Kazakh, then in Russian; its fields in double braces are filled for each
    addressee. `signatory` signs, `executor` with `phone` is whom the addressee may call.
    """

    class Kind(models.TextChoices):
        """What it is for."""

        REQUEST = "request"
        REMINDER = "reminder"
        RETURN = "return"
        REPORT = "report"
        OTHER = "other"

    kind = models.CharField(max_length=10, choices=Kind.choices)
    subject_kk = models.CharField(max_length=500, blank=True)
    subject_ru = models.CharField(max_length=500, blank=True)
    text_kk = models.TextField(blank=True)
    text_ru = models.TextField(blank=True)
    signatory = models.CharField(max_length=300)
    executor = models.CharField(max_length=200)
    phone = models.CharField(max_length=60, blank=True)
    made_at = models.DateTimeField()
    by = models.ForeignKey(Appointment, on_delete=models.PROTECT, null=True)

    class Meta:
        """Newest first; it says something in one of the languages."""

        ordering = ("-made_at", "-pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(text_kk__gt="") | Q(text_ru__gt=""), name="mailing_says_something"
            ),
        )

    def __str__(self) -> str:
        return self.subject_kk or self.subject_ru

    @property
    def subject(self) -> LocalText:
        """What it is about."""
        return LocalText(self.subject_kk, self.subject_ru)


class Letter(models.Model):
    """A line of the register of letters: what came in, or went out.

    `number` and `dated_on` are the sender's: empty on an outgoing letter until it is numbered.
    What came in has besides our `incoming_number` and the day `received_on`. `correspondent` is the
    body that wrote it or to which it went; `document` the scan, and of a paper of limited access
    `kept_at` says where it lies instead. `fields` fill the mailing's text for this addressee: name
    → Kazakh and Russian. `searched` repeats the words by which it is found.
    """

    class Direction(models.TextChoices):
        """Which way it went."""

        INCOMING = "in"
        OUTGOING = "out"

    direction = models.CharField(max_length=3, choices=Direction.choices)
    correspondent = models.ForeignKey(Structure, on_delete=models.PROTECT, related_name="letters")
    number = models.CharField(max_length=100, blank=True)
    dated_on = models.DateField(null=True)
    incoming_number = models.CharField(max_length=100, blank=True)
    received_on = models.DateField(null=True)
    subject = models.CharField(max_length=500, blank=True)
    signatory = models.CharField(max_length=300, blank=True)
    document = models.ForeignKey(
        Document, on_delete=models.PROTECT, null=True, related_name="letters"
    )
    kept_at = models.CharField(max_length=300, blank=True)
    fields: models.JSONField[Any, Any] = models.JSONField(default=dict, blank=True)
    searched = models.TextField(blank=True)
    mailing = models.ForeignKey(
        Mailing, on_delete=models.PROTECT, null=True, related_name="letters"
    )
    answers = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, related_name="answered_by"
    )
    at = models.DateTimeField()
    by = models.ForeignKey(Appointment, on_delete=models.PROTECT, null=True)

    class Meta:
        """Newest first; what came in has its numbers and days, and is registered once."""

        ordering = ("-at", "-pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(direction="out", incoming_number="", received_on=None)
                | Q(
                    direction="in",
                    number__gt="",
                    dated_on__isnull=False,
                    incoming_number__gt="",
                    received_on__isnull=False,
                    mailing=None,
                ),
                name="letter_has_its_numbers",
            ),
            models.UniqueConstraint(
                fields=("correspondent", "number", "dated_on"),
                condition=Q(direction="in"),
                name="incoming_letter_once",
            ),
            models.UniqueConstraint(
                fields=("mailing", "correspondent"),
                condition=Q(mailing__isnull=False),
                name="one_letter_to_an_addressee",
            ),
        )
        indexes = (models.Index(fields=("direction", "-at")),)

    def __str__(self) -> str:
        return f"№ {self.number}"
