"""`birlik letters`: digests of which nobody knows whether they left, and what becomes of them."""

from typing import Annotated

import typer

from birlik.base.registry.actions import release_digest, settle_digest
from birlik.base.values.actor import Actor
from birlik.base.values.clock import SystemClock
from birlik.domains.execution.tasks.digests import doubtful

app = typer.Typer()
SYSTEM = Actor.system()


@app.command()
def letters(
    again: Annotated[list[int] | None, typer.Option(help="Number of one to send again.")] = None,
    settle: Annotated[list[int] | None, typer.Option(help="Number of one to leave be.")] = None,
) -> None:
    """List the digests that the mail took and nobody knows of since, and resolve them.

    The worker died, or the line broke, while they were being sent. Look into the log of the mail
    server for the identity "digest-NUMBER"; then either have one sent again or settle it. Of a day
    that has passed none is sent any more. Exit code 1 while any is left.
    """
    at = SystemClock().now()
    found = {one.pk: one for one in doubtful(at=at)}
    for number in set(again or ()) & found.keys():
        release_digest(SYSTEM, found.pop(number), at=at, failure="")
    for number in set(settle or ()) & found.keys():
        settle_digest(SYSTEM, found.pop(number), at=at)
    for number, one in found.items():
        typer.echo(f"digest-{number} {one.on.isoformat()} account {one.account_id}")
    if found:
        raise typer.Exit(1)
