"""What follows when a reorganisation passed obligations to the chosen successors: both bodies are
told, and the rows of open sheets move."""

from birlik.base.journal.queries import announcement
from birlik.base.obligations.facts import ObligationsPassed
from birlik.base.registry.actions.notices import NoticeRow
from birlik.base.values.clock import SystemClock, day_of
from birlik.domains.execution.actions.rounds.move_rows import move_rows
from birlik.domains.execution.engine import telling
from birlik.domains.execution.queries.passed import passed_between, reorganisation_numbered
from birlik.domains.execution.queries.recipients import REPORTS, Directory
from birlik.domains.execution.queries.rounds.passed import misplaced_rows
from birlik.domains.execution.tasks.notices import SYSTEM, doer, give_new, too_old


def on_obligations_passed(fact: ObligationsPassed) -> None:
    """Obligations passed: who reports for the old body and for the new one is told of them in one
    notice, and what open rounds ask of them stands on the new body's sheets."""
    made, at = reorganisation_numbered(fact.reorganisation), SystemClock().now()
    if made is None:
        return
    if misplaced_rows(made, on=day_of(at)):
        move_rows(SYSTEM, made, at=at)
    entry = announcement(fact)
    if too_old(entry, at):
        return
    directory, rows = Directory.of(day_of(at)), []
    for one in passed_between(made):
        key = f"obligations.passed/{made.pk}/{one.old.pk}-{one.new.pk}"
        text = telling.told_of_passed(one.old.short, one.new.short, one.count)
        told = directory.reaching(REPORTS, one.old) | directory.reaching(REPORTS, one.new)
        rows += [NoticeRow(who, key, text, telling.TODO) for who in sorted(told - doer(entry))]
    give_new(rows, about="obligations.passed", at=at)
