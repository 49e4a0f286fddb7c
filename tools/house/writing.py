"""Writes happen in actions only, and time is read at the edge only."""

import ast
from collections.abc import Iterator
from pathlib import Path

from tools.house.source import File, calls, python_files

SIGNALS = ("django.db.models.signals", "django.dispatch")
WRITES = {"bulk_create", "bulk_update", "get_or_create", "update_or_create"}
BARE = {"save", "delete", "asave", "adelete"}
QUERYSETS = {"objects", "_default_manager", "_base_manager"}
CLOCK = ("base/values/clock.py",)
NOW = {("datetime", "now"), ("datetime", "utcnow"), ("date", "today"), ("datetime", "today")}


def overrides_and_signals(package: Path) -> list[str]:
    """Models that override `save` or `delete`, and anything that listens to model signals."""
    found = []
    for file in python_files(package):
        for node in ast.walk(file.tree):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(SIGNALS):
                found.append(f"{file.name}:{node.lineno}: listens to signals")
            elif isinstance(node, ast.ClassDef) and file.kinds[:1] == ("models",):
                found += [
                    f"{file.name}:{method.lineno}: {node.name} overrides {method.name}"
                    for method in node.body
                    if isinstance(method, ast.FunctionDef) and method.name in BARE
                ]
    return found


def writes_outside_actions(package: Path) -> list[str]:
    """Database writes anywhere but in actions; the journal, which records them, writes itself."""
    return [
        f"{file.name}:{call.lineno}: .{name}() outside an action"
        for file in python_files(package)
        if file.kinds[:1] != ("actions",) and file.module != "base/journal"
        for call, name in calls(file.tree)
        if writes(call, name)
    ]


def writes(call: ast.Call, name: str) -> bool:
    """Whether a call writes to the database: a bulk verb, a bare `save()` or `delete()`, or
    `create` and `update` on a queryset."""
    if not isinstance(call.func, ast.Attribute):
        return False
    if name in BARE:
        return not call.args
    return name in WRITES or (
        name in {"create", "update", "delete"} and on_queryset(call.func.value)
    )


def on_queryset(node: ast.AST) -> bool:
    """Whether a chain of attributes and calls begins at a model's manager or filters one."""
    return any(
        isinstance(part, ast.Attribute) and part.attr in QUERYSETS | {"filter", "exclude", "all"}
        for part in ast.walk(node)
    )


def bare_querysets(package: Path) -> list[str]:
    """Pages and interfaces that fetch around their queries."""
    return [
        f"{file.name}:{node.lineno}: .{node.attr} in a page"
        for file in python_files(package)
        if is_shell(file)
        for node in ast.walk(file.tree)
        if isinstance(node, ast.Attribute) and node.attr in QUERYSETS
    ]


def is_shell(file: File) -> bool:
    """Whether a file is `web`, `api` or part of a face, queries apart."""
    return bool({"web", "api"} & set(file.kinds)) or (
        file.module.startswith("faces/") and "queries" not in file.kinds
    )


def undeclared_actions(package: Path) -> list[str]:
    """Functions that write, are not declared with `@action`, and are imported by others: a part of
    an action is called by actions, and by the worker, who shows how far it is."""
    files = list(python_files(package))
    parts = {
        (file.module, node.name)
        for file in files
        if file.kinds[:1] == ("actions",)
        for node in file.tree.body
        if isinstance(node, ast.FunctionDef) and "action" not in decorators(node)
        if any(writes(call, name) for call, name in calls(node))
    }
    return [
        f"{file.name}:{line}: {name} of {module} is no @action"
        for file in files
        if file.kinds[:1] not in {("actions",), ("tasks",)}
        for line, module, name in imported_from_actions(file)
        if (module, name) in parts
    ]


def imported_from_actions(file: File) -> Iterator[tuple[int, str, str]]:
    """What a file imports from actions: line, module such as `base/records`, name."""
    for node in ast.walk(file.tree):
        if isinstance(node, ast.ImportFrom) and ".actions" in (node.module or ""):
            module = (node.module or "").partition(".actions")[0].partition(".")[2]
            for alias in node.names:
                yield node.lineno, module.replace(".", "/"), alias.name


def decorators(node: ast.FunctionDef) -> Iterator[str]:
    """The names of a function's decorators."""
    for decorator in node.decorator_list:
        target = decorator.func if isinstance(decorator, ast.Call) else decorator
        yield target.id if isinstance(target, ast.Name) else getattr(target, "attr", "")


def hidden_clocks(package: Path) -> list[str]:
    """Places that look at the clock themselves instead of being told the time."""
    return [
        f"{file.name}:{call.lineno}: reads the time"
        for file in python_files(package)
        if file.name not in CLOCK
        for call, name in calls(file.tree)
        if isinstance(call.func, ast.Attribute)
        if (getattr(call.func.value, "id", getattr(call.func.value, "attr", "")), name) in NOW
        or (name == "now" and getattr(call.func.value, "id", "") == "timezone")
    ]
