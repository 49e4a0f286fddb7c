"""Reporting rounds on the coordinator's side: begun, followed, called after, put together."""

from birlik.base.ui.pages import Page
from birlik.domains.execution.web.rounds.begin import new_round
from birlik.domains.execution.web.rounds.calls import call_list
from birlik.domains.execution.web.rounds.letters import round_letter
from birlik.domains.execution.web.rounds.listed import rounds
from birlik.domains.execution.web.rounds.one import (
    close,
    drop,
    give_back,
    open_,
    reopen,
    round_page,
)
from birlik.domains.execution.web.rounds.summary import summary

PAGES: tuple[Page, ...] = (
    *(rounds, new_round, round_page, open_, drop, close, reopen, give_back),
    *(call_list, summary, round_letter),
)
