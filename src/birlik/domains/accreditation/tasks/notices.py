"""Notices: what happened in accreditation, told once to those whom it concerns.

Every subscriber below may be called again for the same fact: an account is told of a key once. Of
what is older than the norm's days nobody is told, as when a history is loaded.
"""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from birlik.base.journal.facts import Fact
from birlik.base.journal.queries import announcement
from birlik.base.registry.actions import give_notices
from birlik.base.registry.actions.notices import NoticeRow, unknown
from birlik.base.registry.models import Structure
from birlik.base.values.actor import Actor
from birlik.base.values.clock import SystemClock, day_of
from birlik.base.values.local_text import LocalText
from birlik.domains.accreditation.engine import telling
from birlik.domains.accreditation.facts import (
    AccreditationOpened,
    ApplicationMoved,
    CertificateMoved,
)
from birlik.domains.accreditation.queries import recipients
from birlik.domains.accreditation.queries.certificates import ending
from birlik.domains.accreditation.rules.norms import norms, whole

SYSTEM = Actor.system()


def on_accreditation_opened(fact: AccreditationOpened) -> None:
    """A round was opened: the heads of associations are told, unless its days are over."""
    found, at = recipients.round_to_tell(fact.round), SystemClock().now()
    if found.closed_on < day_of(at):
        return
    text = telling.told(telling.OPENED, f"{found.opened_on:%d.%m.%Y} – {found.closed_on:%d.%m.%Y}")
    accounts = recipients.heads(recipients.everybody(day_of(at)))
    tell(fact, f"accreditation.opened/{found.pk}", text, telling.HOME_PAGE, accounts)


def on_application_moved(fact: ApplicationMoved) -> None:
    """An application took a step: the association, the secretary, the commission or the republic
    are told, by what step it was."""
    found = recipients.application_to_tell(fact.application)
    kind = recipients.step_to_tell(fact.step).kind
    accounts = concerned(found.structure, kind, on=day_of(SystemClock().now()))
    text = telling.told(telling.APPLICATION[kind], found.structure.name)
    address = telling.APPLICATION_PAGE.format(found.pk)
    tell(fact, f"accreditation.step/{fact.step}", text, address, accounts)


def concerned(structure: Structure, kind: str, *, on: date) -> frozenset[int]:
    """The accounts that are told of a step of a body's application."""
    among = recipients.everybody(on)
    if kind in {"submitted", "withdrawn"}:
        return recipients.checkers(structure, among)
    if kind == "appealed":
        return recipients.runners(among)
    told = recipients.applicants(structure, among)
    if kind in {"completed", "upheld"}:
        told |= recipients.voters(structure, among, on=on)
    return told | recipients.checkers(structure, among) if kind == "upheld" else told


def on_certificate_moved(fact: CertificateMoved) -> None:
    """Something was decided of a certificate, or appealed: the association is told, and of an
    appeal the republic."""
    found = recipients.certificate_to_tell(fact.certificate)
    kind = recipients.step_to_tell(fact.step).kind
    among = recipients.everybody(day_of(SystemClock().now()))
    accounts = recipients.applicants(found.structure, among)
    if kind == "appealed":
        accounts = recipients.runners(among)
    elif kind == "upheld":
        accounts |= recipients.checkers(found.structure, among)
    text = telling.told(telling.CERTIFICATE[kind], found.structure.name)
    address = telling.CERTIFICATE_PAGE.format(found.pk)
    tell(fact, f"accreditation.step/{fact.step}", text, address, accounts)


def tell(fact: Fact, key: str, text: LocalText, address: str, accounts: Iterable[int]) -> None:
    """Give accounts a notice of which they were not told, but never to who did it."""
    entry, at = announcement(fact), SystemClock().now()
    recent = timedelta(days=whole("notice_days", day_of(at)))
    if entry is not None and entry.at < at - recent:
        return
    doer = {entry.account} if entry else set()
    rows = [NoticeRow(one, key, text, address) for one in sorted(accounts) if one not in doer]
    if fresh := unknown(rows):
        give_notices(SYSTEM, None, at=at, about=key, rows=fresh)


def remind_of_ends(*, at: datetime) -> int:
    """Remind the heads of associations and the secretaries of certificates that end soon, at each
    of the norm's steps once; how many notices are new."""
    on = day_of(at)
    steps = sorted(norms().norm("reminder_days", on).whole_numbers())
    rows: list[NoticeRow] = []
    among = recipients.everybody(on)
    for one in ending(on=on, days=steps[-1]):
        left = (one.valid_until - on).days
        step = next(step for step in steps if left <= step)
        text = telling.told(telling.ENDING, one.structure.name)
        accounts = recipients.applicants(one.structure, among)
        accounts |= recipients.checkers(one.structure, among)
        key = f"accreditation.ends/{one.pk}/{step}"
        address = telling.CERTIFICATE_PAGE.format(one.pk)
        rows += [NoticeRow(account, key, text, address) for account in sorted(accounts)]
    fresh = unknown(rows)
    if fresh:
        give_notices(SYSTEM, None, at=at, about="accreditation.ends", rows=fresh)
    return len(fresh)
