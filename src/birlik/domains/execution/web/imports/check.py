"""The wizard's second step: a person checks what was read."""

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _

from birlik.base.records.engine.amendment import doubtful_count, doubtful_fields
from birlik.base.records.engine.draft import ActDraft
from birlik.base.records.engine.loss import describe_loss
from birlik.base.records.models import ActReading
from birlik.base.records.queries.acts import kinds_of_act
from birlik.base.records.queries.readings import (
    act_in_one_language,
    act_read_before,
    draft_of,
    reading,
    sources_of_files,
)
from birlik.base.records.rules import may_open_import
from birlik.base.records.web.labels import SEVERITIES
from birlik.base.ui.pages import ActorRequest, now, page
from birlik.base.values.clock import day_of
from birlik.domains.execution.web.imports.forms import ConfirmForm
from birlik.domains.execution.web.imports.shown import findings_shown, measures_shown
from birlik.domains.execution.web.imports.upload import UNFINISHED, progress_context

ROWS = 25


@page(
    "reading",
    "imports/<int:pk>/",
    title=_("Reading of the act"),
    may=may_open_import,
    section="acts",
)
def reading_page(request: ActorRequest, *, pk: int) -> HttpResponse:
    """A reading where it stands: its progress, its failure, its check, or the act it became."""
    found = reading(pk)
    if found is None:
        raise Http404
    if found.state in UNFINISHED:
        return render(request, "execution/imports/progress.html", progress_context(found))
    if found.state == ActReading.State.FAILED:
        return render(request, "execution/imports/failed.html", {"reading": found})
    if found.act_id:
        return redirect("act", pk=found.act_id)
    return check(request, found)


def check(
    request: ActorRequest, found: ActReading, form: ConfirmForm | None = None
) -> HttpResponse:
    """The check screen; `form` is a confirmation that was not accepted."""
    draft = draft_of(found)
    doubts = doubtful_count(draft)
    asked = request.GET
    rows = measures_shown(
        draft,
        found.text,
        only_doubtful=asked.get("doubtful") == "1",
        search=asked.get("q", ""),
    )
    context = {
        "reading": found,
        "draft": draft,
        "doubts": doubts,
        "doubtful_rows": sum(bool(doubtful_fields(one)) for one in draft.measures),
        "leaf": Paginator(rows, ROWS).get_page(asked.get("page")),
        "groups": findings_shown(found, sources_of_files(files_named(found))),
        "severities": SEVERITIES,
        "lost": [describe_loss(loss) for loss in draft.lost],
        "years": sorted({one.year for row in draft.indicators for one in row.values}),
        "form": form or ConfirmForm(adopted_on=draft.adopted_on, doubtful=doubts),
        **head_context(draft),
    }
    status = 422 if form and form.errors else 200
    return render(request, "execution/imports/check.html", context, status=status)


def files_named(found: ActReading) -> set[str]:
    """The digests of the files whose words the findings of a reading concern."""
    return {place["file"] for one in found.findings for place in one["places"]}


def head_context(draft: ActDraft) -> dict[str, Any]:
    """The act's head, and the act that is already kept under it."""
    return {
        "kind": kinds_of_act(on=draft.adopted_on or day_of(now())).get(draft.kind),
        "head_doubts": [
            name
            for name in ("kind", "number", "adopted_on", "issuer", "title")
            if not draft.certain.get(name, False)
        ],
        "known": act_read_before(draft),
        "second_text": act_in_one_language(draft) is not None,
    }
