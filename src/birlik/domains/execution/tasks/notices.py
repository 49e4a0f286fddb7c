"""Notices: what happened to an obligation or an act, told once to those whom it concerns.

Every subscriber below may be called again for the same fact: an account is told of a key once. Of
what is older than the norm `notice_days` nobody is told, as when a history is loaded.
"""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta

from birlik.base.journal.facts import Fact
from birlik.base.journal.models import Entry
from birlik.base.journal.queries import announcement
from birlik.base.obligations.facts import (
    ActAdopted,
    ActCorrected,
    ActRepealed,
    ExtensionAsked,
    ExtensionDecided,
    ObligationReleased,
    RemarkMade,
    ReportAccepted,
    ReportReturned,
    ReportSubmitted,
)
from birlik.base.obligations.models import Obligation
from birlik.base.registry.actions import give_notices
from birlik.base.registry.actions.notices import NoticeRow, unknown
from birlik.base.values.actor import Actor
from birlik.base.values.clock import SystemClock, day_of
from birlik.base.values.local_text import LocalText
from birlik.domains.execution.engine import telling
from birlik.domains.execution.queries.norms import norms
from birlik.domains.execution.queries.recipients import (
    Directory,
    act_to_tell,
    debtors_of,
    is_resolution,
    obligation_to_tell,
)

SYSTEM = Actor.system()
Audience = Callable[[Directory, Obligation], frozenset[int]]


def on_report_submitted(fact: ReportSubmitted) -> None:
    """A report came in: those who judge it are told."""
    key = f"report.submitted/{fact.submission}"
    tell(fact, fact.obligation, key, telling.SUBMITTED, Directory.reviewers)


def on_report_returned(fact: ReportReturned) -> None:
    """A report was returned: those who reported are told."""
    key = f"report.returned/{fact.submission}"
    tell(fact, fact.obligation, key, telling.RETURNED, Directory.reporters)


def on_report_accepted(fact: ReportAccepted) -> None:
    """A report was accepted: those who reported are told."""
    key = f"report.accepted/{fact.submission}"
    tell(fact, fact.obligation, key, telling.ACCEPTED, Directory.reporters)


def on_extension_asked(fact: ExtensionAsked) -> None:
    """A later date was asked for: those who decide are told."""
    key = f"extension.asked/{fact.extension}"
    tell(fact, fact.obligation, key, telling.EXTENSION_ASKED, Directory.deciders)


def on_extension_decided(fact: ExtensionDecided) -> None:
    """A later date was granted or refused: those who report are told."""
    key = f"extension.decided/{fact.extension}"
    what = telling.EXTENSION_GRANTED if fact.granted else telling.EXTENSION_REFUSED
    tell(fact, fact.obligation, key, what, Directory.reporters)


def on_obligation_released(fact: ObligationReleased) -> None:
    """An obligation was released: those who report, and the lead of a contribution, are told."""
    key = f"obligation.released/{fact.obligation}"
    tell(fact, fact.obligation, key, telling.RELEASED, released_from)


def on_remark_made(fact: RemarkMade) -> None:
    """Somebody spoke of an obligation: those who report on it and those who judge are told."""
    key = f"remark.made/{fact.remark}"
    tell(fact, fact.obligation, key, telling.REMARK, partners)


def on_act_adopted(fact: ActAdopted) -> None:
    """An act was put under control: all who see what somebody owes under it are told; of a
    resolution those to whom it gives something hear at once, and nobody else."""
    if not is_resolution(act_to_tell(fact.act)):
        tell_of_act(fact, fact.act, telling.ADOPTED)


def on_act_corrected(fact: ActCorrected) -> None:
    """Points of an act were corrected or amended: all who see what somebody owes under it are
    told."""
    tell_of_act(fact, fact.act, telling.CORRECTED)


def on_act_repealed(fact: ActRepealed) -> None:
    """An act was repealed: all who see what somebody owes under it are told."""
    tell_of_act(fact, fact.act, telling.REPEALED)


def partners(directory: Directory, one: Obligation) -> frozenset[int]:
    """Both sides of the conversation about an obligation."""
    return directory.reporters(one) | directory.reviewers(one)


def released_from(directory: Directory, one: Obligation) -> frozenset[int]:
    """Who no longer has to report, and the lead who no longer waits for it."""
    leads = directory.reviewers(one) if one.lead else frozenset()
    return directory.reporters(one) | leads


def tell(fact: Fact, number: int, key: str, what: LocalText, audience: Audience) -> None:
    """Tell those whom an obligation concerns what happened to it, but never who did it."""
    entry, at = announcement(fact), SystemClock().now()
    if too_old(entry, at):
        return
    one = obligation_to_tell(number)
    accounts = audience(Directory.of(day_of(at)), one) - doer(entry)
    give(key, row_text(what, one), telling.OBLIGATION_PAGE.format(one.pk), accounts, at=at)


def tell_of_act(fact: Fact, number: int, what: LocalText) -> None:
    """Tell those who see what is owed under an act what happened to it, but never who did it."""
    entry, at = announcement(fact), SystemClock().now()
    if too_old(entry, at):
        return
    act = act_to_tell(number)
    directory, debtors = Directory.of(day_of(at)), debtors_of(act)
    watchers = directory.owing(debtors) if is_resolution(act) else directory.watchers(debtors)
    accounts = watchers - doer(entry)
    text = telling.told_of_act(what, act.number, act.adopted_on)
    key = f"{type(fact).__name__}/{act.pk}/{entry.number if entry else ''}"
    give(key, text, telling.PLAN_PAGE.format(act.pk), accounts, at=at)


def doer(entry: Entry | None) -> frozenset[int]:
    """The account that did what the entry tells; nobody for the system."""
    return frozenset({entry.account} if entry and entry.account is not None else ())


def too_old(entry: Entry | None, at: datetime) -> bool:
    """Whether something happened so long ago that nobody is told of it any more."""
    days = norms().norm("notice_days", day_of(at)).whole_number()
    return entry is not None and entry.at < at - timedelta(days=days)


def row_text(what: LocalText, one: Obligation) -> LocalText:
    """What happened, with act, point, debtor and due date."""
    provision = one.duty.provision
    named = telling.Named(one.act.number, provision.number, one.debtor.short, one.due_on)
    return telling.told(what, named)


def give(key: str, text: LocalText, address: str, accounts: Iterable[int], *, at: datetime) -> None:
    """Give the same notice to several accounts."""
    give_new([NoticeRow(one, key, text, address) for one in sorted(accounts)], about=key, at=at)


def give_new(rows: Iterable[NoticeRow], *, about: str, at: datetime) -> int:
    """Give the notices of which their accounts were not told; how many. None leaves no entry."""
    fresh = unknown(rows)
    return give_notices(SYSTEM, None, at=at, about=about, rows=fresh) if fresh else 0
