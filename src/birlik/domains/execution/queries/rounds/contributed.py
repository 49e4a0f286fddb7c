"""What contributors of a round answered to the rows of those who lead."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from birlik.domains.execution.engine.rounds.cells import Kind, Option
from birlik.domains.execution.engine.rounds.columns import KINDS, ColumnRow
from birlik.domains.execution.engine.rounds.summary import Contribution, wanted
from birlik.domains.execution.models import Round, RoundColumn, Sheet, SheetRow


@dataclass(frozen=True, slots=True)
class Contributed:
    """A contributor's row on the lead's sheet: what it holds, whether its sheet was sent, and
    whether the lead took it up as it is."""

    answer: Contribution
    sent: bool
    taken: bool


def column_row(one: RoundColumn) -> ColumnRow:
    """A column as it was defined."""
    return ColumnRow(
        code=one.code,
        kind=kind_of(one.kind),
        title=one.title,
        required=one.required,
        options=tuple(Option(*option) for option in one.options),
        summed=one.summed,
    )


def kind_of(code: str) -> Kind:
    """The kind of a column; text for any other code."""
    return next((kind for kind in KINDS if kind == code), "text")


def columns_of(one: Round) -> tuple[ColumnRow, ...]:
    """The columns of a round from left to right: one query."""
    return tuple(column_row(column) for column in one.columns.all())


def contributions_to(sheet: Sheet) -> Mapping[int, tuple[Contributed, ...]]:
    """Number of a row of a lead's sheet → what contributors have on theirs in the same round, by
    territory and name. Four queries."""
    leading = dict(
        SheetRow.objects.filter(sheet=sheet, obligation__lead=None, obligation__isnull=False)
        .order_by()
        .values_list("obligation", "pk")
    )
    return contributions_by(sheet.round_id, leading)


def contributions_by(
    number: int, leading: Mapping[int, int]
) -> Mapping[int, tuple[Contributed, ...]]:
    """Number of a lead's row → its contributors' rows; `leading` gives that row by its obligation.
    Three queries."""
    found: defaultdict[int, list[Contributed]] = defaultdict(list)
    columns = [column_row(one) for one in RoundColumn.objects.filter(round=number)]
    taken = dict(
        SheetRow.objects.filter(pk__in=leading.values()).order_by().values_list("pk", "taken")
    )
    for one in contributed_rows(number, leading):
        above = one.obligation.lead_id if one.obligation else None
        lead = leading[above or 0]
        answer = Contribution(one.pk, one.sheet.structure.short, one.cells)
        sent = one.sheet.state == Sheet.State.SENT
        same = taken.get(lead, {}).get(str(one.pk)) == wanted(one.cells, columns)
        found[lead].append(Contributed(answer, sent, same))
    return {row: tuple(listed) for row, listed in found.items()}


def contributed_rows(number: int, leads: Iterable[int]) -> Iterable[SheetRow]:
    """The rows of a round whose obligations hang under these."""
    return (
        SheetRow.objects.filter(sheet__round=number, obligation__lead__in=list(leads))
        .select_related("obligation", "sheet__structure")
        .order_by("sheet__structure__territory__code", "sheet__structure__name_kk", "pk")
    )
