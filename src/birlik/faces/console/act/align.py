"""`birlik act align`: the Kazakh and the Russian text of one act, paragraph to paragraph."""

import json
from collections.abc import Sequence
from textwrap import shorten

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from birlik.base.records.engine.align import AlignedGroup, align
from birlik.base.records.engine.draft import SourceText, Span
from birlik.base.values.local_text import Language, LocalText
from birlik.faces.console.act.files import AsJson, File, Lang, open_source, spoken

FIRST_WORDS = 60
SUMMARY = LocalText(
    kk="Топтар: {groups} · нақтылауды қажет етеді (?): {doubtful} · жұпсыз: {alone}",
    ru="Групп: {groups} · требуют уточнения (?): {doubtful} · без пары: {alone}",
    en="Groups: {groups} · to be clarified (?): {doubtful} · without a pair: {alone}",
)


def align_texts(
    file_a: File,
    file_b: File,
    as_json: AsJson = False,
    language: Lang = None,
) -> None:
    """Align two texts of one act, paragraph to paragraph."""
    tongue = spoken(language)
    a, b = (open_source(path, tongue) for path in (file_a, file_b))
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
    console.print(_summary(groups, tongue))


def _record(group: AlignedGroup) -> dict[str, object]:
    return {"a": group.a, "b": group.b, "certain": group.certain}


def _first_words(source: SourceText, spans: Sequence[Span]) -> Text:
    """The beginnings of the paragraphs, one to a line."""
    return Text(
        "\n".join(
            shorten(source.text[start:end], FIRST_WORDS, placeholder="…") for start, end in spans
        )
    )


def _summary(groups: Sequence[AlignedGroup], tongue: Language) -> str:
    return SUMMARY.get(tongue).format(
        groups=len(groups),
        doubtful=sum(not group.certain for group in groups),
        alone=sum(not (group.a and group.b) for group in groups),
    )
