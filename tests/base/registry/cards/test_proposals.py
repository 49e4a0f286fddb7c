"""What a head proposes of the own card: made, accepted, declined, withdrawn."""

from datetime import date

import pytest

from birlik.base.journal.models import Entry
from birlik.base.registry.actions.cards import UnfitCardError, correct_card
from birlik.base.registry.actions.proposals import (
    accept_proposal,
    decline_proposal,
    propose,
    withdraw_proposal,
)
from birlik.base.registry.engine.cards import card_digest
from birlik.base.registry.models import EarlierCard, Notice, Proposal, Structure
from birlik.base.registry.queries.cards import row_of
from birlik.base.registry.queries.proposals import (
    proposal_numbered,
    proposals_for,
    waiting_for,
)
from birlik.base.registry.refusals import cards as card_refusals
from birlik.base.registry.refusals import proposals as refusals
from birlik.base.registry.rules.proposals import (
    may_open_deciding,
    may_open_proposing,
    may_see_proposals,
)
from birlik.base.values.actor import Actor
from tests.base.registry.cards.cards_world import refused, with_card
from tests.base.registry.world import AT, TODAY, World, acting, world

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 1)


@pytest.fixture
def there() -> World:
    """The small register; the association of Abai is of a kind of the Assembly."""
    found = world()
    kind = "ethnocultural_association"
    Structure.objects.filter(kind="public_association").update(kind=kind, level="region")
    return found


@pytest.fixture
def head(there: World) -> Actor:
    """The head of the association of Abai."""
    return there.actor("association_head", there.abai.association)


def made(there: World, head: Actor, **values: object) -> Proposal:
    """A proposed change of the telephone."""
    one = there.abai.association
    row = with_card(one, **{"phone": "+7 7222 55-55-55", **values})
    return propose(head, one, at=AT, row=row, on=DAY, words=" Көштік ")


def test_a_proposal_changes_nothing_yet(there: World, head: Actor) -> None:
    """It keeps what was there and what is proposed; the journal knows the field, not the value."""
    found = made(there, head)
    assert found.changes == {"phone": {"was": "", "new": "+7 7222 55-55-55"}}
    assert (found.words, found.made_by_id, found.state) == (
        "Көштік",
        head.appointment_id,
        "waiting",
    )
    assert row_of(Structure.objects.get(pk=found.structure_id)).phone == ""
    told = Entry.objects.get(action="proposal.made").text
    assert "phone" in told
    assert "55-55" not in told


def test_what_is_not_proposed(there: World, head: Actor) -> None:
    """A second one while the first waits; nothing new; another name; a day that cannot be; a card
    that cannot be; another's card."""
    one, other = there.abai.association, there.akmola.association
    refused(card_refusals.SAME_CARD, propose, head, one, row=with_card(one), on=DAY)
    renamed = with_card(one, name_kk="Басқа")
    refused(refusals.NOT_PROPOSED, propose, head, one, row=renamed, on=DAY)
    ahead = date(2026, 11, 21)
    refused(card_refusals.AHEAD, propose, head, one, row=with_card(one, phone="1"), on=ahead)
    with pytest.raises(UnfitCardError):
        propose(head, one, at=AT, row=with_card(one, bin="1"), on=DAY)
    refused(refusals.NOT_YOURS, propose, head, other, row=with_card(other, phone="1"), on=DAY)
    seen = {"row": with_card(one, phone="1"), "on": DAY, "seen": "x"}
    refused(card_refusals.CHANGED_MEANWHILE, propose, head, one, **seen)
    made(there, head)
    row = with_card(one, email="a@example.kz")
    refused(refusals.WAITS_ALREADY, propose, head, one, row=row, on=DAY)


def test_nobody_proposes_for_a_closed_body_or_a_duplicate(there: World, head: Actor) -> None:
    """Their cards are not proposed for any more."""
    one = there.abai.association
    row = with_card(one, phone="1")
    Structure.objects.filter(pk=one.pk).update(closed_on=TODAY)
    refused(card_refusals.CLOSED_ALREADY, propose, head, one, row=row, on=DAY)
    Structure.objects.filter(pk=one.pk).update(closed_on=None, duplicate_of=there.abai.house)
    refused(card_refusals.IS_DUPLICATE, propose, head, one, row=row, on=DAY)


def test_an_acceptance_changes_the_card_and_tells_the_head(there: World) -> None:
    """The card changes from the day by the act of acceptance itself; what it said before stays; the
    head finds a notice that leads to the proposal."""
    account = there.account("association_head", there.abai.association)
    found = made(there, acting(account))
    by = there.secretary(there.abai)
    one = there.abai.association
    seen = card_digest(with_card(one))
    accept_proposal(by, found, at=AT, on=found.on, seen=seen)
    one.refresh_from_db()
    found.refresh_from_db()
    assert (one.phone, one.card_from) == ("+7 7222 55-55-55", DAY)
    assert EarlierCard.objects.get(structure=one).card["phone"] == ""
    assert (found.state, found.decided_by_id) == ("accepted", by.appointment_id)
    told = Notice.objects.get(account=account)
    assert told.address == f"/registry/structures/proposals/{found.pk}/"
    refused(refusals.SETTLED, accept_proposal, by, found, on=DAY, seen=seen)
    refused(refusals.SETTLED, withdraw_proposal, acting(account), found)


def test_what_changed_meanwhile_is_looked_at_first(there: World, head: Actor) -> None:
    """An acceptance of a card that nobody looked at is refused, and then nothing is decided."""
    found, one = made(there, head), there.abai.association
    by = there.secretary(there.abai)
    seen = card_digest(with_card(one))
    correct_card(by, one, at=AT, row=with_card(one, email="b@example.kz"))
    refused(card_refusals.CHANGED_MEANWHILE, accept_proposal, by, found, on=DAY, seen=seen)
    found.refresh_from_db()
    assert found.state == "waiting"
    accept_proposal(by, found, at=AT, on=DAY, seen=card_digest(with_card(one)))
    one.refresh_from_db()
    assert (one.phone, one.email) == ("+7 7222 55-55-55", "b@example.kz")


def test_a_refusal_says_why(there: World) -> None:
    """The reason is needed, kept and told of; the card stays."""
    account = there.account("association_head", there.abai.association)
    found = made(there, acting(account))
    by = there.secretary(there.abai)
    refused(refusals.REASON_NEEDED, decline_proposal, by, found, reason=" ")
    decline_proposal(by, found, at=AT, reason="Құжат жоқ")
    found.refresh_from_db()
    assert (found.state, found.reason) == ("declined", "Құжат жоқ")
    assert Notice.objects.filter(account=account).count() == 1
    assert "Құжат" not in Entry.objects.get(action="proposal.declined").text


def test_a_head_takes_a_proposal_back(there: World, head: Actor) -> None:
    """While it waits; another head does not."""
    found = made(there, head)
    stranger = there.actor("association_head", there.akmola.association)
    refused(refusals.NOT_YOURS, withdraw_proposal, stranger, found)
    withdraw_proposal(head, found, at=AT)
    found.refresh_from_db()
    assert found.state == "withdrawn"


def test_who_sees_and_decides(there: World, head: Actor) -> None:
    """The head the own, the secretary of the region those of its bodies, the keeper all; another
    region none."""
    found = made(there, head)
    own, foreign = there.secretary(there.abai), there.secretary(there.akmola)
    nobody = there.nobody()
    seen = card_digest(with_card(there.abai.association))
    refused(card_refusals.NOT_YOUR_STRUCTURE, accept_proposal, foreign, found, on=DAY, seen=seen)
    refused(card_refusals.NOT_YOUR_STRUCTURE, decline_proposal, head, found, reason="x")
    for actor, sees in ((head, True), (own, True), (foreign, False), (nobody, False)):
        assert proposals_for(actor).exists() == sees
        assert (proposal_numbered(found.pk, by=actor) == found) == sees
    assert [waiting_for(one).count() for one in (head, own, foreign)] == [0, 1, 0]
    assert waiting_for(there.actor("keeper")).count() == 1
    assert may_open_proposing(head, AT)
    assert may_open_deciding(own, AT)
    assert not may_open_deciding(head, AT)
    assert not may_see_proposals(nobody, AT)


def test_nobody_is_told_where_nobody_is_known(there: World, head: Actor) -> None:
    """A proposal of which nobody knows who made it is declined all the same."""
    found = made(there, head)
    Proposal.objects.filter(pk=found.pk).update(made_by=None)
    decline_proposal(there.secretary(there.abai), found, at=AT, reason="Құжат жоқ")
    found.refresh_from_db()
    assert (found.state, Notice.objects.count()) == ("declined", 0)
