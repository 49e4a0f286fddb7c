"""`birlik verify`: is the record as it was written?"""

import typer

from birlik.base.journal.queries import first_wrong_entry, head

app = typer.Typer()


@app.command()
def verify() -> None:
    """Recompute the chain; exit code 1 and the first wrong entry when it does not hold."""
    wrong = first_wrong_entry()
    number, digest = head()
    if wrong is not None:
        typer.echo(f"entry {wrong}")
        raise typer.Exit(1)
    typer.echo(f"{number} {digest}")
