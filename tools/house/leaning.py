"""Upward dependencies written as text, and imports hidden in functions."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tools.house.source import File, calls, may_know, module_of, python_files, text_of

KEYS = {"ForeignKey", "OneToOneField", "ManyToManyField"}
REFERENCE = re.compile(r"^(\w+)\.\w+$")
INHERITED = re.compile(r"{%-?\s*(?:extends|include)\s+[\"']([^\"']+)[\"']")


def upward_keys(package: Path) -> list[str]:
    """Relations and `get_model` calls that name a model of a module standing higher."""
    homes = {Path(card.name).parent.name: card.module for card in cards(package)}
    return [
        f"{file.name}: «{label}» stands above {file.module}"
        for file in python_files(package)
        for label in named_models(file)
        if label in homes and not may_know(file.module, homes[label])
    ]


def cards(package: Path) -> Iterator[File]:
    """The `apps.py` of every Django app; an app's label is its folder's name."""
    return (file for file in python_files(package) if file.kinds == ("apps",))


def named_models(file: File) -> Iterator[str]:
    """The labels of apps whose models a file names in strings."""
    for call, name in calls(file.tree):
        if name in KEYS | {"get_model"}:
            target = [*call.args[:1], *(word.value for word in call.keywords if word.arg == "to")]
            for node in target:
                text = text_of(node)
                if name == "get_model" and text:
                    yield text.split(".")[0]
                elif found := REFERENCE.match(text):
                    yield found[1]


def upward_templates(package: Path) -> list[str]:
    """Templates that extend or include, and Python that names, a template standing higher."""
    homes = {
        template.relative_to(folder).as_posix(): module_of(folder.relative_to(package).as_posix())
        for folder in sorted(package.rglob("templates"))
        for template in folder.rglob("*.*")
    }
    return [
        f"{file}: template «{name}» stands above {module_of(file)}"
        for file, name in named_templates(package)
        if name in homes and not may_know(module_of(file), homes[name])
    ]


def named_templates(package: Path) -> Iterator[tuple[str, str]]:
    """Each file with each template it names."""
    for template in sorted(package.rglob("templates/**/*.*")):
        for name in INHERITED.findall(template.read_text(encoding="utf-8")):
            yield template.relative_to(package).as_posix(), name
    for file in python_files(package):
        for node in ast.walk(file.tree):
            if text_of(node).endswith((".html", ".txt")):
                yield file.name, text_of(node)


def late_imports(package: Path) -> list[str]:
    """Imports inside functions; only the `ready` of an app's card may have one."""
    return [
        f"{file.name}:{late.lineno}: {function.name} imports"
        for file in python_files(package)
        for function in ast.walk(file.tree)
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef)
        if not (file.kinds == ("apps",) and function.name == "ready")
        for late in ast.walk(function)
        if isinstance(late, ast.Import | ast.ImportFrom)
    ]
