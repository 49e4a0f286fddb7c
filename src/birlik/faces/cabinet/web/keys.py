"""The keys with which programs ask in a person's name: made, shown once, revoked."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy

from birlik.base.registry.actions import issue_key, revoke_key
from birlik.base.registry.models import AccessKey
from birlik.base.registry.queries import keys_of
from birlik.base.registry.rules import NO_OFFICE, NOT_YOUR_KEY
from birlik.base.ui.pages import ActorRequest, may_when_signed_in, now, page
from birlik.base.values.refused import RefusedError

KIND = AccessKey.Kind.API
LONGEST_NAME = 100


@page(
    "keys",
    "account/keys/",
    title=gettext_lazy("Keys for programs"),
    may=may_when_signed_in,
    section="account",
)
def keys(request: ActorRequest) -> HttpResponse:
    """The keys of the office in which the person acts; a new one is shown this once."""
    secret = changed(request) if request.method == "POST" else ""
    context = {
        "secret": secret,
        "keys": keys_of(request.actor, KIND),
        "has_office": request.actor.appointment_id is not None,
    }
    answer = render(request, "cabinet/keys.html", context)
    answer.headers["Cache-Control"] = "private, no-store"
    return answer


def changed(request: ActorRequest) -> str:
    """Do what the form asks for; the secret of a new key, '' where there is none.

    Raises `RefusedError` for a key that is not one's own, and without an office.
    """
    at = now()
    if "revoke" in request.POST:
        asked = request.POST["revoke"]
        key = next((one for one in keys_of(request.actor, KIND) if str(one.pk) == asked), None)
        if key is None:
            raise RefusedError(NOT_YOUR_KEY)
        revoke_key(request.actor, key, at=at)
        return ""
    own = (one for one in vars(request)["appointments"] if one.pk == request.actor.appointment_id)
    appointment = next(own, None)
    if appointment is None:
        raise RefusedError(NO_OFFICE)
    name = request.POST.get("name", "").replace("\0", "").strip()[:LONGEST_NAME]
    return issue_key(request.actor, appointment, at=at, kind=KIND, name=name)[1]
