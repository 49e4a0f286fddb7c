"""The list of drafts, and their beginning."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _

from birlik.base.ui.pages import ActorRequest, now, page
from birlik.base.values.clock import day_of
from birlik.domains.drafting.actions import begin_draft
from birlik.domains.drafting.actions.begin import Beginning
from birlik.domains.drafting.actions.measures import MeasureWords
from birlik.domains.drafting.queries import deriving
from birlik.domains.drafting.queries import drafts as found_drafts
from birlik.domains.drafting.rules import DRAFTS, may_begin_draft, may_open_drafts, may_open_writing
from birlik.domains.drafting.web.forms import PlanForm
from birlik.domains.drafting.web.shown import STATES, sent

YEARS = 5
"""For so many years a plan is usually made."""


@page(
    "plan_drafts",
    "plan-drafts/",
    title=_("Drafts of plans"),
    may=may_open_drafts,
    section="drafts",
    menu=13,
)
def drafts(request: ActorRequest) -> HttpResponse:
    """The drafts within the reader's reach."""
    at = now()
    context = {
        "cards": found_drafts.drafts(by=request.actor, at=at),
        "states": STATES,
        "may_begin": bool(may_begin_draft(request.actor, None, at)),
        "may_derive": request.actor.holds(DRAFTS),
    }
    return render(request, "drafting/drafts.html", context)


@page(
    "plan_draft_new",
    "plan-drafts/new/",
    title=_("New draft of a plan"),
    may=may_open_writing,
    section="drafts",
)
def draft_new(request: ActorRequest) -> HttpResponse:
    """The choice of the concept; its tasks are read from its texts."""
    acts = list(found_drafts.concepts_to_plan())
    year = day_of(now()).year
    usual = {"first_year": year, "last_year": year + YEARS - 1}
    if acts:
        usual = {"first_year": max(acts[0].first_year, year), "last_year": acts[0].last_year}
    form = PlanForm(sent(request), acts=acts, initial=usual)
    if request.method == "POST" and form.is_valid():
        concept = form.chosen_act()
        beginning = Beginning(
            concept=concept,
            title=form.title(),
            years=form.years(),
            tasks=found_drafts.tasks_of_concept(concept),
            told=concept.told,
        )
        made = begin_draft(request.actor, None, at=now(), beginning=beginning)
        return redirect("plan_draft_matrix", pk=made.pk)
    context = {"form": form if acts else None}
    return render(request, "drafting/new.html", context, status=422 if form.errors else 200)


@page(
    "plan_draft_region",
    "plan-drafts/region/",
    title=_("New plan of a region"),
    may=may_open_writing,
    section="drafts",
)
def region_new(request: ActorRequest) -> HttpResponse:
    """The choice of the national plan and the region; what the region's bodies execute in it is
    taken over with earlier terms."""
    on = day_of(now())
    regions = deriving.regions_to_draft(request.actor)
    acts = list(deriving.plans_to_derive(on=on)) if regions else []
    usual = {"first_year": on.year, "last_year": on.year}
    if acts:
        usual = {"first_year": max(acts[0].first_year, on.year), "last_year": acts[0].last_year}
    form = PlanForm(sent(request), acts=acts, regions=regions, initial=usual)
    if request.method == "POST" and form.is_valid():
        plan, region = form.chosen_act(), form.chosen_region()
        tasks = deriving.tasks_to_derive(plan)
        source = deriving.national_draft(plan)
        beginning = Beginning(
            concept=source.concept if source else plan,
            title=form.title(),
            years=form.years(),
            tasks=tasks,
            parent=plan,
            measures=[
                measure_words(one)
                for one in deriving.measures_to_derive(plan, region, tasks, on=on)
            ],
            told=plan.told,
        )
        made = begin_draft(request.actor, region, at=now(), beginning=beginning)
        return redirect("plan_draft", pk=made.pk)
    context = {"form": form if acts else None, "regional": True, "regions": regions}
    return render(request, "drafting/new.html", context, status=422 if form.errors else 200)


def measure_words(one: deriving.Derived) -> MeasureWords:
    """A measure that a region takes over, as one is written."""
    return MeasureWords(
        direction=one.direction,
        title=one.title,
        form=one.form,
        deadline=one.deadline,
        executors=one.executors,
        tasks=one.tasks,
        indicators=one.indicators,
        origin=one.origin,
    )
