"""A round is begun as a draft with its columns and addressees; a draft can be dropped."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime

from birlik.base.journal.action import action, note
from birlik.base.records.models import Act
from birlik.base.registry.models import Structure, Territory
from birlik.base.values.actor import Actor
from birlik.base.values.clock import day_of
from birlik.base.values.local_text import LocalText
from birlik.base.values.refused import RefusedError
from birlik.domains.execution.engine.rounds.columns import ColumnRow
from birlik.domains.execution.models import Round, RoundColumn, Sheet, SheetRow
from birlik.domains.execution.queries.rounds.places import parts_of_territories
from birlik.domains.execution.rules.rounds import may_begin_round, may_open_round

NO_COLUMNS = LocalText(
    kk="Кемінде бір баған керек. Стандартты бағандардың бірін қалдырыңыз немесе өзіңіздікін "
    "қосыңыз.",
    ru="Нужен хотя бы один столбец. Оставьте один из стандартных или добавьте свой.",
    en="At least one column is needed. Keep one of the standard columns or add your own.",
)
NO_BODIES = LocalText(
    kk="Кімнен сұралатынын таңдаңыз: кемінде бір орган керек.",
    ru="Выберите, у кого запрашивается информация: нужен хотя бы один орган.",
    en="Choose who is asked: at least one body is needed.",
)


@dataclass(frozen=True, slots=True)
class Asked:
    """What a round asks for and by when; `period` is a code, '' for an ad hoc round. `number` and
    `dated_on` are those of the letter that asks, where it did not go out from here."""

    title: LocalText
    due_at: datetime
    columns: Sequence[ColumnRow]
    period: str = ""
    number: str = ""
    dated_on: date | None = None


@dataclass(frozen=True, slots=True)
class AdHocRows:
    """The rows of an ad hoc round: `lines` are asked of every body, `districts` are the parts of
    each body's territory; with neither, each body adds its own."""

    lines: Sequence[LocalText] = ()
    districts: bool = False

    @property
    def are_free(self) -> bool:
        """Whether the bodies add the rows."""
        return not (self.lines or self.districts)


@action(
    "round.begun",
    may=may_begin_round,
    label=LocalText("Ақпарат сұрату басталды", "Начат сбор информации", "Reporting round begun"),
    withheld=("asked", "rows"),
)
def begin_round(
    by: Actor,
    act: Act | None,
    /,
    *,
    at: datetime,
    asked: Asked,
    bodies: Sequence[int],
    rows: AdHocRows | None = None,
) -> Round:
    """A draft of a round of an act, or an ad hoc one, with a sheet for each of the bodies.

    `rows` are those of an ad hoc round; those of an act's are made when it is opened. Raises
    `RefusedError` when there is no column or nobody is asked.
    """
    found = list(Structure.objects.filter(pk__in=set(bodies)).select_related("territory"))
    if not asked.columns:
        raise RefusedError(NO_COLUMNS)
    if not found:
        raise RefusedError(NO_BODIES)
    rows = rows or AdHocRows()
    made = Round.objects.create(
        act=act,
        period=asked.period if act else "",
        title_kk=asked.title.kk,
        title_ru=asked.title.ru,
        number=asked.number,
        dated_on=asked.dated_on,
        due_at=asked.due_at,
        free_rows=act is None and rows.are_free,
        begun_at=at,
        by_id=by.appointment_id,
    )
    RoundColumn.objects.bulk_create(
        column_of(made, place, one) for place, one in enumerate(asked.columns, start=1)
    )
    sheets = Sheet.objects.bulk_create(Sheet(round=made, structure=one) for one in found)
    if act is None:
        SheetRow.objects.bulk_create(ad_hoc_rows(sheets, rows, on=day_of(at)))
    codes = [one.code for one in asked.columns]
    note(round=made, period=made.period, due_at=made.due_at, columns=codes)
    return made


def column_of(made: Round, place: int, one: ColumnRow) -> RoundColumn:
    """A column of a round."""
    return RoundColumn(
        round=made,
        position=place,
        code=one.code,
        kind=one.kind,
        title_kk=one.title.kk,
        title_ru=one.title.ru,
        required=one.required,
        summed=one.summed,
        options=[list(asdict(option).values()) for option in one.options],
    )


def ad_hoc_rows(sheets: Iterable[Sheet], rows: AdHocRows, *, on: date) -> Iterator[SheetRow]:
    """The rows of an ad hoc round; a body without districts gets one row for its territory."""
    listed = list(sheets)
    parts = parts_of_territories(listed, on=on) if rows.districts else {}
    for sheet in listed:
        named = [one.name for one in parts.get(sheet.structure.territory_id, ())]
        if rows.districts and not named:
            named = [territory_of(sheet.structure)]
        for place, title in enumerate([*rows.lines, *named], start=1):
            yield SheetRow(sheet=sheet, position=place, title_kk=title.kk, title_ru=title.ru)


def territory_of(body: Structure) -> LocalText:
    """The name of a body's territory, or its own where it has none."""
    named: Territory | Structure = body.territory or body
    return LocalText(named.name.get("kk")[:300], named.name.get("ru")[:300])


@action(
    "round.dropped",
    may=may_open_round,
    label=LocalText(
        "Ақпарат сұратудың жобасы жойылды",
        "Проект сбора информации удален",
        "Draft of a reporting round dropped",
    ),
)
def drop_round(_by: Actor, one: Round, /, *, at: datetime) -> int:
    """Drop a draft with its columns and sheets; how many bodies would have been asked."""
    sheets = Sheet.objects.filter(round=one)
    count = sheets.count()
    sheets.delete()
    RoundColumn.objects.filter(round=one).delete()
    Round.objects.filter(pk=one.pk).delete()
    return count
