"""The steps by which a reorganisation is entered: what, who, which measures and seats, and a look
at everything that will change before it is kept. Works without scripts; nothing typed is lost."""

from datetime import datetime

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from birlik.base.mandate.words import act_name
from birlik.base.obligations.actions.reorganise import foresee_reorganisation, reorganise
from birlik.base.registry.actions.reorganise import NewBody, objection
from birlik.base.registry.rules import may_open_reorganising
from birlik.base.ui.language import reader_language
from birlik.base.ui.pages import ActorRequest, now, page
from birlik.base.values.clock import day_of
from birlik.base.values.refused import RefusedError
from birlik.domains.execution.web.reorganisation.forms import named
from birlik.domains.execution.web.reorganisation.sheet import Sheet
from birlik.domains.execution.web.reorganisation.words import ENDS, KINDS, Kind

STEPS = ("head", "bodies", "measures", "offices", "preview")
NAMES = {
    "head": _("What happens"),
    "bodies": _("Bodies"),
    "measures": _("Measures"),
    "offices": _("Seats"),
    "preview": _("What will change"),
}


@page(
    "reorganisation_new",
    "reorganisations/new/",
    title=_("New reorganisation"),
    may=may_open_reorganising,
    section="reorganisations",
)
def new_page(request: ActorRequest) -> HttpResponse:
    """One step, checked before the next is shown; at last the reorganisation itself."""
    at = now()
    if request.method != "POST":
        return show(request, begun(request.GET, at=at), "head", at=at)
    step, wish = request.POST.get("step", ""), request.POST.get("do", "")
    step = step if step in STEPS else "head"
    sheet = Sheet.of(request.POST, today=day_of(at), judged=True)
    if not sheet.head.is_valid():
        return show(
            request, sheet, "head", at=at, wrong=gettext("Please correct the errors below.")
        )
    if wish == "back":
        return show(request, sheet, neighbour(step, sheet, -1), at=at)
    if wish in {"add-old", "add-heir"}:
        sheet.add(wish.removeprefix("add-"))
        return show(request, sheet, "bodies", at=at)
    if step != "head" and (reason := objection(sheet.plan())):
        return show(request, sheet, "bodies", at=at, wrong=reason.get(reader_language()))
    if wish == "keep" and step == "preview":
        return keep(request, sheet, at=at)
    return show(request, sheet, neighbour(step, sheet, 1), at=at)


def begun(sent: QueryDict, *, at: datetime) -> Sheet:
    """A sheet to begin with; a link may name the kind and the body."""
    return Sheet.of(sent, today=day_of(at), judged=False)


def neighbour(step: str, sheet: Sheet, way: int) -> str:
    """The next step (way 1) or the one before (-1); steps in which there is nothing to choose are
    passed over."""
    place = STEPS.index(step) + way
    while 0 < place < len(STEPS) - 1 and is_idle(STEPS[place], sheet):
        place += way
    return STEPS[min(max(place, 0), len(STEPS) - 1)]


def is_idle(step: str, sheet: Sheet) -> bool:
    """Whether there is nothing to choose in a step."""
    if step == "measures":
        return not sheet.measures
    return step == "offices" and not sheet.seats


def show(
    request: ActorRequest, sheet: Sheet, step: str, *, at: datetime, wrong: str = ""
) -> HttpResponse:
    """A step with what stands in it, and what is `wrong`."""
    context = {
        "sheet": sheet,
        "step": step,
        "steps": list(NAMES.items()),
        "carried": list(sheet.carried(step)),
        "kinds": KINDS,
        "wrong": wrong,
        **contents(request, sheet, step, at=at),
    }
    template = f"execution/reorganisation/{step}.html"
    return render(request, template, context, status=422 if wrong else 200)


def contents(request: ActorRequest, sheet: Sheet, step: str, *, at: datetime) -> dict[str, object]:
    """What only one step shows."""
    if step == "bodies":
        bodies = named(sheet.offered.bodies, reader_language())
        several = sheet.kind == Kind.MERGE
        return {
            "bodies": bodies,
            "several_olds": several,
            "several_heirs": sheet.kind == Kind.SPLIT,
        }
    if step == "measures":
        default = "" if sheet.kind == Kind.SEPARATE else "0"
        measures = [
            (
                one,
                act_name(one.chosen.duty.provision.act),
                sheet.chosen("m", default, one.chosen.duty.pk),
            )
            for one in sheet.measures
        ]
        return {"rows": measures, "heirs": sheet.heir_names(), "ends": sheet.kind in ENDS}
    if step == "offices":
        default = "0" if sheet.kind in ENDS else ""
        rows = [
            (one, vars(one)["holding"], sheet.chosen("o", default, one.pk)) for one in sheet.seats
        ]
        return {"rows": rows, "heirs": sheet.heir_names(), "ends": sheet.kind in ENDS}
    return foreseen(request, sheet, at=at) if step == "preview" else {}


def foreseen(request: ActorRequest, sheet: Sheet, *, at: datetime) -> dict[str, object]:
    """Everything that will change."""
    plan = sheet.plan()
    known = dict(sheet.offered.bodies)
    return {
        "plan": plan,
        "kind": KINDS[plan.kind],
        "olds": [known[one] for one in plan.predecessors if one in known],
        "heirs": [
            (one.name, True) if isinstance(one, NewBody) else (known[one], False)
            for one in plan.successors
        ],
        "found": foresee_reorganisation(request.actor, plan, at=at),
        "ahead": plan.on > day_of(at),
        "ends": plan.kind in ENDS,
        "abolishes": plan.kind == Kind.ABOLISH,
        "separates": plan.kind == Kind.SEPARATE,
    }


def keep(request: ActorRequest, sheet: Sheet, *, at: datetime) -> HttpResponse:
    """Carry the reorganisation out, and show it."""
    try:
        made = reorganise(request.actor, None, at=at, plan=sheet.plan())
    except RefusedError as refusal:
        wrong = refusal.reason.get(reader_language())
        return show(request, sheet, "bodies", at=at, wrong=wrong)
    messages.success(request, gettext("The reorganisation is recorded."))
    return redirect("reorganisation", pk=made.pk)
