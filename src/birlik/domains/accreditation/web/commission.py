"""The commission's page: what it considers, the votes, and the protocol that decides."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from birlik.base.registry.models import Territory
from birlik.base.ui.language import reader_language
from birlik.base.ui.pages import ActorRequest, now, page
from birlik.base.ui.templatetags.birlik import number
from birlik.base.values.clock import day_of
from birlik.base.values.refused import RefusedError
from birlik.domains.accreditation.actions import ProtocolLine, record_protocol
from birlik.domains.accreditation.engine.standing import Tally
from birlik.domains.accreditation.models import Application, Vote
from birlik.domains.accreditation.queries import applications as found_applications
from birlik.domains.accreditation.refusals import NOTHING_DECIDED
from birlik.domains.accreditation.rules.applications import may_decide, may_vote
from birlik.domains.accreditation.rules.norms import whole
from birlik.domains.accreditation.rules.reach import may_open_commission, region_of
from birlik.domains.accreditation.web.forms import ProtocolForm, ReasonsForm
from birlik.domains.accreditation.web.words import CHOICES


@dataclass(frozen=True, slots=True)
class Case:
    """An application before the commission: its votes, what the reader may do, and the form of the
    reasons where the reader keeps the protocol."""

    application: Application
    region: Territory | None
    tally: Tally
    quorum: bool
    own: Vote | None
    may_vote: bool
    form: ReasonsForm | None
    chosen: bool


@page(
    "accreditation_commission",
    "registry/accreditation/commission/",
    title=_("Accreditation commission"),
    may=may_open_commission,
    section="registry",
)
def commission(request: ActorRequest) -> HttpResponse:
    """The applications before the commission; members vote, the secretary enters the protocol."""
    sent = request.POST if request.method == "POST" else None
    cases = [case_of(request, one) for one in found_applications.cases(by=request.actor)]
    form = ProtocolForm(sent)
    if request.method == "POST" and recorded(request, form, cases):
        return redirect("accreditation_commission")
    context = {
        "cases": cases,
        "form": form if any(one.form and one.quorum for one in cases) else None,
        "choices": CHOICES,
    }
    wrong = form.errors or any(one.chosen and one.form and one.form.errors for one in cases)
    return render(request, "accreditation/commission.html", context, status=422 if wrong else 200)


def case_of(request: ActorRequest, application: Application) -> Case:
    """A case as the reader sees it."""
    at, actor = now(), request.actor
    on = day_of(at)
    tally = found_applications.tally_of(application, on=on)
    votes = found_applications.votes_now(application)
    chosen = request.method == "POST" and str(application.pk) in request.POST.getlist("cases")
    form = None
    if may_decide(actor, application, at):
        form = ReasonsForm(request.POST if chosen else None, prefix=f"case{application.pk}")
    return Case(
        application=application,
        region=region_of(application.structure),
        tally=tally,
        quorum=tally.has_quorum(whole("quorum_percent", on)),
        own=next((one for one in votes if one.member_id == actor.appointment_id), None),
        may_vote=bool(may_vote(actor, application, at)),
        form=form,
        chosen=chosen,
    )


def recorded(request: ActorRequest, form: ProtocolForm, cases: list[Case]) -> bool:
    """Record the protocol with the cases that were chosen; whether that was done."""
    chosen = [one for one in cases if one.chosen and one.form is not None]
    whole_forms = [one.form.is_valid() for one in chosen if one.form]
    if not form.is_valid() or not all(whole_forms):
        return False
    if not chosen:
        form.add_error(None, NOTHING_DECIDED.get(reader_language()))
        return False
    lines = [ProtocolLine(one.application, one.form.reasons()) for one in chosen if one.form]
    try:
        record_protocol(request.actor, chosen[0].region, at=now(), head=form.head(), lines=lines)
    except RefusedError as refusal:
        form.add_error(None, refusal.reason.get(reader_language()))
        return False
    said = ngettext(
        "The protocol was recorded: %(n)s decision.",
        "The protocol was recorded: %(n)s decisions.",
        len(lines),
    )
    messages.success(request, said % {"n": number(len(lines))})
    return True
