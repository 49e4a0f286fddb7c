"""No answer is kept on the way or on the disk of a shared computer, unless its page says otherwise;
and no address bears what a database cannot hold."""

import logging
import re
from collections.abc import Callable

from django.core.exceptions import BadRequest
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from birlik.faces.cabinet.errors import bad_request

KEPT_NOWHERE = "private, no-store"
SECRET = re.compile(r"(/calendar/|/account/begin/)[^/\s]+(\.ics|/)")
"""The secret in the address of a calendar, and in the link that begins an account."""


class SecretsFilter(logging.Filter):
    """Leaves the secrets that addresses bear out of the log: who reads it must not open them."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Let every line pass, its secrets covered."""
        record.msg, record.args = SECRET.sub(r"\1…\2", record.getMessage()), ()
        return True


class PrivacyMiddleware:
    """Says of every answer that nobody keeps it: after signing out, going back shows nothing."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Pass the request on, unless its address has a null character, which PostgreSQL does not
        take as text."""
        senseless = "\0" in request.path or "%00" in request.META.get("QUERY_STRING", "")
        response = bad_request(request, BadRequest()) if senseless else self.answer(request)
        response.headers.setdefault("Cache-Control", KEPT_NOWHERE)
        return response
