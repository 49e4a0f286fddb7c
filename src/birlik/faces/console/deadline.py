"""`birlik deadline read`: what the words of a deadline mean."""

import json
from dataclasses import asdict
from typing import Annotated, Any

import typer

from birlik.base.values.deadline import read_deadline
from birlik.base.values.local_text import LANGUAGES, Language
from birlik.base.values.schedule import AfterPeriod, Schedule, Window
from birlik.base.values.schedule_words import in_words

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    help="Read the deadlines of official plans.",
)

Text = Annotated[str, typer.Argument(help="The words of a deadline, as the plan prints them.")]
Lang = Annotated[
    Language | None,
    typer.Option("--lang", help="Its language; found from the words when left out."),
]
Json = Annotated[bool, typer.Option("--json", help="Print JSON for machines.")]


@app.callback()
def deadline() -> None:
    """Read the deadlines of official plans."""


@app.command()
def read(text: Text, lang: Lang = None, as_json: Json = False) -> None:
    """Read a deadline in Kazakh, Russian or English.

    Ends with 0 whatever could be read: the answer itself says what is unread and whether it is
    certain. Ends with 2 when there are no words at all.
    """
    require_words(text)
    reading = read_deadline(text, lang)
    if as_json:
        answer = {
            "schedule": schedule_json(reading.schedule),
            "unread": list(reading.unread),
            "certain": reading.certain,
        }
        typer.echo(json.dumps(answer, ensure_ascii=False))
        return
    if reading.schedule:
        words = in_words(reading.schedule)
        for code in LANGUAGES:
            typer.echo(f"{code}  {words.get(code)}")
    if reading.unread:
        typer.echo(f"оқылмады / не прочитано / unread: {'; '.join(reading.unread)}")
    if not reading.certain:
        typer.echo("нақтылауды қажет етеді / требует уточнения / needs to be clarified")


def require_words(text: str) -> None:
    """Stop with 2, unreadable input, when `text` has no letter and no digit."""
    if not any(map(str.isalnum, text)):
        raise typer.BadParameter("мәтін бос / текст пуст / the text is empty")


def schedule_json(schedule: Schedule | None) -> dict[str, Any] | None:
    """The schedule as the machine form prints it; the fields are those of the domain page."""
    if schedule is None:
        return None
    return {
        "per": schedule.per,
        "times": schedule.times,
        "window": _window(schedule.window),
        "years": list(schedule.years),
        "after_period": _after(schedule.after_period),
        "quantity": schedule.quantity,
        "at_least": schedule.at_least,
        "unit": schedule.unit,
    }


def _window(window: Window | None) -> dict[str, Any] | None:
    if window is None:
        return None
    days = [str(day) for day in window.days]
    value = window.number if not days else days if len(days) > 1 else days[0]
    inclusive = {"inclusive": window.inclusive} if window.kind == "by" else {}
    return {"kind": window.kind, "value": value} | inclusive


def _after(after: AfterPeriod | None) -> dict[str, int] | None:
    if after is None:
        return None
    return {name: value for name, value in asdict(after).items() if value is not None}
