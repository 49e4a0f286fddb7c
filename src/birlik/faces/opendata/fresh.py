"""Answers that anybody may keep for a while, and whether what an asker has is still right.

Whatever changes what the public sees is an action, so the end of the journal together with the day
and the question is the state of an answer. It is known before anything is read. When somebody last
did something is nobody's business, so an answer bears no time (`Last-Modified`).
"""

from datetime import datetime
from hashlib import sha256

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response

from birlik.base.journal.queries import head
from birlik.base.values.clock import day_of

KEPT = "public, max-age=300"
"""How long a public answer may be kept without asking again, in seconds."""


def unchanged(
    request: HttpRequest, response: HttpResponseBase, *, at: datetime
) -> HttpResponseBase | None:
    """The answer 304 to who has the right answer already, else None; `response`, the answer that is
    yet to be filled, gets what those who keep it need to know."""
    etag = tag_of(request, at)
    known = get_conditional_response(request, etag)
    for answer in (response, known):
        if answer is not None:
            mark(answer, etag)
    return known


def mark(answer: HttpResponseBase, etag: str) -> None:
    """Say how long an answer may be kept and by what it is known; that no search engine lists it,
    where the installation is a demonstration."""
    answer.headers["Cache-Control"] = KEPT
    answer.headers["ETag"] = etag
    if settings.DEMONSTRATION:
        answer.headers["X-Robots-Tag"] = "noindex, nofollow"


def tag_of(request: HttpRequest, at: datetime) -> str:
    """What the answer to a question is known by: another one as soon as anything was done."""
    state = f"{head()[1]} {day_of(at)} {request.get_full_path()}"
    return f'"{sha256(state.encode()).hexdigest()[:32]}"'
