"""How offices handle an obligation: resolutions, visas and signatures, letters, past records, and
what passes to another body."""

from django.db import models
from django.db.models import Q

from birlik.base.obligations.models.owing import Duty, Obligation
from birlik.base.obligations.models.reporting import Submission
from birlik.base.records.models import Act, Document
from birlik.base.registry.models import Appointment, Office, Reorganisation, Structure


class PastRecord(models.Model):
    """What an office's own record of control says of an obligation that fell due before this
    installation took over: done on `done_on` by a letter, or not done.

    `row` is its row in the `source` workbook.
    """

    obligation = models.OneToOneField(
        Obligation, on_delete=models.PROTECT, related_name="past_record"
    )
    done_on = models.DateField(null=True)
    letter = models.CharField(max_length=100, blank=True)
    source = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="past_records")
    row = models.PositiveIntegerField()
    at = models.DateTimeField()
    by = models.ForeignKey(Appointment, on_delete=models.PROTECT, null=True)

    def __str__(self) -> str:
        return f"{self.obligation}: {self.done_on}"


class Resolution(models.Model):
    """A head's resolution on an obligation: an act of its own, whose points make child obligations.

    `obligation` is the parent; `number` tells a body's resolutions on it apart.
    """

    act = models.OneToOneField(Act, on_delete=models.PROTECT, related_name="resolution")
    obligation = models.ForeignKey(Obligation, on_delete=models.PROTECT, related_name="resolutions")
    number = models.PositiveSmallIntegerField()
    at = models.DateTimeField()
    by = models.ForeignKey(Appointment, on_delete=models.PROTECT, null=True)

    class Meta:
        """In the order in which they were written."""

        ordering = ("obligation_id", "number")
        constraints = (
            models.UniqueConstraint(fields=("obligation", "number"), name="resolution_once"),
        )

    def __str__(self) -> str:
        return str(self.act)


class Assignment(models.Model):
    """The office, and so the person in it, to whom a point of a resolution is given by name."""

    duty = models.OneToOneField(Duty, on_delete=models.PROTECT, related_name="assignment")
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="assignments")

    def __str__(self) -> str:
        return f"{self.duty}: {self.office}"


class VisaStep(models.Model):
    """A step on the way of a body's reports: an office that gives its visa, or, as the last step,
    the one that signs."""

    structure = models.ForeignKey(Structure, on_delete=models.PROTECT, related_name="visa_steps")
    position = models.PositiveSmallIntegerField()
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="visa_steps")
    signs = models.BooleanField(default=False)

    class Meta:
        """In order; an office stands on the way once, and one signs."""

        ordering = ("structure_id", "position")
        constraints = (
            models.UniqueConstraint(fields=("structure", "position"), name="visa_step_once"),
            models.UniqueConstraint(fields=("structure", "office"), name="office_on_the_way_once"),
            models.UniqueConstraint(
                fields=("structure",), condition=Q(signs=True), name="one_office_signs"
            ),
        )

    def __str__(self) -> str:
        return f"{self.structure} {self.position}: {self.office}"


class Visa(models.Model):
    """An office's word on a draft report, the `turn`-th time it goes round.

    `decision` is empty while it is awaited. It holds for the draft's `text` as its SHA-256 says;
    whoever changes the draft takes it out of the round.
    """

    class Decision(models.TextChoices):
        """What was said."""

        AWAITED = ""
        APPROVED = "approved"
        REMARKED = "remarked"
        SENT_BACK = "sent_back"
        WITHDRAWN = "withdrawn"

    obligation = models.ForeignKey(Obligation, on_delete=models.PROTECT, related_name="visas")
    turn = models.PositiveSmallIntegerField()
    position = models.PositiveSmallIntegerField()
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="visas")
    signs = models.BooleanField(default=False)
    text = models.CharField(max_length=64)
    decision = models.CharField(
        max_length=10, choices=Decision.choices, default=Decision.AWAITED, blank=True
    )
    remark = models.TextField(blank=True)
    at = models.DateTimeField(null=True)
    by = models.ForeignKey(Appointment, on_delete=models.PROTECT, null=True)

    class Meta:
        """Turn by turn, in the order of the way."""

        ordering = ("obligation_id", "turn", "position")
        constraints = (
            models.UniqueConstraint(fields=("obligation", "turn", "position"), name="visa_once"),
            models.CheckConstraint(
                condition=~Q(decision__in=("remarked", "sent_back")) | Q(remark__gt=""),
                name="remark_of_a_visa_says_something",
            ),
        )
        indexes = (models.Index(fields=("office", "decision")),)

    def __str__(self) -> str:
        return f"{self.obligation} {self.turn}.{self.position}: {self.office}"


class PaperSignature(models.Model):
    """A signature that stands on paper: who signed the report and when, with the scan of it."""

    submission = models.OneToOneField(
        Submission, on_delete=models.PROTECT, related_name="paper_signature"
    )
    signatory = models.CharField(max_length=300)
    signed_on = models.DateField()
    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="signatures")

    def __str__(self) -> str:
        return f"{self.submission}: {self.signatory}"


class Passage(models.Model):
    """A duty of a body that passes to a chosen successor from a reorganisation on, instead of the
    main one; so do the obligations of it that fall due later."""

    reorganisation = models.ForeignKey(
        Reorganisation, on_delete=models.PROTECT, related_name="passages"
    )
    duty = models.ForeignKey(Duty, on_delete=models.PROTECT, related_name="passages")
    predecessor = models.ForeignKey(
        Structure, on_delete=models.PROTECT, related_name="passages_from"
    )
    successor = models.ForeignKey(Structure, on_delete=models.PROTECT, related_name="passages_to")

    class Meta:
        """In the order of the act; a duty of a body is chosen for one successor."""

        ordering = ("duty_id", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("reorganisation", "duty", "predecessor"), name="passage_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.duty}: {self.predecessor} → {self.successor}"


class FormerDebtor(models.Model):
    """Who owed an obligation before a reorganisation passed it to the chosen successor."""

    obligation = models.ForeignKey(
        Obligation, on_delete=models.PROTECT, related_name="former_debtors"
    )
    structure = models.ForeignKey(
        Structure, on_delete=models.PROTECT, related_name="former_obligations"
    )
    reorganisation = models.ForeignKey(
        Reorganisation, on_delete=models.PROTECT, related_name="passed_obligations"
    )

    class Meta:
        """Oldest first."""

        ordering = ("obligation_id", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("obligation", "reorganisation"), name="former_debtor_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.obligation}: {self.structure}"
