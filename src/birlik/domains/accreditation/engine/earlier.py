"""An earlier round as a file: which association, by which certificate, until when, by which
protocol."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from birlik.base.records.engine.workbook import Value
from birlik.base.registry.engine.importing.cells import Choices, Reader, Said
from birlik.base.registry.engine.importing.columns import DAY_HINT, TERRITORY_HINT, Column
from birlik.base.registry.engine.importing.scripts import name_key
from birlik.base.registry.engine.importing.table import read_table
from birlik.base.values.local_text import LocalText

COLUMNS: tuple[Column, ...] = (
    Column(
        "bin", LocalText("БСН", "БИН", "BIN"), "bin", otherwise=("БСН / БИН", "БИН организации")
    ),
    Column(
        "name_kk",
        LocalText("Бірлестіктің атауы", "Название объединения", "Association"),
        otherwise=("Атауы", "Наименование", "Название", "Наименование объединения", "Name"),
        hint=LocalText(
            "БСН жоқ болса: тізілімдегі атауы.",
            "Если нет БИН: название как в реестре.",
            "Where there is no BIN: its name as in the register.",
        ),
    ),
    Column(
        "territory",
        LocalText("Өңір", "Регион", "Region"),
        "territory",
        hint=TERRITORY_HINT,
        otherwise=("Облыс", "Область", "Аумақ", "Территория"),
        choice="territory",
    ),
    Column(
        "certificate",
        LocalText("Куәлік нөмірі", "Номер свидетельства", "Certificate No."),
        otherwise=("Куәлік №", "№ свидетельства", "Свидетельство"),
        longest=60,
        needed=True,
    ),
    Column(
        "valid_from",
        LocalText("Берілген күні", "Дата выдачи", "Issued on"),
        "day",
        hint=DAY_HINT,
        otherwise=("Дата свидетельства", "Куәлік күні"),
        needed=True,
    ),
    Column(
        "valid_until",
        LocalText("Қолданылу мерзімінің соңғы күні", "Действует по", "Valid to"),
        "day",
        hint=LocalText(
            "Бос болса, қағидалардағы мерзім алынады.",
            "Если пусто, берется срок по правилам.",
            "Left empty, the term of the rules is taken.",
        ),
        otherwise=("Мерзімі", "Срок действия", "Срок", "Действительно до"),
    ),
    Column(
        "protocol",
        LocalText("Хаттама нөмірі", "Номер протокола", "Protocol No."),
        otherwise=("Хаттама №", "№ протокола", "Протокол"),
        longest=100,
        needed=True,
    ),
    Column(
        "held_on",
        LocalText("Хаттама күні", "Дата протокола", "Protocol of"),
        "day",
        hint=DAY_HINT,
        needed=True,
    ),
)
NEEDED = LocalText("Бұл ұяшықты толтырыңыз.", "Заполните эту ячейку.", "Fill in this cell.")
NO_BODY = LocalText(
    "Тізілімде мұндай бірлестік жоқ. БСН немесе атауы мен өңірін тексеріңіз.",
    "В реестре нет такого объединения. Проверьте БИН или название и регион.",
    "The register has no such association. Check its BIN, or its name and region.",
)
SEVERAL = LocalText(
    "Мұндай атауы бар бірлестік бірнешеу. БСН немесе өңірін көрсетіңіз.",
    "Таких объединений несколько. Укажите БИН или регион.",
    "Several associations bear this name. Give the BIN or the region.",
)
TWICE = LocalText(
    "Бұл куәлік {words}-жолда да тұр. Біреуін қалдырыңыз.",
    "Это свидетельство стоит и в строке {words}. Оставьте одну.",
    "This certificate stands in row {words}, too. Leave one of them.",
)
TAKEN = LocalText(
    "Мұндай нөмірлі куәлік басқа бірлестікке берілген. Нөмірін тексеріңіз.",
    "Свидетельство с этим номером выдано другому объединению. Проверьте номер.",
    "A certificate of this number is another association's. Check the number.",
)
BACKWARDS = LocalText(
    "Мерзім басталмай тұрып аяқталады. Күндерін тексеріңіз.",
    "Срок кончается раньше, чем начинается. Проверьте даты.",
    "The term ends before it begins. Check the days.",
)
TO_COME = LocalText(
    "Бұл күн әлі келген жоқ. Күнін тексеріңіз.",
    "Этот день еще не наступил. Проверьте дату.",
    "This day is still to come. Check it.",
)


@dataclass(frozen=True, slots=True)
class Known:
    """An association of the register as a row may mean it: its number, BIN, the keys of its names,
    the codes of the places it lies in, and that of its region ('' for a republican one)."""

    pk: int
    bin: str
    names: frozenset[str]
    places: tuple[str, ...]
    region: str


@dataclass(frozen=True, slots=True)
class EarlierRow:
    """A row that can be taken: the association and its region, the certificate with its term of
    `[valid_from, valid_until)` (None: the norm's), and the protocol."""

    row: int
    body: int
    region: str
    certificate: str
    valid_from: date
    valid_until: date | None
    protocol: str
    held_on: date


@dataclass(slots=True)
class Brought:
    """What a file of an earlier round means: the rows that are new, how many are known, and those
    that cannot be taken, with the reasons."""

    letters: Mapping[str, str]
    new: list[EarlierRow] = field(default_factory=list)
    known: int = 0
    unfit: list[Said] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Register:
    """What rows are compared with: the associations, and certificate → association of those that
    are known; both by number; and the places by code and name."""

    bodies: tuple[Known, ...]
    certificates: Mapping[str, int]
    places: Choices


def weigh(content: bytes, name: str, register: Register, *, on: date) -> Brought:
    """What the rows of a file mean on a day. Raises `UnfitFileError` as `read_table` does."""
    table = read_table(content, name, COLUMNS, kind="accreditation")
    found = Brought(table.letters)
    seen: dict[str, int] = {}
    matcher = Matcher(register.bodies)
    for said in Reader(COLUMNS, {"territory": register.places}).rows(table):
        body = matcher.find(said)
        check(said, on=on)
        number = said.values.get("certificate", "")
        first = seen.setdefault(number, said.number)
        if number and first != said.number:
            said.object_to("certificate", TWICE, first)
        owner = register.certificates.get(number)
        if body and owner not in {None, body.pk}:
            said.object_to("certificate", TAKEN)
        if said.objections or body is None:
            found.unfit.append(said)
        elif owner is None:
            found.new.append(row_of(said, body))
        else:
            found.known += 1
    return found


def check(said: Said, *, on: date) -> None:
    """Note what a row lacks, and days that cannot be."""
    values = said.values
    objected = {one.column for one in said.objections}
    for column in COLUMNS:
        if column.needed and column.name not in values and column.name not in objected:
            said.object_to(column.name, NEEDED)
    begins, ends = values.get("valid_from"), values.get("valid_until")
    if begins and ends and ends < begins:
        said.object_to("valid_until", BACKWARDS)
    if (held := values.get("held_on")) and held > on:
        said.object_to("held_on", TO_COME)


def row_of(said: Said, body: Known) -> EarlierRow:
    """A row that can be taken; the last day of a term is the one before its end."""
    values = said.values
    last = values.get("valid_until")
    return EarlierRow(
        row=said.number,
        body=body.pk,
        region=body.region,
        certificate=values["certificate"],
        valid_from=values["valid_from"],
        valid_until=date.fromordinal(last.toordinal() + 1) if last else None,
        protocol=values["protocol"],
        held_on=values["held_on"],
    )


class Matcher:
    """Finds the association that a row means: by its BIN, or by its name and region."""

    def __init__(self, bodies: Iterable[Known]) -> None:
        self.by_bin: dict[str, Known] = {}
        self.by_name: dict[str, list[Known]] = {}
        for one in bodies:
            if one.bin:
                self.by_bin[one.bin] = one
            for name in one.names:
                self.by_name.setdefault(name, []).append(one)

    def find(self, said: Said) -> Known | None:
        """The association of a row; None with an objection where it is not found, or one of
        several."""
        number, name = said.values.get("bin"), said.values.get("name_kk")
        if number:
            if number not in self.by_bin:
                said.object_to("bin", NO_BODY)
            return self.by_bin.get(number)
        place = said.values.get("territory")
        found = [
            one
            for one in self.by_name.get(name_key(name or ""), ())
            if place is None or place in one.places
        ]
        if len(found) != 1:
            said.object_to("name_kk", SEVERAL if found else NO_BODY)
            return None
        return found[0]


def reasons_of(said: Said, letters: Mapping[str, str]) -> list[tuple[str, LocalText]]:
    """Why a row cannot be taken: the cell ("B7") and the reason."""
    return [
        (f"{letters[one.column]}{said.number}" if one.column in letters else "", one.reason)
        for one in said.objections
    ]


def cells_of(said: Said) -> list[Value]:
    """The cells of a row as they were brought, in the order of the columns."""
    return [said.cells.get(column.name) for column in COLUMNS]
