"""`birlik act align`: the Kazakh and the Russian text of one act, paragraph to paragraph."""

import json
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from textwrap import shorten
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from birlik.base.records.engine.align import AlignedGroup, align
from birlik.base.records.engine.draft import SourceText, Span
from birlik.base.records.engine.sources import UnreadableSourceError, read_source
from birlik.base.values.local_text import LocalText

FIRST_WORDS = 60
SUMMARY = LocalText(
    kk="Топтар: {groups} · нақтылауды қажет етеді (?): {doubtful} · жұпсыз: {alone}",
    ru="Групп: {groups} · требуют уточнения (?): {doubtful} · без пары: {alone}",
    en="Groups: {groups} · to be clarified (?): {doubtful} · without a pair: {alone}",
)


class Tongue(StrEnum):
    """The languages in which the command speaks."""

    kk = "kk"
    ru = "ru"
    en = "en"


File = Annotated[Path, typer.Argument(exists=True, dir_okay=False, readable=True)]


def align_texts(
    file_a: File,
    file_b: File,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    language: Annotated[Tongue, typer.Option("--language", help="Of the messages.")] = Tongue.kk,
) -> None:
    """Align two texts of one act, paragraph to paragraph."""
    a, b = (_read(path, language) for path in (file_a, file_b))
    groups = align(a, b)
    if as_json:
        typer.echo(json.dumps([_record(group) for group in groups]))
        return
    table = Table("", file_a.name, file_b.name, show_lines=True)
    for group in groups:
        mark = "[green]✓[/]" if group.certain else "[yellow]?[/]"
        table.add_row(mark, _first_words(a, group.a), _first_words(b, group.b))
    console = Console()
    console.print(table)
    console.print(_summary(groups, language))


def _read(path: Path, language: Tongue) -> SourceText:
    """The text of a file; leaves with exit code 2 and the reason if it cannot be read."""
    try:
        return read_source(path.read_bytes(), path.name)
    except UnreadableSourceError as refusal:
        typer.echo(f"{path}: {refusal.reason.get(language.value)}", err=True)
        raise typer.Exit(2) from refusal


def _record(group: AlignedGroup) -> dict[str, object]:
    return {"a": group.a, "b": group.b, "certain": group.certain}


def _first_words(source: SourceText, spans: Sequence[Span]) -> Text:
    """The beginnings of the paragraphs, one to a line."""
    return Text(
        "\n".join(
            shorten(source.text[start:end], FIRST_WORDS, placeholder="…") for start, end in spans
        )
    )


def _summary(groups: Sequence[AlignedGroup], language: Tongue) -> str:
    return SUMMARY.get(language.value).format(
        groups=len(groups),
        doubtful=sum(not group.certain for group in groups),
        alone=sum(not (group.a and group.b) for group in groups),
    )
