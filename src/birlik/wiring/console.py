"""The `birlik` command: every command is imported only when it is called.

A command that only reads files must not pay for Django, nor for its neighbours; so the table
below names commands by "module:attribute" and the one that is called is imported then.
"""

import os
from importlib import import_module
from typing import Any

from typer.core import TyperGroup
from typer.main import get_group


class LazyCommand(TyperGroup):
    """A command known by name and summary; the module behind it is imported when it is called.

    `target` is "module:attribute" of a Typer app. With `django`, Django is set up first, for
    commands that touch models.
    """

    def __init__(self, name: str, target: str, summary: str, *, django: bool = False) -> None:
        super().__init__(name=name, help=summary)
        self.target = target
        self.django = django

    def load(self) -> TyperGroup:
        """The command itself, imported."""
        if self.django:
            os.environ.setdefault("DJANGO_SETTINGS_MODULE", "birlik.wiring.settings")
            import_module("django").setup()
        module, _, attribute = self.target.partition(":")
        return get_group(getattr(import_module(module), attribute))

    def make_context(self, *args: Any, **kwargs: Any) -> Any:
        """The context of the command itself: from here on it answers, not this stand-in."""
        return self.load().make_context(*args, **kwargs)


COMMANDS = (
    LazyCommand("act", "birlik.faces.console.act:app", "Read, align and check official acts."),
    LazyCommand(
        "deadline", "birlik.faces.console.deadline:app", "Read the deadlines of official plans."
    ),
)

GROUP = TyperGroup(
    name="birlik",
    help="Birlik: the software of the Assembly of People of Kazakhstan.",
    commands=list(COMMANDS),
    no_args_is_help=True,
)


def main() -> None:
    """Run `birlik`. Exit codes: 0 fine, 1 findings or refusal, 2 bad usage or unreadable input."""
    GROUP(prog_name="birlik")
