"""The consolidated reports that were made, their files and templates."""

from json import loads
from typing import get_args

from django.db.models import Exists, OuterRef, QuerySet

from birlik.base.journal.engine.chain import canonical
from birlik.base.obligations.models import Duty, Resolution
from birlik.base.records.engine.draft_record import restore, to_record
from birlik.base.records.models import Act
from birlik.base.records.queries.retellings import told_twice
from birlik.domains.execution.engine.report.content import Content
from birlik.domains.execution.engine.report.difference import Difference, differences
from birlik.domains.execution.engine.report.filling import ReportLanguage
from birlik.domains.execution.models import Report, ReportFile, ReportTemplate

LONG = 19
"""No key has so many digits; a database refuses a number that long."""


def reports_made(*, act: str = "") -> QuerySet[Report]:
    """The reports that were begun, newest first, with their files and without their long content;
    those on one act by the key in its address ("" for all)."""
    found = Report.objects.select_related("act").prefetch_related("files").defer("content")
    numbered = act.isdecimal() and len(act) < LONG
    return found.filter(act__pk=int(act)) if numbered else found


def report(pk: int) -> Report | None:
    """A report with its act, or None."""
    return Report.objects.select_related("act", "sent_by__office").filter(pk=pk).first()


def files_of_report(found: Report) -> list[ReportFile]:
    """The files of a report with their documents, those of Word first."""
    return list(found.files.select_related("document"))


def language_of(found: Report) -> ReportLanguage:
    """The language of a report."""
    return next(one for one in get_args(ReportLanguage) if one == found.language)


def report_file(pk: int, kind: str) -> ReportFile | None:
    """A file of a report that was made, with its document; None where there is none."""
    return (
        ReportFile.objects.select_related("document", "report__act")
        .filter(report__pk=pk, kind=kind, report__state__in=(Report.State.MADE, Report.State.SENT))
        .first()
    )


def content_record(content: Content) -> str:
    """The facts of a report as canonical JSON: the same facts, the same text."""
    return canonical(to_record(content))


def content_of(found: Report) -> Content | None:
    """The facts of a report as they were kept; None before it was made."""
    if not found.content:
        return None
    restored: Content = restore(Content, loads(found.content))
    return restored


def changes_since_sent(found: Report) -> tuple[Report, tuple[Difference, ...]] | None:
    """The report sent last before this one on the same act and period, with the measures that this
    one tells otherwise; None where none was sent, or this one is not made."""
    before, after = sent_before(found), content_of(found)
    old = content_of(before) if before else None
    if before is None or old is None or after is None:
        return None
    return before, differences(old, after)


def sent_before(found: Report) -> Report | None:
    """The report on the same act and period that was sent last before this one, or None."""
    sent = Report.objects.filter(act=found.act_id, period=found.period, state=Report.State.SENT)
    earlier = sent.exclude(pk=found.pk)
    if found.sent_at:
        earlier = earlier.filter(sent_at__lt=found.sent_at)
    return earlier.order_by("-sent_at").first()


def acts_to_report_on() -> QuerySet[Act]:
    """The acts that made duties, newest first; a retelling is left out where the act is here, and
    so are the resolutions of heads, which concern their bodies alone."""
    duties = Duty.objects.filter(provision__act=OuterRef("pk"))
    given = Resolution.objects.values("act")
    return Act.objects.filter(Exists(duties)).exclude(told_twice()).exclude(pk__in=given)


def template_in_use(language: str) -> ReportTemplate | None:
    """The template of an office for the reports in a language; None where ours is used."""
    return (
        ReportTemplate.objects.select_related("document", "by__office")
        .filter(language=language, until=None)
        .first()
    )
