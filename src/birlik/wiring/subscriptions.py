"""All coupling between modules: who reacts to which fact."""

from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from birlik.base.journal.action import WAKERS
from birlik.base.journal.delivery import subscribe
from birlik.base.journal.tasks import deliver
from birlik.base.obligations import facts
from birlik.domains.accreditation import facts as accreditation_facts
from birlik.domains.accreditation.tasks import notices as accreditation_notices
from birlik.domains.drafting import facts as draft_facts
from birlik.domains.drafting.tasks import notices as draft_notices
from birlik.domains.execution.facts import RoundOpened, SheetReturned
from birlik.domains.execution.tasks import desk, notices, passed, redated, rounds

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
    (facts.ResolutionWritten, desk.on_resolution_written),
    (facts.VisaAwaited, desk.on_visa_awaited),
    (facts.DraftSentBack, desk.on_draft_sent_back),
    (facts.RoundWithdrawn, desk.on_round_withdrawn),
    (facts.ObligationReleased, desk.on_parent_released),
    (facts.ActRepealed, desk.on_act_ended),
    (facts.ActCorrected, desk.on_act_ended),
    (RoundOpened, rounds.on_round_opened),
    (SheetReturned, rounds.on_sheet_returned),
    (facts.ObligationsRedated, redated.on_obligations_redated),
    (facts.ObligationsPassed, passed.on_obligations_passed),
    (draft_facts.AgreementAsked, draft_notices.on_agreement_asked),
    (draft_facts.AgreementGiven, draft_notices.on_agreement_given),
    (draft_facts.DraftSubmitted, draft_notices.on_draft_submitted),
    (draft_facts.DraftReopened, draft_notices.on_draft_reopened),
    (draft_facts.DraftApproved, draft_notices.on_draft_approved),
    (accreditation_facts.AccreditationOpened, accreditation_notices.on_accreditation_opened),
    (accreditation_facts.ApplicationMoved, accreditation_notices.on_application_moved),
    (accreditation_facts.CertificateMoved, accreditation_notices.on_certificate_moved),
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
