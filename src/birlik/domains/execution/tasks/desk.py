"""Notices of resolutions and visas, told as those of `tasks.notices` are."""

from collections.abc import Callable, Iterable
from datetime import datetime

from django.db.models import Q

from birlik.base.journal.facts import Fact
from birlik.base.journal.queries import announcement
from birlik.base.obligations.facts import (
    ActCorrected,
    ActRepealed,
    DraftSentBack,
    ObligationReleased,
    ResolutionWritten,
    RoundWithdrawn,
    VisaAwaited,
)
from birlik.base.obligations.models import Obligation
from birlik.base.values.clock import SystemClock, day_of
from birlik.base.values.local_text import LocalText
from birlik.domains.execution.engine import telling
from birlik.domains.execution.queries.recipients import (
    Directory,
    given_by_resolution,
    orphans,
    round_offices,
    visa_to_tell,
)
from birlik.domains.execution.tasks.notices import doer, give, row_text, tell, too_old

Audience = Callable[[Directory, Obligation], frozenset[int]]


def on_resolution_written(fact: ResolutionWritten) -> None:
    """A resolution gave something to others: who reports on it, and who sits in the office that it
    names, is told."""
    given = given_by_resolution(fact.resolution)
    tell_each(fact, given, "resolution.written", telling.GIVEN, given_to)


def given_to(directory: Directory, one: Obligation) -> frozenset[int]:
    """Who is to do what a resolution gave."""
    assignment = getattr(one.duty, "assignment", None)
    named = directory.sitting_in(assignment.office_id) if assignment else frozenset[int]()
    return directory.reporters(one) | named


def on_visa_awaited(fact: VisaAwaited) -> None:
    """A draft came to an office: who answers in it is told."""
    visa = visa_to_tell(fact.visa)
    what = telling.SIGNATURE_AWAITED if visa.signs else telling.VISA_AWAITED

    def asked(directory: Directory, _one: Obligation) -> frozenset[int]:
        return directory.sitting_in(visa.office_id)

    tell(fact, fact.obligation, f"visa.awaited/{visa.pk}", what, asked)


def on_draft_sent_back(fact: DraftSentBack) -> None:
    """A draft was sent back: those who report are told."""
    key = f"draft.sent_back/{fact.visa}"
    tell(fact, fact.obligation, key, telling.SENT_BACK, Directory.reporters)


def on_round_withdrawn(fact: RoundWithdrawn) -> None:
    """A draft was changed while it went round: the offices that have had it are told."""
    offices = round_offices(fact.obligation, fact.turn)

    def had(directory: Directory, _one: Obligation) -> frozenset[int]:
        return frozenset().union(*(directory.sitting_in(office) for office in offices))

    key = f"round.withdrawn/{fact.obligation}/{fact.turn}"
    tell(fact, fact.obligation, key, telling.WITHDRAWN, had)


def on_parent_released(fact: ObligationReleased) -> None:
    """An obligation was released: those to whom resolutions on it gave something are told."""
    tell_orphans(fact, Q(pk=fact.obligation))


def on_act_ended(fact: ActRepealed | ActCorrected) -> None:
    """An act was repealed or corrected: where that made an obligation void, those to whom
    resolutions on it gave something are told."""
    tell_orphans(fact, Q(act=fact.act))


def tell_orphans(fact: Fact, parents: Q) -> None:
    """Tell who reports, and who can release, that what it was given for has ended."""
    tell_each(fact, orphans(parents), "parent.ended", telling.PARENT_ENDED, left_with)


def left_with(directory: Directory, one: Obligation) -> frozenset[int]:
    """Who is left with what a resolution gave: those who report, and the head."""
    return directory.reporters(one) | directory.deciders(one)


def tell_each(
    fact: Fact, found: Iterable[Obligation], kind: str, what: LocalText, audience: Audience
) -> None:
    """Tell those whom each obligation concerns the same."""
    entry, at = announcement(fact), SystemClock().now()
    if too_old(entry, at):
        return
    directory = Directory.of(day_of(at))
    for one in found:
        give_one(one, f"{kind}/{one.pk}", what, audience(directory, one) - doer(entry), at=at)


def give_one(
    one: Obligation, key: str, what: LocalText, accounts: frozenset[int], *, at: datetime
) -> None:
    """Give a notice of an obligation to some accounts."""
    give(key, row_text(what, one), telling.OBLIGATION_PAGE.format(one.pk), accounts, at=at)
