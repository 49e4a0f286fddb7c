"""Recording what a body reports by letter: its points are ticked, the words written for each."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy, ngettext

from birlik.base.letters.models import Letter
from birlik.base.obligations.actions.by_letter import (
    LetterAnswer,
    PointsRefusedError,
    day_that_counts,
    report_by_letter,
)
from birlik.base.obligations.models import Obligation
from birlik.base.obligations.queries import StateColumn, demanded_of
from birlik.base.obligations.queries.by_letter import waiting_for_others
from birlik.base.obligations.rules.by_letter import may_record_report, may_report_by_letter
from birlik.base.ui.pages import ActorRequest, now, page
from birlik.base.ui.templatetags.birlik import words
from birlik.base.values.actor import Actor
from birlik.base.values.clock import day_of
from birlik.base.values.local_text import LocalText
from birlik.base.values.refused import RefusedError
from birlik.base.values.verdict import Verdict
from birlik.domains.execution.engine.naming import period_named
from birlik.domains.execution.engine.wanted import number_in
from birlik.domains.execution.queries.letters import owed_points
from birlik.domains.execution.queries.obligations import title_of
from birlik.domains.execution.web.letters.forms import AnswerForm, ForAllForm
from birlik.domains.execution.web.letters.one import known_letter
from birlik.domains.execution.web.letters.words import named
from birlik.domains.execution.web.plan_words import Pill, look

if TYPE_CHECKING:
    from datetime import datetime

    from django_stubs_ext import WithAnnotations

SHOWN = 60
"""How many points are shown beside the chosen; the others are found by search."""

OPEN = LocalText()
"""What stands against a point where nothing does."""

RECORD = "record"
"""The button that records; every other one only shows the page anew, with all that was typed."""


@dataclass(frozen=True, slots=True)
class Point:
    """A point that a body owes: why it cannot be reported on now ('' where it can), and the form of
    what the letter says of it, where it was chosen."""

    obligation: "WithAnnotations[Obligation, StateColumn]"
    title: LocalText
    period: LocalText
    pill: Pill
    refused: str
    form: AnswerForm | None = None


def may_open_answers(actor: Actor, at: "datetime") -> Verdict:
    """Whoever registers letters records what they report."""
    return may_report_by_letter(actor, None, at)


@page(
    "letter_answers",
    "letters/<int:pk>/answers/",
    title=gettext_lazy("What the letter reports"),
    may=may_open_answers,
    section="letters",
)
def letter_answers(request: ActorRequest, pk: int) -> HttpResponse:
    """The points that the body owes: ticked, written to, and recorded all at once."""
    one = known_letter(pk)
    if one.direction != Letter.Direction.INCOMING:
        raise Http404
    at = now()
    sent = request.POST if request.method == "POST" else None
    asked = request.GET if sent is None else sent
    recording = sent is not None and RECORD in sent
    q = asked.get("q", "").strip()[:200]
    owed = owed_points(one, q=q, chosen=picked(asked), most=SHOWN, on=day_of(at))
    for_all = ForAllForm(sent)
    chosen = chosen_points(owed.chosen, sent, recording=recording, on=day_of(at))
    against: Mapping[int, LocalText] = {}
    if recording and is_whole(for_all, chosen):
        count, against = recorded(request, one, chosen, for_all)
        if count:
            told = ngettext("%(count)d report recorded.", "%(count)d reports recorded.", count)
            messages.success(request, told % {"count": count})
            return redirect("letter", pk=pk)
    context = {
        "one": one,
        "named": named(one),
        "counts_on": day_that_counts(one),
        "q": q,
        "for_all": for_all,
        "chosen": [(point, words(against.get(point.obligation.pk, OPEN))) for point in chosen],
        "others": [point_of(each, request.actor, at) for each in owed.others],
        "left": owed.total - len(owed.others),
    }
    status = 422 if recording else 200
    return render(request, "execution/letters/answers.html", context, status=status)


def is_whole(for_all: ForAllForm, chosen: Sequence[Point]) -> bool:
    """Whether all that was written can be read; every form says what is wrong with it."""
    return all([for_all.is_valid(), *(form_of(point).is_valid() for point in chosen)])


def recorded(
    request: ActorRequest, one: Letter, chosen: Sequence[Point], for_all: ForAllForm
) -> tuple[int, Mapping[int, LocalText]]:
    """How many reports were recorded; 0 with what stands against each point, where it is told of
    one, and the form says the rest."""
    try:
        answers = answers_of(chosen, for_all)
        return report_by_letter(request.actor, one, at=now(), answers=answers), {}
    except PointsRefusedError as refusal:
        for_all.refuse(refusal)
        return 0, refusal.points
    except RefusedError as refusal:
        for_all.refuse(refusal)
        return 0, {}


def picked(asked: QueryDict) -> Collection[int]:
    """The numbers of the points that were ticked."""
    return {number for word in asked.getlist("pick") if (number := number_in(str(word)))}


def chosen_points(
    ticked: "Sequence[WithAnnotations[Obligation, StateColumn]]",
    sent: QueryDict | None,
    *,
    recording: bool,
    on: date,
) -> list[Point]:
    """The ticked points, each with the form of what the letter says of it, as far as it was
    written."""
    waiting = waiting_for_others([one.pk for one in ticked]) if ticked else frozenset[int]()
    found = []
    for one in ticked:
        of_minutes = demanded_of(one, on=on).demand == "protocol"
        given: dict[str, Any] = {"obligation": one, "of_minutes": of_minutes}
        given["waits"] = one.pk in waiting
        begun: dict[str, Any] = {"sent": sent} if recording else {"initial": typed(sent, one.pk)}
        found.append(shown_point(one, form=AnswerForm(**begun, **given)))
    return found


def typed(sent: QueryDict | None, number: int) -> dict[str, str]:
    """What was written for a point before the page was shown anew."""
    head = f"{number}-"
    return {
        name.removeprefix(head): str(value)
        for name, value in (sent or {}).items()
        if name.startswith(head)
    }


def point_of(one: "WithAnnotations[Obligation, StateColumn]", by: Actor, at: "datetime") -> Point:
    """A point that was not ticked, with the reason where it cannot be."""
    reason = may_record_report(by, one, at).reason
    return shown_point(one, refused=words(reason) if reason else "")


def shown_point(
    one: "WithAnnotations[Obligation, StateColumn]",
    *,
    refused: str = "",
    form: AnswerForm | None = None,
) -> Point:
    """A point in the reader's language."""
    shown = look(one.state)
    return Point(
        obligation=one,
        title=title_of(one),
        period=period_named(one.period_first, one.period_last).in_words(),
        pill=Pill(shown.tone, str(shown.name)),
        refused=refused,
        form=form,
    )


def form_of(point: Point) -> AnswerForm:
    """The form of a ticked point."""
    if point.form is None:
        raise ValueError("the point was not ticked")
    return point.form


def answers_of(chosen: Sequence[Point], for_all: ForAllForm) -> list[LetterAnswer]:
    """What the letter says of the ticked points, as entered."""
    kk, ru = for_all.cleaned_data["all_kk"], for_all.cleaned_data["all_ru"]
    return [form_of(point).answer(kk, ru) for point in chosen]
