"""Who may do what with consolidated reports."""

from datetime import datetime

from birlik.base.values.actor import Actor
from birlik.base.values.local_text import LocalText
from birlik.base.values.verdict import Verdict
from birlik.domains.execution.models import Report

NO_REPORTS = LocalText(
    kk="Жиынтық есептерді сіздің лауазымыңыз бойынша көруге болмайды. Үйлестірушіге жүгініңіз.",
    ru="Ваша должность не дает права видеть сводные отчеты. Обратитесь к координатору.",
    en="Your office does not open the consolidated reports. Ask your coordinator.",
)
NO_MAKING = LocalText(
    kk="Жиынтық есепті үйлестіруші ғана жасайды және жібереді. Үйлестірушіге жүгініңіз.",
    ru="Составляет и отправляет сводный отчет только координатор. Обратитесь к координатору.",
    en="Only a coordinator makes and sends a consolidated report. Ask your coordinator.",
)
REPORT_SENT = LocalText(
    kk="Бұл есеп жіберілген, ол өзгермейді. Жаңа нұсқасын жасаңыз.",
    ru="Этот отчет отправлен и больше не меняется. Составьте новую версию.",
    en="This report was sent and never changes. Make a new version.",
)
REPORT_NOT_MADE = LocalText(
    kk="Есеп әлі дайын емес. Жасалып біткенше күтіңіз.",
    ru="Отчет еще не готов. Дождитесь окончания.",
    en="The report is not ready yet. Wait until it is made.",
)
REPORT_MADE = LocalText(
    kk="Есеп жасалып қойған. Қайта жасау үшін «Қайта жасау» батырмасын басыңыз.",
    ru="Отчет уже составлен. Чтобы составить его снова, нажмите «Составить заново».",
    en="The report has been made. To make it again, choose “Make anew”.",
)


def may_read_reports(actor: Actor, _at: datetime) -> Verdict:
    """Whose office reads reports, which tell of the whole act, sees them and takes their files."""
    return Verdict.yes() if actor.reaches("reports.read") else Verdict.no(NO_REPORTS)


def may_open_making(actor: Actor, _at: datetime) -> Verdict:
    """Whose office makes reports opens the pages where they are made."""
    return Verdict.yes() if actor.reaches("reports.make") else Verdict.no(NO_MAKING)


def may_begin_report(actor: Actor, _subject: object, at: datetime) -> Verdict:
    """Whose office makes reports may have one made, and put its templates in place of ours."""
    return may_open_making(actor, at)


def may_record_report(actor: Actor, report: Report | None, at: datetime) -> Verdict:
    """What was made is recorded once: another worker, or one that was late, changes nothing."""
    if report and report.state == Report.State.SENT:
        return Verdict.no(REPORT_SENT)
    if report and report.state == Report.State.MADE:
        return Verdict.no(REPORT_MADE)
    return may_open_making(actor, at)


def may_send_report(actor: Actor, report: Report | None, at: datetime) -> Verdict:
    """A report is sent when it is made, and once."""
    if report and report.state == Report.State.SENT:
        return Verdict.no(REPORT_SENT)
    if report and report.state != Report.State.MADE:
        return Verdict.no(REPORT_NOT_MADE)
    return may_open_making(actor, at)
