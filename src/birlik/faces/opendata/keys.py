"""Who a program acts for: the appointment whose key it brings."""

from http import HTTPStatus

from django.http import HttpRequest
from ninja.errors import HttpError
from ninja.security import HttpBearer

from birlik.base.registry.models import AccessKey
from birlik.base.registry.queries import key_of
from birlik.base.ui.limits import within_limit
from birlik.base.ui.pages import now
from birlik.base.values.actor import Actor

MINUTE = 60
REQUESTS = 300
"""How many requests a minute one key may make."""


class KeyHolder(HttpBearer):
    """`Authorization: Bearer` with a key of the API; the request then acts as its appointment."""

    def authenticate(self, request: HttpRequest, token: str) -> Actor | None:
        """The actor of a key, or None for what is no key; raises `HttpError` 429 when the key has
        asked too often."""
        at = now()
        found = key_of(token, AccessKey.Kind.API, at)
        if found is None:
            return None
        key, actor = found
        if not within_limit(f"api:{key.pk}", most=REQUESTS, seconds=MINUTE, at=at):
            raise HttpError(HTTPStatus.TOO_MANY_REQUESTS, "too many requests; wait a minute")
        vars(request).update(actor=actor)
        return actor
