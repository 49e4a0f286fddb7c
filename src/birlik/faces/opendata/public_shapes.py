"""What the public part of the API takes and gives: an allow-list, field by field."""

from datetime import date
from typing import Annotated

from ninja import Schema
from pydantic import Field

from birlik.faces.opendata.shapes import NO_NULL, Place, Short, Size, Words

Code = Annotated[str, Field(max_length=60, pattern=r"^[a-z0-9_-]*$")]
Kato = Annotated[str, Field(max_length=9, pattern=r"^([0-9]{9})?$")]


class Coded(Schema):
    """Something of a catalogue: its code and its name."""

    code: str
    name: Words


class Numbered(Schema):
    """A body by its number and name."""

    id: int
    name: Words


class FieldOut(Schema):
    """A further public field; `label` names the option of a choice."""

    code: str
    name: Words
    value: bool | int | float | str
    label: Words | None


class StructureOut(Schema):
    """A body of a public kind: what the charter lets anybody see of it, on the day asked for."""

    id: int
    kind: Coded
    name: Words
    level: str
    territory: Coded | None
    head: str
    address: Words
    phone: str
    email: str
    website: str
    house: Numbered | None
    accredited: bool
    accredited_until: date | None
    fields: list[FieldOut]


class StructuresOut(Schema):
    """A part of the list as of a day, and how long the whole list is."""

    on: date
    count: int
    items: list[StructureOut]


class Narrowed(Schema):
    """Which bodies are asked for: of a kind, in a region with all that lies in it (КАТО),
    accredited or not, with words in the name, as of a day (today without one)."""

    kind: Code = ""
    region: Kato = ""
    accredited: bool | None = None
    q: Annotated[str, Field(max_length=100, pattern=NO_NULL)] = ""
    on: date | None = None


class Portion(Narrowed):
    """Which bodies, and which part of the list."""

    limit: Size = 50
    offset: Place = 0


class LineOut(Schema):
    """A person in a public register, who agreed to be shown in it; `until` is the last day."""

    name: str
    number: str
    languages: list[str]
    centre: Numbered | None
    territory: Coded | None
    until: date | None
    fields: list[FieldOut]


class RegisterOut(Schema):
    """A part of a public register, and how long the whole is."""

    code: str
    name: Words
    count: int
    items: list[LineOut]


class PartAsked(Schema):
    """Which part of a list."""

    limit: Size = 50
    offset: Place = 0


class PlacesAsked(PartAsked):
    """Which places: those that lie in a place at once, or all; as of a day."""

    above: Kato = ""
    on: date | None = None


class PlaceOut(Schema):
    """A place of the classifier: level 1 region, 2 district or city, 3 rural district, 4
    settlement; `above` is the code of the place that it lies in."""

    code: str
    name: Words
    level: int
    above: str | None
    valid_from: date | None
    continues: str


class PlacesOut(Schema):
    """A part of the classifier, and how long the whole list is."""

    on: date
    count: int
    items: list[PlaceOut]


class Unknown(Schema):
    """Nothing public is there."""

    detail: Short
