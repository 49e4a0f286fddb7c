"""How far a round is: its sheets, who has answered, by region."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from birlik.base.charter.engine.wording import folded
from birlik.base.registry.models import Structure, Territory
from birlik.domains.execution.engine.rounds.choice import ANSWERED, AWAITED, Choice
from birlik.domains.execution.models import Round, Sheet
from birlik.domains.execution.queries.rounds.places import region_of

PLACES = "structure__territory__parent__parent__parent"
NOT_EMPTY = ~Q(rows__cells={})


@dataclass(frozen=True, slots=True)
class SheetLine:
    """A sheet as the coordinator sees it, with the region of its body, how many rows it has and
    on how many of them something stands."""

    sheet: Sheet
    region: Territory | None
    rows: int
    filled: int

    @property
    def body(self) -> Structure:
        """Whose sheet it is."""
        return self.sheet.structure


@dataclass(frozen=True, slots=True)
class Answered:
    """How many were asked and how many of them answered."""

    asked: int
    sent: int

    @property
    def missing(self) -> int:
        """How many answers are missing."""
        return self.asked - self.sent


@dataclass(frozen=True, slots=True)
class Progress:
    """A round's sheets, all of them and counted."""

    lines: tuple[SheetLine, ...]

    @property
    def counts(self) -> Counter[str]:
        """Sheets by state."""
        return Counter(one.sheet.state for one in self.lines)

    @property
    def total(self) -> Answered:
        """All bodies."""
        return answered(self.lines)

    @property
    def begun(self) -> int:
        """Who has entered something and not sent it."""
        return sum(1 for one in self.lines if one.filled and not is_sent(one))

    @property
    def regions(self) -> tuple[tuple[Territory, Answered], ...]:
        """The regions in which somebody was asked, in the order of the classifier."""
        found: dict[int, list[SheetLine]] = {}
        places: dict[int, Territory] = {}
        for one in self.lines:
            if one.region:
                places[one.region.pk] = one.region
                found.setdefault(one.region.pk, []).append(one)
        ordered = sorted(places.values(), key=lambda place: place.code)
        return tuple((place, answered(found[place.pk])) for place in ordered)

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of the bodies asked."""
        return tuple(sorted({one.body.kind for one in self.lines}))

    def chosen(self, choice: Choice) -> tuple[SheetLine, ...]:
        """The sheets that a coordinator chose to see."""
        return tuple(one for one in self.lines if is_chosen(one, choice))


def is_sent(one: SheetLine) -> bool:
    """Whether a body has answered."""
    return one.sheet.state == Sheet.State.SENT


def answered(lines: Iterable[SheetLine]) -> Answered:
    """How many of the sheets were sent."""
    listed = list(lines)
    return Answered(len(listed), sum(1 for one in listed if is_sent(one)))


def is_chosen(one: SheetLine, choice: Choice) -> bool:
    """Whether a sheet is among those chosen."""
    by_state = {"": True, ANSWERED: is_sent(one), AWAITED: not is_sent(one)}
    names = f"{one.body.name_kk} {one.body.name_ru} {one.body.short_kk} {one.body.short_ru}"
    return (
        by_state.get(choice.state, one.sheet.state == choice.state)
        and choice.region in ("", one.region.code if one.region else "-")
        and choice.kind in ("", one.body.kind)
        and folded(choice.q) in folded(names)
    )


def round_numbered(pk: int) -> Round | None:
    """A round with its act and letter, or None."""
    return Round.objects.select_related("act", "request", "by__office").filter(pk=pk).first()


def progress_of(one: Round) -> Progress:
    """How far a round is: one query."""
    found = (
        Sheet.objects.filter(round=one)
        .select_related(PLACES, "letter", "sent_by__office")
        .annotate(asked=Count("rows"), filled=Count("rows", filter=NOT_EMPTY))
        .order_by("structure__territory__code", "structure__name_kk", "pk")
    )
    return Progress(
        tuple(
            SheetLine(sheet, region_of(sheet.structure.territory), sheet.asked, sheet.filled)
            for sheet in found
        )
    )


def sheet_numbered(pk: int, sheet: int) -> Sheet | None:
    """A sheet of a round, with the round and the body; or None."""
    rows = Sheet.objects.select_related("round__act", "structure__territory")
    found = rows.filter(pk=sheet).first()
    return found if found and found.round_id == pk else None


def rounds_held(*, state: str = "") -> QuerySet[Round]:
    """The rounds, newest first, with how many were asked and answered; those in a state, or all."""
    found = (
        Round.objects.select_related("act")
        .annotate(
            asked=Count("sheets"), sent=Count("sheets", filter=Q(sheets__state=Sheet.State.SENT))
        )
        .order_by("-begun_at", "-pk")
    )
    return found.filter(state=state) if state in Round.State.values else found


def bodies_asked(one: Round) -> set[int]:
    """The numbers of the bodies that a round asks."""
    return set(one.sheets.order_by().values_list("structure", flat=True))
