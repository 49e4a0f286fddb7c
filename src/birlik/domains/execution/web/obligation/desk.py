"""What the page of an obligation tells of resolutions, visas and signatures."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from birlik.base.mandate.words import act_name
from birlik.base.obligations.models import Draft, Obligation, Visa, VisaStep
from birlik.base.obligations.queries.desk import (
    Child,
    children_of,
    kept_digest,
    office_of,
    visas_on,
    works_here,
)
from birlik.base.obligations.rules import (
    line_up,
    may_give_visa,
    may_lay_way,
    may_report,
    may_see_obligation,
    may_submit,
    signs_for,
    turn_of,
    way_of,
)
from birlik.base.registry.models import Office, Structure
from birlik.base.values.actor import Actor
from birlik.base.values.clock import day_of
from birlik.base.values.local_text import LocalText
from birlik.domains.execution.queries.obligation import ObligationSheet
from birlik.domains.execution.queries.obligations import title_of
from birlik.domains.execution.web.obligation.forms import (
    PaperSignedForm,
    SignForm,
    VerbForm,
    VisaForm,
)
from birlik.domains.execution.web.plan_words import Pill, look

DESK_FORMS = frozenset({"visa", "sign", "paper"})
"""The forms of visas and signatures, by name."""


@dataclass(frozen=True, slots=True)
class Above:
    """What stands above an obligation; `open` says whether the reader may open its page."""

    obligation: Obligation
    act: str
    open: bool


@dataclass(frozen=True, slots=True)
class Given:
    """What a resolution gave, as a line of the tree."""

    child: Child
    title: LocalText
    pill: Pill
    late: bool


@dataclass(frozen=True, slots=True)
class Desk:
    """Resolutions and visas of an obligation.

    `line` stands above it, the paper last; `given` below it. `office` is the one to which it was
    given by name. `steps` are the way of the body's reports, `turns` what the offices said, newest
    turn first; `visa` waits for the reader. `draft` is what the reader is asked about.
    """

    line: tuple[Above, ...]
    given: tuple[Given, ...]
    open_given: int
    office: Office | None
    steps: tuple[VisaStep, ...]
    turns: tuple[tuple[Visa, ...], ...]
    runs: bool
    visa: Visa | None
    draft: Draft | None
    signs: VerbForm | None
    on_paper: VerbForm | None
    gives: VerbForm | None
    body: Structure | None

    @property
    def forms(self) -> frozenset[str]:
        """The names of the forms that the reader may use here."""
        named = {"visa": self.gives, "sign": self.signs, "paper": self.on_paper}
        return frozenset(name for name, form in named.items() if form is not None)

    @property
    def round(self) -> bool:
        """Whether there is anything to tell of visas."""
        return bool(self.steps or self.turns or self.on_paper)


def desk_of(
    sheet: ObligationSheet, actor: Actor, at: datetime, entered: Mapping[str, VerbForm]
) -> Desk:
    """All of it, as a reader sees it; forms as they were `entered` where something was wrong."""
    one, on = sheet.obligation, day_of(at)
    given = tuple(given_of(child, on=on) for child in children_of(one, on=on))
    steps = tuple(way_of(one, on=on))
    turn = turn_of(one)
    reports = may_report(actor, one, at)
    awaited = turn.awaited if one.outcome == "" and one.stage != "submitted" else None
    visa = awaited if awaited and may_give_visa(actor, awaited, at) else None
    ready = turn.is_agreed and turn.visas[0].text == kept_digest(one) if turn.visas else False
    alone = len(steps) == 1
    to_sign = (ready or alone) and signs_for(actor, one, on) and may_submit(actor, one, at)
    papers = bool(reports) and can_sign_on_paper(steps, ready=ready, on=on)
    return Desk(
        line=tuple(above_of(one, actor, at)),
        given=given,
        open_given=sum(1 for each in given if each.child.depth == 1 and is_open(each)),
        office=office_of(one),
        steps=steps,
        turns=turns_of(visas_on(one)),
        runs=awaited is not None,
        visa=visa,
        draft=sheet.draft if visa or to_sign else None,
        signs=entered.get("sign", SignForm(of="sign")) if to_sign else None,
        on_paper=entered.get("paper", PaperSignedForm(of="paper")) if papers else None,
        gives=entered.get("visa", VisaForm(of="visa")) if visa else None,
        body=one.debtor if may_lay_way(actor, one.debtor, at) else None,
    )


def can_sign_on_paper(steps: tuple[VisaStep, ...], *, ready: bool, on: date) -> bool:
    """Whether a report can be submitted with a signature on paper: always without a way, else after
    the visas where the office that signs does not work here."""
    if not steps:
        return True
    return (ready or len(steps) == 1) and not works_here(steps[-1].office_id, on=on)


def above_of(obligation: Obligation, actor: Actor, at: datetime) -> "list[Above]":
    """What stands above an obligation, the nearest first."""
    return [
        Above(one, act_name(one.act), bool(may_see_obligation(actor, one, at)))
        for one in line_up(obligation)
    ]


def given_of(child: Child, *, on: date) -> Given:
    """A line of the tree in the reader's language."""
    shown = look(child.obligation.state)
    late = child.obligation.state == "overdue"
    return Given(child, title_of(child.obligation), Pill(shown.tone, str(shown.name)), late)


def is_open(given: Given) -> bool:
    """Whether what was given is still owed."""
    one = given.child.obligation
    return one.outcome == "" and one.recorded


def turns_of(visas: list[Visa]) -> tuple[tuple[Visa, ...], ...]:
    """The visas turn by turn, the newest turn first."""
    numbers = sorted({one.turn for one in visas}, reverse=True)
    return tuple(tuple(one for one in visas if one.turn == number) for number in numbers)
