"""Every write of accreditation."""

from birlik.domains.accreditation.actions.appeals import (
    answer_appeal,
    answer_withdrawal,
    appeal,
    appeal_withdrawal,
)
from birlik.domains.accreditation.actions.applying import (
    PaperHead,
    attach_paper,
    begin_application,
    remove_paper,
    submit_application,
    withdraw_application,
    write_application,
)
from birlik.domains.accreditation.actions.certificates import settle_certificate
from birlik.domains.accreditation.actions.checking import (
    complete_application,
    return_application,
)
from birlik.domains.accreditation.actions.commission import (
    ProtocolLine,
    decide,
    record_protocol,
    vote,
)
from birlik.domains.accreditation.actions.earlier import load_earlier
from birlik.domains.accreditation.actions.rounds import open_round

__all__ = [
    "PaperHead",
    "ProtocolLine",
    "answer_appeal",
    "answer_withdrawal",
    "appeal",
    "appeal_withdrawal",
    "attach_paper",
    "begin_application",
    "complete_application",
    "decide",
    "load_earlier",
    "open_round",
    "record_protocol",
    "remove_paper",
    "return_application",
    "settle_certificate",
    "submit_application",
    "vote",
    "withdraw_application",
    "write_application",
]
