"""What a corrected version of an act would do, reckoned as the correction itself reckons it.

A person sees this before confirming; the correction reckons it again under lock, and is refused
when it comes out otherwise.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from hashlib import sha256
from typing import Any

from django.db.models import Exists, OuterRef

from birlik.base.obligations.actions.adopt_act import Made, made_of, row_of
from birlik.base.obligations.actions.parties import Resolver
from birlik.base.obligations.engine.correction import Course, There, Wanted, course_of
from birlik.base.obligations.engine.owing import Terms
from birlik.base.obligations.models import (
    Duty,
    Extension,
    FormerDuty,
    Obligation,
    Party,
    Submission,
)
from birlik.base.obligations.queries.terms import terms_of
from birlik.base.obligations.queries.versions import began_on, version_of
from birlik.base.records.engine.draft import ActDraft, MeasureDraft
from birlik.base.records.engine.draft_record import restore
from birlik.base.records.models import Act, Provision, Wording
from birlik.base.registry.models import Structure
from birlik.base.values.local_text import LANGUAGES, LocalText
from birlik.base.values.schedule import Schedule

SUPERSEDED = (Obligation.Reason.CORRECTED, Obligation.Reason.JOINED)
"""Why an obligation is void whose occurrence another one stands for."""
SETTLED = frozenset({Obligation.Outcome.ACCEPTED, Obligation.Outcome.RELEASED})
WORDS = ("direction", "form_words", "deadline_words")
"""What of a duty's terms is words of one language: the text in the other is not compared by it."""


@dataclass(frozen=True, slots=True)
class Correction:
    """The points of an act as they are to be.

    `draft` holds the new measures and the language of their words; `titles` gives by number the
    titles that change, in the languages in which they do. A misreading has no `since` and holds
    from the beginning; an amendment holds from that day, by the provision of number `ground`.
    """

    draft: ActDraft
    titles: Mapping[str, LocalText]
    dropped: tuple[str, ...] = ()
    since: date | None = None
    ground: int | None = None


@dataclass(frozen=True)
class Change:
    """What happens to one point: `duty` is None for one that is added, `made` for one that is
    dropped. `since` is the day from which the new terms hold, `first` the beginning of the version
    that they replace, `version` the number of that version (0 for none)."""

    number: str
    duty: Duty | None
    made: Made | None
    old: Mapping[str, Any]
    old_titles: LocalText
    titles: LocalText
    since: date | None
    first: date
    version: int
    course: Course
    rows: Mapping[int, Obligation] = field(default_factory=dict)

    @cached_property
    def new(self) -> Mapping[str, Any]:
        """The new terms as a record; {} for a point that is dropped."""
        return record_of(self.made.duty, self.made.parties) if self.made else {}


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything a correction does; bodies that the registry does not know have numbers below zero
    in `bodies` as long as nothing is written."""

    changes: tuple[Change, ...]
    bodies: Mapping[int, Structure]
    since: date | None
    ground: int | None

    @property
    def seen(self) -> str:
        """A digest of the plan: another one as soon as anything of it comes out otherwise."""
        told = [self.since, self.ground, *(told_of(one, self.bodies) for one in self.changes)]
        return sha256(json.dumps(told, default=str, sort_keys=True).encode()).hexdigest()


def told_of(change: Change, bodies: Mapping[int, Structure]) -> list[object]:
    """A change in plain values; bodies by their words, as their numbers come only when they are
    entered."""
    new = {**change.new, "parties": [one["words"] for one in change.new.get("parties", ())]}
    course = change.course
    fates = (course.kept, course.carried, course.voided)
    return [
        *(change.number, change.version, new, [getattr(change.titles, one) for one in LANGUAGES]),
        *([one.number for one in fate] for fate in fates),
        [[*one.key[:2], str(bodies[one.key[2]].short), one.nominal_on] for one in course.created],
    ]


def plan_of(act: Act, correction: Correction, resolver: Resolver) -> Plan:
    """What a correction of an act does; points that stay as they are are left out."""
    known = duties_of(act)
    reader = Reckoner.of(act, correction, resolver, known.values())
    changes = [
        *(reader.changed(one, known.get(one.number)) for one in correction.draft.measures),
        *(reader.dropped(known[one]) for one in correction.dropped if one in known),
    ]
    return Plan(
        tuple(one for one in changes if one is not None),
        resolver.by_number,
        correction.since,
        correction.ground,
    )


def duties_of(act: Act) -> dict[str, Duty]:
    """Number of a point → its duty, with its parties, wordings and former versions."""
    found = Duty.objects.filter(provision__act=act).select_related("provision")
    with_all = found.prefetch_related("parties", "former", "provision__wordings")
    return {one.provision.number: one for one in with_all}


@dataclass(slots=True)
class Reckoner:
    """Reckons the changes of the points of an act."""

    act: Act
    correction: Correction
    resolver: Resolver
    terms: Terms
    by_words: bool
    rows: dict[int, list[Obligation]]
    unextended: dict[int, date]

    @classmethod
    def of(
        cls, act: Act, correction: Correction, resolver: Resolver, duties: Iterable[Duty]
    ) -> "Reckoner":
        """One for an act and its duties, with their obligations at hand."""
        touched = {one.number for one in correction.draft.measures} | set(correction.dropped)
        rows: dict[int, list[Obligation]] = {
            one.pk: [] for one in duties if one.provision.number in touched
        }
        for row in standing(rows):
            rows[row.duty_id].append(row)
        extended = Extension.objects.filter(granted=True, obligation__duty__in=rows)
        dates = extended.order_by("-pk").values_list("obligation", "old_due_on")
        return cls(
            act=act,
            correction=correction,
            resolver=resolver,
            terms=terms_of(act),
            by_words=correction.draft.language == first_language(act),
            rows=rows,
            unextended=dict(dates),
        )

    def changed(self, measure: MeasureDraft, duty: Duty | None) -> Change | None:
        """What a measure as it is to be does; None where it is so already."""
        point = duty.provision if duty else Provision(number=measure.number)
        made = made_of(
            measure,
            {measure.number: point},
            self.resolver,
            self.terms_for(measure, duty),
            number=duty.pk if duty else None,
        )
        change = self.change(measure.number, duty, made)
        same = duty is not None and not differs(change.old, change.new, by_words=self.by_words)
        return None if same and change.titles == LocalText() else change

    def dropped(self, duty: Duty) -> Change | None:
        """What the end of a point does; None where it has ended already."""
        ended = not any(titles_now(duty.provision.wordings.all()).get(one) for one in LANGUAGES)
        return None if ended else self.change(duty.provision.number, duty, None)

    def change(self, number: str, duty: Duty | None, made: Made | None) -> Change:
        """A change with what becomes of every obligation."""
        old_titles = titles_now(duty.provision.wordings.all()) if duty else LocalText()
        began = began_on(duty) if duty else None
        since = self.correction.since or began
        rows = self.rows.get(duty.pk, []) if duty else []
        there = [self.there(one) for one in rows]
        wanted = list(self.wanted(made)) if made else []
        titles = self.correction.titles.get(number, LocalText()) if made else LocalText()
        return Change(
            number=number,
            duty=duty,
            made=made,
            old=record_of(duty, duty.parties.all()) if duty else {},
            old_titles=old_titles,
            titles=LocalText(*(new_words(titles, old_titles, one) for one in LANGUAGES)),
            since=since,
            first=began or self.act.in_force_from,
            version=version_of(duty) if duty else 0,
            course=course_of(there, wanted, since=since),
            rows={one.pk: one for one in rows},
        )

    def terms_for(self, measure: MeasureDraft, duty: Duty | None) -> Terms:
        """The terms of the act; what is owed once, and was before, stays in its year."""
        rows = self.rows.get(duty.pk, []) if duty else []
        if duty and rows and is_once(measure.schedule) and is_once(schedule_of(duty)):
            return replace(self.terms, last_year=max(one.period_last.year for one in rows))
        return self.terms

    def there(self, row: Obligation) -> There:
        """An obligation as the engine takes it; an extension is none of its terms."""
        due_on = self.unextended.get(row.pk, row.due_on)
        return There(
            number=row.pk,
            key=(row.period, row.number, self.answering(row)),
            nominal_on=row.nominal_on,
            content=content_of(row, due_on, self.answering(row.lead) if row.lead else None),
            settled=row.outcome in SETTLED or bool(vars(row)["reported"]),
        )

    def answering(self, row: Obligation) -> int:
        """Who answered for an obligation on its nominal day, as its terms name the debtor."""
        later = [one for one in row.former_debtors.all() if one.reorganisation.on > row.nominal_on]
        first = min(later, key=lambda one: (one.reorganisation.on, one.pk), default=None)
        debtor = first.structure_id if first else row.debtor_id
        return self.resolver.heir(debtor, row.nominal_on, row.duty_id)

    def wanted(self, made: Made) -> Iterator[Wanted]:
        """What a duty to be demands, as the engine takes it."""
        for place, due in enumerate(made.owed):
            row = row_of(self.act, made.duty, due)
            yield Wanted(
                place=place,
                key=(row.period, row.number, due.debtor),
                nominal_on=row.nominal_on,
                content=content_of(row, row.due_on, due.leader),
            )


def standing(duties: Iterable[int]) -> Iterable[Obligation]:
    """The obligations of duties that no correction has voided, and that were not joined with
    others; each with `reported`."""
    found = Obligation.objects.filter(duty__in=list(duties)).select_related("lead")
    former = ("former_debtors__reorganisation", "lead__former_debtors__reorganisation")
    return (
        found.exclude(void_reason__in=SUPERSEDED)
        .prefetch_related(*former)
        .annotate(reported=Exists(Submission.objects.filter(obligation=OuterRef("pk"))))
        .order_by("nominal_on", "-role", "pk")
    )


def content_of(row: Obligation, due_on: date, leader: int | None) -> tuple[object, ...]:
    """What an obligation demands, to be compared."""
    return (
        *(row.role, row.by_agreement, row.shared, row.quantity, row.void_reason, leader),
        *(row.period_first, row.period_last, row.nominal_on, due_on, row.pace_on),
    )


def record_of(duty: Duty, parties: Iterable[Party]) -> dict[str, Any]:
    """The terms of a duty as a record; doubts are none of them."""
    names = ("direction", "form", "form_words", "deadline_words", "schedule")
    return {
        **{name: getattr(duty, name) for name in names},
        "parties": [
            {
                "words": one.words,
                "structure": one.structure_id,
                "group": one.group,
                "role": str(one.role),
                "by_agreement": one.by_agreement,
            }
            for one in parties
        ],
    }


def differs(old: Mapping[str, Any], new: Mapping[str, Any], *, by_words: bool) -> bool:
    """Whether two records of terms are different; without `by_words`, whether they mean something
    different, as the words of another language always are."""
    return compared(old, by_words=by_words) != compared(new, by_words=by_words)


def compared(record: Mapping[str, Any], *, by_words: bool) -> dict[str, Any]:
    """What of a record of terms is compared: bodies as such, however they are named."""
    parties = [{**one, "words": ""} for one in record["parties"]]
    left_out = () if by_words else WORDS
    return {name: one for name, one in record.items() if name not in left_out} | {
        "parties": parties
    }


def titles_now(wordings: Iterable[Wording]) -> LocalText:
    """The titles of a point as they stand at last; '' where they have ended."""
    last = {one.language: one.title for one in wordings if one.valid_until is None}
    return LocalText(**{code: last.get(code, "") for code in LANGUAGES})


def new_words(titles: LocalText, old: LocalText, code: str) -> str:
    """A title that changes, in a language; '' where it stays."""
    new: str = getattr(titles, code)
    return "" if new == getattr(old, code) else new


def first_language(act: Act) -> str:
    """The language of the text that made the act's duties."""
    first = act.readings.order_by("pk").first()
    return str(first.draft.get("language", "kk")) if first else "kk"


def schedule_of(duty: Duty) -> Schedule | None:
    """The deadline of a duty as it was read."""
    found: Schedule | None = restore(Schedule | None, duty.schedule)
    return found


def is_once(schedule: Schedule | None) -> bool:
    """Whether something is owed once, without a year."""
    return schedule is not None and schedule.per == "once" and not schedule.years


def former_of(change: Change, duty: Duty, *, ground: int | None) -> FormerDuty:
    """The version of a duty that a change replaces, with its titles, to be stored."""
    titles = {code: getattr(change.old_titles, code) for code in LANGUAGES}
    return FormerDuty(
        duty=duty,
        version=change.version,
        record={**change.old, "titles": titles, "doubtful": duty.doubtful},
        effective_on=change.since or change.first,
        ground_id=ground,
    )


def foreseen(act: Act, correction: Correction) -> Plan:
    """What a correction would do; nothing is written, not even a body that the registry does not
    know."""
    return plan_of(act, correction, Resolver.foreseeing(correction.draft, on=act.adopted_on))
