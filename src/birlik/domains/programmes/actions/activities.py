"""What an association did: entered, mended, withdrawn."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime

from birlik.base.journal.action import action, note
from birlik.base.registry.models import Structure, Territory
from birlik.base.values.actor import Actor
from birlik.base.values.clock import day_of
from birlik.base.values.local_text import LocalText
from birlik.base.values.refused import RefusedError, require
from birlik.domains.programmes import refusals
from birlik.domains.programmes.engine.fitting import ActivityRow, faults
from birlik.domains.programmes.models import Activity
from birlik.domains.programmes.queries.work import languages_known, reporting_kinds
from birlik.domains.programmes.rules import may_keep_activity, may_keep_work, year_is_open


@action(
    "activity.entered",
    may=may_keep_work,
    label=LocalText("Бірлестіктің жұмысы енгізілді", "Внесена работа объединения", "Work entered"),
    withheld=("row",),
)
def enter_activity(
    by: Actor, structure: Structure, /, *, at: datetime, row: ActivityRow
) -> Activity:
    """Enter something that an association did.

    Raises `RefusedError` for a body that makes no report, for a year that was reported on, and for
    the first thing that is wrong with the row.
    """
    made = Activity(structure=structure, entered_at=at, by_id=by.appointment_id)
    keep(made, row, at=at)
    note(activity=made.pk, kind=made.kind)
    return made


@action(
    "activity.corrected",
    may=may_keep_activity,
    label=LocalText(
        "Бірлестіктің жұмысы түзетілді", "Исправлена работа объединения", "Work corrected"
    ),
    withheld=("row",),
)
def correct_activity(_by: Actor, activity: Activity, /, *, at: datetime, row: ActivityRow) -> None:
    """Put another wording in place of an activity; refused as `enter_activity` is."""
    keep(activity, row, at=at)
    note(kind=activity.kind)


@action(
    "activity.withdrawn",
    may=may_keep_activity,
    label=LocalText("Бірлестіктің жұмысы алынды", "Работа объединения снята", "Work withdrawn"),
)
def withdraw_activity(_by: Actor, activity: Activity, /, *, at: datetime) -> None:
    """Take an activity out of the count."""
    activity.withdrawn_at = at
    activity.save(update_fields=["withdrawn_at"])


@action(
    "activities.taken",
    may=may_keep_work,
    label=LocalText(
        "Бірлестіктің жұмыстары енгізілді", "Внесены работы объединения", "Activities taken over"
    ),
    withheld=("rows",),
)
def take_activities(
    by: Actor, structure: Structure, /, *, at: datetime, rows: Sequence[ActivityRow]
) -> int:
    """Enter many activities at once, all or none, and return how many; refused as
    `enter_activity` is, by the first row that cannot be entered."""
    require_reporting(structure, at)
    for year in {row.ends_on.year for row in rows}:
        require(year_is_open(structure.pk, year))
    places = {one.code: one.pk for one in Territory.objects.filter(code__in=codes_of(rows))}
    languages = languages_known(day_of(at))
    made = [Activity(structure=structure, entered_at=at, by_id=by.appointment_id) for _ in rows]
    for one, row in zip(made, rows, strict=True):
        wrong = faults(row, today=day_of(at), languages=languages, places=places)
        for reason in wrong.values():
            raise RefusedError(reason)
        write(one, row, places.get(row.territory))
    Activity.objects.bulk_create(made)
    note(count=len(made))
    return len(made)


def codes_of(rows: Sequence[ActivityRow]) -> set[str]:
    """The codes of the territories that rows name."""
    return {row.territory for row in rows if row.territory}


def keep(one: Activity, row: ActivityRow, *, at: datetime) -> None:
    """Check a row and keep it as an activity; raises `RefusedError`."""
    require_reporting(one.structure, at)
    require(year_is_open(one.structure_id, row.ends_on.year))
    places = {place.code: place.pk for place in Territory.objects.filter(code=row.territory)}
    languages = languages_known(day_of(at)) if row.languages else {}
    for reason in faults(row, today=day_of(at), languages=languages, places=places).values():
        raise RefusedError(reason)
    write(one, row, places.get(row.territory))
    one.save()


def write(one: Activity, row: ActivityRow, territory: int | None) -> None:
    """Put a row on an activity, not kept yet."""
    for name, value in asdict(row).items():
        if name not in {"territory", "last_on"}:
            setattr(one, name, value)
    one.last_on = row.ends_on
    one.territory_id = territory


def require_reporting(structure: Structure, at: datetime) -> None:
    """Raise `RefusedError` for a body whose kind makes no report."""
    if structure.kind not in reporting_kinds(day_of(at)):
        raise RefusedError(refusals.NOT_REPORTING)
