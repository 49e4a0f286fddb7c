"""Writing and submitting the report on an obligation."""

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from birlik.base.obligations.actions import save_draft, submit_report
from birlik.base.obligations.models import Draft, Obligation
from birlik.base.obligations.queries import StateColumn
from birlik.base.obligations.refusals import SAVED_ELSEWHERE
from birlik.base.obligations.rules import may_report
from birlik.base.ui.pages import ActorRequest, now, page
from birlik.base.ui.templatetags.birlik import moment, words
from birlik.base.values.refused import RefusedError
from birlik.domains.execution.queries.obligation import draft_of
from birlik.domains.execution.web.obligation.forms import ReportForm
from birlik.domains.execution.web.obligation.sheet import Entered, anywhere, show, visible
from birlik.domains.execution.web.obligation.verbs import back

if TYPE_CHECKING:
    from django_stubs_ext import WithAnnotations

PROGRAM = "application/json"
"""What the page's own script asks for."""


@page(
    "obligation_draft",
    "obligations/<int:pk>/draft/",
    title=_("Draft of the report"),
    may=anywhere(may_report),
    section="obligations",
)
def draft(request: ActorRequest, *, pk: int) -> HttpResponse:
    """Keep what was written so far: asked by the script while a person types, or by the button."""
    obligation = visible(request, pk)
    if request.method != "POST":
        return redirect("obligation", pk=pk)
    form = ReportForm(request.POST, of="report")
    by_script = request.headers.get("Accept") == PROGRAM
    if not form.is_valid():
        return (
            JsonResponse({"reason": told(form)}, status=422)
            if by_script
            else show(request, obligation, entered=Entered("report", pk, form), status=422)
        )
    try:
        kept = keep(request, obligation, form)
    except RefusedError as refusal:
        return answer_refusal(request, obligation, form, refusal, by_script=by_script)
    if by_script:
        return JsonResponse({"version": kept.version, "at": clock(kept)})
    messages.success(request, gettext("The draft is saved."))
    return back(pk)


@page(
    "obligation_submit",
    "obligations/<int:pk>/submit/",
    title=_("Submit the report"),
    may=anywhere(may_report),
    section="obligations",
)
def submit(request: ActorRequest, *, pk: int) -> HttpResponse:
    """Submit the report; whatever is refused, what was written stays in the draft and on the page.

    The draft is saved first, so that nobody submits over what another has written meanwhile.
    """
    obligation = visible(request, pk)
    if request.method != "POST":
        return redirect("obligation", pk=pk)
    form = ReportForm(request.POST, of="report")
    if not form.is_valid():
        return show(request, obligation, entered=Entered("report", pk, form), status=422)
    over_heads = form.cleaned_data["over_heads"]
    texts = {"text_kk": form.cleaned_data["text_kk"], "text_ru": form.cleaned_data["text_ru"]}
    try:
        kept = keep(request, obligation, form)
        entered = {**texts, "version": kept.version, "over_heads": over_heads}
        form = ReportForm(entered, of="report")
        submit_report(request.actor, obligation, at=now(), over_heads=over_heads, **texts)
    except RefusedError as refusal:
        return answer_refusal(request, obligation, form, refusal)
    messages.success(request, gettext("The report is submitted and waits for review."))
    return back(pk)


def keep(request: ActorRequest, obligation: Obligation, form: ReportForm) -> Draft:
    """Save the draft as it was entered. Raises `RefusedError`."""
    written = form.cleaned_data
    return save_draft(
        request.actor,
        obligation,
        at=now(),
        text_kk=written["text_kk"],
        text_ru=written["text_ru"],
        version=written["version"] or 0,
    )


def answer_refusal(
    request: ActorRequest,
    obligation: "WithAnnotations[Obligation, StateColumn]",
    form: ReportForm,
    refusal: RefusedError,
    *,
    by_script: bool = False,
) -> HttpResponse:
    """What was written with the reason; where another saved meanwhile, with the other's text and
    the version that the next attempt replaces."""
    other = draft_of(obligation) if refusal.reason is SAVED_ELSEWHERE else None
    if by_script:
        return refuse_script(refusal, other)
    entered = dict(form.data.items())
    if other:
        entered["version"] = str(other.version)
    shown = ReportForm(entered, of="report")
    shown.refuse(refusal)
    current = visible(request, obligation.pk)
    return show(
        request,
        current,
        entered=Entered("report", obligation.pk, shown),
        other=other,
        status=409 if other else 422,
    )


def refuse_script(refusal: RefusedError, other: Draft | None) -> JsonResponse:
    """The reason, and the text that another has saved meanwhile."""
    told: dict[str, object] = {"reason": words(refusal.reason)}
    if other:
        told |= {
            "version": other.version,
            "text_kk": other.text_kk,
            "text_ru": other.text_ru,
            "at": clock(other),
        }
    return JsonResponse(told, status=409 if other else 403)


def clock(kept: Draft) -> str:
    """The time of day at which a draft was saved, as 14:05."""
    return moment(kept.saved_at).rpartition(" ")[2]


def told(form: ReportForm) -> str:
    """What is wrong with a form, as one text."""
    return " ".join(str(error) for errors in form.errors.values() for error in errors)
