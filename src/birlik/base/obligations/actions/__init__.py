"""Every write of duties and obligations."""

from birlik.base.obligations.actions.add_text import add_text
from birlik.base.obligations.actions.adopt_act import adopt_act
from birlik.base.obligations.actions.correct_act import correct_act
from birlik.base.obligations.actions.end_act import end_act
from birlik.base.obligations.actions.enter_act import enter_act
from birlik.base.obligations.actions.evidence import (
    EvidenceItem,
    PaperDetails,
    attach_evidence,
    describe_evidence,
    detach_evidence,
)
from birlik.base.obligations.actions.extension import (
    ask_extension,
    grant_extension,
    refuse_extension,
)
from birlik.base.obligations.actions.generate_ahead import generate_ahead
from birlik.base.obligations.actions.opening_balance import take_over_records
from birlik.base.obligations.actions.redate import (
    move_working_days,
    redate_obligations,
    restore_working_day,
)
from birlik.base.obligations.actions.release import release_obligation
from birlik.base.obligations.actions.remark import make_remark
from birlik.base.obligations.actions.report import (
    consolidate_contributions,
    save_draft,
    submit_report,
)
from birlik.base.obligations.actions.resolution import release_children, write_resolution
from birlik.base.obligations.actions.review import (
    accept_contributions,
    accept_report,
    return_report,
    take_off_control,
)
from birlik.base.obligations.actions.signature import SignedPaper
from birlik.base.obligations.actions.upload import (
    BroughtFile,
    OffsetError,
    attach_file,
    begin_upload,
    continue_upload,
    drop_upload,
    finish_upload,
    sweep_uploads,
)
from birlik.base.obligations.actions.visas import give_visa, lay_way, send_round
from birlik.base.obligations.engine.directing import ResolutionLine

__all__ = [
    "BroughtFile",
    "EvidenceItem",
    "OffsetError",
    "PaperDetails",
    "ResolutionLine",
    "SignedPaper",
    "accept_contributions",
    "accept_report",
    "add_text",
    "adopt_act",
    "ask_extension",
    "attach_evidence",
    "attach_file",
    "begin_upload",
    "consolidate_contributions",
    "continue_upload",
    "correct_act",
    "describe_evidence",
    "detach_evidence",
    "drop_upload",
    "end_act",
    "enter_act",
    "finish_upload",
    "generate_ahead",
    "give_visa",
    "grant_extension",
    "lay_way",
    "make_remark",
    "move_working_days",
    "redate_obligations",
    "refuse_extension",
    "release_children",
    "release_obligation",
    "restore_working_day",
    "return_report",
    "save_draft",
    "send_round",
    "submit_report",
    "sweep_uploads",
    "take_off_control",
    "take_over_records",
    "write_resolution",
]
