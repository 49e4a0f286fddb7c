"""The `birlik` command: every command is imported only when it is called.

A command that only reads files must not pay for Django, nor for its neighbours; so the table
below names commands by "module:attribute" and the one that is called is imported then.
"""

import os
import sys
from importlib import import_module
from typing import Any

from typer.core import TyperGroup
from typer.main import get_command

from birlik.wiring.environment import UnsafeProductionError


class LazyCommand(TyperGroup):
    """A command known by name and summary; the module behind it is imported when it is called.

    `target` is "module:attribute" of a Typer app, `parts` are further commands of its group. With
    `django`, Django is set up first, for commands that touch models.
    """

    def __init__(
        self,
        name: str,
        target: str,
        summary: str,
        *parts: "LazyCommand",
        django: bool = False,
    ) -> None:
        super().__init__(name=name, help=summary)
        self.target = target
        self.parts = parts
        self.django = django

    def load(self) -> Any:
        """The command itself, imported.

        What a command with Django writes (database, files, letters) and what it starts may be read
        by its owner alone.
        """
        if self.django:
            os.umask(0o077)
            os.environ.setdefault("DJANGO_SETTINGS_MODULE", "birlik.wiring.settings")
            import_module("django").setup()
            import_module("birlik.wiring.prepare").bring_up_to_date()
        module, _, attribute = self.target.partition(":")
        command = get_command(getattr(import_module(module), attribute))
        if isinstance(command, TyperGroup):
            for part in self.parts:
                command.add_command(part)
        return command

    def make_context(self, *args: Any, **kwargs: Any) -> Any:
        """The context of the command itself: from here on it answers, not this stand-in."""
        return self.load().make_context(*args, **kwargs)


CONSOLE = "birlik.faces.console"
COMMANDS = (
    LazyCommand(
        "account", f"{CONSOLE}.accounts:app", "Open an account and give it an office.", django=True
    ),
    LazyCommand(
        "act",
        f"{CONSOLE}.act:app",
        "Read, align, check and adopt official acts.",
        LazyCommand("adopt", f"{CONSOLE}.adopt:app", "Put an act under control.", django=True),
    ),
    LazyCommand("daily", "birlik.wiring.daily:app", "Do the day's work now.", django=True),
    LazyCommand(
        "deadline",
        f"{CONSOLE}.deadline:app",
        "Read the deadlines of official plans.",
        LazyCommand("occurrences", f"{CONSOLE}.occurrences:app", "List the dates they yield."),
    ),
    LazyCommand(
        "letters", f"{CONSOLE}.letters:app", "Resolve letters that may not have left.", django=True
    ),
    LazyCommand(
        "obligations", f"{CONSOLE}.obligations:app", "List who owes what by when.", django=True
    ),
    LazyCommand("personal", f"{CONSOLE}.personal:app", "Seal personal data anew.", django=True),
    LazyCommand(
        "prepare", "birlik.wiring.prepare:app", "Bring the database up to date.", django=True
    ),
    LazyCommand("serve", "birlik.wiring.serve:app", "Open Birlik in a browser.", django=True),
    LazyCommand("verify", f"{CONSOLE}.verify:app", "Verify the journal.", django=True),
    LazyCommand("worker", "birlik.wiring.worker:app", "Do what is queued.", django=True),
)

GROUP = TyperGroup(
    name="birlik",
    help="Birlik: the software of the Assembly of People of Kazakhstan.",
    commands=list(COMMANDS),
    no_args_is_help=True,
)


def main() -> None:
    """Run `birlik`. Exit codes: 0 fine, 1 findings or refusal, 2 bad usage or unreadable input."""
    try:
        GROUP(prog_name="birlik")
    except UnsafeProductionError as error:
        sys.stderr.write(f"{error}\n")
        sys.exit(2)


if __name__ == "__main__":
    main()
