"""The package as files: which there are, which module each belongs to, who stands above whom."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

FLOORS = ("adapters", "base", "domains", "faces", "wiring")
LADDER = (
    *("values", "ui", "journal", "charter", "records", "registry"),
    *("letters", "mandate", "obligations"),
)


@dataclass(frozen=True, slots=True)
class File:
    """A Python file and its place below the package, such as `base/records/models.py`."""

    name: str
    tree: ast.Module
    lines: int

    @property
    def module(self) -> str:
        """The module it belongs to, such as `base/records` or `wiring`."""
        return module_of(self.name)

    @property
    def kinds(self) -> tuple[str, ...]:
        """The names of its folders and itself below the module: `("web", "views")`."""
        return tuple(Path(self.name).with_suffix("").parts[len(Path(self.module).parts) :])


def python_files(package: Path) -> Iterator[File]:
    """Every Python file of the package, migrations apart (Django writes those)."""
    for path in sorted(package.rglob("*.py")):
        if "migrations" not in path.parts:
            text = path.read_text(encoding="utf-8")
            name = path.relative_to(package).as_posix()
            yield File(name, ast.parse(text), len(text.splitlines()))


def module_of(name: str) -> str:
    """The module of a file named relative to the package.

    >>> module_of("base/records/engine/draft.py"), module_of("wiring/settings.py")
    ('base/records', 'wiring')
    """
    parts = Path(name).parts
    deep = parts[0] in {"base", "domains", "faces"} and len(parts) > 2
    return "/".join(parts[:2] if deep else parts[:1])


def may_know(above: str, below: str) -> bool:
    """Whether the first module may lean on the second: on itself, or on what stands lower.

    >>> may_know("base/registry", "base/records"), may_know("base/records", "base/registry")
    (True, False)
    """
    if above == below:
        return True
    upper, lower = above.split("/"), below.split("/")
    if upper[0] != lower[0]:
        return FLOORS.index(upper[0]) > FLOORS.index(lower[0])
    return upper[0] == "base" and LADDER.index(upper[1]) > LADDER.index(lower[1])


def calls(tree: ast.AST) -> Iterator[tuple[ast.Call, str]]:
    """Every call in a tree with the last name of what is called: `save` in `form.save()`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            if isinstance(node.func, ast.Attribute):
                yield node, node.func.attr
            elif isinstance(node.func, ast.Name):
                yield node, node.func.id


def text_of(node: ast.AST) -> str:
    """The text of a string literal; '' of anything else."""
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""
