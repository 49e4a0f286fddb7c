"""The page of one obligation: what is owed, what was reported, what is to be done."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy

from birlik.base.journal.action import Rule
from birlik.base.letters.rules import may_open_letters
from birlik.base.mandate.words import act_name
from birlik.base.obligations.models import Obligation, Submission, Visa
from birlik.base.obligations.queries import StateColumn
from birlik.base.obligations.queries.desk import visas_of, visas_on
from birlik.base.obligations.queries.explanation import why_due
from birlik.base.obligations.refusals import NO_REPORTING, NOT_YOURS_TO_SEE
from birlik.base.obligations.rules import (
    last_submission,
    may_accept_contributions,
    may_ask_extension,
    may_consolidate,
    may_decide_extension,
    may_direct,
    may_release,
    may_release_children,
    may_remark,
    may_report,
    may_review,
    may_see_obligation,
    may_send_round,
    may_take_off,
)
from birlik.base.obligations.web.evidence import evidence_part, pieces_of
from birlik.base.ui.pages import ActorRequest, PageRule, now, page
from birlik.base.ui.templatetags.birlik import words
from birlik.base.values.actor import Actor
from birlik.base.values.clock import day_of
from birlik.base.values.refused import RefusedError, require
from birlik.base.values.verdict import Verdict
from birlik.domains.execution.engine.naming import period_named
from birlik.domains.execution.queries.obligation import (
    ObligationSheet,
    obligation_of,
    obligation_sheet,
)
from birlik.domains.execution.web.measure import deeds_of
from birlik.domains.execution.web.obligation.desk import DESK_FORMS, desk_of
from birlik.domains.execution.web.obligation.forms import (
    AcceptAllForm,
    AcceptForm,
    AskForm,
    ChildrenForm,
    EmptyForm,
    GrantForm,
    RefuseForm,
    ReleaseForm,
    RemarkForm,
    ReportForm,
    ReturnForm,
    TakeOffForm,
    VerbForm,
)
from birlik.domains.execution.web.obligation.words import (
    counter_in_words,
    needs_of,
)
from birlik.domains.execution.web.obligations import reported_late
from birlik.domains.execution.web.plan_words import VOID_REASONS, Pill, look

if TYPE_CHECKING:
    from datetime import datetime

    from django_stubs_ext import WithAnnotations

RULES: dict[str, Rule] = {
    "report": may_report,
    "consolidate": may_consolidate,
    "review": may_review,
    "accept_all": may_accept_contributions,
    "take_off": may_take_off,
    "ask": may_ask_extension,
    "decide": may_decide_extension,
    "release": may_release,
    "remark": may_remark,
    "direct": may_direct,
    "children": may_release_children,
    "round": may_send_round,
}
"""What may be done on the page → the rule of the action that does it."""

FORMS: dict[str, tuple[str, type[VerbForm]]] = {
    "consolidate": ("consolidate", EmptyForm),
    "accept": ("review", AcceptForm),
    "accept_all": ("accept_all", AcceptAllForm),
    "return": ("review", ReturnForm),
    "take_off": ("take_off", TakeOffForm),
    "ask": ("ask", AskForm),
    "grant": ("decide", GrantForm),
    "refuse": ("decide", RefuseForm),
    "release": ("release", ReleaseForm),
    "remark": ("remark", RemarkForm),
    "children": ("children", ChildrenForm),
    "round": ("round", EmptyForm),
}
"""A form of the page → what it does, and its fields."""


@dataclass(frozen=True, slots=True)
class Entered:
    """What was sent to the page and could not be done: the form's name, the obligation it was for,
    and the form with what was typed and what is wrong."""

    name: str
    obligation: int
    form: VerbForm


@dataclass(frozen=True, slots=True)
class Told:
    """A report with its evidence and the visas given for it."""

    report: Submission
    part: dict[str, object]
    visas: tuple[Visa, ...] = ()


@dataclass(frozen=True, slots=True)
class Contribution:
    """What another body contributes: its last report, and the forms to judge it where the reader
    may."""

    obligation: "WithAnnotations[Obligation, StateColumn]"
    pill: Pill
    told: Told | None
    forms: dict[str, VerbForm]


def anywhere(may: Rule) -> PageRule:
    """The rule of a page that does what `may` rules: it asks whether the actor may do so at all."""

    def asked(actor: Actor, at: "datetime") -> Verdict:
        return may(actor, None, at)

    return asked


def visible(request: ActorRequest, pk: int) -> "WithAnnotations[Obligation, StateColumn]":
    """The obligation of a number, for who may see it.

    Raises `RefusedError` with one and the same reason for what the reader may not see and for what
    is not there, so that guessing numbers tells nothing; Http404 only to who sees all there is.
    """
    at = now()
    found = obligation_of(pk, on=day_of(at))
    if found is None:
        raise nothing_here(request)
    require(may_see_obligation(request.actor, found, at))
    return found


def nothing_here(request: ActorRequest) -> Exception:
    """What is raised for a number that nothing bears: Http404 to who sees all there is, to others
    the refusal of what they may not see."""
    return Http404() if request.actor.reaches("plans.read") else RefusedError(NOT_YOURS_TO_SEE)


@page(
    "obligation",
    "obligations/<int:pk>/",
    title=gettext_lazy("Obligation"),
    may=anywhere(may_see_obligation),
    section="obligations",
)
def obligation_page(request: ActorRequest, *, pk: int) -> HttpResponse:
    """What is owed, by whom and when, what was reported, and what the reader may do about it."""
    return show(request, visible(request, pk))


def show(
    request: ActorRequest,
    obligation: "WithAnnotations[Obligation, StateColumn]",
    *,
    entered: Entered | None = None,
    status: int = 200,
    **more: object,
) -> HttpResponse:
    """The page, with what was `entered` and could not be done."""
    at = now()
    sheet = obligation_sheet(obligation, on=day_of(at))
    allowed = {name: may(request.actor, obligation, at) for name, may in RULES.items()}
    report = report_form(sheet, entered)
    visas = visas_on(obligation)
    reports = [told_of(one, visas) for one in sheet.reports]
    shown = look(obligation.state)
    own = {entered.name: entered.form} if entered else {}
    desk = desk_of(sheet, request.actor, at, own)
    contributions = [
        contribution_of(one, request.actor, at, entered) for one in sheet.contributions
    ]
    context = {
        "sheet": sheet,
        "obligation": obligation,
        "act_name": act_name(obligation.act),
        "period": period_named(obligation.period_first, obligation.period_last).in_words(),
        "pill": Pill(shown.tone, str(shown.name)),
        "void_reason": VOID_REASONS.get(obligation.void_reason, ""),
        "why_due": why_due([obligation]).get(obligation.pk, ()),
        "counter": counter_in_words(sheet, drafting=bool(allowed["report"])),
        "late": reported_late(obligation),
        "letters_open": bool(may_open_letters(request.actor, at)),
        "may": {name: bool(verdict) for name, verdict in allowed.items()},
        "why_no_report": reason_of(allowed["report"]),
        "needs": needs_of(sheet, "".join(str(report[name].value() or "") for name in TEXTS)),
        "tried": status != 200,
        "report": report,
        "draft": evidence_part(obligation, actor=request.actor, at=at),
        "reports": reports,
        "waiting": reports[0] if reports and allowed["review"] else None,
        "forms": forms_of(obligation, allowed, entered),
        "contributions": contributions,
        "all_waiting": waiting_of(contributions),
        "any_accepted": any(one.outcome == ACCEPTED for one in sheet.contributions),
        "entered": entered,
        "orphan": orphan_of(obligation, sheet, allowed, entered, desk.forms),
        "deeds": list(deeds_of(sheet.deeds)),
        "desk": desk,
        **more,
    }
    return render(request, "execution/obligation.html", context, status=status)


ACCEPTED = Obligation.Outcome.ACCEPTED
TEXTS = ("text_kk", "text_ru")
"""The fields of a report's words."""


def reason_of(verdict: Verdict) -> str:
    """Why nothing can be reported now, for who reports on the obligation; '' for all others."""
    reason = verdict.reason
    return "" if reason is None or reason is NO_REPORTING else words(reason)


def report_form(sheet: ObligationSheet, entered: Entered | None) -> VerbForm:
    """The report as entered, else as the draft has it, else as it was returned."""
    if entered and entered.name == "report":
        return entered.form
    source = sheet.draft or sheet.last
    initial: dict[str, object] = {"version": sheet.draft.version if sheet.draft else 0}
    if source:
        initial |= {"text_kk": source.text_kk, "text_ru": source.text_ru}
    return ReportForm(of="report", initial=initial)


def forms_of(
    obligation: Obligation, allowed: Mapping[str, Verdict], entered: Entered | None
) -> dict[str, VerbForm]:
    """The forms of what the reader may do; as entered where something was wrong with one."""
    found: dict[str, VerbForm] = {}
    for name, (does, kind) in FORMS.items():
        if allowed[does]:
            found[name] = form_of(name, kind, obligation, entered)
    return found


def form_of(
    name: str, kind: type[VerbForm], obligation: Obligation, entered: Entered | None
) -> VerbForm:
    """A form for an obligation: empty, or as it was entered."""
    if entered and (entered.name, entered.obligation) == (name, obligation.pk):
        return entered.form
    last = last_submission(obligation)
    initial = {"submission": last.pk} if last and "submission" in kind.base_fields else {}
    return kind(of=f"{name}_{obligation.pk}", initial=initial)


def told_of(report: Submission, visas: Iterable[Visa] = ()) -> Told:
    """A report with its evidence, which is at hand already, and those of the `visas` that were
    given for it."""
    pieces = pieces_of(report.evidence.all(), changeable=False)
    part = {"anchor": f"evidence-{report.pk}", "pieces": pieces, "changeable": False}
    return Told(report, dict(part), visas_of(report, visas).visas)


def contribution_of(
    one: "WithAnnotations[Obligation, StateColumn]",
    actor: Actor,
    at: "datetime",
    entered: Entered | None,
) -> Contribution:
    """A contribution as its lead sees it."""
    shown = look(one.state)
    last = last_submission(one)
    waits = one.stage == Obligation.Stage.SUBMITTED
    allowed = {"review": may_review(actor, one, at)} if waits else {}
    return Contribution(
        obligation=one,
        pill=Pill(shown.tone, str(shown.name)),
        told=told_of(last) if last else None,
        forms={
            name: form_of(name, kind, one, entered)
            for name, (does, kind) in FORMS.items()
            if allowed.get(does)
        },
    )


def waiting_of(contributions: Iterable[Contribution]) -> list[int]:
    """The numbers of the reports that the reader may judge."""
    return [one.told.report.pk for one in contributions if one.told and one.forms]


def orphan_of(
    obligation: Obligation,
    sheet: ObligationSheet,
    allowed: Mapping[str, Any],
    entered: Entered | None,
    held: Collection[str],
) -> VerbForm | None:
    """What was entered for something that can no longer be done: it has no place on the page, but
    is not to be lost."""
    if entered is None:
        return None
    if entered.name in DESK_FORMS:
        return None if entered.name in held else entered.form
    does = FORMS[entered.name][0] if entered.name in FORMS else "report"
    if entered.obligation == obligation.pk:
        return None if allowed[does] else entered.form
    waiting = {one.pk for one in sheet.contributions if one.stage == Obligation.Stage.SUBMITTED}
    return None if entered.obligation in waiting else entered.form
