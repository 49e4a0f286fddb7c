"""Who may do what with plans."""

from datetime import datetime

from birlik.base.registry.models import Structure, Territory
from birlik.base.registry.queries import answering, territory_line
from birlik.base.values.actor import Actor
from birlik.base.values.clock import day_of
from birlik.base.values.local_text import LocalText
from birlik.base.values.verdict import Verdict
from birlik.domains.execution.models import Report

NO_PLANS = LocalText(
    kk="Лауазымыңыз жоспарларды көруге құқық бермейді. Үйлестірушіге жүгініңіз.",
    ru="Ваша должность не дает права видеть планы. Обратитесь к координатору.",
    en="Your office does not let you see the plans. Ask your coordinator.",
)
NOTHING_HERE = LocalText(
    kk="Бұл жерде сіздің лауазымыңыздың аясына кіретін ештеңе жоқ. Басқа лауазымда әрекет "
    "етсеңіз, оны жоғарыдан таңдаңыз.",
    ru="Здесь нет ничего, что относится к вашей должности. Если вы действуете и в другой "
    "должности, выберите ее вверху страницы.",
    en="Nothing here lies within the reach of your office. If you hold another office, choose it "
    "at the top of the page.",
)
"""What is said of a plan or measure that is foreign, and likewise of one that does not exist, so
that guessing numbers teaches nothing."""


def may_see_plan(actor: Actor, _at: datetime) -> Verdict:
    """Whoever may read plans sees them, their measures and who owes what."""
    return Verdict.yes() if actor.holds("plans.read") else Verdict.no(NO_PLANS)


def may_see_what_is_found(actor: Actor, *, found: bool) -> Verdict:
    """Whoever reaches nothing of a plan is refused it, whether or not there is such a plan; who
    reaches everything may be told that there is none."""
    return Verdict.yes() if found or actor.reaches("plans.read") else Verdict.no(NOTHING_HERE)


def may_see_scorecard(actor: Actor, structure: Structure, at: datetime) -> Verdict:
    """Who sees what a structure owes, or owed before it was succeeded, sees how it keeps that."""
    reached = actor.reaches(
        "plans.read",
        structures=answering(structure, on=day_of(at)),
        territories=territory_line(structure.territory),
    )
    return may_see_what_is_found(actor, found=reached)


def may_see_region_card(actor: Actor, region: Territory, _at: datetime) -> Verdict:
    """Whose office reaches a whole region sees how the region keeps what it owes."""
    reached = actor.reaches("plans.read", territories=territory_line(region))
    return may_see_what_is_found(actor, found=reached)


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
