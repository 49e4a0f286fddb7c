"""The measures of an act with their words and parties."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from birlik.base.charter.models import Catalogue
from birlik.base.charter.queries import items
from birlik.base.obligations.models import Duty, Party
from birlik.base.records.engine.draft_record import restore
from birlik.base.records.models import Act, Provision, Wording
from birlik.base.values.local_text import LANGUAGES, LocalText
from birlik.base.values.schedule import Schedule


@dataclass(frozen=True, slots=True)
class PartyName:
    """What a party is called where there is little room, and in full."""

    short: LocalText
    name: LocalText


@dataclass(frozen=True, slots=True)
class Names:
    """What the charter calls completion forms and groups of executors, by code."""

    forms: dict[str, LocalText]
    groups: dict[str, LocalText]
    short_groups: dict[str, LocalText]
    gathered: dict[str, str]
    """The kind of body that each group gathers."""

    def form(self, duty: Duty) -> LocalText:
        """The form of completion by its name in the charter; '' where only the act's words name
        it."""
        return self.forms.get(duty.form, LocalText())

    def party(self, party: Party) -> PartyName:
        """What a structure or a group is called; the act's words where the charter no longer lists
        the group."""
        if party.structure is not None:
            return PartyName(party.structure.short, party.structure.name)
        name = self.groups.get(party.group) or LocalText(kk=party.words)
        return PartyName(self.short_groups.get(party.group, name), name)


def names(*, on: date) -> Names:
    """The charter's names on a day, in one query."""
    listed = items(Catalogue.COMPLETION_FORM, on=on) | items(Catalogue.EXECUTOR_GROUP, on=on)
    by_catalogue: dict[str, dict[str, LocalText]] = {}
    short: dict[str, LocalText] = {}
    gathered: dict[str, str] = {}
    for one in listed:
        if one.properties.get("gathers"):
            gathered[one.code] = str(one.properties["gathers"])
        by_catalogue.setdefault(one.catalogue, {})[one.code] = one.name
        if one.properties.get("short"):
            short[one.code] = LocalText(**one.properties["short"])
    return Names(
        forms=by_catalogue.get(Catalogue.COMPLETION_FORM, {}),
        groups=by_catalogue.get(Catalogue.EXECUTOR_GROUP, {}),
        short_groups=short,
        gathered=gathered,
    )


def points(act: int) -> QuerySet[Provision]:
    """The directions and measures of an act in its order, with their duties and words: two
    queries."""
    kinds = (Provision.Kind.DIRECTION, Provision.Kind.MEASURE)
    return (
        Provision.objects.filter(act__in=Act.objects.filter(pk=act), kind__in=kinds)
        .select_related("act", "duty")
        .prefetch_related("wordings")
        .order_by("position")
    )


def parties_of(duties: Iterable[int], **narrowed: str) -> dict[int, list[Party]]:
    """The parties of duties as printed, by duty; `narrowed` as a filter takes it: role="lead"."""
    found: dict[int, list[Party]] = {}
    for party in Party.objects.filter(duty__in=duties, **narrowed).select_related("structure"):
        found.setdefault(party.duty_id, []).append(party)
    return found


def title_of(wordings: Iterable[Wording], *, on: date) -> LocalText:
    """The words of a point on a day, in the languages that have any; those it had last or will
    have, where it has none on that day."""
    listed = list(wordings)
    valid = {
        one.language: one.title
        for one in listed
        if one.valid_from <= on and (one.valid_until is None or on < one.valid_until)
    } or {one.language: one.title for one in listed}
    return LocalText(**{code: valid.get(code, "") for code in LANGUAGES})


def schedule_of(duty: Duty) -> Schedule | None:
    """The deadline of a duty as it was read; None where its words could not be read."""
    found: Schedule | None = restore(Schedule | None, duty.schedule)
    return found
