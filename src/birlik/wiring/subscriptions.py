"""All coupling between modules: who reacts to which fact."""

from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from birlik.base.journal.action import WAKERS
from birlik.base.journal.delivery import subscribe
from birlik.base.journal.tasks import deliver
from birlik.base.obligations import facts
from birlik.domains.execution.tasks import notices

SUBSCRIPTIONS = (
    (facts.ActAdopted, notices.on_act_adopted),
    (facts.ActCorrected, notices.on_act_corrected),
    (facts.ActRepealed, notices.on_act_repealed),
    (facts.ReportSubmitted, notices.on_report_submitted),
    (facts.ReportReturned, notices.on_report_returned),
    (facts.ReportAccepted, notices.on_report_accepted),
    (facts.ExtensionAsked, notices.on_extension_asked),
    (facts.ExtensionDecided, notices.on_extension_decided),
    (facts.ObligationReleased, notices.on_obligation_released),
    (facts.RemarkMade, notices.on_remark_made),
)
"""Each fact with what reacts to it; who reacts is called at least once."""


def wake() -> None:
    """Have the worker deliver what waits; a task that has not begun yet will find it too."""
    waiting = DBTaskResult.objects.filter(
        status=TaskResultStatus.READY, task_path=deliver.module_path
    )
    if not waiting.exists():
        deliver.enqueue()


def connect() -> None:
    """Have the worker called for facts that wait, and each subscriber for its facts."""
    if wake not in WAKERS:
        WAKERS.append(wake)
    for kind, subscriber in SUBSCRIPTIONS:
        subscribe(kind, subscriber)
