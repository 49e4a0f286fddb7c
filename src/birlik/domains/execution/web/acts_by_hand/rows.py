"""The rows of points and executors, which a person adds and takes away without losing a word."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Self, TypeVar

from django import forms
from django.http import QueryDict

from birlik.base.records.engine.by_hand import HandPoint
from birlik.base.values.local_text import LocalText
from birlik.domains.execution.queries.executors import Named
from birlik.domains.execution.web.acts_by_hand.deadline import Meaning
from birlik.domains.execution.web.acts_by_hand.forms import ExecutorLine, PointForm

MOST_POINTS, MOST_LINES = 200, 60
F = TypeVar("F", bound=forms.Form)


@dataclass(slots=True)
class Line:
    """A line of an executor; `key` tells it from the others of its point."""

    key: int
    form: ExecutorLine


@dataclass(slots=True)
class PointRow:
    """A point with the lines of its executors, and what its deadline was understood to mean."""

    key: int
    form: PointForm
    lines: list[Line] = field(default_factory=list)
    meaning: Meaning | None = None

    @property
    def prefix(self) -> str:
        """What the names of its fields begin with."""
        return f"p{self.key}"

    def is_valid(self) -> bool:
        """Whether nothing is wrong in the point and its lines; says everything that is."""
        return all([self.form.is_valid(), *(one.form.is_valid() for one in self.lines)])

    def add_line(self) -> None:
        """Put an empty line after the others."""
        key = max((one.key for one in self.lines), default=-1) + 1
        self.lines.append(Line(key, ExecutorLine(prefix=f"{self.prefix}-e{key}")))

    def point(self, names: Named) -> HandPoint:
        """The point as entered; only for a valid row."""
        clean = self.form.cleaned_data
        return HandPoint(
            number=clean["number"],
            title=LocalText(clean["title_kk"], clean["title_ru"]),
            completion_form=clean["completion_form"],
            deadline=clean["deadline"],
            executors=tuple(
                names.executor(line["words"], by_agreement=line["by_agreement"])
                for line in (one.form.cleaned_data for one in self.lines)
                if line["words"]
            ),
        )


@dataclass(slots=True)
class Rows:
    """All points of the form."""

    rows: list[PointRow]

    @classmethod
    def empty(cls) -> Self:
        """One point with two lines, to begin with."""
        made = cls([])
        made.add_point()
        return made

    @classmethod
    def entered(cls, sent: QueryDict, *, judged: bool) -> Self:
        """The points as they were sent; what is wrong in them is said only where it is `judged`."""
        return cls(
            [row_entered(key, sent, judged=judged) for key in keys(sent, "point")[:MOST_POINTS]]
        )

    def change(self, wish: str) -> None:
        """Add or take away what the button says: "add-point", "drop-point-2", "add-line-2"; leave
        everything as it is for any other word."""
        verb, _sign, rest = wish.partition("-")
        what, _sign, key = rest.partition("-")
        if (verb, what) == ("add", "point"):
            self.add_point()
        elif (verb, what) == ("drop", "point"):
            self.rows = [one for one in self.rows if str(one.key) != key]
        elif (verb, what) == ("add", "line"):
            for one in self.rows:
                if str(one.key) == key:
                    one.add_line()

    def add_point(self) -> None:
        """Put a point after the others, with the next number and two lines."""
        key = max((one.key for one in self.rows), default=-1) + 1
        number = str(len(self.rows) + 1)
        row = PointRow(key, PointForm(prefix=f"p{key}", initial={"number": number}))
        row.add_line()
        row.add_line()
        self.rows.append(row)


def keys(sent: QueryDict, name: str) -> list[int]:
    """The keys under a name, each once, in the order of the page."""
    return [int(one) for one in dict.fromkeys(sent.getlist(name)) if one.isdecimal()]


def row_entered(key: int, sent: QueryDict, *, judged: bool) -> PointRow:
    """A point and its lines as they were sent."""
    row = PointRow(key, form_of(PointForm, sent, f"p{key}", judged=judged))
    row.lines = [
        Line(number, form_of(ExecutorLine, sent, f"p{key}-e{number}", judged=judged))
        for number in keys(sent, f"p{key}-line")[:MOST_LINES]
    ]
    return row


def form_of(kind: type[F], sent: Mapping[str, Any], prefix: str, *, judged: bool) -> F:
    """A form with what was sent: bound where it is judged, else only filled in."""
    if judged:
        return kind(sent, prefix=prefix)
    names = kind.base_fields
    return kind(prefix=prefix, initial={one: sent.get(f"{prefix}-{one}", "") for one in names})
