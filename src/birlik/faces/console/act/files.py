"""What the commands share: the files they take, the language they speak, the bar they show."""

from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from threading import Timer
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn

from birlik.base.records.engine.act import Progress as Report
from birlik.base.records.engine.draft import SourceText
from birlik.base.records.engine.sources import UnreadableSourceError, read_source
from birlik.base.values.local_text import Language
from birlik.faces.console.terminal import terminal_language

PATIENCE = 1.0
"""Seconds that a person waits before a bar helps more than it disturbs."""


class Tongue(StrEnum):
    """The languages in which a command speaks."""

    kk = "kk"
    ru = "ru"
    en = "en"


File = Annotated[Path, typer.Argument(exists=True, dir_okay=False, readable=True)]
Files = Annotated[list[Path], typer.Argument(exists=True, dir_okay=False, readable=True)]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Lang = Annotated[
    Tongue | None, typer.Option("--lang", "--language", help="Of the messages: kk, ru or en.")
]


def spoken(language: Tongue | None) -> Language:
    """The language asked for, else the terminal's."""
    return language.value if language else terminal_language()


def open_source(file: Path, tongue: Language) -> SourceText:
    """The text of a file; leaves with exit code 2 and the reason if it cannot be read."""
    try:
        return read_source(file.read_bytes(), file.name)
    except UnreadableSourceError as refusal:
        typer.echo(f"{file}: {refusal.reason.get(tongue)}", err=True)
        raise typer.Exit(2) from refusal


@contextmanager
def progress(words: str) -> Iterator[Report]:
    """A bar on the error stream, opened only in a terminal and only when the work takes long.

    What it gives is told the share done, from 0 to 1.
    """
    console = Console(stderr=True)
    bar = Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        TaskProgressColumn(),
        console=console,
        transient=True,
        disable=not console.is_terminal,
    )
    task = bar.add_task(words, total=1.0)
    opening = Timer(PATIENCE, bar.start)
    opening.daemon = True
    opening.start()
    try:
        yield lambda done: bar.update(task, completed=done)
    finally:
        opening.cancel()
        bar.stop()
