"""`birlik daily`: what the clock of `birlik serve` begins, done once here and now."""

import typer

from birlik.base.values.clock import SystemClock
from birlik.wiring.schedule import BrokenWorkError, do_due

app = typer.Typer()


@app.command()
def daily() -> None:
    """Do what is due now and was not begun yet: generation ahead, reminders, digests, mail.

    For a scheduler of the system (cron), where `birlik serve` does not run; calling it often does
    nothing twice. Exit code 1 when a step failed: the reason is in the log.
    """
    try:
        for name, answers in do_due(SystemClock().now()).items():
            for step, answer in answers.items():
                typer.echo(f"{name} {step}: {'done' if answer is None else answer}")
    except BrokenWorkError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from error
