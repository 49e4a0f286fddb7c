"""The pairs that wait to be looked at, those found to be two, and the merges that can be undone."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.contrib import messages
from django.core.paginator import Page, Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from birlik.base.registry.actions.merging import unmerge
from birlik.base.registry.models import Likeness, Merge, Person, Structure
from birlik.base.registry.queries.duplicates import (
    entries_of_pair,
    last_run,
    likenesses,
    merge_numbered,
    merges,
)
from birlik.base.registry.queries.merging import Entry
from birlik.base.registry.refusals.duplicates import NOT_YOUR_PAIR
from birlik.base.registry.rules.cards import KEEP, reaches_all
from birlik.base.registry.rules.duplicates import is_central, may_see_duplicates
from birlik.base.registry.tasks.duplicates import order_run
from birlik.base.ui.pages import ActorRequest, now, page
from birlik.base.ui.templatetags.birlik import words
from birlik.base.values.local_text import LocalText
from birlik.base.values.refused import RefusedError

ROWS = 40
SHOWN: dict[str, str | Promise] = {
    "waiting": gettext_lazy("To be looked at"),
    "two": gettext_lazy("Found to be two"),
    "merged": gettext_lazy("Merged entries"),
}
KINDS: dict[str, str | Promise] = {
    "": gettext_lazy("Bodies and people"),
    "structure": gettext_lazy("Structures"),
    "person": gettext_lazy("People"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """A pair or a merge: the numbers of its address, its two names and places, what makes it."""

    number: int
    first: LocalText
    second: LocalText
    places: str
    score: int = 0
    by_number: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """A filter that is kept in the address."""

    title: str | Promise
    query: str
    chosen: bool


@page(
    "duplicates",
    "registry/duplicates/",
    title=gettext_lazy("Duplicates"),
    may=may_see_duplicates,
    section="registry",
)
def duplicates_page(request: ActorRequest) -> HttpResponse:
    """What may be entered twice, the likest first, within reach."""
    shown = request.GET.get("shown", "")
    shown = shown if shown in SHOWN else "waiting"
    kind = request.GET.get("kind", "")
    kind = kind if kind in KINDS else ""
    leaf = leaf_of(request, shown, kind)
    run = last_run()
    context = {
        "leaf": leaf,
        "lines": [line_of(one) for one in leaf],
        "shown": shown,
        "choices": [
            Choice(title, urlencode({"shown": code, "kind": kind}), chosen=code == shown)
            for code, title in SHOWN.items()
        ],
        "kinds": [
            Choice(title, urlencode({"shown": shown, "kind": code}), chosen=code == kind)
            for code, title in KINDS.items()
        ],
        "run": run,
        "goes_on": run is not None and run.ended_at is None,
    }
    if request.headers.get("HX-Request"):
        return render(request, "registry/duplicates/run.html", context)
    return render(request, "registry/duplicates/list.html", context)


def leaf_of(request: ActorRequest, shown: str, kind: str) -> "Page[Likeness] | Page[Merge]":
    """The page of pairs or merges that is asked for."""
    wanted = request.GET.get("page")
    if shown == "merged":
        return Paginator(merges(request.actor, kind=kind), ROWS).get_page(wanted)
    found = likenesses(request.actor, dismissed=shown == "two", kind=kind)
    return Paginator(found, ROWS).get_page(wanted)


def line_of(one: Likeness | Merge) -> Line:
    """A pair or a merge as the list shows it."""
    if isinstance(one, Likeness):
        first, second = entries_of_pair(one)
        places = " · ".join(dict.fromkeys((place_of(first), place_of(second))))
        names = name_of(first), name_of(second)
        return Line(one.pk, *names, places, one.score, one.by_number)
    kept = one.kept_structure or one.kept_person
    dropped = one.dropped_structure or one.dropped_person
    assert kept is not None and dropped is not None
    return Line(one.pk, name_of(kept), name_of(dropped), place_of(kept))


def name_of(one: Entry) -> LocalText:
    """What an entry is called."""
    if isinstance(one, Person):
        return LocalText(one.full_name, one.full_name_ru, one.full_name_latin)
    return one.name


def place_of(one: Structure | Person) -> str:
    """Where an entry lies."""
    return words(one.territory.name) if one.territory else _("Republic")


def absent(request: ActorRequest) -> Exception:
    """What answers for a foreign or unknown number: only who keeps everything is told that there
    is no such thing."""
    everywhere = reaches_all(request.actor, KEEP) and is_central(request.actor)
    return Http404() if everywhere else RefusedError(NOT_YOUR_PAIR)


@page(
    "duplicates_seek",
    "registry/duplicates/seek/",
    title=gettext_lazy("Search for duplicates"),
    may=may_see_duplicates,
    section="registry",
)
def seek_page(request: ActorRequest) -> HttpResponse:
    """Have the worker look through the register."""
    if request.method == "POST":
        try:
            order_run(request.actor, at=now())
        except RefusedError as refusal:
            messages.error(request, words(refusal.reason))
    return redirect("duplicates")


@page(
    "duplicates_undo",
    "registry/duplicates/merges/<int:pk>/undo/",
    title=gettext_lazy("Take a merge back"),
    may=may_see_duplicates,
    section="registry",
)
def undo_page(request: ActorRequest, *, pk: int) -> HttpResponse:
    """Let two entries be two again, or say why that is no longer possible."""
    merge = merge_numbered(pk, by=request.actor)
    if merge is None:
        raise absent(request)
    if request.method == "POST":
        try:
            unmerge(request.actor, merge, at=now())
            messages.success(request, _("The merge was taken back: there are two entries again."))
        except RefusedError as refusal:
            messages.error(request, words(refusal.reason))
    return redirect(f"{reverse('duplicates')}?shown=merged")
