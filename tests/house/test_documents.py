"""What the documents tell a person to type and to open exists."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("src/**/*.md")])


def names(paths: list[Path]) -> list[str]:
    """The documents' places, for the names of the tests."""
    return [path.relative_to(ROOT).as_posix() for path in paths]


@pytest.mark.parametrize("document", DOCUMENTS, ids=names(DOCUMENTS))
def test_every_link_leads_somewhere(document: Path) -> None:
    """A relative link of a document leads to a file or folder of the repository."""
    links = re.findall(r"\]\((?!https?:)([^)#\s]+)", document.read_text(encoding="utf-8"))
    assert [link for link in links if not (document.parent / link).exists()] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=names(DOCUMENTS))
def test_every_make_target_named_exists(document: Path) -> None:
    """`make X` in a document is a target of the Makefile."""
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    named = set(re.findall(r"`(?:[A-Z]+=\S+ )?make ([a-z]+)", document.read_text(encoding="utf-8")))
    assert named <= targets


def test_every_module_says_what_it_is_for() -> None:
    """Each rung of the base that holds models, and each domain, has a README."""
    modules = [card.parent for card in (ROOT / "src" / "birlik").glob("[bd]*/*/apps.py")]
    assert [module.name for module in modules if not (module / "README.md").exists()] == []
