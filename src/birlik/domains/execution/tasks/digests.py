"""The daily digest: made for everybody who has something to read, and sent at most once."""

import logging
from datetime import datetime, timedelta

from birlik.base.journal.queries import head
from birlik.base.registry.actions import (
    claim_digest,
    make_digests,
    release_digest,
    settle_digest,
)
from birlik.base.registry.actions.digests import DigestRow
from birlik.base.registry.models import Digest, Notice
from birlik.base.registry.queries import doubtful_digests, unseen_notices, unsent_digests
from birlik.base.values.actor import Actor
from birlik.base.values.clock import day_of
from birlik.base.values.ports import Mail
from birlik.domains.execution.engine.digest import Day, Figures, News, digest_of
from birlik.domains.execution.queries.digest import Reader, Reckoner, head_readers, readers
from birlik.domains.execution.queries.norms import norms

LOG = logging.getLogger(__name__)
SYSTEM = Actor.system()
NEWEST = 10
"""How many of the notices not seen yet a digest names."""
DOUBT = timedelta(minutes=15)
"""After how long a digest that the mail took and nobody settled counts as doubtful."""


def make_all(*, at: datetime, address: str) -> int:
    """Make the digests of the day of `at`; return how many are new.

    `address` is where the cabinet is, without a slash at the end. Who has nothing to read gets
    none, save those who watch the journal: they get its end every day. Days on which the worker was
    down are not made up for: the digest of today says all that is still so.
    """
    on = day_of(at)
    found = readers(on=on)
    soon, later = norms().norm("digest_days", on).whole_numbers()
    number, digest = head()
    day = Day(on, (soon, later), address, number, digest)
    reckoner = Reckoner.of(on, (soon, later))
    news = unseen_notices(one.account for one in found)
    watching = head_readers(found)
    rows = []
    for one in found:
        figures, told = reckoner.figures(one), news_of(news.get(one.account, []))
        if figures or told.count or one.account in watching:
            rows.append(row_of(one, figures, told, day))
    return make_digests(SYSTEM, None, at=at, on=on, rows=rows) if rows else 0


def row_of(reader: Reader, figures: Figures, news: News, day: Day) -> DigestRow:
    """A reader's digest in the reader's language."""
    subject, text = digest_of(figures, news, day, reader.language)
    return DigestRow(reader.account, reader.language, subject, text)


def news_of(notices: list[Notice]) -> News:
    """The notices that somebody has not seen yet, as a digest tells them."""
    newest = tuple((one.name, one.address) for one in notices[:NEWEST])
    return News(len(notices), newest)


def send_all(*, at: datetime, mail: Mail) -> int:
    """Send the digests of the day of `at` that nobody sent yet; return how many left.

    A digest is claimed first, so that two workers never send the same. What certainly did not leave
    is given back for the next time; where nobody can tell, it stays claimed and is told by
    `doubtful`: better one letter missing, which can be read in the cabinet, than two.
    """
    waiting = list(unsent_digests(on=day_of(at)))
    return sum(send(one, at=at, mail=mail) for one in waiting)


def send(one: Digest, *, at: datetime, mail: Mail) -> bool:
    """Claim a digest and send it; whether it left."""
    if not claim_digest(SYSTEM, one, at=at):
        return False
    try:
        failure = mail.send(
            to=one.account.email,
            subject=one.subject,
            text=one.text,
            key=f"digest-{one.pk}",
            at=at,
        )
    except Exception:
        LOG.exception("nobody can tell whether digest %s left", one.pk)
        return False
    if failure:
        release_digest(SYSTEM, one, at=at, failure=failure)
        return False
    settle_digest(SYSTEM, one, at=at)
    return True


def doubtful(*, at: datetime) -> list[Digest]:
    """The digests of which nobody knows whether they left, oldest first."""
    return list(doubtful_digests(before=at - DOUBT).order_by("sending_at", "pk"))
