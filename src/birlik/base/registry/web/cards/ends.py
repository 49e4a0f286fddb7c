"""What becomes of a body: it is closed, renamed, merged or split by whoever keeps its territory."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.contrib import messages
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from birlik.base.registry.actions.cards import close_structure
from birlik.base.registry.actions.reorganise import ReorganisationPlan, record_reorganisation
from birlik.base.registry.models import Reorganisation, Structure
from birlik.base.registry.queries.cards_offered import bodies_alike
from birlik.base.registry.queries.succession import seats_of
from birlik.base.registry.rules.cards import may_end_structure, may_open_keeping
from birlik.base.registry.web.cards.forms import EndForm, MergeForm, NamesForm
from birlik.base.registry.web.cards.found import found_to_keep
from birlik.base.registry.web.cards.words import Words
from birlik.base.ui.language import reader_language
from birlik.base.ui.pages import ActorRequest, now, page
from birlik.base.values.clock import day_of
from birlik.base.values.refused import RefusedError, require

Kind = Reorganisation.Kind
WAYS: dict[str, tuple[Words, Words]] = {
    Kind.RENAME: (
        _("Rename the body"),
        _(
            "The body goes on under another name: a new card is made, with the seats, the parts "
            "and everything that the old one says. The old name stays in old papers."
        ),
    ),
    Kind.MERGE: (
        _("Merge the body"),
        _("The body joins another one, or several become a new one. Its seats and parts go over."),
    ),
    Kind.SPLIT: (
        _("Split the body"),
        _("Several bodies take its place. Seats and parts go over to the first."),
    ),
    Kind.ABOLISH: (
        _("Close the body"),
        _("The body no longer exists from the day on, and nobody takes over. Its history stays."),
    ),
}
"""What can become of a body here, and what that means."""

HEIRS = {Kind.RENAME: 1, Kind.MERGE: 1, Kind.SPLIT: 3}
"""How many new bodies the form offers to name."""


@dataclass(slots=True)
class Sheet:
    """What was entered of an end."""

    kind: str
    end: EndForm
    names: list[NamesForm]
    merge: MergeForm | None

    def is_valid(self) -> bool:
        """Whether every form of it is in order."""
        forms = (self.end, *self.names, *((self.merge,) if self.merge else ()))
        return not [one for one in forms if not one.is_valid()]

    def plan(self, structure: Structure, seats: Sequence[int]) -> ReorganisationPlan:
        """The reorganisation as entered; only where the sheet is valid."""
        clean = self.end.cleaned_data
        into: str = self.merge.cleaned_data["into"] if self.merge else ""
        named = [one.body() for one in self.names]
        heirs = [one for place, one in enumerate(named) if place == 0 or one.name.kk or one.name.ru]
        return ReorganisationPlan(
            kind=self.kind,
            on=clean["on"],
            ground=clean["ground"],
            predecessors=(structure.pk, *map(int, others_of(self))),
            successors=(int(into),) if into else tuple(heirs),
            offices=tuple((seat, 0) for seat in seats),
        )


@page(
    "structure_end",
    "registry/structures/<int:pk>/end/",
    title=_("What becomes of a body"),
    may=may_open_keeping,
    section="registry",
)
def end_page(request: ActorRequest, pk: int) -> HttpResponse:
    """Close, rename, merge or split a body from a day on."""
    found, at = found_to_keep(request, pk), now()
    require(may_end_structure(request.actor, found, at))
    kind = request.GET.get("how", Kind.ABOLISH)
    if kind not in WAYS:
        raise Http404
    sent = request.POST if request.method == "POST" else None
    sheet = sheet_of(request, found, kind, sent)
    if sent is not None and sheet.is_valid() and (heir := ended(request, found, sheet)):
        messages.success(request, gettext("Recorded: what becomes of the body."))
        return redirect("structure", pk=heir)
    title, meaning = WAYS[kind]
    context = {
        "one": found,
        "sheet": sheet,
        "ways": [(code, words[0], code == kind) for code, words in WAYS.items()],
        "title": title,
        "meaning": meaning,
    }
    wrong = sent is not None
    return render(request, "registry/cards/end.html", context, status=422 if wrong else 200)


def sheet_of(request: ActorRequest, found: Structure, kind: str, sent: QueryDict | None) -> Sheet:
    """The forms for one of the ways, with what was sent."""
    on = day_of(now())
    merge = (
        MergeForm(sent, bodies_alike(found, request.actor, on=on)) if kind == Kind.MERGE else None
    )
    initial = {
        "name_kk": found.name_kk,
        "name_ru": found.name_ru,
        "name_en": found.name_en,
        "short_kk": found.short_kk,
        "short_ru": found.short_ru,
    }
    names = [
        NamesForm(sent, prefix=f"n{place}", initial=initial if kind == Kind.RENAME else None)
        for place in range(HEIRS.get(Kind(kind), 0))
    ]
    return Sheet(kind, EndForm(sent), names, merge)


def ended(request: ActorRequest, found: Structure, sheet: Sheet) -> int | None:
    """The number of the body whose card shows what became of it; None where it is refused, and the
    sheet says why."""
    at = now()
    on: date = sheet.end.cleaned_data["on"]
    try:
        if sheet.kind == Kind.ABOLISH:
            ground = sheet.end.cleaned_data["ground"]
            close_structure(request.actor, found, at=at, on=on, ground=ground)
            return found.pk
        numbers = [found.pk, *(int(one) for one in others_of(sheet))]
        seats = [one.pk for one in seats_of(numbers, on=on)]
        plan = sheet.plan(found, seats)
        return record_reorganisation(request.actor, None, at=at, plan=plan).successors[0].pk
    except RefusedError as refusal:
        sheet.end.add_error(None, refusal.reason.get(reader_language()))
        return None


def others_of(sheet: Sheet) -> list[str]:
    """The other bodies that are merged."""
    return sheet.merge.cleaned_data["others"] if sheet.merge else []
