"""Votes, the protocol as an act, and what its points decide."""

from datetime import date, timedelta

import pytest

from birlik.base.records.actions.by_hand import KNOWN
from birlik.base.records.models import Act
from birlik.base.registry.models import AccreditedTerm, Appointment, Structure
from birlik.base.registry.queries import actor_in
from birlik.base.values.local_text import LocalText
from birlik.base.values.refused import RefusedError
from birlik.domains.accreditation import refusals
from birlik.domains.accreditation.actions import (
    ProtocolLine,
    answer_appeal,
    appeal,
    complete_application,
    decide,
    record_protocol,
    submit_application,
    vote,
)
from birlik.domains.accreditation.engine.protocol import ProtocolHead
from birlik.domains.accreditation.models import Certificate, Step, Vote
from birlik.domains.accreditation.queries.applications import cases, tally_of
from birlik.domains.accreditation.rules.applications import state_of
from tests.base.registry.world import account_in, seat
from tests.domains.accreditation.test_applications import refused
from tests.domains.accreditation.world import (
    AT,
    REASON,
    SYSTEM,
    TODAY,
    WHY,
    Accrediting,
    accrediting,
    protocol_point,
)

pytestmark = pytest.mark.django_db
HEAD = ProtocolHead("5", TODAY)


@pytest.fixture
def found() -> Accrediting:
    """Associations, commissions and a round."""
    return accrediting()


def test_members_vote_once_and_only_where_it_is_theirs(found: Accrediting) -> None:
    """A member votes in a hearing of the own commission; not twice, not on the own association, not
    before the papers are complete."""
    early = found.submitted()
    refused(refusals.NOT_NOW, vote, found.members[0], early, at=AT, choice="for")
    complete_application(found.secretary, early, at=AT)
    cast = vote(found.members[0], early, at=AT, choice="for")
    assert str(cast) == "for"
    refused(refusals.VOTED, vote, found.members[0], early, at=AT, choice="against")
    refused(refusals.INTERESTED, vote, found.interested, early, at=AT, choice="for")
    for stranger in (found.republican_member, found.secretary, found.coordinator):
        refused(refusals.NO_VOTE, vote, stranger, early, at=AT, choice="for")
    assert Vote.objects.count() == 1
    tally = tally_of(early, on=TODAY)
    assert (tally.votes_for, tally.members) == (1, 3)


def test_nobody_has_two_votes(found: Accrediting) -> None:
    """Neither two seats nor a substitute give a second vote; a member of two seats counts once."""
    made, commission = found.heard(), found.commission
    beside = Structure.objects.create(
        kind="accreditation_commission", name_kk="Б", name_ru="Б", territory=commission.territory
    )
    first, second = found.members[0], found.members[1]
    seats = Appointment.objects.select_related("person__account", "office")
    person = seats.get(pk=first.appointment_id).person
    again = seat(person, beside, "commission_member", since=date(2025, 1, 1))
    absent = seats.get(pk=second.appointment_id)
    other = account_in("researcher", commission)
    stands = Appointment.objects.create(
        person=other.person,
        office=absent.office,
        valid_from=TODAY,
        valid_until=TODAY + timedelta(days=9),
        acting=True,
        stands_for=absent,
        ground="бұйрық",
    )
    vote(first, made, at=AT, choice="for")
    in_both = actor_in(again, person.account, on=TODAY)
    refused(refusals.VOTED, vote, in_both, made, at=AT, choice="for")
    refused(refusals.NO_VOTE, vote, actor_in(stands, other, on=TODAY), made, at=AT, choice="for")
    assert tally_of(made, on=TODAY).members == 3


def test_the_republics_commission_hears_republican_associations(found: Accrediting) -> None:
    """A regional member does not vote on them; each sees the cases of the own commission."""
    made = found.drafted(found.republican)
    submit_application(SYSTEM, made, at=AT)
    complete_application(found.coordinator, made, at=AT)
    regional = found.heard()
    vote(found.republican_member, made, at=AT, choice="for")
    refused(refusals.NO_VOTE, vote, found.members[0], made, at=AT, choice="for")
    assert cases(by=found.republican_member) == [made]
    assert cases(by=found.members[0]) == [regional]
    assert set(cases(by=found.coordinator)) == {made, regional}
    assert cases(by=found.other_secretary) == []


def test_the_protocol_decides_as_the_votes_say(found: Accrediting) -> None:
    """An act with a point for each case; granted, the association and its branch have a term from
    the day of the protocol, with the point as its ground."""
    made = found.voted("for", "for", "against")
    line = ProtocolLine(made, REASON)
    region = found.world.abai.territory
    act = record_protocol(found.secretary, region, at=AT, head=HEAD, lines=[line])
    point = act.provisions.get()
    assert (act.kind, act.number, act.adopted_on) == ("protocol", "5", TODAY)
    assert {one.language for one in act.sources.all()} == {"kk", "ru"}
    assert state_of(made) == "granted"
    certificate = Certificate.objects.get()
    assert (certificate.number, certificate.provision) == ("2026-10-001", point)
    assert str(certificate) == "№ 2026-10-001"
    terms = AccreditedTerm.objects.filter(number="2026-10-001", provision=point)
    assert {one.structure for one in terms} == {found.body, found.branch}
    assert {(one.valid_from.year, one.valid_until.year) for one in terms if one.valid_until} == {
        (2026, 2029)
    }
    assert Step.objects.get(kind="granted").reason == REASON


def test_more_against_than_for_refuses(found: Accrediting) -> None:
    """Without a majority nothing is issued; the refusal says why."""
    made = found.voted("for", "against", "abstained")
    line = ProtocolLine(made, WHY)
    region = found.world.abai.territory
    record_protocol(found.secretary, region, at=AT, head=HEAD, lines=[line])
    assert state_of(made) == "refused"
    assert not Certificate.objects.exists()
    assert not AccreditedTerm.objects.exists()


def test_a_refusal_that_is_appealed_is_heard_anew(found: Accrediting) -> None:
    """Upheld, the members vote again and may grant; dismissed, the case is closed."""
    made = found.voted("against", "against", "against")
    decide(found.secretary, made, at=AT, provision=protocol_point("1"), reason=WHY)
    appeal(found.head, made, at=AT, reason=WHY)
    answer_appeal(found.coordinator, made, at=AT, upheld=True, reason=WHY)
    assert tally_of(made, on=TODAY).cast == 0
    for member in found.members:
        vote(member, made, at=AT, choice="for")
    decide(found.secretary, made, at=AT, provision=protocol_point("2"), reason=REASON)
    assert state_of(made) == "granted"


def test_a_dismissed_appeal_closes_the_case(found: Accrediting) -> None:
    """Nothing follows."""
    made = found.voted("against", "against", "against")
    decide(found.secretary, made, at=AT, provision=protocol_point("1"), reason=WHY)
    appeal(found.head, made, at=AT, reason=WHY)
    answer_appeal(found.coordinator, made, at=AT, upheld=False, reason=WHY)
    assert state_of(made) == "closed"
    refused(refusals.NOT_NOW, appeal, found.head, made, at=AT, reason=WHY)


def test_what_stands_against_a_decision(found: Accrediting) -> None:
    """No quorum, no reasons in both languages, a protocol older than the hearing, another region's
    secretary: each is refused, and nothing is decided."""
    made = found.voted("for")
    point = protocol_point()
    given = {"at": AT, "provision": point, "reason": REASON}
    refused(refusals.NO_QUORUM, decide, found.secretary, made, **given)
    vote(found.members[1], made, at=AT, choice="for")
    refused(refusals.NO_QUORUM, decide, found.secretary, made, **given)
    vote(found.members[2], made, at=AT, choice="for")
    one_language = {**given, "reason": LocalText("бір тілде")}
    refused(refusals.REASON_NEEDED, decide, found.secretary, made, **one_language)
    old = {**given, "provision": protocol_point("0", TODAY - timedelta(days=1))}
    refused(refusals.PROTOCOL_DETAILS, decide, found.secretary, made, **old)
    to_come = {**given, "provision": protocol_point("9", TODAY + timedelta(days=1))}
    refused(refusals.PROTOCOL_DETAILS, decide, found.secretary, made, **to_come)
    for actor in (found.other_secretary, found.members[0]):
        refused(refusals.NO_CHECKING, decide, actor, made, **given)
    assert state_of(made) == "hearing"
    decide(found.secretary, made, **given)
    refused(refusals.NOT_NOW, decide, found.secretary, made, **given)


def test_what_stands_against_a_protocol(found: Accrediting) -> None:
    """All or nothing: a fault leaves neither the act nor a decision."""
    made = found.voted("for", "for", "for")
    region, lines = found.world.abai.territory, [ProtocolLine(made, REASON)]
    keep = {"at": AT, "head": HEAD, "lines": lines}
    blank = {**keep, "head": ProtocolHead(" ", TODAY)}
    late = {**keep, "head": ProtocolHead("5", TODAY + timedelta(days=1))}
    for wrong in (blank, late):
        refused(refusals.PROTOCOL_DETAILS, record_protocol, found.secretary, region, **wrong)
    empty = {**keep, "lines": []}
    refused(refusals.NOTHING_DECIDED, record_protocol, found.secretary, region, **empty)
    refused(refusals.OTHER_COMMISSION, record_protocol, found.coordinator, None, **keep)
    refused(refusals.NO_CHECKING, record_protocol, found.secretary, None, **keep)
    refused(refusals.NO_CHECKING, record_protocol, found.other_secretary, region, **keep)
    reasonless = {**keep, "lines": [ProtocolLine(made, LocalText("бір"))]}
    refused(refusals.REASON_NEEDED, record_protocol, found.secretary, region, **reasonless)
    assert not Act.objects.filter(kind="protocol").exists()
    record_protocol(found.secretary, region, **keep)
    foreign = found.drafted(found.foreign)
    submit_application(SYSTEM, foreign, at=AT)
    with pytest.raises(RefusedError):
        record_protocol(found.secretary, region, **{**keep, "lines": [ProtocolLine(foreign, WHY)]})


def test_a_protocol_is_recorded_once(found: Accrediting) -> None:
    """The number and day of a commission's protocol are taken once."""
    first, second = found.voted("for", "for", "for"), found.drafted(found.branch)
    submit_application(SYSTEM, second, at=AT)
    complete_application(found.secretary, second, at=AT)
    for member in found.members:
        vote(member, second, at=AT, choice="for")
    keep = {"at": AT, "head": HEAD}
    region = found.world.abai.territory
    record_protocol(found.secretary, region, lines=[ProtocolLine(first, REASON)], **keep)
    again = [ProtocolLine(second, REASON)]
    refused(KNOWN, record_protocol, found.secretary, region, lines=again, **keep)
    assert state_of(second) == "hearing"
