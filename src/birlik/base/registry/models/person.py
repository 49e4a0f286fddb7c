"""People: their names, what is kept of them apart, and the registers they stand in."""

from datetime import date, timedelta

from django.db import models
from django.db.models import F, Q

from birlik.base.records.models import Document, Provision
from birlik.base.registry.models.codes import CodesField
from birlik.base.registry.models.structure import Structure
from birlik.base.registry.models.territory import Territory


class Person(models.Model):
    """A human being, with no more than the purpose needs.

    `full_name` is the name as it is used officially; the Russian and Latin forms where they are
    used too. `territory` is where the record is kept: its secretary answers for it. An erased
    person keeps the row that appointments and papers point at, and a name only where an office was
    held.
    """

    full_name = models.CharField(max_length=200)
    full_name_ru = models.CharField(max_length=200, blank=True)
    full_name_latin = models.CharField(max_length=200, blank=True)
    territory = models.ForeignKey(
        Territory, on_delete=models.PROTECT, null=True, related_name="people"
    )
    languages = CodesField()
    fields = CodesField()
    sort_key = models.CharField(max_length=300, blank=True)
    erased_at = models.DateTimeField(null=True)
    duplicate_of = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, related_name="duplicates"
    )

    class Meta:
        """By name as it is sorted."""

        indexes = (models.Index(fields=("sort_key",)),)

    def __str__(self) -> str:
        return self.full_name


class PersonalRecord(models.Model):
    """What only those see who keep the person's record, each view with its entry in the journal.

    The number (ИИН) lies encrypted; `iin_digest` is its keyed digest, by which alone it is found.
    """

    person = models.OneToOneField(Person, on_delete=models.PROTECT, related_name="personal_record")
    iin_sealed = models.TextField(blank=True)
    iin_digest = models.CharField(max_length=64, blank=True)
    phone = models.CharField(max_length=60, blank=True)
    email = models.EmailField(blank=True)

    class Meta:
        """One record with a number."""

        constraints = (
            models.UniqueConstraint(
                fields=("iin_digest",), condition=~Q(iin_digest=""), name="one_person_with_an_iin"
            ),
        )

    def __str__(self) -> str:
        return f"personal record of {self.person_id}"


class Consent(models.Model):
    """A person agreed, until withdrawn, that something is kept for a purpose: a charter code."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="consents")
    purpose = models.SlugField(max_length=40)
    given_on = models.DateField()
    withdrawn_on = models.DateField(null=True)
    paper = models.ForeignKey(
        Document, on_delete=models.PROTECT, null=True, related_name="consents"
    )
    ground = models.CharField(max_length=300, blank=True)

    class Meta:
        """Newest first."""

        ordering = ("-given_on", "-pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(withdrawn_on=None) | Q(withdrawn_on__gte=F("given_on")),
                name="consent_withdrawn_after_it_was_given",
            ),
        )

    def __str__(self) -> str:
        return f"{self.purpose} {self.given_on:%d.%m.%Y}"


class Affiliation(models.Model):
    """The ethnic affiliation that a person declared of the own will, encrypted, on a consent.

    It is never listed, counted, exported or searched, and never inferred.
    """

    person = models.OneToOneField(Person, on_delete=models.PROTECT, related_name="affiliation")
    words_sealed = models.TextField()
    declared_on = models.DateField()
    consent = models.ForeignKey(Consent, on_delete=models.PROTECT, related_name="affiliations")

    def __str__(self) -> str:
        return f"affiliation of {self.person_id}"


class Enrolment(models.Model):
    """A person stands in a register of the charter (mediators, experts, volunteers, reserve) on
    `[valid_from, valid_until)`.

    `structure` is where the person works as such (a centre of mediation), `number` the
    certificate's; `particulars` are the fields that the charter gives the register.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="enrolments")
    register = models.SlugField(max_length=40)
    structure = models.ForeignKey(
        Structure, on_delete=models.PROTECT, null=True, related_name="enrolments"
    )
    territory = models.ForeignKey(
        Territory, on_delete=models.PROTECT, null=True, related_name="enrolments"
    )
    number = models.CharField(max_length=100, blank=True)
    particulars = models.JSONField(default=dict)
    valid_from = models.DateField()
    valid_until = models.DateField(null=True)
    provision = models.ForeignKey(
        Provision, on_delete=models.PROTECT, null=True, related_name="enrolments"
    )
    ground = models.CharField(max_length=300, blank=True)

    class Meta:
        """Newest first."""

        ordering = ("-valid_from", "-pk")
        indexes = (models.Index(fields=("register", "valid_until")),)
        constraints = (
            models.CheckConstraint(
                condition=Q(valid_until=None) | Q(valid_until__gt=F("valid_from")),
                name="enrolment_ends_after_it_begins",
            ),
        )

    def __str__(self) -> str:
        return f"{self.person} — {self.register}"

    @property
    def last_on(self) -> date | None:
        """The last day on which it holds; None while no end is known."""
        return self.valid_until and self.valid_until - timedelta(days=1)
