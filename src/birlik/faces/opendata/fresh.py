"""Answers that anybody may keep for a while, and whether what an asker has is still right.

Whatever changes what the public sees is an action, so the end of the journal together with the day
and the question is the state of an answer. It is known before anything is read.
"""

from datetime import datetime
from hashlib import sha256

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response
from django.utils.http import http_date

from birlik.base.journal.queries import begin_of, head, last_instant
from birlik.base.values.clock import day_of

KEPT = "public, max-age=300"
"""How long a public answer may be kept without asking again, in seconds."""


def unchanged(
    request: HttpRequest, response: HttpResponseBase, *, at: datetime
) -> HttpResponseBase | None:
    """The answer 304 to who has the right answer already, else None; `response`, the answer that is
    yet to be filled, gets what those who keep it need to know."""
    etag, since = tag_of(request, at), int(changed_at(at).timestamp())
    known = get_conditional_response(request, etag, since)
    for answer in (response, known):
        if answer is not None:
            mark(answer, etag, since)
    return known


def mark(answer: HttpResponseBase, etag: str, since: int) -> None:
    """Say how long an answer may be kept, by what it is known and since when it is so; that no
    search engine lists it, where the installation is a demonstration."""
    answer.headers["Cache-Control"] = KEPT
    answer.headers["ETag"] = etag
    answer.headers["Last-Modified"] = http_date(since)
    if settings.DEMONSTRATION:
        answer.headers["X-Robots-Tag"] = "noindex, nofollow"


def tag_of(request: HttpRequest, at: datetime) -> str:
    """What the answer to a question is known by: another one as soon as anything was done."""
    state = f"{head()[1]} {day_of(at)} {request.get_full_path()}"
    return f'"{sha256(state.encode()).hexdigest()[:32]}"'


def changed_at(at: datetime) -> datetime:
    """The last instant at which anything may have changed: the last action, or the day's begin."""
    begun, acted = begin_of(day_of(at)), last_instant()
    return max(begun, acted) if acted else begun
