"""The first page of accreditation, and its rounds."""

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _

from birlik.base.ui.language import reader_language
from birlik.base.ui.pages import ActorRequest, now, page
from birlik.base.values.clock import day_of
from birlik.base.values.refused import RefusedError
from birlik.domains.accreditation.actions import open_round
from birlik.domains.accreditation.models import Application, Round
from birlik.domains.accreditation.queries import applications as found_applications
from birlik.domains.accreditation.queries import rounds as found_rounds
from birlik.domains.accreditation.queries.certificates import certificates
from birlik.domains.accreditation.rules.norms import whole
from birlik.domains.accreditation.rules.reach import (
    may_open_accreditation,
    may_open_applying,
    may_open_commission,
    may_open_running,
)
from birlik.domains.accreditation.web.forms import RoundForm
from birlik.domains.accreditation.web.words import CERTIFICATES, STATES, next_for_body

ROWS = 50


def round_or_404(pk: int) -> Round:
    """A round; raises Http404 where there is none."""
    found = found_rounds.round_known(pk)
    if found is None:
        raise Http404
    return found


@page(
    "accreditation",
    "registry/accreditation/",
    title=_("Accreditation"),
    may=may_open_accreditation,
    section="registry",
)
def accreditation(request: ActorRequest) -> HttpResponse:
    """What the own association does next, the rounds, and the applications within reach."""
    at = now()
    on = day_of(at)
    rounds = list(found_rounds.rounds())
    open_one = next((one for one in rounds if one.opened_on <= on <= one.closed_on), None)
    cards = found_applications.applications(by=request.actor)
    wanted = request.GET.get("state", "")
    shown = [one for one in cards if wanted in ("", one.state)]
    newest: dict[int, Application] = {}
    for one in cards:
        newest.setdefault(one.application.structure_id, one.application)
    bodies = found_applications.own_bodies(request.actor, on=on)
    context = {
        "own": [
            (one, next_for_body(one, current(newest.get(one.pk), open_one), open_one))
            for one in bodies
        ],
        "rounds": rounds,
        "open_one": open_one,
        "leaf": Paginator(shown, ROWS).get_page(request.GET.get("page")),
        "counts": [
            (code, pill[1], sum(one.state == code for one in cards))
            for code, pill in STATES.items()
            if any(one.state == code for one in cards)
        ],
        "states": STATES,
        "may_run": bool(may_open_running(request.actor, at)),
        "may_apply": bool(may_open_applying(request.actor, at)) and not bodies,
        "may_commission": bool(may_open_commission(request.actor, at)),
    }
    return render(request, "accreditation/home.html", context)


def current(newest: Application | None, open_one: Round | None) -> Application | None:
    """The application that still matters: one of an earlier round no longer does once another round
    is open."""
    if newest is None or open_one is None or newest.round_id == open_one.pk:
        return newest
    return None


@page(
    "accreditation_round_new",
    "registry/accreditation/rounds/new/",
    title=_("New round of accreditation"),
    may=may_open_running,
    section="registry",
)
def round_new(request: ActorRequest) -> HttpResponse:
    """The year and the days of a round; an earlier one is entered so too."""
    form = RoundForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            made = open_round(request.actor, None, at=now(), **form.cleaned_data)
        except RefusedError as refusal:
            form.add_error(None, refusal.reason.get(reader_language()))
        else:
            return redirect("accreditation_round", pk=made.pk)
    context = {"form": form}
    return render(
        request, "accreditation/round_new.html", context, status=422 if form.errors else 200
    )


@page(
    "accreditation_round",
    "registry/accreditation/rounds/<int:pk>/",
    title=_("Round of accreditation"),
    may=may_open_accreditation,
    section="registry",
)
def round_page(request: ActorRequest, pk: int) -> HttpResponse:
    """What a round asks, and the certificates that came of it."""
    found, at = round_or_404(pk), now()
    words = request.GET.get("q", "").strip()
    cards = certificates(by=request.actor, on=day_of(at), round_=found, words=words)
    wanted = request.GET.get("state", "")
    shown = [one for one in cards if wanted in ("", one.state)]
    context = {
        "round": found,
        "is_open": found.opened_on <= day_of(at) <= found.closed_on,
        "asked": found_rounds.asked_in(found),
        "years": whole("term_years", found.opened_on),
        "leaf": Paginator(shown, ROWS).get_page(request.GET.get("page")),
        "many": len(cards),
        "counts": [
            (code, pill[1], sum(one.state == code for one in cards))
            for code, pill in CERTIFICATES.items()
            if any(one.state == code for one in cards)
        ],
        "certificates": CERTIFICATES,
        "query": words,
        "may_run": bool(may_open_running(request.actor, at)),
        "may_apply": bool(may_open_applying(request.actor, at)),
    }
    return render(request, "accreditation/round.html", context)
