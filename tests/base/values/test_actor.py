from birlik.base.values.actor import Actor, Grant

SECRETARY = Actor(
    account_id=7,
    appointment_id=3,
    label="Secretary, Abai oblast",
    powers=frozenset(
        {
            Grant("report.submit", territory_code="100000000"),
            Grant("plan.see"),
            Grant("plan.see", 4),
        }
    ),
)


def test_person_holds_granted_powers_only() -> None:
    """A person holds the powers granted to the appointment and no other."""
    assert SECRETARY.holds("report.submit")
    assert not SECRETARY.holds("act.adopt")
    assert not SECRETARY.is_system


def test_system_holds_every_power() -> None:
    """The system, which has no account, holds every power without limits."""
    system = Actor.system()
    assert system.is_system
    assert system.holds("act.adopt")
    assert system.grants("act.adopt") == {Grant("act.adopt")}


def test_grants_keep_their_reach() -> None:
    """All grants of a power are given with where each of them reaches."""
    assert SECRETARY.grants("plan.see") == {Grant("plan.see"), Grant("plan.see", 4)}


def test_an_actor_made_of_nothing_holds_nothing() -> None:
    """Nobody becomes the system by lacking an account: no power, no reach."""
    nobody = Actor(account_id=None, appointment_id=None, label="")
    assert not nobody.is_system
    assert not nobody.holds("act.adopt")
    assert not nobody.reaches("plan.see", structures=(1,), territories=("100000000",))
