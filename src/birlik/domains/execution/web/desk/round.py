"""A draft on its round: sending it, giving visas, signing here or on paper."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from birlik.base.obligations.actions import SignedPaper, give_visa, send_round, submit_report
from birlik.base.obligations.models import Obligation
from birlik.base.obligations.queries.desk import visa_by_number
from birlik.base.obligations.rules import (
    may_open_visas,
    may_report,
    may_send_round,
    may_submit,
)
from birlik.base.obligations.web.examination import examined
from birlik.base.records.engine.content import UnfitFileError
from birlik.base.ui.language import reader_language
from birlik.base.ui.pages import ActorRequest, now, page
from birlik.base.values.refused import RefusedError
from birlik.domains.execution.queries.obligation import draft_of
from birlik.domains.execution.web.obligation.forms import (
    PaperSignedForm,
    SignForm,
    VerbForm,
    VisaForm,
)
from birlik.domains.execution.web.obligation.sheet import (
    Entered,
    anywhere,
    nothing_here,
    show,
    visible,
)
from birlik.domains.execution.web.obligation.verbs import Verb, back, receive


@page(
    "obligation_round",
    "obligations/<int:pk>/round/",
    title=_("Send round for visas"),
    may=anywhere(may_send_round),
    section="obligations",
)
def send(request: ActorRequest, *, pk: int) -> HttpResponse:
    """Send the draft as it is kept round the offices of the body's way."""
    return receive(request, pk, Verb("round", send_round, _("The draft goes round now.")))


@page(
    "visa",
    "visas/<int:pk>/",
    title=_("Visa"),
    may=may_open_visas,
    section="obligations",
)
def visa(request: ActorRequest, *, pk: int) -> HttpResponse:
    """Give the visa that was asked for, or send the draft back."""
    asked = visa_by_number(pk)
    if asked is None:
        raise nothing_here(request)
    obligation = visible(request, asked.obligation_id)
    if request.method != "POST":
        return redirect("obligation", pk=obligation.pk)
    form = VisaForm(request.POST, of="visa")
    if form.is_valid():
        approves, remark = request.POST.get("do") != "send_back", form.cleaned_data["remark"]
        try:
            give_visa(request.actor, asked, at=now(), approves=approves, remark=remark)
        except RefusedError as refusal:
            form.refuse(refusal)
        else:
            done = gettext("The visa is given.") if approves else gettext("The draft is sent back.")
            messages.success(request, done)
            return back(obligation.pk)
    return again(request, obligation.pk, "visa", form)


@page(
    "obligation_sign",
    "obligations/<int:pk>/sign/",
    title=_("Sign and submit"),
    may=anywhere(may_submit),
    section="obligations",
)
def sign(request: ActorRequest, *, pk: int) -> HttpResponse:
    """Submit the draft as it is kept, by the office that signs."""
    obligation = visible(request, pk)
    if request.method != "POST":
        return redirect("obligation", pk=pk)
    form = SignForm(request.POST, of="sign")
    if form.is_valid():
        try:
            hand_in(request, obligation, form, None)
        except RefusedError as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, gettext("The report is submitted and waits for review."))
            return back(pk)
    return again(request, pk, "sign", form)


@page(
    "obligation_paper",
    "obligations/<int:pk>/paper/",
    title=_("Signed on paper"),
    may=anywhere(may_report),
    section="obligations",
)
def sign_paper(request: ActorRequest, *, pk: int) -> HttpResponse:
    """Submit the draft with the signature that stands on paper, and its scan."""
    obligation = visible(request, pk)
    if request.method != "POST":
        return redirect("obligation", pk=pk)
    form = PaperSignedForm(request.POST, files=request.FILES, of="paper")
    if form.is_valid():
        given, file = form.cleaned_data, form.cleaned_data["scan"]
        try:
            scan = examined(file.read, str(file.name), file.size or 0)
            signed = SignedPaper(given["signatory"], given["signed_on"], scan)
            hand_in(request, obligation, form, signed)
        except UnfitFileError as error:
            form.add_error("scan", error.reason.get(reader_language()))
        except RefusedError as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, gettext("The report is submitted and waits for review."))
            return back(pk)
    return again(request, pk, "paper", form)


def hand_in(
    request: ActorRequest, obligation: Obligation, form: VerbForm, signed: SignedPaper | None
) -> None:
    """Submit the draft as it is kept. Raises `RefusedError`."""
    draft = draft_of(obligation)
    submit_report(
        request.actor,
        obligation,
        at=now(),
        text_kk=draft.text_kk if draft else "",
        text_ru=draft.text_ru if draft else "",
        over_heads=form.cleaned_data["over_heads"],
        signed=signed,
    )


def again(request: ActorRequest, pk: int, name: str, form: VerbForm) -> HttpResponse:
    """The page of the obligation with what was entered and why it could not be done."""
    return show(request, visible(request, pk), entered=Entered(name, pk, form), status=422)
