"""The versions of a draft, and two of them side by side."""

import re

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from birlik.base.ui.pages import ActorRequest, now, page
from birlik.domains.drafting.actions import freeze_version
from birlik.domains.drafting.engine.comparing import compare
from birlik.domains.drafting.engine.content import DraftContent
from birlik.domains.drafting.models import PlanDraft
from birlik.domains.drafting.queries import drafts as found_drafts
from birlik.domains.drafting.rules import may_freeze, may_open_drafts
from birlik.domains.drafting.web.forms import VersionForm
from birlik.domains.drafting.web.shown import found_or_refuse, head_of, sent

COLUMN_WORDS = {
    "title": _("Measure"),
    "form": _("Completion form"),
    "deadline": _("Deadline"),
    "executors": _("Executors"),
}
CHANGES = {
    "added": ("ok", _("added")),
    "removed": ("late", _("removed")),
    "changed": ("warn", _("changed")),
}
NUMBER = re.compile(r"\d{1,9}", re.ASCII)
NOW = "now"
"""What stands for the draft as it is, in place of a version's number."""


@page(
    "plan_draft_versions",
    "plan-drafts/<int:pk>/versions/",
    title=_("Versions of the draft"),
    may=may_open_drafts,
    section="drafts",
)
def versions(request: ActorRequest, pk: int) -> HttpResponse:
    """The versions that were kept; one more is kept from here."""
    found = found_or_refuse(request, pk)
    form = VersionForm(sent(request))
    if request.method == "POST" and form.is_valid():
        made = freeze_version(request.actor, found, at=now(), words=form.cleaned_data["words"])
        messages.success(
            request, gettext("The draft is kept as version %(number)s.") % {"number": made.number}
        )
        return redirect("plan_draft_versions", pk=pk)
    kept = list(found_drafts.versions_of(found))
    context = {
        **head_of(request, found),
        "versions": kept,
        "form": form if may_freeze(request.actor, found, now()) else None,
        "before": request.GET.get("before", str(kept[0].number) if kept else ""),
        "after": request.GET.get("after", NOW),
    }
    status = 422 if form.errors else 200
    return render(request, "drafting/versions.html", context, status=status)


def content_named(found: PlanDraft, name: str) -> DraftContent:
    """A version by its number, or the draft as it is. Raises Http404 where there is none."""
    if name == NOW:
        return found_drafts.content_of(found)
    content = found_drafts.version_content(found, int(name)) if NUMBER.fullmatch(name) else None
    if content is None:
        raise Http404
    return content


@page(
    "plan_draft_compare",
    "plan-drafts/<int:pk>/versions/compare/",
    title=_("Versions compared"),
    may=may_open_drafts,
    section="drafts",
)
def compared(request: ActorRequest, pk: int) -> HttpResponse:
    """What changed from one version to another, cell by cell, in Kazakh and in Russian."""
    found = found_or_refuse(request, pk)
    before, after = (request.GET.get(name, NOW) for name in ("before", "after"))
    changes = compare(content_named(found, before), content_named(found, after))
    context = {
        **head_of(request, found),
        "before": before,
        "after": after,
        "changes": changes,
        "kinds": CHANGES,
        "columns": COLUMN_WORDS,
        "counts": [
            (words, sum(one.change == code for one in changes))
            for code, (_tone, words) in CHANGES.items()
        ],
        "versions": list(found_drafts.versions_of(found)),
    }
    return render(request, "drafting/compared.html", context)
