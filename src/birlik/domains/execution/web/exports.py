"""The plans, the measures of a plan and the obligations of a measure as files."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from birlik.base.mandate.words import act_name
from birlik.base.obligations.models import Obligation
from birlik.base.obligations.queries import StateColumn
from birlik.base.registry.models import Structure
from birlik.base.ui.export import Cell, Column, Listing
from birlik.base.ui.templatetags.birlik import words
from birlik.domains.execution.engine.choice import SOON, Choice
from birlik.domains.execution.engine.naming import period_named
from birlik.domains.execution.queries.measure import MeasureSheet
from birlik.domains.execution.queries.plan import Block, PlanSheet, Row
from birlik.domains.execution.queries.plans import PlanCard
from birlik.domains.execution.web.plan_words import (
    VOID_REASONS,
    deadline_in_words,
    doubtful_in_words,
    look,
    standing_in_words,
)

if TYPE_CHECKING:
    from django_stubs_ext import WithAnnotations

PLANS: Sequence[Column[PlanCard]] = (
    Column(gettext_lazy("Act"), lambda card: card.act.title, 70),
    Column(gettext_lazy("Number"), lambda card: card.act.number),
    Column(gettext_lazy("Adopted on"), lambda card: card.act.adopted_on),
    Column(gettext_lazy("Measures"), lambda card: card.measures),
    Column(gettext_lazy("Sub-measures"), lambda card: card.sub_measures),
    Column(gettext_lazy("Owed"), lambda card: card.owed),
    Column(gettext_lazy("Overdue"), lambda card: card.states["overdue"]),
    Column(gettext_lazy("No record"), lambda card: card.states["no_record"]),
    Column(gettext_lazy("Void"), lambda card: card.states["void"]),
    Column(gettext_lazy("Repealed on"), lambda card: card.act.repealed_on),
)

MEASURES: Sequence[Column[tuple[Block, Row]]] = (
    Column(gettext_lazy("Direction"), lambda pair: direction_of(pair[0]), 40),
    Column("№", lambda pair: pair[1].provision.number, 8),
    Column(gettext_lazy("Measure"), lambda pair: pair[1].title, 80),
    Column(gettext_lazy("Form of completion"), lambda pair: form_of(pair[1]), 28),
    Column(
        gettext_lazy("Deadline"),
        lambda pair: deadline_in_words(pair[1].duty, pair[1].schedule),
        28,
    ),
    Column(
        gettext_lazy("Lead"),
        lambda pair: ", ".join(words(one.name) for one in pair[1].leads),
        40,
    ),
    Column(gettext_lazy("Co-executors"), lambda pair: pair[1].contributors),
    Column(gettext_lazy("Next due"), lambda pair: pair[1].next_due_on),
    Column(gettext_lazy("Owed"), lambda pair: pair[1].owed),
    Column(gettext_lazy("Void"), lambda pair: pair[1].void),
    Column(gettext_lazy("Overdue contributions"), lambda pair: pair[1].late_contributions),
    Column(gettext_lazy("State"), lambda pair: standing_in_words(pair[1].standing).text, 26),
    Column(
        gettext_lazy("To be clarified"), lambda pair: doubtful_in_words(pair[1].duty.doubtful), 26
    ),
)

OBLIGATIONS: "Sequence[Column[WithAnnotations[Obligation, StateColumn]]]" = (
    Column(
        gettext_lazy("Period"),
        lambda one: period_named(one.period_first, one.period_last).in_words(),
        24,
    ),
    Column("№", lambda one: one.number, 6),
    Column(gettext_lazy("Executor"), lambda one: one.debtor.name, 50),
    Column(gettext_lazy("Role"), lambda one: role_in_words(one.role)),
    Column(gettext_lazy("By agreement"), lambda one: _("yes") if one.by_agreement else ""),
    Column(gettext_lazy("Due"), lambda one: one.due_on),
    Column(gettext_lazy("First reported"), lambda one: one.first_submitted_on),
    Column(gettext_lazy("Quantity"), lambda one: one.quantity),
    Column(gettext_lazy("State"), lambda one: look(one.state).name, 26),
    Column(gettext_lazy("Reason"), lambda one: VOID_REASONS.get(one.void_reason, ""), 30),
)


def plans_listing(cards: Iterable[PlanCard]) -> Listing[PlanCard]:
    """The plans as a file."""
    return Listing("plans", gettext_lazy("Plans"), PLANS, cards)


def plan_listing(sheet: PlanSheet) -> Listing[tuple[Block, Row]]:
    """The measures of a plan as a file, as far as its reader chose to see them."""
    rows = ((block, row) for block in sheet.blocks for row in block.rows)
    chosen = (
        (_("Act"), act_name(sheet.act)),
        *chosen_of(sheet.choice, sheet.executors),
        (_("Direction"), sheet.choice.direction),
    )
    return Listing(f"plan-{sheet.act.pk}", gettext_lazy("Measures"), MEASURES, rows, chosen)


def measure_listing(
    sheet: MeasureSheet, choice: Choice, obligations: Iterable[Any]
) -> "Listing[WithAnnotations[Obligation, StateColumn]]":
    """The obligations of a measure as a file."""
    chosen = (
        (_("Act"), act_name(sheet.act)),
        (_("Measure"), f"{sheet.provision.number}. {words(sheet.title)}"),
        *chosen_of(choice, sheet.executors),
    )
    name = f"measure-{sheet.provision.pk}"
    return Listing(name, gettext_lazy("Obligations"), OBLIGATIONS, obligations, chosen)


def chosen_of(choice: Choice, executors: Iterable[Structure]) -> Iterator[tuple[str, Cell]]:
    """What a reader chose, in words."""
    yield _("Year"), choice.year or _("All years")
    named = (one.name for one in executors if one.pk == choice.executor)
    yield _("Executor"), next(named, "")
    if choice.state == SOON:
        yield _("State"), _("due in 30 days")
    else:
        yield _("State"), look(choice.state).name if choice.state else ""


def direction_of(block: Block) -> str:
    """A direction with its number."""
    return f"{block.number}. {words(block.title)}".strip(". ")


def form_of(row: Row) -> str:
    """The form of completion by the charter's name, else in the act's words."""
    return words(row.form) or row.duty.form_words


def role_in_words(role: str) -> str:
    """Whether somebody leads or contributes."""
    return _("lead") if role == "lead" else _("co-executor")
