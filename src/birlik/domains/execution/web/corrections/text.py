"""The corrected text of an act that is under control: point by point what differs from it."""

from dataclasses import replace

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _

from birlik.base.mandate.words import act_name
from birlik.base.obligations.actions.correction_plan import Correction, duties_of, foreseen
from birlik.base.records.engine.amendment import doubtful_fields
from birlik.base.records.engine.draft import ActDraft
from birlik.base.records.models import Act, ActReading
from birlik.base.records.queries.readings import act_read_before, draft_of, reading
from birlik.base.records.rules import may_open_import
from birlik.base.ui.pages import ActorRequest, now, page
from birlik.base.values.local_text import LocalText
from birlik.domains.execution.web.corrections.forms import HowForm
from birlik.domains.execution.web.corrections.preview import Wish, apply_wish, preview
from birlik.domains.execution.web.corrections.shown import shown_changes


@page(
    "reading_corrected",
    "imports/<int:pk>/corrected/",
    title=_("Apply as a corrected version"),
    may=may_open_import,
    section="acts",
)
def corrected_text_page(request: ActorRequest, *, pk: int) -> HttpResponse:
    """What of the text that was read differs from the act, to be chosen; what the choice changes;
    and at last the correction."""
    found = reading(pk)
    if found is None or found.state != ActReading.State.READ:
        raise Http404
    draft = draft_of(found)
    act = act_read_before(draft)
    if act is None:
        return redirect("reading", pk=pk)
    wish = request.POST.get("do", "")
    if wish not in {"preview", "keep"}:
        initial = {name: request.POST.get(name, "") for name in HowForm.base_fields}
        how = HowForm(initial=initial) if request.method == "POST" else HowForm()
        return choose(request, found, draft, act, how=how)
    how = HowForm(request.POST)
    chosen = set(request.POST.getlist("chosen"))
    if not (how.is_valid() and chosen):
        return choose(request, found, draft, act, how=how, status=422)
    whole = replace(
        whole_correction(draft, act),
        since=how.cleaned_data["since"],
        ground=how.cleaned_data["ground"],
    )
    entered = Wish(act, narrowed(whole, chosen), request.path, found)
    return apply_wish(request, entered, at=now()) if wish == "keep" else preview(request, entered)


def whole_correction(draft: ActDraft, act: Act) -> Correction:
    """Everything by which the text differs from the act: its measures, and those of the act that it
    lacks."""
    titles = {one.number: LocalText(**{draft.language: one.title}) for one in draft.measures}
    lacking = tuple(number for number in duties_of(act) if number not in titles)
    return Correction(draft, titles, lacking)


def narrowed(correction: Correction, chosen: set[str]) -> Correction:
    """The correction of the points that were chosen alone."""
    measures = tuple(one for one in correction.draft.measures if one.number in chosen)
    return replace(
        correction,
        draft=replace(correction.draft, measures=measures),
        dropped=tuple(one for one in correction.dropped if one in chosen),
    )


def choose(
    request: ActorRequest,
    found: ActReading,
    draft: ActDraft,
    act: Act,
    *,
    how: HowForm,
    status: int = 200,
) -> HttpResponse:
    """The points that differ, each old beside new, to be ticked; added and changed ones are ticked
    to begin with, dropped ones are not: a text may have lost them."""
    changes = shown_changes(foreseen(act, whole_correction(draft, act)))
    ticked = set(request.POST.getlist("chosen"))
    if request.method != "POST":
        ticked = {one.number for one in changes if one.kind != "dropped"}
    doubtful = {one.number: len(doubtful_fields(one)) for one in draft.measures}
    context = {
        "reading": found,
        "act": act,
        "act_name": act_name(act),
        "rows": [(one, one.number in ticked, doubtful.get(one.number, 0)) for one in changes],
        "how": how,
        "wrong": status == 422,
        "nothing_chosen": status == 422 and not ticked,
    }
    return render(request, "execution/corrections/text.html", context, status=status)
