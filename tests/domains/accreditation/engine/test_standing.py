"""The state of an application and of a certificate follows from their steps alone."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from birlik.domains.accreditation.engine.standing import (
    APPLICATION,
    CERTIFICATE,
    KINDS,
    DatedStep,
    ImpossibleStepError,
    Moves,
    Tally,
    application_state,
    certificate_state,
    hearing_number,
    public_state,
    steps_from,
)

DAY = date(2026, 11, 20)
TERM = (DAY, date(2029, 11, 20))


def walks(moves: Moves, start: str) -> st.SearchStrategy[list[str]]:
    """Sequences of steps that may follow each other."""

    @st.composite
    def walk(draw: st.DrawFn) -> list[str]:
        state, taken = start, []
        for _turn in range(draw(st.integers(0, 12))):
            kinds = sorted(steps_from(moves, state))
            if not kinds:
                break
            taken.append(draw(st.sampled_from(kinds)))
            state = moves[state, taken[-1]]
        return taken

    return walk()


@pytest.mark.parametrize(
    ("kinds", "state"),
    [
        ("", "draft"),
        ("submitted", "checking"),
        ("submitted returned", "returned"),
        ("submitted returned submitted", "checking"),
        ("submitted returned appealed upheld", "hearing"),
        ("submitted returned appealed dismissed", "returned"),
        ("submitted completed", "hearing"),
        ("submitted completed granted", "granted"),
        ("submitted completed refused", "refused"),
        ("submitted completed refused appealed", "appealed"),
        ("submitted completed refused appealed upheld", "hearing"),
        ("submitted completed refused appealed upheld granted", "granted"),
        ("submitted completed refused appealed dismissed", "closed"),
        ("submitted withdrawn", "withdrawn"),
    ],
)
def test_an_application_stands_where_its_steps_lead(kinds: str, state: str) -> None:
    """Each step leads an application to one state."""
    assert application_state(kinds.split()) == state


@given(walks(APPLICATION, "draft"))
def test_nothing_follows_an_end(kinds: list[str]) -> None:
    """However an application went, it ends where no step follows: granted, closed or withdrawn; and
    it is granted at most once."""
    state = application_state(kinds)
    ended = not steps_from(APPLICATION, state)
    assert ended == (state in {"granted", "closed", "withdrawn"})
    assert kinds.count("granted") <= 1


@given(walks(APPLICATION, "draft"), st.sampled_from(KINDS))
def test_a_step_out_of_turn_is_impossible(kinds: list[str], further: str) -> None:
    """A step is taken when it follows, and raises when it does not."""
    state = application_state(kinds)
    if further in steps_from(APPLICATION, state):
        assert application_state([*kinds, further]) == APPLICATION[state, further]
    else:
        with pytest.raises(ImpossibleStepError):
            application_state([*kinds, further])


@given(walks(APPLICATION, "draft"))
def test_the_commission_decides_once_in_a_hearing(kinds: list[str]) -> None:
    """An application is decided at most as often as the commission has heard it."""
    decided = sum(one in {"granted", "refused"} for one in kinds)
    assert decided <= hearing_number(kinds)


@given(walks(CERTIFICATE, "valid"), st.integers(0, 40))
def test_a_certificate_stands_on_a_day_as_what_was_decided_by_then_says(
    kinds: list[str], later: int
) -> None:
    """Steps of later days say nothing of a day: on it stands what the earlier ones lead to."""
    steps = [DatedStep(kind, DAY + timedelta(days=3 * place)) for place, kind in enumerate(kinds)]
    on = DAY + timedelta(days=later)
    by_then = [one.kind for one in steps if one.on <= on]
    state = "valid"
    for kind in by_then:
        state = CERTIFICATE[state, kind]
    assert certificate_state(steps, on=on) == state


@given(walks(CERTIFICATE, "valid"), st.integers(-10, 1200))
def test_the_public_is_told_one_of_five(kinds: list[str], shift: int) -> None:
    """Anybody is told that a certificate is ahead, valid, suspended, withdrawn or expired; valid
    only within its term."""
    steps = [DatedStep(kind, DAY + timedelta(days=place)) for place, kind in enumerate(kinds)]
    on = DAY + timedelta(days=shift)
    state = public_state(steps, TERM, on=on)
    assert state in {"ahead", "valid", "suspended", "withdrawn", "expired"}
    if state in {"valid", "suspended"}:
        assert TERM[0] <= on < TERM[1]


def test_a_suspension_with_an_end_is_over_by_itself() -> None:
    """On the day that ends it a certificate is valid again, and can be suspended anew."""
    first = DatedStep("suspended", DAY, date(2026, 12, 1))
    assert public_state([first], TERM, on=date(2026, 11, 30)) == "suspended"
    assert public_state([first], TERM, on=date(2026, 12, 1)) == "valid"
    again = DatedStep("suspended", date(2026, 12, 5))
    assert public_state([first, again], TERM, on=date(2026, 12, 6)) == "suspended"


def test_a_term_has_a_first_and_a_last_day() -> None:
    """Valid on the first day, expired on the day that ends the term."""
    assert public_state([], TERM, on=date(2026, 11, 19)) == "ahead"
    assert public_state([], TERM, on=DAY) == "valid"
    assert public_state([], TERM, on=date(2029, 11, 19)) == "valid"
    assert public_state([], TERM, on=date(2029, 11, 20)) == "expired"


@pytest.mark.parametrize("kinds", ["withdrawn", "withdrawn appealed", "withdrawn appealed upheld"])
def test_withdrawn_is_withdrawn_until_it_is_restored(kinds: str) -> None:
    """While an appeal goes on a withdrawn certificate holds nothing."""
    steps = [DatedStep(kind, DAY) for kind in kinds.split()]
    assert public_state(steps, TERM, on=DAY) == "withdrawn"
    restored = [
        *(DatedStep(kind, DAY) for kind in ("withdrawn", "appealed", "upheld")),
        DatedStep("restored", date(2026, 12, 1)),
    ]
    assert public_state(restored, TERM, on=date(2026, 12, 1)) == "valid"


@pytest.mark.parametrize(
    ("votes", "quorum", "granted"),
    [
        ((2, 0, 0, 3), False, True),  # 2 of 3 are 66.7 per cent
        ((2, 1, 0, 3), True, True),
        ((1, 1, 1, 3), True, False),
        ((2, 2, 0, 4), True, False),  # half is not more than half
        ((3, 1, 0, 6), False, True),  # 4 of 6 are 66.7 per cent
        ((0, 0, 0, 0), False, False),
    ],
)
def test_votes_decide(votes: tuple[int, int, int, int], quorum: bool, granted: bool) -> None:
    """With 67 per cent of the members, more than half of the votes cast accredit."""
    tally = Tally(*votes)
    assert tally.has_quorum(67) is quorum
    assert tally.is_granted is granted
