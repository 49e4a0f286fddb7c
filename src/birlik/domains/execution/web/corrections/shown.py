"""What a correction does, in the reader's words: old and new terms, and every obligation."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from birlik.base.obligations.actions.correction_plan import Change, Plan
from birlik.base.obligations.engine.correction import There, Wanted
from birlik.base.obligations.models import FormerDuty
from birlik.base.records.engine.draft_record import restore
from birlik.base.records.models import Provision
from birlik.base.registry.models import Structure
from birlik.base.ui.templatetags.birlik import words
from birlik.base.values.local_text import LocalText
from birlik.base.values.schedule import Schedule
from birlik.domains.execution.engine.naming import period_named
from birlik.domains.execution.queries.corrections import drafted
from birlik.domains.execution.web.imports.spoken import spoken

MOST = 100
"""So many obligations of each fate are listed; the others are counted."""

TERMS: dict[str, str | Promise] = {
    "kk": gettext_lazy("Title in Kazakh"),
    "ru": gettext_lazy("Title in Russian"),
    "form_words": gettext_lazy("Completion form"),
    "deadline_words": gettext_lazy("Deadline"),
    "schedule": gettext_lazy("Read as"),
    "parties": gettext_lazy("Executors"),
}


@dataclass(frozen=True, slots=True)
class Term:
    """A term before and after."""

    label: str | Promise
    old: str
    new: str

    @property
    def changes(self) -> bool:
        """Whether it is another one now."""
        return self.old != self.new


@dataclass(frozen=True, slots=True)
class Fate:
    """An obligation in a list: its period, its debtor, its day; `later` is the day by the new terms
    where it is made anew, `draft` whether a report on it is being written."""

    period: LocalText
    debtor: LocalText
    due_on: date
    later: date | None = None
    draft: bool = False


@dataclass(frozen=True, slots=True)
class Fates:
    """Obligations of one fate: how many they are, and the first of them."""

    label: str
    tone: str
    count: int
    rows: tuple[Fate, ...]

    @property
    def more(self) -> int:
        """How many are not listed."""
        return self.count - len(self.rows)


@dataclass(frozen=True, slots=True)
class ShownChange:
    """A point with what happens to it; `kind` is "added", "changed" or "dropped"."""

    number: str
    title: LocalText
    kind: str
    version: int
    terms: tuple[Term, ...]
    fates: tuple[Fates, ...]
    untouched: int
    unread: bool

    @property
    def differing(self) -> tuple[Term, ...]:
        """The terms that are other ones now."""
        return tuple(one for one in self.terms if one.changes)


def shown_changes(plan: Plan) -> list[ShownChange]:
    """The changes of a plan as the page shows them."""
    written = drafted([one.number for each in plan.changes for one in each.course.voided])
    return [shown_change(one, plan.bodies, written) for one in plan.changes]


def shown_change(
    change: Change, bodies: Mapping[int, Structure], written: frozenset[int]
) -> ShownChange:
    """A change as the page shows it."""
    kind = "changed" if change.duty and change.made else "added" if change.made else "dropped"
    title = LocalText(*(getattr(change.titles, c) or getattr(change.old_titles, c) for c in CODES))
    return ShownChange(
        number=change.number,
        title=title,
        kind=kind,
        version=change.version + 1,
        terms=tuple(terms_of(change, bodies)),
        fates=tuple(one for one in fates_of(change, bodies, written) if one.count),
        untouched=len(change.course.untouched),
        unread=change.made is not None and change.made.duty.schedule is None,
    )


CODES = ("kk", "ru", "en")


def terms_of(change: Change, bodies: Mapping[int, Structure]) -> Iterator[Term]:
    """Every term before and after; nothing stands after where the point is dropped."""
    old = said(change.old, change.old_titles, bodies)
    titles = LocalText(
        *(getattr(change.titles, code) or getattr(change.old_titles, code) for code in CODES)
    )
    new = said(change.new, titles if change.made else LocalText(), bodies)
    for name, label in TERMS.items():
        if old[name] or new[name]:
            yield Term(label, old[name], new[name])


def said(
    record: Mapping[str, Any], titles: LocalText, bodies: Mapping[int, Structure]
) -> dict[str, str]:
    """A record of terms in words."""
    schedule: Schedule | None = restore(Schedule | None, record.get("schedule"))
    return {
        "kk": titles.kk,
        "ru": titles.ru,
        "form_words": record.get("form_words", ""),
        "deadline_words": record.get("deadline_words", ""),
        "schedule": spoken(schedule),
        "parties": "; ".join(party_said(one, bodies) for one in record.get("parties", ())),
    }


def party_said(party: Mapping[str, Any], bodies: Mapping[int, Structure]) -> str:
    """A party in words, with its part in it."""
    body = bodies.get(party["structure"] or 0)
    name = words(body.short) if body else party["words"]
    parts = [_("leads and consolidates") if party["role"] == "lead" else _("co-executor")]
    if party["by_agreement"]:
        parts.append(_("by agreement"))
    if body and body.pk < 0:
        parts.append(_("new in the registry"))
    return f"{name or party['words']} ({', '.join(parts)})"


def fates_of(
    change: Change, bodies: Mapping[int, Structure], written: frozenset[int]
) -> Iterator[Fates]:
    """What becomes of the obligations, by fate."""
    course = change.course
    anew = {old.number: new for old, new in course.moved}
    replaced = {new.place for new in anew.values()}
    moved = [one for one in course.voided if one.number in anew]
    gone = [one for one in course.voided if one.number not in anew]
    fresh = [one for one in course.created if one.place not in replaced]

    def there(rows: Iterable[There]) -> tuple[Fate, ...]:
        return tuple(
            fate_there(change, one, anew.get(one.number), bodies, written)
            for one in list(rows)[:MOST]
        )

    def made(rows: Sequence[Wanted]) -> tuple[Fate, ...]:
        return tuple(fate_made(change, one, bodies) for one in rows[:MOST])

    outside = [one for one in fresh if is_void(change, one)]
    owed = [one for one in fresh if not is_void(change, one)]
    yield Fates(_("void and made anew"), "warn", len(moved), there(moved))
    yield Fates(_("void"), "void", len(gone), there(gone))
    yield Fates(_("made"), "open", len(owed), made(owed))
    yield Fates(_("outside the act's force: not owed"), "void", len(outside), made(outside))
    yield Fates(_("pass on as they are"), "ok", len(course.carried), there(course.carried))
    yield Fates(_("reported on: stay as they are"), "ok", len(course.kept), there(course.kept))


def fate_there(
    change: Change,
    one: There,
    anew: Wanted | None,
    bodies: Mapping[int, Structure],
    written: frozenset[int],
) -> Fate:
    """An obligation that is there, in a list."""
    row = change.rows[one.number]
    return Fate(
        period=period_named(row.period_first, row.period_last).in_words(),
        debtor=bodies[row.debtor_id].short,
        due_on=row.due_on,
        later=change.made.owed[anew.place].due_on if anew and change.made else None,
        draft=one.number in written,
    )


def is_void(change: Change, one: Wanted) -> bool:
    """Whether what is to be made lies outside the force of the act."""
    return change.made is not None and bool(change.made.owed[one.place].void_reason)


def fate_made(change: Change, one: Wanted, bodies: Mapping[int, Structure]) -> Fate:
    """An obligation that is to be made, in a list."""
    owed = change.made.owed[one.place] if change.made else None
    period = owed.occurrence.period if owed else None
    return Fate(
        period=period_named(period.first_on, period.last_on).in_words() if period else LocalText(),
        debtor=bodies[one.key[2]].short,
        due_on=owed.due_on if owed else one.nominal_on,
    )


@dataclass(frozen=True, slots=True)
class Earlier:
    """An earlier version of a measure: its number, the day from which an amendment took its place
    (None where it was a misreading), the point that amended it, and its terms."""

    version: int
    until: date | None
    ground: Provision | None
    terms: tuple[tuple[str | Promise, str], ...]


def earlier(former: Iterable[FormerDuty], bodies: Mapping[int, Structure]) -> list[Earlier]:
    """The earlier versions as the page of a measure shows them."""
    return [
        Earlier(
            one.version,
            one.effective_on if one.ground else None,
            one.ground,
            tuple(
                (TERMS[name], text)
                for name, text in said(
                    one.record, LocalText(**one.record["titles"]), bodies
                ).items()
                if text
            ),
        )
        for one in former
    ]
