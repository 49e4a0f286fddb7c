"""The page of an obligation and everything that is done there."""

from birlik.base.ui.pages import Page
from birlik.domains.execution.web.obligation.report import draft, submit
from birlik.domains.execution.web.obligation.sheet import obligation_page
from birlik.domains.execution.web.obligation.verbs import (
    accept,
    accept_all,
    ask,
    consolidate,
    give_back,
    grant,
    refuse,
    release,
    remark,
    take_off,
)

PAGES: tuple[Page, ...] = (
    obligation_page,
    *(draft, submit, consolidate),
    *(accept, accept_all, give_back, take_off),
    *(ask, grant, refuse, release, remark),
)
