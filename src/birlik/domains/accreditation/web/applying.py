"""Beginning an application, its page with everything, and its files."""

from django.http import Http404, HttpResponse
from django.http.response import FileResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _

from birlik.base.obligations.web.download import saved
from birlik.base.ui.language import reader_language
from birlik.base.ui.pages import ActorRequest, now, page
from birlik.base.values.clock import day_of
from birlik.base.values.refused import RefusedError
from birlik.domains.accreditation.actions import begin_application
from birlik.domains.accreditation.models import Application
from birlik.domains.accreditation.queries import applications as found_applications
from birlik.domains.accreditation.queries.rounds import asked_in
from birlik.domains.accreditation.rules.applications import (
    may_answer_appeal,
    may_appeal,
    may_check,
    may_vote,
    may_withdraw,
    may_write,
    state_of,
)
from birlik.domains.accreditation.rules.norms import whole
from birlik.domains.accreditation.rules.reach import (
    applies,
    checks,
    is_member,
    may_open_applications,
    may_open_applying,
    sees,
)
from birlik.domains.accreditation.web.deeds import Forms, deed_of, forms_of
from birlik.domains.accreditation.web.forms import ApplyForm
from birlik.domains.accreditation.web.rounds import round_or_404
from birlik.domains.accreditation.web.words import (
    CERTIFICATES,
    CHOICES,
    STATES,
    STEPS,
    next_for_application,
)


def seen_application(request: ActorRequest, pk: int) -> Application:
    """An application that the reader sees; raises Http404 for one that is foreign or unknown."""
    found = found_applications.application_known(pk)
    if found is None or not sees(request.actor, found, on=day_of(now())):
        raise Http404
    return found


@page(
    "accreditation_apply",
    "registry/accreditation/rounds/<int:pk>/apply/",
    title=_("New application"),
    may=may_open_applying,
    section="registry",
)
def apply(request: ActorRequest, pk: int) -> HttpResponse:
    """The choice of the association; who enters what came on paper names the paper."""
    found, at = round_or_404(pk), now()
    bodies = found_applications.bodies_to_apply(request.actor, found, on=day_of(at))
    on_paper = not any(applies(request.actor, one) for one in bodies)
    sent = request.POST if request.method == "POST" else None
    chosen = request.GET.get("body", "")
    initial = {"body": chosen if len(bodies) != 1 else bodies[0].pk}
    form = ApplyForm(sent, bodies=bodies, on_paper=on_paper, initial=initial)
    if request.method == "POST" and form.is_valid():
        body = next(one for one in bodies if one.pk == form.cleaned_data["body"])
        try:
            made = begin_application(request.actor, body, at=at, round_=found, paper=form.paper())
        except RefusedError as refusal:
            form.add_error(None, refusal.reason.get(reader_language()))
        else:
            return redirect("accreditation_application", pk=made.pk)
    context = {
        "round": found,
        "form": form if bodies else None,
        "on_paper": on_paper,
        "asked": asked_in(found),
    }
    status = 422 if form.errors else 200
    return render(request, "accreditation/apply.html", context, status=status)


@page(
    "accreditation_application",
    "registry/accreditation/applications/<int:pk>/",
    title=_("Application for accreditation"),
    may=may_open_applications,
    section="registry",
)
def application(request: ActorRequest, pk: int) -> HttpResponse:
    """An application with its checklist, votes and history; from here every step is taken."""
    found = seen_application(request, pk)
    forms = forms_of(request, found)
    if request.method == "POST":
        try:
            if deed_of(request, found, forms):
                return redirect("accreditation_application", pk=pk)
        except RefusedError as refusal:
            forms.refused = refusal.reason.get(reader_language())
    status = 422 if forms.wrong else 200
    context = shown(request, found, forms)
    return render(request, "accreditation/application.html", context, status=status)


def shown(request: ActorRequest, found: Application, forms: Forms) -> dict[str, object]:
    """What the page of an application shows, by who looks at it."""
    at, actor = now(), request.actor
    on = day_of(at)
    state = state_of(found)
    voting = may_vote(actor, found, at)
    heard = state == "hearing"
    tally = found_applications.tally_of(found, on=on) if heard else None
    inside = checks(actor, found.structure) or is_member(actor, found.structure, on=on)
    votes = found_applications.votes_now(found) if inside else []
    return {
        "application": found,
        "state": state,
        "states": STATES,
        "steps": [(one, STEPS[one.kind]) for one in reversed(found.steps.all())],
        "names": asked_in(found.round).papers,
        "items": found_applications.checklist_of(found),
        "branches": list(found.branches.all()),
        "certificates": list(found.certificates.all()),
        "certificate_pills": CERTIFICATES,
        "next": next_for_application(found) if applies(actor, found.structure) else None,
        "forms": forms,
        "may_write": bool(may_write(actor, found, at)),
        "may_withdraw": bool(may_withdraw(actor, found, at)),
        "may_check": bool(may_check(actor, found, at)),
        "may_vote": bool(voting),
        "no_vote": voting.reason if heard else None,
        "may_appeal": bool(may_appeal(actor, found, at)),
        "may_answer": bool(may_answer_appeal(actor, found, at)),
        "tally": tally,
        "quorum": tally is not None and tally.has_quorum(whole("quorum_percent", on)),
        "votes": [(one, CHOICES[one.choice]) for one in votes],
    }


@page(
    "accreditation_paper",
    "registry/accreditation/applications/<int:pk>/papers/<int:number>/",
    title=_("Paper of an application"),
    may=may_open_applications,
    section="registry",
)
def paper(request: ActorRequest, pk: int, number: int) -> FileResponse:
    """The bytes of a paper, to be saved, for who sees the application."""
    found = found_applications.paper_known(seen_application(request, pk), number)
    if found is None or found.document is None:
        raise Http404
    return saved(found.document, found.title)
