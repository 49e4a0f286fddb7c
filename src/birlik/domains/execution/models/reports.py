"""Consolidated reports, their files, and the templates that offices put in place of ours."""

from django.db import models
from django.db.models import Q

from birlik.base.records.models import Act, Document
from birlik.base.registry.models import Appointment
from birlik.base.values.local_text import LocalText


class ReportLanguage(models.TextChoices):
    """In which languages a report is written."""

    KK = "kk"
    RU = "ru"
    BOTH = "both"


class Report(models.Model):
    """A consolidated report on an act for a period, in one language or both.

    The worker fills it: `content` are its facts as canonical JSON, with their SHA-256 as `digest`,
    as they stood on `stated_on`. While it is not sent it can be made anew; once sent it never
    changes, and what is made later is a further `version`.
    """

    class State(models.TextChoices):
        """Where the report stands."""

        WAITING = "waiting"
        MAKING = "making"
        MADE = "made"
        FAILED = "failed"
        SENT = "sent"

    act = models.ForeignKey(Act, on_delete=models.PROTECT, related_name="reports")
    period = models.CharField(max_length=24)
    language = models.CharField(max_length=4, choices=ReportLanguage.choices)
    version = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=8, choices=State.choices, default=State.WAITING)
    progress = models.PositiveSmallIntegerField(default=0)
    content = models.TextField(blank=True)
    digest = models.CharField(max_length=64, blank=True)
    stated_on = models.DateField(null=True)
    begun_at = models.DateTimeField()
    by = models.ForeignKey(
        Appointment, on_delete=models.PROTECT, null=True, related_name="reports_made"
    )
    made_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)
    sent_by = models.ForeignKey(
        Appointment, on_delete=models.PROTECT, null=True, related_name="reports_sent"
    )
    error_kk = models.TextField(blank=True)
    error_ru = models.TextField(blank=True)
    error_en = models.TextField(blank=True)

    class Meta:
        """Newest first; only one version at a time waits to be sent, and what is sent is whole."""

        ordering = ("-begun_at", "-pk")
        constraints = (
            models.UniqueConstraint(
                fields=("act", "period", "language", "version"), name="report_version_once"
            ),
            models.UniqueConstraint(
                fields=("act", "period", "language"),
                condition=~Q(state="sent"),
                name="one_report_not_sent",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=("made", "sent"))
                | Q(digest__gt="", content__gt="", made_at__isnull=False),
                name="report_made_has_content",
            ),
            models.CheckConstraint(
                condition=Q(state="sent", sent_at__isnull=False)
                | (~Q(state="sent") & Q(sent_at=None)),
                name="report_sent_has_a_time",
            ),
        )

    def __str__(self) -> str:
        return f"{self.act}: {self.period} ({self.language}, {self.version})"

    @property
    def error(self) -> LocalText:
        """Why it could not be made."""
        return LocalText(self.error_kk, self.error_ru, self.error_en)


class ReportFile(models.Model):
    """A report as a file."""

    class Kind(models.TextChoices):
        """What kind of file."""

        DOCX = "docx"
        PDF = "pdf"
        XLSX = "xlsx"

    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="files")
    kind = models.CharField(max_length=4, choices=Kind.choices)
    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="report_files")

    class Meta:
        """Each kind once."""

        ordering = ("report_id", "kind")
        constraints = (models.UniqueConstraint(fields=("report", "kind"), name="report_file_once"),)

    def __str__(self) -> str:
        return f"{self.report}: {self.kind}"


class ReportTemplate(models.Model):
    """A Word template of an office for the reports in a language, until another takes its place or
    the one that Birlik brings is taken again."""

    language = models.CharField(max_length=4, choices=ReportLanguage.choices)
    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="templates")
    since = models.DateTimeField()
    by = models.ForeignKey(Appointment, on_delete=models.PROTECT, null=True)
    until = models.DateTimeField(null=True)

    class Meta:
        """Newest first; one at a time is in use for a language."""

        ordering = ("-since", "-pk")
        constraints = (
            models.UniqueConstraint(
                fields=("language",), condition=Q(until=None), name="one_template_in_use"
            ),
        )

    def __str__(self) -> str:
        return f"{self.document} ({self.language})"
