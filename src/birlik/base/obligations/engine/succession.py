"""Who answers for a duty of a body on a day, after everything that became of bodies by then.

A duty that was chosen for a successor passes to it on the day of the reorganisation, whether its
body ended then or remains; what was not chosen passes to the main successor of a body that ended.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class Pass:
    """A duty passes to a body (by its number) on a day."""

    on: date
    to: int


@dataclass(frozen=True, slots=True)
class End:
    """The first day on which a body no longer exists, and its main successor, if any."""

    on: date
    to: int | None


@dataclass(frozen=True, slots=True)
class Line:
    """The ends of bodies by number, and by duty and body what passed; each list oldest first."""

    ends: Mapping[int, End] = field(default_factory=dict)
    passed: Mapping[tuple[int, int], Sequence[Pass]] = field(default_factory=dict)

    def heir(self, body: int, on: date, duty: int | None = None) -> int:
        """Who answers on a day for what a body owes by a duty (None: by any that nobody chose)."""
        since, taken = date.min, set[tuple[int, date]]()
        while step := self.step(body, since, on, duty):
            if (body, step.on) in taken:
                break
            taken.add((body, step.on))
            body, since = step.to, max(step.on, since)
        return body

    def step(self, body: int, since: date, on: date, duty: int | None) -> Pass | None:
        """How a duty first leaves a body that answers for it `since` a day, if it does by `on`; of
        one day, what was chosen goes before the end."""
        chosen = self.passed.get((duty, body), ()) if duty is not None else ()
        steps = [one for one in chosen if since <= one.on <= on]
        end = self.ends.get(body)
        if end and end.on <= on and end.to is not None:
            steps.append(Pass(end.on, end.to))
        return min(steps, key=lambda one: one.on, default=None)
