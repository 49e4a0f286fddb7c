"""The page that shows what a correction changes, before and until it is confirmed."""

from dataclasses import dataclass
from datetime import datetime

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext

from birlik.base.mandate.words import act_name
from birlik.base.obligations import refusals
from birlik.base.obligations.actions import correct_act
from birlik.base.obligations.actions.correct_act import counts_of
from birlik.base.obligations.actions.correction_plan import Correction, foreseen
from birlik.base.records.models import Act, ActReading
from birlik.base.ui.language import reader_language
from birlik.base.ui.pages import ActorRequest
from birlik.base.values.refused import RefusedError
from birlik.domains.execution.queries.corrections import point_of_number
from birlik.domains.execution.web.acts_by_hand.write import carried
from birlik.domains.execution.web.corrections.shown import shown_changes


@dataclass(frozen=True, slots=True)
class Wish:
    """What a person wants to apply to an act; `reading` is the text it comes from, if any, `back`
    the address of the page that it was entered on."""

    act: Act
    correction: Correction
    back: str
    reading: ActReading | None = None


def preview(
    request: ActorRequest, wish: Wish, *, refused: str = "", status: int = 200
) -> HttpResponse:
    """What it changes: every point old and new, and what becomes of the obligations."""
    plan = foreseen(wish.act, wish.correction)
    context = {
        "act": wish.act,
        "act_name": act_name(wish.act),
        "correction": wish.correction,
        "ground": point_of_number(wish.correction.ground),
        "changes": shown_changes(plan),
        "counts": counts_of(plan),
        "seen": plan.seen,
        "carried": [one for one in carried(request.POST) if one[0] != "seen"],
        "back": wish.back,
        "refused": refused,
    }
    return render(request, "execution/corrections/preview.html", context, status=status)


def apply_wish(request: ActorRequest, wish: Wish, *, at: datetime) -> HttpResponse:
    """Apply what was seen and go to the act's plan; where it comes out otherwise by now, or cannot
    be, show what it does now and say so."""
    try:
        plan = correct_act(
            request.actor,
            wish.act,
            at=at,
            correction=wish.correction,
            seen=request.POST.get("seen", ""),
            reading=wish.reading,
        )
    except RefusedError as refusal:
        status = 409 if refusal.reason is refusals.PLAN_CHANGED else 422
        words = refusal.reason.get(reader_language())
        return preview(request, wish, refused=words, status=status)
    if not plan.changes:
        messages.info(request, gettext("Everything was so already; nothing was changed."))
    else:
        messages.success(request, gettext("The corrected version was applied."))
    if len(plan.changes) == 1:
        return redirect("measure", pk=wish.act.pk, number=plan.changes[0].number)
    return redirect("plan", pk=wish.act.pk)
