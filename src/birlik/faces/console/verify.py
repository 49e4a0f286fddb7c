"""`birlik verify`: is the record as it was written?"""

import typer

from birlik.base.journal.queries import first_wrong_entry, head
from birlik.base.obligations.queries import wrong_obligations

app = typer.Typer()


@app.command()
def verify() -> None:
    """Recompute the chain and the states; exit code 1 and the first wrong place when one of them
    does not hold."""
    wrong = first_wrong_entry()
    if wrong is not None:
        typer.echo(f"entry {wrong}")
        raise typer.Exit(1)
    for one in wrong_obligations():
        typer.echo(f"obligation {one.obligation}: {one.field} {one.stored!r}, not {one.expected!r}")
        raise typer.Exit(1)
    number, digest = head()
    typer.echo(f"{number} {digest}")
