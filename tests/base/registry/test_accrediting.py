"""Terms of accreditation in the register: only with a point of a protocol, within the reach."""

from datetime import date, timedelta

import pytest

from birlik.base.registry.actions.accrediting import (
    TermRow,
    grant_term,
    load_terms,
    restore_term,
    resume_term,
    suspend_term,
    withdraw_term,
)
from birlik.base.registry.models import AccreditedTerm
from birlik.base.registry.refusals.accrediting import (
    NO_ACCREDITING,
    OUTSIDE_TERM,
    TERM_BACKWARDS,
)
from birlik.base.values.refused import RefusedError
from tests.domains.accreditation.world import (
    AT,
    SYSTEM,
    TODAY,
    Accrediting,
    accrediting,
    protocol_point,
)

pytestmark = pytest.mark.django_db
END = date(2029, 11, 20)


@pytest.fixture
def found() -> Accrediting:
    """Associations of two regions."""
    return accrediting()


def row_of(found: Accrediting, until: date = END) -> TermRow:
    """A term from today on."""
    return TermRow(found.body.pk, "1", TODAY, until, protocol_point())


def test_a_term_is_granted_within_reach(found: Accrediting) -> None:
    """The secretary of the region writes it, with the protocol as its ground; others do not."""
    row = row_of(found)
    made = grant_term(found.secretary, found.body, at=AT, row=row)
    assert (made.provision, made.ground) == (row.provision, "№ 1, 20.11.2026")
    for actor in (found.other_secretary, found.head, found.members[0]):
        with pytest.raises(RefusedError) as caught:
            grant_term(actor, found.body, at=AT, row=row)
        assert caught.value.reason == NO_ACCREDITING
    with pytest.raises(RefusedError) as caught:
        suspend_term(found.other_secretary, made, at=AT, on=TODAY, provision=row.provision)
    assert caught.value.reason == NO_ACCREDITING


def test_a_term_ends_after_it_begins(found: Accrediting) -> None:
    """Backwards terms and suspensions are refused, of one or of many."""
    row = row_of(found, TODAY)
    for deed in (
        lambda: grant_term(SYSTEM, found.body, at=AT, row=row),
        lambda: load_terms(SYSTEM, None, at=AT, rows=[row]),
    ):
        with pytest.raises(RefusedError) as caught:
            deed()
        assert caught.value.reason == TERM_BACKWARDS
    good = TermRow(found.body.pk, "1", TODAY, END, row.provision)
    term = grant_term(SYSTEM, found.body, at=AT, row=good)
    with pytest.raises(RefusedError):
        suspend_term(SYSTEM, term, at=AT, on=TODAY, provision=row.provision, until=TODAY)
    with pytest.raises(RefusedError):
        restore_term(SYSTEM, term, at=AT, until=TODAY, provision=row.provision)


def test_many_terms_are_loaded_by_who_runs_accreditation(found: Accrediting) -> None:
    """A secretary does not; the coordinator does."""
    row = row_of(found)
    with pytest.raises(RefusedError) as caught:
        load_terms(found.secretary, None, at=AT, rows=[row])
    assert caught.value.reason == NO_ACCREDITING
    assert len(load_terms(found.coordinator, None, at=AT, rows=[row])) == 1


def test_a_suspension_lifted_on_its_first_day_is_none(found: Accrediting) -> None:
    """What was suspended and resumed on one day leaves no suspension; days outside are refused."""
    row = row_of(found)
    term = grant_term(SYSTEM, found.body, at=AT, row=row)
    suspend_term(SYSTEM, term, at=AT, on=TODAY, provision=row.provision)
    assert resume_term(SYSTEM, term, at=AT, on=TODAY, provision=row.provision) == 1
    assert not AccreditedTerm.objects.filter(kind="suspended").exists()
    for on in (TODAY - timedelta(days=1), END, TODAY):
        with pytest.raises(RefusedError) as caught:
            withdraw_term(SYSTEM, term, at=AT, on=on, provision=row.provision)
        assert caught.value.reason == OUTSIDE_TERM
    withdraw_term(SYSTEM, term, at=AT, on=TODAY + timedelta(days=9), provision=row.provision)
    term.refresh_from_db()
    assert term.valid_until == TODAY + timedelta(days=9)
    restore_term(SYSTEM, term, at=AT, until=END, provision=row.provision)
    term.refresh_from_db()
    assert term.valid_until == END
