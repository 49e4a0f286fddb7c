"""What a person was told: notices, and the daily digests that also left by mail."""

from datetime import date

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _

from birlik.base.registry.actions import see_notices
from birlik.base.registry.queries import digests_of, notices_of, unseen_count
from birlik.base.ui.pages import ActorRequest, may_when_signed_in, now, page

LEAF = 50
"""How many notices or digests a page of the list shows."""


@page("notices", "notices/", title=_("Notices"), may=may_when_signed_in, section="notices")
def notices(request: ActorRequest) -> HttpResponse:
    """One's own notices, newest first; sent as a form, all of them are marked as seen."""
    account = account_of(request)
    if request.method == "POST":
        see_notices(request.actor, None, at=now())
        return redirect("notices")
    found = notices_of(account)
    new = request.GET.get("new") == "1"
    context = {
        "leaf": Paginator(found.filter(seen_at=None) if new else found, LEAF).get_page(
            request.GET.get("page")
        ),
        "new": new,
        "waiting": unseen_count(account),
    }
    return render(request, "cabinet/notices.html", context)


@page("digests", "digests/", title=_("Daily digests"), may=may_when_signed_in, section="notices")
def digests(request: ActorRequest) -> HttpResponse:
    """One's own digests, newest first, and whether each left by mail."""
    found = Paginator(digests_of(account_of(request)), LEAF)
    return render(
        request, "cabinet/digests.html", {"leaf": found.get_page(request.GET.get("page"))}
    )


@page("digest", "digests/<str:on>/", title=_("Digest"), may=may_when_signed_in, section="notices")
def digest(request: ActorRequest, on: str) -> HttpResponse:
    """One's own digest of a day, as it was sent."""
    try:
        day = date.fromisoformat(on)
    except ValueError as error:
        raise Http404 from error
    found = digests_of(account_of(request)).filter(on=day).first()
    if found is None:
        raise Http404
    return render(request, "cabinet/digest.html", {"digest": found})


def account_of(request: ActorRequest) -> int:
    """The number of the account that is signed in; 0, which none has, for anything else."""
    return request.actor.account_id or 0
