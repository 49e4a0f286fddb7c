"""Notices: what happened to the draft of a plan, told once to those whom it concerns.

Every subscriber below may be called again for the same fact: an account is told of a key once. Of
what is older than the days below nobody is told, as when a history is loaded.
"""

from collections.abc import Iterable
from datetime import timedelta

from birlik.base.journal.facts import Fact
from birlik.base.journal.queries import announcement
from birlik.base.registry.actions import give_notices
from birlik.base.registry.actions.notices import NoticeRow, unknown
from birlik.base.values.actor import Actor
from birlik.base.values.clock import SystemClock, day_of
from birlik.base.values.local_text import LocalText
from birlik.domains.drafting.engine import telling
from birlik.domains.drafting.facts import (
    AgreementAsked,
    AgreementGiven,
    DraftApproved,
    DraftReopened,
    DraftSubmitted,
)
from birlik.domains.drafting.queries import recipients

SYSTEM = Actor.system()
RECENT = timedelta(days=30)
"""For so long after something happened people are still told of it."""


def on_agreement_asked(fact: AgreementAsked) -> None:
    """A draft was sent for agreement: those who agree for each body asked are told."""
    draft, on = recipients.draft_to_tell(fact.draft), day_of(SystemClock().now())
    text = telling.told(telling.ASKED, draft.title)
    for one in recipients.agreements_to_tell(fact.draft, fact.round):
        address = telling.ANSWER_PAGE.format(draft.pk, one.pk)
        accounts = recipients.agreeing(one.structure, on=on)
        tell(fact, f"plan_draft.asked/{one.pk}", text, address, accounts)


def on_agreement_given(fact: AgreementGiven) -> None:
    """A body answered: those who write the draft are told."""
    draft = recipients.draft_to_tell(fact.draft)
    body = recipients.agreement_to_tell(fact.agreement).structure
    text = telling.told(telling.ANSWERED, draft.title, body.short)
    accounts = recipients.writers(draft, on=day_of(SystemClock().now()))
    address = telling.AGREEMENT_PAGE.format(draft.pk)
    tell(fact, f"plan_draft.answered/{fact.agreement}", text, address, accounts)


def on_draft_submitted(fact: DraftSubmitted) -> None:
    """A region's draft was submitted: the chair is told."""
    draft = recipients.draft_to_tell(fact.draft)
    accounts = recipients.approvers(draft, on=day_of(SystemClock().now()))
    tell_of_draft(fact, fact.draft, telling.SUBMITTED, accounts)


def on_draft_reopened(fact: DraftReopened) -> None:
    """A draft was given back: those who write it are told."""
    draft = recipients.draft_to_tell(fact.draft)
    accounts = recipients.writers(draft, on=day_of(SystemClock().now()))
    tell_of_draft(fact, fact.draft, telling.REOPENED, accounts)


def on_draft_approved(fact: DraftApproved) -> None:
    """A plan was approved: those who wrote it are told."""
    draft = recipients.draft_to_tell(fact.draft)
    accounts = recipients.writers(draft, on=day_of(SystemClock().now()))
    tell_of_draft(fact, fact.draft, telling.APPROVED, accounts)


def tell_of_draft(fact: Fact, number: int, what: LocalText, accounts: Iterable[int]) -> None:
    """Tell accounts what happened to a draft, each time that it happens."""
    draft, entry = recipients.draft_to_tell(number), announcement(fact)
    key = f"plan_draft.{type(fact).__name__}/{number}/{entry.number if entry else ''}"
    address = telling.DRAFT_PAGE.format(number)
    tell(fact, key, telling.told(what, draft.title), address, accounts)


def tell(fact: Fact, key: str, text: LocalText, address: str, accounts: Iterable[int]) -> None:
    """Give accounts a notice of which they were not told, but never to who did it."""
    entry, at = announcement(fact), SystemClock().now()
    if entry is not None and entry.at < at - RECENT:
        return
    doer = {entry.account} if entry else set()
    rows = [NoticeRow(one, key, text, address) for one in sorted(accounts) if one not in doer]
    if fresh := unknown(rows):
        give_notices(SYSTEM, None, at=at, about=key, rows=fresh)
