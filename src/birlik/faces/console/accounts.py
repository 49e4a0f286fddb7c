"""`birlik account`: accounts and offices given by whoever runs the installation."""

from datetime import date, datetime
from typing import Annotated

import typer
from django.contrib.auth.hashers import make_password
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from birlik.base.charter.engine.wording import folded
from birlik.base.charter.models import Catalogue, CharterItem
from birlik.base.charter.queries import item
from birlik.base.registry.actions import (
    appoint,
    found_office,
    open_account,
    remove_second_factor,
)
from birlik.base.registry.models import Account, Structure
from birlik.base.registry.queries import (
    account_known,
    account_with,
    has_second_factor,
    named_structures,
    office_in,
)
from birlik.base.values.actor import Actor
from birlik.base.values.clock import SystemClock, day_of
from birlik.faces.console.terminal import terminal_language

app = typer.Typer(no_args_is_help=True, help="Accounts of the installation.")


@app.callback()
def accounts() -> None:
    """Accounts of the installation."""


BODY = "The body: its abbreviation (МАМ), its name in Kazakh or Russian, or its number."
DAY = ["%Y-%m-%d"]
PHONE = "The telephone of the seat, for call lists and letters; only where it is founded now."


@app.command("open")
def open_one(
    email: Annotated[str, typer.Argument(help="The address with which the person signs in.")],
    name: Annotated[str, typer.Option(help="The official full name.")],
    office: Annotated[str, typer.Option(help="A kind of office of the charter: coordinator.")],
    body: Annotated[str, typer.Option("--structure", "--body", help=BODY)],
    ground: Annotated[str, typer.Option(help="The order that appoints the person.")],
    password: Annotated[str, typer.Option(prompt=True, confirmation_prompt=True, hide_input=True)],
    phone: Annotated[str, typer.Option(help=PHONE)] = "",
) -> None:
    """Open an account and appoint its person to an office.

    Exit code 2 when the address, the password, the office or the body will not do.
    """
    at = SystemClock().now()
    kind, structure = office_kind(office, at), structure_of(body)
    refuse_unfit(email, password)
    by = Actor.system()
    account = open_account(
        by, None, at=at, full_name=name, email=email, password_hash=make_password(password)
    )
    seat = found_office(by, structure, at=at, kind=kind.code, name=kind.name, phone=phone)
    appoint(by, seat, at=at, person=account.person, valid_from=day_of(at), ground=ground)
    language = terminal_language()
    typer.echo(f"{account} — {kind.name.get(language)}, {structure.short.get(language)}")


@app.command("appoint")
def appoint_one(
    email: Annotated[str, typer.Argument(help="The address of the account.")],
    office: Annotated[str, typer.Option(help="A kind of office of the charter: secretary.")],
    body: Annotated[str, typer.Option("--structure", "--body", help=BODY)],
    ground: Annotated[str, typer.Option(help="The order that appoints the person.")],
    since: Annotated[
        datetime | None,
        typer.Option("--from", formats=DAY, help="The first day in office; today by default."),
    ] = None,
    until: Annotated[
        datetime | None,
        typer.Option(formats=DAY, help="The first day on which it is over; open by default."),
    ] = None,
    acting: Annotated[
        bool, typer.Option("--acting", help="Only acts in the office, for the term.")
    ] = False,
) -> None:
    """Appoint the person of an account to one more office; its seat is founded where the body has
    none of the kind.

    Exit code 2 when the account, the office, the body or the term will not do.
    """
    at = SystemClock().now()
    kind, structure, account = office_kind(office, at), structure_of(body), account_of(email)
    first, end = term(since, until, at=at, acting=acting)
    by = Actor.system()
    seat = office_in(structure, kind.code) or found_office(
        by, structure, at=at, kind=kind.code, name=kind.name
    )
    appoint(
        by,
        seat,
        at=at,
        person=account.person,
        valid_from=first,
        valid_until=end,
        acting=acting,
        ground=ground,
    )
    language = terminal_language()
    days = f"{first} – {end or '…'}"
    typer.echo(f"{account} — {kind.name.get(language)}, {structure.short.get(language)}, {days}")


@app.command("forget-factor")
def forget_factor(
    email: Annotated[str, typer.Argument(help="The address of the account.")],
) -> None:
    """Remove the second factor of somebody who has lost both the device and the recovery codes.

    Exit code 2 when there is no such account, or it has no second factor.
    """
    account = account_of(email)
    if not has_second_factor(account):
        raise typer.BadParameter(f"{email} has no second factor")
    remove_second_factor(Actor.system(), account, at=SystemClock().now())
    typer.echo(f"{account}")


def term(
    since: datetime | None, until: datetime | None, *, at: datetime, acting: bool
) -> tuple[date, date | None]:
    """The first day in office and the first day on which it is over; raises `typer.BadParameter`
    where the end is not after the beginning, or whoever only acts would do so without an end."""
    first = since.date() if since else day_of(at)
    end = until.date() if until else None
    if end and end <= first:
        raise typer.BadParameter("the end must lie after the beginning")
    if acting and end is None:
        raise typer.BadParameter("who only acts in an office does so until a day: give --until")
    return first, end


def account_of(email: str) -> Account:
    """The account of an address; raises `typer.BadParameter` when there is none."""
    account = account_with(email)
    if account is None:
        raise typer.BadParameter(f"nobody signs in as {email}")
    return account


def office_kind(code: str, at: datetime) -> CharterItem:
    """The kind of office of a code today; raises `typer.BadParameter` when there is none."""
    kind = item(Catalogue.OFFICE_KIND, code, on=day_of(at))
    if kind is None:
        raise typer.BadParameter(f"the charter knows no office {code!r}")
    return kind


def structure_of(name: str) -> Structure:
    """The body of an abbreviation, a name or a number; raises `typer.BadParameter` when there is
    none."""
    named = named_structures()
    by_number = {str(one.pk): one for one in named.values()}
    structure = named.get(folded(name)) or by_number.get(name)
    if structure is None:
        raise typer.BadParameter(f"the registry knows no body {name!r}")
    return structure


def refuse_unfit(email: str, password: str) -> None:
    """Raise `typer.BadParameter` for an address that is none or is taken, or a weak password."""
    try:
        validate_email(email)
        validate_password(password)
    except ValidationError as error:
        raise typer.BadParameter(" ".join(error.messages)) from error
    if account_known(email):
        raise typer.BadParameter(f"{email} has an account already")
