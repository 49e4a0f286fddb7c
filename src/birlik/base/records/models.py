"""On what paper: documents, their readings, acts, provisions and the findings about them.

What is read from an act has no longest length: nobody knows how long the next one writes it.
"""

from pathlib import PurePosixPath

from django.db import models
from django.db.models import F, Q

from birlik.base.values.local_text import LocalText

SOURCE_LANGUAGES = (("kk", "kk"), ("ru", "ru"))


def place_of(document: "Document", _name: str) -> str:
    """Where a document's bytes lie: by digest alone, never by a name that a person gave."""
    return str(PurePosixPath("documents", document.digest[:2], document.digest))


class Document(models.Model):
    """A stored file: known by its digest, so the same bytes are kept once."""

    digest = models.CharField(max_length=64, unique=True)
    name = models.CharField(max_length=200)
    media_type = models.CharField(max_length=100)
    size = models.PositiveIntegerField()
    file = models.FileField(upload_to=place_of, max_length=200)
    stored_at = models.DateTimeField()

    class Meta:
        """Newest first."""

        ordering = ("-stored_at",)

    def __str__(self) -> str:
        return self.name


class Telling(models.TextChoices):
    """What of an act is not the act itself; '' for an act as it was adopted."""

    RETOLD = "retold"
    INVENTED = "invented"


class Act(models.Model):
    """A dated paper with numbered points.

    `told` marks what only the demonstration has: an act retold in our words, or one that was
    never adopted. `repeals` are the acts that this one repeals whole, as records of number and day.
    In force from `in_force_from` to `repealed_on`, the day of the repealing act, which is the last
    day on which something can fall due. `first_year` and `last_year` are the years it plans for;
    of an `open_ended` act, which names no last year, `last_year` is how far ahead it was reckoned.
    From `controlled_from` this installation controls it: of what fell due before, there is no
    record here. `paper` is the file of an act that was entered by hand, where one was attached.
    """

    kind = models.SlugField(max_length=60)
    number = models.TextField()
    issuer_kk = models.TextField(blank=True)
    issuer_ru = models.TextField(blank=True)
    issuer_en = models.TextField(blank=True)
    title_kk = models.TextField(blank=True)
    title_ru = models.TextField(blank=True)
    title_en = models.TextField(blank=True)
    adopted_on = models.DateField()
    in_force_from = models.DateField()
    repealed_on = models.DateField(null=True)
    repealed_by = models.ForeignKey("self", on_delete=models.PROTECT, null=True)
    first_year = models.PositiveSmallIntegerField()
    last_year = models.PositiveSmallIntegerField()
    open_ended = models.BooleanField(default=False)
    told = models.CharField(max_length=10, choices=Telling.choices, default="", blank=True)
    repeals = models.JSONField(default=list)
    confirmed_at = models.DateTimeField()
    controlled_from = models.DateField()
    paper = models.ForeignKey(Document, on_delete=models.PROTECT, null=True, related_name="acts")

    class Meta:
        """Newest first; an act is known by its kind, number and day, and by who issued it."""

        ordering = ("-adopted_on", "number")
        constraints = (
            models.UniqueConstraint(
                fields=("kind", "number", "adopted_on", "told", "issuer_kk", "issuer_ru"),
                name="act_once",
            ),
            models.CheckConstraint(
                condition=Q(repealed_on=None) | Q(repealed_on__gte=F("adopted_on")),
                name="act_repealed_after_adoption",
            ),
        )

    def __str__(self) -> str:
        return f"№ {self.number}, {self.adopted_on:%d.%m.%Y}"

    @property
    def title(self) -> LocalText:
        """What it is about."""
        return LocalText(self.title_kk, self.title_ru, self.title_en)

    @property
    def issuer(self) -> LocalText:
        """Who adopted it."""
        return LocalText(self.issuer_kk, self.issuer_ru, self.issuer_en)

    @property
    def invented(self) -> bool:
        """Whether no such act was ever adopted."""
        return self.told == Telling.INVENTED

    @property
    def retold(self) -> bool:
        """Whether this is the demonstration's retelling of a real act."""
        return self.told == Telling.RETOLD


class Source(models.Model):
    """The text of an act in one language, as it was read; offsets point into `text`."""

    act = models.ForeignKey(Act, on_delete=models.PROTECT, related_name="sources")
    language = models.CharField(max_length=2, choices=SOURCE_LANGUAGES)
    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="sources")
    text = models.TextField()
    outline = models.JSONField(default=list)
    lost = models.JSONField(default=list)

    class Meta:
        """One text for each language."""

        ordering = ("language",)
        constraints = (
            models.UniqueConstraint(fields=("act", "language"), name="one_source_per_language"),
        )

    def __str__(self) -> str:
        return f"{self.act} ({self.language})"


class Alignment(models.Model):
    """The two texts of an act, paragraph to paragraph, computed once when both are there.

    `groups` holds `[[[start, end], ...] of kk, the same of ru, certain]`, in the order of the act.
    """

    act = models.OneToOneField(Act, on_delete=models.PROTECT, related_name="alignment")
    groups = models.JSONField(default=list)

    def __str__(self) -> str:
        return str(self.act)


class ActReading(models.Model):
    """A file on its way to becoming an act: what was read, and what a person mended.

    `text` is the source text into which the offsets of `draft` point; `draft` is the reading as
    JSON, amended in place while a person checks it. Nothing becomes a duty before it is
    confirmed.
    """

    class State(models.TextChoices):
        """Where the reading stands."""

        WAITING = "waiting"
        READING = "reading"
        READ = "read"
        FAILED = "failed"
        CONFIRMED = "confirmed"

    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="readings")
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    progress = models.PositiveSmallIntegerField(default=0)
    text = models.TextField(blank=True)
    draft = models.JSONField(default=dict)
    findings = models.JSONField(default=list)
    error_kk = models.TextField(blank=True)
    error_ru = models.TextField(blank=True)
    error_en = models.TextField(blank=True)
    begun_at = models.DateTimeField()
    begun_by = models.BigIntegerField(null=True)
    act = models.ForeignKey(Act, on_delete=models.PROTECT, null=True, related_name="readings")

    class Meta:
        """Newest first."""

        ordering = ("-begun_at",)

    def __str__(self) -> str:
        return f"{self.document} ({self.state})"

    @property
    def error(self) -> LocalText:
        """Why the file could not be read."""
        return LocalText(self.error_kk, self.error_ru, self.error_en)


class Provision(models.Model):
    """A point of an act, known by its path in it: "measure/4.2", "indicator/3", "section/2"."""

    class Kind(models.TextChoices):
        """What kind of point it is."""

        SECTION = "section"
        DIRECTION = "direction"
        MEASURE = "measure"
        INDICATOR = "indicator"

    act = models.ForeignKey(Act, on_delete=models.PROTECT, related_name="provisions")
    kind = models.CharField(max_length=12, choices=Kind.choices)
    path = models.TextField()
    number = models.TextField(blank=True)
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="parts")
    position = models.PositiveIntegerField()

    class Meta:
        """In the order of the act."""

        ordering = ("act_id", "position")
        constraints = (models.UniqueConstraint(fields=("act", "path"), name="provision_once"),)

    def __str__(self) -> str:
        return f"{self.act}: {self.path}"


class Wording(models.Model):
    """The words of a provision in one language, from one day to another.

    `[start, end)` are the offsets of its source words; both 0 when no source carries them. A
    misreading is corrected retroactively, an amendment from the day it takes force.
    """

    provision = models.ForeignKey(Provision, on_delete=models.PROTECT, related_name="wordings")
    language = models.CharField(max_length=2, choices=(*SOURCE_LANGUAGES, ("en", "en")))
    title = models.TextField()
    start = models.PositiveIntegerField(default=0)
    end = models.PositiveIntegerField(default=0)
    valid_from = models.DateField()
    valid_until = models.DateField(null=True)

    class Meta:
        """Oldest first."""

        ordering = ("provision_id", "language", "valid_from")
        constraints = (
            models.UniqueConstraint(
                fields=("provision", "language", "valid_from"), name="one_wording_from_a_day"
            ),
        )

    def __str__(self) -> str:
        return self.title


class Finding(models.Model):
    """What the check found in an act: a question for a lawyer, not a verdict."""

    act = models.ForeignKey(Act, on_delete=models.PROTECT, related_name="findings")
    kind = models.CharField(max_length=60)
    severity = models.CharField(max_length=20)
    message_kk = models.TextField()
    message_ru = models.TextField()
    message_en = models.TextField()
    places = models.JSONField(default=list)

    class Meta:
        """In the order in which the check gave them."""

        ordering = ("pk",)

    def __str__(self) -> str:
        return self.message_kk

    @property
    def message(self) -> LocalText:
        """What is to be clarified."""
        return LocalText(self.message_kk, self.message_ru, self.message_en)
