"""Extending, releasing and taking off control by letter: chosen in the list, looked over, done."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy, ngettext

from birlik.base.obligations.actions.settle_by_letter import (
    most_at_once,
    objections_to,
    settle_by_letter,
)
from birlik.base.obligations.queries import StateColumn
from birlik.base.obligations.queries.by_letter import chosen_obligations
from birlik.base.obligations.rules.by_letter import may_settle_by_letter
from birlik.base.ui.pages import ActorRequest, now, page
from birlik.base.ui.templatetags.birlik import words
from birlik.base.values.actor import Actor
from birlik.base.values.clock import day_of
from birlik.base.values.local_text import LocalText
from birlik.base.values.refused import RefusedError
from birlik.base.values.verdict import Verdict
from birlik.domains.execution.engine.wanted import LIVE, number_in, wanted_of
from birlik.domains.execution.queries.letters import grounds, obligations_numbered
from birlik.domains.execution.queries.obligations import obligation_list, title_of
from birlik.domains.execution.web.letters.forms import SettleForm
from birlik.domains.execution.web.plan_words import Pill, look

if TYPE_CHECKING:
    from datetime import datetime

    from django_stubs_ext import WithAnnotations

    from birlik.base.obligations.models import Obligation

SETTLE = "settle"
"""The button that does it; the other one only shows what would be done."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """An obligation that was chosen, and why it cannot be settled so, '' where it can."""

    obligation: "WithAnnotations[Obligation, StateColumn]"
    title: LocalText
    pill: Pill
    refused: str


def may_open_settling(actor: Actor, at: "datetime") -> Verdict:
    """Whoever reviews obligations settles them by letter."""
    return may_settle_by_letter(actor, None, at)


@page(
    "letter_settle",
    "letters/settle/",
    title=gettext_lazy("Decide by letter"),
    may=may_open_settling,
    section="letters",
)
def letter_settle(request: ActorRequest) -> HttpResponse:
    """What was chosen in the list of obligations, what the letter does to it, what stands against
    that; then all of it at once."""
    at = now()
    most = most_at_once(at)
    sent = request.POST if request.method == "POST" else None
    numbers = chosen_in(sent if sent is not None else request.GET, request.actor, at, most)
    form = SettleForm(sent, letters=grounds(), initial={"letter": request.GET.get("letter")})
    checked = form.is_valid()
    if sent is not None and checked and confirmed(sent, form):
        free = sorted(numbers_in(sent, "free"))
        if count := settled(request, form, free, at):
            told = ngettext(
                "%(count)d obligation settled.", "%(count)d obligations settled.", count
            )
            messages.success(request, told % {"count": count})
            return redirect("letter", pk=form.cleaned_data["letter"].pk)
    against: Mapping[int, LocalText] = {}
    if checked:
        chosen = chosen_obligations(numbers)
        against = objections_to(request.actor, form.settling(), chosen, numbers, at=at)
    known = obligations_numbered(() if len(numbers) > most else numbers, on=day_of(at))
    rows = [chosen_of(one, against) for one in known]
    context = {
        "form": form,
        "checked": form.previewed if checked else "",
        "most": most,
        "too_many": len(numbers) > most,
        "free": [row for row in rows if not row.refused],
        "refused": [row for row in rows if row.refused],
        "letter": request.GET.get("letter", ""),
    }
    status = 422 if form.errors else 200
    return render(request, "execution/letters/settle.html", context, status=status)


def confirmed(sent: QueryDict, form: SettleForm) -> bool:
    """Whether what was looked over is what is asked for now: another verb, letter or day is looked
    over first."""
    return SETTLE in sent and sent.get("previewed") == form.previewed


def numbers_in(asked: QueryDict, name: str) -> set[int]:
    """The numbers that were sent under a name."""
    return {number for word in asked.getlist(name) if (number := number_in(str(word)))}


def chosen_in(asked: QueryDict, by: Actor, at: "datetime", most: int) -> list[int]:
    """The numbers of the obligations that were ticked, or of all that a list's filters find, one
    more than `most` where there are more."""
    if asked.get("all"):
        named = {name: str(value) for name, value in asked.items()}
        found = obligation_list(wanted_of(named, LIVE), by=by, on=day_of(at))
        return list(found.keys[: most + 1].values_list("pk", flat=True))
    return sorted(numbers_in(asked, "pick"))[: most + 1]


def settled(request: ActorRequest, form: SettleForm, numbers: list[int], at: "datetime") -> int:
    """How many obligations were settled; 0 where the form says why none was."""
    try:
        return settle_by_letter(
            request.actor,
            form.cleaned_data["letter"],
            at=at,
            settling=form.settling(),
            obligations=numbers,
        )
    except RefusedError as refusal:
        form.refuse(refusal)
    return 0


def chosen_of(
    one: "WithAnnotations[Obligation, StateColumn]", against: Mapping[int, LocalText]
) -> Chosen:
    """An obligation in the reader's language."""
    shown = look(one.state)
    reason = against.get(one.pk)
    return Chosen(
        obligation=one,
        title=title_of(one),
        pill=Pill(shown.tone, str(shown.name)),
        refused=words(reason) if reason else "",
    )
