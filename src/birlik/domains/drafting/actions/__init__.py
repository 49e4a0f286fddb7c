"""Every write to drafts of plans."""

from birlik.domains.drafting.actions.agreement import (
    answer_agreement,
    ask_agreement,
    reply_difference,
)
from birlik.domains.drafting.actions.begin import amend_task, begin_draft
from birlik.domains.drafting.actions.course import (
    approve_draft,
    freeze_version,
    reopen_draft,
    submit_draft,
    tie_act,
)
from birlik.domains.drafting.actions.measures import withdraw_measure, write_measure

__all__ = [
    "amend_task",
    "answer_agreement",
    "approve_draft",
    "ask_agreement",
    "begin_draft",
    "freeze_version",
    "reopen_draft",
    "reply_difference",
    "submit_draft",
    "tie_act",
    "withdraw_measure",
    "write_measure",
]
