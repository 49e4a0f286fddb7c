"""What is done about an obligation: reports with evidence, reviews, extensions, releases."""

from django.db import models
from django.db.models import Q

from birlik.base.letters.models import Letter
from birlik.base.obligations.models.owing import Obligation
from birlik.base.records.models import Document, Provision
from birlik.base.registry.models import Appointment
from birlik.base.values.local_text import LocalText


class Draft(models.Model):
    """A report while it is being written: one for an obligation, shared by the debtor's office.

    `version` grows with every save, so that two who write at once notice each other.
    """

    obligation = models.OneToOneField(Obligation, on_delete=models.PROTECT, related_name="draft")
    text_kk = models.TextField(blank=True)
    text_ru = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=1)
    saved_at = models.DateTimeField()
    saved_by = models.ForeignKey(Appointment, on_delete=models.PROTECT, null=True)

    def __str__(self) -> str:
        return f"{self.obligation} ({self.version})"


class Submission(models.Model):
    """What a debtor reports, the `number`-th time. It never changes afterwards.

    `quantity` is the sum of what its evidence counts, None where nothing was to be counted.
    `consolidated_in` is the lead's submission that took up a contributor's. What came by `letter` a
    registrar recorded `at` an instant, and it `counts_on` the day that the norm takes from the
    letter; else that of `at`. `over_heads` says why a report does not wait for what a resolution
    gave to others.
    """

    obligation = models.ForeignKey(Obligation, on_delete=models.PROTECT, related_name="submissions")
    number = models.PositiveSmallIntegerField()
    text_kk = models.TextField(blank=True)
    text_ru = models.TextField(blank=True)
    quantity = models.PositiveIntegerField(null=True)
    at = models.DateTimeField()
    account = models.BigIntegerField(null=True)
    by = models.ForeignKey(Appointment, on_delete=models.PROTECT, null=True)
    consolidated_in = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, related_name="consolidates"
    )
    letter = models.ForeignKey(
        Letter, on_delete=models.PROTECT, null=True, related_name="submissions"
    )
    counts_on = models.DateField(null=True)
    over_heads = models.TextField(blank=True)

    class Meta:
        """In the order in which they came."""

        ordering = ("obligation_id", "number")
        constraints = (
            models.UniqueConstraint(fields=("obligation", "number"), name="submission_once"),
            models.CheckConstraint(
                condition=Q(letter=None) | Q(counts_on__isnull=False),
                name="letter_has_a_day_that_counts",
            ),
        )

    def __str__(self) -> str:
        return f"{self.obligation} ({self.number})"

    @property
    def words(self) -> LocalText:
        """The report in the languages it was written in."""
        return LocalText(self.text_kk, self.text_ru)


class Evidence(models.Model):
    """What proves a report: a file, a link, or the card of a paper of limited access.

    Without a `submission` it belongs to the draft. `quantity` is how many of the things demanded it
    proves. `number`, `dated_on` and `issuer` are those of the paper, where it has them; of a card,
    `kept_at` says where the paper lies and `addressees` who received it.
    """

    class Kind(models.TextChoices):
        """What is kept of it."""

        FILE = "file"
        LINK = "link"
        CARD = "card"

    obligation = models.ForeignKey(Obligation, on_delete=models.PROTECT, related_name="evidence")
    submission = models.ForeignKey(
        Submission, on_delete=models.PROTECT, null=True, related_name="evidence"
    )
    kind = models.CharField(max_length=4, choices=Kind.choices)
    title = models.CharField(max_length=300)
    document = models.ForeignKey(Document, on_delete=models.PROTECT, null=True)
    link = models.URLField(max_length=1000, blank=True)
    quantity = models.PositiveIntegerField(null=True)
    number = models.CharField(max_length=100, blank=True)
    dated_on = models.DateField(null=True)
    issuer = models.CharField(max_length=300, blank=True)
    kept_at = models.CharField(max_length=300, blank=True)
    addressees = models.CharField(max_length=300, blank=True)
    attached_at = models.DateTimeField()
    by = models.ForeignKey(Appointment, on_delete=models.PROTECT, null=True)

    class Meta:
        """In the order in which it came; each kind has what it consists of and nothing else."""

        ordering = ("obligation_id", "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(kind="file", document__isnull=False, link="", kept_at="")
                | Q(kind="link", document=None, link__gt="", kept_at="")
                | Q(kind="card", document=None, link="", kept_at__gt=""),
                name="evidence_is_one_thing",
            ),
        )

    def __str__(self) -> str:
        return self.title


class Upload(models.Model):
    """A file that is being brought in pieces; how far it has come, the partial file itself says."""

    key = models.UUIDField(unique=True)
    obligation = models.ForeignKey(Obligation, on_delete=models.PROTECT, related_name="uploads")
    account = models.BigIntegerField(null=True)
    name = models.CharField(max_length=200)
    size = models.PositiveIntegerField()
    begun_at = models.DateTimeField()
    evidence = models.OneToOneField(Evidence, on_delete=models.CASCADE, null=True)

    def __str__(self) -> str:
        return self.name


class Review(models.Model):
    """Acceptance of a submission, or its return with a reason; a submission is judged once."""

    submission = models.OneToOneField(Submission, on_delete=models.PROTECT, related_name="review")
    accepted = models.BooleanField()
    reason = models.TextField(blank=True)
    at = models.DateTimeField()
    account = models.BigIntegerField(null=True)
    by = models.ForeignKey(Appointment, on_delete=models.PROTECT, null=True)

    class Meta:
        """Whatever is returned has a reason."""

        constraints = (
            models.CheckConstraint(
                condition=Q(accepted=True) | Q(reason__gt=""), name="return_has_a_reason"
            ),
        )

    def __str__(self) -> str:
        return f"{self.submission}: {'accepted' if self.accepted else 'returned'}"


class Extension(models.Model):
    """A later due date that was asked for; `granted` is None until somebody decides.

    `old_due_on` is the due date when it was asked, `due_on` the one granted.
    """

    obligation = models.ForeignKey(Obligation, on_delete=models.PROTECT, related_name="extensions")
    old_due_on = models.DateField()
    wanted_on = models.DateField()
    reason = models.TextField()
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey(
        Appointment, on_delete=models.PROTECT, null=True, related_name="extensions_asked"
    )
    granted = models.BooleanField(null=True)
    due_on = models.DateField(null=True)
    ground = models.TextField(blank=True)
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(
        Appointment, on_delete=models.PROTECT, null=True, related_name="extensions_decided"
    )
    letter = models.ForeignKey(
        Letter, on_delete=models.PROTECT, null=True, related_name="extensions"
    )

    class Meta:
        """In the order in which they were asked; one at a time waits for its decision."""

        ordering = ("obligation_id", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("obligation",), condition=Q(granted=None), name="one_extension_waits"
            ),
        )

    def __str__(self) -> str:
        return f"{self.obligation}: {self.wanted_on:%d.%m.%Y}"


class Release(models.Model):
    """Release from execution, on the ground of a point of an act or of a letter."""

    obligation = models.OneToOneField(Obligation, on_delete=models.PROTECT, related_name="release")
    ground = models.ForeignKey(Provision, on_delete=models.PROTECT, null=True)
    letter = models.ForeignKey(Letter, on_delete=models.PROTECT, null=True, related_name="releases")
    reason = models.TextField()
    at = models.DateTimeField()
    by = models.ForeignKey(Appointment, on_delete=models.PROTECT, null=True)

    class Meta:
        """It has one ground."""

        constraints = (
            models.CheckConstraint(
                condition=Q(ground=None, letter__isnull=False)
                | Q(ground__isnull=False, letter=None),
                name="release_has_one_ground",
            ),
        )

    def __str__(self) -> str:
        return f"{self.obligation}: {self.ground or self.letter}"


class TakenOff(models.Model):
    """An accepted obligation taken off control: who, when, on what ground."""

    obligation = models.OneToOneField(
        Obligation, on_delete=models.PROTECT, related_name="taken_off"
    )
    ground = models.TextField()
    letter = models.ForeignKey(
        Letter, on_delete=models.PROTECT, null=True, related_name="taken_off"
    )
    at = models.DateTimeField()
    by = models.ForeignKey(Appointment, on_delete=models.PROTECT, null=True)

    def __str__(self) -> str:
        return str(self.obligation)


class Remark(models.Model):
    """A word in the conversation about an obligation."""

    obligation = models.ForeignKey(Obligation, on_delete=models.PROTECT, related_name="remarks")
    text = models.TextField()
    at = models.DateTimeField()
    by = models.ForeignKey(Appointment, on_delete=models.PROTECT, null=True)

    class Meta:
        """In the order in which they were said."""

        ordering = ("obligation_id", "pk")

    def __str__(self) -> str:
        return self.text
