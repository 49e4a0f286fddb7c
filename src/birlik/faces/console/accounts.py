"""`birlik account`: accounts opened by whoever runs the installation, the first one above all."""

from datetime import datetime
from typing import Annotated

import typer
from django.contrib.auth.hashers import make_password
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from birlik.base.charter.engine.wording import folded
from birlik.base.charter.models import Catalogue, CharterItem
from birlik.base.charter.queries import item
from birlik.base.registry.actions import appoint, found_office, open_account
from birlik.base.registry.models import Structure
from birlik.base.registry.queries import account_known, named_structures
from birlik.base.values.actor import Actor
from birlik.base.values.clock import SystemClock, day_of
from birlik.faces.console.terminal import terminal_language

app = typer.Typer(no_args_is_help=True, help="Accounts of the installation.")


@app.callback()
def accounts() -> None:
    """Accounts of the installation."""


@app.command("open")
def open_one(
    email: Annotated[str, typer.Argument(help="The address with which the person signs in.")],
    name: Annotated[str, typer.Option(help="The official full name.")],
    office: Annotated[str, typer.Option(help="A kind of office of the charter: coordinator.")],
    body: Annotated[str, typer.Option(help="The abbreviation of the body: МАМ or МКИ.")],
    ground: Annotated[str, typer.Option(help="The order that appoints the person.")],
    password: Annotated[str, typer.Option(prompt=True, confirmation_prompt=True, hide_input=True)],
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
    seat = found_office(by, structure, at=at, kind=kind.code, name=kind.name)
    appoint(by, seat, at=at, person=account.person, valid_from=day_of(at), ground=ground)
    language = terminal_language()
    typer.echo(f"{account} — {kind.name.get(language)}, {structure.short.get(language)}")


def office_kind(code: str, at: datetime) -> CharterItem:
    """The kind of office of a code today; raises `typer.BadParameter` when there is none."""
    kind = item(Catalogue.OFFICE_KIND, code, on=day_of(at))
    if kind is None:
        raise typer.BadParameter(f"the charter knows no office {code!r}")
    return kind


def structure_of(abbreviation: str) -> Structure:
    """The body of an abbreviation; raises `typer.BadParameter` when there is none."""
    structure = named_structures().get(folded(abbreviation))
    if structure is None:
        raise typer.BadParameter(f"the registry knows no body {abbreviation!r}")
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
