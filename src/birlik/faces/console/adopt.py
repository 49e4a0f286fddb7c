"""`birlik act adopt`: read an act, check it, and put it under control."""

from datetime import datetime
from mimetypes import guess_type
from pathlib import Path
from typing import Annotated

import typer

from birlik.base.obligations.actions import add_text, adopt_act
from birlik.base.obligations.queries import counts_of
from birlik.base.records.actions import begin_reading, store_document
from birlik.base.records.models import Act, ActReading
from birlik.base.records.queries.readings import act_in_one_language, draft_of, source_text
from birlik.base.records.tasks import read_document
from birlik.base.values.actor import Actor
from birlik.base.values.clock import SystemClock
from birlik.base.values.refused import RefusedError
from birlik.faces.console.terminal import terminal_language

app = typer.Typer()


@app.command()
def adopt(
    file: Annotated[Path, typer.Argument(exists=True, dir_okay=False, readable=True)],
    repealed_on: Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"])] = None,
    accept_doubtful: Annotated[bool, typer.Option("--accept-doubtful")] = False,
) -> None:
    """Read an act and make its provisions duties with dated obligations.

    The same act again is recognised, not doubled; its text in the other language is added to it.
    Exit codes: 1 refused (no number, no date, or doubtful cells without --accept-doubtful), 2 the
    file cannot be read.
    """
    language = terminal_language()
    reading = read(file)
    if reading.state == ActReading.State.FAILED:
        typer.echo(reading.error.get(language), err=True)
        raise typer.Exit(2)
    try:
        act = second_text(reading, accept_doubtful=accept_doubtful) or adopt_act(
            Actor.system(),
            reading,
            at=SystemClock().now(),
            repealed_on=repealed_on.date() if repealed_on else None,
            accept_doubtful=accept_doubtful,
        )
    except RefusedError as error:
        typer.echo(error.reason.get(language), err=True)
        raise typer.Exit(1) from error
    counts = counts_of(act.pk)
    typer.echo(f"{act}: " + ", ".join(f"{name} {count}" for name, count in counts.items()))


def read(file: Path) -> ActReading:
    """The reading of a file, as the worker makes it; the earlier one when it was read before."""
    by, at = Actor.system(), SystemClock().now()
    document = store_document(
        by,
        None,
        at=at,
        name=file.name,
        media_type=guess_type(file.name)[0] or "application/octet-stream",
        content=file.read_bytes(),
    )
    reading = begin_reading(by, document, at=at)
    read_document.call(reading.pk)
    reading.refresh_from_db()
    return reading


def second_text(reading: ActReading, *, accept_doubtful: bool) -> Act | None:
    """The act that is already here in the other language, given this text; None when it is not."""
    if reading.state == ActReading.State.CONFIRMED:
        return None
    known = act_in_one_language(draft_of(reading))
    if known is None:
        return None
    act, other = known
    return add_text(
        Actor.system(),
        reading,
        at=SystemClock().now(),
        act=act,
        text=source_text(reading.document),
        other=source_text(other.document),
        accept_doubtful=accept_doubtful,
    )
