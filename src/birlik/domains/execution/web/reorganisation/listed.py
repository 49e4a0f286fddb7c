"""The list of reorganisations with what is nobody's, one reorganisation, and its taking back."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from birlik.base.mandate.words import act_name
from birlik.base.obligations.actions.reorganise import undo_reorganisation
from birlik.base.obligations.queries.passing import passed_counts
from birlik.base.registry.models import Reorganisation
from birlik.base.registry.queries.succession import reorganisation_numbered, reorganisations
from birlik.base.registry.rules import may_open_reorganising, may_see_reorganisations
from birlik.base.ui.language import reader_language
from birlik.base.ui.pages import ActorRequest, now, page
from birlik.base.values.clock import day_of
from birlik.base.values.refused import RefusedError
from birlik.domains.execution.queries.obligations import title_of
from birlik.domains.execution.queries.reorganisations import nobodys
from birlik.domains.execution.web.plan_words import look
from birlik.domains.execution.web.reorganisation.words import KINDS

ROWS = 30


@page(
    "reorganisations",
    "reorganisations/",
    title=_("Reorganisations"),
    may=may_see_reorganisations,
    section="reorganisations",
    menu=42,
)
def reorganisations_page(request: ActorRequest) -> HttpResponse:
    """What became of bodies, newest first, and what nobody answers for."""
    at = now()
    on = day_of(at)
    leaf = Paginator(reorganisations(), ROWS).get_page(request.GET.get("page"))
    found = nobodys(on=on)
    context = {
        "leaf": leaf,
        "rows": [(one, KINDS[one.kind], one.successions.all()) for one in leaf],
        "nobodys": found,
        "lost": [
            (one, title_of(one), act_name(one.act), look(vars(one)["state"])) for one in found.rows
        ],
        "may_reorganise": bool(may_open_reorganising(request.actor, at)),
    }
    return render(request, "execution/reorganisation/list.html", context)


@page(
    "reorganisation",
    "reorganisations/<int:pk>/",
    title=_("Reorganisation"),
    may=may_see_reorganisations,
    section="reorganisations",
)
def reorganisation_page(request: ActorRequest, pk: int) -> HttpResponse:
    """One reorganisation: who took over from whom, and what passed."""
    return shown(request, one_of(pk))


@page(
    "reorganisation_undo",
    "reorganisations/<int:pk>/undo/",
    title=_("Take back a reorganisation"),
    may=may_open_reorganising,
    section="reorganisations",
)
@require_POST
def undo_page(request: ActorRequest, pk: int) -> HttpResponse:
    """Take a wrong reorganisation back whole, where nothing new hangs on it."""
    made = one_of(pk)
    try:
        count = undo_reorganisation(request.actor, made, at=now())
    except RefusedError as refusal:
        return shown(request, made, wrong=refusal.reason.get(reader_language()))
    told = gettext("The reorganisation was taken back; obligations that went back: %(count)s.")
    messages.success(request, told % {"count": count})
    return redirect("reorganisations")


def one_of(pk: int) -> Reorganisation:
    """The reorganisation of a number. Raises `Http404` where there is none."""
    found = reorganisation_numbered(pk)
    if found is None:
        raise Http404
    return found


def shown(request: ActorRequest, made: Reorganisation, *, wrong: str = "") -> HttpResponse:
    """The page of one reorganisation, with what went `wrong`."""
    counts = passed_counts(made)
    pairs = made.successions.all()
    context = {
        "made": made,
        "kind": KINDS[made.kind],
        "pairs": [(one, counts.get(one.successor_id or 0, 0)) for one in pairs],
        "wrong": wrong,
        "may_reorganise": bool(may_open_reorganising(request.actor, now())),
    }
    status = 422 if wrong else 200
    return render(request, "execution/reorganisation/one.html", context, status=status)
