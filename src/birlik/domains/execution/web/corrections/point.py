"""One point corrected by hand, or added."""

from dataclasses import replace
from datetime import datetime

from django import forms
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from birlik.base.mandate.words import act_name
from birlik.base.obligations.actions.correction_plan import (
    Correction,
    duties_of,
    first_language,
    schedule_of,
    titles_now,
)
from birlik.base.obligations.models import Duty
from birlik.base.records.engine.by_hand import HandAct, HandPoint, composed_texts
from birlik.base.records.engine.draft import MEASURE_FIELDS, MeasureDraft
from birlik.base.records.models import Act
from birlik.base.records.rules import may_open_import
from birlik.base.ui.language import reader_language
from birlik.base.ui.pages import ActorRequest, now, page
from birlik.base.values.clock import day_of
from birlik.base.values.local_text import LocalText
from birlik.domains.execution.queries.corrections import act_with_points
from birlik.domains.execution.queries.executors import Named, offered
from birlik.domains.execution.web.acts_by_hand.deadline import EXAMPLES, meaning_of
from birlik.domains.execution.web.acts_by_hand.forms import ExecutorLine, PointForm
from birlik.domains.execution.web.acts_by_hand.rows import Line, PointRow, Rows
from birlik.domains.execution.web.corrections.forms import HowForm
from birlik.domains.execution.web.corrections.preview import Wish, apply_wish, preview


class DropForm(forms.Form):
    """Whether the act has the point no more."""

    dropped = forms.BooleanField(label=_("The act has this point no more"), required=False)


def act_found(pk: int) -> Act:
    """The act, or not found."""
    found = act_with_points(pk)
    if found is None:
        raise Http404
    return found


@page(
    "point_add",
    "acts/<int:pk>/points/add/",
    title=_("Add a point to the act"),
    may=may_open_import,
    section="acts",
)
def add_point_page(request: ActorRequest, *, pk: int) -> HttpResponse:
    """A point that the act has, and the reading had not, or that an amendment added."""
    return answer(request, act_found(pk), None)


@page(
    "point_correct",
    "acts/<int:pk>/points/<str:number>/correct/",
    title=_("Correct the point"),
    may=may_open_import,
    section="acts",
)
def correct_point_page(request: ActorRequest, *, pk: int, number: str) -> HttpResponse:
    """A point with its present terms, to be corrected."""
    act = act_found(pk)
    duty = duties_of(act).get(number)
    if duty is None:
        raise Http404
    return answer(request, act, duty)


def answer(request: ActorRequest, act: Act, duty: Duty | None) -> HttpResponse:
    """The form, what it changes, and at last the correction."""
    at, wish = now(), request.POST.get("do", "")
    if request.method != "POST":
        row = row_of(duty) if duty else Rows.empty().rows[0]
        return show(request, act, duty, row, how=HowForm(), at=at)
    judged = wish in {"preview", "keep"}
    rows = Rows.entered(request.POST, judged=judged)
    rows.change(wish)
    if not rows.rows:
        raise Http404
    row = rows.rows[0]
    if not judged:
        how = HowForm(initial={name: request.POST.get(name, "") for name in HowForm.base_fields})
        return show(request, act, duty, row, how=how, at=at)
    how = HowForm(request.POST)
    if not all([how.is_valid(), is_fitting(row, act, duty, request.POST)]):
        return show(request, act, duty, row, how=how, at=at, status=422)
    entered = Wish(act, correction_of(request.POST, act, duty, row, how), request.path)
    return apply_wish(request, entered, at=at) if wish == "keep" else preview(request, entered)


def is_fitting(row: PointRow, act: Act, duty: Duty | None, sent: QueryDict) -> bool:
    """Whether nothing is wrong in the point; a new one must have a number of its own, and of one
    that is dropped nothing is asked."""
    if duty and sent.get("dropped"):
        return True
    fine = row.is_valid()
    number = row.form.cleaned_data.get("number", "")
    own = duty.provision.number if duty else ""
    if duty is None and number in duties_of(act):
        row.form.add_error("number", gettext("Another point has this number."))
        return False
    if duty and number != own.rstrip("."):
        row.form.add_error("number", gettext("A correction keeps the number of the point."))
        return False
    return fine


def correction_of(
    sent: QueryDict, act: Act, duty: Duty | None, row: PointRow, how: HowForm
) -> Correction:
    """What was entered as a correction of the act."""
    names = Named.of(on=act.adopted_on)
    since, ground = how.cleaned_data["since"], how.cleaned_data["ground"]
    point = None if duty and sent.get("dropped") else row.point(names)
    hand = hand_act(act, point)
    language = first_language(act)
    draft = replace(
        composed_texts(hand)[0].draft, language="ru" if language == "ru" else "kk", title=""
    )
    if point is None:
        number = duty.provision.number if duty else ""
        return Correction(replace(draft, measures=()), {}, (number,), since, ground)
    measure = as_it_was(replace(draft.measures[0], start=0, end=0, spans={}), duty)
    return Correction(
        replace(draft, measures=(measure,)), {measure.number: point.title}, (), since, ground
    )


def hand_act(act: Act, point: HandPoint | None) -> HandAct:
    """An act of this one's kind and years that consists of the point."""
    return HandAct(
        kind="",
        kind_name=LocalText(),
        number=act.number,
        adopted_on=act.adopted_on,
        issuer=LocalText(),
        title=LocalText(kk="-") if point is None else LocalText(),
        points=(point,) if point else (),
        in_force_from=act.in_force_from,
        years=(act.first_year, act.last_year),
        open_ended=act.open_ended,
    )


def as_it_was(measure: MeasureDraft, duty: Duty | None) -> MeasureDraft:
    """The measure with what nobody changed as it stands: its number, its direction, and what its
    deadline was read as while the words are the same."""
    if duty is None:
        return measure
    kept = replace(measure, number=duty.provision.number, direction=duty.direction)
    if measure.deadline != " ".join(duty.deadline_words.split()):
        return kept
    doubtful = {"deadline", "schedule"} & set(duty.doubtful)
    certain: dict[str, bool] = {name: name not in doubtful for name in MEASURE_FIELDS}
    return replace(kept, deadline=duty.deadline_words, schedule=schedule_of(duty), certain=certain)


def row_of(duty: Duty) -> PointRow:
    """The row of the form with the present terms of a duty, and an empty line for one more."""
    titles = titles_now(duty.provision.wordings.all())
    shown = {
        "number": duty.provision.number,
        "title_kk": titles.kk,
        "title_ru": titles.ru,
        "completion_form": duty.form_words,
        "deadline": duty.deadline_words,
    }
    row = PointRow(0, PointForm(prefix="p0", initial=shown))
    for key, party in enumerate(duty.parties.all()):
        initial = {"words": party.words, "by_agreement": party.by_agreement}
        row.lines.append(Line(key, ExecutorLine(prefix=f"p0-e{key}", initial=initial)))
    row.add_line()
    return row


def show(
    request: ActorRequest,
    act: Act,
    duty: Duty | None,
    row: PointRow,
    *,
    how: HowForm,
    at: datetime,
    status: int = 200,
) -> HttpResponse:
    """The form of one point."""
    row.meaning = meaning_of(str(row.form["deadline"].value() or ""), hand_act(act, None), at=at)
    context = {
        "act": act,
        "act_name": act_name(act),
        "duty": duty,
        "row": row,
        "how": how,
        "drop": DropForm(initial={"dropped": request.POST.get("dropped", "")}),
        "deadline_url": reverse("deadline_days"),
        "examples": EXAMPLES,
        "offered": offered(reader_language(), on=day_of(at)),
        "wrong": status == 422,
    }
    return render(request, "execution/corrections/point.html", context, status=status)
