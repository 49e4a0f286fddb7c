"""What a phrase of a deadline says, before the phrases are put together."""

from dataclasses import dataclass

from birlik.base.values.schedule import AfterPeriod, Per, Window


@dataclass(frozen=True, slots=True)
class Rate:
    """So often: `times` in each `per`; None of either is what the phrase does not say.

    `each` is true of "a quarter", which deals a count out to each, and false of "quarterly".
    """

    per: Per | None
    times: int | None = None
    each: bool = False


@dataclass(frozen=True, slots=True)
class Years:
    """The years named; `through` when they are a range."""

    years: tuple[int, ...]
    through: bool = False


@dataclass(frozen=True, slots=True)
class Within:
    """Within the year."""


@dataclass(frozen=True, slots=True)
class Continuous:
    """Throughout, constantly."""


@dataclass(frozen=True, slots=True)
class AsNeeded:
    """When there is need."""


@dataclass(frozen=True, slots=True)
class Place:
    """A quarter, half or month of the year."""

    window: Window


@dataclass(frozen=True, slots=True)
class Days:
    """Days by which or on which, each as (year or None, month, day)."""

    days: tuple[tuple[int | None, int, int], ...]
    by: bool
    inclusive: bool = True


@dataclass(frozen=True, slots=True)
class After:
    """After the reported period, whose kind is `per` where it is said."""

    after: AfterPeriod
    per: Per | None = None


@dataclass(frozen=True, slots=True)
class Results:
    """On the results of a period: after it ends, but not how soon."""


@dataclass(frozen=True, slots=True)
class Count:
    """So many things; `unit` is empty where no word names them."""

    quantity: int
    at_least: bool
    unit: str


@dataclass(frozen=True, slots=True)
class Outside:
    """Words that the language of deadlines does not have a meaning for."""


Fact = (
    Rate | Years | Within | Continuous | AsNeeded | Place | Days | After | Results | Count | Outside
)
