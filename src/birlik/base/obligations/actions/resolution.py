"""A head's resolution: what a body owes, given to others by an act of some lines."""

from collections.abc import Collection, Sequence
from datetime import datetime

from birlik.base.charter.models import Catalogue
from birlik.base.charter.queries import item
from birlik.base.journal.action import action, announce, note
from birlik.base.obligations.actions.enter_act import enter_act
from birlik.base.obligations.actions.release import release_obligation
from birlik.base.obligations.engine.directing import (
    KIND,
    Paper,
    ResolutionLine,
    hand_act,
    next_number,
)
from birlik.base.obligations.facts import ResolutionWritten
from birlik.base.obligations.models import Assignment, Duty, Obligation, Resolution
from birlik.base.obligations.queries import titles_for
from birlik.base.obligations.queries.desk import executors_for, offices_in, resolutions_on
from birlik.base.obligations.refusals import GROUND_NEEDED, desk
from birlik.base.obligations.rules import may_direct, may_release_children, open_children
from birlik.base.records.models import Act
from birlik.base.values.actor import Actor
from birlik.base.values.clock import day_of
from birlik.base.values.local_text import LocalText
from birlik.base.values.refused import RefusedError

SYSTEM = Actor.system()


@action(
    "resolution.written",
    may=may_direct,
    label=LocalText("Қарар жазылды", "Написана резолюция", "Resolution written"),
    digested=("lines",),
)
def write_resolution(
    by: Actor,
    obligation: Obligation,
    /,
    *,
    at: datetime,
    lines: Sequence[ResolutionLine],
    beyond: bool = False,
    known: int | None = None,
) -> Resolution:
    """Give what a body owes to others: an act of its own, put under control by the installation,
    whose lines make the executors owe.

    `beyond` says that a term later than the due date of the obligation is meant, `known` how many
    resolutions on it the head has seen. Raises `RefusedError` for lines without words, executor or
    term, for a term that cannot be understood or has passed, for a later one that is not meant, and
    when there is a resolution that the head has not seen: one that was sent twice is written once.
    """
    if known is not None and resolutions_on(obligation) > known:
        raise RefusedError(desk.WRITTEN_MEANWHILE)
    bodies = {one.pk: one for one in executors_for(obligation.debtor, on=day_of(at))}
    refuse_unfit(lines, bodies)
    paper = paper_of(obligation, at=at)
    names = {number: one.short for number, one in bodies.items()}
    entered = hand_act(paper, lines, names, obligation.due_on.year)
    act = enter_act(SYSTEM, None, at=at, entered=entered, told=obligation.act.told)
    duties = list(Duty.objects.filter(provision__act=act).order_by("provision__position"))
    refuse_terms(act, duties, obligation, beyond=beyond)
    begin_at_once(act)
    made = Resolution.objects.create(
        act=act,
        obligation=obligation,
        number=int(paper.number.rpartition("р")[2]),
        at=at,
        by_id=by.appointment_id,
    )
    Assignment.objects.bulk_create(
        Assignment(duty=duty, office_id=line.office)
        for duty, line in zip(duties, lines, strict=True)
        if line.office is not None
    )
    note(act=act, beyond=beyond)
    announce(ResolutionWritten(obligation.pk, made.pk))
    return made


def refuse_unfit(lines: Sequence[ResolutionLine], bodies: Collection[int]) -> None:
    """Raise `RefusedError` for lines that say too little, or name whom the head cannot direct."""
    offices = {one.pk: one.structure_id for one in offices_in({line.executor for line in lines})}
    objections = (
        (not lines, desk.NO_LINES),
        (any(line.executor not in bodies for line in lines), desk.FOREIGN_EXECUTOR),
        (any(not (line.text.kk or line.text.ru).strip() for line in lines), desk.EMPTY_LINE),
        (any(not line.deadline for line in lines), desk.TERM_NEEDED),
        (
            any(line.office and offices.get(line.office) != line.executor for line in lines),
            desk.OFFICE_ELSEWHERE,
        ),
    )
    for holds, reason in objections:
        if holds:
            raise RefusedError(reason)


def paper_of(obligation: Obligation, *, at: datetime) -> Paper:
    """The head of the next resolution on an obligation; numbered after the point it is written
    on."""
    on, provision = day_of(at), obligation.duty.provision
    stem = f"{obligation.act.number}/{provision.number}-р"
    known = Act.objects.filter(kind=KIND, number__startswith=stem)
    kind = item(Catalogue.ACT_KIND, KIND, on=on)
    return Paper(
        number=f"{stem}{next_number(stem, list(known.values_list('number', flat=True)))}",
        on=on,
        issuer=obligation.debtor.name,
        kind_name=kind.name if kind else LocalText("Қарар", "Резолюция", "Resolution"),
        title=titles_for([provision.pk]).get(provision.pk, LocalText()),
    )


def refuse_terms(act: Act, duties: Sequence[Duty], parent: Obligation, *, beyond: bool) -> None:
    """Raise `RefusedError` when a line makes nobody owe anything, or something later than the
    obligation itself unless that is meant."""
    owed = list(Obligation.objects.filter(act=act, outcome=""))
    if {one.duty_id for one in owed} != {one.pk for one in duties}:
        raise RefusedError(desk.TERM_UNREAD)
    if not beyond and any(one.due_on > parent.due_on for one in owed):
        raise RefusedError(desk.LATER_THAN_PARENT)


def begin_at_once(act: Act) -> None:
    """Let what is owed once be reported on from the day of the resolution, also where its due date
    lies in a later year."""
    once = Obligation.objects.filter(act=act, period_first__gt=act.adopted_on)
    once.filter(duty__schedule__per="once").update(period_first=act.adopted_on)


@action(
    "children.released",
    may=may_release_children,
    label=LocalText(
        "Қарар бойынша тапсырмалардан босатылды",
        "Освобождение от поручений по резолюции",
        "Released from what resolutions gave",
    ),
    withheld=("reason",),
)
def release_children(by: Actor, obligation: Obligation, /, *, at: datetime, reason: str) -> int:
    """Release everybody from what resolutions on an obligation gave and is still owed; return how
    many they were.

    The ground is that of the release of the obligation itself where it has one, else its point.
    Raises `RefusedError` without a reason.
    """
    if not reason.strip():
        raise RefusedError(GROUND_NEEDED)
    release = getattr(obligation, "release", None)
    ground = (release.ground if release else None) or obligation.duty.provision
    released = list(open_children(obligation))
    for one in released:
        release_obligation(by, one, at=at, ground=ground, reason=reason)
    note(released=len(released))
    return len(released)
