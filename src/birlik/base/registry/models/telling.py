"""What people are told, and the worker's turns."""

from django.db import models

from birlik.base.registry.models.account import LANGUAGE_CHOICES, Account
from birlik.base.registry.models.named import Named


class Notice(Named):
    """Something a person should know, said once: `key` tells it from every other.

    Its name is what it says, in three languages; `address` is the page of the cabinet it is about.
    """

    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="notices")
    key = models.CharField(max_length=200)
    address = models.CharField(max_length=300, blank=True)
    at = models.DateTimeField()
    seen_at = models.DateTimeField(null=True)

    class Meta:
        """Newest first."""

        ordering = ("-at", "-pk")
        constraints = (models.UniqueConstraint(fields=("account", "key"), name="notice_once"),)
        indexes = (models.Index(fields=("account", "seen_at")),)


class Digest(models.Model):
    """What a person is told on one day, in their language; `sent_at` once it has left by mail.

    `sending_at` is when the mail took it: with it and without `sent_at`, nobody can tell whether it
    left. `failure` is what the mail said when it certainly did not.
    """

    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="digests")
    on = models.DateField()
    language = models.CharField(max_length=2, choices=LANGUAGE_CHOICES)
    subject = models.CharField(max_length=300)
    text = models.TextField()
    made_at = models.DateTimeField()
    sending_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    failure = models.CharField(max_length=300, blank=True)

    class Meta:
        """Newest first; one for a person and day."""

        ordering = ("-on", "account_id")
        constraints = (models.UniqueConstraint(fields=("account", "on"), name="digest_once"),)

    def __str__(self) -> str:
        return self.subject


class Turn(models.Model):
    """A piece of the worker's own work that belongs to a period, and is begun once in it.

    `period` is a day ("2026-11-20") or an hour ("2026-11-20T09") in Kazakhstan.
    """

    name = models.SlugField(max_length=40)
    period = models.CharField(max_length=16)
    begun_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        """Newest first; one for a kind of work and period, however many servers there are."""

        ordering = ("-period", "name")
        constraints = (models.UniqueConstraint(fields=("name", "period"), name="turn_once"),)

    def __str__(self) -> str:
        return f"{self.name} {self.period}"
