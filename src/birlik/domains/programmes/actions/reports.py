"""The yearly report of an association: saved, submitted for good, returned."""

from datetime import datetime

from birlik.base.journal.action import action, note
from birlik.base.obligations.actions import EvidenceItem, attach_evidence, submit_report
from birlik.base.obligations.models import Obligation, Submission
from birlik.base.records.actions import store_document
from birlik.base.registry.models import Structure
from birlik.base.values.actor import Actor
from birlik.base.values.clock import day_of
from birlik.base.values.local_text import LocalText
from birlik.base.values.refused import RefusedError, require
from birlik.domains.programmes import refusals
from birlik.domains.programmes.actions.activities import require_reporting
from birlik.domains.programmes.engine.fitting import ReportRow
from birlik.domains.programmes.engine.telling import told
from birlik.domains.programmes.engine.totals import to_record
from birlik.domains.programmes.models import FrozenReport, YearlyReport
from birlik.domains.programmes.queries.work import content_of, frozen_of, owed_for
from birlik.domains.programmes.rules import (
    is_open,
    may_keep_work,
    may_return_report,
    may_submit_report,
)

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@action(
    "yearly_report.saved",
    may=may_keep_work,
    label=LocalText("Жылдық есеп сақталды", "Годовой отчет сохранен", "Yearly report saved"),
    withheld=("row",),
)
def save_yearly_report(
    by: Actor,
    structure: Structure,
    /,
    *,
    at: datetime,
    year: int,
    row: ReportRow,
    version: int | None = None,
) -> YearlyReport:
    """Keep what is typed of a year so far.

    `version` is that of the report which the writer began with, 0 for none. Raises `RefusedError`
    when somebody saved another since, for a year to come, for a body that makes no report and for
    a report that was submitted.
    """
    require_reporting(structure, at)
    if year > day_of(at).year:
        raise RefusedError(refusals.YEAR_TO_COME)
    report = YearlyReport.objects.filter(structure=structure, year=year).first()
    if report is None:
        report = YearlyReport(structure=structure, year=year, saved_at=at)
    require(is_open(report))
    if version is not None and version != report.version:
        raise RefusedError(refusals.SAVED_ELSEWHERE)
    report.members, report.branches, report.staff = row.members, row.branches, row.staff
    report.words = row.words.strip()
    report.version += 1
    report.saved_at, report.saved_by_id = at, by.appointment_id
    report.save()
    note(year=year, version=report.version)
    return report


@action(
    "yearly_report.submitted",
    may=may_submit_report,
    label=LocalText("Жылдық есеп берілді", "Годовой отчет сдан", "Yearly report submitted"),
    digested=("sheet",),
)
def submit_yearly_report(
    by: Actor, report: YearlyReport, /, *, at: datetime, sheet: bytes = b""
) -> FrozenReport:
    """Freeze the report with the totals of what was done, and report on the obligation that it
    fulfils, where an act makes one; `sheet` is its workbook, kept as evidence there.

    Raises `RefusedError` for whatever stands against the report on the obligation.
    """
    owed = owed_for(report.structure, report.year, on=day_of(at))
    content = content_of(report.structure, report.year, report)
    former = frozen_of(report)
    frozen = FrozenReport.objects.create(
        report=report,
        number=former.number + 1 if former else 1,
        content=to_record(content),
        submission=reported(by, owed, report, at=at, sheet=sheet) if owed else None,
        at=at,
        by_id=by.appointment_id,
    )
    report.obligation = owed or report.obligation
    report.submitted_at, report.returned_at, report.returned = at, None, ""
    report.save()
    note(year=report.year, number=frozen.number, activities=content.activities)
    return frozen


def reported(
    by: Actor, owed: Obligation, report: YearlyReport, *, at: datetime, sheet: bytes
) -> Submission:
    """The report on the obligation that a yearly report fulfils."""
    if sheet:
        name = f"birlik-report-{report.structure_id}-{report.year}.xlsx"
        document = store_document(by, None, at=at, name=name, media_type=XLSX, content=sheet)
        title = f"{report.year}"
        attach_evidence(by, owed, at=at, item=EvidenceItem(title, document=document))
    text = told(content_of(report.structure, report.year, report), report.year)
    return submit_report(by, owed, at=at, text_kk=text.kk, text_ru=text.ru)


@action(
    "yearly_report.returned",
    may=may_return_report,
    label=LocalText("Жылдық есеп қайтарылды", "Годовой отчет возвращен", "Yearly report returned"),
    withheld=("reason",),
)
def return_yearly_report(_by: Actor, report: YearlyReport, /, *, at: datetime, reason: str) -> None:
    """Give a submitted report back to be mended; raises `RefusedError` without a reason."""
    if not reason.strip():
        raise RefusedError(refusals.REASON_NEEDED)
    report.returned_at, report.returned = at, reason.strip()
    report.save(update_fields=["returned_at", "returned"])
    note(year=report.year)
