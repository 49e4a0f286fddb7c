"""The consents of a person, and what the person declared on one."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from birlik.base.charter.models import Catalogue
from birlik.base.charter.queries import named_items
from birlik.base.registry.actions.personal import (
    declare_affiliation,
    enter_consent,
    see_affiliation,
    withdraw_consent,
)
from birlik.base.registry.models import Person
from birlik.base.registry.queries.personal import (
    AFFILIATION,
    affiliation_kept,
    consent_in_force,
    consent_numbered,
    consents_of,
)
from birlik.base.registry.rules.people import may_open_keeping
from birlik.base.registry.web.cards.forms import named
from birlik.base.registry.web.people.forms import (
    AffiliationForm,
    ConsentForm,
    SeenForForm,
    WithdrawalForm,
)
from birlik.base.registry.web.people.found import found_to_keep, kept_nowhere
from birlik.base.ui.pages import ActorRequest, now, page
from birlik.base.ui.templatetags.birlik import words
from birlik.base.values.clock import day_of
from birlik.base.values.refused import RefusedError

UNPROCESSABLE = 422


@page(
    "person_consents",
    "registry/people/<int:pk>/consents/",
    title=_("Consents"),
    may=may_open_keeping,
    section="registry",
)
def consents_page(request: ActorRequest, *, pk: int) -> HttpResponse:
    """What the person agreed to; a consent to be entered, and one to be withdrawn."""
    person = found_to_keep(request, pk)
    withdrawing = "consent" in request.POST
    purposes = named_items(Catalogue.PURPOSE, on=day_of(now()))
    sent = request.POST or None
    form = ConsentForm(None if withdrawing else sent, named(purposes))
    withdrawal = WithdrawalForm(sent if withdrawing else None)
    if form.is_valid() and entered(request, person, form):
        return redirect("person_consents", pk=pk)
    if withdrawal.is_valid() and withdrawn(request, person, withdrawal):
        return redirect("person_consents", pk=pk)
    context = {
        "person": person,
        "consents": consents_of(person),
        "purposes": purposes,
        "affiliation": AFFILIATION,
        "form": form,
        "withdrawal": withdrawal,
    }
    status = UNPROCESSABLE if form.errors or withdrawal.errors else 200
    return render(request, "registry/people/consents.html", context, status=status)


def entered(request: ActorRequest, person: Person, form: ConsentForm) -> bool:
    """Enter the consent; False where it was refused, which the form then says."""
    try:
        enter_consent(request.actor, person, at=now(), **form.cleaned_data)
    except RefusedError as refusal:
        form.add_error(None, words(refusal.reason))
        return False
    messages.success(request, gettext("The consent is entered."))
    return True


def withdrawn(request: ActorRequest, person: Person, form: WithdrawalForm) -> bool:
    """Enter the withdrawal; False where it was refused, which the form then says."""
    consent = consent_numbered(form.cleaned_data["consent"], person)
    if consent is None:
        form.add_error(None, gettext("Reload the page: this consent is not there any more."))
        return False
    try:
        withdraw_consent(request.actor, consent, at=now(), on=form.cleaned_data["on"])
    except RefusedError as refusal:
        form.add_error("on", words(refusal.reason))
        return False
    messages.success(request, gettext("The withdrawal is entered."))
    return True


@page(
    "person_affiliation",
    "registry/people/<int:pk>/affiliation/",
    title=_("Declared ethnic affiliation"),
    may=may_open_keeping,
    section="registry",
)
def affiliation_page(request: ActorRequest, *, pk: int) -> HttpResponse:
    """What the person declared: shown for a purpose that is chosen, entered on a consent in force;
    it stands on no other page."""
    person = found_to_keep(request, pk)
    declaring = "words" in request.POST
    sent = request.POST or None
    seeing = SeenForForm(None if declaring else sent)
    form = AffiliationForm(sent if declaring else None)
    if form.is_valid() and declared(request, person, form):
        return redirect("person_affiliation", pk=pk)
    said = ""
    if seeing.is_valid():
        said = see_affiliation(request.actor, person, at=now(), purpose=seeing.chosen)
    context = {
        "person": person,
        "kept": affiliation_kept(person),
        "consent": consent_in_force(person, AFFILIATION),
        "said": said,
        "seeing": seeing,
        "form": form,
    }
    status = UNPROCESSABLE if form.errors or seeing.errors else 200
    return kept_nowhere(render(request, "registry/people/affiliation.html", context, status=status))


def declared(request: ActorRequest, person: Person, form: AffiliationForm) -> bool:
    """Keep what was declared; False where it was refused, which the form then says."""
    try:
        declare_affiliation(request.actor, person, at=now(), **form.cleaned_data)
    except RefusedError as refusal:
        form.add_error(None, words(refusal.reason))
        return False
    messages.success(request, gettext("The declaration is kept."))
    return True
