"""Rounds of accreditation, applications with their papers and votes, certificates.

Nothing here holds a state: where an application or a certificate stands follows from its steps.
"""

from django.db import models
from django.db.models import F, Q

from birlik.base.records.models import Document, Provision
from birlik.base.registry.models import AccreditedTerm, Appointment, Structure
from birlik.base.values.local_text import LocalText
from birlik.domains.accreditation.engine.standing import KINDS


class Round(models.Model):
    """A round in which associations apply from `opened_on` to `closed_on`, both included.

    Its checklist, criteria and terms are the norms of the day on which it opened.
    """

    year = models.PositiveSmallIntegerField(unique=True)
    opened_on = models.DateField()
    closed_on = models.DateField()
    opened_at = models.DateTimeField()
    by = models.ForeignKey(Appointment, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        """Newest first."""

        ordering = ("-year",)
        constraints = (
            models.CheckConstraint(
                condition=Q(closed_on__gte=F("opened_on")), name="accreditation_round_in_order"
            ),
        )

    def __str__(self) -> str:
        return str(self.year)


class Application(models.Model):
    """The application of an association in a round, for itself and for its `branches`.

    One that came on paper was entered by the region's secretary, with the paper's number and day.
    It `renews` the certificate that the association had.
    """

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="applications")
    structure = models.ForeignKey(
        Structure, on_delete=models.PROTECT, related_name="accreditation_applications"
    )
    branches = models.ManyToManyField(Structure, related_name="+")
    statement = models.TextField(blank=True)
    paper_number = models.CharField(max_length=100, blank=True)
    paper_on = models.DateField(null=True)
    renews = models.ForeignKey(
        "Certificate", on_delete=models.PROTECT, null=True, related_name="renewed_by"
    )
    begun_at = models.DateTimeField()
    by = models.ForeignKey(Appointment, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        """Newest first."""

        ordering = ("-begun_at", "-pk")

    def __str__(self) -> str:
        return f"{self.structure} ({self.round})"

    @property
    def on_paper(self) -> bool:
        """Whether it came on paper."""
        return self.paper_on is not None


class AttachedPaper(models.Model):
    """A paper of the checklist, by the code of its item: a file, or (without one) a sheet that lies
    with the application that came on paper."""

    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="papers")
    item = models.SlugField(max_length=40)
    document = models.ForeignKey(
        Document, on_delete=models.PROTECT, null=True, related_name="accreditation_papers"
    )
    title = models.CharField(max_length=200, blank=True)
    attached_at = models.DateTimeField()
    by = models.ForeignKey(Appointment, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        """In the order in which they came."""

        ordering = ("application_id", "attached_at", "pk")

    def __str__(self) -> str:
        return self.title or self.item


class Vote(models.Model):
    """How a member of the commission voted; `hearing` counts how often it has heard the case."""

    class Choice(models.TextChoices):
        """For or against accreditation, or neither."""

        FOR = "for"
        AGAINST = "against"
        ABSTAINED = "abstained"

    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="votes")
    hearing = models.PositiveSmallIntegerField()
    member = models.ForeignKey(
        Appointment, on_delete=models.PROTECT, related_name="accreditation_votes"
    )
    choice = models.CharField(max_length=10, choices=Choice.choices)
    cast_at = models.DateTimeField()

    class Meta:
        """In the order in which they were cast; a member votes once in a hearing."""

        ordering = ("application_id", "hearing", "cast_at", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("application", "hearing", "member"), name="accreditation_vote_once"
            ),
        )

    def __str__(self) -> str:
        return self.choice


class Certificate(models.Model):
    """That an association is accredited on `[valid_from, valid_until)`, its branches with it.

    `code` is what the public page is asked by. Of an earlier round there is no application.
    `terms` are what the register says by it, that of the association first.
    """

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="certificates")
    structure = models.ForeignKey(
        Structure, on_delete=models.PROTECT, related_name="accreditation_certificates"
    )
    application = models.ForeignKey(
        Application, on_delete=models.PROTECT, null=True, related_name="certificates"
    )
    number = models.CharField(max_length=60, unique=True)
    code = models.CharField(max_length=24, unique=True)
    valid_from = models.DateField()
    valid_until = models.DateField()
    provision = models.ForeignKey(
        Provision, on_delete=models.PROTECT, related_name="accreditation_certificates"
    )
    terms = models.ManyToManyField(AccreditedTerm, related_name="certificates")

    class Meta:
        """Newest first."""

        ordering = ("-valid_from", "number")
        indexes = (models.Index(fields=("structure", "valid_until")),)
        constraints = (
            models.CheckConstraint(
                condition=Q(valid_until__gt=F("valid_from")),
                name="certificate_ends_after_it_begins",
            ),
        )

    def __str__(self) -> str:
        return f"№ {self.number}"


class Step(models.Model):
    """A step of an application or of a certificate, never both: who, when, why, on what ground.

    `on` is the day from which it holds, `until` the end of a suspension where that was set,
    `missing` the items of the checklist for which an application was returned.
    """

    application = models.ForeignKey(
        Application, on_delete=models.PROTECT, null=True, related_name="steps"
    )
    certificate = models.ForeignKey(
        Certificate, on_delete=models.PROTECT, null=True, related_name="steps"
    )
    kind = models.CharField(max_length=10, choices=[(one, one) for one in KINDS])
    at = models.DateTimeField()
    on = models.DateField()
    until = models.DateField(null=True)
    by = models.ForeignKey(Appointment, on_delete=models.PROTECT, null=True, related_name="+")
    reason_kk = models.TextField(blank=True)
    reason_ru = models.TextField(blank=True)
    missing: models.JSONField[list[str], list[str]] = models.JSONField(default=list)
    provision = models.ForeignKey(
        Provision, on_delete=models.PROTECT, null=True, related_name="accreditation_steps"
    )

    class Meta:
        """In the order in which they were taken."""

        ordering = ("pk",)
        constraints = (
            models.CheckConstraint(
                condition=Q(application=None, certificate__isnull=False)
                | Q(application__isnull=False, certificate=None),
                name="accreditation_step_of_one_thing",
            ),
        )

    def __str__(self) -> str:
        return self.kind

    @property
    def reason(self) -> LocalText:
        """Why."""
        return LocalText(self.reason_kk, self.reason_ru)
