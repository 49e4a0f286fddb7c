"""The public page: anybody with a code learns whether the certificate is valid, and no more."""

from hashlib import sha256

from allauth.account.adapter import get_adapter
from django.core.cache import cache
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _

from birlik.base.ui.pages import ActorRequest, now, page
from birlik.base.values.clock import day_of
from birlik.domains.accreditation.engine.code import read_code
from birlik.domains.accreditation.queries.certificates import certificate_of_code
from birlik.domains.accreditation.rules.certificates import shown_state
from birlik.domains.accreditation.rules.reach import may_verify, region_of
from birlik.domains.accreditation.web.forms import CodeForm
from birlik.domains.accreditation.web.words import CERTIFICATES, last_day

WRONG_CODES, MINUTES = 30, 10
"""So many wrong codes in so many minutes are answered to one address; then it waits."""


def place_of(request: ActorRequest) -> str:
    """Under which the wrong codes from an address are counted; the address is not kept."""
    address: str = get_adapter().get_client_ip(request)
    return f"verify:{sha256(address.encode()).hexdigest()}"


def is_flood(request: ActorRequest) -> bool:
    """Whether too many wrong codes came from the address."""
    return int(cache.get(place_of(request), 0)) >= WRONG_CODES


def count_wrong(request: ActorRequest) -> None:
    """Count a wrong code."""
    key = place_of(request)
    if not cache.add(key, 1, MINUTES * 60):
        cache.incr(key)


@page(
    "verify_code",
    "verify/",
    title=_("Check a certificate"),
    may=may_verify,
    section="verify",
)
def verify_code(request: ActorRequest) -> HttpResponse:
    """The place to type the code of a certificate."""
    form = CodeForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        typed = form.cleaned_data["code"]
        return redirect("verify", code=read_code(typed) or "unknown")
    status = 422 if form.errors else 200
    return render(request, "accreditation/verify_code.html", {"form": form}, status=status)


@page(
    "verify",
    "verify/<str:code>/",
    title=_("Check a certificate"),
    may=may_verify,
    section="verify",
)
def verify(request: ActorRequest, code: str) -> HttpResponse:
    """Whether the certificate of a code is valid: of which association, for how long, where."""
    if is_flood(request):
        return render(request, "accreditation/verify_flood.html", status=429)
    found = certificate_of_code(code)
    if found is None:
        count_wrong(request)
        return render(
            request,
            "accreditation/verify_code.html",
            {"form": CodeForm(), "wrong": True},
            status=404,
        )
    state = shown_state(found, on=day_of(now()))
    context = {
        "certificate": found,
        "state": state,
        "certificates": CERTIFICATES,
        "region": region_of(found.structure),
        "last_day": last_day(found),
        "branches": [
            one.structure for one in found.terms.all() if one.structure_id != found.structure_id
        ],
    }
    return render(request, "accreditation/verified.html", context)
