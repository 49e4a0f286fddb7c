"""The commission: votes, its protocol as an act, and the decisions that have its points as their
ground."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from birlik.base.journal.action import action, note
from birlik.base.records.actions import record_paper
from birlik.base.records.models import Act, Provision
from birlik.base.registry.models import Territory
from birlik.base.values.actor import Actor
from birlik.base.values.clock import day_of
from birlik.base.values.local_text import LocalText
from birlik.base.values.refused import RefusedError
from birlik.domains.accreditation import refusals
from birlik.domains.accreditation.actions.certificates import issue, settle_certificate
from birlik.domains.accreditation.actions.steps import StepWords, take_step
from birlik.domains.accreditation.engine.protocol import (
    Decided,
    ProtocolHead,
    commission_name,
    protocol,
)
from birlik.domains.accreditation.engine.standing import hearing_number
from birlik.domains.accreditation.models import Application, Certificate, Step, Vote
from birlik.domains.accreditation.queries.applications import tally_of
from birlik.domains.accreditation.rules.applications import kinds_of, may_decide, may_vote
from birlik.domains.accreditation.rules.norms import whole
from birlik.domains.accreditation.rules.protocols import may_record
from birlik.domains.accreditation.rules.reach import region_of

SYSTEM = Actor.system()


@dataclass(frozen=True, slots=True)
class ProtocolLine:
    """What a commission decided of an application (as the votes say), or of a certificate (`kind`
    says what), with the reasons in Kazakh and Russian; a suspension may have an end."""

    subject: Application | Certificate
    reason: LocalText
    kind: str = ""
    until: date | None = None


@action(
    "application.voted",
    may=may_vote,
    label=LocalText("Өтініш бойынша дауыс берілді", "Отдан голос по заявлению", "Vote cast"),
)
def vote(by: Actor, application: Application, /, *, at: datetime, choice: str) -> Vote:
    """Cast a member's vote on an application; the rule lets only who acts in an appointment."""
    assert by.appointment_id is not None
    return Vote.objects.create(
        application=application,
        hearing=hearing_number(kinds_of(application)),
        member_id=by.appointment_id,
        choice=Vote.Choice(choice),
        cast_at=at,
    )


def outcome_of(application: Application, *, on: date) -> str:
    """What the votes say: "granted" or "refused". Raises `RefusedError` without a quorum."""
    tally = tally_of(application, on=on)
    if not tally.has_quorum(whole("quorum_percent", on)):
        raise RefusedError(refusals.NO_QUORUM)
    return "granted" if tally.is_granted else "refused"


@action(
    "application.decided",
    may=may_decide,
    label=LocalText(
        "Аккредиттеу туралы шешім қабылданды", "Принято решение по заявлению", "Decision taken"
    ),
    withheld=("reason",),
)
def decide(
    by: Actor, application: Application, /, *, at: datetime, provision: Provision, reason: LocalText
) -> Step:
    """Write what the commission decided by a point of its protocol, as the votes say; granted, the
    certificate is issued and the register says so from the day of the protocol.

    Raises `RefusedError` without reasons in both languages, without a quorum, and for a protocol
    that is older than the completeness of the application.
    """
    on = provision.act.adopted_on
    if not (reason.kk.strip() and reason.ru.strip()):
        raise RefusedError(refusals.REASON_NEEDED)
    if on < max(one.on for one in application.steps.all()) or on > day_of(at):
        raise RefusedError(refusals.PROTOCOL_DETAILS)
    kind = outcome_of(application, on=on)
    words = StepWords(reason=reason, provision=provision, on=on)
    made = take_step(by, application, kind, at=at, words=words)
    if kind == "granted":
        issue(by, application, provision, at=at)
    return made


@action(
    "protocol.recorded",
    may=may_record,
    label=LocalText(
        "Комиссияның хаттамасы енгізілді", "Внесен протокол комиссии", "Protocol recorded"
    ),
    withheld=("lines",),
)
def record_protocol(
    by: Actor,
    region: Territory | None,
    /,
    *,
    at: datetime,
    head: ProtocolHead,
    lines: Sequence[ProtocolLine],
    told: str = "",
) -> Act:
    """Keep the protocol of a region's commission (None: of the republic) as an act, and carry out
    every point of it; `told` as for acts. All or nothing.

    Raises `RefusedError` without number, day or lines, for a case of another commission, for a
    protocol that is known, and as `decide` and `settle_certificate` do.
    """
    if not head.number.strip() or head.held_on > day_of(at):
        raise RefusedError(refusals.PROTOCOL_DETAILS)
    if not lines:
        raise RefusedError(refusals.NOTHING_DECIDED)
    if any(region_of(one.subject.structure) != region for one in lines):
        raise RefusedError(refusals.OTHER_COMMISSION)
    said = [
        Decided(
            one.kind or outcome_of(one.subject, on=head.held_on)
            if isinstance(one.subject, Application)
            else one.kind,
            one.subject.structure.name,
            one.reason,
        )
        for one in lines
    ]
    issuer = commission_name(region.name if region else None)
    act = record_paper(SYSTEM, None, at=at, entered=protocol(head, issuer, said), told=told)
    points = {one.number: one for one in act.provisions.select_related("act")}
    for place, line in enumerate(lines, start=1):
        carry_out(by, line, points[str(place)], at=at)
    note(act=act, lines=len(lines))
    return act


def carry_out(by: Actor, line: ProtocolLine, provision: Provision, *, at: datetime) -> None:
    """Do what a point of a protocol says."""
    if isinstance(line.subject, Application):
        decide(by, line.subject, at=at, provision=provision, reason=line.reason)
        return
    settle_certificate(
        by,
        line.subject,
        at=at,
        kind=line.kind,
        provision=provision,
        reason=line.reason,
        until=line.until,
    )
