"""Who: territories, structures, people, their offices and accounts."""

from datetime import date, timedelta
from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Q

from birlik.base.values.local_text import LocalText

LANGUAGE_CHOICES = (("kk", "kk"), ("ru", "ru"), ("en", "en"))


class Named(models.Model):
    """What has a name in three languages; a body's is as long as the act that named it wrote it."""

    name_kk = models.TextField(blank=True)
    name_ru = models.TextField(blank=True)
    name_en = models.TextField(blank=True)

    class Meta:
        """Only the columns, no table of its own."""

        abstract = True

    def __str__(self) -> str:
        return self.name_kk or self.name_ru

    @property
    def name(self) -> LocalText:
        """What it is called."""
        return LocalText(self.name_kk, self.name_ru, self.name_en)


class Territory(Named):
    """A place with a КАТО code (nine digits), on `[valid_from, valid_until)`."""

    code = models.CharField(max_length=9, unique=True)
    iso = models.CharField(max_length=5, blank=True)
    kind = models.CharField(max_length=40)
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="parts")
    predecessor_code = models.CharField(max_length=9, blank=True)
    short_kk = models.CharField(max_length=12, blank=True)
    short_ru = models.CharField(max_length=12, blank=True)
    tile_column = models.PositiveSmallIntegerField(null=True)
    tile_row = models.PositiveSmallIntegerField(null=True)
    valid_from = models.DateField(null=True)
    valid_until = models.DateField(null=True)

    class Meta:
        """Ordered by code, as the classifier is."""

        ordering = ("code",)


class Structure(Named):
    """Any body that can act or owe; its kind is a code of the charter.

    `founded_on` None means before any date that matters; `closed_on` is the first day on which
    it no longer exists. `successor` takes over what is open then and what falls due later.
    """

    kind = models.SlugField(max_length=60)
    short_kk = models.TextField(blank=True)
    short_ru = models.TextField(blank=True)
    territory = models.ForeignKey(Territory, on_delete=models.PROTECT, null=True)
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="parts")
    successor = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, related_name="predecessors"
    )
    founded_on = models.DateField(null=True)
    closed_on = models.DateField(null=True)

    class Meta:
        """Ordered by territory, then by name; an end lies after its beginning."""

        ordering = ("territory__code", "name_kk")
        indexes = (models.Index(fields=("kind",)),)
        constraints = (
            models.CheckConstraint(
                condition=Q(closed_on=None) | Q(founded_on=None) | Q(closed_on__gt=F("founded_on")),
                name="structure_ends_after_it_begins",
            ),
        )

    @property
    def short(self) -> LocalText:
        """The abbreviation by which acts name it, else its name."""
        return LocalText(self.short_kk or self.name_kk, self.short_ru or self.name_ru, self.name_en)


class Person(models.Model):
    """A human being, with no more than the purpose needs: the name used officially."""

    full_name = models.CharField(max_length=200)

    def __str__(self) -> str:
        return self.full_name


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


class Reorganisation(models.Model):
    """A change of bodies on one day and ground: `on` is the first day of the new order.

    Where a body is renamed, merged, split or abolished, it no longer exists from that day; what is
    separated goes to another body while the first remains; what nobody answers for since its body
    was abolished is entrusted to another. `effected_at` is when what is owed was passed on: the
    worker does it where the day still lay ahead.
    """

    class Kind(models.TextChoices):
        """What becomes of the bodies."""

        RENAME = "rename"
        MERGE = "merge"
        SPLIT = "split"
        SEPARATE = "separate"
        ABOLISH = "abolish"
        ENTRUST = "entrust"

    kind = models.CharField(max_length=10, choices=Kind.choices)
    on = models.DateField()
    ground = models.CharField(max_length=500)
    at = models.DateTimeField()
    by = models.ForeignKey(
        "Appointment", on_delete=models.PROTECT, null=True, related_name="reorganisations"
    )
    effected_at = models.DateTimeField(null=True)

    class Meta:
        """Newest first."""

        ordering = ("-on", "-pk")

    def __str__(self) -> str:
        return f"{self.kind} {self.on:%d.%m.%Y}"


class Succession(models.Model):
    """Who took over from a body in a reorganisation; nobody, where it was abolished without one.

    Of several successors the `main` one takes over whatever is not chosen for another. One that is
    `founded` came into being by this.
    """

    reorganisation = models.ForeignKey(
        Reorganisation, on_delete=models.PROTECT, related_name="successions"
    )
    predecessor = models.ForeignKey(
        Structure, on_delete=models.PROTECT, related_name="successions_from"
    )
    successor = models.ForeignKey(
        Structure, on_delete=models.PROTECT, null=True, related_name="successions_to"
    )
    main = models.BooleanField(default=True)
    founded = models.BooleanField(default=False)

    class Meta:
        """In the order in which they were named; a body has one main successor."""

        ordering = ("reorganisation_id", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("reorganisation", "predecessor"),
                condition=Q(main=True),
                name="one_main_successor",
            ),
        )

    def __str__(self) -> str:
        return f"{self.predecessor} → {self.successor}"


class Office(Named):
    """A seat in a structure; its kind is a code of the charter, which gives it its powers.

    `phone` is the service's, not the person's. It `continues` a seat of a body that was succeeded.
    """

    structure = models.ForeignKey(Structure, on_delete=models.PROTECT, related_name="offices")
    kind = models.SlugField(max_length=60)
    phone = models.CharField(max_length=60, blank=True)
    continues = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, related_name="continued_by"
    )

    class Meta:
        """Ordered by structure, then by name."""

        ordering = ("structure_id", "name_kk")


class Appointment(models.Model):
    """A person holds an office on `[valid_from, valid_until)`, on a ground.

    An acting appointment that `stands_for` another takes its place while it lasts: the absent
    holder is given no notices, digests or visas. Where the holder goes on in the seat that
    `continues` the old one, so does the appointment: keys made in the old open in the new.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="appointments")
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="appointments")
    valid_from = models.DateField()
    valid_until = models.DateField(null=True)
    acting = models.BooleanField(default=False)
    stands_for = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, related_name="substitutes"
    )
    continues = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, related_name="continued_by"
    )
    ground = models.CharField(max_length=300)

    class Meta:
        """Newest first."""

        ordering = ("-valid_from",)
        constraints = (
            models.CheckConstraint(
                condition=Q(stands_for=None) | Q(acting=True, valid_until__isnull=False),
                name="substitute_acts_for_a_term",
            ),
            models.CheckConstraint(
                condition=Q(valid_until=None) | Q(valid_until__gt=F("valid_from")),
                name="appointment_ends_after_it_begins",
            ),
        )

    def __str__(self) -> str:
        return f"{self.person} — {self.office}"

    @property
    def last_on(self) -> date | None:
        """The last day on which it holds; None while no end is known."""
        return self.valid_until and self.valid_until - timedelta(days=1)


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
