"""The classifier of territories (КАТО) as the Bureau of National Statistics publishes it.

A code is `AB CD EF HIJ`: region, district or city, rural district, settlement (НК РК 11, section
6); noughts stand where a place has no such part. The workbook has the columns te (the code), ab,
cd, ef, hij, k, kaz_name, rus_name and nn. What the register knows is compared with it; nothing is
guessed: that one code continues another is only proposed, by equal names.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from birlik.base.records.engine.content.refusal import UnfitFileError
from birlik.base.records.engine.workbook import Header, Sheet, Value, Workbook, header_of
from birlik.base.registry.engine.territory_words import (
    CODE_TWICE,
    NO_CLASSIFIER,
    NO_NAME,
    NO_PLACES,
    NO_REGION,
    NOT_A_CODE,
    OTHER_PARTS,
)
from birlik.base.values.local_text import LocalText

CODE = re.compile(r"[0-9]{9}")
LEVELS = (2, 4, 6, 9)
"""How many signs of a code say the region, district, rural district and settlement."""
CITIES_FROM = 70
"""From which region on a code is a city of republican significance (НК РК 11, 6.5)."""
TOWNS_BELOW = 20
"""Below which district a code is a city of the region (НК РК 11, 6.6)."""
TOWN_ITSELF = "10"
HEADINGS: Mapping[str, Sequence[str]] = {
    "code": ("te", "kato", "КАТО", "код", "код КАТО", "КАТО коды", "ӘАОЖ коды", "code"),
    "ab": ("ab",),
    "cd": ("cd",),
    "ef": ("ef",),
    "hij": ("hij",),
    "kk": (
        *("kaz_name", "name_kk", "қазақша атауы", "атауы қазақша", "қазақ тіліндегі атауы"),
        *("наименование на казахском языке", "наименование на казахском", "название на казахском"),
    ),
    "ru": (
        *("rus_name", "name_ru", "орысша атауы", "атауы орысша", "орыс тіліндегі атауы"),
        *("наименование на русском языке", "наименование на русском", "название на русском"),
    ),
    "before": ("predecessor_code", "прежний код", "бұрынғы коды", "предыдущий код"),
}
PARTS = ("ab", "cd", "ef", "hij")
SHORTENED = (
    (re.compile(r"^г\.\s*(?!а\.)", re.IGNORECASE), "город "),
    (re.compile(r"\s+қ\.$", re.IGNORECASE), " қаласы"),
    (re.compile(r"\s+обл\.?$", re.IGNORECASE), " область"),
)
LOOKALIKES = str.maketrans("ќЌ", "қҚ")
"""The published file has a Macedonian letter in the place of a Kazakh one here and there."""


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A place of the classifier: its code, its names, and the code that it continues or ''."""

    code: str
    kk: str
    ru: str
    before: str = ""


class Wrong(NamedTuple):
    """A row of the file that cannot be right: its number, and why."""

    row: int
    reason: LocalText


@dataclass(frozen=True, slots=True)
class Classifier:
    """What a file says: its places, and the rows that cannot be right; with one of these it is not
    taken, for a place left out would look like one that was given up."""

    places: tuple[PlaceRow, ...]
    wrong: tuple[Wrong, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """A place of the register: its names, the code above it, and whether it still is."""

    code: str
    kk: str
    ru: str
    above: str
    lasts: bool


@dataclass(frozen=True, slots=True)
class Renamed:
    """A place that is called otherwise in the classifier."""

    known: Known
    row: PlaceRow


@dataclass(frozen=True, slots=True)
class Difference:
    """What a classifier changes of the register: places that are new, were given up and are back,
    are called otherwise, lie elsewhere, are no more; how many stay; and, code by code, which new
    place may continue which that is no more."""

    new: tuple[PlaceRow, ...]
    back: tuple[PlaceRow, ...]
    renamed: tuple[Renamed, ...]
    moved: tuple[Renamed, ...]
    gone: tuple[Known, ...]
    same: int
    continued: Mapping[str, str]

    @property
    def changes(self) -> bool:
        """Whether it changes anything."""
        return any((self.new, self.back, self.renamed, self.moved, self.gone))


def level_of(code: str) -> int:
    """How deep a place lies, by the last part of its code that is not nought: 1 region, 2 district
    or city, 3 rural district, 4 settlement."""
    filled = len(code.rstrip("0"))
    return next((level for level, signs in enumerate(LEVELS, 1) if filled <= signs), len(LEVELS))


def kind_of(code: str) -> str:
    """What sort of place a code is: "oblast", "city of republican significance", "district",
    "city", "rural district" or "settlement"."""
    level = level_of(code)
    in_city = int(code[:2]) > CITIES_FROM
    if level == 1:
        return "city of republican significance" if in_city else "oblast"
    if level == len(LEVELS):
        return "settlement"
    if in_city:
        return "district"
    if level == 2:
        return "city" if int(code[2:4]) < TOWNS_BELOW else "district"
    return "city" if code[4:6] == TOWN_ITSELF else "rural district"


def above(code: str, codes: Mapping[str, object]) -> str:
    """The nearest code among `codes` that a place lies in; '' for a region.

    The classifier leaves levels out: a district of Almaty lies in the city at once.
    """
    for signs in reversed(LEVELS[: level_of(code) - 1]):
        wanted = code[:signs].ljust(9, "0")
        if wanted in codes and wanted != code:
            return wanted
    return ""


def classifier_of(book: Workbook) -> Classifier:
    """The places of a workbook, from the first sheet that is a classifier.

    Raises `UnfitFileError` where no sheet has codes and names, or the one that does is empty.
    """
    for sheet in book.shown:
        header = header_of(sheet, HEADINGS, needed=("code", "kk", "ru"))
        if header:
            return read_places(sheet, header)
    raise UnfitFileError(NO_CLASSIFIER)


def read_places(sheet: Sheet, header: Header) -> Classifier:
    """The places below a heading; raises `UnfitFileError` where there are none."""
    places: dict[str, PlaceRow] = {}
    wrong: list[Wrong] = []
    rows: dict[str, int] = {}
    for row in sheet.rows:
        cells = {name: row.at(column) for name, column in header.columns.items()}
        if row.number <= header.last_row or is_bare(cells):
            continue
        place, reason = read_place(cells)
        if place and place.code in places:
            reason = CODE_TWICE
        if reason:
            wrong.append(Wrong(row.number, reason))
        elif place:
            places[place.code], rows[place.code] = place, row.number
    if not places and not wrong:
        raise UnfitFileError(NO_PLACES)
    orphans = [code for code in places if level_of(code) > 1 and not above(code, places)]
    wrong += [Wrong(rows[code], NO_REGION) for code in orphans]
    return Classifier(tuple(places.values()), tuple(sorted(wrong, key=lambda one: one.row)))


def is_bare(cells: Mapping[str, Value]) -> bool:
    """Whether a row names neither a place nor a code."""
    return not any(cells.get(name) for name in ("code", "kk", "ru"))


def read_place(cells: Mapping[str, Value]) -> tuple[PlaceRow | None, LocalText | None]:
    """The place of a row, or why it is none."""
    code = digits(cells.get("code"), 9)
    if not CODE.fullmatch(code) or code.startswith("00"):
        return None, NOT_A_CODE
    if not agrees(code, cells):
        return None, OTHER_PARTS
    kk, ru = name_in(cells.get("kk")), name_in(cells.get("ru"))
    if not kk and not ru:
        return None, NO_NAME
    before = digits(cells.get("before"), 9)
    return PlaceRow(code, kk or ru, ru or kk, before if CODE.fullmatch(before) else ""), None


def agrees(code: str, cells: Mapping[str, Value]) -> bool:
    """Whether the parts of a code that stand beside it are its own."""
    own = (code[:2], code[2:4], code[4:6], code[6:])
    pairs = zip(PARTS, own, strict=True)
    return all(
        cells.get(name) is None or digits(cells[name], len(part)) == part for name, part in pairs
    )


def digits(value: Value, length: int) -> str:
    """What a cell says as a number of so many digits; '' for anything that is neither a whole
    number nor text."""
    if isinstance(value, bool) or not isinstance(value, (str, int)):
        return ""
    return "".join(str(value).split()).zfill(length)


def name_in(value: Value) -> str:
    """A name without doubled spaces and letters of another alphabet; '' for anything but text."""
    return " ".join(value.translate(LOOKALIKES).split())[:300] if isinstance(value, str) else ""


def compared(name: str) -> str:
    """A name as it is compared: abbreviations written out, case and quotes left out."""
    for short, full in SHORTENED:
        name = short.sub(full, name)
    return " ".join(name.casefold().replace("ё", "е").split())


def difference(places: Iterable[PlaceRow], register: Mapping[str, Known]) -> Difference:
    """What a classifier changes of a register (code → place)."""
    listed = {one.code: one for one in places}
    known = {code: one for code, one in register.items() if code in listed}
    renamed, moved, changed = [], [], set()
    for code, one in known.items():
        row = listed[code]
        if is_renamed(one, row):
            renamed.append(Renamed(one, row))
            changed.add(code)
        if one.above != above(code, listed):
            moved.append(Renamed(one, row))
            changed.add(code)
    new = tuple(one for code, one in listed.items() if code not in register)
    gone = tuple(one for code, one in register.items() if one.lasts and code not in listed)
    back = tuple(listed[code] for code, one in known.items() if not one.lasts)
    return Difference(
        new=new,
        back=back,
        renamed=tuple(renamed),
        moved=tuple(moved),
        gone=gone,
        same=sum(one.lasts and code not in changed for code, one in known.items()),
        continued=continued(new, gone, listed, register),
    )


def is_renamed(known: Known, row: PlaceRow) -> bool:
    """Whether a place is called otherwise, abbreviations and case apart."""
    return (compared(known.kk), compared(known.ru)) != (compared(row.kk), compared(row.ru))


def continued(
    new: Sequence[PlaceRow],
    gone: Sequence[Known],
    listed: Mapping[str, PlaceRow],
    register: Mapping[str, Known],
) -> dict[str, str]:
    """New code → the code that it continues: what the file says, else the only one of its level
    with its names in a place of the same name, else the only one of its level with its names."""
    found = {one.code: one.before for one in new if one.before in register}
    for deep in (True, False):
        fresh = keyed(
            ((one.code, one.kk, one.ru) for one in new if one.code not in found), listed, deep=deep
        )
        taken = set(found.values())
        left = keyed(
            ((one.code, one.kk, one.ru) for one in gone if one.code not in taken),
            register,
            deep=deep,
        )
        found |= {code: left[key] for key, code in fresh.items() if key in left}
    return found


Key = tuple[int, str, str, str]


def keyed(
    places: Iterable[tuple[str, str, str]],
    among: Mapping[str, PlaceRow] | Mapping[str, Known],
    *,
    deep: bool,
) -> dict[Key, str]:
    """Level, names and, where `deep`, the name of the place above → the code of the only place that
    has them."""
    keys = [(key_of(one, among, deep=deep), one[0]) for one in places]
    often = Counter(key for key, _code in keys)
    return {key: code for key, code in keys if often[key] == 1}


def key_of(
    place: tuple[str, str, str],
    among: Mapping[str, PlaceRow] | Mapping[str, Known],
    *,
    deep: bool,
) -> Key:
    """By what a place is known again under another code."""
    code, kk, ru = place
    over = among.get(above(code, among)) if deep else None
    return level_of(code), compared(kk), compared(ru), compared(over.kk) if over else ""


def records_of(places: Iterable[PlaceRow]) -> list[list[str]]:
    """Places as JSON keeps them."""
    return [[one.code, one.kk, one.ru, one.before] for one in places]


def places_of(records: Iterable[Sequence[str]]) -> Iterator[PlaceRow]:
    """Places from what `records_of` made."""
    return (PlaceRow(*record) for record in records)
