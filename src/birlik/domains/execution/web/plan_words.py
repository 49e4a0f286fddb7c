"""What a plan's states, occurrences and fields are called, in the reader's language."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext_lazy

from birlik.base.obligations.models import Duty
from birlik.base.ui.templatetags.birlik import StripCell, day, words
from birlik.base.values.schedule import Schedule
from birlik.base.values.schedule_words import in_words
from birlik.domains.execution.engine.naming import period_named
from birlik.domains.execution.engine.occurrences import Cell
from birlik.domains.execution.engine.standing import Standing


@dataclass(frozen=True, slots=True)
class Look:
    """How a state is shown: the tone of its colour, its letter, its name."""

    tone: str
    letter: str | Promise
    name: str | Promise


LOOKS = {
    "overdue": Look("late", "!", pgettext_lazy("state", "Overdue")),
    "returned": Look(
        "warn", pgettext_lazy("letter: returned", "R"), pgettext_lazy("state", "Returned")
    ),
    "behind": Look(
        "warn", pgettext_lazy("letter: behind", "B"), pgettext_lazy("state", "Behind pace")
    ),
    "submitted": Look(
        "wait", pgettext_lazy("letter: submitted", "W"), pgettext_lazy("state", "Submitted")
    ),
    "open": Look("open", pgettext_lazy("letter: open", "O"), pgettext_lazy("state", "Open")),
    "scheduled": Look(
        "todo", pgettext_lazy("letter: scheduled", "S"), pgettext_lazy("state", "Scheduled")
    ),
    "fulfilled_late": Look(
        "ok", pgettext_lazy("letter: fulfilled late", "L"), pgettext_lazy("state", "Fulfilled late")
    ),
    "fulfilled": Look("ok", "✓", pgettext_lazy("state", "Fulfilled on time")),
    "released": Look("void", "×", pgettext_lazy("state", "Released")),
    "no_record": Look("todo", "?", pgettext_lazy("state", "No record")),
    "void": Look("void", "–", pgettext_lazy("state", "Void")),
}
"""The states in the order in which they need the eye; the sign of "overdue" is no letter, so that
no language makes it look like "open"."""

VOID_REASONS = {
    "before_adoption": gettext_lazy("fell due before the act was adopted"),
    "after_repeal": gettext_lazy("falls due after the act was repealed"),
    "period_cut_by_repeal": gettext_lazy("its period was cut by the repeal of the act"),
    "corrected": gettext_lazy("the point was corrected or amended: another obligation replaced it"),
    "joined": gettext_lazy("joined: after a reorganisation one body would owe it twice"),
}

FIELDS = {
    "title": pgettext_lazy("field of a measure", "title"),
    "completion_form": pgettext_lazy("field of a measure", "form of completion"),
    "deadline": pgettext_lazy("field of a measure", "deadline"),
    "executors": pgettext_lazy("field of a measure", "executors"),
    "schedule": pgettext_lazy("field of a measure", "schedule"),
}


@dataclass(frozen=True, slots=True)
class Pill:
    """A state in words with its tone."""

    tone: str
    text: str


def look(state: str) -> Look:
    """How a state is shown; of one that is not known here there is no record."""
    return LOOKS.get(state, LOOKS["no_record"])


def strip_cells(cells: Iterable[Cell]) -> list[StripCell]:
    """The cells of a strip: colour, letter and, where there are several debtors, how many of them
    stand in the state that needs the eye."""
    return [
        StripCell(
            tone=look(cell.state).tone,
            letter=f"{look(cell.state).letter}{many(cell)}",
            words=cell_in_words(cell),
        )
        for cell in cells
    ]


def many(cell: Cell) -> str:
    """How many obligations of a cell stand in its state; '' for a single one."""
    return "" if cell.total == 1 else f"\u202f{cell.states[cell.state]}"


def cell_in_words(cell: Cell) -> str:
    """A cell for the ear and the pointer: period, due date, and the states with their counts."""
    period = words(period_named(cell.first_on, cell.last_on).in_words())
    if cell.number > 1:
        period = _("%(period)s, No. %(number)s") % {"period": period, "number": cell.number}
    due = _("due %(day)s") % {"day": day(cell.due_on)}
    return f"{period}, {due}: {states_in_words(cell)}"


def states_in_words(cell: Cell) -> str:
    """The states of a cell by name; with counts where it stands for several obligations."""
    named = [(str(look(state).name).lower(), count) for state, count in cell.states.items()]
    if cell.total == 1:
        return named[0][0]
    return ", ".join(f"{name} {count}" for name, count in named)


def standing_in_words(found: Standing) -> Pill:
    """The pill of a measure's row."""
    match found.kind:
        case "unread":
            return Pill("warn", _("to be clarified"))
        case "as_needed":
            return Pill("todo", _("as needed"))
        case "never":
            return Pill("void", _("nothing falls due"))
        case "elsewhere":
            return Pill("todo", _("in %(year)s") % {"year": found.year})
    shown = look(found.kind)
    name = str(shown.name)
    return Pill(shown.tone, f"{name}: {found.count}" if found.count > 1 else name)


def doubtful_in_words(fields: Iterable[str]) -> str:
    """The fields of a measure that nobody vouched for: "deadline, executors"; '' for none."""
    return ", ".join(str(FIELDS[name]) for name in fields if name in FIELDS)


def contributors_in_words(count: int) -> str:
    """How many contribute: "25 co-executors"; '' for none."""
    if not count:
        return ""
    return ngettext("%(count)s co-executor", "%(count)s co-executors", count) % {"count": count}


def deadline_in_words(duty: Duty, schedule: Schedule | None) -> str:
    """When a measure falls due, in the reader's language; the act's own words where they could not
    be read."""
    return words(in_words(schedule)) if schedule else duty.deadline_words
