"""The reporting round of the demonstration: autumn 2026 under the invented plan."""

from collections.abc import Callable, Mapping
from datetime import datetime

from birlik.base.obligations.models import Party
from birlik.base.records.models import Act
from birlik.base.values.actor import Actor
from birlik.base.values.clock import ZONE, day_of
from birlik.base.values.local_text import LocalText
from birlik.base.values.period import Period
from birlik.domains.execution.actions.rounds.begin import Asked, begin_round
from birlik.domains.execution.actions.rounds.fill import RowEntry, fill_rows
from birlik.domains.execution.actions.rounds.open import open_round
from birlik.domains.execution.actions.rounds.return_sheet import return_sheet
from birlik.domains.execution.actions.rounds.send import send_sheet
from birlik.domains.execution.engine.rounds.columns import STANDARD
from birlik.domains.execution.models import Sheet, SheetRow
from birlik.domains.execution.queries.rounds.owing import owed_by_body
from birlik.wiring.demo.people import Staff

ACT, PERIOD = "Д-1", Period.half(2026, 2)
OPENED_AT = datetime(2026, 11, 2, 10, tzinfo=ZONE)
ANSWERED_AT = datetime(2026, 11, 16, 15, tzinfo=ZONE)
RETURNED_AT = datetime(2026, 11, 17, 11, tzinfo=ZONE)
DUE_AT = datetime(2026, 11, 25, 18, tzinfo=ZONE)
TITLE = LocalText(
    "2026 жылдың күзінде атқарылған жұмыс туралы ақпарат",
    "Информация о работе, проделанной осенью 2026 года",
)
SAID: tuple[Mapping[str, str], ...] = (
    {
        "standing": "under_way",
        "text_kk": "Дайындық жұмысы жүргізілуде, қатысушылардың тізімі жасалды.",
        "text_ru": "Идет подготовка, составлен список участников.",
        "quantity": "2",
    },
    {
        "standing": "under_way",
        "text_kk": "Бірінші кезеңі аяқталды, қорытындысы желтоқсанда шығарылады.",
        "text_ru": "Завершен первый этап, итоги подведут в декабре.",
        "quantity": "1",
    },
    {
        "standing": "not_begun",
        "text_kk": "Іс-шара IV тоқсанға жоспарланған.",
        "text_ru": "Мероприятие запланировано на IV квартал.",
    },
)
"""What the invented bodies answer, in turn."""

REASON = "Санын нақтылаңыз: есептік кезеңдегі іс-шаралар ғана көрсетіледі."


def opened(staff: Staff) -> None:
    """The round is begun and opened for all who owe something in the half-year."""
    act = Act.objects.get(number=ACT)
    owed = owed_by_body(act, PERIOD, on=day_of(OPENED_AT))
    asked = Asked(
        TITLE, DUE_AT, STANDARD, PERIOD.code, number="11-02/118", dated_on=day_of(OPENED_AT)
    )
    begun = begin_round(staff.coordinator, act, at=OPENED_AT, asked=asked, bodies=sorted(owed))
    open_round(staff.coordinator, begun, at=OPENED_AT)


def answered(staff: Staff) -> None:
    """Two bodies of five send their sheets, a third has begun with its."""
    sheets = Sheet.objects.filter(round__act__number=ACT).order_by("structure__name_kk", "pk")
    for place, sheet in enumerate(sheets):
        if place % 5 < 3:
            answer(staff.executors[sheet.structure_id], sheet, sends=place % 5 < 2)


def returned(staff: Staff) -> None:
    """One of the sheets goes back."""
    sent = Sheet.objects.filter(round__act__number=ACT, state=Sheet.State.SENT).order_by("-pk")
    return_sheet(staff.coordinator, sent[0], at=RETURNED_AT, reason=REASON)


AUTUMN: tuple[tuple[datetime, Callable[[Staff], None]], ...] = (
    (OPENED_AT, opened),
    (ANSWERED_AT, answered),
    (RETURNED_AT, returned),
)
"""What happens to the round, and when."""


def answer(by: Actor, sheet: Sheet, *, sends: bool) -> None:
    """Fill in a sheet as its executor; contributors say less than leads. It is sent, or left half
    done."""
    rows = SheetRow.objects.filter(sheet=sheet).select_related("obligation")
    entries = {}
    for place, row in enumerate(rows):
        said = dict(SAID[(place + sheet.pk) % len(SAID)])
        if row.obligation and row.obligation.role == Party.Role.CONTRIBUTOR:
            said.pop("quantity", "")
        if sends or not place % 2:
            entries[row.pk] = RowEntry(said, {})
    fill_rows(by, sheet, at=ANSWERED_AT, rows=entries)
    if sends:
        send_sheet(by, Sheet.objects.get(pk=sheet.pk), at=ANSWERED_AT)
