"""What the worker does for consolidated reports."""

from datetime import datetime

from django.conf import settings
from django.db import transaction
from django_tasks import task

from birlik.base.mandate.queries import indicator_courses
from birlik.base.records.models import Act
from birlik.base.values.actor import Actor
from birlik.base.values.clock import SystemClock, day_of
from birlik.base.values.local_text import LocalText
from birlik.base.values.period import Period
from birlik.domains.execution.actions import (
    begin_report,
    fail_report,
    finish_report,
    show_progress,
)
from birlik.domains.execution.engine.report.filling import Edition, ReportLanguage
from birlik.domains.execution.models import Report
from birlik.domains.execution.papers.files import files_of
from birlik.domains.execution.papers.template import template_content
from birlik.domains.execution.queries.report import report_content
from birlik.domains.execution.queries.reports import (
    content_record,
    language_of,
    report,
)

BROKEN = LocalText(
    kk="Есепті жасау кезінде қате шықты. Әкімшіге хабарлаңыз: себебі сервер журналында жазылған.",
    ru="Составить отчет не удалось. Сообщите администратору: причина записана в журнале сервера.",
    en="Making the report failed. Tell your administrator: the reason is in the server's log.",
)
UNFINISHED = frozenset({Report.State.WAITING, Report.State.MAKING})


def order_report(
    by: Actor, act: Act, /, *, at: datetime, period: str, language: ReportLanguage
) -> Report:
    """Begin a report and have the worker make it: both or neither, so that none waits in vain."""
    with transaction.atomic():
        begun = begin_report(by, act, at=at, period=period, language=language)
        make_report.enqueue(begun.pk)
    return begun


@task()
def make_report(report_id: int) -> None:
    """Make a waiting report: its facts of today, then its files.

    A report that is made or sent already stays as it is, so the task may run twice.
    """
    found = report(report_id)
    if found is None or found.state not in UNFINISHED:
        return
    system, clock = Actor.system(), SystemClock()
    show_progress(report_id, 1)
    try:
        at = clock.now()
        on = day_of(at)
        content = report_content(found.act, Period.parse(found.period), on=on)
        show_progress(report_id, 40)
        language = language_of(found)
        files = files_of(
            content,
            Edition(language, on, found.version, settings.DEMONSTRATION),
            template=template_content(language),
            courses=indicator_courses(act=found.act_id),
            at=at,
            shown=lambda percent: show_progress(report_id, percent),
        )
        finish_report(
            system,
            found,
            at=clock.now(),
            content=content_record(content),
            stated_on=on,
            files=files,
        )
    except Exception:
        fail_report(system, found, at=clock.now(), reason=BROKEN)
        raise


def give_up_report(report_id: int, *, at: datetime) -> None:
    """Tell that a report which the worker was killed over again and again will not be made."""
    found = report(report_id)
    if found is not None and found.state in UNFINISHED:
        fail_report(Actor.system(), found, at=at, reason=BROKEN)
