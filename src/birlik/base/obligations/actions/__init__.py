"""Every write of duties and obligations."""

from birlik.base.obligations.actions.add_text import add_text
from birlik.base.obligations.actions.adopt_act import adopt_act
from birlik.base.obligations.actions.end_act import end_act
from birlik.base.obligations.actions.evidence import (
    EvidenceItem,
    attach_evidence,
    detach_evidence,
)
from birlik.base.obligations.actions.extension import (
    ask_extension,
    grant_extension,
    refuse_extension,
)
from birlik.base.obligations.actions.release import release_obligation
from birlik.base.obligations.actions.remark import make_remark
from birlik.base.obligations.actions.report import (
    consolidate_contributions,
    save_draft,
    submit_report,
)
from birlik.base.obligations.actions.review import (
    accept_report,
    return_report,
    take_off_control,
)

__all__ = [
    "EvidenceItem",
    "accept_report",
    "add_text",
    "adopt_act",
    "ask_extension",
    "attach_evidence",
    "consolidate_contributions",
    "detach_evidence",
    "end_act",
    "grant_extension",
    "make_remark",
    "refuse_extension",
    "release_obligation",
    "return_report",
    "save_draft",
    "submit_report",
    "take_off_control",
]
