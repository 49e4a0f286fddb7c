"""Who may do what with the work of associations and their yearly reports.

What an association did is entered by its own head or by whoever keeps its territory; it is seen by
whoever sees its card.
"""

from datetime import datetime

from birlik.base.obligations.models import Obligation
from birlik.base.registry.models import Structure
from birlik.base.registry.rules.reach import reaches_structure
from birlik.base.values.actor import Actor
from birlik.base.values.verdict import Verdict
from birlik.domains.programmes import refusals
from birlik.domains.programmes.models import Activity, YearlyReport

READ, KEEP, OWN = "structures.read", "structures.keep", "structures.propose"


def may_see_work(actor: Actor, at: datetime) -> Verdict:
    """Whoever sees bodies of the register anywhere sees what those in reach do."""
    return may_see_work_of(actor, None, at)


def may_see_work_of(actor: Actor, structure: Structure | None, _at: datetime) -> Verdict:
    """What a body does is seen by whoever sees its card."""
    if not actor.holds(READ):
        return Verdict.no(refusals.NO_WORK)
    seen = reaches_structure(actor, READ, structure)
    return Verdict.yes() if seen else Verdict.no(refusals.NOT_YOURS)


def may_see_what_is_found(actor: Actor, *, found: bool) -> Verdict:
    """Whoever sees not everything is not told whether a number is known."""
    return Verdict.yes() if found or actor.reaches(READ) else Verdict.no(refusals.NOT_YOURS)


def may_open_keeping(actor: Actor, at: datetime) -> Verdict:
    """Whoever enters the work of some association."""
    return may_keep_work(actor, None, at)


def may_keep_work(actor: Actor, structure: Structure | None, _at: datetime) -> Verdict:
    """The work of a body is entered by its own head, or by whoever keeps its territory."""
    kept = any(reaches_structure(actor, power, structure) for power in (OWN, KEEP))
    return Verdict.yes() if kept else Verdict.no(refusals.NO_KEEPING)


def may_keep_activity(actor: Actor, activity: Activity | None, at: datetime) -> Verdict:
    """An activity is mended by whoever may enter it, until it is withdrawn or its year was
    reported on."""
    kept = may_keep_work(actor, activity.structure if activity else None, at)
    if activity is None or not kept:
        return kept
    if activity.withdrawn_at:
        return Verdict.no(refusals.WITHDRAWN)
    return year_is_open(activity.structure_id, activity.last_on.year)


def year_is_open(structure: int, year: int) -> Verdict:
    """Whether the report of a body on a year may still change."""
    report = YearlyReport.objects.filter(structure=structure, year=year).first()
    return is_open(report) if report else Verdict.yes()


def is_open(report: YearlyReport) -> Verdict:
    """A report may change until it is submitted, and again after it was returned: itself, or the
    obligation that it fulfils."""
    if report.submitted_at is None or report.returned_at is not None:
        return Verdict.yes()
    owed = report.obligation
    if owed is not None and owed.stage == Obligation.Stage.RETURNED:
        return Verdict.yes()
    return Verdict.no(refusals.SUBMITTED)


def may_submit_report(actor: Actor, report: YearlyReport | None, at: datetime) -> Verdict:
    """A report is submitted by whoever enters the work, while it may change and says how many
    members there are."""
    kept = may_keep_work(actor, report.structure if report else None, at)
    if report is None or not kept:
        return kept
    unsaid = report.members is None
    return is_open(report) and (Verdict.no(refusals.MEMBERS_NEEDED) if unsaid else Verdict.yes())


def may_return_report(actor: Actor, report: YearlyReport | None, _at: datetime) -> Verdict:
    """A submitted report is returned by whoever keeps the territory; one that fulfils an obligation
    is returned with that."""
    kept = reaches_structure(actor, KEEP, report.structure if report else None)
    if not kept:
        return Verdict.no(refusals.NO_RETURNING)
    if report is None:
        return Verdict.yes()
    if report.obligation_id is not None:
        return Verdict.no(refusals.UNDER_CONTROL)
    return Verdict.no(refusals.NOT_SUBMITTED) if is_open(report) else Verdict.yes()


def may_open_returning(actor: Actor, at: datetime) -> Verdict:
    """Whoever keeps some territory."""
    return may_return_report(actor, None, at)


def may_take_years(actor: Actor, _subject: object, _at: datetime) -> Verdict:
    """Only the keeper of the registry takes over the years of all associations."""
    return Verdict.yes() if actor.holds("registry.keep") else Verdict.no(refusals.NO_TAKING)
