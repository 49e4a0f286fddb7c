"""What every installation begins with: the charter, the territories, and the bodies acts name.

Loading is repeated at every start and changes only what differs, so that an edition of the charter
that comes with a new version is taken over.
"""

import csv
import hashlib
from datetime import date, datetime
from pathlib import Path

import yaml

from birlik.base.charter.actions import load_charter
from birlik.base.journal.queries import last_entry
from birlik.base.registry.actions import (
    StructureRow,
    TerritoryRow,
    load_territories,
    register_structure,
)
from birlik.base.registry.models import Territory
from birlik.base.registry.queries import regions, structures_known
from birlik.base.values.actor import Actor
from birlik.base.values.local_text import LocalText

HERE = Path(__file__).parent
SYSTEM = Actor.system()
ACCORD_FOUNDED_ON = date(2014, 6, 1)
"""The communal institutions «Қоғамдық келісім» are counted from the year 2014 (concept to 2030,
section 2); the acts do not give the day."""


def lay(*, at: datetime) -> None:
    """Bring charter, territories and bodies up to what this version brings along."""
    content = charter_content()
    entry = last_entry("charter.loaded")
    if entry is None or hashlib.sha256(content).hexdigest() not in entry.text:
        load_charter(SYSTEM, None, at=at, content=content)
    if not regions().exists():
        load_territories(SYSTEM, None, at=at, rows=territory_rows())
    if not structures_known():
        register_named(at=at)
        for territory in regions():
            register_regional(territory, at=at)


def charter_content() -> bytes:
    """The edition of the charter that comes along: the files of `charter/` in their order, each a
    YAML document."""
    files = sorted((HERE / "charter").glob("*.yaml"))
    return b"\n---\n".join(one.read_bytes() for one in files)


def territory_rows() -> list[TerritoryRow]:
    """The territories of `territories.csv`."""
    with (HERE / "territories.csv").open(encoding="utf-8") as lines:
        return [territory_row(line) for line in csv.DictReader(lines)]


def territory_row(line: dict[str, str]) -> TerritoryRow:
    """One line of the file."""
    placed = line["tile_col"] and line["tile_row"]
    return TerritoryRow(
        code=line["kato"],
        iso=line["iso"],
        kind=line["kind"],
        parent=line["parent_kato"],
        name=LocalText(line["name_kk"], line["name_ru"], line["name_en"]),
        short_kk=line["short_kk"],
        short_ru=line["short_ru"],
        predecessor=line["predecessor_kato"],
        valid_from=date.fromisoformat(line["valid_from"]) if line["valid_from"] else None,
        tile=(int(line["tile_col"]), int(line["tile_row"])) if placed else None,
    )


def register_named(*, at: datetime) -> None:
    """Enter the bodies of `structures.yaml`, successors before those whom they succeed."""
    numbers: dict[str, int] = {}
    for row in yaml.safe_load((HERE / "structures.yaml").read_text(encoding="utf-8")):
        made = register_structure(
            SYSTEM,
            None,
            at=at,
            row=StructureRow(
                kind=row["kind"],
                name=LocalText(row["kk"], row["ru"], row["en"]),
                short=LocalText(row["short_kk"], row["short_ru"]),
                founded_on=row.get("from"),
                closed_on=row.get("until"),
                successor=numbers.get(row.get("successor", "")),
            ),
        )
        numbers[row["code"]] = made.pk


def register_regional(territory: Territory, *, at: datetime) -> None:
    """Enter a region's akimat and its communal institution."""
    kk, ru, en = f"{territory.name_kk}ның", genitive(territory.name_ru), territory.name_en
    akimat = StructureRow(
        "akimat",
        LocalText(f"{kk} әкімдігі", f"Акимат {ru}", f"Akimat of {en}"),
        founded_on=territory.valid_from,
    )
    institution = StructureRow(
        "accord_institution",
        LocalText(
            f"{kk} «Қоғамдық келісім» КММ",
            f"КГУ «Қоғамдық келісім» {ru}",
            f"Communal institution “Qogamdyq Kelisim” of {en}",
        ),
        founded_on=max(territory.valid_from or ACCORD_FOUNDED_ON, ACCORD_FOUNDED_ON),
    )
    for row in (akimat, institution):
        register_structure(SYSTEM, territory, at=at, row=row)


def genitive(name: str) -> str:
    """A region's Russian name in the genitive: "Акимат Акмолинской области"."""
    for ending, other in (
        ("ая область", "ой области"),
        ("Астана", "Астаны"),
        ("Шымкент", "Шымкента"),
    ):
        if name.endswith(ending):
            name = name.removesuffix(ending) + other
    return name.replace("область ", "области ").replace("город ", "города ")
