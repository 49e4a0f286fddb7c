"""The page on which an act is entered, and the one that shows what it makes before it is kept."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from birlik.base.obligations.actions import enter_act
from birlik.base.obligations.actions.foresight import foresee_act
from birlik.base.records.actions import store_document
from birlik.base.records.engine.by_hand import HandAct, composed_texts
from birlik.base.records.engine.content import Examined
from birlik.base.records.queries.acts import kinds_of_act
from birlik.base.records.queries.readings import act_read_before, document_of
from birlik.base.records.rules import may_open_import
from birlik.base.ui.language import reader_language
from birlik.base.ui.pages import ActorRequest, now, page
from birlik.base.values.clock import day_of
from birlik.base.values.local_text import LocalText
from birlik.base.values.refused import RefusedError
from birlik.domains.execution.queries.executors import Named, offered
from birlik.domains.execution.web.acts_by_hand.deadline import EXAMPLES, head_typed, meaning_of
from birlik.domains.execution.web.acts_by_hand.forms import ActForm
from birlik.domains.execution.web.acts_by_hand.rows import Rows
from birlik.domains.execution.web.acts_by_hand.shown import shown_points, totals_of

NOT_CARRIED = frozenset({"do", "csrfmiddlewaretoken", "digest"})


@dataclass(slots=True)
class Sheet:
    """The form as it stands: the head, the points, and the paper that was brought with it."""

    head: ActForm
    rows: Rows
    digest: str = ""

    def is_valid(self, kinds: dict[str, LocalText]) -> bool:
        """Whether nothing is wrong; says everything that is, also what only the whole shows."""
        fine = [self.head.is_valid(), *(one.is_valid() for one in self.rows.rows)]
        numbers: set[str] = set()
        for row in self.rows.rows:
            number = row.form.cleaned_data.get("number", "")
            if number in numbers:
                row.form.add_error("number", gettext("Another point has this number."))
                fine.append(False)
            numbers.add(number)
        if not self.rows.rows:
            self.head.add_error(None, gettext("Add a point: an act without one makes nobody owe."))
            fine.append(False)
        return all(fine) and self.is_new(kinds)

    def is_new(self, kinds: dict[str, LocalText]) -> bool:
        """Whether no such act is here yet."""
        known = act_read_before(composed_texts(self.entered(kinds))[0].draft)
        if known:
            self.head.add_error(
                "number", gettext("This act is already here: %(act)s.") % {"act": known}
            )
        return known is None

    def entered(self, kinds: dict[str, LocalText]) -> HandAct:
        """The act as entered; only for a valid head and valid rows."""
        clean = self.head.cleaned_data
        names = Named.of(on=clean["adopted_on"])
        return HandAct(
            kind=clean["kind"],
            kind_name=kinds.get(clean["kind"], LocalText()),
            number=clean["number"],
            adopted_on=clean["adopted_on"],
            issuer=names.issuer(clean["issuer"]),
            title=LocalText(clean["title_kk"], clean["title_ru"]),
            points=tuple(one.point(names) for one in self.rows.rows),
            in_force_from=clean["in_force_from"],
            years=self.head.years(),
            open_ended=clean["open_ended"],
        )


@page(
    "act_by_hand", "acts/new/", title=_("Enter an act by hand"), may=may_open_import, section="acts"
)
def new_act_page(request: ActorRequest) -> HttpResponse:
    """The form; with points added or taken away; what it makes; and at last the act."""
    at = now()
    kinds = kinds_of_act(on=day_of(at))
    wish = request.POST.get("do", "")
    if request.method != "POST":
        return show(request, Sheet(head_form(kinds), Rows.empty()), at=at)
    if wish not in {"preview", "keep"}:
        sheet = sheet_of(request, kinds, judged=False)
        sheet.rows.change(wish)
        return show(request, sheet, at=at)
    sheet = sheet_of(request, kinds, judged=True)
    if not sheet.is_valid(kinds):
        return show(request, sheet, at=at, status=422)
    if wish == "keep":
        return keep(request, sheet, kinds, at=at)
    sheet.digest = kept_paper(request, sheet, at=at)
    return preview(request, sheet, kinds, at=at)


def head_form(
    kinds: dict[str, LocalText], sent: QueryDict | None = None, files: Any = None
) -> ActForm:
    """The head, empty or bound to what was sent."""
    named = [(code, name.get(reader_language())) for code, name in kinds.items()]
    return ActForm(sent, files, kinds=named)


def sheet_of(request: ActorRequest, kinds: dict[str, LocalText], *, judged: bool) -> Sheet:
    """The form as it was sent."""
    sent = request.POST
    head = head_form(kinds, sent, request.FILES) if judged else head_form(kinds)
    if not judged:
        head.initial = {name: sent.get(name, "") for name in head.fields}
    return Sheet(head, Rows.entered(sent, judged=judged), sent.get("digest", ""))


def kept_paper(request: ActorRequest, sheet: Sheet, *, at: datetime) -> str:
    """The digest of the paper: of the one brought now, else of the one brought before."""
    file: Examined | None = sheet.head.cleaned_data["paper"]
    if file is None:
        return sheet.digest
    document = store_document(
        request.actor,
        None,
        at=at,
        name=file.title,
        media_type=file.media_type,
        content=file.content,
    )
    return document.digest


def show(request: ActorRequest, sheet: Sheet, *, at: datetime, status: int = 200) -> HttpResponse:
    """The form with what stands in it."""
    head = head_typed(request.POST.dict(), at=at)
    for row in sheet.rows.rows:
        row.meaning = meaning_of(str(row.form["deadline"].value() or ""), head, at=at)
    context = {
        "form": sheet.head,
        "rows": sheet.rows.rows,
        "digest": sheet.digest,
        "deadline_url": reverse("deadline_days"),
        "examples": EXAMPLES,
        "offered": offered(reader_language(), on=day_of(at)),
        "wrong": status == 422,
    }
    return render(request, "execution/by_hand/form.html", context, status=status)


def preview(
    request: ActorRequest, sheet: Sheet, kinds: dict[str, LocalText], *, at: datetime
) -> HttpResponse:
    """What the act would make: its duties, who leads and contributes, the days."""
    entered = sheet.entered(kinds)
    since = sheet.head.cleaned_data["controlled_from"]
    act, foreseen = foresee_act(entered, at=at, controlled_from=since)
    context = {
        "entered": entered,
        "act": act,
        "kind": kinds[entered.kind],
        "points": list(shown_points(act, foreseen)),
        "totals": totals_of(act, foreseen),
        "carried": carried(request.POST),
        "digest": sheet.digest,
    }
    return render(request, "execution/by_hand/preview.html", context)


def carried(sent: QueryDict) -> list[tuple[str, str]]:
    """Every field that was sent, so that the next step has the same."""
    return [
        (name, value)
        for name, values in sent.lists()
        if name not in NOT_CARRIED
        for value in values
    ]


def keep(
    request: ActorRequest, sheet: Sheet, kinds: dict[str, LocalText], *, at: datetime
) -> HttpResponse:
    """Keep the act with its duties; go to its plan."""
    try:
        act = enter_act(
            request.actor,
            None,
            at=at,
            entered=sheet.entered(kinds),
            controlled_from=sheet.head.cleaned_data["controlled_from"],
            paper=document_of(sheet.digest),
        )
    except RefusedError as refusal:
        sheet.head.add_error(None, refusal.reason.get(reader_language()))
        return show(request, sheet, at=at, status=422)
    messages.success(request, gettext("The act is under control."))
    return redirect("plan", pk=act.pk)
