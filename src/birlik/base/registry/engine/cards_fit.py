"""What is wrong with a card, field by field: judged by what the charter and the registry know
around it, so that a form, a proposal and a file of thousands are judged alike."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from birlik.base.charter.engine.kinds import ExtraField, KindCard
from birlik.base.registry.engine.cards import CardRow, Particular
from birlik.base.registry.refusals import cards as refusals
from birlik.base.values.identity import fault_of_bin
from birlik.base.values.local_text import LocalText

Fault = tuple[str, LocalText]
DEPTHS = {"region": (0,), "district": (1,), "settlement": (1, 2, 3)}
"""Level → how deep its territories lie in the classifier: 0 is an oblast or a city of republican
significance, 1 what lies in it, down to the village."""


@dataclass(frozen=True, slots=True)
class Other:
    """Another body that a card names; it exists on `[founded_on, closed_on)`, `line` are the
    numbers of the body and of those it is a part of."""

    founded_on: date | None = None
    closed_on: date | None = None
    line: frozenset[int] = frozenset()

    def exists(self, on: date) -> bool:
        """Whether the body exists on a day."""
        begun = self.founded_on is None or self.founded_on <= on
        return begun and (self.closed_on is None or self.closed_on > on)


@dataclass(frozen=True, slots=True)
class Around:
    """What is known around a card: its kind in the charter, how deep its territory lies in the
    classifier (None where there is none of that code), the bodies it names, whether another body
    bears its number, whether the provision exists, and the codes of the charter."""

    kind: KindCard | None = None
    depth: int | None = None
    parent: Other | None = None
    house: Other | None = None
    bin_taken: bool = False
    provision_known: bool = True
    cultures: Collection[str] = ()
    languages: Collection[str] = ()
    fields: Collection[str] = ()


def faults(
    row: CardRow, around: Around, *, on: date, itself: int | None = None
) -> dict[str, LocalText]:
    """Name of a field → what is wrong with it, in every language; a particular is named
    "particulars.<code>".

    `on` is the day on which the bodies that the card names must exist, `itself` the number of the
    body where it is entered already.
    """
    found: dict[str, LocalText] = {}
    for name, reason in (
        *faults_of_words(row, around),
        *faults_of_place(row, around),
        *faults_of_bodies(row, around, on, itself),
        *faults_of_codes(row, around),
        *faults_of_particulars(row, around.kind),
    ):
        found.setdefault(name, reason)
    return found


def faults_of_words(row: CardRow, around: Around) -> Iterator[Fault]:
    """What is wrong with names, number and ground."""
    for name in ("name_kk", "name_ru"):
        if not getattr(row, name).strip():
            yield name, refusals.NAME_NEEDED
    fault = fault_of_bin(row.bin) if row.bin else None
    if fault:
        yield "bin", fault
    if row.bin and around.bin_taken:
        yield "bin", refusals.BIN_TAKEN
    if row.provision is not None and not around.provision_known:
        yield "provision", refusals.PROVISION_MISSING


def faults_of_place(row: CardRow, around: Around) -> Iterator[Fault]:
    """What is wrong with kind, level and territory."""
    if around.kind is None:
        yield "kind", refusals.KIND_UNKNOWN
    elif row.level and around.kind.levels and row.level not in around.kind.levels:
        yield "level", refusals.LEVEL_UNFIT
    if row.territory and around.depth is None:
        yield "territory", refusals.PLACE_UNKNOWN
    elif not placed_rightly(row, around.depth):
        yield "territory", refusals.PLACE_UNFIT


def placed_rightly(row: CardRow, depth: int | None) -> bool:
    """Whether a body of the level may lie in such a territory; one of an organisation, or without
    a level, may lie anywhere."""
    if row.level == "republic":
        return not row.territory
    return row.level not in DEPTHS or depth in DEPTHS[row.level]


def faults_of_bodies(row: CardRow, around: Around, on: date, itself: int | None) -> Iterator[Fault]:
    """What is wrong with the body above and with the house."""
    if row.parent is not None:
        if around.parent is None or not around.parent.exists(on):
            yield "parent", refusals.PARENT_MISSING
        elif itself is not None and itself in around.parent.line:
            yield "parent", refusals.PARENT_CIRCLE
    if row.house is not None:
        if row.house == itself:
            yield "house", refusals.HOUSE_ITSELF
        elif around.house is None or not around.house.exists(on):
            yield "house", refusals.HOUSE_MISSING


def faults_of_codes(row: CardRow, around: Around) -> Iterator[Fault]:
    """What is wrong with culture, languages and fields of work."""
    if row.culture and not (around.kind and around.kind.devoted):
        yield "culture", refusals.NOT_DEVOTED
    elif row.culture and row.culture not in around.cultures:
        yield "culture", refusals.CODE_UNKNOWN
    for name, known in (("languages", around.languages), ("fields", around.fields)):
        if not set(getattr(row, name)) <= set(known):
            yield name, refusals.CODE_UNKNOWN


def faults_of_particulars(row: CardRow, kind: KindCard | None) -> Iterator[Fault]:
    """What is wrong with what only this kind says."""
    known = {one.code: one for one in kind.fields} if kind else {}
    for code, value in row.particulars.items():
        if code not in known:
            yield f"particulars.{code}", refusals.PARTICULAR_UNKNOWN
        elif not fits(known[code], value):
            yield f"particulars.{code}", refusals.PARTICULAR_UNFIT


def fits(field: ExtraField, value: Particular) -> bool:
    """Whether a value is of the type of a field."""
    if field.type == "flag":
        return isinstance(value, bool)
    if field.type == "number":
        return isinstance(value, int | float) and not isinstance(value, bool)
    if field.type == "choice":
        return value in dict(field.options)
    return isinstance(value, str)
