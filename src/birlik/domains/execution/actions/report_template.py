"""The Word templates that an office puts in place of ours."""

from datetime import datetime

from birlik.base.journal.action import action, note
from birlik.base.records.actions import store_document
from birlik.base.values.actor import Actor
from birlik.base.values.local_text import LocalText
from birlik.base.values.refused import RefusedError
from birlik.domains.execution.actions.report import MEDIA_TYPES
from birlik.domains.execution.engine.report.filling import ReportLanguage
from birlik.domains.execution.engine.report.template_check import faults_of
from birlik.domains.execution.models import ReportTemplate
from birlik.domains.execution.rules import may_begin_report

UNFIT = LocalText(
    kk="Үлгіні қолдануға болмайды: онда қате бар.",
    ru="Шаблон применить нельзя: в нем есть ошибки.",
    en="The template cannot be used: it has faults.",
)


@action(
    "template.replaced",
    may=may_begin_report,
    label=LocalText("Есеп үлгісі ауыстырылды", "Шаблон отчета заменен", "Report template replaced"),
    withheld=("name",),
    digested=("content",),
)
def replace_template(
    by: Actor,
    _subject: None,
    /,
    *,
    at: datetime,
    language: ReportLanguage,
    name: str,
    content: bytes,
) -> ReportTemplate:
    """Use a Word template for the reports in a language from now on.

    Raises `RefusedError` for one with faults; `faults_of` names them.
    """
    if faults_of(content):
        raise RefusedError(UNFIT)
    document = store_document(
        by, None, at=at, name=name, media_type=MEDIA_TYPES["docx"], content=content
    )
    retire(language, at)
    return ReportTemplate.objects.create(
        language=language, document=document, since=at, by_id=by.appointment_id
    )


@action(
    "template.reset",
    may=may_begin_report,
    label=LocalText(
        "Есептің бастапқы үлгісі қайтарылды", "Возвращен исходный шаблон отчета", "Template reset"
    ),
)
def reset_template(
    _by: Actor, _subject: None, /, *, at: datetime, language: ReportLanguage
) -> None:
    """Use the template that Birlik brings for the reports in a language again."""
    note(ended=retire(language, at))


def retire(language: ReportLanguage, at: datetime) -> int:
    """End the use of an office's template for a language; how many there were."""
    return ReportTemplate.objects.filter(language=language, until=None).update(until=at)
