"""The public part of the API: what the charter lets anybody see of the register, without a key."""

from collections.abc import Iterator
from datetime import date, datetime
from hashlib import sha256
from http import HTTPStatus
from typing import Any

from allauth.account.adapter import get_adapter
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from ninja import Path, Query, Router
from ninja.errors import HttpError

from birlik.base.registry.models import Structure, Territory
from birlik.base.registry.queries.public import (
    Asked,
    PublicBody,
    PublicField,
    PublicLine,
    lines_shown,
    public_bodies,
    public_body,
    public_kinds,
    public_register,
    public_registers,
    public_territories,
    shown,
    shown_in_parts,
)
from birlik.base.ui.export.listing import Plain
from birlik.base.ui.export.separated import csv_chunks
from birlik.base.ui.limits import within_limit
from birlik.base.ui.pages import now
from birlik.base.values.clock import day_of
from birlik.faces.opendata.fresh import unchanged
from birlik.faces.opendata.public_shapes import (
    Code,
    Narrowed,
    PartAsked,
    PlacesAsked,
    PlacesOut,
    Portion,
    RegisterOut,
    StructureOut,
    StructuresOut,
    Unknown,
)
from birlik.faces.opendata.shapes import Number, said

MINUTE = 60
VISITS = 300
"""How many requests a minute one address may make."""
CSV = "text/csv; charset=utf-8"
ABSENT = {HTTPStatus.NOT_FOUND: Unknown}
HEADS = (
    *("id", "kind", "kind_kk", "kind_ru", "name_kk", "name_ru", "name_en", "level", "territory"),
    *("territory_kk", "territory_ru", "head", "address_kk", "address_ru", "phone", "email"),
    *("website", "house", "house_kk", "house_ru", "accredited", "accredited_until"),
)
"""The columns of the file, in their order."""


def visitor(request: HttpRequest) -> bool:
    """Let anybody in; raises `HttpError` 429 when an address has asked too often. The address is
    not kept, only its digest, for the minute."""
    address: str = get_adapter().get_client_ip(request)
    name = f"public:{sha256(address.encode()).hexdigest()}"
    if not within_limit(name, most=VISITS, seconds=MINUTE, at=now()):
        raise HttpError(HTTPStatus.TOO_MANY_REQUESTS, "too many requests; wait a minute")
    return True


public = Router(auth=visitor, tags=["public"])


def day_asked(on: date | None, at: datetime) -> date:
    """The day as of which something is asked; no day to come is told."""
    return min(on or day_of(at), day_of(at))


def asked_by(wanted: Narrowed) -> Asked:
    """Which bodies are asked for."""
    return Asked(wanted.kind, wanted.region, wanted.accredited, wanted.q.strip())


@public.get(
    "/structures",
    response=StructuresOut,
    summary="Құрылымдар · Структуры · Public structures",
)
def list_structures(
    request: HttpRequest, response: HttpResponse, wanted: Query[Portion]
) -> dict[str, Any] | HttpResponseBase:
    """Bodies of public kinds as of a day, by name."""
    at = now()
    if known := unchanged(request, response, at=at):
        return known
    on = day_asked(wanted.on, at)
    kinds = public_kinds(on=on, today=day_of(at))
    found = public_bodies(asked_by(wanted), kinds, on=on)
    part = found[wanted.offset : wanted.offset + wanted.limit]
    items = [structure_out(one) for one in shown(part, kinds, on=on)]
    return {"on": on, "count": found.count(), "items": items}


@public.get("/structures.csv", response={200: None}, summary="CSV")
def structures_file(request: HttpRequest, wanted: Query[Narrowed]) -> HttpResponseBase:
    """The same bodies as a file: UTF-8 with its mark, parted by semicolons."""
    at = now()
    on = day_asked(wanted.on, at)
    kinds = public_kinds(on=on, today=day_of(at))
    found = public_bodies(asked_by(wanted), kinds, on=on)
    name = f'attachment; filename="birlik-structures-{on:%Y-%m-%d}.csv"'
    file = StreamingHttpResponse(
        csv_chunks(csv_lines(shown_in_parts(found, kinds, on=on)), "kk"),
        content_type=CSV,
        headers={"Content-Disposition": name},
    )
    return unchanged(request, file, at=at) or file


@public.get(
    "/structures/{number}",
    response={HTTPStatus.OK: StructureOut, **ABSENT},
    summary="Құрылым · Структура · One public structure",
)
def one_structure(
    request: HttpRequest, response: HttpResponse, number: Path[Number], on: date | None = None
) -> dict[str, Any] | HttpResponseBase:
    """One body; what is not public answers as what does not exist."""
    at = now()
    found = public_body(number, on=day_asked(on, at), today=day_of(at))
    if found is None:
        raise HttpError(HTTPStatus.NOT_FOUND, "there is no such public structure")
    return unchanged(request, response, at=at) or structure_out(found)


@public.get(
    "/registers/{code}",
    response={HTTPStatus.OK: RegisterOut, **ABSENT},
    summary="Тұлғалар тізілімі · Реестр лиц · A public register of persons",
)
def one_register(
    request: HttpRequest, response: HttpResponse, code: Path[Code], wanted: Query[PartAsked]
) -> dict[str, Any] | HttpResponseBase:
    """Who stands in a public register today and agreed to be shown, by name."""
    at = now()
    found = public_register(code, on=day_of(at))
    if found is None:
        raise HttpError(HTTPStatus.NOT_FOUND, "there is no such public register")
    if known := unchanged(request, response, at=at):
        return known
    card = public_registers(on=day_of(at))[code]
    kinds = public_kinds(on=day_of(at), today=day_of(at))
    part = found[wanted.offset : wanted.offset + wanted.limit]
    return {
        "code": card.code,
        "name": said(card.name),
        "count": found.count(),
        "items": [line_out(one) for one in lines_shown(part, card, kinds)],
    }


@public.get(
    "/territories",
    response=PlacesOut,
    summary="Аумақтар · Территории · Territories (КАТО)",
)
def list_territories(
    request: HttpRequest, response: HttpResponse, wanted: Query[PlacesAsked]
) -> dict[str, Any] | HttpResponseBase:
    """Places of the classifier as of a day, by code."""
    at = now()
    if known := unchanged(request, response, at=at):
        return known
    on = day_asked(wanted.on, at)
    found = public_territories(on=on, above=wanted.above)
    part = found[wanted.offset : wanted.offset + wanted.limit]
    return {"on": on, "count": found.count(), "items": [place_out(one) for one in part]}


def structure_out(one: PublicBody) -> dict[str, Any]:
    """A body as the API gives it."""
    return {
        "id": one.number,
        "kind": {"code": one.kind.code, "name": said(one.kind.name)},
        "name": said(one.name),
        "level": one.level,
        "territory": coded(one.territory),
        "head": one.head,
        "address": said(one.address),
        "phone": one.phone,
        "email": one.email,
        "website": one.website,
        "house": numbered(one.house),
        "accredited": one.accredited,
        "accredited_until": one.accredited_until,
        "fields": [field_out(field) for field in one.fields],
    }


def line_out(one: PublicLine) -> dict[str, Any]:
    """A line of a register as the API gives it."""
    return {
        "name": one.name,
        "number": one.number,
        "languages": list(one.languages),
        "centre": numbered(one.centre),
        "territory": coded(one.territory),
        "until": one.until,
        "fields": [field_out(field) for field in one.fields],
    }


def place_out(one: Territory) -> dict[str, Any]:
    """A place as the API gives it."""
    return {
        "code": one.code,
        "name": said(one.name),
        "level": one.level,
        "above": one.parent.code if one.parent else None,
        "valid_from": one.valid_from,
        "continues": one.predecessor_code,
    }


def field_out(one: PublicField) -> dict[str, Any]:
    """A further field as the API gives it."""
    label = said(one.label) if one.label else None
    return {"code": one.code, "name": said(one.name), "value": one.value, "label": label}


def coded(place: Territory | None) -> dict[str, Any] | None:
    """A territory by its code and name."""
    return {"code": place.code, "name": said(place.name)} if place else None


def numbered(body: Structure | None) -> dict[str, Any] | None:
    """A body by its number and name."""
    return {"id": body.pk, "name": said(body.name)} if body else None


def csv_lines(bodies: Iterator[PublicBody]) -> Iterator[list[Plain]]:
    """The lines of the file, its heads first."""
    yield list(HEADS)
    for one in bodies:
        place, house = one.territory, one.house
        yield [
            *(one.number, one.kind.code, one.kind.name.kk, one.kind.name.ru),
            *(one.name.kk, one.name.ru, one.name.en, one.level),
            *((place.code, place.name_kk, place.name_ru) if place else ("", "", "")),
            *(one.head, one.address.kk, one.address.ru, one.phone, one.email, one.website),
            *((house.pk, house.name_kk, house.name_ru) if house else ("", "", "")),
            *(int(one.accredited), one.accredited_until),
        ]
