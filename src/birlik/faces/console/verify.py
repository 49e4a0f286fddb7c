"""`birlik verify`: is the record as it was written?"""

import re
from collections.abc import Iterator
from typing import Annotated

import typer

from birlik.base.journal.queries import first_wrong_entry, hash_at, head
from birlik.base.obligations.queries import wrong_obligations, wrong_reports

app = typer.Typer()
WRITTEN = re.compile(r"(\d+):([0-9a-f]{8,64})", re.IGNORECASE)
"""The head of a day as the digest writes it; a hash may be cut short, to eight signs at least."""


@app.command()
def verify(
    head_of_a_day: Annotated[
        list[str] | None,
        typer.Option(
            "--head",
            metavar="NUMBER:HASH",
            help="The head of a day as a digest gave it; may be repeated.",
        ),
    ] = None,
) -> None:
    """Recompute the chain and the states; exit code 1 and the first wrong place when one of them
    does not hold, 2 when a head is not written as NUMBER:HASH.

    Who cuts the end of the journal off and rewrites its head leaves a chain that holds; only a head
    that somebody kept from a digest shows it.
    """
    kept = [read_head(words) for words in head_of_a_day or ()]
    wrong = next(wrong_places(kept), None)
    if wrong is not None:
        typer.echo(wrong)
        raise typer.Exit(1)
    number, digest = head()
    typer.echo(f"{number} {digest}")


def read_head(words: str) -> tuple[int, str]:
    """The number and hash of a head; raises `typer.BadParameter` for other words."""
    found = WRITTEN.fullmatch(words.strip())
    if found is None:
        raise typer.BadParameter(f"{words!r} is no NUMBER:HASH")
    return int(found[1]), found[2].lower()


def wrong_places(kept: list[tuple[int, str]]) -> Iterator[str]:
    """What does not hold, the most fundamental first, found as it is asked for."""
    wrong = first_wrong_entry()
    if wrong is not None:
        yield f"entry {wrong}"
    for number, digest in kept:
        found = hash_at(number)
        if found is None:
            yield f"entry {number}: no longer there, a digest gave its hash as {digest}"
        elif not found.startswith(digest):
            yield f"entry {number}: {found}, a digest gave {digest}"
    for report in wrong_reports():
        yield (
            f"report {report.submission}: {report.field} {report.stored!r}, "
            f"the journal says {report.expected!r}"
        )
    for one in wrong_obligations():
        yield f"obligation {one.obligation}: {one.field} {one.stored!r}, not {one.expected!r}"
