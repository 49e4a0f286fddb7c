"""Where an application and a certificate stand, as their steps say."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

KINDS = (
    *("submitted", "returned", "completed", "withdrawn", "granted", "refused"),
    *("appealed", "upheld", "dismissed", "suspended", "resumed", "restored"),
)
"""Every kind of step. `withdrawn` is what an association does with its application, and a decision
with a certificate."""

Moves = Mapping[tuple[str, str], str]

APPLICATION: Moves = {
    ("draft", "submitted"): "checking",
    ("draft", "withdrawn"): "withdrawn",
    ("checking", "returned"): "returned",
    ("checking", "completed"): "hearing",
    ("checking", "withdrawn"): "withdrawn",
    ("returned", "submitted"): "checking",
    ("returned", "appealed"): "return_appealed",
    ("returned", "withdrawn"): "withdrawn",
    ("return_appealed", "upheld"): "hearing",
    ("return_appealed", "dismissed"): "returned",
    ("hearing", "granted"): "granted",
    ("hearing", "refused"): "refused",
    ("hearing", "withdrawn"): "withdrawn",
    ("refused", "appealed"): "appealed",
    ("appealed", "upheld"): "hearing",
    ("appealed", "dismissed"): "closed",
}
"""State and step → the state that follows. A refusal is appealed once; when the appeal is
dismissed, the application is closed."""

CERTIFICATE: Moves = {
    ("valid", "suspended"): "suspended",
    ("valid", "withdrawn"): "withdrawn",
    ("suspended", "resumed"): "valid",
    ("suspended", "withdrawn"): "withdrawn",
    ("withdrawn", "appealed"): "appealed",
    ("appealed", "upheld"): "rehearing",
    ("appealed", "dismissed"): "ended",
    ("rehearing", "restored"): "valid",
    ("rehearing", "withdrawn"): "ended",
}
"""As for applications. A withdrawal is appealed once; upheld, the commission decides again."""

GONE = frozenset({"withdrawn", "appealed", "rehearing", "ended"})
"""The states of a certificate in which it is withdrawn for the public."""


class ImpossibleStepError(ValueError):
    """A step does not follow from where a thing stands."""


@dataclass(frozen=True, slots=True)
class DatedStep:
    """A step of a certificate, with the day from which it holds, and the end of a suspension."""

    kind: str
    on: date
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Tally:
    """The votes of a hearing: for, against, abstained; of how many `members` who may vote."""

    votes_for: int
    votes_against: int
    abstained: int
    members: int

    @property
    def cast(self) -> int:
        """How many voted."""
        return self.votes_for + self.votes_against + self.abstained

    def has_quorum(self, percent: int) -> bool:
        """Whether at least so many per cent of the members voted, and one at least."""
        return self.cast > 0 and 100 * self.cast >= percent * self.members

    @property
    def is_granted(self) -> bool:
        """Whether more than half of those who voted are for it."""
        return 2 * self.votes_for > self.cast


def moved(moves: Moves, state: str, kinds: Iterable[str]) -> str:
    """The state after steps. Raises `ImpossibleStepError` for one that does not follow."""
    for kind in kinds:
        try:
            state = moves[state, kind]
        except KeyError as error:
            raise ImpossibleStepError(f"{kind} does not follow {state}") from error
    return state


def application_state(kinds: Iterable[str]) -> str:
    """Where an application stands after steps of these kinds; raises as `moved` does."""
    return moved(APPLICATION, "draft", kinds)


def steps_from(moves: Moves, state: str) -> frozenset[str]:
    """The kinds of steps that may follow a state."""
    return frozenset(kind for before, kind in moves if before == state)


def certificate_state(steps: Iterable[DatedStep], *, on: date) -> str:
    """Where a certificate stands on a day, its term aside: a suspension that was set an end is over
    by itself. Raises as `moved` does."""
    state, until = "valid", None
    for step in steps:
        if step.on > on:
            break
        state = moved(CERTIFICATE, awakened(state, until, step.on), [step.kind])
        until = step.until
    return awakened(state, until, on)


def awakened(state: str, until: date | None, on: date) -> str:
    """A state on a day, where a suspension lasted until another."""
    over = state == "suspended" and until is not None and until <= on
    return "valid" if over else state


def public_state(steps: Iterable[DatedStep], term: tuple[date, date], *, on: date) -> str:
    """What anybody is told of a certificate with a term of `[from, until)` on a day: "ahead",
    "valid", "suspended", "withdrawn" or "expired"."""
    state = certificate_state(steps, on=on)
    if state in GONE:
        return "withdrawn"
    if on < term[0]:
        return "ahead"
    return "expired" if on >= term[1] else state


def hearing_number(kinds: Iterable[str]) -> int:
    """Which time the commission hears an application: after every refusal, once more."""
    return 1 + sum(kind == "refused" for kind in kinds)
