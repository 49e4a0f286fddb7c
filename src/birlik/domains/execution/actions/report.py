"""A consolidated report's way from a choice to a paper that never changes."""

from collections.abc import Mapping
from datetime import date, datetime
from hashlib import sha256

from django.db.models import Max

from birlik.base.journal.action import action, note
from birlik.base.records.actions import store_document
from birlik.base.records.models import Act
from birlik.base.values.actor import Actor
from birlik.base.values.local_text import LocalText
from birlik.base.values.refused import RefusedError
from birlik.domains.execution.engine.report.filling import ReportLanguage
from birlik.domains.execution.models import Report, ReportFile
from birlik.domains.execution.rules import (
    may_begin_report,
    may_record_report,
    may_send_report,
)

MEDIA_TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
OTHER_CONTENT = LocalText(
    kk="Есеп осы арада қайта жасалды. Бетті жаңартып, қайта қараңыз.",
    ru="Тем временем отчет составили заново. Обновите страницу и посмотрите снова.",
    en="Meanwhile the report was made anew. Reload the page and look again.",
)


@action(
    "report.begun",
    may=may_begin_report,
    label=LocalText(
        "Жиынтық есеп жасала бастады", "Начато составление сводного отчета", "Report begun"
    ),
)
def begin_report(
    by: Actor, act: Act, /, *, at: datetime, period: str, language: ReportLanguage
) -> Report:
    """A report on an act that waits for the worker: the one not sent yet made anew, else a further
    version. `period` is the code of a period."""
    chosen = {"act": act, "period": period, "language": language}
    waiting = {
        "state": Report.State.WAITING,
        "progress": 0,
        "begun_at": at,
        "by_id": by.appointment_id,
    }
    made = Report.objects.select_for_update(of=("self",)).filter(**chosen)
    report = made.exclude(state=Report.State.SENT).first()
    if report is None:
        last = made.aggregate(version=Max("version"))["version"] or 0
        report = Report.objects.create(**chosen, **waiting, version=last + 1)
    else:
        Report.objects.filter(pk=report.pk).update(**waiting)
        report.refresh_from_db()
    note(report=report, version=report.version)
    return report


@action(
    "report.made",
    may=may_record_report,
    label=LocalText("Жиынтық есеп жасалды", "Сводный отчет составлен", "Report made"),
    withheld=("content", "files"),
)
def finish_report(
    by: Actor,
    report: Report,
    /,
    *,
    at: datetime,
    content: str,
    stated_on: date,
    files: Mapping[str, bytes],
) -> None:
    """Keep what was made: the facts as canonical JSON, and the files by their kinds."""
    ReportFile.objects.filter(report=report).delete()
    for kind, made in files.items():
        document = store_document(
            by,
            None,
            at=at,
            name=f"report-{report.pk}-{report.version}.{kind}",
            media_type=MEDIA_TYPES[kind],
            content=made,
        )
        ReportFile.objects.create(report=report, kind=kind, document=document)
    report.content, report.digest = content, sha256(content.encode()).hexdigest()
    report.stated_on, report.made_at = stated_on, at
    report.state, report.progress = Report.State.MADE, 100
    report.save(update_fields=["content", "digest", "stated_on", "made_at", "state", "progress"])
    note(**digests_of(report))


@action(
    "report.failed",
    may=may_record_report,
    label=LocalText(
        "Жиынтық есепті жасау мүмкін болмады", "Сводный отчет составить не удалось", "Report failed"
    ),
)
def fail_report(_by: Actor, report: Report, /, *, at: datetime, reason: LocalText) -> None:
    """Keep why a report could not be made."""
    report.error_kk, report.error_ru, report.error_en = reason.kk, reason.ru, reason.en
    report.state = Report.State.FAILED
    report.save(update_fields=["error_kk", "error_ru", "error_en", "state"])


@action(
    "report.sent",
    may=may_send_report,
    label=LocalText("Жиынтық есеп жіберілді", "Сводный отчет отправлен", "Report sent"),
)
def send_report(by: Actor, report: Report, /, *, at: datetime, seen: str) -> None:
    """Record that a report was sent: its content and files are frozen with their digests.

    `seen` is the digest of what the person saw. Raises `RefusedError` when the report was made
    anew since.
    """
    if seen != report.digest:
        raise RefusedError(OTHER_CONTENT)
    report.state, report.sent_at = Report.State.SENT, at
    report.sent_by_id = by.appointment_id
    report.save(update_fields=["state", "sent_at", "sent_by"])
    note(**digests_of(report))


def digests_of(report: Report) -> dict[str, str]:
    """The digests of a report's content and of its files, for the journal."""
    files = report.files.select_related("document")
    return {"content_digest": report.digest, **{one.kind: one.document.digest for one in files}}


def show_progress(report: int, percent: int) -> None:
    """Show how far the worker is; nothing is decided by it, so the journal does not record it.

    What is made or sent meanwhile stays as it is.
    """
    unfinished = (Report.State.WAITING, Report.State.MAKING)
    Report.objects.filter(pk=report, state__in=unfinished).update(
        state=Report.State.MAKING, progress=min(percent, 99)
    )
