"""Years that were reported on before, taken over at once."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from birlik.base.journal.action import action, note
from birlik.base.registry.models import Territory
from birlik.base.values.actor import Actor
from birlik.base.values.clock import day_of
from birlik.base.values.local_text import LocalText
from birlik.base.values.refused import RefusedError
from birlik.domains.programmes import refusals
from birlik.domains.programmes.actions.activities import codes_of, write
from birlik.domains.programmes.engine.fitting import ActivityRow, ReportRow, faults
from birlik.domains.programmes.engine.totals import Done, added_up, to_record
from birlik.domains.programmes.models import Activity, FrozenReport, YearlyReport
from birlik.domains.programmes.queries.work import languages_known, reporting_bodies
from birlik.domains.programmes.rules import may_take_years


@dataclass(frozen=True, slots=True)
class YearRow:
    """What an association, known by its number, did in a year; `report` where it reported."""

    structure: int
    done: tuple[ActivityRow, ...]
    report: ReportRow | None = None


@action(
    "yearly_reports.taken",
    may=may_take_years,
    label=LocalText(
        "Жылдық есептер көшірілді", "Годовые отчеты перенесены", "Yearly reports taken over"
    ),
    withheld=("rows",),
)
def take_years(
    by: Actor, _subject: None, /, *, at: datetime, year: int, rows: Sequence[YearRow]
) -> int:
    """Take over what associations did and reported in a year, all or nothing, and return how many
    reports there were.

    Raises `RefusedError` for a body that makes no report or was reported on already, and for an
    activity that does not fit or lies in another year.
    """
    every = [one for row in rows for one in row.done]
    places = {one.code: one.pk for one in Territory.objects.filter(code__in=codes_of(every))}
    check(rows, year, places, at=at)
    Activity.objects.bulk_create(activities(by, rows, places, at=at), batch_size=1000)
    reports = YearlyReport.objects.bulk_create(
        YearlyReport(
            structure_id=row.structure,
            year=year,
            members=row.report.members,
            branches=row.report.branches,
            staff=row.report.staff,
            words=row.report.words,
            version=1,
            saved_at=at,
            saved_by_id=by.appointment_id,
            submitted_at=at,
        )
        for row in rows
        if row.report
    )
    numbered = {one.structure_id: one for one in reports}
    FrozenReport.objects.bulk_create(
        FrozenReport(
            report=numbered[row.structure],
            number=1,
            at=at,
            by_id=by.appointment_id,
            content=content(row, row.report),
        )
        for row in rows
        if row.report
    )
    note(year=year, bodies=len(rows), activities=len(every), reports=len(reports))
    return len(reports)


def check(rows: Sequence[YearRow], year: int, places: dict[str, int], *, at: datetime) -> None:
    """Raise `RefusedError` for the first row that cannot be taken over."""
    known = set(
        reporting_bodies(year, by=None, today=day_of(at)).order_by().values_list("pk", flat=True)
    )
    if not {row.structure for row in rows} <= known:
        raise RefusedError(refusals.NOT_REPORTING)
    if YearlyReport.objects.filter(year=year, structure__in=known & bodies_of(rows)).exists():
        raise RefusedError(refusals.SUBMITTED)
    languages = languages_known(day_of(at))
    for row in rows:
        for one in row.done:
            wrong = faults(one, today=day_of(at), languages=languages, places=places)
            for reason in wrong.values():
                raise RefusedError(reason)
            if one.ends_on.year != year:
                raise RefusedError(refusals.OTHER_YEAR)


def bodies_of(rows: Sequence[YearRow]) -> set[int]:
    """The numbers of the bodies that rows are of."""
    return {row.structure for row in rows}


def activities(
    by: Actor, rows: Sequence[YearRow], places: dict[str, int], *, at: datetime
) -> Iterator[Activity]:
    """The activities of rows, not kept yet."""
    for row in rows:
        for done in row.done:
            one = Activity(structure_id=row.structure, entered_at=at, by_id=by.appointment_id)
            write(one, done, places.get(done.territory))
            yield one


def content(row: YearRow, report: ReportRow) -> dict[str, object]:
    """The frozen copy of a report."""
    typed = {"members": report.members, "branches": report.branches, "staff": report.staff}
    done = (Done(one.kind, one.participants, one.languages) for one in row.done)
    return to_record(added_up(done, typed, words=report.words))
