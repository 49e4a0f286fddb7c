"""The adopted text of a plan beside its draft."""

import re

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from birlik.base.records.models import Act
from birlik.base.ui.pages import ActorRequest, now, page
from birlik.domains.drafting.actions import tie_act
from birlik.domains.drafting.models import PlanDraft
from birlik.domains.drafting.queries import adopted as found_adopted
from birlik.domains.drafting.queries.drafts import content_of
from birlik.domains.drafting.rules import may_open_drafts, may_tie
from birlik.domains.drafting.web.shown import found_or_refuse, head_of
from birlik.domains.drafting.web.versions import COLUMN_WORDS

NUMBER = re.compile(r"\d{1,18}", re.ASCII)


@page(
    "plan_draft_adopted",
    "plan-drafts/<int:pk>/adopted/",
    title=_("Adopted text"),
    may=may_open_drafts,
    section="drafts",
)
def adopted(request: ActorRequest, pk: int) -> HttpResponse:
    """The act that the draft became: what the adoption changed, and which points carry out which
    task; before that, the choice of the act with the same shown first."""
    found, at = found_or_refuse(request, pk), now()
    may = bool(may_tie(request.actor, found, at))
    act = act_chosen(request, found)
    beside = found_adopted.adoption(found, act) if act else None
    if request.method == "POST" and beside:
        tie_act(request.actor, found, at=at, act=beside.act, points=beside.points)
        messages.success(request, gettext("The adopted text is tied to its draft."))
        return redirect("plan_draft_adopted", pk=pk)
    points = found_adopted.points_by_task(found) if found.act_id else {}
    tasks = [one for one in content_of(found).tasks if one.direction] if points else []
    context = {
        **head_of(request, found),
        "acts": list(found_adopted.acts_to_tie(found)) if may else [],
        "may_tie": may,
        "beside": beside,
        "columns": COLUMN_WORDS,
        "covered": [(one, points.get(one.number, [])) for one in tasks],
        "carried": sum(one.number in points for one in tasks),
    }
    return render(request, "drafting/adopted.html", context)


def act_chosen(request: ActorRequest, found: PlanDraft) -> Act | None:
    """The act that is tied, else the one that the reader chose."""
    if found.act is not None:
        return found.act
    chosen = request.POST.get("act") or request.GET.get("act", "")
    return found_adopted.act_to_tie(found, int(chosen)) if NUMBER.fullmatch(chosen) else None
