"""The sign-in of a person, and the keys of programs."""

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from birlik.base.registry.models.office import Appointment
from birlik.base.registry.models.person import Person

LANGUAGE_CHOICES = (("kk", "kk"), ("ru", "ru"), ("en", "en"))


class Accounts(BaseUserManager["Account"]):
    """Looks accounts up by the address with which people sign in."""


class Account(AbstractBaseUser):
    """The sign-in of one person."""

    email = models.EmailField(unique=True)
    person = models.OneToOneField(Person, on_delete=models.PROTECT, related_name="account")
    language = models.CharField(max_length=2, choices=LANGUAGE_CHOICES, default="kk")
    is_active = models.BooleanField(default=True)

    objects: ClassVar[Accounts] = Accounts()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    def __str__(self) -> str:
        return self.email


class AccessKey(models.Model):
    """A secret by which a program reads in the name of an appointment; only its digest is kept."""

    class Kind(models.TextChoices):
        """What it opens."""

        CALENDAR = "calendar"
        API = "api"

    kind = models.CharField(max_length=10, choices=Kind.choices)
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="keys")
    appointment = models.ForeignKey(Appointment, on_delete=models.PROTECT, related_name="keys")
    name = models.CharField(max_length=100, blank=True)
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        """Newest first."""

        ordering = ("-made_at",)

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"
