"""`birlik act adopt`: read an act, check it, and put it under control."""

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from birlik.base.obligations.actions import adopt_act
from birlik.base.obligations.queries import counts_of
from birlik.base.records.actions.record import record_reading
from birlik.base.records.engine.act import read_act
from birlik.base.records.engine.sources import UnreadableSourceError, read_source
from birlik.base.records.engine.told_apart import told_apart
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

    The same act again is recognised, not doubled. Exit codes: 1 refused (no number, no date, or
    doubtful cells without --accept-doubtful), 2 the file cannot be read.
    """
    language = terminal_language()
    content = file.read_bytes()
    try:
        source = read_source(content, file.name)
    except UnreadableSourceError as error:
        typer.echo(error.reason.get(language), err=True)
        raise typer.Exit(2) from error
    by, at = Actor.system(), SystemClock().now()
    draft = told_apart(read_act(source))
    reading = record_reading(by, draft, at=at, file=(file.name, content), text=source.text)
    try:
        act = adopt_act(
            by,
            reading,
            at=at,
            repealed_on=repealed_on.date() if repealed_on else None,
            accept_doubtful=accept_doubtful,
        )
    except RefusedError as error:
        typer.echo(error.reason.get(language), err=True)
        raise typer.Exit(1) from error
    counts = counts_of(act.pk)
    typer.echo(f"{act}: " + ", ".join(f"{name} {count}" for name, count in counts.items()))
