"""The tree of territories on a day, a place of it, and the bodies in places that were given up."""

from datetime import date
from typing import Any

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from birlik.base.registry.actions.territories import continue_place
from birlik.base.registry.models import Territory
from birlik.base.registry.queries.territories import (
    MOST_FOUND,
    classifiers_taken,
    found_places,
    heirs_by_code,
    heirs_of,
    left_behind,
    parts_of,
    place_of,
)
from birlik.base.registry.rules.territories import may_bring_territories, may_see_territories
from birlik.base.ui.forms import DayField
from birlik.base.ui.pages import ActorRequest, now, page
from birlik.base.ui.templatetags.birlik import words
from birlik.base.values.clock import day_of
from birlik.base.values.refused import RefusedError

LEVELS = {
    1: _("Region or city of republican significance"),
    2: _("District or city"),
    3: _("Rural district"),
    4: _("Settlement"),
}
ROWS = 50


class AskedForm(forms.Form):
    """The day as of which the tree is shown, and words to search it by."""

    on = DayField(label=_("As of"), required=False)
    q = forms.CharField(label=_("Name or code"), required=False, max_length=100)


class ContinuedForm(forms.Form):
    """The code that a place continues."""

    code = forms.CharField(label=_("Continues the code"), required=False, max_length=9)


def asked_of(request: ActorRequest) -> tuple[AskedForm, date, str]:
    """The form with what was asked for: the day, today without one, and the words."""
    form = AskedForm(request.GET)
    form.is_valid()
    on = form.cleaned_data.get("on") or day_of(now())
    return form, on, form.cleaned_data.get("q") or ""


def tree_context(request: ActorRequest, place: Territory | None) -> dict[str, Any]:
    """What lies in a place on the day that is asked for, or what was found by words."""
    form, on, sought = asked_of(request)
    places = found_places(sought, on=on) if sought else parts_of(place, on=on)
    leaf = Paginator(places, ROWS).get_page(request.GET.get("page"))
    return {
        "form": form,
        "on": on,
        "past": on != day_of(now()),
        "sought": sought,
        "most": MOST_FOUND if sought and len(places) == MOST_FOUND else 0,
        "leaf": leaf,
        "rows": [(one, LEVELS[one.territory.level]) for one in leaf],
        "may_keep": may_bring_territories(request.actor, now()).allowed,
    }


@page(
    "territories",
    "registry/territories/",
    title=_("Territories"),
    may=may_see_territories,
    section="registry",
)
def territories_page(request: ActorRequest) -> HttpResponse:
    """The regions with their bodies, as of a day; a search through all places."""
    context = tree_context(request, None)
    context["editions"] = classifiers_taken()[:5]
    context["left"] = left_behind(request.actor, on=day_of(now())).count()
    return render(request, "registry/territories/tree.html", context)


@page(
    "territory",
    "registry/territories/<str:code>/",
    title=_("Territory"),
    may=may_see_territories,
    section="registry",
)
def territory_page(request: ActorRequest, *, code: str) -> HttpResponse:
    """A place: where it lies, what it continues, and what lies in it."""
    place = place_of(code)
    if place is None:
        raise Http404
    form = ContinuedForm(initial={"code": place.predecessor_code})
    if request.method == "POST":
        form = ContinuedForm(request.POST)
        if form.is_valid() and continued(request, place, form):
            return redirect("territory", code=place.code)
    context = {
        **tree_context(request, place),
        "place": place,
        "level": LEVELS[place.level],
        "line": line_of(place),
        "before": place_of(place.predecessor_code) if place.predecessor_code else None,
        "after": heirs_of(place),
        "continued": form,
    }
    status = 422 if form.errors else 200
    return render(request, "registry/territories/place.html", context, status=status)


def continued(request: ActorRequest, place: Territory, form: ContinuedForm) -> bool:
    """Whether the earlier code was taken; else the form says why not.

    Who may not keep the registry is refused by the action, as on any page.
    """
    may_keep = may_bring_territories(request.actor, now()).allowed
    try:
        continue_place(request.actor, place, at=now(), code=form.cleaned_data["code"])
    except RefusedError as refusal:
        if not may_keep:
            raise
        form.add_error("code", words(refusal.reason))
        return False
    messages.success(request, gettext("The earlier code is kept."))
    return True


def line_of(place: Territory) -> list[Territory]:
    """The places above one, the region first."""
    found: list[Territory] = []
    above = place.parent
    while above:
        found.insert(0, above)
        above = above.parent
    return found


@page(
    "territories_left",
    "registry/territories/left/",
    title=_("Bodies in places that were given up"),
    may=may_see_territories,
    section="registry",
)
def left_page(request: ActorRequest) -> HttpResponse:
    """The bodies whose cards name a place that is no more, with the place that continues it."""
    found = left_behind(request.actor, on=day_of(now()))
    leaf = Paginator(found, ROWS).get_page(request.GET.get("page"))
    heirs = heirs_by_code(one.territory.code for one in leaf if one.territory)
    rows = [(one, heirs.get(one.territory.code) if one.territory else None) for one in leaf]
    return render(request, "registry/territories/left.html", {"leaf": leaf, "rows": rows})
