"""`birlik act check`: what a careful lawyer would ask of an act, or of several acts together."""

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from threading import Timer
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
from rich.text import Text

from birlik.base.records.engine.act import read_act
from birlik.base.records.engine.check import RULES, Finding, Place, Severity, check_acts
from birlik.base.records.engine.draft import SourceText
from birlik.base.records.engine.sources import UnreadableSourceError, read_source
from birlik.base.values.local_text import Language, LocalText
from birlik.faces.console.terminal import terminal_language

PATIENCE = 1.0
"""Seconds after which a bar shows how far the check has come."""

QUOTED = 90
WORDS: Mapping[str, LocalText] = {
    "checking": LocalText(kk="Актілерді тексеру", ru="Проверка актов", en="Checking the acts"),
    "line": LocalText(kk="жол", ru="строка", en="line"),
    "none": LocalText(
        kk="Нақтылауды қажет ететін ештеңе табылмады.",
        ru="Ничего, что требует уточнения, не найдено.",
        en="Nothing to be clarified was found.",
    ),
    "found": LocalText(
        kk="Нақтылауды қажет етеді: {}", ru="Требует уточнения: {}", en="To be clarified: {}"
    ),
}
MARKS: Mapping[Severity, str] = {"error": "red", "warning": "yellow", "question": "cyan"}


class Tongue(StrEnum):
    """The languages in which the command speaks."""

    kk = "kk"
    ru = "ru"
    en = "en"


def check_files(
    files: Annotated[list[Path], typer.Argument(exists=True, dir_okay=False, readable=True)],
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    language: Annotated[
        Tongue | None, typer.Option("--lang", help="Of the messages: kk, ru or en.")
    ] = None,
) -> None:
    """Look for contradictions in acts; exit code 1 when there is something to be clarified."""
    tongue: Language = language.value if language else terminal_language()
    sources = {str(file): _open(file, tongue) for file in files}
    with _progress(tongue, len(sources) + len(RULES)) as advance:
        acts = []
        for name, source in sources.items():
            acts.append((name, source, read_act(source)))
            advance()
        findings = check_acts(acts, advance)
    if as_json:
        typer.echo(json.dumps([_record(finding) for finding in findings], ensure_ascii=False))
    else:
        _show(findings, sources, tongue)
    if findings:
        raise typer.Exit(1)


def _open(file: Path, tongue: Language) -> SourceText:
    """The text of a file; leaves with exit code 2 and the reason if it cannot be read."""
    try:
        return read_source(file.read_bytes(), file.name)
    except UnreadableSourceError as refusal:
        typer.echo(f"{file}: {refusal.reason.get(tongue)}", err=True)
        raise typer.Exit(2) from refusal


class _Advance:
    """Moves the bar on by one step."""

    def __init__(self, bar: Progress, total: int, words: str) -> None:
        self._bar, self._task = bar, bar.add_task(words, total=total)

    def __call__(self) -> None:
        self._bar.advance(self._task)


@contextmanager
def _progress(tongue: Language, total: int) -> Iterator[_Advance]:
    """A bar on the error stream that opens only when the check takes long."""
    bar = Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        console=Console(stderr=True),
        transient=True,
    )
    opening = Timer(PATIENCE, bar.start)
    opening.daemon = True
    opening.start()
    try:
        yield _Advance(bar, total, WORDS["checking"].get(tongue))
    finally:
        opening.cancel()
        bar.stop()


def _record(finding: Finding) -> dict[str, object]:
    message = finding.message
    return {
        "kind": finding.kind,
        "severity": finding.severity,
        "message": {"kk": message.kk, "ru": message.ru, "en": message.en},
        "places": [
            {"file": place.file, "start": place.start, "end": place.end} for place in finding.places
        ],
    }


def _show(findings: Sequence[Finding], sources: Mapping[str, SourceText], tongue: Language) -> None:
    console = Console()
    for finding in findings:
        console.print(Text("● ", style=MARKS[finding.severity]) + finding.message.get(tongue))
        for place in finding.places:
            console.print(Text(f"    {_where(place, sources[place.file], tongue)}", style="dim"))
    summary = WORDS["found" if findings else "none"].get(tongue)
    console.print(summary.format(len(findings)))


def _where(place: Place, source: SourceText, tongue: Language) -> str:
    """File, line and the first of the words."""
    line = source.text.count("\n", 0, place.start) + 1
    words = " ".join(source.text[place.start : place.end].split())
    quoted = words if len(words) <= QUOTED else words[:QUOTED].rsplit(" ", 1)[0] + " …"
    where = f"{Path(place.file).name}, {WORDS['line'].get(tongue)} {line}"
    return f"{where}: {quoted}" if quoted else where
