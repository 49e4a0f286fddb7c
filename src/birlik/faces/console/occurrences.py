"""`birlik deadline occurrences`: the dates that the words of a deadline yield."""

import json
from datetime import datetime
from typing import Annotated

import typer

from birlik.base.values.deadline import read_deadline
from birlik.base.values.working_days import WorkingDays
from birlik.faces.console.deadline import Json, Lang, Text, require_words

app = typer.Typer(add_completion=False)

ISO = ["%Y-%m-%d"]
REFUSED = 1


@app.command()
def occurrences(
    text: Text,
    since: Annotated[datetime, typer.Option("--from", formats=ISO, help="The first day.")],
    until: Annotated[
        datetime, typer.Option("--until", formats=ISO, help="The last day, included.")
    ],
    lang: Lang = None,
    as_json: Json = False,
    as_printed: Annotated[
        bool, typer.Option("--as-printed", help="Leave limits on days off where they are.")
    ] = False,
) -> None:
    """List the dates on which a deadline falls due, from the first day to the last.

    A limit on a day off moves to the next working day of Kazakhstan. Ends with 1 when the words
    yield no schedule, with 2 when the days are turned round.
    """
    require_words(text)
    if until < since:
        raise typer.BadParameter("--until < --from")
    reading = read_deadline(text, lang)
    if not reading.certain:
        unread = "; ".join(reading.unread)
        typer.echo(f"нақтылауды қажет етеді / требует уточнения / unclear: {unread}", err=True)
    if reading.schedule is None:
        if as_json:
            typer.echo("[]")
        raise typer.Exit(REFUSED)
    calendar = None if as_printed else WorkingDays()
    found = reading.schedule.occurrences(since.date(), until.date(), calendar)
    rows = [
        {
            "period": str(occurrence.period),
            "number": occurrence.number,
            "due_on": occurrence.due_on.isoformat(),
            "pace_on": occurrence.pace_on.isoformat(),
        }
        for occurrence in found
    ]
    if as_json:
        typer.echo(json.dumps(rows))
        return
    for row in rows:
        typer.echo(f"{row['period']:<12} {row['number']:>3}  {row['due_on']}  {row['pace_on']}")
