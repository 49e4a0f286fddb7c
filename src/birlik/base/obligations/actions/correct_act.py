"""A corrected or amended version of points of an act: new words, new terms, new obligations."""

from collections.abc import Mapping
from datetime import datetime
from typing import TypeVar

from django.db.models import QuerySet

from birlik.base.journal.action import action, announce, note
from birlik.base.obligations import refusals
from birlik.base.obligations.actions.adopt_act import row_of
from birlik.base.obligations.actions.correction_plan import (
    SUPERSEDED,
    Change,
    Correction,
    Plan,
    former_of,
    plan_of,
)
from birlik.base.obligations.actions.parties import Resolver
from birlik.base.obligations.facts import ActCorrected
from birlik.base.obligations.models import (
    Draft,
    Duty,
    Evidence,
    Extension,
    Obligation,
    Party,
    Remark,
    Upload,
)
from birlik.base.obligations.rules import may_adopt_act
from birlik.base.records.actions.reword import ENDED, reword_act
from birlik.base.records.models import Act, ActReading, Provision
from birlik.base.values.actor import Actor
from birlik.base.values.local_text import LocalText
from birlik.base.values.refused import RefusedError

W = TypeVar("W", Draft, Evidence, Upload, Remark, Extension)


@action(
    "act.corrected",
    may=may_adopt_act,
    label=LocalText(
        "Актінің түзетілген нұсқасы енгізілді",
        "Внесена исправленная редакция акта",
        "Corrected version of an act applied",
    ),
    digested=("correction",),
)
def correct_act(
    by: Actor,
    act: Act,
    /,
    *,
    at: datetime,
    correction: Correction,
    seen: str,
    reading: ActReading | None = None,
) -> Plan:
    """Apply a corrected version; `seen` is the digest of the plan that the person confirmed.

    Where everything is so already, nothing is done. Raises `RefusedError` when the plan comes out
    otherwise than it was seen, for an amendment without a ground, and for one from a day before the
    version that it amends.
    """
    refuse_ungrounded(correction)
    list(Obligation.objects.select_for_update().filter(act=act).values_list("pk", flat=True))
    foreseen = plan_of(act, correction, Resolver.foreseeing(correction.draft, on=act.adopted_on))
    if reading:
        conclude(reading, act)
    if not foreseen.changes:
        note(act=act, points=0)
        return foreseen
    if foreseen.seen != seen:
        raise RefusedError(refusals.PLAN_CHANGED)
    refuse_too_early(foreseen, correction)
    resolver = Resolver.of(by, correction.draft, on=act.adopted_on, at=at)
    plan = plan_of(act, correction, resolver)
    points = reworded(by, act, plan, at=at)
    for change in plan.changes:
        apply(change, act, points, at=at, plan=plan)
    note(act=act, **counts_of(plan))
    announce(ActCorrected(act.pk))
    return plan


def refuse_ungrounded(correction: Correction) -> None:
    """Raise `RefusedError` for an amendment that names no point that amends."""
    if correction.since and correction.ground is None:
        raise RefusedError(refusals.AMENDMENT_NEEDS_GROUND)


def refuse_too_early(plan: Plan, correction: Correction) -> None:
    """Raise `RefusedError` for an amendment from a day before the version that it amends."""
    if correction.since and any(correction.since < one.first for one in plan.changes):
        raise RefusedError(refusals.AMENDED_TOO_EARLY)


def conclude(reading: ActReading, act: Act) -> None:
    """Mark a reading as taken over into the act."""
    reading.act = act
    reading.state = ActReading.State.CONFIRMED
    reading.save(update_fields=["act", "state"])


def reworded(by: Actor, act: Act, plan: Plan, *, at: datetime) -> dict[str, Provision]:
    """The points of the plan with their new words, by number."""
    words = {one.number: one.titles if one.made else ENDED for one in plan.changes}
    since = {one.number: one.since for one in plan.changes}
    return reword_act(by, act, at=at, words=words, since=since, retroactive=plan.since is None)


def counts_of(plan: Plan) -> dict[str, int]:
    """How many points change, and what becomes of how many obligations."""
    courses = [one.course for one in plan.changes]
    return {
        "points": len(plan.changes),
        "voided": sum(len(one.voided) for one in courses),
        "created": sum(len(one.created) for one in courses),
        "moved": sum(len(one.moved) for one in courses),
        "carried": sum(len(one.carried) for one in courses),
        "kept": sum(len(one.kept) for one in courses),
    }


def apply(
    change: Change, act: Act, points: dict[str, Provision], *, at: datetime, plan: Plan
) -> None:
    """Store a change: the former version, the duty with its parties, its obligations."""
    duty = change.duty
    if duty:
        former_of(change, duty, ground=plan.ground).save()
        duty.parties.all().delete()
    duty = put_duty(change, duty, points[change.number])
    if change.made:
        for party in change.made.parties:
            party.duty = duty
        Party.objects.bulk_create(change.made.parties)
    store_course(change, act, duty, at=at)


def put_duty(change: Change, duty: Duty | None, point: Provision) -> Duty:
    """The duty with its new terms; one that is dropped demands nothing any more."""
    if change.made is None and duty:
        duty.schedule, duty.deadline_words, duty.doubtful = None, "", []
        duty.save()
        return duty
    new = change.made.duty if change.made else Duty()
    if duty:
        new.pk = duty.pk
        new.direction = new.direction or duty.direction
    new.provision = point
    new.save(force_update=duty is not None, force_insert=duty is None)
    return new


def store_course(change: Change, act: Act, duty: Duty, *, at: datetime) -> None:
    """Void, pass on and make the obligations of a change, and move what was written."""
    course, version = change.course, change.version + 1
    voided = [one.number for one in course.voided]
    under = Obligation.objects.filter(pk__in=voided)
    under.update(outcome=Obligation.Outcome.VOID, void_reason=Obligation.Reason.CORRECTED)
    Obligation.objects.filter(pk__in=[one.number for one in course.carried]).update(version=version)
    made = made_rows(change, act, duty, version=version)
    rehang(change, duty)
    move_writings(change, made, at=at)


def made_rows(change: Change, act: Act, duty: Duty, *, version: int) -> dict[int, Obligation]:
    """The new obligations by their place in the list, leads first so that contributions can hang
    under them."""
    owed = change.made.owed if change.made else []
    places = [one.place for one in change.course.created]
    rows = {place: row_of(act, duty, owed[place], version=version) for place in places}
    leads = [row for row in rows.values() if row.role == Party.Role.LEAD]
    Obligation.objects.bulk_create(leads, batch_size=500)
    course = change.course
    standing = (*course.untouched, *course.kept, *course.carried)
    by_key = {one.key: one.number for one in standing}
    by_key |= {(one.period, one.number, one.debtor_id): one.pk for one in leads}
    rest = []
    for place, row in rows.items():
        if row.role == Party.Role.CONTRIBUTOR:
            row.lead_id = by_key.get((row.period, row.number, owed[place].leader or 0))
            rest.append(row)
    Obligation.objects.bulk_create(rest, batch_size=500)
    return rows


def rehang(change: Change, duty: Duty) -> None:
    """Hang contributions that stand, and whose lead is void by this, under the lead of now."""
    standing = Obligation.objects.filter(duty=duty).exclude(void_reason__in=SUPERSEDED)
    leads = {(one.period, one.number): one for one in standing.filter(role=Party.Role.LEAD)}
    lost = standing.filter(lead__void_reason=Obligation.Reason.CORRECTED)
    hung = []
    for one in lost:
        lead = leads.get((one.period, one.number))
        if lead and lead.pk != one.pk:
            one.lead = lead
            hung.append(one)
    Obligation.objects.bulk_update(hung, ["lead"])


def move_writings(change: Change, made: dict[int, Obligation], *, at: datetime) -> None:
    """Move drafts, their evidence, uploads and remarks of what is void to what takes its place, and
    the extensions with them where the occurrence is the same; requests that lost their obligation
    are closed."""
    anew = {old.number: made[new.place] for old, new in change.course.moved}
    move(Draft.objects.filter(obligation__in=anew), anew)
    move(Evidence.objects.filter(obligation__in=anew, submission=None), anew)
    move(Upload.objects.filter(obligation__in=anew), anew)
    move(Remark.objects.filter(obligation__in=anew), anew)
    same = {
        old.number: anew[old.number]
        for old, new in change.course.moved
        if old.nominal_on == new.nominal_on
    }
    move_extensions(same)
    ended = [one.number for one in change.course.voided]
    waiting = Extension.objects.filter(obligation__in=ended, granted=None)
    waiting.update(granted=False, decided_at=at)


def move_extensions(same: dict[int, Obligation]) -> None:
    """Give the extensions of obligations to those that take their place, with the due dates that
    were granted."""
    extensions = Extension.objects.filter(obligation__in=same).order_by("pk")
    granted = [(same[one.obligation_id], one.due_on) for one in extensions if one.granted]
    move(extensions, same)
    for row, due_on in granted:
        row.due_on = due_on or row.due_on
    Obligation.objects.bulk_update((row for row, _due_on in granted), ["due_on"])


def move(written: QuerySet[W], anew: Mapping[int, Obligation]) -> None:
    """Point what was written to the obligations that took the place of theirs."""
    found = list(written)
    for one in found:
        one.obligation = anew[one.obligation_id]
    written.model._default_manager.bulk_update(found, ["obligation"])
