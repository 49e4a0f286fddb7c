"""A plan that was controlled elsewhere before 1 January 2024, and records of how that went."""

from dataclasses import dataclass
from datetime import UTC, date, datetime

from birlik.base.obligations.engine.opening import PastRow, past_rows
from birlik.base.obligations.models import Duty, Obligation
from birlik.base.records.actions import store_document
from birlik.base.records.engine.workbook import read_workbook
from birlik.base.records.models import Act, Document, Provision
from birlik.base.registry.models import Structure
from birlik.base.values.actor import Actor, Grant
from tests.base.records.engine.workbook.books import filled

AT = datetime(2024, 2, 1, 6, tzinfo=UTC)
"""The day of going live: 1 February 2024."""

BEGINS = date(2024, 1, 1)
MOVED = date(2023, 7, 3)
"""The working day to which 30 June 2023 was moved."""
SYSTEM = Actor.system()
COORDINATOR = Actor(3, None, "coordinator", frozenset({Grant("acts.import")}))
STRANGER = Actor(9, None, "stranger", frozenset({Grant("plans.read")}))
HEADS = ("Іс-шара №", "Кезең", "Мерзімі", "Орындаушы", "Орындалды", "Хат №", "Хат күні")


@dataclass(frozen=True, slots=True)
class Past:
    """The plan of 2022-2024. Measure 1 of the ministry, by halves: the first and the second of
    2023; the contribution of an akimat to the second; the first of 2024 is controlled here.
    Measure 8.1 of both akimats for 2023. Measure 8.10 of the ministry, thrice in 2023. Measure 2
    for the first half of 2022 is void."""

    act: Act
    ministry: Structure
    first: Obligation
    second: Obligation
    contribution: Obligation
    here: Obligation
    akimats: tuple[Obligation, Obligation]
    thrice: tuple[Obligation, ...]
    void: Obligation


def past() -> Past:
    """The plan as it stands when the installation goes live."""
    act = act_of("1014")
    ministry = Structure.objects.create(
        kind="ministry", name_kk="Министрлік", name_ru="Министерство", short_ru="МКИ"
    )
    abai, ulytau = (
        Structure.objects.create(
            kind="akimat", name_kk=f"{name} әкімдігі", name_ru=f"Акимат {name}"
        )
        for name in ("Абай", "Ұлытау")
    )
    halves, group, often, old = (duty(act, number) for number in ("1", "8.1", "8.10", "2"))
    second = owe(halves, ministry, "2023-H2", (2023, 7, 1), (2023, 12, 31))
    return Past(
        act=act,
        ministry=ministry,
        first=owe(halves, ministry, "2023-H1", (2023, 1, 1), (2023, 6, 30), due_on=MOVED),
        second=second,
        contribution=owe(
            halves, abai, "2023-H2", (2023, 7, 1), (2023, 12, 31), role="contributor", lead=second
        ),
        here=owe(halves, ministry, "2024-H1", (2024, 1, 1), (2024, 6, 30), recorded=True),
        akimats=(
            owe(group, abai, "2023", (2023, 1, 1), (2023, 12, 31)),
            owe(group, ulytau, "2023", (2023, 1, 1), (2023, 12, 31)),
        ),
        thrice=tuple(
            owe(often, ministry, "2023", (2023, 1, 1), (2023, 12, 31), number=number)
            for number in (1, 2, 3)
        ),
        void=owe(
            old, ministry, "2022-H1", (2022, 1, 1), (2022, 6, 30),
            outcome="void", void_reason="before_adoption",
        ),
    )  # fmt: skip


def act_of(number: str) -> Act:
    """An act of 15.09.2022 that this installation controls from 1 January 2024."""
    adopted = date(2022, 9, 15)
    return Act.objects.create(
        kind="decree", number=number, title_kk="Жоспар", title_ru="План", adopted_on=adopted,
        in_force_from=adopted, first_year=2022, last_year=2024, confirmed_at=AT,
        controlled_from=BEGINS,
    )  # fmt: skip


def duty(act: Act, number: str) -> Duty:
    """A measure of the act."""
    provision = Provision.objects.create(
        act=act, kind="measure", path=f"measure/{number}", number=number,
        position=act.provisions.count(),
    )  # fmt: skip
    return Duty.objects.create(provision=provision)


def owe(
    of: Duty,
    debtor: Structure,
    period: str,
    first: tuple[int, int, int],
    last: tuple[int, int, int],
    **more: object,
) -> Obligation:
    """What a debtor owed for a period, due on its last day; of the past there is no record."""
    ends = date(*last)
    fields = {"role": "lead", "due_on": ends, "nominal_on": ends, "recorded": False} | more
    return Obligation.objects.create(
        act=of.provision.act, duty=of, debtor=debtor, period=period,
        period_first=date(*first), period_last=ends, **fields,
    )  # fmt: skip


def rows(
    act: Act, *lines: tuple[object, ...], heads: tuple[str, ...] = HEADS
) -> tuple[PastRow, ...]:
    """Rows of a record of control under these heads."""
    return past_rows(read_workbook(filled(heads, *lines)), act=act.pk)


def document(name: str = "бақылау.xlsx", content: bytes = b"x") -> Document:
    """The stored workbook."""
    return store_document(
        SYSTEM, None, at=AT, name=name, media_type="application/xlsx", content=content
    )
