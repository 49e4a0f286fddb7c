"""One draft: its measures, the matrix of what they cover, and its check."""

from collections import defaultdict
from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from birlik.base.ui.pages import ActorRequest, page
from birlik.domains.drafting.engine.check import Finding, check, coverage
from birlik.domains.drafting.engine.content import DraftContent, MeasureRow, TaskRow
from birlik.domains.drafting.queries.drafts import answers, content_of
from birlik.domains.drafting.rules import may_open_drafts
from birlik.domains.drafting.web.shown import (
    SEVERITIES,
    deadline_meaning,
    found_or_refuse,
    head_of,
)

SEVERAL = 2


@dataclass(frozen=True, slots=True)
class ShownMeasure:
    """A measure in a list: its deadline in plain words, and what is to be clarified in it."""

    row: MeasureRow
    meaning: str
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class CoveredTask:
    """A task of the matrix with the measures that cover it."""

    task: TaskRow
    measures: tuple[MeasureRow, ...]

    @property
    def several(self) -> bool:
        """Whether more than one measure covers it."""
        return len(self.measures) >= SEVERAL


@page(
    "plan_draft",
    "plan-drafts/<int:pk>/",
    title=_("Draft of a plan"),
    may=may_open_drafts,
    section="drafts",
)
def draft(request: ActorRequest, pk: int) -> HttpResponse:
    """The measures of a draft by direction, with the counts of what is still to be done."""
    found = found_or_refuse(request, pk)
    content = content_of(found)
    findings = check(content)
    by_measure: defaultdict[int, list[Finding]] = defaultdict(list)
    for one in findings:
        if one.measure is not None:
            by_measure[one.measure].append(one)
    asked, answered = answers([found])[found.pk]
    covered = coverage(content)
    tasks = [one for one in content.tasks if one.direction]
    context = {
        **head_of(request, found),
        "content": content,
        "directions": [
            (
                direction,
                [
                    ShownMeasure(one, deadline_meaning(one.deadline), tuple(by_measure[one.key]))
                    for one in content.measures_of(direction.number)
                ],
            )
            for direction in content.directions()
        ],
        "tasks": len(tasks),
        "covered": sum(covered[one.number] > 0 for one in tasks),
        "findings": len(findings),
        "asked": asked,
        "answered": answered,
    }
    return render(request, "drafting/draft.html", context)


@page(
    "plan_draft_matrix",
    "plan-drafts/<int:pk>/matrix/",
    title=_("Coverage of tasks"),
    may=may_open_drafts,
    section="drafts",
)
def draft_matrix(request: ActorRequest, pk: int) -> HttpResponse:
    """Every task of the concept with the measures that cover it: none, one or several."""
    found = found_or_refuse(request, pk)
    content = content_of(found)
    wanted = request.GET.get("show", "")
    blocks = [
        (direction, tasks, [one for one in tasks if is_wanted(one, wanted)])
        for direction in content.directions()
        for tasks in [covered_tasks(content, direction)]
    ]
    every = [one for _direction, tasks, _shown in blocks for one in tasks]
    context = {
        **head_of(request, found),
        "blocks": blocks,
        "tasks": len(every),
        "bare": sum(not one.measures for one in every),
        "single": sum(len(one.measures) == 1 for one in every),
        "several": sum(one.several for one in every),
        "loose": [one for one in content.measures if not one.tasks],
        "wanted": wanted,
    }
    return render(request, "drafting/matrix.html", context)


def covered_tasks(content: DraftContent, direction: TaskRow) -> list[CoveredTask]:
    """The tasks of a direction with their measures."""
    return [
        CoveredTask(task, tuple(one for one in content.measures if task.number in one.tasks))
        for task in content.tasks_of(direction.number)
    ]


def is_wanted(one: CoveredTask, wanted: str) -> bool:
    """Whether a task is shown where only some are asked for: "bare", "single" or "several"."""
    kinds = {"bare": not one.measures, "single": len(one.measures) == 1, "several": one.several}
    return kinds.get(wanted, True)


@page(
    "plan_draft_check",
    "plan-drafts/<int:pk>/check/",
    title=_("Check of the draft"),
    may=may_open_drafts,
    section="drafts",
)
def draft_check(request: ActorRequest, pk: int) -> HttpResponse:
    """What is to be clarified in a draft, with the words that it concerns."""
    found = found_or_refuse(request, pk)
    content = content_of(found)
    findings = check(content)
    by_key = {one.key: one for one in content.measures}
    wanted = request.GET.get("severity", "")
    shown = [one for one in findings if wanted in ("", one.severity)]
    context = {
        **head_of(request, found),
        "rows": [(one, by_key.get(one.measure or 0), by_key.get(one.other or 0)) for one in shown],
        "counts": [
            (code, SEVERITIES[code][1], sum(one.severity == code for one in findings))
            for code in SEVERITIES
        ],
        "severities": SEVERITIES,
        "many": len(findings),
    }
    return render(request, "drafting/check.html", context)
