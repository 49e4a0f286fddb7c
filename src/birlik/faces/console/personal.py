"""`birlik personal`: what lies encrypted, for whoever runs the installation."""

import typer
from cryptography.fernet import InvalidToken

from birlik.base.registry.actions import reseal
from birlik.base.values.actor import Actor
from birlik.base.values.clock import SystemClock

app = typer.Typer(no_args_is_help=True, help="Personal data of the installation.")


@app.callback()
def personal() -> None:
    """Personal data of the installation."""


@app.command("reseal")
def reseal_all() -> None:
    """Encrypt personal data with the newest of BIRLIK_PERSONAL_SECRETS; the older ones may go then.

    Prints how many rows were sealed anew. Exit code 1, with nothing changed, where none of the
    secrets opens what is kept.
    """
    try:
        typer.echo(reseal(Actor.system(), None, at=SystemClock().now()))
    except InvalidToken as error:
        typer.echo("none of BIRLIK_PERSONAL_SECRETS opens what is kept", err=True)
        raise typer.Exit(1) from error
