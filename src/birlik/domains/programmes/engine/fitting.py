"""What is wrong with an activity or the figures of a report, field by field."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from birlik.base.values.local_text import LocalText
from birlik.domains.programmes import refusals
from birlik.domains.programmes.engine.totals import KINDS

LARGEST = 10_000_000
"""More people than this are a slip of the hand."""


@dataclass(frozen=True, slots=True)
class ActivityRow:
    """An activity as it is entered; `territory` is a code (КАТО), '' for the association's own,
    `languages` are codes of the charter."""

    kind: str
    title_kk: str
    title_ru: str
    first_on: date
    last_on: date | None = None
    territory: str = ""
    place: str = ""
    participants: int | None = None
    languages: tuple[str, ...] = ()
    partners: str = ""
    link: str = ""

    @property
    def ends_on(self) -> date:
        """Its last day."""
        return self.last_on or self.first_on


@dataclass(frozen=True, slots=True)
class ReportRow:
    """What is typed of a year: figures, None where nothing is said, and words."""

    members: int | None = None
    branches: int | None = None
    staff: int | None = None
    words: str = ""


def faults(
    row: ActivityRow, *, today: date, languages: Collection[str], places: Collection[str]
) -> Mapping[str, LocalText]:
    """Name of a field → what is wrong with it; `languages` and `places` are the codes there are."""
    found: dict[str, LocalText] = {}
    if row.kind not in KINDS:
        found["kind"] = refusals.KIND_UNKNOWN
    if not (row.title_kk.strip() or row.title_ru.strip()):
        found["title_kk"] = refusals.TITLE_NEEDED
    if row.ends_on < row.first_on:
        found["last_on"] = refusals.DAYS_OUT_OF_ORDER
    elif row.ends_on > today:
        found["last_on" if row.last_on else "first_on"] = refusals.STILL_TO_COME
    if row.participants is not None and not 0 <= row.participants <= LARGEST:
        found["participants"] = refusals.TOO_MANY
    if not set(row.languages) <= set(languages):
        found["languages"] = refusals.LANGUAGE_UNKNOWN
    if row.territory and row.territory not in places:
        found["territory"] = refusals.PLACE_UNKNOWN
    return found
