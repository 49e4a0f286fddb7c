"""How long a file may be, and what must be explained."""

import ast
from pathlib import Path

from tools.house.source import python_files

LONGEST = 400


def long_files(package: Path) -> list[str]:
    """Files that should have become a package, one noun or verb per file."""
    return [
        f"{file.name}: {file.lines} lines, more than {LONGEST}"
        for file in python_files(package)
        if file.lines > LONGEST
    ]


def unexplained(package: Path) -> list[str]:
    """Modules, public classes and public functions without a docstring."""
    return [
        f"{file.name}: {getattr(node, 'name', 'the file')} has no docstring"
        for file in python_files(package)
        for node in [file.tree, *file.tree.body]
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
        if not getattr(node, "name", "").startswith("_")
        if not ast.get_docstring(node) and not (isinstance(node, ast.Module) and not node.body)
    ]
