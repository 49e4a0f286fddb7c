"""`birlik obligations`: who owes what by when."""

import json
from typing import Annotated, Literal

import typer

from birlik.base.obligations.queries import obligations_of, records_of
from birlik.base.values.clock import SystemClock
from birlik.faces.console.terminal import terminal_language

app = typer.Typer(no_args_is_help=True, help="Who owes what by when.")
State = Literal["scheduled", "open", "behind", "overdue", "no_record", "void"]


@app.callback()
def obligations() -> None:
    """Who owes what by when."""


@app.command("list")
def list_obligations(
    act: Annotated[str, typer.Option(help="The number of the act.")] = "",
    state: Annotated[State | None, typer.Option(help="Only this state.")] = None,
    as_json: Annotated[bool, typer.Option("--json")] = False,
) -> None:
    """List obligations by due date."""
    found = obligations_of(number=act, state=state or "", on=SystemClock().today())
    rows = records_of(found, terminal_language())
    if as_json:
        typer.echo(json.dumps(list(rows), ensure_ascii=False, indent=1))
        return
    for row in rows:
        typer.echo(
            f"{row['due_on']}  {row['state']:<9}  {row['provision']:<6}  "
            f"{row['debtor']}: {row['title']}"
        )
