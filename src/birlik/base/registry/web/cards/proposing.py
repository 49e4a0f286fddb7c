"""A head proposes changes of the own card; the secretary of the territory decides."""

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from birlik.base.charter.queries import kind_cards
from birlik.base.registry.actions.proposals import (
    accept_proposal,
    decline_proposal,
    propose,
    withdraw_proposal,
)
from birlik.base.registry.engine.cards import (
    PROPOSED,
    card_before,
    card_digest,
    proposed_card,
)
from birlik.base.registry.models import Proposal, Structure
from birlik.base.registry.queries.cards import row_of
from birlik.base.registry.queries.cards_around import structure_numbered
from birlik.base.registry.queries.cards_named import names_in
from birlik.base.registry.queries.proposals import (
    proposal_numbered,
    proposals_for,
    waiting_of,
)
from birlik.base.registry.refusals import proposals as refusals
from birlik.base.registry.rules.cards import KEEP, PROPOSE, reaches_all
from birlik.base.registry.rules.proposals import (
    may_decide,
    may_open_deciding,
    may_open_proposing,
    may_propose,
    may_see_proposals,
    may_withdraw,
)
from birlik.base.registry.web.cards.forms import CardForm, ProposalForm, ReasonForm
from birlik.base.registry.web.cards.words import Words, differences
from birlik.base.registry.web.cards.write import card_form
from birlik.base.ui.forms import DayField
from birlik.base.ui.pages import ActorRequest, now, page
from birlik.base.ui.templatetags.birlik import words
from birlik.base.values.clock import day_of
from birlik.base.values.refused import RefusedError, require

State = Proposal.State
ROWS = 40
STATES: dict[str, tuple[str, Words]] = {
    State.WAITING: ("wait", _("waits for the secretary")),
    State.ACCEPTED: ("ok", _("accepted, the card is changed")),
    State.DECLINED: ("late", _("declined by the secretary")),
    State.WITHDRAWN: ("void", _("withdrawn")),
}


class AcceptForm(forms.Form):
    """From which day the change holds, and the card that was looked at."""

    on = DayField(label=_("Holds from the day"))
    seen = forms.CharField(required=False, widget=forms.HiddenInput)


@page(
    "proposals",
    "registry/structures/proposals/",
    title=_("Proposed changes of cards"),
    may=may_see_proposals,
    section="registry",
)
def proposals_page(request: ActorRequest) -> HttpResponse:
    """What waits and what was decided, for who proposes and for who decides."""
    state = request.GET.get("state", State.WAITING)
    found = proposals_for(request.actor)
    if state in STATES:
        found = found.filter(state=state)
    leaf = Paginator(found, ROWS).get_page(request.GET.get("page"))
    context = {"leaf": leaf, "states": STATES, "state": state}
    return render(request, "registry/cards/proposals.html", context)


@page(
    "structure_propose",
    "registry/structures/<int:pk>/propose/",
    title=_("Propose a change of the card"),
    may=may_open_proposing,
    section="registry",
)
def propose_page(request: ActorRequest, pk: int) -> HttpResponse:
    """The own card to be changed, with a word to the secretary."""
    found, at = structure_numbered(pk), now()
    if found is None and reaches_all(request.actor, PROPOSE):
        raise Http404
    if found is None:
        raise RefusedError(refusals.NOT_YOURS)
    require(may_propose(request.actor, found, at))
    today = day_of(at)
    kind = kind_cards(on=today).get(found.kind)
    form = card_form(
        request, row_of(found), kind, [], on=today, itself=pk, asked=frozenset(PROPOSED)
    )
    more = ProposalForm(request.POST if request.method == "POST" else None, initial={"on": today})
    if request.method == "POST" and form.is_valid() and more.is_valid():
        made = proposed(request, found, form, more)
        if made:
            messages.success(request, gettext("The proposal waits for the secretary."))
            return redirect("proposal", pk=made.pk)
    context = {
        "one": found,
        "form": form,
        "more": more,
        "kind": kind,
        "waiting": waiting_of(found).first(),
    }
    status = 422 if form.errors or more.errors else 200
    return render(request, "registry/cards/propose.html", context, status=status)


def proposed(
    request: ActorRequest, found: Structure, form: CardForm, more: ProposalForm
) -> Proposal | None:
    """The proposal as made; None where it is refused, and the form says why."""
    clean = more.cleaned_data
    try:
        return propose(
            request.actor,
            found,
            at=now(),
            row=form.row(),
            on=clean["on"],
            words=clean["words"],
            seen=form.cleaned_data["seen"],
        )
    except RefusedError as refusal:
        form.look_again(card_digest(row_of(found)))
        form.refuse(refusal)
        return None


@page(
    "proposal",
    "registry/structures/proposals/<int:pk>/",
    title=_("Proposed change of a card"),
    may=may_see_proposals,
    section="registry",
)
def proposal_page(request: ActorRequest, pk: int) -> HttpResponse:
    """A proposal beside the card: what was there, what is proposed, what is there now."""
    return shown(request, found_proposal(request, pk))


def found_proposal(request: ActorRequest, pk: int) -> Proposal:
    """The proposal of a number within reach.

    Raises `RefusedError` for one that is foreign or unknown, and `Http404` for an unknown one where
    the reader decides on every card.
    """
    found = proposal_numbered(pk, by=request.actor)
    if found is None and reaches_all(request.actor, KEEP):
        raise Http404
    if found is None:
        raise RefusedError(refusals.NO_PROPOSALS)
    return found


def shown(
    request: ActorRequest,
    one: Proposal,
    accept: AcceptForm | None = None,
    reason: ReasonForm | None = None,
    wrong: str = "",
) -> HttpResponse:
    """The page of a proposal with the forms of who decides."""
    at, today = now(), day_of(now())
    waits = one.state == State.WAITING
    card = row_of(one.structure)
    before, after = card_before(card, one.changes), proposed_card(card, one.changes)
    kind = kind_cards(on=today).get(one.structure.kind)
    names = names_in((before, after, card), on=today)
    compared = differences(before, after, one.changes, names, kind, card if waits else None)
    context = {
        "one": one,
        "states": STATES,
        "compared": compared,
        "conflict": any(each.in_conflict for each in compared),
        "accept": accept or AcceptForm(initial={"on": one.on}),
        "seen": card_digest(card),
        "reason": reason or ReasonForm(),
        "wrong": wrong,
        "may_decide": bool(may_decide(request.actor, one, at)),
        "may_withdraw": bool(may_withdraw(request.actor, one, at)),
    }
    status = 422 if wrong or (accept and accept.errors) or (reason and reason.errors) else 200
    return render(request, "registry/cards/proposal.html", context, status=status)


@page(
    "proposal_accept",
    "registry/structures/proposals/<int:pk>/accept/",
    title=_("Acceptance of a proposal"),
    may=may_open_deciding,
    section="registry",
)
@require_POST
def accept_page(request: ActorRequest, pk: int) -> HttpResponse:
    """Change the card as proposed."""
    one, form = found_proposal(request, pk), AcceptForm(request.POST)
    if not form.is_valid():
        return shown(request, one, accept=form)
    clean = form.cleaned_data
    try:
        accept_proposal(request.actor, one, at=now(), on=clean["on"], seen=clean["seen"])
    except RefusedError as refusal:
        return shown(request, one, accept=form, wrong=words(refusal.reason))
    messages.success(request, gettext("Accepted: the card is changed."))
    return redirect("structure", pk=one.structure_id)


@page(
    "proposal_decline",
    "registry/structures/proposals/<int:pk>/decline/",
    title=_("Refusal of a proposal"),
    may=may_open_deciding,
    section="registry",
)
@require_POST
def decline_page(request: ActorRequest, pk: int) -> HttpResponse:
    """Leave the card as it is, with a reason."""
    one, form = found_proposal(request, pk), ReasonForm(request.POST)
    if not form.is_valid():
        return shown(request, one, reason=form)
    try:
        decline_proposal(request.actor, one, at=now(), reason=form.cleaned_data["reason"])
    except RefusedError as refusal:
        return shown(request, one, reason=form, wrong=words(refusal.reason))
    messages.success(request, gettext("Declined: the head is told why."))
    return redirect("proposals")


@page(
    "proposal_withdraw",
    "registry/structures/proposals/<int:pk>/withdraw/",
    title=_("Withdrawal of a proposal"),
    may=may_open_proposing,
    section="registry",
)
@require_POST
def withdraw_page(request: ActorRequest, pk: int) -> HttpResponse:
    """Take back what was proposed."""
    one = found_proposal(request, pk)
    try:
        withdraw_proposal(request.actor, one, at=now())
    except RefusedError as refusal:
        return shown(request, one, wrong=words(refusal.reason))
    messages.success(request, gettext("The proposal is withdrawn."))
    return redirect("structure", pk=one.structure_id)
