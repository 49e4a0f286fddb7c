"""Two entries side by side: which is kept, and of each difference which side is right."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from birlik.base.charter.queries import kind_card
from birlik.base.registry.actions.duplicates import dismiss, recall
from birlik.base.registry.actions.merging import merge_people, merge_structures
from birlik.base.registry.models import Likeness, Person, Structure
from birlik.base.registry.queries.cards_named import Codes, codes_on
from birlik.base.registry.queries.duplicates import (
    entries_of_pair,
    hanging_on,
    likeness_numbered,
    same_number,
)
from birlik.base.registry.queries.merging import Entry, card_values
from birlik.base.registry.rules.duplicates import may_see_duplicates
from birlik.base.registry.web.cards.words import FIELDS as OF_BODIES
from birlik.base.registry.web.cards.words import LEVELS
from birlik.base.registry.web.duplicates.listed import absent, name_of
from birlik.base.registry.web.people.words import FIELDS as OF_PEOPLE
from birlik.base.ui.pages import ActorRequest, now, page
from birlik.base.ui.templatetags.birlik import day, words
from birlik.base.values.clock import day_of
from birlik.base.values.refused import RefusedError

SIDES = ("first", "second")
CLOSED = gettext_lazy("Closed from")


@dataclass(frozen=True, slots=True)
class Row:
    """A field of two cards: what each says, whether they differ, and which side is chosen."""

    name: str
    title: str | Promise
    values: tuple[str, str]
    differs: bool
    chosen: str


@dataclass(frozen=True, slots=True)
class Side:
    """An entry as the comparison shows it."""

    code: str
    entry: Entry
    name: str
    address: str
    appointments: int
    enrolments: int
    account: bool
    kept: bool


@page(
    "duplicate",
    "registry/duplicates/<int:pk>/",
    title=gettext_lazy("Two entries compared"),
    may=may_see_duplicates,
    section="registry",
)
def pair_page(request: ActorRequest, *, pk: int) -> HttpResponse:
    """A pair side by side; what somebody decides about it."""
    pair = likeness_numbered(pk, by=request.actor)
    if pair is None:
        raise absent(request)
    refusal = ""
    if request.method == "POST":
        try:
            return decided(request, pair)
        except RefusedError as error:
            refusal = words(error.reason)
    return render(
        request,
        "registry/duplicates/pair.html",
        {**compared(request, pair), "refusal": refusal},
        status=422 if refusal else 200,
    )


def decided(request: ActorRequest, pair: Likeness) -> HttpResponse:
    """What was decided about a pair; raises `RefusedError` where it cannot be."""
    deed = request.POST.get("do")
    if deed == "merge":
        merge(request, pair)
        messages.success(request, _("The two entries are one now. The merge can be taken back."))
    elif deed == "two":
        dismiss(request.actor, pair, at=now())
        messages.success(request, _("They are kept as two. The pair is not proposed again."))
    elif deed == "recall":
        recall(request.actor, pair, at=now())
        return redirect("duplicate", pk=pair.pk)
    return redirect("duplicates")


def merge(request: ActorRequest, pair: Likeness) -> None:
    """Merge a pair as it was chosen."""
    sides = dict(zip(SIDES, entries_of_pair(pair), strict=True))
    side = request.POST.get("keep", "")
    side = side if side in sides else SIDES[0]
    kept, dropped = sides[side], sides[other(side)]
    taken = {name for name in card_values(kept) if request.POST.get(f"field-{name}") == other(side)}
    if isinstance(kept, Structure) and isinstance(dropped, Structure):
        merge_structures(request.actor, kept, at=now(), dropped=dropped, taken=taken)
    elif isinstance(kept, Person) and isinstance(dropped, Person):
        merge_people(request.actor, kept, at=now(), dropped=dropped, taken=taken)


def other(side: str) -> str:
    """The other side."""
    return SIDES[1 - SIDES.index(side)]


def compared(request: ActorRequest, pair: Likeness) -> dict[str, Any]:
    """A pair as the page shows it."""
    first, second = entries_of_pair(pair)
    hanging = hanging_on((first, second))
    fuller = SIDES[hanging[1] > hanging[0]]
    keep = request.POST.get("keep", fuller)
    keep = keep if keep in SIDES else fuller
    people = isinstance(first, Person)
    page_name = "person" if people else "structure"
    sides = [
        Side(
            code, one, words(name_of(one)), page_name, much.appointments, much.enrolments,
            much.account, code == keep,
        )
        for code, one, much in zip(SIDES, (first, second), hanging, strict=True)
    ]  # fmt: skip
    on = day_of(now())
    return {
        "pair": pair,
        "people": people,
        "sides": sides,
        "rows": list(rows_of(request, first, second, keep, on)),
        "same_number": same_number(first, second)
        if isinstance(first, Person) and isinstance(second, Person)
        else None,
    }


def rows_of(
    request: ActorRequest, first: Entry, second: Entry, keep: str, on: date
) -> Iterator[Row]:
    """The fields of two cards, those that nobody has said anything in left out."""
    codes = codes_on(on)
    titles = {**OF_BODIES, "closed_on": CLOSED} if isinstance(first, Structure) else OF_PEOPLE
    if isinstance(first, Structure) and isinstance(second, Structure):
        kinds = (kind_name(first, on), kind_name(second, on))
        if kinds[0] != kinds[1]:
            yield Row("kind", titles["kind"], kinds, differs=True, chosen="")
    mine, theirs = card_values(first), card_values(second)
    for name in mine:
        values = (shown(first, name, codes), shown(second, name, codes))
        if any(values):
            differs = mine[name] != theirs[name]
            fuller = keep if values[SIDES.index(keep)] else other(keep)
            chosen = request.POST.get(f"field-{name}", fuller)
            yield Row(name, titles[name], values, differs, chosen)


def kind_name(one: Structure, on: date) -> str:
    """What the kind of a body is called."""
    card = kind_card(one.kind, on=on)
    return words(card.name) if card else one.kind


def shown(one: Entry, name: str, codes: Codes) -> str:
    """What a field of an entry holds, '' for nothing."""
    value = getattr(one, name)
    if name in {"languages", "fields"}:
        named = getattr(codes, name)
        return ", ".join(words(named[code]) if code in named else code for code in value)
    if name == "level":
        return str(LEVELS.get(value, value))
    if name == "culture" and value in codes.cultures:
        return words(codes.cultures[value])
    if isinstance(value, date):
        return day(value)
    return words(value.name) if hasattr(value, "name") else str(value or "")
