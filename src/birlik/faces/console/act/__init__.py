"""`birlik act`: read, align and check official acts."""

import typer

from birlik.faces.console.act.align import align_texts
from birlik.faces.console.act.check import check_files
from birlik.faces.console.act.read import read

app = typer.Typer(no_args_is_help=True)
app.command("read")(read)
app.command("align")(align_texts)
app.command("check")(check_files)


@app.callback()
def act() -> None:
    """Read, align and check official acts."""
