"""`birlik deadline`: read the words of a deadline, and list the dates they yield."""

import typer

app = typer.Typer(no_args_is_help=True, help="Read the deadlines of official plans.")


@app.command()
def read(text: str) -> None:
    """Read a deadline."""
    typer.echo(text)


@app.command()
def occurrences(text: str) -> None:
    """List its occurrences."""
    typer.echo(text)
