"""`birlik act check`: what a careful lawyer would ask of an act, or of several acts together."""

import json
from collections.abc import Mapping, Sequence
from itertools import count
from pathlib import Path

import typer
from rich.console import Console
from rich.text import Text

from birlik.base.records.engine.act import read_act
from birlik.base.records.engine.check import RULES, Finding, Place, Severity, check_acts
from birlik.base.records.engine.draft import SourceText
from birlik.base.values.local_text import Language, LocalText
from birlik.faces.console.act.files import AsJson, Files, Lang, open_source, progress, spoken

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


def check_files(
    files: Files,
    as_json: AsJson = False,
    language: Lang = None,
) -> None:
    """Look for contradictions in acts; exit code 1 when there is something to be clarified."""
    tongue = spoken(language)
    sources = {str(file): open_source(file, tongue) for file in files}
    steps = count(1)
    total = len(sources) + len(RULES)
    with progress(WORDS["checking"].get(tongue)) as report:
        acts = []
        for name, source in sources.items():
            acts.append((name, source, read_act(source)))
            report(next(steps) / total)
        findings = check_acts(acts, lambda: report(next(steps) / total))
    if as_json:
        typer.echo(json.dumps([_record(finding) for finding in findings], ensure_ascii=False))
    else:
        _show(findings, sources, tongue)
    if findings:
        raise typer.Exit(1)


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
