"""What every page of the statistics shows: the choice, its form, the names of what is counted."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from birlik.base.charter.models import Catalogue
from birlik.base.charter.queries import named_items
from birlik.base.registry.engine.statistics import choice_of, day_in
from birlik.base.registry.queries.statistics.counts import cultures_used
from birlik.base.registry.queries.statistics.scope import Scope, scope_for
from birlik.base.ui.pages import ActorRequest
from birlik.base.ui.templatetags.birlik import day, words
from birlik.base.values.clock import day_of
from birlik.base.values.local_text import LocalText

LEVELS: Mapping[str, str | Promise] = {
    "republic": gettext_lazy("Republican"),
    "region": gettext_lazy("Regional"),
    "district": gettext_lazy("District"),
    "settlement": gettext_lazy("Of a settlement"),
    "organisation": gettext_lazy("Of an organisation"),
    "": gettext_lazy("Level not given"),
}


@dataclass(frozen=True, slots=True)
class Asked:
    """What a reader asked of a page: the scope, the cultures to choose from, the day as it was
    typed and what is wrong with it."""

    scope: Scope
    cultures: Mapping[str, LocalText]
    typed: str
    wrong: str

    @property
    def chosen(self) -> list[tuple[str, str]]:
        """What is counted, in words: for the page and the file."""
        return list(told(self.scope, self.cultures))


def asked(request: ActorRequest, at: datetime, *, narrowed: bool = True) -> Asked:
    """The scope that an address asks for, within the reach of the office; `narrowed` where bodies
    can be narrowed by culture, which asks the database twice."""
    scope = scope_for(choice_of(request.GET.dict()), by=request.actor, today=day_of(at))
    typed = request.GET.get("on", "").strip()[:20]
    found = day_in(typed)
    wrong = ""
    if typed and found is None:
        wrong = _("Enter the date as DD.MM.YYYY.")
    elif found and found > day_of(at):
        wrong = _("This day is still to come: the figures are those of today.")
    cultures = cultures_offered(scope) if narrowed else {}
    return Asked(scope, cultures, day(found) if found else typed, wrong)


def cultures_offered(scope: Scope) -> Mapping[str, LocalText]:
    """The cultures to which bodies of the register are devoted, by name."""
    used = cultures_used()
    named = named_items(Catalogue.CULTURE, on=scope.on) if used else {}
    return {code: name for code, name in named.items() if code in used}


def offered(found: Asked, *, narrowed: bool = True) -> dict[str, object]:
    """What the form of a page offers; `narrowed` where bodies can be narrowed by level."""
    scope = found.scope
    return {
        "asked": found,
        "scope": scope,
        "kinds": [(code, one.name) for code, one in scope.kinds.items()],
        "levels": [(code, name) for code, name in LEVELS.items() if code] if narrowed else [],
        "places": places_offered(scope),
        "here": scope.place.name if scope.place else None,
    }


def places_offered(scope: Scope) -> list[tuple[str, LocalText]]:
    """The regions that a reader who sees all of them chooses from; the own ones else."""
    regions = scope.places.regions
    return [(code, one.name) for code, one in regions.items() if scope.reaches(code)]


def told(scope: Scope, cultures: Mapping[str, LocalText]) -> Iterator[tuple[str, str]]:
    """Day, place, kind, level and culture of a choice, as far as they are chosen."""
    yield _("As of"), day(scope.on)
    if scope.place:
        yield _("Territory"), words(scope.place.name)
    if scope.choice.kind:
        yield _("Kind"), words(scope.kinds[scope.choice.kind].name)
    if scope.choice.level in LEVELS and scope.choice.level:
        yield _("Level"), str(LEVELS[scope.choice.level])
    if scope.choice.culture in cultures:
        yield _("Ethnic culture"), words(cultures[scope.choice.culture])
