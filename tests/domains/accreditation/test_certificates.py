"""Certificates: what is decided of them, appeals, renewal, earlier rounds."""

from datetime import date, timedelta

import pytest

from birlik.base.registry.models import AccreditedTerm
from birlik.base.registry.refusals.accrediting import OUTSIDE_TERM
from birlik.base.values.actor import Actor
from birlik.base.values.local_text import LocalText
from birlik.domains.accreditation import refusals
from birlik.domains.accreditation.actions import (
    ProtocolLine,
    answer_withdrawal,
    appeal_withdrawal,
    begin_application,
    decide,
    load_earlier,
    open_round,
    record_protocol,
    settle_certificate,
)
from birlik.domains.accreditation.actions.certificates import first_day
from birlik.domains.accreditation.engine.earlier import EarlierRow
from birlik.domains.accreditation.engine.protocol import ProtocolHead
from birlik.domains.accreditation.models import Certificate, Round, Step
from birlik.domains.accreditation.queries.certificates import (
    certificate_known,
    certificate_of_code,
    certificates,
    ending,
)
from birlik.domains.accreditation.queries.earlier import register_of
from birlik.domains.accreditation.rules.certificates import shown_state
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
NEXT = TODAY + timedelta(days=10)
THEN = AT + timedelta(days=10)


@pytest.fixture
def found() -> Accrediting:
    """Associations, commissions and a round."""
    return accrediting()


def issued(found: Accrediting) -> Certificate:
    """The certificate of the association of Abai, from today on."""
    made = found.voted("for", "for", "for")
    decide(found.secretary, made, at=AT, provision=protocol_point(), reason=REASON)
    return Certificate.objects.get()


def settled(
    found: Accrediting, one: Certificate, kind: str, on: date, until: date | None = None
) -> Step:
    """What was decided of a certificate on a day."""
    point = protocol_point(f"{kind}{on}", on, kind)
    return settle_certificate(
        found.secretary,
        one,
        at=THEN + timedelta(days=100),
        kind=kind,
        provision=point,
        reason=REASON,
        until=until,
    )


def fresh(one: Certificate) -> Certificate:
    """A certificate as it is kept."""
    known = certificate_known(one.pk)
    assert known is not None
    return known


def test_a_suspension_stands_in_the_register_until_it_is_lifted(found: Accrediting) -> None:
    """Suspended and resumed, of the association and its branch alike."""
    one = issued(found)
    settled(found, one, "suspended", NEXT)
    assert shown_state(fresh(one), on=NEXT) == "suspended"
    lasting = AccreditedTerm.objects.filter(kind="suspended")
    assert {(row.structure, row.valid_from, row.valid_until) for row in lasting} == {
        (found.body, NEXT, None),
        (found.branch, NEXT, None),
    }
    settled(found, one, "resumed", NEXT + timedelta(days=5))
    assert {row.valid_until for row in AccreditedTerm.objects.filter(kind="suspended")} == {
        NEXT + timedelta(days=5)
    }
    assert shown_state(fresh(one), on=NEXT + timedelta(days=5)) == "valid"


def test_a_suspension_may_have_an_end(found: Accrediting) -> None:
    """It is over on the day that was set, without a further decision."""
    one = issued(found)
    settled(found, one, "suspended", NEXT, until=NEXT + timedelta(days=7))
    assert shown_state(fresh(one), on=NEXT + timedelta(days=7)) == "valid"
    assert set(AccreditedTerm.objects.filter(kind="suspended").values_list("valid_until")) == {
        (NEXT + timedelta(days=7),)
    }


def test_withdrawn_appealed_and_restored(found: Accrediting) -> None:
    """The register's term ends with the withdrawal and lasts to its end again once restored."""
    one = issued(found)
    settled(found, one, "suspended", NEXT)
    settled(found, one, "withdrawn", NEXT + timedelta(days=1))
    granted = AccreditedTerm.objects.filter(kind="accredited")
    assert {row.valid_until for row in granted} == {NEXT + timedelta(days=1)}
    late = {"at": THEN + timedelta(days=32), "reason": WHY}
    refused(refusals.APPEAL_LATE, appeal_withdrawal, found.head, one, **late)
    refused(refusals.NO_APPLYING, appeal_withdrawal, found.secretary, one, at=THEN, reason=WHY)
    in_time = {"at": THEN + timedelta(days=2), "reason": WHY}
    appeal_withdrawal(found.head, one, **in_time)
    refused(refusals.NO_RUNNING, answer_withdrawal, found.secretary, one, upheld=True, **in_time)
    answer_withdrawal(found.coordinator, one, upheld=True, **in_time)
    refused(
        refusals.NOT_NOW_CERTIFICATE,
        answer_withdrawal,
        found.coordinator,
        one,
        upheld=True,
        **in_time,
    )
    assert shown_state(fresh(one), on=NEXT + timedelta(days=3)) == "withdrawn"
    settled(found, one, "restored", NEXT + timedelta(days=4))
    assert {row.valid_until for row in granted.all()} == {one.valid_until}
    assert shown_state(fresh(one), on=NEXT + timedelta(days=4)) == "valid"


def test_a_withdrawal_that_is_confirmed_stays(found: Accrediting) -> None:
    """After an upheld appeal the commission may withdraw again: the register stands already."""
    one = issued(found)
    settled(found, one, "withdrawn", NEXT)
    given = {"at": THEN + timedelta(days=1), "reason": WHY}
    appeal_withdrawal(found.head, one, **given)
    answer_withdrawal(found.coordinator, one, upheld=True, **given)
    settled(found, one, "withdrawn", NEXT + timedelta(days=2))
    granted = AccreditedTerm.objects.filter(kind="accredited")
    assert {row.valid_until for row in granted} == {NEXT}
    refused(refusals.NOT_NOW_CERTIFICATE, appeal_withdrawal, found.head, one, **given)


def test_a_dismissed_appeal_ends_it(found: Accrediting) -> None:
    """The certificate stays withdrawn."""
    one = issued(found)
    settled(found, one, "withdrawn", NEXT)
    given = {"at": THEN + timedelta(days=1), "reason": WHY}
    refused(
        refusals.WORDS_NEEDED,
        appeal_withdrawal,
        found.head,
        one,
        at=THEN + timedelta(days=1),
        reason=LocalText(),
    )
    appeal_withdrawal(found.head, one, **given)
    answer_withdrawal(found.coordinator, one, upheld=False, **given)
    assert shown_state(fresh(one), on=NEXT + timedelta(days=2)) == "withdrawn"


def test_what_stands_against_a_decision_on_a_certificate(found: Accrediting) -> None:
    """What does not follow, lacks reasons, lies outside the term or before the last decision, or is
    another region's: each is refused."""
    one = issued(found)
    given = {"at": THEN, "kind": "suspended", "provision": protocol_point("7", NEXT)}
    refused(
        refusals.REASON_NEEDED,
        settle_certificate,
        found.secretary,
        one,
        reason=LocalText(),
        **given,
    )
    other = {**given, "reason": REASON}
    refused(refusals.NO_CHECKING, settle_certificate, found.other_secretary, one, **other)
    for kind in ("resumed", "granted", "appealed"):
        wrong = {**other, "kind": kind}
        refused(refusals.NOT_NOW_CERTIFICATE, settle_certificate, found.secretary, one, **wrong)
    early = {**other, "provision": protocol_point("8", TODAY - timedelta(days=1))}
    to_come = {**other, "at": AT}
    for wrong in (early, to_come):
        refused(refusals.OUT_OF_ORDER, settle_certificate, found.secretary, one, **wrong)
    first_of_term = {**other, "kind": "withdrawn", "provision": protocol_point("9", TODAY)}
    refused(OUTSIDE_TERM, settle_certificate, found.secretary, one, **first_of_term)
    over = {**other, "at": AT + timedelta(days=1200)}
    refused(refusals.OVER, settle_certificate, found.secretary, one, **over)
    assert not Step.objects.filter(certificate=one).exists()


def test_a_decision_on_a_certificate_comes_by_a_protocol(found: Accrediting) -> None:
    """A line of the protocol suspends it."""
    one = issued(found)
    line = ProtocolLine(one, REASON, "suspended", NEXT + timedelta(days=30))
    region = found.world.abai.territory
    head = ProtocolHead("12", NEXT)
    record_protocol(found.secretary, region, at=THEN, head=head, lines=[line])
    assert Step.objects.get(certificate=one).until == NEXT + timedelta(days=30)
    assert str(Step.objects.get(certificate=one)) == "suspended"


def test_a_renewal_begins_when_the_last_term_ends(found: Accrediting) -> None:
    """The application of the next round refers to the last certificate, and its term follows on
    that; after a withdrawal it begins with the decision."""
    one = issued(found)
    later = open_round(
        SYSTEM, None, at=AT, year=2029, opened_on=date(2029, 9, 1), closed_on=date(2029, 12, 31)
    )
    again = begin_application(
        found.head, found.body, at=AT.replace(year=2029, month=9), round_=later
    )
    assert again.renews == one
    assert first_day(again, date(2029, 10, 1)) == date(2029, 11, 20)
    assert first_day(again, date(2029, 12, 1)) == date(2029, 12, 1)
    settled(found, one, "withdrawn", NEXT)
    again.refresh_from_db()
    assert first_day(again, date(2029, 10, 1)) == date(2029, 10, 1)


def earlier_rows(found: Accrediting) -> list[EarlierRow]:
    """Three certificates of 2022 by two sittings."""
    day = date(2022, 5, 10)
    abai, akmola = found.world.abai.territory.code, found.world.akmola.territory.code
    return [
        EarlierRow(2, found.body.pk, abai, "А-1", day, None, "3", day),
        EarlierRow(3, found.branch.pk, abai, "А-2", day, date(2025, 1, 1), "3", day),
        EarlierRow(4, found.foreign.pk, akmola, "Б-1", day, None, "3", day),
    ]


def test_earlier_rounds_get_protocols_terms_and_codes(found: Accrediting) -> None:
    """One act for each sitting, a point for each association; the term of the norm where none was
    given."""
    old = Round.objects.create(
        year=2022, opened_on=date(2022, 1, 1), closed_on=date(2022, 6, 1), opened_at=AT
    )
    assert load_earlier(found.coordinator, old, at=AT, rows=earlier_rows(found)) == 3
    made = {one.number: one for one in Certificate.objects.all()}
    assert made["А-1"].valid_until == date(2025, 5, 10)
    assert made["А-2"].valid_until == date(2025, 1, 1)
    assert made["А-1"].provision.act == made["А-2"].provision.act
    assert made["А-1"].provision != made["А-2"].provision
    assert made["Б-1"].provision.act != made["А-1"].provision.act
    assert {term.number for one in made.values() for term in one.terms.all()} == set(made)
    assert certificate_of_code(made["А-1"].code) == made["А-1"]
    assert register_of(old).certificates["А-1"] == found.body.pk
    rows = earlier_rows(found)
    refused(refusals.NO_RUNNING, load_earlier, found.secretary, old, at=AT, rows=rows)


def test_certificates_are_listed_within_reach(found: Accrediting) -> None:
    """A region's secretary sees its own, the coordinator all; words narrow the list."""
    old = Round.objects.create(
        year=2022, opened_on=date(2022, 1, 1), closed_on=date(2022, 6, 1), opened_at=AT
    )
    load_earlier(SYSTEM, old, at=AT, rows=earlier_rows(found))

    def numbers(actor: Actor, words: str = "") -> set[str]:
        listed = certificates(by=actor, on=TODAY, round_=old, words=words)
        return {one.certificate.number for one in listed}

    assert numbers(found.secretary) == {"А-1", "А-2"}
    assert numbers(found.coordinator) == {"А-1", "А-2", "Б-1"}
    assert numbers(found.head) == {"А-1"}
    assert numbers(found.coordinator, "ақмола") == {"Б-1"}
    assert {one.state for one in certificates(by=found.coordinator, on=TODAY, round_=None)} == {
        "expired"
    }


def test_what_ends_soon_is_found_unless_it_is_renewed(found: Accrediting) -> None:
    """Certificates whose term ends within the days, those left out that a later one follows."""
    one = issued(found)
    soon = one.valid_until - timedelta(days=30)
    assert ending(on=soon, days=30) == [one]
    assert ending(on=soon, days=29) == []
    Certificate.objects.create(
        round=found.round,
        structure=found.body,
        number="2029-1",
        code="X",
        valid_from=one.valid_until,
        valid_until=date(2032, 11, 20),
        provision=one.provision,
    )
    assert ending(on=soon, days=30) == []
