"""Names that say nothing, in files and identifiers."""

import ast
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

from django.conf import global_settings

from tools.house.source import python_files

BANNED = frozenset(
    {"util", "utils", "helper", "helpers", "manager", "managers", "data", "info"}
    | {"process", "handle", "handler", "misc"}
)
BANNED_FILES = BANNED | {"common", "base", "core", "service", "services", "stuff"}
WORDS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")

# Django and the standard library call these by name: whoever subclasses cannot rename them.
IMPOSED = frozenset(
    {"get_context_data", "handle", "handler400", "handler403", "handler404", "handler500"}
    | {f"process_{what}" for what in ("request", "response", "view", "exception")}
    | {name for name in dir(HTMLParser) if name.startswith("handle_")}
    | set(dir(global_settings))
)


def banned_files(package: Path) -> list[str]:
    """Files and folders whose name says nothing; the floor `base` is the house's own."""
    return [
        f"{path.relative_to(package).as_posix()}: a name that says nothing"
        for path in sorted(package.rglob("*"))
        if path.suffix in {"", ".py"} and "__pycache__" not in path.parts
        if BANNED_FILES & set(path.stem.split("_")) and path != package / "base"
    ]


def banned_words(package: Path) -> list[str]:
    """Identifiers made of a banned word: functions, classes, arguments and variables."""
    return [
        f"{file.name}:{line}: «{name}» says nothing"
        for file in python_files(package)
        for line, name in given_names(file.tree)
        if name not in IMPOSED and BANNED & {word.lower() for word in WORDS.findall(name)}
    ]


def given_names(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Every name that the file itself gives, with its line."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield node.lineno, node.name
        elif isinstance(node, ast.arg):
            yield node.lineno, node.arg
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.lineno, node.id
